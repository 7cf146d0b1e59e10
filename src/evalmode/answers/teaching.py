"""What an answer could teach the grader: the words that made a key point, and why some words must not be learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from evalmode.answers.clauses import split_clauses
from evalmode.answers.guards import check
from evalmode.answers.lexical import overlap, words_of
from evalmode.answers.normalise import normalise
from evalmode.bank.lint.words import comparable, has_formula

if TYPE_CHECKING:
    from evalmode.core import Gradable, KeyPoint

_REFUSED = {
    "instructions": "These words speak to the grader, not about the subject.",
    "keyword-list": "These words only list terms; choose words that say how they hang together.",
    "echo": "These words only repeat the question; choose the words that answer it.",
    "dont-know": "These words say that you did not know; choose the words that make the point.",
    "empty": "There are no words in this.",
}
_NEAR = 80.0
_LONG, _REPEATED = 25, 95.0
"""In a sentence of so many characters one letter is a slip of the pen."""
_FEW_WORDS = 3
_DENYING = frozenset({"not", "no", "never", "without", "than", "cannot"})


def nearest_clause(question: Gradable, point: KeyPoint, answer: str) -> str:
    """The clause of an answer that shares most with what makes a key point, verbatim; empty for an empty answer."""
    phrasings = [_concepts(question, text) for text in (point.claim, *point.accepted)]

    def nearness(text: str) -> tuple[float, float]:
        said = _concepts(question, text)
        shared = max(overlap(said, phrase, {}).f1 for phrase in phrasings)
        return shared, fuzz.token_set_ratio(text.casefold(), point.claim.casefold())

    return max((clause.text for clause in split_clauses(answer)), key=nearness, default="")


def why_not(question: Gradable, point: KeyPoint, phrase: str) -> str | None:
    """Why words must not count as a phrasing of a key point, in one sentence; None where nothing speaks against it.

    Words that the guards would hold back in an answer stay held back: learnt, they would open the gate for good.
    """
    guarded = check(question, phrase)
    refused = next((_REFUSED[signal.id] for signal in guarded.signals if signal.id in _REFUSED), None)
    if refused is not None:
        return refused
    said, asked = _concepts(question, phrase), _concepts(question, question.question)
    denies = _DENYING & set(words_of(normalise(phrase, question.vocabulary)).surface)
    if not guarded.kept or (said and said <= asked and not denies):
        return _REFUSED["echo"]
    if len(phrase.split()) < _FEW_WORDS and not has_formula(phrase):
        return "A keyword alone would credit whoever drops it; choose the words that say something about it."
    mistake = _nearest_mistake(point, phrase)
    return leads_astray(mistake) if mistake else None


def why_held_back(question: Gradable, answer: str, span: tuple[int, int]) -> str | None:
    """Why a stretch of an answer was not graded where it stood, in one sentence; None where it was.

    A short piece of a long list, or of a text that speaks to the grader, may look harmless by itself.
    """
    guarded = check(question, answer)
    if any(clause.start < span[1] and clause.end > span[0] for clause in guarded.kept):
        return None
    found = (signal.id for signal in guarded.signals)
    return next((_REFUSED[name] for name in found if name in {"instructions", "keyword-list"}), None)


def leads_astray(mistake: str) -> str:
    """The sentence for words that come nearer to a mistake than to the point."""
    named = f", “{mistake}”," if mistake else ""
    return f"These words come nearer to a common mistake{named} than to this key point, so they are better not learnt."


def same_words(one: str, other: str) -> bool:
    """Whether two phrasings differ in nothing that matters, as lint sees it."""
    first, second = comparable(one), comparable(other)
    if first == second:
        return True
    return not has_formula(first + second) and len(first) >= _LONG and fuzz.ratio(first, second) >= _REPEATED


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .,;:!")


def _concepts(question: Gradable, text: str) -> frozenset[str]:
    return frozenset(words_of(normalise(text, question.vocabulary)).meaningful())


def _nearest_mistake(point: KeyPoint, phrase: str) -> str:
    """The misconception that the words nearly repeat, unless they are at least as near to a right phrasing."""

    def nearness(text: str) -> float:
        return fuzz.ratio(_plain(phrase), _plain(text))

    wrong = max((one.says for one in point.misconceptions), key=nearness, default="")
    right = max(nearness(text) for text in (point.claim, *point.accepted))
    return wrong if wrong and nearness(wrong) >= _NEAR and nearness(wrong) > right else ""
