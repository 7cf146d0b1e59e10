"""Running a drawing's module, from its source to what is known about it.

The source is made by a machine, but from labels that a candidate wrote: it runs where submissions run, and nothing
comes back but values. Each module has a child of its own; their outputs are compared here.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from evalmode_runner.judging.session import ChildKilled, ChildLost, Ended, Patience, Session
from evalmode_runner.judging.static import refuse, unreadable
from evalmode_runner.sandbox import SandboxLost

if TYPE_CHECKING:
    from evalmode_runner.sandbox import Zygote

_TRIES = 3
_PATIENCE = Patience(case=12.0, total=20.0)
_SCENARIO = (Path(__file__).parent / "scenario.py").read_text(encoding="utf-8")


class Unrun(Exception):  # noqa: N818 - it says what happened
    """The module did not run; the message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Code:
    """A source and the class in it that is meant."""

    source: str
    class_name: str


def run_module(message: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    """Run a module, and another one with the same weights if there is one.

    Args:
        message: ``source``, ``class_name``, ``tensors`` (of each input its shape, and below which number its whole
            numbers stay), ``seed``, ``against`` (nothing, or source and class name of the other one).
        zygote: Makes the children.

    Returns:
        ``run``: the fields of what is told about it; or ``failed`` or ``lost``: the sandbox is at fault.
    """
    failure: Exception = ChildLost("it was never tried")
    for _ in range(_TRIES):
        started = time.perf_counter()
        try:
            run = _run(message, zygote)
            return {"run": run | {"seconds": time.perf_counter() - started}}
        except Unrun as error:
            return {"run": {"ran": False, "says": str(error), "seconds": time.perf_counter() - started}}
        except (ChildLost, SandboxLost) as error:
            failure = error
        try:
            if not zygote.alive:
                zygote.revive()
        except SandboxLost as error:
            return {"lost": str(error)}
    if isinstance(failure, ChildKilled):
        return {"run": {"ran": False, "says": "The process that ran the module was killed, each time it was tried."}}
    return {"failed": str(failure)}


def _run(message: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    seed = int(message["seed"])
    inputs = _draw(message["tensors"], seed)
    against = message.get("against")
    code = Code(message["source"], message["class_name"])
    first = _play(code, zygote, {"inputs": inputs, "seed": seed, "state": None, "give": bool(against)})
    told = {
        "ran": True,
        "says": "",
        "parameters": int(first["parameters"]),
        "computed": bool(first["computed"]),
        "nodes": [[str(name), [int(size) for size in shape]] for name, shape in first["nodes"]],
        "outputs": [[int(size) for size in shape] for shape in first["shapes"]],
    }
    if not against:
        return told | {"says": _summary(told)}
    if "state" not in first:
        return told | {"says": f"{_summary(told)} It is too large to be compared."}
    return told | _compare(first, Code(*against), zygote, inputs, seed)


def _compare(
    first: dict[str, Any], code: Code, zygote: Zygote, inputs: list[torch.Tensor], seed: int
) -> dict[str, Any]:
    try:
        other = _play(code, zygote, {"inputs": inputs, "seed": seed, "state": first["state"], "give": False})
    except Unrun as error:
        raise Unrun(f"What it is compared with fails. {error}") from error
    found: dict[str, Any] = {"against_parameters": int(other["parameters"]), "largest_difference": None}
    if "unlike" in other:
        return found | {"says": f"The weights cannot be mapped: {other['unlike']}."}
    ours, theirs = first["outputs"], other["outputs"]
    if [value.shape for value in ours] != [value.shape for value in theirs]:
        shapes = [" and ".join(str(tuple(value.shape)) for value in values) for values in (ours, theirs)]
        return found | {"says": f"It returns {shapes[0]}, the other one {shapes[1]}."}
    pairs = [(one.double(), two.double()) for one, two in zip(ours, theirs, strict=True) if one.numel()]
    largest = max(((one - two).abs().max().item() for one, two in pairs), default=0.0)
    if math.isnan(largest):
        return found | {"says": "It computes what is no number."}
    says = f"With the same weights the two differ by {largest:.1e} at most."
    return found | {"largest_difference": largest, "says": says}


def _play(code: Code, zygote: Zygote, arguments: dict[str, Any]) -> dict[str, Any]:
    """What one module does in a child of its own.

    Raises:
        Unrun: It does not run.
        ChildLost: The sandbox failed.
        SandboxLost: The zygote is dead.
    """
    if (senseless := unreadable(code.source) or refuse(code.source, ())) is not None:
        raise Unrun(f"The module cannot be read: {senseless.message}")
    child = zygote.take()
    try:
        session = Session(child, _PATIENCE)
        session.greet()
        request = {"source": code.source, "defines": code.class_name, "scenario": _SCENARIO, "bans": {}, "modules": {}}
        loaded = session.ask(request)
        _refuse_error(loaded)
        if loaded.get("loaded") != "class":
            raise Unrun(f"The module does not define the class {code.class_name}.")
        answer = session.ask({"scenario": "play", "arguments": arguments})
    except Ended as ended:
        raise Unrun(f"The module did not run to its end: {ended.message}") from ended
    finally:
        child.discard()
    _refuse_error(answer)
    return _checked(answer.get("result"))


def _refuse_error(answer: dict[str, Any]) -> None:
    if "error" in answer:
        error = answer["error"]
        said = f"{error.get('type')}: {error.get('message')}".splitlines()[0].rstrip(": ")
        line = str(error.get("trace", "")).strip().splitlines()
        raise Unrun(f"The module does not run: {said}" + (f" ({line[-1].strip()})" if line else "") + ".")
    if "complaint" in answer:
        raise Unrun(str(answer["complaint"]))


def _checked(result: object) -> dict[str, Any]:
    """The answer, if it is one: what comes out of a child is believed only as far as its form goes.

    Raises:
        Unrun: It is none.
    """
    no_answer = Unrun("The module answered something else than was asked.")
    if not isinstance(result, dict) or not isinstance(result.get("parameters"), int):
        raise no_answer
    if "unlike" in result:
        return result
    nodes, shapes, outputs = (result.get(name) for name in ("nodes", "shapes", "outputs"))
    if not (isinstance(nodes, list) and isinstance(shapes, list) and isinstance(outputs, list)):
        raise no_answer
    named = [node for node in nodes if isinstance(node, tuple) and len(node) == 2 and isinstance(node[0], str)]
    sizes = [*shapes, *(node[1] for node in named)]
    if len(named) != len(nodes) or not all(_is_shape(shape) for shape in sizes):
        raise no_answer
    if not all(isinstance(value, torch.Tensor) for value in outputs):
        raise no_answer
    return result


def _is_shape(shape: object) -> bool:
    return isinstance(shape, list) and all(type(size) is int for size in shape)


def _draw(tensors: list[Any], seed: int) -> list[torch.Tensor]:
    """Inputs: real numbers from a normal distribution, whole ones evenly."""
    source = torch.Generator().manual_seed(seed)
    return [
        torch.randint(below, tuple(shape), generator=source) if below else torch.randn(tuple(shape), generator=source)
        for shape, below in tensors
    ]


def _summary(told: dict[str, Any]) -> str:
    shapes = " and ".join(str(tuple(shape)) for shape in told["outputs"]) or "nothing"
    done = "It runs" if told["computed"] else "Its shapes fit (it is too large to be computed here)"
    return f"{done}: {told['parameters']:,} parameters, output {shapes}."
