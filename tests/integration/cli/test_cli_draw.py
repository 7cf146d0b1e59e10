"""``evalmode draw``: from the list of architectures to handing one in, talking about it, and beginning anew."""

from __future__ import annotations

import json

from jsonschema_rs import validator_for

NAME = "transformer-block"
RIGHT = (
    "x (B, T, d) -> LayerNorm -> Multi-head attention -> + x as a\n"
    "a -> LayerNorm -> Linear 4d -> GELU -> Linear d -> + a -> y (B, T, d)\n"
)
WRONG = RIGHT.replace("-> + a -> y", "-> y")


def _document(evalmode, name, *arguments, given=""):
    """What a command prints with --json, held against its published schema."""
    ran = evalmode("draw", *arguments, "--json", given=given)
    assert ran.returncode == 0, ran.stderr
    document = json.loads(ran.stdout)
    validator_for(json.loads(evalmode("schema", name).stdout)).validate(document)
    return document


def test_an_architecture_from_the_list_to_the_references(evalmode, tmp_path):
    listed = _document(evalmode, "draw-list", "list")["architectures"]
    assert {one["id"] for one in listed} >= {NAME, "resnet-bottleneck", "lstm-cell", "unet", "gan"}
    begun = _document(evalmode, "draw-start", "start", NAME, "--dir", tmp_path)
    assert json.loads((tmp_path / f"{NAME}.excalidraw").read_text())["elements"] == []
    assert begun["minutes"] == 8
    again = evalmode("draw", "start", NAME, "--dir", tmp_path)
    assert (again.returncode, b"is there already" in again.stderr) == (1, True)

    empty = evalmode("draw", "submit", NAME, tmp_path / f"{NAME}.excalidraw")
    assert (empty.returncode, b"empty" in empty.stderr) == (1, True)
    hint = _document(evalmode, "draw-hint", "hint", NAME, "-", "--stage", "3", given=WRONG)
    assert hint["hints_taken"] == 1
    wrong = _document(evalmode, "draw-submit", "submit", NAME, "-", given=WRONG)
    assert wrong["check"]["verdict"] == "wrong"
    assert wrong["solution"] is None
    right = _document(evalmode, "draw-submit", "submit", NAME, "-", given=RIGHT)
    assert right["check"]["verdict"] == "right"
    assert round(right["score"], 2) == 0.8
    shown = _document(evalmode, "draw-references", "references", NAME)
    assert len(shown["references"]) >= 2
    said = evalmode("draw", "list").stdout.decode()
    assert "1 of" in said


def test_what_is_said_about_it_counts_too(evalmode):
    answer = "One T by T matrix per head and per sequence, so B by h by T by T."
    said = _document(evalmode, "draw-say", "say", NAME, "what-shape", given=answer)
    assert said["score"] > 0.5
    ran = evalmode("draw", "say", NAME, "colour", given="red")
    assert (ran.returncode, b"trade-offs" in ran.stderr) == (1, True)


def test_seeing_the_references_first_is_giving_up(evalmode):
    ran = evalmode("draw", "references", NAME)
    assert (ran.returncode, b"--yes" in ran.stderr) == (1, True)
    assert b"Pre-norm" in evalmode("draw", "references", NAME, "--yes").stdout
    reset = _document(evalmode, "draw-reset", "reset", "--all", "--history")
    assert reset == {"problems": 1, "attempts": 1}


def test_a_drawing_in_every_notation_and_back(evalmode, tmp_path):
    file = tmp_path / "block.excalidraw"
    assert evalmode("draw", "convert", "-", "--to", "scene", "--out", file, given=RIGHT).returncode == 0
    back = evalmode("draw", "convert", file).stdout
    assert json.loads(evalmode("board", NAME, "--json", given=back).stdout)["verdict"] == "right"
    assert evalmode("draw", "convert", file, "--to", "mermaid").stdout.startswith(b"flowchart")
    assert _document(evalmode, "draw-convert", "convert", file, "--to", "svg")["text"].startswith("<svg")
    again = evalmode("draw", "convert", "-", "--to", "scene", "--out", file, given=RIGHT)
    assert (again.returncode, b"--force" in again.stderr) == (1, True)


def test_a_right_drawing_runs_and_equals_the_reference(evalmode):
    ran = _document(evalmode, "draw-run", "run", NAME, "-", given=RIGHT)
    assert ran["works"], ran["says"]
    assert ran["parameters"] > 0
    assert ran["largest_difference"] is not None
    assert ran["largest_difference"] < 1e-5
    assert ran["nodes"]
    assert "nn.Module" in evalmode("draw", "run", NAME, "-", given=RIGHT).stdout.decode()
