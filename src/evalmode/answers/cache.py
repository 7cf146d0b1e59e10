"""Profiles of questions, kept in memory, and their token states on disk, so that a warm start needs no model run."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.profiles import QuestionProfile, profile_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.answers.embedder import Embedder, Floats
    from evalmode.core import Gradable


class ProfileCache:
    """Profiles by question; a question whose phrasings changed is another question.

    Args:
        embedder: Makes the vectors.
        folder: Where token states are kept between runs; None for nowhere.
        remembered: At most so many profiles stay in memory, about a megabyte each.
    """

    def __init__(self, embedder: Embedder, folder: Path | None, *, remembered: int = 128) -> None:
        self._embedder = embedder
        self._folder = folder
        self._remembered = remembered
        self._profiles: OrderedDict[Gradable, QuestionProfile] = OrderedDict()
        self._lock = Lock()

    def get(self, question: Gradable) -> QuestionProfile:
        """The question's profile, made at first use."""
        with self._lock:
            if question in self._profiles:
                self._profiles.move_to_end(question)
                return self._profiles[question]
        texts = texts_of(question)
        profile = profile_of(question, texts, self._states(texts))
        with self._lock:
            self._profiles[question] = profile
            while len(self._profiles) > self._remembered:
                self._profiles.popitem(last=False)
        return profile

    def _states(self, texts: Sequence[str]) -> list[Floats]:
        if self._folder is None:
            return self._embedder.embed(texts)
        digest = hashlib.sha256("\0".join([self._embedder.fingerprint, *texts]).encode("utf-8", "replace")).hexdigest()
        path = self._folder / f"{digest[:32]}.npz"
        found = _read(path, len(texts), self._embedder.width)
        if found is None:
            found = self._embedder.embed(texts)
            _write(path, found)
        return found


def _read(path: Path, count: int, width: int) -> list[Floats] | None:
    """What was written for exactly these texts; anything else on disk is as good as nothing."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            states, lengths = stored["states"].astype(np.float32), stored["lengths"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    if len(lengths) != count or states.shape != (int(lengths.sum()), width) or not np.isfinite(states).all():
        return None
    return list(np.split(states, np.cumsum(lengths)[:-1]))


def _write(path: Path, states: Sequence[Floats]) -> None:
    """A cache that cannot be written is only slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, states=np.concatenate(states).astype(np.float16), lengths=[len(rows) for rows in states])
        Path(name).replace(path)
    except OSError:
        return
