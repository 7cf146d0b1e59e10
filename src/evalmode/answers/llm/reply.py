"""What a model said, read strictly: what cannot be checked against the answer is worth nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, Field, ValidationError

from evalmode.answers.llm.quotes import find_quote
from evalmode.core import Verdict, clean_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_SENTENCE = 240


@dataclass(frozen=True, slots=True)
class Vote:
    """What one run of the model says of one key point.

    Args:
        verdict: Never unsure: a model is not asked for that.
        quote: The words of the answer that decided it, verbatim; empty for missing.
        because: One sentence.
    """

    verdict: Verdict
    quote: str
    because: str


class _PointReply(BaseModel):
    id: str
    verdict: Literal["covered", "partial", "missing", "contradicted"]
    quote: Annotated[str, Field(max_length=20_000)] = ""
    because: Annotated[str, Field(max_length=20_000)] = ""


class _Reply(BaseModel):
    points: list[dict[str, Any]]


def votes_of(text: str, ids: Collection[str], stretches: Sequence[str]) -> dict[str, Vote] | None:
    """One vote for each key point that was judged properly; None where the text is not the JSON that was asked for.

    Entries for unknown key points, with another verdict, or two that differ for one key point, cost that vote. A
    verdict whose quote the answer does not hold has nothing to stand on, so the point counts as missing.
    """
    plain = _THOUGHTS.sub("", text)
    fenced = _FENCE.match(plain)
    try:
        entries = _Reply.model_validate_json(fenced[1] if fenced else plain.strip()).points
    except ValidationError:
        return None
    votes: dict[str, Vote] = {}
    disputed = set()
    for entry in entries:
        try:
            point = _PointReply.model_validate(entry)
        except ValidationError:
            continue
        vote = _vote(point, stretches)
        if point.id in votes and votes[point.id].verdict is not vote.verdict:
            disputed.add(point.id)
        votes.setdefault(point.id, vote)
    return {name: vote for name, vote in votes.items() if name in ids and name not in disputed}


def _vote(point: _PointReply, stretches: Sequence[str]) -> Vote:
    verdict = Verdict(point.verdict)
    if verdict is Verdict.MISSING:
        return Vote(verdict, "", _sentence(point.because) or "Nothing in the answer says this.")
    quote = find_quote(point.quote, stretches)
    if not quote:
        return Vote(Verdict.MISSING, "", "Your model could not show where the answer says this.")
    return Vote(verdict, quote, _sentence(point.because) or f"Your model reads this as {verdict}.")


def _sentence(text: str) -> str:
    plain = " ".join(clean_text(text).split())
    return plain if len(plain) <= _SENTENCE else plain[: plain.rfind(" ", 0, _SENTENCE)] + " …"
