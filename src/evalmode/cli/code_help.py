"""The next hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode import practice
from evalmode.core import InputError
from evalmode.practice.values import HintRequest

if TYPE_CHECKING:
    from evalmode.practice import Practice
    from evalmode.practice.values import HintsTaken, ProblemView


def next_hint(p: Practice, view: ProblemView) -> HintsTaken:
    """Take the next hint of a problem.

    Raises:
        InputError: There is none left.
    """
    number = len(view.hints) + 1
    if number > view.hints_total:
        raise InputError(
            f"All {view.hints_total} hints are taken.", hint=f"evalmode code solution {view.brief.id} shows the rest."
        )
    return practice.take_hint(p, view.brief.item_id, HintRequest(number=number))
