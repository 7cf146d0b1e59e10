"""Taking everything out and bringing it back: JSON Lines, a header first, then one row a line.

What spaced repetition remembers is not written, because the reviews give it again; neither are the scores of attempts,
which grades and overrides give. Importing is idempotent, and where a row exists already the one that is further along
holds: a finished session over an open one, the later word over the earlier.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from evalmode._version import __version__
from evalmode.core import InputError
from evalmode.practice.asking import is_made
from evalmode.practice.cards import rebuild_card
from evalmode.practice.memory import review_if_complete
from evalmode.practice.rows import ROW_KINDS, Key, RowKind
from evalmode.practice.settings import read_settings
from evalmode.practice.values import Erased, ImportReport, Settings
from evalmode.practice.verdicts import KeptVerdict, score_of
from evalmode.store import AttemptRecord, SettingsRecord, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evalmode.practice.practice import Practice

FORMAT = "evalmode-export"
VERSION = 1

_MAX_LINE = 8_000_000
_RENAMED = {"code_attempt": "submission", "code_draft": "item_draft", "code_round": "round"}
"""What kinds of rows were called in older exports."""
_MAX_SENTENCES = 100


def export_lines(p: Practice) -> Iterator[str]:
    """Everything of the learner, as lines of JSON; the first one says which format it is."""
    lines = [_line({"format": FORMAT, "version": VERSION, "program": f"evalmode {__version__}"})]
    with p.store.read(p.learner) as work:
        for kind in ROW_KINDS.values():
            records = sorted(kind.repository(work).all(), key=kind.key_of)
            lines += [_line(kind.write(record)) for record in records]
    return iter(lines)


def import_lines(p: Practice, lines: Iterable[str]) -> ImportReport:
    """Bring an export back, all at once or not at all. Lines that cannot be used are named and left out.

    Raises:
        InputError: It is not an export, or one of a newer evalmode.
    """
    incoming = _Incoming()
    incoming.read(lines)
    with p.store.write(p.learner) as work:
        return _Merge(work, incoming).run()


def erase(p: Practice) -> Erased:
    """Delete everything of the learner."""
    attempts, sessions = p.store.erase(p.learner)
    return Erased(attempts=attempts, sessions=sessions)


@dataclass
class _Incoming:
    """What a file holds, kind by kind, each row with the number of its line."""

    rows: dict[str, list[tuple[int, Any]]] = field(default_factory=lambda: {name: [] for name in ROW_KINDS})
    skipped: list[str] = field(default_factory=list)

    def read(self, lines: Iterable[str]) -> None:
        """Read all lines."""
        numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
        _check_header(next(numbered, (1, ""))[1])
        for number, line in numbered:
            try:
                self._read_line(number, line)
            except InputError as error:
                self.skipped.append(f"Line {number} {error.message}.")

    def _read_line(self, number: int, line: str) -> None:
        if len(line) > _MAX_LINE:
            raise InputError("is too long")
        row = _parse(line)
        name = str(row.get("row"))
        kind = ROW_KINDS.get(_RENAMED.get(name, name))
        if kind is None:
            raise InputError(f"is of an unknown kind, {str(row.get('row'))[:40]!r}")
        self.rows[kind.name].append((number, kind.read(row)))


class _Merge:
    """Brings rows into the store, parents before children."""

    def __init__(self, work: Work, incoming: _Incoming) -> None:
        self.work = work
        self.incoming = incoming
        self.skipped = list(incoming.skipped)
        self.known: dict[str, set[Key]] = {}
        self.added = self.updated = self.unchanged = 0

    def run(self) -> ImportReport:
        """Bring everything in, then work out again what follows from it."""
        before = {attempt.id for attempt in self.work.attempts.all()}
        chosen = read_settings(self.work)
        changed = {kind.name: self._bring(kind) for kind in ROW_KINDS.values()}
        heard = {one.attempt_id for one in changed["override"]}
        graded = {one.attempt_id for one in changed["grade"]}
        scored = heard | {one.id for one in changed["attempt"]} | graded
        scored |= {one.attempt_id for one in changed["submission"]}
        for attempt_id in sorted(scored):
            self._score(attempt_id)
        for attempt_id in sorted((heard & before) | graded):
            attempt = self.work.attempts.get(attempt_id)
            # A review of a question comes with its grade; one of a problem may be older than what was said to it.
            if attempt is not None and (attempt_id in heard & before or is_made(attempt.item_id)):
                review_if_complete(self.work, attempt)
        for item_id in sorted({one.item_id for one in changed["review"]}):
            rebuild_card(self.work, item_id)
        self._keep_grader(chosen)
        more = len(self.skipped) - _MAX_SENTENCES
        sentences = self.skipped[:_MAX_SENTENCES] + ([f"And {more} more lines."] if more > 0 else [])
        return ImportReport(added=self.added, updated=self.updated, unchanged=self.unchanged, skipped=tuple(sentences))

    def _keep_grader(self, chosen: Settings) -> None:
        """A file never decides where answers are sent: who brings one in may not have written it."""
        now = read_settings(self.work)
        where = ("grader", *(name for name in Settings.model_fields if name.startswith("llm_")))
        if now.grader == "llm" and any(getattr(now, name) != getattr(chosen, name) for name in where):
            record = self.work.settings.get()
            if record is not None:
                kept = now.model_copy(update={"grader": "embedded"}).model_dump(mode="json")
                self.work.settings.put([SettingsRecord(kept, record.saved_at)])
            self.skipped.append("The model that grades answers is not switched on by an import; the settings do that.")

    def _bring(self, kind: RowKind) -> list[Any]:
        repository = kind.repository(self.work)
        present = {kind.key_of(record): kind.bare(record) for record in repository.all()}
        taken = {(one.session_id, one.position) for one in present.values() if _in_session(one)}
        changed: dict[Key, Any] = {}
        for number, record in self.incoming.rows[kind.name]:
            key = kind.key_of(record)
            if (fault := self._fault(kind, record) or repository.fault(record)) is not None:
                self.skipped.append(f"Line {number} {fault}.")
            elif key not in present:
                if _in_session(record) and (record.session_id, record.position) in taken:
                    self.skipped.append(f"Line {number} has another answer to a question that was answered already.")
                    continue
                taken |= {(record.session_id, record.position)} if _in_session(record) else set()
                present[key] = changed[key] = record
                self.added += 1
            elif kind.rank(record) > kind.rank(present[key]):
                present[key] = changed[key] = record
                self.updated += 1
            else:
                self.unchanged += 1
        repository.put(changed.values())
        self.known[kind.name] = set(present)
        return list(changed.values())

    def _fault(self, kind: RowKind, record: object) -> str | None:
        parent = kind.parent_of(record)
        if kind.parent is not None and parent is not None and parent not in self.known[kind.parent[0]]:
            return f"has a {kind.name} whose {kind.parent[0]} is missing"
        return None

    def _score(self, attempt_id: str) -> None:
        grade, code = self.work.grades.latest(attempt_id), self.work.submissions.get(attempt_id)
        if code is not None:
            self.work.attempts.set_score(attempt_id, code.score)
        elif grade is not None:
            said = self.work.overrides.said(attempt_id)
            score = score_of(grade.score, KeptVerdict.model_validate(grade.verdict), said)
            self.work.attempts.set_score(attempt_id, score)


def _in_session(record: object) -> bool:
    return isinstance(record, AttemptRecord) and record.session_id is not None


def _check_header(line: str) -> None:
    hint = "Choose a .jsonl file that evalmode export has written."
    try:
        header = _parse(line)
    except InputError:
        header = {}
    if header.get("format") != FORMAT:
        raise InputError("This is not an export of evalmode.", hint=hint)
    version = header.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise InputError("This export was written by a newer evalmode.", hint="Update evalmode, then import it.")


def _parse(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("is not JSON") from error
    if not isinstance(value, dict):
        raise InputError("is not a JSON object")
    return value


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
