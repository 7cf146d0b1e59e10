"""After the answer: objections, second thoughts, and grading that was interrupted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from evalmode.core import ConflictError, FixedClock, InputError, NotFoundError, UnavailableError
from evalmode.practice import (
    Practice,
    answer_turn,
    ask_turn,
    get_feedback,
    grade_once,
    override,
    practise_once,
    resume_grading,
    start_session,
    undo_review,
)
from evalmode.practice.values import AnswerRequest, GradeRequest, SessionRequest
from practice_kit import LiteralGrader, points_of, practice_on

FIRST, SECOND = points_of("rapid/softmax")


class BrokenGrader(LiteralGrader):
    """Fails in a way that nobody foresaw."""

    def grade(self, *_):
        """Stumble."""
        raise ZeroDivisionError


class MissingGrader(LiteralGrader):
    """Says that it does not work here."""

    def grade(self, *_):
        """Decline."""
        raise UnavailableError("The model is missing.", hint="Install evalmode again.")

    def warm(self, *_):
        """Decline."""
        raise UnavailableError("The model is missing.")


def test_i_did_say_that_counts_and_the_verdict_stays(p: Practice):
    feedback = practise_once(p, "softmax", f"{FIRST} not {SECOND}", 10)
    assert feedback.memory is not None
    before = feedback.memory
    raised = override(p, feedback.attempt_id, SECOND, True)
    assert raised.score == 1
    assert [(point.verdict, point.overridden) for point in raised.points] == [
        ("covered", False),
        ("contradicted", True),
    ]
    assert raised.memory is not None
    assert raised.memory.due > before.due
    assert override(p, feedback.attempt_id, SECOND, False) == feedback
    assert get_feedback(p, feedback.attempt_id) == feedback


def test_an_override_adds_what_the_grader_withheld(p: Practice):
    deep = practise_once(p, "deep/backpropagation", "nothing")
    weights = {point.id: point.weight for point in deep.points}
    first, *_ = weights
    assert override(p, deep.attempt_id, first, True).score == pytest.approx(weights[first] / sum(weights.values()))


def test_half_a_point_is_raised_by_its_other_half(p: Practice):
    deep = practise_once(p, "deep/backpropagation", "half " + points_of("deep/backpropagation")[0])
    weights = {point.id: point.weight for point in deep.points}
    first, *_ = weights
    assert override(p, deep.attempt_id, first, True).score == pytest.approx(weights[first] / sum(weights.values()))


def test_an_override_needs_a_point_and_a_verdict(p: Practice):
    attempt_id = practise_once(p, "softmax", "").attempt_id
    with pytest.raises(NotFoundError, match="no key point 'nothing'"):
        override(p, attempt_id, "nothing", True)
    waiting = practise_once(replace(p, grader=BrokenGrader()), "softmax", "").attempt_id
    with pytest.raises(ConflictError, match="not graded yet"):
        override(p, waiting, FIRST, True)
    for call in (override, lambda q, name, *_: get_feedback(q, name), lambda q, name, *_: undo_review(q, name)):
        with pytest.raises(NotFoundError, match="no attempt"):
            call(p, "nobody", FIRST, True)


def test_undo_makes_the_memory_what_it_was_before(p: Practice, clock: FixedClock):
    practise_once(p, "softmax", f"{FIRST} {SECOND}", 10)
    with p.store.read(p.learner) as work:
        before = work.cards.all()
    clock.advance(timedelta(days=5).total_seconds())
    slip = practise_once(p, "softmax", "what?", 10)
    undone = undo_review(p, slip.attempt_id)
    assert undone.memory is not None
    assert undone.memory.undone
    assert undone.score == slip.score
    assert undo_review(p, slip.attempt_id) == undone
    with p.store.read(p.learner) as work:
        assert work.cards.all() == before


def test_undoing_the_only_review_makes_the_item_new_again(p: Practice):
    undo_review(p, practise_once(p, "softmax", "").attempt_id)
    with p.store.read(p.learner) as work:
        assert work.cards.all() == []


def test_undoing_an_earlier_review_lets_the_later_ones_stand(p: Practice, clock: FixedClock):
    first = practise_once(p, "softmax", "")
    clock.advance(86_400)
    practise_once(p, "softmax", f"{FIRST} {SECOND}", 1)
    undo_review(p, first.attempt_id)
    with p.store.read(p.learner) as work:
        undone = work.cards.all()
    fresh = practice_on(p.store, clock, learner="fresh")
    practise_once(fresh, "softmax", f"{FIRST} {SECOND}", 1)
    with p.store.read("fresh") as work:
        assert work.cards.all() == undone


@pytest.mark.parametrize(
    ("grader", "says"), [(BrokenGrader(), "tried again"), (MissingGrader(), "The model is missing")]
)
def test_an_answer_that_cannot_be_graded_is_kept_and_graded_later(p: Practice, grader, says):
    broken = replace(p, grader=grader)
    session_id = start_session(broken, SessionRequest(items=("softmax",))).id
    ask_turn(broken, session_id, 0)
    kept = answer_turn(broken, session_id, 0, AnswerRequest(text=f"{FIRST} {SECOND}"))
    assert not kept.graded
    assert says in kept.feedback
    assert (kept.answer, kept.points, kept.memory) == (f"{FIRST} {SECOND}", (), None)
    assert resume_grading(broken) == 0
    assert resume_grading(p) == 1
    assert resume_grading(p) == 0
    graded = get_feedback(p, kept.attempt_id)
    assert graded.graded
    assert graded.score == 1
    assert graded.memory is not None


def test_resuming_grades_every_learners_answers(p: Practice, clock: FixedClock):
    kept = [practise_once(replace(p, learner=who, grader=BrokenGrader()), "softmax", FIRST) for who in ("ann", "bob")]
    assert resume_grading(p) == 2
    for who, one in zip(("ann", "bob"), kept, strict=True):
        assert get_feedback(practice_on(p.store, clock, learner=who), one.attempt_id).graded


def test_what_left_the_bank_is_not_graded_and_holds_nothing_up(p: Practice):
    from evalmode.bank import Bank

    attempt_id = practise_once(replace(p, grader=BrokenGrader()), "softmax", FIRST).attempt_id
    assert resume_grading(replace(p, bank=Bank((), ()))) == 0
    assert not get_feedback(p, attempt_id).graded


def test_a_single_answer_needs_no_session(p: Practice):
    feedback = practise_once(p, "softmax", f"{FIRST} {SECOND}", -5, spoken=True)
    assert (feedback.session_id, feedback.position, feedback.seconds_used) == (None, None, 0)
    assert feedback.memory is not None
    assert feedback.deeper is None


def test_a_deep_question_may_be_answered_in_one_go(p: Practice):
    everything = [*points_of("deep/self-attention", "headline"), *points_of("deep/self-attention", "detail")]
    feedback = practise_once(p, "self-attention", " ".join(everything))
    assert feedback.score == 1
    assert len(feedback.points) == len(everything)


def test_grading_once_keeps_nothing(p: Practice):
    graded = grade_once(p, GradeRequest(item="softmax", answer=f"{FIRST}\x00"))
    assert (graded.item, graded.part, graded.grader) == ("rapid/softmax", "answer", "literal-1")
    assert [(point.id, point.verdict) for point in graded.points] == [(FIRST, "covered"), (SECOND, "missing")]
    part = grade_once(p, GradeRequest(item="deep/self-attention", answer="", part="detail"))
    assert [point.id for point in part.points] == points_of("deep/self-attention", "detail")
    assert [signal.id for signal in part.signals] == ["empty"]
    assert p.store.learners() == ()


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (GradeRequest(item="nothing", answer=""), NotFoundError),
        (GradeRequest(item="guide/habit-boxes", answer=""), NotFoundError),
        (GradeRequest(item="softmax", answer="", part="detail"), NotFoundError),
        (GradeRequest(item="softmax", answer="x" * 2**20), InputError),
    ],
)
def test_grading_once_says_what_is_wrong(p: Practice, request_, error):
    with pytest.raises(error):
        grade_once(p, request_)


def test_a_session_starts_without_a_working_grader(p: Practice):
    assert start_session(replace(p, grader=MissingGrader()), SessionRequest(count=1)).turns
