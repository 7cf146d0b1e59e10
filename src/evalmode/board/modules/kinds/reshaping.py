"""What only changes a shape: heads and back, places pooled, axes flattened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.modules.sizes import ONE

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Draft, Value
    from evalmode.board.modules.step import Step, Writer
    from evalmode.board.shapes import Size

__all__ = ["RESHAPING", "flat", "merge", "merged_heads", "split"]


def split_heads(step: Step) -> Value:
    """Features as heads: (B, T, d) becomes (B, h, T, d/h)."""
    value = step.only()
    if len(value.shape) == 4:
        return step.alias(value)
    return split(step.draft, value, step.size("heads") or _written_heads(step, value) or step.draft.heads)


def _written_heads(step: Step, value: Value) -> Size | None:
    """How many heads are written on what leaves: of (B, h, T, d_k) or (B, T, h, d_k) what is not the time."""
    if step.written is None or len(step.written) != 4:
        return None
    first, second = (step.draft.settled(size) for size in step.written[1:3])
    return second if first == value.shape[1] else first


def split(draft: Draft, value: Value, heads: Size) -> Value:
    """A value with its features as heads; written once, however many take it."""
    if value.name not in draft.split:
        batch, time, features = value.shape
        shape = (batch, heads, time, draft.settled(features / heads))
        count = draft.attribute(heads, "heads")
        expression = f"{value.name}.unflatten(-1, ({count}, -1)).transpose(1, 2)"
        made = draft.line(f"{value.name.removesuffix('_proj')}_heads", expression, shape)
        draft.split[value.name] = replace(made, kind=value.kind, names=value.names)
    return draft.split[value.name]


def merged_heads(step: Step) -> Value:
    """Heads as features again: (B, h, T, d/h) becomes (B, T, d)."""
    value = step.only()
    if len(value.shape) != 4:
        return step.alias(value)
    return merge(step, value)


def merge(step: Step, value: Value) -> Value:
    """A value with its heads side by side."""
    batch, heads, time, features = value.shape
    shape = (batch, time, step.draft.settled(heads * features))
    return step.draft.line("merged", f"{value.name}.transpose(1, 2).flatten(2)", shape, step.node)


def reshape(step: Step) -> Value:
    """What is only drawn for its shape; an image becomes a vector or a row of patches where that is written."""
    value = step.only()
    if len(value.shape) != 4 or step.written is None:
        return step.alias(value)
    if step.draft.attends and len(step.written) == 3:
        if step.draft.patches:
            shape = (value.shape[0], value.shape[2] * value.shape[3], value.shape[1])
            return step.line(f"{value.name}.flatten(2).transpose(1, 2)", shape)
        return merge(step, value)
    if len(step.written) <= 2:
        return flat(step, value)
    return step.alias(value)


def flat(step: Step, value: Value) -> Value:
    """A value with a single axis of features."""
    if len(value.shape) <= 2:
        return value
    total = ONE
    for size in value.shape[1:]:
        total = total * size
    return step.draft.line("flat", f"{value.name}.flatten(1)", (value.shape[0], total), step.node)


def mean(step: Step) -> Value:
    """The mean of several values, or over the places of one."""
    values = tuple({value.name: value for value in step.values}.values())
    if len(values) > 1:
        listed = " + ".join(value.name for value in values)
        return step.line(f"({listed}) / {len(values)}", values[0].shape)
    return pooled(step)


def pooled(step: Step) -> Value:
    """The mean over all places."""
    value = step.only()
    if len(value.shape) == 4:
        if step.written is not None and len(step.written) >= 3 and step.written[-1] == ONE:
            shape = (*value.shape[:2], ONE, ONE)
            return step.line(f"{value.name}.mean(dim=(2, 3), keepdim=True)", shape)
        return step.line(f"{value.name}.mean(dim=(2, 3))", value.shape[:2])
    if len(value.shape) == 3:
        return step.line(f"{value.name}.mean(dim=1)", (value.shape[0], value.shape[2]))
    return step.alias(value)


RESHAPING: dict[str, Writer] = {
    "split_heads": split_heads,
    "merge_heads": merged_heads,
    "reshape": reshape,
    "mean": mean,
    "mean_pool": pooled,
    "global_avg_pool": pooled,
}
