"""The heads of the attacks say enough to run and to believe them."""

from __future__ import annotations

import pytest

from evalmode_runner.attacks import load_programs
from evalmode_runner.attacks.evidence import KINDS
from evalmode_runner.attacks.program import read_program
from evalmode_runner.sandbox.layers import LAYERS

PROGRAMS = load_programs()


def test_there_are_many_of_many_kinds():
    assert len(PROGRAMS) >= 150
    assert len({program.family for program in PROGRAMS}) >= 15


def test_no_two_have_one_name():
    names = [(program.family, program.name) for program in PROGRAMS]
    assert len(set(names)) == len(names)


def test_no_two_do_the_same():
    bodies = [program.source.split('"""', 2)[2] for program in PROGRAMS]
    assert len(set(bodies)) == len(bodies)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: f"{program.family}/{program.name}")
def test_a_head_names_layers_and_evidence_that_exist(program):
    assert program.stopped_by
    assert program.stopped_by | program.only_with <= set(LAYERS)
    assert program.evidence.partition(" ")[0] in KINDS
    assert program.does.endswith(".")
    assert program.leaks
    compile(program.source, program.name, "exec")


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_alone_stops_something(layer):
    assert [program.name for program in PROGRAMS if program.stopped_by == {layer}]


def test_an_incomplete_head_is_refused_by_name(tmp_path):
    path = tmp_path / "half.py"
    path.write_text('"""Does something.\n\nstopped-by: tree\n"""\n')
    with pytest.raises(ValueError, match=r"half\.py: its head does not say evidence, leaks"):
        read_program(path)
