"""Judging with one call, for programs and notebooks."""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING

from evalmode.bank import CodeItem, load_bank
from evalmode.core import NotFoundError
from evalmode.judge.local import LocalJudge

if TYPE_CHECKING:
    from evalmode.bank import Bank
    from evalmode.judge.values import Judgement


def judge(problem: str, source: str, *, examples: bool = False, seed: int | None = None, python: str = "") -> Judgement:
    """Judge a program that solves a problem of the installed packs. Nothing is stored.

    The judge stays warm until the program ends: only the first call waits for torch.

    Args:
        problem: The problem's name, such as ``softmax`` or ``code/softmax``.
        source: The program.
        examples: Whether to run only the visible examples.
        seed: Draws the inputs of an earlier judgement again.
        python: The Python, or virtual environment, that runs the program; else that of ``EVALMODE_PYTHON``, else
            this one.

    Raises:
        NotFoundError: There is no such problem.
        UnavailableError: No interpreter with torch is to be found; the message says what to do.
    """
    return warm_judge(python).judge(find_problem(problem), source, "examples" if examples else "submit", seed=seed)


def find_problem(name: str) -> CodeItem:
    """The coding problem of that name.

    Raises:
        NotFoundError: There is none.
    """
    item = _bank().get(name, kinds=("code",))
    if not isinstance(item, CodeItem):
        raise NotFoundError(f"{item.item_id} is no coding problem.")
    return item


@cache
def warm_judge(python: str) -> LocalJudge:
    """A judge that is kept until the program ends."""
    judge = LocalJudge(lambda: python)
    atexit.register(judge.close)
    return judge


@cache
def _bank() -> Bank:
    return load_bank()
