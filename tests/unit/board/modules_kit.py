"""From the text notation to a module that has been run, for tests: torch itself says whether the source is right."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

import evalmode_pack_dl
from evalmode.board.interpreting import interpret
from evalmode.board.modules import ModuleSource, write_module
from evalmode.board.notation import parse_notation
from evalmode.board.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from evalmode.board.graph import Graph

PACK = Path(evalmode_pack_dl.__file__).parent / "board"


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(PACK / "vocabulary.yaml")


def graph_of(text: str, architecture: str = "") -> Graph:
    return interpret(parse_notation(text), vocabulary(), architecture, patterns=True)


def built(text: str, architecture: str = "", **sizes: int) -> ModuleSource:
    return write_module(graph_of(text, architecture), sizes)


def made(module: ModuleSource) -> torch.nn.Module:
    torch.manual_seed(0)
    space: dict[str, Any] = {}
    exec(compile(module.source, "module.py", "exec"), space)  # noqa: S102 - what is written is to be run
    return space[module.class_name]().eval()


def run(module: ModuleSource) -> tuple[torch.Tensor, ...]:
    """The outputs of the module on random inputs."""
    torch.set_num_threads(1)
    network = made(module)
    inputs = [torch.randint(below, shape) if below else torch.randn(shape) for shape, below in module.tensors]
    with torch.no_grad():
        outputs = network(*inputs)
    return outputs if isinstance(outputs, tuple) else (outputs,)
