"""What is wrong with an answer as a whole before any key point is looked at.

A guard that holds a clause back leaves it ungraded: the words were no answer. Others only remark. A guard is careful:
where a real answer could be meant, the clause is graded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from evalmode.answers.clauses import Clause, split_clauses
from evalmode.answers.instructions import find_instruction
from evalmode.answers.lexical import words_of
from evalmode.answers.listing import is_term_list
from evalmode.answers.normalise import normalise
from evalmode.core import Gradable, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class Guarded:
    """What the guards let through.

    Args:
        signals: What was noticed.
        kept: The clauses that may be graded.
    """

    signals: tuple[Signal, ...]
    kept: tuple[Clause, ...]


_IGNORANCE = re.compile(
    r"\b(?:i\s*(?:really\s+|honestly\s+|do\s+|just\s+)?(?:don'?t|do\s+not|cannot|can'?t)\s+(?:really\s+)?(?:know|remember|recall)"
    r"|(?:i\s+have\s+)?no\s+(?:idea|clue)"
    r"|(?:i'?d|i\s+would|i'?ll)\s+have\s+to\s+(?:look|google|check)"
    r"|not\s+(?:really\s+)?sure\s+about\s+(?:this|that)\s+one"
    r"|(?:i'?m|i\s+am)\s+(?:honestly\s+|really\s+)?not\s+sure(?=\s*[,.!;]|\s*$)"
    r"|never\s+heard\s+of)|\A\s*(?:i(?:'ll|\s+will)?\s+)?(?:pass|skip)\s*[.!]?\s*\Z",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:i (?:think|guess|believe|suppose)|maybe|perhaps|probably|not (?:entirely |quite |really )?sure|i'?m guessing"
    r"|or something(?: like that)?|if i (?:remember|recall) (?:correctly|right)|sort of|kind of)\b",
    re.IGNORECASE,
)
_MANY_HEDGES = 3

_TALK_ABOUT_THE_QUESTION = frozenset(
    words_of(
        "question answer asking asked explain case term instead need concept topic important depend different relate"
    ).concepts
)
_NEW_CONCEPTS = 3
_REPEATED = 0.6
"""An answer with fewer new concepts than this, and at least this share of the question's, only repeats the question."""

_SAME_PHRASE = 92.0

_Found = tuple[list[Signal], list[Clause]]


def check(question: Gradable, answer: str, clauses: Sequence[Clause] | None = None) -> Guarded:
    """Look at the answer as a whole and hold back what is no statement.

    Instructions, echoes and term lists are held back clause by clause, so that a real answer next to them still counts.
    """
    clauses = tuple(split_clauses(answer) if clauses is None else clauses)
    if not clauses:
        return Guarded((Signal("empty", "There is no answer to grade."),), ())
    signals: list[Signal] = []
    kept = list(clauses)
    finders: tuple[Callable[[Gradable, str, list[Clause]], _Found], ...] = (_instructions, _echo, _terms, _ignorance)
    for finder in finders:
        found, held = finder(question, answer, kept)
        signals += found
        kept = [clause for clause in kept if clause not in held]
    signals += _hedging(answer)
    return Guarded(tuple(signals), tuple(kept))


def _instructions(_: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    """A text that talks to the grader is not trusted from there on, and neither is the sentence it began in."""
    match = find_instruction(answer)
    if match is None:
        return [], []
    sentences = {clause.sentence for clause in clauses if clause.end > match.start()}
    held = [clause for clause in clauses if clause.sentence in sentences]
    evidence = answer[held[0].start : held[0].end] if held else match.group()
    message = "Part of the answer speaks to the grader instead of the interviewer; it was not graded."
    return [Signal("instructions", message, evidence)], held


def _echo(question: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    """Clauses that say only what the question says, or all of them where the answer as a whole adds nothing."""
    asked = set(words_of(normalise(question.question, question.vocabulary)).meaningful())
    own: set[str] = set()
    repeated: set[str] = set()
    held = []
    for clause in clauses:
        words = words_of(normalise(clause.text, question.vocabulary))
        said = set(words.meaningful())
        own |= said - asked - _TALK_ABOUT_THE_QUESTION
        repeated |= said & asked
        if len(said) >= 2 and said <= asked and not _denies_or_compares(words.surface):
            held.append(clause)
    repeats = len(repeated) > len(own) and len(repeated) >= _REPEATED * len(asked)
    if len(own) < _NEW_CONCEPTS and repeats and not _is_phrasing(question, answer):
        held = list(clauses)
    if not held:
        return [], []
    signals = []
    if sum(len(clause.text) for clause in held) * 2 > sum(len(clause.text) for clause in clauses):
        evidence = answer[held[0].start : held[0].end]
        signals = [Signal("echo", "The answer mostly repeats the question without saying anything new.", evidence)]
    return signals, held


def _denies_or_compares(surface: Sequence[str]) -> bool:
    """A denial or a comparison of the question's own words is a statement, not an echo."""
    return any(word in {"not", "no", "never", "without", "than"} or word.endswith("n't") for word in surface)


def _terms(question: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    """Sentences that list terms without relating them."""
    held: list[Clause] = []
    sentences: dict[int, list[Clause]] = {}
    for clause in clauses:
        sentences.setdefault(clause.sentence, []).append(clause)
    for group in sentences.values():
        text = answer[group[0].start : group[-1].end]
        if is_term_list(text) and not _is_phrasing(question, text):
            held += group
    if not held:
        return [], []
    evidence = answer[held[0].start : held[-1].end]
    message = "A list of terms is not an answer: say how they hang together."
    return [Signal("keyword-list", message, evidence)], held


def _is_phrasing(question: Gradable, text: str) -> bool:
    """Whether the author of the question foresaw these very words, as right or as wrong."""
    plain = text.casefold().strip(" .")
    return any(
        fuzz.ratio(plain, phrasing.casefold(), score_cutoff=_SAME_PHRASE) > 0
        for point in question.key_points
        for phrasing in (point.claim, *point.accepted, *(wrong.says for wrong in point.misconceptions))
    )


def _ignorance(_: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    match = _IGNORANCE.search(answer)
    if match is None:
        return [], []
    held = [clause for clause in clauses if clause.start < match.end() and clause.end > match.start()]
    evidence = answer[held[0].start : held[0].end] if held else match.group()
    message = "Saying so is honest; next, say what you would reason from first principles."
    return [Signal("dont-know", message, evidence)], held


def _hedging(answer: str) -> list[Signal]:
    found = list(_HEDGES.finditer(answer))
    if len(found) < _MANY_HEDGES:
        return []
    message = "Many hedges: name the one thing you are unsure of and state the rest plainly."
    return [Signal("hedging", message, found[0].group())]
