"""From what a match leaves unexplained to sentences about places of the drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evalmode.board.findings.written import written_finding
from evalmode.board.matching.canon import JOINS
from evalmode.board.values import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.board.findings.words import Speech
    from evalmode.board.matching.plan import Part
    from evalmode.board.matching.search import Match

__all__ = ["edit_findings"]

_ORDER: tuple[FindingKind, ...] = (
    "wrong-direction",
    "wrong-op",
    "wrong-order",
    "missing-node",
    "wrong-source",
    "wrong-target",
    "missing-edge",
    "wrong-name",
    "extra-node",
    "unknown-box",
    "extra-edge",
    "wrong-parameter",
    "wrong-shape",
)


def edit_findings(match: Match, speech: Speech) -> list[Finding]:
    """What to mend, most important first."""
    writer = _Writer(match, speech)
    findings = [*writer.inputs(), *writer.nodes(), *writer.links(), *writer.disagreements()]
    if match.cost and not findings:
        findings.append(writer.something())
    return sorted(findings, key=lambda one: _ORDER.index(one.kind))


class _Writer:
    def __init__(self, match: Match, speech: Speech) -> None:
        self.match, self.speech = match, speech
        self.given, self.wanted = match.given, match.wanted
        self.found = match.assignment
        self.there = match.assignment.mapping
        self.here = {there: here for here, there in self.there.items()}
        self.used: set[tuple[str, str]] = set()

    def finding(self, kind: FindingKind, message: str, part: Part | None, elements: Iterable[str]) -> Finding:
        pinned = tuple(dict.fromkeys(one for one in elements if one))
        return Finding(kind, "mistake", message, self.speech.why(kind, part), pinned)

    # ---- inputs

    def inputs(self) -> list[Finding]:
        """Inputs of the reference that nothing here takes, and inputs that it does not have."""
        findings = []
        absent = [one for one in self.wanted.parts() if one.kind == "input" and one.id not in self.there]
        for wanted in absent:
            loose = [one for one in self.given.loose if not wanted.names or set(wanted.names) & set(one.names)]
            users = [self.there[one] for one in self.wanted.after(wanted.id) if one in self.there]
            elements = [element for one in loose for element in one.elements]
            elements += [element for one in users for element in self.given.part(one).elements[:1]]
            ways = [self.given.link(source, one) for one in users for source in self.given.before(one)]
            elements += [element for link in ways for element in link.elements]
            name = self.speech.given(loose[0]) if loose else f"“{wanted.label}”" if wanted.label else "an input"
            targets = " and ".join(dict.fromkeys(self.speech.given(self.given.part(one)) for one in users[:2]))
            message = (
                f"{_capital(name)} leads nowhere; it goes to {targets}." if loose else f"The input {name} is missing."
            )
            findings.append(self.finding("missing-edge", message, wanted, elements))
        for one in self.found.extra:
            given = self.given.part(one)
            if given.kind == "input":
                links = [self.given.link(one, target).elements for target in self.given.after(one)]
                elements = [element for link in links for element in link]
                message = f"The input {self.speech.given(given)} does not belong here."
                findings.append(self.finding("extra-node", message, None, [*given.elements, *elements]))
        return findings

    def something(self) -> Finding:
        """What to say where the difference has no better name."""
        message = f"This is not quite any accepted drawing; the nearest is “{self.match.reference.title}”."
        return self.finding(
            "wrong-op", message, None, [one for part in self.given.parts() for one in part.elements][:1]
        )

    # ---- parts

    def nodes(self) -> list[Finding]:
        extra = list(self.found.extra)
        findings = []
        for here in sorted(self.found.missing, key=self.minor):
            wanted = self.wanted.part(here)
            moved = next((one for one in extra if self.given.part(one).kind in wanted.kinds), None)
            if moved is not None:
                extra.remove(moved)
                findings.append(self.moved(here, moved))
            else:
                findings.append(self.missing(here))
        findings += [self.wrong(here) for here in self.found.wrong]
        findings += [self.surplus(one) for one in extra if self.given.part(one).kind != "input"]
        return findings

    def minor(self, here: str) -> int:
        """How far from the main path a missing part is: joins and what an arrow jumps over come first."""
        before, after = self.neighbours(here)
        jumped = any(self.given.linked(one, other) for one in before for other in after)
        main = jumped or (self.wanted.part(here).out and not after)
        return 0 if self.wanted.part(here).kind in JOINS and main else 1 if main else 2

    def missing(self, here: str) -> Finding:
        wanted = self.wanted.part(here)
        before, after = self.neighbours(here)
        name = self.speech.wanted(wanted)
        place = self.place(before, after)
        elements: list[str] = []
        for one in before[-1:]:
            elements += self.given.part(one).elements
        for one in after[:1]:
            elements += self.given.part(one).elements
        for one in before:
            for other in after:
                if self.given.linked(one, other):
                    elements += self.given.link(one, other).elements
        for one in before[-1:]:
            elements += [] if after else self.given.part(one).exits
        for one in before[:-1]:
            elements += self.given.part(one).elements
        message = f"{_capital(name)} is missing{place}."
        if wanted.kind in ("add", "concat") and len(before) > 1:
            verb = "added to" if wanted.kind == "add" else "concatenated with"
            first, second = (
                self.speech.given(self.given.part(before[0])),
                self.speech.given(self.given.part(before[-1])),
            )
            message = f"{_capital(name)} is missing{place}: what {first} gives should be {verb} what {second} gives."
        return self.finding("missing-node", message, wanted, elements)

    def neighbours(self, here: str) -> tuple[list[str], list[str]]:
        """The candidate's counterparts around a missing part; of those before it, the nearest in depth last."""
        before = self.reach(here, self.wanted.before)
        after = self.reach(here, self.wanted.after)
        linked = [one for one in before if any(self.given.linked(one, other) for other in after)]
        before = [one for one in before if one not in linked] + linked
        direct = [one for one in before if self.given.part(one).kind != "input"]
        return [one for one in before if one not in direct] + direct, after

    def reach(self, here: str, step: object) -> list[str]:
        """Counterparts of the nearest parts that have one."""
        found: list[str] = []
        queue, seen = [here], {here}
        while queue:
            for near in step(queue.pop(0)):  # type: ignore[operator] # Plan.before or Plan.after
                if near in self.there:
                    found.append(self.there[near])
                elif near not in seen:
                    seen.add(near)
                    queue.append(near)
        return list(dict.fromkeys(found))

    def place(self, before: list[str], after: list[str]) -> str:
        first = self.speech.given(self.given.part(before[-1])) if before else ""
        second = self.speech.given(self.given.part(after[0])) if after else ""
        if first and second:
            return f" between {first} and {second}"
        return f" after {first}" if first else f" before {second}" if second else ""

    def moved(self, here: str, extra: str) -> Finding:
        wanted, given = self.wanted.part(here), self.given.part(extra)
        before, after = self.neighbours(here)
        message = (
            f"{_capital(self.speech.given(given))} stands in the wrong place; it belongs{self.place(before, after)}."
        )
        elements = [*given.elements]
        for one in (*before[-1:], *after[:1]):
            elements += self.given.part(one).elements
        return self.finding("wrong-order", message, wanted, elements)

    def wrong(self, here: str) -> Finding:
        wanted, given = self.wanted.part(here), self.given.part(self.there[here])
        name = self.speech.wanted(wanted)
        if given.kind == "unknown":
            message = f"I do not know what {self.speech.given(given)} does; {name} should be here."
            return self.finding("unknown-box", message, wanted, given.elements)
        message = f"{_capital(self.speech.given(given))} should be {name}."
        return self.finding("wrong-op", message, wanted, given.elements)

    def surplus(self, there: str) -> Finding:
        given = self.given.part(there)
        if given.kind == "unknown":
            message = f"I do not know what {self.speech.given(given)} does, and nothing belongs here."
            return self.finding("unknown-box", message, given, given.elements)
        before = [one for one in self.given.before(there) if one in self.here]
        after = [one for one in self.given.after(there) if one in self.here]
        message = f"{_capital(self.speech.given(given))}{self.place(before, after)} does not belong here."
        return self.finding("extra-node", message, given, given.elements)

    # ---- links

    def links(self) -> list[Finding]:
        missing, extra = list(self.found.missing_links), list(self.found.extra_links)
        findings = []
        for pair in list(missing):
            turned = (pair[1], pair[0])
            if turned in extra and pair in missing:
                missing.remove(pair)
                extra.remove(turned)
                findings.append(self.swapped(pair, missing, extra) or self.turned(pair))
        for pair in list(missing):
            same_target = [one for one in extra if one[1] == pair[1]]
            same_source = [one for one in extra if one[0] == pair[0]]
            if same_target:
                missing.remove(pair)
                extra.remove(same_target[0])
                findings.append(self.elsewhere("wrong-source", pair, same_target[0]))
            elif same_source:
                missing.remove(pair)
                extra.remove(same_source[0])
                findings.append(self.elsewhere("wrong-target", pair, same_source[0]))
        findings += [self.unlinked(pair) for pair in missing]
        findings += [self.too_much(pair) for pair in extra]
        return findings

    def swapped(
        self, pair: tuple[str, str], missing: list[tuple[str, str]], extra: list[tuple[str, str]]
    ) -> Finding | None:
        """Two neighbours in the wrong order, if what feeds the one feeds the other instead; those links are used up."""
        first, second = pair
        moved = [(a, b) for a, b in missing if b == first and (a, second) in extra]
        moved += [(a, b) for a, b in missing if a == second and (first, b) in extra]
        if not moved:
            return None
        for a, b in moved:
            missing.remove((a, b))
            extra.remove((a, second) if b == first else (first, b))
        early, late = self.given.part(second), self.given.part(first)
        message = f"{_capital(self.speech.given(early))} stands before {self.speech.given(late)}; it belongs behind it."
        elements = [*early.elements, *late.elements, *self.given.link(second, first).elements]
        return self.finding("wrong-order", message, self.reference(second), elements)

    def turned(self, pair: tuple[str, str]) -> Finding:
        source, target = (self.speech.given(self.given.part(one)) for one in pair)
        message = f"The arrow between {target} and {source} points the wrong way; it goes from {source} to {target}."
        return self.finding(
            "wrong-direction", message, self.reference(pair[1]), self.given.link(pair[1], pair[0]).elements
        )

    def elsewhere(self, kind: FindingKind, wanted: tuple[str, str], given: tuple[str, str]) -> Finding:
        source, target = (self.speech.given(self.given.part(one)) for one in wanted)
        link = self.given.link(*given)
        if kind == "wrong-source":
            wrong = self.speech.given(self.given.part(given[0]))
            message = f"The arrow into {target} comes from {wrong}; it should come from {source}."
        else:
            wrong = self.speech.given(self.given.part(given[1]))
            message = f"The arrow from {source} goes to {wrong}; it should go to {target}."
        elements = [*link.elements, *self.given.part(given[1]).elements, *self.given.part(given[0]).elements]
        return self.finding(kind, message, self.reference(wanted[1]), elements)

    def unlinked(self, pair: tuple[str, str]) -> Finding:
        source, target = (self.given.part(one) for one in pair)
        message = f"There is no arrow from {self.speech.given(source)} to {self.speech.given(target)}."
        return self.finding(
            "missing-edge",
            message,
            self.reference(pair[1]),
            [*target.elements[:1], *source.elements[:1], *target.elements],
        )

    def too_much(self, pair: tuple[str, str]) -> Finding:
        source, target = (self.speech.given(self.given.part(one)) for one in pair)
        message = f"The arrow from {source} to {target} does not belong here."
        elements = [*self.given.link(*pair).elements, *self.given.part(pair[1]).elements]
        return self.finding("extra-edge", message, self.reference(pair[1]), elements)

    def reference(self, there: str) -> Part | None:
        return self.wanted.part(self.here[there]) if there in self.here else None

    def disagreements(self) -> list[Finding]:
        """What is written otherwise beside parts that are right."""
        found = []
        for one in self.match.disagreements:
            wanted, given = self.wanted.part(one.part), self.given.part(self.there[one.part])
            told = replace(one, elements=(*one.elements, *self._led(given))) if one.about == "name" else one
            found.append(written_finding(told, wanted, given, self.speech))
        return found

    def _led(self, given: Part) -> list[str]:
        """Where a value that has another's name is led, which may be what is wrong about it."""
        targets = [one for one in self.given.after(given.id) if self.given.part(one).kind in JOINS]
        ways = [element for one in targets for element in self.given.link(given.id, one).elements]
        return ways + [element for one in targets for element in self.given.part(one).elements]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
