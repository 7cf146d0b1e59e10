"""Whether a drawing is a reference, piece by piece."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from networkx.algorithms.isomorphism import DiGraphMatcher

if TYPE_CHECKING:
    from evalmode.board.matching.plan import Plan

__all__ = ["fits", "isomorphisms"]

_MOST = 48
"""So many ways of laying one on the other are looked at: four gates in all their orders, and twice over."""


def isomorphisms(candidate: Plan, reference: Plan) -> list[dict[str, str]]:
    """Ways in which the two are the same: reference part → candidate part; none if they differ in any piece."""
    if len(candidate) != len(reference):
        return []
    if candidate.graph.number_of_edges() != reference.graph.number_of_edges() or not _enough(candidate, reference):
        return []
    matcher = DiGraphMatcher(reference.graph, candidate.graph, node_match=_same_part, edge_match=_same_link)
    return list(islice(matcher.isomorphisms_iter(), _MOST))


def _enough(candidate: Plan, reference: Plan) -> bool:
    """Whether the kinds of parts can be the same at all."""
    have = Counter(part.kind for part in candidate.parts())
    certain = Counter(part.kind for part in reference.parts() if len(part.kinds) == 1)
    return all(have[kind] >= count for kind, count in certain.items())


def fits(candidate_kind: str, kinds: tuple[str, ...]) -> bool:
    """Whether a candidate's operation is one that a reference accepts there."""
    return candidate_kind in kinds or "any" in kinds


def _same_part(reference: dict[str, object], candidate: dict[str, object]) -> bool:
    return fits(candidate["part"].kind, reference["part"].kinds)  # type: ignore[attr-defined] # parts of plans


def _same_link(reference: dict[str, object], candidate: dict[str, object]) -> bool:
    wanted, given = reference["link"].ports, candidate["link"].ports  # type: ignore[attr-defined] # links of plans
    return not wanted or not given or wanted == given or bool(wanted & given)
