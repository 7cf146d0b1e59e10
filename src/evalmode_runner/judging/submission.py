"""Judging one submission, from its source to a verdict."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from evalmode_runner.judging import bans
from evalmode_runner.judging.costs import Cost, measure, reference_cost
from evalmode_runner.judging.diagnosis import known_mistake
from evalmode_runner.judging.plan import Plan, make_plan
from evalmode_runner.judging.probes import Finding, Probe, draw_probe, evaluate, verdict_of_error
from evalmode_runner.judging.report import Report, ReportedCheck, describe_failure, example_of
from evalmode_runner.judging.scoreboard import Failure, Scoreboard
from evalmode_runner.judging.session import ChildLost, Ended, Patience, Session
from evalmode_runner.judging.shrinking import shrink
from evalmode_runner.judging.static import refuse, unreadable

if TYPE_CHECKING:
    from evalmode_runner.checks import Check
    from evalmode_runner.judging.problem import Problem, Reply
    from evalmode_runner.sandbox import Child, Zygote


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be judged.

    Args:
        source: The submission.
        mode: ``submit`` for every check, ``examples`` for the visible ones.
        seed: Repeats the inputs of an earlier judgement; None for fresh ones.
        lift_bans: Whether bans are lifted, as for the twin that is built on torch's own.
        explain: Whether a failure is made small and its mistake named; who only wants the verdict saves the time.
        patience: How long to wait.
    """

    source: str
    mode: str = "submit"
    seed: int | None = None
    lift_bans: bool = False
    explain: bool = True
    patience: Patience = field(default_factory=Patience)


def judge_submission(problem: Problem, request: Request, zygote: Zygote) -> Report:
    """Judge a submission.

    Raises:
        ChildLost: The sandbox failed; nothing is known about the submission.
        SandboxLost: The zygote is dead.
        ProblemError: The problem's own files are at fault.
    """
    started = time.perf_counter()
    if (senseless := unreadable(request.source)) is not None:
        report = Report(senseless.verdict, senseless.message)
    else:
        child = zygote.take()
        try:
            report = _judge_in(child, problem, request, zygote)
        finally:
            child.discard()
    report.seconds = time.perf_counter() - started
    return report


def _judge_in(child: Child, problem: Problem, request: Request, zygote: Zygote) -> Report:
    session = Session(child, request.patience)
    session.greet()
    plan = _take_plan(problem, request)
    banned = () if request.lift_bans else problem.bans
    judging = _Judging(problem, request, plan, session, banned)
    judging.begin()
    # The source is read while the child runs it, which it may: nothing gets out of there but answers.
    if (refusal := refuse(request.source, banned)) is not None:
        return Report(refusal.verdict, refusal.message, traceback=refusal.trace, seed=plan.seed)
    report = judging.run()
    if report.verdict == "accepted" and plan.cost is not None:
        report.cost = _cost(problem, plan.cost, session, child, zygote)
    report.stdout, report.stderr = session.printed()
    return report


def _take_plan(problem: Problem, request: Request) -> Plan:
    """The plan that was made ahead, if the request wants an ordinary one; a plan is used once."""
    if request.seed is not None or request.mode != "submit" or request.lift_bans:
        return make_plan(problem, seed=request.seed, visible_only=request.mode != "submit", trace=not request.lift_bans)
    plan, problem.next_plan = problem.next_plan or make_plan(problem), None
    return plan


_OF_THE_HARNESS = "aten::detach"
"""What runs where tensors become NumPy arrays."""


class _Judging:
    """One submission in one child."""

    def __init__(
        self, problem: Problem, request: Request, plan: Plan, session: Session, banned: tuple[str, ...]
    ) -> None:
        self._problem, self._request, self._plan, self._session = problem, request, plan, session
        self._banned = banned
        self._operators = {operator: ban for ban in banned for operator in bans.operators(ban)}
        self._answered: list[tuple[Probe, Finding | None, list[Reply]]] = []

    def begin(self) -> None:
        """Send everything; what does not fit at once goes out later."""
        self._session.send(self._submission())
        for _, examples in self._plan.checks:
            for planned in examples:
                for frame in planned.frames:
                    self._session.send_frame(frame)

    def run(self) -> Report:
        """Hear the answers."""
        report = Report("accepted", "", seed=self._plan.seed)
        try:
            if (refused := self._loaded(self._session.receive())) is not None:
                refused.seed = self._plan.seed
                return refused
            self._hear(report)
        except Ended as ended:
            report.verdict, report.message = ended.verdict, ended.message
        if report.verdict == "accepted":
            count = sum(len(examples) for _, examples in self._plan.checks)
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

    def _loaded(self, answer: Reply) -> Report | None:
        """What is wrong with the file as a whole, if anything."""
        if (touched := self._touched(answer)) is not None:
            return touched
        name = self._problem.defines
        if "error" in answer:
            error = answer["error"]
            says = f"{error.get('type')}: {error.get('message')}".rstrip(": ")
            verdict, why = verdict_of_error(error)
            return Report(verdict, f"Loading your code raised {says}{why}", traceback=str(error.get("trace", "")))
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
        for operator in str(answer.get("ops", "")).splitlines():
            if "torch" in self._banned and operator.startswith("aten") and operator != _OF_THE_HARNESS:
                return self._forbidden("torch", operator)
            if name := self._operators.get(bans.bare_name(operator)):
                return self._forbidden(name, operator)
        return None

    def _forbidden(self, ban: str, path: str) -> Report:
        does = bans.BANS[ban].does if ban in bans.BANS else ban
        says = f"Your code reaches {path}: {does} is what this problem asks you to build."
        return Report("forbidden", says, seed=self._plan.seed)

    def _hear(self, report: Report) -> None:
        """Take the child's answers, in order, and say for every check and aspect whether it holds."""
        board = Scoreboard([(check, [planned.probe for planned in examples]) for check, examples in self._plan.checks])
        for check, examples in self._plan.checks:
            for planned in examples:
                try:
                    replies = [self._session.receive() for _ in planned.frames]
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
                finding = evaluate(self._problem, planned.probe, replies, planned.expected)
                self._answered.append((planned.probe, finding, replies))
                board.enter(*self._answered[-1])
        self._confirm(board)
        report.checks = board.checks()
        self._show_examples(report)
        self._explain(report, board.failures())

    def _show_examples(self, report: Report) -> None:
        """What everybody may see is shown when it holds, too."""
        for one in report.checks:
            if one.visible and one.passed:
                answered = next(found for found in self._answered if found[0].recipe.check.name == one.name)
                one.failing = example_of(self._problem, answered[0], answered[2])

    def _confirm(self, board: Scoreboard) -> None:
        """Try without it what failed with an unusual type or layout only: perhaps it was the example that did it."""
        for probe in board.doubtful():
            plain = replace(probe.recipe, dtype=probe.recipe.check.dtypes[0], strided=False)
            usual = draw_probe(self._problem, plain)
            try:
                replies = [self._session.ask(request) for request in usual.requests(trace=False)]
            except Ended:
                return
            self._answered.append((usual, evaluate(self._problem, usual, replies), replies))
            board.enter(*self._answered[-1])

    def _explain(self, report: Report, failures: dict[str, Failure]) -> None:
        """Make the first failure small, and say what mistake it is if it is a known one."""
        if not failures:
            return
        mistake = known_mistake(self._problem, self._answered) if self._request.explain else ""
        for number, one in enumerate(check for check in report.checks if not check.passed):
            failure = failures[one.name]
            if number == 0 and self._request.explain and not self._session.over:
                failure = shrink(self._problem, self._session, *failure)
            describe_failure(self._problem, one, *failure)
            if number == 0 and mistake:
                one.teaches = mistake
        shown = next(one for one in report.checks if not one.passed)
        found = [finding for _, finding, _ in failures.values()]
        refused = [finding.verdict for finding in found if finding.verdict not in ("", "runtime_error")]
        raised = {finding.error for finding in found if finding.kind == "error"}
        errors_only = bool(raised) and all(finding.kind == "error" or finding.error in raised for finding in found)
        report.verdict = refused[0] if refused else "runtime_error" if errors_only else "wrong_answer"
        report.message = f"{shown.message} {mistake}".strip()
        report.traceback = shown.traceback


def _ended(check: Check, ended: Ended) -> ReportedCheck:
    return ReportedCheck(check.name, check.title, False, ended.message, check.teaches, 0, check.visible)


def _cost(
    problem: Problem, frames: tuple[bytes, bytes], session: Session, child: Child, zygote: Zygote
) -> tuple[float, float] | None:
    """Time and memory as multiples of the reference's; None where they cannot be measured."""
    try:
        if problem.reference_cost is None:
            problem.reference_cost = reference_cost(problem, frames, zygote)
        return _ratio(measure(frames, session, child.pid), problem.reference_cost)
    except (Ended, ChildLost):
        return None


def _ratio(cost: Cost, reference: Cost) -> tuple[float, float]:
    return cost.seconds / max(reference.seconds, 1e-6), cost.bytes / max(reference.bytes, 1)
