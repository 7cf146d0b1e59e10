"""The same shapes in other names, numbers and orders agree; the one that is wrong is alone in its disagreement."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.shapes import parse_shape, unify_shapes
from evalmode.board.shapes.unification import unify

BLOCK = ["(B,T,d)", "(B,T,d)", "(B,T,4d)", "(B,T,4d)", "(B,T,d)", "(B,h,T,d/h)", "(B,h,T,T)"]
IMAGE = ["(B,4C,H,W)", "(B,C,H,W)", "(B,C,H/2,W/2)", "(B,4C,H/2,W/2)"]
CELL = ["(B,D)", "(B,H)", "(B,D+H)", "(B,H)", "(B,H)"]

AGREEING = [
    ("(B,T,D) (B,T,D) (B,T,4D) (B,T,4D) (B,T,D) (B,h,T,D/h) (B,h,T,T)", BLOCK),
    ("(N,L,E) (N,L,E) (N,L,4E) (N,L,4E) (N,L,E) (N,H,L,E/H) (N,H,L,L)", BLOCK),
    ("(B,T,d) (B,T,d) (B,T,d_ff) (B,T,d_ff) (B,T,d) (B,h,T,d_k) (B,h,T,T)", BLOCK),
    ("(B,T,d) (B,T,d) (B,T,d_ff) (B,T,d_ff) (B,T,d) (B,T,h,d_k) (B,h,T,T)", BLOCK),
    ("(B,T,512) (B,T,512) (B,T,2048) (B,T,2048) (B,T,512) (B,8,T,64) (B,8,T,T)", BLOCK),
    ("(2,16,512) (2,16,512) (2,16,2048) (2,16,2048) (2,16,512) (2,8,16,64) (2,8,16,16)", BLOCK),
    ("[32,128,512] [32,128,512] [32,128,2048] [32,128,2048] [32,128,512] [32,8,128,64] [32,8,128,128]", BLOCK),
    ("(T,d) (T,d) (T,4d) (T,4d) (T,d) (h,T,d/h) (h,T,T)", BLOCK),
    ("(T,d) (T,d) (T,4d) (T,4d) (T,d) (T,d_k) (T,T)", BLOCK),
    ("(T,B,d) (T,B,d) (T,B,4d) (T,B,4d) (T,B,d) (B,h,T,d/h) (B,h,T,T)", BLOCK),
    ("(S,B,E) (S,B,E) (S,B,4E) (S,B,4E) (S,B,E)", BLOCK[:5]),
    ("T×d T×d T×4d T×4d T×d", BLOCK[:5]),
    ("d_model=512 512 d_ff=2048 2048 512-d", BLOCK[:5]),
    ("(batch,seq,d_model) (batch,seq,d_model) (batch,seq,d_ff) (batch,seq,d_ff) (batch,seq,d_model)", BLOCK[:5]),
    ("256×56×56 64×56×56 64×28×28 256×28×28", IMAGE),
    ("56×56×256 56×56×64 28×28×64 28×28×256", IMAGE),
    ("(B,56,56,256) (B,56,56,64) (B,28,28,64) (B,28,28,256)", IMAGE),
    ("(N,H,W,4C) (N,H,W,C) (N,H/2,W/2,C) (N,H/2,W/2,4C)", IMAGE),
    ("(C,H,W) (C/4,H,W) (C/4,H/2,W/2) (C,H/2,W/2)", IMAGE),
    ("(B,C,S,S) (B,C/4,S,S) (B,C/4,S/2,S/2) (B,C,S/2,S/2)", IMAGE),
    ("256-d 64-d 64-d 256-d", IMAGE),
    ("256 64 64 256", IMAGE),
    ("56×56 56×56 28×28 28×28", IMAGE),
    ("(B,d) (B,h) (B,d+h) (B,h) (B,h)", CELL),
    ("(B,d) (B,d) (B,2d) (B,d) (B,d)", CELL),
    ("(32,128) (32,256) (32,384) (32,256) (32,256)", CELL),
    ("B×I B×H B×(I+H) B×H B×H", CELL),
    ("[N,I] [N,H] [N,H+I] [N,H] [N,H]", CELL),
]


def _pairs(written, wanted):
    return list(zip(written.split(), wanted, strict=True))


@pytest.mark.parametrize(("written", "wanted"), AGREEING)
def test_shapes_agree_whatever_sizes_are_called(written, wanted):
    agreeing, disagreeing = unify_shapes(_pairs(written, wanted))
    assert disagreeing == []
    assert agreeing == list(range(len(wanted)))


DISAGREEING = [
    ("(B,T,512) (B,T,512) (B,T,1024) (B,T,2048) (B,T,512) (B,8,T,64) (B,8,T,T)", BLOCK, 2),
    ("(B,T,d) (B,T,d) (B,T,4d) (B,T,d) (B,T,d) (B,h,T,d/h) (B,h,T,T)", BLOCK, 3),
    ("(B,T,d) (B,T,d) (B,T,4d) (B,T,4d) (B,T,4d) (B,h,T,d/h) (B,h,T,T)", BLOCK, 4),
    ("(B,T,d) (B,T,d) (B,T,4d) (B,T,4d) (B,T,d) (B,h,T,d/h) (B,h,T,d/h)", BLOCK, 6),
    ("(B,T,d) (B,T,d) (B,T,4d) (B,T,4d) (B,T,d) (B,h,T,d) (B,h,T,T)", BLOCK, 5),
    ("(B,T,d) (B,d,T) (B,T,4d) (B,T,4d) (B,T,d) (B,h,T,d/h) (B,h,T,T)", BLOCK, 1),
    ("256×56×56 64×56×56 64×56×56 256×28×28", IMAGE, 2),
    ("256×56×56 64×56×56 64×14×14 256×28×28", IMAGE, 2),
    ("(B,256,56,56) (B,64,56,56) (B,64,28,28) (B,128,28,28)", IMAGE, 3),
    ("256-d 64-d 64-d 128-d", IMAGE, 3),
    ("(B,D) (B,H) (B,D+H) (B,D) (B,H)", CELL, 3),
    ("(B,D) (B,H) (B,H) (B,H) (B,H)", CELL, 2),
    ("(B,D) (B,H) (B,D+H) (B,4H) (B,H)", CELL, 3),
    ("(N,512) (N,512) (N,512)", ["(N,d)", "(N,d)", "(N,N)"], 2),
]


@pytest.mark.parametrize(("written", "wanted", "wrong"), DISAGREEING)
def test_one_wrong_label_is_alone_in_its_disagreement(written, wanted, wrong):
    assert unify_shapes(_pairs(written, wanted))[1] == [wrong]


def test_the_largest_agreement_is_found_where_votes_are_equal():
    pairs = [("256×56×56", "(4C,H,W)"), ("128×56×56", "(C,H,W)"), ("128×28×28", "(C,H,W)"), ("512×28×28", "(4C,H,W)")]
    assert unify_shapes(pairs) == ([2, 3], [0, 1])


def test_scores_and_losses_may_have_an_axis_of_one():
    assert unify_shapes([("(B,1)", "(B,)"), ("()", "(1,)"), ("scalar", "()")])[1] == []


def test_an_image_may_be_flat():
    pairs = [("(B,1,28,28)", "(B,C,H,W)"), ("(B,784)", "(B,C,H,W)")]
    assert unify_shapes(pairs)[1] == []
    assert unify_shapes([*pairs, ("(B,100)", "(B,C,H,W)")])[1] == [2]


def test_unpadded_convolutions_are_not_judged_here():
    pairs = [("1×572×572", "(1,H,W)"), ("64×568×568", "(C,H,W)"), ("128×280×280", "(2C,H/2,W/2)")]
    assert unify_shapes(pairs)[1] == []


def test_a_transposed_value_may_have_its_axes_swapped():
    pairs = [("Q (B,h,T,d_k)", "(B,h,T,d/h)"), ("Kᵀ (B,h,d_k,T)", "(B,h,T,d/h)")]
    assert unify_shapes(pairs)[1] == []


def test_parameters_are_compared_as_plain_sizes():
    pairs = [("(64)", "(C/4)"), ("(256)", "(C)"), ("(64)", "(C/4)"), ("(128)", "(C/4)")]
    assert unify_shapes(pairs)[1] == [3]


@pytest.mark.parametrize("written", ["(B,100)", "(B,z_dim)", "[N,784]", "(B,3,64,64)", "(64,100)"])
def test_a_score_is_no_vector(written):
    assert unify_shapes([(written, ("(B, 1)", "(B,)", "(1,)", "()", "(B, 1, h, w)"))])[1] == [0]


@pytest.mark.parametrize("written", ["(B,1)", "(B,)", "()", "(1,)", "scalar", "(B,1,8,8)", "(64,1)", "[N,1]"])
def test_a_score_may_be_written_in_many_ways(written):
    assert unify_shapes([(written, ("(B, 1)", "(B,)", "(1,)", "()", "(B, 1, h, w)"))])[1] == []


@pytest.mark.parametrize("written", ["(B,1)", "()", "(B,3,64,64)"])
def test_noise_is_a_vector(written):
    assert unify_shapes([(written, ("(B, z)", "(z,)", "(B, z, 1, 1)"))])[1] == [0]


def test_any_of_several_accepted_shapes_will_do():
    pairs = [("(B,h,T,d_k)", ("(B,T,d)", "(B,h,T,d/h)")), ("(B,T,d)", ("(B,T,d)", "(B,h,T,d/h)"))]
    assert unify_shapes(pairs)[1] == []


def test_what_says_no_shape_is_in_neither():
    assert unify_shapes([("skip", "(B,T,d)"), ("(B,T,d)", "(B,T,d)")]) == ([1], [])
    assert unify_shapes([]) == ([], [])


def test_the_reference_is_said_in_the_candidates_words():
    found = unify([("(N,L,E)", "(B,T,d)"), ("(N,L,4E)", "(B,T,4d)")])
    assert found.said(parse_shape("(B,T,4d)")) == "(N, L, 4E)"
    numbers = unify([("(B,T,512)", "(B,T,d)")])
    assert numbers.said(parse_shape("(B,T,4d)")) == "(B, T, 2048)"


@settings(deadline=None)  # a busy machine is no failure
@given(st.integers(0, len(BLOCK) - 1), st.sampled_from(["(B,T,3d)", "(B,T,7d)", "(B,T,d/2)", "(B,T,d,d)"]))
def test_a_label_that_is_wrong_anywhere_is_found(place, wrong):
    written = [*BLOCK, *BLOCK]
    written[place] = wrong
    assert unify_shapes(list(zip(written, [*BLOCK, *BLOCK], strict=True)))[1] == [place]


@settings(deadline=None)  # a busy machine is no failure
@given(st.permutations(range(len(BLOCK))))
def test_the_order_of_the_labels_makes_no_difference(order):
    pairs = _pairs("(N,L,E) (N,L,E) (N,L,4E) (N,L,E) (N,L,E) (N,H,L,E/H) (N,H,L,L)", BLOCK)
    assert [order[place] for place in unify_shapes([pairs[place] for place in order])[1]] == [3]
