"""Sheets: what candidates draw or write, as it is kept and as it is read."""

from __future__ import annotations

import json

from pydantic import ValidationError

from evalmode.board.drawing import Correction, Drawing
from evalmode.core import InputError, clean_text
from evalmode.practice.values import Sheet

MAX_SHEET_BYTES = 2_000_000
"""The largest sheet that is kept; a drawing of an architecture has some 50,000 bytes."""

MAX_NOTATION = 100_000
_KEPT = ("type", "version", "source", "elements", "appState")


def pack_sheet(sheet: Sheet) -> str:
    """A sheet as it is kept: JSON without pictures and without what only the canvas needs.

    Raises:
        InputError: It is larger than a drawing is.
    """
    document = sheet.model_dump(mode="json", exclude_defaults=True)
    if sheet.scene is not None:
        document["scene"] = {name: sheet.scene[name] for name in _KEPT if name in sheet.scene}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_SHEET_BYTES:
        raise InputError(
            f"The drawing has {size:,} bytes; at most {MAX_SHEET_BYTES:,} are kept.",
            hint="Delete what does not belong to it, such as freehand scribbles.",
        )
    return clean_text(text, limit=MAX_SHEET_BYTES)


def unpack_sheet(text: str) -> Sheet:
    """A sheet from what was kept; an empty one where nothing was, or where it is none."""
    try:
        return Sheet.model_validate_json(text) if text else Sheet()
    except ValidationError:
        return Sheet()


def sheet_of(text: str) -> Sheet:
    """A sheet from a file's text: an Excalidraw document, or the text notation.

    Raises:
        InputError: It begins like a document and is none.
    """
    if not text.strip():
        raise InputError("Nothing is drawn yet.", hint="Begin with the input at the top.")
    if not text.lstrip().startswith(("{", "[")):
        if len(text) > MAX_NOTATION:
            raise InputError(
                f"The notation has {len(text):,} characters; at most {MAX_NOTATION:,} are read.",
                hint="A drawing of an architecture has a few hundred.",
            )
        return Sheet(notation=text)
    from evalmode.board.reading import parse_scene

    parse_scene(text)  # says in one sentence what is wrong with it
    return Sheet(scene=json.loads(text))


def read_sheet(sheet: Sheet) -> Drawing:
    """What is on a sheet.

    Raises:
        InputError: It cannot be read at all; the message says why and where.
    """
    from evalmode.board.notation import parse_notation  # reading takes long to import, and most pages never do
    from evalmode.board.reading import parse_scene, read_drawing

    if sheet.scene is None:
        return parse_notation(sheet.notation)
    scene = parse_scene(json.dumps(sheet.scene))
    return read_drawing(scene, tuple(Correction(one.element, one.role, one.to) for one in sheet.corrections))


def is_blank(sheet: Sheet) -> bool:
    """Whether nothing is on it."""
    elements = sheet.scene.get("elements") if sheet.scene is not None else None
    drawn = isinstance(elements, list) and any(not _deleted(one) for one in elements)
    return not drawn and not sheet.notation.strip()


def _deleted(element: object) -> bool:
    return isinstance(element, dict) and bool(element.get("isDeleted"))
