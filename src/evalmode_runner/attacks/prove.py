"""Proves that every layer is needed: without the layers that stop it, each attack gets through."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evalmode_runner.attacks.program import Program, load_programs
from evalmode_runner.attacks.run import AttackResult, run_attacks
from evalmode_runner.sandbox import Zygote

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of attacking sandboxes with layers left out.

    Args:
        needed: The layers that alone stop some attack: without one of them, and with all others, it gets through.
        through: Attacks that got through without their layers, as they should.
        idle: Attacks that got nowhere even so: their success proves nothing, for it cannot be seen.
    """

    needed: frozenset[str]
    through: tuple[AttackResult, ...]
    idle: tuple[AttackResult, ...]


def prove_needed(programs: Iterable[Program] | None = None) -> Proof:
    """Run each attack against a sandbox that lacks just the layers that stop it, and has all others.

    Args:
        programs: The attacks, all when not given; those that this machine cannot run are left out.
    """
    groups: defaultdict[frozenset[str], list[Program]] = defaultdict(list)
    for program in load_programs() if programs is None else programs:
        groups[program.stopped_by].append(program)
    needed: set[str] = set()
    through: list[AttackResult] = []
    idle: list[AttackResult] = []
    for layers, group in sorted(groups.items(), key=lambda pair: sorted(pair[0])):
        results = run_attacks(functools.partial(Zygote.start, without=layers), group)
        idle += [result for result in results if result.stopped]
        got = [result for result in results if not result.stopped]
        through += got
        if got and len(layers) == 1:
            needed |= layers
    return Proof(frozenset(needed), tuple(through), tuple(idle))
