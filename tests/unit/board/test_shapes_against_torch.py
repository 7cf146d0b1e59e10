"""Every shape that is inferred on a reference is the one torch gives, with another prime in every size."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn import functional

from evalmode.board.architecture import read_reference
from evalmode.board.graph import Op
from evalmode.board.interpreting import interpret
from evalmode.board.shapes import Size, infer
from evalmode.board.shapes.flow import Plan
from evalmode.board.shapes.functions import SHAPE_FUNCTIONS, made_by
from evalmode.board.shapes.option import Input
from evalmode.board.shapes.sizes import parse_size
from evalmode.board.vocabulary import load_vocabulary

BOARDS = Path(__file__).parents[3] / "src" / "evalmode_pack_dl" / "board"
REFERENCES = sorted(BOARDS.glob("*/references/*.board"))
PRIMES = (7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61)
DIVISIBLE = 96
"""Everything that is divided in a drawing divides evenly: heads, halves of sides, quarters of channels."""


@lru_cache
def vocabulary():
    return load_vocabulary(BOARDS / "vocabulary.yaml")


class Sizes(dict):
    """A prime for each name, times what sizes are divided by; heads and strides stay small."""

    def __missing__(self, name):
        small = {"h": 2, "g": 2, "r": 3, "s": 2, "P": 4, "p": 4, "k": 2}
        self[name] = Size.of(small.get(name) or PRIMES[len(self) % len(PRIMES)] * DIVISIBLE)
        return self[name]

    def number(self, size):
        for name in size.symbols:
            self[name]
        return size.put(self).number

    def of(self, text, default):
        size = parse_size(text) if text else None
        return int(self.number(size)) if size is not None and not size.unknown else default


def same(_op, tensors, _sizes, _out):
    return tensors[0]


def linear(_op, tensors, _sizes, out):
    return nn.Linear(tensors[0].shape[-1], out[-1], bias=False, device="meta")(tensors[0])


def conv(op, tensors, sizes, out):
    kernel, stride = sizes.of(op.get("kernel"), 3), sizes.of(op.get("stride"), 1)
    padding = sizes.of(op.get("padding"), kernel // 2)
    made = nn.Conv2d(tensors[0].shape[-3], out[-3], kernel, stride, padding, bias=False, device="meta")
    return made(tensors[0])


def conv_block(_op, tensors, _sizes, out):
    return nn.Conv2d(tensors[0].shape[-3], out[-3], 3, 1, 1, device="meta")(tensors[0])


def conv_transpose(op, tensors, sizes, out):
    stride = sizes.of(op.get("stride") or op.get("factor"), 2)
    return nn.ConvTranspose2d(tensors[0].shape[-3], out[-3], stride, stride, device="meta")(tensors[0])


def pool(op, tensors, sizes, _out):
    factor = sizes.of(op.get("stride") or op.get("kernel") or op.get("factor"), 2)
    return functional.max_pool2d(tensors[0], factor)


def mean(_op, tensors, _sizes, out):
    made = tensors[0].mean((-2, -1))
    return made if len(out) == made.dim() else made[..., None, None]


def upsample(op, tensors, sizes, out):
    grown = functional.interpolate(tensors[0], scale_factor=sizes.of(op.get("factor"), 2))
    return grown[:, : out[1]]


def embedding(_op, tensors, _sizes, out):
    return functional.embedding(tensors[0].long(), torch.empty(5, out[-1], device="meta"))


def concat(_op, tensors, _sizes, _out):
    if tensors[0].dim() == 3 and len({tensor.shape[1] for tensor in tensors}) > 1:
        return torch.cat(tensors, 1)  # a learned token before the others
    return torch.cat(tensors, -3 if tensors[0].dim() == 4 else -1)


def matmul(_op, tensors, _sizes, _out):
    """Drawings leave the order of the two open, and whether the second one is transposed."""
    for one, two in (tensors, tensors[::-1]):
        for second in (two, two.transpose(-1, -2)):
            if one.shape[-1] == second.shape[-2]:
                return one @ second
    raise AssertionError(f"torch cannot multiply {[tuple(each.shape) for each in tensors]}")


def heads(op, tensors, _sizes, out):
    made = functional.scaled_dot_product_attention(*(tensors if len(tensors) == 3 else tensors[:1] * 3))
    assert made.shape[-1] == out[-1], op
    return made


TORCH = {
    **{kind: same for kind, function in SHAPE_FUNCTIONS.items() if function.__name__.startswith("keep")},
    **{kind: linear for kind, function in SHAPE_FUNCTIONS.items() if function.__name__ in {"linear", "rank_of"}},
    "add": lambda _op, tensors, _sizes, _out: sum(tensors[1:], tensors[0]),
    "subtract": lambda _op, tensors, _sizes, _out: tensors[0] - tensors[1],
    "multiply": lambda _op, tensors, _sizes, _out: torch.mul(tensors[0], tensors[-1]),
    "concat": concat,
    "matmul": matmul,
    "similarity": lambda _op, tensors, _sizes, _out: tensors[0] @ tensors[1].T,
    "attention": heads,
    "mha": same,
    "conv": conv,
    "depthwise_conv": conv,
    "conv_block": conv_block,
    "conv_transpose": conv_transpose,
    "max_pool": pool,
    "avg_pool": pool,
    "downsample": pool,
    "global_avg_pool": mean,
    "upsample": upsample,
    "embedding": embedding,
    "token_embedding": embedding,
    "transpose": lambda _op, tensors, _sizes, _out: tensors[0].transpose(-1, -2),
}


def concrete(shape, sizes):
    return tuple(int(sizes.number(size)) for size in shape)


def checked(op, given, out, sizes):
    """Whether torch makes of the inputs what was inferred, where both can be done."""
    tensors = [torch.empty(concrete(shape, sizes), device="meta") for shape in given]
    wanted = concrete(out, sizes)
    made = TORCH[op.kind](op, tensors, sizes, wanted)
    assert tuple(made.shape) == wanted, f"{op.kind}: torch {tuple(made.shape)}, inferred {wanted}"


def checks(path):
    """Operation, shapes of its inputs and inferred shape, for every operation where all are known."""
    graph = interpret(read_reference(path).drawing, vocabulary(), path.parents[1].name, patterns=True)
    report = infer(graph)
    assert report.wrong == (), report.wrong
    gates = Plan(graph, {})
    for node in graph.nodes:
        if gates.is_gate(node.id):
            continue
        taken = [(edge.port != "q", place) for place, edge in enumerate(graph.edges) if edge.target == node.id]
        into = [report.edges[place] for _, place in sorted(taken)]
        out = [report.edges[place] for place, edge in enumerate(graph.edges) if edge.source == node.id]
        shapes = [shape for edge in into if (shape := edge.written or edge.inferred) is not None]
        inferred = next((edge.inferred for edge in out if edge.inferred is not None), None)
        ports = [graph.edges[edge.edge].port for edge in into]
        known = [[Input(shape.sizes, port)] for shape, port in zip(shapes, ports, strict=False)]
        if inferred is not None and node.op.kind in TORCH and len(shapes) == len(into) and made_by(node.op, known):
            yield node.op, [shape.sizes for shape in shapes], inferred.sizes


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: f"{path.parents[1].name}/{path.stem}")
def test_references_have_the_shapes_that_torch_gives(path):
    for op, given, out in checks(path):
        checked(op, given, out, Sizes())


def test_most_operations_of_references_are_compared():
    assert sum(1 for path in REFERENCES for _ in checks(path)) >= 5 * len(REFERENCES)


def test_a_wrong_shape_would_be_seen():
    good = (Size.of("B"), Size.of("C"), Size.of("H"), Size.of("W"))
    bad = (Size.of("B"), Size.of("C"), Size.of("H"), Size.of("W") / Size.of(2))
    with pytest.raises(AssertionError, match="torch"):
        checked(Op("relu"), [good], bad, Sizes())


@pytest.mark.parametrize("side", [5, 7, 11, 13, 16, 28, 57, 224])
@pytest.mark.parametrize("stride", [1, 2, 3, 4])
@pytest.mark.parametrize(("kernel", "padding"), [(1, 0), (2, 0), (3, 0), (3, 1), (4, 1), (5, 2), (7, 3)])
def test_sides_of_images_are_those_of_torch(side, stride, kernel, padding):
    params = tuple(sorted({"kernel": str(kernel), "stride": str(stride), "padding": str(padding), "out": "6"}.items()))
    shape = tuple(map(Size.of, (2, 6, side, side)))
    image = torch.empty(2, 6, side, side, device="meta")
    layers = {
        "conv": nn.Conv2d(6, 6, kernel, stride, padding, device="meta"),
        "conv_transpose": nn.ConvTranspose2d(6, 6, kernel, stride, padding, device="meta"),
        "max_pool": nn.MaxPool2d(kernel, stride, padding if padding <= kernel // 2 else 0),
    }
    for kind, layer in layers.items():
        if kind != "conv_transpose" and side + 2 * padding < kernel:
            continue
        (option,) = made_by(Op(kind, params), [[Input(shape, channels_last=False)]])
        assert concrete(option.sizes, Sizes()) == tuple(layer(image).shape)
