"""``evalmode drill``: rapid-fire questions against the clock."""

from __future__ import annotations

from typing import Annotated

import typer

from evalmode.cli.options import JsonFlag, LevelOption, TopicOption
from evalmode.cli.practising import DataOption, practice_of, practise

Items = Annotated[
    list[str] | None, typer.Option("--item", metavar="ITEM", help="Ask this question (repeatable, in this order).")
]
Relaxed = Annotated[bool, typer.Option("--relaxed", help="Show the time, but cut nobody off.")]
OnlyDue = Annotated[bool, typer.Option("--only-due", help="Only what spaced repetition brings back today.")]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with the session that was left last.")]


def drill(
    ctx: typer.Context,
    count: Annotated[int, typer.Option("-n", "--count", min=1, max=100, help="How many questions.")] = 20,
    topic: TopicOption = None,
    level: LevelOption = None,
    item: Items = None,
    relaxed: Relaxed = False,
    only_due: OnlyDue = False,
    resume: Resume = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Answer rapid-fire questions against the clock.

    You have 30 to 60 seconds for each. When the time is up, what stands is graded. Ctrl-C pauses; --resume goes on.
    """
    wish = {"kind": "rapid", "count": count, "topics": topic or (), "levels": level or (), "items": item or ()}
    mode = "relaxed" if relaxed else "pressure"
    with practice_of(ctx, data) as p:
        practise(p, {**wish, "mode": mode, "only_due": only_due}, resume=resume, as_json=as_json)
