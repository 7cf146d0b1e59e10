"""What is done with tokens before they are looked up, and the losses that compare scores with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.modules.draft import Value
    from evalmode.board.modules.step import Step, Writer

__all__ = ["TOKENS"]

_LABELS = ("label", "shift", "tokens", "text", "input")
_OUTSIDE = frozenset({"tokens", "text", "input"})
_LAST = "The last place has no next token; cross-entropy passes over −100."
_HIDDEN = "Only hidden tokens count; cross-entropy passes over −100."


def shift(step: Step) -> Value:
    """Tokens moved by one place: to the right for what a decoder reads, to the left for what is to be predicted."""
    value = step.only()
    if len(value.shape) != 2:
        return step.alias(value)
    to_the_right = "right" in step.label.lower() or not set(step.into) <= {"cross_entropy", "loss"}
    if "left" not in step.label.lower() and to_the_right:
        return step.line(f"F.pad({value.name}[:, :-1], (1, 0))", value.shape, "The first place reads the token 0.")
    return _next(step, value)


def _next(step: Step, value: Value) -> Value:
    return step.line(f"F.pad({value.name}[:, 1:], (0, 1), value=-100)", value.shape, _LAST, "targets")


def mask_tokens(step: Step) -> Value:
    """Some tokens hidden, and which these are."""
    value = step.only()
    if len(value.shape) != 2:
        raise ModuleError(f"“{step.label}” needs ids (B, T).")
    draft = step.draft
    rows = Size.of("V")
    draft.below[value.name] = rows
    helper = draft.use("hide_tokens")
    chosen = draft.name("chosen")
    masked = step.line(f"{helper}({value.name}, {draft.attribute(rows, 'vocabulary')})", value.shape, base="masked")
    draft.beside(masked, chosen)
    draft.chosen = chosen
    return masked


def cross_entropy(step: Step) -> Value:
    """The loss over classes, of probabilities of their logarithm; labels that nobody drew are an argument."""
    labels = next((value for kind in _LABELS for value in step.values if value.kind == kind), None)
    scores = next((value for value in step.values if value is not labels), None)
    if labels is None and scores is not None and len(scores.shape) > 1 and len(step.values) == 1:
        wanted = "is_next" if step.node.op.kind == "nsp_loss" else "targets"
        labels = step.draft.argument(wanted, scores.shape[:-1], scores.shape[-1])
    if labels is None or scores is None or len(scores.shape) != len(labels.shape) + 1:
        raise ModuleError(f"“{step.label}” compares scores (B, …, K) with labels (B, …).")
    if labels.kind != "shift":
        rows = step.draft.below.setdefault(labels.name, scores.shape[-1])
        step.draft.same(rows, scores.shape[-1])
    for one, two in zip(labels.shape, scores.shape, strict=False):
        step.draft.same(one, two)
    labels = _counted(step, labels)
    several = len(labels.shape) > 1
    flat = (f"{scores.name}.flatten(0, -2)", f"{labels.name}.flatten()") if several else (scores.name, labels.name)
    function = "F.nll_loss(torch.log({}), {})" if scores.kind == "softmax" else "F.cross_entropy({}, {})"
    return step.line(function.format(*flat), (), base="nsp_loss" if step.node.op.kind == "nsp_loss" else "loss")


def _counted(step: Step, labels: Value) -> Value:
    """Labels without those that do not count: tokens that are seen anyway, and a last one that has no next."""
    draft = step.draft
    if draft.chosen and step.node.op.kind != "nsp_loss" and len(labels.shape) == 2:
        return step.line(f"{labels.name}.masked_fill(~{draft.chosen}, -100)", labels.shape, _HIDDEN, "targets")
    if labels.kind in _OUTSIDE and labels.name in draft.embedded and draft.causal:
        return _next(step, labels)
    return labels


TOKENS: dict[str, Writer] = {
    **dict.fromkeys(("cross_entropy", "mlm_loss", "nsp_loss"), cross_entropy),
    "shift": shift,
    "mask_tokens": mask_tokens,
}
