"""Key equations compared as expressions, however they are spelled."""

from __future__ import annotations

from evalmode.board.formulas.comparing import same_formula

__all__ = ["same_formula"]
