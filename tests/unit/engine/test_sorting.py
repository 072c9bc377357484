from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joip_desktop.engine import sorting as module
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.sorting import sorting

_keys: st.SearchStrategy[list[Any]] = st.one_of(
    st.lists(st.integers(0, 5), max_size=200),
    st.lists(st.text(max_size=3), max_size=200),
    st.lists(st.integers(), max_size=200),
)


@pytest.fixture
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PART", 8)


@pytest.mark.usefixtures("_small_parts")
@settings(max_examples=200)
@given(keys=_keys, descending=st.booleans(), data=st.data())
def test_it_is_sorted_and_stable_whatever_the_parts(keys: list[Any], descending: bool, data: st.DataObject) -> None:
    rows = data.draw(st.permutations(range(len(keys))))
    assert at_once(sorting(rows, keys, descending=descending)) == sorted(rows, key=keys.__getitem__, reverse=descending)


@pytest.mark.parametrize("descending", [False, True])
def test_many_rows(descending: bool) -> None:
    keys = [(number * 7919) % 10_007 for number in range(10_000)]
    rows = list(range(10_000))
    assert at_once(sorting(rows, keys, descending=descending)) == sorted(rows, key=keys.__getitem__, reverse=descending)
    assert len(list(sorting(rows, keys))) > 15, "it can be interrupted"
    assert rows == list(range(10_000)), "what comes in is left alone"


def test_many_equal_keys_are_one_part_that_is_sorted_already() -> None:
    keys = [3] * 5000 + [1] + [3] * 5000
    assert at_once(sorting(range(10_001), keys)) == [5000, *(row for row in range(10_001) if row != 5000)]
