"""Colours by kind of operation, from the palette that the canvas offers, and what becomes of them in the dark."""

from __future__ import annotations

import colorsys

__all__ = ["PALETTE", "ink", "night"]

PALETTE = {
    "activation": "#ffc9c9",
    "arithmetic": "#fff3bf",
    "attention": "#ffd8a8",
    "block": "#e9ecef",
    "convolution": "#a5d8ff",
    "data": "",
    "embedding": "#fcc2d7",
    "ffn": "#bac8ff",
    "linear": "#d0bfff",
    "loss": "#ffa8a8",
    "norm": "#b2f2bb",
    "optimisation": "#eebefa",
    "pooling": "#99e9f2",
    "recurrent": "#96f2d7",
    "regularisation": "#dee2e6",
    "routing": "#d8f5a2",
    "shape": "#f1f3f5",
}
"""Category of an operation, as the vocabulary has it → its fill. Data is drawn without one."""


def ink(colour: str, *, dark: bool) -> str:
    """The line around a box that is filled with a colour: the same hue, dark enough, or light enough, to be seen."""
    return _at(colour, lightness=0.72 if dark else 0.36, most=0.75)


def night(colour: str) -> str:
    """The fill that stands for a colour on a dark ground."""
    return _at(colour, lightness=0.2, most=0.45)


def _at(colour: str, *, lightness: float, most: float) -> str:
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    try:
        red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    except ValueError:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    grey = saturation < 0.15 or light > 0.98
    parts = colorsys.hls_to_rgb(hue, lightness, 0.08 if grey else min(saturation, most))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
