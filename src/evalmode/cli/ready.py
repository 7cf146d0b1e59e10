"""``evalmode ready``: the final checklist, ticked by evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, glyph, print_json
from evalmode.cli.practising import DataOption, practice_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from evalmode.practice.values import Readiness, ReadinessItem


def ready(ctx: typer.Context, data: DataOption = None, as_json: JsonFlag = False) -> None:
    """Show which checklist items your answers have earned, and what to practise for the rest."""
    from evalmode import practice

    with practice_of(ctx, data) as p:
        value = practice.readiness(p)
    if as_json:
        print_json(value)
    else:
        console().print(_checklist(value))


def _checklist(value: Readiness) -> RenderableType:
    table = Table(
        box=None,
        padding=(0, 1),
        show_header=False,
        title=f"Ready: {value.ready} of {len(value.items)}",
        title_justify="left",
    )
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for item in value.items:
        table.add_row(_mark(item), Text(item.title, style="bold" if item.id == value.weakest else ""))
        says = [item.says]
        if not item.ready and item.next_item is not None:
            says.append(f"Next: {item.next_item}")
        table.add_row("", Padding(Text("  ".join(says), style="dim"), (0, 0, 0, 2)))
    return table


def _mark(item: ReadinessItem) -> Text:
    if item.ready:
        return Text(f"{glyph('✔', '+')} ready", style="green")
    return Text(f"{glyph('○', '-')} {item.progress:4.0%}", style="yellow" if item.progress else "dim")
