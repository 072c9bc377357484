from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.times import parse_time
from tests.helpers import strategies

NOON = datetime(2025, 3, 2, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-02T12:30:00Z",
        "2025-03-02T12:30:00.000Z",
        "2025-03-02T13:30:00+01:00",
        "2025-03-02T12:30",
        "2025-03-02 12:30",
    ],
)
def test_the_same_moment_in_the_ways_servers_write_it(text: str) -> None:
    moment = parse_time(text)
    assert moment == NOON
    assert moment is not None
    assert moment.tzinfo is not None


@pytest.mark.parametrize("text", [None, UNKNOWN, "", "yesterday", "2025-13-02", 5, True, "2025-03-02T25:00:00Z"])
def test_anything_else_is_no_moment(text: FieldValue) -> None:
    assert parse_time(text) is None


@given(st.datetimes(timezones=st.integers(-840, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))))
def test_a_written_moment_is_read_back(moment: datetime) -> None:
    assert parse_time(moment.isoformat()) == moment


@given(strategies.any_field_value)
def test_what_is_read_can_be_compared(value: FieldValue) -> None:
    moment = parse_time(value)
    assert moment is None or moment < NOON or moment >= NOON
