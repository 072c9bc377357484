"""Which actions can be chosen now, which are ticked, and what they are called."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtGui import QAction

from joip_desktop.domain.say import say
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import View
from joip_desktop.ui.actions import ACTIONS, ActionId


class ActionStates:
    """Brings the actions in line with what the window shows."""

    def __init__(self, actions: Mapping[ActionId, QAction], workspace: Workspace) -> None:
        self._actions = actions
        self._workspace = workspace

    def show_state(self) -> None:
        """After the workspace or its outbox changed."""
        workspace = self._workspace
        self._actions[ActionId.REFRESH].setEnabled(not workspace.is_refreshing)
        self._actions[ActionId.RESOLVE].setEnabled(bool(workspace.outbox.conflicts))
        self._actions[ActionId.PAUSE].setText(
            say("Resume &Sending") if workspace.sender.paused else say("&Pause Sending")
        )

    def show_view(self, view: View | None, *, discreet: bool) -> None:
        """Tick what is shown; None is the overview."""
        ticks = {
            ActionId.TABLE: view is View.TABLE,
            ActionId.GALLERY: view is View.GALLERY,
            ActionId.OVERVIEW: view is None,
            ActionId.DISCREET: discreet,
        }
        for action_id, ticked in ticks.items():
            self._actions[action_id].setChecked(ticked)
        self._actions[ActionId.EDIT_CELL].setEnabled(view is View.TABLE)

    def show_selection(self, selected: Collection[int]) -> None:
        """After other sessions were selected; `selected` are their ids."""
        for action_id in (ActionId.FAVOURITE, ActionId.COPY_CSV, ActionId.COPY_JSON):
            self._actions[action_id].setEnabled(bool(selected))

    def show_history(self) -> None:
        """Name in menu and toolbar what undo and redo are about."""
        history = self._workspace.history
        for action_id, target in ((ActionId.UNDO, history.to_undo), (ActionId.REDO, history.to_redo)):
            action, verb = self._actions[action_id], say(ACTIONS[action_id].text)
            action.setEnabled(target is not None)
            action.setText(verb if target is None else f"{verb}: {target.title}")
            action.setIconText(verb.replace("&", ""))
