"""Low-rank adapters, autoencoders and the losses of single networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.reshaping import flat
from evalmode.board.modules.kinds.stacks import decoder_stack, transformer_block
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Shape, Value
    from evalmode.board.modules.step import Step, Writer

__all__ = ["ADAPTERS"]


def frozen_weight(step: Step) -> Value:
    """A linear layer that is not trained."""
    value = step.only()
    features = value.shape[-1]
    layer = step.layer(f"nn.Linear({step.py(features)}, {step.py(step.out(features))}).requires_grad_(False)")
    return step.line(f"{layer}({value.name})", (*value.shape[:-1], step.out(features)))


def lora_down(step: Step) -> Value:
    """To a low rank; without bias."""
    return _narrow(step, step.size("rank") or step.size("out") or step.features or Size.of("r"))


def lora_up(step: Step) -> Value:
    """Back from a low rank; without bias."""
    return _narrow(step, step.size("out") or step.features or step.draft.wide.get(step.only().name) or Size.of("d"))


def _narrow(step: Step, out: Size) -> Value:
    value = step.only()
    layer = step.layer(f"nn.Linear({step.py(value.shape[-1])}, {step.py(out)}, bias=False)")
    made = step.line(f"{layer}({value.name})", (*value.shape[:-1], out))
    step.draft.wide[made.name] = value.shape[-1]
    return made


def reparameterise(step: Step) -> Value:
    """Mean plus noise of the variance that is given by its logarithm."""
    mean = next((value for value in step.values if value.kind == "mu"), None)
    logvar = next((value for value in step.values if value.kind == "logvar"), None)
    if mean is None or logvar is None:
        raise ModuleError(f"“{step.label}” needs a mean and a variance.")
    step.draft.same_shape(mean.shape, logvar.shape)
    noise = next((value.name for value in step.values if value.kind in {"noise", "input"}), "")
    noise = noise or f"torch.randn_like({mean.name})"
    return step.line(f"{mean.name} + torch.exp({logvar.name} / 2) * {noise}", mean.shape)


def network(step: Step) -> Value:
    """A small network between what comes in and what is written on what goes out."""
    if step.draft.attends and len(step.first.shape) == 3:
        return (decoder_stack if step.node.op.kind == "decoder" else transformer_block)(step)
    value = flat(step, step.only())
    features = value.shape[-1]
    decodes = step.node.op.kind == "decoder"
    image = step.draft.image if decodes else ()
    default = step.draft.target if decodes and step.draft.target is not None else Size.of("d")
    out = _product(image) if image else step.out(default)
    hidden = Size.of(4) * out if step.node.op.kind == "encoder" else Size.of(4) * features
    layers: tuple[str, ...] = (
        f"nn.Linear({step.py(features)}, {step.py(hidden)})",
        "nn.ReLU()",
        f"nn.Linear({step.py(hidden)}, {step.py(out)})",
    )
    if image:
        layers += (f"nn.Unflatten(1, ({', '.join(step.py(size) for size in image)}))",)
    layer = step.layer(f"nn.Sequential({', '.join(layers)})")
    return step.line(f"{layer}({value.name})", (value.shape[0], *image) if image else (*value.shape[:-1], out))


def _product(sizes: Shape) -> Size:
    found = Size.of(1)
    for size in sizes:
        found = found * size
    return found


def mse(step: Step) -> Value:
    """The mean squared difference of two values."""
    values = tuple({value.name: value for value in step.values}.values())
    if len(values) == 1:  # the other one is the data, which the words name
        own = values[0].shape
        values += tuple(value for value in step.draft.taken if value.kind != "noise" and value.shape == own)[:1]
    if len(values) != 2:
        raise ModuleError(f"“{step.label}” compares two values, and {len(values)} lead to it.")
    flats = [flat(step, value) if len(values[0].shape) != len(values[1].shape) else value for value in values]
    step.draft.same_shape(flats[0].shape, flats[1].shape)
    return step.line(f"F.mse_loss({flats[0].name}, {flats[1].name})", ())


def kl_loss(step: Step) -> Value:
    """How far a normal distribution is from the standard one."""
    values = {**step.draft.made, **{value.kind: value for value in step.values}}
    mean, logvar = values.get("mu"), values.get("logvar")
    if mean is None or logvar is None:
        raise ModuleError(f"“{step.label}” needs a mean and a variance.")
    inside = f"1 + {logvar.name} - {mean.name} ** 2 - torch.exp({logvar.name})"
    made = step.line(f"-0.5 * ({inside}).sum(dim=-1).mean()", ())
    others = [value.name for value in step.values if not value.shape]
    return step.draft.line("loss", " + ".join([*others, made.name]), (), step.node) if others else made


def total(step: Step) -> Value:
    """The sum of the losses that lead to it."""
    names = list(dict.fromkeys(value.name for value in step.values))
    if any(value.shape for value in step.values):
        raise ModuleError(f"It is not said what “{step.label}” compares.")
    return step.line(" + ".join(names), ())


def detach(step: Step) -> Value:
    """A value through which no gradient goes back."""
    value = step.only()
    return step.line(f"{value.name}.detach()", value.shape)


ADAPTERS: dict[str, Writer] = {
    **dict.fromkeys(("encoder", "decoder"), network),
    **dict.fromkeys(("mse", "reconstruction_loss"), mse),
    **dict.fromkeys(("loss", "elbo"), total),
    "frozen_weight": frozen_weight,
    "lora_down": lora_down,
    "lora_up": lora_up,
    "reparameterise": reparameterise,
    "kl_loss": kl_loss,
    "detach": detach,
}
