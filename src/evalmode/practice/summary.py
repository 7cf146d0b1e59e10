"""What a session came to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from evalmode.core import Verdict
from evalmode.practice.asking import find_item
from evalmode.practice.habits import recurring
from evalmode.practice.speech import count_words, words_per_minute
from evalmode.practice.values import DueItem, MissedPoint, SessionSummary, SessionView, TopicScore, TurnState
from evalmode.practice.verdicts import KeptVerdict

if TYPE_CHECKING:
    from evalmode.bank import Bank
    from evalmode.store import AttemptRecord, Work

_LOST = {Verdict.CONTRADICTED: 1.0, Verdict.MISSING: 1.0, Verdict.PARTIAL: 0.5}


def summary_of(bank: Bank, work: Work, session: SessionView) -> SessionSummary:
    """Sum up a session within a transaction."""
    attempts = work.attempts.of_session(session.id)
    ids = [attempt.id for attempt in attempts]
    verdicts = {name: KeptVerdict.model_validate(grade.verdict) for name, grade in work.grades.latest_of(ids).items()}
    said = work.overrides.said_of(ids)
    graded = [attempt for attempt in attempts if attempt.score is not None]
    used = sum(attempt.seconds_used for attempt in attempts)
    return SessionSummary(
        session=session,
        score=_mean([attempt.score or 0.0 for attempt in graded]),
        answered=len(attempts),
        skipped=sum(turn.state is TurnState.SKIPPED for turn in session.turns),
        seconds_allotted=sum(attempt.seconds_allotted for attempt in attempts),
        seconds_used=used,
        words_per_minute=words_per_minute(sum(count_words(attempt.text) for attempt in attempts), used),
        by_topic=_by_topic(bank, graded),
        verdicts=_count(verdicts, said),
        comes_back=_comes_back(work, attempts),
        missed=_missed(attempts, verdicts, said),
        habits=recurring(list(verdicts.values())),
    )


def _by_topic(bank: Bank, attempts: list[AttemptRecord]) -> tuple[TopicScore, ...]:
    scores: dict[str, list[float]] = {}
    for attempt in attempts:
        item = find_item(bank, attempt.item_id)
        for topic in item.topics if item else ():
            scores.setdefault(topic, []).append(attempt.score or 0.0)
    return tuple(
        TopicScore(
            topic=topic,
            title=bank.topics[topic].title if topic in bank.topics else topic,
            score=_mean(values),
            attempts=len(values),
        )
        for topic, values in sorted(scores.items(), key=lambda pair: (_mean(pair[1]), pair[0]))
    )


def _count(verdicts: dict[str, KeptVerdict], said: dict[str, frozenset[str]]) -> dict[Verdict, int]:
    counts: Counter[Verdict] = Counter()
    for attempt_id, verdict in verdicts.items():
        insisted = said.get(attempt_id, frozenset())
        counts.update(Verdict.COVERED if point.id in insisted else point.verdict for point in verdict.points)
    return {verdict: counts[verdict] for verdict in Verdict}


def _comes_back(work: Work, attempts: list[AttemptRecord]) -> tuple[DueItem, ...]:
    titles = {attempt.item_id: attempt.title for attempt in attempts}
    cards = [card for card in work.cards.all() if card.item_id in titles]
    return tuple(
        DueItem(item_id=card.item_id, title=titles[card.item_id], due=card.due)
        for card in sorted(cards, key=lambda card: (card.due, card.item_id))
    )


def _missed(
    attempts: list[AttemptRecord], verdicts: dict[str, KeptVerdict], said: dict[str, frozenset[str]]
) -> tuple[MissedPoint, ...]:
    found = [
        (point.weight * _LOST[point.verdict], attempt, point)
        for attempt in attempts
        if attempt.id in verdicts
        for point in verdicts[attempt.id].points
        if point.verdict in _LOST and point.id not in said.get(attempt.id, frozenset())
    ]
    found.sort(key=lambda entry: -entry[0])
    return tuple(
        MissedPoint(
            item_id=attempt.item_id,
            title=attempt.title,
            point_id=point.id,
            claim=point.claim,
            verdict=point.verdict,
        )
        for _, attempt, point in found
    )


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
