from datetime import UTC, datetime

from evalmode.core import FixedClock, SteadyClock


def test_the_steady_clock_never_goes_back_when_the_system_clock_does(monkeypatch):
    clock = SteadyClock()
    before = clock.now()
    monkeypatch.setattr("evalmode.core.clock.datetime", _LongAgo)
    assert clock.now() >= before


class _LongAgo(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(1999, 1, 1, tzinfo=tz)


def test_time_has_a_zone():
    assert SteadyClock().now().tzinfo is UTC


def test_the_fixed_clock_moves_only_when_told():
    clock = FixedClock()
    start = clock.now()
    assert clock.now() == start
    clock.advance(-5)
    assert (start - clock.now()).total_seconds() == 5
