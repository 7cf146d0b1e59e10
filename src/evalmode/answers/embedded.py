"""The grader that works offline: sentence embeddings against accepted phrasings and misconceptions."""

from __future__ import annotations

import os
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.answers.pipeline import Pipeline
    from evalmode.core import Gradable, Grade


class EmbeddedGrader:
    """Grades with a small embedding model in this process; needs no network and no torch.

    Making one is free; the model is loaded by the first answer or the first ``warm``.

    Args:
        cache_folder: Where vectors of the bank's phrasings are kept between runs; None keeps them in memory only.
    """

    def __init__(self, cache_folder: Path | None = None) -> None:
        self._cache_folder = cache_folder
        self._lock = Lock()

    @property
    def name(self) -> str:
        """Name and version, stored with every grade."""
        return "embedded-1"

    def grade(self, question: Gradable, answer: str) -> Grade:
        """Judge one answer; see :class:`evalmode.answers.Grader`.

        Raises:
            UnavailableError: The model's files are damaged or missing.
        """
        return self._ready().grade(question, answer)

    def warm(self, question: Gradable) -> None:
        """Load the model and embed the question's phrasings.

        Raises:
            UnavailableError: The model's files are damaged or missing.
        """
        self._ready().warm(question)

    def _ready(self) -> Pipeline:
        with self._lock:
            return self._pipeline

    @cached_property
    def _pipeline(self) -> Pipeline:
        # numpy's matrix products are small here; spread over all cores they wait for each other more than they work.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # Imported here because numpy and onnxruntime cost a fifth of a second, which `evalmode --help` must not pay.
        from evalmode.answers.pipeline import Pipeline

        return Pipeline(self.name, self._cache_folder)
