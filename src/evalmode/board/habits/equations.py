"""Key equations stand near the component they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.findings.equations import written_lines
from evalmode.board.findings.roles import Cast
from evalmode.board.formulas import same_formula
from evalmode.board.values import Habit

if TYPE_CHECKING:
    from evalmode.bank.boarditem import KeyEquation
    from evalmode.board.architecture import Architecture
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph

__all__ = ["equations"]


def equations(architecture: Architecture, drawing: Drawing, graph: Graph) -> Habit:
    """Whether one of the architecture's key equations is written; anywhere counts, near its component is better."""
    wanted = architecture.item.equations
    if not wanted:
        return Habit("equations", None, "No equation needs to be written here.")
    written = [text for text, _ in written_lines(drawing)]
    missing = [one for one in wanted if not _is_written(one, written)]
    if len(missing) == len(wanted):
        first = missing[0]
        cast = Cast(graph, architecture.item.roles, architecture.rules.same)
        places = [node.id for node in graph.nodes if node.op.kind == first.at] or cast.players.get(first.at, [])
        message = f"Write the key equation beside its component: {first.formula}"
        return Habit("equations", False, message, cast.pin(places[:1]))
    return Habit("equations", True, "A key equation is written.")


def _is_written(wanted: KeyEquation, lines: list[str]) -> bool:
    accepted = [form for one in (wanted.formula, *wanted.also) for form in _sides(one)]
    return any(same_formula(given, form) for line in lines for given in _sides(line) for form in accepted)


def _sides(formula: str) -> list[str]:
    """A formula, and its right side: what the result is called does not matter."""
    left, sign, right = formula.partition("=")
    return [formula, right.strip()] if sign and left.strip() and len(right.strip()) > 3 else [formula]
