"""The right column: nothing selected, one session's form, or what several sessions have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.plan import count_sessions
from joip_desktop.engine.selected import SelectedValues
from joip_desktop.engine.slices import AT_ONCE, Work, at_once, first_slice, give_up_unless, in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import about


class EditorPane(QStackedWidget):
    """Follows the selection."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        discretion: Discretion | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(parent)
        self._nothing = QLabel("Select a session to edit it.\n\nSelect several to star them all.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(2 * SPACE)
        self.form = SessionForm(workspace, discretion=discretion)
        self.several = SeveralPane(workspace, tasks=tasks)
        for page in (self._nothing, self.form, self.several):
            self.addWidget(page)

    def show_selection(self, session_ids: Sequence[int]) -> None:
        """Show what fits the number of selected sessions."""
        only = session_ids[0] if len(session_ids) == 1 else None
        self.form.show_session(only)
        self.several.show_sessions(session_ids if len(session_ids) > 1 else ())
        self.setCurrentWidget(self.form if only is not None else self.several if session_ids else self._nothing)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.form.set_colours(colours)
        self._nothing.setStyleSheet(f"color: {colours.muted}")

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.form.close_listening()
        self.several.close_listening()


class SeveralPane(QWidget):
    """Several sessions: how many, how many of them are favourites, and both ways to change that."""

    favourite_wanted = Signal(bool)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, tasks: Tasks | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._stars_of = SelectedValues(workspace.library.get, "is_favorite")
        self._count = QLabel()
        font = self._count.font()
        font.setBold(True)
        self._count.setFont(font)
        self._stars = QLabel()
        self._stars.setWordWrap(True)
        self.favourite_button = QPushButton()
        self.unfavourite_button = QPushButton()
        self.favourite_button.clicked.connect(lambda: self.favourite_wanted.emit(True))
        self.unfavourite_button.clicked.connect(lambda: self.favourite_wanted.emit(False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        for widget in (self._count, self._stars, self.favourite_button, self.unfavourite_button):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._stop_listening = workspace.library.changed.add(self._on_library)

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self._stop_listening()

    def show_sessions(self, session_ids: Sequence[int]) -> None:
        """Show what these sessions have in common; of very many, that takes a moment to be counted."""
        stars = self._stars_of = SelectedValues(self._workspace.library.get, "is_favorite", session_ids)
        work = stars.counting()
        if self._tasks is None or len(session_ids) <= AT_ONCE:
            at_once(work)
        elif first_slice(work) is None:
            self._count.setText(f"{count_sessions(len(session_ids))} selected")
            self._stars.setText("Counting the favourites…")
            for button in (self.favourite_button, self.unfavourite_button):
                button.setEnabled(False)
            self._tasks.spawn(self._count_on(stars, work), name="count the favourites")
            return
        self._show()

    async def _count_on(self, stars: SelectedValues, work: Work[Mapping[FieldValue, int]]) -> None:
        await in_slices(give_up_unless(work, lambda: self._stars_of is stars))
        if self._stars_of is stars:
            self._show()

    def _on_library(self, event: LibraryEvent) -> None:
        if self._stars_of.update(event.changed) and not self._stars_of.is_counting:
            self._show()

    def _show(self) -> None:
        counts = self._stars_of.counts
        selected = counts.total()
        if not selected:
            return
        starred, others = counts[True], selected - counts[True]
        self._count.setText(f"{count_sessions(selected)} selected")
        text = _starred_text(starred, selected)
        unknown = counts[UNKNOWN] + counts[None]
        self._stars.setText(text + (f" Of {unknown:,} it is not known." if unknown else ""))
        self._offer(self.favourite_button, "Favourite", others, "All are favourites")
        self._offer(self.unfavourite_button, "Unfavourite", selected - counts[False], "None is a favourite")

    def _offer(self, button: QPushButton, action: str, requests: int, nothing: str) -> None:
        button.setText(f"{action} {count_sessions(requests)}" if requests else nothing)
        button.setEnabled(requests > 0)
        seconds = self._workspace.seconds_for(requests)
        effort = f"{requests:,} request{'' if requests == 1 else 's'}"
        button.setToolTip(f"{effort}, {about(seconds)}" if seconds >= 1 else effort)


def _starred_text(starred: int, selected: int) -> str:
    match starred:
        case 0:
            return "None of them is a favourite."
        case _ if starred == selected:
            return "All of them are favourites."
        case 1:
            return "1 of them is a favourite."
        case _:
            return f"{starred:,} of them are favourites."
