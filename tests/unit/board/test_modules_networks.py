"""Whole networks: tokens that are shifted or hidden, stacks of blocks, memories, experts that stand for more."""

from __future__ import annotations

import pytest
import torch
from modules_kit import PACK, built, graph_of, made, run
from test_modules_proving import tell

from evalmode.bank import BoardItem, read_bank
from evalmode.board.drawing import Drawing
from evalmode.board.modules import ModuleError, prove_references, write_like, write_module
from evalmode.board.modules.smaller import smaller
from evalmode.board.notation import parse_notation

GPT = """
Token ids (B, T) as ids
ids -> Token embedding (B, T, d) -> "+ Position embedding" -> "N × Transformer block (causal)" -> LM head (B, T, V) -> Cross-entropy as loss
ids -> "Shift left by one" (B, T) => loss
"""  # noqa: E501
BERT = """
tokens (B, T)
tokens -> "Mask 15 % of the tokens" (B, T) -> Token embedding (B, T, d) -> "MLM head d→V" (B, T, V) -> Cross-entropy as loss
tokens -[original tokens]-> loss
"""  # noqa: E501
TRANSLATOR = """
Source tokens (B, S) -> Source embedding (B, S, d) -> "+ Positional encoding" -> "N × Encoder" (B, S, d) as memory
"Target tokens" (B, T) -> Target embedding (B, T, d) -> "+ Positional encoding" as y
y -> "N × Decoder" @ memory (B, T, d) -> Linear (B, T, V) -> out
"""
EXPERTS = """
x (N, d) -> "Router: Linear d→E" (N, E) -> Top-2 -> Softmax as gates
x -> Expert 1 (N, d) as e1
x -> Expert 2 (N, d) as e2
x -> Expert E (N, d) as eE
e1 -> "Σ g_i E_i(x)" @ e2, eE, gates (N, d) -> y
"""
NETWORKS = ["gpt", "bert", "vit", "enc-dec", "moe", "vae", "clip", "ddpm"]


def test_each_token_is_asked_for_the_next_one() -> None:
    module = built(GPT, "gpt", B=2, T=6, d=8, h=2, V=11, N=3)
    network = made(module)
    assert len(network.blocks) == 3
    heard = []
    network.logits.register_forward_hook(lambda *told: heard.append(told[2]))
    ids = torch.randint(11, (2, 6))
    with torch.no_grad():
        loss = network(ids)
    (logits,) = heard
    right = torch.nn.functional.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten())
    unshifted = torch.nn.functional.cross_entropy(logits.flatten(0, 1), ids.flatten())
    assert torch.allclose(loss, right)
    assert not torch.allclose(loss, unshifted)


def test_ids_that_are_their_own_targets_are_shifted_where_no_place_sees_a_later_one() -> None:
    text = GPT.replace('ids -> "Shift left by one" (B, T) => loss', "ids -[next token]-> loss")
    sizes = {"B": 2, "T": 6, "d": 8, "h": 2, "V": 11}
    assert "[:, 1:]" in built(text, "gpt", **sizes).source
    assert "[:, 1:]" not in built(text.replace(" (causal)", ""), "gpt", **sizes).source


def test_only_hidden_tokens_count() -> None:
    module = built(BERT, "bert", B=3, T=20, d=8, V=50)
    space: dict[str, object] = {}
    exec(compile(module.source, "module.py", "exec"), space)  # noqa: S102 - what is written is to be run
    tokens = torch.randint(49, (3, 20))
    masked, chosen = space["hide_tokens"](tokens, 50)  # type: ignore[operator] # it is a function
    assert chosen.sum(1).tolist() == [3, 3, 3]
    assert torch.equal(masked[~chosen], tokens[~chosen])
    assert (masked == 49).sum() > 0
    assert torch.isfinite(run(module)[0])


def test_labels_that_nobody_drew_are_an_argument() -> None:
    module = built('x (B, d) -> "NSP head" (B, 2) -> "NSP loss"', "bert", B=4, d=8)
    assert [(given.name, given.sizes, given.below) for given in module.inputs][1] == ("is_next", (4,), 2)
    assert run(module)[0].shape == ()


def test_every_decoder_block_sees_the_memory() -> None:
    module = built(TRANSLATOR, "enc-dec", B=2, S=5, T=3, d=8, h=2, V=11, N=2)
    network = made(module)
    source, target = torch.randint(11, (2, 5)), torch.randint(11, (2, 3))
    with torch.no_grad():
        before = network(source, target)
        assert not torch.allclose(before, network((source + 1) % 11, target))
        changed = target.clone()
        changed[:, -1] = (changed[:, -1] + 1) % 11
        assert torch.allclose(before[:, :-1], network(source, changed)[:, :-1])
    assert "positions" not in dict(network.named_parameters())  # fixed waves


def test_learned_places_are_parameters() -> None:
    learned = TRANSLATOR.replace("Positional encoding", "Position embedding")
    sizes = {"B": 2, "S": 5, "T": 3, "d": 8, "h": 2, "V": 11}
    assert "positions" in dict(made(built(learned, "enc-dec", **sizes)).named_parameters())


def test_a_rotary_attention_turns_by_distance_alone() -> None:
    text = 'x (B, T, d) -> "Self-attention + RoPE" (B, T, d) -> out (B, T, d)'
    network = made(built(text, "gpt", B=1, T=6, d=8, h=2))
    plain = made(built(text.replace(" + RoPE", ""), "gpt", B=1, T=6, d=8, h=2))
    x = torch.randn(1, 6, 8)
    plain.load_state_dict(network.state_dict())
    with torch.no_grad():
        assert not torch.allclose(network(x), plain(x), atol=1e-4)
        assert torch.allclose(network(x[:, :1]), plain(x[:, :1]), atol=1e-6)  # alone, there is no distance


@pytest.mark.parametrize(("text", "count"), [(EXPERTS, 6), (EXPERTS.replace("Expert E", "Expert 3"), 3)])
def test_drawn_experts_may_stand_for_more(text: str, count: int) -> None:
    module = built(text, "moe", N=4, d=8, E=6)
    network = made(module)
    assert network.router.out_features == count
    assert ("ModuleList" in module.source) == (count == 6)
    assert run(module)[0].shape == (4, 8)


def test_a_reference_has_as_many_blocks_as_the_drawing() -> None:
    drawn = graph_of(GPT.replace("N ×", "5 ×"), "gpt")
    other = write_like(graph_of(GPT, "gpt"), drawn, write_module(drawn))
    assert len(made(other).blocks) == 5


def test_arguments_come_in_one_order_however_they_are_drawn() -> None:
    lines = ["x_0 (B, C, H, W)", '"ε ~ N(0, I)" (B, C, H, W) as eps', '"t ~ U{1..T}" (B,) as t']
    rest = ['x_0 -> "x_t = √ᾱ_t x_0 + √(1 - ᾱ_t) ε" @ eps, t (B, C, H, W) as noised', "noised -> out"]
    orders = (lines, [*reversed(lines)])
    names = [[given.name for given in built("\n".join(one + rest), "ddpm").inputs] for one in orders]
    assert names[0] == names[1]


def test_a_class_token_alone_is_nothing_to_run() -> None:
    with pytest.raises(ModuleError):
        built('"Learned [CLS] token" (B, 1, d) -> out', "vit")


def test_whole_numbers_are_made_smaller_and_nothing_else() -> None:
    drawing = smaller(parse_notation('x (B, 224, 16) -> "Conv 16×16, 2.16, h16" (B, 768) -> out'), {16: 4, 768: 48})
    assert isinstance(drawing, Drawing)
    assert [box.label for box in drawing.boxes if "Conv" in box.label] == ["Conv 4×4, 2.16, h16"]
    assert {arrow.label for arrow in drawing.arrows} == {"(B, 224, 4)", "(B, 48)"}


def _item(name: str) -> BoardItem:
    item = read_bank()[0].get(f"board/{name}")
    assert isinstance(item, BoardItem)
    return item


@pytest.mark.parametrize("name", NETWORKS)
def test_networks_are_built_with_the_shapes_they_say(name: str) -> None:
    item = _item(name)
    assert list(prove_references(item, tell)) == []
    assert all("module:" in path.read_text(encoding="utf-8") for path in (PACK / name / "references").iterdir())
