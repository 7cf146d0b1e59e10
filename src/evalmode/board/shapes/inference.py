"""The shape on every edge of a drawing: what is written, what follows from the rest, and whether the two agree.

What is written is believed until labels contradict each other. Then the label is blamed without which most of the
contradictions are gone, so that one wrong label is one finding, and what comes after it is judged by what is written
there.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from evalmode.board.shapes.blame import suspects
from evalmode.board.shapes.clashes import clashes, too_narrow
from evalmode.board.shapes.compare import Names, aligned
from evalmode.board.shapes.declared import contradicted, misfed
from evalmode.board.shapes.flow import Flow, Plan, equations
from evalmode.board.shapes.parsing import parse_shape
from evalmode.board.shapes.values import EdgeShape, Shape, ShapeReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.graph import Graph
    from evalmode.board.shapes.option import Option

__all__ = ["infer"]

_MOST_BLAMED = 6
_DOUBTFUL = 0.34
"""Where more than this part of the labels would be wrong, and more than one, the drawing is not understood."""


def infer(graph: Graph) -> ShapeReport:
    """What is known about the shape on each edge of the graph.

    Args:
        graph: Operations and edges; only edges of kind ``data`` are followed. An edge's ``shape`` says what is written,
            or its ``label`` where that is empty.

    Returns:
        An entry for each edge. A label disagrees only where that is certain: what depends on a size that is not said,
        or on how axes are ordered around a reshape, is left open.
    """
    written = {
        place: shape
        for place, edge in enumerate(graph.edges)
        if edge.kind == "data" and (shape := parse_shape(edge.shape or edge.label)) is not None
    }
    written = {place: shape for place, shape in written.items() if not _of_heads(shape, written.values())}
    plan = Plan(graph, written)
    blamed: frozenset[int] = frozenset()
    flow, names = _run(plan, blamed)
    while flow.conflicts and len(blamed) < _MOST_BLAMED:
        blamed |= suspects(plan, flow.conflicts, partial(_conflicts_without, plan, blamed))
        flow, names = _run(plan, blamed)
    wrong, said = ({(graph.edges[place].source, written[place]) for place in places} for places in (blamed, written))
    unsure = len(wrong) > 1 and len(wrong) > _DOUBTFUL * len(said)
    entries = [
        _entry(place, written.get(place), flow, blamed=place in blamed and not unsure)
        for place in range(len(graph.edges))
    ]
    entries = [_checked_with_words(entry, plan) for entry in entries]
    for place, message in misfed(graph).items():
        entries[place] = replace(entries[place], agrees=False, message=message)
    if not blamed:
        for clash in (*clashes(plan, flow, names), *too_narrow(plan, flow)):
            entries[clash.edge] = replace(entries[clash.edge], agrees=False, message=clash.message)
    return ShapeReport(tuple(entries), {name: str(size) for name, size in sorted(names.values.items())})


def _of_heads(shape: Shape, others: Iterable[Shape]) -> bool:
    """Whether it is one sequence's heads among shapes with a batch: ``12×128×64`` beside ``32×128×768``."""
    numbers = [size.number for size in shape.sizes]
    if len(numbers) != 3 or None in numbers or shape.open:
        return False
    heads, length, width = shape.sizes
    return any(
        one.rank == 3 and one.sizes[0] != heads and one.sizes[1] == length and one.sizes[2] == heads * width
        for one in others
    )


def _conflicts_without(plan: Plan, blamed: frozenset[int], more: frozenset[int]) -> int:
    return len(_run(plan, blamed | more)[0].conflicts)


def _run(plan: Plan, blamed: frozenset[int]) -> tuple[Flow, Names]:
    """Go through the drawing twice: once to learn what its names stand for, once to judge."""
    trusted = [shape for place, shape in plan.written.items() if place not in blamed]
    names = Names([*(shape.sizes for shape in trusted), *plan.layers])
    for pairs in equations(plan, Flow(plan, blamed, names), blamed):
        names.note(pairs)
    names.settle()
    return Flow(plan, blamed, names), names


def _entry(place: int, written: Shape | None, flow: Flow, *, blamed: bool) -> EdgeShape:
    option = flow.inferred.get(place)
    certain = (
        option is not None and (place in flow.certain or blamed) and not any(size.unknown for size in option.sizes)
    )
    inferred = Shape(option.sizes) if option is not None and certain else None
    derivation = option.derivation if option is not None and inferred is not None else ""
    if written is None:
        return EdgeShape(place, None, inferred, derivation)
    if blamed:
        return EdgeShape(place, written, inferred, derivation, agrees=False, message=_message(written, option))
    verdict = flow.verdicts.get(place)
    hint = _hint(option, written) if verdict and option is not None else ""
    return EdgeShape(place, written, inferred, derivation, agrees=True if verdict else None, hint=hint)


def _checked_with_words(entry: EdgeShape, plan: Plan) -> EdgeShape:
    """A label that no operation confirms is held against the words in the boxes at its ends."""
    if entry.written is None or entry.agrees is not None or entry.written.open:
        return entry
    message = contradicted(plan.graph, entry.edge, entry.written, channels_last=plan.channels_last)
    return replace(entry, agrees=False, message=message) if message else entry


def _message(written: Shape, option: Option | None) -> str:
    if option is None:
        return f"The shape {written} does not go together with the shapes written after it."
    how = f": {option.derivation}" if option.derivation else ""
    sizes = option.sizes
    if len(sizes) == written.rank:
        sizes = tuple(two if one.unknown else one for one, two in zip(sizes, written.sizes, strict=True))
    return f"The label says {written}, but here the shape is {Shape(sizes)}{how}."


def _hint(option: Option, written: Shape) -> str:
    """A second name for one size is worth a word."""
    for one, two in aligned(option.sizes, written.sizes, is_open=written.open) or []:
        if one != two and one.symbol and two.symbol:
            return f"{two} seems to be the same size as {one}; one name for it is easier to follow."
    return ""
