"""A new item, and a new pack around it, for an author to fill in. ``evalmode bank lint`` says what is still missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.bank.kinds import KINDS
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

_POINT = """\
  - id: {id}
    claim:                # one plain sentence that can be understood without the question
    weight: 1             # its share of the score{part}
    accepted:             # at least six other ways to say the whole claim
      -
    misconceptions:       # at least three: a negation, a role swap, a popular false belief
      - says:
        correction:
"""

_RAPID = """\
---
id: {slug}
title:                    # a short name for lists
topics: []                # at least one id from evalmode bank topics
level: screen             # screen, core or senior
seconds: 45               # 30 to 60
checklist: []
key_points:               # two to five
{first}{second}follow_ups:
  - ask:
    answer:
links: []
sources: []
unproven: {{}}              # key point id: why no program can prove it
---

## Question

## Answer

## Why

## Proof

```python first-point second-point
```
"""

_DEEP = """\
---
id: {slug}
title:                    # a short name for lists
topics: []                # at least one id from evalmode bank topics
level: core               # screen, core or senior
seconds: 240              # 180 to 300, headline included
headline_seconds: 30
checklist: []
key_points:
{first}{second}follow_ups:
  - id: why
    ask:
    answer:
    seconds: 60
    key_points:
{follow_up}links: []
sources: []
unproven: {{}}              # key point id: why no program can prove it
---

## Question

## Headline

## Answer

## Why

## Proof

```python first-point second-point follow-up-point
```
"""

_GUIDE = """\
---
id: {slug}
title:                    # a short name for lists
section: faq              # habit, mistake, faq or checklist
order: 1
topics: []                # at least one id from evalmode bank topics
practice: []              # ids of items that train it, such as rapid/softmax
---

## Question

## Answer
"""


def new_item(kind: str, slug: str, folder: Path) -> Path:
    """Write a new item's file, and make the folder a pack where it is new or empty.

    Args:
        kind: One of :data:`evalmode.bank.KINDS`.
        slug: The item's id within its kind.
        folder: The pack.

    Returns:
        The file to fill in.

    Raises:
        InputError: The kind, the slug or the folder cannot be used, or the folder cannot be written to.
        ConflictError: The item is already there; it is left as it is.
    """
    if kind not in KINDS:
        raise InputError(f"There is no kind {kind!r}.", hint=f"Kinds are {', '.join(KINDS)}.")
    if not is_slug(slug):
        hint = "An id is made of lower-case words and digits joined by hyphens, such as kv-cache."
        raise InputError(f"{slug!r} cannot be an item's id.", hint=hint)
    path = folder / kind / f"{slug}.md"
    try:
        _make_pack(folder)
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_template(kind, slug))
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


def _template(kind: str, slug: str) -> str:
    if kind == "guide":
        return _GUIDE.format(slug=slug)
    if kind == "rapid":
        points = {name: _POINT.format(id=f"{name}-point", part="") for name in ("first", "second")}
        return _RAPID.format(slug=slug, **points)
    headline, detail = "\n    part: headline        # said in the first 30 seconds", "\n    part: detail"
    follow_up = "".join(f"    {line}\n" for line in _POINT.format(id="follow-up-point", part="").splitlines())
    return _DEEP.format(
        slug=slug,
        first=_POINT.format(id="first-point", part=headline),
        second=_POINT.format(id="second-point", part=detail),
        follow_up=follow_up,
    )
