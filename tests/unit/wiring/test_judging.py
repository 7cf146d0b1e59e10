"""The judge of a practice: in the Python that the settings name, and gone when the practice is closed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from evalmode import practice
from evalmode.bank import load_bank
from evalmode.core import UnavailableError
from evalmode.practice.values import Settings
from evalmode.wiring import build_practice, chosen_python, close_practice, look_about, warm_judge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.practice import Practice

SOFTMAX = load_bank().get("code/softmax", kinds=("code",))


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Practice]:
    built = build_practice(tmp_path / "data")
    yield built
    close_practice(built)


def _judges() -> set[str]:
    """Processes of judges that this one has started and that live."""
    listed = subprocess.run(
        ["/bin/ps", "-ww", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    here = str(os.getpid())
    rows = [line.split(maxsplit=3) for line in listed.splitlines()]
    return {row[0] for row in rows if row[1] == here and "Z" not in row[2] and "runpy" in row[3]}


def test_the_settings_choose_the_python_at_any_time(p: Practice) -> None:
    source = SOFTMAX.path.with_name("solution.py").read_text(encoding="utf-8")
    assert p.judge.judge(SOFTMAX, source).verdict == "accepted"
    practice.put_settings(p, Settings(python="no-such-python"))
    with pytest.raises(UnavailableError, match="no-such-python is not a Python that runs"):
        p.judge.judge(SOFTMAX, source)
    assert "no-such-python" in p.judge.status().says
    practice.put_settings(p, Settings(python=sys.executable))
    status = p.judge.status()
    assert status.works
    assert status.interpreter == sys.executable


def test_nothing_is_started_before_it_is_needed_and_nothing_stays_behind(tmp_path: Path) -> None:
    p = build_practice(tmp_path / "data")
    try:
        assert _judges() == set()
        warm_judge(p)
        assert p.judge.status().works
        assert len(_judges()) == 1, "who comes while it warms up waits for it"
    finally:
        close_practice(p)
    end = time.monotonic() + 30
    while _judges() and time.monotonic() < end:
        time.sleep(0.05)
    assert _judges() == set()


def test_the_doctor_names_interpreter_torch_tier_and_layers(p: Practice) -> None:
    (coding,) = [ability for ability in look_about(p) if ability.id == "judge"]
    status = p.judge.status()
    assert coding.works
    for part in (sys.executable, f"torch {status.torch}", "Python 3.", *status.layers):
        assert part in coding.says
    practice.put_settings(p, Settings(python="no-such-python"))
    (coding,) = [ability for ability in look_about(p) if ability.id == "judge"]
    assert not coding.works
    assert "evalmode settings python" in coding.says


def test_asking_for_the_setting_makes_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVALMODE_DATABASE_URL", raising=False)
    assert chosen_python(tmp_path / "data") == ""
    assert not (tmp_path / "data").exists()
    p = build_practice(tmp_path / "data")
    practice.put_settings(p, Settings(python="mine"))
    close_practice(p)
    assert chosen_python(tmp_path / "data") == "mine"
