"""The history of actions as Qt's undo stack, so that Qt's own undo texts and its view of the history work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from joip_desktop.engine.history import Action, History


class UndoStack(QUndoStack):
    """A mirror: undoing here only says what is wanted; the engine does it, and then the mirror follows."""

    undo_wanted = Signal(object)
    """The `Action` to undo; of several steps at once, the latest action comes first."""

    redo_wanted = Signal(object)
    """The `Action` to do again."""

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._commands: list[_Command] = []
        self._quiet = False
        self._telling = False
        # Qt goes on with its own work after a command has been undone, so the stack must not be rebuilt meanwhile.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.sync)
        self._stop_listening = history.changed.add(lambda _: self.sync())
        self.sync()

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self._later.stop()
        self._stop_listening()

    def sync(self) -> None:
        """Show what the history says, whatever was wished here; nothing is wished by that."""
        if self._telling:
            self._later.start()
            return
        self._quiet = True
        try:
            actions = self._history.actions
            if [command.text() for command in self._commands] != [action.title for action in actions]:
                self.clear()
                self._commands = [_Command(self, action) for action in actions]
                for command in self._commands:
                    self.push(command)
            for command, action in zip(self._commands, actions, strict=True):
                command.action = action  # redoing makes another one of it, with the same title
            self.setIndex(self._history.position)
        finally:
            self._quiet = False

    def tell(self, wish: Callable[[], None]) -> None:
        """Emit a person's wish; while the stack is only brought in line, there is none."""
        if self._quiet:
            return
        self._telling = True
        try:
            wish()
        finally:
            self._telling = False


class _Command(QUndoCommand):
    """One action. Its text is ours: no title holds words of a server."""

    def __init__(self, stack: UndoStack, action: Action) -> None:
        super().__init__(action.title)
        self._stack = stack
        self.action = action

    def undo(self) -> None:
        self._stack.tell(lambda: self._stack.undo_wanted.emit(self.action))

    def redo(self) -> None:
        self._stack.tell(lambda: self._stack.redo_wanted.emit(self.action))
