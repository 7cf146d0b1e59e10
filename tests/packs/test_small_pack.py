"""The pack that tests stand on is a pack like any other, and valid."""

from __future__ import annotations

from evalmode.bank import read_bank
from evalmode.bank.lint import lint
from practice_kit import PACK, small_bank


def test_the_small_pack_is_valid():
    bank, problems = read_bank([PACK], installed=False)
    assert lint(bank, problems, None) == []


def test_it_has_a_little_of_everything():
    bank = small_bank()
    assert (len(bank.rapid), len(bank.deep)) == (6, 2)
    assert {page.section.value for page in bank.guide} == {"habit", "mistake", "faq", "checklist"}
