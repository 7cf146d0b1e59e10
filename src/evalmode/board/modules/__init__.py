"""A drawing as a program: the readable ``nn.Module`` that it describes. Nothing here imports torch.

:func:`write_module` writes the source, a judge runs it, and :func:`prove_references` says whether a pack's references
compute what independent modules compute.
"""

from evalmode.board.modules.likeness import write_like
from evalmode.board.modules.proving import Ran, Run, prove_references
from evalmode.board.modules.values import ModuleError, ModuleInput, ModuleNode, ModuleSource, Tensors
from evalmode.board.modules.writing import write_module

__all__ = [
    "ModuleError",
    "ModuleInput",
    "ModuleNode",
    "ModuleSource",
    "Ran",
    "Run",
    "Tensors",
    "prove_references",
    "write_like",
    "write_module",
]
