"""A drawing as SVG that needs nothing else: by day or by night, with words for those who cannot see it."""

from __future__ import annotations

from html import escape
from zlib import crc32

from evalmode.board.drawing import Arrow, Box, Drawing, Frame, Note, Rect
from evalmode.board.layout.curves import bowed, cornered, words_at, words_rect
from evalmode.board.layout.measure import FONT, LABEL_FONT, LINE, is_sign, text_size, wrap
from evalmode.board.layout.palette import ink, night
from evalmode.board.layout.scene import placed
from evalmode.board.notation import write_notation

__all__ = ["to_svg"]

_MARGIN = 24.0
_DAY = {"ground": "#ffffff", "line": "#343a40", "words": "#1e1e1e", "quiet": "#5c636a", "gradient": "#c92a2a"}
_NIGHT = {"ground": "#121212", "line": "#ced4da", "words": "#f1f3f5", "quiet": "#adb5bd", "gradient": "#ff8787"}
_FONTS = "ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"


def to_svg(drawing: Drawing, dark: bool = False, *, title: str = "Drawing") -> str:
    """A drawing as SVG. One without places is laid out first.

    Every box, arrow and frame is a group with ``data-element``, so that a page can point at it or let data flow along
    it. The description holds the drawing in the text notation.

    Args:
        drawing: What to show.
        dark: Whether for a dark ground.
        title: What it shows, for a screen reader.
    """
    return _Svg(placed(drawing), _NIGHT if dark else _DAY, dark=dark).document(title)


class _Svg:
    def __init__(self, drawing: Drawing, tones: dict[str, str], *, dark: bool) -> None:
        self.drawing = drawing
        self.tones = tones
        self.dark = dark
        self.notation = write_notation(drawing)
        self.prefix = f"b{crc32(self.notation.encode('utf-8', 'surrogatepass')):08x}{'n' if dark else 'd'}"
        self.heads: dict[str, str] = {}

    def document(self, title: str) -> str:
        body = [
            *(self._frame(frame) for frame in self.drawing.frames if frame.rect.width),
            *(self._arrow(arrow) for arrow in self.drawing.arrows if len(arrow.points) > 1),
            *(self._box(box) for box in self.drawing.boxes),
            *(self._arrow_words(arrow) for arrow in self.drawing.arrows if len(arrow.points) > 1 and arrow.label),
            *(self._note(note) for note in self.drawing.notes),
        ]
        view = self._view()
        heads = "".join(self._head(colour, name) for colour, name in self.heads.items())
        name = self.prefix
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_numbers(view.x, view.y, view.width, view.height)}" '
            f'width="{view.width:.0f}" height="{view.height:.0f}" '
            f'role="img" aria-labelledby="{name}-title {name}-desc" font-family="{_FONTS}" font-size="{FONT}">\n'
            f'<title id="{name}-title">{_clean(title)}</title>\n<desc id="{name}-desc">{_clean(self.notation)}</desc>\n'
            f"<defs>{heads}</defs>\n"
            f'<rect x="{view.x:g}" y="{view.y:g}" width="{view.width:g}" height="{view.height:g}" rx="12" '
            f'fill="{self.tones["ground"]}"/>\n' + "\n".join(body) + "\n</svg>\n"
        )

    def _view(self) -> Rect:
        xs: list[float] = []
        ys: list[float] = []
        rects = [*(box.rect for box in self.drawing.boxes), *(note.rect for note in self.drawing.notes)]
        rects += [frame.rect for frame in self.drawing.frames if frame.rect.width]
        rects += [
            words_rect(arrow, arrow.points) for arrow in self.drawing.arrows if arrow.label and len(arrow.points) > 1
        ]
        for rect in rects:
            xs += [rect.x, rect.x + rect.width]
            ys += [rect.y, rect.y + rect.height]
        for arrow in self.drawing.arrows:
            xs += [x for x, _ in arrow.points]
            ys += [y for _, y in arrow.points]
        if not xs:
            return Rect(0, 0, 2 * _MARGIN, 2 * _MARGIN)
        left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
        return Rect(left, top, max(xs) + _MARGIN - left, max(ys) + _MARGIN - top)

    def _frame(self, frame: Frame) -> str:
        rect, quiet = frame.rect, self.tones["quiet"]
        caption = self._lines(
            frame.label, rect.x + 14, rect.y + 24, FONT - 2, colour=quiet, anchor="start", bold=True, halo=True
        )
        return (
            f'<g data-element="{_clean(frame.id)}"><rect {_place(rect)} rx="14" fill="{quiet}" fill-opacity="0.06" '
            f'stroke="{quiet}" stroke-dasharray="7 5"/>{caption}</g>'
        )

    def _box(self, box: Box) -> str:
        rect = box.rect
        fill = (night(box.colour) if self.dark else box.colour) if box.colour else self.tones["ground"]
        line = ink(box.colour, dark=self.dark) if box.colour else self.tones["line"]
        style = f'fill="{_clean(fill)}" stroke="{_clean(line)}" stroke-width="1.6"'
        x, y = rect.centre
        if box.form == "ellipse":
            body = f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rect.width / 2:g}" ry="{rect.height / 2:g}" {style}/>'
        elif box.form == "diamond":
            corners = f"{x:g},{rect.y:g} {rect.x + rect.width:g},{y:g} {x:g},{rect.y + rect.height:g} {rect.x:g},{y:g}"
            body = f'<polygon points="{corners}" {style}/>'
        elif box.form == "text":
            body = ""
        else:
            body = f'<rect {_place(rect)} rx="10" {style}/>'
        shown = box.label if box.form == "ellipse" else wrap(box.label, rect.width - 16, FONT)
        return f'<g data-element="{_clean(box.id)}">{body}{self._middle_lines(shown, x, y)}</g>'

    def _middle_lines(self, shown: str, x: float, y: float) -> str:
        size = FONT + 6 if is_sign(shown) else FONT
        first = y - text_size(shown, size)[1] / 2 + size * 0.97
        return self._lines(shown, x, first, size, colour=self.tones["words"], anchor="middle")

    def _arrow(self, arrow: Arrow) -> str:
        colour = (
            ink(arrow.colour, dark=self.dark) if arrow.colour else self.tones["gradient" if arrow.dashed else "line"]
        )
        head = self.heads.setdefault(colour, f"{self.prefix}-head{len(self.heads)}")
        dashes = ' stroke-dasharray="7 5"' if arrow.dashed else ""
        course = bowed(arrow.points) if arrow.curved else cornered(arrow.points)
        return (
            f'<g data-element="{_clean(arrow.id)}" '
            f'data-source="{_clean(arrow.source)}" data-target="{_clean(arrow.target)}">'
            f'<path d="{course}" fill="none" stroke="{_clean(colour)}" stroke-width="1.8"{dashes} '
            f'marker-end="url(#{head})"/></g>'
        )

    @staticmethod
    def _head(colour: str, name: str) -> str:
        return (
            f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" '
            f'markerWidth="7.5" markerHeight="7.5" orient="auto">'
            f'<path d="M0.5 0.8 L9.5 5 L0.5 9.2 Z" fill="{_clean(colour)}"/></marker>'
        )

    def _arrow_words(self, arrow: Arrow) -> str:
        x, y, anchor = words_at(arrow.points, text_size(arrow.label, LABEL_FONT)[1], curved=arrow.curved)
        tone = self.tones["gradient"] if arrow.dashed else self.tones["quiet"]
        return self._lines(arrow.label, x, y + LABEL_FONT * 0.97, LABEL_FONT, colour=tone, anchor=anchor, halo=True)

    def _note(self, note: Note) -> str:
        shown = wrap(note.text, max(note.rect.width, 60.0), LABEL_FONT)
        words = self._lines(
            shown, note.rect.x, note.rect.y + LABEL_FONT, LABEL_FONT, colour=self.tones["quiet"], anchor="start"
        )
        return f'<g data-element="{_clean(note.id)}">{words}</g>'

    def _lines(
        self,
        words: str,
        x: float,
        y: float,
        size: int,
        *,
        colour: str,
        anchor: str,
        bold: bool = False,
        halo: bool = False,
    ) -> str:
        if not words:
            return ""
        spans = "".join(
            f'<tspan x="{x:g}" y="{y + number * size * LINE:g}">{_clean(line)}</tspan>'
            for number, line in enumerate(words.split("\n"))
        )
        around = f' stroke="{self.tones["ground"]}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
        weight = ' font-weight="600"' if bold else ""
        style = f'font-size="{size}" fill="{colour}" text-anchor="{anchor}"{weight}{around if halo else ""}'
        return f"<text {style}>{spans}</text>"


def _place(rect: Rect) -> str:
    return f'x="{rect.x:g}" y="{rect.y:g}" width="{rect.width:g}" height="{rect.height:g}"'


def _numbers(*numbers: float) -> str:
    return " ".join(f"{number:g}" for number in numbers)


def _clean(words: str) -> str:
    """Words that XML can carry."""
    allowed = "".join(
        sign
        if sign in "\n\t" or (sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff")
        else "\ufffd"
        for sign in words
    )
    return escape(allowed)
