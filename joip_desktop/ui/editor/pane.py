"""The right column: nothing selected, one session's form, or what several sessions have in common."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from joip_desktop.domain.say import say
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours


class EditorPane(QStackedWidget):
    """Follows the selection."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        discretion: Discretion | None = None,
        surroundings: Surroundings | None = None,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(parent)
        self._nothing = QLabel(say("Select a session to edit it.\n\nSelect several to change them all."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(2 * SPACE)
        self.form = SessionForm(workspace, discretion=discretion, surroundings=surroundings)
        self.several = SeveralForm(workspace, tasks=tasks, discretion=discretion, surroundings=surroundings)
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
        self.several.set_colours(colours)
        self._nothing.setStyleSheet(f"color: {colours.muted}")

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.form.close_listening()
        self.several.close_listening()
