"""The accepted drawings, as they are shown after drawing one or giving up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.values import BoardSolution, ReferenceView

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.bank import BoardItem
    from evalmode.board.architecture import Architecture
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
        references=tuple(_view(architecture, reference) for reference in architecture.references),
        equations=tuple(f"{one.at}: {one.formula}" for one in item.equations),
        listens_for=item.listens_for,
        why=item.why,
        sources=item.sources,
    )


def _view(architecture: Architecture, reference: Reference) -> ReferenceView:
    from evalmode.board.layout import flow_steps, lay_out, to_scene, to_svg
    from evalmode.board.modules import ModuleError, write_module
    from evalmode.board.notation import write_notation
    from evalmode.board.showing import plain

    blocks = {one.kind for one in reference.composites}
    drawing = plain(reference.drawing)
    placed = lay_out(drawing)
    try:
        graph = architecture.interpret(drawing)
        module = write_module(graph, dict(reference.sizes), title=reference.title).source
    except ModuleError:
        module = ""
    return ReferenceView(
        name=reference.name,
        title=reference.title,
        notation=write_notation(drawing),
        svg=to_svg(placed),
        svg_dark=to_svg(placed, dark=True),
        steps=flow_steps(placed),
        scene=to_scene(placed),
        module=module,
        detail=not any(part.kind in blocks for part in reference.plan.parts()),
    )
