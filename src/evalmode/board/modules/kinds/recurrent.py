"""Gates of recurrent cells: an affine map of what comes in, and a squashing function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.arithmetic import CELL, in_place, joined
from evalmode.board.modules.sizes import say_shape
from evalmode.board.modules.values import ModuleError

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Value
    from evalmode.board.modules.step import Step, Writer
    from evalmode.board.shapes import Size

__all__ = ["RECURRENT", "gate_name"]

_GATES = {
    "f": "forget_gate",
    "i": "input_gate",
    "o": "output_gate",
    "g": "candidate",
    "z": "update_gate",
    "r": "reset_gate",
    "n": "candidate",
    "u": "update_gate",
}
_AFFINE = {"linear", "split"}


def gate_name(names: tuple[str, ...], role: str) -> str:
    """What the layer of a gate is called: ``forget_gate`` for ``f``."""
    if role:
        return f"{role}_gate"
    return next((_GATES[name] for name in names if name in _GATES), "")


def squash(step: Step) -> Value:
    """A squashing function; with an affine map before it where it has inputs that are not mapped yet."""
    function = "torch.tanh" if step.node.op.kind in {"tanh", "candidate"} else "torch.sigmoid"
    parts = [part for value in step.values for part in (value.parts or (value,))]
    values = sorted({value.name: value for value in parts}.values(), key=in_place)
    if not values:
        raise ModuleError(f"Nothing leads to “{step.label}”.")
    plain = step.node.op.kind in {"sigmoid", "tanh"}
    if len(values) == 1 and (values[0].kind in _AFFINE or (plain and values[0].kind != "concat")):
        return step.line(f"{function}({values[0].name})", values[0].shape)
    if len(values) > 1 and all(value.kind in _AFFINE for value in values):
        for value in values[1:]:
            step.draft.same_shape(values[0].shape, value.shape)
        return step.line(f"{function}({' + '.join(value.name for value in values)})", values[0].shape)
    return _mapped(step, function, values)


def _mapped(step: Step, function: str, values: list[Value]) -> Value:
    several = len(values) > 2 or any(value.kind == "concat" for value in values)
    peephole = next((value for value in values if _is_cell(value)), None) if several else None
    taken = tuple(value for value in values if value is not peephole)
    if any(len(value.shape) != len(taken[0].shape) for value in taken):
        raise ModuleError(f"“{step.label}” takes {' and '.join(say_shape(value.shape) for value in taken)}.")
    hidden = _hidden(step, values)
    joint = taken[0] if len(taken) == 1 else joined(step, taken, "joint")
    base = step.role or gate_name(step.node.names, step.param("role")) or step.base
    layer = step.layer(f"nn.Linear({step.py(joint.shape[-1])}, {step.py(hidden)})", base)
    inside = f"{layer}({joint.name})"
    if peephole is not None:
        weight = step.layer(f"nn.Parameter(torch.zeros({step.py(hidden)}))", f"{base.removesuffix('_gate')}_peephole")
        inside += f" + {weight} * {peephole.name}"
    return step.line(f"{function}({inside})", (*joint.shape[:-1], hidden))


def _is_cell(value: Value) -> bool:
    return value.kind == "add" or any(CELL.match(name) for name in value.names)


def _hidden(step: Step, values: list[Value]) -> Size:
    """How large the state is: as written, else as large as the state that comes in."""
    found = step.size("out") or step.features
    if found is not None:
        return found
    state = next((value.shape[-1] for value in values if {"h", "c"} & set(value.names)), None)
    return state or step.draft.state or values[-1].shape[-1]


RECURRENT: dict[str, Writer] = dict.fromkeys(("gate", "candidate", "sigmoid", "tanh"), squash)
