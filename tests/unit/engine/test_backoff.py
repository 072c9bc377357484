from __future__ import annotations

import pytest

from joip_desktop.engine.backoff import Backoff


@pytest.mark.parametrize(("failures", "most"), [(1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 60), (5000, 60)])
def test_rests_double_up_to_the_longest_and_half_is_drawn_by_lot(failures: int, most: float) -> None:
    backoff = Backoff(first=2.0, longest=60.0)
    rests = [backoff.after(failures) for _ in range(50)]
    assert all(most / 2 <= rest <= most for rest in rests)
    assert len(set(rests)) > 10
