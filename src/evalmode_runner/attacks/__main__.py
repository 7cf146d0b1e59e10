"""``python -m evalmode_runner.attacks``: attack the sandbox of this machine and say what held.

Exit codes: 0 every attack was stopped and every layer holds, 1 not so, 3 no sandbox could be started.
"""

from __future__ import annotations

import argparse
import functools
import json
import sys
from dataclasses import asdict

from evalmode_runner.attacks.program import Program, load_programs
from evalmode_runner.attacks.prove import prove_needed
from evalmode_runner.attacks.run import AttackResult, run_attacks
from evalmode_runner.sandbox import SandboxError, Zygote


def main(words: list[str] | None = None) -> int:
    """Run the suite and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m evalmode_runner.attacks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--isolation", choices=("auto", "full", "none"), default="auto", help="what to attack")
    parser.add_argument("--without", action="append", default=[], metavar="LAYER", help="leave a layer out")
    parser.add_argument("--prove", action="store_true", help="show that each attack gets through without its layers")
    parser.add_argument("--only", action="append", default=[], metavar="ATTACK", help="run these alone")
    asked = parser.parse_args(words)
    programs = [program for program in load_programs() if not asked.only or program.name in asked.only]
    if asked.prove:
        return _prove(programs, as_json=asked.json)
    factory = _Remembering(functools.partial(Zygote.start, isolation=asked.isolation, without=asked.without))
    try:
        results = run_attacks(factory, programs)
    except SandboxError as error:
        print(f"No sandbox could be started: {error}.", file=sys.stderr)
        return 3
    report = factory.report | {"attacks": [asdict(result) for result in results]}
    print(json.dumps(report, indent=1) if asked.json else _for_people(report, results))
    return 0 if factory.report["tier"] == "full" and all(result.stopped for result in results) else 1


def _prove(programs: list[Program], *, as_json: bool) -> int:
    proof = prove_needed(programs)
    needed = sorted(proof.needed)
    report = {"needed": needed, "through": len(proof.through), "idle": [asdict(one) for one in proof.idle]}
    if as_json:
        print(json.dumps(report, indent=1))
    else:
        for idle in proof.idle:
            print(f"{idle.family}/{idle.name} got nowhere without {idle.layer}: {idle.how}")
        print(f"{len(proof.through)} attacks get through without their layers. Needed: {', '.join(needed)}.")
    return 1 if proof.idle else 0


class _Remembering:
    """Starts zygotes and remembers what layers the last one had."""

    def __init__(self, start: functools.partial[Zygote]) -> None:
        self._start = start
        self.report: dict[str, object] = {}

    def __call__(self, *arguments: object, **named: object) -> Zygote:
        zygote = self._start(*arguments, **named)
        self.report = {"tier": zygote.tier, "layers": list(zygote.layers), "failures": zygote.failures}
        return zygote


def _for_people(report: dict[str, object], results: list[AttackResult]) -> str:
    through = [result for result in results if not result.stopped]
    lines = [f"{result.family}/{result.name}: {result.how}" for result in through]
    lines.append(f"{len(results) - len(through)} of {len(results)} attacks were stopped; isolation: {report['tier']}.")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
