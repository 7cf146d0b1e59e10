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
_COUNTED = frozenset(
    {"head", "model", "in", "out", "cls", "class", "classes", "channels", "layers", "heads", "experts", "tokens"}
)
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


def find_phrases(text: str, vocabulary: Vocabulary) -> list[Match]:
    """The phrases in a text from left to right, the longest first, none overlapping."""
    tokens = tokens_of(text)
    found: list[Match] = []
    place = 0
    while place < len(tokens):
        match = _longest_at(text, tokens, place, vocabulary)
        if match is None:
            place += 1
            continue
        found.append(match)
        while place < len(tokens) and tokens[place].start < match.end:
            place += 1
    return found


def _longest_at(text: str, tokens: list[Token], place: int, vocabulary: Vocabulary) -> Match | None:
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
            hit = _look_up(key, text, tokens, (place, here), vocabulary)
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
    key: str, text: str, tokens: list[Token], span: tuple[int, int], vocabulary: Vocabulary
) -> tuple[str, tuple[tuple[str, str], ...], str] | None:
    """What a key means: kind, parameters and the spelling that was found; nothing if it is no phrase here."""
    first, last = tokens[span[0]], tokens[span[1]]
    spelling = _spelling(key, vocabulary)
    if not spelling or _in_a_name(key, text, tokens, span, vocabulary) or _cut_short(text, tokens, span):
        return None
    if (len(spelling) <= 3 and _apart(text, first, last)) or (
        len(spelling) <= 2 and not _stands_alone(text, first, last)
    ):
        return None  # letters that only stand side by side, or belong to something else
    return (*vocabulary.phrases[spelling], spelling)


def _spelling(key: str, vocabulary: Vocabulary) -> str:
    """The phrase that a key is, or is the plural of."""
    if len(key) == 1 and key.isascii():
        return ""
    if key in vocabulary.phrases or key in vocabulary.fillers:
        return key if key in vocabulary.phrases else ""
    singular = (key[:-1] if key.endswith("s") else "", key[:-2] if key.endswith("es") else "")
    return next((word for word in singular if word in vocabulary.phrases), "")


def _in_a_name(key: str, text: str, tokens: list[Token], span: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether the words are part of a parameter or of a value's name: ``kernel=3``, ``n_cls``, ``bn_x``."""
    first, last = tokens[span[0]], tokens[span[1]]
    sigma = vocabulary.phrases.get(key, ("",))[0] == "sigmoid"
    if not sigma and re.match(r"=(?![=>])|\^", text[last.end :]):
        return True
    if not sigma and len(key) <= 2 and re.match(r"_\{?[A-Za-z]\w?\b", text[last.end :]):
        return True
    counted = bool(span[0]) and text[first.start - 1] == "_" and len(tokens[span[0] - 2].text) == 1
    return counted and first.text.lower() in _COUNTED


def _cut_short(text: str, tokens: list[Token], span: tuple[int, int]) -> bool:
    """Whether a word goes on before or behind the tokens."""
    first, last = tokens[span[0]], tokens[span[1]]
    if last.text in {"s", "S"} and last is not first and not text[last.start - 1].isalpha():
        return True
    if span[1] + 1 < len(tokens):
        after = tokens[span[1] + 1]
        if (last.text.isdigit() and _glued(last, after)) or _word_goes_on(last, after):
            return True
    return bool(span[0]) and _word_goes_on(tokens[span[0] - 1], first) and first.text[0].islower()


def _end(text: str, end: int, kind: str, vocabulary: Vocabulary) -> int:
    """Where a name ends: a dimension such as ``2d`` and a number such as the 1 of ``fc1`` belong to it."""
    match = re.match(r"[ _-]?[123] ?-?[dD](?![A-Za-z0-9])", text[end:])
    if match is None and vocabulary.kinds[kind].category not in {"pooling", "routing", "data"}:
        match = re.match(r"_?\d{1,2}(?![\dx×.dD]| ?[x×])", text[end:])
    return end + match.end() if match else end


def _apart(text: str, first: Token, last: Token) -> bool:
    """Whether letters only stand side by side, as in ``c_t``, and are no abbreviation."""
    between = text[first.start : last.end]
    return bool(re.search(r"\s", between)) or ("_" in between and len(first.text) == 1)


def _glued(token: Token, after: Token) -> bool:
    return token.end == after.start and after.text[0].isalpha()


def _word_goes_on(token: Token, after: Token) -> bool:
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
