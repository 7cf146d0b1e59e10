"""Boxes that hold a formula: ``f = σ(W_f[h, x] + b_f)``, ``softmax(QKᵀ/√d_k)V``, ``f ⊙ c + i ⊙ g``."""

from __future__ import annotations

from dataclasses import dataclass

from evalmode.board.graph import Op

__all__ = ["Formula", "read_formula"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as operations.

    Args:
        ops: The operations, each after those it takes values from.
        wires: For each operation the values it takes: a place in ``ops`` or the name of a value from outside.
        names: What the result is called.
    """

    ops: tuple[Op, ...]
    wires: tuple[tuple[int | str, ...], ...]
    names: tuple[str, ...] = ()


def read_formula(text: str) -> Formula | None:
    """The formula as operations; nothing if the text is none."""
    return None
