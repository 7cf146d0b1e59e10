"""How many drawings are judged rightly, and how long that takes.

    python benchmarks/bench_board.py [SET ...] [--architecture ID] [--show] [--generated N]

Sets are files in ``benchmarks/drawings``, each by an independent writer who had seen the questions and nothing else of
this program; or folders of .excalidraw files with a ``labels.jsonl``. The last set was never tuned on. Further:
drawings made by a generator out of the references, and the time that large drawings take.
"""

from __future__ import annotations

import argparse
import json
import lzma
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evalmode.bank import BoardItem, load_bank
from evalmode.board.architecture import load_architecture
from evalmode.board.check import check_drawing
from evalmode.board.notation import parse_notation
from evalmode.board.reading import parse_scene, read_drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent
_SETS = _HERE / "drawings"
_SEEDS = ("transformer-block", "resnet-bottleneck", "lstm-cell", "unet", "gan")
_OTHER_NAMES = {"mobilenet": "inverted-residual"}


@dataclass
class Tally:
    """What was counted."""

    right: int = 0
    accepted: int = 0
    wrong: int = 0
    refused: int = 0
    placed: int = 0
    pinned: int = 0
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        shares = [f"{part}/{whole} ({part / whole:.0%})" if whole else "-" for part, whole in self._pairs()]
        return f"{name:20}  right accepted {shares[0]:15}  wrong accepted {shares[1]:15}  at the mistake {shares[2]}"

    def _pairs(self) -> tuple[tuple[int, int], ...]:
        return (self.accepted, self.right), (self.wrong - self.refused, self.wrong), (self.pinned, self.placed)

    def add(self, other: Tally) -> None:
        """Count what another one counted."""
        for name in ("right", "accepted", "wrong", "refused", "placed", "pinned"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.seconds += other.seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path, help="files or folders; those of benchmarks/drawings if none")
    parser.add_argument("--architecture", default="", help="only this one")
    parser.add_argument("--show", action="store_true", help="say which were judged wrongly, and how")
    parser.add_argument("--generated", type=int, default=40, help="generated drawings of each architecture and kind")
    options = parser.parse_args()
    items = {item.id: item for item in load_bank().board}
    whole = Tally()
    for place in options.sets or sorted(_SETS.glob("*.jsonl.xz")):
        print(f"== {place.name.removesuffix('.jsonl.xz')}")
        whole.add(judge_set(items, place, options.architecture, show=options.show))
    if options.generated and not options.sets:
        generated(items, options.generated)
    times = sorted(1000 * one for one in whole.seconds)
    worst = times[min(len(times) - 1, round(0.95 * len(times)))]
    print(f"\na check takes {statistics.median(times):.0f} ms; 95 % take at most {worst:.0f} ms")
    large(items["transformer-block"])
    return 0


def judge_set(items: dict[str, BoardItem], place: Path, only: str, *, show: bool) -> Tally:
    """Judge a set of labelled drawings and print a line for each architecture."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for label in labels_of(place):
        name = _OTHER_NAMES.get(label["architecture"], label["architecture"])
        if name in items and only in ("", name):
            judge(items[name], label, tallies[name])
    seeds, others = Tally(), Tally()
    for name, tally in sorted(tallies.items()):
        (seeds if name in _SEEDS else others).add(tally)
        if name in _SEEDS:
            print(tally.line(name))
        for failure in tally.failures if show else ():
            print("   ", failure)
    print(seeds.line("these five"))
    print(others.line("all others"))
    seeds.add(others)
    return seeds


def labels_of(place: Path) -> Iterator[dict]:
    """The labels of a set, each with its scene."""
    if place.is_dir():
        for line in (place / "labels.jsonl").read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            yield label | {"scene": json.loads((place / label["file"]).read_bytes())}
        return
    with lzma.open(place, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def judge(item: BoardItem, label: dict, tally: Tally) -> None:
    """Check one drawing and count it."""
    architecture = load_architecture(item)
    data = json.dumps(label["scene"])
    started = time.perf_counter()
    check = check_drawing(architecture, read_drawing(parse_scene(data)))
    tally.seconds.append(time.perf_counter() - started)
    first = next((one for one in check.findings if one.severity == "mistake"), None)
    said = f"{label['file']}: {check.verdict}: {first.message if first else ''}"
    if label["right"]:
        tally.right += 1
        tally.accepted += check.verdict == "right"
        if check.verdict != "right":
            tally.failures.append(f"refused {said}")
        return
    tally.wrong += 1
    tally.refused += check.verdict != "right"
    if not label["elements"]:
        return
    tally.placed += check.verdict != "right"
    pinned = first is not None and bool(set(first.elements) & set(label["elements"]))
    tally.pinned += pinned
    if not pinned:
        tally.failures.append(f"{'elsewhere' if first else 'accepted'} {said} (it is: {label['mistake']})")


def generated(items: dict[str, BoardItem], count: int) -> None:
    """Judge what the generator of the tests draws out of the references."""
    sys.path.insert(0, str(_HERE.parent / "tests"))
    from board_corpus import right_specimens, wrong_specimens

    print("\n== made by the generator")
    for name in _SEEDS:
        tally = Tally()
        for specimens, right in ((right_specimens, True), (wrong_specimens, False)):
            for specimen in specimens(items[name].folder, count):
                label = {"file": "", "right": right, "mistake": "", "elements": specimen.elements}
                judge(items[name], label | {"scene": specimen.scene}, tally)
        print(tally.line(name))


def large(item: BoardItem) -> None:
    """Time drawings of many boxes."""
    architecture = load_architecture(item)
    for count in (60, 2000):
        chain = " -> ".join(f"Linear {number}" for number in range(count - 2))
        drawing = parse_notation(f"x (B, d) -> {chain} -> y\n")
        started = time.perf_counter()
        check_drawing(architecture, drawing)
        print(f"{count} boxes are checked in {1000 * (time.perf_counter() - started):.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
