"""Reading packs: what is accepted, and how everything else is told, with file, line and field."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from evalmode.bank import load_bank, read_bank
from evalmode.core import BankError, InputError, NotFoundError


def only_problem(pack):
    _, problems = pack.read()
    assert len(problems) == 1, problems
    return problems[0]


def test_a_good_pack_is_read_without_a_word(pack, rapid, deep, guide):
    pack.write(rapid, deep, guide)
    bank, problems = pack.read()
    assert problems == []
    assert [str(item.item_id) for item in bank] == ["rapid/relu", "deep/activation-functions", "guide/non-linearities"]


def test_an_item_holds_what_its_file_says(pack, rapid):
    pack.write(rapid)
    (item,) = pack.read()[0]
    assert item.seconds == 50
    assert item.key_points[0].weight == 2
    assert item.question == "What does ReLU do?"
    assert [proof.proves for proof in item.proofs] == [("positive-part",), ("gradient-one",)]
    lines = item.path.read_text().splitlines()
    assert lines[item.proofs[1].line - 2] == "```python gradient-one"


@pytest.mark.parametrize(
    "word", ["yes", "No", "on", "null", "~", "1e3", "2024-01-05", "0x10", "12:30:00", "3.0", "007"]
)
def test_text_stays_text_whatever_it_looks_like(pack, rapid, word):
    rapid.head["title"] = "PLACE"
    pack.write()
    pack.write_text("rapid", "relu", rapid.text().replace("title: PLACE", f"title: {word}"))
    bank, problems = pack.read()
    assert problems == []
    assert bank.get("relu").title == word


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("title: ReLU", "title: *ReLU", "begins with '*'"),
        ("title: ReLU", "title: &ReLU text", "begins with '&'"),
        ("title: ReLU", "title: !ReLU text", "begins with '!'"),
        ("title: ReLU", "title: `ReLU`", "begins with '`'"),
        ("title: ReLU", "title: @ReLU", "begins with '@'"),
        ("title: ReLU", "title: > 0 for some", "begins with '>' or '|'"),
        ("title: ReLU", "title: |x| is not ReLU", "begins with '>' or '|'"),
        ("title: ReLU", "title: 'ReLU' and more", "all quotes closed"),
        ("title: ReLU", "title: ReLU: a hinge", "colon inside a text"),
        ("title: ReLU", "title: 'ReLU", "quote that is never closed"),
        ("title: ReLU", "title:\n\tReLU", "tab"),
        ("title: ReLU", "title: " + "[" * 30 + "]" * 30, "nested more than"),
        ("title: ReLU", "? [title]\n: ReLU", "name is itself a list"),
        ("title: ReLU", "title: {ReLU: hinge}", "is a mapping, not a text"),
        ("title: ReLU", "title: [ReLU]", "is a list, not a text"),
        ("title: ReLU", "title:", "is empty"),
        ("topics:\n- activations", "topics: activations", "not a list"),
        ("topics:\n- activations", "topics: []", "has 0 entries; at least 1"),
        ("topics:\n- activations", "topics:\n- Activations", "not lower-case words"),
        ("level: screen", "level: junior", "'screen', 'core' or 'senior'"),
        ("seconds: 50", "seconds: soon", "valid integer"),
        ("seconds: 50", "seconds: 5", "greater than or equal to 15"),
        ("weight: 2", "weight: .nan", "valid number"),
        ("weight: 2", "weight: nan", "less than or equal to 10"),
        ("title: ReLU", "titel: ReLU", "is not a field of this kind"),
        ("title: ReLU", "title: ReLU\npack: other", "is not a field of this kind"),
        ("title: ReLU", "title: ReLU\nanswer: Yes.", "both in the head and as a section"),
    ],
)
def test_every_fault_of_a_head_is_told_at_its_line(pack, rapid, old, new, says):
    text = rapid.text()
    assert old in text
    pack.write()
    path = pack.write_text("rapid", "relu", text.replace(old, new, 1))
    first_line = text[: text.index(old)].count("\n") + 1
    bank, problems = pack.read()
    assert len(bank) == 0
    told = [problem for problem in problems if says in problem.message]
    assert told, problems
    assert told[0].path == path
    if "section" not in says:
        assert first_line <= told[0].line <= first_line + new.count("\n")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("## Why\n", "## Wherefore\n", "is no section of this kind"),
        ("## Why\n", "## Answer\n", "stands twice"),
        ("## Question\n", "Some words.\n\n## Question\n", "text between the head"),
        ("```python gradient-one", "```py gradient-one", "not headed ```python"),
        ("round(6).tolist())\n```\n", "round(6).tolist())\n", "never closed"),
    ],
)
def test_every_fault_of_the_sections_is_told(pack, rapid, old, new, says):
    pack.write()
    pack.write_text("rapid", "relu", rapid.text().replace(old, new, 1))
    bank, problems = pack.read()
    assert len(bank) == 0
    assert any(says in problem.message for problem in problems), problems


def test_a_missing_section_is_told_with_its_heading(pack, rapid):
    del rapid.sections["Why"]
    pack.write(rapid)
    problem = only_problem(pack)
    assert (problem.field, problem.message) == ("why", "is missing; write it in a section '## Why'")


def test_a_rule_inside_a_section_does_not_end_it(pack, rapid):
    rapid.sections["Why"] = "First.\n\n---\n\nSecond."
    pack.write(rapid)
    assert pack.read()[0].get("relu").why == "First.\n\n---\n\nSecond."


def test_a_heading_inside_a_code_fence_is_no_section(pack, rapid):
    rapid.sections["Why"] = "````text\n## Not a section\n```\nstill inside\n````\nAfter."
    pack.write(rapid)
    bank, problems = pack.read()
    assert problems == []
    assert bank.get("relu").why.endswith("After.")


def test_all_faults_of_a_file_are_told_at_once(pack, rapid):
    rapid.head |= {"level": "junior", "seconds": 1, "colour": "blue"}
    rapid.points[1]["weight"] = -1
    pack.write(rapid)
    _, problems = pack.read()
    assert {problem.field for problem in problems} == {"level", "seconds", "colour", "key_points[1].weight"}


def test_a_field_that_stands_twice_is_told_with_both_faults(pack, rapid):
    rapid.head["seconds"] = 1
    pack.write()
    pack.write_text("rapid", "relu", rapid.text().replace("title: ReLU", "title: ReLU\ntitle: Relu"))
    _, problems = pack.read()
    assert {(problem.field, problem.rule) for problem in problems} == {
        ("title", "duplicate-key"),
        ("seconds", "format"),
    }


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(pack, rapid, change):
    pack.write(rapid)
    plain = pack.read()[0].get("relu")
    pack.write_text("rapid", "relu", change(rapid.text()))
    bank, problems = pack.read()
    assert problems == []
    assert bank.get("relu") == plain


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"# Hello\n", "must begin with a YAML head"),
        (b"---\nid: relu\n", "never closed"),
        (b"---\n- a\n- b\n---\n", "not a mapping"),
        (b"---\n---\n", "not a mapping"),
        (b"---\nid: relu\n---\n\xff\xfe", "is not UTF-8"),
        ("---\nid: relu\n".encode("utf-16"), "is not UTF-8"),
        (b"---\nid: relu\n---\nnul \x00 byte\n", "control character U+0000"),
        (b"---\nid: \x1b[31mred\n---\n", "control character U+001B"),
        (b"---\nid: relu\n---\n" + b"x" * 300_000, "larger than"),
        (b"---\n" + b"- " * 90_000 + b"\n---\n", "nested more than"),
        (b"---\n" + b"[" * 90_000 + b"\n---\n", "nested more than"),
    ],
)
def test_a_file_that_is_no_item_is_one_clear_problem(pack, content, says):
    pack.write()
    path = pack.write_text("rapid", "relu", content)
    problem = only_problem(pack)
    assert problem.path == path
    assert says in problem.message


def test_a_small_file_cannot_grow_without_bounds(pack):
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(
        f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    pack.write()
    pack.write_text("rapid", "relu", f"---\n{bomb}---\n")
    _, problems = pack.read()
    assert any("begins with '*'" in problem.message for problem in problems)


def test_a_link_that_leads_out_of_the_pack_is_not_followed(pack, rapid, tmp_path):
    pack.write()
    secret = tmp_path / "secret.md"
    secret.write_text(rapid.text())
    (pack.folder / "rapid").mkdir()
    (pack.folder / "rapid" / "relu.md").symlink_to(secret)
    assert "leads out of the pack" in only_problem(pack).message


def test_a_folder_of_items_that_is_a_link_out_of_the_pack_is_not_followed(pack, rapid, tmp_path):
    pack.write()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "relu.md").write_text(rapid.text())
    (pack.folder / "rapid").symlink_to(outside)
    assert "leads out of the pack" in only_problem(pack).message


def test_a_link_within_the_pack_is_followed(pack, rapid):
    pack.write(rapid)
    (pack.folder / "rapid" / "relu.md").rename(pack.folder / "kept.txt")
    (pack.folder / "rapid" / "relu.md").symlink_to("../kept.txt")
    bank, problems = pack.read()
    assert problems == []
    assert len(bank) == 1


def test_a_link_to_nowhere_and_a_folder_and_a_pipe_are_told_apart(pack):
    pack.write()
    items = pack.folder / "rapid"
    items.mkdir()
    (items / "gone.md").symlink_to("nowhere.md")
    (items / "folder.md").mkdir()
    os.mkfifo(items / "pipe.md")
    _, problems = pack.read()
    said = {problem.path.stem: problem.message for problem in problems}
    assert "leads nowhere" in said["gone"]
    assert "not a regular file" in said["folder"]
    assert "not a regular file" in said["pipe"]


def test_what_editors_leave_behind_is_not_read(pack, rapid):
    pack.write(rapid)
    (pack.folder / "rapid" / ".#relu.md").symlink_to("user@host.1234")
    (pack.folder / "rapid" / "._relu.md").write_bytes(b"\x00\x05\x16\x07")
    assert pack.read()[1] == []


def test_the_file_is_named_after_the_item(pack, rapid):
    pack.write()
    pack.write_text("rapid", "relu-unit", rapid.text())
    problem = only_problem(pack)
    assert problem.rule == "file-name"
    assert "'relu-unit.md'" in problem.message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "is missing"),
        ("", "is empty"),
        ("name: Mini Pack\ntitle: x\nlicense: y\n", "not lower-case words"),
        ("- name\n", "valid dictionary"),
        ("name: mini\ntitle: x\nlicense: y\nauthor: z\n", "is not a field"),
        ("name: mini\n---\nname: mini\n", "second YAML document"),
    ],
)
def test_a_broken_manifest_is_told(pack, content, says):
    pack.write()
    manifest = pack.folder / "pack.yaml"
    manifest.unlink() if content is None else manifest.write_text(content)
    _, problems = pack.read()
    assert any(problem.path == manifest and says in problem.message for problem in problems), problems


def test_a_broken_topic_map_is_told_at_its_line(pack, rapid):
    pack.write(rapid)
    (pack.folder / "topics.yaml").write_text(
        "areas: []\ntopics:\n  - id: x\n    title: X\n    area: nn\n    level: low\n"
    )
    problem = only_problem(pack)
    assert (problem.path.name, problem.line, problem.field) == ("topics.yaml", 6, "topics[0].level")


@pytest.mark.parametrize(("make", "says"), [(Path.touch, "is a file"), (lambda _: None, "does not exist")])
def test_what_is_no_folder_is_no_pack(tmp_path, make, says):
    path = tmp_path / "thing"
    make(path)
    bank, problems = read_bank([path], installed=False)
    assert len(bank) == 0
    assert says in problems[0].message


def test_a_pack_that_is_named_twice_is_read_once(pack, rapid, tmp_path):
    pack.write(rapid)
    (tmp_path / "link").symlink_to(pack.folder)
    bank, problems = read_bank([pack.folder, tmp_path / "link", pack.folder], installed=False)
    assert problems == []
    assert len(bank) == 1


def test_two_packs_of_one_name_and_two_items_of_one_id_are_told(pack, rapid, tmp_path):
    pack.write(rapid)
    other = type(pack)(tmp_path / "other")
    other.write(rapid)
    _, problems = read_bank([pack.folder, other.folder], installed=False)
    assert sorted((problem.field, problem.rule) for problem in problems) == [
        ("id", "duplicate-id"),
        ("name", "duplicate-id"),
    ]


def test_loading_a_broken_bank_says_everything_that_is_wrong(pack, rapid):
    rapid.head |= {"level": "junior", "seconds": 1}
    pack.write(rapid)
    with pytest.raises(BankError) as caught:
        load_bank([pack.folder], installed=False)
    assert "2 problems" in caught.value.message
    assert "level is 'junior'" in caught.value.message


def test_the_installed_bank_has_content():
    assert len(load_bank()) > 0


def test_items_are_found_by_slug_id_and_kind(pack, rapid, deep):
    deep.head["id"] = "relu"
    pack.write(rapid, deep)
    bank, _ = pack.read()
    assert bank.get("rapid/relu").kind == "rapid"
    assert bank.get("relu", ["deep"]).kind == "deep"
    with pytest.raises(InputError, match="rapid/relu or deep/relu"):
        bank.get("relu")
    with pytest.raises(NotFoundError, match="Did you mean rapid/relu"):
        bank.get("rapid/relus")
    with pytest.raises(NotFoundError, match="Kinds are"):
        bank.select(kinds=["fast"])


def test_reading_gives_the_same_without_the_compiled_yaml_parser(pack, rapid, monkeypatch):
    import yaml

    pack.write(rapid)
    compiled, _ = pack.read()
    monkeypatch.setattr("evalmode.bank.yamltext._new_parser", yaml.SafeLoader)
    plain, problems = pack.read()
    assert problems == []
    assert plain.items == compiled.items
    pack.write_text("rapid", "relu", rapid.text().replace("title: ReLU", "title:\n\tReLU"))
    assert "tab" in only_problem(pack).message
