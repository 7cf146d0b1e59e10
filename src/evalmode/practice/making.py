"""What making a program and making a drawing have in common: drafts, handing in, giving up, beginning anew."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from evalmode.bank import CodeItem
from evalmode.coach import end_of_day
from evalmode.core import ConflictError, clean_text, new_id
from evalmode.practice.round_reviews import count_round
from evalmode.practice.rounds import BOARD_PART, CODE_PART, finish_round, open_round, submissions_of, tries_of, typed_in
from evalmode.practice.values import DraftSaved, ResetReport
from evalmode.store import AttemptRecord, RoundRecord, SubmissionRecord

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from evalmode.bank import BoardItem
    from evalmode.practice.practice import Practice
    from evalmode.store import Work

_MAX_TEXT = 1_000_000


def save_item_draft(p: Practice, item_id: str, text: str, revision: int, *, force: bool) -> DraftSaved:
    """Keep what is being made as far as it got.

    Raises:
        ConflictError: Another tab saved a newer one.
    """
    now = p.clock.now()
    with p.store.write(p.learner) as work:
        open_round(p, work, item_id)
        drafts = work.item_drafts
        saved = drafts.save(item_id, text, revision=revision, force=force, now=now)
        if saved is not None:
            return DraftSaved(revision=saved, saved_at=now)
        kept = drafts.get(item_id)
    if kept.saved_at is not None and kept.text == text:
        return DraftSaved(revision=kept.revision, saved_at=kept.saved_at)  # its receipt was lost on the way
    raise ConflictError(
        "A newer version of this was saved, perhaps in another tab.",
        hint="Reload to see it, or save this one anyway.",
    )


def hand_in(p: Practice, item: CodeItem | BoardItem, text: str, seconds_used: float) -> AttemptRecord:
    """Store a submission that waits for its verdict; the same one sent again while it waits is the same attempt."""
    item_id = str(item.item_id)
    with p.store.write(p.learner) as work:
        present = open_round(p, work, item_id)
        attempt = _waiting(work, present, text)
        if attempt is not None:
            return attempt
        attempt = _new_attempt(item, text, seconds_used, p.clock.now())
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
    return attempt


def _new_attempt(item: CodeItem | BoardItem, text: str, seconds_used: float, now: datetime) -> AttemptRecord:
    """What was made as it is kept among the attempts."""
    return AttemptRecord(
        id=new_id(),
        session_id=None,
        position=None,
        item_id=str(item.item_id),
        part=CODE_PART if isinstance(item, CodeItem) else BOARD_PART,
        title=item.title,
        prompt=f"Write {item.defines}." if isinstance(item, CodeItem) else f"Draw {item.title}.",
        text=text,
        carried="",
        late_text=None,
        spoken=False,
        seconds_allotted=60 * item.minutes,
        seconds_used=seconds_used,
        answered_at=now,
    )


def give_up(p: Practice, item: CodeItem | BoardItem, starter: str, *, passing: str) -> None:
    """End a round because the solution is asked for.

    It counts as not remembered, unless the item was passed before and is not due: then it is only looked at.

    Args:
        p: The practice.
        item: What is given up.
        starter: What one begins with.
        passing: The verdict that means it was made rightly.
    """
    with p.store.write(p.learner) as work:
        present = open_round(p, work, str(item.item_id))
        if present.finished_at is None and _counts(p, work, item, passing):
            typed = typed_in(work.item_drafts.get(present.item_id), present, starter)
            attempt = replace(_new_attempt(item, typed, 0.0, p.clock.now()), score=0.0)
            work.attempts.put_new([attempt])
            tries = 1 + tries_of(submissions_of(work, present))
            work.submissions.put_new(
                [
                    SubmissionRecord(
                        attempt.id,
                        "given_up",
                        present.hints,
                        tries,
                        revealed=True,
                        score=0.0,
                        judged_at=p.clock.now(),
                    )
                ]
            )
            count_round(work, attempt, 0.0)
        finish_round(work, present, p.clock.now(), revealed=True)


def reset_item(p: Practice, item_id: str, *, history: bool) -> ResetReport:
    """Begin an item anew; attempts and what is remembered stay, unless they are asked to go."""
    with p.store.write(p.learner) as work:
        deleted = _reset(p, work, item_id, history=history)
    return ResetReport(problems=1, attempts=deleted)


def reset_all(p: Practice, ours: Callable[[str], bool], *, history: bool) -> ResetReport:
    """Begin all items of a kind anew on which anything was done.

    Args:
        p: The practice.
        ours: Whether a full id is of that kind.
        history: Whether attempts are deleted, too.
    """
    with p.store.write(p.learner) as work:
        begun = {one.item_id for one in work.rounds.all()} | work.item_drafts.saved()
        begun |= {line.item_id for line in work.attempts.lines()}
        items = sorted(item_id for item_id in begun if ours(item_id))
        deleted = sum(_reset(p, work, item_id, history=history) for item_id in items)
    return ResetReport(problems=len(items), attempts=deleted)


def storable(value: Any) -> Any:  # noqa: ANN401 - any part of a judgement
    """The same without what JSON in a database does not know: numbers that are not finite, null bytes, surrogates."""
    match value:
        case str():
            return clean_text(value[:_MAX_TEXT], limit=_MAX_TEXT)
        case float() if not math.isfinite(value):
            return None
        case list() | tuple():
            return [storable(one) for one in value]
        case dict():
            return {storable(str(name)): storable(one) for name, one in value.items()}
        case None | bool() | int() | float():
            return value
        case _:
            return clean_text(str(value), limit=_MAX_TEXT)


def _waiting(work: Work, present: RoundRecord, text: str) -> AttemptRecord | None:
    """The round's latest submission, where it is this very one and has no verdict yet."""
    lines = submissions_of(work, present)
    if not lines or lines[-1].state != "waiting":
        return None
    attempt = work.attempts.get(lines[-1].attempt_id)
    return attempt if attempt is not None and attempt.text == text else None


def _counts(p: Practice, work: Work, item: CodeItem | BoardItem, passing: str) -> bool:
    item_id = str(item.item_id)
    if not any(line.verdict == passing for line in work.submissions.lines(item_id)):
        return True
    card = work.cards.get(item_id)
    return card is None or card.due < end_of_day(p.clock.now(), p.zone)


def _reset(p: Practice, work: Work, item_id: str, *, history: bool) -> int:
    work.rounds.put([RoundRecord(item_id, begun_at=p.clock.now())])
    work.item_drafts.clear(item_id)
    if not history:
        return 0
    work.cards.drop(item_id)
    return work.attempts.delete_of(item_id)
