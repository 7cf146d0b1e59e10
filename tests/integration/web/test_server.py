"""The server as a process: how it starts, whom it lets in, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx
import pytest

# Runs the program and, when it has ended, says what was loaded.
PROGRAM = """
import sys
from evalmode.__main__ import run
code = run(sys.argv[1:])
heavy = [name for name in ("torch", "genanki", "prompt_toolkit") if name in sys.modules]
print("loaded:", heavy, file=sys.stderr, flush=True)
sys.exit(code)
"""


@contextmanager
def serving(folder, *options):
    """A running server; gives the process and the address that it printed."""
    command = [sys.executable, "-c", PROGRAM, "--data", str(folder), "serve", "--no-browser", "--json", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"COLUMNS": "80"}
    ) as process:
        try:
            line = process.stdout.readline()
            assert line, process.stderr.read()
            yield process, json.loads(line)["url"]
        finally:
            process.kill()


@contextmanager
def browser(url):
    """A client that has opened the address."""
    parts = urlsplit(url)
    with httpx.Client(base_url=f"{parts.scheme}://{parts.netloc}", timeout=30) as client:
        assert client.get(url).status_code == 303
        yield client


def stop(process, how=signal.SIGINT):
    process.send_signal(how)
    _, said = process.communicate(timeout=30)
    return process.returncode, said


def test_it_grades_without_torch_and_ends_in_order(tmp_path):
    with serving(tmp_path, "--port", "0") as (process, url), browser(url) as client:
        assert client.get("/api/v1/health").json()["status"] == "ok"
        session = client.post("/api/v1/sessions", json={"items": ["rapid/softmax"]}).json()
        turn = f"/api/v1/sessions/{session['id']}/turns/0"
        client.post(f"{turn}/ask")
        feedback = client.post(f"{turn}/answer", json={"text": "It turns scores into probabilities."}).json()
        assert feedback["graded"]
        code, said = stop(process)
    assert code == 0
    assert said.strip() == "loaded: []"


def test_it_forgets_nothing_when_it_is_killed(tmp_path):
    with serving(tmp_path, "--port", "0") as (process, url), browser(url) as client:
        session = client.post("/api/v1/sessions", json={"count": 2}).json()
        client.post(f"/api/v1/sessions/{session['id']}/turns/0/ask")
        draft = client.put(
            f"/api/v1/sessions/{session['id']}/turns/0/draft", json={"text": "what stood", "revision": 0}
        )
        assert draft.status_code == 200
        process.kill()
    with serving(tmp_path, "--port", "0") as (process, url), browser(url) as client:
        assert client.get("/api/v1/sessions").json()[0]["id"] == session["id"]
        assert client.post(f"/api/v1/sessions/{session['id']}/turns/0/ask").json()["draft"] == "what stood"


def test_a_stranger_is_told_how_to_get_in(tmp_path):
    with serving(tmp_path, "--port", "0") as (_, url):
        response = httpx.get(f"{url.split('?')[0]}api/v1/today")
        assert response.status_code == 401
        assert "address that evalmode printed" in response.json()["error"]["hint"]


def test_a_second_one_runs_on_a_port_of_its_own_with_a_cookie_of_its_own(tmp_path):
    with serving(tmp_path) as (_, first), serving(tmp_path) as (_, second):
        assert urlsplit(first).port != urlsplit(second).port
        with browser(first) as client:
            client.get(second)  # the same browser, and browsers share cookies between ports
            jar = client.cookies
            for url in (first, second):
                assert httpx.get(f"{url.split('?')[0]}api/v1/today", cookies=jar).status_code == 200


def test_a_busy_port_that_was_asked_for_is_an_error_and_says_what_to_do(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = evalmode("--data", str(tmp_path), "serve", "--no-browser", "--port", port)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.strip() == (
        f"evalmode: Port {port} is already in use. Choose another, or leave out --port to get a free one."
    )


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (["--port", "99999"], 2, "65535"),
        (["--port", "-1"], 2, "equal to 0"),
        (["--host", "0.0.0.0"], 1, "loopback"),  # noqa: S104 - the point is that it is refused
        (["--host", "example.org"], 1, "loopback"),
        (["--host", "192.0.2.1"], 1, "loopback"),
    ],
)
def test_what_cannot_be_served_is_refused(tmp_path, options, code, says):
    done = evalmode("--data", str(tmp_path), "serve", "--no-browser", *options)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_one_is_told_before_anything_is_served(tmp_path):
    file = tmp_path / "file"
    file.write_text("no folder", encoding="utf-8")
    done = evalmode("--data", str(file), "serve", "--no-browser")
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1
    assert str(file) in done.stderr


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_both_ways_of_ending_it_are_quiet(tmp_path, how):
    with serving(tmp_path, "--port", "0") as (process, _):
        code, said = stop(process, how)
    assert code in {0, -signal.SIGTERM}
    assert "Traceback" not in said


def evalmode(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "evalmode", *arguments], capture_output=True, text=True, timeout=60, check=False
    )
