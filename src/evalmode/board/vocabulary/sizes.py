"""Telling shapes inside labels from words: ``Conv 3×3 (B, 64, H, W)`` has both."""

from __future__ import annotations

import re

from evalmode.board.shapes import parse_shape

__all__ = ["is_shape", "split_shapes"]

_BRACKETS = re.compile(r"(?:\bR\^?|\bsize ?|\bshape ?[:=]? ?)?[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
_BATCH = re.compile(r"^(?:B|N|b|n|batch|bs|BS|batch_size|T|L|S|M|P|K|E|h|\d+\*B|B\*\w+|2N|m)$", re.IGNORECASE)
_CALLED = re.compile(r"(?:[a-z]|[A-Za-z]\dd|Block|nn\.\w+)$")
_PRODUCT = re.compile(r"(?<![\w/=])(?:[\w/·.]+ ?[×xX] ?){2,}[\w/·.()]+(?!\w)")
_KERNEL_TWICE = re.compile(r"^\s*\(?([1357]) ?[×x] ?\1 ?[×x] ?\d\b(?! ?[×x])")
_WITH_KERNEL = re.compile(r"^\d+ ?[×x] ?\d+$")


def is_shape(text: str) -> bool:
    """Whether the whole text is a shape."""
    return parse_shape(text) is not None


def split_shapes(text: str) -> tuple[str, str]:
    """The words without the shape they come with, and the shape; nothing for a shape that is not there."""
    lines = text.split("\n")
    if len(lines) == 1 and _plain_shape(text):
        return "", text
    words: list[str] = []
    shapes: list[str] = []
    for line in lines:
        stripped = line.strip()
        if stripped and _plain_shape(stripped):
            shapes.append(stripped)
            continue
        kept, shape = _split_line(line)
        words.append(kept)
        if shape:
            shapes.append(shape)
    # The last shape written is what comes out.
    return "\n".join(word for word in words if word.strip()).strip(), shapes[-1] if shapes else ""


def _plain_shape(text: str) -> bool:
    """A shape and nothing else; a name before it is a word, and so is a kernel."""
    if _WITH_KERNEL.match(text) or re.fullmatch(r"[A-Za-z]\w*|\d+|[+×x*⊙⊕]", text):
        return False
    if _KERNEL_TWICE.match(text):
        return False
    shape = parse_shape(text)
    if shape is None or shape.names or (shape.rank < 2 and text[0] not in "(["):
        return False
    return not re.search(
        r"[A-Za-z]{4,}(?![A-Za-z_]*\s*[,×\])}/])",
        text.replace("batch", "").replace("channels", "").replace("vocab", ""),
    )


def _split_line(line: str) -> tuple[str, str]:
    for match in reversed(list(_BRACKETS.finditer(line))):
        inside = match.group(1)
        if _sizes(inside, line[: match.start()]) and is_shape(match.group()):
            return (line[: match.start()].rstrip(" :∈-~,=") + " " + line[match.end() :]).strip(), match.group()
    match = _PRODUCT.search(line)
    if match and not _KERNEL_TWICE.match(match.group()) and is_shape(match.group()):
        return (
            line[: match.start()].rstrip(" :∈-~,=@([") + " " + line[match.end() :].lstrip(")]")
        ).strip(), match.group()
    return line, ""


def _sizes(inside: str, before: str) -> bool:
    """Whether what stands in brackets behind words is a shape, and no arguments."""
    parts = [part.strip() for part in re.split(r"[,×]| x ", inside)]
    if len(parts) < 2 or "=" in inside or "→" in inside:
        return False
    return bool(_BATCH.match(parts[0])) or (len(parts) >= 3 and not _CALLED.search(before))
