"""Attempts after they were made: their feedback, the candidate's objections, and answers outside of a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.core import ConflictError, InputError, NotFoundError, clean_text, new_id
from evalmode.practice.asking import graded_item, named_turn
from evalmode.practice.cards import rebuild_card
from evalmode.practice.feedback import feedback_of
from evalmode.practice.grading import grade_attempt
from evalmode.practice.memory import find_review, review_if_complete
from evalmode.practice.phrasings import as_taught
from evalmode.practice.values import Feedback, GradedAnswer, GradedPoint, GradeRequest, SignalView
from evalmode.practice.verdicts import KeptVerdict, score_of
from evalmode.store import AttemptRecord, OverrideRecord, Work

if TYPE_CHECKING:
    from evalmode.answers import Grader
    from evalmode.bank import Bank, Turn
    from evalmode.core import Grade
    from evalmode.practice.practice import Practice


def get_feedback(p: Practice, attempt_id: str) -> Feedback:
    """The feedback on an attempt, as it stands now.

    Raises:
        NotFoundError: There is no such attempt.
    """
    return feedback_of(p, attempt_id)


def override(p: Practice, attempt_id: str, point_id: str, said: bool) -> Feedback:
    """Hear the candidate: "I did say that", or take it back. The verdict stays as it was, the score follows.

    Taken back, the words that were learnt from it are, too.

    Raises:
        NotFoundError: There is no such attempt, or it has no such key point.
        ConflictError: It is not graded yet.
    """
    with p.store.write(p.learner) as work:
        attempt = _require(work, attempt_id)
        grade = work.grades.latest(attempt_id)
        if grade is None:
            raise ConflictError("This answer is not graded yet.", hint="Try again in a moment.")
        verdict = KeptVerdict.model_validate(grade.verdict)
        known = [point.id for point in verdict.points]
        if point_id not in known:
            raise NotFoundError(f"This answer has no key point {point_id!r}.", hint=f"It has {', '.join(known)}.")
        work.overrides.put([OverrideRecord(attempt_id, point_id, said, p.clock.now())])
        if not said:
            work.phrasings.remove_said(attempt_id, point_id, p.clock.now())
        work.attempts.set_score(attempt_id, score_of(grade.score, verdict, work.overrides.said(attempt_id)))
        review_if_complete(work, attempt)
    return feedback_of(p, attempt_id)


def undo_review(p: Practice, attempt_id: str) -> Feedback:
    """Let spaced repetition forget that this was asked. Undoing again changes nothing.

    Raises:
        NotFoundError: There is no such attempt.
        ConflictError: It has not been counted as a review yet.
    """
    with p.store.write(p.learner) as work:
        review = find_review(work, _require(work, attempt_id))
        if review is None:
            raise ConflictError("This answer has not been counted yet.", hint="Finish the question first.")
        work.reviews.undo(review.attempt_id, p.clock.now())
        rebuild_card(work, review.item_id)
    return feedback_of(p, attempt_id)


def resume_grading(p: Practice) -> int:
    """Grade what was stored and never graded, of every learner, because the process was killed in between.

    Returns:
        How many attempts have a verdict now that had none.
    """
    graded = 0
    for learner in p.store.learners():
        theirs = replace(p, learner=learner)
        with p.store.read(learner) as work:
            waiting = [work.attempts.get(attempt_id) for attempt_id in work.attempts.ungraded()]
        graded += sum(not grade_attempt(theirs, attempt) for attempt in waiting if attempt is not None)
    return graded


def practise_once(p: Practice, name: str, text: str, seconds_used: float = 0.0, *, spoken: bool = False) -> Feedback:
    """Take one answer without a session; it is stored, graded and remembered like any other.

    Args:
        p: The practice.
        name: The item's name.
        text: The whole answer.
        seconds_used: Time taken, if it was measured.
        spoken: Whether it is a transcript.

    Raises:
        NotFoundError: There is no such item.
        InputError: The text is too long.
    """
    item = graded_item(p.bank, name)
    turn = named_turn(item, None)
    attempt = AttemptRecord(
        id=new_id(),
        session_id=None,
        position=None,
        item_id=str(item.item_id),
        part=turn.part,
        title=item.title,
        prompt=turn.gradable.question,
        text=clean_text(text),
        carried="",
        late_text=None,
        spoken=spoken,
        seconds_allotted=turn.gradable.seconds,
        seconds_used=max(0.0, seconds_used),
        answered_at=p.clock.now(),
    )
    with p.store.write(p.learner) as work:
        work.attempts.put_new([attempt])
    failure = grade_attempt(p, attempt)
    return feedback_of(p, attempt.id, failure=failure)


def grade_once(p: Practice, request: GradeRequest) -> GradedAnswer:
    """Grade an answer and keep nothing.

    Raises:
        NotFoundError: There is no such item, or it has no such part.
        InputError: The text is too long.
        UnavailableError: The grader does not work here.
    """
    turn = named_turn(graded_item(p.bank, request.item), request.part)
    return _graded(turn, p.grader.grade(as_taught(p, turn.gradable), clean_text(request.answer)))


def grade_answer(bank: Bank, grader: Grader, request: GradeRequest) -> GradedAnswer:
    """The same with nothing but a bank and a grader, which knows no phrasings but those of the pack.

    Raises:
        NotFoundError: There is no such item, or it has no such part.
        InputError: The text is too long.
        UnavailableError: The grader does not work here.
    """
    turn = named_turn(graded_item(bank, request.item), request.part)
    return _graded(turn, grader.grade(turn.gradable, clean_text(request.answer)))


def _graded(turn: Turn, grade: Grade) -> GradedAnswer:
    return GradedAnswer(
        item=str(turn.item_id),
        part=turn.part,
        score=grade.score,
        points=tuple(
            GradedPoint(
                id=point.id,
                verdict=point.verdict,
                confidence=point.confidence,
                evidence=point.evidence,
                because=point.because,
            )
            for point in grade.points
        ),
        signals=tuple(SignalView(id=one.id, message=one.message, evidence=one.evidence) for one in grade.signals),
        feedback=grade.feedback,
        grader=grade.grader,
    )


def _require(work: Work, attempt_id: str) -> AttemptRecord:
    attempt = work.attempts.get(attempt_id)
    if attempt is None:
        raise NotFoundError(f"There is no attempt {attempt_id!r}.")
    if work.submissions.get(attempt_id) is not None:
        raise InputError(f"Attempt {attempt_id!r} is a program.", hint="The judge's word on it stands.")
    return attempt
