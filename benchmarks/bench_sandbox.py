"""What locking a submission away costs: time and private memory per child, next to a bare fork, in one run.

``python benchmarks/bench_sandbox.py [--children 200] [--json]``; with torch imported, as in the judge.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import struct
import time
from pathlib import Path

import torch

from evalmode_runner.sandbox import Zygote
from evalmode_runner.sandbox.locks import Locks

torch.set_num_threads(1)
TARGET_MS, TARGET_MB = 1.5, 10.0


def measured_lock(lock):
    """Put the locks on and leave on standard error what that took."""

    def timed(self, number, channel):
        begun, used = time.perf_counter(), time.process_time()
        lock(self, number, channel)
        os.write(2, struct.pack("dd", time.perf_counter() - begun, time.process_time() - used))

    return timed


def work():
    """A little of what every submission does."""
    x = torch.randn(64, 64, requires_grad=True)
    (x @ x).softmax(-1).sum().backward()


def wait(channel):
    """The entry: works a little and waits to be measured."""
    work()
    channel.sendall(b"ready")
    channel.recv(1)


def private_megabytes(pid: int) -> float:
    """What belongs to one process alone."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Dirty", "Private_Clean"))) / 1024


def measure(isolation: str, children: int) -> dict[str, float]:
    """Run some children one after another."""
    locks, used, memory, turns = [], [], [], []
    with Zygote.start(wait, isolation=isolation) as zygote:
        for _ in range(children):
            begun = time.perf_counter()
            with zygote.take() as child:
                child.channel.recv(10)
                turns.append(time.perf_counter() - begun)
                took, processor = struct.unpack("dd", os.read(child.errors, 16))
                locks.append(took)
                used.append(processor)
                memory.append(private_megabytes(child.pid))
                child.channel.sendall(b".")
                child.ending(10)
    return {
        "lock_ms": 1000 * statistics.median(locks),
        "lock_ms_best": 1000 * min(locks),
        "lock_processor_ms": 1000 * statistics.median(used),
        "answer_ms": 1000 * statistics.median(turns),
        "private_mb": statistics.median(memory),
    }


def main() -> None:
    """Measure both and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    work()  # the judge warms up too, before it forks
    Locks.lock = measured_lock(Locks.lock)
    begun = time.perf_counter()
    with Zygote.start(wait, isolation="full"):
        start_ms = 1000 * (time.perf_counter() - begun)
    full, bare = measure("full", asked.children), measure("none", asked.children)
    report = {
        "full": full,
        "bare": bare,
        "set_up_ms": full["lock_processor_ms"],
        "answer_ratio": full["answer_ms"] / bare["answer_ms"],
        "start_ms": start_ms,
        "targets": {"set_up_ms": TARGET_MS, "private_mb": TARGET_MB},
    }
    if asked.json:
        print(json.dumps(report, indent=1))
        return
    print(f"set-up of all layers in a child  {report['set_up_ms']:.2f} ms of processor (at most {TARGET_MS} wanted)")
    print(f"the same by the clock            {full['lock_ms']:.2f} ms, at best {full['lock_ms_best']:.2f} ms")
    print(f"private memory of a child        {full['private_mb']:.1f} MB (at most {TARGET_MB:.0f} wanted)")
    print(f"take to first answer             {full['answer_ms']:.1f} ms, {report['answer_ratio']:.2f} x a bare fork")
    print(f"probing and starting a zygote    {start_ms:.0f} ms")


if __name__ == "__main__":
    main()
