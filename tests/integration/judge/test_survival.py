"""Whatever is killed, and when: the submission is judged again, the verdict is right, and nobody is left behind."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evalmode.judge import LocalJudge

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.bank import CodeItem

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are found through /proc")

RIGHT = """
import torch

def softmax(x, dim):
    shifted = (x - x.amax(dim=dim, keepdim=True)).exp()
    return shifted / shifted.sum(dim=dim, keepdim=True)
"""
WRONG = RIGHT.replace("x.amax(dim=dim, keepdim=True)", "0")
KILLS = 6


def _descendants() -> dict[int, int]:
    """Process → generation, counted from this one's children."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with contextlib.suppress(OSError, IndexError, ValueError):
                parents[int(folder.name)] = int(
                    (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[1]
                )
    found: dict[int, int] = {}
    front, generation = {os.getpid()}, 0
    while front:
        front = {process for process, parent in parents.items() if parent in front}
        found |= dict.fromkeys(front, generation)
        generation += 1
    return found


class _Killer(threading.Thread):
    """Kills a process of the judge every now and then: the judge itself, its keeper, its zygote or a child."""

    def __init__(self, before: set[int]) -> None:
        super().__init__(daemon=True)
        self._before = before
        self.killed = 0

    def run(self) -> None:
        chance = random.Random(7)  # the moments are random anyway
        while self.killed < KILLS:
            time.sleep(chance.uniform(0.3, 1.2))
            found = {process: age for process, age in _descendants().items() if process not in self._before}
            if found and max(found.values()) > 1:  # it is up and running, with sandboxes
                with contextlib.suppress(OSError):
                    os.kill(chance.choice(sorted(found)), signal.SIGKILL)
                    self.killed += 1


@pytest.mark.slow
def test_random_kills_change_no_verdict_and_leave_nobody(problem: Callable[[str], CodeItem]) -> None:
    before = set(_descendants())
    item = problem("softmax")
    with LocalJudge() as judge:
        assert judge.judge(item, RIGHT).verdict == "accepted"
        killer = _Killer(before)
        killer.start()
        verdicts = []
        while killer.is_alive():
            for source, expected in ((RIGHT, "accepted"), (WRONG, "wrong_answer")):
                verdicts.append((expected, str(judge.judge(item, source, explain=False).verdict)))
        assert killer.killed == KILLS
        # A verdict may fail to come, which is said to be our fault; it is never a wrong one.
        assert {(expected, got) for expected, got in verdicts if got != "internal_error"} == {
            ("accepted", "accepted"),
            ("wrong_answer", "wrong_answer"),
        }
        assert judge.judge(item, RIGHT).verdict == "accepted"
    deadline = time.monotonic() + 20
    while set(_descendants()) - before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert set(_descendants()) - before == set()
