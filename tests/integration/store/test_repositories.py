"""What is stored comes back, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from evalmode.core import StorageError
from evalmode.store import (
    AttemptRecord,
    CardRecord,
    DraftRecord,
    GradeRecord,
    ItemDraftRecord,
    OverrideRecord,
    PhrasingRecord,
    ReviewRecord,
    RoundRecord,
    SessionRecord,
    SettingsRecord,
    Store,
    SubmissionRecord,
    TurnRecord,
)

if TYPE_CHECKING:
    from evalmode.store import Work

NOW = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
TEXT = "softmax(QKᵀ/√d)V — «naïve» 汉字 🙂\nand a 'quote' \"or two\" \\ %s :name"


def session(session_id: str = "s1", **change) -> SessionRecord:
    request = {"count": 2, "topics": ["ü"]}
    return replace(SessionRecord(session_id, "rapid", "pressure", 7, request, NOW), **change)


def turn(position: int = 0, session_id: str = "s1", **change) -> TurnRecord:
    return replace(TurnRecord(session_id, position, "rapid/softmax", "answer", "Softmax", 45), **change)


def attempt(attempt_id: str = "a1", **change) -> AttemptRecord:
    return replace(
        AttemptRecord(
            id=attempt_id,
            session_id=None,
            position=None,
            item_id="rapid/softmax",
            part="answer",
            title="Softmax",
            prompt="What?",
            text=TEXT,
            carried="",
            late_text=None,
            spoken=False,
            seconds_allotted=45,
            seconds_used=12.345678901234567,
            answered_at=NOW,
        ),
        **change,
    )


def fill(work: Work) -> None:
    work.sessions.put_new([session()])
    work.turns.put_new([turn(0), turn(1)])
    work.drafts.put_new([DraftRecord("s1", 0), DraftRecord("s1", 1)])


def test_every_kind_of_row_comes_back_as_it_was(store: Store):
    rows = {
        "sessions": session(finished_at=NOW),
        "turns": turn(asked_at=NOW, state="asked"),
        "drafts": DraftRecord("s1", 0, TEXT, 3, NOW, NOW, TEXT, open=False),
        "attempts": attempt(session_id="s1", position=0, late_text=TEXT, spoken=True, score=0.1 + 0.2),
        "grades": GradeRecord("a1", 1, 1 / 3, {"points": [{"id": "x", "weight": 1e-7}], "feedback": TEXT}, "g-1", NOW),
        "overrides": OverrideRecord("a1", "x", said=True, said_at=NOW),
        "phrasings": PhrasingRecord("rapid/softmax", "x", TEXT[:300], "a1", NOW, NOW),
        "cards": CardRecord("rapid/softmax", 2, None, 8.2956, 1.0, NOW, NOW, 4),
        "reviews": ReviewRecord("a1", "rapid/softmax", 3, 0.75, 45, 12.5, 0.9, NOW, NOW),
        "submissions": SubmissionRecord(
            "a1", "judged", 2, 3, True, "accepted", 1 / 3, 1.5, {"checks": [{"name": TEXT, "error": 1e-7}]}, NOW
        ),
        "item_drafts": ItemDraftRecord("code/softmax", TEXT, 3, NOW),
        "rounds": RoundRecord("code/softmax", 2, NOW, NOW, NOW),
        "settings": SettingsRecord({"theme": "dark"}, NOW),
    }
    with store.write("ann") as work:
        for name, row in rows.items():
            getattr(work, name).put_new([row])
    with store.read("ann") as work:
        assert {name: getattr(work, name).all() for name in rows} == {name: [row] for name, row in rows.items()}


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(store: Store):
    elsewhere = NOW.astimezone(timezone(timedelta(hours=-9, minutes=-30)))
    with store.write("ann") as work:
        work.sessions.put_new([session(created_at=elsewhere)])
    with store.read("ann") as work:
        found = work.sessions.all()[0].created_at
    assert found == NOW
    assert found.tzinfo is UTC


def test_a_row_put_again_as_new_stays_as_it_was(store: Store):
    with store.write("ann") as work:
        work.sessions.put_new([session()])
        work.sessions.put_new([session(seed=8)])
        assert [one.seed for one in work.sessions.all()] == [7]
        work.sessions.put([session(seed=9)])
        assert [one.seed for one in work.sessions.all()] == [9]


def test_learners_do_not_see_each_other(store: Store):
    for learner, seed in (("ann", 1), ("bob", 2)):
        with store.write(learner) as work:
            fill(work)
            work.sessions.put([session(seed=seed)])
    with store.read("ann") as work:
        assert [one.seed for one in work.sessions.all()] == [1]
        assert len(work.turns.of_session("s1")) == 2
    assert store.save_draft("cat", "s1", 0, "mine", revision=0, force=True, now=NOW) is None
    assert store.learners() == ("ann", "bob")


def test_erasing_takes_everything_of_one_learner_and_nothing_of_another(store: Store):
    for learner in ("ann", "bob"):
        with store.write(learner) as work:
            fill(work)
            work.attempts.put_new([attempt(session_id="s1", position=0)])
            work.grades.put_new([GradeRecord("a1", 1, 1.0, {}, "g", NOW)])
    assert store.erase("ann") == (1, 1)
    assert store.learners() == ("bob",)
    with store.read("bob") as work:
        assert len(work.grades.all()) == 1
        assert len(work.drafts.all()) == 2


def test_a_failing_transaction_leaves_nothing_behind(store: Store):
    def fail_half_way() -> None:
        with store.write("ann") as work:
            fill(work)
            raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        fail_half_way()
    with store.read("ann") as work:
        assert work.sessions.all() == []


def test_a_turn_without_its_session_is_refused(store: Store):
    with pytest.raises(StorageError), store.write("ann") as work:
        work.turns.put_new([turn()])


def test_a_turn_takes_one_answer_only(store: Store):
    with store.write("ann") as work:
        fill(work)
        work.attempts.put_new([attempt("a1", session_id="s1", position=0)])
    with pytest.raises(StorageError), store.write("ann") as work:
        work.attempts.put([attempt("a2", session_id="s1", position=0)])


def test_the_clock_of_a_turn_starts_once(store: Store):
    with store.write("ann") as work:
        fill(work)
        assert work.turns.start_clock("s1", 0, NOW)
        assert not work.turns.start_clock("s1", 0, NOW + timedelta(hours=1))
        assert work.turns.of_session("s1")[0].asked_at == NOW
        assert work.turns.close("s1", [0, 1], state="skipped") == 2
        assert work.turns.close("s1", [0, 1], state="answered") == 0
        assert [one.state for one in work.turns.of_session("s1")] == ["skipped", "skipped"]


def test_a_draft_is_saved_on_top_of_the_revision_it_was_typed_on(store: Store):
    with store.write("ann") as work:
        fill(work)

    def save(text: str, revision: int, *, force: bool = False) -> int | None:
        return store.save_draft("ann", "s1", 0, text, revision=revision, force=force, now=NOW)

    assert save("a", 0) == 1
    assert save("ab", 1) == 2
    assert save("other tab", 1) is None
    assert save("other tab", 1, force=True) == 3
    with store.write("ann") as work:
        assert work.drafts.get("s1", 0) == DraftRecord("s1", 0, "other tab", 3, NOW, None, "other tab")
        work.drafts.close("s1", [0])
    assert save("too late", 3) is None


def test_a_draft_after_the_time_is_kept_beside_the_last_one_in_time(store: Store):
    with store.write("ann") as work:
        fill(work)
        work.drafts.put([DraftRecord("s1", 0, in_time_until=NOW)])
    for second, text in enumerate(["in time", "too late"]):
        store.save_draft("ann", "s1", 0, text, revision=second, force=False, now=NOW + timedelta(seconds=second))
    with store.read("ann") as work:
        draft = work.drafts.get("s1", 0)
    assert draft is not None
    assert (draft.text, draft.in_time_text) == ("too late", "in time")


def test_of_many_tabs_saving_at_once_exactly_one_wins_each_revision(store: Store):
    with store.write("ann") as work:
        fill(work)
    won: list[int] = []

    def type_away(name: str) -> None:
        for revision in range(10):
            saved = store.save_draft("ann", "s1", 0, name, revision=revision, force=False, now=NOW)
            won.extend([saved] if saved else [])

    threads = [threading.Thread(target=type_away, args=(f"tab {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == list(range(1, max(won) + 1))
    with store.read("ann") as work:
        draft = work.drafts.get("s1", 0)
    assert draft is not None
    assert draft.revision == max(won)


def test_one_learners_transactions_happen_one_after_the_other(store: Store):
    with store.write("ann") as work:
        work.settings.put([SettingsRecord({"count": 0}, NOW)])

    def count_up() -> None:
        for _ in range(10):
            with store.write("ann") as work:
                found = work.settings.get()
                assert found is not None
                work.settings.put([SettingsRecord({"count": found.document["count"] + 1}, NOW)])

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read("ann") as work:
        assert work.settings.get() == SettingsRecord({"count": 40}, NOW)


def test_what_is_read_together_is_of_one_moment(store: Store):
    with store.write("ann") as work:
        work.sessions.put_new([session("s1")])
    with store.read("ann") as reading:
        before = reading.sessions.all()
        with store.write("ann") as work:
            work.sessions.put_new([session("s2")])
        assert reading.sessions.all() == before
    with store.read("ann") as reading:
        assert len(reading.sessions.all()) == 2


def test_attempts_without_a_verdict_are_found_oldest_first(store: Store):
    with store.write("ann") as work:
        late, early = NOW + timedelta(seconds=1), NOW
        work.attempts.put_new(
            [attempt("a1", answered_at=late), attempt("a2", answered_at=early), attempt("a3", score=0)]
        )
        assert work.attempts.ungraded() == ["a2", "a1"]
        work.attempts.set_score("a2", 0.5)
        assert work.attempts.ungraded() == ["a1"]


def test_the_latest_of_several_gradings_holds(store: Store):
    with store.write("ann") as work:
        work.attempts.put_new([attempt("a1"), attempt("a2")])
        first = GradeRecord("a1", 1, 0.2, {}, "old", NOW)
        second = GradeRecord("a1", 2, 0.9, {}, "new", NOW)
        work.grades.put_new([first, second])
        assert work.grades.latest("a1") == second
        assert work.grades.latest_of(["a1", "a2"]) == {"a1": second}
        assert work.grades.all() == [first, second]


def test_an_override_can_be_taken_back(store: Store):
    with store.write("ann") as work:
        work.attempts.put_new([attempt("a1")])
        work.overrides.put([OverrideRecord("a1", "x", True, NOW), OverrideRecord("a1", "y", True, NOW)])
        work.overrides.put([OverrideRecord("a1", "y", False, NOW)])
        assert work.overrides.said("a1") == {"x"}
        assert work.overrides.said("unknown") == frozenset()


def test_lines_come_oldest_first_and_the_last_few_are_the_newest(store: Store):
    with store.write("ann") as work:
        work.attempts.put_new(attempt(f"a{n}", answered_at=NOW - timedelta(days=n)) for n in range(5))
        assert [line.id for line in work.attempts.lines()] == ["a4", "a3", "a2", "a1", "a0"]
        assert [line.id for line in work.attempts.lines(last=2)] == ["a1", "a0"]
        assert work.attempts.lines(session_ids=[]) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"id": "x" * 65}, "has a id that is too long"),
        ({"seconds_allotted": 2**31}, "has a seconds_allotted that is too large"),
        ({"title": None}, "has no title"),
        ({}, None),
    ],
)
def test_a_record_from_outside_is_measured_before_it_meets_the_database(store: Store, change, fault):
    with store.read("ann") as work:
        assert work.attempts.fault(attempt(**change)) == fault
