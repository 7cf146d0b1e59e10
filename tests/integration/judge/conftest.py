"""One warm judge for all tests of judging: starting one imports torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evalmode.bank import CodeItem, load_bank
from evalmode.judge import LocalJudge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture(scope="session")
def judge() -> Iterator[LocalJudge]:
    with LocalJudge() as running:
        yield running


@pytest.fixture(scope="session")
def problem() -> Callable[[str], CodeItem]:
    bank = load_bank()

    def named(slug: str) -> CodeItem:
        item = bank.get(f"code/{slug}")
        assert isinstance(item, CodeItem)
        return item

    return named
