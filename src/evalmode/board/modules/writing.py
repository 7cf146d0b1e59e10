"""From a graph to the source of a module.

The drawing is written in the order of its arrows. Where two sizes turn out to be one, which is found out only when the
values meet, it is written again with that.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from evalmode.board.graph import Node, Op
from evalmode.board.modules.draft import Draft, SameSizeError, Value
from evalmode.board.modules.gan import find_ends, is_gan, write_losses
from evalmode.board.modules.gates import added_back, gate_roles
from evalmode.board.modules.kinds import WRITERS
from evalmode.board.modules.kinds.experts import how_many
from evalmode.board.modules.kinds.reshaping import split
from evalmode.board.modules.layout import MADE, PROJECTED, Layout
from evalmode.board.modules.naming import bases, class_name
from evalmode.board.modules.order import argument_place, in_order
from evalmode.board.modules.sizes import Numbers, identifier, say_shape, settled
from evalmode.board.modules.step import Given, Step
from evalmode.board.modules.text import Outside, source_text
from evalmode.board.modules.values import ModuleError, ModuleInput, ModuleNode, ModuleSource
from evalmode.board.shapes import Size, parse_shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.graph import Edge, Graph
    from evalmode.board.modules.draft import Shape

__all__ = ["write_module"]

_ROUNDS = 40
_MOST_NODES = 500


def write_module(
    graph: Graph, sizes: Mapping[str, int] = MappingProxyType({}), *, name: str = "", title: str = ""
) -> ModuleSource:
    """The ``nn.Module`` that a right drawing, or a reference, describes.

    Args:
        graph: What the drawing means.
        sizes: What its symbols are; those that are not given get small sizes that divide evenly.
        name: What the class is to be called; empty for a name made of the title.
        title: What stands in its docstring.

    Raises:
        ModuleError: It cannot be built; the message says why.
    """
    if len(graph.nodes) > _MOST_NODES:
        raise ModuleError(f"A module of more than {_MOST_NODES} operations is not built.")
    name, title = name or class_name(title), title or "What the drawing says."
    try:
        return _settled(graph, small=True).finished(sizes, name, title)
    except ModuleError:  # perhaps because of an image that was taken as a smaller one
        return _settled(graph, small=False).finished(sizes, name, title)


def _settled(graph: Graph, *, small: bool) -> _Writing:
    """A graph written with all that is known about its sizes.

    Raises:
        ModuleError: It cannot be written.
    """
    known: dict[str, Size] = dict(Layout(graph).facts())
    for _ in range(_ROUNDS):
        writing = _Writing(graph, known, small=small)
        try:
            writing.write()
        except SameSizeError as same:
            known[_symbol(same)] = _other(same)
        else:
            return writing
    raise ModuleError("The sizes in the drawing do not come together.")


def _symbol(same: SameSizeError) -> str:
    """The symbol to be put in for: one that stands alone, a made-up one first."""
    for size in sorted((same.left, same.right), key=lambda size: (size.symbol not in {"C_in", "D"}, size.symbol == "")):
        if size.symbol and size.symbol not in (same.left if size is same.right else same.right).symbols:
            return size.symbol
    for size, other in ((same.left, same.right), (same.right, same.left)):
        for symbol in sorted(size.symbols - other.symbols):
            if size.solved(symbol, other) is not None:
                return symbol
    raise ModuleError(f"A size is {same.left} in one place and {same.right} in another.")


def _other(same: SameSizeError) -> Size:
    symbol = _symbol(same)
    size, other = (same.left, same.right) if symbol in same.left.symbols else (same.right, same.left)
    solved = other if size.symbol == symbol else size.solved(symbol, other)
    if solved is None:
        raise ModuleError(f"A size is {same.left} in one place and {same.right} in another.")
    return solved


class _Writing:
    """One attempt to write a graph."""

    def __init__(self, graph: Graph, known: Mapping[str, Size], *, small: bool) -> None:
        self._graph = graph
        self._known = known
        self._layout = Layout(graph, small=small)
        layout = self._layout
        self._draft = Draft(known, attends=layout.attends, patches=layout.patches, pools=layout.pools)
        experts = [node.label for node in graph.nodes if node.op.kind == "expert"]
        self._draft.experts, self._draft.all_experts = len(experts), how_many(experts)
        self._draft.hides = any(node.op.kind == "mask_tokens" for node in graph.nodes)
        self._values: dict[str, Value] = {}
        self._inputs: list[tuple[Node, Value]] = []
        self._outputs: list[tuple[Node, Value]] = []
        self._edges = [edge for edge in graph.edges if edge.kind == "data"]
        joined = {edge.source for edge in self._edges} | {edge.target for edge in self._edges}
        self._nodes = [node for node in in_order(graph.nodes, self._edges) if node.id in joined]
        self._kinds = {node.id: node.op.kind for node in graph.nodes}
        self._roles = gate_roles(self._nodes, self._edges)
        self._bases = bases(self._nodes, self._edges)

    def write(self) -> None:
        """Write it.

        Raises:
            SameSizeError: Two sizes are one; write it again with that.
            ModuleError: It cannot be written.
        """
        if is_gan(self._graph):
            self._write_gan()
            return
        heads = next((node.op.get("heads") for node in self._nodes if node.op.get("heads").isidentifier()), "")
        if heads:
            self._draft.heads = Size.of(heads)
        free: list[Node] = []
        for node in self._nodes:
            into = [edge for edge in self._edges if edge.target == node.id]
            if not into and node.op.kind not in MADE:
                free.append(node)
        for node in sorted(free, key=argument_place):
            self._take(node)
        self._draft.state = self._state()
        self._draft.target = next((value.shape[-1] for _, value in self._inputs if value.shape), None)
        self._draft.image = next((value.shape[1:] for _, value in self._inputs if len(value.shape) == 4), ())
        for node in self._nodes:
            into = [edge for edge in self._edges if edge.target == node.id]
            if node.id in self._values:
                continue
            if node.op.kind == "output":
                self._outputs += [(node, self._from(edge)) for edge in into]
                self._values[node.id] = self._outputs[-1][1]
                continue
            self._values[node.id] = self._draft.made[node.op.kind] = self._made(node, into)
        self._inputs += [(Node("", Op("input")), value) for value in self._draft.further]
        if not self._draft.lines:
            raise ModuleError("There is nothing to build: no box names an operation.")

    def _write_gan(self) -> None:
        """Write the two networks and the two losses."""
        for node in find_ends(self._graph):
            self._take(node)
        (_, noise), (_, real) = self._inputs
        made = write_losses(self._draft, self._graph, noise, real)
        for node in self._nodes:
            if node.op.kind in made:
                self._values.setdefault(node.id, made[node.op.kind])
        ends = [Node(kind, Op("output")) for kind in ("discriminator_loss", "generator_loss")]
        self._outputs = [(end, made[end.id]) for end in ends]

    def _state(self) -> Size | None:
        """How large the state is that comes into a recurrent cell."""
        named = [(node, value) for node, value in self._inputs if {"h", "c"} & set(node.names) and value.shape]
        shapes = [value.shape[-1] for node, value in named if self._layout.features(node) is not None]
        return next(iter(shapes), named[0][1].shape[-1] if named else None)

    def _take(self, node: Node) -> None:
        shape = tuple(settled(size, self._known) for size in self._layout.of_input(node))
        self._draft.sizes += shape
        base, tokens = self._bases[node.id], self._layout.sort(node) == "tokens"
        if tokens:
            base = "tokens" if base == "x" and not node.names else base
            self._draft.tokens = self._draft.tokens or shape
        value = Value(self._draft.name(base), shape, node.op.kind, node.names)
        if not self._draft.batch and shape:
            self._draft.batch, self._draft.batch_size = value.name, shape[0]
        self._values[node.id] = value
        self._draft.taken.append(value)
        self._inputs.append((node, value))

    def _made(self, node: Node, into: list[Edge]) -> Value:
        kind = node.op.kind
        writer = WRITERS.get(kind)
        label = " ".join(node.label.split())
        if writer is None:
            what = "names no operation that is known" if kind == "unknown" else "cannot be built by itself"
            raise ModuleError(f"No module is made of this drawing: the box “{label or kind}” {what}.")
        targets = [self._kinds[edge.target] for edge in self._edges if edge.source == node.id]
        back = added_back(node.id, self._edges) if kind == "subtract" else ""
        step = Step(
            self._draft,
            node,
            tuple(Given(self._from(edge), edge.port) for edge in into),
            self._bases[node.id],
            self._settled(self._layout.features(node)),
            self._layout.written(node),
            tuple(targets),
            self._roles.get(node.id, ""),
            self._values[back].name if back else "",
        )
        try:
            return writer(step)
        except (ArithmeticError, LookupError, ValueError) as error:  # too few axes, a size of nothing
            shapes = " and ".join(say_shape(value.shape) for value in step.values) or "nothing"
            raise ModuleError(f"“{step.label}” cannot do anything with {shapes}.") from error

    def _settled(self, size: Size | None) -> Size | None:
        return None if size is None else settled(size, self._known)

    def _from(self, edge: Edge) -> Value:
        """What an edge brings: of a stage the part that goes to the other side, where it does."""
        value = self._values[edge.source]
        if value.chunks:
            ways = [one for one in self._edges if one.source == edge.source]
            return value.chunks[ways.index(edge) % len(value.chunks)]
        across = self._kinds[edge.target] in {"concat", "decoder_stage", "crop", "attention_gate"}
        if value.skip is not None and across:
            return value.skip
        return self._as_heads(edge, value)

    def _as_heads(self, edge: Edge, value: Value) -> Value:
        """The value with its features as heads where the arrow says (B, h, T, d/h)."""
        written = parse_shape(edge.shape) if edge.shape else None
        wanted = self._draft.attends and not self._draft.patches and self._kinds[edge.target] != "split_heads"
        if len(value.shape) != 3 or value.kind not in PROJECTED or not wanted:
            return value
        if (written is None or written.rank != 4) and self._kinds[edge.target] == "matmul":
            written = self._layout.heads_written
        if written is None or written.rank != 4:
            return value
        named = next((size for size in written.sizes[1:3] if size.symbols & {"h", "n_h", "heads", "nh"}), None)
        return split(self._draft, value, settled(named or written.sizes[1], self._known))

    def finished(self, given: Mapping[str, int], name: str, title: str) -> ModuleSource:
        """The source, with numbers for its symbols.

        Raises:
            ModuleError: Its sizes cannot be made whole.
        """
        numbers = Numbers(given, self._usual())
        numbers.settle([*self._draft.sizes, *self._draft.below.values()])
        outputs = list(dict.fromkeys(value.name for value in self._returned() if value.name))
        arguments = [(value, self._layout.drawn.get(node.id, "")) for node, value in self._inputs]
        return ModuleSource(
            source_text(self._draft, Outside(name, title, arguments, outputs, numbers.values)),
            name,
            tuple(self._input(node, value, numbers) for node, value in self._inputs),
            tuple(
                ModuleNode(value.name, node, tuple(map(str, value.shape)), _numbers(value.shape, numbers))
                for node, value in self._values.items()
                if not value.parts and not value.chunks and value.name
            ),
            tuple(outputs),
            tuple(sorted(numbers.values.items())),
            tuple(node for node, value in self._values.items() if value.skip is not None),
        )

    def _usual(self) -> dict[str, int]:
        """First numbers by place; those of symbols that are called otherwise in the source included."""
        usual = {**self._draft.usual, **self._layout.usual}
        return usual | {identifier(name): number for name, number in usual.items()}

    def _input(self, node: Node, value: Value, numbers: Numbers) -> ModuleInput:
        below = self._draft.below.get(value.name)
        sizes = _numbers(value.shape, numbers)
        return ModuleInput(value.name, tuple(map(str, value.shape)), sizes, numbers.of(below) if below else 0, node.id)

    def _returned(self) -> list[Value]:
        """What ``forward`` returns: what leads to the outputs, or what leads nowhere; the state before the cell."""
        if self._outputs:
            ordered = sorted(self._outputs, key=lambda output: "c" in output[0].names)
            return [value for _, value in ordered]
        sources = {edge.source for edge in self._edges}
        taken = {node.id for node, _ in self._inputs}
        return [value for node, value in self._values.items() if node not in sources and node not in taken]


def _numbers(shape: Shape, numbers: Numbers) -> tuple[int, ...]:
    return tuple(numbers.of(size) for size in shape)
