"""The program as a whole: how it starts, fails, is interrupted and speaks to pipes, whatever the command."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from evalmode import __version__
from evalmode.cli.app import COMMANDS, load_command

PROGRAM = [sys.executable, "-m", "evalmode"]


def test_help_lists_every_command(evalmode):
    done = evalmode("--help")
    assert done.returncode == 0
    for name, command in COMMANDS.items():
        assert f"  {name} " in done.stdout.decode()
        assert command.help in " ".join(done.stdout.decode().split())


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nfrom evalmode.__main__ import run\nrun(['--help'])\n"
        "heavy = {'torch', 'numpy', 'rich', 'pydantic', 'fastapi', 'yaml', 'sqlalchemy', 'onnxruntime', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_command_imports_torch():
    modules = ", ".join(sorted({command.module for command in COMMANDS.values()}))
    code = f"import sys\nimport {modules}\nassert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_loaded_and_has_help(name, evalmode):
    assert load_command(name).name == name
    done = evalmode(name, "--help")
    assert done.returncode == 0
    assert done.stdout.decode().startswith(f"Usage: evalmode {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_takes_json(name):
    """The contract: every command takes ``--json``. Groups take it in each of their commands."""
    module = import_module(COMMANDS[name].module)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    if COMMANDS[name].attribute in functions:
        commands = [functions[COMMANDS[name].attribute]]
    else:
        commands = [node for node in functions.values() if node.decorator_list and not node.name.startswith("_")]
    assert commands
    assert all("as_json" in [argument.arg for argument in command.args.args] for command in commands)


def test_version(evalmode):
    done = evalmode("--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"evalmode {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["dril"], "Did you mean 'drill'?"),
        (["--nonsense"], "No such option"),
        (["bank"], "Usage: evalmode bank"),
        (["bank", "lists"], "Did you mean 'list'"),
        (["bank", "show"], "Missing argument"),
        (["bank", "prove", "--jobs", "many"], "--jobs"),
        (["bank", "prove", "--jobs", "0"], "--jobs"),
        (["bank", "list", "--kind"], "requires an argument"),
    ],
)
def test_wrong_usage_is_told_on_standard_error_with_exit_code_2(evalmode, arguments, says):
    done = evalmode(*arguments)
    assert done.returncode == 2
    assert says in done.stderr.decode() or (arguments == ["bank"] and says in done.stdout.decode())


def test_a_fault_of_the_user_is_one_sentence_with_exit_code_1(evalmode):
    done = evalmode("bank", "show", "softmaxx")
    assert (done.returncode, done.stdout) == (1, b"")
    assert (
        done.stderr.decode() == "evalmode: There is no item 'softmaxx'. Did you mean code/softmax or rapid/softmax?\n"
    )


def test_debug_shows_where_it_failed(evalmode):
    done = evalmode("--debug", "bank", "show", "softmaxx")
    assert done.returncode == 1
    assert "Traceback" in done.stderr.decode()


def broken_program(failure):
    code = f"""
import sys
from evalmode import __main__
from evalmode.cli import options

def fail(*_):
    {failure}

options.Invocation.bank = fail
sys.exit(__main__.run(sys.argv[1:]))
"""
    return [sys.executable, "-c", code]


def test_a_fault_of_our_own_is_one_sentence_with_exit_code_3():
    program = broken_program("raise ZeroDivisionError('oh\\nno')")
    done = subprocess.run([*program, "bank", "list"], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "ZeroDivisionError: oh no" in done.stderr
    assert "--debug" in done.stderr
    done = subprocess.run([*program, "--debug", "bank", "list"], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "Traceback" in done.stderr


def test_an_interrupt_ends_quietly_with_exit_code_130():
    program = broken_program("import time; print('waiting', flush=True); time.sleep(60)")
    process = subprocess.Popen([*program, "bank", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline() == b"waiting\n"
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (130, b"")


@pytest.mark.parametrize(
    "arguments",
    [["bank", "list"], ["bank", "list", "--json"], ["bank", "topics"], ["bank", "show", "rapid/softmax"], ["--help"]],
)
def test_a_reader_that_goes_away_is_no_accident(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode in ({141} if arguments != ["--help"] else {1, 141})


def test_a_full_disk_is_one_sentence():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "bank", "list", "--json"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize(
    ("encoding", "arguments"),
    [
        ("ascii", ["bank", "show", "rapid/softmax"]),
        ("ascii", ["bank", "list"]),
        ("ascii", ["bank", "prove", "softmax"]),
        ("cp1252", ["bank", "topics"]),
        ("utf-8", ["bank", "show", "rapid/softmax"]),
    ],
)
def test_a_terminal_that_cannot_show_everything_shows_what_it_can(evalmode, encoding, arguments):
    done = evalmode(*arguments, environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode(encoding)


def test_json_survives_every_encoding(evalmode):
    plain = evalmode("bank", "show", "rapid/softmax", "--json", environment={"PYTHONIOENCODING": "ascii"})
    rich = evalmode("bank", "show", "rapid/softmax", "--json", environment={"PYTHONIOENCODING": "utf-8"})
    assert json.loads(plain.stdout.decode("ascii")) == json.loads(rich.stdout.decode("utf-8"))


@pytest.mark.parametrize("columns", ["1", "40"])
def test_no_terminal_is_too_narrow(evalmode, columns):
    for arguments in (["--help"], ["bank", "list"], ["bank", "show", "rapid/softmax"]):
        assert evalmode(*arguments, environment={"COLUMNS": columns}).returncode == 0


def test_colours_stay_out_of_pipes_and_out_of_terminals_that_do_not_want_them(evalmode):
    assert b"\x1b[" not in evalmode("bank", "show", "rapid/softmax").stdout
    environment = {"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm"}
    shown = evalmode("bank", "list", environment=environment).stdout
    assert not any(f"\x1b[{colour}m".encode() in shown for colour in range(30, 48))


def test_arguments_that_are_no_text_are_told():
    done = subprocess.run([*PROGRAM, "bank", "show", b"\xff\xfe"], capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
