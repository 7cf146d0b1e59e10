"""What is said about a submission, as plain values for JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import torch

from evalmode_runner.checks import Case
from evalmode_runner.checks.compare import kind_of
from evalmode_runner.judging.probes import expect
from evalmode_runner.judging.problem import ProblemError
from evalmode_runner.scenarios import tensors_in

if TYPE_CHECKING:
    from evalmode_runner.judging.probes import Finding, Probe
    from evalmode_runner.judging.problem import Problem, Reply

_FEW = 24


@dataclass(slots=True)
class ReportedCheck:
    """One check; see the fields of the same name in evalmode's own values."""

    name: str
    title: str
    passed: bool
    message: str = ""
    teaches: str = ""
    examples: int = 0
    visible: bool = False
    expected: str = ""
    got: str = ""
    max_abs_error: float | None = None
    max_rel_error: float | None = None
    where: str = ""
    failing: dict[str, Any] | None = None
    traceback: str = ""


@dataclass(slots=True)
class Report:
    """A whole judgement."""

    verdict: str
    message: str
    checks: list[ReportedCheck] = field(default_factory=list)
    stdout: str = ""
    stderr: str = ""
    traceback: str = ""
    seconds: float = 0.0
    seed: int = 0
    cost: tuple[float, float] | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        record = {name: getattr(self, name) for name in self.__slots__}
        record["checks"] = [{name: getattr(check, name) for name in check.__slots__} for check in self.checks]
        record["reference_ratio"], record["memory_ratio"] = record.pop("cost") or (None, None)
        return record


def describe_failure(
    problem: Problem, check: ReportedCheck, probe: Probe, finding: Finding, replies: list[Reply]
) -> None:
    """Give a failed check its numbers and its smallest failing example."""
    found = finding.mismatch
    check.message = f"{probe.recipe.circumstances}{finding.says}"
    check.traceback = finding.trace
    if found is not None:
        check.expected, check.got, check.where = found.expected, found.got, found.where
        check.max_abs_error, check.max_rel_error = found.max_abs, found.max_rel
    check.failing = example_of(problem, probe, replies)


def example_of(problem: Problem, probe: Probe, replies: list[Reply]) -> dict[str, Any]:
    """An example as it is shown: sizes, inputs, what is expected and what came."""
    return {
        "sizes": {
            name: _plain(choice.value if choice.shown is None else choice.shown)
            for name, choice in probe.choices.items()
        },
        "inputs": _inputs(probe.cases[0]),
        **_outputs(problem, probe, replies),
    }


def _inputs(case: Case) -> list[dict[str, str]]:
    arguments = case.arguments
    if case.scenario == "call":
        named = {**arguments["inputs"], **arguments["options"]}
    elif case.scenario == "layer":
        named = {**arguments["init"], **arguments["options"]}
        for method, inputs, options in arguments["steps"]:
            prefix = "" if method == "forward" and len(arguments["steps"]) == 1 else f"{method}: "
            named |= {f"{prefix}{name}": value for name, value in {**inputs, **options}.items()}
    else:
        named = arguments
    return [show(name, value) for name, value in named.items()]


def _outputs(problem: Problem, probe: Probe, replies: list[Reply]) -> dict[str, Any]:
    shown: dict[str, Any] = {"expected": None, "got": None}
    result = replies[0].get("result") if replies else None
    if isinstance(result, dict):
        shown["got"] = _outcome(probe.cases[0], result)
    if isinstance(probe.demand, Case):
        try:
            expected = expect(problem, probe).reply.get("result")
        except ProblemError:
            return shown
        if isinstance(expected, dict):
            shown["expected"] = _outcome(probe.cases[0], expected)
    return shown


def _outcome(case: Case, result: dict[str, Any]) -> dict[str, str]:
    """What came of a case: of a call or a layer its output, of another scenario all that it tells."""
    return show("output", result.get("output")) if case.scenario in ("call", "layer") else show("result", result)


def show(name: str, value: Any) -> dict[str, str]:
    """A value as a person reads it, with its numbers where there are few."""
    return {"name": name, "kind": kind_of(value), "text": _numbers(value)}


def _numbers(value: Any) -> str:
    if isinstance(value, torch.Tensor):
        if value.numel() > _FEW:
            return ""
        return (
            str(torch.round(value.double(), decimals=4).tolist()) if value.is_floating_point() else str(value.tolist())
        )
    if isinstance(value, (bool, int, float, str)) or value is None:
        return repr(value)[:200]
    if sum(tensor.numel() for tensor in tensors_in(value).values()) > _FEW:
        return ""
    try:
        return repr(_listed(value))[:400]
    except RecursionError:
        return ""


def _listed(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return torch.round(value.double(), decimals=4).tolist() if value.is_floating_point() else value.tolist()
    if isinstance(value, (list, tuple)):
        return type(value)(_listed(part) for part in value)
    return {key: _listed(part) for key, part in value.items()} if isinstance(value, dict) else value


def _plain(value: Any) -> Any:
    return value if isinstance(value, (bool, int, float, str)) or value is None else str(value)
