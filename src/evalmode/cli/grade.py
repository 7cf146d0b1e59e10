"""``evalmode grade``: judge an answer, a file of answers, or the grader itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from evalmode.cli import textfile
from evalmode.cli.faults import BatchFault, Fault
from evalmode.cli.options import JsonFlag, invocation_of
from evalmode.cli.output import console, print_json, print_json_line, progress_console
from evalmode.core import MAX_ANSWER_CHARS, InputError
from evalmode.practice.values import GradedAnswer, GradeRequest

if TYPE_CHECKING:
    from evalmode.answers import Grader
    from evalmode.bank import Bank
    from evalmode.core import Gradable

_AT_MOST = 4 * MAX_ANSWER_CHARS
"""Bytes of an answer: UTF-8 takes four for a character at most."""


def grade(
    ctx: typer.Context,
    item: Annotated[str | None, typer.Argument(metavar="ITEM", help="The question, such as softmax.")] = None,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE|-]", help="The answer; standard input where left out.")
    ] = None,
    part: Annotated[
        str | None, typer.Option("--part", help="Of a deep question: headline, detail or a follow-up's id.")
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", metavar="FILE.jsonl", help='Grade lines of {"item", "answer"}; one JSON line each.'),
    ] = None,
    evaluate: Annotated[
        Path | None,
        typer.Option("--evaluate", metavar="FILE.jsonl", help="Measure the grader against answers that people judged."),
    ] = None,
    as_json: JsonFlag = False,
) -> None:
    """Grade an answer from a file or standard input. Nothing is stored.

    With --batch, each input line gives one output line, in order. A line that cannot be graded gives {"error": …} in
    its place, and the exit code is 1 when all are done.

    With --evaluate, the lines say what is right: {"item", "answer", "points": {"<key point>": "covered"}}; a deep
    question's part is written as item#part.
    """
    if [item, batch, evaluate].count(None) != 2 or (item is None and (file or part)):
        raise typer.BadParameter("Give an ITEM, or --batch, or --evaluate: one of them alone.")
    from evalmode.wiring import build_grader

    bank, grader = invocation_of(ctx).bank(), build_grader()
    if batch is not None:
        if grade_lines(bank, grader, batch):
            raise typer.Exit(1)
    elif evaluate is not None:
        _evaluate(bank, grader, evaluate, as_json=as_json)
    elif item is not None:
        graded = _grade_one(bank, grader, item, file or textfile.STREAM, part)
        if as_json:
            print_json(graded)
        else:
            _print(bank, graded)


def grade_lines(bank: Bank, grader: Grader, file: Path) -> int:
    """Grade a file of answers with one warm grader; returns how many lines could not be graded."""
    from evalmode.practice.attempts import grade_answer

    bad = 0
    for number, line in enumerate(textfile.lines(file), start=1):
        try:
            print_json_line(grade_answer(bank, grader, _request(line)))
        except InputError as error:
            bad += 1
            print_json_line(BatchFault(line=number, error=Fault.of(error)))
    return bad


def _request(line: bytes) -> GradeRequest:
    try:
        return GradeRequest.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field, said = ".".join(str(part) for part in first["loc"]), str(first["msg"])
        raise InputError(
            f"The line is not a request to grade: {field + ': ' if field else ''}{said[:1].lower()}{said[1:]}.",
            hint='A line looks like {"item": "rapid/softmax", "answer": "It turns scores into probabilities."}',
        ) from error


def _grade_one(bank: Bank, grader: Grader, item: str, file: Path, part: str | None) -> GradedAnswer:
    from evalmode.practice.asking import graded_item, named_turn
    from evalmode.practice.attempts import grade_answer

    turn = named_turn(graded_item(bank, item), part)  # a wrong name is told before anybody types an answer
    if file == textfile.STREAM and sys.stdin.isatty():
        progress_console().print(f"{turn.gradable.question}\n[dim]Type the answer; end it with Ctrl-D.[/dim]")
    answer = textfile.read_text(file, at_most=_AT_MOST)
    return grade_answer(bank, grader, GradeRequest(item=item, answer=answer, part=part))


def _evaluate(bank: Bank, grader: Grader, file: Path, *, as_json: bool) -> None:
    from evalmode.answers.evaluate import evaluate, read_cases
    from evalmode.practice.asking import graded_item, named_turn

    def find(name: str) -> Gradable:
        item, _, part = name.partition("#")
        return named_turn(graded_item(bank, item), part or None).gradable

    figures = evaluate(grader, read_cases(file, find))
    if as_json:
        print_json(figures.as_dict())
    else:
        console().print("\n".join(figures.lines()), markup=False)


def _print(bank: Bank, graded: GradedAnswer) -> None:
    from evalmode.cli.drill_show import graded_answer
    from evalmode.practice.asking import graded_item, named_turn

    turn = named_turn(graded_item(bank, graded.item), graded.part)
    console().print(graded_answer(graded, {point.id: point.claim for point in turn.gradable.key_points}))
