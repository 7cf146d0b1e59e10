"""What every command is told: the global options, and the option types that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from evalmode.bank import Bank
    from evalmode.bank.problems import Problem

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]
PackOption = Annotated[
    list[Path] | None,
    typer.Option("--pack", metavar="DIR", help="Also use the content pack in this folder (repeatable)."),
]
KindOption = Annotated[list[str] | None, typer.Option("--kind", help="Only this kind, such as rapid (repeatable).")]
TopicOption = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic or area (repeatable).")]
LevelOption = Annotated[list[str] | None, typer.Option("--level", help="screen, core or senior (repeatable).")]


@dataclass
class Invocation:
    """One run of the program: what stood before the command's name.

    Args:
        packs: Folders of content packs to use besides the installed ones.
        data: Folder of the user's data; None for the platform's own place.
        debug: Whether an error shows its traceback.
        serve: Runs the browser app, given by the program itself: the terminal's room does not know the web's.
    """

    packs: tuple[Path, ...] = ()
    data: Path | None = None
    debug: bool = False
    serve: Callable[..., None] | None = None

    def bank(self, more: Iterable[Path] | None = None) -> Bank:
        """The question bank of this run.

        Args:
            more: Further packs, from the command's own ``--pack``.

        Raises:
            BankError: A pack cannot be read.
        """
        from evalmode.bank import load_bank  # help must not wait for the bank's libraries

        return load_bank((*self.packs, *(more or ())))

    def read_bank(self, more: Iterable[Path] | None = None) -> tuple[Bank, list[Problem]]:
        """The question bank as far as it can be read, and what is wrong with the rest."""
        from evalmode.bank import read_bank  # help must not wait for the bank's libraries

        return read_bank((*self.packs, *(more or ())))


def invocation_of(ctx: typer.Context) -> Invocation:
    """The run that a command belongs to."""
    found = ctx.find_object(Invocation)
    return found if found is not None else Invocation()
