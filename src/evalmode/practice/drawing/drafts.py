"""Keeping what is being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import board_item
from evalmode.practice.drawing.sheets import pack_sheet
from evalmode.practice.making import save_item_draft

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import DraftSaved, SheetDraftRequest


def save_sheet(p: Practice, name: str, request: SheetDraftRequest) -> DraftSaved:
    """Keep a drawing as far as it got.

    Raises:
        NotFoundError: There is no such architecture.
        ConflictError: Another tab saved a newer drawing.
        InputError: The drawing is too large.
    """
    item_id = str(board_item(p.bank, name).item_id)
    return save_item_draft(p, item_id, pack_sheet(request.sheet), request.revision, force=request.force)
