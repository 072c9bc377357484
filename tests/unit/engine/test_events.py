from __future__ import annotations

import logging

import pytest

from joip_desktop.engine.events import Listeners


def test_everybody_is_told_in_order() -> None:
    told: list[str] = []
    listeners: Listeners[int] = Listeners()
    listeners.add(lambda event: told.append(f"a{event}"))
    listeners.add(lambda event: told.append(f"b{event}"))
    listeners.emit(1)
    listeners.emit(2)
    assert told == ["a1", "b1", "a2", "b2"]


def test_listening_can_end_twice_and_in_the_middle_of_an_event() -> None:
    told: list[str] = []
    listeners: Listeners[int] = Listeners()

    def once(_event: int) -> None:
        told.append("once")
        stop()

    stop = listeners.add(once)
    listeners.add(lambda _: told.append("always"))
    listeners.emit(1)
    stop()
    listeners.emit(2)
    assert told == ["once", "always", "always"]


@pytest.mark.logs_errors
def test_a_listener_that_fails_keeps_nobody_else_from_hearing(caplog: pytest.LogCaptureFixture) -> None:
    told: list[int] = []
    listeners: Listeners[int] = Listeners()

    def broken(_event: int) -> None:
        raise ZeroDivisionError

    listeners.add(broken)
    listeners.add(told.append)
    with caplog.at_level(logging.ERROR):
        listeners.emit(7)
    assert told == [7]
    assert "a listener failed" in caplog.text
