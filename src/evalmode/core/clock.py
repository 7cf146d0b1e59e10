"""The one source of time, so that tests can hold it still and a jumping system clock does no harm."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time in UTC."""

    def now(self) -> datetime:
        """The present moment, with time zone UTC."""
        ...


class SteadyClock:
    """Wall time read once, then carried on by the monotonic clock.

    Within one process it never goes backwards, whatever happens to the system's clock. It follows the system's clock
    forward only through a restart, which is enough: a session outlives a restart, a countdown does not need to.
    """

    def __init__(self) -> None:
        self._start = datetime.now(UTC)
        self._origin = time.monotonic()

    def now(self) -> datetime:
        """The present moment, with time zone UTC."""
        return self._start + timedelta(seconds=time.monotonic() - self._origin)


@dataclass
class FixedClock:
    """A clock that moves only when told to, for tests and for replaying a history."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 1, 5, 9, 0, tzinfo=UTC))

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment

    def advance(self, seconds: float) -> None:
        """Move forward; a negative number moves back, as a mended system clock does."""
        self.moment += timedelta(seconds=seconds)
