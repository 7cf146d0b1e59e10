"""The parts of a scene sorted: boxes with their words, frames around them, connectors, and words that are left over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evalmode.board.drawing import Correction, Rect
from evalmode.board.reading.brackets import Bracket, find_brackets
from evalmode.board.reading.captions import captions
from evalmode.board.reading.cutting import cut
from evalmode.board.reading.elements import STROKES, Element, Scene, stem
from evalmode.board.reading.geometry import Grid, holds, nearest_on, overlap, to_shape
from evalmode.board.reading.shapes import Shape, find_shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    touched = _touched(connectors.values(), shapes, parts)
    frames, inner = _nesting(list(shapes.values()), touched, words, inside)
    for text, shape in inside.items():
        if shape not in frames:
            words[shape].append(elements[text])
            bound.add(text)
    solid = [
        shape
        for name, shape in shapes.items()
        if name not in frames and (words[name] or shape.sign or shape.form == "joint")
    ]
    connectors, whole = cut(connectors, solid, touched, elements)
    for name in set(whole.values()):
        pieces = [connectors[name], *(connectors[piece] for piece, of in whole.items() if of == name)]
        for label in words.pop(name, ()):
            nearest = min(pieces, key=lambda piece: nearest_on(label.rect.centre, piece.points)[0])
            words[nearest.id].append(label)
    bare = [shape for name, shape in shapes.items() if name not in frames and not words[name] and not shape.sign]
    for text, shape in captions([text for text in loose if text.id not in bound], bare).items():
        words[shape].append(elements[text])
        bound.add(text)
    owners = dict(parts)
    owners.update((text.id, holder) for holder, group in words.items() if holder in shapes for text in group)
    return Sheet(
        elements=elements,
        boxes={name: shape for name, shape in shapes.items() if name not in frames},
        frames={name: shapes[name] for name in frames},
        brackets=brackets,
        inner=inner,
        words={holder: tuple(group) for holder, group in words.items()},
        texts={text.id: text for text in texts if text.id not in bound},
        strokes=connectors,
        scribbles=tuple(stroke for stroke in strokes if stroke.kind == "freedraw"),
        silenced=notes,
        owners=owners,
        whole=whole,
    )


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
            found[text.id] = min(around, key=_area).id
    return found


def _area(shape: Shape) -> float:
    return shape.rect.width * shape.rect.height


def _touched(strokes: Iterable[Element], shapes: Mapping[str, Shape], parts: Mapping[str, str]) -> set[str]:
    """Shapes that some connector meets: by a binding, or with an end near the smallest shape there."""
    grid = Grid((shape, shape.rect) for shape in shapes.values())
    touched = set()
    for stroke in strokes:
        for bound, point in ((stroke.start, stroke.points[0]), (stroke.end, stroke.points[-1])):
            if bound in parts:
                touched.add(parts[bound])
                continue
            met = [shape for shape in grid.near(_place(point)) if to_shape(point, shape.rect, shape.form) <= 15]
            if met:
                touched.add(min(met, key=_area).id)
    return touched


def _place(point: tuple[float, float]) -> Rect:
    return Rect(point[0] - 15, point[1] - 15, 30, 30)


def _nesting(
    shapes: Sequence[Shape],
    touched: set[str],
    words: Mapping[str, Sequence[Element]],
    inside: Mapping[str, str],
) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    """Which shapes are drawn around others, largest first, and the boxes in each."""
    worded = {*words, *inside.values(), *(shape.id for shape in shapes if shape.sign)}
    contents = _contents(shapes)
    frames = [shape for shape in shapes if shape.framed or _is_frame(shape, contents[shape.id], touched, worded, words)]
    frames.sort(key=_area, reverse=True)
    names = {frame.id for frame in frames}
    inner = {frame.id: tuple(shape.id for shape in contents[frame.id] if shape.id not in names) for frame in frames}
    return [frame.id for frame in frames], inner


def _contents(shapes: Sequence[Shape]) -> dict[str, list[Shape]]:
    grid = Grid((shape, shape.rect) for shape in shapes)
    return {
        outer.id: [
            shape
            for shape in grid.near(outer.rect)
            if shape.id != outer.id
            and _area(shape) <= 0.85 * _area(outer)
            and holds(outer.rect, shape.rect.centre)
            and overlap(shape.rect, outer.rect) >= 0.9
        ]
        for outer in shapes
        if outer.form != "joint" and not outer.sign
    } | {shape.id: [] for shape in shapes if shape.form == "joint" or shape.sign}


def _is_frame(
    outer: Shape,
    contents: Sequence[Shape],
    touched: set[str],
    worded: set[str],
    words: Mapping[str, Sequence[Element]],
) -> bool:
    """Whether a shape stands around boxes of its own: some are connected, or it has no words and they have."""
    real = [shape for shape in contents if shape.id in worded and shape.form != "joint"]
    if any(shape.id in touched for shape in real):
        return True
    if sum(shape.id in touched for shape in contents) >= 2:
        return True
    return bool(real) and not (outer.id in touched and words.get(outer.id))
