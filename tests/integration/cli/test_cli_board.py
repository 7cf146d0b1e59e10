"""``evalmode board``: one drawing, many drawings, a file that is saved again, and what is wrong with what was given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from jsonschema_rs import validator_for

from evalmode import check_board
from evalmode.board.layout import lay_out, to_scene
from evalmode.board.notation import parse_notation

RIGHT = (
    "x (B, T, d) -> LayerNorm -> Multi-head attention -> + x as a\n"
    "a -> LayerNorm -> Linear 4d -> GELU -> Linear d -> + a -> y (B, T, d)\n"
)
WRONG = RIGHT.replace("-> + a -> y", "-> y")
NAME = "transformer-block"


def scene(notation):
    return to_scene(lay_out(parse_notation(notation)))


@pytest.fixture
def drawing(tmp_path):
    """A file that holds a drawing."""

    def write(content, name="drawing.excalidraw"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return write


def _schema(evalmode, name):
    return validator_for(json.loads(evalmode("schema", name).stdout))


def test_a_drawing_on_a_canvas_and_in_words_fares_the_same_and_keeps_to_the_schema(evalmode, drawing):
    schema = _schema(evalmode, "board")
    for notation, verdict in ((RIGHT, "right"), (WRONG, "wrong")):
        ran = [
            evalmode("board", NAME, drawing(json.dumps(scene(notation))), "--json"),
            evalmode("board", NAME, "--json", given=notation),
        ]
        for one in ran:
            assert one.returncode == 0, one.stderr
            found = json.loads(one.stdout)
            schema.validate(found)
            assert found["verdict"] == verdict
            assert found["architecture"] == NAME
            assert {habit["name"] for habit in found["habits"]} == {
                "flow", "boxes", "colours", "shapes", "skips", "equations",
            }  # fmt: skip
            assert (found["module"] is not None) is (verdict == "right")


def test_a_right_drawing_is_a_module_that_can_be_read(evalmode):
    module = json.loads(evalmode("board", NAME, "--json", given=RIGHT).stdout)["module"]
    compile(module, "module", "exec")
    assert "nn.Module" in module
    assert "def forward" in module


def test_the_mistake_leads_with_its_place_and_its_reason(evalmode, drawing):
    found = json.loads(evalmode("board", NAME, drawing(json.dumps(scene(WRONG))), "--json").stdout)
    top = found["findings"][0]
    assert top["severity"] == "mistake"
    assert top["elements"]
    assert "gradient" in top["why"]
    said = " ".join(evalmode("board", NAME, given=WRONG).stdout.decode().split())
    assert "wrong" in said
    assert top["why"] in said


def test_a_folder_names_its_architectures_in_three_ways(evalmode, drawing):
    right, wrong = json.dumps(scene(RIGHT)), json.dumps(scene(WRONG))
    folder = drawing(right, f"all/{NAME}/one.excalidraw").parents[1]
    drawing(wrong, f"all/{NAME}__two.excalidraw")
    drawing(RIGHT, f"all/{NAME}.board")
    drawing("{", f"all/{NAME}/broken.excalidraw")
    drawing(right, "all/unknown.excalidraw")
    ran = evalmode("board", "--batch", folder)
    assert ran.returncode == 1, "two files could not be read"
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    schema = _schema(evalmode, "board-batch")
    for line in lines:
        schema.validate(line)
    told = {line["id"]: line.get("verdict") or line["error"]["code"] for line in lines}
    assert told == {
        f"{NAME}/one.excalidraw": "right",
        f"{NAME}__two.excalidraw": "wrong",
        f"{NAME}.board": "right",
        f"{NAME}/broken.excalidraw": "invalid_input",
        "unknown.excalidraw": "not_found",
    }
    assert [line["line"] for line in lines] == [1, 2, 3, 4, 5]


def test_lines_carry_scenes_notations_and_corrections(evalmode):
    canvas = scene(RIGHT)
    last = [element["id"] for element in canvas["elements"] if element["type"] == "arrow"][-1]
    requests = [
        {"architecture": NAME, "scene": canvas, "id": "a"},
        {"architecture": NAME, "notation": WRONG},
        {"architecture": NAME, "scene": canvas, "corrections": [{"element": last, "role": "reverse"}]},
        {"notation": RIGHT},
        {"architecture": NAME, "colour": "red"},
    ]
    given = "".join(json.dumps(one) + "\n" for one in requests) + "nonsense\n"
    lines = [json.loads(line) for line in evalmode("board", "--batch", "-", given=given).stdout.splitlines()]
    assert [line.get("verdict") for line in lines] == ["right", "wrong", "wrong", None, None, None]
    assert lines[0]["id"] == "a"
    assert "names no architecture" in lines[3]["error"]["message"]
    assert "not a request to check" in lines[5]["error"]["message"]


NO_DRAWINGS = {
    "empty": (b"", "Nothing is drawn"),
    "cut-off": (b"{", "JSON"),
    "no-elements": (b'{"type": "excalidraw"}', "no list of elements"),
    "blank": (b'{"type": "excalidraw", "elements": []}', "empty"),
    "picture": (b'{"elements": [{"id": "i", "type": "image", "x": 0, "y": 0, "width": 9, "height": 9}]}', "picture"),
    "half": (b"x -> ", "arrow"),
    "bytes": (b"\xff\xfe", "not UTF-8"),
    "crowd": (b'{"elements": [' + b'{"id": "a", "type": "rectangle", "x": 0, "y": 0},' * 50_000 + b"{}]}", "20,000"),
}


def test_what_is_no_drawing_is_one_clear_sentence(evalmode, drawing):
    for name, (content, _) in NO_DRAWINGS.items():
        folder = drawing(content, f"bad/{name}.board").parent
    ran = evalmode("board", NAME, "--batch", folder)
    assert ran.returncode == 1
    assert not ran.stderr
    told = {line["id"]: line["error"] for line in map(json.loads, ran.stdout.splitlines())}
    for name, (content, says) in NO_DRAWINGS.items():
        error = told[f"{name}.board"]
        assert says in f"{error['message']} {error.get('hint') or ''}", name
        assert content or error["code"] == "invalid_input"


def test_alone_it_is_told_on_standard_error(evalmode, drawing):
    ran = evalmode("board", NAME, drawing(b"{"))
    assert ran.returncode == 1
    assert "JSON" in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


def test_a_drawing_of_something_else_is_not_called_wrong_in_detail(evalmode):
    found = json.loads(evalmode("board", NAME, "--json", given="users -> load balancer -> database\n").stdout)
    assert found["verdict"] == "unreadable"
    assert len(found["findings"]) <= 1


@pytest.mark.parametrize("arguments", [[], ["gan", "a", "--batch", "b"], ["--batch", "b", "--watch"]])
def test_wrong_usage_is_told_apart(evalmode, arguments):
    assert evalmode("board", *arguments).returncode == 2


def test_names_and_files_that_are_not_there_are_told(evalmode):
    assert "Did you mean" in evalmode("board", "transformer-blok", given=RIGHT).stderr.decode()
    assert "cannot be read" in evalmode("board", NAME, "no-such-file").stderr.decode()
    assert "cannot be watched" in evalmode("board", NAME, "no-such-file", "--watch").stderr.decode()


def test_watching_checks_again_whenever_the_file_is_saved(drawing):
    file = drawing(WRONG, "mine.board")
    command = [sys.executable, "-m", "evalmode", "board", NAME, str(file), "--watch", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as watching:
        assert json.loads(watching.stdout.readline())["verdict"] == "wrong"
        file.write_text("x -> -> y", encoding="utf-8")
        assert "error" in json.loads(watching.stdout.readline())
        time.sleep(0.05)
        file.write_text(RIGHT, encoding="utf-8")
        assert json.loads(watching.stdout.readline())["verdict"] == "right"
        os.kill(watching.pid, signal.SIGINT)
        assert watching.wait(timeout=20) == 0


def test_from_a_program():
    assert check_board(NAME, RIGHT).verdict == "right"
    assert check_board(NAME, scene(WRONG)).verdict == "wrong"
    assert check_board(NAME, json.dumps(scene(RIGHT))).verdict == "right"
