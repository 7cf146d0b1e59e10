"""The accepted drawings, as they are shown after drawing one or giving up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.values import BoardSolution, ReferenceView

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.bank import BoardItem
    from evalmode.board.architecture import Architecture
    from evalmode.board.drawing import Drawing
    from evalmode.board.matching.references import Reference

_shown: dict[Path, tuple[Architecture, BoardSolution]] = {}


def solution_of(item: BoardItem) -> BoardSolution:
    """Everything that is shown once an architecture was drawn or given up.

    Raises:
        InputError: A reference cannot be read.
    """
    from evalmode.board.architecture import load_architecture  # what matching needs takes long to import

    architecture = load_architecture(item)
    known = _shown.get(item.folder)
    if known is None or known[0] is not architecture:
        known = _shown[item.folder] = architecture, _solution(architecture)
    return known[1]


def _solution(architecture: Architecture) -> BoardSolution:
    item = architecture.item
    return BoardSolution(
        references=tuple(view for reference in architecture.references for view in _views(architecture, reference)),
        equations=tuple(f"{one.at}: {one.formula}" for one in item.equations),
        listens_for=item.listens_for,
        why=item.why,
        sources=item.sources,
    )


def _views(architecture: Architecture, reference: Reference) -> Iterator[ReferenceView]:
    """A reference as it is written, and from near where that shows more and is accepted just as well."""
    from evalmode.board.check import check_drawing
    from evalmode.board.showing import plain
    from evalmode.board.zoom import opened

    drawing = plain(reference.drawing)
    near = opened(drawing, architecture.interpret(drawing), architecture.item.folder.parent)
    if near is not None and check_drawing(architecture, near).verdict != "right":
        near = None
    yield _view(architecture, reference, drawing, detail=near is None)
    if near is not None:
        yield _view(architecture, reference, near, detail=True)


def _view(architecture: Architecture, reference: Reference, drawing: Drawing, *, detail: bool) -> ReferenceView:
    from evalmode.board.colouring import categories
    from evalmode.board.layout import PALETTE, flow_steps, lay_out, to_scene, to_svg
    from evalmode.board.modules import ModuleError, write_module
    from evalmode.board.notation import write_notation

    graph = architecture.interpret(drawing)
    placed = lay_out(drawing, kinds=categories(drawing, graph, architecture.vocabulary), palette=PALETTE)
    try:
        module = write_module(graph, dict(reference.sizes), title=reference.title).source
    except ModuleError:
        module = ""
    return ReferenceView(
        name=f"{reference.name}-detail" if detail else reference.name,
        title=reference.title,
        notation=write_notation(drawing),
        svg=to_svg(placed),
        svg_dark=to_svg(placed, dark=True),
        steps=flow_steps(placed),
        scene=to_scene(placed),
        module=module,
        detail=detail,
    )
