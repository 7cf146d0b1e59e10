"""Keeping what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import ConflictError
from evalmode.practice.asking import problem_item
from evalmode.practice.coding.programs import accept_source
from evalmode.practice.rounds import open_round
from evalmode.practice.values import DraftSaved, SourceDraftRequest

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice


def save_source(p: Practice, name: str, request: SourceDraftRequest) -> DraftSaved:
    """Keep a program as typed so far.

    Raises:
        NotFoundError: There is no such problem.
        ConflictError: Another tab saved a newer text.
        InputError: The program is too large.
    """
    item_id, source, now = str(problem_item(p.bank, name).item_id), accept_source(request.source), p.clock.now()
    with p.store.write(p.learner) as work:
        open_round(p, work, item_id)
        drafts = work.item_drafts
        saved = drafts.save(item_id, source, revision=request.revision, force=request.force, now=now)
        if saved is not None:
            return DraftSaved(revision=saved, saved_at=now)
        kept = drafts.get(item_id)
    if kept.saved_at is not None and kept.text == source:
        return DraftSaved(revision=kept.revision, saved_at=kept.saved_at)  # its receipt was lost on the way
    raise ConflictError(
        "A newer text for this problem was saved, perhaps in another tab.",
        hint="Reload to see it, or save this one anyway.",
    )
