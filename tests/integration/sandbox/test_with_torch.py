"""Torch in a child with every layer on: what honest submissions do works."""

from __future__ import annotations

import subprocess
import sys

JUDGE = """
import os
import torch, numpy
torch.set_num_threads(2)
torch.randn(600, 600) @ torch.randn(600, 600)  # two threads have worked, and no child may wait for them
from evalmode_runner.sandbox import Zygote

def entry(channel):
    import torch.fx, torch.nn.utils.parametrize, torch.func  # some of it for the first time
    import sympy, sqlite3, decimal
    torch.randn(600, 600) @ torch.randn(600, 600)
    x = torch.randn(16, 16, requires_grad=True)
    model = torch.nn.Sequential(torch.nn.Linear(16, 16), torch.nn.GELU(), torch.nn.LSTM(16, 8, batch_first=True))
    model(x)[0].sum().backward()
    torch.optim.AdamW(model.parameters()).step()
    torch.nn.functional.conv2d(torch.randn(1, 3, 8, 8), torch.randn(4, 3, 3, 3)).sum()
    torch.linalg.svd(x.detach())
    torch.func.vmap(torch.sin)(x)
    torch.nn.MultiheadAttention(16, 4)(x, x, x)
    torch.randn(4, 4, dtype=torch.bfloat16) @ torch.randn(4, 4, dtype=torch.bfloat16)
    torch.utils.data.DataLoader([1, 2, 3])
    torch.save(model.state_dict(), "weights.pt")
    torch.load("weights.pt")
    torch.seed()
    numpy.random.default_rng().normal(size=3)
    numpy.linalg.inv(numpy.eye(3))
    channel.sendall(b"done")

with Zygote.start(entry, isolation="full") as zygote, zygote.take() as child:
    ending = child.ending(100)
    print(str(ending), os.read(child.errors, 10_000).decode() if ending.code else "")
    print(child.channel.recv(100))
"""


def test_what_honest_submissions_do_works():
    run = subprocess.run([sys.executable, "-c", JUDGE], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.split("\n")[:2] == ["exited with code 0 ", "b'done'"]
