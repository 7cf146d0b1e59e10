"""Trying a program on all checks, as often as one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.practice.asking import problem_item
from evalmode.practice.coding.judgements import view_judgement
from evalmode.practice.coding.programs import accept_source

if TYPE_CHECKING:
    from evalmode.practice.practice import Practice
    from evalmode.practice.values import JudgementView


def check_code(p: Practice, name: str, source: str) -> JudgementView:
    """Judge a program by every check; it is no attempt, and nothing is stored.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The program is too large.
        UnavailableError: Nothing here can judge.
    """
    return view_judgement(p.judge.judge(problem_item(p.bank, name), accept_source(source)))
