"""A coding problem as ``evalmode bank show`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank import CodeItem, read_wrong_solutions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def code_page(item: CodeItem) -> Iterator[str]:
    """The whole problem, the reference and the mistakes included; Markdown."""
    yield f"{item.task}\n"
    yield f"## Rules\n- defines `{item.defines}` within {item.minutes} min"
    yield f"- may import {', '.join(item.libraries)}; banned: {', '.join(item.bans) or 'nothing'}"
    yield f"- {item.complexity}\n"
    yield f"## Traps\n{item.traps}\n"
    yield f"## Listens for\n{item.listens_for}\n"
    yield f"## Narration ({item.narration.seconds} s)"
    for point in item.narration.key_points:
        yield f"- **{point.id}** ({point.weight:g}): {point.claim}"
        yield from (f"  - not: “{wrong.says}” {wrong.correction}" for wrong in point.misconceptions)
    yield "\n## Hints"
    yield from (f"{number}. {hint}" for number, hint in enumerate(item.hints, start=1))
    yield f"\n## Starter\n{_program(item.starter)}\n## Solution\n{_program(item.solution)}"
    yield f"## Why\n{item.why}\n"
    yield "## Follow-ups"
    yield from (f"- {follow_up.ask} *{follow_up.answer}*" for follow_up in item.follow_ups)
    yield "\n## Wrong solutions"
    for wrong in read_wrong_solutions(item)[0]:
        yield f"- `{wrong.path.name}` ({wrong.verdict}): {wrong.title} *{wrong.teaches}*"
    if item.sources:
        yield "\n## Sources"
        yield from (f"- {source}" for source in item.sources)


def _program(path: Path) -> str:
    if not path.is_file():
        return f"`{path.name}` is missing.\n"
    return f"```python\n{path.read_text(encoding='utf-8', errors='replace').rstrip()}\n```\n"
