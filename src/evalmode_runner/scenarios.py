"""What is done with a submission in the sandbox, and with the reference in the judge: the same code for both.

A scenario takes the object that the submission defines and plain values, and returns plain values. ``call`` and
``layer`` serve most problems; a problem may bring more in its ``scenario.py``.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, cast

import torch
from torch import nn

from evalmode_runner.tracing import Untraced

if TYPE_CHECKING:
    from collections.abc import Iterator


class Complaint(Exception):
    """The submission is not of the form that the statement asks for; the message says what is missing."""


def call(
    subject: Any,
    inputs: dict[str, Any],
    options: dict[str, Any],
    gradients: bool,
    seed: int,
    numpy: bool = False,
    constant: list[str] | tuple[str, ...] = (),
) -> dict[str, Any]:
    """Call a function.

    Args:
        subject: The function.
        inputs: Name → value, passed by position in this order.
        options: Passed by name.
        gradients: Whether to differentiate a random weighted sum of the output with respect to every floating input.
        seed: Of the weights in that sum.
        numpy: Whether tensors are handed over as NumPy arrays.
        constant: Names of inputs and options that are not differentiated.

    Returns:
        ``output``, ``gradients`` by name of the input, and ``inputs`` and ``options`` as they are afterwards.
    """
    if numpy:
        inputs, options = as_numpy(inputs), as_numpy(options)
    watched = {name: value for name, value in (inputs | options).items() if name not in constant}
    leaves = _watch(watched) if gradients else {}
    output = subject(*inputs.values(), **options)
    return {
        "output": detached(output),
        "gradients": _differentiate(output, leaves, seed) if gradients else {},
        "inputs": _bare(inputs | options),
    }


def layer(
    subject: Any,
    init: dict[str, Any],
    options: dict[str, Any],
    state: dict[str, torch.Tensor],
    steps: list[tuple[str, dict[str, Any], dict[str, Any]]],
    gradients: bool,
    seed: int,
    dtype: str = "float32",
    constant: list[str] | tuple[str, ...] = (),
) -> dict[str, Any]:
    """Build a layer, load weights into it by name, call its methods, and differentiate.

    Args:
        subject: The class.
        init: Name → value, passed to it by position.
        options: Passed to it by name.
        state: Parameters and buffers by name; afterwards the layer has exactly these parameters.
        steps: (method, inputs by position, options by name), in order; ``forward`` means calling the layer, ``train``
            and ``eval`` set its mode.
        gradients: Whether to differentiate a random weighted sum of all outputs.
        seed: Of the weights in that sum.
        dtype: Of the layer's parameters.
        constant: Names of inputs and options that are not differentiated.

    Returns:
        ``output`` (of the only step that returns something, or a list), ``gradients`` by name of input or parameter,
        ``buffers`` afterwards, and ``inputs`` as they are afterwards.
    """
    module = build(subject, init, options, state, dtype)
    return drive(module, steps, gradients=gradients, seed=seed, constant=constant)


def build(
    subject: Any, init: dict[str, Any], options: dict[str, Any], state: dict[str, torch.Tensor], dtype: str = "float32"
) -> nn.Module:
    """A layer with the given weights.

    Raises:
        Complaint: It is no layer, or its parameters are not those of the statement.
    """
    with _uninitialised():
        module = subject(*init.values(), **options)
    if not isinstance(module, nn.Module):
        raise Complaint("The class must be a subclass of torch.nn.Module.")
    wanted = getattr(torch, dtype)
    parameters, buffers = members(module)
    with Untraced():
        tensors = (*parameters.values(), *buffers.values())
        other = any(tensor.dtype != wanted and tensor.is_floating_point() for tensor in tensors)
    if other:
        module = module.to(wanted)
    load(module, state)
    return module


def members(module: nn.Module) -> tuple[dict[str, torch.Tensor], dict[str, torch.Tensor]]:
    """A layer's parameters and its buffers by name, as torch names them, each under every name it has.

    One walk, where torch's own methods take one each and can be overridden.
    """
    parameters: dict[str, torch.Tensor] = {}
    buffers: dict[str, torch.Tensor] = {}
    waiting: list[tuple[str, nn.Module, frozenset[int]]] = [("", module, frozenset())]
    while waiting:
        prefix, part, above = waiting.pop()
        for kept, found in ((parameters, part._parameters), (buffers, part._buffers)):
            for name, tensor in found.items():
                if tensor is not None:
                    kept[prefix + name] = tensor
        if part._modules:
            above |= {id(part)}  # a layer may hold itself
            children = [
                (f"{prefix}{name}.", child, above) for name, child in part._modules.items() if child is not None
            ]
            waiting += [child for child in reversed(children) if id(child[1]) not in above]
    return parameters, buffers


@contextlib.contextmanager
def _uninitialised() -> Iterator[None]:
    """Have torch's own layers skip their random initialisation, as weights are loaded into them at once."""
    kinds: tuple[Any, ...] = (nn.Linear, nn.modules.conv._ConvNd, nn.Embedding)
    originals = [kind.reset_parameters for kind in kinds]
    try:
        for kind in kinds:
            kind.reset_parameters = _skip
        yield
    finally:
        for kind, original in zip(kinds, originals, strict=True):
            kind.reset_parameters = original


def _skip(module: nn.Module) -> None:
    with Untraced(), torch.no_grad():
        for parameter in module._parameters.values():
            if parameter is not None:
                parameter.zero_()


def load(module: nn.Module, state: dict[str, torch.Tensor]) -> None:
    """Copy weights into a layer by name, strictly: buffers of its own it may have, parameters of its own it may not.

    Raises:
        Complaint: A name is missing, a shape differs, or there is a parameter too many.
    """
    parameters, buffers = members(module)
    own = parameters | buffers
    missing = [name for name in state if name not in own]
    surplus = sorted(set(parameters) - set(state))
    if missing or surplus:
        said = [f"has no {', '.join(missing)}"] if missing else []
        said += [f"has parameters that the statement does not name: {', '.join(surplus)}"] if surplus else []
        raise Complaint(f"The layer {' and '.join(said)}.")
    with Untraced(), torch.no_grad():
        for name, value in state.items():
            if own[name].shape != value.shape:
                raise Complaint(f"{name} has shape {tuple(own[name].shape)} and should have {tuple(value.shape)}.")
            own[name].copy_(value)


def drive(
    module: nn.Module,
    steps: list[tuple[str, dict[str, Any], dict[str, Any]]],
    *,
    gradients: bool,
    seed: int,
    constant: list[str] | tuple[str, ...] = (),
) -> dict[str, Any]:
    """Call a layer's methods in order and differentiate what they return."""
    leaves: dict[str, torch.Tensor] = {}
    outputs = []
    given: dict[str, Any] = {}
    for number, (method, inputs, options) in enumerate(steps):
        if gradients:
            watched = {name: value for name, value in (inputs | options).items() if name not in constant}
            leaves |= _watch(_numbered(watched, number))
        given |= _numbered(inputs | options, number)
        target = module if method == "forward" else getattr(module, method, None)
        if target is None:
            raise Complaint(f"The class has no method {method}.")
        output = target(*inputs.values(), **options)
        if method not in ("train", "eval", "reset", "merge", "unmerge", "requires_grad_"):
            outputs.append(output)
    output = outputs[0] if len(outputs) == 1 else outputs
    parameters, buffers = members(module)
    if gradients:
        leaves |= {name: parameter for name, parameter in _once(parameters).items() if parameter.requires_grad}
    return {
        "output": detached(output),
        "gradients": _differentiate(output, leaves, seed) if gradients else {},
        "buffers": {name: buffer.detach().clone() for name, buffer in _once(buffers).items()},
        "inputs": _bare(given),
    }


def _once(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Without the further names of what is shared."""
    first = {id(tensor): name for name, tensor in reversed(tensors.items())}
    return {name: tensor for name, tensor in tensors.items() if first[id(tensor)] == name}


def detached(value: Any) -> Any:
    """A value whose tensors are copies without a graph; anything that is no value stays as it is."""
    if isinstance(value, torch.Tensor):
        return value.detach().clone()
    if isinstance(value, dict):
        return {key: detached(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(detached(part) for part in value)
    return [detached(part) for part in value] if isinstance(value, list) else value


def _bare(value: Any) -> Any:
    """A value whose tensors have no graph, without copies."""
    if isinstance(value, torch.Tensor):
        return value.detach()
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items()}
    return type(value)(_bare(part) for part in value) if type(value) in (list, tuple) else value


def tensors_in(value: Any, name: str = "") -> dict[str, torch.Tensor]:
    """All tensors of a value by their place in it, such as ``state[0]``."""
    if isinstance(value, torch.Tensor):
        return {name: value}
    found: dict[str, torch.Tensor] = {}
    if isinstance(value, dict):
        for key, part in value.items():
            found |= tensors_in(part, f"{name}.{key}" if name else str(key))
    elif isinstance(value, (list, tuple)):
        for index, part in enumerate(value):
            found |= tensors_in(part, f"{name}[{index}]")
    return found


def as_numpy(value: Any) -> Any:
    """A value whose tensors are NumPy arrays."""
    if isinstance(value, torch.Tensor):
        return value.numpy().copy(order="K")  # a transposed layout stays one
    if isinstance(value, dict):
        return {key: as_numpy(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(as_numpy(part) for part in value)
    return value


def _numbered(inputs: dict[str, Any], number: int) -> dict[str, Any]:
    return {f"{name} of call {number + 1}": value for name, value in inputs.items()} if number else dict(inputs)


def _watch(inputs: dict[str, Any]) -> dict[str, torch.Tensor]:
    """Have autograd watch every floating input."""
    watched = {name: tensor for name, tensor in tensors_in(inputs).items() if tensor.is_floating_point()}
    for tensor in watched.values():
        tensor.requires_grad_(True)
    return watched


def _differentiate(output: Any, leaves: dict[str, torch.Tensor], seed: int) -> dict[str, torch.Tensor | None]:
    """Gradients of a random weighted sum of everything that was returned; None where nothing arrives."""
    generator = torch.Generator().manual_seed(seed)
    parts: list[torch.Tensor] = []
    weights: list[torch.Tensor] = []
    for part in tensors_in(output).values():
        drawn = torch.randn(part.shape, generator=generator, dtype=torch.float64)
        if part.requires_grad and part.is_floating_point():
            parts.append(part)
            # What is not finite is left out of the sum, so that 0 * inf is not met.
            weights.append(drawn.to(part.dtype).masked_fill_(part.detach().isfinite().logical_not_(), 0.0))
    if not parts:
        return dict.fromkeys(leaves)
    names = [name for name, leaf in leaves.items() if leaf.requires_grad]
    found = torch.autograd.grad(parts, [leaves[name] for name in names], weights, allow_unused=True)
    return cast("dict[str, torch.Tensor | None]", dict(zip(names, found, strict=True)))
