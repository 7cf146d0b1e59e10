"""The root command. It knows every command by name and imports none before it is called, so that help is instant."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperCommand, TyperGroup

from evalmode._version import __version__
from evalmode.cli.options import Invocation, PackOption

BROKEN_PIPE = 141
"""Exit code when the reader of our output went away: what a shell reports for any program that this happens to."""


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """Where a command is to be found once it is called.

    Args:
        module: The module that defines it.
        help: One line for the list of commands.
        attribute: A ``typer.Typer``, or a function that Typer can make a command of.
    """

    module: str
    help: str
    attribute: str = "app"


COMMANDS: dict[str, LazyCommand] = {
    "serve": LazyCommand(
        "evalmode.cli.serve", "Open evalmode in the browser (also what evalmode alone does).", "serve"
    ),
    "drill": LazyCommand("evalmode.cli.drill", "Answer rapid-fire questions against the clock.", "drill"),
    "deep": LazyCommand("evalmode.cli.deep", "Answer one question at length, with follow-ups.", "deep"),
    "ready": LazyCommand("evalmode.cli.ready", "Show which checklist items your answers have earned.", "ready"),
    "stats": LazyCommand("evalmode.cli.stats", "Show what you practised and what you remember.", "stats"),
    "grade": LazyCommand("evalmode.cli.grade", "Grade an answer from a file or standard input.", "grade"),
    "code": LazyCommand("evalmode.cli.code", "Solve coding problems in your own editor."),
    "judge": LazyCommand("evalmode.cli.judge", "Judge a program that solves a coding problem.", "judge"),
    "draw": LazyCommand("evalmode.cli.draw", "Draw architectures from memory."),
    "board": LazyCommand("evalmode.cli.board", "Check a drawing of an architecture.", "board"),
    "bank": LazyCommand("evalmode.cli.bank", "List, show, check, prove and write questions."),
    "export": LazyCommand("evalmode.cli.portability", "Write your history, or the questions, to a file.", "export"),
    "import": LazyCommand("evalmode.cli.portability", "Read a history that export wrote.", "import_"),
    "settings": LazyCommand("evalmode.cli.settings", "Show and change settings.", "settings"),
    "schema": LazyCommand("evalmode.cli.schema", "Print the JSON Schema of a --json document.", "schema"),
    "doctor": LazyCommand("evalmode.cli.doctor", "Say what works on this machine and how to get the rest.", "doctor"),
}


class RootGroup(TyperGroup):
    """Lists commands from the table above, and imports the one that is called."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Typer's own settings, handed on
        super().__init__(**settings)
        for name, command in COMMANDS.items():
            self.add_command(TyperCommand(name, help=command.help, short_help=command.help))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:  # noqa: ANN401 - as above
        """The real command in place of its line in the list."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name is not None and listed is not None else None, rest

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Run the command; a reader that went away ends it quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            discard_output()
            raise typer.Exit(BROKEN_PIPE) from None
        return result


def load_command(name: str) -> Any:  # noqa: ANN401 - Typer's command type has no public name
    """Import a command of the table."""
    entry = COMMANDS[name]
    found = getattr(import_module(entry.module), entry.attribute)
    if not isinstance(found, typer.Typer):
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name)(found)
        found = single
    command = typer.main.get_command(found)
    command.name = name
    return command


def discard_output() -> None:
    """Send what is still to be written nowhere, so that the interpreter's own last flush is silent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"evalmode {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=RootGroup,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def root(
    ctx: typer.Context,
    pack: PackOption = None,
    data: Annotated[
        Path | None, typer.Option(metavar="DIR", envvar="EVALMODE_DATA", help="Keep your history in this folder.")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback when something fails.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Practise for a deep-learning interview, and have what you said, drew and built checked.

    Without a command it opens in the browser.
    """
    invocation = ctx.ensure_object(Invocation)
    invocation.packs, invocation.data, invocation.debug = tuple(pack or ()), data, debug
    if ctx.invoked_subcommand is None:
        command = load_command("serve")
        with command.make_context("serve", [], parent=ctx) as inner:
            command.invoke(inner)


def root_command() -> Any:  # noqa: ANN401 - as above
    """The program as one command object."""
    return typer.main.get_command(app)
