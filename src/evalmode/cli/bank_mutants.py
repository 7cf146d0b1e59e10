"""``evalmode bank mutants``: small mistakes made by a machine, and whether the checks notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evalmode.cli.output import glyph

if TYPE_CHECKING:
    from rich.console import RenderableType

    from evalmode.bank import CodeItem
    from evalmode.judge.mutants import MutationReport


class MutantLine(BaseModel):
    """A reference with one small mistake that no check notices, or that is listed as harmless and is not."""

    line: int | None
    """Where in the reference; null for what does not exist in it any more."""
    was: str
    """The statement as it was."""
    now: str
    """The statement with the mistake; empty where it was left out."""


class ProblemMutants(BaseModel):
    """What became of the mutants of one problem's reference."""

    item: str
    killed: int
    """How many were refused."""
    equivalent: int
    """How many were accepted and are listed as computing the same."""
    survivors: tuple[MutantLine, ...]
    """What was accepted and is not listed: each is a missing check, or belongs into ``equivalent.toml``."""
    stale: tuple[MutantLine, ...]
    """What is listed and is refused, or does not exist."""
    kill_rate: float
    """Share of the mutants that are not equivalent which were refused, in [0, 1]."""

    @classmethod
    def of(cls, item: CodeItem, report: MutationReport) -> ProblemMutants:
        """The lines of a report."""
        survivors = (MutantLine(line=mutant.line, was=mutant.was, now=mutant.now) for mutant in report.survivors)
        return cls(
            item=str(item.item_id),
            killed=report.killed,
            equivalent=report.equivalent,
            survivors=tuple(survivors),
            stale=tuple(MutantLine(line=None, was=was, now=now) for was, now in report.stale),
            kill_rate=report.kill_rate,
        )


class MutantsReport(BaseModel):
    """``evalmode bank mutants --json``."""

    problems: tuple[ProblemMutants, ...]
    killed: int
    equivalent: int
    survivors: int
    kill_rate: float
    """Of all problems together."""

    @classmethod
    def of(cls, problems: tuple[ProblemMutants, ...]) -> MutantsReport:
        """The sum of several problems."""
        killed = sum(problem.killed for problem in problems)
        survivors = sum(len(problem.survivors) for problem in problems)
        told_apart = killed + survivors
        return cls(
            problems=problems,
            killed=killed,
            equivalent=sum(problem.equivalent for problem in problems),
            survivors=survivors,
            kill_rate=killed / told_apart if told_apart else 1.0,
        )


def mutants(report: MutantsReport) -> RenderableType:
    """A table of kill rates, and every survivor below it."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("problem", no_wrap=True, overflow="fold")
    for heading in ("killed", "equivalent", "survive", "kill rate"):
        table.add_column(heading, justify="right")
    for problem in report.problems:
        style = "red" if problem.survivors else ""
        cells = (problem.killed, problem.equivalent, len(problem.survivors))
        rate = Text(f"{problem.kill_rate:.1%}", style=style)
        table.add_row(Text(problem.item), *(Text(str(number), style=style) for number in cells), rate)
    parts: list[RenderableType] = [table]
    for problem in report.problems:
        for kind, lines in (("survives", problem.survivors), ("is listed for nothing", problem.stale)):
            for line in lines:
                where = problem.item if line.line is None else f"{problem.item}:{line.line}"
                now = line.now or "(nothing)"
                change = Text(f"{line.was}  {glyph('→', '->')}  {now}")
                parts.append(Text.assemble((f"{glyph('✘', 'x')} {where} {kind}", "bold red")))
                parts.append(Padding(change, (0, 0, 0, 4)))
    said = f"{report.killed} killed, {report.equivalent} equivalent, {report.survivors} survive"
    parts.append(Padding(Text(f"{said}: kill rate {report.kill_rate:.1%}", style="bold"), (1, 0, 0, 0)))
    return Group(*parts)
