"""Whatever dies, and whenever: no process is left, nothing is blamed on a submission, and judging can go on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evalmode_runner.sandbox import Limits, SandboxLost, Zygote

JUDGE = """
import sys, time
from evalmode_runner.sandbox import Zygote

def entry(channel):
    channel.recv(10)
    channel.sendall(b"here")
    time.sleep(60)

zygote = Zygote.start(entry, isolation=sys.argv[1], spares=2)
children = [zygote.take() for _ in range(2)]
for child in children:
    child.channel.sendall(b"go")
    child.channel.recv(10)
print(zygote.pid, zygote._keeper, *[child.pid for child in children], flush=True)
time.sleep(60)
"""


def entry(channel):
    """Answers one question after a while."""
    asked = channel.recv(100)
    time.sleep(0.05)
    channel.sendall(asked)


def living(pids: list[int]) -> list[int]:
    """Those that still run; one that only waits to be reaped does not."""
    found = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if state != "Z":
            found.append(pid)
    return found


def all_end(pids: list[int], within_seconds: float = 20.0) -> bool:
    """Whether all of them end in time."""
    deadline = time.monotonic() + within_seconds
    while living(pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not living(pids)


def take_many(zygote: Zygote) -> None:
    """Take more children than there can be spares."""
    for _ in range(4):
        zygote.take().close()


@pytest.mark.parametrize("isolation", ["full", "none"])
@pytest.mark.parametrize("victim", ["judge", "keeper", "zygote"])
def test_whichever_dies_nobody_is_left_behind(isolation, victim):
    words = [sys.executable, "-c", JUDGE, isolation]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as judge:
        zygote, keeper, *children = map(int, judge.stdout.readline().split())
        assert len(living([zygote, keeper, *children])) == 4
        os.kill({"judge": judge.pid, "keeper": keeper, "zygote": zygote}[victim], signal.SIGKILL)
        assert all_end([zygote, *children])
        judge.kill()
        assert all_end([keeper])


def test_a_dead_zygote_is_said_to_be_lost_and_another_can_be_had():
    with Zygote.start(entry, spares=2) as zygote, zygote.take() as child:
        os.kill(zygote.pid, signal.SIGKILL)
        assert child.ending(20).kind == "lost"
        with pytest.raises(SandboxLost):
            take_many(zygote)
        assert not zygote.alive
        zygote.revive()
        assert zygote.alive
        assert zygote.tier == "full"
        with zygote.take() as another:
            another.channel.sendall(b"still there?")
            assert another.channel.recv(100) == b"still there?"


def test_with_the_keeper_dead_there_is_no_other_zygote():
    with Zygote.start(entry) as zygote:
        os.kill(zygote._keeper, signal.SIGKILL)
        assert all_end([zygote.pid])
        with pytest.raises(SandboxLost):
            take_many(zygote)
        with pytest.raises(SandboxLost, match="starts zygotes"):
            zygote.revive()


def test_killing_zygotes_at_random_moments_loses_no_answer():
    """Each submission is judged again when its sandbox is lost, and gets its own answer in the end."""
    dice = random.Random(7)
    answers, lost = [], 0
    with Zygote.start(entry, limits=Limits()) as zygote:
        for question in range(12):
            while True:
                try:
                    with zygote.take() as child:
                        child.channel.sendall(str(question).encode())
                        if dice.random() < 0.4:
                            time.sleep(dice.random() * 0.08)
                            os.kill(zygote.pid, signal.SIGKILL)
                        answer = child.channel.recv(100)
                        ending = child.ending(20)
                except (SandboxLost, OSError):
                    lost += 1
                    zygote.revive()
                    continue
                if ending.kind == "exited":
                    answers.append(int(answer))
                    break
                assert ending.kind == "lost"
                lost += 1
                zygote.revive()
    assert answers == list(range(12))
    assert lost > 0


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    for fork in (True, False):
        with Zygote.start(entry, isolation="none", fork=fork) as zygote, zygote.take() as child:
            child.channel.sendall(b"x")
            child.ending(20)
    assert list(tmp_path.iterdir()) == []
