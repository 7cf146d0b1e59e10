"""``evalmode code``: coding problems, in an editor of one's own."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json, progress_console
from evalmode.cli.practising import DataOption, practice_of
from evalmode.core import CodeVerdict, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.cli.code_files import Desk
    from evalmode.practice import Practice
    from evalmode.practice.values import ProblemView

FAILED = 3
"""Exit code where evalmode itself could not judge."""

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Solve coding problems in your own editor.",
)

Name = Annotated[str, typer.Argument(metavar="PROBLEM", help="Such as softmax, or the path of its program.")]
Folder = Annotated[
    Path | None, typer.Option("--dir", metavar="DIR", help="The folder with your programs; the current one if none.")
]


@app.command("list")
def list_problems(ctx: typer.Context, data: DataOption = None, as_json: JsonFlag = False) -> None:
    """List the problems and how far you got with each."""
    from evalmode import practice
    from evalmode.cli import code_show
    from evalmode.cli.code_documents import ProblemList

    with practice_of(ctx, data) as p:
        found = practice.list_problems(p)
    if as_json:
        print_json(ProblemList(problems=found))
    else:
        console().print(code_show.problems(found))


@app.command("start")
def start(
    ctx: typer.Context,
    problem: Name,
    folder: Folder = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the program; the old one is kept aside.")] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Write the program to begin with, and the statement, into a folder."""
    from evalmode.cli.code_documents import StartedProblem

    with _at_desk(ctx, data, problem, folder) as (_, desk, view):
        desk.start(view, force=force)
    name = view.brief.id
    program, statement = desk.program(name), desk.statement(name)
    if as_json:
        started = StartedProblem(
            problem=name, program=str(program), statement=str(statement), minutes=view.brief.minutes
        )
        print_json(started)
        return
    out = console()
    out.print(f"{view.brief.title}: {view.brief.minutes} minutes.", style="bold", markup=False)
    out.print(f"Read  {statement}", markup=False, soft_wrap=True)
    out.print(f"Write {program}", markup=False, soft_wrap=True)
    there = f" --dir {folder}" if folder else ""
    out.print(f"evalmode code watch {name}{there} judges it whenever you save.", markup=False, soft_wrap=True)


@app.command("watch")
def watch(
    ctx: typer.Context,
    problem: Annotated[
        str | None, typer.Argument(metavar="[PROBLEM]", help="Where left out: the one you worked on last, or the next.")
    ] = None,
    folder: Folder = None,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Judge your program whenever you save it, and submit it when you are content.

    Keys: h hint, r reset, s submit, n next problem, q quit. With --json: a line for each time it is saved.
    """
    from evalmode.cli.code_files import Desk
    from evalmode.cli.code_lines import watch_lines
    from evalmode.cli.code_watch import Watch, first_problem

    if as_json:
        if problem is None:
            raise InputError("Name the problem that is to be watched.")
        with _at_desk(ctx, data, problem, folder) as (p, desk, view):
            watch_lines(p, desk, view)
        return
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        raise InputError(
            "Watching needs a terminal.",
            hint="evalmode code check PROBLEM judges once; evalmode judge is for programs.",
        )
    with practice_of(ctx, data) as p:
        _warm(p)
        name, desk = (None, Desk(folder or Path())) if problem is None else _place(problem, folder)
        Watch(p, desk, name if name is not None else first_problem(p, desk)).run()


@app.command("check")
def check(
    ctx: typer.Context,
    problem: Name,
    folder: Folder = None,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Judge your program by all checks. It counts as no attempt."""
    from evalmode.cli import judge_show
    from evalmode.practice.coding.checking import check_code

    with _at_desk(ctx, data, problem, folder) as (p, desk, view):
        source = desk.read(view.brief.id)
        with progress_console().status("Judging …"):
            judged = check_code(p, view.brief.item_id, source)
    if as_json:
        print_json(judged)
    else:
        console().print(judge_show.judgement(judged, view.brief.title))
    if judged.verdict is CodeVerdict.INTERNAL_ERROR:
        raise typer.Exit(FAILED)


@app.command("submit")
def submit(
    ctx: typer.Context,
    problem: Name,
    folder: Folder = None,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Hand your program in: it is kept, judged and remembered."""
    from evalmode import practice
    from evalmode.cli import code_show
    from evalmode.cli.code_files import is_starter
    from evalmode.practice.values import SubmitRequest

    with _at_desk(ctx, data, problem, folder) as (p, desk, view):
        source = desk.read(view.brief.id)
        if is_starter(source, view):
            raise InputError(
                f"{desk.program(view.brief.id)} is still the starter.", hint=f"Write {view.defines} first."
            )
        with progress_console().status("Judging …"):
            value = practice.submit_code(p, view.brief.item_id, SubmitRequest(source=source))
            if value.judgement is not None:
                practice.resume_judging(p)  # what an earlier run stored and could not judge
    if as_json:
        print_json(value)
    else:
        console().print(code_show.feedback(value))
    if value.judgement is None:
        raise typer.Exit(FAILED)


@app.command("hint")
def hint(ctx: typer.Context, problem: Name, data: DataOption = None, as_json: JsonFlag = False) -> None:
    """Take the next hint. Each makes the solution worth a little less."""
    from evalmode.cli import code_show
    from evalmode.cli.code_help import next_hint

    with _at_desk(ctx, data, problem, None) as (p, _, view):
        taken = next_hint(p, view)
    if as_json:
        print_json(taken)
    else:
        console().print(code_show.hints(taken))


@app.command("reset")
def reset(
    ctx: typer.Context,
    problem: Annotated[str | None, typer.Argument(metavar="[PROBLEM]", help="The problem to begin anew.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Begin all problems anew.")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Also delete the attempts and what is remembered.")
    ] = False,
    folder: Folder = None,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Begin a problem anew: no hints taken, the reference out of sight, the starter in your file.

    What you wrote is kept beside it, with the ending .py.old.
    """
    from evalmode import practice
    from evalmode.cli.code_files import Desk
    from evalmode.practice.values import ResetReport, ResetRequest

    if everything == (problem is not None):
        raise typer.BadParameter("Give a PROBLEM, or --all: one of them alone.")
    request = ResetRequest(history=history)
    with practice_of(ctx, data) as p:
        if problem is None:
            done, desk = practice.reset_all_problems(p, request), Desk(folder or Path())
            names = [brief.id for brief in practice.list_problems(p)]
        else:
            name, desk = _place(problem, folder)
            done = practice.reset_problem(p, name, request)
            names = [name]
        kept = sum([desk.reset(practice.open_problem(p, name)) for name in names])
    if as_json:
        print_json(ResetReport(problems=done.problems, attempts=done.attempts))
        return
    said = f"{done.problems} {'problem begins' if done.problems == 1 else 'problems begin'} anew"
    said += f", {done.attempts} attempts deleted." if history else "; your attempts are kept."
    if kept:
        said += f" What you wrote is kept as {'.py.old'} beside {'it' if kept == 1 else 'each'}."
    console().print(said, markup=False)


@app.command("solution")
@app.command("give-up", hidden=True)
def solution(
    ctx: typer.Context,
    problem: Name,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask whether to give up.")] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Show the reference. Before you have passed, that is giving up, and the problem comes back soon."""
    from evalmode import practice
    from evalmode.cli import code_show
    from evalmode.practice.values import ProblemState

    with _at_desk(ctx, data, problem, None) as (p, _, view):
        if not (yes or view.finished or view.brief.state is ProblemState.PASSED):
            if not sys.stdin.isatty():
                raise InputError("Seeing the reference is giving up.", hint="Add --yes if that is what you want.")
            if not typer.confirm("Seeing the reference is giving up. Do you want to?", err=True):
                raise typer.Exit(1)
        shown = practice.reveal_reference(p, view.brief.item_id).solution
    assert shown is not None  # noqa: S101 - it has just been revealed
    if as_json:
        print_json(shown)
    else:
        console().print(code_show.after(shown, reference=True))


@contextmanager
def _at_desk(
    ctx: typer.Context, data: Path | None, problem: str, folder: Path | None
) -> Iterator[tuple[Practice, Desk, ProblemView]]:
    """The practice, the candidate's folder, and the problem as it stands."""
    from evalmode import practice

    name, desk = _place(problem, folder)
    with practice_of(ctx, data) as p:
        yield p, desk, practice.open_problem(p, name)


def _place(problem: str, folder: Path | None) -> tuple[str, Desk]:
    """The problem's name and its folder, whether the name or the path of its program was given."""
    from evalmode.cli.code_files import Desk

    name = problem.removeprefix("code/")
    if name.endswith(".py"):
        path = Path(problem)
        return path.stem, Desk(folder or path.parent)
    return name, Desk(folder or Path())


def _warm(p: Practice) -> None:
    from evalmode.wiring import warm_judge

    warm_judge(p)
