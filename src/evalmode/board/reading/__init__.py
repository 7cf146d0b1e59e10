"""Reading a canvas: from the elements of an Excalidraw scene to boxes, arrows and words."""

from evalmode.board.reading.elements import Element, Scene
from evalmode.board.reading.parsing import MAX_BYTES, MAX_ELEMENTS, parse_scene
from evalmode.board.reading.reading import read_drawing

__all__ = ["MAX_BYTES", "MAX_ELEMENTS", "Element", "Scene", "parse_scene", "read_drawing"]
