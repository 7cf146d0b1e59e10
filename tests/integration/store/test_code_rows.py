"""Submissions, drafts of programs and rounds, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from evalmode.core import EvalmodeError
from evalmode.store import AttemptRecord, ItemDraftRecord, RoundRecord, Store, SubmissionRecord

if TYPE_CHECKING:
    from evalmode.store import Work

NOW = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)


def put(work: Work, name: str, minute: int, item: str = "code/softmax", **change: object) -> None:
    attempt = AttemptRecord(
        name, None, None, item, "code", "", "", "source", "", None, False, 60, 1.0, NOW + timedelta(minutes=minute)
    )
    work.attempts.put_new([attempt])
    work.submissions.put_new([SubmissionRecord(name, **change)])


def test_lines_come_oldest_first_and_only_of_what_was_asked_for(store: Store):
    with store.write("ann") as work:
        put(work, "b", 2, state="judged", verdict="accepted", score=1.0, ratio=1.25)
        put(work, "a", 1)
        put(work, "c", 3, item="code/lstm-cell")
    with store.write("ben") as work:
        put(work, "a", 1)
    with store.read("ann") as work:
        assert [line.attempt_id for line in work.submissions.lines()] == ["a", "b", "c"]
        first, second = work.submissions.lines("code/softmax")
        assert (first.state, first.verdict, first.score) == ("waiting", None, None)
        assert (second.verdict, second.ratio, second.answered_at) == ("accepted", 1.25, NOW + timedelta(minutes=2))
        late = work.submissions.lines("code/softmax", since=NOW + timedelta(minutes=1))
        assert [line.attempt_id for line in late] == ["b"]
        assert work.submissions.waiting() == ["a", "c"]
        assert work.submissions.get("c") == SubmissionRecord("c")
        assert work.submissions.get("nobody's") is None


def test_code_does_not_wait_for_the_grader_of_words(store: Store):
    with store.write("ann") as work:
        put(work, "code", 1)
        work.attempts.put_new(
            [AttemptRecord("n", None, None, "code/x", "narration", "", "", "", "", None, False, 9, 1, NOW)]
        )
        assert work.attempts.ungraded() == ["n"]


def test_deleting_the_attempts_at_an_item_deletes_what_hangs_on_them(store: Store):
    with store.write("ann") as work:
        put(work, "a", 1)
        put(work, "b", 2, item="code/lstm-cell")
    with store.write("ben") as work:
        put(work, "a", 1)
    with store.write("ann") as work:
        assert work.attempts.delete_of("code/softmax") == 1
        assert [one.attempt_id for one in work.submissions.all()] == ["b"]
    with store.read("ben") as work:
        assert len(work.submissions.all()) == 1


def test_a_draft_is_saved_only_on_top_of_the_latest(store: Store):
    with store.write("ann") as work:
        drafts = work.item_drafts
        assert drafts.get("code/softmax") == ItemDraftRecord("code/softmax")
        assert drafts.save("code/softmax", "one", revision=0, force=False, now=NOW) == 1
        assert drafts.save("code/softmax", "two", revision=0, force=False, now=NOW) is None
        assert drafts.save("code/softmax", "two", revision=0, force=True, now=NOW) == 2
        assert drafts.get("code/softmax") == ItemDraftRecord("code/softmax", "two", 2, NOW)
        assert drafts.saved() == {"code/softmax"}
        drafts.clear("code/softmax")
        drafts.clear("code/never-opened")
        assert drafts.all() == [ItemDraftRecord("code/softmax", "", 3, None)]
        assert drafts.saved() == set()


def test_a_problem_that_was_never_opened_is_in_its_first_round(store: Store):
    with store.read("ann") as work:
        assert work.rounds.get("code/softmax") == RoundRecord("code/softmax")


@pytest.mark.parametrize("record", [SubmissionRecord("nobody's"), SubmissionRecord("a", state="dreamt")])
def test_what_cannot_be_is_refused(store: Store, record: SubmissionRecord):
    with store.write("ann") as work:
        work.attempts.put_new(
            [AttemptRecord("a", None, None, "code/x", "code", "", "", "", "", None, False, 9, 1, NOW)]
        )
    with pytest.raises((EvalmodeError, IntegrityError)), store.write("ann") as work:
        work.submissions.put_new([record])


def test_erasing_leaves_none_of_it(store: Store):
    with store.write("ann") as work:
        put(work, "a", 1)
        work.item_drafts.save("code/softmax", "one", revision=0, force=False, now=NOW)
        work.rounds.put([RoundRecord("code/softmax", 1)])
    assert store.erase("ann") == (1, 0)
    with store.read("ann") as work:
        assert [*work.submissions.all(), *work.item_drafts.all(), *work.rounds.all()] == []
