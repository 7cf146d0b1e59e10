"""``evalmode bank``: list, show, check, prove and write questions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalmode.bank import Bank, BoardItem, CodeItem, DeepItem, Problem, ProofOutcome, ProofResult, RapidItem, prove
from evalmode.bank.kinds import id_by_place
from evalmode.bank.lint import lint
from evalmode.bank.scaffold import new_item
from evalmode.cli import bank_documents as documents
from evalmode.cli import bank_views as views
from evalmode.cli.bank_phrasings import app as phrasings
from evalmode.cli.lint_workers import grade_items
from evalmode.cli.options import JsonFlag, KindOption, LevelOption, PackOption, TopicOption, invocation_of
from evalmode.cli.output import console, print_json
from evalmode.core import InputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from evalmode.bank import GradedItem, Item
    from evalmode.bank.packs import Pack
    from evalmode.judge import LocalJudge

GRADED_KINDS = ("rapid", "deep")

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="List, show, check, prove and write questions.",
)

app.add_typer(phrasings, name="phrasings")

ItemNames = Annotated[
    list[str] | None, typer.Argument(metavar="ITEM", help="Items such as rapid/softmax; all if none.")
]


@app.command("list")
def list_items(
    ctx: typer.Context,
    kind: KindOption = None,
    topic: TopicOption = None,
    level: LevelOption = None,
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """List the questions and the guide's pages."""
    items = invocation_of(ctx).bank(pack).select(kinds=kind or (), topics=topic or (), levels=level or ())
    listed = documents.ItemList(items=tuple(documents.ItemLine.of(item) for item in items))
    if as_json:
        print_json(listed)
    else:
        views.show_items(listed.items)


@app.command("show")
def show_item(
    ctx: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="Such as rapid/softmax, or softmax alone.")],
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Show one item with its answer, key points and proofs."""
    found = invocation_of(ctx).bank(pack).get(item)
    if as_json:
        print_json(found)
    else:
        views.show_item(found)


@app.command("topics")
def list_topics(ctx: typer.Context, pack: PackOption = None, as_json: JsonFlag = False) -> None:
    """List the topics, by area, with the number of items that ask about each."""
    bank = invocation_of(ctx).bank(pack)
    asked: dict[str, list[str]] = {topic: [] for topic in bank.topics}
    for item in bank:
        for name in item.topics:
            asked.setdefault(name, []).append(str(item.item_id))
    lines = (documents.TopicLine.of(topic, tuple(asked[topic.id])) for topic in bank.topics.values())
    listed = documents.TopicList(topics=tuple(lines))
    if as_json:
        print_json(listed)
    else:
        views.show_topics(listed.topics, bank.areas)


@app.command("lint")
def lint_bank(
    ctx: typer.Context,
    items: ItemNames = None,
    no_grader: Annotated[bool, typer.Option("--no-grader", help="Leave out the checks that grade answers.")] = False,
    no_judge: Annotated[bool, typer.Option("--no-judge", help="Leave out the checks that judge programs.")] = False,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="How many processes grade or judge at once.")] = 2,
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Check questions for mistakes: those named, else those of the given packs, else all.

    Exits with 1 if it finds any.
    """
    bank, problems = invocation_of(ctx).read_bank(pack)
    chosen, packs, problems = _to_examine(bank, problems, items or (), pack or ())
    found = lint(bank, problems, None, items=chosen, packs=packs)
    if not no_grader:
        with views.counting("graded", len(chosen), quiet=as_json) as count:
            for done, more in grade_items(bank, chosen, jobs):
                count(done)
                found += more
    if not no_judge:
        found += _gate(chosen, jobs, python=_python(ctx), quiet=as_json)
    found += _board_gate(chosen, jobs, python=None if no_judge else _python(ctx), quiet=as_json)
    found.sort()
    report = documents.LintReport(
        items=len(chosen),
        graded=not no_grader,
        judged=not no_judge,
        problems=tuple(documents.ProblemLine.of(problem) for problem in found),
    )
    if as_json:
        print_json(report)
    else:
        views.show_problems(report)
    if found:
        raise typer.Exit(1)


@app.command("mutants")
def judge_mutants(
    ctx: typer.Context,
    items: Annotated[
        list[str] | None, typer.Argument(metavar="PROBLEM", help="Coding problems such as softmax; all if none.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="How many judges work at once.")] = 2,
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Make small mistakes in the references by machine and see whether the checks refuse them.

    Exits with 1 if one is accepted and equivalent.toml does not say why nobody could tell the difference.
    """
    from evalmode.cli import bank_mutants
    from evalmode.cli.judge_workers import examine
    from evalmode.judge import mutants
    from evalmode.practice.asking import problem_item

    bank = invocation_of(ctx).bank(pack)
    chosen = tuple(problem_item(bank, name) for name in items) if items else bank.code
    lines: dict[str, bank_mutants.ProblemMutants] = {}
    with views.counting("problems mutated", len(chosen), quiet=as_json) as count:
        for item, found in examine(chosen, mutants.judge_mutants, jobs, _python(ctx)):
            count(1)
            lines[str(item.item_id)] = bank_mutants.ProblemMutants.of(item, found)
    report = bank_mutants.MutantsReport.of(tuple(lines[str(item.item_id)] for item in chosen))
    if as_json:
        print_json(report)
    else:
        console().print(bank_mutants.mutants(report))
    if report.survivors:
        raise typer.Exit(1)


@app.command("prove")
def prove_items(
    ctx: typer.Context,
    items: ItemNames = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="How many proofs run at once.")] = 2,
    timeout: Annotated[float, typer.Option(min=0.1, max=3600, help="Seconds that one proof may take.")] = 20.0,
    pack: PackOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Run the proofs of questions and show their evidence. Exits with 1 if one fails or takes too long."""
    chosen = _to_prove(ctx, items or (), pack)
    results: list[ProofResult] = []
    total = sum(len(item.proofs) for item in chosen)
    with views.proving(total, evidence=bool(items), quiet=as_json) as show:
        for result in prove(chosen, timeout_seconds=timeout, jobs=jobs):
            results.append(result)
            show(result)
    counts = Counter(result.outcome for result in results)
    if as_json:
        order = {str(item.item_id): place for place, item in enumerate(chosen)}
        results.sort(key=lambda result: (order[str(result.item_id)], result.index is None, result.index or 0))
        print_json(
            documents.ProofReport(
                results=tuple(documents.ProofLine.of(result) for result in results),
                counts={outcome: counts[outcome] for outcome in ProofOutcome},
            )
        )
    else:
        views.show_counts(counts)
    if any(result.failed for result in results):
        raise typer.Exit(1)


@app.command("new")
def write_new_item(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(help="rapid, deep, code, board or guide.")],
    slug: Annotated[str, typer.Argument(help="The item's id, such as kv-cache.")],
    pack: Annotated[
        Path | None, typer.Option("--pack", metavar="DIR", help="The pack to write to; a new folder becomes one.")
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Write a new item, for you to fill in.

    A coding problem is a folder, any other item is a file.
    """
    folder = pack or next(iter(invocation_of(ctx).packs), Path())
    if pack is None and not (folder / "pack.yaml").exists():
        raise InputError("This folder is no content pack.", hint="Name one, or a new folder, with --pack DIR.")
    path = new_item(kind, slug, folder)
    if as_json:
        print_json(documents.NewItem(path=str(path)))
    else:
        views.show_new_item(path, folder)


def _gate(items: Iterable[Item], jobs: int, *, python: Callable[[], str], quiet: bool) -> list[Problem]:
    """What the gate of each coding problem finds, judged by several judges."""
    from evalmode.cli.judge_workers import examine
    from evalmode.judge import gate

    problems = [item for item in items if isinstance(item, CodeItem) and item.checks.is_file()]
    found: list[Problem] = []
    with views.counting("problems judged", len(problems), quiet=quiet) as count:
        for _, more in examine(problems, gate, jobs, python):
            count(1)
            found += more
    return found


def _board_gate(items: Iterable[Item], jobs: int, *, python: Callable[[], str] | None, quiet: bool) -> list[Problem]:
    """What the gate of each architecture finds, and, where there is a judge, what its modules compute."""
    from evalmode.board.gate import board_gate
    from evalmode.cli.judge_workers import examine

    boards = [item for item in items if isinstance(item, BoardItem)]
    found: list[Problem] = []
    with views.counting("architectures checked", len(boards), quiet=quiet) as count:
        for item in boards:
            found += board_gate(item)
            count(1)
    if python is None:
        return found
    with views.counting("architectures run", len(boards), quiet=quiet) as count:
        for _, more in examine(boards, _prove_modules, jobs, python):
            count(1)
            found += more
    return found


def _prove_modules(item: BoardItem, judge: LocalJudge) -> list[Problem]:
    from evalmode.board.modules import prove_references

    return list(prove_references(item, judge.run_module))


def _python(ctx: typer.Context) -> Callable[[], str]:
    """The Python that the settings name, looked up when a judge is started."""
    from evalmode.wiring import chosen_python

    return lambda: chosen_python(invocation_of(ctx).data)


def _to_examine(
    bank: Bank, problems: list[Problem], names: Iterable[str], folders: Iterable[Path]
) -> tuple[list[Item], list[Pack], list[Problem]]:
    """The items and packs that lint is to examine, and the problems that concern them."""
    names, folders = list(names), [folder.resolve() for folder in folders]
    if names:
        chosen: list[Item] = []
        concerned: list[Problem] = []
        for name in names:
            unread = [problem for problem in problems if name in _ids(problem.path)]
            concerned += unread
            if not unread:
                chosen.append(bank.get(name))
        return chosen, [], concerned
    packs = [pack for pack in bank.packs if not folders or pack.folder.resolve() in folders]
    if not folders:
        return list(bank), packs, problems
    concerned = [problem for problem in problems if any(problem.path.resolve().is_relative_to(at) for at in folders)]
    chosen = [item for item in bank if any(item.path.resolve().is_relative_to(at) for at in folders)]
    return chosen, packs, concerned


def _ids(path: Path) -> tuple[str, str]:
    full = id_by_place(path)
    return full.partition("/")[2], full


def _to_prove(ctx: typer.Context, names: Iterable[str], packs: Iterable[Path] | None) -> list[GradedItem]:
    """The named items, for which the rest of the bank may be broken, or all, for which it may not."""
    names = list(names)
    if not names:
        bank = invocation_of(ctx).bank(packs)
        return [*bank.rapid, *bank.deep]
    bank, problems = invocation_of(ctx).read_bank(packs)
    chosen: list[GradedItem] = []
    for name in names:
        try:
            chosen += [item for item in [bank.get(name, GRADED_KINDS)] if isinstance(item, RapidItem | DeepItem)]
        except NotFoundError:
            unread = [problem for problem in problems if name in _ids(problem.path)]
            if unread:
                raise InputError(f"{name} cannot be read: {unread[0]}") from None
            raise
    return chosen
