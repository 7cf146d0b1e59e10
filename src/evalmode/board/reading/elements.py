"""What a canvas holds: its live elements, with places and references that can be relied on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Container

    from evalmode.board.drawing import Rect, Unread

__all__ = ["AREAS", "STROKES", "Element", "Kind", "Point", "Scene", "stem"]

Point = tuple[float, float]
Kind = Literal["rectangle", "ellipse", "diamond", "image", "frame", "text", "arrow", "line", "freedraw"]

AREAS = frozenset({"rectangle", "ellipse", "diamond", "image", "frame"})
"""Kinds that enclose a part of the canvas."""

STROKES = frozenset({"arrow", "line", "freedraw"})
"""Kinds that are a course of points."""


@dataclass(frozen=True, slots=True)
class Element:
    """One live element of a canvas.

    Args:
        id: Unique in the scene.
        kind: What it is drawn as; embedded pages count as images, magic frames as frames.
        rect: Its place, of a turned or mirrored element the upright rectangle around it.
        points: The course of a stroke in scene units, at least two points; empty for anything else.
        text: Its words: of a text, or the name of a frame.
        container: Id of the shape or arrow a text is bound to; empty if it is free.
        start: Id of the element its first point is bound to; empty if it is bound to none.
        end: Id of the element its last point is bound to; empty if it is bound to none.
        start_head: The head at its first point, such as ``arrow``; empty if there is none.
        end_head: The head at its last point.
        groups: Ids of the groups it belongs to, innermost first.
        stroke: The colour of its line; empty for the default, black.
        fill: The colour inside; empty for none.
        dashed: Whether its line is dashed or dotted.
        rounded: Whether its course is drawn round.
        size: The height of its letters; 0 for anything but a text.
    """

    id: str
    kind: Kind
    rect: Rect
    points: tuple[Point, ...] = ()
    text: str = ""
    container: str = ""
    start: str = ""
    end: str = ""
    start_head: str = ""
    end_head: str = ""
    groups: tuple[str, ...] = ()
    stroke: str = ""
    fill: str = ""
    dashed: bool = False
    rounded: bool = False
    size: float = 0.0


def stem(name: str, known: Container[str]) -> str:
    """The stroke that a name means: itself, or that of which it is a branch, such as ``r`` for ``r#2``."""
    return name if name in known else re.sub(r"#\d+$", "", name)


@dataclass(frozen=True, slots=True)
class Scene:
    """A canvas.

    Args:
        elements: Its live elements from back to front.
        damaged: Elements that have no usable place.
    """

    elements: tuple[Element, ...] = field(default=())
    damaged: tuple[Unread, ...] = field(default=())
