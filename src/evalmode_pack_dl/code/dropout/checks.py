"""What inverted dropout must do. Its outcome is chance, so most checks are claims about what came out."""

import torch

from evalmode_runner.checks import Suite, claim, scenario

suite = Suite()

ALL = ("float32", "float64", "bfloat16")
PROBABILITIES = [0.5, 0.2, 0.75, 0.9]
SIGMAS = 6.0  # chance alone goes beyond that once in half a billion


def seed(draw):
    return draw.integer("seed", 0, 10**6)


def inputs(draw, *shape):
    """Numbers none of which is near zero, so that a zero in the output was dropped."""
    return draw.uniform("x", *shape, low=0.5, high=2.0)


def misshapen(x, output):
    """What is wrong with the shape or type of an output, if anything."""
    if not isinstance(output, torch.Tensor) or output.shape != x.shape:
        return f"the output should have the shape {tuple(x.shape)} of x"
    if output.dtype != x.dtype:
        return f"the output is {output.dtype} where x is {x.dtype}"
    return None


def differs(got, want):
    """Whether two tensors differ by more than the type can hold."""
    room = {torch.float64: 1e-9, torch.float32: 1e-5}.get(want.dtype, 2e-2)
    return not torch.allclose(got.double(), want.double(), rtol=room, atol=room)


def shape_of(draw):
    return [draw.size(f"size {n}", 2, 4) for n in range(draw.choice("dimensions", [2, 1, 3]))]


def unchanged(x, result):
    return None if torch.equal(result["x"], x) else "Your code changes its input x in place"


@suite.example
def eval_example(draw):
    """In eval mode nothing happens."""
    return scenario("without_gradients", p=0.5, mode="eval", x=draw.tensor([1.0, -2.0, 3.0]), seed=0)


@suite.check(examples=4, dtypes=ALL, gradients=False)
def eval_mode(draw):
    """In eval mode x comes back as it is, whatever p, and so does its gradient.

    The scaling was done in training, so that evaluation needs none.
    """
    x = inputs(draw, *shape_of(draw))
    p = draw.choice("p", [0.5, 1.0, 0.2, 0.0])
    return scenario("passes", p=p, mode="eval", x=x, upstream=draw.normal("upstream", *x.shape), seed=seed(draw))


@suite.check(examples=7, dtypes=ALL, gradients=False)
def survivors(draw):
    """In training mode every element is zero or x / (1 - p).

    Ask yourself what the survivors must be multiplied by so that the expected output is x.
    """
    p = draw.choice("p", PROBABILITIES)
    x = inputs(draw, 3, draw.size("width", 20, 30))

    def wrong(result):
        output = result["output"]
        if says := misshapen(x, output):
            return says
        kept = output != 0
        if not bool(kept.any()):
            return "everything is zero"
        if differs(output[kept], x[kept] / (1 - p)):
            factor = float((output[kept].double() / x[kept].double()).median())
            return f"for p = {p} survivors are x times {factor:.4g} and should be x times {1 / (1 - p):.4g}"
        return None

    return claim(scenario("passes", p=p, mode="train", x=x, upstream=torch.ones_like(x), seed=seed(draw)), wrong=wrong)


@suite.check(examples=5, gradients=False)
def share_of_zeros(draw):
    """The share of elements that are set to zero is p."""
    p = draw.choice("p", PROBABILITIES)
    x = inputs(draw, draw.size("height", 40, 50), 50)

    def wrong(result):
        if says := misshapen(x, result["output"]):
            return says
        share = float((result["output"] == 0).double().mean())
        if abs(share - p) > SIGMAS * (p * (1 - p) / x.numel()) ** 0.5:
            return f"for p = {p} the share of zeros is {share:.3f}"
        return None

    return claim(scenario("passes", p=p, mode="train", x=x, upstream=torch.ones_like(x), seed=seed(draw)), wrong=wrong)


@suite.check(examples=4, gradients=False)
def passes_back(draw):
    """The gradient goes through the same mask with the same scale.

    It is zero where the element was dropped, and 1 / (1 - p) times the incoming one where it survived.
    """
    p = draw.choice("p", PROBABILITIES)
    x = inputs(draw, 4, draw.size("width", 10, 20))
    upstream = draw.uniform("upstream", *x.shape, low=0.5, high=1.5)

    def wrong(result):
        kept = result["output"] != 0
        if differs(result["gradient"], torch.where(kept, upstream / (1 - p), 0)):
            return f"for p = {p} the gradient is not the incoming one times 1 / (1 - p) at survivors and zero elsewhere"
        return None

    return claim(scenario("passes", p=p, mode="train", x=x, upstream=upstream, seed=seed(draw)), wrong=wrong)


@suite.check(examples=4, gradients=False)
def input_stays(draw):
    """x itself is not changed."""
    x = inputs(draw, 4, draw.size("width", 10, 20))
    played = scenario("passes", p=0.5, mode="train", x=x, upstream=torch.ones_like(x), seed=seed(draw))
    return claim(played, wrong=lambda result: unchanged(x, result))


@suite.check(examples=6, dtypes=ALL, gradients=False)
def ends_of_p(draw):
    """p = 0 changes nothing, and p = 1 gives zeros."""
    p = float(draw.flag("p is one"))
    x = inputs(draw, *shape_of(draw))

    def wrong(result):
        output = result["output"]
        return misshapen(x, output) or (f"for p = {p:g} the output is wrong" if differs(output, x * (1 - p)) else None)

    return claim(scenario("without_gradients", p=p, mode="train", x=x, seed=seed(draw)), wrong=wrong)


@suite.check(examples=3, dtypes=("float32",), gradients=False)
def independence(draw):
    """Every element is dropped or kept on its own, and anew in every call.

    Over many calls the number of survivors varies as that of independent coin flips does: in all, in a row, in a column.
    """
    calls, rows, columns = 300, 4, 6
    x = inputs(draw, rows, columns)

    def wrong(result):
        kept = (result["outputs"] != 0).double()  # (calls, rows, columns)
        if bool((kept == kept[0]).all()):
            return "every call drops the same elements"
        # The variance of a count of n fair coin flips is n / 4; half and twice that are out of reach of chance.
        for name, counts, flips in (
            ("all elements", kept.sum((1, 2))[:, None], rows * columns),
            ("a row", kept.sum(2), columns),
            ("a column", kept.sum(1), rows),
        ):
            variance = float(counts.var(0).mean())
            if not flips / 8 < variance < flips / 2:
                return f"the number of survivors in {name} varies by {variance:.2f} and should by {flips / 4:.2f}"
        return None

    return claim(scenario("many", p=0.5, x=x, count=calls, seed=seed(draw)), wrong=wrong)


@suite.check(examples=3, dtypes=("float32",), gradients=False)
def no_grad(draw):
    """Under no_grad a layer in training mode still drops."""
    x = inputs(draw, 10, draw.size("width", 10, 12))
    played = scenario("without_gradients", p=0.5, mode="train", x=x, seed=seed(draw))
    return claim(played, wrong=lambda result: None if bool((result["output"] == 0).any()) else "nothing was dropped")


@suite.check(examples=3, dtypes=("float32",), gradients=False)
def usual_p(draw):
    """Without an argument p is 0.5."""
    x = inputs(draw, 20, draw.size("width", 20, 25))

    def wrong(result):
        output = result["output"]
        kept = output != 0
        return "survivors are not doubled" if not bool(kept.any()) or differs(output[kept], 2 * x[kept]) else None

    return claim(scenario("as_built", x=x, seed=seed(draw)), wrong=wrong)


@suite.cost
def larger_input(draw):
    x = draw.normal("x", 64, 1024)
    return scenario("passes", p=0.3, mode="train", x=x, upstream=torch.ones_like(x), seed=1)
