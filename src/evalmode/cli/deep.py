"""``evalmode deep``: one question at length, as deep as the coach and the candidate want."""

from __future__ import annotations

from typing import Annotated

import typer

from evalmode.cli.drill import OnlyDue, Relaxed, Resume
from evalmode.cli.options import JsonFlag, LevelOption, TopicOption
from evalmode.cli.practising import DataOption, practice_of, practise


def deep(
    ctx: typer.Context,
    item: Annotated[list[str] | None, typer.Argument(metavar="[ITEM]...", help="Ask these questions.")] = None,
    count: Annotated[int, typer.Option("-n", "--count", min=1, max=20, help="How many questions.")] = 1,
    topic: TopicOption = None,
    level: LevelOption = None,
    relaxed: Relaxed = False,
    only_due: OnlyDue = False,
    resume: Resume = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Answer a question at length: a headline first, then the detail, then follow-ups.

    After each part the coach asks whether to go deeper. Ctrl-C pauses; --resume goes on.
    """
    wish = {"kind": "deep", "count": count, "topics": topic or (), "levels": level or (), "items": item or ()}
    mode = "relaxed" if relaxed else "pressure"
    with practice_of(ctx, data) as p:
        practise(p, {**wish, "mode": mode, "only_due": only_due}, resume=resume, as_json=as_json)
