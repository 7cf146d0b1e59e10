"""What makes vectors of tokens, places and patches, and what picks one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.board.modules.draft import Value
from evalmode.board.modules.kinds.layers import linear_of
from evalmode.board.modules.sizes import ONE, say_shape
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.step import Step, Writer

__all__ = ["EMBEDDINGS"]


_WAVES = re.compile(r"encod|sinus|\bsin\b|\bPE\b", re.IGNORECASE)


def position_embedding(step: Step) -> Value:
    """A learned vector for each place: added to (B, T, d), by itself for (B, T), where it is added if nothing comes."""
    waves = bool(_WAVES.search(step.label)) and "learn" not in step.label.lower()
    if not step.given:
        return Value("", (), "position_embedding", ("waves",) if waves else ())
    value = step.first
    if waves and len(value.shape) == 3:
        return step.line(f"{value.name} + {step.draft.use('waves')}(*{value.name}.shape[1:])", value.shape)
    time = value.shape[1] if len(value.shape) > 1 else Size.of("T")
    if len(value.shape) == 3:
        features = value.shape[2]
        weight = step.layer(f"nn.Parameter(torch.zeros(1, {step.py(time)}, {step.py(features)}))")
        return step.line(f"{value.name} + {weight}", value.shape)
    features = step.out(Size.of("d"))
    weight = step.layer(f"nn.Parameter(torch.zeros(1, {step.py(time)}, {step.py(features)}))")
    return step.line(f"{weight}.expand({value.name}.shape[0], -1, -1)", (value.shape[0], time, features))


def segment_embedding(step: Step) -> Value:
    """A vector for each of two sentences."""
    features = step.out(Size.of("d"))
    if not step.given and not step.draft.tokens:
        raise ModuleError(f"Nothing leads to “{step.label}”.")
    value = step.first if step.given else step.draft.argument("segments", step.draft.tokens, Size.of(2))
    step.draft.below[value.name] = Size.of(2)
    layer = step.layer(f"nn.Embedding(2, {step.py(features)})")
    return step.line(f"{layer}({value.name})", (*value.shape, features))


def patchify(step: Step) -> Value:
    """An image as a row of flattened patches."""
    value = step.only()
    side = step.size("patch") or Size.of("p")
    batch, channels, height, width = _image(step, value)
    number = step.draft.settled(height * width / (side * side))
    step.draft.symbols_of(height / side)
    step.draft.symbols_of(width / side)
    patch = step.draft.attribute(side, "patch")
    made = f"F.unfold({value.name}, {patch}, stride={patch}).transpose(1, 2)"
    return step.line(made, (batch, number, channels * side * side))


def patch_embedding(step: Step) -> Value:
    """A vector for each patch of an image; of patches that are cut out already, a linear layer."""
    value = step.only()
    features = step.out(Size.of("d"))
    if len(value.shape) == 3:
        return linear_of(step, value, features)
    side = step.size("patch", "kernel", "stride") or Size.of("p")
    batch, channels, height, width = _image(step, value)
    step.draft.symbols_of(height / side)
    step.draft.symbols_of(width / side)
    made = f"nn.Conv2d({step.py(channels)}, {step.py(features)}, {step.py(side)}, stride={step.py(side)})"
    number = step.draft.settled(height * width / (side * side))
    return step.line(f"{step.layer(made)}({value.name}).flatten(2).transpose(1, 2)", (batch, number, features))


def _image(step: Step, value: Value) -> tuple[Size, Size, Size, Size]:
    if len(value.shape) != 4:
        raise ModuleError(f"“{step.label}” needs (B, C, H, W), and {say_shape(value.shape)} comes to it.")
    batch, channels, height, width = value.shape
    return batch, channels, height, width


def cls_token(step: Step) -> Value:
    """A learned vector before all others; where nothing comes to it, by itself."""
    if not step.given:
        if not step.draft.batch:
            raise ModuleError(f"Nothing comes in beside “{step.label}”.")
        features = step.out(Size.of("d"))
        weight = step.layer(f"nn.Parameter(torch.zeros(1, 1, {step.py(features)}))")
        batch = step.draft.batch
        shape = (step.draft.batch_size, ONE, features)
        return step.line(f"{weight}.expand({batch}.shape[0], -1, -1)", shape)
    value = step.only()
    batch_size, time, features = value.shape
    weight = step.layer(f"nn.Parameter(torch.zeros(1, 1, {step.py(features)}))")
    token = f"{weight}.expand({value.name}.shape[0], -1, -1)"
    return step.line(f"torch.cat([{token}, {value.name}], dim=1)", (batch_size, time + ONE, features))


def select_token(step: Step) -> Value:
    """The first of the vectors."""
    value = step.only()
    return step.line(f"{value.name}[:, 0]", (value.shape[0], *value.shape[2:]))


EMBEDDINGS: dict[str, Writer] = {
    "position_embedding": position_embedding,
    "segment_embedding": segment_embedding,
    "patchify": patchify,
    "patch_embedding": patch_embedding,
    "cls_token": cls_token,
    "select_token": select_token,
}
