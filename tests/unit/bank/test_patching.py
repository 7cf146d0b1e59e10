"""Phrasings added to item files: as little changes as possible, and what is read back is what was added."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.bank import points_of
from evalmode.bank.itemfile import read_item
from evalmode.bank.kinds import KINDS
from evalmode.bank.patching import add_phrasings, unified_diff
from evalmode.bank.yamltext import parse_yaml
from evalmode.core import InputError
from practice_kit import PACK, small_bank

if TYPE_CHECKING:
    from pathlib import Path

GIT = shutil.which("git") or "git"
POINT = ("key_points", 0)


def patched(tmp_path: Path, head: str, *phrases: str) -> str:
    path = tmp_path / "item.md"
    path.write_bytes(f"---\n{head}\n---\n## Answer\n".encode())
    return add_phrasings(path, {POINT: phrases})[1].removeprefix("---\n").removesuffix("\n---\n## Answer\n")


@pytest.mark.parametrize(
    ("head", "line", "where"),
    [
        ("key_points:\n- id: x\n  claim: c\n  accepted:\n  - one\n  - two\n  weight: 2", "  - new", 6),
        ("key_points:\n  - id: x\n    accepted:\n      - one\n    claim: c", "      - new", 4),
        ('key_points:\n- accepted:\n  - "one"\n  claim: c', '  - "new"', 3),
        ("key_points:\n- accepted:\n  - 'it''s'\n  claim: c", "  - 'new'", 3),
        ("key_points:\n- accepted:\n  - a long one\n    on two lines\n  claim: c", "  - new", 4),
        ("key_points:\n- accepted:\n  - >-\n    folded\n    text\n  claim: c", "  - new", 5),
        ("key_points:\n- accepted:\n  - one  # why\n\n  # more\n  claim: c", "  - new", 3),
        ("key_points:\n- accepted:\n  claim: c", "    - new", 2),
        ("key_points:\n- accepted:\n  - last", "  - new", 3),
    ],
)
def test_a_line_is_added_in_the_lists_own_style(tmp_path, head, line, where):
    lines = head.split("\n")
    assert patched(tmp_path, head, "new").split("\n") == [*lines[:where], line, *lines[where:]]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("key_points:\n- accepted: [one, two]\n  claim: c", "key_points:\n- accepted: [one, two, new]\n  claim: c"),
        ("key_points:\n- accepted: ['one']", "key_points:\n- accepted: ['one', 'new']"),
        ("key_points:\n- accepted: []\n  claim: c", "key_points:\n- accepted: [new]\n  claim: c"),
        (
            "key_points:\n- id: x\n  claim: c\n    d\n  weight: 2",
            "key_points:\n- id: x\n  claim: c\n    d\n  accepted:\n    - new\n  weight: 2",
        ),
        ("key_points: [{id: x, claim: c}]", "key_points: [{id: x, claim: c, accepted: [new]}]"),
    ],
)
def test_other_ways_to_write_a_list(tmp_path, head, expected):
    assert patched(tmp_path, head, "new") == expected


@pytest.mark.parametrize("phrase", ["a: b", "a #b", "- a", "'a'", '"a" b', "# a", "*a", "@a", "a] {c}", "é 🙂"])
@pytest.mark.parametrize(
    "head", ["- accepted:\n  - one", "- accepted: [one]", "- accepted: ['o']", '- accepted: ["o"]']
)
def test_what_yaml_would_misread_is_put_in_quotes(tmp_path, head, phrase):
    text = patched(tmp_path, f"key_points:\n{head}", phrase)
    assert parse_yaml(text, tmp_path)[0].data["key_points"][0]["accepted"][-1] == phrase


def test_line_ends_stay_as_they_are(tmp_path):
    path = tmp_path / "item.md"
    old = "---\r\nkey_points:\r\n- accepted:\r\n  - one\r\n---\r\n"
    path.write_bytes(old.encode())
    assert add_phrasings(path, {POINT: ["new"]}) == (old, old.replace("one\r\n", "one\r\n  - new\r\n"))


@pytest.mark.parametrize("text", ["", "no head", "---\nkey_points: [\n---\n", "---\nkey_points: text\n---\n"])
def test_what_cannot_be_edited_is_refused(tmp_path, text):
    path = tmp_path / "item.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="cannot be edited by machine"):
        add_phrasings(path, {POINT: ["new"]})


ITEMS = [item for item in small_bank() if item.kind != "guide"]
words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(ITEMS), st.lists(words, min_size=1, max_size=4).map(" ".join))
def test_any_words_for_every_point_of_any_item_are_read_back(tmp_path_factory, item, phrase):
    places = {location: [f"{phrase} {number}"] for number, (location, _) in enumerate(points_of(item))}
    old, new = add_phrasings(item.path, places)
    assert [line for line in new.split("\n") if line not in old.split("\n")]
    folder = tmp_path_factory.mktemp("pack")
    path = folder / item.path.relative_to(PACK)
    path.parent.mkdir(parents=True)
    path.write_text(new, encoding="utf-8")
    read, problems = read_item(path, KINDS[item.kind], "pack")
    assert problems == []
    assert [point.accepted[-1] for _, point in points_of(read)] == [one for (one,) in places.values()]


@pytest.mark.parametrize("text", ["a\nb\nc\n", "a\nb", "a\r\nb\r\n", "one\u2028line\nb\n"])
def test_git_takes_the_diff(tmp_path, text):
    (tmp_path / "x.md").write_bytes(text.encode())
    new = text.replace("b", "b\nnew") if "\r" not in text else text.replace("b", "b\r\nnew")
    diff = unified_diff("x.md", text, new)
    subprocess.run([GIT, "apply", "-"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "x.md").read_bytes() == new.encode()
