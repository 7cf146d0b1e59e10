"""``kill -9`` at any moment loses nothing that was acknowledged, and what was not graded yet is graded later."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("kill_candidate.py")
CODER = Path(__file__).with_name("kill_coder.py")


def kill_candidates(database: str, kills: int, *how: str, program: Path = PROGRAM) -> dict[str, object]:
    """Run the experiment in a process of its own."""
    command = [sys.executable, "-W", "error", str(program), database, str(kills), "20260105", *how]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    assert ran.returncode == 0, ran.stderr
    result: dict[str, object] = json.loads(ran.stdout)
    return result


def assert_nothing_is_lost(found: dict[str, object]) -> None:
    assert found["lost"] == []
    assert found["attempts"] == found["graded"]
    assert found["rapid_without_review"] == 0
    assert found["reviews_without_memory"] == []
    # The experiment is one only if there was something to lose, and if grading was interrupted at times.
    assert found["drafts"] > found["kills"]
    assert found["answers"] > 0
    assert found["resumed"] == found["ungraded"] > 0


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing_on_sqlite(tmp_path: Path):
    path = tmp_path / "evalmode.db"
    assert_nothing_is_lost(kill_candidates(str(path), 200))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.slow
@pytest.mark.postgres
def test_kills_lose_nothing_on_postgresql(postgres_url: str):
    assert_nothing_is_lost(kill_candidates(postgres_url, 60))


def test_a_receipt_that_was_given_too_early_is_noticed(tmp_path: Path):
    """The control: a candidate who acknowledges before anything is stored does lose something."""
    assert kill_candidates(str(tmp_path / "evalmode.db"), 40, "hasty")["lost"] != []


def assert_no_program_is_lost(found: dict[str, object]) -> None:
    assert found["lost"] == found["misjudged"] == []
    assert found["attempts"] == found["judged"]
    # Each candidate begins anew, so that what is accepted is a review of its own.
    assert found["accepted"] == found["reviews"] == found["card_reviews"]
    assert found["receipts"] > found["kills"]
    assert found["resumed"] == found["unjudged"] > 0


@pytest.mark.slow
def test_programs_are_stored_before_they_are_judged_on_sqlite(tmp_path: Path):
    assert_no_program_is_lost(kill_candidates(str(tmp_path / "evalmode.db"), 100, program=CODER))


@pytest.mark.slow
@pytest.mark.postgres
def test_programs_are_stored_before_they_are_judged_on_postgresql(postgres_url: str):
    assert_no_program_is_lost(kill_candidates(postgres_url, 40, program=CODER))


def test_a_receipt_for_a_program_that_was_given_too_early_is_noticed(tmp_path: Path):
    """The control, as above."""
    assert kill_candidates(str(tmp_path / "evalmode.db"), 40, "hasty", program=CODER)["lost"] != []
