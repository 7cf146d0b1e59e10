"""How long `evalmode serve` takes to its first answer, next to importing its libraries, and whether torch is in it.

Prints medians of interleaved runs: both programs suffer alike from whatever else the machine does.
"""

from __future__ import annotations

import http.client
import json
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 9
LIBRARIES = "import fastapi, uvicorn, sqlalchemy"
# The program as it is, and a last word on what it has loaded when it ends.
SERVER = """
import atexit, sys
atexit.register(lambda: print("torch" in sys.modules, file=sys.stderr))
from evalmode.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


def main() -> None:
    libraries, ready, torch = [], [], set()
    with tempfile.TemporaryDirectory() as folder:
        serve(folder)  # the first start makes the database and fills the system's file cache
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", LIBRARIES], check=True)
            libraries.append(time.perf_counter() - start)
            seconds, has_torch = serve(folder)
            ready.append(seconds)
            torch.add(has_torch)
    bare, served = statistics.median(libraries), statistics.median(ready)
    print(f"python -c '{LIBRARIES}'   {bare * 1000:6.0f} ms")
    print(
        f"evalmode serve, to its first answer              {served * 1000:6.0f} ms   {served / bare:4.2f} x the imports"
    )
    print(f"torch in the server process: {'yes' if 'True' in torch else 'no'}")
    assert torch == {"False"}


def serve(folder: str) -> tuple[float, str]:
    """Start a server, wait for its first answer, end it; returns the seconds and whether torch was loaded."""
    port = free_port()
    options = ["--data", folder, "serve", "--no-browser", "--json", "--port", str(port)]
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        while not healthy(port):
            assert server.poll() is None, server.stderr.read()
            time.sleep(0.002)
        seconds = time.perf_counter() - start
        assert json.loads(server.stdout.readline())["url"]
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=30)
    return seconds, said.strip()


def healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/api/v1/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
