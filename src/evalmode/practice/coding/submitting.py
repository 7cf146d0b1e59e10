"""Trying a program on the visible examples, and handing one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import new_id
from evalmode.practice.asking import problem_item
from evalmode.practice.coding.attempts import get_code_attempt
from evalmode.practice.coding.judgements import view_judgement
from evalmode.practice.coding.judging import judge_attempt
from evalmode.practice.coding.programs import accept_source
from evalmode.practice.rounds import CODE_PART, open_round, submissions_of, tries_of
from evalmode.store import AttemptRecord, RoundRecord, SubmissionRecord

if TYPE_CHECKING:
    from datetime import datetime

    from evalmode.bank import CodeItem
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import CodeFeedback, JudgementView, RunRequest, SubmitRequest
    from evalmode.store import Work


def run_examples(p: Practice, name: str, request: RunRequest) -> JudgementView:
    """Try a program on the visible examples; it is no attempt, and nothing is stored.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The program is too large.
        UnavailableError: Nothing here can judge.
    """
    item = problem_item(p.bank, name)
    return view_judgement(p.judge.judge(item, accept_source(request.source), "examples"))


def submit_code(p: Practice, name: str, request: SubmitRequest) -> CodeFeedback:
    """Hand a program in: it is stored, then judged.

    The same program sent again while it waits for its verdict is the same attempt.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The program is too large.
    """
    item, source = problem_item(p.bank, name), accept_source(request.source)
    item_id = str(item.item_id)
    with p.store.write(p.learner) as work:
        present = open_round(p, work, item_id)
        attempt = _waiting(work, present, source)
        if attempt is None:
            attempt = new_attempt(item, source, request.seconds_used, p.clock.now())
            work.attempts.put_new([attempt])
            work.submissions.put_new(
                [
                    SubmissionRecord(
                        attempt.id,
                        hints=present.hints,
                        tries=1 + tries_of(submissions_of(work, present)),
                        revealed=present.revealed_at is not None,
                    )
                ]
            )
    failure = judge_attempt(p, attempt)
    return get_code_attempt(p, attempt.id, failure=failure)


def new_attempt(item: CodeItem, source: str, seconds_used: float, now: datetime) -> AttemptRecord:
    """A program as it is kept among the attempts."""
    return AttemptRecord(
        id=new_id(),
        session_id=None,
        position=None,
        item_id=str(item.item_id),
        part=CODE_PART,
        title=item.title,
        prompt=f"Write {item.defines}.",
        text=source,
        carried="",
        late_text=None,
        spoken=False,
        seconds_allotted=60 * item.minutes,
        seconds_used=seconds_used,
        answered_at=now,
    )


def _waiting(work: Work, present: RoundRecord, source: str) -> AttemptRecord | None:
    """The round's latest submission, where it is this very program and has no verdict yet."""
    lines = submissions_of(work, present)
    if not lines or lines[-1].state != "waiting":
        return None
    attempt = work.attempts.get(lines[-1].attempt_id)
    return attempt if attempt is not None and attempt.text == source else None
