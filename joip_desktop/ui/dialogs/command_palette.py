"""The command palette: everything that can be done, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.fuzzy import ASIDE, Match, rank
from joip_desktop.domain.say import say
from joip_desktop.ui.commands import Command, RecentCommands
from joip_desktop.ui.dialogs.command_rows import ROW_ROLE, CommandDelegate, CommandRow
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import shortened, shown_text

_LONGEST: Final = 100
"""Characters that make sense to look for."""

_ROWS: Final = 12
"""At most in sight."""

_CHARACTERS: Final = 84
"""The width, if the window is wide enough."""

_PATIENCE: Final = 300
"""Milliseconds until a command is run without the window having the keyboard again."""

_COMMAND_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandPalette(QDialog):
    """A line to type into, and below it the commands that it may mean; the keyboard stays in the line.

    Up, Down and the page keys go through the commands, Enter or a click runs one, Escape or going back to the window
    puts the palette away. Commands that can't be run now come after those that fit as well, and say why: Enter must not
    run another one in place of the one that was meant. What is run is run after the palette is gone and the focus is
    back, so that a command may open a dialog or act on what has the focus.
    """

    def __init__(
        self, commands: Sequence[Command], parent: QWidget | None = None, *, recent: RecentCommands | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._recent = recent or RecentCommands()
        self._commands = sorted(self._recent.first(commands), key=lambda one: not one.enabled)
        self._candidates = [f"{one.text}{ASIDE}{one.aside}" for one in self._commands]
        self._was_active = False
        self.setWindowTitle(say("Command palette"))
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(say("What do you want to do?"))
        self.line.setAccessibleName(say("Command"))
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(say("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(CommandDelegate(self.list))
        self.help = text_label()
        self.help.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.help.setMinimumHeight(self.help.fontMetrics().lineSpacing())  # so that nothing moves without a sentence
        self._lay_out()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._show_found)
        self.list.itemClicked.connect(lambda _item: self._run())
        self.list.currentRowChanged.connect(self._describe)
        self._show_found()

    @property
    def current(self) -> Command | None:
        """The command that Enter would run."""
        at = self.list.currentRow()
        return None if at < 0 else _command_of(self.list.item(at))

    def found(self) -> list[Command]:
        """The commands that are shown."""
        return [_command_of(self.list.item(at)) for at in range(self.list.count())]

    def open(self) -> None:
        """Show it near the top of the window (Qt's own name). It is not modal: who clicks into the window is back."""
        self._place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        if (parent := self.parentWidget()) is not None:
            parent.window().installEventFilter(self)

    def done(self, result: int) -> None:
        """Go, and give the focus back to what had it (Qt's own name)."""
        super().done(result)
        if (parent := self.parentWidget()) is not None:
            parent.window().activateWindow()  # which remembers where in it the focus was

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _show_found(self) -> None:
        self.list.clear()
        for match in rank(self.line.text(), self._candidates):
            self._add(match)
        self.list.setCurrentRow(0)
        self.list.scrollToTop()
        self._describe()

    def _add(self, match: Match) -> None:
        command = self._commands[match.index]
        item = QListWidgetItem(command.text, self.list)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, command.spoken)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, command.explanation)
        item.setData(_COMMAND_ROLE, command)
        aside_from = len(command.text) + len(ASIDE)
        row = CommandRow(
            text=command.text,
            aside=command.aside,
            keys=command.shortcut,
            enabled=command.enabled,
            letters=tuple(at for at in match.positions if at < aside_from),
            letters_aside=tuple(at - aside_from for at in match.positions if at >= aside_from),
        )
        item.setData(ROW_ROLE, row)

    def _describe(self) -> None:
        """Say what the current command is, below the list and to screen readers."""
        command = self.current
        if command is None and (typed := shortened(shown_text(self.line.text().strip()), _LONGEST)):
            words = told = say("No command has “{words}” in its name.", words=typed)
        elif command is None:
            words = told = ""
        else:
            told = command.explanation
            words = ", ".join(filter(None, (command.spoken, command.help)))
        self.help.setText(told)
        self.line.setAccessibleDescription(words)
        if words and self.isVisible() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    # --- keys and mouse ---------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The list's keys, while the line has the keyboard; and the person going back to the window."""
        if watched is self.line:
            return isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._takes(event)
        if event.type() is QEvent.Type.WindowActivate and self._was_active and self.isVisible():
            QTimer.singleShot(0, self, self.reject)  # not in the middle of Qt's going from window to window
        return False

    def event(self, event: QEvent) -> bool:
        """Only a palette that has had the keyboard can be left."""
        if event.type() is QEvent.Type.WindowActivate:
            self._was_active = True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of the window matters any longer."""
        super().hideEvent(event)
        if (parent := self.parentWidget()) is not None:
            parent.window().removeEventFilter(self)

    def _takes(self, event: QKeyEvent) -> bool:
        """Whether a key was one for the list."""
        page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)) - 1)
        at, last = self.list.currentRow(), self.list.count() - 1
        match event.key():
            case Qt.Key.Key_Up:
                self.list.setCurrentRow(at - 1 if at > 0 else last)
            case Qt.Key.Key_Down:
                self.list.setCurrentRow(at + 1 if at < last else min(0, last))
            case Qt.Key.Key_PageUp:
                self.list.setCurrentRow(min(last, max(0, at - page)))
            case Qt.Key.Key_PageDown:
                self.list.setCurrentRow(min(last, at + page))
            case key if key in _ENTER:
                self._run()
            case _:
                return False
        return True

    def _run(self) -> None:
        """Run the current command once the palette is gone; one that can't be run now only says so again."""
        command = self.current
        if command is None or not command.enabled:
            self._describe()
            return
        self._recent.note(command)
        if (parent := self.parentWidget()) is not None:
            _Afterwards(parent.window(), command.run)
            self.accept()
        else:
            self.accept()
            QTimer.singleShot(0, command.run)

    # --- room -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        frame.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inner.setSpacing(SPACE)
        inner.addWidget(self.line)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _place(self) -> None:
        """Near the top of the window, in its middle; never wider or higher than the window and the screen."""
        parent = self.parentWidget()
        window = None if parent is None else parent.window()
        screen = (window or self).screen().availableGeometry()
        room = screen if window is None else QRect(window.mapToGlobal(QPoint()), window.size()).intersected(screen)
        room = (screen if room.isEmpty() else room).adjusted(2 * SPACE, 2 * SPACE, -2 * SPACE, -2 * SPACE)
        rows = _ROWS * max(1, self.list.sizeHintForRow(0))
        others = self.line.sizeHint().height() + self.help.minimumHeight() + 4 * SPACE + 2
        width = min(_CHARACTERS * self.fontMetrics().averageCharWidth(), room.width())
        height = min(rows + others, room.height())
        down = min(4 * SPACE, room.height() - height)
        self.setGeometry(room.x() + (room.width() - width) // 2, room.y() + down, width, height)


class _Afterwards(QObject):
    """Does something once a window has the keyboard again; soon, in any case, as not every desktop gives it back."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        self._is_over = False
        window.installEventFilter(self)
        QTimer.singleShot(_PATIENCE, self, self._do)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window has the keyboard; what had the focus in it has it after this."""
        if event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self._do)
        return False

    def _do(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.deleteLater()
            self._then()


def _command_of(item: QListWidgetItem) -> Command:
    command: Command = item.data(_COMMAND_ROLE)
    return command
