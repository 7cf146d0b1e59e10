"""A generative adversarial network: two networks and two losses, whose module returns the losses.

The drawing is a system and no chain of layers: the discriminator is one network that is drawn once or twice and sees
two things. So the module is written by what the drawing holds, not arrow by arrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.modules.sizes import ONE
from evalmode.board.modules.values import ModuleError
from evalmode.board.shapes import Size

if TYPE_CHECKING:
    from evalmode.board.graph import Graph, Node
    from evalmode.board.modules.draft import Draft, Shape, Value

__all__ = ["find_ends", "is_gan", "write_losses"]

_CRITIC = ("wasserstein", "wgan", "critic")
_LEARNS = "the generator learns nothing from this loss"


def is_gan(graph: Graph) -> bool:
    """Whether a graph is one of a generator against a discriminator."""
    kinds = {node.op.kind for node in graph.nodes}
    return {"generator", "discriminator"} <= kinds


def write_losses(draft: Draft, graph: Graph, noise: Value, real: Value) -> dict[str, Value]:
    """Write the networks and the losses; gives the values by the kind of node that stands for them.

    Args:
        draft: What is written.
        graph: The drawing's graph.
        noise: What the generator is given.
        real: The data.

    Raises:
        ModuleError: A part is missing.
    """
    if len(noise.shape) < 2 or len(real.shape) < 2:
        raise ModuleError("The noise and the data need shapes such as (B, z) and (B, D).")
    words = " ".join(
        [*(node.label for node in graph.nodes), *(edge.label for edge in graph.edges), *graph.words]
    ).lower()
    critic = any(word in words for word in _CRITIC)
    generator = draft.layer("generator", _generator(draft, noise.shape, real.shape))
    discriminator = draft.layer("discriminator", _discriminator(draft, _features(noise.shape), real.shape))
    fake = draft.line("fake", f"{generator}({noise.name})", real.shape)
    scores = (real.shape[0], ONE)
    of_real = draft.line("score_real", f"{discriminator}({real.name})", scores)
    of_fake = draft.line("score_fake", f"{discriminator}({fake.name}.detach())", scores, remark=_LEARNS)
    if critic:
        first = f"{of_fake.name}.mean() - {of_real.name}.mean()"
    else:
        first = f"F.softplus(-{of_real.name}).mean() + F.softplus({of_fake.name}).mean()"
    loss_d = draft.line("discriminator_loss", first, (), remark="" if critic else "−log D(x) − log(1 − D(G(z)))")
    score = draft.line("score", f"{discriminator}({fake.name})", scores)
    second = f"-{score.name}.mean()" if critic else f"F.softplus(-{score.name}).mean()"
    loss_g = draft.line("generator_loss", second, (), remark="" if critic else "−log D(G(z))")
    return {
        "noise": noise,
        "real_data": real,
        "generator": fake,
        "fake": fake,
        "discriminator": score,
        "discriminator_loss": loss_d,
        "generator_loss": loss_g,
    }


def find_ends(graph: Graph) -> tuple[Node, Node]:
    """Where noise and real data come in.

    Raises:
        ModuleError: One of them is missing.
    """
    made = {edge.target for edge in graph.edges if edge.kind == "data"}
    free = [
        node
        for node in graph.nodes
        if node.id not in made and node.op.kind in {"noise", "real_data", "input", "value", "image"}
    ]
    noise = next((node for node in free if node.op.kind == "noise"), None)
    real = next((node for node in free if node.op.kind in {"real_data", "image"}), None)
    ends = {edge.source: edge.target for edge in graph.edges if edge.kind == "data"}
    kinds = {node.id: node.op.kind for node in graph.nodes}
    for node in free:
        if noise is None and kinds.get(ends.get(node.id, "")) == "generator":
            noise = node
        elif real is None and node is not noise and kinds.get(ends.get(node.id, "")) == "discriminator":
            real = node
    if noise is None or real is None:
        raise ModuleError(
            f"No module is made of this drawing: it shows no {'noise' if noise is None else 'real data'}."
        )
    return noise, real


def _features(shape: Shape) -> Size:
    total = ONE
    for size in shape[1:]:
        total = total * size
    return total


def _generator(draft: Draft, noise: Shape, real: Shape) -> str:
    latent = _features(noise)
    hidden = latent * Size.of(4)
    layers = ["nn.Flatten()"] if len(noise) > 2 else []
    layers += [
        f"nn.Linear({draft.python(latent)}, {draft.python(hidden)})",
        "nn.ReLU()",
        f"nn.Linear({draft.python(hidden)}, {draft.python(_features(real))})",
    ]
    if len(real) > 2:
        sizes = ", ".join(draft.python(size) for size in real[1:])
        layers += ["nn.Tanh()", f"nn.Unflatten(1, ({sizes}))"]
    return f"nn.Sequential({', '.join(layers)})"


def _discriminator(draft: Draft, latent: Size, real: Shape) -> str:
    hidden = latent * Size.of(4)
    layers = ["nn.Flatten()"] if len(real) > 2 else []
    layers += [
        f"nn.Linear({draft.python(_features(real))}, {draft.python(hidden)})",
        "nn.LeakyReLU(0.2)",
        f"nn.Linear({draft.python(hidden)}, 1)",
    ]
    return f"nn.Sequential({', '.join(layers)})"
