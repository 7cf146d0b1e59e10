"""Values on the wire between the judge and a sandboxed child: a JSON header and raw buffers, nothing that can run.

A value is None, a bool, an int, a float, a string, a list, tuple or dict of values, a NumPy array, or a tensor.
Whatever else a submission returns arrives as an `Opaque` that knows its type's name. The reader trusts nothing: header,
buffers, depth, rank and number of values are capped, and element types come from a fixed table.
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import torch

_T = TypeVar("_T")

MAX_HEADER_BYTES = 4 * 2**20
MAX_BODY_BYTES = 128 * 2**20
_MAX_VALUES = 50_000
_MAX_DEPTH = 16
_MAX_RANK = 8
_MAX_STRING = 200_000
_PREFIX = struct.Struct("<IQ")

_TENSOR_TYPES = {
    str(dtype).removeprefix("torch."): dtype
    for dtype in (
        *(torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128),
        *(torch.bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64),
    )
}
_TENSOR_NAMES = {dtype: name for name, dtype in _TENSOR_TYPES.items()}
_ARRAY_TYPES = {
    name: np.dtype(name) for name in ("bool", "uint8", "int8", "int16", "int32", "int64", "float32", "float64")
}


_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode  # what is encoded was just built


class WireError(Exception):
    """What arrived is not a frame of values."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that is no value, known by the name of its type."""

    type: str


def pack(value: Any) -> bytes:
    """A value as one frame."""
    packer = _Packer()
    header = _encode(packer.write(value, 0)).encode("utf-8", "surrogatepass")
    return b"".join((_PREFIX.pack(len(header), packer.size), header, *packer.buffers))


def frame_length(received: bytes | bytearray | memoryview) -> int | None:
    """Length of the frame that the bytes begin with, as soon as enough of it is there to tell.

    Raises:
        WireError: It says that it is larger than any frame may be.
    """
    if len(received) < _PREFIX.size:
        return None
    header, body = (int(size) for size in _PREFIX.unpack_from(received))
    if header > MAX_HEADER_BYTES or body > MAX_BODY_BYTES:
        raise WireError("the frame is too large")
    return _PREFIX.size + header + body


def unpack(frame: bytes | bytearray | memoryview) -> Any:
    """The value that a whole frame holds.

    Raises:
        WireError: It is no frame of values.
    """
    length = frame_length(frame)
    if length is None or length != len(frame):
        raise WireError("the frame is not whole")
    header_length, _ = _PREFIX.unpack_from(frame)
    end = _PREFIX.size + header_length
    try:
        header = json.loads(str(frame[_PREFIX.size : end], "utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise WireError("the header is not JSON") from error
    return _Unpacker(memoryview(frame)[end:]).read(header, 0)


def _scalar(value: Any) -> Any:
    """A number or string as JSON can hold it, without what a subclass may have added."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value) if value.bit_length() < 1000 else {"o": "int"}
    if isinstance(value, float):
        return float(value)
    return str(value)[:_MAX_STRING] if isinstance(value, str) else {"o": type(value).__name__}


class _Packer:
    def __init__(self) -> None:
        self.buffers: list[bytes] = []
        self.size = 0

    def write(self, value: Any, depth: int) -> Any:
        if value is None or isinstance(value, bool):
            return value
        if depth > _MAX_DEPTH:
            return {"o": type(value).__name__}
        if isinstance(value, torch.Tensor):
            return self._tensor(value)
        if isinstance(value, (np.generic, int, float, str)):
            return _scalar(value.item() if isinstance(value, np.generic) else value)
        if isinstance(value, np.ndarray):
            return self._array(value)
        if isinstance(value, (list, tuple)):
            mark = "l" if isinstance(value, list) else "t"
            return {mark: [self.write(part, depth + 1) for part in value]}
        if isinstance(value, dict):
            return {"d": [[str(key), self.write(part, depth + 1)] for key, part in value.items()]}
        return {"o": value.type if isinstance(value, Opaque) else type(value).__name__}

    def _keep(self, data: bytes) -> int:
        offset = self.size
        self.buffers.append(data)
        self.size += len(data)
        return offset

    def _tensor(self, tensor: torch.Tensor) -> Any:
        dtype = _TENSOR_NAMES.get(tensor.dtype)
        if dtype is None or tensor.layout != torch.strided or not tensor.is_cpu:
            return {"o": f"{str(tensor.dtype).removeprefix('torch.')} tensor on {tensor.device}"}
        plain = tensor.detach()
        if plain.is_conj() or plain.is_neg():
            plain = plain.resolve_conj().resolve_neg()
        # NumPy has no bfloat16; its bits travel as they are.
        data = (plain.view(torch.int16) if plain.dtype == torch.bfloat16 else plain).numpy().tobytes()
        record: dict[str, Any] = {"x": dtype, "s": list(tensor.shape), "b": self._keep(data)}
        if not tensor.is_contiguous():
            record["n"] = 1
        return record

    def _array(self, array: np.ndarray[Any, Any]) -> Any:
        dtype = array.dtype.name
        if dtype not in _ARRAY_TYPES:
            return {"o": f"{dtype} array"}
        return {"a": dtype, "s": list(array.shape), "b": self._keep(array.tobytes())}


class _Unpacker:
    def __init__(self, body: memoryview) -> None:
        self._body = body
        self._values = 0

    def read(self, record: Any, depth: int) -> Any:
        self._values += 1
        if depth > _MAX_DEPTH or self._values > _MAX_VALUES:
            raise WireError("too many values")
        if record is None or isinstance(record, (bool, int, float, str)):
            return record
        if not isinstance(record, dict):
            raise WireError("an unknown kind of value")
        if "x" in record:
            return self._tensor(record)
        if "d" in record:
            return dict([self._pair(pair, depth) for pair in self._parts(record["d"])])
        if "l" in record:
            return [self.read(part, depth + 1) for part in self._parts(record["l"])]
        if "t" in record:
            return tuple([self.read(part, depth + 1) for part in self._parts(record["t"])])
        if "a" in record:
            return self._array(record)
        if isinstance(record.get("o"), str):
            return Opaque(record["o"][:200])
        raise WireError("an unknown kind of value")

    @staticmethod
    def _parts(parts: Any) -> list[Any]:
        if not isinstance(parts, list):
            raise WireError("a list that is none")
        return parts

    def _pair(self, pair: Any, depth: int) -> tuple[str, Any]:
        if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], str):
            raise WireError("an entry without a name")
        return pair[0], self.read(pair[1], depth + 1)

    @staticmethod
    def _shape(shape: Any) -> list[int]:
        if not isinstance(shape, list) or len(shape) > _MAX_RANK:
            raise WireError("an impossible shape")
        count = 1
        for size in shape:
            if type(size) is not int or not 0 <= size < 2**40:
                raise WireError("an impossible shape")
            count *= size or 1
        if count >= 2**62:  # torch and NumPy count even what is not there
            raise WireError("an impossible shape")
        return shape

    def _bytes(self, offset: Any, length: int) -> bytearray:
        if type(offset) is not int or offset < 0 or offset + length > len(self._body):
            raise WireError("a buffer that is not there")
        return bytearray(self._body[offset : offset + length])

    def _array(self, record: dict[str, Any]) -> np.ndarray[Any, Any]:
        kind, shape = _known(_ARRAY_TYPES, record["a"]), self._shape(record.get("s"))
        return np.frombuffer(self._bytes(record.get("b"), math.prod(shape) * kind.itemsize), dtype=kind).reshape(shape)

    def _tensor(self, record: dict[str, Any]) -> torch.Tensor:
        dtype, shape = _known(_TENSOR_TYPES, record["x"]), self._shape(record.get("s"))
        count = math.prod(shape)
        if not count:
            return torch.empty(shape, dtype=dtype)
        data = self._bytes(record.get("b"), count * dtype.itemsize)
        tensor = torch.frombuffer(data, dtype=dtype).view(shape)
        return non_contiguous(tensor) if "n" in record and count > 1 else tensor


def _known(types: dict[str, _T], name: Any) -> _T:
    if not isinstance(name, str) or name not in types:
        raise WireError("an unknown type of numbers")
    return types[name]


def non_contiguous(tensor: torch.Tensor) -> torch.Tensor:
    """The same values with gaps in memory and dimensions stored in reverse, so that no view can merge two of them."""
    if tensor.dim() == 0:
        return tensor
    backwards = tuple(reversed(range(tensor.dim())))
    room = torch.zeros(*reversed(tensor.shape), 2, dtype=tensor.dtype)
    room[..., 0] = tensor.permute(backwards)
    return room[..., 0].permute(backwards)
