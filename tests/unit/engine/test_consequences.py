from __future__ import annotations

from collections.abc import Sequence

import pytest

from joip_desktop.domain.session import UNKNOWN, Session, Values
from joip_desktop.engine.consequences import consequences
from joip_desktop.engine.plan import picturing, plan_each
from joip_desktop.engine.slices import at_once


def _told(pairs: Sequence[tuple[Session, Values]]) -> Sequence[str]:
    return consequences(at_once(picturing(plan_each(pairs, action="Change"))).fields)


def _sessions(count: int, **values: bool) -> list[Session]:
    return [Session(id=number, title="A").with_values(values) for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("count", "before", "values", "told"),
    [
        (1, {}, {"share_to_community": True}, ["public copy of this session"]),
        (1, {"share_to_community": False}, {"share_to_community": True}, ["public copy of this session"]),
        (1, {"share_to_community": True}, {"share_to_community": True}, []),
        (1, {"share_to_community": True}, {"share_to_community": False}, ["deletes the public copy of this session"]),
        (40, {}, {"share_to_community": True}, ["public copies of 40 sessions"]),
        (1200, {}, {"share_to_community": False}, ["deletes the public copies of 1,200 sessions"]),
        (1, {"is_public": False}, {"is_public": True}, []),
        (2, {"is_public": False}, {"is_public": True}, ["2 sessions become public"]),
        (2, {"is_public": True}, {"is_public": False}, []),
        (3, {}, {"is_public": True, "share_to_community": True}, ["3 sessions become public", "copies of 3 sessions"]),
        (9, {}, {"is_favorite": True, "is_manual_mode": True, "title": "B", "thumbnail": ""}, []),
    ],
)
def test_what_goes_beyond_the_account_is_told_with_its_number(
    count: int, before: dict[str, bool], values: Values, told: list[str]
) -> None:
    found = _told([(one, values) for one in _sessions(count, **before)])
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True)), found


def test_only_sessions_that_change_are_counted_each_way() -> None:
    sessions = [
        Session(id=1, share_to_community=True),
        Session(id=2, share_to_community=False),
        Session(id=3, share_to_community=UNKNOWN),
        Session(id=4, share_to_community=True),
    ]
    wanted = [True, True, True, False]
    found = _told([(one, {"share_to_community": on}) for one, on in zip(sessions, wanted, strict=True)])
    assert "public copies of 2 sessions" in found[0]
    assert "deletes the public copy of this session" in found[1]
