"""How each kind of operation is written, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.adapters import ADAPTERS
from evalmode.board.modules.kinds.arithmetic import ARITHMETIC
from evalmode.board.modules.kinds.attention import ATTENTION
from evalmode.board.modules.kinds.blocks import BLOCKS
from evalmode.board.modules.kinds.embeddings import EMBEDDINGS
from evalmode.board.modules.kinds.experts import EXPERTS
from evalmode.board.modules.kinds.layers import LAYERS
from evalmode.board.modules.kinds.networks import NETWORKS
from evalmode.board.modules.kinds.recurrent import RECURRENT
from evalmode.board.modules.kinds.reshaping import RESHAPING
from evalmode.board.modules.kinds.stacks import STACKS
from evalmode.board.modules.kinds.tokens import TOKENS

if TYPE_CHECKING:
    from evalmode.board.modules.step import Writer

__all__ = ["WRITERS"]

WRITERS: dict[str, Writer] = (
    ARITHMETIC
    | RESHAPING
    | LAYERS
    | ATTENTION
    | BLOCKS
    | EMBEDDINGS
    | ADAPTERS
    | NETWORKS
    | RECURRENT
    | STACKS
    | TOKENS
    | EXPERTS
)
