"""Everything that is checked about a pack without running its proofs: one function per rule, listed in the registry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS
from evalmode.bank.lint.registry import GRADER_RULES, RULES
from evalmode.bank.lint.subject import GradeAnswer, GraderRule, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.bank.bank import Bank
    from evalmode.bank.problems import Problem

__all__ = ["GRADER_RULES", "RULES", "GradeAnswer", "GraderRule", "Rule", "lint"]


def lint(bank: Bank, problems_from_reading: Iterable[Problem], grade: GradeAnswer | None) -> list[Problem]:
    """Everything wrong with a bank.

    Args:
        bank: As far as it could be read.
        problems_from_reading: What :func:`evalmode.bank.read_bank` found besides.
        grade: Judges an answer, such as ``EmbeddedGrader().grade``; None leaves out the rules that need a grader.

    Returns:
        All problems, sorted by file and line.
    """
    problems = list(problems_from_reading)
    unread = {f"{problem.path.parent.name}/{problem.path.stem}" for problem in problems}
    subject = Subject(bank, frozenset(name for name in unread if name.partition("/")[0] in KINDS))
    for rule in RULES:
        problems += [replace(problem, rule=rule.id) for problem in rule.check(subject)]
    if grade is not None:
        for checked in GRADER_RULES:
            problems += [replace(problem, rule=checked.id) for problem in checked.check(subject, grade)]
    return sorted(problems)
