"""What must hold for an ordinary user too, when the tests are run by root: attacks, children, honest work."""

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
NAMES = ["test_attacks.py", "test_children.py", "test_with_torch.py"]

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
