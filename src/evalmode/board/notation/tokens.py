"""From lines to chains: where steps and arrows are, with their places for errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.notation.errors import NotationError
from evalmode.board.notation.words import LINK, closing_quote, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FrameEnd", "FrameStart", "Link", "NoteLine", "Piece", "read_lines"]

_OPENING = re.compile(r"[-~=]{1,2}\[")
_CLOSING = re.compile(r"\]((?:~~|~|={1,2}|-{1,3})>)")
_FRAME = re.compile(r"\s*frame\b(?P<label>.*)\{\s*")
_NOTE = re.compile(r"\s*note\b\s*(?:@(?P<near>[^:]*))?:(?P<text>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one step, and where they stand."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two steps."""

    label: str
    curved: bool
    dashed: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FrameStart:
    """``frame "Encoder" x6 {``."""

    label: str
    line: int


@dataclass(frozen=True, slots=True)
class FrameEnd:
    """``}``."""

    line: int


@dataclass(frozen=True, slots=True)
class NoteLine:
    """``note @ near: text``; ``near`` is empty for a note that stands alone."""

    text: str
    near: str
    line: int
    column: int


Chain = list[Piece | Link]


def read_lines(text: str) -> Iterator[Chain | FrameStart | FrameEnd | NoteLine]:
    """The parts of a text, in order. A chain goes on where a line ends or the next begins with an arrow.

    Raises:
        NotationError: A quotation mark without its partner.
    """
    chain: Chain = []
    for number, raw in enumerate(text.split("\n"), start=1):
        line = _without_comment(raw.rstrip("\r"), number)
        if not line.strip():
            continue
        special = _special(line, number)
        tokens = [] if special else _tokens(line, number)
        goes_on = bool(chain and tokens) and (isinstance(tokens[0], Link) or isinstance(chain[-1], Link))
        if chain and not goes_on:
            yield chain
            chain = []
        if special:
            yield special
        chain += tokens
    if chain:
        yield chain


def _special(line: str, number: int) -> FrameStart | FrameEnd | NoteLine | None:
    if line.strip() == "}":
        return FrameEnd(number)
    if match := _FRAME.fullmatch(line):
        return FrameStart(_words(match["label"]), number)
    if match := _NOTE.fullmatch(line):
        return NoteLine(_words(match["text"]), (match["near"] or "").strip(), number, line.index("note") + 1)
    return None


def _words(text: str) -> str:
    """Words of which some may stand in quotation marks, which go."""
    text = text.strip()
    if text.startswith('"') and (end := closing_quote(text, 0)) > 0:
        return (
            f"{unquote(text[1:end])} {text[end + 1 :].strip()}".rstrip(" ")
            if text[end + 1 :].strip()
            else unquote(text[1:end])
        )
    return text


def _quoted(text: str, number: int) -> list[tuple[int, int]]:
    """Where quotations are, their marks included."""
    spans: list[tuple[int, int]] = []
    at = text.find('"')
    while at >= 0:
        end = closing_quote(text, at)
        if end < 0:
            raise NotationError("This quotation mark has no partner.", number, at + 1, hint='Close it with ".')
        spans.append((at, end + 1))
        at = text.find('"', end + 1)
    return spans


def _without_comment(line: str, number: int) -> str:
    if "#" not in line:
        return line
    quoted = [] if line.lstrip().startswith("#") else _quoted(line, number)
    for match in re.finditer(r"(?:^\s*|\s)#(?=\s|$)|^\s*#", line):
        if not any(start <= match.start() < end for start, end in quoted):
            return line[: match.start()]
    return line


def _tokens(line: str, number: int) -> Chain:
    links = _links(line, number)
    tokens: Chain = []
    at = 0
    for start, end, link in links:
        if piece := _piece(line, at, start, number):
            tokens.append(piece)
        tokens.append(link)
        at = end
    if piece := _piece(line, at, len(line), number):
        tokens.append(piece)
    return tokens


def _piece(line: str, start: int, end: int, number: int) -> Piece | None:
    text = line[start:end]
    stripped = text.strip()
    return Piece(stripped, number, start + len(text) - len(text.lstrip()) + 1) if stripped else None


def _links(line: str, number: int) -> list[tuple[int, int, Link]]:
    """Arrows with spaces beside them; where a line has none of these, arrows without: ``x->Linear``."""
    quoted = _quoted(line, number)
    found: list[tuple[int, int, Link]] = []
    bare: list[tuple[int, int, Link]] = []
    at = 0
    while at < len(line):
        span = next((span for span in quoted if span[0] <= at < span[1]), None)
        if span:
            at = span[1]
            continue
        if labelled := _labelled(line, at, number):
            found.append(labelled)
            at = labelled[1]
        elif match := LINK.match(line, at):
            spaced = _space(line, at - 1) or _space(line, match.end())
            (found if spaced else bare).append((at, match.end(), _link("", match[0], number, at + 1)))
            at = match.end()
        else:
            at += 1
    return found or bare


def _labelled(line: str, at: int, number: int) -> tuple[int, int, Link] | None:
    opening = _OPENING.match(line, at)
    if opening is None or not _space(line, at - 1):
        return None
    begins = opening.end()
    if begins < len(line) and line[begins] == '"':
        ends = closing_quote(line, begins) + 1
        closing = _CLOSING.match(line, ends)
        label = unquote(line[begins + 1 : ends - 1])
    else:
        closing = _CLOSING.search(line, begins)
        label = line[begins : closing.start()].strip() if closing else ""
    return (at, closing.end(), _link(label, closing[1], number, at + 1)) if closing else None


def _link(label: str, sign: str, number: int, column: int) -> Link:
    return Link(label, sign[0] in "=⇒" or sign.startswith("~~"), sign[0] in "~⇢", number, column)


def _space(line: str, at: int) -> bool:
    return at < 0 or at >= len(line) or line[at].isspace()
