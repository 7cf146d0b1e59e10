"""Words that a candidate taught the grader."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time

from evalmode.practice.value import Value


class PhrasingView(Value):
    """Words that count as a key point for this candidate, beside those of the pack."""

    id: str
    """Follows from item, key point and words."""
    item_id: str
    point_id: str
    title: str
    """The item's."""
    claim: str
    """The key point's; empty where the bank does not have it any more."""
    phrase: str
    attempt_id: str
    """The answer they were said in."""
    learnt_at: datetime


class PhrasingOffer(Value):
    """What could be learnt from an answer about one key point; nothing is learnt by asking."""

    point_id: str
    claim: str
    phrase: str
    """The words of the answer that come nearest to the key point, to begin with; may be empty."""
    remembered: tuple[PhrasingView, ...] = ()
    """What is remembered for this key point already."""


class PhrasingRequest(Value):
    """The candidate's confirmation that these words make the key point."""

    point_id: str
    phrase: str
    """A stretch of the answer, 3 to 300 characters."""


class PhrasingList(Value):
    """Phrasings that were listed, or taken back."""

    phrasings: tuple[PhrasingView, ...]


class PhrasingPatch(Value):
    """Phrasings as a patch to their packs."""

    patch: str
    """A unified diff, for ``git apply``; empty where there is nothing to add."""
    phrasings: tuple[PhrasingView, ...]
    """What it adds."""
    left_out: tuple[str, ...] = ()
    """A sentence for everything that it does not add."""
