"""Operations without weights: sums, products, joins, and what only changes a shape."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.modules.draft import Value
from evalmode.board.modules.kinds.reshaping import merged_heads
from evalmode.board.modules.sizes import ONE, say_shape
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Shape
    from evalmode.board.modules.step import Step, Writer

__all__ = ["ARITHMETIC", "CELL", "in_place", "joined"]

SQUASHING = frozenset({"sigmoid", "tanh", "gate", "candidate"})
_TOKENS = frozenset({"cls_token", "register_tokens"})
_OUTSIDE = frozenset({"input", "value"})
CELL = re.compile(r"[cC](_?t.*)?$|cell")


def alias(step: Step) -> Value:
    """What changes nothing."""
    return step.alias(step.only())


def add(step: Step) -> Value:
    """A sum of values of one shape; a vector of features is added at each place."""
    values = _together(step)
    if set(step.into) <= SQUASHING and all(value.kind in _OUTSIDE for value in values):
        return joined(step, tuple(sorted(values, key=in_place)), "joint")
    if set(step.into) <= SQUASHING and any(value.kind == "concat" for value in values):
        return Value(values[0].name, values[0].shape, "concat", (), values)
    if places := [value for value in values if not value.name]:
        return _placed(step, values, places)
    wide = max(values, key=lambda value: len(value.shape))
    for value in values:
        if len(value.shape) == len(wide.shape):
            step.draft.same_shape(wide.shape, value.shape)
    names = [_at_each_place(value, wide.shape) for value in values]
    return step.line(" + ".join(names), wide.shape)


def _placed(step: Step, values: tuple[Value, ...], places: list[Value]) -> Value:
    """A sum with learned vectors for the places, which are as many as the other values have."""
    wide = next((value for value in values if value.name), None)
    if wide is None or len(wide.shape) != 3:
        raise ModuleError(f"“{step.label}” adds positions to what has none.")
    names = [value.name for value in values if value.name]
    for place in places:
        if place.names:
            names.append(f"{step.draft.use('waves')}(*{wide.name}.shape[1:])")
            continue
        sizes = f"{step.py(wide.shape[1])}, {step.py(wide.shape[2])}"
        names.append(step.layer(f"nn.Parameter(torch.zeros({sizes}))", "positions"))
    return step.line(" + ".join(names), wide.shape)


def cut(step: Step) -> Value:
    """A value in equal parts, one for each arrow that leaves."""
    value = step.only()
    parts = step.whole("parts", len(step.into))
    shape = (*value.shape[:-1], step.draft.settled(value.shape[-1] / Size.of(parts)))
    made = step.line(f"{value.name}.chunk({parts}, dim=-1)", shape, "Each part:")
    chunks = tuple(Value(f"{made.name}[{place}]", shape, "split") for place in range(parts))
    return replace(made, chunks=chunks)


def subtract(step: Step) -> Value:
    """A difference of two values: less what is added back later, else less what comes in, for arrows have no order."""
    left, right = _pair(step)
    second = step.less or next((value.name for value in (left, right) if value.kind in _OUTSIDE), right.name)
    if left.name == second:
        left, right = right, left
    step.draft.same_shape(left.shape, right.shape)
    return step.line(f"{left.name} - {right.name}", left.shape)


def multiply(step: Step) -> Value:
    """A product, element by element; what has no places is taken at each place."""
    values = _together(step)
    wide = max(values, key=lambda value: (len(value.shape), sum(size != ONE for size in value.shape)))
    for value in values:
        if len(value.shape) == len(wide.shape):
            for one, two in zip(wide.shape, value.shape, strict=True):
                if ONE not in (one, two):
                    step.draft.same(one, two)
    names = [_at_each_place(value, wide.shape) for value in values]
    return step.line(" * ".join(names), wide.shape)


def _at_each_place(value: Value, shape: Shape) -> str:
    """A value as it takes part: ``(B, C)`` beside ``(B, C, H, W)`` gets the axes that it lacks."""
    missing = len(shape) - len(value.shape)
    if missing <= 0 or len(value.shape) < 2 or value.shape[-1] == shape[-1]:
        return value.name
    if value.shape == shape[: len(value.shape)]:
        return f"{value.name}[{', '.join([':'] * len(value.shape) + ['None'] * missing)}]"
    return value.name


def _together(step: Step) -> tuple[Value, ...]:
    """The values that meet; one that comes twice is there once.

    Raises:
        ModuleError: There are fewer than two.
    """
    values = [part for value in step.values for part in (value.parts or (value,))]
    found = tuple({value.name: value for value in values}.values())
    if len(found) < 2:
        raise ModuleError(f"“{step.label}” joins values, and only {len(found)} leads to it.")
    return found


def _pair(step: Step) -> tuple[Value, Value]:
    values = _together(step)
    if len(values) != 2:
        raise ModuleError(f"“{step.label}” takes two values, and {len(values)} lead to it.")
    return values[0], values[1]


def one_minus(step: Step) -> Value:
    """What is left to one."""
    value = step.only()
    return step.line(f"1 - {value.name}", value.shape)


def joined(step: Step, values: tuple[Value, ...], base: str = "") -> Value:
    """Values side by side along their features."""
    key = tuple(value.name for value in values)
    if key in step.draft.joints:
        return step.draft.joints[key]
    axis = 1 if len(values[0].shape) == 4 else -1
    total = Size()
    for value in values:
        total = total + value.shape[axis]
    shape = list(values[0].shape)
    shape[axis] = step.draft.settled(total)
    listed = ", ".join(value.name for value in values)
    made = step.draft.line(base or step.base, f"torch.cat([{listed}], dim={axis})", shape, step.node)
    step.draft.joints[key] = replace(made, kind="concat")
    return step.draft.joints[key]


def concat(step: Step) -> Value:
    """Values side by side; of unequal height and width they wait for the stage that makes these equal."""
    values = [part for value in step.values for part in (value.parts or (value,))]
    values = sorted({value.name: value for value in values}.values(), key=in_place)
    if len(values) == 1:
        return merged_heads(step) if len(values[0].shape) == 4 and step.draft.attends else step.alias(values[0])
    ranks = {len(value.shape) for value in values}
    if len(ranks) > 1:
        raise ModuleError(f"“{step.label}” joins {' and '.join(say_shape(value.shape) for value in values)}.")
    if ranks == {4} and len({value.shape[2:] for value in values}) > 1 and "decoder_stage" in step.into:
        return Value(values[0].name, values[0].shape, "concat", (), tuple(values))
    if ranks == {3} and any(value.kind in _TOKENS for value in values):
        return _before(step, values)
    for value in values[1:]:
        axes = range(2, 4) if ranks == {4} else range(len(value.shape) - 1)
        for axis in axes:
            step.draft.same(values[0].shape[axis], value.shape[axis])
    return joined(step, tuple(values))


def _before(step: Step, values: list[Value]) -> Value:
    """Learned tokens before the others, in one sequence."""
    values = sorted(values, key=lambda value: value.kind not in _TOKENS)
    time = Size()
    for value in values:
        time = time + value.shape[1]
        step.draft.same(values[-1].shape[2], value.shape[2])
    shape = (values[-1].shape[0], time, values[-1].shape[2])
    return step.line(f"torch.cat([{', '.join(value.name for value in values)}], dim=1)", shape)


def in_place(value: Value) -> int:
    """In which order gates are given what they take: the input, the state, the cell; else as it was computed."""
    names = set(value.names)
    if names & {"x", "x_t"}:
        return 0
    if names & {"h", "h_t"}:
        return 1
    return 2 if any(CELL.match(name) for name in names) else 3


def interpolate(step: Step) -> Value:
    """(1 − z) ⊙ old + z ⊙ new, of three values: gate, old state, new state."""
    if len(step.values) != 3:
        raise ModuleError(f"“{step.label}” needs a gate and two states.")
    gate = next((value for value in step.values if value.kind in {"gate", "sigmoid"}), step.values[0])
    rest = [value for value in step.values if value.name != gate.name]
    old = next((value for value in rest if value.kind in {"input", "value", ""}), rest[0])
    new = next(value for value in rest if value.name != old.name)
    return step.line(f"(1 - {gate.name}) * {old.name} + {gate.name} * {new.name}", gate.shape)


ARITHMETIC: dict[str, Writer] = {
    **dict.fromkeys(("identity", "copy", "cast", "value", "noisy", "pad", "crop", "transpose", "fake", "score"), alias),
    "add": add,
    "subtract": subtract,
    "multiply": multiply,
    "one_minus": one_minus,
    "concat": concat,
    "split": cut,
    "interpolate_state": interpolate,
}
