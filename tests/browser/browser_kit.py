"""What the browser tests work with: the server as a process, the watch on a page, and answers to give."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
import urllib.request
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from evalmode.bank import read_bank

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "src" / "evalmode" / "web" / "static"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"

QUICK_PACK = "quick"
LOOPBACK = {"127.0.0.1", "localhost"}


def find_chromium() -> str | None:
    """The machine's Chromium, or a browser that is one."""
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


class Server:
    """``evalmode serve`` as its own process, on a free port and a given folder."""

    def __init__(self, data: Path, *packs: Path) -> None:
        command = [sys.executable, "-m", "evalmode"]
        for pack in packs:
            command += ["--pack", str(pack)]
        command += ["serve", "--no-browser", "--port", "0", "--data", str(data), "--json"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.cookies: dict = {}
        self._errors: list[str] = []
        self._reader = threading.Thread(target=self._read_errors, daemon=True)
        self._reader.start()
        line = self.process.stdout.readline()
        if not line:
            self.close()
            raise AssertionError(f"The server did not start:\n{''.join(self._errors)}")
        self.url = json.loads(line)["url"]
        parts = urlsplit(self.url)
        self.base = f"{parts.scheme}://{parts.netloc}"

    def _read_errors(self):
        self._errors.extend(self.process.stderr)

    def let_in(self, browser) -> None:
        """Open the printed address once, and keep the cookie that it gives for every page of the tests."""
        with browser.new_context() as context:
            context.new_page().goto(self.url)
            self.cookies = context.storage_state()

    def get(self, path: str):
        """Ask the API something, as the browser that was let in."""
        return self._call("GET", path)

    def post(self, path: str, body: dict | None = None):
        """Do something through the API."""
        return self._call("POST", path, body)

    def put(self, path: str, body: dict):
        """Change something through the API."""
        return self._call("PUT", path, body)

    def _call(self, method: str, path: str, body: dict | None = None):
        cookie = "; ".join(f"{one['name']}={one['value']}" for one in self.cookies["cookies"])
        request = urllib.request.Request(  # noqa: S310 - our own server on loopback
            f"{self.base}/api/v1{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Cookie": cookie, "Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
            return json.load(response)

    def start(self, *items: str, mode: str = "pressure") -> str:
        """Begin a session with these items; gives back its id."""
        kind = items[0].split("/")[0]
        body = {"kind": kind, "items": items, "count": len(items), "mode": mode}
        return self.post("/sessions", body)["id"]

    def answer(self, session: str, position: int, text: str) -> dict:
        """Answer a question without a browser."""
        turn = f"/sessions/{session}/turns/{position}"
        self.post(f"{turn}/ask")
        return self.post(f"{turn}/answer", {"text": text})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait(timeout=20)
        self._reader.join(timeout=20)
        self.process.stdout.close()
        self.process.stderr.close()


class Watch:
    """Notes whatever a page must not do: complain, fail, break the content policy, or talk to another machine."""

    def __init__(self, page) -> None:
        self._seen: list[str] = []
        self._allowed: list[re.Pattern[str]] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._seen.append(f"exception: {error}"))
        page.on("request", self._request)

    def allow(self, pattern: str) -> None:
        """Expect complaints of this kind, where a test provokes them."""
        self._allowed.append(re.compile(pattern))

    def complaints(self) -> list[str]:
        """What was seen and not expected."""
        return [line for line in self._seen if not any(pattern.search(line) for pattern in self._allowed)]

    def _console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self._seen.append(f"console {message.type}: {message.text}")

    def _request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in LOOPBACK:
            self._seen.append(f"left the machine: {request.url}")


@cache
def bank():
    found, problems = read_bank()
    assert not problems
    return found


def model_answer(item_id: str) -> str:
    """A good answer, as one would type it: without the marks of mathematics and emphasis."""
    return re.sub(r"[$`*\\]", "", bank().get(item_id).answer).replace("\n", " ")


def wrong_answer(item_id: str) -> str:
    """What people say wrongly about it."""
    return ". ".join(point.misconceptions[0].says for point in bank().get(item_id).key_points if point.misconceptions)


def write_quick_pack(folder: Path) -> Path:
    """A pack with one question of fifteen seconds, the shortest there can be."""
    (folder / "rapid").mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: quick\ntitle: Quick\nlicense: CC0-1.0\n", encoding="utf-8")
    softmax = (ROOT / "src" / "evalmode_pack_dl" / "rapid" / "softmax.md").read_text(encoding="utf-8")
    quick = re.sub(r"^seconds: \d+", "seconds: 15", softmax.replace("id: softmax", "id: quick", 1), flags=re.MULTILINE)
    (folder / "rapid" / "quick.md").write_text(quick.replace("title: ", "title: Quick, ", 1), encoding="utf-8")
    return folder
