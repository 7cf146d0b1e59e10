"""LSTM cells for comparison with the drawings: torch's own, and the variants from the formulas.

``take`` is given what a drawing's module has by name: of each gate its matrix over (x, h), its bias and, with peepholes,
its diagonal.
"""

import torch
from torch import nn

Named = dict[str, torch.Tensor]
NAMES = {"f": "forget_gate", "i": "input_gate", "g": "candidate", "o": "output_gate"}


def _gathered(named: Named, gates: str) -> tuple[torch.Tensor, torch.Tensor]:
    """The matrices and the biases of several gates, one below the other."""
    matrices = [named[f"{NAMES[gate]}.weight"] for gate in gates]
    biases = [named[f"{NAMES[gate]}.bias"] for gate in gates]
    return torch.cat(matrices), torch.cat(biases)


class StandardLSTM(nn.Module):
    """``nn.LSTMCell``; the second of its two biases, which adds nothing, is fixed at zero."""

    def __init__(self, D: int = 5, H: int = 4) -> None:
        super().__init__()
        self.cell = nn.LSTMCell(D, H)
        del self.cell.bias_hh
        self.cell.register_buffer("bias_hh", torch.zeros(4 * H))

    def take(self, named: Named) -> None:
        matrix, bias = _gathered(named, "ifgo")
        self.cell.weight_ih.copy_(matrix[:, : self.cell.input_size])
        self.cell.weight_hh.copy_(matrix[:, self.cell.input_size :])
        self.cell.bias_ih.copy_(bias)
        self.cell.bias_hh.zero_()

    def forward(self, x: torch.Tensor, h: torch.Tensor, c: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.cell(x, (h, c))


class _Cell(nn.Module):
    """One matrix for all gates, and diagonals for those that look at the cell."""

    gates = "figo"
    looks_old = ""
    looks_new = ""

    def __init__(self, D: int = 5, H: int = 4) -> None:
        super().__init__()
        self.affine = nn.Linear(D + H, len(self.gates) * H)
        looking = self.looks_old + self.looks_new
        self.diagonal = nn.ParameterDict({gate: nn.Parameter(torch.ones(H)) for gate in looking})

    def take(self, named: Named) -> None:
        matrix, bias = _gathered(named, self.gates)
        self.affine.weight.copy_(matrix)
        self.affine.bias.copy_(bias)
        for gate, diagonal in self.diagonal.items():
            diagonal.copy_(named[NAMES[gate].replace("_gate", "_peephole")])

    def forward(self, x: torch.Tensor, h: torch.Tensor, c: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        parts = dict(zip(self.gates, self.affine(torch.cat([x, h], dim=-1)).chunk(len(self.gates), -1), strict=True))
        for gate in self.looks_old:
            parts[gate] = parts[gate] + c * self.diagonal[gate]
        forget = parts["f"].sigmoid()
        admit = parts["i"].sigmoid() if "i" in parts else 1 - forget
        c = forget * c + admit * parts["g"].tanh()
        for gate in self.looks_new:
            parts[gate] = parts[gate] + c * self.diagonal[gate]
        return parts["o"].sigmoid() * c.tanh(), c


class CoupledLSTM(_Cell):
    """What is forgotten is what may come in."""

    gates = "fgo"


class PeepholeLSTM(_Cell):
    """Forget and input gate look at the old cell, the output gate at the new one."""

    looks_old, looks_new = "fi", "o"


class OldPeepholeLSTM(_Cell):
    """All three gates look at the old cell."""

    looks_old = "fio"


class TwoGatePeepholeLSTM(_Cell):
    """Forget and input gate look at the old cell, the output gate at none."""

    looks_old = "fi"
