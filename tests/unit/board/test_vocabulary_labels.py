"""Hundreds of labels as people write them, each with the operations it names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from evalmode.board.vocabulary import Vocabulary, read_label
from vocabulary_kit import pack_vocabulary

LABELS = yaml.safe_load((Path(__file__).parent / "labels.yaml").read_text(encoding="utf-8"))
CASES = [(architecture, label, wanted) for architecture, labels in LABELS.items() for label, wanted in labels.items()]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return pack_vocabulary()


@pytest.mark.parametrize(("architecture", "label", "wanted"), CASES, ids=lambda value: str(value)[:40])
def test_a_label_is_understood(vocabulary: Vocabulary, architecture: str, label: str, wanted: str) -> None:
    reading = read_label(label, vocabulary, architecture)
    words = wanted.split()
    kinds = [word for word in words if "=" not in word]
    params = dict(word.split("=", 1) for word in words if "=" in word)
    given = [op.kind for op in reading.ops] or (["value"] if reading.known else ["-"])
    assert given == kinds
    written = {name: value for op in reading.ops for name, value in op.params}
    assert params.items() <= written.items()
