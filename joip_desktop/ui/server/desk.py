"""What people do with the demo's server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say, say_count
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.docks import DockToggle
from joip_desktop.ui.messages import ask
from joip_desktop.ui.server.demo_server import DemoServer
from joip_desktop.ui.server.server_panel import MANY, ServerPanel
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Colours, Theme


class ServerDesk:
    """Makes the panel when it is wanted for the first time; there is none without a server of our own."""

    def __init__(
        self,
        server: DemoServer | None,
        *,
        window: QMainWindow,
        tasks: Tasks,
        theme: Theme,
        notify: Callable[[str], object],
        selected: Callable[[], Collection[int]],
        refresh: Callable[[], object],
    ) -> None:
        self.panel: ServerPanel | None = None
        self.server = server
        """None where no server is the window's own."""
        self._window = window
        self._tasks = tasks
        self._theme = theme
        self._notify = notify
        self._selected = selected
        self._refresh = refresh
        self._toggle: DockToggle | None = None

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the action does that is about the server."""
        return {ActionId.SERVER: self.toggle}

    def follow_with(self, actions: Mapping[ActionId, QAction]) -> None:
        """Offer the panel only where there is something to show."""
        actions[ActionId.SERVER].setVisible(self.server is not None)

    def toggle(self) -> None:
        """Show or hide the panel."""
        if self.server is None:
            return
        if self._toggle is None:
            self.panel = self._make_panel(self.server)
            self._toggle = DockToggle(self._window, self.panel, focus=self.panel.start_button)
        self._toggle()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        if self.panel is not None:
            self.panel.set_colours(colours)

    def show_selection(self) -> None:
        """After other sessions were selected."""
        if self.panel is not None:
            self.panel.show_selection(list(self._selected()))

    # --- what the panel asks for --------------------------------------------------------------------------------------

    def _make_panel(self, server: DemoServer) -> ServerPanel:
        panel = ServerPanel(server, parent=self._window)
        panel.set_colours(self._theme.colours)
        panel.show_selection(list(self._selected()))
        clipboard = QGuiApplication.clipboard()
        panel.address_wanted.connect(lambda: clipboard.setText(server.address))
        panel.cookie_wanted.connect(lambda: clipboard.setText(server.cookie))
        panel.start_wanted.connect(lambda: self._do(panel, server.start(), then=self._refresh))
        panel.stop_wanted.connect(lambda: self._do(panel, server.stop()))
        panel.reset_wanted.connect(lambda: self._ask_to_reset(panel, server, None))
        panel.many_wanted.connect(lambda: self._ask_to_reset(panel, server, MANY))
        panel.edit_wanted.connect(lambda: self._edit_elsewhere(panel, server))
        return panel

    def _ask_to_reset(self, panel: ServerPanel, server: DemoServer, sessions: int | None) -> None:
        text = say("The demo's sessions are made anew. What you have changed in them is lost.")
        if sessions is not None:
            text = say_count(
                "The demo gets {n} new session. What you have changed in it so far is lost.",
                "The demo gets {n} new sessions. What you have changed in it so far is lost.",
                sessions,
            )
        ask(
            self._window,
            title=say("Make new data?"),
            text=text,
            yes=say("Make new data"),
            no=say("Keep as it is"),
            then=lambda: self._do(panel, self._reset(server, sessions), then=self._refresh),
        )

    async def _reset(self, server: DemoServer, sessions: int | None) -> None:
        count = await server.reset(sessions)
        self._notify(say_count("The demo has {n} new session.", "The demo has {n} new sessions.", count))

    def _edit_elsewhere(self, panel: ServerPanel, server: DemoServer) -> None:
        for session_id in self._selected():  # the panel asks for it only if there is just one
            self._do(panel, self._edit(server, session_id))

    async def _edit(self, server: DemoServer, session_id: int) -> None:
        if await server.edit_elsewhere(session_id):
            self._notify(say("Another device has changed the title. Refresh, or edit the session, to meet the change."))
        else:
            self._notify(say("The server has no such session."))

    def _do(self, panel: ServerPanel, work: Awaitable[object], *, then: Callable[[], object] = lambda: None) -> None:
        """To the end, also when the window closes: a server that starts must not be left behind."""

        async def done() -> None:
            try:
                with panel.busy():
                    await work
            except StorageError as error:
                self._notify(str(error))
            else:
                then()

        self._tasks.spawn(done(), name="demo server", to_the_end=True)
