"""Whether an item of the final checklist is ticked: by evidence, never by a click.

The rule: an attempt's item *counts* when its latest graded attempt scored at least 0.7, is at most 60 days old, and
would be recalled now with a chance of at least 0.8. A checklist item is *ready* when at least three of the bank's items
that are evidence for it count, and at least 60% of those that were tried; where the bank has fewer than three, all of
them must count. So one lucky answer ticks nothing, what was learned and forgotten unticks itself, and trying many and
failing most does not tick either.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MIN_SCORE = 0.7
MAX_AGE = timedelta(days=60)
MIN_RECALL = 0.8
NEEDED = 3
MIN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Shown:
    """The latest graded attempt of an item that is evidence.

    Args:
        item_id: The item.
        score: In [0, 1].
        at: When it was answered.
        recall: Chance that it would be recalled now, in [0, 1].
    """

    item_id: str
    score: float
    at: datetime
    recall: float

    def counts(self, now: datetime) -> bool:
        """Whether it is good enough, recent enough and still remembered."""
        return self.score >= MIN_SCORE and now - self.at <= MAX_AGE and self.recall >= MIN_RECALL


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a checklist item stands.

    Args:
        ready: Ticked.
        progress: In [0, 1]; 1 is ready.
        needed: How many items must count.
        counting: Ids of those that do.
        next_item: What to practise to come closer; null where it is ready or there is nothing to practise.
        says: One sentence: why it is ticked, or what is missing.
    """

    ready: bool
    progress: float
    needed: int
    counting: tuple[str, ...]
    next_item: str | None
    says: str


def judge_readiness(available: Sequence[str], shown: Iterable[Shown], now: datetime) -> Standing:
    """Judge one checklist item.

    Args:
        available: Items of the bank that are evidence for it, in the order they are best practised.
        shown: Of those, what was shown.
        now: The moment.
    """
    tried = {one.item_id: one for one in shown if one.item_id in available}
    if not available:
        return Standing(
            ready=False,
            progress=0.0,
            needed=0,
            counting=(),
            next_item=None,
            says="The bank has no question for it yet.",
        )
    counting = tuple(item for item in available if item in tried and tried[item].counts(now))
    needed = max(min(NEEDED, len(available)), math.ceil(MIN_SHARE * len(tried) - 1e-9))
    ready = len(counting) >= needed
    next_item = None if ready else _next(available, tried, counting)
    return Standing(
        ready, min(1.0, len(counting) / needed), needed, counting, next_item, _say(ready, needed, counting, tried, now)
    )


def weakest(progress: Iterable[tuple[str, float]]) -> str | None:
    """The checklist item where an hour helps most: the one furthest from ready; None where all are ready.

    Args:
        progress: Ids with their progress, in the checklist's order, which decides between equals.
    """
    unready = [(share, order, name) for order, (name, share) in enumerate(progress) if share < 1]
    return min(unready)[2] if unready else None


def _next(available: Sequence[str], tried: dict[str, Shown], counting: tuple[str, ...]) -> str | None:
    """What nearly counts comes first, then what was never tried."""
    near = sorted(
        (one for item, one in tried.items() if item not in counting), key=lambda one: (-one.score, one.item_id)
    )
    if near and near[0].score >= MIN_SCORE / 2:
        return near[0].item_id
    fresh = next((item for item in available if item not in tried), None)
    return fresh or (near[0].item_id if near else None)


def _say(ready: bool, needed: int, counting: tuple[str, ...], tried: dict[str, Shown], now: datetime) -> str:
    have = len(counting)
    if ready:
        return f"{_questions(have)} answered well, lately, and still remembered."
    if not tried:
        return f"Not practised yet: {_questions(needed)} answered well would tick it."
    failing = [one for item, one in tried.items() if item not in counting]
    reasons = []
    if weak := sum(one.score < MIN_SCORE for one in failing):
        reasons.append(f"{weak} scored below {MIN_SCORE:.0%}")
    if old := sum(one.score >= MIN_SCORE and now - one.at > MAX_AGE for one in failing):
        reasons.append(f"{old} more than {MAX_AGE.days} days old")
    if faded := sum(one.score >= MIN_SCORE and now - one.at <= MAX_AGE for one in failing):
        reasons.append(f"{faded} probably forgotten by now")
    because = f" ({', '.join(reasons)})" if reasons else ""
    return f"{have} of {needed} count{because}."


def _questions(count: int) -> str:
    return "1 question" if count == 1 else f"{count} questions"
