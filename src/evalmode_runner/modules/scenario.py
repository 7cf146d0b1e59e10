"""What is done with a module inside the sandbox. This file is sent there as text and knows nothing but torch.

A second module is given the weights of the first one: by name where both have it in the same shape, else the n-th of a
shape for the n-th of that shape. A module that keeps its weights otherwise has a method ``take`` that is given all of
the first one's by name, in order.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import torch
from torch.overrides import TorchFunctionMode

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_MOST_COMPUTED = 40_000_000
"""Parameters; a larger module is built without memory, which still tells all shapes."""

_MOST_PRODUCTS = 200_000_000_000
"""Parameters times places: what one run multiplies at most; a module that may need more is only shaped, too."""

_MOST_SENT = 16_000_000
_MOST_NODES = 2_000

State = list[tuple[str, torch.Tensor]]


class _Unfilled(TorchFunctionMode):
    """Tensors without memory are not filled with random numbers: torch would load half of itself to do nothing."""

    def __torch_function__(
        self, function: Callable[..., Any], _: object, args: tuple[Any, ...] = (), named: dict[str, Any] | None = None
    ) -> Any:  # noqa: ANN401 - whatever torch's function gives
        named = named or {}
        if function is torch.nn.init.normal_:
            return named["tensor"] if "tensor" in named else args[0]
        return function(*args, **named)


def play(
    subject: type[torch.nn.Module],
    *,
    inputs: list[torch.Tensor],
    seed: int,
    state: State | None,
    give: bool,
) -> dict[str, Any]:
    """Build a module and run it once.

    Args:
        subject: Its class.
        inputs: What ``forward`` is given.
        seed: Of its weights, and of what it draws.
        state: The weights of another module, to be taken over.
        give: Whether its own weights are part of the answer.
    """
    with torch.device("meta"), _Unfilled():
        parameters = _count(subject())
    small = parameters <= _MOST_COMPUTED and parameters * _places(inputs) <= _MOST_PRODUCTS
    answer: dict[str, Any] = {"parameters": parameters, "computed": small}
    if not small:
        with torch.device("meta"), _Unfilled():
            return answer | _forward(subject().eval(), [value.to("meta") for value in inputs], seed)
    torch.manual_seed(seed)
    module = subject().eval()
    with torch.no_grad():
        for _, value in _weights(module):
            if value.dim() < 2 or not value.any():  # else norms would all be alike, and biases nothing
                value.add_(0.1 * torch.rand_like(value))
        if state is not None and (says := _take(module, state)):
            return answer | {"unlike": says}
    if give and parameters <= _MOST_SENT:
        answer["state"] = [(name, value.clone()) for name, value in _weights(module)]
    return answer | _forward(module, inputs, seed)


def _forward(module: torch.nn.Module, inputs: list[torch.Tensor], seed: int) -> dict[str, Any]:
    """Its outputs, and the shape of every tensor that its ``forward`` gave a name."""
    code = type(module).forward.__code__
    nodes: list[tuple[str, list[int]]] = []

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code is code:
            found = [(name, value) for name, value in frame.f_locals.items() if isinstance(value, torch.Tensor)]
            nodes[:] = [(name, list(value.shape)) for name, value in found[:_MOST_NODES]]

    torch.manual_seed(seed + 1)
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        with torch.no_grad():
            result = module(*inputs)
    finally:
        sys.setprofile(before)
    outputs = list(result) if isinstance(result, (tuple, list)) else [result]
    shapes = [list(value.shape) for value in outputs if isinstance(value, torch.Tensor)]
    kept = [value for value in outputs if isinstance(value, torch.Tensor) and not value.is_meta]
    return {"nodes": nodes, "shapes": shapes, "outputs": kept}


def _places(inputs: list[torch.Tensor]) -> int:
    """At how many places layers work at most: pixels of all images, or vectors of all sequences."""
    return max(
        (value.numel() // value.shape[1 if value.dim() == 4 else -1] for value in inputs if value.numel()), default=1
    )


def _count(module: torch.nn.Module) -> int:
    return sum(value.numel() for value in module.parameters())


def _weights(module: torch.nn.Module) -> State:
    """Parameters and buffers that hold real numbers, as they were made; a tied one once."""
    seen: set[int] = set()
    found = []
    for name, value in (*module.named_parameters(), *module.named_buffers()):
        if value.is_floating_point() and id(value) not in seen:
            seen.add(id(value))
            found.append((name, value))
    order = {name: place for place, name in enumerate(module.state_dict(keep_vars=True))}
    return sorted(found, key=lambda entry: order.get(entry[0], len(order)))


def _counterpart(name: str, value: torch.Tensor, given: dict[str, torch.Tensor]) -> str | None:
    """The other one's weight for one of ours: of the same last name if only one has it, else the first of its shape."""
    alike = [other for other, there in given.items() if there.shape == value.shape]
    last = name.split(".")[-2:]
    named = [other for other in alike if other.split(".")[-2:] == last]
    return named[0] if len(named) == 1 else next(iter(alike), None)


def _take(module: torch.nn.Module, state: State) -> str:
    """Take over another module's weights; why that cannot be, or nothing."""
    take = getattr(module, "take", None)
    if take is not None:
        take(dict(state))
        return ""
    own = _weights(module)
    given = dict(state)
    left: State = []
    for name, value in own:
        if name in given and given[name].shape == value.shape:
            value.copy_(given.pop(name))
        else:
            left.append((name, value))
    for name, value in left:
        match = _counterpart(name, value, given)
        if match is None:
            return f"the other one’s {name} {tuple(value.shape)} has no counterpart here"
        value.copy_(given.pop(match))
    if given:
        name, value = next(iter(given.items()))
        return f"its {name} {tuple(value.shape)} has no counterpart in the other one"
    return ""
