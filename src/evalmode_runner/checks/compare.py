"""Comparing what came with what was expected: structure, shapes, types, then numbers within what the type can hold."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from evalmode_runner.values import Opaque

TOLERANCES: dict[torch.dtype, tuple[float, float]] = {
    torch.float64: (1e-8, 1e-10),
    torch.float32: (1e-4, 1e-5),
    torch.float16: (4e-3, 4e-3),
    torch.bfloat16: (2e-2, 2e-2),
    torch.complex64: (1e-4, 1e-5),
    torch.complex128: (1e-8, 1e-10),
}
"""Type → relative and absolute tolerance; the absolute one grows with the size of what is expected."""

_SAME_FACTOR = 1e-3


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The worst difference between two values.

    Args:
        says: It, in one sentence.
        where: The place of the largest error, such as ``output[0, 2]``.
        expected: Kind of what was expected, such as ``float32 (2, 3)``.
        got: Kind of what came.
        max_abs: Largest absolute error, None where no numbers were compared.
        max_rel: Largest relative error.
    """

    says: str
    where: str = ""
    expected: str = ""
    got: str = ""
    max_abs: float | None = None
    max_rel: float | None = None


def compare(expected: Any, got: Any, name: str, loose: float = 1.0) -> Mismatch | None:
    """The first difference in structure, or the worst one in numbers; None if they agree.

    Numbers and tensors without dimensions are taken for each other, and so are lists and tuples.

    Args:
        expected: A value.
        got: A value.
        name: What is compared, such as ``output``.
        loose: Factor on the tolerance.
    """
    if isinstance(expected, dict):
        return _compare_dicts(expected, got, name, loose)
    if isinstance(expected, (list, tuple)):
        return _compare_lists(expected, got, name, loose)
    if _is_number(expected) and (_is_number(got) or _is_scalar(got)):
        return _compare_numbers(
            torch.as_tensor(expected, dtype=torch.float64), torch.as_tensor(_plain(got)), name, loose, like=got
        )
    if isinstance(expected, torch.Tensor):
        if _is_number(got) and expected.dim() == 0:
            got = torch.tensor(got, dtype=expected.dtype)
        return _compare_tensors(expected, got, name, loose)
    if isinstance(expected, np.ndarray):
        if not isinstance(got, np.ndarray):
            return _kinds(expected, got, name, "should be a NumPy array")
        return _compare_tensors(torch.from_numpy(expected.copy()), torch.from_numpy(got.copy()), name, loose)
    return None if expected == got else _kinds(expected, got, name, "is not what it should be")


def kind_of(value: Any) -> str:
    """A value's kind as a person reads it: ``float32 (2, 3)``, ``tuple of 2``, ``None``."""
    if isinstance(value, torch.Tensor):
        return f"{str(value.dtype).removeprefix('torch.')} {_shape(value.shape)}"
    if isinstance(value, np.ndarray):
        return f"{value.dtype.name} array {_shape(value.shape)}"
    if isinstance(value, (list, tuple)):
        return f"{type(value).__name__} of {len(value)}"
    if isinstance(value, dict):
        return f"dict with {', '.join(map(str, value)) or 'nothing'}"
    if isinstance(value, Opaque):
        return value.type
    if value is None:
        return "None"
    return f"{type(value).__name__} {value!r}" if isinstance(value, (str, bool)) else type(value).__name__


def _compare_dicts(expected: dict[str, Any], got: Any, name: str, loose: float) -> Mismatch | None:
    if not isinstance(got, dict):
        return _kinds(expected, got, name, "should be a dict")
    if missing := [key for key in expected if key not in got]:
        return _kinds(expected, got, name, f"has no {', '.join(map(str, missing))}")
    if surplus := [key for key in got if key not in expected]:
        return _kinds(expected, got, name, f"has {', '.join(map(str, surplus))}, which nobody asked for")
    return _worst([compare(expected[key], got[key], f"{name} {key}", loose) for key in expected])


def _compare_lists(expected: list[Any] | tuple[Any, ...], got: Any, name: str, loose: float) -> Mismatch | None:
    if not isinstance(got, (list, tuple)):
        return _kinds(expected, got, name, f"should be a {type(expected).__name__} of {len(expected)} values")
    if len(got) != len(expected):
        return _kinds(expected, got, name, f"has {len(got)} values instead of {len(expected)}")
    return _worst(
        [compare(want, have, f"{name}[{n}]", loose) for n, (want, have) in enumerate(zip(expected, got, strict=True))]
    )


def _worst(found: list[Mismatch | None]) -> Mismatch | None:
    """Differences in structure first, then the largest in numbers."""
    real = [one for one in found if one is not None]
    structural = [one for one in real if one.max_abs is None]
    if structural:
        return structural[0]
    return max(real, key=lambda one: one.max_rel or 0.0, default=None)


def _compare_tensors(expected: torch.Tensor, got: Any, name: str, loose: float) -> Mismatch | None:
    if got is None:
        why = "is None; did you forget to return it?" if not name.startswith("gradient") else "is missing"
        return _kinds(expected, got, name, why)
    if not isinstance(got, torch.Tensor):
        return _kinds(expected, got, name, "should be a tensor")
    if got.shape != expected.shape:
        return _kinds(expected, got, name, f"has shape {_shape(got.shape)} instead of {_shape(expected.shape)}")
    if got.dtype != expected.dtype:
        want, have = (str(tensor.dtype).removeprefix("torch.") for tensor in (expected, got))
        return _kinds(expected, got, name, f"is {have} instead of {want}")
    return _compare_numbers(expected, got, name, loose, like=got)


def _compare_numbers(
    expected: torch.Tensor, got: torch.Tensor, name: str, loose: float, *, like: Any
) -> Mismatch | None:
    if not expected.numel():
        return None
    relative, absolute = _tolerance(like)
    wide = torch.complex128 if expected.is_complex() else torch.float64
    want, have = expected.to(wide), got.to(wide)
    finite = torch.isfinite(want)
    scale = max(1.0, float(want[finite].abs().mean())) if bool(finite.any()) else 1.0
    error = torch.where(want == have, 0.0, (have - want).abs().to(torch.float64))
    error = torch.where(torch.isnan(want) & torch.isnan(have), 0.0, error)
    error = torch.nan_to_num(error, nan=math.inf, posinf=math.inf)
    allowed = loose * (absolute * scale + relative * torch.nan_to_num(want.abs(), nan=0.0, posinf=0.0, neginf=0.0))
    excess = error - allowed.to(torch.float64)
    if bool((excess <= 0).all()):
        return None
    flat = int(torch.nan_to_num(excess, posinf=math.inf).argmax())
    index = tuple(int(part) for part in np.unravel_index(flat, tuple(want.shape))) if want.dim() else ()
    where = f"{name}[{', '.join(map(str, index))}]" if index else name
    ratio = error / want.abs().clamp_min(1e-30).to(torch.float64)
    relative_error = float(ratio.flatten()[flat])
    says = f"{where} is {_number(have.flatten()[flat])} instead of {_number(want.flatten()[flat])}"
    return Mismatch(
        says + _pattern(want, have, excess),
        where,
        kind_of(expected),
        kind_of(like),
        max_abs=float(error.max()),
        max_rel=relative_error if math.isfinite(relative_error) else math.inf,
    )


def _tolerance(like: Any) -> tuple[float, float]:
    """Relative and absolute; whole numbers are exact, and Python's own numbers mostly come from float32."""
    if isinstance(like, torch.Tensor):
        return TOLERANCES.get(like.dtype, (0.0, 0.0))
    return TOLERANCES[torch.float32] if isinstance(like, float) else (0.0, 0.0)


def _pattern(want: torch.Tensor, have: torch.Tensor, excess: torch.Tensor) -> str:
    """What the errors have in common, if anything: said after the worst of them."""
    wrong = int((excess > 0).sum())
    count = want.numel()
    if bool(torch.isnan(have.abs()).any()) and not bool(torch.isnan(want.abs()).any()):
        nans = int(torch.isnan(have.abs()).sum())
        return f"; {nans} of {count} numbers are NaN"
    if count > 2 and bool((want.abs() > 0).any()):
        big = want.abs() > want.abs().max() * 1e-3
        ratios = (have[big] / want[big]).real if want.is_complex() else have[big] / want[big]
        factor = float(ratios.median())
        if (
            int(big.sum()) > 2
            and abs(factor - 1) > _SAME_FACTOR
            and bool(((ratios - factor).abs() <= _SAME_FACTOR * abs(factor)).all())
            and factor
        ):
            return f"; everywhere it is {factor:.4g} times what it should be"
        shift = (have - want).real if want.is_complex() else have - want
        if bool(((shift - shift.median()).abs() <= _SAME_FACTOR * shift.median().abs()).all()):
            return f"; everywhere it is off by {float(shift.median()):.4g}"
    return f"; {wrong} of {count} numbers are off" if count > 1 else ""


def _kinds(expected: Any, got: Any, name: str, why: str) -> Mismatch:
    return Mismatch(f"{name} {why}", name, kind_of(expected), kind_of(got))


def _shape(shape: Any) -> str:
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"


def _number(value: torch.Tensor) -> str:
    number: Any = value.item()
    return f"{number:.6g}" if isinstance(number, (int, float)) else str(number)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_scalar(value: Any) -> bool:
    return isinstance(value, torch.Tensor) and value.dim() == 0


def _plain(value: Any) -> Any:
    return (
        value.to(torch.float64) if isinstance(value, torch.Tensor) else torch.tensor(float(value), dtype=torch.float64)
    )
