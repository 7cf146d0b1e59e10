"""``evalmode bank phrasings``: what the grader learnt from you, and how the packs' authors get it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json, progress_console
from evalmode.cli.practising import DataOption, practice_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.practice.values import PhrasingView

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="List, remove and pass on the words that you taught the grader.",
)

ItemName = Annotated[str | None, typer.Argument(metavar="[ITEM]", help="Such as rapid/softmax; all if none.")]


@app.command("list")
def list_phrasings(
    ctx: typer.Context, item: ItemName = None, data: DataOption = None, as_json: JsonFlag = False
) -> None:
    """List the words that count as a key point because you said so."""
    from evalmode import practice
    from evalmode.practice.values import PhrasingList

    with practice_of(ctx, data) as p:
        found = practice.list_phrasings(p, item)
    if as_json:
        print_json(PhrasingList(phrasings=found))
    elif found:
        _show(found)
    else:
        console().print(Text("Nothing was learnt yet. After an answer, say that you did say it.", style="dim"))


@app.command("remove")
def remove_phrasings(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="As evalmode bank phrasings list shows them.")],
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Take phrasings back; answers are then graded without them."""
    from evalmode import practice
    from evalmode.practice.values import PhrasingList

    with practice_of(ctx, data) as p:
        removed = tuple(practice.remove_phrasing(p, one) for one in dict.fromkeys(ids))
    if as_json:
        print_json(PhrasingList(phrasings=removed))
    else:
        console().print(Text("Removed:"))
        _show(removed)


@app.command("patch")
def patch_phrasings(
    ctx: typer.Context, item: ItemName = None, data: DataOption = None, as_json: JsonFlag = False
) -> None:
    """Print a patch that adds your phrasings to the packs they belong to; nothing is changed.

    Apply it with git apply in the pack's repository, then run evalmode bank lint.
    """
    from evalmode import practice

    with practice_of(ctx, data) as p:
        report = practice.patch_phrasings(p, item)
    if as_json:
        print_json(report)
        return
    for sentence in report.left_out:
        progress_console().print(Text(f"Left out: {sentence}", style="yellow"))
    if not report.patch:
        progress_console().print(Text("There is nothing to add to a pack.", style="dim"))
    sys.stdout.flush()
    # As bytes: a patch must reach the file as it is, whatever the terminal's encoding or line ends.
    sys.stdout.buffer.write(report.patch.encode())
    sys.stdout.buffer.flush()


def _show(phrasings: Iterable[PhrasingView]) -> None:
    for one in phrasings:
        line = Text.assemble((one.id, "bold"), f"  {one.item_id}  {one.point_id}  “{one.phrase}”")
        console().print(line, soft_wrap=True)
