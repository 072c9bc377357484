from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from joip_desktop.domain.session import UNKNOWN, Session, from_wire
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures, has_come, want_in_sight
from tests.helpers.still_workspace import workspace_of

pytestmark = pytest.mark.usefixtures("qapp")

COUNT = 40


class Wanted(NoPictures):
    """Notes what is wanted; some pictures are there, and some have failed."""

    def __init__(self) -> None:
        super().__init__()
        self.wishes: list[list[str]] = []
        self.here: set[str] = set()
        self.failed: set[str] = set()

    def pixmap(self, url: str, size: QSize, _ratio: float) -> QPixmap | None:
        assert not size.isEmpty()
        return QPixmap(size) if url in self.here else None

    def failure(self, url: str) -> str | None:
        return "It is gone." if url in self.failed else None

    def want(self, urls: Sequence[str]) -> None:
        self.wishes.append(list(urls))


@pytest.fixture(scope="module")
def model(qapp: object) -> Iterator[SessionTableModel]:
    del qapp
    made = SessionTableModel(workspace_of(*(Session(id=one, thumbnail=f"{one}") for one in range(COUNT))))
    yield made
    made.close()


def wanted(model: SessionTableModel, first: int, last: int) -> list[int]:
    pictures = Wanted()
    want_in_sight(pictures, model, first, last)
    (urls,) = pictures.wishes
    return [int(url) for url in urls]


def test_first_what_is_in_sight_then_below_it_then_above_it(model: SessionTableModel) -> None:
    assert wanted(model, 10, 12) == [10, 11, 12, 13, 14, 15, 7, 8, 9]
    assert wanted(model, 5, 5) == [5, 6, 4]


def test_at_the_ends_there_is_less(model: SessionTableModel) -> None:
    assert wanted(model, 0, 2) == [0, 1, 2, 3, 4, 5]
    assert wanted(model, 1, 3) == [1, 2, 3, 4, 5, 6, 0]
    assert wanted(model, 38, 39) == [38, 39, 36, 37]
    assert wanted(model, 0, 39) == list(range(40))


def test_nothing_in_sight_wants_nothing(model: SessionTableModel) -> None:
    assert wanted(model, 0, -1) == []


def test_rows_that_are_no_more_want_nothing_until_the_view_has_looked_again(model: SessionTableModel) -> None:
    assert wanted(model, 30, 40) == []
    assert wanted(model, 100, 120) == []


@given(st.integers(0, COUNT - 1), st.integers(0, COUNT))
def test_each_is_wanted_once_and_all_in_sight_first(model: SessionTableModel, first: int, more: int) -> None:
    last = min(first + more, COUNT - 1)
    found = wanted(model, first, last)
    height = last - first + 1
    assert found[:height] == list(range(first, last + 1))
    assert sorted(found) == list(range(max(0, first - height), min(COUNT, last + height + 1)))


def test_only_addresses_are_wanted() -> None:
    odd = [Session(id=1, thumbnail=""), Session(id=2, thumbnail=None), Session(id=3, thumbnail=UNKNOWN)]
    model = SessionTableModel(workspace_of(*odd, from_wire({"id": 4, "thumbnail": 7}), Session(id=5, thumbnail="x")))
    pictures = Wanted()
    want_in_sight(pictures, model, 0, 4)
    assert pictures.wishes == [["x"]]
    model.close()


def test_a_picture_has_come_when_it_is_there_or_will_not_be() -> None:
    pictures = Wanted()
    assert not has_come(pictures, "x")
    pictures.failed.add("x")
    assert has_come(pictures, "x")
    pictures.failed.clear()
    pictures.here.add("x")
    assert has_come(pictures, "x")


def test_without_pictures_there_are_none() -> None:
    pictures = NoPictures()
    told: list[object] = []
    pictures.changed.connect(told.append)
    pictures.want(["x"])
    pictures.retry()
    assert pictures.pixmap("x", QSize(10, 10), 1.0) is None
    assert pictures.failure("x") is None
    assert told == []
