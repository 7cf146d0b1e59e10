"""A file of Excalidraw, as anybody may send it, becomes a `Scene`; what is no such file is refused in one sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from evalmode.board.drawing import Unread
from evalmode.board.reading.elements import Element, Kind, Scene
from evalmode.board.reading.fields import DamagedError, element_of, flag, string
from evalmode.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["MAX_BYTES", "MAX_ELEMENTS", "parse_scene"]

MAX_BYTES = 30_000_000
"""A larger file is not even parsed; pictures are what makes canvases large, and they cannot be read anyway."""

MAX_ELEMENTS = 20_000
"""Live elements; a drawing of the largest architecture has some hundreds."""

WHAT: dict[Kind, Literal["arrow", "text", "image", "line"]] = {
    "arrow": "arrow",
    "line": "line",
    "text": "text",
    "image": "image",
}


def parse_scene(data: str | bytes) -> Scene:
    """Read a canvas.

    Args:
        data: What Excalidraw saves or copies: JSON with a list of ``elements``, or that list alone.

    Returns:
        Its live elements. Elements of unknown kinds are left out, those without a usable place are told as damaged.

    Raises:
        InputError: It is too large, not JSON, no canvas, or there is nothing on it that could be read.
    """
    if len(data) > MAX_BYTES:
        raise InputError(
            f"The drawing is {len(data) / 1e6:.0f} MB large, and at most {MAX_BYTES / 1e6:.0f} MB are read.",
            hint="Remove pictures from the canvas and save it again.",
        )
    records = [record for record in _records(_parsed(data)) if not flag(record, "isDeleted")]
    if len(records) > MAX_ELEMENTS:
        raise InputError(
            f"The drawing has {len(records):,} elements, and at most {MAX_ELEMENTS:,} are read.",
            hint="Draw one architecture on a canvas.",
        )
    scene = _scene(records)
    _refuse_nothing(scene)
    return scene


def _parsed(data: str | bytes) -> object:
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix("\ufeff")
    except UnicodeDecodeError:
        _refuse("The file is not text in UTF-8, so it is no Excalidraw drawing.")
    if not text.strip():
        _refuse("The file is empty.")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) - 1:
            _refuse("The file ends in the middle: it is truncated JSON.")
        _refuse(f"The file is not JSON: line {error.lineno}, column {error.colno} cannot be read.")
    except (RecursionError, ValueError):  # nested without end, or a number of thousands of digits
        _refuse("The file is JSON that no drawing needs: nested too deeply, or with numbers too long.")


def _refuse(message: str) -> NoReturn:
    raise InputError(message, hint="Save the drawing as .excalidraw and give that file.") from None


def _records(document: object) -> list[Mapping[str, Any]]:
    elements = document.get("elements") if isinstance(document, dict) else document
    if not isinstance(elements, list):
        _refuse("The file is JSON but no Excalidraw drawing: it has no list of elements.")
    return [element for element in elements if isinstance(element, dict)]


def _scene(records: Iterable[Mapping[str, Any]]) -> Scene:
    elements: dict[str, Element] = {}
    damaged: list[Unread] = []
    for number, record in enumerate(records):
        name = string(record, "id") or f"element-{number}"
        while name in elements:
            name += "'"
        try:
            made = element_of(record, name)
        except DamagedError as error:
            says = f"A {error.kind} has no usable place on the canvas: delete it and draw it again."
            damaged.append(Unread(name, WHAT.get(error.kind, "scribble"), says, (name,)))
            continue
        elements.update((part.id, part) for part in made)
    return Scene(tuple(elements.values()), tuple(damaged))


def _refuse_nothing(scene: Scene) -> None:
    kinds = {element.kind for element in scene.elements}
    if not kinds and scene.damaged:
        raise InputError(
            "Nothing in the drawing has a usable place: its coordinates are missing or no numbers.",
            hint="Draw it again and save it anew.",
        )
    if not kinds:
        raise InputError("The canvas is empty.", hint="Draw boxes and arrows first.")
    if kinds == {"image"}:
        raise InputError(
            "There are only pictures on the canvas, and pictures cannot be read.",
            hint="Draw the architecture with boxes, arrows and text.",
        )
