"""From what was learnt to a patch that git takes and lint accepts, through the program itself."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from evalmode.practice import override, practise_once, remember_phrasing
from evalmode.practice.values import PhrasingRequest
from evalmode.wiring import build_practice, close_practice

GIT = shutil.which("git") or "git"
ITEM = "rapid/quick-question"
ANSWER = "It gives each class a number: positive, adding up to one whole. Use it when just one class can be right."
FIRST, SECOND = "a number: positive, adding up to one whole", "Use it when just one class can be right"


@pytest.fixture
def taught(tmp_path, quick_pack):
    """A history in which the grader was taught two phrasings of a question in a repository; gives back their ids."""
    subprocess.run([GIT, "init", "-q", tmp_path], check=True)
    p = build_practice(tmp_path / "data", packs=(quick_pack,))
    attempt = practise_once(p, ITEM, ANSWER)
    ids = []
    for point, phrase in zip(attempt.points, (FIRST, SECOND), strict=False):
        override(p, attempt.attempt_id, point.id, True)
        ids.append(remember_phrasing(p, attempt.attempt_id, PhrasingRequest(point_id=point.id, phrase=phrase)).id)
    close_practice(p)
    return ids


def test_the_patch_is_taken_by_git_and_lint_and_then_there_is_nothing_left(evalmode, tmp_path, quick_pack, taught):
    def lint():
        done = evalmode("bank", "lint", ITEM, "--pack", quick_pack, "--no-judge", "--json")
        return [problem["message"] for problem in json.loads(done.stdout)["problems"]]

    path = quick_pack / "rapid" / "quick-question.md"
    before, problems = path.read_text(encoding="utf-8"), lint()
    done = evalmode("--pack", quick_pack, "bank", "phrasings", "patch")
    assert (done.returncode, done.stderr) == (0, b"")
    assert path.read_text(encoding="utf-8") == before
    added = [line for line in done.stdout.decode().split("\n") if line.startswith("+") and not line.startswith("+++")]
    assert added == [f'+  - "{FIRST}"', f"+  - {SECOND}"]
    subprocess.run([GIT, "apply", "-"], input=done.stdout, cwd=tmp_path, check=True)
    assert path.read_text(encoding="utf-8") != before
    assert lint() == problems
    again = json.loads(evalmode("--pack", quick_pack, "bank", "phrasings", "patch", "--json").stdout)
    assert (again["patch"], again["phrasings"]) == ("", [])
    assert again["left_out"] == [f"{ITEM} accepts “{phrase}” already." for phrase in (FIRST, SECOND)]
    assert len(taught) == 2


def test_phrasings_are_listed_and_removed(evalmode, quick_pack, taught):
    listed = json.loads(evalmode("--pack", quick_pack, "bank", "phrasings", "list", "--json").stdout)
    assert [(one["id"], one["phrase"]) for one in listed["phrasings"]] == list(
        zip(taught, (FIRST, SECOND), strict=True)
    )
    assert FIRST in evalmode("--pack", quick_pack, "bank", "phrasings", "list", ITEM).stdout.decode()
    assert "Removed" in evalmode("bank", "phrasings", "remove", *taught).stdout.decode()
    assert json.loads(evalmode("bank", "phrasings", "list", "--json").stdout) == {"phrasings": []}
    refused = evalmode("bank", "phrasings", "remove", taught[0])
    assert (refused.returncode, b"There is no phrasing" in refused.stderr) == (1, True)


def test_a_question_that_has_left_the_bank_is_named_and_left_out(evalmode, taught):
    done = evalmode("bank", "phrasings", "patch")
    assert (done.returncode, done.stdout) == (0, b"")
    assert f"{ITEM} is no longer in the bank." in done.stderr.decode()
    assert len(json.loads(evalmode("bank", "phrasings", "list", "--json").stdout)["phrasings"]) == len(taught)
