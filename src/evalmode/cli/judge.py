"""``evalmode judge``: judge a program, a batch of programs, or the sandbox itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalmode.cli import textfile
from evalmode.cli.options import JsonFlag, PackOption, invocation_of
from evalmode.cli.output import console, print_json, progress_console
from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from evalmode.bank import Bank
    from evalmode.judge import LocalJudge
    from evalmode.judge.values import Mode

FAILED = 3
"""Exit code where evalmode itself could not judge."""


class Isolation(StrEnum):
    """How well submissions must be locked in."""

    AUTO = "auto"
    FULL = "full"
    NONE = "none"


def judge(
    ctx: typer.Context,
    problem: Annotated[str | None, typer.Argument(metavar="PROBLEM", help="The problem, such as softmax.")] = None,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE|-]", help="The program; standard input where left out.")
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", metavar="FILE.jsonl|DIR", help='Judge lines of {"problem", "source"}, or a folder; see below.'
        ),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="With --batch: how many are judged at once.")] = 2,
    serve_check: Annotated[
        bool, typer.Option("--serve-check", help="Attack the sandbox and say which layers hold here.")
    ] = False,
    examples: Annotated[bool, typer.Option("--examples", help="Run only the visible examples.")] = False,
    seed: Annotated[int | None, typer.Option(help="Draw the inputs of an earlier judgement again.")] = None,
    isolation: Annotated[
        Isolation, typer.Option(help="auto: what the machine has; full: all of it, or refuse; none: for your own code.")
    ] = Isolation.AUTO,
    python: Annotated[
        str | None,
        typer.Option(
            metavar="PATH", help="The Python, or virtual environment, that runs programs.", show_default=False
        ),
    ] = None,
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Judge a program that solves a coding problem. Nothing is stored.

    With --batch, each submission gives one line of JSON, in order, from judges that stay warm. A file (or - for
    standard input) holds lines {"problem", "source"}, and "id" if you like. In a folder, a program's problem is told by
    its name: DIR/softmax.py, DIR/softmax__anything.py or DIR/softmax/anything.py. A PROBLEM given as well is meant
    where none is named. What cannot be judged gives {"error": ...} in its place, and the exit code is 1 at the end.

    With --serve-check, about two hundred harmless programs try to break out; the exit code is 0 if none of them can.
    """
    if serve_check + (batch is not None) + (problem is not None and batch is None) != 1 or (file and problem is None):
        raise typer.BadParameter("Give a PROBLEM, or --batch, or --serve-check: one of them alone.")
    if file is not None and batch is not None:
        raise typer.BadParameter("With --batch, the programs come from there; leave FILE out.")
    how = _How(invocation_of(ctx).data, python, isolation, "examples" if examples else "submit", seed)
    if serve_check:
        code = _attack(how, as_json=as_json)
    elif batch is not None:
        from evalmode.cli.judge_batch import judge_batch, read_batch

        bank = invocation_of(ctx).bank(pack)
        submissions = read_batch(bank, batch, problem)
        with how.judge(jobs) as local:
            code = judge_batch(submissions, lambda item, source: local.judge(item, source, how.mode, seed=seed), jobs)
    else:
        code = _judge_one(invocation_of(ctx).bank(pack), how, problem or "", file or textfile.STREAM, as_json=as_json)
    if code:
        raise typer.Exit(code)


@dataclass(frozen=True, slots=True)
class _How:
    """How programs are judged in this run."""

    data: Path | None
    python: str | None
    isolation: Isolation
    mode: Mode
    seed: int | None

    def interpreter(self) -> str:
        """The one named on the command line, else the one in the settings; empty where neither names one."""
        from evalmode.wiring import chosen_python

        return self.python if self.python is not None else chosen_python(self.data)

    def judge(self, workers: int) -> LocalJudge:
        """A judge for this run."""
        from evalmode.judge import LocalJudge

        return LocalJudge(self.interpreter, workers, self.isolation.value)


def _judge_one(bank: Bank, how: _How, name: str, file: Path, *, as_json: bool) -> int:
    from evalmode.practice.asking import problem_item
    from evalmode.practice.coding.judgements import view_judgement
    from evalmode.practice.coding.programs import MAX_SOURCE_BYTES

    item = problem_item(bank, name)  # a wrong name is told before anybody types a program
    if file == textfile.STREAM and sys.stdin.isatty():
        progress_console().print("[dim]Type the program; end it with Ctrl-D.[/dim]")
    source = textfile.read_text(file, at_most=MAX_SOURCE_BYTES, what="a program")
    with how.judge(1) as local:
        judged = view_judgement(local.judge(item, source, how.mode, seed=how.seed))
    if as_json:
        print_json(judged)
    else:
        from evalmode.cli.judge_show import judgement

        console().print(judgement(judged, item.title))
    return FAILED if judged.verdict is CodeVerdict.INTERNAL_ERROR else 0


def _attack(how: _How, *, as_json: bool) -> int:
    from evalmode.cli.judge_documents import AttackView, SandboxReport
    from evalmode.judge.interpreter import find_interpreter
    from evalmode.judge.sandbox_check import check_sandbox

    interpreter = find_interpreter(how.interpreter())
    with progress_console().status("Trying to break out …"):
        found = check_sandbox(interpreter, how.isolation.value)
    report = SandboxReport(
        holds=found.holds,
        tier=found.tier,
        layers=found.layers,
        failures=found.failures,
        interpreter=interpreter.path,
        torch=interpreter.torch,
        attacks=tuple(AttackView.model_validate(attack) for attack in found.attacks),
    )
    if as_json:
        print_json(report)
    else:
        from evalmode.cli.judge_show import sandbox

        console().print(sandbox(report))
    return 0 if report.holds else 1
