"""What an embedding layer must do."""

import torch

from evalmode_runner.checks import Suite, layer

suite = Suite()


def table(draw):
    return {"num_embeddings": draw.size("rows", 3, 7), "embedding_dim": draw.size("width", 2, 5)}


@suite.example
def three_ids(draw):
    """Three ids, one of them twice, from a table of three rows."""
    state = {"weight": draw.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])}
    return layer({"num_embeddings": 3, "embedding_dim": 2}, {"ids": torch.tensor([2, 0, 2])}, state=state)


@suite.check(examples=6)
def values(draw):
    """Ids of any shape pick their rows."""
    init = table(draw)
    shape = [draw.size(f"size {n}", 1, 4) for n in range(draw.choice("dimensions", [2, 1, 3, 0]))]
    return layer(init, {"ids": draw.integers("ids", *shape, low=0, high=init["num_embeddings"] - 1)})


@suite.check(examples=4)
def repeated_ids(draw):
    """Far more ids than rows: the gradients of all occurrences add up."""
    init = table(draw)
    return layer(
        init, {"ids": draw.integers("ids", 4, draw.size("time", 4, 6), low=0, high=init["num_embeddings"] - 1)}
    )


@suite.check(examples=5)
def padding(draw):
    """The padding row is returned as it is, and gets no gradient; all other rows do.

    Value and gradient are two questions: the row may hold anything, it is only not trained.
    """
    init = table(draw)
    return padded(draw, init, draw.integer("padding_idx", 1, init["num_embeddings"] - 1))


@suite.check(examples=4)
def padding_row_zero(draw):
    """Row 0 is the padding.

    0 is a row like any other, and None means that there is no padding.
    """
    return padded(draw, table(draw), 0)


def padded(draw, init, row):
    ids = draw.integers("ids", 2, draw.size("time", 3, 6), low=0, high=init["num_embeddings"] - 1)
    ids[0, 0], ids[1, 0] = row, (row + 1) % init["num_embeddings"]
    return layer(init, {"ids": ids}, options={"padding_idx": row})


@suite.cost
def many_ids(draw):
    ids = draw.integers("ids", 32, 64, low=0, high=999)
    return layer({"num_embeddings": 1000, "embedding_dim": 64}, {"ids": ids}, options={"padding_idx": 0})
