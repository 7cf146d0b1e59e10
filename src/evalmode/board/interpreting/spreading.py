"""Boxes of a cell that tell several values, one part for each: ``i, f, o = σ`` above ``g = tanh``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evalmode.board.drawing import Arrow, Box, Drawing
from evalmode.board.vocabulary.naming import name_of
from evalmode.board.vocabulary.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.interpreting.draft import Setting

__all__ = ["spread_lists"]

_NAME = r"(?:forget|input|output|cand(?:idate)?|[ifogcC](?:[\u0303~']|\u0302)?(?:_?\{?t\}?)?'?|h(?:_?\{?t\}?)?'?)"
_LIST = rf"{_NAME}(?:\s*(?:,|/|&|and|\s)\s*{_NAME})*"
_TOLD = re.compile(
    rf"(?P<names>(?<![\w]){_LIST})\s*(?:gates?)?\s*[\])]?\s*(?:=|:=|←|→|->|:|\()\s*(?P<how>[^=:←;\n]+?)\s*(?=;|\n|$|,\s*{_LIST}\s*(?:=|:))"
)
_APPLIED = re.compile(
    rf"(?P<how>σ|sigmoid|tanh)\s*(?:\(|:|for|on|→|->)\s*(?P<names>{_LIST})\s*(?:gates?)?\)?(?=[;,\n+&\s]|and|$)"
)
_BARE = re.compile(r"(?P<how>σ|sigmoids?|tanh)\W*(?:each)?\W*", re.IGNORECASE)
_TITLE = re.compile(r"^[\w\s,&/-]*[:,(\[\s]*$")
_WORDS = {"forget": "f", "input": "i", "output": "o", "cand": "g", "candidate": "g"}
_SIZES = re.compile(r"[(\[][^()\[\]]*[)\]]\s*$")
_GATES = frozenset("ifog")


@dataclass(frozen=True, slots=True)
class _Part:
    """One value that a box tells: its name, the label that says how it is made, and what it takes from elsewhere."""

    name: str
    label: str
    free: frozenset[str]
    inner: frozenset[str]


def spread_lists(drawing: Drawing, setting: Setting) -> Drawing:
    """The drawing with a box of its own for each value, where it is clear where every arrow leads."""
    if setting.architecture != "lstm-cell":
        return drawing
    for box in drawing.boxes:
        parts = _parts(box.label, setting)
        if len(parts) > 1:
            drawing = _spread(drawing, box, parts, setting)
    return drawing


def _parts(label: str, setting: Setting) -> list[_Part]:
    """What a box tells, if that is nothing but several values; gates with their non-linearity, states as formulas."""
    text = plain(label)
    rest, told = text, []
    for form in (_TOLD, _APPLIED):
        for match in form.finditer(rest):
            bare = _BARE.fullmatch(match["how"])
            how = match["how"] if bare is None else bare["how"]
            told += [(_named(name), how) for name in re.findall(_NAME, match["names"])]
        rest = form.sub("\n", rest)
    if len({name for name, _ in told}) != len(told) or not all(map(_TITLE.match, rest.split("\n"))):
        return []
    parts: list[_Part] = []
    for name, how in told:
        reading = setting.read(f"{name} = {how}" if name in _GATES else f"{name}_t = {how}")
        if not name or not reading.ops:
            return []
        free = {value for taken in reading.wires for value in taken if isinstance(value, str)} or {""}
        inner = free & {part.name for part in parts}
        label = f"{name} = {how}" if name in _GATES else f"{name}_t = {how}"
        parts.append(_Part(name, label, frozenset(free - inner), frozenset(inner)))
    return parts


def _named(word: str) -> str:
    return _WORDS.get(word) or name_of(word)


def _spread(drawing: Drawing, box: Box, parts: list[_Part], setting: Setting) -> Drawing:
    """One box for each part, and the arrows led to and from these; the drawing as it was if one leads nowhere."""
    arrows: list[Arrow] = []
    for arrow in drawing.arrows:
        led = [arrow]
        if arrow.source == box.id:
            led = _leaving(drawing, arrow, parts, setting)
        elif arrow.target == box.id:
            led = _arriving(drawing, arrow, parts, setting)
        if not led:
            return drawing
        arrows += led
    for part in parts:
        arrows += [
            Arrow(f"{box.id}/{one}/{part.name}", f"{box.id}/{one}", f"{box.id}/{part.name}", one, elements=box.elements)
            for one in sorted(part.inner)
        ]
    elements = box.elements or (box.id,)
    boxes = [replace(box, id=f"{box.id}/{part.name}", label=part.label, elements=elements) for part in parts]
    place = drawing.boxes.index(box)
    return replace(drawing, boxes=(*drawing.boxes[:place], *boxes, *drawing.boxes[place + 1 :]), arrows=tuple(arrows))


def _leaving(drawing: Drawing, arrow: Arrow, parts: list[_Part], setting: Setting) -> list[Arrow]:
    """An arrow for each value that its words name, or else that its target takes or is."""
    own = {part.name for part in parts}
    names = own & {_named(word) for word in re.findall(rf"(?<!\w){_NAME}(?!\w)", _SIZES.sub("", plain(arrow.label)))}
    target = next((box.label for box in drawing.boxes if box.id == arrow.target), "")
    names = names or own & _taken(target, setting)
    sizes = _SIZES.search(arrow.label)
    return [
        replace(
            arrow,
            id=f"{arrow.id}/{name}",
            source=f"{arrow.source}/{name}",
            label=f"{name} {sizes.group() if sizes else ''}".strip(),
            elements=arrow.elements or (arrow.id,),
        )
        for name in sorted(names)
    ]


def _taken(label: str, setting: Setting) -> set[str]:
    """The values that a box takes by name; the one it is, if it is a value."""
    parts = _parts(label, setting)
    if len(parts) > 1:
        return {name for part in parts for name in part.free}
    reading = setting.read(label)
    wires: Iterable[tuple[int | str, ...]] = reading.wires
    return {name for taken in wires for name in taken if isinstance(name, str)} if reading.ops else set(reading.names)


def _arriving(drawing: Drawing, arrow: Arrow, parts: list[_Part], setting: Setting) -> list[Arrow]:
    """An arrow to each part that takes the value by its name; to all that take any, if none does."""
    source = next((box.label for box in drawing.boxes if box.id == arrow.source), "")
    names = set(setting.read(arrow.label).names) or set(setting.read(source).names)
    takers = [part for part in parts if part.free & names] or [part for part in parts if part.free & {"", "x", "h"}]
    return [
        replace(
            arrow,
            id=f"{arrow.id}/{part.name}",
            target=f"{arrow.target}/{part.name}",
            elements=arrow.elements or (arrow.id,),
        )
        for part in takers
    ]
