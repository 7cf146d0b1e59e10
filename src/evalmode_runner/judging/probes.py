"""From a check to what is asked of a child, and from its answers to a finding."""

from __future__ import annotations

import math
import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from evalmode_runner.checks import Case, Check, Claim, Draw, Pair, Raises
from evalmode_runner.checks.compare import Mismatch, compare, kind_of
from evalmode_runner.judging.problem import Problem, ProblemError, Reply
from evalmode_runner.judging.quick import Flat, flatten
from evalmode_runner.scenarios import tensors_in

if TYPE_CHECKING:
    from collections.abc import Mapping

_HALF = ("float16", "bfloat16")
_FIXED_SEED = 20


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an example is drawn; drawing again gives the same.

    Args:
        check: What is checked.
        seed: Everything follows from it.
        dtype: Floating-point type by name.
        strided: Whether inputs have gaps in memory.
        smallest: Whether everything is as simple as can be.
        largest: Whether every size is as large as can be.
        roomy: Whether every size is in the upper half of its range.
        index: Which of the check's examples it is.
        fixed: Choices that are given.
    """

    check: Check
    seed: int
    dtype: str
    strided: bool = False
    smallest: bool = False
    largest: bool = False
    roomy: bool = False
    index: int = 0
    fixed: tuple[tuple[str, Any], ...] = ()

    @property
    def aspect(self) -> str:
        """Name of what is unusual about it, empty if nothing is."""
        if self.dtype != self.check.dtypes[0]:
            return self.dtype
        return "non-contiguous" if self.strided else ""

    @property
    def circumstances(self) -> str:
        """What is unusual about it, as a sentence's beginning."""
        said = []
        if self.dtype != self.check.dtypes[0]:
            said.append(f"{self.dtype} inputs")
        if self.strided:
            said.append("inputs that are not contiguous")
        return f"With {' and '.join(said)}: " if said else ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one example.

    Args:
        says: It, in one sentence.
        kind: ``mismatch``, ``error``, ``complaint`` or ``touched``: shrinking keeps to one kind.
        mismatch: The numbers, where numbers were compared.
        trace: The candidate's lines, where an exception was raised.
        error: Class of the exception.
        aspect: ``gradients`` or ``inputs-untouched`` where it is not the value that is wrong.
        verdict: What an exception makes of the submission; empty where there was none.
    """

    says: str
    kind: str
    mismatch: Mismatch | None = None
    trace: str = ""
    error: str = ""
    aspect: str = ""
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """One example, ready to be sent.

    Args:
        recipe: How it was drawn.
        demand: What must hold.
        cases: What is played, in order.
        choices: Sizes and choices by name, and the simpler ones that could have been.
        known: What the reference answers, once it was asked.
    """

    recipe: Recipe
    demand: Case | Pair | Raises | Claim
    cases: tuple[Case, ...]
    choices: Mapping[str, Any]
    known: list[Expected] = field(default_factory=list, compare=False, repr=False)

    def requests(self, *, trace: bool) -> list[dict[str, Any]]:
        """What the child is asked."""
        return [{"scenario": case.scenario, "arguments": case.arguments, "trace": trace} for case in self.cases]


def recipes(check: Check, seed: int) -> list[Recipe]:
    """The examples of a check: the smallest, random ones, every type, and one with gaps in memory."""
    if check.visible:
        return [Recipe(check, _FIXED_SEED, check.dtypes[0])]
    usual = check.dtypes[0]
    if check.examples == 1:
        return [Recipe(check, seed, usual, largest=True, index=seed % 64)]
    found = [Recipe(check, seed, usual, smallest=True), Recipe(check, seed + 1, usual, largest=True)]
    found += [Recipe(check, seed + 10 + n, dtype, roomy=True) for n, dtype in enumerate(check.dtypes[1:])]
    if check.strided:
        found.append(Recipe(check, seed + 50, usual, strided=True, roomy=True))
    found += [Recipe(check, seed + 100 + n, usual) for n in range(check.examples - len(found))]
    # The smallest one has no turn; whose turn is first depends on the seed.
    return [replace(recipe, index=number - 1 + seed % 64) for number, recipe in enumerate(found)]


def draw_probe(problem: Problem, recipe: Recipe) -> Probe:
    """Draw an example.

    Raises:
        ProblemError: The check itself throws.
    """
    draw = Draw(
        recipe.seed,
        getattr(torch, recipe.dtype),
        strided=recipe.strided,
        smallest=recipe.smallest,
        largest=recipe.largest,
        roomy=recipe.roomy,
        index=recipe.index,
        fixed=dict(recipe.fixed),
    )
    try:
        demand = recipe.check.draw(draw)
    except Exception as error:
        raise ProblemError(f"check {recipe.check.name} cannot be drawn: {type(error).__name__}: {error}") from error
    cases = tuple(_complete(problem, case, draw, recipe) for case in _cases_of(demand))
    return Probe(recipe, demand, cases, draw.choices)


def _cases_of(demand: Any) -> tuple[Case, ...]:
    match demand:
        case Case():
            return (demand,)
        case Pair(first, second):
            return (first, second)
        case Raises(_, case):
            return (case,)
        case Claim(cases):
            return cases
    raise ProblemError(
        f"a check returns {type(demand).__name__} instead of call, layer, scenario, same, raises or claim"
    )


def _complete(problem: Problem, case: Case, draw: Draw, recipe: Recipe) -> Case:
    """Fill in what the built-in scenarios need: gradients, a seed, and random weights under the reference's names."""
    if case.scenario not in ("call", "layer"):
        return case
    arguments = dict(case.arguments)
    wanted = recipe.check.gradients if case.gradients is None else case.gradients
    numeric = recipe.dtype not in _HALF and not arguments.get("numpy", False)
    # A backward pass is half the work: not where the example is trivial, nor where the layout is what is looked at.
    arguments["gradients"] = wanted and numeric and not (recipe.smallest or recipe.strided)
    arguments["seed"] = recipe.seed % 2**31
    if case.scenario == "layer":
        arguments["dtype"] = recipe.dtype
        arguments["state"] = _weights(problem, arguments, draw) | arguments["state"]
    return replace(case, arguments=arguments)


def _weights(problem: Problem, arguments: dict[str, Any], draw: Draw) -> dict[str, torch.Tensor]:
    """Random weights under the names that the reference gives them."""
    shapes = problem.state_shapes(arguments["init"], arguments["options"])
    counts = [math.prod(shape) for shape in shapes.values()]
    drawn = torch.randn(sum(counts), generator=draw.stream("weights"), dtype=torch.float64)
    state = {}
    for (name, shape), flat in zip(shapes.items(), torch.split(drawn.to(draw.dtype), counts), strict=True):
        value = flat.view(shape)
        if name.endswith("running_var"):
            value.abs_().add_(0.5)
        elif len(shape) == 1:
            value.mul_(0.5)
            if name.endswith("weight"):
                value.add_(1.0)
        elif shape:
            value.mul_(max(1, math.prod(shape[1:])) ** -0.5)
        state[name] = value
    return state


@dataclass(frozen=True, slots=True)
class Expected:
    """What the reference answers to an example.

    Args:
        reply: Its answer to the first case.
        quick: The same in a form that is quick to compare.
    """

    reply: Reply
    quick: Flat | None


def expect(problem: Problem, probe: Probe) -> Expected:
    """What the reference answers; it is asked once.

    Half-precision inputs are computed in float32, which is what a careful solution comes near to.
    """
    if not probe.known:
        reply = _reference_replies(problem, probe)[0]
        probe.known.append(Expected(reply, flatten(reply.get("result"))))
    return probe.known[0]


def _reference_replies(problem: Problem, probe: Probe) -> list[Reply]:
    if probe.recipe.dtype not in _HALF:
        return [problem.reference.run(case.scenario, case.arguments) for case in probe.cases]
    half = getattr(torch, probe.recipe.dtype)
    replies = []
    for case in probe.cases:
        arguments = _cast(case.arguments, half, torch.float32)
        if case.scenario == "layer":
            arguments["dtype"] = "float32"
        replies.append(_cast(problem.reference.run(case.scenario, arguments), torch.float32, half))
    return replies


def _cast(value: Any, old: torch.dtype, new: torch.dtype) -> Any:
    if isinstance(value, torch.Tensor):
        return value.to(new) if value.dtype == old else value
    if isinstance(value, dict):
        return {key: _cast(part, old, new) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_cast(part, old, new) for part in value)
    return value


def evaluate(problem: Problem, probe: Probe, replies: list[Reply], expected: Expected | None = None) -> Finding | None:
    """What is wrong with the answers to a probe; None if all is as it must be.

    Raises:
        ProblemError: The reference itself does not do what the check demands.
    """
    demand = probe.demand
    if isinstance(demand, Raises):
        return _must_raise(demand, replies[0])
    for reply in replies:
        if (finding := _not_returned(reply)) is not None:
            return finding
    results = [reply["result"] for reply in replies]
    if expected is not None and expected.quick is not None and expected.quick.agrees(results[0]):
        return None
    if isinstance(demand, Claim):
        try:
            says = demand.wrong(*results)
        except Exception as error:
            says = f"What your code returns cannot be read as expected ({type(error).__name__}: {error})"
        return Finding(_sentence(says), "mismatch") if says else None
    if isinstance(demand, Pair):
        return _must_agree(demand, results, probe)
    return _must_equal((expected or expect(problem, probe)).reply, results[0], probe)


def _not_returned(reply: Reply) -> Finding | None:
    if "complaint" in reply:
        return Finding(str(reply["complaint"]), "complaint")
    if "error" in reply:
        error = reply["error"]
        said = f"{error.get('type')}: {error.get('message')}".rstrip(": ")
        verdict, why = verdict_of_error(error)
        return Finding(
            f"Your code raised {said}{why}",
            "error",
            trace=str(error.get("trace", "")),
            error=str(error.get("type")),
            verdict=verdict,
        )
    if not isinstance(reply.get("result"), dict):
        return Finding("Your code wrote to the judge's own channel.", "touched")
    return None


def verdict_of_error(error: dict[str, Any]) -> tuple[str, str]:
    """What an exception makes of a submission, and what to add to its message."""
    bases, message = str(error.get("bases", "")).split(), str(error.get("message", ""))
    if "PermissionError" in bases:
        return "security_violation", ": the sandbox forbids what it asked the system for."
    if "MemoryError" in bases or "can't allocate memory" in message:
        return "memory_limit", ""
    return "runtime_error", ""


def _must_raise(demand: Raises, reply: Reply) -> Finding | None:
    if "error" in reply:
        error = reply["error"]
        if demand.error in str(error.get("bases", "")).split():
            return None
        says = f"Your code raised {error.get('type')} where {demand.error} was asked for."
        return Finding(says, "mismatch", trace=str(error.get("trace", "")), error=str(error.get("type")))
    return Finding(f"Your code raised nothing where {demand.error} was asked for.", "mismatch")


def _must_agree(demand: Pair, results: list[Any], probe: Probe) -> Finding | None:
    try:
        first, second = demand.view(results[0], results[1])
        found = compare(first, second, "output", max(case.loose for case in probe.cases))
    except Exception as error:
        return Finding(f"What your code returns cannot be compared ({type(error).__name__}: {error}).", "mismatch")
    return Finding(_sentence(f"{demand.says}: {found.says}"), "mismatch", found) if found else None


def _must_equal(expected: Reply, result: dict[str, Any], probe: Probe) -> Finding | None:
    if "result" not in expected:
        raise ProblemError(f"the reference fails check {probe.recipe.check.name}: {expected}")
    wanted, case = expected["result"], probe.cases[0]
    if case.scenario not in ("call", "layer"):
        found = compare(wanted, result, "result", case.loose)
        return Finding(_sentence(found.says.removeprefix("result ")), "mismatch", found) if found else None
    if (found := compare(wanted["output"], result.get("output"), "output", case.loose)) is not None:
        return Finding(_sentence(found.says), "mismatch", found)
    if (finding := _changed_inputs(wanted.get("inputs", {}), result.get("inputs"))) is not None:
        return finding
    if (finding := _gradients(wanted.get("gradients", {}), result.get("gradients"), case.loose)) is not None:
        return finding
    kept = {
        name: value for name, value in wanted.get("buffers", {}).items() if name in probe.cases[0].arguments["state"]
    }
    buffers = result.get("buffers")
    held = {name: buffers.get(name) for name in kept} if isinstance(buffers, dict) else buffers
    if kept and (found := compare(kept, held, "buffer", case.loose)) is not None:
        return Finding(_sentence(f"Afterwards {found.says}"), "mismatch", found)
    return None


def _changed_inputs(before: Any, after: Any) -> Finding | None:
    then, now = tensors_in(_as_tensors(before)), tensors_in(_as_tensors(after))
    for name, value in then.items():
        if name in now and (found := compare(value, now[name], name)) is not None:
            says = f"Your code changes its input {name} in place."
            return Finding(says, "mismatch", found, aspect="inputs-untouched")
    return None


def _as_tensors(value: Any) -> Any:
    """A value whose NumPy arrays are tensors."""
    if isinstance(value, np.ndarray):
        return torch.from_numpy(value.copy())
    if isinstance(value, dict):
        return {key: _as_tensors(part) for key, part in value.items()}
    return [_as_tensors(part) for part in value] if isinstance(value, (list, tuple)) else value


def _gradients(wanted: dict[str, Any], got: Any, loose: float) -> Finding | None:
    got = got if isinstance(got, dict) else {}
    worst: Finding | None = None
    for name, want in wanted.items():
        have = got.get(name)
        if want is None and have is None:
            continue
        if have is None:
            if not bool(want.any()):
                continue
            says = (
                f"No gradient reaches {name}: something cuts the graph (detach, .data, .item(), no_grad, a new tensor)."
            )
            nothing = Mismatch(says, f"gradient of {name}", kind_of(want), "None")
            return Finding(says, "mismatch", nothing, aspect="gradients")
        wanted_here = torch.zeros_like(have) if want is None else want
        found = compare(wanted_here, have, f"gradient of {name}", 10 * loose)
        if found is not None and (
            worst is None or (found.max_rel or 0) > ((worst.mismatch and worst.mismatch.max_rel) or 0)
        ):
            worst = Finding(_sentence(found.says), "mismatch", found, aspect="gradients")
    return worst


def fresh_seed() -> int:
    """A seed nobody can guess."""
    return secrets.randbelow(2**31)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
