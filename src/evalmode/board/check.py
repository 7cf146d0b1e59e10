"""Everything that is said about a drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.findings.edits import edit_findings
from evalmode.board.findings.equations import equation_findings
from evalmode.board.findings.hints import next_hint
from evalmode.board.findings.readable import nothing_here, unread_elements
from evalmode.board.findings.readings import readings
from evalmode.board.findings.rules import rule_findings
from evalmode.board.findings.shapes import shape_findings
from evalmode.board.findings.widths import width_findings
from evalmode.board.findings.words import Speech
from evalmode.board.habits import habits
from evalmode.board.matching.search import Match, best_match
from evalmode.board.matching.turning import backward_arrows, turn
from evalmode.board.shapes import infer
from evalmode.board.values import BoardCheck, BoardHint, BoardVerdict, Finding

if TYPE_CHECKING:
    from evalmode.board.architecture import Architecture
    from evalmode.board.drawing import Drawing
    from evalmode.board.graph import Graph

__all__ = ["check_drawing", "hint_for"]


def check_drawing(architecture: Architecture, drawing: Drawing) -> BoardCheck:
    """Compares a drawing with what is accepted.

    It never raises on a drawing that could be read: what is not understood is reported as such.
    """
    graph = architecture.interpret(drawing)
    report = infer(graph)
    unread = unread_elements(drawing, graph)
    base = BoardCheck(
        architecture.id,
        "unreadable",
        0.0,
        habits=habits(architecture, drawing, graph),
        unread=unread,
        readings=readings(drawing, graph),
    )
    shapes, wrong_shapes, shape_hints = shape_findings(graph, report)
    base = replace(base, shapes=shapes)
    match = best_match(graph, architecture.references, architecture.rules)
    turned: list[Finding] = []
    if match and match.cost:
        match, turned = _turned(architecture, drawing, match)
    if nothing := nothing_here(architecture, drawing, graph, match):
        return replace(base, message=nothing.message, findings=(nothing,))
    others = [*turned, *wrong_shapes, *equation_findings(architecture, drawing)]
    others += width_findings(architecture.id, graph, report)
    return _judged(architecture, base, graph, match, others=others, hints=shape_hints)


def _judged(
    architecture: Architecture,
    base: BoardCheck,
    graph: Graph,
    match: Match | None,
    *,
    others: list[Finding],
    hints: list[Finding],
) -> BoardCheck:
    speech = Speech(architecture.item.whys)
    mistakes: list[Finding] = []
    by = architecture.item.judged_by
    if by != "references":
        mistakes += rule_findings(architecture, graph)
    if by != "rules":
        mistakes += edit_findings(match, speech) if match else [_too_much(architecture, graph)]
    mistakes = [*(one for one in others if one.kind == "wrong-direction"), *mistakes]
    mistakes += [one for one in others if one.kind != "wrong-direction"]
    mistakes = _without_repeats(mistakes)
    verdict: BoardVerdict = "wrong" if mistakes else "right"
    message = mistakes[0].message if mistakes else f"Right: {match.reference.title}." if match else "Right."
    return replace(
        base,
        verdict=verdict,
        score=_score(match if by != "rules" else None, mistakes, architecture),
        variant=match.reference.title if match and by != "rules" else "",
        message=message,
        findings=(*mistakes, *hints),
    )


def _turned(architecture: Architecture, drawing: Drawing, match: Match) -> tuple[Match, list[Finding]]:
    """The match with arrows that lead back turned round, where that explains more than it costs."""
    backward = backward_arrows(drawing)
    if not backward:
        return match, []
    graph = architecture.interpret(turn(drawing, backward))
    better = best_match(graph, architecture.references, architecture.rules)
    if better is None or better.cost + 0.5 * len(backward) >= match.cost:
        return match, []
    words = {box.id: " ".join(box.label.split()) or "the joint" for box in drawing.boxes}
    why = Speech(architecture.item.whys).why("wrong-direction", None)
    return better, [
        Finding(
            "wrong-direction",
            "mistake",
            f"The arrow from “{words.get(one.source, '')}” to “{words.get(one.target, '')}” points the wrong way.",
            why,
            one.elements or (one.id,),
        )
        for one in backward
    ]


def _too_much(architecture: Architecture, graph: Graph) -> Finding:
    """What to say of a drawing that is far larger than anything accepted."""
    usual = max((len(one.plan) for one in architecture.references), default=0)
    title = architecture.item.title
    message = f"This has {len(graph.nodes):,} operations; the {title} has about {usual}. Draw one, and no more."
    return Finding("extra-node", "mistake", message)


def _without_repeats(findings: list[Finding]) -> list[Finding]:
    """One finding for each place: the first to name it says more than a later one about its shape."""
    kept: list[Finding] = []
    for one in findings:
        seen = {element for other in kept for element in other.elements[:1]}
        if one.kind != "wrong-shape" or not set(one.elements[:1]) & seen:
            kept.append(one)
    return kept


def _score(match: Match | None, mistakes: list[Finding], architecture: Architecture) -> float:
    """How much is there: what is drawn rightly, of all parts, links and rules."""
    if not mistakes:
        return 1.0
    if match is None:
        whole: float = len(architecture.item.rules) + sum(role.required for role in architecture.item.roles.values())
        return round(max(0.0, 1 - len(mistakes) / max(whole, 1)), 3)
    whole = len(match.wanted) + 0.6 * len(match.wanted.links())
    return round(max(0.0, 1 - max(match.cost, 0.7 * len(mistakes)) / max(whole, 1)), 3)


def hint_for(architecture: Architecture, drawing: Drawing, stage: int = 1) -> BoardHint:
    """The next thing that is missing, and nothing beyond it.

    Args:
        architecture: What is being drawn.
        drawing: What is there so far.
        stage: How plainly to say it, from 1; the number of stages comes with the hint.
    """
    return next_hint(architecture, check_drawing(architecture, drawing), stage)
