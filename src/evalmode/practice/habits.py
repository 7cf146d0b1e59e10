"""What recurs in how the answers of a session were given."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from evalmode.practice.values import HabitCount

if TYPE_CHECKING:
    from collections.abc import Collection

    from evalmode.practice.verdicts import KeptVerdict

_RECURS = 2
"""Once is no habit."""

_SAYINGS = {
    "no-reason": "you gave no reason",
    "confident-guess": "you told a guess as a fact",
    "no-alternative": "you looked at one side only",
    "no-connection": "you connected the topic with no other",
    "no-clarifying-question": "you started without asking back",
    "no-price": "you did not say what it costs",
    "rambling": "you needed many words for few points",
    "repetition": "you said the same thing more than once",
    "hedging": "you hedged nearly everything",
    "keyword-list": "you listed terms without a statement",
    "echo": "you repeated the question",
    "honest-doubt": "you said openly what you were unsure of: keep doing that",
}


def recurring(verdicts: Collection[KeptVerdict]) -> tuple[HabitCount, ...]:
    """Signals that were noticed in at least two of the graded answers, the most frequent first."""
    counts = Counter(
        name for verdict in verdicts for name in {signal.id for signal in verdict.signals} & _SAYINGS.keys()
    )
    order = {name: place for place, name in enumerate(_SAYINGS)}
    found = sorted(counts.items(), key=lambda pair: (-pair[1], order[pair[0]]))
    return tuple(
        HabitCount(
            id=name,
            count=count,
            answers=len(verdicts),
            message=f"In {count} of {len(verdicts)} answers {_SAYINGS[name]}.",
        )
        for name, count in found
        if count >= _RECURS
    )
