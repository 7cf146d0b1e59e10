"""Labels in words: which phrases name operations, and which words belong to which of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.graph import Op
from evalmode.board.vocabulary.kernels import with_kernels
from evalmode.board.vocabulary.matching import Match, find_phrases
from evalmode.board.vocabulary.params import read_params
from evalmode.board.vocabulary.plain import squash, unaccented
from evalmode.board.vocabulary.repeats import repeated, take_repeat, written_out

if TYPE_CHECKING:
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["Spoken", "SpokenLabel", "read_words", "strange_words"]

_SEPARATOR = re.compile(r"[,;\n→+&|]|\bthen\b|\band\b|\bund\b|\bet\b")
_LINK = re.compile(r"[→+&;|>,]|\bthen\b|\band\b|\bund\b|\bpuis\b|\bdann\b")
_ENGLISH = frozenset(
    {
        "cat",
        "mask",
        "mean",
        "average",
        "position",
        "out",
        "in",
        "step",
        "start",
        "end",
        "down",
        "up",
        "split",
        "mix",
        "draw",
        "head",
        "sum",
    }
)
_MASKED = frozenset({"mha", "attention", "transformer_block", "encoder", "decoder", "text_encoder", "image_encoder"})
_TELLING = frozenset(
    {"label", "real_data", "fake", "noise", "image", "text", "tokens", "score", "timestep", "noisy", "output"}
)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One operation named in a label.

    Args:
        op: What it is.
        spelling: How it was called.
        link: How it is tied to what stands before it: ``then`` a next step, ``explains`` in brackets or behind a colon,
            ``defines`` behind nothing but ``=`` or a colon, ``line`` on its own line, ``beside`` in the same phrase, ``mark`` a symbol.
    """

    op: Op
    spelling: str = ""
    link: str = "then"


@dataclass(frozen=True, slots=True)
class SpokenLabel:
    """The operations of a label, unrolled where a small group is repeated; ``repeat`` is left for whole blocks."""

    ops: tuple[Spoken, ...] = ()
    repeat: str = ""


def read_words(words: str, vocabulary: Vocabulary, architecture: str = "") -> SpokenLabel:
    """The operations that the words name, in order."""
    words, repeat = take_repeat(_ADDED.sub(" add ", written_out(_without_tokens(words))))
    found = find_phrases(words, vocabulary)
    context = vocabulary.contexts.get(architecture, {})
    if len(found) > 1 and context.get("linear") == "identity":  # it says that there is no activation
        found = [match for match in found if match.spelling != "linear"]
    matches = with_kernels(words, _strong(_without_comments(words, found, vocabulary), words, vocabulary), vocabulary)
    spoken: list[Spoken] = []
    for place, match in enumerate(matches):
        before = matches[place - 1] if place else None
        after = matches[place + 1] if place + 1 < len(matches) else None
        op = _op(words, match, _region(words, before, match, after), vocabulary, architecture)
        link = "beside" if before is None else _link(words[before.end : match.start], words[: match.start])
        chain = vocabulary.chains.get(op.kind, ())
        if chain:
            spoken += [Spoken(Op(kind, op.params if not step else ()), kind, "then") for step, kind in enumerate(chain)]
        elif op.kind != "identity" or match.spelling != "linear":
            spoken.append(Spoken(op, match.spelling, link))
    return SpokenLabel(*repeated(spoken, repeat, vocabulary))


_MODULE = re.compile(r"\b(?:torch\.)?(?:nn|F|tf|keras|layers)\.(?:functional\.|layers\.)?(?=[A-Za-z])")
_AFTER = re.compile(
    r"\b(?:after|before|from|nach|vor|après|avant|follows|following)\s+(?:the\s+|der\s+|le\s+)?$", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:no|not|without|w/o|ohne|sans|kein\w*|pas d[e'])\s+$", re.IGNORECASE)
_ADDED = re.compile(r"(?<=[→,;\n\[(])\s*[+⊕]\s*(?=[→,;\n\])]|$)|^\s*[+⊕]\s*(?=[&→,;/+\n]|and\b|then\b)")
_MARKED = re.compile(r"\[(?:MASK|SEP|PAD|EOS|BOS)\]|<(?:mask|eos|bos|pad|sos)>", re.IGNORECASE)


def _without_tokens(words: str) -> str:
    """Without the names of special tokens in an example sentence."""
    words = _MODULE.sub("", words)
    bare = _MARKED.sub(" ", words)
    return bare if bare.strip() else words


def strange_words(text: str, vocabulary: Vocabulary) -> int:
    """How many words of a text the vocabulary does not know: many make it a remark."""
    matches = find_phrases(text, vocabulary)
    count = 0
    for word in _WORD.finditer(text):
        known = squash(word.group()) in vocabulary.fillers or any(
            match.start <= word.start() < match.end for match in matches
        )
        count += not known
    return count


def _op(words: str, match: Match, region: tuple[int, int], vocabulary: Vocabulary, architecture: str) -> Op:
    context = vocabulary.contexts.get(architecture, {})
    special = context.get(match.spelling) or context.get(f"*{match.kind}")
    name, fixed = (special, ()) if special and special in vocabulary.kinds else (match.kind, match.params)
    kind = vocabulary.kinds[name]
    start, end = region
    call, after = _call(words, match.end, end)
    skipped = words[match.end : after].replace(call, "") if call else ""  # the kernel of conv1x1(64, 128)
    beside = words[start : match.start] + "\n" + skipped.strip("() ") + "\n" + words[after:end]
    params, _ = read_params(kind, beside, call, vocabulary)
    if name == "linear" and params.get("out") in {"Q", "K", "V"} and "in" not in params:
        del params["out"]  # the name of what is made, not its size
    params.update(kind.sets)
    params.update(fixed)
    spelled = unaccented(words[start:end]).lower()
    for modifier in vocabulary.modifiers:
        if (
            (not modifier.kinds or name in modifier.kinds)
            and modifier.param not in params
            and modifier.words.search(spelled)
        ):
            params[modifier.param] = modifier.value
    return Op(name, tuple(sorted(params.items())))


def _call(words: str, place: int, end: int) -> tuple[str, int]:
    """What stands in brackets right behind a name, and where the text goes on."""
    match = re.match(r"\s?(?:\d?d|\d ?[x×] ?\d)?\s?\(", words[place:end], re.IGNORECASE)
    if match is None:
        return "", place
    depth, start = 1, place + match.end()
    for here in range(start, end):
        depth += {"(": 1, ")": -1}.get(words[here], 0)
        if depth == 0:
            return words[start:here], here + 1
    return "", place


def _region(words: str, before: Match | None, match: Match, after: Match | None) -> tuple[int, int]:
    """The text that belongs to a match: up to the last separator before it, and up to that of its next neighbour."""
    start = _border(words, before.end, match.start) if before else 0
    end = _border(words, match.end, after.start) if after else len(words)
    return start, end


def _border(words: str, start: int, end: int) -> int:
    """Where, between two matches, the text of the second begins; the arguments of a call belong to the first."""
    start = _call(words, start, end)[1]
    places = [match.end() for match in _SEPARATOR.finditer(words, start, end)]
    opened = words.rfind("(", start, end)
    if opened >= 0 and ")" not in words[opened:end]:
        places.append(opened + 1)
    return max(places, default=end)


def _link(between: str, before: str) -> str:
    line = before.rsplit("\n", 1)[-1]
    inside = before.count("(") + before.count("[") - before.count(")") - before.count("]") + (": " in line)
    if between.strip() in {"=", ":", ":="}:
        return "defines"
    if "(" in between and inside > 0:
        return "explains"
    if _LINK.search(between):
        return "then" if inside <= 0 else "listed"
    if between.strip() in {"/", "or", "oder", "ou"}:
        return "or"
    if ":" in between or "=" in between or "/" in between:
        return "explains"
    if "\n" in between:
        return "line"
    return "beside" if inside <= 0 else "listed"


def _without_comments(words: str, matches: list[Match], vocabulary: Vocabulary) -> list[Match]:
    """Without the matches in lines or brackets that are sentences about the box, such as ``mixes the tokens``."""
    if len(matches) < 2:
        return matches
    kept = []
    for match in matches:
        start, end = _passage(words, match)
        if start == 0 or not _prose(
            words[start:end], [m for m in matches if start <= m.start < end], start, vocabulary
        ):
            kept.append(match)
    return kept or matches


def _passage(words: str, match: Match) -> tuple[int, int]:
    """The line or bracket that holds a match."""
    line = words.rfind("\n", 0, match.start) + 1
    stop = words.find("\n", match.end)
    stop = len(words) if stop < 0 else stop
    opened = words.rfind("(", line, match.start)
    if opened >= 0 and ")" not in words[opened : match.start]:
        closed = words.find(")", match.end, stop)
        return opened + 1, stop if closed < 0 else closed
    return line, stop


def _prose(passage: str, matches: list[Match], offset: int, vocabulary: Vocabulary) -> bool:
    strange = 0
    for word in _WORD.finditer(passage):
        place = word.start() + offset
        if any(match.start <= place < match.end for match in matches) or squash(word.group()) in vocabulary.fillers:
            continue
        strange += 1
    return strange >= 2 and strange >= len(matches)


def _strong(matches: list[Match], words: str, vocabulary: Vocabulary) -> list[Match]:
    """Without names of values and vague words where an operation is named beside them."""
    matches = [match for match in matches if not _is_size(words, match)]
    named = [match for match in matches if not _AFTER.search(words[: match.start])]
    named = [match for match in named if not _DENIED.search(words[: match.start])] or named
    matches = named or matches
    if any(match.kind in _MASKED for match in matches):  # "encoder (no causal mask)" says how, not what
        matches = [match for match in matches if match.kind != "mask" or _own_segment(words, match, matches)]
    strong = [match for match in matches if _weight(match, vocabulary) == 2]
    if not strong:
        weak = [match for match in matches if _weight(match, vocabulary) == 1]
        if (
            all(match.spelling in _ENGLISH for match in weak)
            and _prose(words, matches, 0, vocabulary)
            and len(words.split()) > 3
        ):
            first = [match for match in weak if match.start == 0]
            vague = {"input", "value"}
            return first or [match for match in _one_value(matches) if match.kind not in vague and match not in weak]
        told = [match for match in matches if match.kind in _TELLING]
        if told and weak and told[0].start < weak[0].start:
            return told[:1]
        return weak or _one_value(matches)
    kept = []
    for match in matches:
        weight = _weight(match, vocabulary)
        alone = weight == 1 and (_own_segment(words, match, matches) or _heads(words, match, vocabulary))
        if weight == 2 or alone or _has_kernel(words, match, vocabulary):
            kept.append(match)
    return kept


def _is_size(words: str, match: Match) -> bool:
    """Whether a word is a size's unit or a parameter, as in ``8 heads`` and ``pad 1``."""
    after = words[match.end : match.end + 3]
    return (match.kind == "pad" and bool(re.match(r" ?=? ?\d", after))) or (
        match.spelling == "head" and words[match.start : match.end].endswith("s")
    )


def _weight(match: Match, vocabulary: Vocabulary) -> int:
    """2 for an operation, 1 for a vague word, 0 for the name of a value."""
    if vocabulary.kinds[match.kind].category == "data":
        return 0
    return 1 if match.spelling in vocabulary.weak else 2


def _heads(words: str, match: Match, vocabulary: Vocabulary) -> bool:
    """Whether a vague word such as ``encoder`` is what the label is about: explained, or at its end."""
    if vocabulary.kinds[match.kind].category != "block":
        return False
    return bool(match.start == 0 and re.match(r"\s*[(:\n]", words[match.end :])) or not words[match.end :].strip()


def _has_kernel(words: str, match: Match, vocabulary: Vocabulary) -> bool:
    """Whether a kernel stands right beside the vague word for a convolution: ``dw 3×3``, ``3x3 depthwise``."""
    if vocabulary.kinds[match.kind].category != "convolution":
        return False
    return bool(
        re.match(r"[ ,:]?\(?([1357]) ?[×x] ?\1\b", words[match.end :])
        or re.search(r"\b([1357]) ?[×x] ?\1[ ,-]$", words[: match.start])
    )


def _own_segment(words: str, match: Match, matches: list[Match]) -> bool:
    """Whether separators part it from all other matches, as in ``scale, softmax``."""
    for other in matches:
        if other is match:
            continue
        between = words[other.end : match.start] if other.end <= match.start else words[match.end : other.start]
        if not _LINK.search(between) and between.strip() != "/":
            return False
    return True


def _one_value(matches: list[Match]) -> list[Match]:
    """Of several names of values the most telling: ``input image`` is an image, ``output: fake image`` a fake one."""
    vague = {"input": 2, "output": 1, "value": 3, "label": -1}
    return sorted(matches, key=lambda match: (vague.get(match.kind, 0), match.start))[:1]
