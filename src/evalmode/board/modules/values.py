"""What a drawing is turned into: the source of an ``nn.Module``, and what is needed to run it."""

from __future__ import annotations

from dataclasses import dataclass

from evalmode.core import InputError

__all__ = ["ModuleError", "ModuleInput", "ModuleNode", "ModuleSource", "Tensors"]

Tensors = tuple[tuple[tuple[int, ...], int], ...]
"""Of each input its shape, and below which number its whole numbers stay; 0 where it holds real numbers."""


class ModuleError(InputError):
    """No module can be made of a drawing; the message says why in one sentence."""

    code = "no_module"


@dataclass(frozen=True, slots=True)
class ModuleInput:
    """One argument of ``forward``.

    Args:
        name: Its name in the source.
        shape: Its sizes as they are written, such as ``("B", "T", "d")``.
        sizes: Its sizes as numbers.
        below: It holds whole numbers from 0 up to this one, such as token ids; 0 where it holds real numbers.
        node: Id of the graph's node.
    """

    name: str
    shape: tuple[str, ...]
    sizes: tuple[int, ...]
    below: int = 0
    node: str = ""


@dataclass(frozen=True, slots=True)
class ModuleNode:
    """The value that one operation makes.

    Args:
        name: The variable in ``forward`` that holds it.
        node: Id of the graph's node.
        shape: Its sizes as they are written, such as ``("B", "T", "4d")``.
        sizes: Its sizes as numbers.
    """

    name: str
    node: str
    shape: tuple[str, ...]
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ModuleSource:
    """A drawing as a program.

    Args:
        source: A Python module: imports, the helper classes it needs, and last the class itself. Its arguments have
            defaults, so that it can be made without any.
        class_name: Name of that class.
        inputs: The arguments of ``forward``, in order.
        nodes: The values that it computes, in order; several nodes may be one value.
        outputs: The variables that it returns, in order.
        sizes: The symbols of the drawing and what they are here, by name.
        stages: Ids of the nodes that make two values: one that goes on and one that goes across.
    """

    source: str
    class_name: str
    inputs: tuple[ModuleInput, ...] = ()
    nodes: tuple[ModuleNode, ...] = ()
    outputs: tuple[str, ...] = ()
    sizes: tuple[tuple[str, int], ...] = ()
    stages: tuple[str, ...] = ()

    @property
    def tensors(self) -> Tensors:
        """What to run it on, as a judge takes it."""
        return tuple((given.sizes, given.below) for given in self.inputs)
