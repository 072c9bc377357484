"""The actions of the window in one table: text, shortcut, icon and help of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.icons import icon
from joip_desktop.ui.theme import Colours
from joip_desktop.ui.wording import plain_tooltip


class ActionId(Enum):
    """Everything that a person can do from the menus."""

    UNDO = auto()
    REDO = auto()
    FAVOURITE = auto()
    SAVE = auto()
    REVIEW = auto()
    REVERT = auto()
    ADD_SUBREDDITS = auto()
    REMOVE_SUBREDDITS = auto()
    SHIFT_INTERVALS = auto()
    SCALE_INTERVALS = auto()
    REPLACE_IN_TITLES = auto()
    REFRESH = auto()
    FIND = auto()
    SELECT_ALL = auto()
    SETTINGS = auto()
    EDIT_CELL = auto()
    COPY_CSV = auto()
    COPY_JSON = auto()
    EXPORT = auto()
    IMPORT = auto()
    RESTORE = auto()
    TABLE = auto()
    GALLERY = auto()
    OVERVIEW = auto()
    DISCREET = auto()
    DISCREET_WHILE_SHARING = auto()
    SIGN_IN = auto()
    ADD_ACCOUNT = auto()
    SIGN_OUT = auto()
    REPORT = auto()
    JOBS = auto()
    TRAFFIC = auto()
    SERVER = auto()
    PAUSE = auto()
    RESOLVE = auto()
    QUIT = auto()
    HELP = auto()
    PALETTE = auto()
    SHORTCUTS = auto()
    OPEN_LOGS = auto()
    COPY_DIAGNOSTICS = auto()
    ABOUT = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """How an action looks; `shortcuts` in Qt's portable text."""

    text: str
    help: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


ACTIONS: Mapping[ActionId, ActionSpec] = {
    ActionId.UNDO: ActionSpec("&Undo", "Take back the latest action, also if it has been sent", ("Ctrl+Z",), "undo"),
    ActionId.REDO: ActionSpec("Red&o", "Do again what was undone", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionId.FAVOURITE: ActionSpec(
        "&Favourite", "Star the selected sessions; if all have a star, take it away", ("F",), "star"
    ),
    ActionId.SAVE: ActionSpec("&Save", "Send the changed fields to the server", ("Ctrl+S",), "save"),
    ActionId.REVIEW: ActionSpec(
        "Revie&w Changes…", "See field by field what saving would send, and the request itself", ("Ctrl+Shift+S",)
    ),
    ActionId.REVERT: ActionSpec("Re&vert", "Forget the unsaved edits of this session", ("Ctrl+Shift+R",), "revert"),
    ActionId.ADD_SUBREDDITS: ActionSpec("&Add Subreddits…", "Add subreddits to all selected sessions"),
    ActionId.REMOVE_SUBREDDITS: ActionSpec("Re&move Subreddits…", "Take subreddits away from all selected sessions"),
    ActionId.SHIFT_INTERVALS: ActionSpec("S&hift Intervals…", "Make the intervals some seconds longer or shorter"),
    ActionId.SCALE_INTERVALS: ActionSpec("&Scale Intervals…", "Make the intervals longer or shorter by per cent"),
    ActionId.REPLACE_IN_TITLES: ActionSpec(
        "Find and &Replace in Titles…", "Replace a text in the titles of all selected sessions", ("Ctrl+H",)
    ),
    ActionId.REFRESH: ActionSpec("&Refresh", "Read the list from the server again", ("F5", "Ctrl+R"), "refresh"),
    ActionId.FIND: ActionSpec("Fi&nd", "Search by words, or by keys such as is:favorite", ("Ctrl+F",), "search"),
    ActionId.SELECT_ALL: ActionSpec("Select &All", "Select every session in the list", ("Ctrl+A",)),
    ActionId.SETTINGS: ActionSpec("Se&ttings…", "Choose how the app looks and what it does", ("Ctrl+,",)),
    ActionId.EDIT_CELL: ActionSpec(
        "&Edit in the Table", "Change the title, or another value of the current session, in its row", ("F2",), "pencil"
    ),
    ActionId.COPY_CSV: ActionSpec(
        "&Copy as CSV", "Copy the columns of the selected sessions, for a spreadsheet", ("Ctrl+C",), "copy"
    ),
    ActionId.COPY_JSON: ActionSpec(
        "Copy as &JSON", "Copy the selected sessions with everything that the server told", ("Ctrl+Shift+C",)
    ),
    ActionId.EXPORT: ActionSpec(
        "&Export Sessions…", "Write sessions into a file, for a spreadsheet or another program", ("Ctrl+Shift+E",)
    ),
    ActionId.IMPORT: ActionSpec(
        "&Import Changes…", "Read a file that was edited elsewhere, and see what it would change", ("Ctrl+Shift+I",)
    ),
    ActionId.RESTORE: ActionSpec(
        "Res&tore from Snapshot…", "Go back to what all sessions were before an action on many of them"
    ),
    ActionId.TABLE: ActionSpec("&Table", "Show the sessions as a table", ("Ctrl+1",), "table", checkable=True),
    ActionId.GALLERY: ActionSpec("&Gallery", "Show the sessions as pictures", ("Ctrl+2",), "gallery", checkable=True),
    ActionId.OVERVIEW: ActionSpec(
        "&Overview", "Show figures of all sessions; each bar is a search", ("Ctrl+3",), "chart", checkable=True
    ),
    ActionId.DISCREET: ActionSpec(
        "&Discreet Mode",
        "Hide titles, prompts and pictures until the mouse is over them",
        ("Ctrl+Shift+H",),
        "eye-off",
        checkable=True,
    ),
    ActionId.DISCREET_WHILE_SHARING: ActionSpec(
        "Discreet While Screens Are &Shared",
        "Switch discreet mode on while a screen or a window is shared or recorded, as far as the desktop tells",
        checkable=True,
    ),
    ActionId.SIGN_IN: ActionSpec("Sign &In Again…", "Renew the sign-in of this account"),
    ActionId.ADD_ACCOUNT: ActionSpec("Sign In to &Another Account…", "Add an account, of this server or another one"),
    ActionId.SIGN_OUT: ActionSpec("Sign &Out…", "Forget the sign-in of this account on this computer"),
    ActionId.REPORT: ActionSpec("Last &Report…", "What became of each session of the latest action", ("Ctrl+J",)),
    ActionId.JOBS: ActionSpec(
        "&Jobs and History",
        "Show or hide what was and is being sent, with progress and notes",
        ("Ctrl+Shift+J",),
        "list",
    ),
    ActionId.TRAFFIC: ActionSpec(
        "Traff&ic",
        "Show or hide the requests that went to the server, and its answers",
        ("Ctrl+Shift+T",),
    ),
    ActionId.SERVER: ActionSpec(
        "Demo Ser&ver",
        "Show or hide the demo's own server: its limit, faults on purpose, and what it was asked",
        ("Ctrl+Shift+M",),
    ),
    ActionId.PAUSE: ActionSpec("&Pause Sending", "Send nothing until you resume, also after a restart", (), "pause"),
    ActionId.RESOLVE: ActionSpec(
        "Res&olve Conflicts…", "Choose what to keep of fields that were changed elsewhere, too", (), "conflict"
    ),
    ActionId.QUIT: ActionSpec("&Quit", "Close the window", ("Ctrl+Q",)),
    ActionId.HELP: ActionSpec("JOIP Desktop &Help", "How everything works, to read without a network", ("Ctrl+F1",)),
    ActionId.PALETTE: ActionSpec(
        "Command &Palette…", "Find anything that can be done by typing a part of its name", ("Ctrl+K",), "search"
    ),
    ActionId.SHORTCUTS: ActionSpec("&Keyboard Shortcuts", "Every key that does something here", ("F1",)),
    ActionId.OPEN_LOGS: ActionSpec("Open &Log Folder", "Show where the app writes what it does and what goes wrong"),
    ActionId.COPY_DIAGNOSTICS: ActionSpec(
        "Copy &Diagnostics", "Put versions, settings and counts on the clipboard, without titles, names and secrets"
    ),
    ActionId.ABOUT: ActionSpec("&About JOIP Desktop", "Version and licence"),
}


def make_actions(owner: QWidget, handlers: Mapping[ActionId, Callable[[], object]]) -> dict[ActionId, QAction]:
    """A QAction for each entry of the table, wired to its handler."""
    actions: dict[ActionId, QAction] = {}
    for action_id, spec in ACTIONS.items():
        action = QAction(say(spec.text), owner)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        keys = f" ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if spec.shortcuts else ""
        action.setToolTip(plain_tooltip(say(spec.help) + keys))
        action.setCheckable(spec.checkable)
        handler = handlers[action_id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        actions[action_id] = action
        owner.addAction(action)
    return actions


def colour_actions(actions: Mapping[ActionId, QAction], colours: Colours) -> None:
    """Give the actions their icons in the colours of the appearance."""
    for action_id, action in actions.items():
        if name := ACTIONS[action_id].icon:
            action.setIcon(icon(name, colours.text, disabled=colours.disabled))
