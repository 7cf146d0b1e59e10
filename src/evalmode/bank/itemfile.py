"""One item's file: a YAML head between two ``---`` lines, then Markdown sections headed ``## Name``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from evalmode.bank.faults import Fault, faults_of
from evalmode.bank.kinds import KINDS, Kind
from evalmode.bank.problems import Problem
from evalmode.bank.sections import Section, proofs_in, split_sections
from evalmode.bank.textfile import read_text
from evalmode.bank.yamltext import Location, YamlText, parse_yaml, spell

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.bank.models import Item

_MAX_BYTES = 200_000
_OURS = ("pack", "path", "proofs")


def read_item(path: Path, kind: Kind, pack: str) -> tuple[Item | None, list[Problem]]:
    """Read one file into its model.

    Args:
        path: The item's file; its place must give the item's id.
        kind: What the file is to become.
        pack: Name of the pack, kept in the item.

    Returns:
        The item, or None with every problem found, each with file, line and field.
    """
    try:
        text, problems = read_text(path, kind.pack_of(path), _MAX_BYTES)
    except FileNotFoundError:
        return None, [Problem(path, 1, "", "is a link that leads nowhere")]
    if problems:
        return None, problems
    parts, problems = _take_apart(path, text)
    if parts is None:
        return None, problems
    data, found = _fields(path, kind, parts)
    problems += found
    try:
        item = kind.model.model_validate({**data, "pack": pack, "path": path})
    except ValidationError as error:
        return None, problems + [
            Problem(path, _line_of(parts, kind, fault.location), spell(fault.location), _say(kind, fault))
            for fault in faults_of(error)
        ]
    if item.id != kind.slug_of(path):
        what, name = ("folder", path.parent.name) if kind.page else ("file", path.name)
        message = f"is {item.id!r} but the {what} is named {name!r}"
        problems.append(Problem(path, parts.head.line_of(("id",)), "id", message, "file-name"))
    return (None if problems else item), problems


def line_in(item: Item, location: Location) -> int:
    """The line, from 1, at which a part of an item stands in its file: a field of the head, or a section.

    A proof is found by ``("proofs", index)``. A place that the file no longer has is line 1.
    """
    kind = KINDS[item.kind]
    try:
        text, _ = read_text(item.path, kind.pack_of(item.path), _MAX_BYTES)
    except FileNotFoundError:
        return 1
    parts, _ = _take_apart(item.path, text)
    return _line_of(parts, kind, location) if parts is not None else 1


@dataclass(frozen=True, slots=True)
class _Parts:
    head: YamlText
    sections: list[Section]


def _take_apart(path: Path, text: str) -> tuple[_Parts | None, list[Problem]]:
    head, first_line, body, problems = _split(path, text)
    if problems:
        return None, problems
    read, problems = parse_yaml(head, path, first_line=2)
    if not isinstance(read.data, dict):
        return None, problems or [Problem(path, 2, "", "has a YAML head that is not a mapping of fields")]
    sections, found = split_sections(path, body, first_line)
    return _Parts(read, sections), problems + found


def _split(path: Path, text: str) -> tuple[str, int, str, list[Problem]]:
    if not text.strip():
        return "", 0, "", [Problem(path, 1, "", "is empty")]
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return "", 0, "", [Problem(path, 1, "", "must begin with a YAML head between two lines of '---'")]
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), number + 2, "\n".join(lines[number + 1 :]), []
    return "", 0, "", [Problem(path, 1, "", "has a YAML head that is never closed by a line of '---'")]


def _fields(path: Path, kind: Kind, parts: _Parts) -> tuple[dict[str, Any], list[Problem]]:
    """The fields of the head together with those that the sections stand for."""
    data = dict(parts.head.data)
    problems = [
        Problem(path, parts.head.line_of((name,)), name, "is not a field of this kind")
        for name in _OURS
        if name in data
    ]
    data.setdefault("kind", kind.name)
    seen: set[str] = set()
    for section in parts.sections:
        if not section.heading:
            if section.body.strip():
                message = "has text between the head, which ends at the first line of '---', and the first section"
                problems.append(Problem(path, section.line, "", message))
            continue
        if section.heading in seen:
            problems.append(Problem(path, section.line, section.heading, "stands twice"))
        seen.add(section.heading)
        if section.heading == "Proof" and kind.proofs:
            data["proofs"], found = proofs_in(path, section)
            problems += found
        elif name := kind.sections.get(section.heading):
            if name in parts.head.data:
                problems.append(Problem(path, section.line, name, "stands both in the head and as a section"))
            data[name] = section.body.strip()
        else:
            known = ", ".join([*kind.sections, *(["Proof"] if kind.proofs else [])])
            problems.append(Problem(path, section.line, section.heading, f"is no section of this kind ({known})"))
    return data, problems


def _say(kind: Kind, fault: Fault) -> str:
    for heading, name in kind.sections.items():
        if fault.missing and fault.location == (name,):
            return f"is missing; write it in a section '## {heading}'"
    return fault.message


def _line_of(parts: _Parts, kind: Kind, location: Location) -> int:
    fields = {kind.sections.get(section.heading): section.line for section in parts.sections}
    if location and location[0] in fields and location[:1] not in parts.head.lines:
        return fields[str(location[0])]
    return parts.head.line_of(location)
