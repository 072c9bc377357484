from __future__ import annotations

from joip_desktop.domain.naps import BETWEEN_NAPS, NAP, Naps


class Day:
    """A clock that stands still unless somebody sleeps or it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += 50 * seconds  # who sleeps may be woken up late


def test_a_nap_is_due_after_a_stretch_of_work() -> None:
    day = Day()
    naps = Naps(clock=day.clock, sleep=day.sleep)
    naps.nap_if_due()
    day.now += BETWEEN_NAPS * 0.9
    naps.nap_if_due()
    assert day.slept == []
    day.now += BETWEEN_NAPS * 0.2
    naps.nap_if_due()
    naps.nap_if_due()
    assert day.slept == [NAP], "the time that was slept is no work"
