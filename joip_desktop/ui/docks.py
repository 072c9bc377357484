"""Panels at the bottom of the window that an action shows and hides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class DockToggle:
    """Shows a hidden dock, at first with a third of the window's height, or hides it."""

    def __init__(self, window: QMainWindow, dock: QDockWidget, *, focus: QWidget) -> None:
        """`focus` is the widget of the dock that gets the keyboard when it is shown."""
        self._window = window
        self._dock = dock
        self._focus = focus
        self._was_shown = False
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.hide()

    def __call__(self) -> None:
        """Show or hide it."""
        shown = not self._dock.isVisible()
        self._dock.setVisible(shown)
        if not shown:
            return
        if not self._was_shown:
            self._was_shown = True
            self._window.resizeDocks([self._dock], [self._window.height() // 3], Qt.Orientation.Vertical)
        self._dock.raise_()
        self._focus.setFocus(Qt.FocusReason.ShortcutFocusReason)
