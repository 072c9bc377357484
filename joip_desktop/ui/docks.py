"""Panels at the bottom of the window that an action shows and hides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.icons import icon
from joip_desktop.ui.theme import SPACE, Colours


class ClosableDock(QDockWidget):
    """A panel with its title and a button that closes it, as Qt's own button is black in the dark, too.

    The panel's contents are set after the title, as the Tab key goes.
    """

    def __init__(self, name: str, title: str, *, close: str, parent: QWidget | None = None) -> None:
        """`name` is for the window's saved state, `close` what the button is called to screen readers."""
        super().__init__(title, parent)
        self.setObjectName(name)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(close)
        self.close_button.setToolTip(say("Close"))
        self.close_button.clicked.connect(self.close)
        bar = QWidget()
        line = QHBoxLayout(bar)
        line.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, 0)
        line.addWidget(QLabel(title), 1)
        line.addWidget(self.close_button)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setTitleBarWidget(bar)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.close_button.setIcon(icon("close", colours.text))


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
