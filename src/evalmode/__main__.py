"""The program ``evalmode``: runs a command and turns whatever happens into one sentence and an exit code.

Exit codes: 0 done, 1 the user's input is at fault, 2 wrong usage, 3 evalmode itself failed, 130 interrupted,
141 the reader of the output went away.
"""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING, Any

from evalmode.cli.app import BROKEN_PIPE, discard_output, root_command
from evalmode.cli.options import Invocation
from evalmode.core.errors import EvalmodeError, InternalError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> None:
    """Run the program with the command line's arguments and end the process."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the program.

    Args:
        arguments: As on the command line, without the program's name.

    Returns:
        The exit code.
    """
    _never_fail_to_encode()
    invocation = Invocation(serve=_serve)
    try:
        code = _run_command(arguments, invocation)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return 130
    except EvalmodeError as error:
        return _report(error, debug=invocation.debug)
    except Exception as error:  # noqa: BLE001 - the last place where anything can be said about it
        return _report(_unexpected(error), debug=invocation.debug)
    return code


def _run_command(arguments: Sequence[str], invocation: Invocation) -> int:
    try:
        root_command().main(args=list(arguments), prog_name="evalmode", obj=invocation)
    except SystemExit as stop:
        if stop.code is None or isinstance(stop.code, int):
            return stop.code or 0
        raise InternalError(str(stop.code)) from stop
    return 0


def _serve(**choices: Any) -> None:  # noqa: ANN401 - the choices of the command serve, handed on
    """Run the browser app; its libraries are imported only here, because every other command does without."""
    from evalmode.web.launch import launch

    launch(**choices)


def _unexpected(error: Exception) -> InternalError:
    said = " ".join(str(error).split())[:300]
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    internal = InternalError(f"Something went wrong inside evalmode ({what}).", hint="evalmode --debug … shows where.")
    internal.__cause__ = error
    return internal


def _report(error: EvalmodeError, *, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    else:
        print(f"evalmode: {error}", file=sys.stderr)
    return error.exit_code


def _never_fail_to_encode() -> None:
    """A terminal that cannot show a character shows a question mark instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
