"""``evalmode export`` and ``evalmode import``: take the history along, bring it back."""

from __future__ import annotations

import io
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evalmode.cli import textfile
from evalmode.cli.options import JsonFlag
from evalmode.cli.output import console, print_json
from evalmode.cli.practising import DataOption, practice_of
from evalmode.core import InputError


class Format(StrEnum):
    """What an export is written as."""

    JSONL = "jsonl"
    CSV = "csv"
    APKG = "apkg"


def export(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="[FILE|-]", help="Standard output where left out.")] = textfile.STREAM,
    kind: Annotated[
        Format | None, typer.Option("--format", help="jsonl: everything; csv: attempts; apkg: questions for Anki.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that exists.")] = False,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Write your history, or the questions as Anki cards, to a file.

    Without --format the file's ending decides, and standard output gets jsonl.
    """
    from evalmode import practice

    chosen = kind or _format_of(file)
    if file == textfile.STREAM and (chosen is Format.APKG or as_json):
        what = "An Anki deck" if chosen is Format.APKG else "With --json the export itself"
        raise typer.BadParameter(f"{what} cannot go to standard output; give a FILE.")
    with practice_of(ctx, data) as p:
        if file == textfile.STREAM:
            textfile.write_out(practice.export_lines(p) if chosen is Format.JSONL else [practice.export_csv(p)])
            return
        with textfile.replacing(file, force=force) as part:
            match chosen:
                case Format.APKG:
                    practice.export_apkg(p, part)
                case Format.CSV:
                    part.write_text(practice.export_csv(p), encoding="utf-8", newline="")
                case Format.JSONL:
                    with part.open("w", encoding="utf-8", newline="\n") as stream:
                        stream.writelines(
                            line if line.endswith("\n") else f"{line}\n" for line in practice.export_lines(p)
                        )
    receipt = {"file": str(file), "format": chosen.value, "bytes": file.stat().st_size}
    if as_json:
        print_json(receipt)
    else:
        console().print(f"Written: {file} ({receipt['bytes']:,} bytes)")


def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE|-", help="What evalmode export has written as jsonl.")],
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Read a history that export wrote. What is there already stays as it is, so it can be run twice."""
    from evalmode import practice

    with practice_of(ctx, data) as p, textfile.open_bytes(file) as stream:
        try:
            report = practice.import_lines(p, io.TextIOWrapper(stream, encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            raise InputError(
                f"{textfile.shown(file)} is not UTF-8 text.",
                hint="Give a .jsonl file that evalmode export has written.",
            ) from error
    if as_json:
        print_json(report)
        return
    console().print(f"{report.added} added, {report.unchanged} there already.")
    for sentence in report.skipped:
        console().print(f"Skipped: {sentence}", markup=False)


def _format_of(file: Path) -> Format:
    if file == textfile.STREAM:
        return Format.JSONL
    ending = file.suffix.lower().lstrip(".")
    if ending in {kind.value for kind in Format}:
        return Format(ending)
    raise typer.BadParameter(f"{file} could be anything; add --format jsonl, csv or apkg.")
