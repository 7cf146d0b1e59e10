"""What the summary of a session says about how its answers were given."""

from evalmode.practice.habits import recurring
from evalmode.practice.values import SignalView
from evalmode.practice.verdicts import KeptVerdict


def _verdict(*signals):
    return KeptVerdict(signals=tuple(SignalView(id=name, message="…", evidence="") for name in signals))


def test_what_was_noticed_twice_is_counted_over_all_answers():
    found = recurring(
        [_verdict("no-reason"), _verdict(), _verdict("rambling", "no-reason"), _verdict("no-reason", "rambling")]
    )
    assert [(one.id, one.count, one.answers) for one in found] == [("no-reason", 3, 4), ("rambling", 2, 4)]
    assert found[0].message == "In 3 of 4 answers you gave no reason."


def test_once_is_no_habit():
    assert recurring([_verdict("no-reason"), _verdict("rambling"), _verdict()]) == ()


def test_what_is_no_habit_is_not_counted():
    assert recurring([_verdict("sent-away"), _verdict("sent-away")]) == ()


def test_the_same_signal_twice_in_one_answer_counts_once():
    assert recurring([_verdict("no-reason", "no-reason"), _verdict()]) == ()
