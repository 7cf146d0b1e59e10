"""One step of a chain: its label, its name, its shape, and the further values that come to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode.board.notation.errors import NotationError
from evalmode.board.notation.words import CURVED_JOINS, JOIN, NAME, clean, closing_quote, split_shape, unquote

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.board.notation.tokens import Piece

__all__ = ["Input", "Step", "parse_step"]

_AS = re.compile(rf"(?P<label>.*\S)\s+as\s+(?P<name>{NAME.pattern})", re.DOTALL)
_PLAIN_NAME = re.compile(r"[^\W\d][\w']*(?: [\w']+)*(?:_\{[^{}]*\})?")


@dataclass(frozen=True, slots=True)
class Input:
    """A further value that comes to a step.

    Args:
        name: What it is called.
        label: The words on its arrow, such as ``k`` of ``k=keys``; empty if there are none.
        curved: Whether it comes by a curved arrow.
    """

    name: str
    label: str
    curved: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What one step says."""

    label: str
    quoted: bool
    name: str
    shape: str
    inputs: tuple[Input, ...]
    piece: Piece


def parse_step(piece: Piece, known: Callable[[str], bool]) -> Step:
    """What a step says.

    Args:
        piece: Its words.
        known: Whether something is called so.

    Raises:
        NotationError: It joins values of which one is not known, or has words after its quotation.
    """
    text, quoted, label = piece.text, False, ""
    if text.startswith('"'):
        end = closing_quote(text, 0)
        label, text, quoted = unquote(text[1:end]), text[end + 1 :], True
    rest, name, shape = _tail(text, quoted=quoted)
    if quoted:
        inputs = _quoted_inputs(rest, piece, known)
        return Step(label, True, name, shape, inputs, piece)
    label, inputs = _joined(rest, piece, known)
    return Step(label, False, name, shape, inputs, piece)


def _tail(text: str, *, quoted: bool) -> tuple[str, str, str]:
    """What is left without ``as name`` and the shape, which may stand in either order."""
    name = shape = ""
    text = f"|{text}" if quoted else text  # something must stand before `as`
    for _ in range(2):
        if not name and (match := _AS.fullmatch(text)):
            text, name = match["label"], match["name"]
        elif not shape:
            text, shape = split_shape(text)
    return (text.removeprefix("|") if quoted else text).strip(), name, shape


def _quoted_inputs(rest: str, piece: Piece, known: Callable[[str], bool]) -> tuple[Input, ...]:
    if not rest:
        return ()
    if not rest.startswith("@"):
        message = f"After the quotation comes {rest!r}, which means nothing there."
        raise NotationError(
            message, piece.line, piece.column, hint="Only a shape, `as name` and `@ inputs` may follow a quotation."
        )
    return _inputs(rest[1:], piece, known, curved=False, must=True) or ()


def _joined(text: str, piece: Piece, known: Callable[[str], bool]) -> tuple[str, tuple[Input, ...]]:
    label, rest = _at_inputs(text) if not text.startswith("@ ") else ("@", text[2:])
    if label:
        sign = label.strip()
        inputs = _inputs(rest, piece, known, curved=False, must=True)
        if inputs:
            return sign, inputs
    if match := JOIN.fullmatch(text):
        sign = match["sign"] or match["word"]
        must = match["sign"] is not None
        inputs = _inputs(match["rest"], piece, known, curved=sign.lower() in CURVED_JOINS, must=must)
        if inputs:
            return sign, inputs
    return text, ()


def _at_inputs(text: str) -> tuple[str, str]:
    """What stands before and behind the last ``@`` outside of quotations; nothing before it where there is none."""
    found, at = -1, 0
    while at < len(text):
        if text.startswith(" @ ", at):
            found = at
        at = max(at, closing_quote(text, at)) + 1 if text[at] == '"' else at + 1
    return (text[:found], text[found + 3 :]) if found >= 0 else ("", text)


def _inputs(
    text: str, piece: Piece, known: Callable[[str], bool], *, curved: bool, must: bool
) -> tuple[Input, ...] | None:
    """The values named in ``a, k=b``; None where these words are a label and no names."""
    inputs = [_input(part, curved=curved) for part in _split(text)]
    unknown = [one.name for one in inputs if not known(one.name)]
    if not unknown:
        return tuple(inputs)
    some_known = len(unknown) < len(inputs)
    if some_known or (must and all(_PLAIN_NAME.fullmatch(name) for name in unknown)):
        message = f"Nothing above is called “{unknown[0]}”."
        hint = "Write it first on a line of its own, or put the whole step in quotation marks if it is a label."
        raise NotationError(message, piece.line, piece.column, hint=hint)
    return None


def _split(text: str) -> list[str]:
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == '"' and (end := closing_quote(text, at)) > 0:
            at = end
        elif text[at] == ",":
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [part.strip() for part in (*parts, text[start:])]


def _input(part: str, *, curved: bool) -> Input:
    label = ""
    if part.startswith('"'):
        end = closing_quote(part, 0)
        label, part = unquote(part[1:end]), part[end + 1 :].lstrip().removeprefix("=")
    elif "=" in part:
        label, _, part = (side.strip() for side in part.partition("="))
    return Input(clean(part), label, curved)
