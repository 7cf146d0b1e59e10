"""System diagrams: who must lead to whom, and what must be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from evalmode.board.findings.roles import Cast, says
from evalmode.board.shapes import Shape, parse_shape, unify_shapes
from evalmode.board.values import Finding, FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evalmode.bank.boarditem import Rule
    from evalmode.board.architecture import Architecture
    from evalmode.board.graph import Graph

__all__ = ["rule_findings"]

_SAME = "same as "
_UNLIKE = "unlike "


def rule_findings(architecture: Architecture, graph: Graph) -> list[Finding]:
    """What the rules of an architecture find, in the order of the rules; roles that are not there come first."""
    item = architecture.item
    cast = Cast(graph, item.roles, architecture.rules.same)
    judge = _Judge(architecture, cast)
    findings = [judge.absent(name) for name, role in item.roles.items() if role.required and not cast.players[name]]
    findings += [found for rule in item.rules if (found := judge.found(rule))]
    return findings


class _Judge:
    def __init__(self, architecture: Architecture, cast: Cast) -> None:
        self.item, self.cast = architecture.item, cast

    def title(self, name: str) -> str:
        return "the " + name.replace("_", " ")

    def absent(self, name: str) -> Finding:
        role = self.item.roles[name]
        message = role.missing or f"{_capital(self.title(name))} is missing."
        fed = [rule.path[1] for rule in self.item.rules if rule.path[:1] == (name,) and rule.edges != "gradient"]
        ahead = [*role.before, *fed]
        near = [player for other in (*role.beside, *role.after, *ahead) for player in self.cast.players.get(other, ())]
        near = list(dict.fromkeys([*near, *self.cast.arrows_into(ahead)]))
        return Finding("missing-node", "mistake", message, role.why or self.why(name), self.cast.pin(near))

    def why(self, *names: str) -> str:
        return next((self.item.whys[name] for name in names if name in self.item.whys), "")

    def there(self, name: str) -> bool:
        """Whether a role was drawn, or words were written."""
        if name in self.cast.players:
            return bool(self.cast.players[name])
        return self.cast.mentions(name)

    def found(self, rule: Rule) -> Finding | None:
        """What a rule finds; nothing where it holds or does not apply."""
        if rule.when and not all(self.there(name) for name in rule.when):
            return None
        concerned = [*rule.path, *rule.no_path[:2], *([rule.role] if rule.role else [])]
        if any(name in self.cast.players and not self.cast.players[name] for name in concerned):
            return None  # that it is missing is said already
        checks = (
            self.path,
            self.no_path,
            self.mention,
            self.no_mention,
            self.only_from,
            self.count,
            self.param,
            self.shape,
        )
        return next((found for check in checks if (found := check(rule))), None)

    def tell(self, rule: Rule, usual: FindingKind, message: str, pinned: Iterable[str]) -> Finding:
        kind: FindingKind = next((one for one in get_args(FindingKind) if one == rule.finding), usual)
        at = self.cast.players.get(rule.at, ()) if rule.at else ()
        elements = self.cast.pin((*at, *pinned))
        names = [rule.at, rule.role, *rule.path[-1:], *rule.no_path[-1:]]
        return Finding(kind, "mistake", rule.message or message, rule.why or self.why(*names), elements)

    def excused(self, rule: Rule, way: list[str]) -> bool:
        for name in rule.unless:
            players = self.cast.players.get(name)
            if players is not None and set(players) & set(way):
                return True
            if players is None and (self.cast.mentions(name) or any(says(self.cast.labels[one], name) for one in way)):
                return True
        return False

    def path(self, rule: Rule) -> Finding | None:
        for start, end in zip(rule.path, rule.path[1:], strict=False):
            if set(self.cast.players[start]) & set(self.cast.players[end]):
                continue  # one box says both, as a loss with the detach in its formula
            if self.cast.only_told(start, rule.edges):
                continue
            if self.cast.way(start, end, rule.edges, rule.avoiding) or self.excused(rule, []):
                continue
            what = "gradient" if rule.edges == "gradient" else "way"
            message = f"There is no {what} from {self.title(start)} to {self.title(end)}."
            pinned = [*self.cast.players[end], *self.cast.players[start]]
            if rule.edges == "gradient":
                pinned = [*self.cast.gradients_of(start), *pinned]
            turned = [] if rule.finding else self.cast.turned(start, end, rule.edges, rule.avoiding)
            if turned and not self._asked_for(turned[0]):
                message = f"An arrow between {self.title(start)} and {self.title(end)} points the wrong way."
                return self.tell(
                    rule.model_copy(update={"message": message}), "wrong-direction", message, [*turned, *pinned]
                )
            return self.tell(rule, "missing-edge", message, pinned)
        return None

    def _asked_for(self, arrow: str) -> bool:
        """Whether an arrow leads from one role to another as a rule wants it, so that it is not the one to turn."""
        source, target = next(self.cast.ways.predecessors(arrow)), next(self.cast.ways.successors(arrow))
        pairs = [pair for rule in self.item.rules for pair in zip(rule.path, rule.path[1:], strict=False)]
        players = self.cast.players
        return any(source in players.get(start, ()) and target in players.get(end, ()) for start, end in pairs)

    def no_path(self, rule: Rule) -> Finding | None:
        if not rule.no_path:
            return None
        start, end = rule.no_path[:2]
        way = self.cast.way(start, end, rule.edges, rule.avoiding)
        if not way or self.excused(rule, way):
            return None
        message = f"{_capital(self.title(start))} must not lead to {self.title(end)}."
        arrows = [one for one in way if one.startswith("→")]
        return self.tell(rule, "forbidden-path", message, [*reversed(arrows), way[-1], way[0]])

    def mention(self, rule: Rule) -> Finding | None:
        if not rule.mention or any(self.cast.mentions(word) for word in rule.mention) or self.excused(rule, []):
            return None
        return self.tell(rule, "missing-mention", f"Nothing says “{rule.mention[0]}”.", ())

    def no_mention(self, rule: Rule) -> Finding | None:
        if not rule.no_mention or self.excused(rule, []):
            return None
        asked = self.cast.players[rule.at] if rule.at else list(self.cast.labels)
        sayers = [one for one in asked if any(says(self.cast.labels[one], word) for word in rule.no_mention)]
        aside = not rule.at and any(says(text, word) for text in self.cast.graph.words for word in rule.no_mention)
        if not sayers and not aside:
            return None
        named = rule.model_copy(update={"at": ""})
        return self.tell(named, "wrong-parameter", f"It says “{rule.no_mention[0]}”, which is wrong here.", sayers)

    def only_from(self, rule: Rule) -> Finding | None:
        if not rule.only_from:
            return None
        welcome = {one for name in rule.only_from for one in self.cast.players.get(name, ())}
        welcome |= set(self.cast.players[rule.role])
        for feeder, arrow in self.cast.feeders(rule.role):
            if feeder in welcome:
                continue
            name = next(name for name, players in self.cast.players.items() if feeder in players)
            names = " and ".join(self.title(one) for one in rule.only_from)
            message = f"{_capital(self.title(rule.role))} is fed by {self.title(name)}; it takes {names}."
            return self.tell(rule, "wrong-source", message, [arrow, *self.cast.players[rule.role][:1], feeder])
        return None

    def count(self, rule: Rule) -> Finding | None:
        if rule.count is None or self.excused(rule, []):
            return None
        players = self.cast.players.get(rule.count.role, [])
        if rule.count.least <= len(players) <= rule.count.most:
            return None
        few = len(players) < rule.count.least
        message = (
            f"There {'are too few' if few else 'are too many'}: {self.title(rule.count.role)}, {len(players)} times."
        )
        return self.tell(rule, "missing-node" if few else "extra-node", message, players)

    def param(self, rule: Rule) -> Finding | None:
        if rule.param is None:
            return None
        ops = {node.id: node.op for node in self.cast.graph.nodes}
        for player in self.cast.players.get(rule.param.role, ()):
            given = ops[player].get(rule.param.name) if player in ops else ""
            if given and given not in rule.param.one_of:
                wanted = " or ".join(rule.param.one_of)
                message = f"The {rule.param.name} of {self.title(rule.param.role)} is {given}; it should be {wanted}."
                return self.tell(rule, "wrong-parameter", message, [player])
        return None

    def shape(self, rule: Rule) -> Finding | None:
        if rule.shape is None:
            return None
        text = rule.shape.shape
        unlike = text.startswith(_UNLIKE)
        accepted = self.accepted(text.removeprefix(_UNLIKE))
        for number, given in self.written(rule.shape.role):
            alike = [one for one in accepted if one.rank == given.rank] or accepted
            equal = any(_sizes(given) == _sizes(one) for one in accepted)
            if accepted and (equal if unlike else all(_differ(given, wanted) for wanted in alike)):
                message = f"{_capital(self.title(rule.shape.role))} has shape {given}; it should be {accepted[0]}."
                return self.tell(rule, "wrong-shape", message, [f"→{number}", self.cast.graph.edges[number].source])
        return None

    def accepted(self, text: str) -> list[Shape]:
        """The shapes that are accepted: those between bars, or what another role has."""
        role = text.removeprefix(_SAME).strip()
        if role in self.cast.players:
            said = [shape for _, shape in self.written(role)]
            return [shape for shape in said if set(_sizes(shape)) != {"1"}][:1]  # one number may be data or a score
        found = [parse_shape(one.strip()) for one in text.split("|")]
        return [one for one in found if one is not None]

    def written(self, role: str) -> list[tuple[int, Shape]]:
        """The shapes written on arrows that leave a role."""
        players = set(self.cast.players.get(role, ()))
        found = []
        for number, edge in enumerate(self.cast.graph.edges):
            shape = parse_shape(edge.shape) if edge.shape and edge.source in players else None
            if shape is not None and edge.kind == "data":
                found.append((number, shape))
        return found


def _sizes(shape: Shape) -> tuple[str, ...]:
    """Its sizes, without the batch."""
    sizes = tuple(str(size) for size in shape.sizes)
    return sizes[1:] if len(sizes) > 1 else sizes


def _differ(given: Shape, wanted: Shape) -> bool:
    return bool(unify_shapes([(given, wanted)])[1])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
