"""How soon the first page can be used in a real browser, and how much JavaScript it needed for that.

Every run opens the first page in a fresh browser profile, so nothing is cached. Usable means: the button that starts
the suggested practice can be pressed. The time of an empty answer of the same server, in the same run, is the measure.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

RUNS = 7
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SCRIPTS = "performance.getEntriesByType('resource').filter(e => /\\.js$/.test(e.name)).map(e => e.encodedBodySize)"


def main() -> None:
    usable, empty, scripts = [], [], []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for run in range(RUNS + 1):
            with tempfile.TemporaryDirectory() as folder:
                seconds, bare, size = visit(browser, folder)
            if run:  # the first visit fills the system's file cache
                usable.append(seconds)
                empty.append(bare)
                scripts.append(size)
        browser.close()
    median, yardstick = statistics.median(usable), statistics.median(empty)
    print(f"an empty answer of the same server   {yardstick * 1000:6.0f} ms")
    print(
        f"first page usable                    {median * 1000:6.0f} ms   {median / yardstick:4.1f} x the empty answer"
    )
    print(f"JavaScript before it was usable      {max(scripts) / 1000:6.1f} kB compressed")


def visit(browser: Browser, folder: str) -> tuple[float, float, int]:
    """Open the first page of a new server: seconds until usable, seconds for an empty answer, bytes of script."""
    command = [
        str(Path(sys.executable).with_name("evalmode")),
        "--data",
        folder,
        "serve",
        "--no-browser",
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
        page = browser.new_context().new_page()
        start = time.perf_counter()
        page.goto(address.split("/?")[0] + "/api/v1/health")
        bare = time.perf_counter() - start
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.get_by_role("button", name=re.compile("^Start")).first.wait_for(state="visible")
        seconds = time.perf_counter() - start
        size = sum(page.evaluate(SCRIPTS))
        page.context.close()
        server.terminate()
    return seconds, bare, size


if __name__ == "__main__":
    main()
