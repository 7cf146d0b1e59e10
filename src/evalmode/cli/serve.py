"""``evalmode serve``, which is also what ``evalmode`` alone does: the app in the browser."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from evalmode.cli.options import JsonFlag, invocation_of
from evalmode.cli.practising import DataOption
from evalmode.core import InternalError


def serve(
    ctx: typer.Context,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65_535, help="Use this port, or fail. 0 means any free one.")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="An address of this machine's loopback.")] = "127.0.0.1",
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Open evalmode in the browser. Ctrl-C ends it.

    Only the browser that opens the printed address is let in.
    """
    invocation = invocation_of(ctx)
    if invocation.serve is None:
        raise InternalError("This way of starting evalmode has no browser app.", hint="Use the program evalmode.")

    def announce(url: str) -> None:
        # Plain text: Rich would cost a twentieth of a second before the first request is answered.
        typer.echo(json.dumps({"url": url}) if as_json else f"evalmode is running at {url}\nPress Ctrl-C to end it.")
        sys.stdout.flush()

    invocation.serve(
        packs=invocation.packs,
        data=data or invocation.data,
        host=host,
        port=port,
        open_browser=browser,
        announce=announce,
    )
