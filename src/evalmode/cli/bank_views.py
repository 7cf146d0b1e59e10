"""How ``evalmode bank`` speaks to people."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markdown import Markdown
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from evalmode.bank import BoardItem, CodeItem, GuideItem, ProofOutcome, ProofResult
from evalmode.cli.bank_board import board_page
from evalmode.cli.bank_code import code_page
from evalmode.cli.output import console, glyph, progress_console

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from evalmode.bank import Area, DeepItem, Item, RapidItem
    from evalmode.cli.bank_documents import ItemLine, LintReport, TopicLine

_SAID = {
    ProofOutcome.PROVEN: "proven",
    ProofOutcome.REFUTED: "refuted",
    ProofOutcome.TIMED_OUT: "out of time",
    ProofOutcome.UNAVAILABLE: "could not run",
    ProofOutcome.NO_PROOF: "without proof, for a reason",
}
_STYLES = {
    ProofOutcome.PROVEN: "green",
    ProofOutcome.REFUTED: "bold red",
    ProofOutcome.TIMED_OUT: "red",
    ProofOutcome.UNAVAILABLE: "yellow",
    ProofOutcome.NO_PROOF: "dim",
}


def show_items(items: Iterable[ItemLine]) -> None:
    """A table of items."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("item", no_wrap=True, overflow="fold")
    table.add_column("level")
    table.add_column("time", justify="right")
    table.add_column("about", overflow="fold")
    count = 0
    for item in items:
        count += 1
        time = "" if item.seconds is None else f"{item.seconds} s"
        table.add_row(escape(item.id), item.level, time, escape(item.title))
    if count:
        console().print(table)
    console().print(f"{count} {'item' if count == 1 else 'items'}", style="dim")


def show_topics(topics: Iterable[TopicLine], areas: Mapping[str, Area]) -> None:
    """A table of topics, by area."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("topic", no_wrap=True, overflow="fold")
    table.add_column("level")
    table.add_column("items", justify="right")
    table.add_column("about", overflow="fold")
    area = None
    for topic in topics:
        if topic.area != area:
            area = topic.area
            title = areas[area].title if area in areas else area
            table.add_row(f"[bold]{escape(area)}[/bold]", "", "", f"[bold]{escape(title)}[/bold]")
        table.add_row(f"  {escape(topic.id)}", topic.level, str(len(topic.items) or ""), escape(topic.title))
    console().print(table)


def show_item(item: Item) -> None:
    """One item as a page."""
    console().print(Markdown(_page(item)))


def _page(item: Item) -> str:
    lines = [f"# {item.title}", f"`{item.item_id}` · {item.level} · {', '.join(item.topics)}", ""]
    if isinstance(item, CodeItem):
        return "\n".join([*lines, *code_page(item)])
    if isinstance(item, BoardItem):
        return "\n".join([*lines, *board_page(item)])
    lines += [item.question, ""]
    if isinstance(item, GuideItem):
        lines += ["## Answer", item.answer, ""]
        if item.practice:
            lines += ["## Practice", *(f"- `{name}`" for name in item.practice)]
        return "\n".join(lines)
    return "\n".join([*lines, *_graded_page(item)])


def _graded_page(item: RapidItem | DeepItem) -> Iterator[str]:
    if item.kind == "deep":
        yield f"## Headline ({item.headline_seconds} s)\n{item.headline}\n"
    yield f"## Answer ({item.seconds} s)\n{item.answer}\n"
    yield "## Key points"
    for point in item.key_points:
        yield f"- **{point.id}** ({point.weight:g}): {point.claim}"
        yield from (f"  - not: “{wrong.says}” {wrong.correction}" for wrong in point.misconceptions)
    yield f"\n## Why\n{item.why}\n"
    if item.follow_ups:
        yield "## Follow-ups"
        yield from (f"- {follow_up.ask} *{follow_up.answer}*" for follow_up in item.follow_ups)
    if item.links:
        yield "\n## Links"
        yield from (f"- `{link.topic}`: {link.why}" for link in item.links)
    if item.sources:
        yield "\n## Sources"
        yield from (f"- {source}" for source in item.sources)
    if item.proofs or item.unproven:
        yield "\n## Proofs"
        yield from (f"Proves {', '.join(proof.proves)}:\n```python\n{proof.source}```\n" for proof in item.proofs)
        yield from (f"- {point} has none: {reason}" for point, reason in item.unproven.items())


@contextmanager
def counting(what: str, total: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show on standard error how many items are done, while they are."""
    with Progress(
        TextColumn(f"{{task.completed:.0f}} of {{task.total:.0f}} {what}"),
        console=progress_console(),
        transient=True,
        disable=quiet or not progress_console().is_terminal,
    ) as progress:
        task = progress.add_task(what, total=total)

        def count(done: int) -> None:
            progress.advance(task, done)

        yield count


def show_problems(report: LintReport) -> None:
    """Problems in the form that editors jump to, then their number."""
    here = Path.cwd()
    for problem in report.problems:
        path = Path(problem.path)
        shown = path.relative_to(here) if path.is_relative_to(here) else path
        field = f"{problem.field} " if problem.field else ""
        line = f"{shown}:{problem.line}: {field}{problem.message} [{problem.rule}]"
        console().print(line, markup=False, soft_wrap=True)
    count = len(report.problems)
    said = f"{count or 'no'} {'problem' if count == 1 else 'problems'} in {report.items} items"
    left_out = [what for what, done in (("graded", report.graded), ("judged", report.judged)) if not done]
    if left_out:
        said += f" (nothing was {' or '.join(left_out)})"
    console().print(said, style="red" if count else "green")


@contextmanager
def proving(total: int, *, evidence: bool, quiet: bool) -> Iterator[Callable[[ProofResult], None]]:
    """Show results as they come, with a bar on standard error.

    Args:
        total: How many proofs there are.
        evidence: Whether to show what they printed and the reasons for having none, too.
        quiet: Whether to show nothing.
    """
    with Progress(
        TextColumn("proving"),
        BarColumn(),
        MofNCompleteColumn(),
        console=progress_console(),
        transient=True,
        disable=quiet or not progress_console().is_terminal,
    ) as progress:
        task = progress.add_task("proving", total=total)

        def show(result: ProofResult) -> None:
            if result.index is not None:
                progress.advance(task)
            if not quiet and (evidence or result.index is not None):
                _show_result(result, evidence=evidence)

        yield show


def _show_result(result: ProofResult, *, evidence: bool) -> None:
    signs = {ProofOutcome.PROVEN: glyph("✓", "ok"), ProofOutcome.NO_PROOF: glyph("·", "-")}
    sign = signs.get(result.outcome, glyph("✗", "!!"))
    style = _STYLES[result.outcome]
    out = console()
    out.print(
        f"[{style}]{sign}[/{style}] {escape(str(result.item_id))} {escape(', '.join(result.proves))}", soft_wrap=True
    )
    if result.failed or result.outcome == ProofOutcome.UNAVAILABLE:
        place = f"{result.path}:{result.line}: " if result.line is not None else f"{result.path}: "
        out.print(f"  {place}{_SAID[result.outcome]}: {result.message}", style=style, markup=False, soft_wrap=True)
    elif result.message:
        out.print(f"  {result.message}", style=style, markup=False, soft_wrap=True)
    if result.evidence and (evidence or result.failed):
        for line in result.evidence.splitlines():
            out.print(f"  {line}", style="dim", markup=False, soft_wrap=True)


def show_counts(counts: Counter[ProofOutcome]) -> None:
    """How many proofs ended how."""
    parts = [f"{counts[outcome]} {_SAID[outcome]}" for outcome in ProofOutcome if counts[outcome]]
    console().print(", ".join(parts) or "nothing to prove", style="dim")


def show_new_item(path: Path, folder: Path) -> None:
    """Where the new file is and what to do with it."""
    console().print(f"Wrote {path}", markup=False, soft_wrap=True)
    console().print(
        f"Fill it in; evalmode bank lint --pack {folder} says what is missing.", markup=False, soft_wrap=True
    )
