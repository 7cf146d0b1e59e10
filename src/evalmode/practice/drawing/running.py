"""A drawing as a program: its module is built, run, and compared with the reference's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import board_item
from evalmode.practice.drawing.sheets import read_sheet
from evalmode.practice.values import ModuleRunView, NodeShape

if TYPE_CHECKING:
    from evalmode.board.architecture import Architecture
    from evalmode.board.graph import Graph
    from evalmode.board.modules import ModuleSource
    from evalmode.judge import ModuleRun
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import SheetRequest


def run_sheet(p: Practice, name: str, request: SheetRequest) -> ModuleRunView:
    """Build the module that a drawing describes, run it on random inputs, and compare it with the nearest reference.

    Raises:
        NotFoundError: There is no such architecture.
        InputError: The drawing cannot be read at all.
        UnavailableError: Nothing here can run torch.
    """
    from evalmode.board.architecture import load_architecture  # what matching needs takes long to import
    from evalmode.board.check import check_drawing
    from evalmode.board.modules import ModuleError, write_module

    architecture = load_architecture(board_item(p.bank, name))
    drawing = read_sheet(request.sheet)
    found = check_drawing(architecture, drawing)
    graph = architecture.interpret(drawing)
    try:
        module = write_module(graph, title=architecture.item.title)
    except ModuleError as error:
        return _not_built(str(error))
    against = _reference(architecture, found.variant, graph, module) if found.verdict == "right" else None
    run = p.judge.run_module(module.source, module.class_name, module.tensors, against=against)
    return _view(module, run)


def _reference(architecture: Architecture, variant: str, graph: Graph, module: ModuleSource) -> tuple[str, str] | None:
    """The module of the reference that a right drawing matches, with its choices and sizes; None if it has none.

    A drawing that is judged by rules alone matches none; it is compared with one that it happens to be.
    """
    from evalmode.board.matching.search import best_match
    from evalmode.board.modules import ModuleError, write_like

    match = None if variant else best_match(graph, architecture.references, architecture.rules)
    if match is not None and match.exact:
        variant = match.reference.title
    for reference in architecture.references:
        if reference.title == variant:
            try:
                other = write_like(reference.graph, graph, module)
            except ModuleError:
                return None
            return other.source, other.class_name
    return None


def _view(module: ModuleSource, run: ModuleRun) -> ModuleRunView:
    return ModuleRunView(
        module=module.source,
        works=run.ran,
        says=run.says,
        parameters=run.parameters if run.ran else None,
        sizes=dict(module.sizes),
        nodes=tuple(NodeShape(name=name, shape=_shape(shape)) for name, shape in run.nodes),
        outputs=tuple(_shape(shape) for shape in run.outputs),
        largest_difference=run.largest_difference,
        tier=run.tier,
    )


def _shape(sizes: tuple[int, ...]) -> str:
    return f"({', '.join(map(str, sizes))}{',' if len(sizes) == 1 else ''})"


def _not_built(says: str) -> ModuleRunView:
    return ModuleRunView(
        module="",
        works=False,
        says=says,
        parameters=None,
        sizes={},
        nodes=(),
        outputs=(),
        largest_difference=None,
        tier="",
    )
