"""The harness that measures graders, on graders whose quality is known, and the floor under the shipped one."""

import json
from pathlib import Path

import pytest

from evalmode.answers.evaluate import Judgement, evaluate, read_cases, summarise
from evalmode.bank import load_bank, turns_of
from evalmode.core import Grade, InputError, PointGrade, Verdict

HELD_OUT = Path(__file__).parent / "data" / "heldout.jsonl"
ROW = {
    "question": "What does ReLU do?",
    "key_points": [{"id": "clip", "claim": "It clips negatives to zero.", "misconceptions": ["it clips positives"]}],
    "answer": "max(0, x)",
    "points": {"clip": "covered"},
}


class Always:
    """Gives every point the same verdict."""

    name = "always"

    def __init__(self, verdict, confidence=1.0):
        self._verdict, self._confidence = verdict, confidence

    def grade(self, question, answer):  # noqa: ARG002 - the port's signature
        points = tuple(PointGrade(point.id, self._verdict, self._confidence) for point in question.key_points)
        return Grade(1.0, points)

    def warm(self, question):
        pass


def _write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def _unknown(item):
    raise InputError(f"no {item}")


def test_rows_that_are_complete_in_themselves_need_no_bank(tmp_path):
    (case,) = read_cases(_write(tmp_path / "rows.jsonl", ROW), _unknown)
    assert case.question.key_points[0].misconceptions[0].says == "it clips positives"
    assert case.points == {"clip": Verdict.COVERED}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "rows.jsonl:1"),
        ({**ROW, "points": {"clip": "great"}}, "great"),
        ({**ROW, "points": {"other": "covered"}}, "no key point other"),
        ({**ROW, "points": {"clip": "unsure"}}, "a label is one of"),
        ({**ROW, "answer": 3}, "an answer is a text"),
        ({"answer": "x", "points": {}}, "not a labelled answer"),
        ([], "not a labelled answer"),
    ],
)
def test_a_bad_line_is_named(tmp_path, row, says):
    path = tmp_path / "rows.jsonl"
    path.write_text(row if isinstance(row, str) else json.dumps(row), encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_cases(path, _unknown)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"gone\.jsonl"):
        read_cases(tmp_path / "gone.jsonl", _unknown)


def test_figures_of_known_judgements():
    covered, missing, wrong = Verdict.COVERED, Verdict.MISSING, Verdict.CONTRADICTED
    found = summarise(
        [
            Judgement(covered, covered, 1.0),
            Judgement(missing, covered, 0.5),
            Judgement(wrong, wrong, 1.0),
            Judgement(missing, Verdict.UNSURE, 0.3),
        ],
        [10.0, 30.0],
    )
    assert (found.accuracy, found.false_credit, found.abstention) == (0.5, 0.3333, 0.25)
    assert found.f1 == {"covered": 0.6667, "missing": 0.0, "contradicted": 1.0}
    assert found.contradictions_found == 1.0
    assert found.calibration_error == round(0.5 / 3, 4)


def test_confident_nonsense_has_the_largest_calibration_error(tmp_path):
    cases = read_cases(_write(tmp_path / "rows.jsonl", {**ROW, "points": {"clip": "missing"}}), _unknown)
    assert evaluate(Always(Verdict.COVERED), cases).calibration_error == 1.0
    assert evaluate(Always(Verdict.MISSING), cases).calibration_error == 0.0


@pytest.fixture(scope="module")
def held_out():
    turns = {turn.gradable.id: turn.gradable for item in load_bank().rapid for turn in turns_of(item)}
    return read_cases(HELD_OUT, turns.__getitem__)


def test_the_grader_holds_its_ground_on_questions_it_was_not_fitted_on(grader, held_out):
    found = evaluate(grader, held_out)
    assert found.macro_f1 >= 0.76
    assert found.false_credit <= 0.11
    assert found.contradictions_credited <= 0.16
    assert found.abstention <= 0.12
    assert found.calibration_error <= 0.09


@pytest.mark.parametrize("verdict", list(Verdict))
def test_no_constant_grader_would_pass_that(held_out, verdict):
    assert evaluate(Always(verdict), held_out).macro_f1 < 0.4
