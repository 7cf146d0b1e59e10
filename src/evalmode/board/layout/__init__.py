"""Drawings get places, and are shown: as an Excalidraw scene and as SVG."""

from evalmode.board.layout.arranging import lay_out
from evalmode.board.layout.flow import flow_steps
from evalmode.board.layout.palette import PALETTE
from evalmode.board.layout.scene import element_ids, to_scene
from evalmode.board.layout.svg import to_svg

__all__ = ["PALETTE", "element_ids", "flow_steps", "lay_out", "to_scene", "to_svg"]
