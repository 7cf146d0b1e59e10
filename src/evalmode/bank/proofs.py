"""A bank that proves its own claims: each proof is run, and what it printed is the evidence."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from evalmode.bank.proof_runner import ProofRunner
from evalmode.core import clean_text
from evalmode_runner.wire import MAX_EVIDENCE_BYTES, ProofRequest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from evalmode.bank.models import GradedItem, Proof
    from evalmode.core import ItemId

_MEMORY_BYTES = 2 * 2**30


class ProofOutcome(StrEnum):
    """What became of a proof."""

    PROVEN = "proven"
    REFUTED = "refuted"
    TIMED_OUT = "timed_out"
    UNAVAILABLE = "unavailable"
    NO_PROOF = "no_proof"


@dataclass(frozen=True, slots=True)
class ProofResult:
    """What running one proof gave, or why a key point has none.

    Args:
        item_id: The item.
        path: The item's file.
        index: Which of the item's proofs, from 0; None where there is no proof.
        proves: The key points concerned.
        outcome: What became of it.
        evidence: What it printed.
        message: What went wrong, or the reason for having no proof; empty when proven.
        line: The line of the file that failed, from 1, where it is known.
        seconds: How long it ran.
    """

    item_id: ItemId
    path: Path
    index: int | None
    proves: tuple[str, ...]
    outcome: ProofOutcome
    evidence: str = ""
    message: str = ""
    line: int | None = None
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether the claim does not stand as it is written."""
        return self.outcome in {ProofOutcome.REFUTED, ProofOutcome.TIMED_OUT}


def prove(
    items: Iterable[GradedItem], *, timeout_seconds: float = 20.0, jobs: int = 2, runner: ProofRunner | None = None
) -> Iterator[ProofResult]:
    """Run all proofs of some items, each in a child process.

    Closing the iterator early ends what is still running.

    Args:
        items: The items; for a single one's proofs, a list of one.
        timeout_seconds: Longest time that one proof may take.
        jobs: How many run at once.
        runner: Where they run; kept open. None starts one and closes it at the end.

    Yields:
        First the key points that have no proof, with the reason; then each proof's result as soon as it is there.

    Raises:
        InternalError: No child process can be started.
    """
    items = list(items)
    for item in items:
        for point, reason in item.unproven.items():
            yield ProofResult(item.item_id, item.path, None, (point,), ProofOutcome.NO_PROOF, message=reason)
    tasks = [(item, index) for item in items for index in range(len(item.proofs))]
    if not tasks:
        return
    own = None
    if runner is None:
        own = runner = ProofRunner(torch=any("torch" in item.proofs[index].source for item, index in tasks))
    pool = ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="prove")
    try:
        futures = [pool.submit(_run, runner, item, index, timeout_seconds) for item, index in tasks]
        yield from _results(futures)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        if own is not None:
            own.close()
        pool.shutdown(wait=True)


def _results(futures: list[Future[ProofResult]]) -> Iterator[ProofResult]:
    for future in as_completed(futures):
        yield future.result()


def _run(runner: ProofRunner, item: GradedItem, index: int, timeout_seconds: float) -> ProofResult:
    proof: Proof = item.proofs[index]
    request = ProofRequest(0, proof.source, item.path.name, proof.line, timeout_seconds, _MEMORY_BYTES)
    answer = runner.run(request)
    return ProofResult(
        item_id=item.item_id,
        path=item.path,
        index=index,
        proves=proof.proves,
        outcome=ProofOutcome(answer.outcome),
        evidence=clean_text(answer.evidence, limit=MAX_EVIDENCE_BYTES + 1000).strip("\n"),
        message=clean_text(answer.message),
        line=answer.line,
        seconds=answer.seconds,
    )
