"""In which order data passes through a drawing, for an animation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.layout.layers import Link, Unit, ranks

if TYPE_CHECKING:
    from evalmode.board.drawing import Arrow, Drawing

__all__ = ["flow_steps"]


def flow_steps(drawing: Drawing) -> tuple[tuple[str, ...], ...]:
    """Ids of boxes, then of the arrows that leave them, then of the boxes these reach, and so on.

    A box comes when all that it takes is there. The dashed arrows of the backward pass come last, from the loss back.
    """
    known = {box.id for box in drawing.boxes}
    arrows = [arrow for arrow in drawing.arrows if {arrow.source, arrow.target} <= known]
    links = [Link(arrow.id, arrow.source, arrow.target, back=arrow.dashed) for arrow in arrows]
    rank = ranks([Unit(box.id, 0.0, 0.0) for box in drawing.boxes], links)
    steps: list[tuple[str, ...]] = []
    forward, backward = _by_row(arrows, rank, dashed=False), _by_row(arrows, rank, dashed=True)
    for row in range(max(rank.values(), default=-1) + 1):
        steps.append(tuple(box.id for box in drawing.boxes if rank[box.id] == row))
        steps.append(forward.get(row, ()))
    steps += [backward[row] for row in sorted(backward, reverse=True)]
    return tuple(step for step in steps if step)


def _by_row(arrows: list[Arrow], rank: dict[str, int], *, dashed: bool) -> dict[int, tuple[str, ...]]:
    """Row → the arrows that leave it."""
    rows: dict[int, tuple[str, ...]] = {}
    for arrow in arrows:
        if arrow.dashed == dashed:
            rows[rank[arrow.source]] = (*rows.get(rank[arrow.source], ()), arrow.id)
    return rows
