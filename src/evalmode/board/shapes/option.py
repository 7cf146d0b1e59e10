"""What goes into a shape function and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.graph import Op

if TYPE_CHECKING:
    from evalmode.board.shapes.algebra import Size

__all__ = ["Input", "Option", "ShapeFunction"]


@dataclass(frozen=True, slots=True)
class Input:
    """A value that an operation takes.

    Args:
        sizes: Its sizes; some may be unknown.
        port: Which input it is, such as ``q``; empty if the drawing does not say.
        channels_last: Whether the drawing keeps the channels of images last; nothing if it does not show.
    """

    sizes: tuple[Size, ...]
    port: str = ""
    channels_last: bool | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A shape that an operation may make, for drawings leave open whether a convolution is padded, for one.

    Args:
        sizes: The sizes of the result; what is not known is the unknown size.
        derivation: How they come about, in a few words or as a calculation.
    """

    sizes: tuple[Size, ...]
    derivation: str = ""


ShapeFunction = Callable[[Op, tuple[Input, ...]], list[Option]]
"""All shapes that an operation may make of its inputs, the likeliest first; none where nothing is certain."""
