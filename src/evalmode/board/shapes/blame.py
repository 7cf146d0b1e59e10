"""Which label to blame for a contradiction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.board.shapes.algebra import Size
    from evalmode.board.shapes.flow import Conflict, Plan

__all__ = ["suspects"]

_MOST_SUSPECTS = 24
_INPUT = re.compile(r"^\s*(?:x\b|x[_ₜ]|input|word|token)", re.IGNORECASE)


def suspects(
    plan: Plan, conflicts: list[Conflict], conflicts_without: Callable[[frozenset[int]], int]
) -> frozenset[int]:
    """The labels of one value without which fewest contradictions are left; of equals, what comes latest.

    Args:
        plan: The drawing.
        conflicts: What contradicts what.
        conflicts_without: How many contradictions are left when some labels are not believed.
    """
    places = list(dict.fromkeys(conflict.edge for conflict in conflicts))
    places += [place for conflict in conflicts for place in sorted(conflict.support) if place not in places]
    groups = list(dict.fromkeys(plan.same_value(place) for place in places))[:_MOST_SUSPECTS]
    if len(groups) == 1:
        return groups[0]
    left = {group: conflicts_without(group) for group in groups}
    chosen = min(left, key=lambda group: left[group])
    for conflict in conflicts:
        part = _mislabelled_part(plan, conflict) if conflict.edge in chosen else None
        if part is not None and left.get(plan.same_value(part)) == left[chosen]:
            return plan.same_value(part)
    return chosen


def _mislabelled_part(plan: Plan, conflict: Conflict) -> int | None:
    """The part of a concatenation that is labelled wrong rather than the whole: ``H + D`` of ``H`` and ``H``."""
    source = plan.graph.edges[conflict.edge].source
    parts = [place for place in plan.into.get(source, []) if place in plan.written]
    whole, expected = plan.written[conflict.edge].sizes, conflict.expected.sizes
    if source not in plan.ops or plan.ops[source].kind != "concat" or len(parts) < 2 or len(whole) != len(expected):
        return None
    axis = next((axis for axis, size in enumerate(whole) if size != expected[axis]), None)
    if axis is None or any(len(plan.written[place].sizes) != len(whole) for place in parts):
        return None
    labels = {node.id: node.label for node in plan.graph.nodes}
    parts.sort(key=lambda place: not _INPUT.match(labels.get(plan.graph.edges[place].source, "")))
    for place in parts:
        said = plan.written[place].sizes[axis]
        needed = whole[axis] - (expected[axis] - said)
        news = not whole[axis].symbols <= expected[axis].symbols
        if _is_plain(needed) and (news or _weight(needed) < _weight(said)):
            return place
    return None


def _is_plain(size: Size) -> bool:
    return len(size.terms) == 1 and size.terms[0][1] > 0 and bool(size.symbols)


def _weight(size: Size) -> float:
    return float(sum(abs(factor) for _, factor in size.terms))
