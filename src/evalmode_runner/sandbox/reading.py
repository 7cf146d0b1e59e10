"""What a submission may read: Python's standard library, the libraries it works with and theirs, and nothing else."""

from __future__ import annotations

import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

_OURS = "evalmode"
_PACKS = "[evalmode.packs]"
_SHARED = "/etc/ld.so.cache /lib64 /usr/lib64".split()
DEVICES = "/dev/null /dev/zero /dev/random /dev/urandom".split()


@dataclass(frozen=True, slots=True)
class Readable:
    """Files and folders for the tree and for the file rules.

    Args:
        folders: Real paths of folders and files that the tree shows whole, except what is hidden; outer ones first.
        hidden: Paths below those that the tree shows empty.
        listed: Folders whose names may be listed but whose files may not be read, by the file rules.
        allowed: What may be read with all below it, by the file rules.
    """

    folders: tuple[Path, ...]
    hidden: tuple[Path, ...]
    listed: tuple[Path, ...]
    allowed: tuple[Path, ...]


def readable(libraries: tuple[str, ...]) -> Readable:
    """What this interpreter's submissions may read.

    Args:
        libraries: Names of imported modules; what is installed beside them stays readable too, for what they import
            late, except ourselves and packs.
    """
    standard = _standard_library()
    roots = _roots(libraries)
    shared = [path for path in _shared_folders() if path.exists()]
    folders = sorted({*standard, *roots, *shared}, key=lambda path: len(path.parts))
    ours = [path for root in roots for path in _not_for_submissions(root)]
    hidden = list(ours)
    allowed = [*shared, *map(Path, DEVICES)]
    listed = [*roots]
    for folder in standard:
        nested = [entry for entry in _entries(folder) if entry.name in {"site-packages", "dist-packages"}]
        hidden += [entry for entry in nested if entry not in roots]
        listed += [folder] if nested else []
        allowed += [entry for entry in _entries(folder) if entry not in nested] if nested else [folder]
    for root in roots:
        allowed += [entry for entry in _entries(root) if entry not in ours]
    return Readable(tuple(folders), tuple(hidden), tuple(listed), tuple(allowed))


def _standard_library() -> list[Path]:
    names = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    found = {Path(name).resolve() for name in names if name and Path(name, "os.py").exists()}
    return sorted(found)


def _shared_folders() -> list[Path]:
    multiarch = sysconfig.get_config_var("MULTIARCH")
    triplets = [f"/lib/{multiarch}", f"/usr/lib/{multiarch}"] if multiarch else []
    return [Path(name) for name in [*_SHARED, *triplets]]


def _roots(libraries: tuple[str, ...]) -> list[Path]:
    """The folders of sys.path that hold the libraries."""
    roots = set()
    for name in libraries:
        file = getattr(sys.modules.get(name), "__file__", None)
        if file:
            path = Path(file).resolve()
            roots.add(path.parent.parent if path.name.startswith("__init__.") else path.parent)
    return sorted(roots - set(_standard_library()))


def _not_for_submissions(root: Path) -> list[Path]:
    """Ourselves, and every installed pack: their folders hold the hidden checks and the solutions."""
    found = [entry for entry in _entries(root) if _OURS in entry.name]
    for described in root.glob("*.dist-info/entry_points.txt"):
        text = described.read_text(encoding="utf-8", errors="replace")
        if _PACKS in text:
            lines = text.split(_PACKS, 1)[1].split("[", 1)[0].splitlines()
            modules = [line.partition("=")[2].strip().partition(".")[0] for line in lines if "=" in line]
            found += [root / module for module in modules if module and (root / module).exists()]
    return sorted(set(found))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
