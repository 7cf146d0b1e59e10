"""How long `evalmode --help` takes, next to a bare interpreter in the same run.

Prints medians of interleaved runs: both programs suffer alike from whatever else the machine does.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 25


def main() -> None:
    evalmode = str(Path(sys.executable).with_name("evalmode"))
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import typer'": [sys.executable, "-c", "import typer"],
        "evalmode --help": [evalmode, "--help"],
        "evalmode bank list": [evalmode, "bank", "list"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            seconds[name].append(time.perf_counter() - start)
    bare = statistics.median(seconds["python -c pass"])
    for name, values in seconds.items():
        median = statistics.median(values)
        print(f"{name:28} {median * 1000:6.0f} ms   {median / bare:4.1f} x a bare interpreter")


if __name__ == "__main__":
    main()
