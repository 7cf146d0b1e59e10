"""A drawing becomes a module that torch runs, with the shapes that the drawing says."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest
import torch
from modules_kit import built, graph_of, made, run

from evalmode.board.modules import ModuleError, write_module

PRE_NORM = """
x (B, T, d) -> LayerNorm -> MHA h -> + x as y
y -> LayerNorm -> FFN -> + y -> out (B, T, d)
"""
UNET = """
x (B, N, H, W) -> Conv Block C (B, C, H, W) as e0
e0 -> MaxPool (B, C, H/2, W/2) -> Conv Block 2C (B, 2C, H/2, W/2) as e1
e1 -> MaxPool (B, 2C, H/4, W/4) -> Conv Block 4C (B, 4C, H/4, W/4) as bottom
bottom -> Upsample (B, 2C, H/2, W/2) -> Concat @ e1 -> Conv Block 2C (B, 2C, H/2, W/2) as d1
d1 -> Upsample (B, C, H, W) -> Concat @ e0 -> Conv Block C (B, C, H, W) -> Conv 1x1 (B, K, H, W) -> out
"""
LSTM = """
x (B, D)
h (B, H)
c (B, H)
x -> "f = σ" @ h (B, H) as f
x -> "i = σ" @ h (B, H) as i
x -> "g = tanh" @ h (B, H) as g
x -> "o = σ" @ h (B, H) as o
c -> * f as kept
i -> * g as written
kept -> + written as cell
cell -> tanh -> * o -> "h_t"
cell -> "c_t"
"""
GAN = """
z (B, z) -> Generator (B, D) as fake
real (B, D) -> Discriminator @ fake (B, 1) as score
score -> "Discriminator loss"
score -> "Generator loss"
"""


def test_a_block_runs_at_the_sizes_that_are_given() -> None:
    module = built(PRE_NORM, B=3, T=4, d=8, h=2)
    assert module.tensors == (((3, 4, 8), 0),)
    assert [tuple(output.shape) for output in run(module)] == [(3, 4, 8)]
    assert sum(parameter.numel() for parameter in made(module).parameters()) == 4 * 8 + 4 * (64 + 8) + 2 * 8 * 32 + 40


def test_a_residual_that_is_drawn_is_computed() -> None:
    with_it, without = built(PRE_NORM), built(PRE_NORM.replace("+ y -> out", "out"))
    assert "+ ffn" in with_it.source
    assert "+ ffn" not in without.source


def test_what_the_drawing_leaves_open_divides_evenly() -> None:
    module = built(PRE_NORM, h=6)
    assert dict(module.sizes)["d"] % 6 == 0
    run(module)


def test_a_deep_network_gets_an_image_that_can_be_halved_often_enough() -> None:
    levels = [f"e{n} -> MaxPool -> Conv Block {2 ** (n + 1)}C as e{n + 1}" for n in range(5)]
    shape = "e5 -> Conv 1x1 (B, K, H/32, W/32) -> out (B, K, H/32, W/32)"
    module = built("\n".join(["x (B, N, H, W) -> Conv Block C as e0", *levels, shape]), "unet")
    assert dict(module.sizes)["H"] % 32 == 0
    assert run(module)[0].shape[2] == dict(module.sizes)["H"] // 32


def test_a_u_net_gives_a_map_as_large_as_its_image() -> None:
    module = built(UNET, "unet", B=2, N=3, C=4, K=5, H=8, W=12)
    assert run(module)[0].shape == (2, 5, 8, 12)


def test_levels_in_one_box_each_have_their_pooling() -> None:
    text = """
    x (B, N, H, W) -> Encoder Stage C as e0
    e0 -> Encoder Stage 2C as e1
    e1 -> Conv Block 4C (B, 4C, H/4, W/4) as bottom
    bottom -> Decoder Stage 2C @ e1 (B, 2C, H/2, W/2) as d1
    d1 -> Decoder Stage C @ e0 (B, C, H, W) -> Conv 1x1 (B, K, H, W) -> out
    """
    module = built(text, "unet", B=1, H=8, W=8)
    assert module.source.count("nn.MaxPool2d") == 2
    assert run(module)[0].shape[2:] == (8, 8)


def test_a_cell_names_its_gates_and_returns_the_state_before_the_cell() -> None:
    module = built(LSTM, "lstm-cell", D=3, H=4)
    assert {"self.forget_gate", "self.input_gate", "self.output_gate", "self.candidate"} <= set(module.source.split())
    assert module.outputs == ("h_t", "c_t")
    assert [output.shape for output in run(module)] == [(2, 4), (2, 4)]


def test_a_gan_returns_both_losses_and_keeps_the_generator_out_of_the_first() -> None:
    module = built(GAN, "gan")
    network = made(module)
    inputs = [torch.randn(shape) for shape, _ in module.tensors]
    discriminator_loss, generator_loss = network(*inputs)
    discriminator_loss.backward()
    assert all(parameter.grad is None for parameter in network.generator.parameters())
    assert any(parameter.grad is not None for parameter in network.discriminator.parameters())
    generator_loss.backward()
    assert all(parameter.grad is not None for parameter in network.generator.parameters())


def test_every_value_has_the_shape_that_is_said_of_it() -> None:
    for text, architecture in ((PRE_NORM, ""), (UNET, "unet"), (LSTM, "lstm-cell")):
        module = built(text, architecture)
        space: dict[str, object] = {}
        body = module.source.replace("        return ", "        self.seen = dict(locals())\n        return ")
        exec(compile(body, "module.py", "exec"), space)  # noqa: S102 - what is written is to be run
        network = space[module.class_name]().eval()
        network(*[torch.randn(shape) for shape, _ in module.tensors])
        for node in module.nodes:
            assert tuple(network.seen[node.name].shape) == node.sizes, node


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x (B, T, d) -> Frobnicate -> out (B, T, d)", "“Frobnicate” names no operation"),
        ("x (B, 64) -> Linear 512 (B, 512) -> + x -> out (B, 512)", "do not fit together"),
        ("x (B, C, H, W) -> Conv 3x3 (B, C, H, W) -> MHA h -> out", "needs (B, T, d)"),
        ('z (B, z) -> Generator (B, D) -> Discriminator (B, 1) -> "Generator loss"', "no real data"),
    ],
)
def test_what_cannot_be_built_is_said_in_one_sentence(text: str, says: str) -> None:
    with pytest.raises(ModuleError) as caught:
        run(built(text, "gan" if "Generator" in text else ""))
    assert says in caught.value.message
    assert caught.value.message.endswith(".")


def test_a_circle_is_no_module() -> None:
    with pytest.raises(ModuleError, match="circle"):
        built("x (B, d) -> Linear d as y\ny -> ReLU as z\nz -> Linear d as w\nw -> y")


def test_words_of_a_drawing_cannot_leave_their_comment() -> None:
    hostile = 'x"""); import os\nos.abort() #'
    graph = graph_of(PRE_NORM)
    nodes = tuple(replace(node, label=hostile, names=(hostile,)) for node in graph.nodes)
    module = write_module(replace(graph, nodes=nodes), title=f'{hostile}\n"""\nos.abort()')
    tree = ast.parse(module.source)
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert imported <= {"torch", "torch.nn.functional"}
    assert not any(isinstance(node, ast.Name) and node.id == "os" for node in ast.walk(tree))
    run(module)
