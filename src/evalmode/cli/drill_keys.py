"""One key for what comes next, after an answer was graded."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.input import create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings

from evalmode.cli.drill_typing import STYLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

_SETTLE = 0.8
"""Seconds in which the fingers of somebody who was cut off come to rest."""


def choose(choices: Mapping[str, str], terminal_output: Output | None = None) -> str:
    """Wait for one of the keys.

    Args:
        choices: Key → what it does; ``enter`` is the Enter key, all others are letters.
        terminal_output: Where the line of keys is shown; standard output where None.

    Returns:
        The key, or ``c-c`` where the candidate wants to leave.
    """
    keys = KeyBindings()

    def bind(key: str) -> None:
        @keys.add(key)
        def _chosen(event: KeyPressEvent) -> None:
            event.app.exit(result=key)

    for key in choices:
        bind(key)

    @keys.add("c-c")
    @keys.add("c-d")
    @keys.add("<sigint>")
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(result="c-c")

    @keys.add("<any>")
    def _ignore(_event: KeyPressEvent) -> None:
        """Any other key does nothing, rather than writing itself into the line."""

    line = "   ".join(f"[{'Enter' if key == 'enter' else key}] {what}" for key, what in choices.items())
    session: PromptSession[str] = PromptSession(
        message=[("bold", f"{line} › ")],
        key_bindings=keys,
        erase_when_done=True,
        style=STYLE,
        output=terminal_output,
    )
    return session.prompt()


def ask_line(question: str, terminal_output: Output | None = None, given: str = "") -> str:
    """A line of text; empty where the candidate leaves.

    Args:
        question: What is asked.
        terminal_output: Where; standard output where None.
        given: What stands in the line to begin with.
    """
    session: PromptSession[str] = PromptSession(
        message=[("bold", f"{question} › ")], erase_when_done=True, output=terminal_output
    )
    try:
        return session.prompt(default=given).strip()
    except (KeyboardInterrupt, EOFError):
        return ""


def let_fingers_rest(terminal_input: Input | None = None) -> None:
    """Throw away what is still typed after the time was up, so that it does not become commands."""
    time.sleep(_SETTLE)
    drop_typed_ahead(terminal_input)


def drop_typed_ahead(terminal_input: Input | None = None) -> None:
    """Forget keys that were pressed before their question was seen."""
    clear_typeahead(terminal_input or create_input())
    try:
        import termios
    except ImportError:  # Windows keeps nothing that could be flushed this way
        return
    termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
