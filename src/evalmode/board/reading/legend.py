"""Legends: arrows that connect nothing and stand beside words that say what arrows of their looks mean."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from evalmode.board.reading.geometry import gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.reading.elements import Element
    from evalmode.board.reading.joining import Course
    from evalmode.board.reading.sheet import Sheet

__all__ = ["find_keys", "look"]

BESIDE = 45.0
LONGEST = 60


def look(stroke: Element) -> tuple[str, bool]:
    """What tells strokes of a legend apart: colour, and whether the line is broken."""
    return stroke.stroke, stroke.dashed


def find_keys(
    sheet: Sheet,
    links: Sequence[tuple[Course, str, str]],
    left: Sequence[Course],
) -> dict[str, str]:
    """The entries of a legend.

    Args:
        sheet: The scene.
        links: Courses that were read, with what they connect.
        left: Courses that were not.

    Returns:
        Stroke → the words beside it. Each look appears once, and some other arrow has it too.
    """
    solid = {end for _, *ends in links if any(end in sheet.boxes for end in ends) for end in ends}
    entries = [course for course in left if not _meets_box(course, sheet)]
    entries += [course for course, *ends in links if not solid & set(ends)]
    used = {look(course.stroke) for course, *ends in links if solid & set(ends)}
    keys: dict[str, str] = {}
    seen = set()
    for course in entries:
        words = _beside(course, sheet, solid | set(keys.values()))
        if words and look(course.stroke) in used and look(course.stroke) not in seen:
            keys[course.stroke.id] = words
            seen.add(look(course.stroke))
    return keys if len(keys) > 1 or ("", False) not in seen else {}


def _meets_box(course: Course, sheet: Sheet) -> bool:
    return any(end in sheet.boxes for end in (*course.sources, *course.targets))


def _beside(course: Course, sheet: Sheet, taken: set[str]) -> str:
    """The nearest short words on the height of a course: to its right, else to its left; or those bound to it."""
    rect = course.stroke.rect
    best, found = math.inf, ""
    for text in sheet.texts.values():
        if text.id in taken or text.id in sheet.silenced or len(text.text) > LONGEST:
            continue
        level = text.rect.y - 6 <= rect.centre[1] <= text.rect.y + text.rect.height + 6
        distance = gap(text.rect, rect) + (0 if text.rect.centre[0] > rect.centre[0] else 25)
        if level and distance < min(best, BESIDE):
            best, found = distance, text.id
    return found
