"""A gallery on a desk: sessions in memory, their model and selection, and a mouse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QCursor, QImage, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.gallery_view import GalleryView
from joip_desktop.ui.sessions.model import Index, SessionTableModel
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.tiles import TilePainter
from tests.helpers.still_workspace import workspace_of

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
HUGE = 2**70
COUNT = 60


def sessions(count: int = COUNT) -> list[Session]:
    return [
        Session(id=HUGE + number, title=f"Title {number}", is_favorite=number % 2 == 0, thumbnail=f"https://x/{number}")
        for number in range(count)
    ]


class Pictures:
    """Has no pictures; some of them have failed."""

    def __init__(self) -> None:
        self.failed: dict[str, str] = {}
        self.asked: set[str] = set()

    def pixmap(self, url: str, _size: QSize, _ratio: float) -> QPixmap | None:
        self.asked.add(url)
        return None

    def failure(self, url: str) -> str | None:
        return self.failed.get(url)


class CountingModel(SessionTableModel):
    """Counts how often each row is asked for something."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.asked: Counter[int] = Counter()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked[index.row()] += 1
        return super().data(index, role)


_ELSEWHERE = QPoint(5000, 5000)


class GalleryDesk:
    """The gallery is shown and has the keyboard; `selected` and `current` are numbers of sessions, less `HUGE`."""

    def __init__(self, qtbot: QtBot, shown: list[Session]) -> None:
        self.workspace: Workspace = workspace_of(*shown)
        self.model = CountingModel(self.workspace)
        self.selection = SessionSelection(self.model)
        self.pictures = Pictures()
        self.is_hidden: Callable[[int, bool], bool] = lambda _id, _hovered: False
        self.tiles = TilePainter(self.pictures, self._hides)
        self.view = GalleryView(self.model, self.selection, self.tiles)
        qtbot.addWidget(self.view)
        self.view.resize(940, 500)
        QCursor.setPos(_ELSEWHERE)  # wherever another test has left it
        self.view.show()
        assert QTest.qWaitForWindowActive(self.view)
        self.starred: list[int] = []
        self.view.star_clicked.connect(self.starred.append)

    def _hides(self, session_id: int, hovered: bool) -> bool:
        return self.is_hidden(session_id, hovered)

    @property
    def selected(self) -> list[int]:
        return [one - HUGE for one in self.selection.ids()]

    @property
    def current(self) -> int | None:
        one = self.selection.current_id()
        return None if one is None else one - HUGE

    def at(self, row: int) -> QPoint:
        return QPoint(self.view.place(row).center())

    def star(self, row: int) -> QPoint:
        return QPoint(self.view.place(row).topLeft() + self.tiles.shape.star.center())

    def click(self, where: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, where)

    def drag(self, *path: QPoint, keys: Qt.KeyboardModifier = PLAIN, release: bool = True) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, keys, path[0])
        for step in path[1:]:
            self.move(step, keys)
        if release:
            QTest.mouseRelease(self.view.viewport(), LEFT, keys, path[-1])

    def move(self, to: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """With the left button down, which `QTest.mouseMove` leaves out."""
        viewport, where = self.view.viewport(), QPointF(to)
        nothing = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), nothing, LEFT, keys)
        QApplication.sendEvent(viewport, event)

    def picture(self, row: int) -> QImage:
        self.view.clearFocus()  # whose frame goes round the tiles at the edge
        return self.view.viewport().grab(self.view.place(row)).toImage()

    def all(self) -> QImage:
        return self.view.viewport().grab().toImage()

    def close(self) -> None:
        self.model.close()
        self.view.close()
