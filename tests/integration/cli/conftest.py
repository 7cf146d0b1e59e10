"""What tests of the terminal share: the program as a process, and a pack with a very short question."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import evalmode_pack_dl

DL_PACK = Path(evalmode_pack_dl.__file__).parent
SMALL_PACK = Path(__file__).parents[2] / "data" / "pack"


@pytest.fixture
def evalmode(tmp_path):
    """Runs the program with a history of its own; gives back its exit code and what it wrote."""

    def run(*arguments, given="", environment=None):
        return subprocess.run(
            [sys.executable, "-m", "evalmode", "--data", str(tmp_path / "data"), *map(str, arguments)],
            input=given if isinstance(given, bytes) else given.encode(),
            capture_output=True,
            timeout=300,
            check=False,
            env={**os.environ, "COLUMNS": "100", **(environment or {})},
        )

    return run


@pytest.fixture
def quick_pack(tmp_path):
    """A pack with one question of fifteen seconds, the shortest there can be."""
    folder = tmp_path / "quick"
    (folder / "rapid").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: quick\ntitle: Quick\nlicense: CC0-1.0\n", encoding="utf-8")
    (folder / "rapid" / "quick-question.md").write_text(
        (SMALL_PACK / "rapid" / "softmax.md")
        .read_text(encoding="utf-8")
        .replace("id: softmax", "id: quick-question", 1)
        .replace("seconds: 45", "seconds: 15", 1),
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def own_problem(tmp_path):
    """A coding problem in a pack of its own, ``own-softmax``: the folder of the problem, two below the pack's."""
    folder = tmp_path / "own" / "code" / "own-softmax"
    folder.parent.mkdir(parents=True)
    (tmp_path / "own" / "pack.yaml").write_text("name: own\ntitle: Own\nlicense: CC0-1.0\n", encoding="utf-8")
    shutil.copytree(DL_PACK / "code" / "softmax", folder)
    head = folder / "problem.md"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("id: softmax", "id: own-softmax", 1), encoding="utf-8")
    return folder
