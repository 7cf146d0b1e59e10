"""Comparing in one stroke what nearly always agrees: all numbers of one type in one vector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch

from evalmode_runner.checks.compare import TOLERANCES


@dataclass(frozen=True, slots=True)
class Flat:
    """A nested value of tensors as one vector for each type.

    Args:
        outline: Places, shapes and types, in order.
        vectors: Type → all its numbers.
    """

    outline: tuple[Any, ...]
    vectors: dict[torch.dtype, torch.Tensor]

    def agrees(self, value: Any) -> bool:
        """Whether another value has the same outline and nearly the same numbers; False only asks for a closer look."""
        other = flatten(value)
        if other is None or other.outline != self.outline:
            return False
        return all(_close(vector, other.vectors[dtype]) for dtype, vector in self.vectors.items())


def flatten(value: Any) -> Flat | None:
    """The flat form of a value; None if it holds anything but tensors and plain constants."""
    outline: list[Any] = []
    parts: dict[torch.dtype, list[torch.Tensor]] = {}
    if not _walk(value, "", outline, parts):
        return None
    return Flat(tuple(outline), {dtype: torch.cat(tensors) for dtype, tensors in parts.items()})


def _walk(value: Any, place: str, outline: list[Any], parts: dict[torch.dtype, list[torch.Tensor]]) -> bool:
    if isinstance(value, torch.Tensor):
        outline.append((place, value.shape, value.dtype))
        parts.setdefault(value.dtype, []).append(value.detach().reshape(-1))
        return True
    if isinstance(value, dict):
        return all(_walk(part, f"{place}/{key}", outline, parts) for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return all(_walk(part, f"{place}/{number}", outline, parts) for number, part in enumerate(value))
    if value is None or isinstance(value, (bool, int, str)):
        outline.append((place, value))
        return True
    return False


def _close(want: torch.Tensor, have: torch.Tensor) -> bool:
    if want.dtype not in TOLERANCES:
        return torch.equal(want, have)
    relative, absolute = TOLERANCES[want.dtype]
    return torch.allclose(have, want, rtol=relative, atol=absolute, equal_nan=True)
