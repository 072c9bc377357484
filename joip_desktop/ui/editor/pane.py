"""The right column: nothing selected, one session's form, or what several sessions have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from joip_desktop.domain.session import UNKNOWN
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.plan import count_sessions
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import about


class EditorPane(QStackedWidget):
    """Follows the selection."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = QLabel("Select a session to edit it.\n\nSelect several to star them all.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(2 * SPACE)
        self.form = SessionForm(workspace)
        self.several = SeveralPane(workspace)
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

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session_ids: frozenset[int] = frozenset()
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
        """Show what these sessions have in common."""
        self._session_ids = frozenset(session_ids)
        self._show()

    def _on_library(self, event: LibraryEvent) -> None:
        if not self._session_ids.isdisjoint(event.changed):
            self._show()

    def _show(self) -> None:
        sessions = self._workspace.library.pick(self._session_ids)
        if not sessions:
            return
        counts = Counter(session.is_favorite for session in sessions)
        starred, others = counts[True], len(sessions) - counts[True]
        self._count.setText(f"{count_sessions(len(sessions))} selected")
        text = _starred_text(starred, len(sessions))
        unknown = counts[UNKNOWN] + counts[None]
        self._stars.setText(text + (f" Of {unknown:,} it is not known." if unknown else ""))
        self._offer(self.favourite_button, "Favourite", others, "All are favourites")
        self._offer(self.unfavourite_button, "Unfavourite", len(sessions) - counts[False], "None is a favourite")

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
