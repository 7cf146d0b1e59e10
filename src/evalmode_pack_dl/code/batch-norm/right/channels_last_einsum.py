"""Works with the channels in the last dimension and sums with einsum."""

import torch


class BatchNorm2d(torch.nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        for name, start, kind in (
            ("weight", torch.ones, self.register_parameter),
            ("bias", torch.zeros, self.register_parameter),
            ("running_mean", torch.zeros, self.register_buffer),
            ("running_var", torch.ones, self.register_buffer),
        ):
            value = start(num_features)
            kind(name, torch.nn.Parameter(value) if kind == self.register_parameter else value)
        self.settings = {"eps": eps, "momentum": momentum}

    def forward(self, x):
        x = x.permute(0, 2, 3, 1)
        mean, var = (self._batch if self.training else self._stored)(x)
        x = (x - mean) * torch.pow(var + self.settings["eps"], -0.5)
        return (x * self.weight + self.bias).permute(0, 3, 1, 2)

    def _stored(self, x):
        return self.running_mean, self.running_var

    def _batch(self, x):
        n = x[..., 0].numel()
        mean = torch.einsum("bhwc->c", x) / n
        squares = torch.einsum("bhwc,bhwc->c", x - mean, x - mean)
        m = self.settings["momentum"]
        self.running_mean.data += m * (mean.data - self.running_mean.data)
        self.running_var.data += m * (squares.data / (n - 1) - self.running_var.data)
        return mean, squares / n
