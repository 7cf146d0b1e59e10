"""All of this folder once more as an ordinary user, when the tests are run by root."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = HERE.parent.parent
# The suite of attacks is run in full; that each gets through without its layers has been shown as root.
ONLY = {"test_attacks.py": ["-k", "every_attack_is_stopped"]}
NAMES = sorted(path.name for path in HERE.glob("test_*.py") if path.name != Path(__file__).name)

if os.geteuid() == 0:

    @pytest.mark.slow
    @pytest.mark.parametrize("name", NAMES)
    def test_holds_for_an_ordinary_user_too(name):
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE / name), *ONLY.get(name, [])]
        run = subprocess.run(
            [sys.executable, str(TESTS / "as_user.py"), *words],
            cwd=TESTS.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
