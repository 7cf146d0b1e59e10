"""What must hold for an ordinary user too, when the tests are run by root: every attack is stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TESTS = HERE.parent.parent
# That each gets through without its layers has been shown as root, and honest work is judged everywhere else.
SUITE = [str(HERE / "test_attacks.py"), "-k", "every_attack_is_stopped"]

if os.geteuid() == 0:

    @pytest.mark.slow
    def test_holds_for_an_ordinary_user_too():
        words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *SUITE]
        run = subprocess.run(
            [sys.executable, str(TESTS / "as_user.py"), *words],
            cwd=TESTS.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
