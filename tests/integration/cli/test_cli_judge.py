"""``evalmode judge``: one program, many programs, and what is wrong with what was given."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from jsonschema_rs import validator_for

from evalmode.bank import load_bank

SOFTMAX = load_bank().get("code/softmax")
RIGHT = SOFTMAX.solution.read_text(encoding="utf-8")
WRONG = "import torch\n\ndef softmax(x, dim):\n    e = x.exp()\n    return e / e.sum(dim, keepdim=True)\n"


@pytest.fixture
def program(tmp_path):
    """A file that holds a program."""

    def write(content):
        file = tmp_path / "program.py"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write


def _schema(evalmode, name):
    return validator_for(json.loads(evalmode("schema", name).stdout))


def test_the_reference_is_accepted_and_the_document_keeps_to_its_schema(evalmode, program):
    ran = evalmode("judge", "softmax", program(RIGHT), "--json")
    assert ran.returncode == 0, ran.stderr
    judged = json.loads(ran.stdout)
    _schema(evalmode, "judgement").validate(judged)
    assert judged["verdict"] == "accepted"
    assert judged["problem"] == "code/softmax"
    assert all(check["passed"] for check in judged["checks"])
    assert judged["reference_ratio"] > 0
    assert judged["tier"]


def test_a_wrong_program_is_no_failure_of_the_command_and_is_explained(evalmode, program):
    ran = evalmode("judge", "softmax", program(WRONG))
    assert ran.returncode == 0, ran.stderr
    said = ran.stdout.decode()
    assert "wrong answer" in said
    assert "Smallest failing example" in said
    assert "expected" in said
    assert "isolation:" in said


def test_a_program_comes_from_standard_input_and_a_seed_repeats_its_inputs(evalmode):
    first = json.loads(evalmode("judge", "softmax", "-", "--json", given=WRONG).stdout)
    again = json.loads(evalmode("judge", "softmax", "--json", "--seed", first["seed"], given=WRONG).stdout)
    assert first["verdict"] == again["verdict"] == "wrong_answer"
    assert [check["failing"] for check in again["checks"]] == [check["failing"] for check in first["checks"]]


def test_examples_alone_are_fewer_checks_and_all_visible(evalmode):
    judged = json.loads(evalmode("judge", "softmax", "--examples", "--json", given=RIGHT).stdout)
    assert judged["verdict"] == "accepted"
    assert any(check["visible"] for check in judged["checks"])
    assert len(judged["checks"]) < len(json.loads(evalmode("judge", "softmax", "--json", given=RIGHT).stdout)["checks"])


MISTAKES = [
    ("", "syntax_error", "empty"),
    ("def softmaxx(x, dim):\n    return x\n", "wrong_answer", "softmax"),
    ("class softmax:\n    pass\n", "wrong_answer", "function"),
    ("def softmax(x, dim:\n", "syntax_error", "Line 1"),
    ("x = 'a\0b'\n", "syntax_error", "null byte"),
    (
        "import torch\n\ndef softmax(x, dim):\n    print('a' * 10)\n    return x.no_such()\n",
        "runtime_error",
        "no_such",
    ),
]


def test_what_candidates_get_wrong_is_a_verdict_with_a_sentence(evalmode):
    given = "".join(json.dumps({"problem": "softmax", "source": source}) + "\n" for source, _, _ in MISTAKES)
    judged = [json.loads(line) for line in evalmode("judge", "--batch", "-", "--json", given=given).stdout.splitlines()]
    for one, (source, verdict, says) in zip(judged, MISTAKES, strict=True):
        assert one["verdict"] == verdict, source
        assert says in one["message"], source


@pytest.mark.parametrize(
    ("arguments", "content", "says"),
    [
        (["softmaxx", "FILE"], RIGHT, "There is no item 'softmaxx'. Did you mean code/softmax"),
        (["softmax", "no-such-file.py"], RIGHT, "cannot be read"),
        (["softmax", "FILE"], b"x = '\xff'\n", "is not UTF-8 text"),
        (["softmax", "FILE"], b"#" * 1_000_001, "is larger than the 1,000,000 bytes that a program can have"),
        (["softmax", "FILE", "--python", "no-such-python"], RIGHT, "no-such-python is not a Python that runs"),
        (["rapid/softmax", "FILE"], RIGHT, "There is no item"),
    ],
)
def test_bad_input_is_one_clear_sentence(evalmode, program, arguments, content, says):
    file = str(program(content))
    ran = evalmode("judge", *(file if word == "FILE" else word for word in arguments))
    assert ran.returncode == 1
    assert says in " ".join(ran.stderr.decode().split())
    assert "Traceback" not in ran.stderr.decode()


@pytest.mark.parametrize("arguments", [[], ["softmax", "a.py", "--batch", "b"], ["--batch", "b", "--serve-check"]])
def test_wrong_usage_is_told_apart(evalmode, arguments):
    assert evalmode("judge", *arguments).returncode == 2


@pytest.mark.parametrize(
    ("torch", "numpy", "says"),
    [("", "2.0", "has no torch"), ("2.0.1", "1.26", "has torch 2.0.1; 2.3 is the oldest"), ("2.6", "", "has no NumPy")],
)
def test_an_interpreter_without_the_right_torch_is_told_apart(evalmode, tmp_path, torch, numpy, says):
    python = tmp_path / "python"
    found = json.dumps({"python": [3, 12, 1], "torch": torch, "numpy": numpy})
    python.write_text(f"#!/bin/sh\necho '{found}'\n", encoding="utf-8")
    python.chmod(0o755)
    ran = evalmode("judge", "softmax", "--python", python, given=RIGHT)
    assert ran.returncode == 1
    assert says in ran.stderr.decode()


def test_the_setting_names_the_interpreter(evalmode, tmp_path):
    assert evalmode("settings", f"python={tmp_path / 'nowhere'}").returncode == 0
    ran = evalmode("judge", "softmax", given=RIGHT)
    assert ran.returncode == 1
    assert "nowhere is not a Python that runs" in ran.stderr.decode()
    assert evalmode("judge", "softmax", "--python", sys.executable, given=RIGHT).returncode == 0


def test_a_batch_keeps_its_order_and_goes_on_after_bad_lines(evalmode):
    lines = [
        json.dumps({"problem": "softmax", "source": RIGHT, "id": "a"}),
        json.dumps({"problem": "softmaxx", "source": RIGHT, "id": "b"}),
        "not JSON",
        json.dumps({"problem": "code/softmax", "source": WRONG}),
        json.dumps({"source": RIGHT}),
        '{"problem": "softmax", "source": "\\ud800"}',
        json.dumps({"problem": "softmax", "source": "#" * 1_000_001}),
        json.dumps({"problem": "softmax", "source": "", "id": "last"}),
    ]
    ran = evalmode("judge", "--batch", "-", given="\n".join(lines))
    assert ran.returncode == 1, ran.stderr
    printed = [json.loads(line) for line in ran.stdout.splitlines()]
    schema = _schema(evalmode, "judge-batch")
    for line in printed:
        schema.validate(line)
    assert [line["line"] for line in printed] == list(range(1, 9))
    assert [line.get("verdict") for line in printed] == [
        "accepted", None, None, "wrong_answer", None, None, None, "syntax_error",
    ]  # fmt: skip
    assert [line["id"] for line in printed] == ["a", "b", None, None, None, None, None, "last"]
    assert printed[1]["error"]["code"] == "not_found"
    assert "names no problem" in printed[4]["error"]["message"]


def test_a_folder_names_its_problems_in_three_ways(evalmode, tmp_path):
    folder = tmp_path / "handed-in"
    (folder / "softmax").mkdir(parents=True)
    (folder / "softmax" / "ada.py").write_text(RIGHT, encoding="utf-8")
    (folder / "softmax.py").write_text(WRONG, encoding="utf-8")
    (folder / "softmax__bob.py").write_bytes(b"x = '\xff'\n")
    (folder / "other.py").write_text(RIGHT, encoding="utf-8")
    (folder / "notes.txt").write_text("not a program", encoding="utf-8")
    ran = evalmode("judge", "--batch", folder, "--json")
    assert ran.returncode == 1, ran.stderr
    printed = [json.loads(line) for line in ran.stdout.splitlines()]
    assert {line["id"]: line.get("verdict") for line in printed} == {
        "other.py": None,
        "softmax.py": "wrong_answer",
        "softmax/ada.py": "accepted",
        "softmax__bob.py": "syntax_error",
    }
    (folder / "other.py").unlink()
    assert evalmode("judge", "--batch", folder).returncode == 0
    assert evalmode("judge", "--batch", tmp_path / "nowhere").returncode == 1


def test_whoever_waits_for_a_verdict_before_the_next_line_gets_it(tmp_path):
    command = [sys.executable, "-m", "evalmode", "--data", str(tmp_path), "judge", "softmax", "--batch", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ)) as talk:
        for source, verdict in ((RIGHT, "accepted"), ("", "syntax_error"), (WRONG, "wrong_answer")):
            talk.stdin.write(json.dumps({"source": source}).encode() + b"\n")
            talk.stdin.flush()
            assert json.loads(talk.stdout.readline())["verdict"] == verdict
        talk.stdin.close()
        assert talk.wait(60) == 0


def test_a_pack_elsewhere_is_judged_by_its_own_checks(evalmode, own_problem):
    pack = own_problem.parents[1]
    ran = evalmode("judge", "own-softmax", "--pack", pack, "--json", given=RIGHT)
    assert ran.returncode == 0, ran.stderr
    judged = json.loads(ran.stdout)
    assert judged["verdict"] == "accepted"
    assert judged["problem"] == "code/own-softmax"
    assert judged["tier"] == json.loads(evalmode("judge", "softmax", "--json", given=RIGHT).stdout)["tier"]


@pytest.mark.slow
def test_attacking_the_sandbox_says_which_layers_hold(evalmode):
    ran = evalmode("judge", "--serve-check", "--json")
    report = json.loads(ran.stdout)
    _schema(evalmode, "sandbox").validate(report)
    assert ran.returncode == (0 if report["holds"] else 1)
    assert report["holds"] == (report["tier"] == "full" and all(attack["stopped"] for attack in report["attacks"]))
    assert len(report["attacks"]) >= 100
    assert set(report["layers"]) | set(report["failures"])
