"""One drawing in several notations, and the stencils for a canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.drawing.sheets import read_sheet
from evalmode.practice.values import Converted, Stencil

if TYPE_CHECKING:
    from evalmode.board.drawing import Drawing
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import ConvertRequest, Sheet


def convert_sheet(_: Practice, request: ConvertRequest) -> Converted:
    """Write a drawing in another way.

    Raises:
        InputError: The drawing cannot be read at all.
    """
    return convert_drawing(request.sheet, request.to)


def convert_drawing(sheet: Sheet, to: str) -> Converted:
    """Write a drawing as text notation, Mermaid, SVG, or as a scene in which everything is laid out and bound.

    Raises:
        InputError: The drawing cannot be read at all.
    """
    from evalmode.board.layout import to_scene, to_svg  # layout takes long to import
    from evalmode.board.notation import to_mermaid, write_notation

    drawing = read_sheet(sheet)
    match to:
        case "notation":
            return Converted(text=write_notation(drawing), scene=None)
        case "mermaid":
            return Converted(text=to_mermaid(drawing), scene=None)
        case "svg":
            return Converted(text=to_svg(_coloured(drawing)), scene=None)
        case _:
            return Converted(text="", scene=to_scene(_coloured(drawing)))


def _coloured(drawing: Drawing) -> Drawing:
    """The drawing laid out, each box in the colour of what it does."""
    from evalmode.board.colouring import categories
    from evalmode.board.layout import PALETTE, lay_out

    return lay_out(drawing, kinds=categories(drawing), palette=PALETTE)


def list_stencils(_: Practice) -> tuple[Stencil, ...]:
    """The pieces that can be put on a canvas, by kind of operation."""
    from evalmode.board.stencils import stencils

    return tuple(
        Stencil(title=one.title, category=one.category, colour=one.colour, elements=one.elements) for one in stencils()
    )
