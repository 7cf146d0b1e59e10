"""Which axis of a shape is what: batch, channels, sides of an image."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from evalmode.board.shapes.alignment import role_of_size
from evalmode.board.shapes.words import is_batch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.shapes.algebra import Size

__all__ = ["batched", "image_axes", "keeps_channels_last"]

Sizes = tuple["Size", ...]


def batched(sizes: Sizes) -> bool:
    """Whether the first axis is the batch by its name."""
    return bool(sizes) and is_batch(sizes[0].symbol)


def image_axes(sizes: Sizes, *, channels_last: bool | None) -> tuple[int, int, int] | None:
    """The places of channels, height and width; nothing if that is not plain to see.

    Args:
        sizes: The sizes of all axes, with or without a batch.
        channels_last: What the drawing keeps to, for shapes that do not show it; nothing if it does not say.
    """
    rank = len(sizes)
    if rank not in {3, 4}:
        return None
    first, last = (rank - 3, rank - 2, rank - 1), (rank - 1, rank - 3, rank - 2)
    at_end, before = _are_sides(sizes[-2], sizes[-1]), _are_sides(sizes[-3], sizes[-2])
    if at_end != before:
        return first if at_end else last
    if at_end and channels_last is not None:
        return last if channels_last else first
    return first if at_end and rank == 4 else None


def keeps_channels_last(shapes: Iterable[Sizes]) -> bool | None:
    """Whether most images among the shapes have their channels last; nothing if none shows it."""
    votes: Counter[bool] = Counter()
    for sizes in shapes:
        axes = image_axes(sizes, channels_last=None)
        if axes is not None:
            votes[axes[0] > axes[1]] += 1
    return votes.most_common(1)[0][0] if votes else None


def _are_sides(one: Size, two: Size) -> bool:
    """Whether two neighbouring sizes are a height and a width: by name, or as equal numbers."""
    height = role_of_size(one) == "height" or bool(one.symbols & {"H", "h", "H'"})
    width = role_of_size(two) == "width"
    return (height and width) or (
        one == two and not one.unknown and (one.number is not None or bool(one.symbols & {"H", "S", "s"}))
    )
