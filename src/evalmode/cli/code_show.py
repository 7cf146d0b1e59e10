"""The coding room as a person reads it in a terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from evalmode.cli import judge_show
from evalmode.cli.drill_show import comes_back, prose
from evalmode.cli.output import glyph
from evalmode.core import CodeVerdict
from evalmode.practice.values import ProblemState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from evalmode.practice.values import CodeFeedback, HintsTaken, ProblemBrief, SolutionView

_STATES = {
    ProblemState.NEW: (" ", " ", ""),
    ProblemState.STARTED: ("◐", "~", "yellow"),
    ProblemState.GIVEN_UP: ("○", "o", "red"),
    ProblemState.PASSED: ("✔", "+", "green"),
}


def problems(briefs: Iterable[ProblemBrief]) -> RenderableType:
    """A table of problems and how far one got with each."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", no_wrap=True)
    table.add_column("problem", no_wrap=True, overflow="fold")
    table.add_column("level")
    table.add_column("min", justify="right")
    table.add_column("tries", justify="right")
    table.add_column("best", justify="right")
    table.add_column("about", overflow="fold")
    count = passed = 0
    for brief in briefs:
        count += 1
        passed += brief.state is ProblemState.PASSED
        fancy, plain, style = _STATES[brief.state]
        best = "" if brief.best_ratio is None else f"{brief.best_ratio:.2g}{glyph('×', 'x')}"
        due = Text(" (due)", style="yellow") if brief.due is not None and brief.due <= datetime.now(UTC) else Text()
        table.add_row(
            Text(glyph(fancy, plain), style=style),
            Text(brief.id),
            Text(brief.level),
            Text(str(brief.minutes)),
            Text(str(brief.attempts or "")),
            Text(best),
            Text.assemble(brief.title, due),
        )
    said = f"{passed} of {count} passed. evalmode code start ID begins one."
    return Group(table, Text(said, style="dim"))


def feedback(value: CodeFeedback) -> RenderableType:
    """A submission: the judgement, what it is worth, when it comes back, and what follows once the round is over."""
    if value.judgement is None:
        return Text(value.says, style="yellow")
    parts: list[RenderableType] = [judge_show.judgement(value.judgement, value.title)]
    worth = f"Kept as try {value.tries}"
    if value.hints:
        worth += f" after {value.hints} {'hint' if value.hints == 1 else 'hints'}"
    worth += "." if value.score is None else f", worth {value.score:.0%}."
    if value.memory is not None:
        worth += f" {comes_back(value.memory)}"
    parts.append(Padding(Text(worth, style="bold"), (1, 0, 0, 0)))
    if value.solution is not None:
        parts.append(after(value.solution, reference=value.judgement.verdict is not CodeVerdict.ACCEPTED))
    return Group(*parts)


def after(value: SolutionView, *, reference: bool) -> RenderableType:
    """What is told once a problem was passed or given up.

    Args:
        value: All there is.
        reference: Whether to print the reference solution, too.
    """
    parts: list[RenderableType] = []
    if reference:
        parts.append(section("Reference", Syntax(value.reference, "python", background_color="default")))
    parts.append(section("Cost", Text(value.complexity)))
    parts.append(section("Why", prose(value.why)))
    questions = Group(*(Text(f"{number}. {one.ask}") for number, one in enumerate(value.follow_ups, start=1)))
    if value.follow_ups:
        parts.append(section("What an interviewer asks next", questions))
    return Group(*parts)


def hints(value: HintsTaken) -> RenderableType:
    """The hints taken so far."""
    table = Table.grid(padding=(0, 1))
    for number, hint in enumerate(value.hints, start=1):
        table.add_row(Text(f"{number}/{value.total}", style="dim"), prose(hint))
    return table


def section(heading: str, body: RenderableType) -> RenderableType:
    """A part of a page."""
    return Padding(Group(Text(heading, style="bold"), Padding(body, (0, 0, 0, 2))), (1, 0, 0, 0))
