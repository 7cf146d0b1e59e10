"""From what several runs say of a key point to one verdict: agreement is the confidence, disagreement is doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import PointGrade, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.llm.reply import Vote

_ENOUGH = 2
"""One run that agrees with nobody decides nothing."""


def decide(point: str, votes: Sequence[Vote]) -> PointGrade:
    """The verdict on one key point.

    The confidence is Laplace's rule of succession, (agreeing + 1) / (runs + 2): three runs that agree give 0.8, because
    three are not proof.

    Args:
        point: The key point's id.
        votes: Of the runs that judged it, at least one.
    """
    verdicts = {vote.verdict for vote in votes}
    confidence = round((max(_count(votes, verdict) for verdict in verdicts) + 1) / (len(votes) + 2), 3)
    if verdicts == {Verdict.MISSING}:
        return PointGrade(point, Verdict.MISSING, confidence, "", votes[0].because)
    if len(verdicts) == 1 and len(votes) >= _ENOUGH:
        return PointGrade(point, votes[0].verdict, confidence, votes[0].quote, votes[0].because)
    quoted = next(vote for vote in votes if vote.quote)
    because = f"Asked {_times(len(votes))}, your model said {_listed(verdicts)}."
    return PointGrade(point, Verdict.UNSURE, confidence, quoted.quote, because)


def _count(votes: Sequence[Vote], verdict: Verdict) -> int:
    return sum(vote.verdict is verdict for vote in votes)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _listed(verdicts: set[Verdict]) -> str:
    """The verdicts in a fixed order, as a sentence lists them."""
    names = [str(verdict) for verdict in Verdict if verdict in verdicts]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
