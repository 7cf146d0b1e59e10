"""Content packs: where they are found, and what a folder must hold to be one.

A pack is a folder with a ``pack.yaml`` (name, title, licence), optionally a ``topics.yaml``, and one folder per kind of
item. Ours is found through the entry-point group ``evalmode.packs``, exactly as anybody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from evalmode.bank.faults import faults_of
from evalmode.bank.models import Area, Line, Slug, Topic  # noqa: TC001 - pydantic reads annotations at run time
from evalmode.bank.problems import Problem
from evalmode.bank.textfile import read_text
from evalmode.bank.yamltext import parse_yaml, spell

_Model = TypeVar("_Model", bound=BaseModel)

ENTRY_POINT_GROUP = "evalmode.packs"

_MAX_BYTES = 2_000_000


class Manifest(BaseModel):
    """The head page of a pack: ``pack.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Slug
    """A slug that no other pack has."""
    title: Line
    """As it is shown."""
    license: Line
    """The licence of its content."""
    description: str = ""
    """One or two sentences about what is in it."""


class TopicMap(BaseModel):
    """The field as the pack sees it: ``topics.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    areas: tuple[Area, ...] = ()
    """The parts of the field, in the order they are shown."""
    topics: tuple[Topic, ...] = ()
    """The subjects that items belong to."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of content with its manifest and topic map."""

    folder: Path
    manifest: Manifest
    topic_map: TopicMap


def installed_pack_folders() -> tuple[Path, ...]:
    """Folders of all packs that installed distributions register, without importing them."""
    folders = []
    for entry in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda entry: entry.name):
        spec = find_spec(entry.module)
        if spec is not None and spec.submodule_search_locations:
            folders.append(Path(next(iter(spec.submodule_search_locations))))
    return tuple(folders)


def read_pack(folder: Path) -> tuple[Pack | None, list[Problem]]:
    """Read a pack's manifest and topics; its items are read by the loader."""
    manifest, problems = _read_model(folder / "pack.yaml", Manifest, required=True)
    topic_map, more = _read_model(folder / "topics.yaml", TopicMap, required=False)
    problems += more
    if problems or manifest is None:
        return None, problems
    return Pack(folder, manifest, topic_map or TopicMap()), []


def _read_model(path: Path, model: type[_Model], *, required: bool) -> tuple[_Model | None, list[Problem]]:
    try:
        text, problems = read_text(path, path.parent, _MAX_BYTES)
    except FileNotFoundError:
        if not required:
            return None, []
        return None, [Problem(path, 1, "", "is missing; every pack has one (evalmode bank new --pack DIR makes it)")]
    if problems:
        return None, problems
    read, problems = parse_yaml(text, path)
    if read.data is None:
        return None, problems or [Problem(path, 1, "", "is empty")]
    try:
        return model.model_validate(read.data), problems
    except ValidationError as error:
        return None, problems + [
            Problem(path, read.line_of(fault.location), spell(fault.location), fault.message)
            for fault in faults_of(error)
        ]
