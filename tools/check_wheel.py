"""Build the wheel, install it into an empty environment without extras, and use it as somebody would who has only that.

The wheel must bring the built front end, the grader's model and the question bank; grading must work without torch.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Run every step; any failure ends with a sentence and exit code 1."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _call([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(work), str(_ROOT)])
        (wheel,) = work.glob("evalmode-*.whl")
        print(f"built {wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")
        venv.create(work / "venv", with_pip=True)
        binaries = work / "venv" / ("Scripts" if os.name == "nt" else "bin")
        constraints = str(_ROOT / "constraints.txt")
        _call([str(binaries / "python"), "-m", "pip", "install", "--quiet", "-c", constraints, str(wheel)])
        _use(binaries / "evalmode", work)
    print("the wheel installs and works on its own")


def _use(evalmode: Path, work: Path) -> None:
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(work), "EVALMODE_DATA": str(work / "data")}
    answer = "Softmax exponentiates the logits and divides by their sum, so they sum to one. For exclusive classes."
    grade = json.loads(_call([str(evalmode), "grade", "rapid/softmax", "-", "--json"], environment, answer))
    _expect(grade["score"] > 0.4, f"a decent answer scored {grade['score']}")
    items = json.loads(_call([str(evalmode), "bank", "list", "--json"], environment))
    _expect(len(items["items"] if isinstance(items, dict) else items) >= 60, "the bank is not in the wheel")
    server = subprocess.Popen(
        [str(evalmode), "serve", "--no-browser"], env=environment, stdout=subprocess.PIPE, text=True, cwd=work
    )
    try:
        _expect("<div id=" in _first_page(server), "the front end is not in the wheel")
    finally:
        server.terminate()
        server.wait(timeout=10)


def _first_page(server: subprocess.Popen[str]) -> str:
    deadline = time.monotonic() + 30
    address = None
    while address is None and time.monotonic() < deadline and server.stdout is not None:
        address = re.search(r"http://\S+", server.stdout.readline())
    if address is None:
        raise SystemExit("check_wheel: the server printed no address")
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    while True:
        try:
            with opener.open(address[0], timeout=5) as page:
                return str(page.read(), "utf-8")
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _call(command: list[str], environment: dict[str, str] | None = None, text: str | None = None) -> str:
    done = subprocess.run(command, env=environment, input=text, stdout=subprocess.PIPE, text=True, check=False)
    _expect(done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout


def _expect(condition: bool, message: str) -> None:
    if not condition:
        raise SystemExit(f"check_wheel: {message}")


if __name__ == "__main__":
    main()
