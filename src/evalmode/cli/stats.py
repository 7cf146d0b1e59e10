"""``evalmode stats``: what was practised, and what is remembered of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evalmode.cli.drill_show import bar
from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json
from evalmode.cli.practising import DataOption, practice_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from evalmode.practice.values import Progress

_WEAKEST = 10
_DAYS = 14


def stats(ctx: typer.Context, data: DataOption = None, as_json: JsonFlag = False) -> None:
    """Show what you practised and what you remember of it."""
    from evalmode import practice

    with practice_of(ctx, data) as p:
        value = practice.progress(p)
    if as_json:
        print_json(value)
    elif value.attempts:
        console().print(_page(value))
    else:
        console().print("Nothing was practised yet. evalmode drill begins.")


def _page(value: Progress) -> RenderableType:
    head = f"{value.attempts} answers in {value.minutes:.0f} minutes"
    if value.mean_score is not None:
        head += f", {value.mean_score:.0%} on average"
    parts: list[RenderableType] = [Text(head, style="bold")]
    within = [point.seconds_used <= point.seconds_allotted for point in value.budget]
    if within:
        parts.append(Text(f"{sum(within)} of the last {len(within)} within the time allotted"))
    if value.retention:
        week = value.retention[-1]
        said = f"Last week {week.recalled:.0%} of what came back was recalled ({week.predicted:.0%} expected)"
        parts.append(Text(said))
    parts.append(_section("Weakest topics", [(t.title, t.score, f"{t.score:.0%}") for t in value.topics[:_WEAKEST]]))
    days = sorted(value.calendar, key=lambda day: day.day)[-_DAYS:]
    most = max((day.attempts for day in days), default=1)
    parts.append(_section("Last days", [(f"{d.day:%a %d %b}", d.attempts / most, str(d.attempts)) for d in days]))
    return Group(*parts)


def _section(heading: str, rows: list[tuple[str, float, str]]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(no_wrap=True)
    table.add_column(justify="right")
    for title, share, said in rows:
        table.add_row(Text(title), Text(bar(share)), Text(said))
    return Padding(Group(Text(heading, style="bold"), Padding(table, (0, 0, 0, 2))), (1, 0, 0, 0))
