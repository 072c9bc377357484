"""One source of pictures for several places of a window, each of which wants its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QPixmap

from joip_desktop.ui.sessions.pictures_in_sight import NoPictures, PictureProvider


class PictureShares:
    """Hands out providers whose wishes are joined; a wish of the source itself would replace those of all others.

    What the first one wants comes first. The source itself is to be asked through these alone.
    """

    def __init__(self, pictures: PictureProvider) -> None:
        self._pictures = pictures
        self._wishes: dict[int, tuple[str, ...]] = {}

    def share(self, parent: QObject | None = None) -> NoPictures:
        """The provider of one more place."""
        number = len(self._wishes)
        self._wishes[number] = ()

        def want(urls: Sequence[str]) -> None:
            self._wishes[number] = tuple(urls)
            self._pictures.want([url for wish in self._wishes.values() for url in wish])

        return _Share(self._pictures, want, parent)


class _Share(NoPictures):
    """One place's view of the pictures."""

    def __init__(
        self, pictures: PictureProvider, want: Callable[[Sequence[str]], None], parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._want = want
        pictures.changed.connect(self.changed)

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        """The source's."""
        return self._pictures.pixmap(url, size, ratio)

    def failure(self, url: str) -> str | None:
        """The source's."""
        return self._pictures.failure(url)

    def want(self, urls: Sequence[str]) -> None:
        """These are visible in this place; the wishes of the others stay."""
        self._want(urls)

    def retry(self) -> None:
        """Try again what failed, whoever wants it."""
        self._pictures.retry()
