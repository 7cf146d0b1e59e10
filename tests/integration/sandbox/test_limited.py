"""Where a system has no namespaces to give: what still holds is named, and does hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evalmode_runner.attacks import load_programs
from evalmode_runner.sandbox.layers import LAYERS

HELPER = Path(__file__).parent.parent.parent / "without_namespaces.py"
LACKING = {"namespaces", "tree", "box"}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the attacks there."""
    command = [sys.executable, str(HELPER), "-m", "evalmode_runner.attacks", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_tier_names_the_layers_that_hold_and_they_stop_what_they_should():
    done = run("--json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["tier"] == "limited"
    assert set(report["layers"]) == set(LAYERS) - LACKING
    assert set(report["failures"]) == LACKING
    through = {(one["family"], one["name"]) for one in report["attacks"] if not one["stopped"]}
    held = set(report["layers"])
    for program in load_programs():
        if program.stopped_by & held:
            assert (program.family, program.name) not in through
    assert through, "an attack that needs a namespace to be stopped must get through without one"


def test_the_full_tier_is_refused_with_the_reason():
    done = run("--isolation", "full")
    assert done.returncode == 3
    assert "namespaces (unshare: Operation not permitted)" in done.stderr
