"""``evalmode bank`` as people and programs use it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema_rs
import pytest

pytestmark = pytest.mark.slow

PACK = Path(__file__).parents[2] / "data" / "pack"


@pytest.fixture
def schema(evalmode):
    def read(name):
        return json.loads(evalmode("schema", name).stdout)

    return read


def document(done, code=0):
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def mine(quick_pack):
    """The quick pack, to be broken: a function that replaces a text in its one question."""
    path = quick_pack / "rapid" / "quick-question.md"

    def replace(old, new):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def test_list_filters_by_kind_topic_level_and_area(evalmode, schema):
    everything = document(evalmode("bank", "list", "--json"))
    jsonschema_rs.validate(schema("bank-list"), everything)
    some = document(
        evalmode("bank", "list", "--kind", "rapid", "--kind", "deep", "--topic", "attn", "--level", "core", "--json")
    )
    assert 0 < len(some["items"]) < len(everything["items"])
    assert {item["kind"] for item in some["items"]} <= {"rapid", "deep"}
    assert {item["level"] for item in some["items"]} == {"core"}


def test_list_for_people_counts(evalmode):
    shown = evalmode("bank", "list", "--kind", "rapid").stdout.decode()
    assert "rapid/softmax" in shown
    assert shown.splitlines()[-1].endswith("items")


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("--kind", "rapids", "Kinds are rapid, deep, code, board, guide."),
        ("--topic", "softmax-sigmoids", "Did you mean softmax-sigmoid?"),
        ("--level", "junior", "Levels are screen, core, senior."),
    ],
)
def test_a_filter_that_names_nothing_is_told(evalmode, option, value, says):
    done = evalmode("bank", "list", option, value)
    assert done.returncode == 1
    assert says in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rapid/softmax", "rapid"),
        ("deep/transformer", "deep"),
        ("code/softmax", "code"),
        ("habit-flow", "guide"),
    ],
)
def test_show_prints_the_whole_item(evalmode, schema, name, kind):
    item = document(evalmode("bank", "show", name, "--json"))
    jsonschema_rs.validate(schema({"deep": "deep-item", "code": "code-item"}.get(kind, kind)), item)
    shown = " ".join(evalmode("bank", "show", name, environment={"COLUMNS": "300"}).stdout.decode().split())
    assert item["title"] in shown
    for point in item.get("key_points", []):
        assert point["id"] in shown


def test_topics_say_which_items_ask_about_them(evalmode, schema):
    listed = document(evalmode("bank", "topics", "--json"))
    jsonschema_rs.validate(schema("bank-topics"), listed)
    topics = {topic["id"]: topic for topic in listed["topics"]}
    assert "rapid/softmax" in topics["softmax-sigmoid"]["items"]
    assert "softmax-sigmoid" in evalmode("bank", "topics").stdout.decode()


def test_lint_passes_a_good_item_with_exit_code_0(evalmode, schema):
    report = document(evalmode("bank", "lint", "rapid/softmax", "--no-grader", "--json"))
    jsonschema_rs.validate(schema("bank-lint"), report)
    assert report == {"items": 1, "graded": False, "judged": True, "problems": []}


def test_lint_tells_each_problem_with_its_place_and_exit_code_1(evalmode, quick_pack, mine):
    mine("topics:\n", "topics:\n- no-such-topic\n")
    done = evalmode("bank", "lint", "--no-grader", "--pack", quick_pack)
    assert done.returncode == 1
    first = done.stdout.decode().splitlines()[0]
    assert first.startswith(f"{quick_pack}/rapid/quick-question.md:")
    assert "topics[0] names the topic 'no-such-topic'" in first
    assert first.endswith("[unknown-topic]")
    report = document(evalmode("bank", "lint", "--no-grader", "--pack", quick_pack, "--json"), code=1)
    assert "unknown-topic" in {problem["rule"] for problem in report["problems"]}
    assert {Path(problem["path"]).is_relative_to(quick_pack) for problem in report["problems"]} == {True}


def test_lint_tells_what_cannot_be_read_while_other_commands_refuse(evalmode, quick_pack, mine):
    mine("level: ", "level: no-")
    report = document(evalmode("bank", "lint", "--no-grader", "--pack", quick_pack, "--json"), code=1)
    assert [(problem["field"], problem["rule"]) for problem in report["problems"]] == [("level", "format")]
    named = document(evalmode("bank", "lint", "--no-grader", "--pack", quick_pack, "quick-question", "--json"), code=1)
    assert named["problems"] == report["problems"]
    refused = evalmode("--pack", quick_pack, "bank", "list")
    assert refused.returncode == 1
    assert "quick-question.md:" in refused.stderr.decode()


def test_lint_grades_answers_unless_told_not_to(evalmode, quick_pack, mine):
    text = (quick_pack / "rapid" / "quick-question.md").read_text(encoding="utf-8")
    answer = text.partition("## Answer\n")[2].partition("\n## ")[0]
    mine(answer, "\n" + "Bananas are yellow and grow in warm countries near the sea. " * 9 + "\n")
    quiet = document(evalmode("bank", "lint", "--no-grader", "--pack", quick_pack, "--json"), code=1)
    graded = document(evalmode("bank", "lint", "--pack", quick_pack, "--json"), code=1)
    assert graded["graded"] is True
    assert "answer-covers" not in {problem["rule"] for problem in quiet["problems"]}
    assert "answer-covers" in {problem["rule"] for problem in graded["problems"]}


@pytest.mark.parametrize("folder", ["nowhere", "file"])
def test_a_pack_that_is_none_is_told(evalmode, tmp_path, folder):
    (tmp_path / "file").touch()
    done = evalmode("bank", "list", "--pack", tmp_path / folder)
    assert done.returncode == 1
    assert "so it is no pack" in done.stderr.decode()


def test_prove_shows_the_evidence_of_the_items_that_were_named(evalmode, schema):
    report = document(evalmode("bank", "prove", "softmax", "--json"))
    jsonschema_rs.validate(schema("bank-prove"), report)
    assert report["counts"]["proven"] == 2
    assert all(result["evidence"] for result in report["results"] if result["outcome"] == "proven")
    shown = evalmode("bank", "prove", "softmax").stdout.decode()
    assert "softmax([2, -1, 0.5])" in shown
    assert "2 proven" in shown


def test_prove_fails_where_a_claim_is_refuted(evalmode, quick_pack, mine):
    mine("assert ", "assert not ")
    done = evalmode("bank", "prove", "quick-question", "--pack", quick_pack)
    assert done.returncode == 1
    shown = done.stdout.decode()
    line = next(line for line in shown.splitlines() if "refuted:" in line)
    number = int(line.partition("quick-question.md:")[2].partition(":")[0])
    text = (quick_pack / "rapid" / "quick-question.md").read_text(encoding="utf-8")
    assert text.splitlines()[number - 1].startswith("assert not ")


def test_prove_fails_where_a_proof_does_not_end(evalmode, quick_pack, mine):
    mine("assert ", "while True: pass\nassert ")
    done = evalmode("bank", "prove", "quick-question", "--pack", quick_pack, "--timeout", "0.5", "--json")
    assert document(done, code=1)["counts"]["timed_out"] == 1


def test_prove_names_what_has_no_proofs(evalmode):
    done = evalmode("bank", "prove", "habit-flow")
    assert done.returncode == 1
    assert "There is no item 'habit-flow'" in done.stderr.decode()


def test_one_broken_item_does_not_keep_another_from_being_proven(evalmode, quick_pack, mine):
    mine("level: ", "level: no-")
    assert evalmode("bank", "prove", "softmax", "--pack", quick_pack).returncode == 0
    done = evalmode("bank", "prove", "quick-question", "--pack", quick_pack)
    assert done.returncode == 1
    assert "cannot be read" in done.stderr.decode()


def test_new_writes_an_item_that_lint_then_judges(evalmode, tmp_path, schema):
    folder = tmp_path / "my-pack"
    written = document(evalmode("bank", "new", "rapid", "kv-cache-again", "--pack", folder, "--json"))
    jsonschema_rs.validate(schema("bank-new"), written)
    assert Path(written["path"]) == folder / "rapid" / "kv-cache-again.md"
    report = document(evalmode("bank", "lint", "--no-grader", "--pack", folder, "--json"), code=1)
    assert {problem["path"] for problem in report["problems"]} == {written["path"]}
    again = evalmode("bank", "new", "rapid", "kv-cache-again", "--pack", folder)
    assert again.returncode == 1
    assert "already there" in again.stderr.decode()
    said = evalmode("bank", "new", "guide", "a-page", "--pack", folder).stdout.decode()
    assert f"evalmode bank lint --pack {folder}" in said


def test_new_without_a_pack_says_what_to_name(evalmode):
    done = evalmode("bank", "new", "rapid", "kv-cache-again")
    assert done.returncode == 1
    assert "--pack DIR" in done.stderr.decode()


def test_an_interrupted_proof_leaves_nothing_behind(quick_pack, mine, tmp_path):
    mine("assert ", "print('begun', flush=True)\nwhile True: pass\nassert ")
    command = [sys.executable, "-m", "evalmode", "bank", "prove", "quick-question", "--pack", str(quick_pack)]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen(
        [*command, "--timeout", "600"],
        env=os.environ | {"TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not list(scratch.glob("*/proof-*/started")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (130, b"")
    assert list(scratch.iterdir()) == []
