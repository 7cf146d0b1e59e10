"""What is wrong with an answer as a whole before any key point is looked at.

A guard that vetoes leaves nothing to grade: the words were not an answer. The others only remark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evalmode.answers.clauses import Clause, split_clauses
from evalmode.answers.formulas import formulas_of
from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise
from evalmode.core import Gradable, Signal


@dataclass(frozen=True)
class Guarded:
    """What the guards let through.

    Args:
        signals: What was noticed.
        kept: The clauses that may be graded.
    """

    signals: tuple[Signal, ...]
    kept: tuple[Clause, ...]


_ORDERS = re.compile(
    r"""\b(?: (?:ignore|disregard|forget|override) \s+ (?:\w+\s+){0,4} (?:rubric|instructions?|prompts?|rules?|key\s+points?|criteria)
          | (?:mark|grade|rate|score|count|label|treat|output|return|print|respond|give) \b [^.\n]{0,60}?
            \b(?:covered|full\s+(?:marks|score|credit|points)|maximum\s+(?:score|points)|all\s+(?:key\s+)?points|confidence\s+1|
               score\s*(?:of|:|=|to)?\s*(?:1|10|100)\b|as\s+correct|perfect\s+score)
          | (?:you\s+are|as|act\s+as|acting\s+as) \s+ (?:the|a|an|my) \s+ (?:\w+\s+){0,2} (?:grader|grading\s+\w+|evaluator|judge|examiner)
          | (?:the\s+)?(?:candidate|student|answer)\s+(?:has|is|said|deserves|already)\b[^.\n]{0,60}?
            \b(?:verified|correct|complete|everything|full\s+marks|covered|all\s+(?:key\s+)?points|passes|passed)
          | (?:system|assistant|developer)\s*(?:prompt|message)?\s*: )""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKUP = re.compile(
    r"<\s*/?\s*(?:system|instructions?|prompt|grade)\b|\{\s*\"(?:verdict|score|points)\"", re.IGNORECASE
)
_IGNORANCE = re.compile(
    r"""\b(?: i \s* (?:really\s+|honestly\s+|do\s+|just\s+)? (?:don'?t|do\s+not|cannot|can'?t) \s+ (?:really\s+)? (?:know|remember|recall)
          | (?:i\s+have\s+)?no\s+(?:idea|clue) | (?:i'?d|i\s+would|i'?ll)\s+have\s+to\s+(?:look|google|check) | not\s+(?:really\s+)?sure\s+about\s+(?:this|that)\s+one
          | (?:i'?m|i\s+am)\s+(?:honestly\s+|really\s+)?not\s+sure(?=\s*[,.!;]|\s*$) | pass\s*[.!]?\s*$ | never\s+heard\s+of )""",
    re.VERBOSE | re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:i (?:think|guess|believe|suppose)|maybe|perhaps|probably|not (?:entirely |quite |really )?sure|i'?m guessing|or something(?: like that)?|"
    r"if i (?:remember|recall) (?:correctly|right)|sort of|kind of)\b",
    re.IGNORECASE,
)
_VERBS = frozenset(
    """is are was were be been am has have had do does did can cannot could will would should must may might let lets make makes made give gives
    take takes get gets got use uses used means mean turn turns map maps learn learns learned learnt need needs put puts go goes goes keep keeps stop
    stops add adds added sum sums divide divides divided multiply multiplies compute computes computed squash squashes exponentiate normalise
    normalises normalize normalizes predict predicts train trains trained see sees become becomes happen happens depend depends grow grows shrink
    shrinks vanish vanishes explode explodes say says tell tells store stores update updates updated call calls start starts end ends help helps
    change changes apply applies applied reduce reduces increase increases cause causes prevent prevents avoid avoids run runs fit fits split splits
    tune tuned tunes choose chooses chosen pick picks sample samples generate generates classify classifies reuse reuses freeze freezes pass passes
    flow flows attend attends compare compares contain contains weight weights weighs belong belongs equal equals cost costs work works hide hides
    converge converges diverge diverges dominate dominates saturate saturates look looks return returns scale scales set sets turn don't doesn't
    didn't isn't aren't won't can't it's that's you're they're measure measures minimise minimises minimize minimizes maximise maximises approximate
    approximates memorise memorises memorize memorizes collapse collapses read reads write writes leak leaks bias shift shifts clip clips""".split()
)
_RELATING = re.compile(
    r"=|->|:|<|>|/|\b(?:for|over|because|since|when|if|with|without|by|to|from|than|not|no|never|per|of|only|instead|vs|into|at)\b"
)


def check(question: Gradable, answer: str, clauses: Sequence[Clause] | None = None) -> Guarded:
    """Look at the answer as a whole and hold back what is no statement.

    Echoes, keyword lists and instructions are held back clause by clause, so that a real answer next to them still counts.
    """
    clauses = tuple(split_clauses(answer) if clauses is None else clauses)
    if not clauses:
        return Guarded((Signal("empty", "There is no answer to grade."),), ())
    signals: list[Signal] = []
    kept = list(clauses)
    for finder in (_instructions, _echo, _keywords, _ignorance):
        found, held = finder(question, answer, kept)
        signals += found
        kept = [clause for clause in kept if clause not in held]
    signals += _hedging(answer)
    return Guarded(tuple(signals), tuple(kept))


_Found = tuple[list[Signal], list[Clause]]


def _instructions(_: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    match = _ORDERS.search(answer) or _MARKUP.search(answer)
    if match is None:
        return [], []
    # A text that talks to the grader is not trusted from there on, and neither is the sentence it began in.
    held = [clause for clause in clauses if clause.end > match.start()]
    sentences = {clause.sentence for clause in held}
    held = [clause for clause in clauses if clause.sentence in sentences]
    evidence = answer[held[0].start : held[0].end] if held else match.group()
    message = "Part of the answer speaks to the grader instead of the interviewer; it was not graded."
    return [Signal("instructions", message, evidence)], held


def _echo(question: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    """Clauses whose every meaningful word is the question's."""
    asked = set(words_of(normalise(question.question, question.vocabulary)).meaningful())
    held = []
    for clause in clauses:
        words = words_of(normalise(clause.text, question.vocabulary))
        said = set(words.meaningful())
        if len(said) >= 2 and said <= asked and not _states_more(words.surface, asked):
            held.append(clause)
    if not held:
        return [], []
    kept_words = sum(len(clause.text) for clause in clauses if clause not in held)
    signals = []
    if kept_words < sum(len(clause.text) for clause in held):
        evidence = answer[held[0].start : held[0].end]
        signals = [Signal("echo", "The answer mostly repeats the question without saying anything new.", evidence)]
    return signals, held


def _states_more(surface: Sequence[str], asked: set[str]) -> bool:  # noqa: ARG001 - kept for symmetry
    """A denial or a comparison of the question's own words is a statement, not an echo."""
    return any(word in {"not", "no", "never", "without", "than"} or word.endswith("n't") for word in surface)


def _keywords(_: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    """Sentences that list terms without relating them."""
    held: list[Clause] = []
    sentences: dict[int, list[Clause]] = {}
    for clause in clauses:
        sentences.setdefault(clause.sentence, []).append(clause)
    for group in sentences.values():
        text = answer[group[0].start : group[-1].end]
        if _is_keyword_list(text):
            held += group
    if not held:
        return [], []
    evidence = answer[held[0].start : held[-1].end]
    message = "A list of terms is not an answer: say how they hang together."
    return [Signal("keyword-list", message, evidence)], held


def _is_keyword_list(text: str) -> bool:
    plain = normalise(text)
    words = words_of(plain)
    terms = words.meaningful()
    if len(terms) < 5 or formulas_of(plain):
        return False
    related = sum(word in _VERBS for word in words.surface) + len(_RELATING.findall(plain))
    little_else = sum(not content for content in words.content) <= len(words.content) // 4
    return related == 0 and little_else


def _ignorance(_: Gradable, answer: str, clauses: list[Clause]) -> _Found:
    match = _IGNORANCE.search(answer)
    if match is None:
        return [], []
    held = [clause for clause in clauses if clause.start < match.end() and clause.end > match.start()]
    evidence = answer[held[0].start : held[0].end] if held else match.group()
    return [
        Signal("dont-know", "Saying so is honest; next, say what you would reason from first principles.", evidence)
    ], held


def _hedging(answer: str) -> list[Signal]:
    found = list(_HEDGES.finditer(answer))
    if len(found) < 3:
        return []
    message = "Many hedges: name the one thing you are unsure of and state the rest plainly."
    return [Signal("hedging", message, found[0].group())]
