"""Shapes without brackets: ``B×T×d``, ``64@56×56``, ``B, T, d``, ``d_model=512``, ``256-d``, ``scalar``."""

from __future__ import annotations

import re

from evalmode.board.shapes.algebra import Size
from evalmode.board.shapes.lists import Found, sizes_of_list
from evalmode.board.shapes.sizes import parse_size
from evalmode.board.shapes.words import is_foreign, is_operation, is_size_word, role_of

__all__ = ["bare_shapes"]

_ATOM = r"(?:\d+\^2|\d+ (?:ch|channels)|\([^()]*\)|[\w'|⌊⌋⌈⌉#]+)(?:\s?[-+/·]\s?(?:\d+\^2|\([^()]*\)|[\w'|]+)|\^\d)*"
_CROSSED = re.compile(rf"(?<![\w.^/]){_ATOM}(?:\s*[×@]\s*{_ATOM})+(?![\w(^=])")
_STARRED = re.compile(r"(?<![\w.])\d+(?:\s*\*\s*\d+)+(?!\w)")
_LETTERED = re.compile(r"(?<![\w+*·] )(?<!\w)([A-Za-z]\w*(?:/\w+)?(?: [xX] [A-Za-z0-9][\w/]*)+)(?! ?[+*(=]|\w)")
_NUMBERS = re.compile(r"[1-9]\d{0,4}(?:\s*,\s*[1-9]\d{0,4}){1,3}\s*,\s*(?:1[6-9]|[2-9]\d|[1-9]\d{2,4})")
"""At least three numbers, the last of them too large for a setting: ``4, 8, 32, 64``."""
_KERNELS = frozenset({1, 2, 3, 4, 5, 7, 11})
_WIDE = re.compile(
    r"(\d{2,})\s?(?:-\s?)?"
    r"(?:d|dims?|dimensional|dimensions?|ch|channels?|chan|features?|feature maps?|maps|filters|units|c)\b"
    r"(?:\s+(?:vector|embedding|feature|input|output)s?)?"
    r"|(?:dims?|dimension|width|hidden size|hidden|channels|features)\s*[:=]?\s*(\d{2,})",
    re.IGNORECASE,
)
_WIDTH = re.compile(r"d|d_\w+|d(?:k|v|h|q|ff|model|in|out)|\w+_dim|dim_\w+|\w+_size|n_embd|n_hidden")
_FACT = re.compile(r"([^\W\d_]\w*)\s*=\s*([\w/·*]+)")
_LAYOUTS = frozenset(
    """BTD BTd BTC BTE BTH BTV BSD BSd BSE BLD BLd BLE BND BNd BNC NTD NTd NLD NLd NLE NSD BCHW NCHW BHWC NHWC
    CHW HWC BhTT BhTd BHTT BHTD BThd BTHD BhTS BHTS btd btc bsd bld bnd bchw nchw bhwc nhwc chw hwc""".split()
)
"""Orders of axes that are written as one word; few, because ``BCE`` is a loss."""
_SCALAR = re.compile(r"(?:a\s+)?scalar(?:s)?(?:\s+loss)?", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"^\s*[^\W\d_][^:∈]{0,40}(?::|∈)\s*")
_FEATURES = {"features", "channels", "head", "inner"}


def bare_shapes(plain: str) -> list[tuple[Found, int, int]]:
    """Shapes in a label in which no brackets hold one, each with its place."""
    found = _crossed(plain)
    if found:
        return found
    place = 0
    for line in re.split(r"(\n|;)", plain):
        start = place
        place += len(line)
        named = _NAME_BEFORE.match(line)
        for skip in dict.fromkeys((named.end() if named else 0, 0)):
            sizes = _whole(line[skip:], named=bool(skip))
            if sizes is not None:
                found.append((sizes, start + skip, start + len(line)))
                break
    return found


def _crossed(plain: str) -> list[tuple[Found, int, int]]:
    """Sizes with × between them, wherever in the label they stand."""
    found = []
    operation = is_operation(plain)
    for pattern in (_CROSSED, _STARRED, _LETTERED):
        for match in pattern.finditer(plain):
            run = match.group()
            if pattern is _LETTERED:
                pieces = re.split(" [xX] ", run)
                if not all(is_size_word(re.split(r"[/]", piece)[0].lstrip("0123456789") or "d") for piece in pieces):
                    continue
                run = "×".join(pieces)
            channels_first = re.fullmatch(r"(\w+)\s*@\s*(.+)", run)
            run = run.replace("@", "×") if channels_first else run
            run = re.sub(r"(\d+)\^2", r"\1×\1", run)
            sizes = sizes_of_list(run)
            if sizes is not None and _is_no_kernel(sizes, operation=operation):
                found.append((sizes, *match.span()))
        if found:
            return found
    return found


def _is_no_kernel(found: Found, *, operation: bool) -> bool:
    """``3×3``, ``2×2`` and ``4×d`` set up or count something; ``28×28`` and ``H×W`` are sizes."""
    if any(is_foreign(name) for size in found.sizes for name in size.symbols):
        return False
    numbers = [int(size.number) for size in found.sizes if size.number is not None]
    if len(found.sizes) > 2:
        return not (operation and len(numbers) == len(found.sizes) and max(numbers) < 8)
    if len(numbers) == 2:
        return not operation and (numbers[0] not in _KERNELS or numbers[1] not in _KERNELS) and max(numbers) >= 8
    if len(numbers) == 1:
        return found.sizes[0].number is None or numbers[0] >= 8
    return not operation or all(is_size_word(name) for size in found.sizes for name in size.symbols)


def _whole(line: str, *, named: bool) -> Found | None:
    """A line, or what follows a name in it, that is a shape as a whole."""
    line = line.strip().strip('".')
    if _SCALAR.fullmatch(line) or line in {"R", "R^1"}:
        return Found(())
    if line in _LAYOUTS:
        return sizes_of_list(", ".join(line))
    if _NUMBERS.fullmatch(line):
        return sizes_of_list(line, sure=True)
    if "," in line or (named and " " in line):
        return _listed(line, named=named)
    spaced = line.split()
    lettered = all(is_size_word(word) or word in {"h", "k", "p"} for word in spaced)
    if len(spaced) > 2 and lettered and role_of(spaced[0]) == "batch":
        return sizes_of_list(", ".join(spaced))
    return _single(line)


def _listed(line: str, *, named: bool) -> Found | None:
    """``B, T, d``: without brackets, nearly every part has to be plainly a size."""
    parts = [part.strip() for part in line.split(",")]
    if not 2 <= len(parts) <= 6 or (is_operation(line) and "=" not in line):
        return None
    sizes = sizes_of_list(line)
    if sizes is None:
        return None
    plain = [bool(size.symbols) and all(is_size_word(name) for name in size.symbols) for size in sizes.sizes]
    numbers = [size.number is not None and size.number >= 8 for size in sizes.sizes]
    sure = sum(one or two for one, two in zip(plain, numbers, strict=True))
    return sizes if sure == len(parts) or (sure >= len(parts) - 1 and (plain[0] or named)) or sizes.facts else None


def _single(line: str) -> Found | None:
    """One size that says how wide a value is: ``512-d``, ``d_model=512``, ``4d``, ``64 channels``, ``256``."""
    wide = _WIDE.fullmatch(line)
    if wide:
        size = parse_size(wide.group(1) or wide.group(2))
        return Found((size,), open=True) if size is not None else None
    fact = _FACT.fullmatch(line)
    if fact and role_of(fact.group(1)) in _FEATURES and fact.group(1) != "c":
        size = parse_size(fact.group(2))
        return Found((size,), ((fact.group(1), size),), open=True) if size is not None else None
    square = re.fullmatch(r"(\d{2,4})\^2", line)
    if square:
        return Found((Size.of(int(square.group(1))),) * 2)
    size = parse_size(line)
    if size is None or is_operation(line):
        return None
    if size.number is not None:
        return Found((size,), open=True) if size.number >= 16 else None
    named = bool(size.symbols) and all(_WIDTH.fullmatch(name) for name in size.symbols)
    return Found((size,), open=True) if named and " " not in line else None
