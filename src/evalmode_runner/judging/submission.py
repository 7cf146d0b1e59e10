"""Judging one submission, from its source to a verdict."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from evalmode_runner.checks import Case
from evalmode_runner.judging import bans
from evalmode_runner.judging.costs import Cost, measure, reference_cost
from evalmode_runner.judging.diagnosis import known_mistake
from evalmode_runner.judging.probes import Finding, Probe, draw_probe, evaluate, expect, fresh_seed, recipes
from evalmode_runner.judging.report import Report, ReportedCheck, describe_failure
from evalmode_runner.judging.scoreboard import Failure, Scoreboard
from evalmode_runner.judging.session import ChildLost, Ended, Patience, Session
from evalmode_runner.judging.shrinking import shrink
from evalmode_runner.judging.static import refuse

if TYPE_CHECKING:
    from evalmode_runner.checks import Check
    from evalmode_runner.judging.problem import Problem, Reply
    from evalmode_runner.sandbox import Zygote


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be judged.

    Args:
        source: The submission.
        mode: ``submit`` for every check, ``examples`` for the visible ones.
        seed: Repeats the inputs of an earlier judgement; None for fresh ones.
        lift_bans: Whether bans are lifted, as for the twin that is built on torch's own.
        patience: How long to wait.
    """

    source: str
    mode: str = "submit"
    seed: int | None = None
    lift_bans: bool = False
    patience: Patience = field(default_factory=Patience)


def judge_submission(problem: Problem, request: Request, zygote: Zygote) -> Report:
    """Judge a submission.

    Raises:
        ChildLost: The sandbox failed; nothing is known about the submission.
        SandboxLost: The zygote is dead.
        ProblemError: The problem's own files are at fault.
    """
    started = time.perf_counter()
    banned = () if request.lift_bans else problem.bans
    if (refusal := refuse(request.source, banned)) is not None:
        report = Report(refusal.verdict, refusal.message, traceback=refusal.trace)
    else:
        with zygote.take() as child:
            session = Session(child, request.patience)
            session.greet()
            report = _Judging(problem, request, session, banned).run()
            if report.verdict == "accepted" and problem.suite.cost_case is not None and request.mode == "submit":
                report.cost = _cost(problem, session, zygote)
            report.stdout, report.stderr = session.printed()
    report.seconds = time.perf_counter() - started
    return report


class _Judging:
    """One submission in one child."""

    def __init__(self, problem: Problem, request: Request, session: Session, banned: tuple[str, ...]) -> None:
        self._problem, self._request, self._session, self._banned = problem, request, session, banned
        self._operators = {operator: ban for ban in banned for operator in bans.operators(ban)}
        self._seed = fresh_seed() if request.seed is None else request.seed
        self._answered: list[tuple[Probe, Finding | None, list[Reply]]] = []

    def run(self) -> Report:
        report = Report("accepted", "", seed=self._seed)
        try:
            self._session.send(self._submission())
            checks = [check for check in self._problem.suite.checks if self._request.mode == "submit" or check.visible]
            plan = [
                (check, [draw_probe(self._problem, recipe) for recipe in recipes(check, self._seed)])
                for check in checks
            ]
            for number, (_, probes) in enumerate(plan):
                for probe in probes:
                    # The smallest example of each check is traced, and which others are, nobody can foresee.
                    self._dispatch(probe, trace=bool(self._banned) and self._is_traced(probe, number))
            if (refused := self._loaded(self._session.receive())) is not None:
                refused.seed = self._seed
                return refused
            self._hear(report, plan)
        except Ended as ended:
            if report.verdict in ("accepted", "wrong_answer", "runtime_error"):
                report.verdict, report.message = ended.verdict, ended.message
        if report.verdict == "accepted":
            count = sum(one.examples for one in report.checks)
            report.message = f"All {len(report.checks)} checks hold on {count} examples."
        return report

    def _submission(self) -> dict[str, Any]:
        return {
            "source": self._request.source,
            "defines": self._problem.defines,
            "scenario": self._problem.scenario_source,
            "bans": {ban: bans.dotted_paths(ban) for ban in self._banned},
            "modules": {module: ban for ban in self._banned for module in bans.BANS[ban].modules},
        }

    def _is_traced(self, probe: Probe, number: int) -> bool:
        return probe.recipe.smallest or probe.recipe.check.visible or (self._seed >> (number % 24)) & 3 == 0

    def _dispatch(self, probe: Probe, *, trace: bool) -> None:
        for request in probe.requests(trace=trace):
            self._session.send(request)

    def _loaded(self, answer: Reply) -> Report | None:
        """What is wrong with the file as a whole, if anything."""
        if (touched := self._touched(answer)) is not None:
            return touched
        name = self._problem.defines
        if "error" in answer:
            error = answer["error"]
            says = f"{error.get('type')}: {error.get('message')}".rstrip(": ")
            return Report("runtime_error", f"Loading your code raised {says}", traceback=str(error.get("trace", "")))
        wanted = "class" if isinstance(self._problem.reference.subject, type) else "function"
        got = answer.get("loaded")
        if not got:
            names = ", ".join(map(str, answer.get("names", [])[:8])) or "nothing"
            return Report("wrong_answer", f"Your code does not define the {wanted} {name}; it defines {names}.")
        if wanted == "class" and got != "class":
            return Report("wrong_answer", f"{name} must be a class, and yours is a function.")
        if wanted == "function" and got == "class":
            return Report("wrong_answer", f"{name} must be a function, and yours is a class.")
        return None

    def _touched(self, answer: Reply) -> Report | None:
        """What banned thing was reached, if any."""
        touched = answer.get("touched") or []
        if touched:
            ban, _, path = str(touched[0]).partition(": ")
            return self._forbidden(ban, path)
        for operator in answer.get("ops") or []:
            ban = self._operators.get(bans.bare_name(str(operator)))
            if ban is not None:
                return self._forbidden(ban, str(operator))
        return None

    def _forbidden(self, ban: str, path: str) -> Report:
        does = bans.BANS[ban].does if ban in bans.BANS else ban
        says = f"Your code reaches {path}: {does} is what this problem asks you to build."
        return Report("forbidden", says, seed=self._seed)

    def _hear(self, report: Report, plan: list[tuple[Check, list[Probe]]]) -> None:
        """Take the child's answers, in order, and say for every check and aspect whether it holds."""
        board = Scoreboard(plan)
        for check, probes in plan:
            for probe in probes:
                # The reference runs while the child does.
                expected = expect(self._problem, probe) if isinstance(probe.demand, Case) else []
                try:
                    replies = [self._session.receive() for _ in probe.cases]
                except Ended as ended:
                    report.checks = [*board.checks(until=check), _ended(check, ended)]
                    report.verdict, report.message = ended.verdict, f"{ended.message} It was at this: {check.title}"
                    return
                for reply in replies:
                    if (touched := self._touched(reply)) is not None:
                        report.verdict, report.message = "forbidden", touched.message
                        own_work = "The work is done by the submission itself."
                        report.checks = [
                            *board.checks(until=check),
                            ReportedCheck("bans", own_work, False, touched.message),
                        ]
                        return
                self._answered.append((probe, evaluate(self._problem, probe, replies, expected), replies))
                board.enter(*self._answered[-1])
        self._confirm(board)
        report.checks = board.checks()
        self._explain(report, board.failures())

    def _confirm(self, board: Scoreboard) -> None:
        """What failed with an unusual type or layout only is tried without: perhaps it was the example and not the circumstances."""
        for probe in board.doubtful():
            plain = replace(probe.recipe, dtype=probe.recipe.check.dtypes[0], strided=False)
            usual = draw_probe(self._problem, plain)
            expected = expect(self._problem, usual) if isinstance(usual.demand, Case) else []
            try:
                replies = [self._session.ask(request) for request in usual.requests(trace=False)]
            except Ended:
                return
            self._answered.append((usual, evaluate(self._problem, usual, replies, expected), replies))
            board.enter(*self._answered[-1])

    def _explain(self, report: Report, failures: dict[str, Failure]) -> None:
        """Make the first failure small, and say what mistake it is if it is a known one."""
        if not failures:
            return
        mistake = known_mistake(self._problem, self._answered)
        for number, one in enumerate(check for check in report.checks if not check.passed):
            failure = failures[one.name]
            if number == 0 and not self._session.over:
                failure = shrink(self._problem, self._session, *failure)
            describe_failure(self._problem, one, *failure)
            if number == 0 and mistake:
                one.teaches = mistake
        shown = next(one for one in report.checks if not one.passed)
        errors_only = all(finding.kind == "error" for _, finding, _ in failures.values())
        report.verdict = "runtime_error" if errors_only else "wrong_answer"
        report.message = f"{shown.message} {mistake}".strip()
        report.traceback = shown.traceback


def _ended(check: Check, ended: Ended) -> ReportedCheck:
    return ReportedCheck(check.name, check.title, False, ended.message, check.teaches, 0, check.visible)


def _cost(problem: Problem, session: Session, zygote: Zygote) -> tuple[float, float] | None:
    """Time and memory as multiples of the reference's; None where they cannot be measured."""
    try:
        if problem.reference_cost is None:
            problem.reference_cost = reference_cost(problem, zygote)
        cost = measure(problem, session)
    except (Ended, ChildLost):
        return None
    return _ratio(cost, problem.reference_cost)


def _ratio(cost: Cost, reference: Cost) -> tuple[float, float]:
    return cost.seconds / max(reference.seconds, 1e-6), cost.bytes / max(reference.bytes, 1)
