"""An answer cut into sentences and clauses that know where they stand in it.

Typed answers have punctuation; transcripts often have none, so long stretches are also cut before the words that open a
new thought.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the answer.

    Args:
        start: Offset of its first character in the answer.
        end: Offset after its last character.
        text: ``answer[start:end]``.
        sentence: Number of the sentence it belongs to, from 0.
    """

    start: int
    end: int
    text: str
    sentence: int


_SENTENCE_END = re.compile(
    r"""(?<!\b[A-Za-z])(?<!e\.g)(?<!i\.e)(?<!\bvs)(?<!\betc)(?<!\bcf)(?<!\bapprox)\.(?=\s|$)  # a full stop
      | [!?;]+(?=\s|$)
      | \n\s*\n | \n(?=\s*(?:[-*•]|\d+[.)])\s)                                    # a paragraph or a list item
    """,
    re.VERBOSE,
)
_LIST_MARK = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+")
_OPENERS = (
    r"because|since|whereas|while|but|so|which|although|though|however|therefore|then|when|if|unless|instead|"
    r"rather than|"
    r"and then|and so|and it|and the|and this|and that|and you|and we|and they|or you|also|otherwise|hence|thus|then"
)
_SOFT = re.compile(
    rf"""(?P<mark>,|:|\s[-–—]+\s|[—])\s*                 # a comma, a colon, a dash
      | \s(?=(?:{_OPENERS})\b)                          # before a word that opens a clause
      | \s(?=(?:and|or)\s)                              # before any and/or, used only where both sides are long
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FEW, _MANY = 3, 22


def split_clauses(answer: str) -> tuple[Clause, ...]:
    """The clauses of the answer, in order; together they hold all its words."""
    clauses: list[Clause] = []
    for number, (start, end) in enumerate(_sentences(answer)):
        for first, last in _pieces(answer, start, end):
            text = answer[first:last]
            if re.search(r"\w", text):
                clauses.append(Clause(first, last, text, number))
    return tuple(clauses)


def _sentences(answer: str) -> list[tuple[int, int]]:
    spans = []
    start = 0
    for match in _SENTENCE_END.finditer(answer):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(answer)))
    return [span for span in (_stripped(answer, *span) for span in spans) if span[0] < span[1]]


def _stripped(answer: str, start: int, end: int) -> tuple[int, int]:
    mark = _LIST_MARK.match(answer, start, end)
    if mark:
        start = mark.end()
    while start < end and (answer[start].isspace() or answer[start] in ",:;-–—"):
        start += 1
    while start < end and (answer[end - 1].isspace() or answer[end - 1] in ",:;"):
        end -= 1
    return start, end


def _pieces(answer: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence cut at its soft boundaries, where both sides have enough words to say something."""
    cuts = [start]
    for match in _SOFT.finditer(answer, start, end):
        left, right = answer[cuts[-1] : match.start()], answer[match.end() : end]
        weak = match.group("mark") is None and answer[match.end() : end].split(None, 1)[0].lower() in {"and", "or"}
        few = 2 * _FEW if weak else _FEW
        if _depth(left) == 0 and _words(left) >= few and _words(right) >= few:
            cuts.append(match.end())
    cuts.append(end)
    pieces = []
    for first, last in itertools.pairwise(cuts):
        pieces += [_stripped(answer, *span) for span in _short(answer, first, last)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _short(answer: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch without any boundary, cut into equal parts of at most so many words."""
    words = [match.span() for match in re.finditer(r"\S+", answer[start:end])]
    if len(words) <= _MANY:
        return [(start, end)]
    parts = -(-len(words) // _MANY)
    size = -(-len(words) // parts)
    return [
        (start + words[first][0], start + words[min(first + size, len(words)) - 1][1])
        for first in range(0, len(words), size)
    ]


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _depth(text: str) -> int:
    """How many brackets are still open."""
    return sum(text.count(mark) for mark in "([{") - sum(text.count(mark) for mark in ")]}")
