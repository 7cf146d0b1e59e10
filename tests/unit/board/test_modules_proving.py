"""References are held against independent modules, and every way to be unlike them is told."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
import torch
from modules_kit import PACK

from evalmode.bank import BoardItem, read_bank
from evalmode.board.modules import Tensors, prove_references

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Told:
    """What a run tells."""

    ran: bool = True
    says: str = ""
    parameters: int = 7
    nodes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    against_parameters: int | None = None
    largest_difference: float | None = None


def tell(source: str, class_name: str, tensors: Tensors, *, against: tuple[str, str] | None = None) -> Told:
    """Run a module here, and pretend that the other one is just like it."""
    torch.set_num_threads(1)
    space: dict[str, Any] = {}
    body = source.replace("        return ", "        self.seen = dict(locals())\n        return ")
    exec(compile(body, "module.py", "exec"), space)  # noqa: S102 - what is written is to be run
    network = space[class_name]().eval()
    with torch.no_grad():
        network(*[torch.randint(below, shape) if below else torch.randn(shape) for shape, below in tensors])
    nodes = tuple((name, tuple(value.shape)) for name, value in network.seen.items() if torch.is_tensor(value))
    count = sum(parameter.numel() for parameter in network.parameters())
    same = (count, 0.0) if against else (None, None)
    return Told(True, "", count, nodes, *same)


@pytest.fixture
def architecture(tmp_path: Path) -> Callable[[str], BoardItem]:
    """A copy of an architecture of the pack that a test may change."""

    def copied(name: str) -> BoardItem:
        folder = tmp_path / name
        shutil.copytree(PACK / name, folder)
        bank, _ = read_bank()
        item = bank.get(f"board/{name}")
        assert isinstance(item, BoardItem)
        return item.model_copy(update={"path": folder / "board.md"})

    return copied


@pytest.mark.parametrize("name", ["transformer-block", "resnet-bottleneck", "lstm-cell", "unet"])
def test_what_the_pack_draws_is_built_with_the_shapes_it_says(name: str, architecture: Any) -> None:
    assert list(prove_references(architecture(name), tell)) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"against_parameters": 8}, "8"),
        ({"largest_difference": 1e-3}, "computes something else"),
        ({"largest_difference": None, "says": "The weights cannot be mapped."}, "cannot be mapped"),
        ({"ran": False, "says": "It fell over."}, "It fell over."),
    ],
)
def test_what_differs_is_told(change: dict[str, Any], says: str, architecture: Any) -> None:
    def unlike(*given: Any, against: tuple[str, str] | None = None) -> Told:
        return replace(tell(*given, against=against), **change) if against else tell(*given)

    found = list(prove_references(architecture("transformer-block"), unlike))
    assert found
    assert all(says in problem.message for problem in found)


def test_a_shape_that_is_written_wrongly_is_told(architecture: Any) -> None:
    item = architecture("transformer-block")
    path = item.folder / "references" / "pre-norm.board"
    path.write_text(path.read_text(encoding="utf-8").replace("(B, T, d) as y", "(B, T, 2d) as y"), encoding="utf-8")
    found = [problem for problem in prove_references(item, tell) if problem.path == path]
    assert found
    assert any("(B, T, 2d)" in problem.message for problem in found)


def test_a_reference_that_cannot_be_read_is_told_once(architecture: Any) -> None:
    item = architecture("lstm-cell")
    (item.folder / "references" / "standard.board").write_text("no head", encoding="utf-8")
    assert len(list(prove_references(item, tell))) == 1


def test_a_module_that_is_nowhere_is_told(architecture: Any) -> None:
    item = architecture("lstm-cell")
    item.module.unlink()
    assert any("module.py" in problem.message for problem in prove_references(item, tell))
