"""``evalmode code watch``: a problem is solved in a pseudo-terminal, by saving a file and pressing keys."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest
from pty_terminal import Terminal

from evalmode.bank import load_bank

# Python 3.12 warns whoever forks a terminal while other tests' threads are alive; the child begins anew at once.
pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")

SOFTMAX = load_bank().get("code/softmax")
RIGHT = SOFTMAX.solution.read_text(encoding="utf-8")
STARTER = SOFTMAX.starter.read_text(encoding="utf-8")
WRONG = "def softmax(x, dim):\n    e = x.exp()\n    return e / e.sum(dim, keepdim=True)\n"
KEYS = "h hint · r reset · s submit · n next problem · q quit"


@pytest.fixture
def watching(tmp_path):
    """A terminal in which a problem is watched, and the program's file."""
    with Terminal("code", "watch", "softmax", "--dir", str(tmp_path), folder=tmp_path / "data") as terminal:
        terminal.until("Open", "in your editor", KEYS)
        yield terminal, tmp_path / "softmax.py"


def test_a_problem_is_solved_by_saving_and_pressing_keys(watching, tmp_path):
    terminal, program = watching
    assert program.read_text(encoding="utf-8") == STARTER
    terminal.press("s").until("is still the starter")
    terminal.press("h").until(f"1/{len(SOFTMAX.hints)}")

    program.write_text("def softmax(x, dim:\n", encoding="utf-8")
    terminal.until("syntax error", "Line 1", "all checks", KEYS)

    program.write_text(WRONG, encoding="utf-8")
    terminal.until("wrong answer", "all checks", "Smallest failing example", KEYS)

    program.write_text(RIGHT, encoding="utf-8")
    terminal.until("accepted", "Everything holds. Press s to submit it.", KEYS)

    terminal.press("s").until("accepted", "Kept as try 1", "Comes back", "Why", KEYS)
    terminal.press("q")
    assert terminal.leave() == 0

    listed = subprocess.run(
        [sys.executable, "-m", "evalmode", "--data", str(tmp_path / "data"), "code", "list", "--json"],
        capture_output=True,
        check=True,
    )
    brief = next(brief for brief in json.loads(listed.stdout)["problems"] if brief["id"] == "softmax")
    assert (brief["state"], brief["attempts"], brief["last_verdict"]) == ("passed", 1, "accepted")


def test_resetting_asks_twice_and_the_next_problem_is_laid_out(watching):
    terminal, program = watching
    program.write_text(WRONG, encoding="utf-8")
    terminal.until("wrong answer", "all checks", KEYS)
    terminal.press("r").until("Press r again")
    assert program.read_text(encoding="utf-8") == WRONG
    terminal.press("r").until("Open", "in your editor", KEYS)
    assert program.read_text(encoding="utf-8") == STARTER
    assert program.with_suffix(".py.old").read_text(encoding="utf-8") == WRONG

    names = [item.id for item in load_bank().code]
    following = names[(names.index("softmax") + 1) % len(names)]
    terminal.press("n").until(f"{following}.", "in your editor")
    assert program.with_name(f"{following}.py").is_file()
    terminal.press("\x03")
    assert terminal.leave() == 0


def test_without_a_terminal_it_says_what_to_use_instead(evalmode):
    ran = evalmode("code", "watch", "softmax")
    assert ran.returncode == 1
    assert "evalmode code check" in ran.stderr.decode()


def test_with_json_each_save_is_a_line(tmp_path):
    program = tmp_path / "softmax.py"
    program.write_text(WRONG, encoding="utf-8")
    words = ["--data", str(tmp_path / "data"), "code", "watch", "softmax", "--dir", str(tmp_path), "--json"]
    with subprocess.Popen([sys.executable, "-m", "evalmode", *words], stdout=subprocess.PIPE, text=True) as watching:
        assert json.loads(watching.stdout.readline())["verdict"] == "wrong_answer"
        program.write_text("def softmax(x, dim):\n    return\n", encoding="utf-8")
        assert json.loads(watching.stdout.readline())["problem"] == "code/softmax"
        watching.send_signal(signal.SIGINT)
        assert watching.wait(timeout=60) == 0
