"""Examining items with several judges: each problem has some thirty programs, and all are independent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING, TypeVar

from evalmode.judge import LocalJudge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from evalmode.bank import BoardItem, CodeItem

_Item = TypeVar("_Item", "CodeItem", "BoardItem")
_Found = TypeVar("_Found")


def examine(
    items: Sequence[_Item],
    what: Callable[[_Item, LocalJudge], _Found],
    jobs: int,
    python: Callable[[], str] = str,
) -> Iterator[tuple[_Item, _Found]]:
    """Do something with problems or architectures that needs a judge.

    Args:
        items: The problems or architectures.
        what: What to do; called from several threads.
        jobs: How many judges work at once.
        python: Says which Python runs programs; empty for this one.

    Yields:
        Each item and what was found, as they are done.

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
