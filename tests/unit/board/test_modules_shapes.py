"""Shapes in every notation are brought to torch's order of axes, and sizes become numbers and Python."""

from __future__ import annotations

import pytest
from modules_kit import built, run

from evalmode.board.modules import ModuleError
from evalmode.board.modules.sizes import Numbers, as_python, identifier
from evalmode.board.shapes.sizes import parse_size


@pytest.mark.parametrize(
    "shape",
    ["(B, C, H, W)", "(B, H, W, C)", "(C, H, W)", "(H, W, C)", "[B, C, H, W]"],
)
def test_an_image_comes_as_torch_wants_it(shape: str) -> None:
    module = built(f'x {shape} -> "Conv 3x3, C" -> ReLU -> + x -> out {shape}'.replace("[", "(").replace("]", ")"))
    assert [given.shape for given in module.inputs] == [("B", "C", "H", "W")]
    run(module)


@pytest.mark.parametrize(("shape", "sizes"), [("(64, 56, 56)", (2, 64, 56, 56)), ("(56, 56, 64)", (2, 64, 56, 56))])
def test_numbers_tell_the_channels_by_the_equal_sides(shape: str, sizes: tuple[int, ...]) -> None:
    module = built(f'x {shape} -> "Conv 3x3, 64" -> out {shape}')
    assert module.inputs[0].sizes == sizes


def test_a_sequence_without_a_batch_gets_one() -> None:
    module = built("x (T, d) -> LayerNorm -> MHA h -> + x -> out (T, d)")
    assert module.inputs[0].shape == ("B", "T", "d")


def test_ids_are_whole_numbers_below_the_vocabulary() -> None:
    module = built("tokens (B, T) -> Token Embedding (B, T, d) -> LayerNorm -> out (B, T, d)", V=11)
    assert module.inputs[0].below > 0
    run(module)


def test_two_names_of_one_size_are_one_size() -> None:
    module = built("x (B, T, d_model) -> LayerNorm -> Linear d -> + x -> out (B, T, d)")
    assert len({size for name, size in module.sizes if name.startswith("d")}) == 1
    run(module)


@pytest.mark.parametrize(
    ("written", "python"),
    [("4d", "4 * d"), ("d/h", "d // h"), ("D + H", "D + H"), ("H/2 - 1", "H // 2 - 1"), ("512", "512")],
)
def test_sizes_are_written_as_python_computes_them(written: str, python: str) -> None:
    size = parse_size(written)
    assert size is not None
    assert as_python(size) == python


@pytest.mark.parametrize(
    ("symbol", "name"), [("d_model", "d_model"), ("d'", "d_"), ("lambda", "n_lambda"), ("2x", "n_2x")]
)
def test_symbols_become_names(symbol: str, name: str) -> None:
    assert identifier(symbol) == name


def test_numbers_are_found_that_make_every_size_whole() -> None:
    sizes = [parse_size(text) for text in ("d/h", "H/32", "3d/4", "2r")]
    numbers = Numbers({"h": 6}, {"d": 16})
    numbers.settle([size for size in sizes if size is not None])
    assert numbers.values["d"] % 12 == 0
    assert numbers.values["H"] % 32 == 0


def test_what_cannot_come_out_whole_is_said() -> None:
    size = parse_size("d/h")
    assert size is not None
    with pytest.raises(ModuleError, match="d/h"):
        Numbers({"d": 16, "h": 5}, {}).settle([size])
