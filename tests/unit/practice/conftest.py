"""A practice of one's own, with a clock that stands still until told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evalmode.core import FixedClock
from evalmode.store import open_store
from practice_kit import practice_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.practice import Practice
    from evalmode.store import Store


@pytest.fixture
def clock() -> FixedClock:
    """The time."""
    return FixedClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(tmp_path / "evalmode.db")
    yield opened
    opened.close()


@pytest.fixture
def p(store: Store, clock: FixedClock) -> Practice:
    """The practice."""
    return practice_on(store, clock)
