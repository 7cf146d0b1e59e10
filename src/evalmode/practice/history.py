"""All that was practised, to look back on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from evalmode.coach import calendar, mastery, retention, weakest_first
from evalmode.practice.asking import find_item
from evalmode.practice.cards import to_reviews
from evalmode.practice.overview import overview_of
from evalmode.practice.values import BudgetPoint, DayCount, Progress, RetentionPoint, TopicScore

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.store import AttemptLine

_BUDGET_POINTS = 100
_OVERTIME = 3.0
"""Minutes beyond this multiple of the budget are not practice: somebody left the page open."""


def progress(p: Practice) -> Progress:
    """The calendar, retention, mastery and time against budget."""
    with p.store.read(p.learner) as work:
        overview = overview_of(p.bank, work, p.clock.now())
    lines = overview.answers(p.zone)
    scores = [line.score for line in lines if line.score is not None]
    attempts = Counter(topic for line in lines for topic in _topics(p, line))
    by_topic = mastery(overview.practised.values())
    return Progress(
        calendar=tuple(
            DayCount(day=day.day, attempts=day.attempts, mean_score=day.mean_score)
            for day in calendar([(line.answered_at, line.score) for line in lines], overview.now, p.zone)
        ),
        retention=tuple(
            RetentionPoint(week=week.week, predicted=week.predicted, recalled=week.recalled, reviews=week.reviews)
            for week in retention(map(to_reviews, overview.reviews_of.values()), p.zone)
        ),
        topics=tuple(
            TopicScore(
                topic=topic,
                title=p.bank.topics[topic].title if topic in p.bank.topics else topic,
                score=by_topic[topic],
                attempts=attempts[topic],
            )
            for topic in weakest_first(by_topic)
        ),
        budget=tuple(_budget(line) for line in [line for line in lines if line.score is not None][-_BUDGET_POINTS:]),
        attempts=len(lines),
        minutes=sum(min(line.seconds_used, _OVERTIME * line.seconds_allotted) for line in lines) / 60,
        mean_score=sum(scores) / len(scores) if scores else None,
    )


def _topics(p: Practice, line: AttemptLine) -> tuple[str, ...]:
    item = find_item(p.bank, line.item_id)
    return item.topics if item else ()


def _budget(line: AttemptLine) -> BudgetPoint:
    return BudgetPoint(
        attempt_id=line.id,
        item_id=line.item_id,
        title=line.title,
        answered_at=line.answered_at,
        seconds_allotted=line.seconds_allotted,
        seconds_used=line.seconds_used,
        score=line.score or 0.0,
    )
