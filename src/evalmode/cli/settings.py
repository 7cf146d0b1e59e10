"""``evalmode settings``: show and change what the user chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import ValidationError
from rich.table import Table
from rich.text import Text

from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json
from evalmode.cli.practising import DataOption, practice_of
from evalmode.core import InputError, NotFoundError
from evalmode.practice.values import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

_SECRETIVE = frozenset({"llm_url", "llm_key_variable"})
"""Settings into which somebody may put a key by mistake; what they put there is not repeated."""


def settings(
    ctx: typer.Context,
    change: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME=VALUE]...", help="Settings to change, such as daily_goal=30.")
    ] = None,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Show all settings, or change some. An empty value brings the default back."""
    from evalmode import practice

    with practice_of(ctx, data) as p:
        value = practice.get_settings(p)
        if change:
            value = practice.put_settings(p, changed(value, change))
    if as_json:
        print_json(value)
        return
    table = Table.grid(padding=(0, 2))
    for name, field in Settings.model_json_schema()["properties"].items():
        chosen = getattr(value, name)
        shown = "" if chosen is None else str(chosen).lower() if isinstance(chosen, bool) else str(chosen)
        table.add_row(
            Text(name, style="bold"), Text(shown), Text(" ".join(field.get("description", "").split()), style="dim")
        )
    console().print(table)


def changed(value: Settings, changes: Iterable[str]) -> Settings:
    """The settings with changes of the form ``name=value``.

    Raises:
        NotFoundError: There is no such setting.
        InputError: A change is not of that form, or the value does not fit.
    """
    wanted: dict[str, Any] = value.model_dump()
    for change in changes:
        name, separator, text = change.partition("=")
        if not separator:
            raise InputError(f"{change!r} changes nothing.", hint="Write NAME=VALUE, such as daily_goal=30.")
        if name not in wanted:
            raise NotFoundError(f"There is no setting {name!r}.", hint=f"Settings are {', '.join(wanted)}.")
        if text:
            wanted[name] = text
        else:
            wanted[name] = Settings.model_fields[name].get_default()
    try:
        return Settings.model_validate(wanted)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name, said = str(first["loc"][0]), str(first["msg"]).removeprefix("Value error, ")
        if name in _SECRETIVE:
            raise InputError(
                f"That cannot be {name}: {said[:1].lower()}{said[1:]}.", hint="Keep keys in environment variables."
            ) from None
        raise InputError(f"{name} cannot be {first['input']!r}: {said[:1].lower()}{said[1:]}.") from error
