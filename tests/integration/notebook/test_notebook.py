"""``evalmode.check`` and ``evalmode.judge``: from Python, and from the cells of a real IPython shell."""

from __future__ import annotations

import subprocess
import sys

import pytest
from IPython.core.interactiveshell import InteractiveShell

import evalmode
from evalmode.bank import load_bank
from evalmode.core import InputError, NotFoundError, UnavailableError
from evalmode.notebook.checking import source_of
from evalmode.practice import list_problems
from evalmode.wiring import build_practice, close_practice

SOFTMAX = load_bank().get("code/softmax")
ATTENTION = load_bank().get("code/multi-head-attention")
RIGHT = SOFTMAX.solution.read_text(encoding="utf-8")
WRONG = "def softmax(x, dim):\n    e = x.exp()\n    return e / e.sum(dim, keepdim=True)\n"


@pytest.fixture(autouse=True)
def _own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("EVALMODE_DATA", str(tmp_path / "data"))


@pytest.fixture(scope="module")
def shell():
    """A kernel without its window."""
    opened = InteractiveShell()
    yield opened
    opened.history_manager.end_session()


@pytest.fixture
def cell(shell):
    """Runs a cell and gives back the value of its last line."""
    shell.reset()

    def run(source):
        done = shell.run_cell(source)
        done.raise_error()
        return done.result

    return run


def test_judging_with_one_call_again_and_again():
    assert evalmode.judge("softmax", RIGHT).verdict == "accepted"
    judged = evalmode.judge("softmax", WRONG, seed=7)
    assert judged.verdict == "wrong_answer"
    again = evalmode.judge("code/softmax", WRONG, seed=7)
    assert [check.failing for check in again.checks] == [check.failing for check in judged.checks]
    assert len(evalmode.judge("softmax", RIGHT, examples=True).checks) < len(judged.checks)
    with pytest.raises(NotFoundError, match="softmaxx"):
        evalmode.judge("softmaxx", RIGHT)
    with pytest.raises(UnavailableError, match="not a Python that runs"):
        evalmode.judge("softmax", RIGHT, python="no-such-python")


def test_a_function_goes_with_the_helpers_and_imports_of_other_cells(cell, capsys):
    cell("import torch\nfrom torch import Tensor\nfrom evalmode import check\nx, TINY = torch.ones(3), float('-inf')")
    cell("def shifted(x: Tensor, dim: int) -> Tensor:\n    return x - x.amax(dim, keepdim=True).clamp(min=TINY)")
    judged = cell(
        "def softmax(x: Tensor, dim: int) -> Tensor:\n"
        "    e = torch.exp(shifted(x, dim))\n"
        "    return e / e.sum(dim, keepdim=True)\n"
        "check('softmax', softmax)"
    )
    assert judged.verdict == "accepted"
    assert "✔ softmax: accepted" in capsys.readouterr().out
    assert judged._repr_markdown_().startswith("**✔ accepted** · code/softmax")


def test_a_class_is_judged_where_its_cell_stands(cell, capsys):
    cell("from evalmode import check")
    judged = cell(
        f"{ATTENTION.solution.read_text(encoding='utf-8')}\ncheck('multi-head-attention', MultiHeadAttention)"
    )
    assert judged.verdict == "accepted"
    starter = ATTENTION.starter.read_text(encoding="utf-8")
    judged = cell(f"{starter}\ncheck('multi-head-attention', MultiHeadAttention)")
    assert judged.verdict != "accepted"
    assert "✘ multi-head-attention" in capsys.readouterr().out


def test_the_latest_cell_counts_and_another_name_will_do(cell):
    cell(WRONG)
    cell(RIGHT.replace("def softmax", "def mine"))
    source = source_of(cell("mine"), "softmax")
    assert source.endswith("softmax = mine\n")
    assert evalmode.judge("softmax", source).verdict == "accepted"


def test_a_wrong_solution_is_shown_in_full(capsys):
    judged = evalmode.check("softmax", WRONG)
    assert "✘ softmax: wrong answer" in capsys.readouterr().out
    page = judged._repr_markdown_()
    assert "Smallest failing example" in page
    assert "| expected |" in page
    assert "Smallest failing example" in str(judged)


def test_a_path_and_the_text_of_a_program(tmp_path):
    file = tmp_path / "mine.py"
    file.write_text(RIGHT, encoding="utf-8")
    assert evalmode.check("softmax", file).verdict == "accepted"
    assert evalmode.check("softmax", str(file)).verdict == "accepted"
    assert evalmode.check("softmax", "").verdict == "syntax_error"
    file.write_bytes(b"\xff")
    with pytest.raises(InputError, match="is not UTF-8 text"):
        evalmode.check("softmax", file)
    with pytest.raises(InputError, match="cannot be read"):
        evalmode.check("softmax", "no-such-file.py")


def test_only_what_is_remembered_is_an_attempt():
    evalmode.check("softmax", RIGHT)
    assert _attempts() == 0
    judged = evalmode.check("softmax", WRONG, remember=True)
    assert judged.verdict == "wrong_answer"
    assert any(check.failing for check in judged.checks)
    assert _attempts() == 1


@pytest.mark.parametrize(
    ("before", "solution", "says"),
    [
        ("import torch", "torch.nn.ReLU()", "an object of type ReLU"),
        ("", "lambda x, dim: x", "no name"),
        ("import torch", "torch.softmax", "neither a function nor a class"),
        ("import torch\nmask = torch.ones(3)\ndef softmax(x, dim):\n    return x * mask", "softmax", "uses mask"),
        ("exec('def softmax(x, dim): return x')", "softmax", "nowhere to be found"),
    ],
)
def test_what_cannot_be_sent_along_is_one_clear_sentence(cell, before, solution, says):
    with pytest.raises(InputError, match=says):
        cell(f"{before}\nfrom evalmode import check\ncheck('softmax', {solution})")


def test_importing_evalmode_brings_nothing_along():
    code = (
        "import sys, evalmode; print([m for m in ('torch', 'numpy', 'pydantic', 'evalmode.judge') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def _attempts():
    p = build_practice()
    try:
        return next(brief.attempts for brief in list_problems(p) if brief.id == "softmax")
    finally:
        close_practice(p)
