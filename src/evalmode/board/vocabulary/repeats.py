"""``2 × (Conv + ReLU)``: how often what a label says is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.graph import Op

if TYPE_CHECKING:
    from evalmode.board.vocabulary.spoken import Spoken
    from evalmode.board.vocabulary.values import Vocabulary

__all__ = ["repeat_of", "repeated", "take_repeat", "written_out"]

_COUNT = r"([1-9]\d{0,2}|[NLMKn]|N_?x|n_layers|n_layer|L)"
_BEFORE = re.compile(
    rf"^\s*(?:{_COUNT} ?[×x*·] ?(?=[\s(\[{{A-Za-z])(?!\s*\d+(?!\s*[x×\d]))|(two|three|twice|double|zwei|deux)\b ?)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:[)\]}}]|(?<=\s)|(?<=[a-zA-Z]))\s*(?<!\d)(?<!\d\s)(?:\(?\s*[×x*] ?{_COUNT}\s*(?:times|layers|blocks)?\)?|\(?(twice)\)?)\s*$"
)
_WITHIN = re.compile(
    r"(?:\(\s*[×x*] ?([234])\s*\)|(?:(?<=\s)[×x]|(?<=[A-Za-z)])×) ?([234])(?=\s*\n\s*\d+\s*$|\s*[(\[,]))"
)
_REPEATABLE = re.compile(
    r"(?<!up)(?<!up-)(?<!up )(?:conv(?: ?[123]d)?|\bC|\bCB|CBR|block|relu|bn|norm|gelu|silu|\d ?[×x] ?\d|\)|layers?)[s,]?\s*\(?$",
    re.IGNORECASE,
)
_WORDS = {"two": "2", "three": "3", "twice": "2", "double": "2", "zwei": "2", "deux": "2"}
_FRAME = re.compile(
    rf"(?:^|[\s(\[])(?:[×x] ?{_COUNT}|{_COUNT} ?[×x]|repeat(?:ed)? {_COUNT}|{_COUNT} (?:layers|blocks|times))(?=$|[\s)\],.])"
)
_SIZED = frozenset(
    {
        "upsample",
        "downsample",
        "max_pool",
        "avg_pool",
        "conv_transpose",
        "ffn",
        "linear",
        "pixel_shuffle",
        "scale",
        "expert",
        "inverted_residual",
    }
)
_CONVOLUTIONS = frozenset({"conv", "depthwise_conv", "batch_norm", "relu", "relu6", "norm", "activation"})
# A group of convolutions behind another step: ``up + concat + 2×conv``, ``cat, (Conv3x3+ReLU)×2, 256``, ``concat; conv ×2 (64)``.
_STEPPED = re.compile(
    r"(?P<before>[^\n]*[+,;→&:>|]\s*)"
    r"(?:(?P<n>[23]) ?[×x] ?\(?(?P<many>(?!\d)[^()×,;]*conv(?: ?[1357] ?[×x] ?\d)?[^()×;]*?)\)?"
    r"|\((?P<group>[^()]*conv[^()]*)\) ?[×x] ?(?P<m>[23])"
    r"|(?P<single>conv(?:olution)?(?: ?[1357] ?[×x] ?[1357])?) ?[×x] ?(?P<k>[23]))"
    r"(?P<width>\s*[,(:]?\s*\d{1,4}\)?)?\s*$",
    re.IGNORECASE,
)
_BEFORE_LEVEL = frozenset(
    {"concat", "add", "upsample", "conv_transpose", "pixel_shuffle", "max_pool", "avg_pool", "downsample"}
)
_MOST = 4  # copies drawn out; more are left as a number


def take_repeat(words: str) -> tuple[str, str]:
    """The words without how often they are done, and that number or symbol; empty if it is not said."""
    match = _BEFORE.match(words)
    if match and (match.group(1) or match.group(2)):
        count = match.group(1) or _WORDS[match.group(2).lower()]
        rest = words[match.end() :]
        if re.match(r"[\s(\[{]*[A-Za-z\d]", rest):
            return rest, count
    match = _WITHIN.search(words)
    if match and _REPEATABLE.search(words[: match.start()]):
        return words[: match.start()] + words[match.end() :], f"~{match.group(1) or match.group(2)}"
    match = _AFTER.search(words)
    if match and words[: match.start()].strip():
        count = match.group(1) or _WORDS[match.group(2).lower()]
        head = words[: match.start()] + (")" if words[match.start()] == ")" else "")
        return head, f"~{count}"
    return words, ""


def written_out(words: str) -> str:
    """The words with a repeated group of convolutions behind another step written out; else as they are."""
    match = _STEPPED.fullmatch(words)
    if match is None:
        return words
    group = (match["many"] or match["group"] or match["single"]).strip()
    count = int(match["n"] or match["m"] or match["k"])
    width = re.sub(r"\D", "", match["width"] or "")
    if width:
        group = re.sub(r"(conv\w*(?:[ -]?[1357] ?[×x] ?[1357])?)", rf"\1 {width}", group, count=1, flags=re.IGNORECASE)
    return match["before"] + ", ".join([group] * count)


def repeat_of(words: str) -> str:
    """How often a frame is repeated: ``N×``, ``x6``, ``12 layers``; empty if it does not say."""
    match = _FRAME.search(words)
    return next((group for group in match.groups() if group), "") if match else ""


def repeated(spoken: list[Spoken], repeat: str, vocabulary: Vocabulary) -> tuple[tuple[Spoken, ...], str]:
    """The operations unrolled if they are small and few, else as they are with the number."""
    count = repeat.lstrip("~")
    if not count or not spoken:
        return tuple(spoken), ""
    if repeat.startswith("~") and spoken[-1].op.kind in _SIZED:
        last = spoken[-1]
        name = "expansion" if last.op.kind == "ffn" else "factor"
        if last.op.kind in {"linear", "expert"}:
            return tuple(spoken), ""
        params = dict(last.op.params)
        params.setdefault(name, count)
        return (*spoken[:-1], _with(last, Op(last.op.kind, tuple(sorted(params.items()))))), ""
    steps = _steps(spoken) if repeat.startswith("~") else 0
    if steps:  # in "cat, conv-bn-relu ×2" the values are joined once
        return (*spoken[:steps], *repeated(spoken[steps:], repeat, vocabulary)[0]), ""
    kinds = {item.op.kind for item in spoken}
    if count.isdigit() and int(count) > _MOST and kinds <= _CONVOLUTIONS:
        return tuple(spoken), ""  # an expansion, as in "pointwise conv (×6)"
    if (
        not count.isdigit()
        or int(count) > _MOST
        or any(vocabulary.kinds[kind].category in {"block", "attention", "data", "ffn"} for kind in kinds)
    ):
        params = dict(spoken[0].op.params)
        params.setdefault("repeat", count)
        if len(spoken) == 1:
            return (_with(spoken[0], Op(spoken[0].op.kind, tuple(sorted(params.items())))),), count
        return tuple(spoken), count
    if not count.isdigit() or int(count) > _MOST:
        return tuple(spoken), count
    if kinds == {"conv"} and count == "2" and len(spoken) == 1:
        return (_with(spoken[0], Op("conv_block", spoken[0].op.params)),), ""
    return tuple(spoken) * int(count), ""


def _steps(spoken: list[Spoken]) -> int:
    """How many operations lead up to the convolutions at the end: poolings, upsamplings and joins are done once."""
    places = [place for place, item in enumerate(spoken, start=1) if item.op.kind in _BEFORE_LEVEL]
    rest = {item.op.kind for item in spoken[places[-1] :]} if places else set()
    return places[-1] if places and "conv" in rest and rest <= _CONVOLUTIONS else 0


def _with(item: Spoken, op: Op) -> Spoken:
    return type(item)(op, item.spelling, item.link)
