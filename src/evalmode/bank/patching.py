"""Adding phrasings to an item's file by machine: only the added lines differ, and they keep the file's own style."""

from __future__ import annotations

import copy
import difflib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from evalmode.bank.yamltext import parse_yaml
from evalmode.core import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from evalmode.bank.yamltext import Location


@dataclass(frozen=True, order=True)
class _Edit:
    """Text to put into the head: before a column of a line, both from 0."""

    line: int
    column: int
    text: str


def add_phrasings(path: Path, additions: Mapping[Location, Sequence[str]]) -> tuple[str, str]:
    """An item's file as it is, and as it would be with more accepted phrasings. Nothing is written.

    Args:
        path: The file.
        additions: Place of a key point, as :func:`evalmode.bank.points_of` names it, → phrasings to add.

    Raises:
        InputError: The file cannot be edited by machine.
    """
    refusal = InputError(f"{path} cannot be edited by machine.", hint="Add the phrasings by hand.")
    try:
        old = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise refusal from error
    lines = old.split("\n")
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.strip() == "---"), 0)
    head = [line.removesuffix("\r") for line in lines[1:end]]
    try:
        wanted = _with(parse_yaml("\n".join(head), path)[0].data, additions)
        root = yaml.compose("\n".join(head), Loader=yaml.BaseLoader)
        edits = [_edit(_at(root, location), phrases, path) for location, phrases in additions.items() if phrases]
    except (yaml.YAMLError, LookupError, TypeError, AttributeError) as error:
        raise refusal from error
    newline = "\r\n" if lines[0].endswith("\r") else "\n"
    for edit in sorted(edits, reverse=True):
        text = edit.text.replace("\n", newline)
        line = lines[edit.line + 1]
        lines[edit.line + 1] = line[: edit.column] + text + line[edit.column :]
    new = "\n".join(lines)
    added = new.count("\n") - old.count("\n")
    edited = "\n".join(line.removesuffix("\r") for line in new.split("\n")[1 : end + added])
    read, problems = parse_yaml(edited, path)
    if problems or read.data != wanted:
        raise refusal
    return old, new


def unified_diff(name: str, old: str, new: str) -> str:
    """The way from one text to the other as ``git apply`` reads it; ``name`` is the path below the repository."""
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines with their ends; unlike ``splitlines`` only at line feeds, as git counts them."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _with(data: Any, additions: Mapping[Location, Sequence[str]]) -> Any:  # noqa: ANN401 - any YAML data
    wanted = copy.deepcopy(data)
    for location, phrases in additions.items():
        point = wanted
        for part in location:
            point = point[part]
        if phrases:
            point["accepted"] = [*(point.get("accepted") or []), *phrases]
    return wanted


def _at(node: Node | None, location: Location) -> MappingNode:
    for part in location:
        match node:
            case MappingNode():
                node = _value(node, str(part))
            case SequenceNode():
                node = node.value[int(part)]
            case _:
                raise LookupError(part)
    if not isinstance(node, MappingNode):
        raise TypeError(location)
    return node


def _value(mapping: MappingNode, name: str) -> Node:
    return next((value for key, value in mapping.value if key.value == name), ScalarNode("", ""))


def _edit(point: MappingNode, phrases: Sequence[str], path: Path) -> _Edit:
    """What adds the phrasings to a key point."""
    accepted = next(((key, value) for key, value in point.value if key.value == "accepted"), None)
    if point.flow_style and accepted is None:
        text = f", accepted: [{_flow(phrases, None, path)}]"
        return _Edit(point.end_mark.line, point.end_mark.column - 1, text)
    if accepted is None:
        key, value = next(pair for pair in point.value if pair[0].value == "claim")
        indent = " " * key.start_mark.column
        return _Edit(_line_after(value), 0, f"{indent}accepted:\n" + _block(phrases, None, f"{indent}  ", path))
    key, value = accepted
    if not isinstance(value, SequenceNode):
        return _Edit(key.start_mark.line + 1, 0, _block(phrases, None, " " * (key.start_mark.column + 2), path))
    last = value.value[-1] if value.value else None
    if not value.flow_style and last is not None:
        return _Edit(_line_after(last), 0, _block(phrases, last.style, " " * value.start_mark.column, path))
    if last is not None:
        return _Edit(last.end_mark.line, last.end_mark.column, f", {_flow(phrases, last.style, path)}")
    return _Edit(value.end_mark.line, value.end_mark.column - 1, _flow(phrases, None, path))


def _line_after(node: Node) -> int:
    """The line below a value; that of a folded or literal block ends where the next thing begins."""
    return int(node.end_mark.line) + (node.style not in {"|", ">"} if isinstance(node, ScalarNode) else 0)


def _block(phrases: Sequence[str], style: str | None, indent: str, path: Path) -> str:
    return "".join(f"{indent}- {_quoted(phrase, style, '- {}', path)}\n" for phrase in phrases)


def _flow(phrases: Sequence[str], style: str | None, path: Path) -> str:
    return ", ".join(_quoted(phrase, style, "[{}]", path) for phrase in phrases)


def _quoted(phrase: str, style: str | None, context: str, path: Path) -> str:
    """A phrase in the quotes that its neighbours have; without any where they have none and it needs none."""
    single, double = "'" + phrase.replace("'", "''") + "'", json.dumps(phrase, ensure_ascii=False)
    spellings = {"'": (single, double), '"': (double,)}.get(style or "", (phrase, double))
    for spelling in spellings:
        read, problems = parse_yaml(context.replace("{}", spelling), path)
        if not problems and read.data == [phrase]:
            return spelling
    raise LookupError(phrase)
