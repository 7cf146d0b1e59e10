"""``evalmode bank lint`` and ``bank mutants``: checks that let mistakes through are told on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

KEPT = 8
"""Wrong solutions that a problem must have; more would only take longer here."""


@pytest.fixture
def problem(own_problem):
    """A problem with fewer wrong solutions, to be spoiled."""
    wrong = sorted(path for path in (own_problem / "wrong").glob("*.py") if not path.name.startswith("cheat_"))
    cheats = sorted((own_problem / "wrong").glob("cheat_*.py"))
    for path in (*wrong[KEPT:], *cheats[2:]):
        path.unlink()
    return own_problem


def _lint(evalmode, folder, *more):
    ran = evalmode("bank", "lint", "--no-grader", "--pack", folder.parents[1], "own-softmax", "--json", *more)
    report = json.loads(ran.stdout)
    gate = {(Path(line["path"]).name, line["rule"]) for line in report["problems"] if _is_of_the_gate(line["rule"])}
    return ran.returncode, report["judged"], gate


def _is_of_the_gate(rule):
    return rule in {"code-wrong-refused", "code-right-accepted", "code-starter-fails", "code-checks-work", "code-costs"}


def test_the_gate_tells_on_a_mistake_that_gets_through_and_on_right_code_that_does_not(evalmode, problem):
    assert _lint(evalmode, problem)[1:] == (True, set())

    right = (problem / "solution.py").read_text(encoding="utf-8")
    wrong = next(path for path in sorted((problem / "wrong").glob("*.py")) if not path.name.startswith("cheat_"))
    head = wrong.read_text(encoding="utf-8").split('"""')[1]
    wrong.write_text(f'"""{head}"""\n\n{right}', encoding="utf-8")
    other = next((problem / "right").glob("*.py"))
    other.write_text("def softmax(x, dim):\n    return x.exp() / x.exp().sum(dim, keepdim=True)\n", encoding="utf-8")
    (problem / "starter.py").write_text(right, encoding="utf-8")
    code, _, found = _lint(evalmode, problem)
    assert code == 1
    assert found == {
        (wrong.name, "code-wrong-refused"),
        (other.name, "code-right-accepted"),
        ("starter.py", "code-starter-fails"),
    }
    assert _lint(evalmode, problem, "--no-judge")[1:] == (False, set())


def test_mutants_that_survive_are_named_until_it_is_said_why(evalmode, problem):
    solution = problem / "solution.py"
    solution.write_text(f"{solution.read_text(encoding='utf-8')}\n\ndef _unused():\n    return 1\n", encoding="utf-8")
    there = ("own-softmax", "--pack", problem.parents[1])
    ran = evalmode("bank", "mutants", *there, "--json")
    assert ran.returncode == 1, ran.stderr
    report = json.loads(ran.stdout)
    (line,) = report["problems"]
    assert {mutant["was"] for mutant in line["survivors"]} == {"return 1"}
    assert line["killed"] > 0
    assert report["kill_rate"] == line["killed"] / (line["killed"] + len(line["survivors"]))

    with (problem / "equivalent.toml").open("a", encoding="utf-8") as listed:
        for mutant in line["survivors"]:
            was, now = json.dumps(mutant["was"]), json.dumps(mutant["now"])
            listed.write(f"[[mutant]]\nwas = {was}\nnow = {now}\nwhy = 'It is not called.'\n\n")
    ran = evalmode("bank", "mutants", *there)
    assert ran.returncode == 0, ran.stdout
    assert "kill rate 100.0%" in ran.stdout.decode()
