"""``evalmode judge --batch``: many submissions, one line of JSON each, in order, from judges that stay warm."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from evalmode.cli import textfile
from evalmode.cli.faults import Fault
from evalmode.cli.judge_documents import CodeRequest, JudgedLine, JudgeFault
from evalmode.cli.output import print_json_line
from evalmode.core import CodeVerdict, InputError, NotFoundError
from evalmode.practice.asking import problem_item
from evalmode.practice.coding.judgements import view_judgement
from evalmode.practice.coding.programs import MAX_SOURCE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evalmode.bank import Bank, CodeItem
    from evalmode.judge import Judgement

_AHEAD = 16
"""Submissions read ahead of the one that is printed: enough to keep the judges busy, few enough to keep in memory."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One line or file of a batch.

    Args:
        id: What the caller knows it by.
        problem: What was to be written.
        source: The program.
        error: What is wrong with the line or file; then there is neither problem nor program.
    """

    id: str | None = None
    problem: CodeItem | None = None
    source: str = ""
    error: InputError | None = None


def judge_batch(submissions: Iterator[Submission], judge: Callable[[CodeItem, str], Judgement], jobs: int) -> int:
    """Judge submissions as they come and print each verdict as soon as it is its turn.

    Args:
        submissions: What to judge; may come slowly, from a program that waits for each verdict.
        judge: Judges one; called from several threads.
        jobs: How many are judged at once.

    Returns:
        The exit code: 3 where evalmode failed on one, else 1 where one could not be judged, else 0.

    Raises:
        UnavailableError: Nothing here can judge.
    """
    waiting: queue.Queue[Future[JudgedLine | JudgeFault] | None] = queue.Queue(_AHEAD)
    printer = _Printer(waiting)
    with ThreadPoolExecutor(jobs) as pool:
        printer.start()
        try:
            for number, submission in enumerate(submissions, start=1):
                waiting.put(pool.submit(_judge, number, submission, judge))
                if printer.trouble is not None:
                    break
        finally:
            waiting.put(None)
            printer.join()
            pool.shutdown(cancel_futures=True)
    if printer.trouble is not None:
        raise printer.trouble
    return printer.code


def read_batch(bank: Bank, place: Path, problem: str | None = None) -> Iterator[Submission]:
    """The submissions in a file of JSON Lines, on standard input, or in a folder.

    Args:
        bank: Has the problems.
        place: The file, ``-``, or the folder.
        problem: What is meant where a line or a file names no problem.

    Raises:
        InputError: The file or folder cannot be read.
        NotFoundError: There is no problem of the name given.
    """
    usual = problem_item(bank, problem) if problem is not None else None
    if place != textfile.STREAM and place.is_dir():
        return _in_folder(bank, place, usual)
    return _in_lines(bank, place, usual)


class _Printer(threading.Thread):
    """Prints results in order; reading goes on meanwhile, so that whoever waits for a verdict gets it at once."""

    def __init__(self, waiting: queue.Queue[Future[JudgedLine | JudgeFault] | None]) -> None:
        super().__init__(name="print-verdicts", daemon=True)
        self._waiting = waiting
        self.trouble: BaseException | None = None
        self.code = 0

    def run(self) -> None:
        """Print until there is nothing more; after trouble only take things away, so that nobody waits."""
        while (future := self._waiting.get()) is not None:
            if self.trouble is not None:
                continue
            try:
                result = future.result()
                self._count(result)
                print_json_line(result)
            except BaseException as error:  # noqa: BLE001 - raised again by the thread that reads
                self.trouble = error

    def _count(self, result: JudgedLine | JudgeFault) -> None:
        if isinstance(result, JudgeFault):
            self.code = max(self.code, 1)
        elif result.verdict is CodeVerdict.INTERNAL_ERROR:
            self.code = 3


def _judge(line: int, submission: Submission, judge: Callable[[CodeItem, str], Judgement]) -> JudgedLine | JudgeFault:
    if submission.problem is None:
        error = submission.error or InputError("There is nothing to judge.")
        return JudgeFault(line=line, id=submission.id, error=Fault.of(error))
    try:
        judged = view_judgement(judge(submission.problem, submission.source))
    except InputError as error:
        return JudgeFault(line=line, id=submission.id, error=Fault.of(error))
    return JudgedLine(line=line, id=submission.id, **judged.model_dump())


def _in_lines(bank: Bank, file: Path, usual: CodeItem | None) -> Iterator[Submission]:
    for line in textfile.lines(file):
        name = None
        try:
            request = _request(line)
            name = request.id
            _check_size(len(request.source.encode("utf-8", "replace")))
            yield Submission(name, _problem(bank, request.problem, usual), request.source)
        except InputError as error:
            yield Submission(name, error=error)


def _request(line: bytes) -> CodeRequest:
    try:
        return CodeRequest.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field, said = ".".join(str(part) for part in first["loc"]), str(first["msg"])
        raise InputError(
            f"The line is not a request to judge: {field + ': ' if field else ''}{said[:1].lower()}{said[1:]}.",
            hint='A line looks like {"problem": "softmax", "source": "import torch\\n..."}',
        ) from error


def _problem(bank: Bank, name: str | None, usual: CodeItem | None) -> CodeItem:
    if name is not None:
        return problem_item(bank, name)
    if usual is None:
        raise InputError("The line names no problem.", hint='Add "problem", or give PROBLEM on the command line.')
    return usual


def _in_folder(bank: Bank, folder: Path, usual: CodeItem | None) -> Iterator[Submission]:
    files = sorted(path for path in folder.rglob("*.py") if path.is_file() and not _hidden(path.relative_to(folder)))
    if not files:
        raise InputError(f"{folder} holds no program.", hint="Programs end in .py.")
    for file in files:
        name = file.relative_to(folder).as_posix()
        try:
            item = _problem_of_file(bank, file, folder, usual)
            data = textfile.read_bytes(file, at_most=MAX_SOURCE_BYTES, what="a program")
            # What is not UTF-8 goes on as it is: the judge calls it a syntax error, as Python does.
            yield Submission(name, item, data.decode("utf-8-sig", "surrogateescape"))
        except InputError as error:
            yield Submission(name, error=error)


def _problem_of_file(bank: Bank, file: Path, folder: Path, usual: CodeItem | None) -> CodeItem:
    """The problem that a file's name, or a folder above it, says."""
    above = [part for part in file.relative_to(folder).parent.parts[::-1] if part]
    for name in (file.stem.partition("__")[0], *above):
        try:
            return problem_item(bank, name)
        except InputError:
            continue
    if usual is not None:
        return usual
    raise NotFoundError(
        f"No problem is named by {file.relative_to(folder).as_posix()}.",
        hint="Name it after one: softmax.py, softmax__anything.py or softmax/anything.py.",
    )


def _check_size(size: int) -> None:
    if size > MAX_SOURCE_BYTES:
        raise InputError(f"The program has {size:,} bytes; at most {MAX_SOURCE_BYTES:,} are accepted.")


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "__pycache__")) for part in path.parts)
