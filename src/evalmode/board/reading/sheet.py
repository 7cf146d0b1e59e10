"""The parts of a scene sorted: boxes with their words, frames around them, connectors, and words that are left over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from evalmode.board.reading.brackets import Bracket, find_brackets
from evalmode.board.reading.captions import captions
from evalmode.board.reading.cutting import cut
from evalmode.board.reading.elements import STROKES, Element, Scene, stem
from evalmode.board.reading.geometry import Grid, nearest_on, overlap, to_shape
from evalmode.board.reading.nesting import area, nest, touched_by
from evalmode.board.reading.shapes import Shape, find_shapes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from evalmode.board.drawing import Correction

__all__ = ["Sheet", "sort_out"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A scene, sorted.

    Args:
        elements: Every live element by id.
        boxes: Shapes that arrows may meet, by id, from back to front.
        frames: Shapes around other shapes, by id, from back to front.
        brackets: Brackets beside boxes, by the id of their line.
        inner: Id of a frame → ids of the boxes in it.
        words: Id of a shape, or of an arrow that has bound words → its texts.
        texts: Free words, by id.
        strokes: Arrows and lines that may connect something, by id.
        scribbles: Strokes of a pen that are part of nothing.
        silenced: Elements that a person called meaningless.
        owners: Element → the shape it belongs to.
        whole: Piece of a stroke that was cut at a box → that stroke.
    """

    elements: Mapping[str, Element]
    boxes: Mapping[str, Shape]
    frames: Mapping[str, Shape]
    brackets: Mapping[str, Bracket]
    inner: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[Element, ...]]
    texts: Mapping[str, Element]
    strokes: Mapping[str, Element]
    scribbles: tuple[Element, ...] = ()
    silenced: frozenset[str] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    whole: Mapping[str, str] = field(default_factory=dict)


def sort_out(scene: Scene, corrections: Iterable[Correction]) -> Sheet:
    """Sort a scene. Corrections of words and of what means nothing are heeded, those of arrows come later."""
    told = list(corrections)
    notes = frozenset(correction.element for correction in told if correction.role == "note")
    owned = {correction.element: correction.to for correction in told if correction.role == "label"}
    owned.update(dict.fromkeys(notes, ""))
    elements = {element.id: element for element in scene.elements}
    drawn = [element for element in scene.elements if element.id not in notes or element.kind == "text"]
    shapes = {shape.id: shape for shape in find_shapes(drawn)}
    parts = {part: shape.id for shape in shapes.values() for part in shape.elements}
    strokes = [element for element in drawn if element.kind in STROKES and element.id not in parts]
    texts = [element for element in drawn if element.kind == "text"]
    brackets = find_brackets([stroke for stroke in strokes if stroke.kind == "line"], list(shapes.values()))
    connectors = {stroke.id: stroke for stroke in strokes if stroke.kind != "freedraw" and stroke.id not in brackets}

    words = _bound_words(texts, shapes, connectors, owned, parts)
    bound = {text.id for group in words.values() for text in group}
    loose = [text for text in texts if text.id not in bound and text.id not in owned]
    inside = _words_inside(loose, list(shapes.values()))
    touched = touched_by(connectors.values(), shapes, parts)
    nesting = nest(list(shapes.values()), connectors.values(), touched, _said(words, inside, elements), set(words))
    boxes = {name: shape for name, shape in shapes.items() if name not in nesting.inner}
    for text, shape in inside.items():
        if shape in boxes:
            words[shape].append(elements[text])
    boxes, parts = _with_sockets(boxes, nesting.sockets, words, parts, connectors.values())
    connectors, whole = _cut(connectors, boxes, words, touched, elements)
    bound = {text.id for group in words.values() for text in group}
    bare = [shape for name, shape in boxes.items() if not words[name] and not shape.sign]
    for text, shape in captions([text for text in loose if text.id not in bound], bare).items():
        words[shape].append(elements[text])
        bound.add(text)
    owners = dict(parts)
    owners.update((text.id, holder) for holder, group in words.items() if holder in shapes for text in group)
    return Sheet(
        elements=elements,
        boxes=boxes,
        frames={name: shapes[name] for name in nesting.inner},
        brackets=brackets,
        inner=nesting.inner,
        words={holder: tuple(group) for holder, group in words.items()},
        texts={text.id: text for text in texts if text.id not in bound},
        strokes=connectors,
        scribbles=tuple(stroke for stroke in strokes if stroke.kind == "freedraw"),
        silenced=notes,
        owners=owners,
        whole=whole,
    )


def _said(
    words: Mapping[str, Sequence[Element]], inside: Mapping[str, str], elements: Mapping[str, Element]
) -> dict[str, list[str]]:
    """Shape → the words bound to it or laid into it."""
    said = {name: [text.text for text in group] for name, group in words.items()}
    for text, shape in inside.items():
        said.setdefault(shape, []).append(elements[text].text)
    return said


def _with_sockets(
    boxes: Mapping[str, Shape],
    sockets: Mapping[str, str],
    words: defaultdict[str, list[Element]],
    parts: Mapping[str, str],
    strokes: Collection[Element],
) -> tuple[dict[str, Shape], dict[str, str]]:
    """Make sockets part of their boxes. What a socket says labels the strokes that end there."""
    made, owners = dict(boxes), dict(parts)
    for small, box in sockets.items():
        socket = made.pop(small)
        made[box] = replace(made[box], elements=(*made[box].elements, *socket.elements))
        owners.update(dict.fromkeys(socket.elements, box))
        said = words.pop(small, [])
        for stroke in strokes:
            ends = ((stroke.start, stroke.points[0]), (stroke.end, stroke.points[-1]))
            if any(bound == small or to_shape(point, socket.rect, socket.form) <= 12 for bound, point in ends):
                words[stroke.id] += said
    return made, owners


def _cut(
    strokes: Mapping[str, Element],
    boxes: Mapping[str, Shape],
    words: defaultdict[str, list[Element]],
    touched: set[str],
    taken: Iterable[str],
) -> tuple[dict[str, Element], dict[str, str]]:
    """Cut strokes at the boxes they run through, and give their words to the nearest piece."""
    solid = [box for name, box in boxes.items() if words[name] or box.sign or box.form == "joint"]
    pieces, whole = cut(strokes, solid, touched, set(taken))
    for name in set(whole.values()):
        parts = [pieces[name], *(pieces[part] for part, of in whole.items() if of == name)]
        for label in words.pop(name, ()):
            nearest = min(parts, key=lambda part: nearest_on(label.rect.centre, part.points)[0])
            words[nearest.id].append(label)
    return pieces, whole


def _bound_words(
    texts: Iterable[Element],
    shapes: Mapping[str, Shape],
    strokes: Mapping[str, Element],
    owned: Mapping[str, str],
    parts: Mapping[str, str],
) -> defaultdict[str, list[Element]]:
    words: defaultdict[str, list[Element]] = defaultdict(list)
    for text in texts:
        holder = owned.get(text.id, text.container)  # empty for what a person called a note
        holder = parts.get(holder, stem(holder, strokes))
        if holder in shapes or holder in strokes:
            words[holder].append(text)
    return words


def _words_inside(texts: Iterable[Element], shapes: Sequence[Shape]) -> dict[str, str]:
    """Free words whose middle lies in a shape, each with the smallest such shape."""
    grid = Grid((shape, shape.rect) for shape in shapes)
    found = {}
    for text in texts:
        around = [
            shape
            for shape in grid.near(text.rect)
            if to_shape(text.rect.centre, shape.rect, shape.form) == 0 and overlap(text.rect, shape.rect) >= 0.5
        ]
        if around:
            found[text.id] = min(around, key=area).id
    return found
