"""The whole suite of attacks: all are stopped, and all get through where the layers they are for are left out."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from evalmode_runner.sandbox.layers import LAYERS

pytestmark = pytest.mark.slow


def attack(*words: str) -> dict:
    """Run the suite in a program of its own, as ``evalmode judge --serve-check`` does."""
    run = subprocess.run(
        [sys.executable, "-m", "evalmode_runner.attacks", "--json", *words], capture_output=True, text=True, check=False
    )
    assert run.returncode in {0, 1}, run.stderr
    return json.loads(run.stdout)


def test_every_attack_is_stopped():
    report = attack("--isolation", "full")
    assert report["tier"] == "full"
    assert [one for one in report["attacks"] if not one["stopped"]] == []
    assert len(report["attacks"]) >= 140


def test_every_attack_gets_through_without_its_layers_and_every_layer_is_needed():
    """The control: were the suite blind, this would show it."""
    proof = attack("--prove")
    if proof["idle"]:  # a busy machine may have looked too late; who is idle twice is idle
        proof["idle"] = attack("--prove", *(f"--only={one['name']}" for one in proof["idle"]))["idle"]
    assert proof["idle"] == []
    assert set(proof["needed"]) == set(LAYERS)
    assert proof["through"] >= 140
