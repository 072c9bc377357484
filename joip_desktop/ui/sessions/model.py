"""The table model: Qt's view of the row index over the library; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from joip_desktop.domain.entry import HELD, Entry, State
from joip_desktop.domain.query import Query, parse
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.marks import UNSAVED
from joip_desktop.engine.places import Place
from joip_desktop.engine.rows import Arranged, RowIndex, SortBy, Wish, with_queries
from joip_desktop.engine.slices import AT_ONCE, Work, at_once, first_slice, give_up_unless, in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN, HIDDEN_FIELDS, Discretion
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, Column
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, SESSION_ROLE, URL_ROLE
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import LIGHT, Colours
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

Index = QModelIndex | QPersistentModelIndex

_TOOLTIP_LENGTH: Final = 500
_RUNS: Final = 64
"""Runs of changed rows that a view is told of at most; telling it of the rows between costs less than more runs."""

_Role = Qt.ItemDataRole
_Flag = Qt.ItemFlag
_ALIGN_NUMBER: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FLAGS: Final = _Flag.ItemIsEnabled | _Flag.ItemIsSelectable | _Flag.ItemNeverHasChildren
_FLAGS_OF: Final = [_FLAGS | _Flag.ItemIsEditable if column.edits else _FLAGS for column in COLUMNS]
_BY_NAME: Final = {column.name: column for column in COLUMNS}


class SessionTableModel(QAbstractTableModel):
    """Rows are sessions, columns are `COLUMNS`. `data` is split by role; roles that nobody set answer None at once.

    New rows of many sessions are worked out in slices, if there are `tasks`, while the former ones are still shown.
    """

    about_to_arrange = Signal()
    arranged = Signal(bool)
    """Around a reset, when all views have heard of it: other rows are shown; True: because the list was read."""

    shown = Signal()
    """What is shown is what was asked for last; also when that turned out to be the same rows."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        tasks: Tasks | None = None,
        discretion: Discretion | None = None,
        category_name: Callable[[int], str] = lambda _: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._discretion = discretion or Discretion(self)
        self._category_name = category_name
        self.is_another_search = False
        """Of the rows that were shown last: whether they were found by another search than those before."""
        self._rows = RowIndex(workspace.marks)
        self._place = Query()
        self._query = Query()
        self._sorting: tuple[str, ...] = ()
        self._held = False
        self._wishes = 0
        self._granted = 0
        self._works = False
        self._load_due = True
        self._loaded: set[int] = set()
        self._colours = LIGHT
        self._pending_font = QFont()
        self._pending_font.setItalic(True)
        self._draft_font = QFont()
        self._draft_font.setBold(True)
        self._by_role: Mapping[int, Callable[[Session, Column], Any]] = {
            _Role.DisplayRole: self._text,
            _Role.FontRole: self._font,
            _Role.ForegroundRole: self._foreground,
            _Role.TextAlignmentRole: lambda _session, column: _ALIGN_NUMBER if column.number else None,
            _Role.ToolTipRole: self._tooltip,
            _Role.AccessibleTextRole: self._accessible,
            FAVOURITE_ROLE: lambda session, _: session.is_favorite if isinstance(session.is_favorite, bool) else None,
            SESSION_ROLE: lambda session, _: session,
            URL_ROLE: lambda session, _: session.thumbnail if isinstance(session.thumbnail, str) else None,
        }
        self._rearrange()
        self._stop_listening = [
            workspace.library.changed.add(self._on_library),
            workspace.drafts.changed.add(self._on_drafts),
        ]

    def close(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    # --- for the view -----------------------------------------------------------------------------------------------

    def session(self, row: int) -> Session:
        """The session shown in a row."""
        return self._rows.session(row)

    def sessions(self, rows: Iterable[int] | None = None) -> list[Session]:
        """The sessions shown in these rows, or in all, in order."""
        return self._rows.sessions(rows)

    def ids(self, rows: Iterable[int]) -> tuple[int, ...]:
        """The ids of the sessions shown in these rows, in order."""
        return self._rows.ids(rows)

    def row_of(self, session_id: int) -> int | None:
        """The row that shows a session; None where none does."""
        return self._rows.row_of(session_id)

    def rows_of(self, session_ids: Iterable[int]) -> list[int]:
        """The rows that show these sessions, in the order given, less those that none shows."""
        return self._rows.rows_of(session_ids)

    def row_beginning(self, text: str, after: int) -> int | None:
        """The next row after that one, and round again, whose title begins with a text (without case)."""
        return self._rows.row_beginning(text, after)

    @property
    def sorting(self) -> Sequence[str]:
        """The names of the columns that rows are sorted by, the first one first; with "-" in front, descending."""
        return self._sorting

    def show(self, *, place: Place | None = None, query: Query | None = None) -> None:
        """Show another place, or what another query finds."""
        self._place = self._place if place is None else parse(place.search)
        self._query = self._query if query is None else query
        self._rearrange()

    def sort_by(self, sorting: Iterable[str]) -> None:
        """Sort by these columns; names that no column has are passed over. Nothing is the server's order."""
        self._sorting = tuple(name for name in sorting if name.removeprefix("-") in _BY_NAME)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._rearrange()

    def hold(self, held: bool) -> None:
        """Keep the rows where they are (while somebody edits one of them); what has become due is done afterwards."""
        self._held = held
        if not held and self._granted != self._wishes:
            self._rearrange()

    def set_colours(self, colours: Colours) -> None:
        """Mark cells in the colours of another appearance."""
        self._colours = colours

    # --- Qt's questions ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:  # noqa: D102 - Qt's name
        return _FLAGS_OF[index.column()] if index.isValid() else _Flag.NoItemFlags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - Qt's signature
        answer = self._by_role.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._rows.session(index.row()), COLUMNS[index.column()])

    def headerData(  # noqa: D102 - Qt's signature
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == _Role.DisplayRole:
            return f"{column.heading}{self._level(column)}"
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return say(column.help or column.title)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by one column; -1 is the server's order."""
        down = "-" if order is Qt.SortOrder.DescendingOrder else ""
        self.sort_by([down + COLUMNS[column].name] if 0 <= column < len(COLUMNS) else [])

    def _level(self, column: Column) -> str:
        """Of several levels of sorting, which one the column is; and its direction, where Qt does not paint that."""
        if len(self._sorting) > 1:
            for level, name in enumerate(self._sorting, 1):
                if name.removeprefix("-") == column.name:
                    arrow = "" if level == 1 else "▲" if name.startswith("-") else "▼"  # as Qt's own points
                    return f" {level}{arrow}"
        return ""

    # --- roles ------------------------------------------------------------------------------------------------------

    def _marking(self, session: Session, column: Column) -> Entry | None:
        """The entry because of which the cell is marked: one that is held, or else one that waits to be sent."""
        marking: Entry | None = None
        for entry in self._workspace.outbox.entries(session.id):
            if any(name in entry.change.patch for name in column.fields):
                if entry.state in HELD:
                    return entry
                marking = marking or entry
        return marking

    def _text(self, session: Session, column: Column) -> str:
        if column.name == "category" and isinstance(number := session.category_id, int):
            return shown_text(self._category_name(number)) or column.text(session)
        return column.text(session)

    def _font(self, session: Session, column: Column) -> QFont | None:
        if self._marking(session, column) is not None:
            return self._pending_font
        if column.name == "title" and self._workspace.marks.has(session.id, UNSAVED):
            return self._draft_font
        return None

    def _foreground(self, session: Session, column: Column) -> QColor | None:
        entry = self._marking(session, column)
        if entry is None:
            return None
        colours = self._colours
        named = {State.FAILED: colours.error, State.CONFLICT: colours.conflict}
        return QColor(named.get(entry.state, colours.pending))

    def _tooltip(self, session: Session, column: Column) -> str:
        hides = self._discretion.on and not HIDDEN_FIELDS.isdisjoint(column.fields)

        def said(known: Session) -> str:
            if not hides:
                return shortened(column.said(known), _TOOLTIP_LENGTH)
            told = "" if HIDDEN_FIELDS.issuperset(column.fields) else column.text(known)  # as the cell has it
            return "\n".join(filter(None, (told, say(HIDDEN))))

        lines = [said(session)]
        if (entry := self._marking(session, column)) is not None:
            lines.append(_state_text(entry, hides=hides))
            if (known := self._workspace.library.server(session.id)) is not None and not hides:
                lines.append(say("The server has: {value}", value=said(known) or say("nothing")))
        if column.name == "title" and self._workspace.drafts.is_dirty(session.id):
            lines.append(say("Has unsaved edits."))
        if column.name == "title" and self._workspace.drafts.several.holds(session.id):
            lines.append(say("There are unsaved edits for several sessions, and this is one of them."))
        return plain_tooltip("\n".join(filter(None, lines))).replace("\n", "<br>")

    def _accessible(self, session: Session, column: Column) -> str | None:
        return None if column.words is None else column.words(session)

    # --- the engine's news ------------------------------------------------------------------------------------------

    def _on_library(self, event: LibraryEvent) -> None:
        if event.reset or event.listed:
            self._loaded |= event.changed
            self._load_due = True
            self._rearrange()
        else:
            self._repaint(self._update(event.changed))

    def _update(self, changed: frozenset[int]) -> list[int]:
        """Take the newest states of these sessions; returns their rows."""
        return self._rows.update(changed, self._workspace.library.shown)

    def _on_drafts(self, session_ids: frozenset[int]) -> None:
        self._repaint(self._rows.rows_of(session_ids))

    def _repaint(self, rows: Sequence[int]) -> None:
        """Tell the views which rows are different, neighbours in one go."""
        for first, last in few_runs(rows):
            self.dataChanged.emit(self.index(first, STAR), self.index(last, len(COLUMNS) - 1))

    # --- new rows ---------------------------------------------------------------------------------------------------

    def _rearrange(self) -> None:
        """Grant the newest wish: at once where that takes no longer than a slice, or else in slices from there on."""
        self._wishes += 1
        if self._held or self._works:  # what is at work looks at the wishes when it is through
            return
        reads, work = self._load_due, self._arranging()
        if self._tasks is None or len(self._workspace.library) <= AT_ONCE:
            self._take(at_once(work), reads=reads)
        elif (arranged := first_slice(work)) is not None:
            self._take(arranged, reads=reads)
        else:
            self._works = True
            self._tasks.spawn(self._arrange_in_slices(work, self._wishes, reads=reads), name="arrange the rows")

    async def _arrange_in_slices(self, work: Work[Arranged], wishes: int, *, reads: bool) -> None:
        """Until what is shown is what is wanted: a wish that comes in the middle is another beginning."""
        try:
            while True:
                arranged = await in_slices(give_up_unless(work, partial(self._still_wants, wishes)))
                if arranged is not None and self._still_wants(wishes):
                    self._take(arranged, reads=reads)
                if self._held or self._granted == self._wishes:
                    return
                wishes, reads, work = self._wishes, self._load_due, self._arranging()
        finally:
            self._works = False

    def _still_wants(self, wishes: int) -> bool:
        return self._wishes == wishes and not self._held

    def _arranging(self) -> Work[Arranged]:
        """The work; it looks at the library in its first step, from which on it hears of what is replaced."""
        levels = (
            SortBy(name.removeprefix("-"), _BY_NAME[name.removeprefix("-")].keys, name.startswith("-"))
            for name in self._sorting
        )
        wish = with_queries(Wish(sort=tuple(levels)), self._place, self._query)
        return (yield from self._rows.arranging(wish, list(self._workspace.library) if self._load_due else None))

    def _take(self, arranged: Arranged, *, reads: bool) -> None:
        """Show new rows; where they are the same ones as before, only what is different in them is painted."""
        self._granted = self._wishes
        changed: frozenset[int] = frozenset()
        if reads:
            self._load_due = False
            changed, self._loaded = frozenset(self._loaded), set()
        self.is_another_search = not self._rows.is_of(arranged.wish)
        if arranged.moves:
            self.about_to_arrange.emit()
            self.beginResetModel()
            self._update(self._rows.show(arranged))
            self.endResetModel()
            self.arranged.emit(reads)
        else:
            late = self._rows.show(arranged)
            self._repaint(self._update(changed | late))
        self.shown.emit()


def few_runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Different numbers as (first, last) of unbroken runs; where there are very many, as one that covers all."""
    if not rows:
        return []
    covering = (min(rows), max(rows))
    if covering[1] - covering[0] + 1 == len(rows):
        return [covering]
    found = runs(sorted(rows))
    return found if len(found) <= _RUNS else [covering]


def _state_text(entry: Entry, *, hides: bool) -> str:
    """What keeps a cell marked."""
    if not entry.error:
        return say("Waiting to be sent.")
    return say("Not saved") if hides else say("Not saved: {why}", why=entry.error)


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending numbers as (first, last) of each unbroken run."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
