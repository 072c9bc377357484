"""The part about the table: sorting and filtering until painted, against QSortFilterProxyModel."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QTableView

from joip_desktop.api.budget import TokenBudget
from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import COLUMNS, TITLE, UPDATED
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.table_view import SessionTable
from tests.helpers.fakes import FakeApi

from .data import sessions
from .measure import Result, Sample, no_collections, seconds_of
from .plain_model import PlainModel, plain_view, proxy_over

_TYPED = ("c", "ca", "cal", "calm")
_SORTED_BY = (TITLE, UPDATED)
_SERVER_ORDER = -1
_PATIENCE = 60.0
_SORT_SECONDS = 30.0
"""A column's sorting that has taken longer than this gets no third repeat: the baseline takes many seconds."""
_PROXY = "QSortFilterProxyModel over a Python model"


class _Paints(QObject):
    """Counts the paint events of a viewport, so that "painted" is not just said."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


class _Side(ABC):
    """A table that can be sorted and filtered; both return with the result painted."""

    def __init__(self, view: QTableView) -> None:
        self.view = view
        self._paints = _Paints()
        view.viewport().installEventFilter(self._paints)
        view.resize(1400, 900)
        view.show()
        self.restore()

    def sort(self, column: int) -> None:
        """Sort by a column, ascending."""
        before = self._paints.count
        self._sort(column)
        self._paint_after(before)

    def find(self, text: str) -> None:
        """Show what the text finds."""
        before, rows = self._paints.count, self.shown()
        self._find(text)
        if self.shown() != rows:
            self._paint_after(before)
        else:
            QApplication.processEvents()  # a view may well leave alone what is the same

    def restore(self) -> None:
        """Show everything in the server's order."""
        self._find("")
        self._sort(_SERVER_ORDER)
        QApplication.processEvents()

    def shown(self) -> int:
        """How many rows there are."""
        return self.view.model().rowCount()

    def _paint_after(self, before: int) -> None:
        deadline = perf_counter() + _PATIENCE
        while self._paints.count == before:
            QApplication.processEvents()
            if perf_counter() > deadline:
                raise TimeoutError("the view has not been painted after a change")

    @abstractmethod
    def _sort(self, column: int) -> None: ...

    @abstractmethod
    def _find(self, text: str) -> None: ...


class _Ours(_Side):
    """The app's own view and model."""

    def __init__(self, listed: Sequence[Session]) -> None:
        self._workspace = Workspace(api=FakeApi.holding(()), budget=TokenBudget())
        self._workspace.library.load(listed)
        self._model = SessionTableModel(self._workspace)
        super().__init__(SessionTable(self._model))

    def _sort(self, column: int) -> None:
        self._model.sort(column, Qt.SortOrder.AscendingOrder)

    def _find(self, text: str) -> None:
        self._model.show(query=parse(text))


class _Proxy(_Side):
    """The baseline."""

    def __init__(self, listed: Sequence[Session], *, row_height: int) -> None:
        self._model = PlainModel(listed)
        self._proxy = proxy_over(self._model)
        super().__init__(plain_view(self._proxy, row_height=row_height))

    def _sort(self, column: int) -> None:
        self._proxy.sort(column, Qt.SortOrder.AscendingOrder)

    def _find(self, text: str) -> None:
        self._proxy.setFilterFixedString(text)


def sort_and_filter(count: int, repeats: int) -> list[Result]:
    """Sort by title and by time from the server's order, then filter as typed, in the server's order."""
    app = QApplication.instance() or QApplication([])
    listed = sessions(count)
    ours = _Ours(listed)
    proxy = _Proxy(listed, row_height=ours.view.verticalHeader().defaultSectionSize())
    with no_collections():
        results = [_sorted(ours, proxy, column, repeats) for column in _SORTED_BY]
        results += _filtered(ours, proxy, repeats)
    for side in (ours, proxy):
        side.view.close()
    app.processEvents()
    return results


def _sorted(ours: _Side, proxy: _Side, column: int, repeats: int) -> Result:
    times: dict[_Side, list[float]] = {ours: [], proxy: []}
    deadline = perf_counter() + _SORT_SECONDS
    for number in range(repeats):
        if number > 1 and perf_counter() > deadline:
            break
        for side, taken in times.items():
            taken.append(seconds_of(lambda side=side: side.sort(column)))  # type: ignore[misc]
            side.restore()
    what = f"Sort by {COLUMNS[column].title.lower()}, painted"
    return Result(what, "ms", Sample(tuple(times[ours])), Sample(tuple(times[proxy])), _PROXY)


def _filtered(ours: _Side, proxy: _Side, repeats: int) -> list[Result]:
    """One row per keystroke; both sides have to find the same number of sessions."""
    times: dict[tuple[str, _Side], list[float]] = {(text, side): [] for text in _TYPED for side in (ours, proxy)}
    found: dict[str, int] = {}
    for _ in range(repeats):
        for text in _TYPED:
            for side in (ours, proxy):
                times[text, side].append(seconds_of(lambda side=side, text=text: side.find(text)))  # type: ignore[misc]
            found[text] = ours.shown()
            if proxy.shown() != found[text]:
                raise ValueError(f"“{text}” finds {found[text]} sessions here and {proxy.shown()} in the baseline")
        for side in (ours, proxy):
            side.restore()
    return [
        Result(
            f"Typed “{text}” ({found[text]:,} found), painted",
            "ms",
            Sample(tuple(times[text, ours])),
            Sample(tuple(times[text, proxy])),
            _PROXY,
        )
        for text in _TYPED
    ]
