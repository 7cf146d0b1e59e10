"""Rounds of work on a problem.

A round ends when a submission is accepted or the reference is asked for. The next one begins by itself on the next day,
so that what comes back by spaced repetition is worked on afresh: no hints taken, the reference out of sight, the
starter in the editor.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from evalmode.coach import day_of
from evalmode.store import AttemptLine, ItemDraftRecord, RoundRecord, SubmissionLine

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.store import Work

CODE_PART = "code"
"""The part under which submissions are kept among the attempts."""
BOARD_PART = "board"
"""The part under which drawings are."""
NARRATION_PART = "narration"
"""The part under which narrations are."""

_A_MOMENT = timedelta(microseconds=1)


def round_at(record: RoundRecord, now: datetime, zone: tzinfo | None) -> RoundRecord:
    """The round that a moment belongs to: the latest one, or a new one where that was over on an earlier day."""
    if record.finished_at is None or day_of(record.finished_at, zone) >= day_of(now, zone):
        return record
    # A moment earlier, so that what happens now is within it.
    return RoundRecord(record.item_id, begun_at=now - _A_MOMENT)


def current_round(p: Practice, work: Work, item_id: str) -> RoundRecord:
    """The round of a problem now, within a transaction that only reads."""
    return round_at(work.rounds.get(item_id), p.clock.now(), p.zone)


def open_round(p: Practice, work: Work, item_id: str) -> RoundRecord:
    """The same within a transaction that writes: a round that begins now is kept, with nothing typed in it."""
    kept = work.rounds.get(item_id)
    present = round_at(kept, p.clock.now(), p.zone)
    if present != kept:
        work.rounds.put([present])
    return present


def within(moment: datetime | None, present: RoundRecord) -> bool:
    """Whether something happened in a round."""
    return moment is not None and (present.begun_at is None or moment > present.begun_at)


def submissions_of(work: Work, present: RoundRecord) -> list[SubmissionLine]:
    """What was submitted in a round, oldest first."""
    lines = work.submissions.lines(present.item_id, since=present.begun_at)
    return [line for line in lines if line.state != "given_up"]


def tries_of(lines: list[SubmissionLine]) -> int:
    """How many submissions count as tries: those that a judge has seen."""
    return sum(line.state == "judged" for line in lines)


def narration_of(work: Work, present: RoundRecord) -> AttemptLine | None:
    """The latest narration of a round."""
    lines = work.attempts.lines(item_id=present.item_id)
    said = [line for line in lines if line.part == NARRATION_PART and within(line.answered_at, present)]
    return said[-1] if said else None


def typed_in(draft: ItemDraftRecord, present: RoundRecord, starter: str) -> str:
    """What stands in the editor: what was typed in the round, else the starter."""
    return draft.text if within(draft.saved_at, present) else starter


def finish_round(work: Work, present: RoundRecord, at: datetime, *, revealed: bool) -> None:
    """End a round, unless it is over; the reference counts as seen once it was revealed."""
    work.rounds.put(
        [
            replace(
                present,
                finished_at=present.finished_at or at,
                revealed_at=present.revealed_at or (at if revealed else None),
            )
        ]
    )
