"""What the harness itself does with a layer: it finds every weight, and only the submission's own calls are seen."""

from __future__ import annotations

import torch
from torch import nn

from evalmode_runner.harness import Submission
from evalmode_runner.judging.pages import gather
from evalmode_runner.scenarios import members
from evalmode_runner.tracing import Tracer, Untraced

_LAYER = """
from torch import nn

class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(2, 2)

    def forward(self, x):
        return CALL
"""


class _Shared(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Linear(2, 3)
        self.second = nn.Linear(2, 3)
        self.second.weight = self.first.weight
        self.stack = nn.Sequential(nn.LSTM(2, 3), nn.BatchNorm1d(4), nn.ParameterList([nn.Parameter(torch.ones(1))]))
        self.scale = nn.Parameter(torch.ones(2))
        self.again = self.first
        self.register_parameter("absent", None)


def _traced(call: str, *, silent: bool = False) -> dict[str, object]:
    source = _LAYER.replace("CALL", call)
    submission = Submission({"source": source, "defines": "Layer", "scenario": "", "bans": {}, "modules": {}})
    submission.load()
    arguments = {
        "init": {},
        "options": {},
        "state": {"inner.weight": torch.eye(2), "inner.bias": torch.zeros(2)},
        "steps": [("forward", {"x": torch.ones(1, 2)}, {})],
        "gradients": False,
        "seed": 1,
    }
    return submission.run({"scenario": "layer", "arguments": arguments, "trace": True, "weigh": True, "silent": silent})


def test_parameters_and_buffers_have_the_names_that_torch_gives_them() -> None:
    layer = _Shared()
    parameters, buffers = members(layer)
    assert list(parameters) == [name for name, _ in layer.named_parameters(remove_duplicate=False)]
    assert list(buffers) == [name for name, _ in layer.named_buffers(remove_duplicate=False)]


def test_a_layer_that_holds_itself_is_walked_once() -> None:
    layer = nn.Linear(1, 1)
    layer.add_module("itself", layer)
    assert list(members(layer)[0]) == ["weight", "bias"]


def test_the_submissions_calls_are_seen_and_loading_its_weights_is_not() -> None:
    seen = str(_traced("self.inner(x).softmax(-1)")["ops"]).splitlines()
    assert {"aten::_softmax", "torch.Tensor.softmax", "torch.nn.functional.linear"} <= set(seen)
    assert "aten::copy_" not in seen


def test_what_a_submission_copies_itself_is_seen() -> None:
    assert "aten::copy_" in str(_traced("x.clone().copy_(self.inner(x))")["ops"]).splitlines()


def test_memory_is_counted_where_it_is_asked_for() -> None:
    small, large = (_traced(f"self.inner(x).repeat({count}, 1)")["bytes"] for count in (1, 1000))
    assert isinstance(small, int)
    assert isinstance(large, int)
    assert large - small >= 999 * 2 * 4


def test_of_a_silent_case_only_the_trace_is_told() -> None:
    answer = _traced("self.inner(x)", silent=True)
    assert "result" not in answer
    assert "aten::addmm" in str(answer["ops"])


def test_after_untraced_work_tracing_goes_on() -> None:
    with Tracer() as tracer:
        with Untraced():
            torch.ones(2).exp()
        torch.ones(2).tanh()
    assert "aten::tanh" in tracer.ops
    assert "aten::exp" not in tracer.ops


def test_gathering_memory_leaves_it_as_it_is() -> None:
    kept = torch.arange(2**20)
    gather()
    assert torch.equal(kept, torch.arange(2**20))
