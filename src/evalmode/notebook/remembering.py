"""A solution in a notebook that counts as an attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode import practice
from evalmode.core import InternalError
from evalmode.judge import CheckResult, FailingExample, Judgement, Shown
from evalmode.practice.values import SubmitRequest
from evalmode.wiring import build_practice, close_practice

if TYPE_CHECKING:
    from evalmode.practice.values import CheckView, FailingExampleView, JudgementView, ShownValue


def submit(problem: str, source: str) -> Judgement:
    """Store a solution as an attempt, judge it, and remember what came of it.

    Raises:
        InputError: The program is too large.
        InternalError: It is stored, and could not be judged now.
        StorageError: The database cannot be opened.
    """
    p = build_practice()
    try:
        value = practice.submit_code(p, problem, SubmitRequest(source=source))
    finally:
        close_practice(p)
    if value.judgement is None:
        raise InternalError(value.says)
    return _judgement(value.judgement)


def _judgement(view: JudgementView) -> Judgement:
    fields = dict(view)
    fields["checks"] = tuple(_check(check) for check in view.checks)
    return Judgement(**fields)


def _check(view: CheckView) -> CheckResult:
    fields = dict(view)
    fields["failing"] = _failing(view.failing) if view.failing is not None else None
    return CheckResult(**fields)


def _failing(view: FailingExampleView) -> FailingExample:
    return FailingExample(
        sizes=view.sizes,
        inputs=tuple(Shown(**dict(shown)) for shown in view.inputs),
        expected=_shown(view.expected),
        got=_shown(view.got),
    )


def _shown(view: ShownValue | None) -> Shown | None:
    return Shown(**dict(view)) if view is not None else None
