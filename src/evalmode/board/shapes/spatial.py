"""Shapes of convolutions, pooling and resizing. Where a drawing leaves padding open, all usual ones may be."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from evalmode.board.shapes.algebra import UNKNOWN, Size
from evalmode.board.shapes.axes import image_axes
from evalmode.board.shapes.option import Input, Option
from evalmode.board.shapes.sizes import parse_size

if TYPE_CHECKING:
    from evalmode.board.graph import Op

__all__ = [
    "conv",
    "conv_block",
    "conv_transpose",
    "depthwise_conv",
    "downsample",
    "global_pool",
    "patches",
    "pool",
    "upsample",
]

Side = Callable[[Size], tuple[Size, str]]
"""What becomes of one side of an image, and the calculation."""


def conv(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A convolution: padded or not, by its stride; it sets the channels."""
    return _resized(op, inputs, _conv_sides(op), _said(op, "out"))


def depthwise_conv(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A convolution that keeps the channels unless it says otherwise."""
    return _resized(op, inputs, _conv_sides(op), _said(op, "out", None))


def conv_block(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Two convolutions of stride one."""
    sides = [_same(), *(_shrunk(count * (_number(op, "kernel", 3) - 1)) for count in (2, 1, 3))]
    return _resized(op, inputs, sides, _said(op, "out"))


def conv_transpose(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A transposed convolution, which doubles the sides unless it says otherwise.

    ``UpConv(2)`` may speak of a factor, so that few channels without a stride are not taken for certain.
    """
    stride, kernel, padding = (
        _said_number(op, "stride", "factor"),
        _said_number(op, "kernel"),
        _said_number(op, "padding"),
    )
    sides: list[Side] = []
    for step in (stride,) if stride else (2, 1, 4):
        if padding is not None and kernel:
            sides.append(_grown(step, kernel, padding))
            continue
        sides.append(_scaled(Fraction(step)))
        if kernel:
            sides += [_grown(step, kernel, pad) for pad in range(0 if kernel != step else 1)]
    out = _said(op, "out")
    few = out is not None and out.number is not None and out.number < 8 and not stride
    return _resized(op, inputs, sides, UNKNOWN if few else out)


def pool(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Pooling, which halves the sides unless it says otherwise."""
    kernel = _said_number(op, "kernel") or _said_number(op, "factor") or 2
    stride = _said_number(op, "stride") or (2 if kernel <= 3 else kernel)
    padding = _said_number(op, "padding")
    if padding is not None:
        sides = [_slid(kernel, stride, padding)]
    else:
        sides = [_scaled(Fraction(1, stride)), _slid(kernel, stride, 0)]
        sides += [_slid(kernel, stride, kernel // 2)] if kernel % 2 else []
    return _resized(op, inputs, sides, None)


def downsample(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Anything that makes an image smaller; what becomes of the channels is open."""
    factor = _said_number(op, "factor") or _said_number(op, "stride") or 2
    return _resized(op, inputs, [_scaled(Fraction(1, factor))], _said(op, "out"))


def upsample(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Anything that makes an image larger; channels stay or are halved by the convolution that often belongs to it."""
    factor = _said_number(op, "factor") or _said_number(op, "stride") or 2
    if op.get("out"):
        return _resized(op, inputs, [_scaled(Fraction(factor))], _said(op, "out"))
    found = _resized(op, inputs, [_scaled(Fraction(factor))], None)
    return found + _resized(op, inputs, [_scaled(Fraction(factor))], UNKNOWN)


def global_pool(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """The mean over both sides, which may be left as axes of one."""
    del op
    (one,) = inputs if len(inputs) == 1 else (None,)
    axes = image_axes(one.sizes, channels_last=one.channels_last) if one else None
    if one is None or axes is None:
        return []
    gone = tuple(size for place, size in enumerate(one.sizes) if place not in axes[1:])
    ones = tuple(Size.of(1) if place in axes[1:] else size for place, size in enumerate(one.sizes))
    return [Option(gone, "the mean over both sides"), Option(ones, "the mean over both sides")]


def patches(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Patches of an image as a sequence: ``H·W/P²`` of them."""
    (one,) = inputs if len(inputs) == 1 else (None,)
    axes = image_axes(one.sizes, channels_last=one.channels_last) if one else None
    if one is None or axes is None:
        return []
    patch = _said(op, "patch") if op.get("patch") else _said(op, "kernel")
    before = one.sizes[:1] if len(one.sizes) == 4 else ()
    if patch is None or patch.unknown:
        return [Option((*before, UNKNOWN, UNKNOWN))]
    height, width = one.sizes[axes[1]], one.sizes[axes[2]]
    count = height * width / (patch * patch)
    width_of_one = _said(op, "out") if op.kind != "patchify" else one.sizes[axes[0]] * patch * patch
    derivation = f"{height}·{width}/{patch}² = {count} patches"
    return [
        Option((*before, count, width_of_one or UNKNOWN), derivation),
        Option((*before, count, UNKNOWN), derivation),
    ]


def _resized(op: Op, inputs: tuple[Input, ...], sides: list[Side], channels: Size | None) -> list[Option]:
    """The input with its sides changed in each way, and its channels where they are said; ``None`` keeps them."""
    if len(inputs) != 1:
        return []
    one = inputs[0]
    axes = image_axes(one.sizes, channels_last=one.channels_last)
    if axes is None:
        return []
    found = []
    for side in sides:
        sizes = list(one.sizes)
        height, derivation = side(sizes[axes[1]])
        sizes[axes[1]], sizes[axes[2]] = height, side(sizes[axes[2]])[0]
        if channels is not None:
            sizes[axes[0]] = channels
        if all(size.unknown or size.number is None or size.number >= 1 for size in sizes):
            kept = derivation or f"the {op.kind.replace('_', ' ')} keeps height and width"
            made = "" if channels is None or channels.unknown else f"{channels} channels; "
            found.append(Option(tuple(sizes), made + kept))
    return list(dict.fromkeys(found))


def _conv_sides(op: Op) -> list[Side]:
    kernel, stride, padding = _said_number(op, "kernel"), _said_number(op, "stride"), _said_number(op, "padding")
    dilation = _said_number(op, "dilation") or 1
    reach = dilation * ((kernel or 3) - 1) + 1
    if op.get("padding").strip().lower() == "same":
        return [_scaled(Fraction(1, step)) for step in ((stride,) if stride else (1, 2))]
    if op.get("padding").strip().lower() == "valid":
        return [_slid(reach, step, 0) for step in ((stride,) if stride else (1, 2))]
    sides: list[Side] = []
    for step in (stride,) if stride else (1, 2):
        if padding is not None and kernel:
            sides.append(_slid(reach, step, padding))
            continue
        sides.append(_slid(reach, step, reach // 2) if kernel and reach % 2 else _scaled(Fraction(1, step)))
        if reach > 1:
            sides += [_slid(reach, step, 0), _slid(reach, step, 1), _scaled(Fraction(1, step))]
    return sides


def _same() -> Side:
    return lambda side: (side, "")


def _shrunk(by: int) -> Side:
    return lambda side: (side - Size.of(by), f"{side} − {by} = {side - Size.of(by)}")


def _scaled(factor: Fraction) -> Side:
    def scale(side: Size) -> tuple[Size, str]:
        made = side * Size.of(factor)
        number = made.number
        if number is not None and number.denominator != 1:
            made = (made + Size.of(Fraction(number.denominator - 1, number.denominator))).floored()
        if factor == 1:
            return side, ""
        sign = f"{side}/{factor.denominator}" if factor < 1 else f"{factor}·{side}"
        return made, sign if sign == str(made) else f"{sign} = {made}"

    return scale


def _slid(kernel: int, stride: int, padding: int) -> Side:
    def slide(side: Size) -> tuple[Size, str]:
        made = ((side + Size.of(2 * padding - kernel)) / Size.of(stride)).floored() + Size.of(1)
        if made == side and kernel == stride == 1:
            return side, ""
        around = f" + 2·{padding}" if padding else ""
        return made, f"({side}{around} − {kernel})/{stride} + 1 = {made}"

    return slide


def _grown(stride: int, kernel: int, padding: int) -> Side:
    def grow(side: Size) -> tuple[Size, str]:
        made = (side - Size.of(1)) * Size.of(stride) + Size.of(kernel - 2 * padding)
        around = f" − 2·{padding}" if padding else ""
        return made, f"({side} − 1)·{stride}{around} + {kernel} = {made}"

    return grow


def _said(op: Op, name: str, default: Size | None = UNKNOWN) -> Size | None:
    written = op.get(name)
    return (parse_size(written) or UNKNOWN) if written else default


def _said_number(op: Op, *names: str) -> int | None:
    """A number among the parameters, such as 3 of ``3``, ``3x3`` or ``(3, 3)``."""
    for name in names:
        found = re.match(r"\D*(\d+)", op.get(name))
        if found:
            return int(found.group(1))
    return None


def _number(op: Op, name: str, default: int) -> int:
    return _said_number(op, name) or default
