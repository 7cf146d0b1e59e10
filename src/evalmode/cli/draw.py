"""``evalmode draw``: architectures drawn from memory, on a canvas of one's own or in the text notation."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evalmode.cli import textfile
from evalmode.cli.board import MAX_FILE_BYTES
from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json, progress_console
from evalmode.cli.practising import DataOption, practice_of
from evalmode.core import ConflictError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.practice import Practice
    from evalmode.practice.values import ArchitectureView, Sheet

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Draw architectures from memory and have them checked.",
)

Name = Annotated[str, typer.Argument(metavar="ARCHITECTURE", help="Such as lstm-cell.")]
Drawing = Annotated[
    Path, typer.Argument(metavar="FILE", help="An .excalidraw file, or text notation; - for standard input.")
]

_EMPTY = {"type": "excalidraw", "version": 2, "source": "evalmode", "elements": [], "appState": {}, "files": {}}
_NOTATION = """\
# One line is one chain of steps: an input, then operations, joined by arrows. Replace the example by your drawing.
# x (B, d) -> Linear 4d -> ReLU -> Linear d -> + x -> y (B, d)
"""


class Target(StrEnum):
    """Ways to write a drawing."""

    NOTATION = "notation"
    SCENE = "scene"
    MERMAID = "mermaid"
    SVG = "svg"


@app.command("list")
def list_architectures(ctx: typer.Context, data: DataOption = None, as_json: JsonFlag = False) -> None:
    """List the architectures and how far you got with each."""
    from evalmode import practice
    from evalmode.cli import draw_show
    from evalmode.cli.draw_documents import ArchitectureList

    with practice_of(ctx, data) as p:
        found = practice.list_architectures(p)
    if as_json:
        print_json(ArchitectureList(architectures=found))
    else:
        console().print(draw_show.architectures(found))


@app.command("start")
def start(
    ctx: typer.Context,
    architecture: Name,
    folder: Annotated[Path, typer.Option("--dir", metavar="DIR", help="Where to put the file.")] = Path(),
    text: Annotated[bool, typer.Option("--text", help="Begin a file of text notation instead of a canvas.")] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Ask the question, and write an empty file to draw in."""
    from evalmode.cli import draw_show
    from evalmode.cli.draw_documents import StartedDrawing

    with _opened(ctx, data, architecture) as (_, view):
        file = folder / f"{view.brief.id}{'.board' if text else '.excalidraw'}"
        try:
            with file.open("x", encoding="utf-8") as out:
                out.write(_NOTATION if text else json.dumps(_EMPTY, indent=2) + "\n")
        except FileExistsError:
            raise ConflictError(f"{file} is there already.", hint="Go on with it, or choose another --dir.") from None
        except OSError as error:
            raise InputError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    if as_json:
        print_json(StartedDrawing(architecture=view.brief.id, file=str(file), minutes=view.brief.minutes))
    else:
        console().print(draw_show.question(view, file))


@app.command("submit")
def submit(
    ctx: typer.Context, architecture: Name, file: Drawing, data: DataOption = None, as_json: JsonFlag = False
) -> None:
    """Hand a drawing in: it is kept, checked and remembered."""
    from evalmode import practice
    from evalmode.cli import draw_show
    from evalmode.practice.values import SheetSubmitRequest

    with _opened(ctx, data, architecture) as (p, view):
        value = practice.submit_drawing(p, view.brief.item_id, SheetSubmitRequest(sheet=_sheet(file)))
    if as_json:
        print_json(value)
    else:
        console().print(draw_show.feedback(value))


@app.command("hint")
def hint(
    ctx: typer.Context,
    architecture: Name,
    file: Drawing,
    stage: Annotated[int, typer.Option(min=1, max=3, help="1 asks, 2 points, 3 says it.")] = 1,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Hint at the next missing piece of a drawing. Each hint makes it worth a little less."""
    from evalmode import practice
    from evalmode.practice.values import NextPieceRequest

    with _opened(ctx, data, architecture) as (p, view):
        piece = practice.next_piece(p, view.brief.item_id, NextPieceRequest(sheet=_sheet(file), stage=stage))
    if as_json:
        print_json(piece)
    else:
        console().print(piece.message, markup=False)


@app.command("run")
def run(
    ctx: typer.Context, architecture: Name, file: Drawing, data: DataOption = None, as_json: JsonFlag = False
) -> None:
    """Build the nn.Module that a drawing describes, run it, and compare it with the reference."""
    from evalmode import practice
    from evalmode.cli import draw_show
    from evalmode.practice.values import SheetRequest

    with _opened(ctx, data, architecture) as (p, view), progress_console().status("Running …"):
        value = practice.run_sheet(p, view.brief.item_id, SheetRequest(sheet=_sheet(file)))
    if as_json:
        print_json(value)
    else:
        console().print(draw_show.module_run(value))


@app.command("say")
def say(
    ctx: typer.Context,
    architecture: Name,
    part: Annotated[str, typer.Argument(metavar="PART", help="trade-offs, or the name of a probe.")],
    file: Annotated[Path, typer.Argument(metavar="[FILE|-]", help="Your answer in words.")] = textfile.STREAM,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Answer a question about a drawing in words: its trade-offs, or a probe."""
    from evalmode import practice
    from evalmode.cli.drill_show import feedback
    from evalmode.core.text import MAX_ANSWER_CHARS
    from evalmode.practice.values import SpokenAnswerRequest

    with _opened(ctx, data, architecture) as (p, view):
        asked = next((one for one in view.spoken if one.part == part), None)
        if asked is not None and file == textfile.STREAM and sys.stdin.isatty():
            progress_console().print(f"{asked.question} (end with Ctrl-D)", markup=False)
        text = textfile.read_text(file, at_most=4 * MAX_ANSWER_CHARS) if asked is not None else ""
        value = practice.say_about_drawing(p, view.brief.item_id, part, SpokenAnswerRequest(text=text))
    if as_json:
        print_json(value)
    else:
        console().print(feedback(value))


@app.command("references")
@app.command("give-up", hidden=True)
def references(
    ctx: typer.Context,
    architecture: Name,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask whether to give up.")] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Show the accepted drawings. Before yours was right, that is giving up, and the architecture comes back soon."""
    from evalmode import practice
    from evalmode.cli import draw_show
    from evalmode.practice.values import ProblemState

    with _opened(ctx, data, architecture) as (p, view):
        if not (yes or view.finished or view.brief.state is ProblemState.PASSED):
            if not sys.stdin.isatty():
                raise InputError("Seeing the references is giving up.", hint="Add --yes if that is what you want.")
            if not typer.confirm("Seeing the references is giving up. Do you want to?", err=True):
                raise typer.Exit(1)
        shown = practice.reveal_references(p, view.brief.item_id).solution
    assert shown is not None  # noqa: S101 - they have just been revealed
    if as_json:
        print_json(shown)
    else:
        console().print(draw_show.references(shown))


@app.command("convert")
def convert(
    ctx: typer.Context,
    file: Drawing,
    to: Annotated[Target, typer.Option(help="What to write it as.")] = Target.NOTATION,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it here.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Write a drawing as text notation, Mermaid, SVG, or as a scene in which everything is laid out and bound."""
    from evalmode.cli.board_documents import ConvertedDrawing
    from evalmode.practice.drawing.converting import convert_drawing

    del ctx
    converted = convert_drawing(_sheet(file), to.value)
    text = converted.text or json.dumps(converted.scene, indent=2, ensure_ascii=False)
    if out is not None:
        with textfile.replacing(out, force=force) as part:
            part.write_text(text.rstrip() + "\n", encoding="utf-8")
    if as_json:
        print_json(ConvertedDrawing(to=to.value, text=text))
    elif out is None:
        textfile.write_out([text])


@app.command("reset")
def reset(
    ctx: typer.Context,
    architecture: Annotated[str | None, typer.Argument(metavar="[ARCHITECTURE]", help="What to begin anew.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Begin all architectures anew.")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Also delete the attempts and what is remembered.")
    ] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Begin an architecture anew: an empty canvas, no hints taken, the references out of sight."""
    from evalmode import practice
    from evalmode.practice.values import ResetRequest

    if everything == (architecture is not None):
        raise typer.BadParameter("Give an ARCHITECTURE, or --all: one of them alone.")
    request = ResetRequest(history=history)
    with practice_of(ctx, data) as p:
        if architecture is None:
            done = practice.reset_all_architectures(p, request)
        else:
            done = practice.reset_architecture(p, architecture, request)
    if as_json:
        print_json(done)
        return
    said = f"{done.problems} {'architecture begins' if done.problems == 1 else 'architectures begin'} anew"
    console().print(said + (f", {done.attempts} attempts deleted." if history else "; your attempts are kept."))


@contextmanager
def _opened(ctx: typer.Context, data: Path | None, architecture: str) -> Iterator[tuple[Practice, ArchitectureView]]:
    """The practice, and the architecture as it stands."""
    from evalmode import practice

    with practice_of(ctx, data) as p:
        yield p, practice.open_architecture(p, architecture)


def _sheet(file: Path) -> Sheet:
    from evalmode.practice.drawing.sheets import sheet_of

    return sheet_of(textfile.read_text(file, at_most=MAX_FILE_BYTES, what="a drawing"))
