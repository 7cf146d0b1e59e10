"""What a person reads in the terminal: told by words and marks, never by colour alone."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from evalmode.cli import drill_show as show
from evalmode.core import Verdict


def text(renderable, width=100):
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(renderable)
    return console.file.getvalue()


def test_each_verdict_has_a_mark_and_a_word_of_its_own():
    told = [text(show.verdict(verdict)).strip() for verdict in Verdict]
    assert len(set(told)) == len(told)
    assert len({words[0] for words in told}) == len(told)
    assert all(len(words) > 2 for words in told)


def test_an_overridden_point_is_told_apart():
    assert "you said it" in text(show.verdict(Verdict.MISSING, overridden=True))


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        (r"the $\mathrm{softmax}(z)_i$ of it", r"the \mathrm{softmax}(z)_i of it"),
        (r"$a_1 * b_2 * c$", r"a_1 * b_2 * c"),
        ("$$\nx^2\n$$", "x^2"),
        ("it costs $5 or $6", "it costs $5 or $6"),
        ("`code` and *stress*", "code and stress"),
    ],
)
def test_formulas_stand_verbatim(markdown, shown):
    assert text(show.prose(markdown)).strip() == shown


@pytest.mark.parametrize(("share", "filled"), [(-1, 0), (0, 0), (0.5, 10), (1, 20), (7, 20)])
def test_a_bar_keeps_its_length(share, filled):
    drawn = show.bar(share)
    assert len(drawn) == 20
    assert len(set(drawn[:filled])) <= 1
    assert drawn.count(drawn[0]) == (filled or 20)
