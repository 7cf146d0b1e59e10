"""A drawing becomes a graph: what its words mean, and which values go where. Nothing here decides right or wrong."""

from __future__ import annotations

from evalmode.board.interpreting.interpret import interpret

__all__ = ["interpret"]
