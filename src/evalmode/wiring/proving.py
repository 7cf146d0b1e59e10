"""Running an item's proofs and telling it in the candidate's values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from evalmode.bank.proofs import ProofOutcome, ProofResult, prove
from evalmode.practice.values import ProofRun

if TYPE_CHECKING:
    from evalmode.bank import GradedItem


_OUTCOMES: dict[ProofOutcome, Literal["proven", "refuted", "timed_out"]] = {
    ProofOutcome.PROVEN: "proven",
    ProofOutcome.REFUTED: "refuted",
    ProofOutcome.TIMED_OUT: "timed_out",
}


def prove_item(item: GradedItem) -> tuple[ProofRun, ...]:
    """Run an item's proofs, each in a child process; one run per proof, in the item's order.

    Raises:
        InternalError: No child process can be started.
    """
    runs = [_run(result, result.index) for result in prove([item]) if result.index is not None]
    return tuple(sorted(runs, key=lambda run: run.index))


def _run(result: ProofResult, index: int) -> ProofRun:
    return ProofRun(
        index=index,
        proves=result.proves,
        outcome=_OUTCOMES.get(result.outcome, "unavailable"),
        evidence=result.evidence,
        message=result.message,
        seconds=result.seconds,
    )
