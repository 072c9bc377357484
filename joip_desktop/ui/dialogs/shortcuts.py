"""The sheet of all keys: those of the menus as they are, and those that lists and lines have of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.fuzzy import holds
from joip_desktop.domain.say import later, say
from joip_desktop.ui.commands import PATH, Command
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, without_icons
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

_LONGEST: Final = 100
"""Characters that make sense to look for."""

_MARGIN: Final = 8
"""Added to the height of the text."""

_INDENT: Final = "  "
_APART: Final = 3
"""Blanks between the columns of the copied text."""


@dataclass(frozen=True, slots=True)
class ViewKey:
    """What keys of a view do: `keys` in Qt's portable text, `gesture` in words where it is more than keys."""

    what: str
    keys: tuple[str, ...] = ()
    gesture: str = ""


VIEW_KEYS: Final[Mapping[str, tuple[ViewKey, ...]]] = {
    later("Everywhere"): (
        ViewKey(later("Go to the next part of the window"), ("Tab",)),
        ViewKey(later("Go to the part before"), ("Shift+Tab",)),
        ViewKey(later("Open a menu"), gesture=later("Alt and the underlined letter")),
        ViewKey(later("Open the menu of what is current"), ("Menu", "Shift+F10")),
    ),
    later("Sessions, as table or gallery"): (
        ViewKey(later("Go to another session"), ("Up", "Down")),
        ViewKey(later("Go a page up or down"), ("PgUp", "PgDown")),
        ViewKey(later("Go to the title that begins with what is typed"), gesture=later("any letters")),
        ViewKey(later("Select from the current session on"), ("Shift+Up", "Shift+Down")),
        ViewKey(later("Go on without selecting"), ("Ctrl+Up", "Ctrl+Down")),
        ViewKey(later("Select the current session, too"), ("Space",)),
        ViewKey(later("Select the current session, too, or no longer"), ("Ctrl+Space",)),
    ),
    later("Editing in the table"): (
        ViewKey(later("Go to the cell beside"), ("Left", "Right")),
        ViewKey(later("Edit the value of the current cell"), ("F2",), later("double click")),
        ViewKey(later("Save, and go to the next cell"), ("Tab",)),
        ViewKey(later("Save, and go to the cell before"), ("Shift+Tab",)),
        ViewKey(later("Save"), ("Return",)),
        ViewKey(later("Leave everything as it was"), ("Esc",)),
    ),
    later("Gallery"): (
        ViewKey(later("Go to the picture beside"), ("Left", "Right")),
        ViewKey(later("Make the pictures larger or smaller"), gesture=later("Ctrl and the mouse wheel")),
    ),
    later("Places"): (
        ViewKey(later("Go to another place"), ("Up", "Down")),
        ViewKey(later("Rename the category or the saved search"), ("F2",)),
        ViewKey(later("Delete the saved search"), ("Del",)),
    ),
    later("Search"): (
        ViewKey(later("Go through the suggestions"), ("Down", "Up")),
        ViewKey(later("Take a suggestion, the first if none is current"), ("Tab",)),
        ViewKey(later("Take the current suggestion"), ("Return",)),
        ViewKey(later("Suggest what may come next"), ("Ctrl+Space",)),
        ViewKey(later("Put the suggestions away; without any, empty the search"), ("Esc",)),
        ViewKey(later("Go to what was found"), ("Down", "Return")),
        ViewKey(later("Keep the search in the sidebar"), ("Ctrl+D",)),
    ),
    later("Subreddits"): (
        ViewKey(later("Go through the names"), ("Left", "Right", "Home", "End")),
        ViewKey(later("Edit the current name"), ("F2", "Return")),
        ViewKey(later("Remove the current name"), ("Del", "Backspace")),
        ViewKey(later("Copy the current name"), ("Ctrl+C",)),
    ),
    later("History"): (ViewKey(later("Undo or redo up to the current action"), ("Return",)),),
}
"""By view, in the order of the sheet."""


# --- what is in it, without widgets -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that keys do; `help` says more about it."""

    what: str
    keys: str
    help: str = ""


Groups = Mapping[str, Sequence[Line]]
"""Lines by what they belong to, in the order in which they are read."""


def groups_of(commands: Iterable[Command], view_keys: Mapping[str, Sequence[ViewKey]] = VIEW_KEYS) -> Groups:
    """What has keys: the commands by their menus, then what views have of their own."""
    groups: dict[str, list[Line]] = {}
    for command in commands:
        if command.shortcuts:
            menu, _, inner = command.where.partition(PATH)
            what = f"{inner}{PATH}{command.text}" if inner else command.text
            groups.setdefault(menu, []).append(Line(what, _either(command.shortcuts), command.help))
    for view, keys in view_keys.items():
        groups.setdefault(say(view), []).extend(Line(say(one.what), _keys_of(one)) for one in keys)
    return groups


def found_in(groups: Groups, words: str) -> Groups:
    """Only those lines that have all of these words, in what they do, their keys or their group's name."""
    found = {
        name: [line for line in lines if holds(words, " ".join((name, line.what, line.keys)))]
        for name, lines in groups.items()
    }
    return {name: lines for name, lines in found.items() if lines}


def text_of(groups: Groups) -> str:
    """The sheet as text, with the keys below one another."""
    widest = max((len(line.what) for lines in groups.values() for line in lines), default=0) + _APART
    blocks = (
        "\n".join([name, *(f"{_INDENT}{line.what:<{widest}}{line.keys}" for line in lines)])
        for name, lines in groups.items()
    )
    return "\n\n".join(blocks) + "\n"


def _keys_of(view_key: ViewKey) -> str:
    native = (QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in view_key.keys)
    return _either([*native, *([say(view_key.gesture)] if view_key.gesture else [])])


def _either(keys: Iterable[str]) -> str:
    return ", ".join(keys)


# --- the dialog -------------------------------------------------------------------------------------------------------


class ShortcutSheet(QDialog):
    """Lists what keys do, by menu and by view, with a line that finds some of it. It may stay beside the window."""

    def __init__(self, commands: Iterable[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = groups_of(commands)
        self.setWindowTitle(say("Keyboard shortcuts"))
        self.filter = QLineEdit()
        self.filter.setMaxLength(_LONGEST)
        self.filter.setPlaceholderText(say("Find by what it does, or by a key"))
        self.filter.setAccessibleName(say("Find a shortcut"))
        self.filter.setClearButtonEnabled(True)
        self.tree = _LinesTree(line.keys for lines in self._groups.values() for line in lines)
        self.note = text_label()
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(say("&Copy as Text"), QDialogButtonBox.ButtonRole.ActionRole)
        without_icons(buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
        below.addWidget(buttons)
        layout.addLayout(below)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]  # all of them are QPushButton; Enter only finds
        self.filter.textChanged.connect(self._show_found)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        self._show_found()
        self.filter.setFocus()

    @property
    def shown(self) -> Groups:
        """What is listed now."""
        return found_in(self._groups, self.filter.text())

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        metrics = self.fontMetrics()
        return QSize(90 * metrics.averageCharWidth(), 34 * metrics.lineSpacing())

    def _show_found(self) -> None:
        shown = self.shown
        self.tree.clear()
        for name, lines in shown.items():
            self._add(name, lines)
        self.tree.expandAll()
        self.copy_button.setEnabled(bool(shown))
        typed = shortened(shown_text(self.filter.text().strip()), _LONGEST)
        self._note("" if shown else say("No shortcut has “{words}” in its name or its keys.", words=typed))

    def _add(self, name: str, lines: Sequence[Line]) -> None:
        heading = QTreeWidgetItem(self.tree, [name])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFirstColumnSpanned(True)
        font = QFont(self.font())
        font.setBold(True)
        heading.setFont(0, font)
        for line in lines:
            item = QTreeWidgetItem(heading, [line.what, line.keys])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{line.what}, {line.keys}")
            tip = ". ".join(filter(None, (f"{line.what}: {line.keys}", line.help)))  # all of it may have no room
            for column in range(self.tree.columnCount()):
                item.setToolTip(column, plain_tooltip(tip))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(text_of(self.shown))
        self._note(say("Copied."))

    def _note(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.filter.setAccessibleDescription(sentence)


class _LinesTree(QTreeWidget):
    """Groups and their lines, all to be seen: keys have the width that they need, but never more than half."""

    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self.setAccessibleName(say("Shortcuts"))
        self.setColumnCount(2)
        self.setHeaderLabels([say("What"), say("Keys")])
        self.setItemsExpandable(False)
        self.setRootIsDecorated(False)
        self.setIndentation(2 * SPACE)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that columns stay as wide
        self.setItemDelegate(_AiryDelegate(self))
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width between the columns."""
        super().resizeEvent(event)
        metrics, width = self.fontMetrics(), self.viewport().width()
        wanted = max((metrics.horizontalAdvance(one) for one in self._keys), default=0) + 3 * SPACE
        keys = min(wanted, width // 2)
        self.setColumnWidth(0, width - keys)
        self.setColumnWidth(1, keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, framed while they have the keyboard."""
        super().paintEvent(event)
        frame_focus(self)


class _AiryDelegate(QStyledItemDelegate):
    """Gives rows some air."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * SPACE, option.fontMetrics.height() + _MARGIN)
