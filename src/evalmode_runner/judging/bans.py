"""What each ban forbids: a whole job, however torch names it.

A ban is a set of bare names. A function or class of torch with such a name is replaced before a submission is loaded; an
operator of such a name in a trace, and such a name used in the source, are refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Ban:
    """One job that a submission has to do itself.

    Args:
        does: What it is, as a person says it.
        functions: Names in ``torch``, ``torch.nn.functional``, ``torch.special`` and on tensors.
        classes: Names in ``torch.nn``.
        operators: Names of torch's operators, without name space and overload.
        modules: Whole modules, such as ``torch.optim``.
    """

    does: str
    functions: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    operators: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


_RNN_OPERATORS = ("_thnn_fused_lstm_cell", "mkldnn_rnn_layer", "_cudnn_rnn")

BANS: dict[str, Ban] = {
    "softmax": Ban(
        "softmax",
        ("softmax", "softmin", "gumbel_softmax"),
        ("Softmax", "Softmin", "Softmax2d"),
        ("_softmax", "_safe_softmax", "special_softmax", "_masked_softmax"),
    ),
    "log-softmax": Ban(
        "log-softmax",
        ("log_softmax",),
        ("LogSoftmax", "AdaptiveLogSoftmaxWithLoss"),
        ("_log_softmax", "special_log_softmax"),
    ),
    "logsumexp": Ban(
        "log-sum-exp", ("logsumexp", "logaddexp", "logcumsumexp"), (), ("special_logsumexp", "_logcumsumexp")
    ),
    "cross-entropy": Ban(
        "cross-entropy",
        ("cross_entropy", "nll_loss", "cross_entropy_loss"),
        ("CrossEntropyLoss", "NLLLoss", "NLLLoss2d"),
        ("nll_loss_forward", "nll_loss2d_forward", "nll_loss_nd", "nll_loss2d"),
    ),
    "binary-cross-entropy": Ban(
        "binary cross-entropy",
        ("binary_cross_entropy", "binary_cross_entropy_with_logits"),
        ("BCELoss", "BCEWithLogitsLoss"),
    ),
    "kl-div": Ban("KL divergence", ("kl_div",), ("KLDivLoss",)),
    "cosine-embedding": Ban(
        "a cosine loss", ("cosine_embedding_loss", "cosine_similarity"), ("CosineEmbeddingLoss", "CosineSimilarity")
    ),
    "embedding": Ban(
        "embedding lookup",
        ("embedding", "embedding_bag"),
        ("Embedding", "EmbeddingBag"),
        ("_embedding_bag", "embedding_renorm_"),
    ),
    "dropout": Ban(
        "dropout",
        (
            "dropout",
            "dropout_",
            "dropout1d",
            "dropout2d",
            "dropout3d",
            "alpha_dropout",
            "alpha_dropout_",
            "feature_alpha_dropout",
            "feature_dropout",
            "native_dropout",
        ),
        ("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"),
    ),
    "layer-norm": Ban("layer normalisation", ("layer_norm", "native_layer_norm"), ("LayerNorm",)),
    "rms-norm": Ban("RMS normalisation", ("rms_norm",), ("RMSNorm",), ("_fused_rms_norm",)),
    "batch-norm": Ban(
        "batch normalisation",
        ("batch_norm", "native_batch_norm", "instance_norm"),
        (
            "BatchNorm1d",
            "BatchNorm2d",
            "BatchNorm3d",
            "SyncBatchNorm",
            "LazyBatchNorm1d",
            "LazyBatchNorm2d",
            "LazyBatchNorm3d",
            "InstanceNorm1d",
            "InstanceNorm2d",
            "InstanceNorm3d",
        ),
        (
            "_native_batch_norm_legit",
            "_native_batch_norm_legit_functional",
            "_batch_norm_impl_index",
            "cudnn_batch_norm",
            "batch_norm_stats",
            "_batch_norm_with_update",
        ),
    ),
    "group-norm": Ban("group normalisation", ("group_norm", "native_group_norm"), ("GroupNorm",)),
    "conv": Ban(
        "convolution",
        (
            "conv1d",
            "conv2d",
            "conv3d",
            "conv_transpose1d",
            "conv_transpose2d",
            "conv_transpose3d",
            "convolution",
            "conv_tbc",
        ),
        (
            "Conv1d",
            "Conv2d",
            "Conv3d",
            "ConvTranspose1d",
            "ConvTranspose2d",
            "ConvTranspose3d",
            "LazyConv1d",
            "LazyConv2d",
            "LazyConv3d",
        ),
        (
            "_convolution",
            "mkldnn_convolution",
            "thnn_conv2d",
            "_slow_conv2d_forward",
            "slow_conv3d",
            "_nnpack_spatial_convolution",
            "convolution_overrideable",
        ),
    ),
    "pooling": Ban(
        "pooling",
        (
            "max_pool1d",
            "max_pool2d",
            "max_pool3d",
            "avg_pool1d",
            "avg_pool2d",
            "avg_pool3d",
            "adaptive_max_pool2d",
            "adaptive_avg_pool2d",
            "max_pool2d_with_indices",
            "lp_pool2d",
            "fractional_max_pool2d",
        ),
        (
            "MaxPool1d",
            "MaxPool2d",
            "MaxPool3d",
            "AvgPool1d",
            "AvgPool2d",
            "AvgPool3d",
            "AdaptiveMaxPool2d",
            "AdaptiveAvgPool2d",
        ),
    ),
    "linear": Ban("a linear layer", ("linear",), ("Linear", "LazyLinear")),
    "lstm": Ban("an LSTM", ("lstm", "lstm_cell"), ("LSTM", "LSTMCell"), _RNN_OPERATORS),
    "gru": Ban("a GRU", ("gru", "gru_cell"), ("GRU", "GRUCell"), ("_thnn_fused_gru_cell", *_RNN_OPERATORS)),
    "rnn": Ban(
        "a recurrent layer",
        ("rnn_tanh", "rnn_relu", "rnn_tanh_cell", "rnn_relu_cell"),
        ("RNN", "RNNCell", "RNNBase"),
        _RNN_OPERATORS,
    ),
    "attention": Ban(
        "attention",
        ("scaled_dot_product_attention", "multi_head_attention_forward"),
        ("MultiheadAttention",),
        (
            "_scaled_dot_product_flash_attention_for_cpu",
            "_scaled_dot_product_attention_math",
            "_scaled_dot_product_flash_attention",
            "_scaled_dot_product_efficient_attention",
            "_native_multi_head_attention",
        ),
        ("torch.nn.attention",),
    ),
    "transformer-layers": Ban(
        "a Transformer layer",
        (),
        (
            "Transformer",
            "TransformerEncoder",
            "TransformerEncoderLayer",
            "TransformerDecoder",
            "TransformerDecoderLayer",
        ),
        ("_transformer_encoder_layer_fwd",),
    ),
    "optimizers": Ban("an optimiser", (), (), ("_fused_adam_", "_fused_adamw_", "_fused_sgd_"), ("torch.optim",)),
    "schedulers": Ban("a schedule", (), (), (), ("torch.optim.lr_scheduler",)),
    "clip-grad": Ban(
        "gradient clipping",
        ("clip_grad_norm_", "clip_grad_norm", "clip_grads_with_norm_", "clip_grad_value_", "get_total_norm"),
        (),
        (),
        ("torch.nn.utils.clip_grad",),
    ),
    "init": Ban("initialisation", (), (), (), ("torch.nn.init",)),
    "autograd": Ban("automatic differentiation", ("backward", "grad"), (), (), ("torch.autograd", "torch.func")),
    "svd": Ban(
        "singular value decomposition",
        ("svd", "svd_lowrank", "svdvals"),
        (),
        ("_linalg_svd", "linalg_svd", "linalg_svdvals"),
    ),
    "distributions": Ban("a probability distribution", modules=("torch.distributions",)),
    "torchvision": Ban("torchvision", modules=("torchvision",)),
    "sklearn": Ban("scikit-learn", modules=("sklearn",)),
    "torch": Ban("torch", modules=("torch",)),
}
"""Name in a problem's head → what it forbids."""

_HOMES = (
    "torch",
    "torch.nn.functional",
    "torch.special",
    "torch.Tensor",
    "torch._C._nn",
    "torch.linalg",
    "torch.nn.utils",
)
_CLASS_HOMES = ("torch.nn",)


_OPTIMIZERS = (
    *(
        "ASGD",
        "Adadelta",
        "Adafactor",
        "Adagrad",
        "Adam",
        "AdamW",
        "Adamax",
        "LBFGS",
        "Muon",
        "NAdam",
        "RAdam",
        "RMSprop",
    ),
    *("Rprop", "SGD", "SparseAdam"),
)
_INSIDE: dict[str, tuple[str, ...]] = {
    "torch.optim": (
        *(f"torch.optim.{name}.step" for name in _OPTIMIZERS),
        *(f"torch.optim.{name.lower()}.{name.lower()}" for name in _OPTIMIZERS),
        *(f"torch.optim.{name.lower()}._single_tensor_{name.lower()}" for name in _OPTIMIZERS),
        *(f"torch.optim.{name.lower()}._multi_tensor_{name.lower()}" for name in _OPTIMIZERS),
        *(f"torch.optim._functional.{name.lower()}" for name in _OPTIMIZERS),
    ),
    "torch.optim.lr_scheduler": (
        "torch.optim.lr_scheduler.LRScheduler.__init__",
        "torch.optim.lr_scheduler.ReduceLROnPlateau.__init__",
    ),
    "torch.distributions": tuple(
        f"torch.distributions.{name}"
        for name in (
            "Distribution.__init__",
            "kl_divergence",
            "kl.kl_divergence",
            "Normal.__init__",
            "Bernoulli.__init__",
        )
    ),
    "torch.nn.utils.clip_grad": tuple(
        f"torch.nn.utils.clip_grad.{name}"
        for name in ("clip_grad_norm_", "clip_grad_norm", "clip_grads_with_norm_", "get_total_norm")
    ),
}
"""What of a banned module is replaced, however a submission comes by it."""


def dotted_paths(name: str) -> list[str]:
    """Where torch keeps what a ban forbids; places that do not exist are harmless."""
    ban = BANS[name]
    paths = [f"{home}.{function}" for function in ban.functions for home in _HOMES]
    paths += [f"{home}.{cls}" for cls in ban.classes for home in _CLASS_HOMES]
    return paths + [path for module in ban.modules for path in _INSIDE.get(module, ())]


def operators(name: str) -> frozenset[str]:
    """Bare names that must not occur in a trace."""
    ban = BANS[name]
    return frozenset((*ban.functions, *ban.operators))


@lru_cache(4096)
def bare_name(operator: str) -> str:
    """``aten::_softmax.out`` and ``torch.nn.functional.softmax`` without name space and overload."""
    if "::" in operator:
        return operator.split("::", 1)[1].split(".", 1)[0]
    if operator.startswith("aten."):
        return operator.split(".")[1]
    return operator.rsplit(".", 1)[-1] if operator.startswith("torch.") else ""
