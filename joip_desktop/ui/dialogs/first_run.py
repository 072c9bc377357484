"""The first page of a new user: try the demo, or connect to a server."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from joip_desktop.domain.say import say
from joip_desktop.ui.dialogs.connect import ConnectDialog
from joip_desktop.ui.theme import SPACE, Colours


class FirstRunDialog(QDialog):
    """Two choices, and room for what is to be said first."""

    demo_chosen = Signal()
    server_chosen = Signal(str, str)
    """Address and pasted cookie, checked."""

    def __init__(self, *, check: Callable[[str, str], None], colours: Colours, notice: str = "") -> None:
        super().__init__()
        self._check = check
        self._colours = colours
        self.setWindowTitle("JOIP Desktop")
        welcome = QLabel(
            say(
                "Manage the sessions of your JOIP account: edit one, or star hundreds at once.\n\n"
                "The demo has made-up sessions on a server inside the app; nothing leaves this computer."
            )
        )
        said = QLabel(notice)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setVisible(bool(notice))
        for label in (welcome, said):
            label.setWordWrap(True)
        self.demo_button = QPushButton(say("Try the &demo"))
        self.demo_button.setToolTip(say("Made-up sessions on a server inside the app; nothing leaves this computer"))
        self.connect_button = QPushButton(say("&Connect to a server…"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        for widget in (said, welcome, self.demo_button, self.connect_button):
            layout.addWidget(widget)
        width = max(420, 50 * self.fontMetrics().averageCharWidth())
        self.setMinimumSize(
            width, layout.totalHeightForWidth(width)
        )  # texts that wrap tell Qt too little by themselves
        self.demo_button.clicked.connect(self._on_demo)
        self.connect_button.clicked.connect(self._on_connect)

    def _on_demo(self) -> None:
        self.demo_chosen.emit()
        self.accept()

    def _on_connect(self) -> None:
        dialog = ConnectDialog(server="", check=self._check, colours=self._colours, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_server)
        dialog.open()

    def _on_server(self, server: str, cookie: str) -> None:
        self.server_chosen.emit(server, cookie)
        self.accept()
