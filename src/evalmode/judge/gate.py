"""The gate of a coding problem: its checks refuse what is wrong, for the right reason, and nothing that is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import Problem, read_wrong_solutions
from evalmode.core import BankError
from evalmode.judge.values import CodeVerdict, Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.bank import CodeItem
    from evalmode.judge.local import LocalJudge

GATE_RULES = {
    "code-right-accepted": "The reference, every other right solution, and the twin on torch's own layer are accepted.",
    "code-starter-fails": "The starter is refused.",
    "code-wrong-refused": "Every wrong solution is refused, with the verdict and by a check that it names.",
    "code-checks-work": "The checks can be run.",
    "code-costs": "The checks measure what a solution costs.",
}
"""Id of a rule → what it demands."""


def gate(item: CodeItem, judge: LocalJudge) -> list[Problem]:
    """Everything that a problem's checks get wrong.

    Args:
        item: The problem.
        judge: Judges its solutions, right and wrong.

    Raises:
        UnavailableError: There is nothing to judge with.
    """
    if not item.checks.is_file() or not item.solution.is_file():
        return []  # lint names the missing file
    try:
        return [*_right(item, judge), *_starter(item, judge), *_wrong(item, judge)]
    except BankError as error:
        return [Problem(item.checks, 1, "", str(error), "code-checks-work")]


def _right(item: CodeItem, judge: LocalJudge) -> Iterator[Problem]:
    for path in (item.solution, *item.right):
        judgement = judge.judge(item, _read(path), explain=False)
        if judgement.verdict != CodeVerdict.ACCEPTED:
            yield Problem(path, 1, "", f"is right but refused: {_said(judgement)}", "code-right-accepted")
        elif path == item.solution and judgement.reference_ratio is None:
            yield Problem(item.checks, 1, "", "has no @suite.cost, or it cannot be measured", "code-costs")
    if item.twin is not None:
        judgement = judge.judge(item, _read(item.twin), lift_bans=True, explain=False)
        if judgement.verdict != CodeVerdict.ACCEPTED:
            message = f"is torch's own but refused: {_said(judgement)}"
            yield Problem(item.twin, 1, "", message, "code-right-accepted")


def _starter(item: CodeItem, judge: LocalJudge) -> Iterator[Problem]:
    if item.starter.is_file() and judge.judge(item, _read(item.starter), explain=False).verdict == CodeVerdict.ACCEPTED:
        yield Problem(item.starter, 1, "", "is accepted as it is", "code-starter-fails")


def _wrong(item: CodeItem, judge: LocalJudge) -> Iterator[Problem]:
    for wrong in read_wrong_solutions(item)[0]:
        judgement = judge.judge(item, _read(wrong.path), explain=False)
        failed = {check.name for check in judgement.checks if not check.passed}
        if judgement.verdict == CodeVerdict.FORBIDDEN:
            failed.add("bans")
        if judgement.verdict != wrong.verdict:
            message = f"must be {wrong.verdict} and is {_said(judgement)}"
            yield Problem(wrong.path, 1, "verdict", message, "code-wrong-refused")
        elif wrong.checks and not failed & set(wrong.checks) and (failed or judgement.checks):
            message = f"must fail {' or '.join(wrong.checks)}, and failed {', '.join(sorted(failed)) or 'none'}"
            yield Problem(wrong.path, 1, "check", message, "code-wrong-refused")


def _said(judgement: Judgement) -> str:
    failed = [check.name for check in judgement.checks if not check.passed]
    return f"{judgement.verdict} ({', '.join(failed) or 'no check failed'}: {judgement.message})"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
