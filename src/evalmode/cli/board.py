"""``evalmode board``: check a drawing, a batch of drawings, or a file whenever it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalmode.cli import textfile
from evalmode.cli.options import JsonFlag, PackOption, invocation_of
from evalmode.cli.output import console, print_json

if TYPE_CHECKING:
    from evalmode.bank import BoardItem
    from evalmode.board.values import BoardCheck

MAX_FILE_BYTES = 100_000_000
"""A larger file is no drawing of an architecture."""


def board(
    ctx: typer.Context,
    architecture: Annotated[
        str | None, typer.Argument(metavar="ARCHITECTURE", help="The architecture, such as lstm-cell.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE|-]", help="An .excalidraw file or text notation; standard input if left out."),
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch",
            metavar="DIR|FILE.jsonl",
            help='Check a folder, or lines of {"architecture", "scene"}.',
        ),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check FILE again whenever it is saved.")] = False,
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Check a drawing of an architecture. Nothing is stored.

    With --batch, each drawing gives one line of JSON, in order. In a folder, a drawing's architecture is told by its
    name: DIR/gan/anything.excalidraw, DIR/gan.excalidraw or DIR/gan__anything.excalidraw; text notation ends in
    .board. A file (or - for standard input) holds lines {"architecture", "scene" or "notation"}, and "id" and
    "corrections" if you like. An ARCHITECTURE given as well is meant where none is named. What cannot be read gives
    {"error": ...} in its place, and the exit code is 1 at the end.

    With --watch and --json, each save gives one line of JSON.
    """
    if (batch is None) == (architecture is None and file is None) and batch is None:
        raise typer.BadParameter("Give an ARCHITECTURE, or --batch.")
    if batch is not None and (file is not None or watch):
        raise typer.BadParameter("With --batch, the drawings come from there; leave FILE and --watch out.")
    bank = invocation_of(ctx).bank(pack)
    if batch is not None:
        from evalmode.cli.board_batch import check_batch, read_batch

        if code := check_batch(read_batch(bank, batch, architecture)):
            raise typer.Exit(code)
        return
    from evalmode.practice.asking import board_item

    item = board_item(bank, architecture or "")  # a wrong name is told before anybody draws
    place = file or textfile.STREAM
    if watch:
        from evalmode.cli.board_watch import watch_file

        watch_file(item, place, as_json=as_json)
        return
    show_check(check_file(item, place), item.title, as_json=as_json)


def check_file(item: BoardItem, place: Path) -> BoardCheck:
    """Check the drawing in a file.

    Raises:
        InputError: It cannot be read; the message says why.
    """
    from evalmode.practice.drawing.checking import check
    from evalmode.practice.drawing.sheets import sheet_of

    return check(item, sheet_of(textfile.read_text(place, at_most=MAX_FILE_BYTES, what="a drawing")))


def show_check(found: BoardCheck, title: str, *, as_json: bool) -> None:
    """Print what was found, for a program or for a person."""
    if as_json:
        from evalmode.cli.board_documents import board_document

        print_json(board_document(found))
    else:
        from evalmode.cli.board_show import check_of

        console().print(check_of(found, title))
