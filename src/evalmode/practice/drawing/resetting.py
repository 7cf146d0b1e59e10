"""Beginning anew: an empty canvas, no hints taken, the references out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import board_item, is_architecture
from evalmode.practice.making import reset_all, reset_item

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import ResetReport, ResetRequest


def reset_architecture(p: Practice, name: str, request: ResetRequest) -> ResetReport:
    """Begin an architecture anew; attempts and what is remembered stay, unless they are asked to go.

    Raises:
        NotFoundError: There is no such architecture.
    """
    item_id = str(board_item(p.bank, name).item_id)
    return reset_item(p, item_id, history=request.history)


def reset_all_architectures(p: Practice, request: ResetRequest) -> ResetReport:
    """Begin all architectures anew on which anything was done, those that left the bank included."""
    return reset_all(p, is_architecture, history=request.history)
