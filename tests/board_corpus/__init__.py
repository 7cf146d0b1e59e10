"""Drawings as people make them, out of references: many spellings, many ways to draw, and one mistake at most."""

from board_corpus.noise import draw_scene
from board_corpus.specimens import Specimen, right_specimens, wrong_specimens
from board_corpus.styles import Style, random_style

__all__ = ["Specimen", "Style", "draw_scene", "random_style", "right_specimens", "wrong_specimens"]
