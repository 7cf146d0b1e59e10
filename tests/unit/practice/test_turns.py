"""One question at a time, by the server's clock, from several tabs."""

from __future__ import annotations

import pytest

from evalmode.core import ConflictError, FixedClock, InputError, NotFoundError
from evalmode.practice import (
    Practice,
    answer_turn,
    ask_turn,
    get_session,
    save_draft,
    skip_turn,
    start_session,
)
from evalmode.practice.values import AnswerRequest, DraftRequest, Mode, SessionRequest, TurnState
from practice_kit import points_of

SOFTMAX = SessionRequest(items=("rapid/softmax",))
RELAXED = SessionRequest(items=("rapid/softmax",), mode=Mode.RELAXED)
SECONDS = 45
ALL = " ".join(points_of("rapid/softmax"))


def started(p: Practice, request: SessionRequest = SOFTMAX) -> str:
    session_id = start_session(p, request).id
    ask_turn(p, session_id, 0)
    return session_id


def draft(p: Practice, session_id: str, text: str, revision: int, *, force: bool = False) -> int:
    return save_draft(p, session_id, 0, DraftRequest(text=text, revision=revision, force=force)).revision


def answer(p: Practice, session_id: str, text: str, **more):
    return answer_turn(p, session_id, 0, AnswerRequest(text=text, **more))


def test_a_question_is_put_without_giving_its_answer_away(p: Practice):
    session = start_session(p, SOFTMAX)
    turn = ask_turn(p, session.id, 0)
    assert turn.prompt == p.bank.get("softmax").question
    assert (turn.seconds, turn.total, turn.state, turn.draft) == (SECONDS, 1, TurnState.ASKED, "")
    shown = turn.model_dump_json()
    assert p.bank.get("softmax").answer not in shown
    assert all(point.claim not in shown for point in p.bank.get("softmax").key_points)


def test_the_clock_starts_when_the_question_is_first_asked(p: Practice, clock: FixedClock):
    session = start_session(p, SOFTMAX)
    clock.advance(100)
    assert ask_turn(p, session.id, 0).seconds_used == 0
    clock.advance(20)
    assert ask_turn(p, session.id, 0).seconds_used == 20
    clock.advance(5)
    assert answer(p, session.id, ALL).seconds_used == 25


def test_a_clock_set_back_never_makes_time_negative(p: Practice, clock: FixedClock):
    session_id = started(p)
    clock.advance(-3600)
    assert ask_turn(p, session_id, 0).seconds_used == 0
    draft(p, session_id, "typing", 0)
    assert answer(p, session_id, ALL).seconds_used == 0


def test_a_full_answer_is_graded_and_remembered(p: Practice):
    feedback = answer(p, started(p), ALL)
    assert feedback.graded
    assert feedback.score == 1
    assert [point.verdict for point in feedback.points] == ["covered"] * len(points_of("rapid/softmax"))
    assert feedback.answer[feedback.points[0].evidence_start :].startswith(feedback.points[0].evidence)
    assert feedback.memory is not None
    assert feedback.memory.rating == "easy"
    assert feedback.model_answer == p.bank.get("softmax").answer
    assert feedback.proofs


def test_a_typed_draft_survives_a_reload(p: Practice):
    session_id = started(p)
    assert draft(p, session_id, "soft", 0) == 1
    assert draft(p, session_id, "softmax is", 1) == 2
    turn = ask_turn(p, session_id, 0)
    assert (turn.draft, turn.draft_revision) == ("softmax is", 2)


def test_a_second_tab_cannot_overwrite_what_the_first_one_saved(p: Practice):
    session_id = started(p)
    draft(p, session_id, "from the first tab", 0)
    with pytest.raises(ConflictError, match="newer text"):
        draft(p, session_id, "from the second tab", 0)
    with pytest.raises(ConflictError, match="newer text"):
        answer(p, session_id, "from the second tab", revision=0)
    assert ask_turn(p, session_id, 0).draft == "from the first tab"
    assert draft(p, session_id, "from the second tab", 0, force=True) == 2
    assert answer(p, session_id, "from the second tab", revision=2).answer == "from the second tab"


def test_a_draft_whose_receipt_was_lost_may_be_sent_again(p: Practice):
    session_id = started(p)
    assert draft(p, session_id, "typed", 0) == 1
    assert draft(p, session_id, "typed", 0) == 1


def test_the_same_answer_sent_twice_is_one_attempt(p: Practice):
    session_id = started(p)
    assert answer(p, session_id, ALL) == answer(p, session_id, ALL)
    with p.store.read(p.learner) as work:
        assert len(work.attempts.all()) == len(work.grades.all()) == len(work.reviews.all()) == 1


def test_another_answer_to_an_answered_question_is_refused_and_the_first_one_stays(p: Practice):
    session_id = started(p)
    first = answer(p, session_id, ALL)
    with pytest.raises(ConflictError, match="already answered, perhaps in another tab"):
        answer(p, session_id, "something else")
    with pytest.raises(ConflictError, match="already answered"):
        draft(p, session_id, "still typing", 0)
    with pytest.raises(ConflictError, match="already answered"):
        skip_turn(p, session_id, 0)
    turn = ask_turn(p, session_id, 0)
    assert (turn.state, turn.draft) == (TurnState.ANSWERED, first.answer)


def test_under_pressure_what_stood_when_the_time_was_up_is_graded(p: Practice, clock: FixedClock):
    session_id = started(p)
    clock.advance(SECONDS + 4)
    draft(p, session_id, "not " + ALL, 0)
    clock.advance(2)
    draft(p, session_id, "second thoughts", 1)
    feedback = answer(p, session_id, ALL)
    assert feedback.answer == "not " + ALL
    assert feedback.late_answer == ALL
    assert feedback.seconds_used == SECONDS
    assert feedback == answer(p, session_id, ALL)


def test_under_pressure_an_answer_on_its_way_when_the_time_was_up_counts(p: Practice, clock: FixedClock):
    session_id = started(p)
    clock.advance(SECONDS + 5)
    feedback = answer(p, session_id, ALL)
    assert (feedback.answer, feedback.late_answer, feedback.seconds_used) == (ALL, None, SECONDS)
    assert feedback.memory is not None
    assert feedback.memory.rating == "easy"


def test_a_late_answer_that_stood_in_time_loses_nothing(p: Practice, clock: FixedClock):
    session_id = started(p)
    draft(p, session_id, ALL, 0)
    clock.advance(3600)
    feedback = answer(p, session_id, ALL)
    assert (feedback.answer, feedback.late_answer) == (ALL, None)


def test_relaxed_nobody_is_cut_off_but_overtime_shows_in_the_rating(p: Practice, clock: FixedClock):
    session_id = started(p, RELAXED)
    clock.advance(SECONDS * 2)
    feedback = answer(p, session_id, ALL)
    assert (feedback.answer, feedback.seconds_used) == (ALL, SECONDS * 2)
    assert feedback.memory is not None
    assert feedback.memory.rating == "good"


def test_skipping_goes_on_and_skipping_again_changes_nothing(p: Practice):
    session_id = started(p, SessionRequest(count=2))
    view = skip_turn(p, session_id, 0)
    assert [turn.state for turn in view.turns] == [TurnState.SKIPPED, TurnState.WAITING]
    assert view.position == 1
    assert skip_turn(p, session_id, 0) == view
    with pytest.raises(ConflictError, match="skipped"):
        answer(p, session_id, ALL)
    with pytest.raises(ConflictError, match="skipped"):
        draft(p, session_id, "late", 0)


def test_an_answer_to_a_question_that_was_not_asked_is_refused(p: Practice):
    session = start_session(p, SOFTMAX)
    for force in (False, True):
        with pytest.raises(ConflictError, match="not been asked"):
            draft(p, session.id, ALL, 0, force=force)
    with pytest.raises(ConflictError, match="not been asked"):
        answer(p, session.id, ALL)
    assert ask_turn(p, session.id, 0).draft == ""


@pytest.mark.parametrize("position", [-1, 1, 10**30])
def test_a_question_that_is_not_there(p: Practice, position: int):
    session_id = started(p)
    request = DraftRequest(text="", revision=0)
    for call in (
        lambda: ask_turn(p, session_id, position),
        lambda: save_draft(p, session_id, position, request),
        lambda: answer_turn(p, session_id, position, AnswerRequest(text="")),
        lambda: skip_turn(p, session_id, position),
    ):
        with pytest.raises(NotFoundError, match="no question"):
            call()


@pytest.mark.parametrize("session_id", ["", "nope", "x" * 10_000, "\x00", "\ud800", "' OR 1=1"])
def test_a_session_that_is_not_there(p: Practice, session_id: str):
    for call in (
        lambda: get_session(p, session_id),
        lambda: ask_turn(p, session_id, 0),
        lambda: save_draft(p, session_id, 0, DraftRequest(text="", revision=0)),
    ):
        with pytest.raises(NotFoundError, match="There is no session"):
            call()


def test_what_no_database_can_carry_is_taken_out_of_the_text(p: Practice):
    session_id = started(p)
    draft(p, session_id, "a\x00b\ud800c\r\nd", 0)
    assert ask_turn(p, session_id, 0).draft == "ab\N{REPLACEMENT CHARACTER}c\nd"
    assert answer(p, session_id, "\x00\udfff" + ALL).score == 1


def test_a_megabyte_is_no_answer_and_the_draft_stays(p: Practice):
    session_id = started(p)
    draft(p, session_id, "so far", 0)
    for call in (lambda: draft(p, session_id, "x" * 2**20, 1), lambda: answer(p, session_id, "x" * 2**20)):
        with pytest.raises(InputError, match="1,048,576 characters"):
            call()
    turn = ask_turn(p, session_id, 0)
    assert (turn.draft, turn.state) == ("so far", TurnState.ASKED)


def test_an_empty_answer_is_an_answer(p: Practice):
    feedback = answer(p, started(p), "")
    assert feedback.graded
    assert feedback.score == 0
    assert feedback.memory is not None
    assert feedback.memory.rating == "again"


def test_a_question_that_left_the_bank_can_be_skipped_and_its_answers_stay_readable(p: Practice):
    from dataclasses import replace

    from evalmode.bank import Bank

    session_id = started(p, SessionRequest(items=("rapid/softmax", "rapid/batch-size")))
    attempt_id = answer(p, session_id, ALL).attempt_id
    from evalmode.practice import get_feedback, summarise

    empty = replace(p, bank=Bank(p.bank.packs, ()))
    feedback = get_feedback(empty, attempt_id)
    assert (feedback.score, feedback.points[0].claim) == (1, p.bank.get("softmax").key_points[0].claim)
    with pytest.raises(ConflictError, match="no longer in the bank"):
        ask_turn(empty, session_id, 1)
    skip_turn(empty, session_id, 1)
    assert summarise(empty, session_id).answered == 1
