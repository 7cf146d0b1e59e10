"""Everything that is shown about one attempt, put together from what is stored and what the bank says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import Bank, BoardItem, DeepItem, GradedItem, SpokenItem
from evalmode.core import InputError, NotFoundError
from evalmode.practice.asking import find_question, find_turn
from evalmode.practice.cards import view_review
from evalmode.practice.memory import find_review
from evalmode.practice.speech import describe_speech
from evalmode.practice.values import Feedback, FollowUpView, LinkView, MemoryView, ProofView
from evalmode.practice.verdicts import KeptVerdict, points_of

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.store import AttemptRecord, Work


def feedback_of(p: Practice, attempt_id: str, *, failure: str = "") -> Feedback:
    """The feedback on an attempt as it stands now.

    Args:
        p: The practice.
        attempt_id: The attempt.
        failure: Why it could not be graded, where it could not.

    Raises:
        NotFoundError: There is no such attempt.
        InputError: It is a submission of code.
    """
    with p.store.read(p.learner) as work:
        attempt = work.attempts.get(attempt_id)
        if attempt is None:
            raise NotFoundError(f"There is no attempt {attempt_id!r}.")
        if work.submissions.get(attempt_id) is not None:
            raise InputError(f"Attempt {attempt_id!r} is a program.", hint="Look at it in the coding room.")
        return _build(p.bank, work, attempt, failure)


def _build(bank: Bank, work: Work, attempt: AttemptRecord, failure: str) -> Feedback:
    item = find_question(bank, attempt.item_id)  # what follows a coding problem is told once it is solved
    turn = find_turn(bank, attempt.item_id, attempt.part)
    grade = work.grades.latest(attempt.id)
    verdict = KeptVerdict.model_validate(grade.verdict) if grade else KeptVerdict(feedback=failure)
    proven = {point for proof in item.proofs for point in proof.proves} if item else set()
    return Feedback(
        attempt_id=attempt.id,
        session_id=attempt.session_id,
        position=attempt.position,
        item_id=attempt.item_id,
        part=attempt.part,
        title=attempt.title,
        prompt=attempt.prompt,
        answer=attempt.answer,
        late_answer=attempt.late_text,
        answered_at=attempt.answered_at,
        seconds_allotted=attempt.seconds_allotted,
        seconds_used=attempt.seconds_used,
        graded=grade is not None,
        score=attempt.score or 0.0,
        points=points_of(verdict, attempt.answer, said=work.overrides.said(attempt.id), proven=proven),
        signals=verdict.signals,
        feedback=verdict.feedback,
        speech=describe_speech(attempt.text, attempt.seconds_used, spoken=attempt.spoken),
        model_answer=turn.model_answer if turn else "",
        why=item.why if item else "",
        follow_ups=follow_ups_of(item) if item and not isinstance(item, DeepItem) else (),
        links=links_of(bank, item) if item else (),
        sources=item.sources if item else (),
        proofs=proofs_of(item) if item else (),
        memory=_memory(work, attempt),
        deeper=_deeper(work, attempt),
        grader=grade.grader if grade else "",
    )


def follow_ups_of(item: SpokenItem) -> tuple[FollowUpView, ...]:
    """What would be asked next."""
    asked = item.probes if isinstance(item, BoardItem) else item.follow_ups
    return tuple(FollowUpView(ask=one.ask, answer=one.answer) for one in asked)


def links_of(bank: Bank, item: GradedItem) -> tuple[LinkView, ...]:
    """Neighbouring topics."""
    return tuple(
        LinkView(
            topic=link.topic,
            title=bank.topics[link.topic].title if link.topic in bank.topics else link.topic,
            why=link.why,
        )
        for link in item.links
    )


def proofs_of(item: GradedItem) -> tuple[ProofView, ...]:
    """The programs that prove its claims."""
    return tuple(
        ProofView(index=index, proves=proof.proves, source=proof.source) for index, proof in enumerate(item.proofs)
    )


def _memory(work: Work, attempt: AttemptRecord) -> MemoryView | None:
    review = find_review(work, attempt)
    return view_review(review, work.reviews.of_item(review.item_id)) if review else None


def _deeper(work: Work, attempt: AttemptRecord) -> str | None:
    """The coach's question before the next part of the same item."""
    if attempt.session_id is None:
        return None
    ahead = [
        turn
        for turn in work.turns.of_session(attempt.session_id)
        if turn.item_id == attempt.item_id
        and turn.position > (attempt.position or 0)
        and turn.state in {"waiting", "asked"}
    ]
    if not ahead:
        return None
    return "Shall I go deeper?" if ahead[0].part == "detail" else "One more question on this: shall I go on?"
