"""How long a verdict on multi-head attention takes, next to importing torch and to the checks without isolation.

Prints medians of interleaved runs, so that everything suffers alike from whatever else the machine does; then verdicts
per second with two judges, and whether any of a thousand honest submissions, eight at a time, got a wrong verdict.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from evalmode.bank import CodeItem, load_bank
from evalmode.judge import LocalJudge

COLD_RUNS = 7
WARM_RUNS = 15
HONEST = 1000
AT_ONCE = 8


def main() -> None:
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
    item = load_bank().get("code/multi-head-attention")
    assert isinstance(item, CodeItem)
    source = item.solution.read_text(encoding="utf-8")
    in_process = InProcess(item)
    cold, warm, plain = [], [], []
    with LocalJudge() as judge:
        judged = [judge.judge(item, source) for _ in range(5)][-1]
        assert judged.verdict == "accepted"
        for _ in range(COLD_RUNS):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", "import torch"], check=True)
            cold.append(time.perf_counter() - start)
            for _ in range(WARM_RUNS):
                time.sleep(0.05)  # as a person would: the next plan and the next sandbox are made meanwhile
                start = time.perf_counter()
                judge.judge(item, source)
                warm.append(time.perf_counter() - start)
            plain += [in_process.seconds() for _ in range(WARM_RUNS)]
    torch, verdict, checks = (statistics.median(times) for times in (cold, warm, plain))
    print(f"python -c 'import torch'                      {torch * 1000:7.1f} ms")
    print(f"the checks in one process, no isolation       {checks * 1000:7.1f} ms")
    print(f"from request to verdict, tier {judged.tier:15} {verdict * 1000:7.1f} ms")
    print(f"a verdict is {torch / verdict:.0f} x faster than importing torch")
    print(f"and takes {verdict / checks:.2f} x the checks alone")
    print(f"examples in a verdict: {in_process.examples}\n")
    with LocalJudge(workers=2) as judges, ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lambda _: judges.judge(item, source), range(AT_ONCE)))
        start = time.perf_counter()
        verdicts = list(pool.map(lambda _: judges.judge(item, source).verdict, range(HONEST)))
        seconds = time.perf_counter() - start
    wrong = sum(verdict != "accepted" for verdict in verdicts)
    rate = HONEST / seconds
    print(f"{HONEST} honest submissions, {AT_ONCE} at a time, two judges: {rate:.0f} verdicts/s, {wrong} wrong")


class InProcess:
    """The same examples, submission and reference and comparison, in this process."""

    def __init__(self, item: CodeItem) -> None:
        from evalmode_runner.harness import Submission
        from evalmode_runner.judging.problem import Problem
        from evalmode_runner.judging.warming import warm_up

        warm_up()
        self._problem = Problem(item.folder, item.defines, item.bans)
        source = {"source": item.solution.read_text(encoding="utf-8"), "defines": item.defines}
        self._submission = Submission({**source, "scenario": "", "bans": {}, "modules": {}})
        self._submission.load()
        self.examples = 0

    def seconds(self) -> float:
        """How long all checks take once."""
        from evalmode_runner.judging.plan import make_plan
        from evalmode_runner.judging.probes import evaluate
        from evalmode_runner.values import unpack

        start = time.perf_counter()
        plan = make_plan(self._problem)
        for _, examples in plan.checks:
            for planned in examples:
                replies = [self._submission.run(unpack(frame)) for frame in planned.frames]
                assert evaluate(self._problem, planned.probe, replies, planned.expected) is None
        self.examples = sum(len(examples) for _, examples in plan.checks)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
