"""Content packs: where they are found, and what a folder must hold to be one.

A pack is a folder with a ``pack.yaml`` (name, title, licence), optionally a ``topics.yaml``, and one folder per kind of
item. Ours is found through the entry-point group ``evalmode.packs``, exactly as anybody else's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from evalmode.bank.models import Area, Line, Slug, Topic
from evalmode.bank.problems import Problem

_Model = TypeVar("_Model", bound=BaseModel)

ENTRY_POINT_GROUP = "evalmode.packs"

_YamlLoader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Manifest(BaseModel):
    """The head page of a pack: ``pack.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Slug
    title: Line
    license: Line
    description: str = ""


class TopicMap(BaseModel):
    """The field as the pack sees it: ``topics.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    areas: tuple[Area, ...] = ()
    topics: tuple[Topic, ...] = ()


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
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_YamlLoader)  # noqa: S506 - a SafeLoader, in C
        return model.model_validate(data), []
    except FileNotFoundError:
        if not required:
            return None, []
        return None, [Problem(path, 1, "", "is missing; every pack has one (evalmode bank new --pack DIR makes it)")]
    except OSError as error:
        return None, [Problem(path, 1, "", f"cannot be read: {error.strerror}")]
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        return None, [Problem(path, 1, "", f"is not valid YAML: {' '.join(str(error).split())}")]
    except ValidationError as error:
        return None, list(_explain(path, error))


def _explain(path: Path, error: ValidationError) -> Iterable[Problem]:
    for detail in error.errors(include_url=False):
        field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).lstrip(".")
        yield Problem(path, 1, field, f"{detail['msg'][:1].lower()}{detail['msg'][1:]}")
