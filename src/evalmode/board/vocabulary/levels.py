"""How the boxes of a U-Net's levels are called: ``E2 : 128 ch, H/2×W/2``, ``up3: up + concat + 2×conv``."""

from __future__ import annotations

import re

__all__ = ["plain_level"]

_LETTER = re.compile(
    r"^(?P<way>[EDB]|lev(?:e)?l|lvl|stage)[ _]?(?P<level>\d?)(?:\s*[:\n]\s*(?=\d|(?!cat|conc|up|pool|merge|copy|down|max)\w+,)|\s+(?=(?:\d+ ?[×x] ?){2}\d+$))",
    re.IGNORECASE,
)
_PLANE = re.compile(
    r"(?:^|(?<=[\s:,]))(?P<out>\d{1,4}|\d*C)\s*(?:ch|channels?)\s*[,@]?\s*(?P<high>[\w/]+)\s*[×x]\s*(?P<wide>[\w/]+)\s*$"
)
_STEPS = re.compile(
    r"^(?:the\s+)?(?:down|up|enc(?:oder)?|dec(?:oder)?|mid(?:dle)?|bottleneck|bottom|bridge|level|stage)\s*\d?(?:\s*\([a-z ]+\))?\s*"
    r"(?:(?:[:\n]|\((?=[^()]*\)))\s*"
    r"(?=(?:max[ -]?pool|pool|down|up|upsample|up-?conv|cat|concat|merge|copy)\w*\b.*\bconv"
    r"|(?:\d?\s*[×x]?|two)\s*\(?(?:3 ?[×x] ?3[ -]*)?conv)"
    r"|(?=\d\s*[×x]\s*\(?(?:3 ?[×x] ?3[ -]*)?conv))",
    re.IGNORECASE | re.DOTALL,
)
_ORDINAL = re.compile(
    r"\b(?P<block>(?:(?:conv\w*|res\w*|dec\w*|enc\w*)[ -]?)?block) ?#?[1-9](?=\s*(?:$|[\n(:,]))", re.IGNORECASE
)
"""A block's place in the row, which is no width: ``Conv block 3``."""
_SQUARE = re.compile(r"(?<![\w/)^])(?P<side>\d{1,4}|[HWSN](?:/\d+)?|\([HWSN]/\d+\))\^2(?![\w.])")
_TWICE = re.compile(
    r"\b(?P<before>[23]) ?[×x]? ?conv-?3\b(?! ?[×x] ?3)"
    r"|\bconv-?3(?: ?[×x] ?(?P<two>2)| [×x] ?(?P<three>3))\b(?! ?[×x])",
    re.IGNORECASE,
)
"""A kernel glued to its name, and how often: ``2 conv3``, ``conv3 ×2``."""
_MADE = re.compile(r"\s*→\s*(?:(?P<shape>(?:[\w/]+ ?[×x] ?){2}[\w/]+)|[\dHW/]+ ?[×x] ?[\dHW/]+)\s*$")
_WRAPPED = re.compile(r"(?<=\w)( ?[×x])\s*\n\s*(?=\d)")
_CALLED = re.compile(
    r"^(?P<shape>[\w/]+, ?[\w/]+ ?[×x] ?[\w/]+|[\w/]+(?: ?[×x] ?[\w/]+){2})\s*\((?P<name>[A-Za-z][A-Za-z ]+)\)$"
)
_WAY_WORD = (
    r"(?:max[ -]?pool\w*|pool\w*|up[ -]?conv\w*|conv ?t\w*|deconv\w*|t-?conv|transposed conv\w*|up|upsampl\w*|down"
    r"|bilinear|bilin|resize|stride\w*)"
)
_SIGNED_WAY = re.compile(
    rf"[↑↓] ?[×x]? ?2?\s*(?={_WAY_WORD}\b)|(?<=[a-z]) ?[↑↓] ?[×x]? ?2?(?=\s*(?:$|\n))", re.IGNORECASE
)
_NEXT_LINE = re.compile(rf"^({_WAY_WORD}(?: ?[×x/]? ?\d(?: ?[×x] ?\d)?)?)\s*\n(?=[^\n]*conv)", re.IGNORECASE)
_SIZED_WAY = re.compile(rf"^({_WAY_WORD})\s*,\s*(?=(?:[\w/]+ ?[×x] ?){{2}}[\w/]+$)", re.IGNORECASE)
_POINTWISE = re.compile(r"^1 ?[×x] ?1\s*\n(?!\s*conv)")
_SIGN = re.compile(r"^(?P<sign>[↑↓])\s*[×x]?\s*2?(?=\s*[,+;→&])")
_SIDES = re.compile(r"(?<=[a-z\d)])\s*\n\s*\d{2,4} ?[×x] ?\d{2,4}\s*$", re.IGNORECASE)
_GLUED = re.compile(r"\bconv ?([1357])(?:-| ?x ?\1, )(\d{2,4}|[KC])(?P<twice> ?[×x] ?2)?(?!\w)", re.IGNORECASE)
_MAX = re.compile(
    r"^↓ ?(?:[×x] ?2|2 ?[×x] ?2|2)? ?max(?:imum)? ?2?\b(?! ?-?pool)|^max(?:imum)?(?= ?[↓/]?2?$)", re.IGNORECASE
)
_TRANSPOSED = re.compile(r"^(?:↑ ?[×x]? ?2? ?)?transposed?\b(?! ?-?conv)", re.IGNORECASE)
_AT = re.compile(r"\s*[|,:]?\s*(?<![\w/])(\d{1,4}|\d?[CK]) ?@ ?([\w/]+) ?[×x] ?([\w/]+)$")
"""Channels at sides: ``64@256x256``."""
_COLOURED = re.compile(r"\s*\((?:red|blue|green|gr[ae]y|black|orange|yellow|purple)\b[^()\d]*\)", re.IGNORECASE)
_EXPAND = re.compile(r"^expand(?=\s*(?:[×x] ?2)?\s*$)", re.IGNORECASE)
_PER_PIXEL = re.compile(r"\b(?:per|pro)[- ]pixel\s+(?=\w)", re.IGNORECASE)
_CLASSES = re.compile(r"\bC_(?:\{out\}|out\b)")
_JOIN = r"(?:cat|concat\w*|merge|join|combine|fuse|glue|append|stack)"
_SKIPPED = re.compile(
    rf"(?P<before>[,;+→&>|\n])\s*(?P<how>[+⊕]|add|plus|sum|{_JOIN})?\s*(?:(?:with|the|to)\s+)*"
    r"(?:skip|(?:encoder|enc|e|down)[ _]?[1-5]|enc(?:oder)? (?:features?|maps?|level \d))(?: connection| features?| map)?"
    r"(?=\s*(?:[,;+→&|\n)]|$))",
    re.IGNORECASE,
)
"""What a step joins, said among other steps: ``up ×2, + skip, conv``."""
_JOIN_LAST = re.compile(rf"\b(?:{_JOIN}|add|copy)\s*$", re.IGNORECASE)
_SUMS = frozenset({"+", "⊕", "add", "plus", "sum"})
_NEXT_JOIN = re.compile(rf"((?:conv|up|bilin|resize)[^\n]*)\n\s*(?={_JOIN}\b[^\n]*conv)", re.IGNORECASE)
_GROUP = re.compile(
    r"(?P<before>\d ?[×x] ?)?\[(?P<group>[^\[\]]*conv[^\[\]]*)\](?:\s*→\s*(?P<out>\d{1,4})$)?", re.IGNORECASE
)
"""Convolutions in square brackets, and what they make: ``2× [conv, BN, ReLU] → 64``."""
_SQUARED = re.compile(r"\bconv\^2(?!\w)", re.IGNORECASE)
_SCANNED = re.compile(r"^(?:CT|MRI?|PET)[ -](?=(?:slice|scan|image|volume|picture|patch|input)\b)", re.IGNORECASE)
_SMALLEST = re.compile(
    r"^(?:the )?(?:smallest|coarsest|deepest|lowest) (?:picture|image|map|level|resolution|features?|scale)\b[^\d]*$",
    re.IGNORECASE,
)
_KERNEL_BEFORE = re.compile(r"\b([1357]) ?[×x] ?\1[ -]+conv\b", re.IGNORECASE)
_KERNEL_FIRST = re.compile(r"\b(conv\w*) ?\(\s*([1357]) ?[×x] ?\2\s*,\s*([^()]*)\)", re.IGNORECASE)
_PATH = re.compile(
    r"^(?:(?P<down>contract(?:ing|ion)?|compress(?:ing)?|descend(?:ing)?|analysis|left)|expan(?:d(?:ing)?|sive|sion)"
    r"|decompress(?:ing)?|ascend(?:ing)?|synthesis|right)[ -]?(?:path|block|stage|level|side)? ?#?(?=[1-5]\b)",
    re.IGNORECASE,
)
"""A level called after the side of the U on which it is: ``contract 1``."""
_WAYS = {"↑": "upsample ×2", "↓": "max pool 2"}
_LEVELS = {"E": "encoder stage", "D": "decoder stage", "B": "bottleneck"}


def plain_level(text: str) -> str:
    """The label of a level in the usual words, its channels and sides as a shape on a line of its own.

    A level whose steps are all told is those steps: whether its pooling belongs to it is then written there.
    """
    text = _SIGN.sub(lambda match: _WAYS[match["sign"]], _CLASSES.sub("K", _PER_PIXEL.sub("", text)))
    text = _plain_steps(_plain_sizes(_plain_plane(text)))
    letter = _LETTER.match(text)
    if letter:
        text = f"{_LEVELS.get(letter['way'].upper(), 'encoder stage')} {letter['level']} : {text[letter.end() :]}"
    steps = _STEPS.match(text)
    if steps is None:
        return text
    told = steps.group()
    return text[steps.end() :].replace(")", "", 1) if told.count("(") > told.count(")") else text[steps.end() :]


def _plain_plane(text: str) -> str:
    """Channels and sides as a shape on a line of its own: ``64 ch, H×W``."""
    plane = _PLANE.search(text)
    if plane is None:
        return text
    out = plane["out"]
    return f"{text[: plane.start()]}{out} ch\n({out}, {plane['high']}, {plane['wide']})"


def _plain_sizes(text: str) -> str:
    """Squares as planes, and what a step makes on a line of its own: ``pool → 92²`` makes 92×92."""
    text = _SQUARE.sub(lambda match: "×".join([match["side"].strip("()")] * 2), text)
    text = _AT.sub(r"\n\1×\2×\3", text).strip()
    text = _CALLED.sub(r"\g<name>\n\g<shape>", _WRAPPED.sub(r"\1", text))
    if text.count("→") == 1:
        text = _MADE.sub(lambda match: f"\n{match['shape']}" if match["shape"] else "", text)
    return _SIZED_WAY.sub(r"\1\n", text)


def _plain_steps(text: str) -> str:
    """Steps in the usual words: ``↑2 convT``, ``pool`` above ``2×conv``, ``2 conv3``, ``1×1`` above ``σ``."""
    text = _SMALLEST.sub("bottleneck", text)
    text = _SQUARED.sub("2×conv", _SCANNED.sub("", text))
    text = _KERNEL_FIRST.sub(r"\1 \2x\2, \3", _EXPAND.sub("upsample", _COLOURED.sub("", text)))
    text = _PATH.sub(lambda match: "encoder stage " if match["down"] else "decoder stage ", text)
    text = _GROUP.sub(_in_brackets, _NEXT_JOIN.sub(r"\1, ", text))
    text = _SKIPPED.sub(_joined, text)
    text = _TRANSPOSED.sub("transposed conv", _MAX.sub("max pool 2x2", _SIDES.sub("", text)))
    text = _GLUED.sub(lambda match: f"{'2×' if match['twice'] else ''}(conv {match[1]}x{match[1]}, {match[2]})", text)
    text = _ORDINAL.sub(r"\g<block>", _POINTWISE.sub("conv 1x1, ", text))
    text = _NEXT_LINE.sub(r"\1 → ", _SIGNED_WAY.sub("", text))
    return _TWICE.sub(lambda match: f"{match['before'] or match['two'] or match['three']}×conv 3x3", text)


def _in_brackets(match: re.Match[str]) -> str:
    width = f", {match['out']}" if match["out"] else ""
    group = _KERNEL_BEFORE.sub(r"conv \1x\1", match["group"])
    return f"{match['before'] or ''}({group}){width}"


def _joined(match: re.Match[str]) -> str:
    """The join that brings a skip in; nothing where the step before is that join already."""
    if _JOIN_LAST.search(match.string, 0, match.start()):
        return ""
    return f"{match['before']} {'add' if (match['how'] or '').lower() in _SUMS else 'concat'}"
