"""Whatever is drawn in the words of the field, a check ends with a verdict that can be written down."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import cache

from board_kit import architecture
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.bank import load_bank
from evalmode.board.check import check_drawing
from evalmode.board.drawing import Arrow, Box, Drawing, Note

ARCHITECTURES = sorted(item.id for item in load_bank().board)
MORE = "? no_grad (detach) ∇ ×3 + real copy 0 (B,T) \\frac{ 999999999999999999999".split()


@cache
def accepted() -> list[Drawing]:
    return [one.drawing for name in ARCHITECTURES for one in architecture(name).references]


@cache
def words() -> list[str]:
    """All that the pack's own drawings have in boxes and on arrows, and some that they have not."""
    said = {part.label for one in accepted() for part in (*one.boxes, *one.arrows)}
    return sorted(said | {"", "update D, G frozen (detach)", *MORE})


@st.composite
def scribbles(draw: st.DrawFn) -> Drawing:
    """Boxes and arrows in no order."""
    label = st.sampled_from(words())
    labels = draw(st.lists(label, min_size=1, max_size=12))
    ends = st.integers(0, len(labels) - 1)
    pairs = draw(st.lists(st.tuples(ends, ends, label, st.booleans()), max_size=18))
    return Drawing(
        tuple(Box(f"b{place}", said) for place, said in enumerate(labels)),
        tuple(
            Arrow(f"a{n}", f"b{one}", f"b{two}", said, dashed=dashed)
            for n, (one, two, said, dashed) in enumerate(pairs)
        ),
        notes=tuple(Note(f"n{place}", said) for place, said in enumerate(draw(st.lists(label, max_size=2)))),
    )


@st.composite
def spoilt(draw: st.DrawFn) -> Drawing:
    """An accepted drawing with other words here and there, arrows that are gone, and some that are turned or dashed."""
    drawing = draw(st.sampled_from(accepted()))
    other = st.one_of(st.none(), st.none(), st.none(), st.sampled_from(words()))
    boxes = [replace(box, label=box.label if said is None else said) for box in drawing.boxes for said in [draw(other)]]
    arrows = []
    for arrow in drawing.arrows:
        said, fate = draw(other), draw(st.integers(0, 9))
        ends = (arrow.target, arrow.source) if fate == 1 else (arrow.source, arrow.target)
        changed = replace(arrow, source=ends[0], target=ends[1], dashed=fate == 2 or arrow.dashed)
        arrows += [] if fate == 0 else [changed if said is None else replace(changed, label=said)]
    return replace(drawing, boxes=tuple(boxes), arrows=tuple(arrows))


@given(st.sampled_from(ARCHITECTURES), st.one_of(scribbles(), spoilt()))
@settings(max_examples=200, deadline=None)
def test_any_drawing_is_judged(name: str, drawing: Drawing) -> None:
    found = check_drawing(architecture(name), drawing)
    assert found.verdict in {"right", "wrong", "unreadable"}
    assert 0 <= found.score <= 1
    assert json.dumps(asdict(found))
