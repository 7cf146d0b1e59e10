from torch import Tensor


def softmax(x: Tensor, dim: int) -> Tensor:
    """Softmax of `x` along `dim`; entries of -inf get 0."""
    largest = x.amax(dim=dim, keepdim=True)  # one per slice, `dim` kept with size 1
    exp = (x - largest).exp()  # exponents <= 0: no overflow; exp(-inf) = 0
    return exp / exp.sum(dim=dim, keepdim=True)  # the sum is at least exp(0) = 1
