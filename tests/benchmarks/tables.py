"""The part about the list: searching, sorting and starring, against what a Qt program has without a row index."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Sequence
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QTableView
from qasync import QEventLoop

from joip_desktop.api.budget import TokenBudget
from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.slices import AT_ONCE
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import COLUMNS, TITLE, UPDATED
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.tasks import Tasks
from tests.helpers.fakes import FakeApi

from .data import sessions
from .measure import Result, Sample, no_collections, seconds_of
from .plain_model import PlainModel, plain_view, proxy_over

STARRED: Final = 10_000

_TYPED: Final = ("c", "ca", "cal", "calm")
_SORTED_BY: Final = (TITLE, UPDATED)
_PATIENCE: Final = 60.0
_MOST_REPEATS: Final = 25
_ROWS_IN_ALL: Final = 100_000
_RATHER_LONG: Final = 0.02
"""Seconds in which a view does what it has put off."""

_SORT_SECONDS: Final = 30.0
"""A column's sorting that has taken longer than this gets no third repeat: the baseline takes many seconds."""

_PROXY: Final = "QSortFilterProxyModel over a Python model"
_BY_ROW: Final = "the same, dataChanged row by row"


class _Paints(QObject):
    """Counts the paint events of a viewport, so that "painted" is not just said."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


class _Side(ABC):
    """A table that can be sorted and searched; both return when its view has been told of the new rows."""

    def __init__(self, view: QTableView) -> None:
        self.view = view
        self.told_at = 0.0
        """When the view had been told of what was asked for last."""
        self._paints = _Paints()
        view.viewport().installEventFilter(self._paints)
        view.resize(1400, 900)
        view.show()

    async def painted(self) -> None:
        """Wait until what has been done is on the screen."""
        before = self._paints.count
        self.view.viewport().update()
        async with asyncio.timeout(_PATIENCE):
            while self._paints.count == before:  # noqa: ASYNC110 - a view has no event to wait for
                await asyncio.sleep(0)
        await asyncio.sleep(_RATHER_LONG)

    def shown(self) -> int:
        """How many rows there are."""
        return self.view.model().rowCount()

    async def restore(self) -> None:
        """Show everything in the server's order."""
        await self.find("")
        await self.sort(-1)
        await self.painted()

    @abstractmethod
    async def sort(self, column: int) -> None:
        """Sort by a column, ascending; -1 is the server's order."""

    @abstractmethod
    async def find(self, text: str) -> None:
        """Show what the text finds."""


class _Ours(_Side):
    """The app's own view and model, with its tasks: new rows of many sessions are worked out in slices."""

    def __init__(self, listed: Sequence[Session], tasks: Tasks) -> None:
        self.workspace = Workspace(api=FakeApi.holding(()), budget=TokenBudget())
        self.workspace.library.load(listed)
        self.model = SessionTableModel(self.workspace, tasks=tasks)
        self._shown = asyncio.Event()
        self.model.shown.connect(self._on_shown)
        self.selection = SessionSelection(self.model)
        super().__init__(SessionTable(self.model, self.selection))

    def _on_shown(self) -> None:
        self.told_at = perf_counter()
        self._shown.set()

    async def settle(self) -> None:
        """Wait for the rows that were asked for last."""
        await self._shown.wait()
        self._shown.clear()

    async def sort(self, column: int) -> None:
        self.model.sort(column)
        await self.settle()

    async def find(self, text: str) -> None:
        self.model.show(query=parse(text))
        await self.settle()


class _Proxy(_Side):
    """The baseline."""

    def __init__(self, listed: Sequence[Session], *, row_height: int) -> None:
        self._model = PlainModel(listed)
        self._proxy = proxy_over(self._model)
        super().__init__(plain_view(self._proxy, row_height=row_height))

    async def sort(self, column: int) -> None:
        self._proxy.sort(column, Qt.SortOrder.AscendingOrder)
        self.told_at = perf_counter()

    async def find(self, text: str) -> None:
        self._proxy.setFilterFixedString(text)
        self.told_at = perf_counter()


def lists(counts: Sequence[int], repeats: int) -> list[Result]:
    """Search as typed, sort and star, for lists of different lengths."""
    app = QApplication.instance() or QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner, no_collections():
        return [result for count in counts for result in runner.run(_measure(count, repeats))]


async def _measure(count: int, repeats: int) -> list[Result]:
    failures: list[BaseException] = []
    tasks = Tasks(failures.append)
    listed = sessions(count)
    ours = _Ours(listed, tasks)
    await ours.settle()
    proxy = _Proxy(listed, row_height=ours.view.verticalHeader().defaultSectionSize())
    more = max(repeats, min(_MOST_REPEATS, _ROWS_IN_ALL // count))  # a short list takes no time, so often
    results = await _found(count, ours, proxy, more)
    results += [await _sorted(count, ours, proxy, column, more) for column in _SORTED_BY]
    if count >= STARRED:
        results.append(_starred(count, ours, repeats))
    for side in (ours, proxy):
        side.view.close()
    ours.model.close()
    await tasks.close()
    if failures:
        raise failures[0]
    return results


async def _sorted(count: int, ours: _Ours, proxy: _Proxy, column: int, repeats: int) -> Result:
    """From the server's order, keys included: nothing that an earlier sort has worked out is kept."""
    times: dict[_Side, list[float]] = {ours: [], proxy: []}
    deadline = perf_counter() + _SORT_SECONDS
    for side, taken in times.items():
        for number in range(repeats):
            if number > 1 and perf_counter() > deadline:
                break
            await side.sort(-1)
            if side is ours:
                ours.workspace.library.changed.emit(LibraryEvent(frozenset(), reset=True))  # which forgets the keys
                await ours.settle()
            if count > AT_ONCE:
                await side.painted()
            begun = perf_counter()
            await side.sort(column)
            taken.append(side.told_at - begun)
        await side.restore()
    what = f"{count:,} sessions sorted by {COLUMNS[column].title.lower()}"
    return Result(what, "ms", Sample(tuple(times[ours])), Sample(tuple(times[proxy])), _PROXY)


async def _found(count: int, ours: _Ours, proxy: _Proxy, repeats: int) -> list[Result]:
    """One row per keystroke, until the view has been told; both sides have to find the same number of sessions."""
    times: dict[tuple[str, _Side], list[float]] = {(text, side): [] for text in _TYPED for side in (ours, proxy)}
    found: dict[tuple[str, _Side], int] = {}
    for side in (ours, proxy):
        await side.restore()
        for _ in range(repeats):
            for text in _TYPED:
                if count > AT_ONCE:  # what is worked out in slices would wait for the last rows to be painted
                    await side.painted()
                begun = perf_counter()
                await side.find(text)
                times[text, side].append(side.told_at - begun)
                found[text, side] = side.shown()
            await side.find("")
        await side.restore()
    for text in _TYPED:
        if found[text, ours] != found[text, proxy]:
            raise ValueError(f"“{text}” finds {found[text, ours]} sessions here, {found[text, proxy]} in the baseline")
    return [
        Result(
            f"{count:,} sessions, typed “{text}” ({found[text, ours]:,} found)",
            "ms",
            Sample(tuple(times[text, ours])),
            Sample(tuple(times[text, proxy])),
            _PROXY,
        )
        for text in _TYPED
    ]


def _starred(count: int, ours: _Ours, repeats: int) -> Result:
    """The model's answer to the news that 10,000 selected sessions are favourites now."""
    rows = range(STARRED)
    ours.selection.select_sessions(one.id for one in ours.model.sessions(rows))
    library, model = ours.workspace.library, ours.model
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(2 * repeats):
        former = ours.model.sessions(rows)  # held: whoever goes first would have to free them, and ours does
        starred = [one.with_values({"is_favorite": number % 2 == 0}) for one in former]
        library._shown.update((one.id, one) for one in starred)
        event = LibraryEvent(frozenset(one.id for one in starred))
        times[0].append(seconds_of(lambda event=event: model._on_library(event)))  # type: ignore[misc]
        times[1].append(seconds_of(lambda event=event: _row_by_row(model, event)))  # type: ignore[misc]
    what = f"{STARRED:,} selected of {count:,} sessions starred, told to the view"
    return Result(what, "ms", Sample(tuple(times[0])), Sample(tuple(times[1])), _BY_ROW)


def _row_by_row(model: SessionTableModel, event: LibraryEvent) -> None:
    final = len(COLUMNS) - 1
    for row in model._update(event.changed):
        model.dataChanged.emit(model.index(row, 0), model.index(row, final))
