"""Watching a drawing: it is checked whenever it is saved, until somebody presses Ctrl-C."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from evalmode.cli import textfile
from evalmode.cli.board import check_file, show_check
from evalmode.cli.output import console, print_json_line, progress_console
from evalmode.core import EvalmodeError, InputError

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.bank import BoardItem

_TICK = 0.1
_SETTLED = 0.15
"""Seconds for which a file must stay as it is, as some editors save in several steps."""


def watch_file(item: BoardItem, place: Path, *, as_json: bool) -> None:
    """Check a file as it stands and after each save.

    Raises:
        InputError: There is no such file when it begins.
    """
    if place == textfile.STREAM or not place.is_file():
        raise InputError(f"{textfile.shown(place)} cannot be watched.", hint="Name a file that is there.")
    seen: tuple[int, int] | None = None
    try:
        while True:
            stamp = _stamp(place)
            if stamp is not None and stamp != seen and time.time() - stamp[0] / 1e9 >= _SETTLED:
                seen = stamp
                _show(item, place, as_json=as_json)
            time.sleep(_TICK)
    except KeyboardInterrupt:
        return


def _show(item: BoardItem, place: Path, *, as_json: bool) -> None:
    """What a person can mend is said, and watching goes on."""
    try:
        found = check_file(item, place)
    except EvalmodeError as error:
        if as_json:
            print_json_line({"error": {"message": error.message, "hint": error.hint}})
        else:
            console().print(str(error), style="yellow", markup=False)
        return
    if as_json:
        from evalmode.cli.board_documents import board_document

        print_json_line(board_document(found))
        return
    console().clear()
    show_check(found, item.title, as_json=False)
    progress_console().print(f"Watching {place}; Ctrl-C ends it.", style="dim", markup=False)


def _stamp(place: Path) -> tuple[int, int] | None:
    try:
        about = place.stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_size
