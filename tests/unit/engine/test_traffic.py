from __future__ import annotations

from datetime import UTC, datetime

from joip_desktop.domain.traffic import Body, Exchange
from joip_desktop.engine.traffic import MOST, MOST_BYTES, TrafficEvent, TrafficLog


def exchange(text: str = "") -> Exchange:
    return Exchange(
        method="GET",
        path="/api/sessions",
        started=datetime(2026, 3, 1, tzinfo=UTC),
        seconds=0.1,
        status=200,
        headers={},
        answer=Body(text, len(text)),
    )


def numbers(log: TrafficLog) -> list[int]:
    return [one.number for one in log.exchanges]


def test_the_bounds_are_a_thousand_and_16_mb() -> None:
    assert (MOST, MOST_BYTES) == (1000, 16 * 2**20)


def test_the_last_thousand_are_kept() -> None:
    log = TrafficLog()
    events: list[TrafficEvent] = []
    log.changed.add(events.append)
    for _ in range(1005):
        log.add(exchange())
    assert numbers(log) == list(range(6, 1006))
    assert events[0].first == 1
    assert events[-1].first == 6
    assert events[-1].added is log.get(1005)
    assert log.get(5) is None


def test_bodies_take_no_more_than_their_bound_and_the_oldest_go_first() -> None:
    log = TrafficLog(most=10, most_bytes=10_000)
    for _ in range(5):
        log.add(exchange("x" * 3000))
    assert log.bytes_of_bodies <= 10_000
    texts = [len(one.answer.text) for one in log.exchanges]
    assert texts == [0, 0, 3000, 3000, 3000]
    assert log.exchanges[0].answer.remark == "It was let go of to make room for newer ones."
    assert log.exchanges[0].answer.size == 3000


def test_clearing_forgets_all_and_numbers_go_on() -> None:
    log = TrafficLog()
    log.add(exchange("x"))
    events: list[TrafficEvent] = []
    log.changed.add(events.append)
    log.clear()
    assert (log.exchanges, log.bytes_of_bodies, events) == ((), 0, [TrafficEvent(2)])
    log.add(exchange())
    assert numbers(log) == [2]


def test_a_body_larger_than_all_room_is_not_kept() -> None:
    log = TrafficLog(most_bytes=100)
    log.add(exchange("x" * 1000))
    assert [one.answer.text for one in log.exchanges] == [""]
    assert log.bytes_of_bodies == 0
