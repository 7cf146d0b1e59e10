"""Vocabulary files: what authors may write, and what they are told when they write something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evalmode.board.vocabulary import load_vocabulary, read_label
from evalmode.board.vocabulary.phrases import expand
from evalmode.core.errors import BankError
from vocabulary_kit import pack_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

SMALL = "kinds: {relu: {category: activation, words: [relu]}}\n"


def written(directory: Path, name: str, text: str) -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_pack_may_add_words_to_the_built_in_ones(tmp_path: Path) -> None:
    base = written(tmp_path, "base.yaml", SMALL)
    more = written(tmp_path, "more.yaml", "kinds: {relu: {words: [Gleichrichter]}}\n")
    vocabulary = load_vocabulary(base, more)
    assert [op.kind for op in read_label("Gleichrichter", vocabulary).ops] == ["relu"]
    assert [op.kind for op in read_label("ReLU", vocabulary).ops] == ["relu"]
    assert not read_label("Gleichrichter", load_vocabulary(base)).known


def test_a_context_changes_what_a_label_means_in_one_architecture(tmp_path: Path) -> None:
    path = written(tmp_path, "v.yaml", SMALL + "contexts: {toy: {R: relu}}\n")
    vocabulary = load_vocabulary(path)
    assert [op.kind for op in read_label("R", vocabulary, "toy").ops] == ["relu"]
    assert read_label("R", vocabulary).value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kinds: [", "cannot be read"),
        ("colours: {}", "may only hold"),
        ("kinds: {a: {is: b}}", "refers to a kind"),
        ("kinds: {a: {params: [b]}}", "asks for the reader b"),
        ("kinds: {a: {wrods: [x]}}", "unknown field 'wrods'"),
        ("kinds: {a: {}}\ncontexts: {toy: {R: b}}", "said to be b"),
    ],
)
def test_a_broken_file_is_refused_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BankError, match=said):
        load_vocabulary(written(tmp_path, "v.yaml", text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BankError, match=r"gone\.yaml"):
        load_vocabulary(tmp_path / "gone.yaml")


def test_phrases_have_choices_and_optional_words() -> None:
    assert expand("layer norm[alization|alize]") == ("layer norm", "layer normalization", "layer normalize")
    assert expand("(up|down) conv") == ("up conv", "down conv")


def test_every_kind_that_is_covered_or_meant_exists() -> None:
    vocabulary = pack_vocabulary()
    for kind in vocabulary.kinds.values():
        assert kind.covers <= vocabulary.kinds.keys(), kind.name
    for modifier in vocabulary.modifiers:
        assert modifier.kinds <= vocabulary.kinds.keys(), modifier.param


def test_reading_never_fails_whatever_is_written() -> None:
    vocabulary = pack_vocabulary()
    for label in (
        "",
        " ",
        "\n",
        "((((",
        "a=b=c",
        "σ(σ(σ(",
        "\\frac{",
        "[" * 200,
        "x" * 5000,
        "∑∏∫",
        "\u202e",
        "1×" * 99,
        "?",
    ):
        read_label(label, vocabulary, "lstm-cell")
        read_label(label, vocabulary, "gan")
