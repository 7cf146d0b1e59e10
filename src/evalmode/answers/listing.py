"""Telling a list of terms from a statement.

"dropout, mask, Bernoulli, overfitting, ensemble" names what an answer could be about and says nothing. Interview notes
are terse too, so a text counts as a list only when nearly all of it is bare terms.
"""

from __future__ import annotations

import re

from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise

_FEW_TERMS = 5
"""So few terms may be a terse statement: "encoder, bidirectional, good for classification"."""

_MANY_TERMS = 8
"""Without any comma, so many words that carry meaning and none that relates them are no sentence."""

_LONGEST_TERM = 3
_MOSTLY = 0.75

_RELATING = re.compile(
    r"=|->|<|>|\b(?:is|are|was|has|have|can|must|should|does|do|for|over|because|since|when|if|so|with|without|by|to|from|than"
    r"|not|no|never|per|only|instead|into|at|while|but|more|less|each|every)\b"
)
_ACTING = re.compile(
    r"\b(?:use|give|need|make|keep|let|turn|take|get|learn|predict|divide|multiply|sum|add|normali[sz]e|exponentiate|update|train"
    r"|stop|reduce|increase|prevent|avoid|drop|zero|scale|clip|freeze|share|read|write|find|break|help|see|act)(?:e?s|ed)?\b"
)


def is_term_list(text: str) -> bool:
    """Whether a sentence lists terms without relating them."""
    terms = [term for term in re.split(r"[,;:|•\n]+|\.\s", text) if term.strip()]
    if len(terms) > _FEW_TERMS:
        return sum(_is_bare(term) for term in terms) >= _MOSTLY * len(terms)
    plain = normalise(text)
    words = words_of(plain)
    return len(terms) == 1 and len(words.meaningful()) >= _MANY_TERMS and all(words.content) and "=" not in plain


def _is_bare(term: str) -> bool:
    plain = normalise(term)
    count = len(words_of(plain).surface)
    return count <= _LONGEST_TERM and not _RELATING.search(plain) and not _ACTING.search(plain)
