"""Whether a pack's references compute what independent torch modules compute.

Every reference is built and run. The shape on each arrow, as it is written and as it is inferred, is compared with the
tensor that came. One whose head names a ``module`` is given the same weights as that class of ``module.py``: it must
have as many parameters and give the same outputs. Numbers under ``smaller`` in its head are replaced in the drawing for
that: sizes of a real network would take long.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Protocol

from evalmode.bank.problems import Problem
from evalmode.board.architecture import load_architecture, read_reference
from evalmode.board.interpreting import interpret
from evalmode.board.modules.smaller import smaller
from evalmode.board.modules.values import ModuleError
from evalmode.board.modules.writing import write_module
from evalmode.board.shapes import Size, infer
from evalmode.core.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from evalmode.bank.boarditem import BoardItem
    from evalmode.board.graph import Graph
    from evalmode.board.modules.values import ModuleSource, Tensors
    from evalmode.board.shapes import Shape
    from evalmode.board.vocabulary import Vocabulary

__all__ = ["TOLERANCE", "Ran", "Run", "prove_references"]

TOLERANCE = 1e-5
"""The largest difference between two outputs that counts as none, in float32."""

_RULE = "board-module"
_Said = tuple[str, str]
"""A field of the head, and what is wrong with it."""


class Ran(Protocol):
    """What a run of a module gave, as :class:`evalmode.judge.ModuleRun` tells it."""

    @property
    def ran(self) -> bool:
        """Whether it ran to its end."""
        ...

    @property
    def says(self) -> str:
        """What went wrong, or what was found, in one sentence."""
        ...

    @property
    def parameters(self) -> int:
        """How many parameters it has."""
        ...

    @property
    def against_parameters(self) -> int | None:
        """How many the other module has."""
        ...

    @property
    def largest_difference(self) -> float | None:
        """The largest difference between the two outputs."""
        ...

    @property
    def nodes(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Variable → shape of every value it computes."""
        ...


class Run(Protocol):
    """Runs modules where torch is; :meth:`evalmode.judge.LocalJudge.run_module` does."""

    def __call__(
        self, source: str, class_name: str, tensors: Tensors, *, against: tuple[str, str] | None = None
    ) -> Ran:
        """Run a module on random inputs, and against another one if there is one (source, class name)."""
        ...


def prove_references(item: BoardItem, run: Run) -> Iterator[Problem]:
    """What is wrong with an architecture's references: each is built, run and compared with its independent module.

    Args:
        item: The architecture.
        run: Runs a module.
    """
    try:
        vocabulary = load_architecture(item).vocabulary
    except InputError as error:
        yield Problem(item.path, 1, "references", str(error), _RULE)
        return
    for path in item.references:
        try:
            for field, message in _prove(item, path, vocabulary, run):
                yield Problem(path, 1, field, message, _RULE)
        except InputError as error:
            yield Problem(path, 1, "", f"cannot be read: {error}", _RULE)


def _prove(item: BoardItem, path: Path, vocabulary: Vocabulary, run: Run) -> Iterator[_Said]:
    text = read_reference(path)
    drawing = smaller(
        text.drawing, {int(one): int(other) for one, other in dict(text.head.get("smaller") or {}).items()}
    )
    graph = interpret(drawing, vocabulary, item.id, patterns=True)
    wanted = str(text.head.get("module") or "")
    try:
        module = write_module(
            graph, _sizes(text.head), name=wanted or "Reference", title=str(text.head.get("title", ""))
        )
    except ModuleError as error:
        if wanted:
            yield "module", f"cannot be built: {error}"
        return
    if wanted and not _defines(item.module, wanted):
        yield "module", f"is {wanted}, and no module.py beside board.md defines such a class"
        return
    against = (item.module.read_text(encoding="utf-8"), wanted) if wanted else None
    ran = run(module.source, module.class_name, module.tensors, against=against)
    if not ran.ran:
        yield "module", f"does not run: {ran.says}"
        return
    yield from _shapes(graph, module, ran)
    if wanted:
        yield from _compared(ran, wanted)


def _defines(path: Path, name: str) -> bool:
    """Whether a file defines a class; nothing of it is run."""
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return False
    return any(isinstance(node, ast.ClassDef) and node.name == name for node in tree.body)


def _compared(ran: Ran, wanted: str) -> Iterator[_Said]:
    if ran.against_parameters != ran.parameters:
        yield "module", f"has {ran.parameters} parameters; {wanted} in module.py has {ran.against_parameters}"
    elif ran.largest_difference is None:
        yield "module", f"cannot be compared with {wanted} in module.py: {ran.says}"
    elif ran.largest_difference > TOLERANCE:
        yield "module", f"computes something else than {wanted} in module.py: {ran.says}"


def _shapes(graph: Graph, module: ModuleSource, ran: Ran) -> Iterator[_Said]:
    """Where what is written or inferred is not the shape of the tensor that came."""
    tensors = dict(ran.nodes)
    held = {node.node: tensors[node.name] for node in module.nodes if node.name in tensors}
    stages = set(module.stages)  # what goes across has another shape
    numbers = {name: Size.of(number) for name, number in module.sizes}
    labels = {node.id: " ".join(node.label.split()) or node.op.kind for node in graph.nodes}
    for node in module.nodes:
        if node.name in tensors and tensors[node.name] != node.sizes:
            yield "", f"“{labels.get(node.node)}” makes {tensors[node.name]}, which was taken for {node.sizes}"
    for edge, shape in zip(graph.edges, infer(graph).edges, strict=True):
        came = held.get(edge.source)
        if came is None or edge.source in stages or edge.kind != "data":
            continue
        for what, said in (("written", shape.written), ("inferred", shape.inferred)):
            if said is not None and not said.open and not _is(said, came, numbers):
                link = f"from “{labels.get(edge.source)}” to “{labels.get(edge.target)}”"
                yield "", f"has {said} {what} on the arrow {link}, where {came} comes"


def _is(said: Shape, came: tuple[int, ...], numbers: Mapping[str, Size]) -> bool:
    """Whether a shape is the one that came; sizes that are nobody's are passed over."""
    if len(said.sizes) != len(came):
        return False
    known = [(size.put(numbers).number, number) for size, number in zip(said.sizes, came, strict=True)]
    return all(size is None or size == number for size, number in known)


def _sizes(head: Mapping[str, Any]) -> dict[str, int]:
    return {str(name): int(value) for name, value in dict(head.get("sizes") or {}).items()}
