from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from joip_desktop.ui.garbage import UiThreadCollector


class Knot:
    """An object in a cycle with itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector() -> Iterator[UiThreadCollector]:
    thresholds = gc.get_threshold()
    made = UiThreadCollector()
    yield made
    made.close()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("qapp")
def test_python_collects_by_itself_only_before_and_after(collector: UiThreadCollector) -> None:
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled()


@pytest.mark.usefixtures("qapp")
def test_garbage_goes_when_it_is_due(collector: UiThreadCollector) -> None:
    gc.collect()
    knot = weakref.ref(Knot())
    gc.set_threshold(100_000, 10, 10)
    collector._timer.timeout.emit()
    assert knot() is not None, "not before"
    gc.set_threshold(1, 10, 10)
    collector._timer.timeout.emit()
    assert knot() is None


@pytest.mark.usefixtures("qapp")
def test_closing_leaves_no_garbage_behind(collector: UiThreadCollector) -> None:
    knot = weakref.ref(Knot())
    collector.close()
    assert knot() is None
    assert not collector._timer.isActive()


@pytest.mark.usefixtures("qapp")
def test_what_comes_by_the_ten_thousand_is_not_looked_through(collector: UiThreadCollector) -> None:
    gc.collect()
    frozen = gc.get_freeze_count()
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(30_000)]
    collector._timer.timeout.emit()
    assert gc.get_freeze_count() - frozen >= len(kept)
    assert knot() is not None, "nobody has looked"
    collector.close()
    assert knot() is None, "but at the end"


@pytest.mark.usefixtures("qapp")
def test_what_comes_by_the_thousand_is_looked_through_once(collector: UiThreadCollector) -> None:
    gc.set_threshold(700, 10, 10)
    gc.collect()
    frozen = gc.get_freeze_count()
    knot = weakref.ref(Knot())
    kept = [[number] for number in range(8_000)]
    collector._timer.timeout.emit()
    assert knot() is None
    assert gc.get_freeze_count() - frozen >= len(kept)
