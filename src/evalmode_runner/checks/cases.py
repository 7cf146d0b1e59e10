"""What can be done with a submission, and what must hold then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

Result = dict[str, Any]
"""What a scenario returned, by name; most have an ``output``."""

Step = tuple[str, dict[str, Any], dict[str, Any]]
"""A method's name, its inputs by position and its options by name."""


@dataclass(frozen=True, slots=True)
class Case:
    """Something to do with the submission, and with the reference: both must return the same.

    Args:
        scenario: Name of the function that does it.
        arguments: What the function gets.
        gradients: Whether gradients are wanted: None leaves it to the check.
        loose: Factor on the tolerance.
    """

    scenario: str
    arguments: dict[str, Any]
    gradients: bool | None = None
    loose: float = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cases whose results must agree where `view` looks."""

    first: Case
    second: Case
    view: Callable[[Result, Result], tuple[Any, Any]]
    says: str


@dataclass(frozen=True, slots=True)
class Raises:
    """A case that must end with an exception of the named class."""

    error: str
    case: Case


@dataclass(frozen=True, slots=True)
class Claim:
    """Cases whose results a function looks at: it returns what is wrong in one sentence, or None."""

    cases: tuple[Case, ...]
    wrong: Callable[..., str | None]


Demand = Case | Pair | Raises | Claim


def call(inputs: dict[str, Any], /, **options: Any) -> Case:
    """Call the function: inputs by position, in order, their names for reports; options by name."""
    return Case("call", {"inputs": inputs, "options": options})


def numpy_call(inputs: dict[str, Any], /, **options: Any) -> Case:
    """The same with NumPy arrays in place of tensors."""
    return Case("call", {"inputs": inputs, "options": options, "numpy": True})


def step(method: str, inputs: dict[str, Any] | None = None, /, **options: Any) -> Step:
    """One call of a layer's method; ``train`` and ``eval`` set its mode."""
    return (method, inputs or {}, options)


def layer(
    init: dict[str, Any],
    inputs: dict[str, Any] | None = None,
    *steps: Step,
    options: dict[str, Any] | None = None,
    state: dict[str, torch.Tensor] | None = None,
    **forward: Any,
) -> Case:
    """Build the layer, load random weights by the reference's names, and call it.

    Args:
        init: Arguments of the constructor, by position; names for reports.
        inputs: Inputs of one forward call, by position. None where `steps` say what is called.
        steps: Calls of methods in order, instead of the one forward call.
        options: Arguments of the constructor by name.
        state: Weights that are not random.
        forward: Options of the forward call, by name.
    """
    calls = list(steps) if inputs is None else [step("forward", inputs, **forward)]
    return Case("layer", {"init": init, "options": options or {}, "steps": calls, "state": state or {}})


def constant(case: Case, *names: str) -> Case:
    """The case with inputs that are constants: whether a gradient reaches them does not matter."""
    return replace(case, arguments=case.arguments | {"constant": list(names)})


def scenario(name: str, /, loose: float = 1.0, **arguments: Any) -> Case:
    """Play a scenario of the problem's own ``scenario.py``."""
    return Case(name, arguments, loose=loose)


def same(
    first: Case,
    second: Case,
    *,
    view: Callable[[Result, Result], tuple[Any, Any]] = lambda first, second: (first["output"], second["output"]),
    says: str = "The two results should be the same",
) -> Pair:
    """Two cases must agree; `view` picks what is compared, such as the part that both have."""
    return Pair(first, second, view, says)


def raises(error: str, case: Case) -> Raises:
    """The case must raise an exception of this class, given by its name, such as ``ValueError``."""
    return Raises(error, case)


def claim(case: Case, *more: Case, wrong: Callable[..., str | None]) -> Claim:
    """Ask a function of the results, which returns what is wrong or None. The reference must pass as well."""
    return Claim((case, *more), wrong)


def causal(case: Case, *, of: str = "x", axis: int = 1, output_axis: int = 1, at: int) -> Pair:
    """Change the input from position `at` on: outputs before it must stay as they are."""
    second = _map_tensor(case, of, lambda tensor: _shaken(tensor, axis, at))

    def past(first: Result, second: Result) -> tuple[Any, Any]:
        return _before(first["output"], output_axis, at), _before(second["output"], output_axis, at)

    return Pair(case, second, past, f"Outputs before position {at} changed when only {of} from position {at} on did")


def _before(output: Any, axis: int, at: int) -> Any:
    return output.narrow(axis, 0, at) if isinstance(output, torch.Tensor) and output.dim() > axis else output


def _shaken(tensor: torch.Tensor, axis: int, at: int) -> torch.Tensor:
    changed = tensor.clone()
    changed.narrow(axis, at, tensor.shape[axis] - at).mul_(-1.7).add_(0.9)
    return changed


def _map_tensor(case: Case, name: str, change: Callable[[torch.Tensor], torch.Tensor]) -> Case:
    def mapped(inputs: dict[str, Any]) -> dict[str, Any]:
        return {key: change(value) if key == name else value for key, value in inputs.items()}

    arguments = dict(case.arguments)
    if "inputs" in arguments:
        arguments["inputs"] = mapped(arguments["inputs"])
    else:
        arguments["steps"] = [(method, mapped(inputs), options) for method, inputs, options in arguments["steps"]]
    return replace(case, arguments=arguments)
