"""Whole networks in one box, and losses over pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.kinds.layers import linear_of
from evalmode.board.modules.sizes import say_shape
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Value
    from evalmode.board.modules.step import Step, Writer

__all__ = ["NETWORKS"]

_RECURRENT = {"lstm": "LSTM", "gru": "GRU", "rnn": "RNN"}


def similarity(step: Step) -> Value:
    """How alike each of one kind is to each of the other, sharpened by a learned factor."""
    values = tuple({value.name: value for value in step.values if value.shape}.values())
    if len(values) != 2 or len(values[0].shape) != 2 or len(values[1].shape) != 2:
        raise ModuleError(f"“{step.label}” compares two rows of vectors (N, d).")
    left, right = values
    step.draft.same(left.shape[1], right.shape[1])
    scale = step.layer("nn.Parameter(torch.zeros(()))", "log_scale")
    return step.line(f"{left.name} @ {right.name}.T * {scale}.exp()", (left.shape[0], right.shape[0]))


def contrastive_loss(step: Step) -> Value:
    """The n-th of each kind belongs to the n-th of the other: cross-entropy over rows and over columns."""
    value = next((value for value in step.values if len(value.shape) == 2), None)
    if value is None:
        raise ModuleError(f"“{step.label}” needs similarities (N, N).")
    labels = step.draft.line("labels", f"torch.arange(len({value.name}))", value.shape[:1], step.node)
    rows = f"F.cross_entropy({value.name}, {labels.name})"
    return step.line(f"({rows} + F.cross_entropy({value.name}.T, {labels.name})) / 2", ())


def image_encoder(step: Step) -> Value:
    """A vector for an image: of its patches the mean."""
    value = step.only()
    channels, out = step.channels(value), step.out(Size.of("d"))
    convolution = f"nn.Conv2d({step.py(channels)}, {step.py(out)}, 4, stride=4)"
    layer = step.layer(f"nn.Sequential({convolution}, nn.GELU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())")
    return step.line(f"{layer}({value.name})", (value.shape[0], out))


def text_encoder(step: Step) -> Value:
    """A vector for a text: of its tokens the mean."""
    value = step.only()
    if len(value.shape) != 2:
        raise ModuleError(f"“{step.label}” needs ids (B, T), and {say_shape(value.shape)} comes to it.")
    rows, out = Size.of("V"), step.out(Size.of("d"))
    step.draft.below[value.name] = rows
    layer = step.layer(f"nn.EmbeddingBag({step.py(rows)}, {step.py(out)})")
    return step.line(f"{layer}({value.name})", (value.shape[0], out))


def time_embedding(step: Step) -> Value:
    """Waves of many lengths for a step in time, and a small network over them."""
    return _timed(step, step.only())


def _timed(step: Step, value: Value) -> Value:
    out = step.features if step.features is not None and len(step.written or ()) == 2 else Size.of("d")
    step.draft.below[value.name] = Size.of(1000)
    step.draft.symbols_of(out / Size.of(2))
    layer = step.layer(f"{step.draft.use('TimeEmbedding')}({step.py(out)})", "time_embedding")
    return step.draft.line("time", f"{layer}({value.name})", (value.shape[0], out), step.node)


def diffuse(step: Step) -> Value:
    """Data with as much noise as belongs to a step in time."""
    time = next((value for value in step.values if value.kind == "timestep"), None)
    noise = next((value for value in step.values if value.kind == "noise"), None)
    data = next((value for value in step.values if value not in (time, noise) and value.shape), None)
    if time is None or noise is None or data is None:
        raise ModuleError(f"“{step.label}” needs data, noise and a time.")
    step.draft.same_shape(data.shape, noise.shape)
    step.draft.below[time.name] = Size.of(1000)
    helper = step.draft.use("add_noise")
    return step.line(f"{helper}({data.name}, {noise.name}, {time.name})", data.shape)


def noise_predictor(step: Step) -> Value:
    """A small U-Net over an image and a time; over an image alone where no time is drawn."""
    image = next((value for value in step.values if len(value.shape) == 4), None)
    if image is None:
        raise ModuleError(f"“{step.label}” needs an image (B, C, H, W).")
    time = next((value for value in step.values if len(value.shape) in {1, 2}), None)
    if time is not None and len(time.shape) == 1:
        time = _timed(step, time)
    width = Size.of(16)
    arguments = [step.py(image.shape[1]), step.py(width), step.py(time.shape[1]) if time else "0"]
    step.draft.symbols_of(image.shape[2] / Size.of(2))
    step.draft.symbols_of(image.shape[3] / Size.of(2))
    layer = step.layer(f"{step.draft.use('SmallUNet')}({', '.join(arguments)})")
    return step.line(f"{layer}({image.name}{f', {time.name}' if time else ''})", image.shape)


def mlm_head(step: Step) -> Value:
    """Linear, GELU and norm, and the vocabulary's scores where they are written."""
    value = step.only()
    features = value.shape[-1]
    size = step.py(features)
    layer = step.layer(f"nn.Sequential(nn.Linear({size}, {size}), nn.GELU(), nn.LayerNorm({size}))", "transform")
    made = step.line(f"{layer}({value.name})", value.shape, base="transformed")
    out = step.out(features)
    return made if out == features else linear_of(step, made, out)


def pooler(step: Step) -> Value:
    """The first token's vector, through a linear layer and tanh; two scores where it says which sentence follows."""
    value = step.only()
    first = f"{value.name}[:, 0]" if len(value.shape) == 3 else value.name
    features = value.shape[-1]
    if step.node.op.kind == "nsp_head":
        layer = step.layer(f"nn.Linear({step.py(features)}, 2)")
        return step.line(f"{layer}({first})", (value.shape[0], Size.of(2)))
    layer = step.layer(f"nn.Linear({step.py(features)}, {step.py(features)})")
    return step.line(f"torch.tanh({layer}({first}))", (value.shape[0], features))


def recurrent(step: Step) -> Value:
    """A recurrent network over a sequence; gives all its states."""
    value = step.only()
    if len(value.shape) != 3:
        raise ModuleError(f"“{step.label}” needs (B, T, d), and {say_shape(value.shape)} comes to it.")
    out = step.out(value.shape[-1])
    name = _RECURRENT[step.node.op.kind]
    layer = step.layer(f"nn.{name}({step.py(value.shape[-1])}, {step.py(out)}, batch_first=True)")
    return step.line(f"{layer}({value.name})[0]", (*value.shape[:-1], out))


def rope(step: Step) -> Value:
    """Pairs of features turned by angles that grow with the place."""
    value = step.only()
    if len(value.shape) < 3:
        raise ModuleError(f"“{step.label}” needs (B, T, d), and {say_shape(value.shape)} comes to it.")
    step.draft.symbols_of(value.shape[-1] / Size.of(2))
    return step.line(f"{step.draft.use('rotate')}({value.name})", value.shape)


NETWORKS: dict[str, Writer] = {
    **dict.fromkeys(("pooler", "nsp_head"), pooler),
    **dict.fromkeys(_RECURRENT, recurrent),
    "similarity": similarity,
    "contrastive_loss": contrastive_loss,
    "image_encoder": image_encoder,
    "text_encoder": text_encoder,
    "time_embedding": time_embedding,
    "diffuse": diffuse,
    "unet": noise_predictor,
    "mlm_head": mlm_head,
    "rope": rope,
}
