"""``evalmode doctor``: what works on this machine, and what to install for the rest."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, glyph, print_json
from evalmode.cli.practising import DataOption, practice_of


def doctor(
    ctx: typer.Context,
    try_model: Annotated[
        bool, typer.Option("--try-model", help="Send a trial question to the language model that the settings name.")
    ] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Say what works on this machine and how to get the rest."""
    from evalmode.wiring import look_about

    with practice_of(ctx, data) as p:
        found = look_about(p, try_model=try_model)
    if as_json:
        print_json([ability.model_dump(mode="json") for ability in found])
        return
    table = Table.grid(padding=(0, 2))
    for ability in found:
        mark = (
            Text(f"{glyph('✔', '+')} works", "green")
            if ability.works
            else Text(f"{glyph('○', '-')} not here", "yellow")
        )
        table.add_row(mark, Text(ability.title, style="bold"), Text(ability.says))
    console().print(table)
