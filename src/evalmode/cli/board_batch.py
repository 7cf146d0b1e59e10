"""``evalmode board --batch``: many drawings, one line of JSON each, in order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from evalmode.cli import textfile
from evalmode.cli.board import MAX_FILE_BYTES
from evalmode.cli.board_documents import BoardFault, BoardRequest, board_document
from evalmode.cli.faults import Fault
from evalmode.cli.output import print_json_line
from evalmode.core import InputError, NotFoundError
from evalmode.practice.asking import board_item
from evalmode.practice.drawing.checking import check
from evalmode.practice.drawing.sheets import sheet_of
from evalmode.practice.values import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank import Bank, BoardItem

_ENDINGS = (".excalidraw", ".board")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line or file of a batch.

    Args:
        id: What the caller knows it by.
        architecture: What was to be drawn.
        sheet: The drawing.
        error: What is wrong with the line or file; then there is no drawing.
    """

    id: str | None = None
    architecture: BoardItem | None = None
    sheet: Sheet | None = None
    error: InputError | None = None


def check_batch(drawings: Iterator[Drawn]) -> int:
    """Check drawings as they come and print each line as soon as it is known.

    Returns:
        The exit code: 1 where one could not be read, else 0.
    """
    code = 0
    for line, drawn in enumerate(drawings, start=1):
        try:
            print_json_line({"line": line, "id": drawn.id, **_check(drawn)})
        except InputError as error:
            code = 1
            name = drawn.architecture.id if drawn.architecture is not None else None
            print_json_line(BoardFault(line=line, id=drawn.id, architecture=name, error=Fault.of(error)))
    return code


def read_batch(bank: Bank, place: Path, architecture: str | None = None) -> Iterator[Drawn]:
    """The drawings in a folder, in a file of JSON Lines, or on standard input.

    Args:
        bank: Has the architectures.
        place: The folder, the file, or ``-``.
        architecture: What is meant where a line or a file names none.

    Raises:
        InputError: The file or folder cannot be read.
        NotFoundError: There is no architecture of the name given.
    """
    usual = board_item(bank, architecture) if architecture is not None else None
    if place != textfile.STREAM and place.is_dir():
        return _in_folder(bank, place, usual)
    return _in_lines(bank, place, usual)


def _check(drawn: Drawn) -> dict[str, object]:
    if drawn.architecture is None or drawn.sheet is None:
        raise drawn.error or InputError("There is nothing to check.")
    return board_document(check(drawn.architecture, drawn.sheet))


def _in_lines(bank: Bank, file: Path, usual: BoardItem | None) -> Iterator[Drawn]:
    for line in textfile.lines(file):
        name = None
        try:
            request = _request(line)
            name = request.id
            item = _named(bank, request.architecture, usual)
            sheet = Sheet(scene=request.scene, notation=request.notation, corrections=request.corrections)
            yield Drawn(name, item, sheet)
        except InputError as error:
            yield Drawn(name, error=error)


def _request(line: bytes) -> BoardRequest:
    try:
        return BoardRequest.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field, said = ".".join(str(part) for part in first["loc"]), str(first["msg"])
        raise InputError(
            f"The line is not a request to check: {field + ': ' if field else ''}{said[:1].lower()}{said[1:]}.",
            hint='A line looks like {"architecture": "gan", "scene": {"type": "excalidraw", "elements": [...]}}',
        ) from error


def _named(bank: Bank, name: str | None, usual: BoardItem | None) -> BoardItem:
    if name is not None:
        return board_item(bank, name)
    if usual is None:
        raise InputError(
            "The line names no architecture.", hint='Add "architecture", or give ARCHITECTURE on the command line.'
        )
    return usual


def _in_folder(bank: Bank, folder: Path, usual: BoardItem | None) -> Iterator[Drawn]:
    files = sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS and path.is_file())
    files = [path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not files:
        raise InputError(f"{folder} holds no drawing.", hint=f"Drawings end in {' or '.join(_ENDINGS)}.")
    for file in files:
        name, item = file.relative_to(folder).as_posix(), None
        try:
            item = _item_of_file(bank, file, folder, usual)
            text = textfile.read_text(file, at_most=MAX_FILE_BYTES, what="a drawing")
            yield Drawn(name, item, sheet_of(text))
        except InputError as error:
            yield Drawn(name, item, error=error)


def _item_of_file(bank: Bank, file: Path, folder: Path, usual: BoardItem | None) -> BoardItem:
    """The architecture that a file's name, or a folder above it, says."""
    above = [part for part in file.relative_to(folder).parent.parts[::-1] if part]
    for name in (file.stem.partition("__")[0], *above):
        try:
            return board_item(bank, name)
        except InputError:
            continue
    if usual is not None:
        return usual
    raise NotFoundError(
        f"No architecture is named by {file.relative_to(folder).as_posix()}.",
        hint="Name it after one: gan.excalidraw, gan__anything.excalidraw or gan/anything.excalidraw.",
    )
