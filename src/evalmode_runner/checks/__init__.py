"""The vocabulary in which a problem says what must hold: it reads like a specification and never leaves the judge.

A problem's ``checks.py`` makes one `Suite` and decorates functions that draw an example and say what to do with it::

    from evalmode_runner.checks import Suite, call

    suite = Suite()

    @suite.check(gradients=True)
    def values(draw):
        \"\"\"Every dimension, any number of dimensions.\"\"\"
        shape = [draw.size(f"size {n}", 1, 5) for n in range(3)]
        return call({"x": draw.normal("x", *shape)}, dim=draw.integer("dim", -3, 2))

What the function returns decides what must hold: `call` and `layer` (and `scenario`) agree with the reference; `same`
makes two cases agree with each other; `raises` wants an exception; `claim` asks a function of the result; `causal`
changes the future and watches the past.
"""

from evalmode_runner.checks.cases import (
    Case,
    Claim,
    Pair,
    Raises,
    Step,
    call,
    causal,
    claim,
    constant,
    layer,
    numpy_call,
    raises,
    same,
    scenario,
    step,
)
from evalmode_runner.checks.draw import Draw
from evalmode_runner.checks.suite import Check, Suite

__all__ = [
    "Case",
    "Check",
    "Claim",
    "Draw",
    "Pair",
    "Raises",
    "Step",
    "Suite",
    "call",
    "causal",
    "claim",
    "constant",
    "layer",
    "numpy_call",
    "raises",
    "same",
    "scenario",
    "step",
]
