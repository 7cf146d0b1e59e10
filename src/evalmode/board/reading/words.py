"""To what free words belong: an arrow they label, a box they caption, a frame they name, or nothing but themselves."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from evalmode.board.reading.geometry import Grid, gap, length, nearest_on, to_course, widened
from evalmode.board.reading.kinds import LONGEST_LABEL, is_equation, is_prose, is_repeat, is_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from evalmode.board.drawing import Rect
    from evalmode.board.reading.elements import Element, Point

__all__ = ["Place", "Surroundings", "place_words"]

ON_ARROW = 45.0
SHORT_LABEL = 24
BESIDE = 30.0
NEAR = 70.0
WORDS_OF_A_NAME = 4
SAME_HEIGHT = 220.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where some words belong.

    Args:
        kind: ``arrow``, ``box`` or ``frame`` for a label of one, ``near`` for a note beside anything, ``alone``.
        id: Of the stroke, box or frame.
    """

    kind: Literal["arrow", "box", "frame", "near", "alone"]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What words may belong to.

    Args:
        strokes: The connectors.
        labelled: Ids of strokes that have bound words.
        boxes: Every box's place, those made of words too.
        empty: Ids of boxes without words that arrows meet.
        frames: Every frame's place, brackets too.
        unnamed: Ids of frames without words.
    """

    strokes: Mapping[str, Element]
    labelled: Collection[str]
    boxes: Mapping[str, Rect]
    empty: Collection[str]
    frames: Mapping[str, Rect]
    unnamed: Collection[str]


@dataclass(frozen=True, slots=True)
class _Choice:
    cost: float
    text: str
    place: Place


def place_words(texts: Sequence[Element], around: Surroundings) -> dict[str, Place]:
    """For each free text, where it belongs.

    The closest pairs are decided first, so that of two words beside one arrow the farther finds its own arrow.
    """
    return _Placer(around).run(texts)


class _Placer:
    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.strokes: Grid[Element] = Grid()
        for stroke in around.strokes.values():
            self.strokes.add_course(stroke, stroke.points)
        self.boxes = Grid(around.boxes.items())

    def run(self, texts: Sequence[Element]) -> dict[str, Place]:
        choices = [choice for text in texts for choice in self._choices(text)]
        choices.sort(key=lambda choice: choice.cost)
        taken: defaultdict[Place, int] = defaultdict(int, {Place("arrow", name): 1 for name in self.around.labelled})
        placed: dict[str, Place] = {}
        put_off: list[_Choice] = []
        repeats = {text.id for text in texts if is_repeat(text.text)}
        equations = {text.id for text in texts if is_equation(text.text) and len(text.text) > SHORT_LABEL}
        for choice in choices:
            if choice.text in placed:
                continue
            if choice.place.kind == "arrow" and taken[choice.place]:
                if choice.text in equations:
                    continue
                if choice.cost > 14:
                    put_off.append(choice)
                    continue
            if (
                choice.place.kind in {"box", "frame"}
                and taken[choice.place]
                and choice.cost > 6
                and choice.text not in repeats
            ):
                continue
            placed[choice.text] = choice.place
            taken[choice.place] += choice.text not in repeats
        for choice in put_off:
            placed.setdefault(choice.text, choice.place)
        for text in texts:
            if text.id not in placed:
                placed[text.id] = self._far(text, taken) or self._near(text)
        return placed

    def _choices(self, text: Element) -> list[_Choice]:
        choices = []
        if is_repeat(text.text):
            choices += self._names(text, NEAR, 0.1)
        if not is_prose(text.text):
            away = self._from_boxes(text)
            for stroke in self.strokes.near(widened(text.rect, ON_ARROW)):
                cost = self._on_arrow(text, stroke, away)
                if cost <= ON_ARROW:
                    choices.append(_Choice(cost, text.id, Place("arrow", stroke.id)))
        for name in self.boxes.near(widened(text.rect, BESIDE)):
            distance = gap(text.rect, self.around.boxes[name])
            if name in self.around.empty and distance <= BESIDE:
                choices.append(_Choice(0.7 * distance, text.id, Place("box", name)))
        return choices + self._names(text, BESIDE, 1.0)

    def _from_boxes(self, text: Element) -> float:
        near = self.boxes.near(widened(text.rect, ON_ARROW))
        return min((gap(text.rect, self.around.boxes[name]) for name in near), default=math.inf)

    def _on_arrow(self, text: Element, stroke: Element, from_boxes: float) -> float:
        """The cost of words as the label of an arrow; more than ``ON_ARROW`` where they are none."""
        distance = to_course(text.rect, stroke.points) if gap(text.rect, stroke.rect) <= ON_ARROW else math.inf
        if distance > ON_ARROW:
            return math.inf
        away, where = nearest_on(text.rect.centre, stroke.points)
        whole = length(stroke.points)
        off_middle = abs(where - whole / 2) / (whole + 1)
        cost = distance + 5 * off_middle + 30 * max(0.0, off_middle - 0.2) + 0.04 * away
        if is_shape(text.text):
            cost *= 0.8
        elif distance > 12:
            cost += 0.8 * max(0, len(text.text) - SHORT_LABEL) + 14 * is_equation(text.text)
        if text.stroke and text.stroke == stroke.stroke:
            cost *= 0.7
        if set(text.groups) & set(stroke.groups):
            cost *= 0.5
        if from_boxes + 6 < distance and not is_shape(text.text.rsplit("\n", 1)[-1]):
            cost += 25
        return cost

    def _names(self, text: Element, reach: float, scale: float) -> list[_Choice]:
        """Words as the name of a frame: beside it, or inside along its edge."""
        choices = []
        for name, rect in self.around.frames.items():
            if (name not in self.around.unnamed and scale >= 1) or len(text.text) > LONGEST_LABEL:
                continue
            distance = _from_edge(text.rect, rect)
            in_corner = _in_corner(text.rect, rect)
            if distance <= reach and (in_corner or len(text.text.split()) <= WORDS_OF_A_NAME):
                corner = 0.2 if in_corner and not is_shape(text.text) else 1.0
                choices.append(_Choice(corner * scale * (distance + 8), text.id, Place("frame", name)))
        return choices

    def _far(self, text: Element, taken: Mapping[Place, int]) -> Place | None:
        """The arrow without words beside which a shape is written at some distance, with nothing in between."""
        if not is_shape(text.text):
            return None
        best, found = SAME_HEIGHT, None
        (cx, cy) = text.rect.centre
        for stroke in self.around.strokes.values():
            rect = stroke.rect
            if taken.get(Place("arrow", stroke.id)) or not (
                rect.y <= cy <= rect.y + rect.height or rect.x <= cx <= rect.x + rect.width
            ):
                continue
            distance = to_course(text.rect, stroke.points)
            if distance < best and not self._blocked(text.rect, stroke.rect.centre):
                best, found = distance, Place("arrow", stroke.id)
        return found

    def _blocked(self, rect: Rect, point: Point) -> bool:
        return any(to_course(box, (rect.centre, point)) == 0 for box in self.around.boxes.values())

    def _near(self, text: Element) -> Place:
        best, place = NEAR, Place("alone")
        for name in self.boxes.near(widened(text.rect, NEAR)):
            distance = gap(text.rect, self.around.boxes[name])
            if distance < best:
                best, place = distance, Place("near", name)
        for stroke in self.strokes.near(widened(text.rect, NEAR)):
            distance = to_course(text.rect, stroke.points)
            if distance < best:
                best, place = distance, Place("near", stroke.id)
        return place


def _in_corner(text: Rect, frame: Rect) -> bool:
    """Whether words stand in an upper corner of a frame, inside or on top of it, where its name mostly is."""
    upper = abs(text.y - frame.y) <= 25 or abs(text.y + text.height - frame.y) <= 15
    left, right = abs(text.x - frame.x), abs(text.x + text.width - frame.x - frame.width)
    return upper and min(left, right) <= 30


def _from_edge(text: Rect, frame: Rect) -> float:
    """How far words are from the edge of a frame, outside or inside, where a name would stand."""
    outside = gap(text, frame)
    if outside > 0:
        return outside
    return min(
        abs(text.y - frame.y),
        abs(frame.y + frame.height - text.y - text.height),
        abs(text.x - frame.x) + 10,
        abs(frame.x + frame.width - text.x - text.width) + 10,
    )
