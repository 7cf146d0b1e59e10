"""A long answer in parts: the headline, the detail, and the questions behind it."""

from __future__ import annotations

import pytest

from evalmode.core import ConflictError, FixedClock
from evalmode.practice import (
    Practice,
    answer_turn,
    ask_turn,
    finish_session,
    get_feedback,
    get_session,
    skip_turn,
    start_session,
    stop_deeper,
)
from evalmode.practice.values import AnswerRequest, Feedback, SessionRequest, TurnState
from practice_kit import points_of

ITEM = "deep/self-attention"
HEADLINE, DETAIL = points_of(ITEM, "headline"), points_of(ITEM, "detail")


def say(p: Practice, session_id: str, position: int, text: str) -> Feedback:
    ask_turn(p, session_id, position)
    return answer_turn(p, session_id, position, AnswerRequest(text=text))


@pytest.fixture
def session_id(p: Practice) -> str:
    """A session with one deep question."""
    return start_session(p, SessionRequest(kind="deep", items=(ITEM,))).id


def test_the_parts_are_asked_one_after_the_other(p: Practice, session_id: str):
    parts = [turn.part for turn in get_session(p, session_id).turns]
    assert parts[:2] == ["headline", "detail"]
    assert len(parts) == 3
    with pytest.raises(ConflictError, match="earlier part"):
        ask_turn(p, session_id, 1)


def test_the_detail_is_graded_together_with_the_headline(p: Practice, session_id: str):
    early = " ".join([*HEADLINE, DETAIL[0]])
    assert say(p, session_id, 0, early).score == 1
    feedback = say(p, session_id, 1, " ".join(DETAIL[1:]))
    assert feedback.score == 1
    assert feedback.answer == f"{early}\n\n{' '.join(DETAIL[1:])}"
    for point in feedback.points:
        start = point.evidence_start
        assert start is not None
        assert feedback.answer[start : start + len(point.evidence)] == point.evidence
    assert feedback.speech.words == len(DETAIL[1:])


def test_a_skipped_headline_is_not_carried_along(p: Practice, session_id: str):
    skip_turn(p, session_id, 0)
    assert say(p, session_id, 1, DETAIL[0]).answer == DETAIL[0]


def test_what_was_said_before_is_shown_with_the_next_part(p: Practice, session_id: str):
    say(p, session_id, 0, "my headline")
    assert [(one.part, one.answer) for one in ask_turn(p, session_id, 1).earlier] == [("headline", "my headline")]


def test_the_coach_asks_to_go_deeper_until_there_is_nothing_left(p: Practice, session_id: str):
    assert say(p, session_id, 0, "a").deeper == "Shall I go deeper?"
    assert say(p, session_id, 1, "b").deeper == "One more question on this: shall I go on?"
    assert say(p, session_id, 2, "c").deeper is None


def test_it_is_remembered_once_when_its_last_part_is_closed(p: Practice, session_id: str, clock: FixedClock):
    assert say(p, session_id, 0, " ".join(HEADLINE)).memory is None
    clock.advance(10)
    assert say(p, session_id, 1, "nothing").memory is None
    view = stop_deeper(p, session_id, 1)
    assert [turn.state for turn in view.turns] == [TurnState.ANSWERED, TurnState.ANSWERED, TurnState.SKIPPED]
    assert view.finished_at is not None
    with p.store.read(p.learner) as work:
        (review,) = work.reviews.all()
    weights = {
        part: sum(point.weight for point in p.bank.get(ITEM).key_points if point.part == part)
        for part in ("headline", "detail")
    }
    assert review.score == pytest.approx(weights["headline"] / sum(weights.values()))
    for turn in view.turns[:2]:
        memory = get_feedback(p, turn.attempt_id).memory
        assert memory is not None
        assert memory.rating == "hard"


def test_skipping_the_rest_counts_what_was_said(p: Practice, session_id: str):
    say(p, session_id, 0, " ".join(HEADLINE))
    finish_session(p, session_id)
    with p.store.read(p.learner) as work:
        assert [review.score for review in work.reviews.all()] == [1]


def test_saying_nothing_at_all_is_no_review(p: Practice, session_id: str):
    finish_session(p, session_id)
    with p.store.read(p.learner) as work:
        assert work.reviews.all() == []
        assert work.cards.all() == []


def test_a_follow_up_is_graded_by_itself(p: Practice, session_id: str):
    say(p, session_id, 0, "a")
    say(p, session_id, 1, "b")
    follow_up = p.bank.get(ITEM).follow_ups[0]
    feedback = say(p, session_id, 2, follow_up.key_points[0].id)
    assert feedback.score == 1
    assert feedback.answer == follow_up.key_points[0].id
    assert feedback.prompt == follow_up.ask
    assert feedback.model_answer == follow_up.answer
