"""Doing once, before children are forked, what every submission would otherwise be the first to do.

The first call of nearly everything is slow: modules are imported, operators found, code specialised. A child inherits
what was done before it was forked.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import numpy as np
import torch

from evalmode_runner import harness
from evalmode_runner.harness import Submission
from evalmode_runner.judging.pages import gather
from evalmode_runner.values import non_contiguous, pack, unpack

if TYPE_CHECKING:
    import socket

_ROUNDS = 8  # after so many calls the interpreter has specialised what it runs
_ORDINARY = """
import math
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn, Tensor


@dataclass(frozen=True)
class Sizes:
    heads: int


class Layer(nn.Module):
    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        self.sizes = Sizes(n_heads)
        self.q_proj = nn.Linear(d_model, d_model, bias=bias)
        self.k_proj = nn.Linear(d_model, d_model, bias=bias)
        self.ln = nn.LayerNorm(d_model)
        self.conv = nn.Conv1d(d_model, d_model, 1)
        self.scale = nn.Parameter(torch.ones(d_model))
        self.register_buffer("count", torch.zeros(1))

    def forward(self, x, context=None, mask=None, causal=False):
        context = x if context is None else context
        B, T, D = x.shape
        q = self.q_proj(x).reshape(B, T, self.sizes.heads, -1).transpose(1, 2)
        k = self.k_proj(context).unflatten(-1, (self.sizes.heads, -1)).transpose(1, 2)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        hidden = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(1)
        scores = scores.masked_fill(hidden, float("-inf"))
        weights = torch.exp(scores - scores.amax(-1, keepdim=True))
        weights = weights / weights.sum(-1, keepdim=True)
        weights = torch.where(hidden, 0.0, weights).clamp_min(0).log1p().expm1()
        heads = torch.einsum("bhts,bhsd->bhtd", weights, k)
        x = x + heads.transpose(1, 2).contiguous().view(B, T, D) * self.scale
        x = F.gelu(self.ln(x)) + torch.tanh(x) * torch.sigmoid(x) + F.relu(x)
        x = x + self.conv(x.transpose(1, 2)).transpose(1, 2)
        mean, var = x.mean(-1, keepdim=True), x.var(-1, keepdim=True, unbiased=False)
        x = (x - mean) * torch.rsqrt(var + 1e-5)
        x = torch.cat([x[..., :1], x[..., 1:]], dim=-1).pow(2).sqrt() + torch.stack([x, x]).mean(0)
        return x + torch.arange(T).unsqueeze(-1).to(x.dtype).cos()
"""


_BRIEF = """
import math
import torch
from torch import nn


class Layer(nn.Module):
    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model, bias=bias)
        self.out_proj = nn.Linear(d_model, d_model, bias=bias)

    def forward(self, x, causal=False):
        B, T, D = x.shape
        q = self.q_proj(x).view(B, T, self.n_heads, -1).transpose(1, 2)
        scores = q @ q.transpose(-2, -1) / math.sqrt(q.shape[-1])
        hidden = torch.ones(T, T, dtype=torch.bool).triu(1)
        weights = torch.exp(scores.masked_fill(hidden, -10.0))
        heads = weights / weights.sum(-1, keepdim=True) @ q
        return self.out_proj(heads.transpose(1, 2).reshape(B, T, D))
"""


def serve(channel: socket.socket) -> None:
    """What a child does: rehearse, then serve.

    A child that has just been forked shares its memory with its parent until it writes to it. Before it is given a
    submission it writes where it will write, while nobody waits; briefly, for sometimes somebody does.
    """
    rehearse(_BRIEF, 2)
    harness.serve(channel)


def warm_up() -> None:
    """Do a round of ordinary work in this process; single-threaded, or forks hang.

    Raises:
        RuntimeError: This torch cannot be traced.
    """
    torch.set_num_threads(1)
    operators = rehearse(_ORDINARY, _ROUNDS) | rehearse(_BRIEF, _ROUNDS)
    if not {"torch.nn.functional.gelu", "aten::gelu"} <= operators:
        raise RuntimeError("this torch cannot be traced")
    gc.collect()
    gc.freeze()
    gather()


def rehearse(source: str, rounds: int) -> set[str]:
    """Rounds of ordinary work; gives the names of the operators that were seen.

    Args:
        source: Defines ``Layer``.
        rounds: With gradients, and traced, by turns.
    """
    submission = Submission({"source": source, "defines": "Layer", "scenario": "", "bans": {}, "modules": {}})
    submission.load()
    operators: set[str] = set()
    for number in range(rounds):
        answer = submission.run(unpack(pack(_case(number, submission))))
        operators |= set(unpack(pack(answer)).get("ops", "").splitlines())
    return operators


def _case(number: int, submission: Submission) -> dict[str, object]:
    traced = number % 2 == 1
    dtype = (torch.float32, torch.float64)[number // 2 % 2]
    layer = submission.subject(4, 2)
    state = {name: value.to(dtype) for name, value in layer.state_dict().items()}
    x = torch.from_numpy(np.ones((2, 3, 4))).to(dtype)
    return {
        "scenario": "layer",
        "trace": traced,
        "weigh": number % 4 == 3,
        "arguments": {
            "init": {"d_model": 4, "n_heads": 2},
            "options": {},
            "state": state,
            "steps": [("forward", {"x": non_contiguous(x) if number % 3 == 0 else x}, {"causal": True})],
            "gradients": not traced or number % 4 == 3,
            "seed": number,
            "dtype": str(dtype).removeprefix("torch."),
        },
    }
