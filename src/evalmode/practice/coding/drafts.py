"""Keeping what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import problem_item
from evalmode.practice.coding.programs import accept_source
from evalmode.practice.making import save_item_draft

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import DraftSaved, SourceDraftRequest


def save_source(p: Practice, name: str, request: SourceDraftRequest) -> DraftSaved:
    """Keep a program as typed so far.

    Raises:
        NotFoundError: There is no such problem.
        ConflictError: Another tab saved a newer text.
        InputError: The program is too large.
    """
    item_id = str(problem_item(p.bank, name).item_id)
    return save_item_draft(p, item_id, accept_source(request.source), request.revision, force=request.force)
