"""The form of one session in a shown window, with what tests want to do with it and see of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtTest import QTest

from joip_desktop.domain.session import JsonValue, Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.field_row import FieldRow
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.widgets import FieldEditor
from joip_desktop.ui.theme import LIGHT
from tests.helpers.hands import text_of
from tests.helpers.still_workspace import workspace_of


@dataclass
class FormDesk:
    """A form over a workspace in which nothing moves by itself."""

    workspace: Workspace
    form: SessionForm
    wanted: list[str] = field(default_factory=list)

    @classmethod
    def showing(
        cls, *sessions: Session, surroundings: Surroundings | None = None, discretion: Discretion | None = None
    ) -> FormDesk:
        """A form of the first of some sessions; to be closed, and given to pytest-qt to delete."""
        workspace = workspace_of(*sessions)
        form = SessionForm(workspace, surroundings=surroundings, discretion=discretion)
        form.set_colours(LIGHT)
        form.resize(380, 700)
        form.show_session(sessions[0].id)
        form.show()
        assert QTest.qWaitForWindowActive(form)
        return cls(workspace, form)

    def close(self) -> None:
        """Leave nothing behind."""
        self.form.close_listening()
        self.form.close()

    def row(self, name: str) -> FieldRow:
        """The row of a field."""
        return self.form.rows[name]

    def editor(self, name: str) -> FieldEditor:
        """The editor of a field."""
        return self.form.rows[name].editor

    def text(self, name: str) -> str:
        """What is written in a field."""
        return text_of(self.editor(name))

    def said(self, name: str) -> str:
        """What is said below a field."""
        notes = self.row(name)._notes
        return notes.text() if notes.isVisible() else ""

    def is_error(self, name: str) -> bool:
        """Whether that is said in the colour of errors."""
        return self.row(name)._notes.palette().windowText().color().name() == LIGHT.error

    def can_revert(self, name: str) -> bool:
        """Whether there is a way back beside a field."""
        return self.row(name)._revert.isVisible()

    def revert(self, name: str) -> None:
        """Take the way back beside a field."""
        self.row(name)._revert.click()

    def body(self) -> Mapping[str, JsonValue]:
        """What saving would send."""
        assert self.form.session_id is not None
        draft = self.workspace.drafts.get(self.form.session_id)
        assert draft is not None
        change = draft.change()
        return {} if change is None else change.body()

    @property
    def save(self) -> tuple[str, bool]:
        """The button below the form: its text, and whether it can be pressed."""
        return self.form.save_button.text(), self.form.save_button.isEnabled()
