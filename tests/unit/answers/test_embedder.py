import json
import shutil

import numpy as np
import pytest

from evalmode.answers.cache import ProfileCache
from evalmode.answers.embedder import MODEL_FOLDER, Embedder, unit
from evalmode.core import UnavailableError


@pytest.fixture(scope="module")
def embedder():
    return Embedder()


def _cosine(embedder, one, two):
    first, second = (unit(states.sum(axis=0, keepdims=True))[0] for states in embedder.embed([one, two]))
    return float(first @ second)


def test_alike_is_near_and_unlike_is_far(embedder):
    near = _cosine(embedder, "the gradient vanishes in deep networks", "deep nets have vanishing gradients")
    far = _cosine(embedder, "the gradient vanishes in deep networks", "we had soup for lunch by the river")
    assert near > 0.8
    assert far < 0.2


def test_every_part_of_a_text_gets_its_own_tokens(embedder):
    parts = ("softmax turns scores", "into probabilities", "")
    states = embedder.embed_parts([parts])[0]
    assert [len(rows) > 0 for rows in states] == [True, True, False]
    whole = embedder.embed([" ".join(parts)])[0]
    assert np.allclose(np.concatenate(states), whole, atol=1e-4)


def test_neighbours_in_a_batch_do_not_change_a_text(embedder):
    alone = embedder.embed(["dropout is off in eval mode"])[0]
    together = embedder.embed(["dropout is off in eval mode", "a much longer text " * 8])[0]
    cosine = unit(alone.sum(axis=0, keepdims=True)) @ unit(together.sum(axis=0, keepdims=True)).T
    assert cosine.item() > 0.98  # int8 scales are chosen per batch, so not to the last digit


@pytest.fixture
def model_copy(tmp_path):
    folder = tmp_path / "model"
    shutil.copytree(MODEL_FOLDER, folder)
    return folder


def test_a_copy_of_the_model_loads(model_copy):
    assert Embedder(model_copy).width == 384


def test_a_damaged_file_is_named(model_copy):
    path = model_copy / "tokenizer.json"
    path.write_bytes(path.read_bytes()[:-1] + b" ")
    with pytest.raises(UnavailableError, match=r"tokenizer\.json is damaged.*--force-reinstall"):
        Embedder(model_copy)


@pytest.mark.parametrize("name", ["minilm-int8.onnx", "manifest.json"])
def test_a_missing_file_gives_one_clear_sentence(model_copy, name):
    (model_copy / name).unlink()
    with pytest.raises(UnavailableError, match=r"model in .* is incomplete"):
        Embedder(model_copy)


def test_the_manifest_lists_what_is_shipped():
    manifest = json.loads((MODEL_FOLDER / "manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["sha256"]) == {"minilm-int8.onnx", "tokenizer.json"}
    assert (MODEL_FOLDER / "minilm-int8.onnx").stat().st_size <= 24_000_000


def test_profiles_come_back_from_disk_as_they_were(embedder, question, tmp_path):
    made = ProfileCache(embedder, tmp_path).get(question)
    assert len(list(tmp_path.iterdir())) == 1
    read = ProfileCache(embedder, tmp_path).get(question)
    assert read.texts == made.texts
    assert np.abs(read.vectors - made.vectors).max() < 1e-3


def test_a_spoilt_cache_is_no_cache(embedder, question, tmp_path):
    made = ProfileCache(embedder, tmp_path).get(question)
    for path in tmp_path.iterdir():
        path.write_bytes(b"PK spoilt")
    again = ProfileCache(embedder, tmp_path).get(question)
    assert np.allclose(again.vectors, made.vectors)


def test_a_cache_that_cannot_be_written_is_only_slower(embedder, question, tmp_path):
    file = tmp_path / "no-folder"
    file.write_text("", encoding="utf-8")
    assert ProfileCache(embedder, file).get(question).texts


def test_only_so_many_profiles_are_kept(embedder, question):
    cache = ProfileCache(embedder, None, remembered=1)
    first = cache.get(question)
    assert cache.get(question) is first
