"""A new item is a file that reading understands, whose problems are what the author has still to write."""

from __future__ import annotations

import pytest

from evalmode.bank import KINDS, read_bank
from evalmode.bank.scaffold import new_item
from evalmode.bank.wrong import parse_wrong_solution
from evalmode.core import ConflictError, InputError


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_wrong_with_a_new_item_is_what_is_still_empty(tmp_path, kind):
    path = new_item(kind, "kv-cache", tmp_path / "My Pack (2026)")
    assert path == KINDS[kind].page_of(tmp_path / "My Pack (2026)", "kv-cache")
    _, problems = read_bank([tmp_path / "My Pack (2026)"], installed=False)
    assert {problem.path for problem in problems} == {path}
    assert {problem.field for problem in problems} >= {"title", "topics", *KINDS[kind].sections.values()}
    assert all("empty" in problem.message or "0 entries" in problem.message for problem in problems)


def test_the_new_pack_is_named_after_its_folder(tmp_path):
    new_item("rapid", "a", tmp_path / "My Pack (2026)")
    bank, _ = read_bank([tmp_path / "My Pack (2026)"], installed=False)
    assert bank.packs[0].manifest.name == "my-pack-2026"


def test_a_coding_problem_is_a_folder_whose_programs_keep_to_the_rules(tmp_path):
    page = new_item("code", "kv-cache", tmp_path / "mine")
    programs = {str(path.relative_to(page.parent)) for path in page.parent.rglob("*.py")}
    assert programs == {"starter.py", "solution.py", "wrong/first_mistake.py"}
    for name in programs:
        compile((page.parent / name).read_text(), name, "exec")
    mistake = page.parent / "wrong" / "first_mistake.py"
    assert parse_wrong_solution(mistake, mistake.read_text())[1] == []


def test_a_second_item_leaves_the_pack_as_it_is(tmp_path):
    folder = tmp_path / "mine"
    new_item("rapid", "a", folder)
    (folder / "pack.yaml").write_text("name: other\ntitle: Other\nlicense: MIT\n")
    new_item("deep", "b", folder)
    assert (folder / "pack.yaml").read_text().startswith("name: other")


def test_nothing_is_overwritten(tmp_path):
    path = new_item("rapid", "a", tmp_path / "mine")
    path.write_text("my work")
    with pytest.raises(ConflictError, match="already there"):
        new_item("rapid", "a", tmp_path / "mine")
    assert path.read_text() == "my work"


def test_a_folder_of_other_things_does_not_become_a_pack(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").touch()
    with pytest.raises(InputError, match="no content pack"):
        new_item("rapid", "a", tmp_path / "photos")
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["cat.jpg"]


@pytest.mark.parametrize(
    ("kind", "slug", "says"),
    [
        ("fast", "a", "no kind 'fast'"),
        ("../rapid", "a", "no kind"),
        ("rapid", "KV cache", "cannot be an item's id"),
        ("rapid", "../../etc/passwd", "cannot be an item's id"),
        ("rapid", "", "cannot be an item's id"),
        ("rapid", "x" * 81, "cannot be an item's id"),
    ],
)
def test_a_name_that_cannot_be_used_makes_nothing(tmp_path, kind, slug, says):
    with pytest.raises(InputError, match=says):
        new_item(kind, slug, tmp_path / "mine")
    assert not (tmp_path / "mine").exists()


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="file"):
        new_item("rapid", "a", tmp_path / "file" / "mine")
