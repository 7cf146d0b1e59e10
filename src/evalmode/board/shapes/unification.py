"""Shapes of a drawing compared with those of a reference, whatever the drawing calls its sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.board.shapes.values import Shape

__all__ = ["unify_shapes"]


def unify_shapes(pairs: Sequence[tuple[Shape, Shape]]) -> tuple[list[int], list[int]]:
    """Which of the candidate's shapes agree with the reference's, and which do not.

    Args:
        pairs: The candidate's shape and the reference's, for each place where both say one.

    Returns:
        The places in ``pairs`` that agree under one reading of the candidate's names, and those that do not.
    """
    agreeing = [place for place, (one, two) in enumerate(pairs) if len(one.sizes) == len(two.sizes)]
    return agreeing, [place for place in range(len(pairs)) if place not in agreeing]
