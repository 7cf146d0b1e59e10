"""The cheapest way to turn a reference into what was drawn, where the two differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evalmode.board.matching.exact import fits

if TYPE_CHECKING:
    from collections.abc import Collection

    from evalmode.board.matching.plan import Part, Plan

__all__ = ["Assignment", "assign"]

_MISSING = _EXTRA = 1.0
_UNKNOWN = 0.4
_AKIN = 0.8
_OTHER = 1.5
_EDGE = 0.6
_REVERSED = 0.7
_LOOSE = 0.3
_ROUNDS = 4
_IMPROVEMENTS = 6
_FAR = 20

_FAMILIES = (
    frozenset({"relu", "gelu", "silu", "tanh", "sigmoid", "softmax", "leaky_relu", "activation", "elu", "relu6"}),
    frozenset({"layer_norm", "rms_norm", "batch_norm", "group_norm", "instance_norm", "norm"}),
    frozenset({"add", "multiply", "concat", "subtract", "join", "matmul"}),
    frozenset({"max_pool", "avg_pool", "upsample", "downsample", "conv_transpose", "global_avg_pool"}),
    frozenset({"mha", "attention", "cross_attention"}),
    frozenset({"ffn", "swiglu", "linear", "moe", "expert"}),
    frozenset({"conv", "conv_block", "residual_block", "depthwise_conv", "encoder_stage", "decoder_stage", "linear"}),
)


@dataclass(slots=True)
class Assignment:
    """A mapping with what it leaves unexplained.

    Args:
        mapping: Reference part → candidate part.
        cost: What it costs; 0 if nothing differs.
        missing: Reference parts without a counterpart.
        extra: Candidate parts without one.
        wrong: Reference parts whose counterpart does something else.
        missing_links: Links of the reference between parts that have counterparts, which are not linked so.
        extra_links: Links of the candidate that the reference does not have.
    """

    mapping: dict[str, str]
    cost: float = 0.0
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missing_links: list[tuple[str, str]] = field(default_factory=list)
    extra_links: list[tuple[str, str]] = field(default_factory=list)


def assign(candidate: Plan, reference: Plan) -> Assignment:
    """The best assignment that a few rounds of improvement find."""
    there, here = _Net(candidate), _Net(reference)
    costs = _costs(there, here)
    likeness = _likeness(there, here, costs)
    mapping: dict[str, str] = {}
    taken: set[str] = set()
    for score, one, other in sorted(((s, h, t) for (h, t), s in likeness.items()), key=lambda each: -each[0]):
        if one not in mapping and other not in taken and score > 0.3:
            mapping[one] = other
            taken.add(other)
    return _improve(there, here, costs, mapping)


class _Net:
    """A plan as plain dictionaries: it is asked thousands of times."""

    def __init__(self, plan: Plan) -> None:
        self.parts: dict[str, Part] = {part.id: part for part in plan.parts()}
        self.before = {part: tuple(plan.before(part)) for part in self.parts}
        self.after = {part: tuple(plan.after(part)) for part in self.parts}
        self.links = [(source, target) for source, target, _ in plan.links()]


_Costs = dict[tuple[str, str], float]


def _costs(candidate: _Net, reference: _Net) -> _Costs:
    """For each part of the reference and each of the candidate, what it costs that one stands for the other."""
    by_kind: dict[tuple[str, tuple[str, ...]], float] = {}
    found = {}
    for one in reference.parts.values():
        for other in candidate.parts.values():
            key = other.kind, one.kinds
            if key not in by_kind:
                by_kind[key] = substitution(other, one)
            found[one.id, other.id] = by_kind[key]
    return found


def substitution(given: Part, wanted: Part) -> float:
    """What it costs that one operation was drawn for another."""
    if fits(given.kind, wanted.kinds):
        return 0.0
    if "input" in (given.kind, wanted.kind):
        return 2.5
    if given.kind == "unknown":
        return _UNKNOWN
    if any(given.kind in family and family & set(wanted.kinds) for family in _FAMILIES):
        return _AKIN
    return _OTHER


def _likeness(candidate: _Net, reference: _Net, costs: _Costs) -> _Costs:
    """How alike two parts are, they themselves and their surroundings."""
    depth_here, depth_there = _depths(reference), _depths(candidate)
    base = {}
    for (here, there), cost in costs.items():
        if cost >= 2:
            continue
        like = 1 - cost / 2
        one, other = reference.parts[here].names, candidate.parts[there].names
        if one and other:
            like += 0.3 if set(one) & set(other) else -0.1
        base[here, there] = like - 0.3 * abs(depth_here[here] - depth_there[there])
    score = dict(base)
    for _ in range(_ROUNDS):
        score = {
            (here, there): 0.5 * like
            + 0.25 * _around(score, reference.before[here], candidate.before[there])
            + 0.25 * _around(score, reference.after[here], candidate.after[there])
            for (here, there), like in base.items()
        }
    return score


def _around(score: _Costs, here: tuple[str, ...], there: tuple[str, ...]) -> float:
    """How well each neighbour of one finds a like neighbour of the other."""
    if not here and not there:
        return 1.0
    if not here or not there:
        return 0.0
    found = 0.0
    for one in here:
        found += max([score.get((one, other), 0.0) for other in there])
    return found / max(len(here), len(there))


def _depths(plan: _Net) -> dict[str, float]:
    """How far from the inputs each part is, 0 to 1; cycles are cut where they are met."""
    depth: dict[str, int] = {}
    waiting = {part: len(plan.before[part]) for part in plan.parts}
    layer = [part for part, count in waiting.items() if not count] or list(plan.parts)[:1]
    level = 0
    while layer:
        for part in layer:
            depth[part] = level
        ahead = []
        for part in layer:
            for target in plan.after[part]:
                waiting[target] -= 1
                if waiting[target] <= 0 and target not in depth and target not in ahead:
                    ahead.append(target)
        if not ahead:
            ahead = [part for part in plan.parts if part not in depth and any(p in depth for p in plan.before[part])][
                :1
            ]
            ahead = ahead or [part for part in plan.parts if part not in depth][:1]
        layer, level = ahead, level + 1
    return {part: value / max(level - 1, 1) for part, value in depth.items()}


def _improve(candidate: _Net, reference: _Net, costs: _Costs, mapping: dict[str, str]) -> Assignment:
    """Moves and swaps until none helps."""
    best = _measure(candidate, reference, costs, mapping)
    for _ in range(_IMPROVEMENTS if best.cost < _FAR else 1):
        changed = False
        for here in _doubtful(candidate, reference, best):
            for other in _changes(candidate, reference, costs, best, here):
                tried = _measure(candidate, reference, costs, other)
                if tried.cost < best.cost - 1e-9:
                    best, changed = tried, True
        if not changed or best.cost == 0:
            break
    return best


def _doubtful(candidate: _Net, reference: _Net, best: Assignment) -> list[str]:
    """Parts whose counterpart, or a link of it, leaves something to explain."""
    ends = {end for pair in (*best.missing_links, *best.extra_links) for end in pair}
    for extra in best.extra:
        ends |= {*candidate.before[extra], *candidate.after[extra]}
    doubtful = {*best.missing, *best.wrong}
    doubtful |= {near for here in doubtful for near in (*reference.before[here], *reference.after[here])}
    doubtful |= {here for here, there in best.mapping.items() if there in ends}
    return [here for here in reference.parts if here in doubtful]


def _changes(candidate: _Net, reference: _Net, costs: _Costs, best: Assignment, here: str) -> list[dict[str, str]]:
    """Other counterparts for one part: those that are free, those of its likes, or none."""
    mapping = best.mapping
    now = mapping.get(here)
    owners = {there: one for one, there in mapping.items()}
    near = {
        after for source in reference.before[here] if source in mapping for after in candidate.after[mapping[source]]
    } | {
        before for target in reference.after[here] if target in mapping for before in candidate.before[mapping[target]]
    }
    found = []
    for there in candidate.parts:
        cost = costs[here, there]
        if there == now or (cost > 0 and there not in near) or cost > 2:
            continue
        other = dict(mapping)
        owner = owners.get(there)
        if owner is not None:
            del other[owner]
            if now is not None:
                other[owner] = now
        other[here] = there
        found.append(other)
    if now is not None and (costs[here, now] > 0 or len(near) != 1):
        other = dict(mapping)
        del other[here]
        found.append(other)
    return found


def _measure(candidate: _Net, reference: _Net, costs: _Costs, mapping: dict[str, str]) -> Assignment:
    """What a mapping leaves unexplained, and what that costs."""
    result = Assignment(mapping)
    taken = set(mapping.values())
    absent = [part for part in reference.parts if part not in mapping]
    result.missing = [part for part in absent if reference.parts[part].kind != "input"]
    result.extra = [part for part in candidate.parts if part not in taken]
    cost = _MISSING * len(absent)
    for one in result.extra:
        cost += _UNKNOWN if candidate.parts[one].kind == "unknown" else _EXTRA
    for here, there in mapping.items():
        wrong = costs[here, there]
        if wrong:
            result.wrong.append(here)
            cost += wrong
        wanted, given = reference.parts[here].names, candidate.parts[there].names
        if wanted and given and not set(wanted) & set(given):
            cost += 0.05
    wanted_links = {(mapping[a], mapping[b]) for a, b in _through(reference, mapping.keys())}
    direct = {(mapping[a], mapping[b]) for a, b in reference.links if a in mapping and b in mapping}
    given_links = set(_through(candidate, taken))
    straight = {(a, b) for a, b in candidate.links if a in taken and b in taken}
    result.missing_links = sorted(direct - given_links)
    result.extra_links = sorted(straight - wanted_links)
    turned = sum((b, a) in straight and (b, a) not in wanted_links for a, b in result.missing_links)
    cost += _EDGE * (len(result.missing_links) + len(result.extra_links)) - (2 * _EDGE - _REVERSED) * turned
    # a way through parts that only one side has must be there on the other side
    loose = len(wanted_links - direct - given_links) + len(given_links - straight - wanted_links)
    result.cost = cost + _LOOSE * loose
    return result


def _through(plan: _Net, stops: Collection[str]) -> list[tuple[str, str]]:
    """Links between stops, directly or through parts that are none."""
    found: list[tuple[str, str]] = []
    for start in stops:
        queue, seen = [start], {start}
        while queue:
            for target in plan.after[queue.pop()]:
                if target in stops:
                    found.append((start, target))
                elif target not in seen:
                    seen.add(target)
                    queue.append(target)
    return found
