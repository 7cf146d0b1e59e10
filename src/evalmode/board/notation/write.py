"""From a drawing to the text notation."""

from __future__ import annotations

import re
from collections import Counter

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note
from evalmode.board.notation.plan import Chain, FrameEnds, Step, is_join, plan
from evalmode.board.notation.words import CURVED_JOINS, JOIN, LINK, clean, quote, split_shape

__all__ = ["write_notation"]

_WIDTH = 100
_SIGNS = {"+": "sum", "⊕": "sum", "*": "product", "×": "product", "⊙": "product", "⊗": "product", "σ": "sigma"}
_IDENTIFIER = re.compile(r"[^\W\d]\w{0,15}")
_SPECIAL = re.compile(r'["#]|[-~=]\[|\s+as\s+\S+$|(?:^|\s)@(?:\s|$)|^(?:frame|note)\b|[{}]$')


def write_notation(drawing: Drawing) -> str:
    """A drawing as text: :func:`~evalmode.board.notation.parse_notation` makes the same graph of it.

    Labels, frames, notes and whether an arrow is curved or dashed are kept; places, colours and what could not be
    read are not.
    """
    return _Writer(drawing).text()


class _Writer:
    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.parts = list(plan(drawing))
        self.boxes = {box.id: box for box in drawing.boxes}
        self.arrows = {arrow.id: arrow for arrow in drawing.arrows}
        self.leaves = {arrow.source for arrow in drawing.arrows if not arrow.dashed}
        self.labels = Counter(clean(self._parted(box)[0]) for box in drawing.boxes)
        self.names: dict[str, str] = {}
        """Box id → what ``as`` calls it."""
        self._name_boxes()

    def text(self) -> str:
        lines: list[str] = []
        depth = 0
        for part in self.parts:
            if isinstance(part, Frame):
                lines.append(f"{'  ' * depth}frame {quote(part.label)} {{")
                depth += 1
            elif isinstance(part, FrameEnds):
                depth -= 1
                lines.append(f"{'  ' * depth}}}")
            else:
                lines += self._chain(part, "  " * depth)
        lines += [self._note(note) for note in self.drawing.notes]
        return "".join(f"{line}\n" for line in lines)

    # Names

    def _name_boxes(self) -> None:
        """Names for boxes that an arrow goes back to, and for those whose label does not tell which box is meant."""
        taken = set(self.labels)
        for box, as_target in self._mentions().items():
            if as_target or not self._tells(box):
                name = self._free_name(self.boxes[box], taken)
                self.names[box] = name
                taken.add(name)

    def _mentions(self) -> dict[str, bool]:
        """Boxes that are mentioned after they are written, and whether at the head of an arrow."""
        mentions: dict[str, bool] = {}
        for part in self.parts:
            if isinstance(part, list):
                for step in part:
                    if not step.new:
                        mentions[step.box.id] = mentions.get(step.box.id, False) or (
                            step.via is not None and not step.via.dashed
                        )
                    for arrow in step.inputs:
                        mentions.setdefault(arrow.source, False)
        for note in self.drawing.notes:
            beside = self.arrows.get(note.near)
            for end in (beside.source, beside.target) if beside else (note.near,):
                if end in self.boxes:
                    mentions.setdefault(end, False)
        return mentions

    def _tells(self, box: str) -> bool:
        label = self._parted(self.boxes[box])[0]
        return self.labels[clean(label)] == 1 and _is_plain(label) and re.search(r"[,=:]|->", label) is None

    def _free_name(self, box: Box, taken: set[str]) -> str:
        label = clean(self._parted(box)[0])
        if self.labels[label] == 1 and _IDENTIFIER.fullmatch(label):
            return label
        words = "".join(re.findall(r"[a-z0-9]+", label.lower()))
        base = (
            box.id if _IDENTIFIER.fullmatch(box.id) else _SIGNS.get(label) or words[:12].strip("0123456789") or "value"
        )
        name, number = base, 2
        while name in taken:
            name, number = f"{base}{number}", number + 1
        return name

    def _mention(self, box: str) -> str:
        return self.names.get(box) or clean(self._parted(self.boxes[box])[0])

    # Chains

    def _chain(self, chain: Chain, indent: str) -> list[str]:
        lines, line = [], indent
        for place, step in enumerate(chain):
            following = chain[place + 1].via if place + 1 < len(chain) else None
            written, shape = self._step(step, first=place == 0), ""
            if (
                following is not None
                and following.label
                and split_shape(f"a {following.label}") == ("a", following.label)
            ):
                shape = following.label if "\n" not in following.label else ""
            words = f"{written} {shape}".rstrip()
            if step.via is not None:
                before = chain[place - 1]
                words = f"{self._link(step.via, said=self._said(before, step.via))} {words}"
            if line.strip() and len(line) + len(words) > _WIDTH:
                lines.append(line)
                line = f"{indent}    {words}"
            else:
                line = f"{line} {words}" if line.strip() else f"{indent}{words}"
        return [*lines, line]

    @staticmethod
    def _said(before: Step, via: Arrow) -> bool:
        """Whether the label is the shape that stands after the step before."""
        return bool(before) and "\n" not in via.label and split_shape(f"a {via.label}") == ("a", via.label)

    @staticmethod
    def _link(arrow: Arrow, *, said: bool) -> str:
        sign = {(False, False): "-", (True, False): "=", (False, True): "~", (True, True): "~~"}
        way = sign[arrow.curved, arrow.dashed]
        if said or not arrow.label:
            return f"{way}>"
        label = arrow.label
        plain = _is_plain(label) and "]" not in label
        return f"-[{label if plain else quote(label)}]{way}>"

    def _step(self, step: Step, *, first: bool) -> str:
        if not step.new:
            return self._mention(step.box.id)
        written = self._with_inputs(step, first=first)
        name = self.names.get(step.box.id)
        return f"{written} as {name}" if name else written

    def _with_inputs(self, step: Step, *, first: bool) -> str:
        label, shape = self._parted(step.box)
        if not step.inputs:
            return f"{self._label(label, step.box, first=first)}{shape}"
        inputs = ", ".join(self._input(arrow) for arrow in step.inputs)
        curved = step.inputs[0].curved
        if is_join(label) and curved == (label.lower() in CURVED_JOINS):
            return f"{label} {inputs}{shape}"
        return f"{label if is_join(label) else self._label(label, step.box, first=False)} @ {inputs}{shape}"

    def _input(self, arrow: Arrow) -> str:
        source = self._mention(arrow.source)
        if not arrow.label:
            return source
        return f"{arrow.label if _IDENTIFIER.fullmatch(arrow.label) else quote(arrow.label)}={source}"

    def _parted(self, box: Box) -> tuple[str, str]:
        """A label and, where no arrow could take it, the shape on its second line."""
        head, _, tail = box.label.partition("\n")
        if tail and box.id not in self.leaves and split_shape(f"{head} {tail}") == (head, tail):
            return head, f" {tail}"
        return box.label, ""

    def _label(self, label: str, box: Box, *, first: bool) -> str:
        """A label that is read as this label and as a new box."""
        known = label in self.names.values() or (first and self.labels[label] > 1)
        own = self.names.get(box.id) == label and self.labels[label] == 1
        return label if _is_plain(label) and (own or not known) else quote(label)

    def _note(self, note: Note) -> str:
        plain = clean(note.text) == note.text and note.text and '"' not in note.text and "#" not in note.text
        text = note.text if plain else quote(note.text)
        near = self._near(note.near)
        return f"note @ {near}: {text}" if near else f"note: {text}"

    def _near(self, near: str) -> str:
        if near in self.boxes:
            return self._mention(near)
        if arrow := self.arrows.get(near):
            if {arrow.source, arrow.target} <= self.boxes.keys():
                return f"{self._mention(arrow.source)} -> {self._mention(arrow.target)}"
            return ""
        frames = [frame for frame in self.drawing.frames if frame.id == near]
        label = clean(frames[0].label) if frames else ""
        return label if ":" not in label and label not in self.labels and label not in self.names.values() else ""


def _is_plain(label: str) -> bool:
    """Whether a label is read as it stands, without quotation marks."""
    return (
        bool(label)
        and clean(label) == label
        and LINK.search(label) is None
        and _SPECIAL.search(label) is None
        and JOIN.fullmatch(label) is None
        and split_shape(label)[1] == ""
    )
