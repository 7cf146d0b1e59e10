"""Sentences and their tokens as vectors: the shipped MiniLM model through onnxruntime.

The files are checked against their hashes once, when the model is loaded; loading takes about a tenth of a second.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from evalmode.core import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MODEL_FOLDER = Path(__file__).parent / "model"
MAX_TOKENS = 96
"""Longer texts are cut; a sentence or a key point is far shorter."""

Floats = NDArray[np.floating[Any]]

_BATCH = 16
"""At most so many texts run together."""
_UNLIKE, _ANYHOW = 1.5, 20
"""Texts run together while the longest has at most so many times the characters of the shortest, plus so many."""


class Embedder:
    """Turns texts into vectors."""

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        manifest = _checked_manifest(folder)
        self.name = f"{manifest['name']}-v{manifest['version']}"
        self.fingerprint: str = manifest["sha256"]["minilm-int8.onnx"][:16]
        self.width: int = manifest["width"]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._session = _session(folder / "minilm-int8.onnx")

    def embed(self, texts: Sequence[str]) -> list[Floats]:
        """The token states of each text, one row per token; special tokens are left out."""
        return [parts[0] for parts in self.embed_parts([(text,) for text in texts])]

    def embed_parts(self, texts: Sequence[Sequence[str]]) -> list[list[Floats]]:
        """The token states of the parts of each text, every part read in the context of its whole text.

        A clause such as "and it cannot die" is placed better when the model has read what "it" is. A part without any
        token, or beyond the longest text that is read, has no rows.
        """
        found: dict[int, list[Floats]] = {}
        lengths = [sum(map(len, parts)) for parts in texts]
        for batch in _batches(sorted(range(len(texts)), key=lengths.__getitem__), lengths):
            found.update(zip(batch, self._run([texts[place] for place in batch]), strict=True))
        return [found[place] for place in range(len(texts))]

    def _run(self, texts: Sequence[Sequence[str]]) -> list[list[Floats]]:
        encodings = self._tokenizer.encode_batch([" ".join(parts) for parts in texts])
        ids = np.zeros((len(texts), max(len(encoding.ids) for encoding in encodings)), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, encoding in enumerate(encodings):
            ids[row, : len(encoding.ids)] = encoding.ids
            mask[row, : len(encoding.ids)] = 1
        (states,) = self._session.run(["tokens"], {"ids": ids, "mask": mask})
        return [
            _parts(row, encoding.offsets, parts) for row, encoding, parts in zip(states, encodings, texts, strict=True)
        ]


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Cut texts, shortest first, where running them together would spend too much on padding."""
    batch: list[int] = []
    for place in order:
        if batch and (len(batch) == _BATCH or lengths[place] > _UNLIKE * lengths[batch[0]] + _ANYHOW):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _parts(states: Floats, offsets: Sequence[tuple[int, int]], parts: Sequence[str]) -> list[Floats]:
    """The states of the tokens that stand in each part; special tokens have empty offsets."""
    found = []
    start = 0
    for part in parts:
        end = start + len(part)
        found.append(states[[row for row, (first, last) in enumerate(offsets) if start <= first < last <= end]])
        start = end + 1
    return found


def unit(vectors: Floats) -> Floats:
    """Rows scaled to length one; a zero row stays zero."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Floats = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
    return scaled


def _session(path: Path) -> Any:  # noqa: ANN401 - onnxruntime has no types
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
