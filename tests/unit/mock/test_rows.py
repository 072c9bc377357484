"""Rows in columns and back."""

from __future__ import annotations

from typing import Any

import pytest

from joip_desktop.mock.demo_data import rows
from joip_desktop.mock.rows import to_record, to_row

ROW: dict[str, Any] = next(rows(1, 1))


def test_every_demo_row_survives() -> None:
    for row in rows(60, 3):
        assert to_row(to_record(row)) == row


@pytest.mark.parametrize(
    "odd",
    [
        {"title": 7},
        {"intervalMin": "4"},
        {"intervalMin": True},
        {"intervalMin": 4.5},
        {"categoryId": 2**70},
        {"isPublic": "yes"},
        {"isPublic": 1},
        {"subreddits": "cats"},
        {"subreddits": ["cats", 3]},
        {"transition": {"name": "dissolve"}},
        {"playCount": 12, "stats": {"likes": [1, 2]}, "nothing": None},
        {"updatedAt": None},
    ],
)
def test_odd_values_survive_with_their_types(odd: dict[str, Any]) -> None:
    kept = to_row(to_record({**ROW, **odd}))
    assert kept == {**ROW, **odd}
    assert {name: type(kept[name]) for name in odd} == {name: type(value) for name, value in odd.items()}
