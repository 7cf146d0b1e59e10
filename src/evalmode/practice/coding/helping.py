"""Hints, and giving up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.core import CodeVerdict, ConflictError, NotFoundError
from evalmode.practice.asking import problem_item
from evalmode.practice.coding.problems import open_problem
from evalmode.practice.coding.programs import starter_of
from evalmode.practice.making import give_up
from evalmode.practice.rounds import open_round
from evalmode.practice.values import HintRequest, HintsTaken, ProblemView

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice


def take_hint(p: Practice, name: str, request: HintRequest) -> HintsTaken:
    """Take the next hint of a problem; one that was taken already is told again and costs nothing more.

    Raises:
        NotFoundError: There is no such problem, or it has no such hint.
        ConflictError: An earlier hint comes first.
    """
    item = problem_item(p.bank, name)
    if request.number > len(item.hints):
        raise NotFoundError(f"This problem has {len(item.hints)} hints.", hint="The reference says the rest.")
    with p.store.write(p.learner) as work:
        present = open_round(p, work, str(item.item_id))
        if request.number > present.hints + 1:
            raise ConflictError("An earlier hint comes first.", hint=f"Ask for hint {present.hints + 1}.")
        taken = max(present.hints, request.number)
        if taken > present.hints:
            work.rounds.put([replace(present, hints=taken)])
    return HintsTaken(hints=item.hints[:taken], total=len(item.hints))


def reveal_reference(p: Practice, name: str) -> ProblemView:
    """Show the reference solution, which ends the round.

    It counts as not remembered, unless the problem was passed before and is not due: then it is only looked at.

    Raises:
        NotFoundError: There is no such problem.
    """
    item = problem_item(p.bank, name)
    give_up(p, item, starter_of(item), passing=CodeVerdict.ACCEPTED)
    return open_problem(p, name)
