"""An architecture to draw as ``evalmode bank show`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from evalmode.bank import BoardItem
    from evalmode.bank.models import Point


def board_page(item: BoardItem) -> Iterator[str]:
    """The question with every accepted and every wrong drawing in the text notation; Markdown."""
    yield f"{item.question}\n\nTo be drawn within {item.minutes} min.\n"
    yield f"## Listens for\n{item.listens_for}\n"
    if item.equations:
        yield "## Equations"
        yield from (f"- {equation.at}: {equation.formula}" for equation in item.equations)
    yield "\n## Rules"
    yield from (f"- {rule.message} {rule.why}".rstrip() for rule in item.rules if rule.message)
    yield f"\n## Trade-offs ({item.trade_offs.seconds} s)\n{item.trade_offs.answer}\n"
    yield from _points(item.trade_offs.key_points)
    yield "\n## Probes"
    for probe in item.probes:
        yield f"- {probe.ask} *{probe.answer}*"
    yield f"\n## Why\n{item.why}\n"
    for title, drawings in (("References", item.references), ("Wrong drawings", item.wrong)):
        yield f"## {title}"
        yield from (_drawing(path) for path in drawings)
    if item.sources:
        yield "\n## Sources"
        yield from (f"- {source}" for source in item.sources)


def _points(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        yield f"- **{point.id}** ({point.weight:g}): {point.claim}"
        yield from (f"  - not: “{wrong.says}” {wrong.correction}" for wrong in point.misconceptions)


def _drawing(path: Path) -> str:
    return f"`{path.name}`\n```text\n{path.read_text(encoding='utf-8', errors='replace').rstrip()}\n```\n"
