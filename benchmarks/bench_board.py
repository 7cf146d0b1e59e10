"""How many drawings are judged rightly: of each architecture, right ones accepted, wrong ones refused, mistakes found.

    python benchmarks/bench_board.py FOLDER [--architecture ID] [--show]

FOLDER holds .excalidraw files and a labels.jsonl with a line for each: its `file`, its `architecture`, whether it is
`right`, and of a wrong one the `elements` of which one must be pointed at first. Drawings should be made by people who
have seen the question only. The times are those of reading and checking one drawing, architectures already loaded.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from evalmode.bank import BoardItem, load_bank
from evalmode.board.architecture import load_architecture
from evalmode.board.check import check_drawing
from evalmode.board.reading import parse_scene, read_drawing


@dataclass
class Tally:
    """What was counted for one architecture."""

    right: int = 0
    accepted: int = 0
    wrong: int = 0
    refused: int = 0
    pinned: int = 0
    failures: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        return (
            f"{name:20} right accepted {self.accepted:3}/{self.right:<3}"
            f"  wrong refused {self.refused:3}/{self.wrong:<3}"
            f"  first finding at the mistake {self.pinned:3}/{self.wrong:<3}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--architecture", default="", help="only this one")
    parser.add_argument("--show", action="store_true", help="say which were judged wrongly, and how")
    options = parser.parse_args()
    items = {item.id: item for item in load_bank().board}
    tallies: dict[str, Tally] = defaultdict(Tally)
    seconds: list[float] = []
    for line in (options.folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["architecture"] in items and options.architecture in ("", label["architecture"]):
            item = items[label["architecture"]]
            seconds.append(judge(item, options.folder / label["file"], label, tallies[label["architecture"]]))
    for name, tally in sorted(tallies.items()):
        print(tally.line(name))
        for failure in tally.failures if options.show else ():
            print("   ", failure)
    report(tallies, seconds)
    return 0


def judge(item: BoardItem, path: Path, label: dict, tally: Tally) -> float:
    """Checks one drawing; returns how long that took."""
    architecture = load_architecture(item)
    started = time.perf_counter()
    check = check_drawing(architecture, read_drawing(parse_scene(path.read_bytes())))
    taken = time.perf_counter() - started
    first = next((one for one in check.findings if one.severity == "mistake"), None)
    said = f"{label['file']}: {check.verdict}: {first.message if first else ''}"
    if label["right"]:
        tally.right += 1
        tally.accepted += check.verdict == "right"
        if check.verdict != "right":
            tally.failures.append(f"refused {said}")
        return taken
    tally.wrong += 1
    tally.refused += check.verdict != "right"
    pinned = first is not None and bool(set(first.elements) & set(label["elements"]))
    tally.pinned += pinned
    if not pinned:
        tally.failures.append(f"{'elsewhere' if first else 'accepted'} {said} (it is: {label['mistake']})")
    return taken


def report(tallies: dict[str, Tally], seconds: list[float]) -> None:
    whole = Tally(
        *(
            sum(getattr(one, name) for one in tallies.values())
            for name in ("right", "accepted", "wrong", "refused", "pinned")
        )
    )
    print(whole.line("all"))
    if len(seconds) > 1:
        times = sorted(1000 * one for one in seconds)
        worst = times[min(len(times) - 1, round(0.95 * len(times)))]
        print(
            f"a check takes {statistics.median(times):.0f} ms; 95 % take at most {worst:.0f} ms, all {times[-1]:.0f} ms"
        )


if __name__ == "__main__":
    sys.exit(main())
