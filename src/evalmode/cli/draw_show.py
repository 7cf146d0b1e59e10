"""The whiteboard room as a person reads it in a terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.console import Group
from rich.markdown import Markdown
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evalmode.cli import board_show
from evalmode.cli.drill_show import comes_back
from evalmode.cli.output import glyph
from evalmode.practice.values import ProblemState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rich.console import RenderableType

    from evalmode.practice.values import (
        ArchitectureBrief,
        ArchitectureView,
        BoardSolution,
        DrawingFeedback,
        ModuleRunView,
    )

_STATES = {
    ProblemState.NEW: (" ", " ", ""),
    ProblemState.STARTED: ("◐", "~", "yellow"),
    ProblemState.GIVEN_UP: ("○", "o", "red"),
    ProblemState.PASSED: ("✔", "+", "green"),
}


def architectures(briefs: Iterable[ArchitectureBrief]) -> RenderableType:
    """A table of architectures and how far one got with each."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("", no_wrap=True)
    table.add_column("architecture", no_wrap=True, overflow="fold")
    table.add_column("level")
    table.add_column("min", justify="right")
    table.add_column("tries", justify="right")
    table.add_column("best", justify="right")
    table.add_column("about", overflow="fold")
    count = drawn = 0
    for brief in briefs:
        count += 1
        drawn += brief.state is ProblemState.PASSED
        fancy, plain, style = _STATES[brief.state]
        due = Text(" (due)", style="yellow") if brief.due is not None and brief.due <= datetime.now(UTC) else Text()
        table.add_row(
            Text(glyph(fancy, plain), style=style),
            Text(brief.id),
            Text(brief.level),
            Text(str(brief.minutes)),
            Text(str(brief.attempts or "")),
            Text("" if brief.best_score is None else f"{brief.best_score:.0%}"),
            Text.assemble(brief.title, due),
        )
    said = f"\n{drawn} of {count} drawn rightly. evalmode draw start ARCHITECTURE begins one."
    return Group(table, Text(said, style="dim"))


def question(view: ArchitectureView, file: Path) -> RenderableType:
    """What is asked, and what to do next."""
    name = view.brief.id
    return Group(
        Text(f"{view.brief.title}: {view.brief.minutes} minutes.", style="bold"),
        Markdown(view.question),
        Text(f"\nDraw in {file}"),
        Text(f"evalmode board {name} {file} --watch checks it whenever you save.", style="dim"),
        Text(f"evalmode draw submit {name} {file} hands it in.", style="dim"),
    )


def feedback(value: DrawingFeedback) -> RenderableType:
    """A drawing that was handed in: what was found, what it is worth, when it comes back."""
    parts: list[RenderableType] = []
    if value.check is not None:
        parts.append(board_show.check_of(value.check, value.title))
    if value.says:
        parts.append(Text(value.says, style="yellow"))
    if value.score is not None:
        hints = f" with {value.hints} {'hint' if value.hints == 1 else 'hints'}" if value.hints else ""
        parts.append(Padding(Text(f"Worth {value.score:.0%}{hints}."), (1, 0, 0, 0)))
    if value.memory is not None:
        parts.append(Text(comes_back(value.memory)))
    if value.solution is not None:
        said = f"evalmode draw references {value.architecture} shows every accepted variant."
        parts.append(Text(said, style="dim"))
    return Group(*parts)


def references(solution: BoardSolution) -> RenderableType:
    """Every accepted drawing in the text notation, the equations, and why it is built so."""
    parts: list[RenderableType] = []
    for one in solution.references:
        parts.append(Text(one.title, style="bold"))
        parts.append(Padding(Text(one.notation.rstrip()), (0, 0, 1, 2)))
    if solution.equations:
        parts.append(Text("Equations", style="bold"))
        parts.append(Padding(Text("\n".join(solution.equations)), (0, 0, 1, 2)))
    parts.append(Text("Why", style="bold"))
    parts.append(Padding(Markdown(solution.why), (0, 0, 0, 2)))
    return Group(*parts)


def module_run(value: ModuleRunView) -> RenderableType:
    """The module that a drawing describes, and what came of running it."""
    mark, style = (glyph("✔", "+"), "bold green") if value.works else (glyph("✘", "x"), "bold red")
    parts: list[RenderableType] = [Text.assemble((f"{mark} ", style), value.says)]
    if value.module:
        parts.append(Padding(board_show.module(value.module), (1, 0)))
    if value.parameters is not None:
        sizes = ", ".join(f"{name} = {size}" for name, size in value.sizes.items())
        parts.append(
            Text(f"{value.parameters:,} parameters with {sizes}." if sizes else f"{value.parameters:,} parameters.")
        )
    if value.nodes:
        table = Table(box=None, pad_edge=False, header_style="bold")
        table.add_column("value")
        table.add_column("shape")
        for node in value.nodes:
            table.add_row(Text(node.name), Text(node.shape))
        parts.append(Padding(table, (1, 0, 0, 0)))
    return Group(*parts)
