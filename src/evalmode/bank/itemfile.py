"""One item's file: a YAML head between two ``---`` lines, then Markdown sections headed ``## Name``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from evalmode.bank.kinds import Kind
from evalmode.bank.models import Item
from evalmode.bank.problems import Problem

_HEADING = re.compile(r"^## +(.+?) *$")
_FENCE = re.compile(r"^```python\b *(.*)$")
_MAX_BYTES = 200_000

_YamlLoader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    line: int
    body: str


def read_item(path: Path, kind: Kind, pack: str) -> tuple[Item | None, list[Problem]]:
    """Read one file into its model.

    Args:
        path: The item's file; its stem must be the item's id.
        kind: What the file is to become.
        pack: Name of the pack, kept in the item.

    Returns:
        The item, or None with every problem found, each with file, line and field.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None, [Problem(path, 1, "", f"is larger than {_MAX_BYTES:,} bytes; an item is one readable page")]
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return None, [Problem(path, 1, "", f"is not UTF-8 (byte {error.start})")]
    except OSError as error:
        return None, [Problem(path, 1, "", f"cannot be read: {error.strerror}")]

    head, first_line, body, problems = _split(path, text)
    if problems:
        return None, problems
    data, problems = _parse_head(path, head)
    if problems:
        return None, problems
    sections = list(_sections(body, first_line))
    problems += _fill(path, kind, data, sections)
    data |= {"pack": pack, "path": path}
    data.setdefault("kind", kind.name)
    try:
        item = kind.model.model_validate(data)
    except ValidationError as error:
        return None, problems + _explain(path, head, sections, kind, error)
    if item.id != path.stem:
        problems.append(Problem(path, 2, "id", f"is {item.id!r} but the file is named {path.name!r}"))
    return (None if problems else item), problems


def _split(path: Path, text: str) -> tuple[str, int, str, list[Problem]]:
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---":
        return "", 0, "", [Problem(path, 1, "", "must begin with a YAML head between two lines of '---'")]
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), number + 2, "\n".join(lines[number + 1 :]), []
    return "", 0, "", [Problem(path, 1, "", "has a YAML head that is never closed by a line of '---'")]


def _parse_head(path: Path, head: str) -> tuple[dict[str, Any], list[Problem]]:
    try:
        data = yaml.load(head, Loader=_YamlLoader)  # noqa: S506 - a SafeLoader, in C
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return {}, [Problem(path, line, "", f"is not valid YAML: {error.problem}")]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return {}, [Problem(path, 1, "", f"is not valid YAML: {error}")]
    if not isinstance(data, dict):
        return {}, [Problem(path, 2, "", "has a YAML head that is not a mapping of fields")]
    return data, []


def _sections(body: str, first_line: int) -> Iterator[_Section]:
    heading, start, lines, in_fence = "", first_line, [], False
    for number, line in enumerate(body.splitlines(), start=first_line):
        if line.startswith("```"):
            in_fence = not in_fence
        match = None if in_fence else _HEADING.match(line)
        if match:
            yield _Section(heading, start, "\n".join(lines))
            heading, start, lines = match[1], number, []
        else:
            lines.append(line)
    yield _Section(heading, start, "\n".join(lines))


def _fill(path: Path, kind: Kind, data: dict[str, Any], sections: list[_Section]) -> list[Problem]:
    """Put the Markdown sections into the fields they stand for."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for section in sections:
        if not section.heading:
            if section.body.strip():
                problems.append(Problem(path, section.line, "", "has text before its first '## ' section"))
            continue
        if section.heading in seen:
            problems.append(Problem(path, section.line, section.heading, "stands twice"))
        seen.add(section.heading)
        if section.heading == "Proof" and kind.proofs:
            data["proofs"] = list(_proofs(section))
        elif field := kind.sections.get(section.heading):
            if field in data:
                problems.append(Problem(path, section.line, field, "stands both in the head and as a section"))
            data[field] = section.body.strip()
        else:
            known = ", ".join([*kind.sections, *(["Proof"] if kind.proofs else [])])
            problems.append(Problem(path, section.line, section.heading, f"is no section of this kind ({known})"))
    return problems


def _proofs(section: _Section) -> Iterator[dict[str, Any]]:
    opened: int | None = None
    proves: list[str] = []
    lines: list[str] = []
    for number, line in enumerate(section.body.splitlines(), start=section.line + 1):
        if opened is None:
            if match := _FENCE.match(line):
                opened, proves, lines = number + 1, match[1].split(), []
        elif line.startswith("```"):
            yield {"proves": proves, "source": "\n".join(lines) + "\n", "line": opened}
            opened = None
        else:
            lines.append(line)


def _explain(path: Path, head: str, sections: list[_Section], kind: Kind, error: ValidationError) -> list[Problem]:
    node = yaml.compose(head, Loader=_YamlLoader)
    lines_of_sections = {kind.sections.get(section.heading, ""): section.line for section in sections}
    problems = []
    for detail in error.errors(include_url=False):
        location = detail["loc"]
        line = lines_of_sections.get(str(location[0])) if location else None
        field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).lstrip(".")
        problems.append(Problem(path, line or _line_of(node, location) + 2, field, _say(detail)))
    return problems


def _line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int:
    """The line, from 0 within the head, of the deepest part of a location that the file has."""
    line: int = 0
    for part in location:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line
        else:
            return line
    return line


def _say(detail: Any) -> str:  # noqa: ANN401 - pydantic's own dictionary
    match detail["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not a field of this kind"
        case "string_pattern_mismatch":
            return f"is {detail['input']!r}, not lower-case words and digits joined by hyphens"
        case _:
            return f"is {detail['input']!r}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"[:300]
