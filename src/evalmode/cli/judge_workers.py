"""Examining coding problems with several judges: each problem has some thirty programs, and all are independent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING, TypeVar

from evalmode.judge import LocalJudge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from evalmode.bank import CodeItem

_Found = TypeVar("_Found")


def examine(
    items: Sequence[CodeItem],
    what: Callable[[CodeItem, LocalJudge], _Found],
    jobs: int,
    python: Callable[[], str] = str,
) -> Iterator[tuple[CodeItem, _Found]]:
    """Do something with coding problems that needs a judge.

    Args:
        items: The problems.
        what: What to do; called from several threads.
        jobs: How many judges work at once.
        python: Says which Python runs programs; empty for this one.

    Yields:
        Each problem and what was found, as they are done.

    Raises:
        UnavailableError: There is nothing to judge with.
    """
    if not items:
        return
    workers = min(jobs, len(items))
    with LocalJudge(python, workers) as judge, ThreadPoolExecutor(workers) as pool:
        pending = {pool.submit(what, item, judge): item for item in items}
        try:
            for done in as_completed(pending):
                yield pending[done], done.result()
        finally:
            pool.shutdown(cancel_futures=True)
