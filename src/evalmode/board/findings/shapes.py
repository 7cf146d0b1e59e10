"""Shapes: what is written against what follows from the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.values import EdgeShape, Finding, ShapeFindings

if TYPE_CHECKING:
    from evalmode.board.graph import Graph
    from evalmode.board.shapes import ShapeReport

__all__ = ["shape_findings"]


def shape_findings(graph: Graph, report: ShapeReport) -> tuple[ShapeFindings, list[Finding], list[Finding]]:
    """All that is known about shapes; the mistakes in what is written; and hints."""
    labels = {node.id: " ".join(node.label.split()) for node in graph.nodes}
    lines, mistakes, hints = [], [], []
    for one in report.edges:
        edge = graph.edges[one.edge]
        if one.agrees is False:
            mistakes.append(Finding("wrong-shape", "mistake", one.message, _why(one.derivation), edge.elements))
        if one.hint:
            hints.append(Finding("new-name", "hint", one.hint, "", edge.elements))
        if one.written is None and one.inferred is None:
            continue
        lines.append(
            EdgeShape(
                edge.elements,
                labels.get(edge.source, ""),
                labels.get(edge.target, ""),
                str(one.written) if one.written is not None else "",
                str(one.inferred) if one.inferred is not None else "",
                one.derivation,
                one.agrees,
            )
        )
    found = ShapeFindings(
        tuple(lines),
        dict(report.sizes),
        sum(bool(one.written) for one in lines),
        sum(bool(one.written) and one.agrees is True for one in lines),
        sum(one.agrees is False for one in lines),
    )
    return found, mistakes, hints


def _why(derivation: str) -> str:
    return f"It follows from {derivation}." if derivation else "It does not follow from the operations before it."
