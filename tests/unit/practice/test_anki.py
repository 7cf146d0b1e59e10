"""The deck that Anki reads."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from evalmode.bank import Bank
from evalmode.core import StorageError
from evalmode.practice import export_apkg
from evalmode.practice.anki import _inline

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.practice import Practice


def notes(path: Path, folder: Path) -> dict[str, tuple[str, list[str], str]]:
    """Fields and tags by GUID, as Anki reads them."""
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", folder)
    with closing(sqlite3.connect(folder / "collection.anki2")) as connection:
        (models,) = connection.execute("SELECT models FROM col").fetchone()
        assert next(field["name"] for field in next(iter(json.loads(models).values()))["flds"]) == "Id"
        rows = connection.execute("SELECT guid, flds, tags FROM notes").fetchall()
    return {guid: (fields.split("\x1f")[0], fields.split("\x1f")[1:], tags) for guid, fields, tags in rows}


def test_every_question_is_a_note_with_its_answer_and_points(p: Practice, tmp_path: Path):
    path = tmp_path / "evalmode.apkg"
    assert export_apkg(p, path) == 8
    found = {name: (fields, tags) for name, fields, tags in notes(path, tmp_path).values()}
    assert set(found) == {str(item.item_id) for item in (*p.bank.rapid, *p.bank.deep)}
    fields, tags = found["rapid/softmax"]
    assert "What does softmax do" in fields[0]
    assert "probability distribution" in fields[1]
    assert fields[2].count("<li>") == 2
    assert "softmax-sigmoid" in tags.split()
    assert list(tmp_path.glob("tmp*")) == []


def test_a_later_deck_updates_the_same_notes(p: Practice, tmp_path: Path):
    first, second = tmp_path / "1.apkg", tmp_path / "2.apkg"
    export_apkg(p, first)
    fewer = replace(p, bank=Bank(p.bank.packs, p.bank.rapid))
    export_apkg(fewer, second)
    (tmp_path / "a").mkdir()
    assert set(notes(second, tmp_path)) < set(notes(first, tmp_path / "a"))


def test_markup_and_mathematics_come_through():
    assert _inline("a < b & $x<y$ *so*") == r"a &lt; b &amp; \(x&lt;y\) *so*"
    assert _inline("it costs $5") == "it costs $5"


def test_a_file_that_cannot_be_written_is_said(p: Practice, tmp_path: Path):
    with pytest.raises(StorageError, match="cannot be written"):
        export_apkg(p, tmp_path / "nowhere" / "evalmode.apkg")
