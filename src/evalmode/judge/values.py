"""What a judge says about a submission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from evalmode.core import CodeVerdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evalmode.bank import CodeItem

__all__ = [
    "CheckResult",
    "CodeVerdict",
    "FailingExample",
    "Judge",
    "JudgeStatus",
    "Judgement",
    "Mode",
    "ModuleRun",
    "Shown",
]

Mode = Literal["submit", "examples"]
"""``submit`` runs every check; ``examples`` only those whose inputs and expected values everybody may see."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A value as it is shown to a person.

    Args:
        name: Which input or output it is, such as ``x`` or ``gradient of x``.
        kind: Shape and type, such as ``float32 (2, 3)``.
        text: Its numbers where there are few, else empty.
    """

    name: str
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class FailingExample:
    """The smallest example found on which a check fails.

    Args:
        sizes: The sizes and choices that were drawn, such as ``{"batch": 1, "time": 2}``.
        inputs: What the submission was given.
        expected: What a right solution returns; None where none is defined.
        got: What the submission returned; None if it did not return.
    """

    sizes: dict[str, Any]
    inputs: tuple[Shown, ...] = ()
    expected: Shown | None = None
    got: Shown | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check of a submission.

    Args:
        name: The check's name, unique within the problem.
        title: What was tried, in one sentence.
        passed: Whether it held on every example.
        message: What went wrong, in one sentence; empty if nothing did.
        teaches: What to think about, or what mistake it is; empty if nothing is known.
        examples: How many examples were tried.
        visible: Whether its inputs are shown before it is run.
        expected: Shape and type that were expected, or empty.
        got: Shape and type that came, or empty.
        max_abs_error: The largest absolute error; None where no numbers were compared.
        max_rel_error: The largest relative error.
        where: Index of the largest error, such as ``output[0, 2, 1]``.
        failing: The smallest failing example; of a visible check its one example, also when it passed.
        traceback: The candidate's own lines of the traceback, if an exception ended it.
    """

    name: str
    title: str
    passed: bool
    message: str = ""
    teaches: str = ""
    examples: int = 0
    visible: bool = False
    expected: str = ""
    got: str = ""
    max_abs_error: float | None = None
    max_rel_error: float | None = None
    where: str = ""
    failing: FailingExample | None = None
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge's whole answer on one submission.

    Args:
        problem: Full id of the problem, such as ``code/softmax``.
        verdict: How the submission fared.
        message: The most useful thing to say about it, in one or two sentences.
        checks: Every check that was run, in order.
        stdout: What it printed, capped.
        stderr: What it printed to standard error, capped.
        traceback: The candidate's own lines of the traceback, where loading the submission failed.
        tier: How well it was isolated: ``full``, a weaker Linux tier, or ``none``.
        seconds: From the request to the verdict.
        reference_ratio: Its time over the reference's, on a larger example; None unless it was accepted and measured.
        memory_ratio: Bytes its operations allocate over the reference's; None unless measured.
        seed: Repeats exactly the inputs that were drawn.
        torch: Version of torch that ran it.
        layers: The layers of isolation that held it.
    """

    problem: str
    verdict: CodeVerdict
    message: str
    checks: tuple[CheckResult, ...] = ()
    stdout: str = ""
    stderr: str = ""
    traceback: str = ""
    tier: str = ""
    seconds: float = 0.0
    reference_ratio: float | None = None
    memory_ratio: float | None = None
    seed: int = 0
    torch: str = ""
    layers: tuple[str, ...] = ()

    def __str__(self) -> str:
        """All of it in plain lines."""
        from evalmode.judge.telling import as_text

        return as_text(self)

    def _repr_markdown_(self) -> str:
        """How a notebook shows it."""
        from evalmode.judge.telling import as_markdown

        return as_markdown(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ANN401, ARG002 - as IPython calls it
        """How IPython in a terminal shows it."""
        printer.text(str(self))


@dataclass(frozen=True, slots=True)
class ModuleRun:
    """What running a drawing's module gave.

    Args:
        ran: Whether it was built and ran to its end.
        says: What went wrong, or what was found, in one or two sentences.
        parameters: How many parameters it has.
        nodes: Variable in ``forward`` → shape of its value, in the order in which they were computed.
        outputs: The shape of each output.
        against_parameters: How many parameters the other module has; None without one.
        largest_difference: Between the outputs of both with the same weights; None where they were not compared.
        computed: Whether numbers were computed; a very large module is only shaped.
        seconds: How long it took.
        tier: How well it was isolated: ``full``, a weaker Linux tier, or ``none``.
        torch: Version of torch that ran it.
    """

    ran: bool
    says: str
    parameters: int = 0
    nodes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    outputs: tuple[tuple[int, ...], ...] = ()
    against_parameters: int | None = None
    largest_difference: float | None = None
    computed: bool = True
    seconds: float = 0.0
    tier: str = ""
    torch: str = ""


@dataclass(frozen=True, slots=True)
class JudgeStatus:
    """What judges code on this machine.

    Args:
        works: Whether it can judge.
        isolated: Whether a submission can reach nothing beyond its own process.
        tier: How well submissions are isolated: ``full``, a weaker Linux tier, or ``none``.
        layers: The layers of isolation that hold.
        torch: Version of torch that runs submissions; empty where there is none.
        interpreter: Path of the Python that runs them; empty where none was found.
        says: One or two sentences: what was found, or what to do.
    """

    works: bool
    isolated: bool
    tier: str
    layers: tuple[str, ...]
    torch: str
    interpreter: str
    says: str


class Judge(Protocol):
    """Judges code. Several threads may use one at once."""

    def judge(self, problem: CodeItem, source: str, mode: Mode = "submit") -> Judgement:
        """Judge a submission.

        Raises:
            UnavailableError: No interpreter with torch is to be found; the message says what to do.
        """
        ...

    def run_module(
        self,
        source: str,
        class_name: str,
        tensors: Sequence[tuple[Sequence[int], int]],
        *,
        seed: int = 0,
        against: tuple[str, str] | None = None,
    ) -> ModuleRun:
        """Build a module, run it once on random inputs, and compare it with another one if there is one.

        Args:
            source: A Python module that defines the class; it is not trusted.
            class_name: The class, an ``nn.Module`` that is made without arguments.
            tensors: Of each argument of ``forward`` the shape, and below which number its whole numbers stay; 0 for
                real numbers.
            seed: Repeats the same weights and inputs.
            against: Source and class name of a module that is given the same weights and inputs.

        Raises:
            UnavailableError: No interpreter with torch is to be found; the message says what to do.
        """
        ...

    def status(self) -> JudgeStatus:
        """What judges code here, found by trying; never raises, but says what is wrong."""
        ...
