"""How commands speak: one JSON document for programs, Rich for people, whatever the terminal can show."""

from __future__ import annotations

import errno
import json
import sys
from functools import cache
from typing import Any

from pydantic import BaseModel
from rich.console import Console


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the program's own handling, which ends quietly and keeps to the published exit codes."""
        raise BrokenPipeError(errno.EPIPE, "the reader of the output went away")


@cache
def console() -> Console:
    """The terminal on standard output. It keeps to ``NO_COLOR``, to the width there is and to what can be encoded."""
    return _Console(highlight=False)


@cache
def progress_console() -> Console:
    """The terminal on standard error, for what must not get into a pipe: progress."""
    return _Console(highlight=False, stderr=True)


def glyph(fancy: str, plain: str) -> str:
    """A sign where the terminal can show it, else its plain spelling."""
    return fancy if console().encoding.lower().startswith("utf") else plain


def print_json(document: BaseModel | dict[str, Any] | list[Any]) -> None:
    """Print one JSON document, as text that any terminal and any encoding carries unharmed."""
    data = document.model_dump(mode="json") if isinstance(document, BaseModel) else document
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=not encoding.startswith("utf")) + "\n")


def print_json_line(document: BaseModel | dict[str, Any]) -> None:
    """Print one line of a JSON Lines stream and hand it on at once."""
    data = document.model_dump(mode="json") if isinstance(document, BaseModel) else document
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    sys.stdout.write(json.dumps(data, ensure_ascii=not encoding.startswith("utf")) + "\n")
    sys.stdout.flush()
