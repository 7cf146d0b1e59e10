"""What was found in a drawing, as a person reads it in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from evalmode.cli.output import glyph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from evalmode.board.values import BoardCheck, EdgeShape, Finding, Habit, UnreadElement

_MARKS = {
    "right": ("✔", "+", "bold green"),
    "wrong": ("✘", "x", "bold red"),
    "unreadable": ("?", "?", "bold yellow"),
}


def check_of(found: BoardCheck, title: str) -> RenderableType:
    """A whole check: verdict, findings, wrong shapes, habits, and what could not be read.

    Args:
        found: What was found.
        title: The architecture's title.
    """
    parts: list[RenderableType] = [verdict_line(found, title)]
    if found.message:
        parts.append(Padding(Text(found.message), (0, 0, 0, 2)))
    mistakes = [one for one in found.findings if one.severity == "mistake"]
    hints = [one for one in found.findings if one.severity != "mistake"]
    parts += _findings("Mistakes", mistakes) + _findings("Worth knowing", hints)
    wrong = [one for one in found.shapes.edges if one.agrees is False]
    if wrong:
        parts.append(_section("Shapes", _shapes(wrong)))
    parts.append(_section("Habits", _habits(found.habits)))
    if found.unread:
        parts.append(_section("Not read (never counted as wrong)", _unread(found.unread)))
    return Group(*parts)


def verdict_line(found: BoardCheck, title: str) -> Text:
    """The verdict as a mark and words; colour only repeats what they say."""
    fancy, plain, style = _MARKS[found.verdict]
    variant = f" · {found.variant}" if found.variant else ""
    words = f"  {title}{variant} · {found.score:.0%}".replace("·", glyph("·", "|"))
    return Text.assemble((f"{glyph(fancy, plain)} {found.verdict}", style), words)


def module(source: str) -> RenderableType:
    """The program that a drawing describes."""
    return Syntax(source, "python", background_color="default", word_wrap=True)


def _findings(title: str, found: Iterable[Finding]) -> list[RenderableType]:
    lines = []
    for one in found:
        lines.append(Text(f"{glyph('•', '-')} {one.message}"))
        if one.why:
            lines.append(Text(f"  {one.why}", style="dim"))
    return [_section(title, Group(*lines))] if lines else []


def _shapes(wrong: Iterable[EdgeShape]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("between", "written", "follows", "because"):
        table.add_column(name, overflow="fold")
    for edge in wrong:
        between = f"{edge.source} {glyph('→', '->')} {edge.target}".replace("\n", " ")
        table.add_row(Text(between), Text(edge.written), Text(edge.inferred), Text(edge.derivation))
    return table


def _habits(habits: Iterable[Habit]) -> Group:
    marks = {True: (glyph("✔", "+"), "green"), False: (glyph("○", "o"), "yellow"), None: (" ", "dim")}
    return Group(*(Text.assemble(marks[one.kept], f" {one.name}: {one.message}") for one in habits))


def _unread(unread: Iterable[UnreadElement]) -> Group:
    return Group(*(Text(f"{glyph('•', '-')} {one.message}") for one in unread))


def _section(title: str, body: RenderableType) -> RenderableType:
    return Padding(Group(Text(title, style="bold"), Padding(body, (0, 0, 0, 2))), (1, 0, 0, 0))
