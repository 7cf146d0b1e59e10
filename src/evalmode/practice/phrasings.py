"""Learning from "I did say that": words of an answer that count as a key point from then on, for this learner.

Nothing is learnt without the candidate's word. What is learnt reaches the grader in one place, :func:`as_taught`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.answers.teaching import leads_astray, nearest_clause, same_words, why_held_back, why_not
from evalmode.bank import points_of
from evalmode.core import ConflictError, EvalmodeError, InputError, NotFoundError, Verdict, clean_text
from evalmode.practice.asking import find_item, find_turn, title_of
from evalmode.practice.values import PhrasingOffer, PhrasingRequest, PhrasingView
from evalmode.practice.verdicts import KeptVerdict
from evalmode.store import AttemptRecord, PhrasingRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.core import Gradable, KeyPoint
    from evalmode.practice.practice import Practice

MAX_PHRASINGS = 20
"""For one key point; each costs the grader a little time with every answer."""
_SHORTEST, _LONGEST = 3, 300


def as_taught(p: Practice, question: Gradable) -> Gradable:
    """A question as this learner's grader sees it: the learnt phrasings stand behind those of the pack."""
    with p.store.read(p.learner) as work:
        records = work.phrasings.living(question.id.partition("#")[0])
    if not records:
        return question
    learnt: dict[str, list[str]] = defaultdict(list)
    for record in records:
        learnt[record.point_id].append(record.phrase)
    return replace(question, key_points=tuple(_teach(point, learnt[point.id]) for point in question.key_points))


def offer_phrasing(p: Practice, attempt_id: str, point_id: str) -> PhrasingOffer:
    """What could be learnt from an answer about a key point that the candidate says was made.

    Raises:
        NotFoundError: There is no such attempt, or the bank has no such key point for it.
    """
    attempt, question, point = _asked(p, attempt_id, point_id)
    with p.store.read(p.learner) as work:
        grade = work.grades.latest(attempt_id)
        records = [one for one in work.phrasings.living(attempt.item_id) if one.point_id == point_id]
    verdict = KeptVerdict.model_validate(grade.verdict) if grade else KeptVerdict()
    evidence = next(
        (one.evidence for one in verdict.points if one.id == point_id and one.verdict is not Verdict.CONTRADICTED), ""
    )
    nearest = " ".join((evidence or nearest_clause(question, point, attempt.answer)).split())
    return PhrasingOffer(
        point_id=point_id,
        claim=point.claim,
        phrase=nearest if len(nearest) <= _LONGEST else nearest[: _LONGEST + 1].rpartition(" ")[0],
        remembered=_views(p, records),
    )


def remember_phrasing(p: Practice, attempt_id: str, request: PhrasingRequest) -> PhrasingView:
    """Learn words of an answer for a key point that the candidate says was made.

    Raises:
        NotFoundError: There is no such attempt, or the bank has no such key point for it.
        ConflictError: The candidate has not said that the point was made.
        InputError: The words are none of the answer's, too short or long, known already, too many, or no statement of
            the key point.
    """
    attempt, question, point = _asked(p, attempt_id, request.point_id)
    span = _stretch(attempt.answer, request.phrase)
    phrase = " ".join(attempt.answer[slice(*span)].split())
    if any(same_words(phrase, text) for text in (point.claim, *point.accepted)):
        raise InputError("The question accepts these words for this key point already.")
    fault = why_held_back(question, attempt.answer, span) or why_not(question, point, phrase)
    if fault or (fault := _mistaken(p, question, point, phrase)):
        raise InputError(fault)
    record = PhrasingRecord(attempt.item_id, point.id, phrase, attempt_id, p.clock.now())
    with p.store.write(p.learner) as work:
        if point.id not in work.overrides.said(attempt_id):
            raise ConflictError("Nothing is learnt for a key point that you did not insist on.", hint="Say so first.")
        known = [one.phrase for one in work.phrasings.living(attempt.item_id) if one.point_id == point.id]
        if any(same_words(phrase, text) for text in known):
            raise InputError("These words are remembered for this key point already.")
        if len(known) >= MAX_PHRASINGS:
            raise InputError(
                f"{MAX_PHRASINGS} phrasings are remembered for this key point already.",
                hint="Remove one on the question's page in the library first.",
            )
        work.phrasings.put([record])
    return _views(p, [record])[0]


def list_phrasings(p: Practice, name: str | None = None) -> tuple[PhrasingView, ...]:
    """What is remembered, oldest first.

    Args:
        p: The practice.
        name: Only for this item: its name, or the full id of one that has left the bank.

    Raises:
        InputError: Several kinds have a bare slug.
    """
    with suppress(NotFoundError):
        name = name and str(p.bank.get(name).item_id)
    with p.store.read(p.learner) as work:
        records = work.phrasings.living(name)
    return _views(p, records)


def remove_phrasing(p: Practice, phrasing_id: str) -> PhrasingView:
    """Take one back; answers are then graded without it.

    Returns:
        What it was.

    Raises:
        NotFoundError: There is none of that id.
    """
    with p.store.write(p.learner) as work:
        for record in work.phrasings.living():
            if _id_of(record) == phrasing_id:
                work.phrasings.put([replace(record, removed_at=p.clock.now())])
                return _views(p, [record])[0]
    raise NotFoundError(f"There is no phrasing {phrasing_id!r}.", hint="evalmode bank phrasings list names them.")


def _teach(point: KeyPoint, learnt: list[str]) -> KeyPoint:
    known = (point.claim, *point.accepted)
    new = [phrase for phrase in learnt if not any(same_words(phrase, text) for text in known)]
    return replace(point, accepted=(*point.accepted, *new[:MAX_PHRASINGS]))


def _asked(p: Practice, attempt_id: str, point_id: str) -> tuple[AttemptRecord, Gradable, KeyPoint]:
    """The attempt with the question that it answers, as the pack has it, and one of its key points."""
    with p.store.read(p.learner) as work:
        attempt = work.attempts.get(attempt_id)
    if attempt is None:
        raise NotFoundError(f"There is no attempt {attempt_id!r}.")
    turn = find_turn(p.bank, attempt.item_id, attempt.part)
    if turn is None:
        raise NotFoundError("This question is no longer in the bank.", hint="Nothing can be learnt for it.")
    for point in turn.gradable.key_points:
        if point.id == point_id:
            return attempt, turn.gradable, point
    known = ", ".join(point.id for point in turn.gradable.key_points)
    raise NotFoundError(f"This question has no key point {point_id!r}.", hint=f"It has {known}.")


def _stretch(answer: str, wanted: str) -> tuple[int, int]:
    """Where the stretch that a candidate names begins and ends in the answer; line breaks and case may differ.

    Raises:
        InputError: There is none, or it is too short or too long.
    """
    words = clean_text(wanted).split()
    length = len(" ".join(words))
    if not _SHORTEST <= length <= _LONGEST:
        raise InputError(f"A phrasing has {_SHORTEST} to {_LONGEST} characters; this one has {length}.")
    pattern = r"(?<!\w)" * words[0][0].isalnum() + r"\s+".join(map(re.escape, words))
    found = re.search(pattern + r"(?!\w)" * words[-1][-1].isalnum(), answer, re.IGNORECASE)
    if found is None:
        raise InputError("These are not words of your answer.", hint="Choose a stretch of it, just as it stands.")
    return found.span()


def _mistaken(p: Practice, question: Gradable, point: KeyPoint, phrase: str) -> str | None:
    """Why the grader, untaught, takes the words alone for a mistake; None where it does not, or cannot be asked."""
    try:
        grade = (p.local_grader or p.grader).grade(question, phrase)
    except EvalmodeError:
        return None
    contradicted = any(one.id == point.id and one.verdict is Verdict.CONTRADICTED for one in grade.points)
    return leads_astray("") if contradicted else None


def _views(p: Practice, records: Iterable[PhrasingRecord]) -> tuple[PhrasingView, ...]:
    return tuple(
        PhrasingView(
            id=_id_of(record),
            item_id=record.item_id,
            point_id=record.point_id,
            title=title_of(p.bank, record.item_id),
            claim=_claim(p, record),
            phrase=record.phrase,
            attempt_id=record.attempt_id,
            learnt_at=record.learnt_at,
        )
        for record in records
    )


def _claim(p: Practice, record: PhrasingRecord) -> str:
    item = find_item(p.bank, record.item_id)
    points = points_of(item) if item is not None else ()
    return next((point.claim for _, point in points if point.id == record.point_id), "")


def _id_of(record: PhrasingRecord) -> str:
    named = f"{record.item_id}\0{record.point_id}\0{record.phrase}"
    return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:16]
