"""Other architectures than the five: each is drawn, built, and held against what torch computes in another way."""

from __future__ import annotations

import torch
from modules_kit import built, graph_of, made, run
from torch.nn.functional import relu

from evalmode.board.modules import write_like, write_module

DETAILED = """
x (B, T, d) -> "Linear Q" as q
x -> "Linear K" as k
x -> "Linear V" as v
q -[q (B, h, T, d/h)]-> MatMul as scores
k -[k (B, h, T, d/h)]-> scores
scores -> "Scale 1/√d_k" -> Softmax -> "attn @ V" as mixed
v -[v (B, h, T, d/h)]-> mixed
mixed -> "Concat heads" -> Linear -> out (B, T, d)
"""
GPT = """
"token ids" (B, T) -> Token Embedding (B, T, d) as e
e -> Position Embedding -> Masked Self-Attention as a
a -> LayerNorm -> "LM head d→V" (B, T, V) -> out (B, T, V)
"""
MOE = """
x (B, T, d) -> "Router d→E" -> Top-2 -> Softmax as g
x -> "Expert 1 FFN" as e1
x -> "Expert 2 FFN" as e2
x -> "Expert 3 FFN" as e3
g -> "Σ g_i E_i(x)" @ e1, e2, e3 -> out (B, T, d)
"""
LORA = """
x (B, d) -> "W frozen" (B, k) as w
x -> "A (LoRA down) r" (B, r) -> "B (LoRA up)" (B, k) -> "Scale α/r" -> + w -> out (B, k)
"""
VAE = """
x (B, D) -> Encoder (B, e) as hidden
hidden -> "μ" (B, z) as mu
hidden -> "log σ²" (B, z) as lv
mu -> "z = μ + σ⊙ε" @ lv (B, z) as code
code -> Decoder (B, D) as rec
rec -> "reconstruction loss" @ x as first
mu -> "KL loss" @ lv as second
first -> + second -> out
"""


def test_attention_in_its_parts_is_torchs() -> None:
    module = built(DETAILED, "mha", B=2, T=5, d=8, h=2)
    network = made(module)
    x = torch.randn(2, 5, 8)
    theirs = torch.nn.MultiheadAttention(8, 2, batch_first=True)
    state = network.state_dict()
    with torch.no_grad():
        for name in ("weight", "bias"):
            parts = [state[f"{letter}_proj.{name}"] for letter in "qkv"]
            getattr(theirs, f"in_proj_{name}").copy_(torch.cat(parts))
        last = [layer for layer in network.children() if isinstance(layer, torch.nn.Linear)][-1]
        theirs.out_proj.load_state_dict(last.state_dict())
        assert torch.allclose(network(x), theirs(x, x, x)[0], atol=1e-6)


def test_a_language_model_takes_whole_numbers_and_sees_no_later_token() -> None:
    module = built(GPT, "gpt", B=1, T=6, d=8, h=2, V=11)
    network = made(module)
    assert module.inputs[0].below == 11
    tokens = torch.randint(11, (1, 6))
    changed = tokens.clone()
    changed[0, -1] = (changed[0, -1] + 1) % 11
    with torch.no_grad():
        before, after = network(tokens), network(changed)
    assert torch.equal(before[:, :-1], after[:, :-1])
    assert not torch.equal(before[:, -1], after[:, -1])


def test_two_experts_of_three_make_each_token() -> None:
    module = built(MOE, "moe", d=8)
    network = made(module)
    assert network.router.out_features == 3
    x = torch.randn(2, 5, 8)
    with torch.no_grad():
        weights, chosen = network.router(x).topk(2, dim=-1)
        gates = weights.softmax(-1)
        outputs = torch.stack([expert(x) for expert in (network.expert_1, network.expert_2, network.expert_3)], -2)
        picked = torch.gather(outputs, -2, chosen[..., None].expand(-1, -1, -1, 8))
        assert torch.allclose(network(x), (gates[..., None] * picked).sum(-2), atol=1e-6)


def test_an_adapter_trains_two_small_matrices_and_not_the_large_one() -> None:
    module = built(LORA, "lora", d=8, k=6, r=2)
    network = made(module)
    trained = sum(parameter.numel() for parameter in network.parameters() if parameter.requires_grad)
    assert trained == 2 * (8 + 6)
    assert run(module)[0].shape == (2, 6)


def test_an_autoencoder_returns_its_loss() -> None:
    module = built(VAE, "vae", B=3, D=12, z=4)
    (loss,) = run(module)
    assert loss.shape == ()
    assert torch.isfinite(loss)


def test_a_reference_is_built_as_it_is_drawn() -> None:
    reference = graph_of("x (B, T, d) -> LayerNorm | RMSNorm -> MHA h -> + x -> Dropout? -> out (B, T, d)")
    drawn = graph_of("x (B, T, 32) -> RMSNorm -> MHA h=8 -> + x -> out (B, T, 32)")
    module = write_module(drawn)
    other = write_like(reference, drawn, module)
    assert other.tensors == module.tensors
    assert "nn.RMSNorm" in other.source
    assert "Dropout" not in other.source
    assert sum(parameter.numel() for parameter in made(other).parameters()) == sum(
        parameter.numel() for parameter in made(module).parameters()
    )


def test_channels_are_learned_from_the_drawing() -> None:
    reference = graph_of("x (B, 4C, H, W) -> Conv 1x1, C -> ReLU -> Conv 1x1, 4C -> + x -> out (B, 4C, H, W)")
    drawn = graph_of("x (256, 56, 56) -> Conv 1x1, 64 -> ReLU -> Conv 1x1, 256 -> + x -> out (256, 56, 56)")
    other = write_like(reference, drawn, write_module(drawn))
    assert dict(other.sizes)["C"] == 64


def test_a_squeeze_weighs_each_channel() -> None:
    text = """
    x (B, C, H, W) -> Global Avg Pool (B, C) -> "FC C→C/4" -> ReLU -> "FC C/4→C" -> Sigmoid as s
    x -> * s -> out (B, C, H, W)
    """
    module = built(text, "se-block", C=8)
    network = made(module)
    x = torch.randn(2, 8, 16, 16)
    first, second = [layer for layer in network.children() if isinstance(layer, torch.nn.Linear)]
    with torch.no_grad():
        weights = torch.sigmoid(second(relu(first(x.mean((2, 3))))))
        assert torch.allclose(network(x), x * weights[:, :, None, None], atol=1e-6)
