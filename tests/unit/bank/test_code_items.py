"""Coding problems: folders that are read as far as they are there, and lint that says what is missing."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from evalmode.bank import CodeItem, load_bank, read_bank, read_wrong_solutions, turns_of
from evalmode.bank.kinds import id_by_place
from evalmode.bank.lint import lint
from evalmode.bank.wrong import parse_wrong_solution
from evalmode.core import CodeVerdict
from practice_kit import PACK

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.bank import Problem


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A problem in a pack of its own, to be broken in one place by each test."""
    shutil.copytree(PACK, tmp_path / "pack")
    return tmp_path / "pack" / "code" / "one-hot"


def examine(folder: Path) -> list[Problem]:
    bank, problems = read_bank([folder.parents[1]], installed=False)
    return lint(bank, problems, None)


def read(folder: Path) -> CodeItem:
    item = load_bank([folder.parents[1]], installed=False).get(f"code/{folder.name}")
    assert isinstance(item, CodeItem)
    return item


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert re.search(old, text, re.DOTALL), old
    path.write_text(re.sub(old, new, text, count=1, flags=re.DOTALL))


# Reading


def test_a_problem_is_a_folder(folder):
    item = read(folder)
    assert (item.id, item.kind, item.defines, item.minutes) == ("one-hot", "code", "one_hot", 15)
    assert item.folder == folder
    assert item.starter.read_text().endswith("raise NotImplementedError\n")
    assert [path.name for path in item.right] == ["plain.py"]
    assert (item.twin, item.scenario) == (None, None)
    assert len(item.wrong) == 10
    assert item.task.startswith("Write `one_hot(labels, classes)`")
    assert "the axes" in item.listens_for


def test_twin_and_scenario_are_found_where_they_are(folder):
    (folder / "twin.py").write_text("one_hot = None\n")
    (folder / "scenario.py").write_text("")
    assert read(folder).twin == folder / "twin.py"
    assert read(folder).scenario == folder / "scenario.py"


def test_a_narration_is_one_turn_like_any_other(folder):
    (turn,) = turns_of(read(folder))
    assert (turn.part, turn.gradable.id, turn.gradable.seconds) == ("narration", "code/one-hot#narration", 60)
    assert [point.id for point in turn.gradable.key_points] == ["row-per-label", "index-identity"]
    assert "One-hot labels" in turn.gradable.question
    assert all(point.claim in turn.model_answer for point in turn.gradable.key_points)


def test_a_folder_whose_author_is_not_done_yet_lets_the_bank_load(folder):
    for name in ("solution.py", "starter.py", "checks.py", "right", "wrong"):
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    item = read(folder)
    assert (item.right, item.wrong, read_wrong_solutions(item)) == ((), (), ((), []))
    (folder / "problem.md").unlink()
    assert "code/one-hot" not in {str(item.item_id) for item in load_bank([folder.parents[1]], installed=False)}


def test_an_id_that_is_not_the_folders_name(folder):
    change(folder / "problem.md", "id: one-hot", "id: one-cold")
    (problem,) = examine(folder)
    assert (problem.rule, problem.message) == ("file-name", "is 'one-cold' but the folder is named 'one-hot'")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("minutes: 15", "minutes: 500", "minutes"),
        ("defines: one_hot", "defines: one-hot", "defines"),
        ("- numpy", "- tensorflow", "libraries[0]"),
        ("complexity: [^\n]+\n", "", "complexity"),
        ("narration:.*?follow_ups", "follow_ups", "narration"),
        ("## Traps\n.*?\n## ", "## ", "traps"),
        ("## Task", "## Statement", "Statement"),
    ],
)
def test_a_page_that_cannot_be_read_names_the_field(folder, old, new, field):
    change(folder / "problem.md", old, new)
    _, problems = read_bank([folder.parents[1]], installed=False)
    assert field in {problem.field for problem in problems}
    assert {problem.path for problem in problems} == {folder / "problem.md"}


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("pack/rapid/softmax.md", "rapid/softmax"),
        ("pack/code/softmax/problem.md", "code/softmax"),
        ("pack/code/softmax/wrong/no_shift.py", "code/softmax"),
        ("pack/topics.yaml", "pack/topics"),
    ],
)
def test_a_place_says_which_item_a_file_belongs_to(tmp_path, place, name):
    assert id_by_place(tmp_path / place) == name


# Wrong solutions


HEAD = '''"""Forgets the root.

verdict: wrong_answer
check: values, gradients
teaches: You divide by the dimension;
  divide by its root.
"""
'''


def test_a_wrong_solution_says_what_is_wrong(tmp_path):
    solution, problems = parse_wrong_solution(tmp_path / "no_root.py", HEAD + "def f(x): return (\n")
    assert problems == []
    assert (solution.title, solution.verdict) == ("Forgets the root.", CodeVerdict.WRONG_ANSWER)
    assert solution.checks == ("values", "gradients")
    assert solution.teaches == "You divide by the dimension; divide by its root."
    assert not solution.is_cheat


def test_a_cheat_is_known_by_its_name(folder):
    solutions, problems = read_wrong_solutions(read(folder))
    assert problems == []
    assert [one.path.name for one in solutions if one.is_cheat] == ["cheat_alias.py", "cheat_getattr.py"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("wrong_answer", "wrong", "verdict"),
        ("wrong_answer", "internal_error", "verdict"),
        ("verdict: wrong_answer\n", "", "verdict"),
        ("check: values, gradients", "check:", "check"),
        ("check: values, gradients\n", "", "check"),
        ("teaches: You divide by the dimension;\n  divide by its root.", "teaches:", "teaches"),
        ("Forgets the root.", "", "title"),
        ('"""', "'", ""),
        ('"""Forgets', 'f"""Forgets', ""),
        ('"""Forgets', 'import torch\n"""Forgets', ""),
    ],
)
def test_a_wrong_solution_that_says_too_little(tmp_path, old, new, field):
    solution, problems = parse_wrong_solution(tmp_path / "x.py", HEAD.replace(old, new))
    assert solution is None
    assert {problem.field for problem in problems} == {field}


def test_what_fails_to_load_needs_no_check(tmp_path):
    head = HEAD.replace("wrong_answer", "syntax_error").replace("check: values, gradients\n", "")
    assert parse_wrong_solution(tmp_path / "x.py", head)[0].checks == ()


# Lint


def test_the_problem_is_good_before_it_is_broken(folder):
    assert examine(folder) == []


@pytest.mark.parametrize("name", ["starter.py", "solution.py", "checks.py"])
def test_a_program_that_is_missing(folder, name):
    (folder / name).unlink()
    (problem,) = examine(folder)
    assert (problem.rule, problem.path) == ("code-files", folder / name)


def test_a_second_right_solution_that_is_missing(folder):
    shutil.rmtree(folder / "right")
    (problem,) = examine(folder)
    assert (problem.rule, problem.path) == ("code-files", folder / "right")


@pytest.mark.parametrize("name", ["starter.py", "right/plain.py", "checks.py", "wrong/square.py"])
def test_a_program_that_is_not_python(folder, name):
    with (folder / name).open("a") as file:
        file.write("\ndef broken(:\n")
    (problem,) = [one for one in examine(folder) if one.rule != "code-starter"]
    assert (problem.rule, problem.path) == ("code-syntax", folder / name)
    assert problem.line == len((folder / name).read_text().splitlines())


def test_a_program_that_must_not_be_python_may_be_none(folder):
    change(folder / "wrong" / "square.py", "wrong_answer", "syntax_error")
    with (folder / "wrong" / "square.py").open("a") as file:
        file.write("\ndef broken(:\n")
    assert examine(folder) == []


@pytest.mark.parametrize("name", ["starter.py", "solution.py", "right/plain.py"])
def test_a_program_that_defines_something_else(folder, name):
    change(folder / name, "def one_hot", "def hot_one")
    (problem,) = examine(folder)
    assert (problem.rule, problem.path) == ("code-defines", folder / name)


def test_a_name_may_be_defined_in_any_way(folder):
    (folder / "twin.py").write_text("import numpy as np\n\none_hot = np.eye\n")
    assert examine(folder) == []


def test_a_starter_that_is_the_solution(folder):
    text = (folder / "solution.py").read_text()
    (folder / "starter.py").write_text(text.replace("One-hot labels", "Other words") + "# and a comment\n")
    (problem,) = examine(folder)
    assert (problem.rule, problem.path) == ("code-starter", folder / "starter.py")


def test_a_starter_that_does_not_say_what_is_left_to_write(folder):
    change(folder / "starter.py", "raise NotImplementedError", "return None")
    assert [problem.rule for problem in examine(folder)] == ["code-starter"]


def test_a_wrong_solution_without_a_head(folder):
    change(folder / "wrong" / "square.py", "verdict: wrong_answer", "verdict: wrong")
    (problem,) = examine(folder)
    assert (problem.rule, problem.path, problem.line) == ("wrong-head", folder / "wrong" / "square.py", 3)


def test_too_few_wrong_solutions(folder):
    (folder / "wrong" / "square.py").unlink()
    assert [problem.rule for problem in examine(folder)] == ["wrong-count"]


def test_too_few_cheats_where_something_is_banned(folder):
    (folder / "wrong" / "cheat_alias.py").unlink()
    assert [problem.rule for problem in examine(folder)] == ["cheat-count"]
    change(folder / "problem.md", "bans:\n- identity", "bans: []")
    assert examine(folder) == []


def test_two_wrong_solutions_that_are_one(folder):
    program = (folder / "wrong" / "square.py").read_text().partition('"""\n\nimport')[2]
    change(folder / "wrong" / "transposed.py", '"""\n\nimport.*', lambda _: f'"""\n\n# said otherwise\nimport{program}')
    (problem,) = examine(folder)
    assert (problem.rule, problem.message) == ("wrong-twins", "is the same program as square.py")


@pytest.mark.parametrize(
    ("old", "new", "rule", "field"),
    [
        ("- Choose between two arrays[^\n]*\n", "", "few-hints", "hints"),
        ("- ask: What does it cost.*?\nsources", "sources", "two-follow-ups", "follow_ups"),
        ("  - id: index-identity.*?\nfollow_ups", "follow_ups", "narration-points", "narration.key_points"),
        ("- where the number of classes.*?\n\n", "\n", "listens-for", "listens_for"),
        ("## Why\n\n", "## Why\n\nToo short.\n\n## Whyever\n\n", "code-why", "why"),
        ("- ce-vs-nll", "- ce-vs-nlll", "unknown-topic", "topics[0]"),
        ("checklist: \\[\\]", "checklist: [no-such]", "unknown-checklist", "checklist[0]"),
        ("prerequisites: \\[\\]", "prerequisites: [no-such]", "unknown-topic", "prerequisites[0]"),
        ("    - np.eye.C..labels.\n", "", "few-phrasings", "narration.key_points[1].accepted"),
        (
            "    - says: you multiply.*?\n    - says",
            "    - says",
            "few-misconceptions",
            "narration.key_points[1].misc",
        ),
        ("id: index-identity", "id: row-per-label", "duplicate-point", "narration.key_points[1].id"),
        ("sources:", "unproven: {no-such: because}\nsources:", "unknown-point", "unproven.no-such"),
    ],
)
def test_a_page_that_says_too_little_or_names_what_is_not_there(folder, old, new, rule, field):
    change(folder / "problem.md", old, new)
    if "Whyever" in new:
        change(folder / "problem.md", "## Whyever.*", "")
    (problem,) = examine(folder)
    assert problem.rule == rule
    assert problem.field.startswith(field)


@pytest.mark.parametrize("stray", ["notes.md", "wrong/notes.txt", "right/deeper/x.py", "extra.py", "tests/x.py"])
def test_what_nothing_reads_does_not_belong_into_a_problem(folder, stray):
    path = folder / stray
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x = 1\n")
    (problem,) = examine(folder)
    assert problem.rule == "stray-file"


@pytest.mark.parametrize("known", ["twin.py", "scenario.py", "equivalent.toml", "__pycache__/x.pyc", ".notes"])
def test_what_a_problem_may_hold_besides_is_left_alone(folder, known):
    path = folder / known
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("one_hot = None\n")
    assert examine(folder) == []


def test_a_folder_without_a_page_and_a_file_without_a_folder(folder):
    (folder / "problem.md").unlink()
    (folder.parent / "relu.md").write_text("x")
    assert {(problem.rule, problem.path.name) for problem in examine(folder)} == {
        ("stray-file", "problem.md"),
        ("stray-file", "relu.md"),
    }
