"""The end of a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.wiring.judging import HouseJudge

if TYPE_CHECKING:
    from evalmode.practice import Practice


def close_practice(p: Practice) -> None:
    """End what a practice started and close its database."""
    if isinstance(p.judge, HouseJudge):
        p.judge.close()
    p.store.close()


def warm_judge(p: Practice) -> None:
    """Have the judge started meanwhile, so that the first submission does not wait for torch; returns at once."""
    if isinstance(p.judge, HouseJudge):
        p.judge.warm()
