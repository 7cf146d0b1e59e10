"""What the grader may be taught, held against every phrasing and every misconception of the bank that is shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evalmode.answers.teaching import why_not
from evalmode.bank import load_bank, turns_of


@pytest.fixture(scope="module")
def asked():
    """Every key point with its question."""
    bank = load_bank([])
    turns = (turn for item in (*bank.rapid, *bank.deep) for turn in turns_of(item))
    return [(turn.gradable, point) for turn in turns for point in turn.gradable.key_points]


def test_no_misconception_can_be_learnt(asked):
    learnt = [
        wrong.says
        for question, point in asked
        for wrong in point.misconceptions
        if why_not(question, point, wrong.says) is None
    ]
    assert learnt == []


def test_nearly_every_phrasing_of_the_authors_could_have_been_learnt(asked):
    tried = refused = 0
    for question, point in asked:
        for number, phrase in enumerate(point.accepted):
            without = replace(point, accepted=point.accepted[:number] + point.accepted[number + 1 :])
            points = tuple(without if one is point else one for one in question.key_points)
            tried += 1
            refused += why_not(replace(question, key_points=points), without, phrase) is not None
    assert tried > 2000
    assert refused <= tried // 100
