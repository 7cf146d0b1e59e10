"""A module while it is written: its layers, the lines of its ``forward``, and what is known about sizes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from evalmode.board.modules.sizes import as_python, identifier, say_shape, settled
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evalmode.board.graph import Node

__all__ = ["Draft", "Line", "SameSizeError", "Shape", "Value"]

Shape = tuple[Size, ...]
RESERVED = frozenset({"self", "torch", "nn", "F", "Tensor", "math"})


class SameSizeError(Exception):
    """Two sizes must be one, and are not known to be: what follows is to be written again with that."""

    def __init__(self, left: Size, right: Size) -> None:
        super().__init__(f"{left} = {right}")
        self.left, self.right = left, right


@dataclass(frozen=True, slots=True)
class Value:
    """A tensor in ``forward``.

    Args:
        name: The variable, or an expression that stands for it.
        shape: Its sizes, in torch's order of axes.
        kind: Kind of the operation that made it.
        names: What it is called in the drawing.
        parts: Several tensors that are not joined yet, where that is what it is.
        skip: The tensor that goes to the other side of a U-shaped network, where it is another one.
        chunks: The tensors that it is cut into, one for each arrow that leaves.
    """

    name: str
    shape: Shape
    kind: str = ""
    names: tuple[str, ...] = ()
    parts: tuple[Value, ...] = ()
    skip: Value | None = None
    chunks: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of ``forward``.

    Args:
        name: What is set.
        expression: To what.
        shape: Its sizes.
        remark: What stands above it.
        loop: It is done again and again; how the loop begins.
        start: What its value is before the loop.
    """

    name: str
    expression: str
    shape: Shape
    remark: str = ""
    loop: str = ""
    start: str = ""


@dataclass(slots=True)
class Draft:
    """What has been written so far.

    Args:
        known: Symbols that have turned out to be other sizes.
        layers: Attribute → the expression that makes it.
        lines: The lines of ``forward``.
        helpers: Names of the helper classes and functions that are used.
        symbols: Symbols that the layers use.
        usual: Symbols whose use says what they are at first.
        sizes: Every size that must come out whole.
        names: Variables that are taken.
        attributes: Attributes that are taken.
        attends: Whether it is a network of attention, where four axes mean heads.
        patches: Whether images come to it as well.
        pools: Whether pooling is drawn by itself.
        experts: How many experts are drawn.
        all_experts: How many there are, where those that are drawn stand for more; nothing if they do not.
        stacked: What all these experts make, once it is written.
        taken: What comes in.
        made: Kind → the value that an operation of it made, where others may speak of it.
        heads: How many heads there are where a box does not say.
        batch: A variable whose first axis is the batch.
        batch_size: The size of that axis.
        state: How large the state of a recurrent cell is.
        target: What an autoencoder has to make.
        image: The sizes of an image that an autoencoder has to make, without the batch; empty if it makes none.
        tokens: The shape of the tokens that come in; empty if none do.
        narrow: Variable → how many features it is to go back to.
        wide: The same for adapters.
        inner: Variable → over how many features its scores were summed.
        below: Variable → how many rows it chooses from.
        joints: Variables → what they are side by side.
        split: Variable → it with its features as heads.
        further: Arguments that nobody drew, such as the labels of a loss.
        chosen: The variable that says which tokens were hidden; empty if none were.
        embedded: Variables whose whole numbers are looked up in an embedding.
        causal: Whether no place sees a later one, somewhere.
        hides: Whether some tokens are hidden, as in BERT.
        block: The variable of a loop over blocks; empty if there is none yet.
    """

    known: Mapping[str, Size]
    layers: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    symbols: dict[str, str] = field(default_factory=dict)
    usual: dict[str, int] = field(default_factory=dict)
    sizes: list[Size] = field(default_factory=list)
    names: set[str] = field(default_factory=lambda: set(RESERVED))
    attributes: set[str] = field(default_factory=set)
    attends: bool = False
    patches: bool = False
    pools: bool = False
    experts: int = 0
    all_experts: Size | None = None
    stacked: Value | None = None
    taken: list[Value] = field(default_factory=list)
    made: dict[str, Value] = field(default_factory=dict)
    heads: Size = field(default_factory=lambda: Size.of("h"))
    batch: str = ""
    batch_size: Size = field(default_factory=lambda: Size.of("B"))
    state: Size | None = None
    target: Size | None = None
    image: Shape = ()
    tokens: Shape = ()
    narrow: dict[str, Size] = field(default_factory=dict)
    wide: dict[str, Size] = field(default_factory=dict)
    inner: dict[str, Size] = field(default_factory=dict)
    below: dict[str, Size] = field(default_factory=dict)
    joints: dict[tuple[str, ...], Value] = field(default_factory=dict)
    split: dict[str, Value] = field(default_factory=dict)
    further: list[Value] = field(default_factory=list)
    chosen: str = ""
    embedded: set[str] = field(default_factory=set)
    causal: bool = False
    hides: bool = False
    block: str = ""

    def settled(self, size: Size) -> Size:
        """The size with all that is known put in."""
        return settled(size, self.known)

    def python(self, size: Size) -> str:
        """A size as an expression in ``__init__``."""
        size = self.settled(size)
        self.sizes.append(size)
        for symbol in size.symbols:
            self.symbols.setdefault(identifier(symbol), symbol)
        return as_python(size)

    def symbols_of(self, size: Size) -> None:
        """Note that a size must come out whole, though no layer names it."""
        self.sizes.append(self.settled(size))

    def attribute(self, size: Size, name: str) -> str:
        """A size as an expression in ``forward``."""
        size = self.settled(size)
        if size.number is not None:
            return str(size)
        made = self.python(size)
        known = next((attribute for attribute, expression in self.layers.items() if expression == made), None)
        return f"self.{known}" if known else self.layer(name, made)

    def same(self, left: Size, right: Size) -> None:
        """Make sure that two sizes are one.

        Raises:
            SameSizeError: They are, but it was not known.
            ModuleError: They are not.
        """
        left, right = self.settled(left), self.settled(right)
        if left == right:
            return
        if left.symbols | right.symbols:
            raise SameSizeError(left, right)
        raise ModuleError(f"A size is {left} in one place and {right} in another.")

    def same_shape(self, left: Shape, right: Shape) -> None:
        """Make sure that two shapes are one; see :meth:`same`."""
        if len(left) != len(right):
            raise ModuleError(f"{say_shape(left)} and {say_shape(right)} do not fit together.")
        for one, two in zip(left, right, strict=True):
            if one.number is not None and two.number is not None and one != two:
                raise ModuleError(f"{say_shape(left)} and {say_shape(right)} do not fit together.")
            self.same(one, two)

    def name(self, wanted: str) -> str:
        """A variable's name that is not taken yet."""
        return _unused(identifier(wanted), self.names)

    def layer(self, wanted: str, made: str) -> str:
        """Add a layer; gives the expression that it is called by."""
        name = _unused(identifier(wanted), self.attributes)
        self.layers[name] = made
        return f"self.{name}"

    def use(self, helper: str) -> str:
        """Have a helper class or function in the source; gives its name."""
        if helper not in self.helpers:
            self.helpers.append(helper)
        return helper

    def line(
        self, wanted: str, expression: str, shape: Iterable[Size], node: Node | None = None, remark: str = ""
    ) -> Value:
        """Compute a value in a line of its own."""
        sizes = tuple(self.settled(size) for size in shape)
        self.sizes += sizes
        name = self.name(wanted)
        self.lines.append(Line(name, expression, sizes, remark))
        return Value(name, sizes, node.op.kind if node else "", node.names if node else ())

    def beside(self, value: Value, second: str) -> None:
        """Have the line that made a value set a second variable, too."""
        place = next(place for place, line in enumerate(self.lines) if line.name == value.name)
        self.lines[place] = replace(self.lines[place], name=f"{value.name}, {second}")

    def again(self, wanted: str, blocks: str, value: Value, further: str, node: Node) -> Value:
        """Send a value through each of several blocks, one after the other; what else they are given stays."""
        self.block = self.block or self.name("block")
        name = self.name(wanted)
        expression = f"{self.block}({name}{further})"
        loop = f"for {self.block} in {blocks}:"
        self.lines.append(Line(name, expression, value.shape, loop=loop, start=value.name))
        return Value(name, value.shape, node.op.kind, node.names)

    def argument(self, wanted: str, shape: Shape, below: Size) -> Value:
        """Have ``forward`` take one more argument, of whole numbers."""
        value = Value(self.name(wanted), shape, "label")
        self.sizes += shape
        self.below[value.name] = below
        self.further.append(value)
        return value


def _unused(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    taken.add(found)
    return found
