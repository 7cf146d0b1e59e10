"""Typing an answer while the clock runs: a line editor with a countdown beside it, and a draft saved every second."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.styles import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.application import Application
    from prompt_toolkit.input import Input
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

_TICK = 0.1
_SAVE_EVERY = 1.0
_HURRY = 10

STYLE = Style.from_dict({"clock": "bold", "clock.hurry": "bold reverse", "trouble": "bold"})

KEYS = "Enter: answer · Alt-Enter: new line · Ctrl-S: skip · Ctrl-C: pause"


class How(Enum):
    """How typing ended."""

    SUBMITTED = "submitted"
    TIME_UP = "time is up"
    SKIPPED = "skipped"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood when typing ended."""

    text: str
    how: How


@dataclass(frozen=True, slots=True)
class Countdown:
    """The time for one answer, by this process's monotonic clock.

    Args:
        allotted: Seconds.
        started: Moment of ``time.monotonic`` at which it began to run.
        cuts_off: Whether typing ends with it.
    """

    allotted: float
    started: float
    cuts_off: bool

    @property
    def left(self) -> float:
        """Seconds; negative once it is over."""
        return self.allotted - (time.monotonic() - self.started)

    @property
    def up(self) -> bool:
        """Whether typing must end now."""
        return self.cuts_off and self.left <= 0


class Typing:
    """One answer being typed.

    Args:
        countdown: The time for it.
        draft: What stands already.
        save: Keeps a draft, and returns one sentence if it could not.
    """

    def __init__(self, countdown: Countdown, draft: str, save: Callable[[str], str | None]) -> None:
        self._countdown = countdown
        self._draft = draft
        self._save = save
        self._trouble: str | None = None

    def run(self, terminal_input: Input | None = None, terminal_output: Output | None = None) -> Typed:
        """Let the candidate type until Enter, the end of the time, or a key that leaves."""
        session: PromptSession[Typed] = PromptSession(
            # The clock stands in the prompt, not in a toolbar: some terminals cannot show one below the text.
            message=self._prompt,
            multiline=True,
            prompt_continuation=lambda width, _line, _wrapped: " " * width,
            key_bindings=_bindings(),
            refresh_interval=0.5,
            style=STYLE,
            input=terminal_input,
            output=terminal_output,
        )
        if self._countdown.up:
            return Typed(self._draft, How.TIME_UP)
        return session.prompt(default=self._draft, pre_run=self._start_watching)

    def _start_watching(self) -> None:
        app = get_app()
        app.create_background_task(self._watch(app))

    async def _watch(self, app: Application[Typed]) -> None:
        saved, saved_at = self._draft, time.monotonic()
        while True:
            await asyncio.sleep(_TICK)
            text = app.current_buffer.text
            if self._countdown.up:
                _leave(app, How.TIME_UP)
                return
            if text != saved and time.monotonic() - saved_at >= _SAVE_EVERY:
                saved, saved_at = text, time.monotonic()
                self._trouble = await asyncio.to_thread(self._save, text)

    def _prompt(self) -> FormattedText:
        left = self._countdown.left
        style = "class:clock.hurry" if left <= _HURRY else "class:clock"
        clock = (style, f"{_clock(left)} left" if left >= 0 else f"{_clock(-left)} over")
        trouble = [("class:trouble", f"{self._trouble}\n")] if self._trouble else []
        return FormattedText([*trouble, clock, ("bold", " › ")])


def _bindings() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _submit(event: KeyPressEvent) -> None:
        _leave(event.app, How.SUBMITTED)

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.newline()

    @keys.add("c-s")
    def _skip(event: KeyPressEvent) -> None:
        _leave(event.app, How.SKIPPED)

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _pause(event: KeyPressEvent) -> None:
        _leave(event.app, How.LEFT)

    @keys.add("c-d")
    def _end_of_input(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            _leave(event.app, How.LEFT)

    return keys


def _leave(app: Application[Typed], how: How) -> None:
    """End typing once; a key and the clock may both want to in the same moment."""
    if app.future is not None and not app.future.done():
        app.exit(result=Typed(app.current_buffer.text, how))


def _clock(seconds: float) -> str:
    whole = max(0, int(seconds + 0.999))
    return f"{whole // 60}:{whole % 60:02}"
