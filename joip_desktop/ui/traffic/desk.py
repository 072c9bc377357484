"""What people do with the traffic: look at it, copy a request, save it for others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

from joip_desktop import __version__
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.traffic import Exchange, as_curl, har_pieces
from joip_desktop.engine.threads import in_thread
from joip_desktop.engine.traffic import TrafficLog
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.docks import DockToggle
from joip_desktop.ui.files import saving
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Colours, Theme
from joip_desktop.ui.traffic.traffic_panel import TrafficPanel


class TrafficDesk:
    """Makes the panel when it is wanted for the first time."""

    def __init__(
        self,
        log: TrafficLog,
        *,
        window: QMainWindow,
        tasks: Tasks,
        theme: Theme,
        discretion: Discretion,
        notify: Callable[[str], object],
        origin: str,
    ) -> None:
        self.panel: TrafficPanel | None = None
        self._log = log
        self._window = window
        self._tasks = tasks
        self._theme = theme
        self._discretion = discretion
        self._notify = notify
        self._origin = origin
        self._toggle: DockToggle | None = None

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about the traffic."""
        return {ActionId.TRAFFIC: self.toggle}

    def toggle(self) -> None:
        """Show or hide the panel."""
        if self._toggle is None:
            panel = TrafficPanel(self._log, discretion=self._discretion, parent=self._window)
            panel.copy_wanted.connect(self.copy)
            panel.save_wanted.connect(self.ask_where_to_save)
            panel.set_colours(self._theme.colours)
            self._toggle = DockToggle(self._window, panel, focus=panel.table)
            self.panel = panel
        self._toggle()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        if self.panel is not None:
            self.panel.set_colours(colours)

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        if self.panel is not None:
            self.panel.close_listening()

    def copy(self, exchange: Exchange) -> None:
        """Put a request on the clipboard as a cURL command."""
        QGuiApplication.clipboard().setText(as_curl(exchange, self._origin))

    def ask_where_to_save(self, exchanges: Sequence[Exchange]) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self._window, say("Save the traffic"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([say("HTTP archive (*.har)")])
        dialog.setDefaultSuffix("har")
        dialog.selectFile("joip-traffic.har")
        dialog.fileSelected.connect(
            lambda chosen: self._tasks.spawn(self.save(exchanges, Path(chosen)), name="save the traffic")
        )
        dialog.open()

    async def save(self, exchanges: Sequence[Exchange], path: Path) -> None:
        """Write the exchanges into a file, whole or not at all, and say how that ended."""
        pieces = (piece.encode("ascii") for piece in har_pieces(exchanges, self._origin, __version__))
        if reason := await in_thread(saving(path, pieces), name="save the traffic"):
            self._notify(say("The traffic could not be saved ({reason}).", reason=reason))
            return
        self._notify(
            say_count("{n} request is saved in {file}.", "{n} requests are saved in {file}.", len(exchanges), file=path)
        )
