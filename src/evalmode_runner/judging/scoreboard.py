"""Which checks hold: those of the problem, and the aspects that are looked at in all of them.

A right value whose gradient is wrong, or one that is right in float32 only, fails the aspect and not the check; that
tells a candidate more than that everything is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from evalmode_runner.checks import Case
from evalmode_runner.judging.probes import Finding, Probe
from evalmode_runner.judging.report import ReportedCheck

if TYPE_CHECKING:
    from evalmode_runner.checks import Check
    from evalmode_runner.judging.problem import Reply

Failure = tuple[Probe, Finding, "list[Reply]"]

_ASPECTS = {
    "float64": "float64 inputs give float64 outputs, as exact as that type is.",
    "float32": "float32 inputs work as well.",
    "float16": "float16 inputs give float16 outputs.",
    "bfloat16": "bfloat16 inputs give bfloat16 outputs, near to what float32 gives.",
    "non-contiguous": "Inputs with gaps in memory give the same values.",
    "inputs-untouched": "Inputs are not changed.",
    "gradients": "Gradients reach every input and weight, and equal the reference's.",
}


class Scoreboard:
    """Collects findings.

    Args:
        plan: The checks with their examples.
    """

    def __init__(self, plan: list[tuple[Check, list[Probe]]]) -> None:
        self._plan = plan
        self._found: defaultdict[str, list[Failure]] = defaultdict(list)

    def enter(self, probe: Probe, finding: Finding | None, replies: list[Reply]) -> None:
        """Take note of an example's outcome."""
        if finding is not None:
            self._found[probe.recipe.check.name].append((probe, finding, replies))

    def failures(self) -> dict[str, Failure]:
        """Name of a failed check or aspect → the most telling failure."""
        failed: dict[str, Failure] = {}
        for check, _ in self._plan:
            found = self._found[check.name]
            values = [failure for failure in found if not failure[1].aspect]
            usual = [failure for failure in values if not failure[0].recipe.aspect]
            if usual:
                failed[check.name] = usual[0]
                continue
            for failure in found:
                aspect = failure[1].aspect or failure[0].recipe.aspect
                if aspect not in failed or _more_usual(failure, failed[aspect]):
                    failed[aspect] = failure
        return failed

    def doubtful(self) -> list[Probe]:
        """Examples that failed in unusual circumstances, in checks that did not fail in usual ones."""
        found = []
        for check, _ in self._plan:
            values = [probe for probe, finding, _ in self._found[check.name] if not finding.aspect]
            if values and all(probe.recipe.aspect for probe in values):
                found += values
        return found

    def checks(self, until: Check | None = None) -> list[ReportedCheck]:
        """The checks in their order, up to one that was not finished, then the aspects."""
        failed = self.failures()
        reported: list[ReportedCheck] = []
        seen: dict[str, int] = {}
        for check, probes in self._plan:
            if check is until:
                break
            reported.append(
                _reported(check.name, check.title, failed, len(probes), check.teaches, visible=check.visible)
            )
            for aspect, count in _aspects_of(check, self._told(check, probes)).items():
                seen[aspect] = seen.get(aspect, 0) + count
        aspects = [name for name in _ASPECTS if name in seen or name in failed]
        return reported + [_reported(name, _ASPECTS[name], failed, seen.get(name, 1)) for name in aspects]

    def _told(self, check: Check, probes: list[Probe]) -> list[Probe]:
        """The examples that say something about aspects: those whose value is right."""
        silent = {id(probe) for probe, finding, _ in self._found[check.name] if not finding.aspect}
        return [probe for probe in probes if id(probe) not in silent]


def _reported(
    name: str, title: str, failed: dict[str, Failure], examples: int, teaches: str = "", *, visible: bool = False
) -> ReportedCheck:
    failure = failed.get(name)
    if failure is None:
        return ReportedCheck(name, title, passed=True, examples=examples, visible=visible)
    return ReportedCheck(name, title, False, failure[1].says, teaches, examples, visible)


def _aspects_of(check: Check, probes: list[Probe]) -> dict[str, int]:
    """Aspects that a check looks at → on how many examples."""
    seen = {aspect: 1 for probe in probes if (aspect := probe.recipe.aspect)}
    agreeing = [
        probe for probe in probes if isinstance(probe.demand, Case) and probe.cases[0].scenario in ("call", "layer")
    ]
    if agreeing:
        seen["inputs-untouched"] = len(agreeing)
        if check.gradients and any(probe.cases[0].arguments["gradients"] for probe in agreeing):
            seen["gradients"] = len(agreeing)
    return seen


def _more_usual(failure: Failure, other: Failure) -> bool:
    return not failure[0].recipe.aspect and bool(other[0].recipe.aspect)
