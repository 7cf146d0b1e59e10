"""What lies on a real canvas besides the drawing, and must not be taken for a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

__all__ = ["add_extras"]

Element = dict[str, Any]
_NOTES = ["draft 2", "45 min", "questions?", "check with the interviewer", "see slide 3"]


def add_extras(elements: list[Element], share: float, random: Random) -> list[Element]:
    """Further elements for a scene; groups are put into the elements themselves."""
    shapes = [one for one in elements if one["type"] in {"rectangle", "ellipse"}]
    if not shapes or random.random() >= share:
        return []
    far_left = min(one["x"] for one in elements) - 500
    top = min(one["y"] for one in elements)
    base = {**shapes[0], "boundElements": [], "groupIds": [], "index": None}
    made = [
        {**base, **_freedraw(random), "x": far_left, "y": top, "id": f"scribble{random.random()}"},
        {**base, **_text(random.choice(_NOTES)), "x": far_left, "y": top + 200, "id": f"note{random.random()}"},
    ]
    gone = {**base, "id": f"gone{random.random()}", "isDeleted": True, "x": base["x"] + 20}
    arrow = next((one for one in elements if one["type"] == "arrow"), None)
    made.append(gone)
    if arrow is not None:
        made.append({**arrow, "id": f"gone{random.random()}", "isDeleted": True, "boundElements": []})
    for shape in random.sample(shapes, len(shapes) // 3):
        words = [one for one in elements if one.get("containerId") == shape["id"]]
        for one in (shape, *words):
            one["groupIds"] = [f"group-{shape['id']}"]
    return made


def _freedraw(random: Random) -> Element:
    points = [[0.0, 0.0]]
    for _ in range(12):
        points.append([points[-1][0] + random.uniform(-12, 16), points[-1][1] + random.uniform(-14, 14)])
    return {"type": "freedraw", "points": points, "pressures": [], "simulatePressure": True, "width": 80, "height": 60}


def _text(words: str) -> Element:
    return {
        "type": "text",
        "text": words,
        "originalText": words,
        "fontSize": 20,
        "fontFamily": 5,
        "textAlign": "left",
        "verticalAlign": "top",
        "containerId": None,
        "autoResize": True,
        "lineHeight": 1.25,
        "width": 11.0 * len(words),
        "height": 25,
        "backgroundColor": "transparent",
        "roundness": None,
    }
