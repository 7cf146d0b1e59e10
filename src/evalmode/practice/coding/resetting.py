"""Beginning anew: the starter in the editor, no hints taken, the reference out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import is_problem, problem_item
from evalmode.practice.making import reset_all, reset_item

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import ResetReport, ResetRequest


def reset_problem(p: Practice, name: str, request: ResetRequest) -> ResetReport:
    """Begin a problem anew; attempts and what is remembered stay, unless they are asked to go.

    Raises:
        NotFoundError: There is no such problem.
    """
    return reset_item(p, str(problem_item(p.bank, name).item_id), history=request.history)


def reset_all_problems(p: Practice, request: ResetRequest) -> ResetReport:
    """Begin all problems anew on which anything was done, those that left the bank included."""
    return reset_all(p, is_problem, history=request.history)
