"""GRU cells for comparison with the drawings: torch's own, and the variants from the formulas.

``take`` is given what a drawing's module has, by name.
"""

import torch
from torch import nn

Named = dict[str, torch.Tensor]


class _Cell(nn.Module):
    """The reset gate weighs the old state before its matrix, as in the paper."""

    def __init__(self, D: int = 5, H: int = 4) -> None:
        super().__init__()
        self.reset_gate = nn.Linear(D + H, H)
        self.update_gate = nn.Linear(D + H, H)
        self.candidate = nn.Linear(D + H, H)

    def parts(self, x: torch.Tensor, h: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        joint = torch.cat([x, h], dim=-1)
        reset, update = self.reset_gate(joint).sigmoid(), self.update_gate(joint).sigmoid()
        return update, self.candidate(torch.cat([x, reset * h], dim=-1)).tanh()


class KeepingGRU(_Cell):
    """Where the update gate is one, the old state is kept."""

    def forward(self, x: torch.Tensor, h: torch.Tensor) -> torch.Tensor:
        update, candidate = self.parts(x, h)
        return update * h + (1 - update) * candidate


class WritingGRU(_Cell):
    """Where the update gate is one, the candidate is written."""

    def forward(self, x: torch.Tensor, h: torch.Tensor) -> torch.Tensor:
        update, candidate = self.parts(x, h)
        return torch.lerp(h, candidate, update)


class TorchGRU(nn.Module):
    """``nn.GRUCell``; of two biases that are only ever added one is fixed at zero."""

    sign = 1

    def __init__(self, D: int = 5, H: int = 4) -> None:
        super().__init__()
        self.cell = nn.GRUCell(D, H)
        del self.cell.bias_hh
        self.bias = nn.Parameter(torch.zeros(H))
        self.cell.register_buffer("bias_hh", torch.zeros(3 * H))

    def take(self, named: Named) -> None:
        inputs = self.cell.input_size
        new, new_bias, old, old_bias = (one for name, one in named.items() if "gate" not in name)
        gates = [named["reset_gate.weight"], self.sign * named["update_gate.weight"]]
        biases = [named["reset_gate.bias"], self.sign * named["update_gate.bias"]]
        self.cell.weight_ih.copy_(torch.cat([*(gate[:, :inputs] for gate in gates), new]))
        self.cell.weight_hh.copy_(torch.cat([*(gate[:, inputs:] for gate in gates), old]))
        self.cell.bias_ih.copy_(torch.cat([*biases, new_bias]))
        self.cell.bias_hh.zero_()
        self.bias.copy_(old_bias)

    def forward(self, x: torch.Tensor, h: torch.Tensor) -> torch.Tensor:
        self.cell.bias_hh[-self.cell.hidden_size :] = self.bias
        return self.cell(x, h)


class WritingTorchGRU(TorchGRU):
    """The update gate the other way round: one minus a sigmoid is the sigmoid of what is negated."""

    sign = -1
