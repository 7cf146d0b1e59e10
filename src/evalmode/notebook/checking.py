"""``check``: judge a function, a class, a program or a file from within Python."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from evalmode.core import InputError
from evalmode.judge.oneshot import find_problem
from evalmode.judge.oneshot import judge as judge_once
from evalmode.judge.telling import in_short
from evalmode.notebook.gathering import gather
from evalmode.practice.coding.programs import MAX_SOURCE_BYTES

if TYPE_CHECKING:
    from evalmode.judge import Judgement


def check(problem: str, solution: Any, *, remember: bool = False) -> Judgement:  # noqa: ANN401 - see Args
    """Judge a solution, print what came of it, and return the judgement, which notebooks show in full.

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
    from evalmode.wiring import chosen_python

    item = find_problem(problem)
    source = source_of(solution, item.defines)
    if remember:
        from evalmode.notebook.remembering import submit

        judgement = submit(str(item.item_id), source)
    else:
        judgement = judge_once(str(item.item_id), source, python=chosen_python())
    print(in_short(judgement))
    return judgement


def source_of(solution: Any, defines: str) -> str:  # noqa: ANN401 - whatever a candidate hands in
    """The program that a solution stands for.

    Args:
        solution: A function, a class, the text of a program, or the path of one.
        defines: The name that the problem wants; what has another name is given this one, too.

    Raises:
        InputError: Its source cannot be found.
    """
    if isinstance(solution, Path) or (isinstance(solution, str) and _names_a_file(solution)):
        return _read(Path(solution))
    if isinstance(solution, str):
        return solution
    return gather(solution, defines)


def _names_a_file(text: str) -> bool:
    return text.strip().endswith(".py") and "\n" not in text


def _read(path: Path) -> str:
    try:
        with path.expanduser().open("rb") as file:
            data = file.read(MAX_SOURCE_BYTES + 1)
        if len(data) > MAX_SOURCE_BYTES:
            raise InputError(f"{path} is larger than the {MAX_SOURCE_BYTES:,} bytes that a program can have.")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text.", hint="Save it as UTF-8 and try again.") from error
