"""The parts, joined."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import evalmode
from evalmode.core import BankError, InputError, NotFoundError, StorageError
from evalmode.practice import practise_once, put_settings, run_proofs, today
from evalmode.practice.values import Settings
from evalmode.wiring import WhisperListener, build_practice, close_practice, data_folder, look_about
from practice_kit import PACK


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which nothing was chosen and no pack is installed; gives its home."""
    for name in ("EVALMODE_DATA", "EVALMODE_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("evalmode.bank.loader.installed_pack_folders", lambda: (PACK,))
    return tmp_path


def test_everything_is_kept_in_the_platforms_folder_by_default(bare: Path):
    p = build_practice()
    assert Path(p.store.name).name == "evalmode.db"
    assert bare in Path(p.store.name).parents
    assert today(p).new == 11
    p.store.close()


def test_a_folder_may_be_chosen(bare: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EVALMODE_DATA", str(bare / "by-environment"))
    assert data_folder() == bare / "by-environment"
    assert data_folder(bare / "by-argument") == bare / "by-argument"
    p = build_practice(bare / "by-argument")
    assert Path(p.store.name) == bare / "by-argument" / "evalmode.db"
    p.store.close()


def test_a_database_may_be_chosen(bare: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EVALMODE_DATABASE_URL", f"sqlite:///{bare}/class.db")
    p = build_practice()
    assert Path(p.store.name) == bare / "class.db"
    p.store.close()
    with pytest.raises(InputError, match="not supported"):
        build_practice(database_url="mysql://somewhere/db")


def test_what_is_wrong_is_said_before_anything_is_opened(bare: Path):
    (bare / "file").write_text("")
    with pytest.raises(StorageError, match="data folder"):
        build_practice(bare / "file")
    with pytest.raises(BankError):
        build_practice(bare / "data", packs=[bare / "no-pack"])
    assert not (bare / "data").exists()


def test_a_practice_grades_for_real(bare: Path):
    p = build_practice(bare / "data")
    item = p.bank.get("softmax")
    assert practise_once(p, "softmax", item.answer).score > practise_once(p, "softmax", "no idea").score
    p.store.close()


@pytest.mark.slow
def test_proofs_are_run(bare: Path):
    p = build_practice(bare / "data")
    (run,) = run_proofs(p, "softmax")
    assert (run.index, run.outcome) == (0, "proven")
    assert run.evidence
    p.store.close()


def test_the_doctor_looks_at_every_part(bare: Path):
    p = build_practice(bare / "data")
    found = {ability.id: ability for ability in look_about(p)}
    assert set(found) == {"program", "bank", "database", "grading", "torch", "judge", "voice", "postgresql"}
    for name in ("program", "bank", "database", "grading"):
        assert found[name].works, found[name].says
    assert str(bare) in found["database"].says
    assert not found["voice"].works
    close_practice(p)


def test_the_doctor_names_a_database_that_is_gone(bare: Path):
    p = build_practice(bare / "data")
    p.store.close()
    Path(p.store.name).write_bytes(b"rubbish" * 1000)
    for extra in ("-wal", "-shm"):
        Path(p.store.name + extra).unlink(missing_ok=True)
    found = {ability.id: ability for ability in look_about(p)}
    assert not found["database"].works
    assert "damaged" in found["database"].says
    assert not found["judge"].works
    close_practice(p)


def test_without_a_model_the_listener_says_that_typing_works(bare: Path):
    p = build_practice(bare / "data")
    listener = WhisperListener(p)
    for folder in ("", str(bare / "nowhere")):
        put_settings(p, Settings(whisper_folder=folder))
        status = listener.status()
        assert not status.whisper
        assert "Typing works everywhere" in status.says
    p.store.close()


def test_one_call_grades_one_answer(bare: Path):
    evalmode._desk.cache_clear()
    evalmode._bank.cache_clear()
    graded = evalmode.grade("softmax", "It turns logits into a probability distribution over the classes.")
    assert graded.item == "rapid/softmax"
    assert 0 < graded.score <= 1
    with pytest.raises(NotFoundError):
        evalmode.grade("nothing", "")
    assert not list(bare.rglob("evalmode*.db"))
    evalmode._desk.cache_clear()
    evalmode._bank.cache_clear()


def test_importing_evalmode_imports_nothing_else():
    program = "import evalmode, sys; print(*(name for name in sys.modules if name.split('.')[0] in sys.argv[1:]))"
    heavy = ["pydantic", "sqlalchemy", "numpy", "onnxruntime", "torch", "yaml"]
    found = subprocess.run([sys.executable, "-c", program, *heavy], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_joining_the_parts_imports_neither_torch_nor_what_only_grading_needs():
    program = "import evalmode.wiring, sys; print(*(name for name in sys.modules if name in sys.argv[1:]))"
    heavy = ["torch", "onnxruntime", "tokenizers", "alembic", "psycopg", "genanki", "fsrs", "sqlalchemy.orm"]
    found = subprocess.run([sys.executable, "-c", program, *heavy], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
