"""What every test shares."""

from __future__ import annotations

import os

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """Where skips are forbidden, a skipped test is a failed one: what is not run is not known to work."""
    report = yield
    if report.skipped and os.environ.get("EVALMODE_FORBID_SKIPS") == "1":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and skips are forbidden here: {report.longrepr}"
    return report
