"""Comparing with what was expected: a difference is found, named where it is, and said so that it helps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from evalmode_runner.checks.compare import compare, kind_of
from evalmode_runner.judging.quick import flatten


def _says(expected: Any, got: Any) -> str:
    found = compare(expected, got, "output")
    assert found is not None
    return found.says


X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (X, X.clone()),
        (X, X + 1e-6),
        (X.double(), X.double() + 1e-11),
        (X.bfloat16(), (X * 1.01).bfloat16()),
        (
            torch.tensor([float("nan"), float("inf"), -float("inf")]),
            torch.tensor([float("nan"), float("inf"), -float("inf")]),
        ),
        ((X, X), [X, X]),
        (torch.tensor(2.0), 2.0),
        (2.0, torch.tensor(2.0)),
        (3, 3),
        ({"a": X, "b": None}, {"b": None, "a": X}),
        (np.ones(3), np.ones(3)),
        (torch.empty(0), torch.empty(0)),
    ],
)
def test_what_agrees_agrees(expected: Any, got: Any) -> None:
    assert compare(expected, got, "output") is None


@pytest.mark.parametrize(
    ("expected", "got", "says"),
    [
        (X, None, "did you forget to return it"),
        (X, (X, X), "should be a tensor"),
        (X, X.t(), "has shape (3, 2) instead of (2, 3)"),
        (X, X.double(), "is float64 instead of float32"),
        (X, 2 * X, "everywhere it is 2 times"),
        (X, X + 1, "everywhere it is off by 1"),
        (X, torch.where(X > 5, torch.nan, X), "1 of 6 numbers are NaN"),
        ((X, X), X, "should be a tuple of 2 values"),
        ((X, X), (X,), "has 1 values instead of 2"),
        ({"a": X}, {}, "has no a"),
        ({"a": X}, {"a": X, "c": X}, "has c, which nobody asked for"),
        (np.ones(3), torch.ones(3), "should be a NumPy array"),
        (torch.tensor([1, 2]), torch.tensor([1, 3]), "output[1] is 3 instead of 2"),
        (torch.tensor([float("inf")]), torch.tensor([1.0]), "is 1 instead of inf"),
        (2.0, 3.0, "output is 3 instead of 2"),
        ("a", "b", "is not what it should be"),
    ],
)
def test_a_difference_is_named(expected: Any, got: Any, says: str) -> None:
    assert says in _says(expected, got)


def test_the_worst_number_is_pointed_at() -> None:
    got = X.clone()
    got[1, 2] = 60.0
    found = compare(X, got, "output")
    assert found is not None
    assert found.where == "output[1, 2]"
    assert found.max_abs == pytest.approx(54.0)
    assert found.max_rel == pytest.approx(9.0)


def test_float64_is_held_to_what_float64_can_do() -> None:
    assert compare(X.double(), X.float().double() * (1 + 1e-7), "output") is not None


def test_kinds_are_named_as_people_read_them() -> None:
    assert kind_of(X) == "float32 (2, 3)"
    assert kind_of((1, 2)) == "tuple of 2"
    assert kind_of(torch.zeros(3)) == "float32 (3,)"


@pytest.mark.parametrize("change", [2.0, 1.001, float("nan")])
def test_the_quick_comparison_never_lets_a_wrong_number_through(change: float) -> None:
    right = {"output": X, "gradients": {"w": X, "none": None}}
    wrong = {"output": X, "gradients": {"w": X * change, "none": None}}
    flat = flatten(right)
    assert flat is not None
    assert flat.agrees({"output": X + 1e-7, "gradients": {"w": X, "none": None}})
    assert not flat.agrees(wrong)
    assert not flat.agrees({"output": X})
    assert not flat.agrees({"output": X.double(), "gradients": {"w": X, "none": None}})
