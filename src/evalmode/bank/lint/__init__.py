"""Everything that is checked about a pack without running its proofs: one function per rule, listed in the registry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS, id_by_place
from evalmode.bank.lint.registry import GRADER_RULES, RULES
from evalmode.bank.lint.subject import GradeAnswer, GraderRule, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evalmode.bank.bank import Bank
    from evalmode.bank.models import Item
    from evalmode.bank.packs import Pack
    from evalmode.bank.problems import Problem

__all__ = ["GRADER_RULES", "RULES", "GradeAnswer", "GraderRule", "Rule", "lint"]


def lint(
    bank: Bank,
    problems_from_reading: Iterable[Problem],
    grade: GradeAnswer | None,
    *,
    items: Sequence[Item] | None = None,
    packs: Sequence[Pack] | None = None,
) -> list[Problem]:
    """Everything wrong with a bank, or with a part of it.

    Args:
        bank: As far as it could be read.
        problems_from_reading: What :func:`evalmode.bank.read_bank` found besides; all of it is returned.
        grade: Judges an answer, such as ``EmbeddedGrader().grade``; None leaves out the rules that need a grader.
        items: The items to examine; None for all. What they refer to is looked up in the whole bank.
        packs: The packs whose topic maps and folders to examine; None for all.

    Returns:
        All problems, sorted by file and line.
    """
    problems = list(problems_from_reading)
    unread = {id_by_place(problem.path) for problem in problems}
    subject = Subject(
        bank,
        items=tuple(bank.items if items is None else items),
        packs=tuple(bank.packs if packs is None else packs),
        unread=frozenset(name for name in unread if name.partition("/")[0] in KINDS),
    )
    for rule in RULES:
        problems += [replace(problem, rule=rule.id) for problem in rule.check(subject)]
    if grade is not None:
        for checked in GRADER_RULES:
            problems += [replace(problem, rule=checked.id) for problem in checked.check(subject, grade)]
    return sorted(problems)
