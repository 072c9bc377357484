"""The engine is killed in the middle of 300 changes, again and again: every change arrives, and hardly one twice."""

from __future__ import annotations

import pytest

from tests.helpers.crashing import CHANGES, run_with_kills


@pytest.mark.parametrize("seed", range(5))
def test_kills_lose_nothing_and_double_nothing(seed: int) -> None:
    crashes = run_with_kills(seed)
    assert crashes.wrong == ()
    assert crashes.kills >= 1, "the seed has to be one that kills in time"
    assert CHANGES <= crashes.requests <= CHANGES + crashes.in_flight
