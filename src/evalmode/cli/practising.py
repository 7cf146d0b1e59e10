"""What commands for people share: the practice behind them, and playing a session to its end."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evalmode.cli.options import invocation_of
from evalmode.core import InputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.practice import Practice
    from evalmode.practice.values import SessionRequest, SessionView

DataOption = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Keep your history in this folder.", show_default=False)
]

PAUSED = 130
"""Exit code of a session that was left with Ctrl-C, as for any interrupted program."""


@contextmanager
def practice_of(ctx: typer.Context, data: Path | None) -> Iterator[Practice]:
    """The practice of this run, closed when the command is done.

    Args:
        ctx: The command's context.
        data: The command's own ``--data``; else the one before the command's name.

    Raises:
        BankError: A content pack is broken.
        StorageError: The database cannot be opened.
    """
    from evalmode.wiring import build_practice, close_practice

    invocation = invocation_of(ctx)
    p = build_practice(data or invocation.data, packs=invocation.packs)
    try:
        yield p
    finally:
        close_practice(p)


def practise(p: Practice, wish: dict[str, Any], *, resume: bool, as_json: bool) -> None:
    """Begin or resume a session, play it, and show what it came to.

    Args:
        p: The practice.
        wish: The fields of a :class:`SessionRequest`.
        resume: Whether to go on with the session that was left last.
        as_json: Whether to print the summary as JSON; then the session itself is shown on standard error.

    Raises:
        InputError: There is no terminal, or nothing fits the wish.
        NotFoundError: There is no session to resume.
        typer.Exit: With :data:`PAUSED` where the candidate left.
    """
    from evalmode import practice
    from evalmode.cli.drill_play import Screen, end, play
    from evalmode.cli.output import print_json

    request = _request(wish)
    screen = Screen.open(as_json=as_json)
    command = "evalmode drill" if request.kind == "rapid" else "evalmode deep"
    session = _left_last(p, request.kind, command) if resume else practice.start_session(p, request)
    summary = play(p, session, screen)
    end(screen, summary, f"{command} --resume")
    if summary is None:
        raise typer.Exit(PAUSED)
    if as_json:
        print_json(summary)


def _request(wish: dict[str, Any]) -> SessionRequest:
    from pydantic import ValidationError

    from evalmode.practice.values import SessionRequest

    try:
        return SessionRequest.model_validate(wish)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise InputError(f"{first['input']!r} cannot be asked for: {str(first['msg']).lower()}.") from error


def _left_last(p: Practice, kind: str, command: str) -> SessionView:
    from evalmode import practice

    for session in practice.open_sessions(p):
        if session.kind == kind:
            return session
    raise NotFoundError("There is no unfinished session.", hint=f"{command} begins one.")
