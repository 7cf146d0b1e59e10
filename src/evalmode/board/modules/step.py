"""One operation of a drawing while it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evalmode.board.modules.sizes import ONE, read_size, say_shape
from evalmode.board.modules.values import ModuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from evalmode.board.graph import Node
    from evalmode.board.modules.draft import Draft, Shape, Value
    from evalmode.board.shapes import Size

    Writer = Callable[["Step"], Value]

__all__ = ["Given", "Step"]


@dataclass(frozen=True, slots=True)
class Given:
    """A value that comes to an operation, and by which port."""

    value: Value
    port: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """All that is known where one operation is written.

    Args:
        draft: What has been written so far.
        node: The operation.
        given: What comes to it, in order.
        base: What its value and its layer are called.
        features: Size of the feature axis that is written on what leaves it; nothing if none is.
        written: The whole shape that is written there, as it is written.
        into: Kinds of the operations that take its value.
        role: Which gate it is, by what it is multiplied with; empty if it is none.
        less: Name of the value that a difference is less by, where that is known; else empty.
    """

    draft: Draft
    node: Node
    given: tuple[Given, ...]
    base: str
    features: Size | None = None
    written: Shape | None = None
    into: tuple[str, ...] = ()
    role: str = ""
    less: str = ""

    @property
    def label(self) -> str:
        """What it is called in messages."""
        return " ".join(self.node.label.split()) or self.node.op.kind.replace("_", " ")

    @property
    def first(self) -> Value:
        """The first value that comes to it.

        Raises:
            ModuleError: None does.
        """
        if not self.given:
            raise ModuleError(f"Nothing leads to “{self.label}”.")
        return self.given[0].value

    @property
    def values(self) -> tuple[Value, ...]:
        """All values that come to it, in order."""
        return tuple(given.value for given in self.given)

    def only(self) -> Value:
        """The one value that comes to it.

        Raises:
            ModuleError: None does, or several do.
        """
        if len({value.name for value in self.values}) > 1:
            raise ModuleError(f"“{self.label}” takes one value, and {len(self.given)} lead to it.")
        return self.first

    def at(self, *ports: str) -> Value | None:
        """The value at a port of one of these names; nothing if there is none."""
        return next((given.value for given in self.given if given.port in ports), None)

    def param(self, *names: str) -> str:
        """The first of these parameters that is written; empty if none is."""
        return next((self.node.op.get(name) for name in names if self.node.op.get(name)), "")

    def size(self, *names: str) -> Size | None:
        """The first of these parameters as a size; nothing if none is written."""
        found = next((size for name in names if (size := read_size(self.node.op.get(name))) is not None), None)
        return None if found is None else self.draft.settled(found)

    def whole(self, name: str, default: int) -> int:
        """A parameter that must be a number, such as a kernel."""
        size = self.size(name)
        number = None if size is None else size.number
        return default if number is None else int(number)

    def out(self, default: Size) -> Size:
        """How many features it makes: as its words say, else as the arrows that leave it say, else the default."""
        return self.size("out") or self.features or default

    def py(self, size: Size) -> str:
        """A size as an expression in ``__init__``."""
        return self.draft.python(size)

    def layer(self, made: str, base: str = "") -> str:
        """Add a layer; gives the expression that it is called by."""
        return self.draft.layer(base or self.base, made)

    def line(self, expression: str, shape: Shape, remark: str = "", base: str = "") -> Value:
        """Compute its value in a line."""
        return self.draft.line(base or self.base, expression, shape, self.node, remark)

    def alias(self, value: Value) -> Value:
        """Its value is another one, as it is."""
        return replace(value, names=tuple(dict.fromkeys((*self.node.names, *value.names))))

    def channels(self, value: Value) -> Size:
        """The channels of a value, which must be an image or a sequence of features for convolutions.

        Raises:
            ModuleError: It is none.
        """
        if len(value.shape) < 3:
            raise ModuleError(f"“{self.label}” needs (B, C, H, W), and {say_shape(value.shape)} comes to it.")
        return value.shape[1]

    def unit(self) -> Size:
        """The size 1."""
        return ONE
