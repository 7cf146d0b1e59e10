"""From the strokes of a sheet to connections between boxes, with what a person said about them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.reading.directions import guessed_flow, heads_of, main_flow, orient
from evalmode.board.reading.elements import stem
from evalmode.board.reading.ends import find_ends
from evalmode.board.reading.frames import inner_end
from evalmode.board.reading.joining import Course, follow
from evalmode.board.reading.legend import find_keys
from evalmode.board.reading.rails import free_rails
from evalmode.board.reading.ties import Tie, find_remarks, find_ties

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from evalmode.board.drawing import Correction, Flow, Origin
    from evalmode.board.reading.sheet import Sheet

__all__ = ["Connections", "Link", "connect"]


@dataclass(frozen=True, slots=True)
class Link:
    """A connection from a box to a box; boxes may be words."""

    id: str
    course: Course
    source: str
    target: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Connections:
    """All that strokes say.

    Args:
        links: The connections that could be read.
        open: Courses with an end that could not be told.
        ties: Lines that tie words to something.
        flow: The main direction.
        carriers: Stroke → strokes of the arrows it is part of, itself or those it leads up to.
        keys: Entries of a legend: stroke → its words.
    """

    links: tuple[Link, ...]
    open: tuple[Course, ...]
    ties: tuple[Tie, ...]
    flow: Flow
    carriers: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, str]


def connect(sheet: Sheet, corrections: Sequence[Correction]) -> Connections:
    """Find out what every stroke connects."""
    ends = free_rails(sheet.strokes, find_ends(sheet))
    told = {stem(correction.element, sheet.strokes) for correction in corrections}
    flow = _flow(sheet)
    ties = {tie.stroke: tie for tie in find_ties(sheet, ends, flow) if tie.stroke not in told}
    strokes = {name: stroke for name, stroke in sheet.strokes.items() if name not in ties}
    courses = follow(strokes, ends, orient(strokes, ends, flow))
    corrected = _correct(courses, corrections, sheet)
    _enter_frames(courses, sheet)
    alive = [course for course in courses if not course.merged or course.id in corrected]
    left = [course for course in alive if not (course.sources and course.targets)]
    links = list(_correct_forks(_links(alive, corrected, sheet), corrections, sheet))
    remarks = find_remarks(sheet, [(link.course.stroke.id, link.source, link.target) for link in links])
    ties.update({tie.stroke: tie for tie in remarks if tie.stroke not in told})
    links = [link for link in links if link.course.stroke.id not in ties]
    keys = find_keys(sheet, [(link.course, link.source, link.target) for link in links], left)
    return Connections(
        links=tuple(link for link in links if link.course.stroke.id not in keys),
        open=tuple(course for course in left if course.stroke.id not in keys),
        ties=tuple(ties.values()),
        flow=flow,
        carriers=_carriers(courses),
        keys=keys,
    )


def _links(courses: Iterable[Course], corrected: set[str], sheet: Sheet) -> Iterator[Link]:
    """Every pair of what a course comes from and what it goes to."""
    courses = list(courses)
    taken = {*sheet.elements, *(course.id for course in courses)}
    for course in courses:
        pairs = [(source, target) for source in course.sources for target in course.targets]
        for number, (source, target) in enumerate(pairs, 1):
            name = course.id if number == 1 else _branch(course.stroke.id, number, taken)
            taken.add(name)
            yield Link(name, course, source, target, _origin(course, corrected))


def _branch(stroke: str, number: int, taken: Container[str]) -> str:
    """A name for one branch of a stroke that nothing else has."""
    while f"{stroke}#{number}" in taken:
        number += 1
    return f"{stroke}#{number}"


def _flow(sheet: Sheet) -> Flow:
    courses = []
    for stroke in sheet.strokes.values():
        at_start, at_end = heads_of(stroke)
        if at_start != at_end:
            courses.append(stroke.points if at_end else stroke.points[::-1])
    if courses:
        return main_flow(courses)
    lines = [stroke.points for stroke in sheet.strokes.values()]
    if not lines:
        return "unknown"
    words = {text.text.lower(): text.rect.centre for group in sheet.words.values() for text in group}
    words.update((text.text.lower(), text.rect.centre) for text in sheet.texts.values())
    return guessed_flow(lines, words)


def _correct(courses: Sequence[Course], corrections: Iterable[Correction], sheet: Sheet) -> set[str]:
    """Put in what a person said about whole arrows; returns the ids of these."""
    index = {course.id: course for course in courses}
    corrected = set()
    for correction in corrections:
        course = index.get(correction.element)
        if course is None:
            continue
        if correction.role == "reverse":
            course.sources, course.targets = course.targets, course.sources
            course.source, course.target = course.target, course.source
            course.back = not course.back
        elif correction.role in {"source", "target"} and (
            meant := _meant(correction.to, index, sheet, correction.role)
        ):
            if correction.role == "source":
                course.sources = meant
            else:
                course.targets = meant
        else:
            continue
        corrected.add(course.id)
    return corrected


def _meant(name: str, index: Mapping[str, Course], sheet: Sheet, role: str) -> tuple[str, ...]:
    """The boxes that an id stands for: a box, a frame, words, or what another arrow comes from or goes to."""
    name = sheet.owners.get(name, name)
    if name in sheet.boxes or name in sheet.frames or name in sheet.texts:
        return (name,)
    other = index.get(name) or index.get(stem(name, index))
    if other is None:
        return ()
    return other.sources if role == "source" else other.targets


def _correct_forks(links: Iterable[Link], corrections: Sequence[Correction], sheet: Sheet) -> Iterator[Link]:
    """Put in what a person said about one branch of an arrow that forks."""
    for link in links:
        source, target, origin = link.source, link.target, link.origin
        for correction in corrections:
            if correction.element != link.id or link.id == link.course.id:
                continue
            origin = "corrected"
            name = sheet.owners.get(correction.to, correction.to)
            if correction.role == "reverse":
                source, target = target, source
            elif name in sheet.boxes or name in sheet.texts:
                source = name if correction.role == "source" else source
                target = name if correction.role == "target" else target
        yield Link(link.id, link.course, source, target, origin)


def _enter_frames(courses: Sequence[Course], sheet: Sheet) -> None:
    """Lead ends at frames on to the boxes in them."""
    fed = {target for course in courses for target in course.targets}
    feeding = {source for course in courses for source in course.sources}
    for course in courses:
        points = course.stroke.points[::-1] if course.back else course.stroke.points
        course.targets = tuple(
            inner for name in course.targets if (inner := _inside(name, points, sheet, fed, course.sources))
        )
        course.sources = tuple(
            inner for name in course.sources if (inner := _inside(name, points[::-1], sheet, feeding, course.targets))
        )


def _inside(
    name: str,
    points: Sequence[tuple[float, float]],
    sheet: Sheet,
    met: set[str],
    others: Sequence[str],
) -> str:
    if name not in sheet.frames:
        return name
    members = {box: sheet.boxes[box].rect for box in sheet.inner[name] if box not in others}
    return inner_end(points, sheet.frames[name].rect, members, met)


def _origin(course: Course, corrected: set[str]) -> Origin:
    if course.id in corrected:
        return "corrected"
    if course.joined or course.parts:
        return "joined"
    return "bound" if course.source.bound and course.target.bound else "nearby"


def _carriers(courses: Sequence[Course]) -> dict[str, tuple[str, ...]]:
    after: defaultdict[str, list[str]] = defaultdict(list)
    for course in courses:
        for part in course.parts:
            after[part].append(course.stroke.id)
    merged = {course.stroke.id for course in courses if course.merged}

    def last(name: str, seen: frozenset[str]) -> Iterator[str]:
        if name not in merged:
            yield name
            return
        for following in after[name]:
            if following not in seen:
                yield from last(following, seen | {following})

    return {course.stroke.id: tuple(dict.fromkeys(last(course.stroke.id, frozenset()))) for course in courses}
