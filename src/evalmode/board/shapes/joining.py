"""Shapes of what takes several values: sums, products, concatenation, attention."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from evalmode.board.shapes.algebra import UNKNOWN, Size
from evalmode.board.shapes.axes import batched, image_axes
from evalmode.board.shapes.option import Input, Option

if TYPE_CHECKING:
    from evalmode.board.graph import Op

__all__ = ["attention", "broadcast", "concat", "matmul", "mha", "similarity"]

Sizes = tuple[Size, ...]


def broadcast(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A sum or product element by element: sizes are equal, or one."""
    sizes = inputs[0].sizes
    for other in inputs[1:]:
        joined = _broadcast(sizes, other.sizes)
        if joined is None:
            return []
        sizes = joined
    verb = {"add": "a sum", "subtract": "a difference"}.get(op.kind, "a product")
    return [Option(sizes, f"{verb} keeps the shape of its parts")]


def _broadcast(one: Sizes, two: Sizes) -> Sizes | None:
    longer, shorter = (one, two) if len(one) >= len(two) else (two, one)
    if len(shorter) < len(longer) and batched(shorter) and batched(longer):
        return None
    padded = (Size.of(1),) * (len(longer) - len(shorter)) + shorter
    joined = []
    for left, right in zip(longer, padded, strict=True):
        if left == right or right.number == 1 or right.unknown:
            joined.append(left)
        elif left.number == 1 or left.unknown:
            joined.append(right)
        elif left.number is not None and right.number is not None:
            return None
        else:
            joined.append(UNKNOWN)
    return tuple(joined)


def concat(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """One value after the other along an axis: channels of images, else the last one or the length."""
    del op
    if len(inputs) < 2 or len({len(one.sizes) for one in inputs}) != 1 or not inputs[0].sizes:
        return []
    sizes = [one.sizes for one in inputs]
    axes = image_axes(sizes[0], channels_last=inputs[0].channels_last)
    if axes is not None:
        return [_concatenated(sizes, axes[0], base) for base in range(len(sizes))]
    rank = len(sizes[0])
    places = [rank - 1] if rank == 1 else [rank - 1, rank - 2] if rank <= 3 else []
    return [_concatenated(sizes, place, 0) for place in places]


def _concatenated(sizes: list[Sizes], axis: int, base: int) -> Option:
    total = Size()
    for one in sizes:
        total = total + one[axis] if not (one[axis].unknown or total.unknown) else UNKNOWN
    made = list(sizes[base])
    made[axis] = total
    parts = [str(one[axis]) for one in sizes]
    sum_is_said = sorted(parts) == sorted(str(total).split(" + "))
    return Option(tuple(made), " + ".join(parts) + ("" if sum_is_said else f" = {total}"))


def matmul(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """A product of matrices; which of the two is transposed is often left to the reader."""
    del op
    if len(inputs) == 1 and inputs[0].port == "q,k":  # one arrow brings both
        inputs = (*inputs, *inputs)
    if len(inputs) != 2 or len(inputs[0].sizes) != len(inputs[1].sizes) or len(inputs[0].sizes) < 2:
        return []
    found = []
    for one, two in permutations([one.sizes for one in inputs]):
        if one[-1] == two[-2]:
            found.append(Option((*one[:-1], two[-1]), f"({one[-2]}×{one[-1]})·({two[-2]}×{two[-1]})"))
        if one[-1] == two[-1]:
            found.append(Option((*one[:-1], two[-2]), f"({one[-2]}×{one[-1]})·({two[-1]}×{two[-2]})"))
    return list(dict.fromkeys(found))


def similarity(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """The scalar product of every row of one with every row of the other."""
    del op
    if len(inputs) != 2 or {len(one.sizes) for one in inputs} != {2}:
        return []
    one, two = (given.sizes for given in inputs)
    return [Option((one[0], two[0]), f"({one[0]}×{one[1]})·({two[1]}×{two[0]})")]


def mha(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """Multi-head attention gives what it was asked with: the shape of the queries' input."""
    del op
    queries = [one for one in inputs if one.port in {"q", "query"}]
    shapes = {one.sizes for one in (queries or inputs)}
    if len(shapes) != 1:
        return []
    return [Option(shapes.pop(), "attention keeps the shape of its queries")]


def attention(op: Op, inputs: tuple[Input, ...]) -> list[Option]:
    """The core of attention: as many rows as there are queries, as wide as the values."""
    ports = {one.port: one.sizes for one in inputs if one.port}
    if len(ports) == len(inputs) and {"q", "v"} <= set(ports):
        if len(ports["q"]) != len(ports["v"]):
            return []
        made = (*ports["q"][:-1], ports["v"][-1])
        return [Option(made, "a row for each query, as wide as the values")]
    return mha(op, inputs)
