"""The judge as a service on its standard input and output; see ``__main__``."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import torch

from evalmode_runner.judging.plan import make_plan
from evalmode_runner.judging.problem import Problem, ProblemError
from evalmode_runner.judging.report import Report
from evalmode_runner.judging.session import ChildKilled, ChildLost, Patience
from evalmode_runner.judging.submission import Request, judge_submission
from evalmode_runner.judging.warming import serve, warm_up
from evalmode_runner.limits import die_with_parent
from evalmode_runner.modules import run_module
from evalmode_runner.sandbox import Limits, SandboxLost, SandboxUnavailable, Zygote

_TRIES = 3
_CPU_SECONDS = 5


def main(arguments: list[str]) -> int:
    """Serve until standard input closes. Exit code 3 says that there is no sandbox any more: start another judge."""
    parser = argparse.ArgumentParser(prog="python -m evalmode_runner.judging")
    parser.add_argument("--isolation", choices=("auto", "full", "none"), default="auto")
    parser.add_argument("--spares", type=int, default=1)
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us
    die_with_parent()
    requests, answers = _take_protocol()
    warm_up()
    try:
        zygote = Zygote.start(
            serve, spares=options.spares, isolation=options.isolation, limits=Limits(cpu_seconds=_CPU_SECONDS)
        )
    except SandboxUnavailable as error:
        _write(answers, {"unavailable": str(error)})
        return 0
    except SandboxLost as error:
        _write(answers, {"lost": str(error)})
        return 3
    with zygote:
        _write(
            answers,
            {
                "ready": 1,
                "torch": torch.__version__,
                "tier": zygote.tier,
                "layers": list(zygote.layers),
                "python": sys.version.split()[0],
            },
        )
        problems: dict[str, Problem] = {}
        for line in requests:
            answer = _answer(json.loads(line), problems, zygote)
            _write(answers, answer)
            if "lost" in answer:
                return 3
            zygote.replenish()
            prepare(problems)
    return 0


def prepare(problems: dict[str, Problem]) -> None:
    """Make the next plan of the problem that was judged last, while nobody waits."""
    problem = next(reversed(problems.values()), None)
    if problem is not None and problem.next_plan is None:
        with contextlib.suppress(ProblemError):  # the next submission will hear of it
            problem.next_plan = make_plan(problem)


def _answer(message: dict[str, Any], problems: dict[str, Problem], zygote: Zygote) -> dict[str, Any]:
    answer: dict[str, Any] = {"id": message.get("id")}
    if "module" in message:
        return answer | run_module(message["module"], zygote)
    try:
        problem = _problem(message, problems)
    except ProblemError as error:
        return answer | {"fault": str(error)}
    request = Request(
        source=message["source"],
        mode=message.get("mode", "submit"),
        seed=message.get("seed"),
        lift_bans=bool(message.get("lift_bans")),
        explain=bool(message.get("explain", True)),
        patience=Patience(**message["patience"]) if message.get("patience") else Patience(),
    )
    failure: Exception = ChildLost("it was never tried")
    for _ in range(_TRIES):
        try:
            return answer | {"report": judge_submission(problem, request, zygote).as_json()}
        except (ChildLost, SandboxLost) as error:
            failure = error
        except ProblemError as error:
            return answer | {"fault": str(error)}
        except Exception as error:
            return answer | {"failed": f"{type(error).__name__}: {error}"}
        try:
            if not zygote.alive:
                zygote.revive()
        except SandboxLost as error:
            return answer | {"lost": str(error)}
    if isinstance(failure, ChildKilled):
        return answer | {"report": Report("runtime_error", str(failure)).as_json()}
    return answer | {"failed": str(failure)}


def _problem(message: dict[str, Any], problems: dict[str, Problem]) -> Problem:
    folder = Path(message["folder"])
    stamp = _stamp(folder)
    key = f"{folder}\0{stamp}\0{message['defines']}\0{message['bans']}"
    if key not in problems:
        for stale in [known for known in problems if known.startswith(f"{folder}\0")]:
            del problems[stale]
        problems[key] = Problem(folder, message["defines"], tuple(message["bans"]))
    problems[key] = problems.pop(key)  # the one used last stands last
    return problems[key]


def _stamp(folder: Path) -> str:
    """Changes when a file of the problem does, so that an author sees the effect of an edit at once."""
    stamps = []
    for place in (folder, folder / "wrong"):
        with contextlib.suppress(FileNotFoundError), os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    stamps.append(f"{entry.name}{status.st_mtime_ns}{status.st_size}")
    return "".join(sorted(stamps))


def _take_protocol() -> tuple[Any, int]:
    """Private ends of standard input and output; the public ones lead nowhere, whoever writes to them."""
    requests, answers = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return os.fdopen(requests, "rb"), answers


def _write(descriptor: int, message: dict[str, Any]) -> None:
    data = memoryview((json.dumps(message) + "\n").encode())
    while data:
        data = data[os.write(descriptor, data) :]
