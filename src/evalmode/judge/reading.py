"""From a judge's JSON to values."""

from __future__ import annotations

from typing import Any

from evalmode.judge.values import CheckResult, CodeVerdict, FailingExample, Judgement, ModuleRun, Shown


def read_report(problem: str, report: dict[str, Any], hello: dict[str, Any]) -> Judgement:
    """A judge's report as a value.

    Args:
        problem: Full id of the problem.
        report: As the judge sent it.
        hello: What the judge said about itself when it started.
    """
    fields = {key: report[key] for key in ("message", "stdout", "stderr", "traceback", "seconds", "seed")}
    return Judgement(
        problem=problem,
        verdict=CodeVerdict(report["verdict"]),
        checks=tuple(_check(check) for check in report["checks"]),
        tier=hello["tier"],
        torch=hello["torch"],
        layers=tuple(hello["layers"]),
        reference_ratio=report["reference_ratio"],
        memory_ratio=report["memory_ratio"],
        **fields,
    )


def read_run(run: dict[str, Any], hello: dict[str, Any]) -> ModuleRun:
    """What running a module gave, as a value.

    Args:
        run: As the judge sent it.
        hello: What the judge said about itself when it started.
    """
    fields = run | {
        "nodes": tuple((name, tuple(shape)) for name, shape in run.get("nodes", ())),
        "outputs": tuple(tuple(shape) for shape in run.get("outputs", ())),
    }
    return ModuleRun(**fields, tier=hello["tier"], torch=hello["torch"])


def _check(check: dict[str, Any]) -> CheckResult:
    failing = check.pop("failing")
    return CheckResult(**check, failing=_failing(failing) if failing else None)


def _failing(failing: dict[str, Any]) -> FailingExample:
    return FailingExample(
        sizes=failing["sizes"],
        inputs=tuple(Shown(**shown) for shown in failing["inputs"]),
        expected=Shown(**failing["expected"]) if failing["expected"] else None,
        got=Shown(**failing["got"]) if failing["got"] else None,
    )
