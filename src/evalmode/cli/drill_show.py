"""Questions, feedback and summaries as a person reads them in a terminal."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.console import Group
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from evalmode.cli.output import glyph
from evalmode.core import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import RenderableType

    from evalmode.practice.values import (
        Feedback,
        GradedAnswer,
        MemoryView,
        PointFeedback,
        ProofRun,
        SessionSummary,
        SignalView,
        TurnView,
    )

_MATHS = re.compile(r"\$\$(.+?)\$\$|\$(?!\s)([^$\n]+?)(?<!\s)\$", re.DOTALL)

_VERDICTS = {
    Verdict.COVERED: ("✔", "+", "covered", "green"),
    Verdict.PARTIAL: ("◐", "~", "partly", "yellow"),
    Verdict.MISSING: ("○", "-", "missing", "red"),
    Verdict.CONTRADICTED: ("✘", "x", "contradicted", "bold red"),
    Verdict.UNSURE: ("?", "?", "unsure", "magenta"),
}


def prose(text: str) -> RenderableType:
    """Markdown; formulas stand verbatim, because a terminal cannot set them and must not mangle them."""
    return Markdown(_MATHS.sub(lambda match: f"`{' '.join((match[1] or match[2]).split())}`", text))


def question(turn: TurnView) -> RenderableType:
    """A question as it is put."""
    parts: list[RenderableType] = []
    if turn.part == "headline":
        parts.append(Text("First the headline: the whole answer in half a minute.", style="italic"))
    elif turn.part == "detail":
        parts.append(Text("Now the detail. What you said in the headline counts.", style="italic"))
    parts += [Padding(Text(f"{part.part}: {part.answer}", style="dim"), (0, 0, 0, 2)) for part in turn.earlier]
    parts.append(prose(turn.prompt))
    title = f"{turn.position + 1}/{turn.total} · {turn.title} · {turn.seconds} s"
    return Panel(Group(*parts), title=Text(title, style="bold"), title_align="left", padding=(1, 2))


def feedback(value: Feedback) -> RenderableType:
    """The judgement of one answer, with the words that earned it and what helps to learn."""
    parts: list[RenderableType] = [_score_line(value), points(value.points)]
    if value.late_answer:
        parts.append(Text("What came after the time was up is kept, but not graded.", style="yellow"))
    parts += [_signal(signal) for signal in value.signals]
    if value.feedback:
        parts.append(Padding(prose(value.feedback), (1, 0, 0, 0)))
    parts.append(_section("Model answer", prose(value.model_answer)))
    if value.why and value.deeper is None:  # it would give away what is asked next
        parts.append(_section("Why", prose(value.why)))
    if value.memory is not None:
        parts.append(Padding(Text(comes_back(value.memory), style="dim"), (1, 0, 0, 0)))
    return Padding(Group(*parts), (0, 1))


def graded_answer(value: GradedAnswer, claims: Mapping[str, str]) -> RenderableType:
    """An answer that was graded on the spot."""
    table = _points_table()
    for number, point in enumerate(value.points, start=1):
        lines = [Text(claims[point.id]), *_evidence(point.evidence)]
        if point.because and point.verdict is not Verdict.COVERED:
            lines.append(Text(point.because, style="dim"))
        table.add_row(str(number), verdict(point.verdict), Group(*lines))
    parts: list[RenderableType] = [Text.assemble(_score(value.score), f"  {value.item}"), table]
    parts += [_signal(signal) for signal in value.signals]
    if value.feedback:
        parts.append(Padding(prose(value.feedback), (1, 0, 0, 0)))
    return Padding(Group(*parts), (0, 1))


def points(given: Iterable[PointFeedback]) -> RenderableType:
    """One row per key point: a mark and a word, the claim, the evidence in quotation marks."""
    table = _points_table()
    for number, point in enumerate(given, start=1):
        table.add_row(str(number), verdict(point.verdict, overridden=point.overridden), _point(point))
    return table


def verdict(value: Verdict, *, overridden: bool = False) -> Text:
    """A verdict as a mark and a word; colour only repeats what they say."""
    if overridden:
        return Text(f"{glyph('✔', '+')} you said it", style="green")
    fancy, plain, word, style = _VERDICTS[value]
    return Text(f"{glyph(fancy, plain)} {word}", style=style)


def proof_run(run: ProofRun) -> RenderableType:
    """What running one proof gave."""
    style = {"proven": "green", "refuted": "bold red"}.get(run.outcome, "yellow")
    head = Text.assemble((run.outcome.replace("_", " "), style), f" in {run.seconds:.1f} s  {', '.join(run.proves)}")
    said = "\n".join(part for part in (run.evidence.strip(), run.message) if part)
    return Group(head, Padding(Text(said), (0, 0, 0, 2))) if said else head


def comes_back(memory: MemoryView) -> str:
    """When the item returns, in words."""
    if memory.undone:
        return "The review was undone: it comes back as if you had not answered."
    return f"Comes back {_in_days(memory.interval_days)} (rated {memory.rating})."


def summary(value: SessionSummary) -> RenderableType:
    """A session to look back on."""
    head = f"{value.score:.0%} over {_count(value.answered, 'answer')}"
    if value.skipped:
        head += f", {value.skipped} skipped"
    time_used = f"{value.seconds_used:.0f} of {value.seconds_allotted} s used"
    pace = f"{value.words_per_minute:.0f} words a minute" if value.words_per_minute is not None else ""
    parts: list[RenderableType] = [
        Text(head, style="bold"),
        Text(" · ".join(part for part in (time_used, pace) if part)),
        _topics(value),
    ]
    if value.missed:
        missed = Table.grid(padding=(0, 1))
        for point in value.missed[:8]:
            missed.add_row(verdict(point.verdict), Text.assemble(f"{point.claim} ", (f"({point.title})", "dim")))
        parts.append(_section("To say next time", missed))
    if value.habits:
        parts.append(_section("How you answered", Text("\n".join(habit.message for habit in value.habits))))
    if value.comes_back:
        today = datetime.now(UTC)
        due = Table.grid(padding=(0, 2))
        for item in value.comes_back:
            due.add_row(Text(_in_days((item.due - today).total_seconds() / 86_400)), Text(item.title))
        parts.append(_section("Comes back", due))
    return Panel(Group(*parts), title=Text("Summary", style="bold"), title_align="left", padding=(1, 2))


def bar(share: float, width: int = 20) -> str:
    """A share of 1 as a bar of text."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return glyph("█", "#") * filled + glyph("░", ".") * (width - filled)


def _topics(value: SessionSummary) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for topic in value.by_topic:
        table.add_row(Text(topic.title), Text(bar(topic.score)), Text(f"{topic.score:.0%}"))
    return _section("By topic", table)


def _score_line(value: Feedback) -> Text:
    line = Text.assemble(_score(value.score), f"  {value.seconds_used:.0f} of {value.seconds_allotted} s")
    if value.speech.words_per_minute is not None:
        line.append(f"  {_count(value.speech.words, 'word')}, {value.speech.words_per_minute:.0f} a minute")
    return line


def _score(score: float) -> tuple[str, str]:
    return f"{score:.0%}", "bold green" if score >= 0.75 else "bold yellow" if score >= 0.4 else "bold red"


def _signal(signal: SignalView) -> Text:
    if signal.id == "honest-doubt":  # the one that is praise
        return Text(f"{glyph('✔', '+')} {signal.message}", style="green")
    return Text(f"{glyph('⚠', '!')} {signal.message}", style="yellow")


def _evidence(words: str) -> list[Text]:
    return [Text(f"{glyph('“', chr(34))}{words}{glyph('”', chr(34))}", style="italic")] if words else []


def _points_table() -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="dim")
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    return table


def _point(point: PointFeedback) -> RenderableType:
    lines = [Text(point.claim), *_evidence(point.evidence)]
    if point.correction:
        lines.append(Text(f"{glyph('→', '->')} {point.correction}", style="yellow"))
    elif point.because and point.verdict is not Verdict.COVERED and not point.overridden:
        lines.append(Text(point.because, style="dim"))
    return Group(*lines)


def _section(heading: str, body: RenderableType) -> RenderableType:
    return Padding(Group(Text(heading, style="bold"), Padding(body, (0, 0, 0, 2))), (1, 0, 0, 0))


def _in_days(days: float) -> str:
    if days < 1 / 24:
        return "within the hour"
    if days < 1:
        return f"in {_count(max(1, round(days * 24)), 'hour')}"
    return f"in {_count(round(days), 'day')}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
