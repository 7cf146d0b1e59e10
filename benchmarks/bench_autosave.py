"""Autosave while a class types: 200 candidates at once, a draft a second each, over HTTP, onto PostgreSQL.

    python benchmarks/bench_autosave.py [--candidates 200] [--seconds 20] [--sqlite]

Starts its own PostgreSQL server (durable as Debian sets it up) and its own evalmode server, both on this machine only,
and plays browsers that each keep one connection. The latency is measured where a candidate would feel it: from sending
a draft to holding its receipt. Everything shares this machine's cores, the clients included; so the same browsers ask,
in between, for an address that does no work, and what that takes at the same time is printed beside.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from postgres_server import running_server

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET_MS = 100.0
IDLE_SHARE = 0.25
WORDS = ("softmax", "turns", "a", "vector", "of", "real", "scores", "into", "a", "probability", "distribution")


class Browser:
    """One connection that is kept, as a browser keeps it; next to no work of its own."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.port = port
        self.cookie = cookie

    async def __aenter__(self) -> Browser:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()
        await self._writer.wait_closed()

    async def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> tuple[int, str, bytes]:
        """Send a request and read its answer: status, head, body."""
        content = json.dumps(body or {}).encode()
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        self._writer.write(head.encode() + content)
        found = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"(?i)content-length: (\d+)", found)
        return int(found.split(" ", 2)[1]), found, await self._reader.readexactly(int(length[1]) if length else 0)

    async def api(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """The same for the API: the JSON of an answer that must be a success."""
        status, _, content = await self.call(method, f"/api/v1{path}", body)
        assert status < 300, content
        return json.loads(content)


@contextlib.contextmanager
def evalmode_server(database: str, data: str) -> Iterator[str]:
    """Our server on a free port; gives the address that lets one browser in."""
    environment = {**os.environ, "EVALMODE_DATABASE_URL": database, "EVALMODE_DATA": data}
    command = [sys.executable, "-m", "evalmode", "serve", "--no-browser", "--json", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert server.stdout is not None
        yield json.loads(server.stdout.readline())["url"]
    finally:
        server.terminate()
        server.wait(10)


async def candidate(browser: Browser, session: str, seconds: float) -> tuple[list[float], list[float]]:
    """One browser that types, each draft a word longer; gives what idle calls and drafts took, in milliseconds."""
    idle, drafts = [], []
    revision, text = 0, ""
    async with browser:
        await asyncio.sleep(random.random())
        end = time.perf_counter() + seconds
        while (start := time.perf_counter()) < end:
            text += f" {random.choice(WORDS)}"
            body = {"text": text, "revision": revision}
            revision = (await browser.api("PUT", f"/sessions/{session}/turns/0/draft", body))["revision"]
            drafts.append((time.perf_counter() - start) * 1000)
            if random.random() < IDLE_SHARE:
                await asyncio.sleep(random.uniform(0.1, 0.5))
                asked = time.perf_counter()
                await browser.api("GET", "/health")
                idle.append((time.perf_counter() - asked) * 1000)
            await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - start)) * random.uniform(0.9, 1.1))
    return idle, drafts


async def measure(address: str, candidates: int, seconds: float) -> tuple[list[float], list[float]]:
    """Latencies of doing nothing and of saving a draft, in milliseconds."""
    port = urlsplit(address).port
    assert port is not None
    async with Browser(port) as first:
        _, head, _ = await first.call("GET", f"/?{urlsplit(address).query}")
        found = re.search(r"(?i)set-cookie: ([^;]+)", head)
        assert found is not None
        first.cookie = found[1]
        wish = {"count": 1, "mode": "relaxed"}
        sessions = [(await first.api("POST", "/sessions", wish))["id"] for _ in range(candidates)]
        for session in sessions:
            await first.api("POST", f"/sessions/{session}/turns/0/ask")
    pairs = await asyncio.gather(*(candidate(Browser(port, found[1]), session, seconds) for session in sessions))
    return [one for idle, _ in pairs for one in idle], [one for _, drafts in pairs for one in drafts]


def main() -> int:
    """Measure, print, and say whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--candidates", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument(
        "--sqlite", action="store_true", help="measure SQLite instead, where every draft waits for the disk"
    )
    choice = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="evalmode-bench-"))
        database = f"{folder}/evalmode.db"
        if not choice.sqlite:
            database = stack.enter_context(running_server(settings=())).format(database="postgres")
        address = stack.enter_context(evalmode_server(database, folder))
        idle, drafts = asyncio.run(measure(address, choice.candidates, choice.seconds))
    where = "SQLite" if choice.sqlite else "PostgreSQL"
    print(f"{choice.candidates} candidates typing at once, {len(drafts)} drafts onto {where}, {os.cpu_count()} cores")
    show("doing nothing", idle)
    met = show("saving a draft", drafts) <= TARGET_MS
    print(f"target p99 <= {TARGET_MS:.0f} ms: {'met' if met else 'MISSED'}")
    return 0 if met else 1


def show(what: str, latencies: list[float]) -> float:
    """Print the distribution; gives the 99th percentile."""
    cuts = statistics.quantiles(latencies, n=100)
    print(
        f"{what:15} p50 {cuts[49]:6.1f}   p95 {cuts[94]:6.1f}   p99 {cuts[98]:6.1f}   longest {max(latencies):6.1f} ms"
    )
    return cuts[98]


if __name__ == "__main__":
    sys.exit(main())
