"""Turning speech into text, with a stand-in for the package that needs a model of a hundred megabytes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from evalmode.core import InputError, UnavailableError
from evalmode.practice import put_settings
from evalmode.practice.values import Settings
from evalmode.store import open_store
from evalmode.wiring import WhisperListener
from practice_kit import practice_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.practice import Practice

# It understands recordings that are text, and hears "rel you" unless told what to listen for.
STAND_IN = """
from pathlib import Path
from types import SimpleNamespace

class WhisperModel:
    loaded = []

    def __init__(self, folder, device, compute_type, local_files_only):
        if Path(folder, "model.bin").read_text() == "damaged":
            raise RuntimeError("cannot load")
        self.loaded.append(folder)

    def transcribe(self, audio, hotwords=None, **_):
        words = audio.read().decode()
        if words == "noise":
            raise ValueError("no audio stream")
        if "ReLU" not in (hotwords or ""):
            words = words.replace("ReLU", "rel you")
        return (SimpleNamespace(text=f" {word} ") for word in words.split("|")), SimpleNamespace()
"""


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Practice]:
    """A practice."""
    store = open_store(tmp_path / "evalmode.db")
    yield practice_on(store)
    store.close()


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A faster-whisper that can be installed anywhere."""
    folder = tmp_path / "packages"
    folder.mkdir()
    (folder / "faster_whisper.py").write_text(STAND_IN)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "faster_whisper", raising=False)
    yield
    sys.modules.pop("faster_whisper", None)


def choose_model(p: Practice, folder: Path, content: str = "weights") -> Path:
    folder.mkdir()
    (folder / "model.bin").write_text(content)
    (folder / "config.json").write_text("{}")
    put_settings(p, Settings(whisper_folder=str(folder)))
    return folder


@pytest.mark.usefixtures("stand_in")
def test_what_was_said_comes_back_as_text(p: Practice, tmp_path: Path):
    folder = choose_model(p, tmp_path / "model")
    listener = WhisperListener(p)
    assert listener.status().whisper
    assert str(folder) in listener.status().says
    assert listener.transcribe(b"I use|ReLU\x00") == "I use rel you"
    assert listener.transcribe(b"I use|ReLU", ("GELU", "ReLU")) == "I use ReLU"


@pytest.mark.usefixtures("stand_in")
def test_the_model_is_loaded_once_and_again_where_another_is_chosen(p: Practice, tmp_path: Path):
    listener = WhisperListener(p)
    first = choose_model(p, tmp_path / "first")
    listener.transcribe(b"a")
    listener.transcribe(b"b")
    second = choose_model(p, tmp_path / "second")
    listener.transcribe(b"c")
    assert sys.modules["faster_whisper"].WhisperModel.loaded == [str(first), str(second)]


@pytest.mark.usefixtures("stand_in")
def test_a_recording_that_cannot_be_read_is_the_users_to_mend(p: Practice, tmp_path: Path):
    choose_model(p, tmp_path / "model")
    with pytest.raises(InputError, match=r"recording cannot be read.*type the answer"):
        WhisperListener(p).transcribe(b"noise")


@pytest.mark.usefixtures("stand_in")
def test_a_model_that_is_missing_incomplete_or_damaged_is_said(p: Practice, tmp_path: Path):
    listener = WhisperListener(p)
    with pytest.raises(UnavailableError, match="No speech model is chosen"):
        listener.transcribe(b"a")
    put_settings(p, Settings(whisper_folder=str(tmp_path / "nowhere")))
    with pytest.raises(UnavailableError, match=r"has no model\.bin and no config\.json"):
        listener.transcribe(b"a")
    choose_model(p, tmp_path / "broken", "damaged")
    with pytest.raises(UnavailableError, match="cannot be loaded"):
        listener.transcribe(b"a")


def test_without_the_package_it_is_said_how_to_get_it(p: Practice, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("evalmode.wiring.listening.find_spec", lambda _: None)
    status = WhisperListener(p).status()
    assert not status.whisper
    assert "pip install 'evalmode[voice]'" in status.says
    assert "Typing works everywhere" in status.says
