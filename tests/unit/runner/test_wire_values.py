"""Values between judge and child: what goes in comes out, and forged bytes can do nothing but be refused."""

from __future__ import annotations

import json
import math
import struct

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from evalmode_runner.values import MAX_BODY_BYTES, Opaque, WireError, frame_length, non_contiguous, pack, unpack

_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**80), 2**80) | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(_PLAIN)
def test_plain_values_come_out_as_they_went_in(value: object) -> None:
    assert unpack(pack(value)) == value


@pytest.mark.parametrize(
    "tensor",
    [
        torch.randn(2, 3),
        torch.randn(2, 3).t(),
        torch.randn(4)[::2],
        torch.tensor(2.5, dtype=torch.float64),
        torch.zeros(0, 3),
        torch.tensor([True, False]),
        torch.tensor([[1, 2], [3, 4]]),
        torch.randn(3).bfloat16(),
        torch.randn(3).half(),
        torch.randn(2, dtype=torch.complex64),
        torch.randn(3, 1)[:, 0],
    ],
    ids=lambda tensor: f"{tensor.dtype}{list(tensor.shape)}{list(tensor.stride())}",
)
def test_tensors_keep_values_shape_and_type(tensor: torch.Tensor) -> None:
    came = unpack(pack({"x": tensor}))["x"]
    assert came.dtype == tensor.dtype
    assert came.shape == tensor.shape
    assert torch.equal(came, tensor)


def test_special_numbers_travel() -> None:
    assert math.isnan(unpack(pack(float("nan"))))
    assert unpack(pack([float("inf"), -float("inf")])) == [math.inf, -math.inf]


def test_a_tensor_with_a_graph_travels_without_it() -> None:
    assert not unpack(pack(torch.ones(2, requires_grad=True) * 2)).requires_grad


def test_an_array_stays_an_array() -> None:
    came = unpack(pack(np.arange(6, dtype=np.float32).reshape(2, 3)))
    assert isinstance(came, np.ndarray)
    assert came.tolist() == [[0, 1, 2], [3, 4, 5]]


def test_what_is_no_value_arrives_as_its_name() -> None:
    class Strange:
        pass

    assert unpack(pack([Strange(), torch.nn.Linear(1, 1)])) == [Opaque("Strange"), Opaque("Linear")]


def test_a_lone_surrogate_does_not_break_the_frame() -> None:
    assert unpack(pack("\ud800")) == "\ud800"


def test_strided_inputs_cannot_be_viewed_as_if_they_were_contiguous() -> None:
    tensor = unpack(pack(non_contiguous(torch.arange(12.0).reshape(2, 3, 2))))
    assert torch.equal(tensor, torch.arange(12.0).reshape(2, 3, 2))
    assert not tensor.is_contiguous()
    with pytest.raises(RuntimeError, match="view"):
        tensor.view(6, 2)


def _frame(header: object, body: bytes = b"") -> bytes:
    text = json.dumps(header).encode() if not isinstance(header, bytes) else header
    return struct.pack("<IQ", len(text), len(body)) + text + body


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"\0\0",
        _frame(b"{"),
        _frame(b"\xff\xfe"),
        _frame({"z": 1}),
        _frame({"x": "float32", "s": [2], "b": 0}),
        _frame({"x": "float32", "s": [-1], "b": 0}, b"1234"),
        _frame({"x": "float32", "s": [1], "b": -4}, b"1234"),
        _frame({"x": "float32", "s": [1], "b": 1.5}, b"1234"),
        _frame({"x": "float32", "s": [2**39, 2**39], "b": 0}, b"1234"),
        _frame({"x": "float32", "s": [0, 2**39, 2**39], "b": 0}),
        _frame({"a": "float32", "s": [0, 2**39, 2**39], "b": 0}),
        _frame({"x": "float32", "s": [1] * 20, "b": 0}, b"1234"),
        _frame({"x": ["float32"], "s": [1], "b": 0}, b"1234"),
        _frame({"x": "object", "s": [1], "b": 0}, b"1234"),
        _frame({"a": "object", "s": [1], "b": 0}, b"12345678"),
        _frame({"l": 3}),
        _frame({"d": [["a"]]}),
        _frame({"d": [[1, 2]]}),
        _frame(b"[" * 100_000 + b"]" * 100_000),
        _frame({"l": [None] * 60_000}),
        _frame([1, 2]),
    ],
    ids=range(22),
)
def test_a_forged_frame_is_refused(frame: bytes) -> None:
    with pytest.raises(WireError):
        unpack(frame)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_are_refused(data: bytes) -> None:
    try:
        unpack(data)
    except WireError:
        return
    assert frame_length(data) == len(data)


def test_a_frame_that_says_it_is_huge_is_refused_before_it_is_read() -> None:
    with pytest.raises(WireError, match="large"):
        frame_length(struct.pack("<IQ", 10, MAX_BODY_BYTES + 1))
    assert frame_length(struct.pack("<IQ", 10, 5)) == 27
