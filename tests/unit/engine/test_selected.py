from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.session import Session
from joip_desktop.engine import selected as module
from joip_desktop.engine.selected import SelectedValues
from joip_desktop.engine.slices import at_once

_ids = st.integers(0, 9)
_flags = st.sampled_from([True, False, None])
_sessions = st.dictionaries(_ids, _flags, max_size=10)


def _made(flags: dict[int, bool | None]) -> dict[int, Session]:
    return {one: Session(id=one, is_favorite=flag) for one, flag in flags.items()}


@given(_sessions, st.lists(_ids, unique=True), st.lists(st.tuples(_ids, _flags | st.just("gone"))), st.integers(0, 3))
def test_counts_are_those_of_the_selected_sessions_as_they_are_now(
    flags: dict[int, bool | None], chosen: list[int], changes: list[tuple[int, object]], steps: int
) -> None:
    shown = _made(flags)
    values = SelectedValues(shown.get, "is_favorite", chosen)
    module_step, module._STEP = module._STEP, 2  # type: ignore[misc]
    try:
        work = values.counting()
        for _ in range(steps):
            next(work, None)
        for session_id, flag in changes:
            if flag == "gone":
                shown.pop(session_id, None)
            elif session_id in shown:
                shown[session_id] = Session(id=session_id, is_favorite=flag)  # type: ignore[arg-type]
            values.update([session_id])
        at_once(work)
    finally:
        module._STEP = module_step  # type: ignore[misc]
    expected = Counter(shown[one].is_favorite for one in chosen if one in shown)
    assert +values.counts == expected


def test_it_tells_whether_the_news_were_about_it() -> None:
    shown = _made({1: True, 2: False})
    values = SelectedValues(shown.get, "is_favorite", [1])
    assert not values.update([1]), "nothing has been counted yet"
    at_once(values.counting())
    assert values.update([1, 2])
    assert not values.update([2])
