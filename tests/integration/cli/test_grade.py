"""Grading from files and pipes, one answer or a thousand, and every sort of bad input."""

from __future__ import annotations

import json

import jsonschema_rs
import pytest

from evalmode.bank import load_bank

ANSWER = "it makes the outputs positive and they sum to one"


def line(item="rapid/softmax", answer=ANSWER, **more):
    return json.dumps({"item": item, "answer": answer, **more})


def lines_of(done):
    return [json.loads(printed) for printed in done.stdout.decode().splitlines()]


def test_an_answer_from_a_pipe(evalmode):
    done = evalmode("grade", "softmax", "--json", given=ANSWER)
    assert done.returncode == 0
    graded = json.loads(done.stdout)
    assert (graded["item"], graded["part"]) == ("rapid/softmax", "answer")
    assert 0 < graded["score"] < 1
    point = next(point for point in graded["points"] if point["verdict"] == "covered")
    assert point["evidence"] in ANSWER
    assert {"id", "verdict", "confidence", "evidence"} <= set(point)


@pytest.mark.parametrize("dash", [[], ["-"]])
def test_for_people_it_names_verdict_claim_and_evidence(evalmode, dash):
    done = evalmode("grade", "softmax", *dash, given=ANSWER)
    said = done.stdout.decode()
    assert done.returncode == 0
    assert "covered" in said
    assert f"“{ANSWER}”" in said
    assert "\x1b[" not in said


def test_an_answer_from_a_file_with_a_byte_order_mark_and_windows_line_ends(evalmode, tmp_path):
    file = tmp_path / "answer.txt"
    file.write_bytes(b"\xef\xbb\xbf" + ANSWER.encode() + b"\r\n")
    done = evalmode("grade", "softmax", file, "--json")
    assert any(point["verdict"] == "covered" for point in json.loads(done.stdout)["points"])


def test_a_part_of_a_deep_question(evalmode):
    name = str(load_bank().deep[0].item_id)
    whole = json.loads(evalmode("grade", name, "--json", given=ANSWER).stdout)
    headline = json.loads(evalmode("grade", name, "--part", "headline", "--json", given=ANSWER).stdout)
    assert headline["part"] == "headline"
    assert len(headline["points"]) < len(whole["points"])


def test_nothing_is_stored(evalmode):
    evalmode("grade", "softmax", given=ANSWER)
    assert json.loads(evalmode("stats", "--json").stdout)["attempts"] == 0


def test_a_batch_gives_one_line_per_line_in_order(evalmode, tmp_path):
    file = tmp_path / "answers.jsonl"
    items = ["rapid/softmax", "rapid/attention", "softmax", "rapid/batch-size"] * 5
    file.write_text("\n".join(line(item) for item in items) + "\n", encoding="utf-8")
    done = evalmode("grade", "--batch", file)
    assert done.returncode == 0
    assert [graded["item"] for graded in lines_of(done)] == [item if "/" in item else f"rapid/{item}" for item in items]


def test_a_bad_line_gives_an_error_in_its_place_and_the_rest_is_graded(evalmode):
    given = b"\n".join(
        [
            line().encode(),
            b"not json",
            b"",
            b"[]",
            b'{"item": "rapid/softmax"}',
            line("rapid/none").encode(),
            b'{"item": "rapid/softmax", "answer": "\xff"}',
            line(answer="x" * 30_000).encode(),
            line(part="none").encode(),
            line(extra=1).encode(),
            b'{"item": "rapid/softmax", "answer": 5}',
            line(answer="a\0b").encode(),
            line().encode(),
        ]
    )
    done = evalmode("grade", "--batch", "-", given=given)
    assert done.returncode == 1
    assert done.stderr == b""
    printed = lines_of(done)
    assert len(printed) == 13
    assert [number for number, document in enumerate(printed, 1) if "error" not in document] == [1, 12, 13]
    faults = [document for document in printed if "error" in document]
    assert [fault["line"] for fault in faults] == list(range(2, 12))
    for fault in faults:
        assert fault["error"]["message"].endswith(".")
        assert "\n" not in fault["error"]["message"]


def test_an_empty_batch_is_nothing_to_do(evalmode):
    done = evalmode("grade", "--batch", "-", given="")
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["grade"], 2, "Give an ITEM"),
        (["grade", "softmax", "--batch", "x.jsonl"], 2, "Give an ITEM"),
        (["grade", "no-such-item"], 1, "There is no item 'no-such-item'."),
        (["grade", "softmx"], 1, "rapid/softmax"),
        (["grade", "guide/softmax"], 1, "guide/softmax"),
        (["grade", "softmax", "no-such-file"], 1, "no-such-file cannot be read"),
        (["grade", "softmax", "."], 1, "cannot be read"),
        (["grade", "softmax", "a\nb"], 1, "cannot be read"),
        (["grade", "softmax", "--part", "none"], 1, "has no part 'none'"),
        (["grade", "--batch", "no-such-file"], 1, "no-such-file cannot be read"),
        (["grade", "softmax", "--nonsense"], 2, "--nonsense"),
    ],
)
def test_what_cannot_be_graded_is_refused_with_one_sentence(evalmode, arguments, code, says):
    done = evalmode(*arguments)
    assert done.returncode == code
    assert done.stdout == b""
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"x" * 30_000, "30,000 characters"),
        (b"x" * 1_000_000, "larger than"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_one_sentence(evalmode, given, says):
    done = evalmode("grade", "softmax", given=given)
    assert done.returncode == 1
    assert says in done.stderr.decode()


@pytest.mark.parametrize("given", [b"", b"   \n", b"a\0b\x07", "𝛔(z) — naïve 日本語 🙂".encode()])
def test_an_odd_answer_is_graded_all_the_same(evalmode, given):
    done = evalmode("grade", "softmax", "--json", given=given)
    assert done.returncode == 0
    assert 0 <= json.loads(done.stdout)["score"] <= 1


def test_json_survives_a_terminal_that_knows_only_ascii(evalmode):
    done = evalmode(
        "grade", "softmax", "--json", given="naïve", environment={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    )
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("ascii"))["item"] == "rapid/softmax"


def test_the_grader_is_measured_against_answers_that_people_judged(evalmode, tmp_path):
    file = tmp_path / "judged.jsonl"
    row = {"answer": ANSWER, "points": {"distribution": "covered", "sigmoid-binary": "missing"}}
    part = f"{load_bank().deep[0].item_id}#headline"
    point = load_bank().deep[0].key_points[0].id
    rows = [{"item": "softmax", **row}, {"item": part, "answer": "No idea.", "points": {point: "missing"}}]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    figures = json.loads(evalmode("grade", "--evaluate", file, "--json").stdout)
    assert (figures["answers"], figures["judgements"]) == (2, 3)
    assert figures["accuracy"] == 1.0
    jsonschema_rs.validate(json.loads(evalmode("schema", "evaluation").stdout), figures)
    assert "accuracy" in evalmode("grade", "--evaluate", file).stdout.decode()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"item": "none", "answer": "", "points": {}}',
        '{"item": "softmax", "answer": "x", "points": {"none": "covered"}}',
    ],
)
def test_a_file_of_judgements_that_is_none_is_refused_with_one_sentence(evalmode, tmp_path, content):
    file = tmp_path / "judged.jsonl"
    file.write_text(content, encoding="utf-8")
    done = evalmode("grade", "--evaluate", file)
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.decode().strip().splitlines()) == 1
