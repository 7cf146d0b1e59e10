"""What every use case needs, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from evalmode.answers import Grader
    from evalmode.bank import Bank, GradedItem
    from evalmode.core import Clock
    from evalmode.judge.values import Judge
    from evalmode.practice.values import ProofRun
    from evalmode.store import Store


class Prover(Protocol):
    """Runs the programs that prove an item's claims."""

    def __call__(self, item: GradedItem) -> tuple[ProofRun, ...]:
        """One run per program, in the item's order."""
        ...


@dataclass(frozen=True)
class Practice:
    """Where a candidate practises: the bank, the store and the judges, seen by one learner.

    Args:
        bank: The questions.
        store: What is kept.
        grader: Judges answers in words.
        clock: The time, in UTC.
        prover: Runs proofs.
        judge: Judges code.
        learner: Whose practice it is.
        zone: Where the learner's days begin; null for this machine's own zone.
        local_grader: Judges on this machine whatever ``grader`` asks elsewhere, so that deciding what may be learnt
            sends nothing; None where ``grader`` does.
    """

    bank: Bank
    store: Store
    grader: Grader
    clock: Clock
    prover: Prover
    judge: Judge
    learner: str = "local"
    zone: tzinfo | None = UTC
    local_grader: Grader | None = None
