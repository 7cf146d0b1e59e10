"""How well a topic is known: what was shown of it, as far as it would be recalled now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Practised:
    """An item that was practised.

    Args:
        item_id: The item.
        topics: What it is about.
        score: Of its latest attempt, in [0, 1].
        recall: Chance that it would be recalled now, in [0, 1].
        attempts: How often it was answered.
    """

    item_id: str
    topics: tuple[str, ...]
    score: float
    recall: float
    attempts: int = 1

    @property
    def strength(self) -> float:
        """Score times recall: the score to expect now."""
        return self.score * self.recall


def mastery(items: Iterable[Practised]) -> dict[str, float]:
    """Per topic, the mean strength of its practised items, in [0, 1]; topics without any are left out."""
    strengths: dict[str, list[float]] = {}
    for item in items:
        for topic in item.topics:
            strengths.setdefault(topic, []).append(item.strength)
    return {topic: sum(values) / len(values) for topic, values in strengths.items()}


def weakest_first(mastery_by_topic: Mapping[str, float]) -> tuple[str, ...]:
    """Topics by mastery, the weakest first; equals by name."""
    return tuple(sorted(mastery_by_topic, key=lambda topic: (mastery_by_topic[topic], topic)))
