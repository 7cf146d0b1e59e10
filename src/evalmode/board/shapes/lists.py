"""A list of sizes between brackets or with × between them, and whether it is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.shapes.sizes import parse_size
from evalmode.board.shapes.words import is_batch, is_foreign, is_setting, is_size_word, is_value, role_of

if TYPE_CHECKING:
    from evalmode.board.shapes.algebra import Size

__all__ = ["Found", "cut", "sizes_of_list"]

_DOTS = {"…", "..", "...", "*…"}
_SMALLEST_ALONE = 8
"""A lone number in brackets below this numbers a step or a figure."""
_MOST = 8
_ALONE = frozenset("BNTCLdD")
_UNIT = re.compile(r"^(\d+)\s?(?:ch|chan|channels?|filters|feature maps|maps|dims?)$")
_RESNEXT = re.compile(r"\d+\s?×\s?\d+d")
"""Groups and width of a ResNeXt, not two sizes."""
_WEAK = frozenset("tcbnlw")
"""Letters that name sizes as often as values."""
_SOFT = frozenset("VKEMPGrhkp")
"""Letters of values that name sizes beside another size: ``(V, d)``, ``(r, d)``."""
_VARIABLE = re.compile(r"[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Found:
    """Sizes as they were found, before they are given a name."""

    sizes: tuple[Size, ...]
    facts: tuple[tuple[str, Size], ...] = ()
    open: bool = False


def cut(text: str, marks: str) -> list[str]:
    """The pieces between marks that stand outside brackets."""
    pieces, depth, piece = [], 0, ""
    for character in text:
        depth += (character in "([{⌊⌈") - (character in ")]}⌋⌉")
        if character in marks and depth == 0:
            pieces.append(piece)
            piece = ""
        else:
            piece += character
    return [*pieces, piece]


def sizes_of_list(
    text: str, *, sure: bool = False, square: bool = False, applied: bool = False, operation: bool = False
) -> Found | None:
    """The sizes that the inside of brackets lists.

    Args:
        text: What stands between the brackets.
        sure: What surrounds it says that these are sizes.
        square: The brackets are square ones.
        applied: A name stands right before the brackets, as in ``f(x)``.
        operation: The words around speak of an operation, whose numbers may be its settings.
    """
    text = re.sub(r"^\s*(?:shape|size|dims?)\s*[:=]\s*", "", text.strip().strip('"').strip(), flags=re.IGNORECASE)
    if not text:
        return Found(()) if not applied and not operation else None
    text = re.sub(r"^\[([^\[\]]*)\]$|^\w+,\s*\"([^\"]+)\"?$", lambda inner: inner.group(1) or inner.group(2), text)
    if _RESNEXT.fullmatch(text):
        return None
    pieces, trailing = _pieces(text)
    read = _read(pieces)
    if read is None or len(read.sizes) > _MOST:
        return None
    if sure or _speaks_of_sizes(read, square=square, trailing=trailing, applied=applied, operation=operation):
        return read
    return None


def _pieces(text: str) -> tuple[list[str], bool]:
    """The parts of a list, and whether it ends in a comma as one-axis shapes do."""
    for marks in (",;", "×", "*@", "|"):
        parts = [part.strip() for part in cut(text, marks)]
        if len(parts) > 1:
            trailing = not parts[-1] and len(parts) == 2
            parts = parts[:-1] if trailing else parts
            equal = len(parts) == 2 and next((part for part in parts if re.fullmatch(r"(\d+)\s*×\s*\1", part)), "")
            if equal:
                parts = [piece for part in parts for piece in (part.split("×") if part == equal else [part])]
            return _squares_apart(parts), trailing
    words = text.split()
    spaced = len(words) > 1 and all(is_size_word(word) or re.fullmatch(r"\d+|\([\w ]+\)", word) for word in words)
    return (words if spaced and not words[0].isdigit() else [text]), False


def _squares_apart(parts: list[str]) -> list[str]:
    """``56², 64`` names three axes."""
    return [
        piece
        for part in parts
        for piece in ([part[:-2]] * 2 if re.fullmatch(r"\d+\^2", part) and len(parts) == 2 else [part])
    ]


def _read(pieces: list[str]) -> Found | None:
    """Each piece as a size; names that are given a number are facts."""
    sizes: list[Size] = []
    facts: list[tuple[str, Size]] = []
    is_open = False
    for place, piece in enumerate(pieces):
        if piece in _DOTS:
            if place != 0:
                return None
            is_open = True
            continue
        sides = re.split(r"\s*(?:==|=|:|≈|≜)\s*", piece) if piece not in {":", "*"} else [piece]
        size = parse_size(_UNIT.sub(r"\1", sides[-1]))
        if size is None or (len(sides) > 1 and any(not _VARIABLE.fullmatch(side) for side in sides[:-1])):
            return None
        if len(sides) > 1:
            facts += [(name, size) for name in sides[:-1]]
        sizes += [size] * max(1, len(sides) - 1)
    if not sizes:
        return None
    return Found(tuple(sizes), tuple(facts), is_open)


def _speaks_of_sizes(found: Found, *, square: bool, trailing: bool, applied: bool, operation: bool) -> bool:
    """Whether the list is about sizes rather than about values, settings or anything else."""
    seen = _Seen.of(found)
    settings = any(is_setting(name) and not is_batch(found.facts[0][0]) for name, _ in found.facts)
    if settings or (seen.foreign and not (seen.batched and not applied)):
        return False
    if len(found.sizes) == 1:
        return _alone(found, seen, square=square, trailing=trailing, applied=applied or operation)
    if not seen.names:
        return _all_numbers(seen.numbers, square=square, applied=applied, operation=operation)
    if applied or operation:
        sequence = not applied and role_of(found.sizes[0].symbol) in {"length", "patches"}
        return seen.batched or sequence or (len(found.sizes) > 2 and bool(seen.strong))
    return _listed(found, seen)


def _listed(found: Found, seen: _Seen) -> bool:
    """Several sizes with names in them: ``(T, d)``, but not ``(h, c)``, the states of an LSTM."""
    states = len(found.sizes) == 2 and {name.lower() for name in seen.names} == {"h", "c"}
    if states or (seen.values and not seen.enough):
        return False
    compound = any(not size.symbol and size.number is None for size in found.sizes)
    return bool(seen.strong) or seen.batched or compound or _sizeable(seen.numbers)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What speaks for a list of sizes and what against it.

    Args:
        names: The symbols in it.
        numbers: The sizes that are plain numbers.
        batched: It begins with a batch.
        strong: Symbols that name sizes.
        foreign: A word in it is none of the field's sizes.
        values: Symbols in it rather name values.
        enough: There are sizes enough to take those for sizes too.
    """

    names: tuple[str, ...]
    numbers: tuple[int, ...]
    batched: bool
    strong: tuple[str, ...]
    foreign: bool
    values: bool
    enough: bool

    @staticmethod
    def of(found: Found) -> _Seen:
        names = tuple(name for size in found.sizes for name in sorted(size.symbols - {"?"}))
        numbers = tuple(int(size.number) for size in found.sizes if size.number is not None)
        begins = found.sizes[0].symbol
        batched = len(found.sizes) > 1 and bool(begins) and is_batch(begins)
        sides = {"h", "w"} <= set(names)
        strong = tuple(name for name in names if is_size_word(name) or (sides and name == "h"))
        strange = {
            name
            for size in found.sizes
            if not any(is_size_word(other) for other in size.symbols)
            for name in size.symbols
        } - {"?"}
        timed = any("_" in name and is_value(name) for name in strange)
        firm = len(set(strong) - _WEAK) + sum(number >= 1 for number in numbers)
        soft = all(name in _SOFT or not is_value(name) for name in strange)
        enough = batched or (not timed and (len(strong) + len(numbers) >= 2 or (soft and firm >= 1)))
        foreign = any(map(is_foreign, names))
        return _Seen(names, numbers, batched, strong, foreign, any(map(is_value, strange)), enough)


def _alone(found: Found, seen: _Seen, *, square: bool, trailing: bool, applied: bool) -> bool:
    """A single size in brackets: ``(B,)``, ``[B]``, ``(d_model)``, ``(512)``; never ``(1)``, ``(a)``, ``D(x)``."""
    if applied:
        return False
    if found.facts:
        return role_of(found.facts[0][0]) in {"features", "channels", "head", "inner"}
    if trailing or found.open:
        return True
    if seen.numbers:
        return square or seen.numbers[0] >= _SMALLEST_ALONE
    name = found.sizes[0].symbol
    if not name:
        counted = any(len(word) > 2 and "_" not in word for word in seen.names)
        return bool(seen.strong) and not counted
    return is_size_word(name) and (square or len(name) > 1 or name in _ALONE)


def _all_numbers(numbers: tuple[int, ...], *, square: bool, applied: bool, operation: bool) -> bool:
    """Numbers only: ``(3, 224, 224)`` is a shape; ``(64, 128)`` after ``Linear`` and ``(3, 3)`` are settings."""
    if applied or operation:
        kernel = not square and numbers[-1] < _SMALLEST_ALONE
        return len(numbers) >= 3 and not applied and not kernel and _sizeable(numbers)
    return _sizeable(numbers)


def _sizeable(numbers: tuple[int, ...]) -> bool:
    """Whether some number is too large for a kernel, a stride or a count of steps."""
    return bool(numbers) and max(numbers) >= _SMALLEST_ALONE
