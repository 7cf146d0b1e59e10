"""Shapes: labels are read, shapes inferred and compared, each with its derivation."""

from __future__ import annotations

from evalmode.board.shapes.algebra import Size
from evalmode.board.shapes.inference import infer
from evalmode.board.shapes.parsing import parse_shape
from evalmode.board.shapes.unification import unify_shapes
from evalmode.board.shapes.values import EdgeShape, Shape, ShapeReport

__all__ = ["EdgeShape", "Shape", "ShapeReport", "Size", "infer", "parse_shape", "unify_shapes"]
