"""What people do with the form: save, revert, go on with what was held; of one session, or of all that are selected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from joip_desktop.domain.draft import Draft
from joip_desktop.engine.bulk import Operation, planning_bulk
from joip_desktop.engine.several import planning_values
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.bulk_dialog import operation_dialog
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.pane import EditorPane
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from joip_desktop.ui.jobs.desk import ChangeDesk
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme

OPERATIONS: Final[Mapping[ActionId, str]] = {
    ActionId.ADD_SUBREDDITS: "add_subreddits",
    ActionId.REMOVE_SUBREDDITS: "remove_subreddits",
    ActionId.SHIFT_INTERVALS: "shift_intervals",
    ActionId.SCALE_INTERVALS: "scale_intervals",
    ActionId.REPLACE_IN_TITLES: "replace_in_titles",
}
"""What each action about many sessions is called by those who do it."""


class EditDesk(QObject):
    """Joins the editor's pane with the desk that all changes go through, and with the window's actions."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        editor: EditorPane,
        selection: SessionSelection,
        desk: ChangeDesk,
        tasks: Tasks,
        theme: Theme,
        discretion: Discretion,
        origin: str,
    ) -> None:
        super().__init__(editor)
        self._tasks = tasks
        self._theme = theme
        self._discretion = discretion
        self._origin = origin
        self._workspace = workspace
        self._editor = editor
        self._selection = selection
        self._desk = desk
        self._actions: Mapping[ActionId, QAction] = {}
        form = editor.form
        form.save_wanted.connect(self.save)
        form.revert_wanted.connect(self.revert)
        form.review_wanted.connect(self.review)
        form.retry_wanted.connect(lambda: self._with_shown(desk.retry))
        form.discard_wanted.connect(lambda: self._with_shown(desk.discard))
        form.resolve_wanted.connect(desk.resolve)
        several = editor.several
        several.favourite_wanted.connect(lambda favourite: desk.favourite(selection.ids(), favourite=favourite))
        several.apply_wanted.connect(self.apply)
        several.operation_wanted.connect(self.operate)
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
        return {
            ActionId.SAVE: self.save,
            ActionId.REVIEW: self.review,
            ActionId.REVERT: self.revert,
            **{action_id: partial(self.operate, name) for action_id, name in OPERATIONS.items()},
        }

    def follow_with(self, actions: Mapping[ActionId, QAction]) -> None:
        """Enable these actions whenever they can do something."""
        self._actions = actions
        self.show_actions()

    def save(self) -> None:
        """Send the edits of the session in the form; with a mistake in a field, lead to that field."""
        if (session_id := self._editor.form.session_id) is not None:
            self._save(session_id)

    def _save(self, session_id: int) -> None:
        draft = self._workspace.drafts.get(session_id)
        if draft is None or not draft.is_dirty:
            return
        if problems := draft.problems():
            self._editor.form.go_to(problems[0].field)
        else:
            self._desk.save(draft, then=partial(self._editor.form.settle, session_id))

    def review(self) -> None:
        """Show what saving would send, and save it from there."""
        draft = self._draft()
        if draft is None or not draft.is_dirty:
            return
        dialog = ReviewDialog(
            draft.base.id,
            workspace=self._workspace,
            origin=self._origin,
            colours=self._theme.colours,
            discretion=self._discretion,
            parent=self._editor.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._save(dialog.session_id))
        stop = self._theme.on_change(lambda: dialog.set_colours(self._theme.colours))
        for over in (dialog.finished, dialog.destroyed):
            over.connect(lambda *_: stop())
        dialog.open()

    def apply(self) -> None:
        """Give all selected sessions the ticked values, once the person has agreed to the plan."""
        several = self._editor.several
        sessions, draft = self._workspace.library.pick(several.session_ids), several.draft
        self._desk.propose(planning_values(sessions, draft.values()), agreed=several.applying())

    def operate(self, name: str) -> None:
        """Change all selected sessions, each by what it has: a dialog asks how, and shows what would come of it."""
        session_ids = self._selection.ids()
        if not session_ids:
            return
        dialog = operation_dialog(
            name,
            session_ids,
            workspace=self._workspace,
            colours=self._theme.colours,
            tasks=self._tasks,
            discretion=self._discretion,
            parent=self._editor.window(),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._operate, session_ids))
        dialog.open()

    def _operate(self, session_ids: Sequence[int], operation: Operation) -> None:
        self._desk.propose(planning_bulk(self._workspace.library.pick(session_ids), operation))

    def revert(self) -> None:
        """Forget the unsaved edits of the session in the form."""
        if (session_id := self._editor.form.session_id) is not None:
            self._editor.form.forget_typing()
            self._workspace.drafts.revert(session_id)

    def show_actions(self) -> None:
        """Bring the actions in line with what is shown."""
        for action_id in OPERATIONS:
            if (action := self._actions.get(action_id)) is not None:
                action.setEnabled(self._selection.count() > 0)
        draft = self._draft()
        for action_id in (ActionId.SAVE, ActionId.REVIEW, ActionId.REVERT):
            if (action := self._actions.get(action_id)) is not None:
                action.setEnabled(draft is not None and draft.is_dirty)

    def _draft(self) -> Draft | None:
        session_id = self._editor.form.session_id
        return None if session_id is None else self._workspace.drafts.get(session_id)

    def _with_shown(self, act: Callable[[Iterable[int]], None]) -> None:
        """Do something with the session in the form."""
        if (session_id := self._editor.form.session_id) is not None:
            act([session_id])
