"""Sentences on how many requests and sessions a plan is about, without Qt."""

from __future__ import annotations

from joip_desktop.domain.say import say_count


def joined_text(count: int, *, alone: bool) -> str:
    """Changes that go along with such as wait already; `alone` where that is all there is to do."""
    if alone:
        return say_count(
            "{n} change goes along with what waits already, so no other request is needed.",
            "{n} changes go along with what waits already, so no other request is needed.",
            count,
        )
    return say_count(
        "{n} change goes along with what waits already.", "{n} changes go along with what waits already.", count
    )


def dropped_text(count: int) -> str:
    """Requests that wait already and are not needed any more."""
    return say_count(
        "1 request that waits already is dropped, because this takes back what it would have sent.",
        "{n} requests that wait already are dropped, because this takes back what they would have sent.",
        count,
    )


def settled_text(count: int) -> str:
    """Changes that take the place of what could not be sent."""
    return say_count(
        "{n} change needs no request: it takes the place of what could not be sent.",
        "{n} changes need no request: they take the place of what could not be sent.",
        count,
    )


def unchanged_text(count: int) -> str:
    """Sessions that have the values already."""
    return say_count(
        "{n} session has these values already; it is left alone, without a request.",
        "{n} sessions have these values already; they are left alone, without a request.",
        count,
    )


def withdrawn_text(count: int) -> str:
    """Sessions that were never sent what is undone of them."""
    return say_count(
        "{n} session: not sent yet, so undone without a request.",
        "{n} sessions: not sent yet, so undone without a request.",
        count,
    )
