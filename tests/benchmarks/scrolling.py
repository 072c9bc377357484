"""The part about frames: scrolling the table, against the same view over a C++ model with all texts made beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from joip_desktop.api.budget import TokenBudget
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, THUMBNAIL
from joip_desktop.ui.sessions.delegates import StarDelegate, ThumbnailDelegate
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, SESSION_ROLE, URL_ROLE
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.table_view import SessionTable
from tests.helpers.fakes import FakeApi

from .data import sessions
from .measure import Result, Sample, no_collections
from .plain_model import same_looks

_FRAMES: Final = 60
_ROWS: Final = 3
"""Rows that one turn of the wheel scrolls by."""

_OURS: Final = "ours"
_CPP: Final = "the same view over a QStandardItemModel (C++)"


class StillPictures:
    """A picture for every address, at once; what is measured is painting."""

    def __init__(self) -> None:
        self._picture = QPixmap(320, 180)
        self._picture.fill(QColor("#7a9cc6"))
        self._scaled: dict[tuple[int, int, float], QPixmap] = {}

    def pixmap(self, _url: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture in this size."""
        key = (size.width(), size.height(), ratio)
        if key not in self._scaled:
            scaled = self._picture.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio)
            scaled.setDevicePixelRatio(ratio)
            self._scaled[key] = scaled
        return self._scaled[key]

    def failure(self, _url: str) -> str | None:
        """None has failed."""
        return None


def frames(counts: Sequence[int]) -> list[Result]:
    """Frames of ours against the baseline's for each length, and ours of the longest list against the shortest one's.

    All views take turns, so that whatever else the machine does meets all of them.
    """
    app = QApplication.instance() or QApplication([])
    views: dict[tuple[int, str], QTableView] = {}
    for count in counts:
        listed = sessions(count)
        views |= {(count, _OURS): _ours(listed), (count, _CPP): _baseline(listed)}
    times: dict[tuple[int, str], list[float]] = {key: [] for key in views}
    with no_collections():
        for number in range(_FRAMES):
            for key, view in views.items():
                times[key].append(_frame(view, number))
    samples = {key: Sample(tuple(sorted(taken)[_FRAMES // 4 : -_FRAMES // 4])) for key, taken in times.items()}
    for view in views.values():
        view.close()
        view.deleteLater()
    app.processEvents()
    first, last = counts[0], counts[-1]
    return [
        *(
            Result(f"{count:,} sessions scrolled, a frame", "ms", samples[count, _OURS], samples[count, _CPP], _CPP)
            for count in counts
        ),
        Result(
            f"{last:,} sessions scrolled, a frame",
            "ms",
            samples[last, _OURS],
            samples[first, _OURS],
            f"the same at {first:,} sessions",
        ),
    ]


def _frame(view: QTableView, number: int) -> float:
    """Seconds of one frame: all columns of a window of 1400 by 900 painted anew."""
    bar = view.verticalScrollBar()
    step = max(1, bar.maximum() // (_FRAMES + 1))
    bar.setValue(number * step)  # far away, so that nothing of it was in sight before
    QApplication.processEvents()
    begun = perf_counter()
    bar.setValue(bar.value() + _ROWS * view.verticalHeader().defaultSectionSize())
    view.viewport().repaint()
    return perf_counter() - begun


def _ours(listed: Sequence[Session]) -> QTableView:
    workspace = Workspace(api=FakeApi.holding(()), budget=TokenBudget())
    workspace.library.load(listed)
    model = SessionTableModel(workspace)
    view = SessionTable(model, SessionSelection(model), pictures=StillPictures())
    model.setParent(view)
    view.sort_by([])
    return _shown(view)


def _baseline(listed: Sequence[Session]) -> QTableView:
    view = QTableView()
    model = QStandardItemModel(len(listed), len(COLUMNS), view)
    for row, session in enumerate(listed):
        for position, column in enumerate(COLUMNS):
            item = QStandardItem(column.text(session))
            if position in (STAR, THUMBNAIL):
                item.setData(session.is_favorite is True, FAVOURITE_ROLE)
                item.setData(session, SESSION_ROLE)
                item.setData(session.thumbnail if isinstance(session.thumbnail, str) else None, URL_ROLE)
            model.setItem(row, position, item)
    view.setModel(model)
    like = _ours(listed[:1])
    same_looks(view, row_height=like.verticalHeader().defaultSectionSize())
    like.close()
    view.setItemDelegateForColumn(STAR, StarDelegate(view))
    view.setItemDelegateForColumn(THUMBNAIL, ThumbnailDelegate(StillPictures(), parent=view))
    return _shown(view)


def _shown(view: QTableView) -> QTableView:
    """As a window of 1400 pixels shows it, with every column in sight."""
    header = view.horizontalHeader()
    for position in range(len(COLUMNS)):
        header.setSectionHidden(position, False)
        header.resizeSection(position, 1380 // len(COLUMNS))
    view.resize(1400, 900)
    view.show()
    QApplication.processEvents()
    return view
