"""What people do with the form: save, revert, go on with what was held; of one session, or of all that are selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from joip_desktop.domain.draft import Draft
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.editor.pane import EditorPane
from joip_desktop.ui.jobs.desk import ChangeDesk
from joip_desktop.ui.sessions.selection import SessionSelection


class EditDesk(QObject):
    """Joins the editor's pane with the desk that all changes go through, and with the window's actions."""

    def __init__(
        self, workspace: Workspace, *, editor: EditorPane, selection: SessionSelection, desk: ChangeDesk
    ) -> None:
        super().__init__(editor)
        self._workspace = workspace
        self._editor = editor
        self._selection = selection
        self._desk = desk
        self._actions: Mapping[ActionId, QAction] = {}
        form = editor.form
        form.save_wanted.connect(self.save)
        form.revert_wanted.connect(self.revert)
        form.retry_wanted.connect(lambda: self._with_shown(desk.retry))
        form.discard_wanted.connect(lambda: self._with_shown(desk.discard))
        form.resolve_wanted.connect(desk.resolve)
        editor.several.favourite_wanted.connect(lambda favourite: desk.favourite(selection.ids(), favourite=favourite))
        self._stop_listening = [
            workspace.library.changed.add(lambda _: self.show_actions()),
            workspace.drafts.changed.add(lambda _: self.show_actions()),
        ]

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about the form."""
        return {ActionId.SAVE: self.save, ActionId.REVERT: self.revert}

    def follow_with(self, actions: Mapping[ActionId, QAction]) -> None:
        """Enable these actions whenever they can do something."""
        self._actions = actions
        self.show_actions()

    def save(self) -> None:
        """Send the edits of the session in the form; with a mistake in a field, lead to that field."""
        draft = self._draft()
        if draft is None or not draft.is_dirty:
            return
        if problems := draft.problems():
            self._editor.form.go_to(problems[0].field)
        else:
            self._desk.save(draft)

    def revert(self) -> None:
        """Forget the unsaved edits of the session in the form."""
        if (session_id := self._editor.form.session_id) is not None:
            self._editor.form.forget_typing()
            self._workspace.drafts.revert(session_id)

    def show_actions(self) -> None:
        """Bring the actions in line with what is shown."""
        draft = self._draft()
        for action_id in (ActionId.SAVE, ActionId.REVERT):
            if (action := self._actions.get(action_id)) is not None:
                action.setEnabled(draft is not None and draft.is_dirty)

    def _draft(self) -> Draft | None:
        session_id = self._editor.form.session_id
        return None if session_id is None else self._workspace.drafts.get(session_id)

    def _with_shown(self, act: Callable[[Iterable[int]], None]) -> None:
        """Do something with the session in the form."""
        if (session_id := self._editor.form.session_id) is not None:
            act([session_id])
