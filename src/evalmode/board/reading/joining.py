"""Strokes that start or end on other strokes are followed, so that every arrow leads from a box to a box."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evalmode.board.reading.directions import heads_of

if TYPE_CHECKING:
    from evalmode.board.reading.elements import Element
    from evalmode.board.reading.ends import Terminal

__all__ = ["Course", "follow"]

MOST_FORKS = 12
Leading = Mapping[str, list["Course"]]


@dataclass(slots=True)
class Course:
    """A connector with a direction.

    Args:
        id: Of its stroke; with ``#2`` for the way back of a stroke with two heads.
        stroke: Its stroke.
        source: What it leaves.
        target: What it reaches.
        back: Whether it runs against the order of its stroke's points.
        headless: Whether its direction was worked out.
        merged: Whether it only leads up to other courses, which are arrows in its stead.
        sources: Boxes, frames and texts it comes from.
        targets: Boxes, frames and texts it goes to.
        parts: Strokes that lead up to it.
    """

    id: str
    stroke: Element
    source: Terminal
    target: Terminal
    back: bool = False
    headless: bool = False
    merged: bool = False
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    parts: tuple[str, ...] = field(default=())

    @property
    def tail(self) -> str:
        """Which place on its stroke it begins at."""
        return "end" if self.back else "start"

    @property
    def tip(self) -> str:
        """Which place on its stroke it ends at."""
        return "start" if self.back else "end"

    @property
    def joined(self) -> bool:
        """Whether one of its ends was found by following another stroke."""
        return "stroke" in {self.source.kind, self.target.kind}


def follow(
    strokes: Mapping[str, Element],
    ends: Mapping[str, tuple[Terminal, Terminal]],
    forwards: Mapping[str, bool],
) -> list[Course]:
    """Direct all strokes and follow their ends along other strokes to the boxes at the end.

    Args:
        strokes: The connectors by id.
        ends: What their first and last points meet.
        forwards: For strokes without heads, whether they go from first to last.
    """
    courses = [
        course for name, stroke in strokes.items() for course in _directed(stroke, ends[name], forwards, strokes)
    ]
    index = {course.id: course for course in courses}
    leading = _leading(courses, index)
    for course in courses:
        course.sources = tuple(dict.fromkeys(_sources(course, index, leading, set())))[:MOST_FORKS]
        course.targets = tuple(dict.fromkeys(_targets(course, index, set())))[:MOST_FORKS]
        course.parts = tuple(dict.fromkeys(before.stroke.id for before in leading.get(course.id, ())))
    return courses


def _directed(
    stroke: Element, pair: tuple[Terminal, Terminal], forwards: Mapping[str, bool], taken: Container[str]
) -> Iterator[Course]:
    at_start, at_end = heads_of(stroke)
    if not at_start and not at_end:
        back = not forwards[stroke.id]
        yield Course(stroke.id, stroke, *(pair[::-1] if back else pair), back=back, headless=True)
        return
    if at_end:
        yield Course(stroke.id, stroke, *pair)
    if at_start:
        name = stroke.id
        while at_end and name in taken:
            name += "#2"
        yield Course(name, stroke, pair[1], pair[0], back=True)


def _leading(courses: list[Course], index: Mapping[str, Course]) -> dict[str, list[Course]]:
    """Course → those that lead up to its beginning. What only leads up to another is no arrow of its own."""
    leading: defaultdict[str, dict[str, Course]] = defaultdict(dict)
    rails = _rails(courses, index)
    for course in courses:
        after = index.get(course.target.id)
        course.merged = course.merged or course.id in rails
        if (
            course.target.kind == "stroke"
            and after is not None
            and (course.target.place == after.tail or after.id in rails)
        ):
            leading[after.id][course.id] = course
            course.merged = True
        before = index.get(course.source.id)
        if course.source.kind != "stroke" or before is None or course.source.place != before.tip:
            continue
        if before.target.kind == "none" or before.target.id == course.id:
            leading[course.id][before.id] = before
            before.merged = True
    return {name: list(befores.values()) for name, befores in leading.items()}


def _rails(courses: list[Course], index: Mapping[str, Course]) -> set[str]:
    """Lines without heads or boxes that arrows reach and leave along their way: all that leave carry what arrives."""
    loose = {course.id for course in courses if course.headless and course.source.kind == course.target.kind == "none"}
    reached = {course.target.id for course in courses if course.target.kind == "stroke" and course.target.id in index}
    left = {course.source.id for course in courses if course.source.kind == "stroke" and course.source.id in index}
    return loose & reached & left


def _sources(course: Course, index: Mapping[str, Course], leading: Leading, seen: set[str]) -> Iterator[str]:
    if course.id in seen:
        return
    seen.add(course.id)
    if course.source.kind == "stroke":
        before = index.get(course.source.id)
        if before is not None:
            yield from _sources(before, index, leading, seen)
    elif course.source.kind != "none":
        yield course.source.id
    for before in leading.get(course.id, ()):
        yield from _sources(before, index, leading, seen)


def _targets(course: Course, index: Mapping[str, Course], seen: set[str]) -> Iterator[str]:
    if course.id in seen:
        return
    seen.add(course.id)
    if course.target.kind == "stroke":
        after = index.get(course.target.id)
        if after is not None:
            yield from _targets(after, index, seen)
    elif course.target.kind != "none":
        yield course.target.id
