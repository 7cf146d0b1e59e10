"""Which axis of one shape may be which axis of another: batches left out, axes of one, heads merged or split.

None of these ways to write a shape is a mistake. Another order of axes is none either where the whole drawing keeps to
it, which is what a :class:`Layout` says.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from evalmode.board.shapes.algebra import Size
from evalmode.board.shapes.words import is_batch, role_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.board.shapes.values import Shape

__all__ = ["LAYOUTS", "Alignment", "Layout", "alignments", "reshaped", "role_of_size"]

Sizes = tuple[Size, ...]
Alignment = tuple[tuple[Size, Size], ...]
"""Pairs of sizes, the first shape's and the second's, that have to be equal."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The order of axes that a drawing keeps to.

    Args:
        channels_last: Images are ``(B, H, W, C)`` rather than ``(B, C, H, W)``.
        length_first: Sequences are ``(T, B, d)`` rather than ``(B, T, d)``.
        features_first: Sequences are ``(B, d, T)`` rather than ``(B, T, d)``.
    """

    channels_last: bool = False
    length_first: bool = False
    features_first: bool = False


LAYOUTS = tuple(
    Layout(last, first, features)
    for features, first, last in product((False, True), repeat=3)
    if not (first and features)
)
"""Every layout, the usual ones first."""


@lru_cache(maxsize=8192)
def alignments(one: Shape, two: Shape, layout: Layout) -> tuple[Alignment, ...]:
    """Every way in which the shapes may be the same value's, the plainest first.

    Args:
        one: The candidate's shape.
        two: The reference's shape, in the usual order of axes.
        layout: The order of axes in the candidate's drawing.
    """
    if one.rank == 1 and two.rank == 1 and not one.open:
        return (((one.sizes[0], two.sizes[0]),),)
    if two.rank <= 1 and one.rank <= 1 and not one.open:
        single = (*one.sizes, *two.sizes)
        return ((),) if not single or single[0].number == 1 or is_batch(single[0].symbol) else ()
    found = list(_together(one, two, layout))
    if one.rank == 1 and two.rank == 3 and _batched(two.sizes) and role_of_size(two.sizes[1]) == "length":
        found.append(((one.sizes[0], two.sizes[-1]),))  # what is at one place
    if one.rank == 2 and two.rank > 2 and _is_image(two.sizes) and _is_image(one.sizes):
        found.append(tuple(zip(one.sizes, two.sizes[-2:], strict=True)))
    return tuple(way for way in dict.fromkeys(found) if _is_coherent(way))


def _together(one: Shape, two: Shape, layout: Layout) -> Iterator[Alignment]:
    """The sizes of both side by side, with and without batch and axes of one."""
    mine = [one.sizes, _without_ones(one.sizes)]
    if one.sizes and _batched(one.sizes) and not _batched(two.sizes):
        mine.append(one.sizes[1:])
    whole = bool(one.sizes) and role_of(one.sizes[0].symbol) == "batch"
    for theirs in _forms(two.sizes, layout, transposed=one.transposed, whole=whole):
        for sizes in mine:
            if one.open and len(sizes) == 1 and theirs:
                yield ((sizes[0], _width(theirs, layout)),)
            elif one.open and len(sizes) <= len(theirs):
                yield tuple(zip(sizes, theirs[len(theirs) - len(sizes) :], strict=True))
            elif len(sizes) == len(theirs):
                yield tuple(zip(sizes, theirs, strict=True))


def _is_coherent(way: Alignment) -> bool:
    """Whether one size of the reference is one size of the candidate: ``(N, 512)`` is not ``(N, N)``."""
    said: dict[Size, Size] = {}
    for mine, theirs in way:
        if role_of(mine.symbol) == "batch" and theirs.symbol and not is_batch(theirs.symbol):
            return False
        before = said.setdefault(theirs, mine)
        kin = role_of_size(before) == role_of_size(mine) != ""
        if before != mine and not kin and theirs.symbols and not (before.unknown or mine.unknown):
            return False
    return True


@lru_cache(maxsize=8192)
def role_of_size(size: Size) -> str:
    """What the size of one axis stands for, by the names in it: ``H/2`` is a height."""
    roles = {role_of(name) for name in size.symbols} - {""}
    return roles.pop() if len(roles) == 1 else ""


def _width(sizes: Sizes, layout: Layout) -> Size:
    """The axis that a lone number speaks of: the channels of an image, the features of anything else."""
    return sizes[-3] if len(sizes) >= 3 and not layout.channels_last and _is_image(sizes) else sizes[-1]


def _batched(sizes: Sizes) -> bool:
    return bool(sizes) and is_batch(sizes[0].symbol)


def _without_ones(sizes: Sizes) -> Sizes:
    return tuple(size for size in sizes if size.number != 1)


def _forms(sizes: Sizes, layout: Layout, *, transposed: bool, whole: bool) -> Iterator[Sizes]:
    """The ways to write the reference's shape; with its batch only where the candidate writes one."""
    ordered = _in_layout(sizes, layout)
    image = len(sizes) >= 3 and _is_image(sizes)
    for form in (ordered, *([] if image else _heads_apart(ordered))):
        for variant in dict.fromkeys((form, _without_ones(form))):
            yield variant
            if transposed and len(variant) > 1:
                yield (*variant[:-2], variant[-1], variant[-2])
            swapped = layout.length_first and len(variant) > 1 and not is_batch(variant[0].symbol)
            place = 1 if swapped else 0
            if len(variant) > 1 and is_batch(variant[place].symbol) and not whole:
                rest = variant[:place] + variant[place + 1 :]
                if variant != form and len(rest) > 1:
                    continue
                yield rest
                if transposed and len(rest) > 1:
                    yield (*rest[:-2], rest[-1], rest[-2])


def _in_layout(sizes: Sizes, layout: Layout) -> Sizes:
    image = len(sizes) >= 3 and _is_image(sizes)
    if layout.channels_last and image:
        return (*sizes[:-3], *sizes[-2:], sizes[-3])
    if image:
        return sizes
    if layout.length_first and len(sizes) > 1 and _batched(sizes) and role_of_size(sizes[1]) in {"length", "patches"}:
        return (sizes[1], sizes[0], *sizes[2:])
    if layout.features_first and len(sizes) == 3 and _batched(sizes):
        return (sizes[0], sizes[2], sizes[1])
    return sizes


def _is_image(sizes: Sizes) -> bool:
    """Whether the last two axes are a height and a width: by name, or two equal numbers."""
    roles = role_of_size(sizes[-2]), role_of_size(sizes[-1])
    named = bool(sizes[-2].symbols & {"H", "h"}) and roles[1] == "width"
    return named or roles == ("height", "width") or (sizes[-1] == sizes[-2] and sizes[-1].number is not None)


def _heads_apart(sizes: Sizes) -> list[Sizes]:
    """Shapes with heads in them, written with the heads elsewhere, left out, or merged."""
    for place, size in enumerate(sizes):
        is_heads = size.symbol in {"h", "n_h"} or (role_of(size.symbol) == "heads" and size.symbol != "g")
        if is_heads and 0 < place < len(sizes) - 1:
            rest = sizes[:place] + sizes[place + 1 :]
            swapped = (*sizes[:place], sizes[place + 1], size, *sizes[place + 2 :])
            merged = [(*rest[:-1], rest[-1] * size)] if rest[-1] != rest[-2 if len(rest) > 1 else -1] else []
            front = [(rest[0] * size, *rest[1:])] if place == 1 else []
            return [swapped, rest, *merged, *front, (size, *rest)]
    return []


def reshaped(one: Shape, two: Shape) -> list[Alignment]:
    """The same number of elements in another number of axes, as after a reshape; for a lone number, a side."""
    sizes = two.sizes
    image = next((place for place in range(2, len(sizes) + 1) if place > 2 and _is_image(sizes[:place])), 0)
    if one.open and one.rank == 1 and image:
        return [((one.sizes[0], sizes[image - 2]),)]
    if one.open or one.rank == 0 or two.rank == 0 or _without_ones(sizes) != sizes:
        return []
    if one.rank == two.rank:
        return []
    whole = [(_product(one.sizes), _product(two.sizes))]
    if _batched(two.sizes) and not _batched(one.sizes):
        whole.append((_product(one.sizes), _product(two.sizes[1:])))
    return [(pair,) for pair in whole]


def _product(sizes: Sizes) -> Size:
    return prod(sizes, start=Size.of(1))
