"""A drawing written as text and read again says the same; any text is read or refused with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.notation import NotationError, parse_notation, to_mermaid, write_notation
from unit.board.drawings import drawings, meaning

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing


@given(drawings())
@settings(deadline=None, max_examples=100)
def test_what_is_written_reads_as_the_same_graph(drawing: Drawing):
    assert meaning(parse_notation(write_notation(drawing))) == meaning(drawing)


@given(drawings())
@settings(deadline=None)
def test_a_second_writing_changes_nothing(drawing: Drawing):
    text = write_notation(parse_notation(write_notation(drawing)))
    assert meaning(parse_notation(text)) == meaning(drawing)


@given(drawings())
@settings(deadline=None)
def test_every_box_and_arrow_is_in_the_mermaid(drawing: Drawing):
    lines = to_mermaid(drawing).splitlines()
    assert sum("-->" in line or "-.->" in line for line in lines if not line.lstrip().startswith("%%")) >= len(
        drawing.arrows
    )


_WORDS = st.sampled_from(
    [
        "x",
        "y",
        "->",
        "~>",
        "-[",
        "]->",
        "+ x",
        "as a",
        "a",
        "(B, T)",
        '"',
        "frame F {",
        "}",
        "note:",
        "#",
        "\n",
        "@ x",
        " ",
    ]
)


@given(st.lists(_WORDS, max_size=12).map(" ".join) | st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_any_text_is_read_or_refused_with_its_place(text: str):
    drawing = None
    try:
        drawing = parse_notation(text)
    except NotationError as refused:
        place = (refused.line, refused.column)
    if drawing is None:
        assert min(place) >= 1
    else:
        assert meaning(parse_notation(write_notation(drawing))) == meaning(drawing)
