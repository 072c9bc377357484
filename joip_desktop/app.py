"""The composition root: the only place that sees every layer, and the order of starting and stopping."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from joip_desktop.cli import USAGE_ERROR, MockOptions, WindowOptions, display_problem, parse
from joip_desktop.domain.errors import JoipError, StorageError
from joip_desktop.domain.say import say
from joip_desktop.targets import Target, check_pasted, first_target
from joip_desktop.terminal import speaking_as

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from joip_desktop.engine.workspace import Workspace
    from joip_desktop.mock.errors import Sentence
    from joip_desktop.mock.server import MockServer
    from joip_desktop.storage.account import AccountStorage
    from joip_desktop.storage.folders import Folders
    from joip_desktop.storage.settings import Settings, SettingsFile
    from joip_desktop.ui.language import Language
    from joip_desktop.ui.main_window import MainWindow
    from joip_desktop.ui.theme import Theme

# Imports of Qt, httpx and the servers stand in the functions that need them: `joip-desktop mock` runs without Qt, a
# wrong option costs no start-up, and the window does not wait for a server that it will not use.
# ruff: noqa: PLC0415

log = logging.getLogger(__name__)

OnWindow = Callable[["MainWindow"], Awaitable[None]]
"""Gets the window once it is shown; the app ends when it returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What stands for the whole run, whatever is connected."""

    app: QApplication
    theme: Theme
    folders: Folders
    settings: Settings
    settings_file: SettingsFile
    notice: str
    on_window: OnWindow | None
    failures: list[BaseException] = field(default_factory=list)
    """What went wrong in `on_window`."""

    def save_settings(self) -> None:
        """Write the settings; nothing of a window that drives itself is kept.

        Raises:
            StorageError: they can't be written.
        """
        if self.on_window is None:
            self.settings_file.save(self.settings)


def main(arguments: list[str] | None = None) -> int:
    """The command `joip-desktop`; returns the exit code."""
    with speaking_as(os.environ):
        options = parse(sys.argv[1:] if arguments is None else arguments)
        try:
            if isinstance(options, MockOptions):
                return _run_mock(options)
            logging.basicConfig(level=logging.WARNING, format="%(name)s: %(levelname)s: %(message)s")
            return run_window(options, on_window=_errand(options))
        except JoipError as error:
            print(error, file=sys.stderr)
            return USAGE_ERROR


def _run_mock(options: MockOptions) -> int:
    from joip_desktop.mock.command import run

    return run(
        port=options.port,
        sessions=options.sessions,
        seed=options.seed,
        data=options.data,
        rate_limit=options.rate_limit,
        latency=options.latency,
        said=_said,
    )


def _said(sentence: Sentence) -> str:
    """What the mock server has to tell, in the person's language."""
    return say(sentence.text, **sentence.values)


def _errand(options: WindowOptions) -> OnWindow | None:
    """What the app is to do by itself, without a person, and without a display."""
    if options.screenshot is None and options.tour is None:
        return None  # and Qt stays unloaded until the display has been looked for
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from joip_desktop.ui import tour

    if options.screenshot is not None:
        return partial(tour.screenshot, file=options.screenshot)
    if options.tour is not None:
        return partial(tour.main_job, folder=options.tour)
    return None


def run_window(options: WindowOptions, *, on_window: OnWindow | None = None) -> int:
    """Open the window and stay until it is closed.

    Raises:
        JoipError: something that the caller can put right before there is a window (no display, an odd address, a
            folder that can't be written).
    """
    if (problem := display_problem(os.environ)) is not None:
        raise StorageError(problem)
    from joip_desktop.ui.language import Language

    app = _application()
    with closing(Language.of("")) as language:  # in which what is wrong with the settings is said
        return _run_window(app, options, language, on_window)


def _run_window(app: QApplication, options: WindowOptions, language: Language, on_window: OnWindow | None) -> int:
    from qasync import QEventLoop

    from joip_desktop.storage.folders import Folders
    from joip_desktop.storage.settings import Appearance, SettingsFile
    from joip_desktop.ui.garbage import UiThreadCollector
    from joip_desktop.ui.theme import Theme

    folders = Folders.of(options.profile)
    settings_file = SettingsFile(folders.settings)
    loaded = settings_file.load()
    language.change(loaded.settings.language)
    target = first_target(options, loaded.settings)
    if target is None and on_window is not None:
        raise StorageError(
            say("There is nothing to show yet."), next_step=say("Add --demo, or --server with an address.")
        )
    appearance = Appearance(options.appearance) if options.appearance else loaded.settings.appearance
    theme = Theme(app, appearance)
    stage = Stage(
        app=app,
        theme=theme,
        folders=folders,
        settings=loaded.settings,
        settings_file=settings_file,
        notice=loaded.notice,
        on_window=on_window,
    )
    collector = UiThreadCollector()
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        try:
            runner.run(_run(stage, target))
        finally:
            theme.close()
            collector.close()
    if stage.failures:
        raise stage.failures[0]
    if on_window is None:
        settings_file.save(loaded.settings)
    return 0


def _application() -> QApplication:
    """Qt's application, with the name and the icon that systems show."""
    from PySide6.QtWidgets import QApplication

    from joip_desktop.ui.icons import app_icon
    from joip_desktop.ui.qt_messages import route_to_log

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing  # a test's, whose message handler stays too
    else:
        route_to_log()
        app = QApplication(["joip-desktop"])
    app.setApplicationDisplayName("JOIP Desktop")
    app.setDesktopFileName("joip-desktop")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    return app


# --- running ----------------------------------------------------------------------------------------------------------


async def _run(stage: Stage, target: Target | None) -> None:
    """One window after another, until one is closed for good.

    Raises:
        StorageError: the account can't be opened, and nobody chose another one.
    """
    over = asyncio.Event()
    _end_on_signals(over)
    problem: StorageError | None = None
    while not over.is_set():
        if target is None:
            target = await _choose(stage, over, notice=str(problem or stage.notice))
            if target is None:
                if problem is not None:
                    raise problem
                return
        problem = None
        try:
            target = await (_demo(stage, over) if target.demo else _account(stage, target, over))
        except StorageError as error:
            if stage.on_window is not None:
                raise
            print(error, file=sys.stderr)
            target, problem = None, error
            continue
        if target is None:
            return


def _end_on_signals(over: asyncio.Event) -> None:
    """SIGINT and SIGTERM end the app as closing the window does, without a question nobody could answer."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, not outside the main thread
            loop.add_signal_handler(number, over.set)


async def _choose(stage: Stage, over: asyncio.Event, *, notice: str) -> Target | None:
    """The first-run page; also what is left when an account can't be opened."""
    from joip_desktop.ui.dialogs.first_run import FirstRunDialog

    chosen: list[Target] = []
    dialog = FirstRunDialog(check=check_pasted, colours=stage.theme.colours, notice=notice)
    dialog.demo_chosen.connect(lambda: chosen.append(Target(demo=True)))
    dialog.server_chosen.connect(lambda server, cookie: chosen.append(Target(server=server, cookie=cookie)))
    dialog.finished.connect(lambda _: over.set())
    dialog.show()
    await over.wait()
    dialog.close()
    dialog.deleteLater()
    if chosen:
        over.clear()
    return chosen[0] if chosen else None


async def _demo(stage: Stage, over: asyncio.Event) -> Target | None:
    """The demo: a server of our own, and a window on it."""
    from joip_desktop.mock.server import MockServer, MockServerError
    from joip_desktop.storage.account import AccountStorage

    storage = AccountStorage.of(stage.folders, "demo")  # first, so that a second demo leaves the first one's data alone
    # The same port as last time, because the addresses of thumbnails hold it, and would look changed.
    server = MockServer(database=stage.folders.demo_database, port=stage.settings.demo_port)
    try:
        try:
            server.start()
        except MockServerError:
            server = MockServer(database=stage.folders.demo_database)
            server.start()
    except MockServerError as error:
        await storage.close()
        raise StorageError(_said(error.sentence)) from error
    stage.settings.demo_port = int(server.origin.rpartition(":")[2])
    stage.save_settings()  # now, since the app may be killed
    try:
        target = Target(demo=True, server=server.origin, cookie=server.cookie)
        return await _live(stage, target, over, storage, demo=server)
    finally:
        server.stop()


async def _account(stage: Stage, target: Target, over: asyncio.Event) -> Target | None:
    """The account of a server."""
    from joip_desktop.api.origin import Origin
    from joip_desktop.storage.account import AccountStorage

    return await _live(stage, target, over, AccountStorage.of(stage.folders, str(Origin.parse(target.server))))


async def _live(
    stage: Stage, target: Target, over: asyncio.Event, storage: AccountStorage, *, demo: MockServer | None = None
) -> Target | None:
    """One account's window, from opening to closed; returns what to connect to next."""
    from joip_desktop.account import open_account

    try:
        account = open_account(
            target,
            storage,
            theme=stage.theme,
            folders=stage.folders,
            settings=stage.settings,
            save_settings=stage.save_settings,
            is_demo=demo is not None,
        )
    except BaseException:
        await storage.close()
        raise
    window = account.window
    window.closed.connect(over.set)
    for notice in (stage.notice, storage.ledger.notice, _said(demo.notice) if demo and demo.notice else None):
        if notice:
            window.notify(notice)
            if stage.on_window is not None:  # nobody looks at the window
                print(notice, file=sys.stderr)
    window.show()
    account.tasks.spawn(account.loader.thumbnails.run(), name="thumbnails")
    account.tasks.spawn(account.begin(), name="sender")
    if stage.on_window is not None:
        account.tasks.spawn(_do_errand(stage, window), name="errand")
    try:
        await over.wait()
    finally:
        await account.close()
    _say_what_is_lost(account.workspace)
    if not account.following:
        return None
    over.clear()
    return account.following[0]


def _say_what_is_lost(workspace: Workspace) -> None:
    """On stderr, because a signal leaves no time for a question; closing the window has asked before."""
    from joip_desktop.ui.wording import not_kept_text

    if text := not_kept_text(workspace.unkept, workspace.drafts.unkept):
        print(f"{text} {say('The app has ended, and they are lost.')}", file=sys.stderr)


async def _do_errand(stage: Stage, window: MainWindow) -> None:
    try:
        if stage.on_window is not None:
            await stage.on_window(window)
    except Exception as error:  # noqa: BLE001 - whatever it is, the app ends and the caller of `run_window` hears of it
        stage.failures.append(error)
    finally:
        window.closed.emit()
