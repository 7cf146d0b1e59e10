"""Sentences and their tokens as vectors: the shipped MiniLM model through onnxruntime.

The files are checked against their hashes once, when the model is loaded; loading takes about a tenth of a second.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from evalmode.core import UnavailableError

MODEL_FOLDER = Path(__file__).parent / "model"
MAX_TOKENS = 64
"""Longer texts are cut; a clause or a key point is far shorter."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Embedded:
    """One text as vectors.

    Args:
        mean: The mean of its token states, not normalised, so that means of neighbouring clauses can be joined.
        tokens: How many tokens the mean is over.
    """

    mean: Floats
    tokens: int


class Embedder:
    """Turns texts into vectors; keeps those of recent texts."""

    def __init__(self, folder: Path = MODEL_FOLDER, *, remembered: int = 4096) -> None:
        manifest = _checked_manifest(folder)
        self.name = f"{manifest['name']}-v{manifest['version']}"
        self.fingerprint: str = manifest["sha256"]["minilm-int8.onnx"][:16]
        self.width: int = manifest["width"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._session = _session(folder / "minilm-int8.onnx")
        self._known: OrderedDict[str, Embedded] = OrderedDict()
        self._remembered = remembered
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> list[Embedded]:
        """The vectors of the texts, in their order; texts seen lately cost nothing."""
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        unseen = sorted({text for text in texts if text not in found}, key=len)
        for batch in _batches(unseen):
            found.update(zip(batch, self._run(batch), strict=True))
        with self._lock:
            for text in texts:
                self._known[text] = found[text]
                self._known.move_to_end(text)
            while len(self._known) > self._remembered:
                self._known.popitem(last=False)
        return [found[text] for text in texts]

    def _run(self, texts: Sequence[str]) -> list[Embedded]:
        encodings = self._tokenizer.encode_batch(list(texts))
        counts = [len(encoding.ids) for encoding in encodings]
        ids = np.zeros((len(texts), max(counts)), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : counts[row]] = encoding.ids
            mask[row, : counts[row]] = 1
        (means,) = self._session.run(["sentence"], {"ids": ids, "mask": mask})
        return [Embedded(mean, count) for mean, count in zip(means, counts, strict=True)]


def unit(vectors: Floats) -> Floats:
    """Rows scaled to length one; a zero row stays zero."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return (vectors / np.maximum(norms, 1e-9)).astype(np.float32)


def _batches(texts: Sequence[str], size: int = 16) -> list[Sequence[str]]:
    """Texts of similar length together, so that little is spent on padding."""
    return [texts[start : start + size] for start in range(0, len(texts), size)]


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # The fused residual-and-norm kernel is several times slower on a CPU than the two operations by themselves.
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def _checked_manifest(folder: Path) -> dict[str, Any]:
    hint = "Install evalmode again to mend it: pip install --force-reinstall evalmode"
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in manifest["sha256"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnavailableError(f"The grader's model in {folder} is incomplete.", hint=hint) from error
    damaged = [name for name, digest in digests.items() if manifest["sha256"][name] != digest]
    if damaged:
        raise UnavailableError(f"The grader's model file {folder / damaged[0]} is damaged.", hint=hint)
    return manifest
