"""``evalmode code``: problems in one's own editor, one command at a time."""

from __future__ import annotations

import json

import pytest
from jsonschema_rs import validator_for

from evalmode.bank import load_bank

SOFTMAX = load_bank().get("code/softmax")
RIGHT = SOFTMAX.solution.read_text(encoding="utf-8")
STARTER = SOFTMAX.starter.read_text(encoding="utf-8")


@pytest.fixture
def code(evalmode, tmp_path):
    """Runs a command of the coding room in a folder of its own."""

    def run(command, *arguments, **more):
        there = ["--dir", tmp_path] if command in {"start", "check", "submit", "reset"} else []
        return evalmode("code", command, *arguments, *there, **more)

    return run


@pytest.fixture
def document(evalmode, code):
    """Runs a command with --json and holds the document against its schema."""

    def run(command, *arguments):
        ran = code(command, *arguments, "--json")
        assert ran.returncode == 0, ran.stderr
        printed = json.loads(ran.stdout)
        name = "judgement" if command == "check" else f"code-{command}"
        validator_for(json.loads(evalmode("schema", name).stdout)).validate(printed)
        return printed

    return run


def test_a_problem_from_its_start_to_its_solution(document, code, tmp_path):
    started = document("start", "softmax")
    program = tmp_path / "softmax.py"
    assert started == {
        "problem": "softmax",
        "program": str(program),
        "statement": str(tmp_path / "softmax.md"),
        "minutes": SOFTMAX.minutes,
    }
    assert program.read_text(encoding="utf-8") == STARTER
    assert SOFTMAX.task.strip() in (tmp_path / "softmax.md").read_text(encoding="utf-8")

    ran = code("submit", "softmax")
    assert ran.returncode == 1
    assert f"{program} is still the starter. Write softmax first." in ran.stderr.decode()

    assert document("hint", "softmax") == {"hints": [SOFTMAX.hints[0]], "total": len(SOFTMAX.hints)}

    program.write_text(RIGHT, encoding="utf-8")
    assert document("check", "softmax")["verdict"] == "accepted"
    assert _brief(document)["attempts"] == 0, "checking is no attempt"
    submitted = document("submit", "softmax")
    assert submitted["judgement"]["verdict"] == "accepted"
    assert submitted["hints"] == 1
    assert submitted["memory"] is not None
    assert submitted["solution"]["reference"] == RIGHT
    assert _brief(document)["state"] == "passed"
    assert document("solution", "softmax")["reference"] == RIGHT, "who has passed may look without giving up"


def test_starting_again_never_overwrites_unless_it_is_asked_to(code, tmp_path):
    program = tmp_path / "softmax.py"
    program.write_text("my = 'work'\n", encoding="utf-8")
    ran = code("start", "softmax")
    assert ran.returncode == 1
    assert f"{program} is there already." in ran.stderr.decode()
    assert program.read_text(encoding="utf-8") == "my = 'work'\n"
    assert code("start", "softmax", "--force").returncode == 0
    assert program.read_text(encoding="utf-8") == STARTER
    assert (tmp_path / "softmax.py.old").read_text(encoding="utf-8") == "my = 'work'\n"


def test_resetting_one_or_all_brings_the_starter_back_and_keeps_the_attempts(code, document, tmp_path):
    program = tmp_path / "softmax.py"
    code("start", "softmax")
    program.write_text("def softmax(x, dim):\n    return x\n", encoding="utf-8")
    assert document("submit", "softmax")["judgement"]["verdict"] == "wrong_answer"
    code("hint", "softmax")
    assert document("reset", "softmax") == {"problems": 1, "attempts": 0}
    assert program.read_text(encoding="utf-8") == STARTER
    assert (tmp_path / "softmax.py.old").exists()
    assert document("hint", "softmax")["hints"] == [SOFTMAX.hints[0]]
    assert _brief(document)["attempts"] == 1
    assert document("reset", "--all", "--history") == {"problems": 1, "attempts": 1}
    assert _brief(document)["state"] == "new"
    assert code("reset").returncode == 2


def test_seeing_the_reference_before_passing_wants_a_clear_word(code, document):
    ran = code("solution", "softmax")
    assert ran.returncode == 1
    assert "giving up" in ran.stderr.decode()
    given_up = code("give-up", "softmax", "--yes")
    assert given_up.returncode == 0
    assert "Reference" in given_up.stdout.decode()
    assert _brief(document)["state"] == "given_up"


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "There is no"), (b"\xff\xfe", "is not UTF-8 text"), (b"#" * 1_000_001, "1,000,000 bytes that a program")],
)
def test_a_program_that_cannot_be_read_is_one_clear_sentence(code, tmp_path, content, says):
    if content is not None:
        (tmp_path / "softmax.py").write_bytes(content)
    ran = code("check", "softmax")
    assert ran.returncode == 1
    assert says in ran.stderr.decode()


def test_the_last_hint_says_where_the_rest_is(code):
    for _ in SOFTMAX.hints:
        assert code("hint", "softmax").returncode == 0
    ran = code("hint", "softmax")
    assert ran.returncode == 1
    assert "evalmode code solution softmax" in ran.stderr.decode()


def _brief(document):
    return next(brief for brief in document("list")["problems"] if brief["id"] == "softmax")
