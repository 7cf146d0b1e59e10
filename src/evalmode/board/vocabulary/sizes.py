"""Telling shapes inside labels from words: ``Conv 3×3 (B, 64, H, W)`` has both."""

from __future__ import annotations

import re

from evalmode.board.shapes import parse_shape
from evalmode.board.vocabulary.naming import name_of

__all__ = ["is_shape", "split_shapes"]

_BRACKETS = re.compile(r"(?:\bR\^?|\bsize ?|\bshape ?[:=]? ?)?[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
_BATCH = re.compile(r"^(?:None|\?|B|N|b|n|batch|bs|BS|batch_size|T|L|S|M|P|K|E|h|\d+\*B|B\*\w+|2N|m)$", re.IGNORECASE)
_CALLED = re.compile(r"(?:[a-z]|[A-Za-z]\dd|Block|nn\.\w+)$")
_MODULE = re.compile(r"(?:Linear|Attention|Conv\w*|Dense|FC|Embedding|Block|MHA|Head)$")
_PRODUCT = re.compile(r"(?<![\w/=])(?:[\w/·.^]+ ?[×xX] ?){2,}[\w/·.()^]+(?!\w)")
_KERNEL = re.compile(r"(?<![\d×])([1357]) ?[×x] ?\1(?! ?[×x/\d])|(?<![\d×])([1357]) ?[×x] ?\2 ?[×x] ?\d\b(?! ?[×x])")
_ENCLOSED = re.compile(
    r"^(?:R\s*\^?\s*\{?\s*|shape\s*[:=]?\s*|size\s*[:=]?\s*)?[(\[{<].*[)\]}>]\}?$|^R\s*\^\s*\{?[^()]+\}?$"
)
_PARTS = re.compile(r"\s*(?:[×*,]|(?<=[\w\s)])x(?=[\w\s(])|\bby\b)\s*")
_PART = re.compile(r"^[\w/·^+().√|{}⌊⌋' -]{1,16}$")
_WORD = re.compile(r"[A-Za-z]{4,}")
_DIMENSIONS = frozenset(
    {"batch", "seq", "heads", "head", "vocab", "classes", "channels", "height", "width", "hidden", "model", "time", "length", "tokens",
     "patches", "size", "dim", "class", "feat", "features", "embed", "steps", "layers", "experts", "floor", "seqlen", "latent", "noise", "rank"}
)  # fmt: skip
_VALUES = frozenset("QKVqkvxyhcz")
_PLANE = re.compile(r"(?<=\s)(?:\d{2,4} ?[×x] ?\d{2,4}|[HWhw](?:/\d+)? ?[×x] ?[HWhw](?:/\d+)?), ?(?:\d+[CK]?|[CKFN])$")
_TIED = re.compile(r"^(?P<name>.{1,60}?)\s*[:∈]\s*(?P<shape>[^:]+)$")
_SPACED = re.compile(r"^(?P<name>\S{1,16})\s+(?P<shape>\d{2,5}|\S+(?:\s*[×x]\s*\S+)+)$")


def is_shape(text: str) -> bool:
    """Whether the whole text is a shape."""
    return parse_shape(text) is not None


def split_shapes(text: str) -> tuple[str, str]:
    """The words without the shape they come with, and the shape; nothing for a shape that is not there."""
    words: list[str] = []
    shapes: list[str] = []
    for line in text.split("\n"):
        stripped = line.strip()
        called = words and _MODULE.search(words[-1].strip()) and re.fullmatch(r"\(\s*\d+\s*,\s*[\d*]+\s*\)", stripped)
        if called:
            words[-1] = f"{words[-1].strip()}{stripped}"
        elif _plain_shape(stripped):
            shapes.append(stripped)
        else:
            kept, shape = _split_line(line)
            words.append(kept)
            shapes += [shape] if shape else []
    # The last shape written is what comes out.
    return "\n".join(word for word in words if word.strip()).strip(), shapes[-1] if shapes else ""


def _plain_shape(text: str) -> bool:
    """A shape and nothing else; a name before it is a word, and so is a kernel."""
    if not text or (_KERNEL.search(text) and "(" not in text and "[" not in text):
        return False
    if re.fullmatch(r"\d+ ?[×x] ?\d+|[A-Za-z]\w*|\d+|[+×x*⊙⊕]", text):
        return False
    if not _ENCLOSED.match(text) and not _listed(text):
        return False
    inside = [part.strip() for part in re.split(r"[,;]", text.strip("()[]"))]
    if set(inside) <= _VALUES or (re.search(r"=|[→σ]|_\{?t|\(t", text) and not re.search(r"\d", text)):
        return False
    shape = parse_shape(text)
    return shape is not None and not shape.names and all(word.lower() in _DIMENSIONS for word in _WORD.findall(text))


def _listed(text: str) -> bool:
    """Whether a text without brackets is a list of sizes."""
    if re.search(r"[(\[]", text) and not re.match(r"[^(\[]*[/+·*×x] ?\(", text):
        return False
    parts = _PARTS.split(text)
    return (
        len(parts) > 1
        and all(_PART.match(part) for part in parts)
        and not re.search(r"\w [A-Za-z]{2,}|[a-z]{3,}\d|^[A-Za-z]{2,} +\d", text)
    )


def _split_line(line: str) -> tuple[str, str]:
    tied = _TIED.match(line.strip())
    if tied and _plain_shape(tied["shape"].strip()):
        return tied["name"].strip(), tied["shape"].strip()
    for match in reversed(list(_BRACKETS.finditer(line))):
        before = line[: match.start()].strip().rstrip(":∈=")
        listed = "[" in match.group() and len(match.group(1).split(",")) > 2  # a call has round brackets
        if (listed or _sizes(match.group(1), before)) and is_shape(match.group()):
            return (line[: match.start()].rstrip(" :∈-~,=") + " " + line[match.end() :]).strip(), match.group()
    single = re.match(r"^(\S{1,12})\s*[(\[]\s*(\d{1,5}|[A-Z])\s*,?\s*[)\]]$", line.strip())
    if single and name_of(single[1]) and re.search(r"_|\d\d|,", line):
        return single[1], f"({single[2]},)"
    spaced = _SPACED.match(line.strip())
    if spaced and name_of(spaced["name"]) and not _KERNEL.search(spaced["shape"]):
        shape = spaced["shape"] if not spaced["shape"].isdigit() else f"({spaced['shape']},)"
        if is_shape(shape):
            return spaced["name"], shape
    plane = _PLANE.search(line.rstrip())
    if plane and is_shape(plane.group()):
        return line[: plane.start()].rstrip(" :∈-~,="), plane.group()
    product = _PRODUCT.search(line)
    if product and not _KERNEL.search(product.group()) and is_shape(product.group()):
        kept = line[: product.start()].rstrip(" :∈-~,=@([") + " " + line[product.end() :].lstrip(")]")
        return kept.strip(), product.group()
    return line, ""


def _sizes(inside: str, before: str) -> bool:
    """Whether what stands in brackets behind words is a shape, and no arguments."""
    parts = [part.strip() for part in re.split(r"[,×]| x ", inside)]
    if len(parts) < 2 or "=" in inside or "→" in inside or set(parts) <= _VALUES:
        return False
    if _BATCH.match(parts[0]) or name_of(before):
        return True
    return (len(parts) >= 3 and not _CALLED.search(before)) or before.lower() in {
        "input",
        "output",
        "hidden",
        "out",
        "noise",
        "logits",
        "logit",
        "score",
        "scores",
        "fake",
        "real",
        "generated",
    }
