from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from joip_desktop.ui.picture_shares import PictureShares
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures

pytestmark = pytest.mark.usefixtures("qapp")


class Source(NoPictures):
    """Notes what is asked of it; has one picture, and one that failed."""

    def __init__(self) -> None:
        super().__init__()
        self.wishes: list[list[str]] = []
        self.retries = 0

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        return QPixmap(size * ratio) if url == "here" else None

    def failure(self, url: str) -> str | None:
        return "It is gone." if url == "gone" else None

    def want(self, urls: Sequence[str]) -> None:
        self.wishes.append(list(urls))

    def retry(self) -> None:
        self.retries += 1


def test_each_place_has_a_wish_of_its_own_and_the_first_ones_come_first() -> None:
    source = Source()
    shares = PictureShares(source)
    form, views = shares.share(), shares.share()
    views.want(["a", "b"])
    form.want(["c"])
    views.want(["b"])
    form.want(())
    assert source.wishes == [["a", "b"], ["c", "a", "b"], ["c", "b"], ["b"]]


def test_a_place_sees_what_the_source_has() -> None:
    source = Source()
    share = PictureShares(source).share()
    found = share.pixmap("here", QSize(4, 2), 2.0)
    assert found is not None
    assert found.size() == QSize(8, 4)
    assert share.pixmap("gone", QSize(4, 2), 2.0) is None
    assert (share.failure("gone"), share.failure("here")) == ("It is gone.", None)
    share.retry()
    assert source.retries == 1


def test_all_places_hear_of_news_as_long_as_they_are_there() -> None:
    source = Source()
    shares = PictureShares(source)
    one, other = shares.share(), shares.share()
    heard: list[object] = []
    one.changed.connect(heard.append)
    other.changed.connect(heard.append)
    source.changed.emit(frozenset({"a"}))
    assert heard == [frozenset({"a"})] * 2
    del one
    gc.collect()
    source.changed.emit(frozenset({"b"}))
    assert heard[2:] == [frozenset({"b"})]
