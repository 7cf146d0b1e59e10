"""What a learner knows, item by item: the ground for choosing, for readiness and for looking back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from evalmode.coach import Practised, day_of, recall
from evalmode.practice.asking import find_item, is_made
from evalmode.practice.cards import to_memory
from evalmode.practice.rounds import BOARD_PART, CODE_PART

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from evalmode.bank import Bank
    from evalmode.store import AttemptLine, CardRecord, ReviewRecord, Work


@dataclass(frozen=True)
class Overview:
    """What was practised.

    Args:
        now: The moment it was taken at.
        lines: Every attempt, oldest first.
        reviews: Every review that counts, oldest first.
        cards: What is remembered, by item.
        practised: Per item that was reviewed: its latest score and the chance of recall now.
    """

    now: datetime
    lines: tuple[AttemptLine, ...]
    reviews: tuple[ReviewRecord, ...]
    cards: dict[str, CardRecord]
    practised: dict[str, Practised]

    @cached_property
    def reviews_of(self) -> dict[str, list[ReviewRecord]]:
        """The reviews that count by item, oldest first."""
        found: dict[str, list[ReviewRecord]] = {}
        for review in self.reviews:
            found.setdefault(review.item_id, []).append(review)
        return found

    def answers(self, zone: tzinfo | None) -> list[AttemptLine]:
        """What was answered, oldest first: what is made once a day, with its last submission.

        Whoever corrects a program ten times has worked on one problem, in the time of the last submission.
        """
        kept: dict[object, AttemptLine] = {}
        for line in self.lines:
            made = is_made(line.item_id) and line.part in {CODE_PART, BOARD_PART}
            key = (line.item_id, day_of(line.answered_at, zone)) if made else line.id
            kept.pop(key, None)
            kept[key] = line
        return list(kept.values())

    @cached_property
    def attempts_of(self) -> Counter[str]:
        """How often each item was answered."""
        return Counter(line.item_id for line in self.lines)


def overview_of(bank: Bank, work: Work, now: datetime) -> Overview:
    """Take stock within a transaction."""
    reviews = sorted(
        (review for review in work.reviews.all() if review.undone_at is None),
        key=lambda review: (review.reviewed_at, review.attempt_id),
    )
    cards = {card.item_id: card for card in work.cards.all()}
    lines = tuple(work.attempts.lines())
    attempts = Counter(line.item_id for line in lines)
    practised = {}
    for item_id, review in {review.item_id: review for review in reviews}.items():
        memory = to_memory(cards[item_id]) if item_id in cards else None
        item = find_item(bank, item_id)
        practised[item_id] = Practised(
            item_id,
            item.topics if item else (),
            review.score,
            recall(memory, now) if memory else 0.0,
            attempts[item_id],
        )
    return Overview(now, lines, tuple(reviews), cards, practised)
