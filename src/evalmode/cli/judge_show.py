"""What a judge says, as a person reads it in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evalmode.cli.output import glyph
from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from evalmode.cli.judge_documents import SandboxReport
    from evalmode.practice.values import CheckView, FailingExampleView, JudgementView, ShownValue

_PRINTED_LINES = 20


def judgement(value: JudgementView, title: str) -> RenderableType:
    """A whole judgement: the verdict, the sentence that teaches, the checks, and the smallest failing example.

    Args:
        value: What the judge said.
        title: The problem's title.
    """
    parts: list[RenderableType] = [verdict_line(value, title)]
    if value.message:
        parts.append(Padding(Text(value.message), (0, 0, 0, 2)))
    if value.checks:
        parts.append(Padding(checks(value.checks), (1, 0, 0, 0)))
    failed = next((check for check in value.checks if not check.passed), None)
    if failed is not None and failed.failing is not None:
        parts.append(_section(f"Smallest failing example of {failed.name}", _failing(failed.failing)))
    trace = value.traceback or (failed.traceback if failed is not None else "")
    if trace:
        parts.append(_section("Your traceback", Text(trace.strip())))
    for name, printed in (("Printed", value.stdout), ("Printed to standard error", value.stderr)):
        if printed.strip():
            parts.append(_section(name, Text(_shortened(printed), style="dim")))
    parts.append(Padding(Text(_circumstances(value), style="dim"), (1, 0, 0, 0)))
    return Group(*parts)


def verdict_line(value: JudgementView, title: str) -> Text:
    """The verdict as a mark and words; colour only repeats what they say."""
    accepted = value.verdict is CodeVerdict.ACCEPTED
    mark = glyph("✔", "+") if accepted else glyph("✘", "x")
    words = value.verdict.value.replace("_", " ")
    passed = sum(check.passed for check in value.checks)
    held = f" · {passed} of {len(value.checks)} checks hold" if value.checks else ""
    style = "bold green" if accepted else "bold red"
    return Text.assemble((f"{mark} {words}", style), f"  {title}{held}")


def checks(values: Iterable[CheckView]) -> RenderableType:
    """One row per check: a mark, its name, what was tried, and what went wrong."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, max_width=36, overflow="fold")
    table.add_column(ratio=1)
    said = ""
    for check in values:
        table.add_row(_mark(check), Text(check.name, style="" if check.passed else "bold"), _check(check, said))
        said = check.message or said
    return table


def sandbox(report: SandboxReport) -> RenderableType:
    """What came of attacking the sandbox."""
    parts: list[RenderableType] = []
    layers = Table.grid(padding=(0, 1))
    for layer in report.layers:
        layers.add_row(Text(glyph("✔", "+"), style="green"), Text(layer), Text("holds"))
    for layer, reason in report.failures.items():
        layers.add_row(Text(glyph("✘", "x"), style="bold red"), Text(layer), Text(f"does not hold here: {reason}"))
    parts.append(layers)
    through = [attack for attack in report.attacks if not attack.stopped]
    if through:
        table = Table.grid(padding=(0, 1))
        for attack in through:
            name = Text(f"{attack.family}/{attack.name}", style="bold")
            table.add_row(Text(glyph("✘", "x"), style="bold red"), name, Text(attack.how))
        parts.append(_section("Got through", table))
    stopped = f"{len(report.attacks) - len(through)} of {len(report.attacks)} attacks were stopped."
    says = "Submissions are fully isolated." if report.holds else "Not fully isolated here: run only your own code."
    style = "bold green" if report.holds else "bold red"
    parts.append(Padding(Text.assemble(f"{stopped} ", (says, style)), (1, 0, 0, 0)))
    where = f"isolation: {report.tier} · torch {report.torch} in {report.interpreter}"
    parts.append(Text(where, style="dim"))
    return Group(*parts)


def _mark(check: CheckView) -> Text:
    return Text(glyph("✔", "+"), style="green") if check.passed else Text(glyph("✘", "x"), style="bold red")


def _check(check: CheckView, said: str) -> RenderableType:
    """What was tried and what went wrong; a message that the check before had, too, is not said again."""
    tried = Text(check.title, style="dim")
    if check.passed:
        return tried
    lines = [tried]
    if check.message and check.message != said:
        lines.append(Text(check.message))
    if check.expected and check.got and check.expected != check.got:
        lines.append(Text(f"expected {check.expected}, got {check.got}", style="yellow"))
    errors = _errors(check)
    if errors:
        lines.append(Text(errors, style="dim"))
    if check.teaches:
        lines.append(Text(f"{glyph('→', '->')} {check.teaches}", style="yellow"))
    return Group(*lines)


def _errors(check: CheckView) -> str:
    parts = []
    if check.max_abs_error is not None:
        parts.append(f"largest absolute error {check.max_abs_error:.3g}")
    if check.max_rel_error is not None:
        parts.append(f"relative {check.max_rel_error:.3g}")
    if parts and check.where:
        parts.append(f"at {check.where}")
    return ", ".join(parts)


def _failing(failing: FailingExampleView) -> RenderableType:
    parts: list[RenderableType] = []
    if failing.sizes:
        parts.append(Text(", ".join(f"{name} = {value}" for name, value in failing.sizes.items()), style="dim"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    table.add_column(ratio=1)
    for shown in failing.inputs:
        table.add_row(*_shown(shown.name, shown))
    if failing.expected is not None:
        table.add_row(*_shown("expected", failing.expected, "green"))
    if failing.got is not None:
        table.add_row(*_shown("got", failing.got, "red"))
    parts.append(table)
    return Group(*parts)


def _shown(name: str, value: ShownValue, style: str = "") -> tuple[Text, Text, Text]:
    return Text(name, style=style), Text(value.kind, style="dim"), Text(value.text)


def _circumstances(value: JudgementView) -> str:
    parts = []
    if value.reference_ratio is not None:
        parts.append(f"time {value.reference_ratio:.2g}× the reference's")
    if value.memory_ratio is not None:
        parts.append(f"memory {value.memory_ratio:.2g}×")
    parts.append(f"judged in {value.seconds:.2f} s")
    if value.tier:
        parts.append(f"isolation: {value.tier}{'' if value.tier == 'full' else ' (run only your own code)'}")
    if value.torch:
        parts.append(f"torch {value.torch}")
    if value.checks:
        parts.append(f"seed {value.seed}")
    return glyph(" · ", ", ").join(parts).replace("×", glyph("×", "x"))


def _shortened(printed: str) -> str:
    lines = printed.strip("\n").splitlines()
    if len(lines) <= _PRINTED_LINES:
        return "\n".join(lines)
    return "\n".join([*lines[:_PRINTED_LINES], f"({len(lines) - _PRINTED_LINES} more lines)"])


def _section(heading: str, body: RenderableType) -> RenderableType:
    return Padding(Group(Text(heading, style="bold"), Padding(body, (0, 0, 0, 2))), (1, 0, 0, 0))
