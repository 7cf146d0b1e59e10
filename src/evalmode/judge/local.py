"""Judges on this machine, started when they are needed, replaced when they are lost."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any, Self

from evalmode.core import BankError, InternalError, UnavailableError
from evalmode.judge.interpreter import Interpreter, find_interpreter
from evalmode.judge.process import JudgeLostError, JudgeProcess
from evalmode.judge.reading import read_report, read_run
from evalmode.judge.values import CodeVerdict, Judgement, JudgeStatus, Mode, ModuleRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from evalmode.bank import CodeItem

_TRIES = 4


class LocalJudge:
    """Keeps warm judges. Several threads may use one at once; it is nothing but a value until the first submission.

    Args:
        python: Says which interpreter is to run submissions; empty for this one. Asked at each start of a judge.
        workers: How many submissions are judged at once.
        isolation: ``auto`` takes what the machine has, ``full`` demands all of it, ``none`` is for tests.
    """

    def __init__(self, python: Callable[[], str] = str, workers: int = 1, isolation: str = "auto") -> None:
        self._python = python
        self._isolation = isolation
        self._slots: queue.LifoQueue[JudgeProcess | None] = queue.LifoQueue()
        for _ in range(workers):
            self._slots.put(None)
        self._workers = workers
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all judges, once what they are at is done."""
        self._closed.set()
        for _ in range(self._workers):
            process = self._slots.get()
            if process is not None:
                process.close()
            self._slots.put(None)

    def warm(self) -> None:
        """Start one judge now, so that the first submission does not wait for torch; failures are left for later."""
        try:
            self._with_process(lambda _: {})
        except (UnavailableError, InternalError, JudgeLostError):
            return

    def judge(
        self,
        problem: CodeItem,
        source: str,
        mode: Mode = "submit",
        *,
        seed: int | None = None,
        lift_bans: bool = False,
        explain: bool = True,
    ) -> Judgement:
        """Judge a submission; see :class:`evalmode.judge.values.Judge`.

        Args:
            problem: What was to be written.
            source: The submission.
            mode: Which checks are run.
            seed: Repeats the inputs of an earlier judgement.
            lift_bans: Whether what is banned may be used, as in a problem's twin.
            explain: Whether a failing example is made small and the mistake is named.

        Raises:
            UnavailableError: No interpreter with torch is to be found; the message says what to do.
            BankError: The problem's own files are at fault.
        """
        message = {
            "folder": str(problem.folder.resolve()),
            "defines": problem.defines,
            "bans": list(problem.bans),
            "source": source,
            "mode": mode,
            "seed": seed,
            "lift_bans": lift_bans,
            "explain": explain,
        }
        failure = ""
        for _ in range(_TRIES):
            try:
                answer, process = self._ask(message)
            except JudgeLostError as error:
                failure = str(error)
                continue
            if "fault" in answer:
                raise BankError(f"The problem {problem.item_id} is broken: {answer['fault']}.")
            if "report" in answer:
                return read_report(str(problem.item_id), answer["report"], process.hello)
            failure = str(answer.get("failed", "an answer that says nothing"))
        says = f"evalmode could not judge this ({failure}); your code is not at fault."
        return Judgement(str(problem.item_id), CodeVerdict.INTERNAL_ERROR, says)

    def run_module(
        self,
        source: str,
        class_name: str,
        tensors: Sequence[tuple[Sequence[int], int]],
        *,
        seed: int = 0,
        against: tuple[str, str] | None = None,
    ) -> ModuleRun:
        """Build a drawing's module and run it; see :class:`evalmode.judge.values.Judge`."""
        given = [(list(shape), below) for shape, below in tensors]
        message = {"source": source, "class_name": class_name, "tensors": given, "seed": seed, "against": against}
        failure = ""
        for _ in range(_TRIES):
            try:
                answer, process = self._ask({"module": message})
            except JudgeLostError as error:
                failure = str(error)
                continue
            if "run" in answer:
                return read_run(answer["run"], process.hello)
            failure = str(answer.get("failed", "an answer that says nothing"))
        return ModuleRun(False, f"evalmode could not run the module ({failure}); the drawing is not at fault.")

    def status(self) -> JudgeStatus:
        """What judges code on this machine, found by starting it."""
        try:
            interpreter = find_interpreter(self._python())
            _, process = self._ask(None)
        except UnavailableError as error:
            says = f"{error} {error.hint}" if error.hint else str(error)
            return JudgeStatus(False, False, "", (), "", "", says)
        except (JudgeLostError, InternalError) as error:
            return JudgeStatus(False, False, "", (), "", "", f"The judge does not work: {error}")
        hello = process.hello
        isolated = hello["tier"] == "full"
        says = f"Submissions run on torch {hello['torch']} and Python {hello['python']} in {interpreter.path}, "
        says += "fully isolated." if isolated else _not_isolated(hello["tier"])
        return JudgeStatus(
            True, isolated, hello["tier"], tuple(hello["layers"]), hello["torch"], interpreter.path, says
        )

    def _ask(self, message: dict[str, Any] | None) -> tuple[dict[str, Any], JudgeProcess]:
        used: list[JudgeProcess] = []

        def work(process: JudgeProcess) -> dict[str, Any]:
            used.append(process)
            return process.ask(message) if message is not None else {}

        return self._with_process(work), used[0]

    def _with_process(self, work: Callable[[JudgeProcess], dict[str, Any]]) -> dict[str, Any]:
        """Do something with a judge that nobody else uses meanwhile; one that is lost is put away."""
        process = self._slots.get()
        keep = None
        try:
            if self._closed.is_set():
                raise UnavailableError("The judge has been closed.")
            if process is None:
                process = self._start()
            try:
                answer = work(process)
            except JudgeLostError:
                process.close()
                raise
            keep = process
            return answer
        finally:
            self._slots.put(keep)

    def _start(self) -> JudgeProcess:
        interpreter: Interpreter = find_interpreter(self._python())
        return JudgeProcess(interpreter, self._isolation)


def _not_isolated(tier: str) -> str:
    if tier == "none":
        return "not isolated: run only your own code."
    return "isolated only in part: run only code that you trust."
