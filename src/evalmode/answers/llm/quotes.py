"""What of an answer may be sent, and whether a quote really stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.clauses import Clause

_EDGES = " \t\n\"'“”‘’«».,;:!?…"


def kept_stretches(answer: str, clauses: Sequence[Clause], kept: Sequence[Clause]) -> tuple[str, ...]:
    """The parts of the answer that the guards let through, each verbatim and as long as can be."""
    allowed = set(kept)
    spans: list[list[int]] = []
    joined = False
    for clause in clauses:
        if clause not in allowed:
            joined = False
        elif joined:
            spans[-1][1] = clause.end
        else:
            spans.append([clause.start, clause.end])
            joined = True
    return tuple(answer[start:end] for start, end in spans)


def find_quote(quote: str, stretches: Sequence[str]) -> str:
    """The quote as the answer has it, or nothing where the answer does not say it.

    White space, capitals and the marks around a quote may differ. Words that carry no meaning quote nothing.
    """
    words = quote.strip(_EDGES).split()
    if not words or not words_of(normalise(" ".join(words))).meaningful():
        return ""
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words) + r"(?!\w)", re.IGNORECASE)
    found = (pattern.search(stretch) for stretch in stretches)
    return next((match.group() for match in found if match), "")
