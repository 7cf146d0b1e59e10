"""A mixture of experts: networks of one form, and the gates that weigh what they make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.modules.draft import Value
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.modules.step import Step, Writer

__all__ = ["EXPERTS", "how_many"]

_GATES = frozenset({"softmax", "top_k", "router", "multiply", "sigmoid"})
_LAST = re.compile(r"(?:expert|ffn|\bE)[\s_#]*\{?(\d+|[A-Z])\b", re.IGNORECASE)


def how_many(labels: Iterable[str]) -> Size | None:
    """How many experts there are, where fewer are drawn: E of 1, 2 and E. Nothing if all are drawn."""
    labels = list(labels)
    marks = [match[1] for label in labels if (match := _LAST.search(label))]
    letter = next((mark for mark in marks if mark.isupper()), "")
    if letter and len(marks) > 1:
        return Size.of(letter)
    most = max((int(mark) for mark in marks if mark.isdigit()), default=0)
    return Size.of(most) if most > len(labels) > 1 and "0" not in marks else None


def expert(step: Step) -> Value:
    """A feed-forward network; where boxes stand for more of them than are drawn, as many as they say."""
    value = step.only()
    features = value.shape[-1]
    made = "nn.Sequential(nn.Linear({0}, {1}), nn.GELU(), nn.Linear({1}, {0}))"
    made = made.format(step.py(features), step.py(step.size("hidden") or step.draft.settled(features) * Size.of(4)))
    if step.draft.experts != 1 and step.draft.all_experts is None:
        return step.line(f"{step.layer(made)}({value.name})", value.shape)
    if step.draft.stacked is None:
        count = step.draft.settled(step.draft.all_experts or Size.of("E"))
        layer = step.layer(f"nn.ModuleList({made} for _ in range({step.py(count)}))", "experts")
        shape = (*value.shape[:-1], count, features)
        made = f"torch.stack([expert({value.name}) for expert in {layer}], dim=-2)"
        step.draft.stacked = step.line(made, shape, base="outputs")
    stacked = step.draft.stacked
    return stacked if step.draft.experts == 1 else Value(stacked.name, stacked.shape, "expert", (), (stacked,))


def top_k(step: Step) -> Value:
    """The largest scores, and nothing of the others."""
    value = step.first
    count = step.whole("top_k", 2)
    least = f"{value.name}.topk({count}).values[..., -1:]"
    if value.kind == "softmax":
        return step.line(f"{value.name} * ({value.name} >= {least})", value.shape)
    return step.line(f'{value.name}.masked_fill({value.name} < {least}, float("-inf"))', value.shape)


def combine(step: Step) -> Value:
    """The sum of what experts give, each times its gate."""
    values = tuple({value.name: value for value in step.values}.values())
    if len(values) == 1 and values[0].kind == "combine":
        return step.alias(values[0])
    gates = next((value for value in values if value.kind in _GATES), None)
    experts = [part for value in values if value is not gates for part in (value.parts or (value,))]
    if gates is None or not experts:
        raise ModuleError(f"“{step.label}” needs gates and experts.")
    if len(experts) == 1 and len(experts[0].shape) == len(gates.shape) + 1:
        step.draft.same(experts[0].shape[-2], gates.shape[-1])
        shape = (*experts[0].shape[:-2], experts[0].shape[-1])
        return step.line(f"({gates.name}[..., None] * {experts[0].name}).sum(dim=-2)", shape)
    step.draft.same(gates.shape[-1], Size.of(len(experts)))
    listed = ", ".join(one.name for one in experts)
    shape = (*experts[0].shape[:-1], Size.of(len(experts)), experts[0].shape[-1])
    side = step.draft.line("outputs", f"torch.stack([{listed}], dim=-2)", shape, step.node)
    return step.line(f"({gates.name}[..., None] * {side.name}).sum(dim=-2)", experts[0].shape)


def dispatch(step: Step) -> Value:
    """Tokens on their way to experts: here every expert sees all of them, and gates choose."""
    wide = [value for value in step.values if value.kind not in _GATES]
    return step.alias(wide[0] if wide else step.first)


EXPERTS: dict[str, Writer] = {
    "expert": expert,
    "top_k": top_k,
    "combine": combine,
    "dispatch": dispatch,
}
