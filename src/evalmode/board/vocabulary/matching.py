"""Finding the vocabulary's phrases in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from evalmode.board.vocabulary.plain import squash

if TYPE_CHECKING:
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["Match", "Token", "find_phrases", "tokens_of"]

_TOKEN = re.compile(
    r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-zäöüßàâéèêëîïôûùçáíóúñα-ω]+|[A-ZÄÖÜÉ]+s?(?![a-z])|[A-ZÄÖÜÉΑ-Ω]|\d+|[\u4e00-\u9fff]+|[^\s\w]|_"
)
_CONNECTORS = frozenset("-_./'")
_LONGEST = 8  # tokens of a phrase, connectors left out


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def wordlike(self) -> bool:
        """Whether it can be part of a phrase."""
        return self.text[0].isalnum() or self.text == "&"


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: what it means, the characters it takes, and how it was spelt."""

    kind: str
    params: tuple[tuple[str, str], ...]
    start: int
    end: int
    spelling: str
    mended: bool = False


def tokens_of(text: str) -> list[Token]:
    """The tokens of a plain text; ``LayerNorm`` is two, ``QKV`` one, ``3x3`` three."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def find_phrases(text: str, vocabulary: Vocabulary, context: str = "") -> list[Match]:
    """The phrases in a text from left to right, the longest first, none overlapping."""
    tokens = tokens_of(text)
    special = vocabulary.contexts.get(context, {})
    found: list[Match] = []
    place = 0
    while place < len(tokens):
        match = _longest_at(text, tokens, place, vocabulary, special)
        if match is None:
            place += 1
            continue
        found.append(match)
        while place < len(tokens) and tokens[place].start < match.end:
            place += 1
    return found


def _longest_at(text: str, tokens: list[Token], place: int, vocabulary: Vocabulary, special: object) -> Match | None:
    if not tokens[place].wordlike or (tokens[place].text.isdigit() and not _ordinal_start(tokens, place)):
        return None
    best: Match | None = None
    key, words, here = "", 0, place
    mended = False
    while here < len(tokens) and words < _LONGEST:
        token = tokens[here]
        if here > place and (
            (token.text == "σ" and tokens[here - 1].text != "log")
            or tokens[here - 1].text == "σ"
            or _far(text, tokens[here - 1], token)
        ):
            break
        if token.wordlike:
            word = squash(token.text)
            corrected = _mend(word, vocabulary)
            mended = mended or corrected != word
            key += corrected
            words += 1
            hit = _look_up(key, text, tokens, place, here, vocabulary)
            if hit is not None:
                best = Match(
                    hit[0], hit[1], tokens[place].start, _end(text, token.end, hit[0], vocabulary), hit[2], mended
                )
        elif token.text not in _CONNECTORS:
            break
        here += 1
    return best


def _ordinal_start(tokens: list[Token], place: int) -> bool:
    """Whether a number begins a phrase such as ``2 layer MLP`` or ``1 − z``, and is not a size such as the 3 of 3x3."""
    return (
        place + 1 < len(tokens)
        and tokens[place + 1].text.lower() in {"conv", "convs", "layer", "convolutions"}
        and (
            tokens[place].text == "2"
            and (place == 0 or tokens[place - 1].text not in {"-", "=", "stride", "s", "×", "x"})
        )
    )


def _far(text: str, before: Token, token: Token) -> bool:
    """Whether two tokens are too far apart to be in one phrase: an empty line or wide gap lies between."""
    between = text[before.end : token.start]
    return between.count("\n") > 1 or len(between) > 4


def _look_up(
    key: str, text: str, tokens: list[Token], first: int, last: int, vocabulary: Vocabulary
) -> tuple[str, tuple[tuple[str, str], ...], str] | None:
    if len(key) == 1 and key.isascii():
        return None
    if (
        len(key) <= 2
        and re.match(r"_\{?[A-Za-z]\w?\b", text[tokens[last].end :])
        and vocabulary.phrases.get(key, ("",))[0] != "sigmoid"
    ):
        return None
    if tokens[last].text in {"s", "S"} and last > first and not text[tokens[last].start - 1].isalpha():
        return None
    if (
        first
        and text[tokens[first].start - 1] == "_"
        and len(tokens[first - 2].text) == 1
        and tokens[first].text.lower()
        in {"head", "model", "in", "out", "cls", "class", "classes", "channels", "layers", "heads", "experts", "tokens"}
    ):
        return None
    if tokens[last].text.isdigit() and last + 1 < len(tokens) and _glued(tokens[last], tokens[last + 1]):
        return None
    if re.match(r"=(?![=>])|\^", text[tokens[last].end :]) and vocabulary.phrases.get(key, ("",))[0] != "sigmoid":
        return None  # a parameter such as kernel=3, or the name of a value
    if last + 1 < len(tokens) and _word_goes_on(text, tokens[last], tokens[last + 1]):
        return None
    if first and _word_goes_on(text, tokens[first - 1], tokens[first]) and tokens[first].text[0].islower():
        return None
    for spelling in (key, key[:-1] if key.endswith("s") else "", key[:-2] if key.endswith("es") else ""):
        if spelling != key and key in vocabulary.fillers:
            continue
        if spelling in vocabulary.phrases:
            if len(spelling) <= 3 and _apart(text, tokens[first], tokens[last]):
                return None  # letters that only stand side by side
            if len(spelling) <= 2 and not _stands_alone(text, tokens[first], tokens[last]):
                return None
            return (*vocabulary.phrases[spelling], spelling)
    return None


def _end(text: str, end: int, kind: str, vocabulary: Vocabulary) -> int:
    """Where a name ends: a dimension such as ``2d`` and a number such as the 1 of ``fc1`` belong to it."""
    match = re.match(r"[ _-]?[123] ?-?[dD]\b", text[end:])
    if match is None and vocabulary.kinds[kind].category not in {"pooling", "routing", "data"}:
        match = re.match(r"_?\d{1,2}(?![\dx×.dD]| ?[x×])", text[end:])
    return end + match.end() if match else end


def _apart(text: str, first: Token, last: Token) -> bool:
    """Whether letters only stand side by side, as in ``c_t``, and are no abbreviation."""
    between = text[first.start : last.end]
    return bool(re.search(r"\s", between)) or ("_" in between and len(first.text) == 1)


def _glued(token: Token, after: Token) -> bool:
    return token.end == after.start and after.text[0].isalpha()


def _word_goes_on(text: str, token: Token, after: Token) -> bool:
    """Whether the next token is the rest of the same word, as ``LU`` of ``ReLU``."""
    return token.end == after.start and token.text.isalpha() and after.text[0].isalpha() and after.text[0].islower()


def _stands_alone(text: str, first: Token, last: Token) -> bool:
    """Whether a short key such as ``bn`` is a word of its own, not a piece of ``d_bn`` or ``x=in``."""
    before = text[first.start - 1] if first.start else " "
    if re.match(r"_\d", text[last.end :]):
        return before not in "_^="
    after = text[last.end] if last.end < len(text) else " "
    return before not in "_^=" and after not in "_^="


def _mend(word: str, vocabulary: Vocabulary) -> str:
    """The known word this is a misspelling of, or the word itself."""
    if len(word) < 5 or not word.isascii() or not word.isalpha():
        return word
    known = vocabulary.cache.get(("mend", word))
    if isinstance(known, str):
        return known
    result = word
    candidates = vocabulary.words.get(word[0], ())
    plural = word.removesuffix("s")
    if (
        word not in candidates
        and plural not in candidates
        and word not in vocabulary.phrases
        and word not in vocabulary.fillers
    ):
        limit = 1 if len(word) < 10 else 2
        distances = ((OSA.distance(word, other, score_cutoff=limit), other) for other in candidates)
        best = min((pair for pair in distances if pair[0] <= limit), default=None)
        if best and not (word.endswith("ed") and not best[1].endswith("ed")):
            result = best[1]
    vocabulary.cache["mend", word] = result
    return result
