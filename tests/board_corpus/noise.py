"""A drawing as an Excalidraw scene that a hand might have made: bent, half bound, scribbled on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from board_corpus.bending import bent
from board_corpus.extras import add_extras
from board_corpus.freeing import set_free
from evalmode.board.layout import element_ids, lay_out, to_scene

if TYPE_CHECKING:
    from random import Random

    from board_corpus.styles import Style
    from evalmode.board.drawing import Drawing

__all__ = ["draw_scene"]

Element = dict[str, Any]
_ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"


def draw_scene(drawing: Drawing, style: Style, random: Random) -> tuple[Element, dict[str, str]]:
    """The scene, and which id each box, arrow, frame and note has got in it."""
    placed = bent(lay_out(drawing, shape=style.shape), style, random)
    scene = to_scene(placed)
    elements: list[Element] = scene["elements"]
    names = {one["id"]: "".join(random.choices(_ALPHABET, k=21)) for one in elements}
    elements = json.loads(json.dumps(elements))
    for one in elements:
        _rename(one, names)
    known = {one["id"]: one for one in elements}
    for one in elements:
        if one["type"] == "arrow":
            _bind(one, style, random, known)
        elif one["type"] == "text" and one["containerId"] and random.random() < style.free_labels:
            set_free(one, known)
    scene["elements"] = [*elements, *add_extras(elements, style.extras, random)]
    return scene, {one: names[element] for one, element in element_ids(placed).items() if element in names}


def _rename(element: Element, names: dict[str, str]) -> None:
    element["id"] = names[element["id"]]
    element["boundElements"] = [{**bound, "id": names[bound["id"]]} for bound in element["boundElements"]]
    if element.get("containerId"):
        element["containerId"] = names[element["containerId"]]
    for end in ("startBinding", "endBinding"):
        if element.get(end):
            element[end]["elementId"] = names[element[end]["elementId"]]


def _bind(arrow: Element, style: Style, random: Random, known: dict[str, Element]) -> None:
    """Bindings in the old or the new format, or fewer of them."""
    manner = random.choice(["new", "old", "one", "none"]) if style.bindings == "mixed" else style.bindings
    dropped = {"none": ["startBinding", "endBinding"], "one": [random.choice(["startBinding", "endBinding"])]}
    for end in ("startBinding", "endBinding"):
        if end in dropped.get(manner, []):
            holder = known[arrow[end]["elementId"]]
            arrow[end] = None
            left = [arrow[other]["elementId"] for other in ("startBinding", "endBinding") if arrow[other]]
            if holder["id"] not in left:
                holder["boundElements"] = [one for one in holder["boundElements"] if one["id"] != arrow["id"]]
        elif manner == "old":
            arrow[end]["focus"] = random.uniform(-0.4, 0.4)
        else:
            arrow[end] = {"elementId": arrow[end]["elementId"], "fixedPoint": [0.5, 0.5], "mode": "orbit"}
