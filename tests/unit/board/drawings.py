"""Drawings of any kind for property tests, and what two of them have in common apart from ids and places."""

from __future__ import annotations

from collections import Counter

from hypothesis import strategies as st

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note

LABELS = [
    "LayerNorm", "LayerNorm", "Linear 4d", "Linear d->4d", "Conv 3×3, 64, s2", "+", "+", "×", "⊙", "concat",
    "σ", "x", "x", "y", "Add & Norm", "softmax @ V", "MHA (h=8)", "Reshape (B, T, d)", "x as y",
    "out\n(B, T, d)", "frame a {", "}", "note: b", "LayerNorm | RMSNorm", "Dropout?", 'a "b" c', "# 1",
    "a -> b", "+ x", "c_t = f ⊙ c_{t-1}", "h_{t-1}", "@ K", "-[a]->", "a\\nb", "", "[CLS]", "[B]",
    "real images", "concat x, y",
]  # fmt: skip
ARROW_LABELS = [
    "",
    "",
    "",
    "(B, T, d)",
    "[B, C, H/2, W/2]",
    "q",
    "k",
    "q: (B, h, T, d/h)",
    "maxpool 2×2",
    "a ]-> b",
    "a\nb",
    "# c",
    '"d"',
]


def labels() -> st.SearchStrategy[str]:
    tricky = st.text(alphabet='ab +*@,=-~>[](){}"\\#\n×→ ', max_size=12)
    return st.sampled_from(LABELS) | tricky


@st.composite
def drawings(draw: st.DrawFn, *, most: int = 9) -> Drawing:
    """Boxes in nested frames, joined anyhow, with notes."""
    size = draw(st.integers(0, most))
    outer = draw(st.lists(st.integers(-1, 2), max_size=3))
    frames = [f"frame{number}" for number in range(len(outer))]
    around = ["" if number < 0 or number >= place else frames[number] for place, number in enumerate(outer)]
    boxes = [
        Box(f"b{number}", draw(labels()), frame=draw(st.sampled_from(["", *frames])), elements=(f"b{number}",))
        for number in range(size)
    ]
    arrows = [_arrow(draw, number, boxes) for number in range(draw(st.integers(0, 2 * size)))] if boxes else []
    nears = ["", *(box.id for box in boxes)]
    notes = [
        Note(f"n{number}", draw(labels().filter(str.strip)), near=draw(st.sampled_from(nears)))
        for number in range(draw(st.integers(0, 2)))
    ]
    made = tuple(
        Frame(frame, draw(labels()), frame=around[place], members=tuple(_members(frame, frames, around, boxes)))
        for place, frame in enumerate(frames)
    )
    return Drawing(tuple(boxes), tuple(arrows), made, tuple(notes), flow="down")


def _arrow(draw: st.DrawFn, number: int, boxes: list[Box]) -> Arrow:
    source, target = draw(st.sampled_from(boxes)).id, draw(st.sampled_from(boxes)).id
    label = draw(st.sampled_from(ARROW_LABELS) | labels())
    return Arrow(f"a{number}", source, target, label, curved=draw(st.booleans()), dashed=draw(st.booleans()))


def _members(frame: str, frames: list[str], around: list[str], boxes: list[Box]) -> list[str]:
    inside = {frame}
    for one, outer in zip(frames, around, strict=True):
        if outer in inside:
            inside.add(one)
    return [box.id for box in boxes if box.frame in inside]


def meaning(drawing: Drawing, *, curves: bool = True) -> object:
    """What a drawing says, whatever its boxes are called and wherever they are.

    Boxes are told apart by their surroundings, as far as these go.
    """
    frames = {frame.id: frame for frame in drawing.frames}

    def path(frame: str) -> tuple[str, ...]:
        return (*path(frames[frame].frame), frames[frame].label) if frame in frames else ()

    looks: dict[str, object] = {box.id: (box.label, path(box.frame)) for box in drawing.boxes}
    for _ in drawing.boxes:
        looks = {box: hash((looks[box], _around(drawing, looks, box, curves=curves))) for box in looks}
    return (
        Counter(looks.values()),
        Counter((box.label, path(box.frame)) for box in drawing.boxes),
        Counter(path(frame.id) for frame in drawing.frames),
        Counter((note.text, looks.get(note.near)) for note in drawing.notes),
        len(drawing.arrows),
    )


def _around(drawing: Drawing, looks: dict[str, object], box: str, *, curves: bool) -> object:
    said = Counter(
        (arrow.target == box, arrow.label, arrow.curved and curves, arrow.dashed, looks[other])
        for arrow in drawing.arrows
        if box in {arrow.source, arrow.target}
        for other in (arrow.source if arrow.target == box else arrow.target,)
    )
    return frozenset(said.items())
