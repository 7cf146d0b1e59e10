"""Architectures of the built-in pack, and drawings checked against them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from evalmode.bank import load_bank
from evalmode.board.architecture import Architecture, load_architecture
from evalmode.board.check import check_drawing
from evalmode.board.notation import parse_notation

if TYPE_CHECKING:
    from evalmode.board.values import BoardCheck, Finding


@cache
def architecture(name: str) -> Architecture:
    item = next(item for item in load_bank().board if item.id == name)
    return load_architecture(item)


def check(name: str, text: str) -> BoardCheck:
    return check_drawing(architecture(name), parse_notation(text))


def mistakes(name: str, text: str) -> list[Finding]:
    return [one for one in check(name, text).findings if one.severity == "mistake"]
