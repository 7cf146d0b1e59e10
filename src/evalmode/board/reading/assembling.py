"""What was sorted and connected is put together as a drawing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note, Rect, Unread
from evalmode.board.reading.directions import along
from evalmode.board.reading.geometry import Grid, deviation, holds, length, overlap, widened
from evalmode.board.reading.legend import look
from evalmode.board.reading.stacks import stacked
from evalmode.board.reading.words import Place, Surroundings, place_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evalmode.board.reading.connecting import Connections, Link
    from evalmode.board.reading.elements import Element, Scene
    from evalmode.board.reading.joining import Course
    from evalmode.board.reading.sheet import Sheet
    from evalmode.board.reading.ties import Tie

__all__ = ["assemble"]


def assemble(scene: Scene, sheet: Sheet, connections: Connections) -> Drawing:
    """Make the drawing of a sheet and its connections."""
    return _Assembly(scene, sheet, connections).drawing()


class _Assembly:
    def __init__(self, scene: Scene, sheet: Sheet, connections: Connections) -> None:
        self.scene, self.sheet, self.connections = scene, sheet, connections
        met = dict.fromkeys(end for link in connections.links for end in (link.source, link.target))
        self.met = met
        self.text_boxes = {name: sheet.texts[name] for name in met if name in sheet.texts}
        self.key_words = frozenset(connections.keys.values())
        self.legend = {look(sheet.strokes[name]): text for name, text in connections.keys.items()}
        self.tied: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in connections.ties:
            self.tied[tie.text].append(tie)
        self.frame_rects = {name: frame.rect for name, frame in sheet.frames.items()}
        self.frame_rects.update((name, bracket.rect) for name, bracket in sheet.brackets.items())
        self.frame_grid = Grid(self.frame_rects.items())
        self.parts: defaultdict[str, list[str]] = defaultdict(list)
        for part, wholes in connections.carriers.items():
            for whole in wholes:
                self.parts[whole].append(part)
        self.places = self._places()
        self.held: defaultdict[tuple[str, str], list[Element]] = defaultdict(list)
        for name, place in self.places.items():
            if place.kind in {"arrow", "box", "frame"}:
                self.held[place.kind, place.id].append(sheet.texts[name])

    def drawing(self) -> Drawing:
        boxes = sorted(self._boxes(), key=self._order)
        arrows = list(self._arrows())
        flow = self.connections.flow
        arrows += stacked(boxes, arrows, flow)
        return Drawing(
            boxes=tuple(boxes),
            arrows=tuple(arrows),
            frames=tuple(self._frames(boxes)),
            notes=tuple(self._notes()),
            unread=(*self.scene.damaged, *self._unread()),
            flow=flow,
        )

    def _places(self) -> dict[str, Place]:
        sheet = self.sheet
        free = [
            text
            for name, text in sheet.texts.items()
            if name not in self.text_boxes and name not in self.tied and name not in sheet.silenced | self.key_words
        ]
        ties = {tie.stroke for tie in self.connections.ties} | set(self.connections.keys)
        boxes = {name: shape.rect for name, shape in sheet.boxes.items()}
        around = Surroundings(
            strokes={name: stroke for name, stroke in sheet.strokes.items() if name not in ties},
            labelled={name for name in sheet.strokes if sheet.words.get(name)},
            boxes={**boxes, **{name: text.rect for name, text in self.text_boxes.items()}},
            empty={
                name for name in boxes if name in self.met and not sheet.words.get(name) and not sheet.boxes[name].sign
            },
            frames=self.frame_rects,
            unnamed={name for name in self.frame_rects if not sheet.words.get(name)},
        )
        return place_words(free, around)

    def _boxes(self) -> Iterator[Box]:
        for name, shape in self.sheet.boxes.items():
            if shape.form == "image" and name not in self.met:
                continue
            words = _read([*self.sheet.words.get(name, ()), *self.held["box", name]])
            label = "\n".join(text.text for text in words)
            if shape.sign and shape.sign not in label:
                label = f"{shape.sign}\n{label}" if label else shape.sign
            yield Box(
                id=name,
                label=label or shape.words,
                form=shape.form
                if label or shape.form != "ellipse" or max(shape.rect.width, shape.rect.height) > 24
                else "joint",
                rect=shape.rect,
                colour=shape.colour,
                frame=self._frame_of(name, shape.rect),
                elements=(*shape.elements, *(text.id for text in words)),
            )
        for name, text in self.text_boxes.items():
            words = _read([text, *self.held["box", name]])
            yield Box(
                id=name,
                label="\n".join(part.text for part in words),
                form="text",
                rect=text.rect,
                colour=text.stroke,
                frame=self._frame_of(name, text.rect),
                elements=tuple(dict.fromkeys((name, *(part.id for part in words)))),
            )

    def _order(self, box: Box) -> tuple[float, float]:
        flow = self.connections.flow
        across = box.rect.centre[1] if flow in {"left", "right"} else box.rect.centre[0]
        return along(flow, box.rect.centre), across

    def _frame_of(self, name: str, rect: Rect) -> str:
        """The smallest frame around a place."""
        around = [
            frame
            for frame in self.frame_grid.near(Rect(*rect.centre))
            if frame != name and holds(self.frame_rects[frame], rect.centre) and self._size(frame) > _area(rect)
        ]
        return min(around, key=self._size, default="")

    def _size(self, frame: str) -> float:
        return _area(self.frame_rects[frame])

    def _arrows(self) -> Iterator[Arrow]:
        for link in self.connections.links:
            yield self._arrow(link)

    def _arrow(self, link: Link) -> Arrow:
        course, stroke = link.course, link.course.stroke
        carried = self._carried(stroke.id)
        words = _read(
            [text for name in carried for text in (*self.sheet.words.get(name, ()), *self.held["arrow", name])]
        )
        points = stroke.points[::-1] if course.back else stroke.points
        return Arrow(
            id=link.id,
            source=link.source,
            target=link.target,
            label="\n".join([*self._keyed(stroke), *(text.text for text in words)]),
            curved=_is_curved(points),
            dashed=stroke.dashed,
            headless=course.headless,
            colour=stroke.stroke,
            points=points,
            origin=link.origin,
            elements=tuple(dict.fromkeys((*map(self._whole, carried), *(text.id for text in words)))),
        )

    def _keyed(self, stroke: Element) -> list[str]:
        """What the legend says of strokes that look like this one."""
        key = self.legend.get(look(stroke))
        return [self.sheet.texts[key].text] if key else []

    def _whole(self, stroke: str) -> str:
        return self.sheet.whole.get(stroke, stroke)

    def _carried(self, stroke: str) -> list[str]:
        """A stroke and those that lead up to it."""
        return [stroke, *(part for part in self.parts[stroke] if part != stroke)]

    def _frames(self, boxes: Sequence[Box]) -> Iterator[Frame]:
        for name in sorted(self.frame_rects, key=self._size, reverse=True):
            rect = self.frame_rects[name]
            words = _read([*self.sheet.words.get(name, ()), *self.held["frame", name]])
            shape = self.sheet.frames.get(name)
            label = "\n".join(text.text for text in words)
            yield Frame(
                id=name,
                label=label or (shape.words if shape else ""),
                rect=rect,
                frame=self._frame_of(name, rect),
                members=tuple(box.id for box in boxes if holds(rect, box.rect.centre)),
                elements=(*(shape.elements if shape else (name,)), *(text.id for text in words)),
            )

    def _notes(self) -> Iterator[Note]:
        for name, text in self.sheet.texts.items():
            place = self.places.get(name)
            if name in self.text_boxes or (place and place.kind in {"arrow", "box", "frame"}):
                continue
            ties = self.tied[name]
            near = self._about(ties[0].about.id) if ties else place.id if place else ""
            strokes = [tie.stroke for tie in ties] + [key for key, of in self.connections.keys.items() if of == name]
            yield Note(name, text.text, near, text.rect, (name, *strokes))

    def _about(self, name: str) -> str:
        """What a tie leads to: words that label something stand for it."""
        place = self.places.get(name)
        return place.id if place and place.kind != "alone" else name

    def _underlines(self, scribble: Element) -> bool:
        """Whether a stroke of the pen only underlines words."""
        place = scribble.rect
        return place.height <= 15 and any(
            abs(text.rect.y + text.rect.height - place.y) <= 20 and overlap(text.rect, widened(place, 40)) > 0.5
            for text in self.sheet.texts.values()
        )

    def _unread(self) -> Iterator[Unread]:
        for course in self.connections.open:
            elements = tuple(dict.fromkeys(map(self._whole, (course.stroke.id, *course.parts))))
            what: str = "line" if course.stroke.kind == "line" else "arrow"
            if what == "line":
                yield Unread(course.id, "line", f"This line {_loose(course, 'connects nothing')}.", elements)
            else:
                says = (
                    f"This arrow {_loose(course, 'stands alone')}: draw it up to what it means, or tell where it goes."
                )
                yield Unread(course.id, "arrow", says, elements)
        for element in self.scene.elements:
            if element.kind == "image" and element.id not in self.met:
                yield Unread(element.id, "image", "Pictures are not read: draw what it shows.", (element.id,))
        for scribble in self.sheet.scribbles:
            if length(scribble.points) > 30 and not self._underlines(scribble):
                says = "This stroke of the pen is not read: use boxes, arrows and text."
                yield Unread(scribble.id, "scribble", says, (scribble.id,))


def _loose(course: Course, nothing: str) -> str:
    if not course.sources and not course.targets:
        return nothing
    return "comes from no box" if not course.sources else "reaches no box"


def _area(rect: Rect) -> float:
    return rect.width * rect.height


def _is_curved(points: Sequence[tuple[float, float]]) -> bool:
    return deviation(points) > max(12.0, 0.08 * length((points[0], points[-1])))


def _read(texts: Iterable[Element]) -> list[Element]:
    """Words in the order in which they are read."""
    return sorted(texts, key=lambda text: (round(text.rect.y / 8), text.rect.x))
