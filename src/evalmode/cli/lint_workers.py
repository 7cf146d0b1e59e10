"""Linting with the grader in several processes: a bank has some thousand answers to grade, and each is independent."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

from evalmode.bank import Bank, Problem, read_bank
from evalmode.bank.lint import GRADER_RULES, lint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from evalmode.bank import Item
    from evalmode.bank.lint import GradeAnswer

_CHUNK = 4
"""Items that a process examines at a time: enough to be worth the way, few enough to show progress."""


def grade_items(bank: Bank, items: Sequence[Item], jobs: int) -> Iterator[tuple[int, list[Problem]]]:
    """Check items with the rules that need a grader.

    Args:
        bank: The bank that the items belong to.
        items: What to examine.
        jobs: How many processes; 1 stays in this one.

    Yields:
        As they are done: how many items, and the problems found in them.
    """
    folders = tuple(pack.folder for pack in bank.packs)
    graded = [str(item.item_id) for item in items if item.kind != "guide"]
    chunks = [tuple(graded[start : start + _CHUNK]) for start in range(0, len(graded), _CHUNK)]
    if jobs == 1 or len(chunks) < 2:
        for chunk in chunks:
            yield len(chunk), _examine(folders, chunk)
        return
    # Spawned, not forked: the grader's library has threads, which do not survive a fork.
    with ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=get_context("spawn")) as pool:
        pending = {pool.submit(_examine, folders, chunk): len(chunk) for chunk in chunks}
        for done in as_completed(pending):
            yield pending[done], done.result()


def _examine(folders: tuple[Path, ...], names: tuple[str, ...]) -> list[Problem]:
    bank = _bank(folders)
    rules = {rule.id for rule in GRADER_RULES}
    found = lint(bank, (), _grader(), items=[bank.get(name) for name in names], packs=())
    return [problem for problem in found if problem.rule in rules]


@cache
def _bank(folders: tuple[Path, ...]) -> Bank:
    return read_bank(folders, installed=False)[0]


@cache
def _grader() -> GradeAnswer:
    from evalmode.answers import EmbeddedGrader  # only lint needs it, and it takes its time

    return EmbeddedGrader().grade
