"""Shapes read from the labels of arrows, in every usual notation; what is no shape gives nothing.

A label is free text by strangers. Candidates are cut from it, from the plainest notation to the least plain one
(``ℝ^{…}``, brackets, sizes with × between them, bare lists, single sizes), and each must show that it speaks of sizes:
``(B, T, d)`` does, ``(h, c)``, ``[h, x]``, ``N(0, 1)`` and ``(k=3, s=2)`` do not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from evalmode.board.shapes.bare import bare_shapes
from evalmode.board.shapes.lists import Found, sizes_of_list
from evalmode.board.shapes.plain import plain_label
from evalmode.board.shapes.values import Shape
from evalmode.board.shapes.words import is_operation

__all__ = ["parse_shape"]

_SPACE = re.compile(r"(?:\bR|\bZ|\bN|\{0,\s?1\})\s*\^\s*(?:\{([^{}]*)\}|\(((?:[^()]|\([^()]*\))*)\)|([\w×x*·/+]+))")
_OPENING, _CLOSING = "([{<", ")]}>"
_MAKERS = re.compile(
    r"(?:torch\.)?(?:\w*tensor|size|shape|zeros|ones|randn?|reshape|view|empty|array|float(?:16|32|64)?|f16|f32|bf16|int(?:32|64)?|"
    r"long|bool|expand|dims?|randn_like|input|output|ndarray|matrix)$",
    re.IGNORECASE,
)
_LAYERS = re.compile(r"(?:nn\.)?(?:\w*conv\w*|linear|dense|fc|lstm|gru|embedding)$", re.IGNORECASE)
_NAMES = re.compile(
    r"([^\W\d_][\w'^⊤]*(?:\([^()]*\))?(?:\s*[,/&]\s*[^\W\d_][\w'^⊤]*)*)\s*(?::|∈|=|~|\bin\b|has shape|\bof\b)?\s*$"
)
_TRANSPOSED = re.compile(r"⊤|\^\s*\{?T\}?(?![\w×])|transpos|\.T\b|\.mT\b", re.IGNORECASE)
_PLANE = re.compile(r"(?<![\w×/.,] )(?<![\w×/.,*])(\w+|[HWhw]/\d+)×(\w+|[HWhw]/\d+), ?(\d+[CK]?|[CKFN])$", re.MULTILINE)
_LONGEST = 400
_SMALLEST_SIDE = 8
"""Below this two sides are a kernel's."""


@lru_cache(maxsize=8192)
def parse_shape(text: str) -> Shape | None:
    """The shape that a label says.

    Args:
        text: All words on an arrow, or those of a box for a value; lines are separated by newlines.

    Returns:
        The shape; nothing if the words say none, or several that differ.
    """
    if not text.strip() or len(text) > _LONGEST:
        return None
    plain = _PLANE.sub(_sides_and_channels, plain_label(text))
    for candidates in (_spaces(plain), _bracketed(plain), bare_shapes(plain)):
        if candidates:
            return _one_of(candidates, plain)
    return None


def _sides_and_channels(match: re.Match[str]) -> str:
    """``64×64, 128`` is ``(64, 64, 128)``; a kernel with its channels is none."""
    if any(side.isdigit() and int(side) < _SMALLEST_SIDE for side in match.groups()[:2]):
        return match.group()
    return "({}, {}, {})".format(*match.groups())


def _one_of(candidates: list[tuple[Found, int, int]], plain: str) -> Shape | None:
    """The shape that all candidates agree on; the first where one is set equal to another."""
    first, start, end = candidates[0]
    facts = dict(first.facts)
    for (_, _, before), (found, after, _) in pairwise(candidates):
        if found.sizes == first.sizes:
            continue
        between = plain[before:after].strip()
        if between not in {"=", "≡", "≈", "e.g.", "i.e.", ""} or len(found.sizes) != len(first.sizes):
            return None
        facts |= {left.symbol: right for left, right in zip(first.sizes, found.sizes, strict=True) if left.symbol}
    named = _NAMES.search(plain[:start].rstrip("( ["))
    names = tuple(re.split(r"\s*[,/&]\s*", named.group(1))) if named else ()
    rest = plain[:start] + " " + plain[end:]
    return Shape(
        first.sizes,
        names=tuple(
            name.replace("⊤", "ᵀ") for name in names if name and not is_operation(name) and not _MAKERS.match(name)
        ),
        facts=tuple(sorted(facts.items())),
        open=first.open,
        transposed=bool(_TRANSPOSED.search(rest)),
        text=plain[start:end],
    )


def _spaces(plain: str) -> list[tuple[Found, int, int]]:
    """``R^{B × T × d}``: whatever stands there are sizes."""
    found = []
    for match in _SPACE.finditer(plain):
        inside = next(group for group in match.groups() if group is not None)
        sizes = sizes_of_list(
            re.sub(r"(?<=[\w)])\s*x\s*(?=[\w(])", "×", inside) if "×" not in inside else inside, sure=True
        )
        if sizes is not None:
            found.append((sizes, *match.span()))
    return found


def _bracketed(plain: str) -> list[tuple[Found, int, int]]:
    found = []
    for start, end in _groups(plain):
        before = plain[:start]
        applied = re.search(r"([\w.]+)\Z", before)
        inside = plain[start + 1 : end - 1]
        if plain[start] == "<" and not re.search(r"[,×]", inside):
            continue
        if applied and _LAYERS.match(applied.group(1)):
            continue
        made = bool(applied and _MAKERS.match(applied.group(1)))
        outside = before[before.rfind("\n") + 1 :] + " " + plain[end:].split("\n", maxsplit=1)[0]
        sizes = sizes_of_list(
            inside,
            sure=made,
            square=plain[start] == "[",
            applied=bool(applied) and not made,
            operation=is_operation(outside) and not made,
        )
        if sizes is not None and not _is_part_of_formula(plain, start, end, sizes):
            found.append((sizes, start, end))
    return found


def _is_part_of_formula(plain: str, start: int, end: int, found: Found) -> bool:
    """Whether the brackets group factors, as in ``(B·T)/2`` or ``(d/h)²``."""
    after, before = plain[end : end + 1], plain[:start].rstrip()[-1:]
    return len(found.sizes) < 2 and (bool(after and after in "/^*·×") or bool(before and before in "/^*·×+-√"))


def _groups(plain: str) -> list[tuple[int, int]]:
    """Outermost brackets, by place; where they do not match, none; a group without a shape is looked into."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = []
    for place, character in enumerate(plain):
        if character in _OPENING:
            stack.append((place, character))
        elif character in _CLOSING and stack and _OPENING.index(stack[-1][1]) == _CLOSING.index(character):
            start, _ = stack.pop()
            if not stack:
                found.append((start, place + 1))
    return found
