"""evalmode: practise for a deep-learning interview, and have what you said, drew and built checked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from evalmode._version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.bank import Bank
    from evalmode.board.values import BoardCheck
    from evalmode.judge.values import Judgement
    from evalmode.practice.values import GradedAnswer, GradeRequest

__all__ = ["__version__", "check", "check_board", "grade", "judge"]


def check(problem: str, solution: Any, *, remember: bool = False) -> Judgement:  # noqa: ANN401 - see Args
    """Judge a solution from a notebook, print what came of it, and return the judgement, shown in full by notebooks.

    Args:
        problem: The problem's name, such as ``multi-head-attention``.
        solution: The function or class itself, with whatever it uses from the notebook; or the text of a program; or
            the path of one.
        remember: Whether it counts as an attempt, as in the browser and in the terminal.

    Raises:
        NotFoundError: There is no such problem.
        InputError: The solution's source cannot be found, or it uses what cannot be sent along.
        UnavailableError: No interpreter with torch is to be found; the message says what to do.
    """
    from evalmode.notebook import check

    return check(problem, solution, remember=remember)


def check_board(architecture: str, drawing: str | dict[str, Any]) -> BoardCheck:
    """Check a drawing of an architecture of the installed packs. Nothing is stored.

    Args:
        architecture: Its name, such as ``lstm-cell``.
        drawing: An Excalidraw document, as text or as a dictionary, or the text notation.

    Raises:
        NotFoundError: There is no such architecture.
        InputError: The drawing cannot be read at all.
    """
    from evalmode.practice.asking import board_item
    from evalmode.practice.drawing.checking import check
    from evalmode.practice.drawing.sheets import sheet_of
    from evalmode.practice.values import Sheet

    sheet = sheet_of(drawing) if isinstance(drawing, str) else Sheet(scene=drawing)
    return check(board_item(_bank(), architecture), sheet)


def grade(item: str, answer: str, *, part: str | None = None) -> GradedAnswer:
    """Grade an answer in words to a question of the installed packs. Nothing is stored and nothing leaves the machine.

    Args:
        item: The question's name, such as ``rapid/softmax`` or ``softmax``.
        answer: What the candidate said.
        part: The part of a deep question that it answers; headline and detail together where none is named.

    Raises:
        NotFoundError: There is no such question or part.
        InputError: The answer is too long.
        UnavailableError: The grader does not work here.
    """
    from evalmode.practice.values import GradeRequest

    return _desk()(GradeRequest(item=item, answer=answer, part=part))


def judge(problem: str, source: str, *, examples: bool = False, seed: int | None = None, python: str = "") -> Judgement:
    """Judge a program that solves a problem of the installed packs. Nothing is stored.

    The judge stays warm until the program ends: only the first call waits for torch.

    Args:
        problem: The problem's name, such as ``softmax``.
        source: The program.
        examples: Whether to run only the visible examples.
        seed: Draws the inputs of an earlier judgement again.
        python: The Python, or virtual environment, that runs the program; else that of ``EVALMODE_PYTHON``, else
            this one.

    Raises:
        NotFoundError: There is no such problem.
        UnavailableError: No interpreter with torch is to be found; the message says what to do.
    """
    # Importing the package puts it in this function's place; it can be called in the same way.
    from evalmode.judge.oneshot import judge

    return judge(problem, source, examples=examples, seed=seed, python=python)


@cache
def _desk() -> Callable[[GradeRequest], GradedAnswer]:
    """The bank and the grader, made once; nothing of evalmode is imported before somebody grades."""
    from functools import partial

    from evalmode.practice.attempts import grade_answer
    from evalmode.wiring import build_grader

    return partial(grade_answer, _bank(), build_grader())


@cache
def _bank() -> Bank:
    """The questions of the installed packs, read once."""
    from evalmode.bank import load_bank

    return load_bank()
