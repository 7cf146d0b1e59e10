"""A new item, and a new pack around it, for an author to fill in. ``evalmode bank lint`` says what is still missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS
from evalmode.bank.templates import programs, template
from evalmode.core import ConflictError, InputError
from evalmode.core.ids import is_slug

if TYPE_CHECKING:
    from pathlib import Path

_MANIFEST = """\
name: {name}
title: {title}
license: CC-BY-4.0
description: ""
"""

_TOPICS = """\
# Subjects of your own. Items may also name the topics of every installed pack; evalmode bank topics lists them.
#
# areas:
#   - {id: robotics, title: Robotics}
# topics:
#   - id: inverse-kinematics
#     title: Inverse kinematics
#     area: robotics
#     level: core
#     prerequisites: []
areas: []
topics: []
"""


def new_item(kind: str, slug: str, folder: Path) -> Path:
    """Write a new item's file, or a coding problem's folder, and make the folder a pack where it is new or empty.

    Args:
        kind: One of :data:`evalmode.bank.KINDS`.
        slug: The item's id within its kind.
        folder: The pack.

    Returns:
        The file to fill in first.

    Raises:
        InputError: The kind, the slug or the folder cannot be used, or the folder cannot be written to.
        ConflictError: The item is already there; it is left as it is.
    """
    if kind not in KINDS:
        raise InputError(f"There is no kind {kind!r}.", hint=f"Kinds are {', '.join(KINDS)}.")
    if not is_slug(slug):
        hint = "An id is made of lower-case words and digits joined by hyphens, such as kv-cache."
        raise InputError(f"{slug!r} cannot be an item's id.", hint=hint)
    path = KINDS[kind].page_of(folder, slug)
    try:
        _make_pack(folder)
        for name, text in ((path.name, template(kind, slug)), *programs(kind).items()):
            _write_new(path.parent / name, text)
    except FileExistsError:
        raise ConflictError(f"{path} is already there.", hint="Choose another id, or edit that file.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", hint="Choose another --pack DIR.") from error
    return path


def _make_pack(folder: Path) -> None:
    if (folder / "pack.yaml").exists():
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "Name a folder that has a pack.yaml, or one that is new."
        raise InputError(f"{folder} is there already and is no content pack.", hint=hint)
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-")[:80] or "pack"
    (folder / "pack.yaml").write_text(_MANIFEST.format(name=name, title=name.replace("-", " ")), encoding="utf-8")
    (folder / "topics.yaml").write_text(_TOPICS, encoding="utf-8")


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
