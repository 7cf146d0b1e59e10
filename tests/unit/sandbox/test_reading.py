"""What submissions may read, for a made-up installation."""

from __future__ import annotations

import importlib
import sys
import sysconfig
from pathlib import Path

import pytest

from evalmode_runner.sandbox.reading import readable


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    """A folder of libraries with one that is wanted, this program, and somebody's pack."""
    root = tmp_path / "site-packages"
    for name in ("wanted_library", "evalmode", "evalmode_pack_dl", "somebodys_pack", "stranger", "sympy"):
        (root / name).mkdir(parents=True)
        (root / name / "__init__.py").write_text("")
    (root / "somebodys_pack-1.dist-info").mkdir()
    entry = "[console_scripts]\na = b:c\n\n[evalmode.packs]\nmine = somebodys_pack\n\n[other]\nx = stranger\n"
    (root / "somebodys_pack-1.dist-info" / "entry_points.txt").write_text(entry)
    (root / "_editable_impl_evalmode.pth").write_text("/somewhere")
    monkeypatch.syspath_prepend(str(root))
    importlib.import_module("wanted_library")
    yield root.resolve()
    sys.modules.pop("wanted_library", None)


def test_a_wanted_library_may_be_read_and_what_it_may_import_late(site):
    allowed = set(readable(("wanted_library",)).allowed)
    assert {site / "wanted_library", site / "sympy", site / "stranger"} <= allowed
    assert site not in allowed


def test_the_checks_and_solutions_of_packs_may_not_be_read(site):
    found = readable(("wanted_library",))
    assert not set(found.hidden) & set(found.allowed)
    assert not {site / "evalmode", site / "evalmode_pack_dl", site / "somebodys_pack"} & set(found.allowed)


def test_the_checks_and_solutions_of_packs_are_hidden(site):
    hidden = set(readable(("wanted_library",)).hidden)
    packs = {site / "evalmode", site / "evalmode_pack_dl", site / "somebodys_pack"}
    assert packs | {site / "_editable_impl_evalmode.pth"} <= hidden
    assert not {site / "stranger", site / "wanted_library"} & hidden


def test_the_standard_library_may_be_read_without_what_is_installed_in_it():
    found = readable(())
    standard = Path(sysconfig.get_path("stdlib")).resolve()
    assert any(path == standard or path == standard / "json" for path in found.allowed)
    assert not any(path.name in {"site-packages", "dist-packages"} for path in found.allowed)


def test_nothing_else_may_be_read(site):
    found = readable(("wanted_library",))
    seen = {*found.folders, *found.allowed, *found.listed}
    never = [Path("/"), Path("/etc"), Path("/home"), Path.home(), Path("/proc"), site.parent]
    assert not seen & set(never)
