"""Runs proofs and outlives all of them: children are started when needed, replaced when lost, gone when closed."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
import tempfile
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from evalmode.bank.proof_children import LostError, SingleChild, WarmChild
from evalmode.core import InternalError
from evalmode_runner.wire import ProofAnswer, ProofRequest

if TYPE_CHECKING:
    from types import TracebackType

_MOST_STARTS = 4
_CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"  # on macOS the system's own libraries do not survive it


class ProofRunner:
    """Runs proofs in child processes. Several threads may use one at once.

    One warm child imports torch once and forks for every proof. Where there is no fork, and for proofs that were
    running when the warm child was lost, each proof gets a child of its own.

    Args:
        torch: Whether proofs to come import torch, so that it is worth importing beforehand.
        warm: Whether to keep a warm child; None for wherever that is possible.
    """

    def __init__(self, *, torch: bool, warm: bool | None = None) -> None:
        self._torch = torch
        self._may_warm = _CAN_FORK if warm is None else warm
        self._folder = tempfile.TemporaryDirectory(prefix="evalmode-proofs-", ignore_cleanup_errors=True)
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._warm: WarmChild | None = None
        self._singles: set[SingleChild] = set()
        self._starts = 0
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all children, whatever they are doing, and remove their files."""
        with self._lock:
            self._closed = True
            children: list[WarmChild | SingleChild] = [*self._singles]
            if self._warm is not None:
                children.append(self._warm)
        for child in children:
            child.close()
        self._folder.cleanup()

    def run(self, request: ProofRequest) -> ProofAnswer:
        """Run one proof and wait for its answer; the request's id does not matter.

        Raises:
            InternalError: No child can be started.
        """
        request = replace(request, id=next(self._ids))
        warm = self._warm_child()
        if warm is not None:
            with contextlib.suppress(LostError):
                return warm.run(request)
        single = self._single_child()
        try:
            return single.run(request)
        except LostError:
            return ProofAnswer(request.id, "refuted", message="it ended or stopped the process that watched over it")
        finally:
            with self._lock:
                self._singles.discard(single)

    def _warm_child(self) -> WarmChild | None:
        with self._lock:
            if self._warm is None or self._warm.lost:
                if not self._may_warm or self._closed or self._starts == _MOST_STARTS:
                    return None  # something keeps ending it: no proof shall suffer from another any longer
                self._starts += 1
                if self._warm is not None:
                    self._warm.close()
                self._warm = WarmChild(self._folder.name, torch=self._torch)
            return self._warm

    def _single_child(self) -> SingleChild:
        with self._lock:
            if self._closed:
                raise InternalError("The processes that run proofs have been closed.")
            single = SingleChild(self._folder.name)
            self._singles.add(single)
            return single
