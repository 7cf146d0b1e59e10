"""What comes in: shapes in every notation brought to torch's order of axes, with a batch."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Literal

from evalmode.board.shapes import Shape as Written
from evalmode.board.shapes import Size, parse_shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.graph import Graph, Node
    from evalmode.board.modules.draft import Shape

__all__ = ["MADE", "PROJECTED", "Layout", "Sort"]

Sort = Literal["image", "sequence", "tokens", "vector"]

MADE = frozenset({"position_embedding", "segment_embedding", "cls_token"})
"""Kinds that need nothing that comes to them; whatever else nothing leads to comes from outside."""

PROJECTED = frozenset({"linear", "rope", "rms_norm", "layer_norm", "l2_norm", "split", "input"})
"""Kinds whose values may still have to be taken apart into heads."""

_IMAGE = frozenset(
    {"conv", "depthwise_conv", "conv_transpose", "conv_block", "encoder_stage", "decoder_stage", "max_pool"}
    | {"avg_pool", "upsample", "downsample", "patchify", "patch_embedding", "se_block", "global_avg_pool"}
    | {
        "instance_norm",
        "batch_norm",
        "unet",
        "image_encoder",
        "diffuse",
        "residual_block",
        "bottleneck",
        "inverted_residual",
    }
)
_SEQUENCE = frozenset(
    {
        "mha",
        "lstm",
        "gru",
        "rnn",
        "rope",
        "attention",
        "transformer_block",
        "position_embedding",
        "matmul",
        "split_heads",
    }
)
_POOLS = frozenset({"max_pool", "avg_pool", "downsample"})
_TOKENS = frozenset({"text_encoder", "embedding", "token_embedding", "segment_embedding", "mask_tokens"})
_VECTOR = frozenset({"gate", "candidate", "encoder", "mu", "logvar", "generator"})
_SORTS: tuple[tuple[frozenset[str], Sort], ...] = (
    (_TOKENS, "tokens"),
    (_IMAGE, "image"),
    (_SEQUENCE, "sequence"),
    (_VECTOR, "vector"),
)
_KEEPING = frozenset(
    {"layer_norm", "rms_norm", "batch_norm", "group_norm", "instance_norm", "norm", "relu", "relu6", "gelu", "silu"}
    | {"leaky_relu", "prelu", "elu", "sigmoid", "tanh", "dropout", "hard_swish", "activation", "identity", "pad"}
)
_SORT_OF: dict[str, Sort] = {"tokens": "tokens", "text": "tokens", "timestep": "vector", "noise": "vector"}
_CLASS_LOSSES = frozenset({"cross_entropy", "mlm_loss", "nsp_loss"})
_DEFAULTS: dict[Sort, str] = {"image": "B C_in H W", "sequence": "B T d", "tokens": "B T", "vector": "B D"}
_USUAL: dict[Sort, tuple[int, ...]] = {
    "image": (2, 4, 16, 16),
    "sequence": (2, 5, 16),
    "tokens": (2, 5),
    "vector": (2, 8),
}
_SPATIAL = re.compile(r"h|w|height|width|h_?\w|w_?\w|s", re.IGNORECASE)
_LARGEST_SIDE = 64


class Layout:
    """How a drawing writes its shapes, and what comes into it.

    Args:
        graph: The drawing's graph.
        small: Whether large images may be taken as smaller ones, which is quicker.
    """

    def __init__(self, graph: Graph, *, small: bool = True) -> None:
        self._small = small
        self.drawn: dict[str, str] = {}
        self._kinds = {node.id: node.op.kind for node in graph.nodes}
        self._after: dict[str, list[str]] = {}
        self._written: dict[str, Written] = {}
        for edge in graph.edges:
            if edge.kind == "data":
                self._after.setdefault(edge.source, []).append(edge.target)
            shape = parse_shape(edge.shape) if edge.kind == "data" and edge.shape else None
            if shape is not None:
                self._written.setdefault(edge.source, shape)
        kinds = set(self._kinds.values())
        self.attends = bool(kinds & _SEQUENCE)
        self.patches = bool(kinds & {"conv", "conv_block", "patchify", "patch_embedding"})
        self.pools = bool(kinds & _POOLS) or any(node.op.get("stride") not in {"", "1"} for node in graph.nodes)
        self.main: Sort = next((sort for among, sort in _SORTS if kinds & among and sort != "tokens"), "vector")
        ranks = [shape for shape in self._written.values() if shape.rank == 4]
        self.heads_written = ranks[0] if ranks and self.attends and not self.patches else None
        self.channels_last = self._votes_for_last()
        self.usual: dict[str, int] = {}
        self._times = 0

    def facts(self) -> Mapping[str, Size]:
        """What labels say about sizes, such as that d is 512."""
        found: dict[str, Size] = {}
        for shape in self._written.values():
            for name, size in shape.facts:
                if name not in size.symbols and not size.unknown:
                    found.setdefault(name, size)
        return found

    def written(self, node: Node) -> Shape | None:
        """The shape that is written on what leaves a node, as it is written; nothing if none is, or only in part."""
        shape = self._written.get(node.id)
        return None if shape is None or shape.open else shape.sizes

    def features(self, node: Node) -> Size | None:
        """The size of the feature axis that is written on what leaves a node, or further on where it is the same."""
        shape = self._written_after(node.id)
        if shape is None or not shape.sizes:
            return None
        sizes = shape.sizes
        if self.main == "image" and len(sizes) >= 3 and not self.attends:
            found = sizes[-1 if self.channels_last else -3]
        elif len(sizes) == 4:
            return None  # heads
        else:
            found = sizes[-1]
        return None if found.unknown else found

    def _written_after(self, node: str) -> Written | None:
        """The first shape after a node, past what keeps the features: norms, activations, dropout."""
        for _ in range(len(self._kinds)):
            if node in self._written:
                return self._written[node]
            after = set(self._after.get(node, ()))
            if len(after) != 1:
                return None
            node = after.pop()
            if self._kinds.get(node) not in _KEEPING:
                return None
        return None

    def of_input(self, node: Node) -> Shape:
        """The shape of what comes in at a node, with a batch and in torch's order of axes."""
        sort = self.sort(node)
        if node.op.kind == "timestep" or self._is_label(node):  # words beside them are of other things
            sizes = tuple(Size.of(name) for name in self._default(sort, node))
            self._note(sort, sizes)
            return sizes
        default = tuple(Size.of(name) for name in self._default(sort, node))
        written = self._written.get(node.id) or parse_shape(node.label)
        sizes = () if written is None else tuple(self._moved(sort, written))
        if written is not None and sort == "image" and set(sizes[2:]) - set(written.sizes):
            self.drawn[node.id] = str(written)
        if written is not None and written.open and len(sizes) < len(default):
            sizes = self._completed(sort, sizes, default)
        elif written is None or (sort in {"image", "tokens"} and len(sizes) != len(default)):
            sizes = default
        sizes = tuple(
            other if size.unknown else size
            for size, other in zip(sizes, (*default, *(Size.of(f"n_{place}") for place in range(9))), strict=False)
        )
        self._note(sort, sizes)
        return sizes

    def _default(self, sort: Sort, node: Node) -> list[str]:
        if (node.op.kind == "timestep" or self._is_label(node)) and sort == "vector":
            return ["B"]
        names = _DEFAULTS[sort].split()
        if sort in {"sequence", "tokens"}:
            self._times += 1
            if self._times > 1 and "memory" in node.label.lower():
                names[1] = "S"
        if sort == "vector" and set(node.names) & {"h", "c"}:
            names[1] = "H"
        return names

    @staticmethod
    def _completed(sort: Sort, sizes: Shape, default: Shape) -> Shape:
        if sort == "image" and len(sizes) == 1:
            return (default[0], sizes[0], *default[2:])
        return (*default[: len(default) - len(sizes)], *sizes)

    def _moved(self, sort: Sort, written: Written) -> list[Size]:
        """Its sizes in torch's order, with a batch before them."""
        sizes = list(written.sizes)
        batch = Size.of("B")
        if sort == "image" and len(sizes) in {3, 4} and not written.open:
            if len(sizes) == 3:
                sizes.insert(0, batch)
            if self.channels_last:
                sizes.insert(1, sizes.pop())
            return [*sizes[:2], *self._smaller(sizes[2:])]
        if sort == "tokens":
            sizes = sizes[:2]
        if written.open:
            return sizes
        if len(sizes) == 1 or (sort == "sequence" and len(sizes) == 2):
            return [batch, *sizes]
        return sizes

    def _smaller(self, sides: list[Size]) -> list[Size]:
        """Sides of hundreds of pixels are taken as 64: convolutions do not care, and it is quicker."""
        numbers = [side.number for side in sides]
        large = any(number is not None and number > _LARGEST_SIDE for number in numbers)
        if not large or not self._small or self.attends:
            return sides
        return [
            Size.of(_LARGEST_SIDE) if number is not None else side for number, side in zip(numbers, sides, strict=True)
        ]

    def sort(self, node: Node) -> Sort:
        """What comes in at a node: by the nearest operation that it leads to and that leaves no choice."""
        written = self._written.get(node.id)
        rank = None if written is None else written.rank
        if self._is_label(node):
            return "tokens" if set(self._kinds.values()) & _TOKENS else "vector"
        if node.op.kind in _SORT_OF:
            diffused = "diffuse" in {self._kinds.get(target) for target in self._after.get(node.id, ())}
            return "image" if node.op.kind == "noise" and (rank == 4 or diffused) else _SORT_OF[node.op.kind]
        found = self._demanded(node)
        if found is None and node.op.kind == "image":
            return "image"
        if found is None and self.main == "vector" and rank == 3:
            return "sequence"
        return found or self.main

    def _is_label(self, node: Node) -> bool:
        """Whether it is what a loss compares with, and nothing else."""
        after = {self._kinds.get(target) for target in self._after.get(node.id, ())}
        return node.op.kind == "label" or (node.op.kind == "input" and bool(after) and after <= _CLASS_LOSSES)

    def _demanded(self, node: Node) -> Sort | None:
        """What the nearest operation takes that leaves no choice."""
        seen, queue = {node.id}, deque([node.id])
        while queue:
            for target in self._after.get(queue.popleft(), ()):
                found = next((sort for among, sort in _SORTS if self._kinds.get(target) in among), None)
                if found is not None:
                    return found
                if target not in seen:
                    seen.add(target)
                    queue.append(target)
        return None

    def _votes_for_last(self) -> bool:
        votes = 0
        for shape in self._written.values():
            if len(shape.sizes) in {3, 4} and not shape.open:
                votes += _vote(shape.sizes[-3:])
        return votes > 0

    def _note(self, sort: Sort, sizes: Shape) -> None:
        """Small numbers for the symbols of an input, by their places; a second length differs from the first."""
        usual = _USUAL[sort] if len(sizes) == len(_USUAL[sort]) else (2, *[5] * (len(sizes) - 2), 16)
        for place, size in enumerate(sizes):
            if size.symbol and size.symbol not in self.usual:
                number = usual[min(place, len(usual) - 1)]
                taken = place == 1 and len(sizes) > 1 and sort in {"sequence", "tokens"}
                if taken and number in (self.usual.get(name) for name in self.usual if name != size.symbol):
                    number += 2
                self.usual[size.symbol] = number


def _vote(sizes: Shape) -> int:
    """Whether three axes are height, width and channels (1), or channels, height and width (-1)."""
    first, middle, last = sizes
    if first.number is not None and middle.number is not None and last.number is not None:
        if first == middle != last:
            return 1
        return -1 if middle == last != first else 0
    spatial = [any(_SPATIAL.fullmatch(name) for name in size.symbols) for size in sizes]
    if spatial == [True, True, False]:
        return 1
    return -1 if spatial == [False, True, True] else 0
