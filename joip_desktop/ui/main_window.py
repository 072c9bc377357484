"""The main window: puts the views together and turns what people do into calls of the workspace."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from joip_desktop.domain.errors import SignInNeededError
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Settings, View
from joip_desktop.ui import window_shape
from joip_desktop.ui.account_desk import AccountDesk
from joip_desktop.ui.action_states import ActionStates
from joip_desktop.ui.actions import ActionId, colour_actions, make_actions
from joip_desktop.ui.choice_menus import appearance_menu, language_menu
from joip_desktop.ui.closing import ask_to_close
from joip_desktop.ui.connection import Connection, state_of
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.docks import DockToggle
from joip_desktop.ui.editor.desk import EditDesk
from joip_desktop.ui.editor.pane import EditorPane
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.help_desk import HelpDesk
from joip_desktop.ui.jobs.desk import ChangeDesk
from joip_desktop.ui.jobs.jobs_panel import JobsPanel
from joip_desktop.ui.jobs.strip import StatusStrip
from joip_desktop.ui.jobs.undo_stack import UndoStack
from joip_desktop.ui.menus import add_menus, add_toolbar
from joip_desktop.ui.merge_notice import MergeNotice
from joip_desktop.ui.messages import Banner
from joip_desktop.ui.notices import Notices
from joip_desktop.ui.overview.desk import OverviewDesk
from joip_desktop.ui.picture_shares import PictureShares
from joip_desktop.ui.pictures import Pictures
from joip_desktop.ui.screen_sharing import SharingGuard
from joip_desktop.ui.server.desk import ServerDesk
from joip_desktop.ui.sessions.list_desk import ListDesk
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures, PictureProvider
from joip_desktop.ui.sessions.sidebar import Sidebar
from joip_desktop.ui.settings_desk import SettingsDesk
from joip_desktop.ui.support_desk import SupportDesk
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme
from joip_desktop.ui.traffic.desk import TrafficDesk
from joip_desktop.ui.transfer.desk import TransferDesk


class MainWindow(QMainWindow):
    """One account's window. It holds no state of the sessions; the workspace does."""

    closed = Signal()
    stayed = Signal()
    """Closing was called off."""

    settings_changed = Signal()
    """The settings hold something that should be on disk at once."""

    def __init__(
        self,
        *,
        workspace: Workspace,
        tasks: Tasks,
        theme: Theme,
        settings: Settings,
        connection: Connection,
        pictures: Pictures | None = None,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._tasks = tasks
        self._theme = theme
        self._settings = settings
        self._connection = connection
        self.server = connection.server
        self._may_close = False
        self.setWindowTitle(connection.label)  # Qt adds the application's name
        self.discretion = Discretion(self, on=settings.discreet)
        shares = PictureShares(pictures or NoPictures(self))
        self.panel = SessionsPanel(
            workspace,
            settings=settings,
            tasks=tasks,
            discretion=self.discretion,
            pictures=shares.share(self),
            account=connection.account,
        )
        self.sidebar = Sidebar(workspace.tally, settings, several=workspace.drafts.several, account=connection.account)
        self.editor = EditorPane(
            workspace, discretion=self.discretion, surroundings=self._surroundings(shares.share(self)), tasks=tasks
        )
        self.strip = StatusStrip(workspace, connection=connection.whole_label)
        self.banner, self.notice = Banner(), Notices()
        self.sharing = SharingGuard(self.discretion, settings, notices=self.notice, parent=self)
        self.undo_stack = UndoStack(workspace.history, self)
        self.jobs_panel = JobsPanel(workspace, self.undo_stack, discretion=self.discretion, parent=self)
        self.toggle_jobs = DockToggle(self, self.jobs_panel, focus=self.jobs_panel.table)
        self._make_desks()
        self._make_more_desks()
        self.actions_by_id = self._make_actions()
        self._states = ActionStates(self.actions_by_id, workspace)
        self._splitter = QSplitter()
        self._lay_out()
        self._add_menus()
        self._connect()
        self._stop_listening.append(theme.on_change(self._recolour))
        window_shape.restore(settings, self, self._splitter, self.panel.table)
        window_shape.keep(settings, self, self._splitter, self.panel.table, then=self.settings_changed.emit)
        self._on_selection()
        self._show_state()
        self._states.show_history()
        self._show_view()
        self.panel.view.setFocus()

    def _make_desks(self) -> None:
        """Those who turn what people do into changes."""
        workspace, panel = self.workspace, self.panel
        self.desk = ChangeDesk(
            workspace,
            window=self,
            tasks=self._tasks,
            theme=self._theme,
            undo_stack=self.undo_stack,
            notify=self.notify,
            discretion=self.discretion,
        )
        self.list_desk = ListDesk(workspace, panel=panel, desk=self.desk, tasks=self._tasks, notify=self.notify)
        self.edit_desk = EditDesk(
            workspace,
            editor=self.editor,
            selection=panel.selection,
            desk=self.desk,
            tasks=self._tasks,
            theme=self._theme,
            discretion=self.discretion,
            origin=self.server,
        )
        self.transfer_desk = TransferDesk(
            workspace,
            window=self,
            panel=panel,
            desk=self.desk,
            tasks=self._tasks,
            theme=self._theme,
            discretion=self.discretion,
            notify=self.notify,
        )

    def _make_more_desks(self) -> None:
        """Those who see to what is around the sessions."""
        workspace = self.workspace
        self.overview_desk = OverviewDesk(
            workspace, panel=self.panel, sidebar=self.sidebar, tasks=self._tasks, changed=self._show_view
        )
        self.account_desk = AccountDesk(
            workspace, window=self, tasks=self._tasks, theme=self._theme, connection=self._connection
        )
        self.traffic_desk = TrafficDesk(
            self._connection.traffic,
            window=self,
            tasks=self._tasks,
            theme=self._theme,
            discretion=self.discretion,
            notify=self.notify,
            origin=self.server,
        )
        self.server_desk = ServerDesk(
            self._connection.demo,
            window=self,
            tasks=self._tasks,
            theme=self._theme,
            notify=self.notify,
            selected=self.panel.selection.ids,
            refresh=self.refresh,
        )
        self.support_desk = SupportDesk(
            workspace, settings=self._settings, connection=self._connection, notify=self.notify
        )
        self.settings_desk = SettingsDesk(
            self._settings, window=self, theme=self._theme, at_once=self._settings_at_once()
        )
        self.help_desk = HelpDesk(self, self.sidebar, tasks=self._tasks, theme=self._theme, notify=self.notify)

    def _settings_at_once(self) -> dict[str, Callable[[], object]]:
        """What follows from a setting while the window is open."""
        settings, panel = self._settings, self.panel
        return {
            "appearance": lambda: self._theme.choose(settings.appearance),
            "view": lambda: panel.show_view(settings.view),
            "density": lambda: panel.set_density(settings.density),
            "tile_size": lambda: panel.gallery.set_tile_size(settings.tile_size),
            "discreet": lambda: self.discretion.set_on(settings.discreet),
            "discreet_while_sharing": self.sharing.follow_setting,
            "log_level": lambda: self._connection.set_log_level(settings.log_level),
        }

    def _make_actions(self) -> dict[ActionId, QAction]:
        actions = make_actions(self, self._handlers())
        self.edit_desk.follow_with(actions)
        self.account_desk.follow_with(actions)
        self.server_desk.follow_with(actions)
        self.help_desk.leave_out(actions[ActionId.PALETTE])
        return actions

    def _surroundings(self, pictures: PictureProvider) -> Surroundings:
        """What the form suggests, names and shows."""
        tally, settings, account = self.workspace.tally, self._settings, self._connection.account
        return Surroundings(
            subreddits=tally.subreddits,
            categories=lambda: sorted({*tally.categories(), *settings.named_categories(account)}),
            category_name=self.panel.category_name,
            pictures=pictures,
        )

    # --- what people do ---------------------------------------------------------------------------------------------

    def toggle_favourite(self) -> None:
        """Star the selected sessions; take the stars away if all have one."""
        self.desk.favourite(self.panel.selection.ids())

    def refresh(self) -> None:
        """Read the list anew, and go on with what had to wait."""
        self.workspace.resume()
        self._tasks.spawn(self.workspace.refresh(), name="refresh")
        self.panel.retry_pictures()

    def set_discreet(self, discreet: bool) -> None:
        """Hide titles, prompts and pictures, or show them."""
        self._settings.discreet = discreet
        self.discretion.set_on(discreet)
        self.settings_changed.emit()  # who hides something does not want to see it after a crash

    # --- what is shown ----------------------------------------------------------------------------------------------

    def notify(self, sentence: str) -> None:
        """Say something that stays until it is dismissed."""
        self.notice.add(sentence)

    def _show_state(self) -> None:
        """Bring banner and actions in line with the workspace."""
        workspace = self.workspace
        text, button = state_of(workspace, is_demo=self._connection.is_demo, said=self.discretion.error_text)
        self.banner.say(text, button=button)
        self._states.show_state()
        self.panel.show_found()

    def _show_view(self) -> None:
        in_list = View.TABLE if self.panel.view is self.panel.table else View.GALLERY
        self._states.show_view(None if self.overview_desk.is_shown else in_list, discreet=self.discretion.on)

    def _on_selection(self) -> None:
        selected = self.panel.selection.ids()
        self.editor.show_selection(selected)
        self._states.show_selection(selected)
        self.edit_desk.show_actions()
        self.server_desk.show_selection()

    def _on_banner(self) -> None:
        if isinstance(self.workspace.trouble, SignInNeededError):
            self.account_desk.sign_in_again()
        elif self.workspace.trouble is None and self.workspace.outbox.conflicts:
            self.desk.resolve()
        else:
            self.refresh()

    def _recolour(self) -> None:
        colours = self._theme.colours
        colour_actions(self.actions_by_id, colours)
        for part in (self.panel, self.list_desk, self.sidebar, self.editor, self.jobs_panel, self.banner, self.notice):
            part.set_colours(colours)
        for desk in (self.traffic_desk, self.server_desk, self.overview_desk, self.help_desk):
            desk.set_colours(colours)

    # --- closing ----------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where something would be lost: unsaved edits, and changes that the disk would not take."""
        entry = not self.panel.table.end_editing()  # first, as an entry may take the place of an unsaved edit
        unsent, unsaved = self.workspace.unkept, self.workspace.drafts.unkept + entry
        if self._may_close or not (unsent or unsaved):
            self.shut()
            event.accept()
        else:
            event.ignore()
            ask_to_close(self, unsent, unsaved, then=self._close_anyway, otherwise=self.stayed.emit)

    def shut(self) -> None:
        """Remember the window's shape and tell that it is over, without asking."""
        window_shape.remember(self._settings, self, self._splitter, self.panel.table)
        self.closed.emit()

    def close_listening(self) -> None:
        """Listen to the engine no longer; the window is about to be deleted."""
        for part in (self.panel, self.sidebar, self.editor, self.strip, self.jobs_panel, self.undo_stack, self.sharing):
            part.close_listening()
        for stop in (self.traffic_desk.close_listening, self.overview_desk.close_listening, *self._stop_listening):
            stop()

    def _close_anyway(self) -> None:
        self._may_close = True
        self.close()

    # --- putting together -------------------------------------------------------------------------------------------

    def _handlers(self) -> dict[ActionId, Callable[[], object]]:
        return {
            ActionId.UNDO: self.undo_stack.undo,
            ActionId.REDO: self.undo_stack.redo,
            ActionId.FAVOURITE: self.toggle_favourite,
            **self.list_desk.handlers(),
            **self.edit_desk.handlers(),
            **self.transfer_desk.handlers(),
            **self.overview_desk.handlers(),
            **self.account_desk.handlers(),
            **self.traffic_desk.handlers(),
            **self.server_desk.handlers(),
            **self.help_desk.handlers(),
            **self.support_desk.handlers(),
            **self.settings_desk.handlers(),
            ActionId.REFRESH: self.refresh,
            ActionId.SELECT_ALL: self.panel.select_all,
            ActionId.TABLE: lambda: self.panel.show_view(View.TABLE),
            ActionId.GALLERY: lambda: self.panel.show_view(View.GALLERY),
            ActionId.DISCREET: lambda: self.set_discreet(not self.discretion.on),
            ActionId.DISCREET_WHILE_SHARING: self.sharing.toggle,
            ActionId.REPORT: lambda: self.desk.report(self.strip.job),
            ActionId.JOBS: self.toggle_jobs,
            ActionId.PAUSE: lambda: self.desk.pause(not self.workspace.sender.paused),
            ActionId.RESOLVE: self.desk.resolve,
            ActionId.QUIT: self.close,
        }

    def _add_menus(self) -> None:
        actions, header_menu = self.actions_by_id, self.panel.header_menu
        appearance = appearance_menu(self._theme, self._settings, self)
        language = language_menu(self._settings, self.notify, self)
        view_menus = (header_menu.columns, header_menu.density, appearance, language)
        add_menus(self, actions, view_menus=view_menus, accounts=self.account_desk.fill)
        add_toolbar(self, actions)
        self.list_desk.make_menu([actions[ActionId.FAVOURITE], actions[ActionId.EDIT_CELL]])

    def _connect(self) -> None:
        panel, desk, jobs = self.panel, self.desk, self.jobs_panel
        panel.selection.changed.connect(self._on_selection)
        panel.star_clicked.connect(lambda session_id: desk.favourite([session_id]))
        panel.view_changed.connect(self._show_view)
        panel.search.save_wanted.connect(lambda text: self.sidebar.save_search(panel.whole_search(text)))
        self.sidebar.place_chosen.connect(panel.show_place)
        self.sidebar.search_edit_wanted.connect(panel.search.edit)
        self.sidebar.saved_searches_changed.connect(self.settings_changed)
        self.sidebar.category_names_changed.connect(self.settings_changed)
        self.sidebar.category_names_changed.connect(panel.table.viewport().update)
        for part in (self.strip, jobs):
            part.pause_wanted.connect(desk.pause)
            part.cancel_wanted.connect(desk.cancel)
            part.report_wanted.connect(desk.report)
        jobs.retry_wanted.connect(desk.retry)
        self.banner.pressed.connect(self._on_banner)
        for show in (self._show_state, self._show_view):
            self.discretion.changed.connect(show)
        self.sharing.settings_changed.connect(self.settings_changed)
        self.settings_desk.settings_changed.connect(self.settings_changed)
        self.sharing.begin(self.actions_by_id[ActionId.DISCREET_WHILE_SHARING])
        # These keys work where sessions are chosen; in a line that is typed, F is a letter, and Ctrl+C copies from it.
        for action_id in (ActionId.FAVOURITE, ActionId.COPY_CSV, ActionId.EDIT_CELL):
            action = self.actions_by_id[action_id]
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.removeAction(action)
            for view in (panel.table, panel.gallery):
                view.addAction(action)
        self.sidebar.addAction(self.actions_by_id[ActionId.FAVOURITE])
        workspace = self.workspace
        self._stop_listening = [
            workspace.changed.add(lambda _: self._show_state()),
            workspace.outbox.changed.add(lambda _: self._show_state()),
            workspace.history.changed.add(lambda _: self._states.show_history()),
            MergeNotice(workspace.notes, self.notice).close_listening,
        ]

    def _lay_out(self) -> None:
        for pane in (self.sidebar, self.overview_desk.pages, self.editor):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setCollapsible(0, True)
        self.editor.setMinimumWidth(300)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.notice, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self._splitter, 1)
        self.setCentralWidget(central)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.strip, 1)  # below the dock, where it does not move
