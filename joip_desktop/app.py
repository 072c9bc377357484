"""The composition root: the only place that sees every layer, and the order of starting and stopping."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from joip_desktop.cli import USAGE_ERROR, MockOptions, WindowOptions, display_problem, parse
from joip_desktop.domain.errors import JoipError, StorageError
from joip_desktop.domain.say import say
from joip_desktop.targets import first_target
from joip_desktop.terminal import said, speaking_as

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from joip_desktop.storage.logs import Logs
    from joip_desktop.ui.language import Language
    from joip_desktop.windows import OnWindow

# Imports of Qt, httpx and the servers stand in the functions that need them: `joip-desktop mock` runs without Qt, a
# wrong option costs no start-up, and the window does not wait for a server that it will not use.
# ruff: noqa: PLC0415


def main(arguments: list[str] | None = None) -> int:
    """The command `joip-desktop`; returns the exit code."""
    with speaking_as(os.environ):
        options = parse(sys.argv[1:] if arguments is None else arguments)
        try:
            if isinstance(options, MockOptions):
                return _run_mock(options)
            return _run_logged(options)
        except JoipError as error:
            print(error, file=sys.stderr)
            return USAGE_ERROR


def _run_logged(options: WindowOptions) -> int:
    from joip_desktop.storage.logs import Logs

    logs = Logs()
    logs.begin()
    with closing(logs):
        return run_window(options, on_window=_errand(options), logs=logs)


def _run_mock(options: MockOptions) -> int:
    from joip_desktop.mock.command import run

    return run(
        port=options.port,
        sessions=options.sessions,
        seed=options.seed,
        data=options.data,
        rate_limit=options.rate_limit,
        latency=options.latency,
        faults=options.faults,
        log=options.log,
        said=said,
    )


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


def run_window(options: WindowOptions, *, on_window: OnWindow | None = None, logs: Logs | None = None) -> int:
    """Open the window and stay until it is closed; with `logs`, they get a file.

    Raises:
        JoipError: something that the caller can put right before there is a window (no display, an odd address, a
            folder that can't be written).
    """
    if (problem := display_problem(os.environ)) is not None:
        raise StorageError(problem)
    from joip_desktop.ui.language import Language

    app = _application()
    with closing(Language.of("")) as language:  # in which what is wrong with the settings is said
        return _run_window(app, options, language, on_window, logs)


def _run_window(
    app: QApplication, options: WindowOptions, language: Language, on_window: OnWindow | None, logs: Logs | None
) -> int:
    from qasync import QEventLoop

    from joip_desktop import accounts
    from joip_desktop.api.client import JoipClient
    from joip_desktop.proxies import proxies_of
    from joip_desktop.sign_in import ServerSignIn
    from joip_desktop.storage.folders import Folders
    from joip_desktop.storage.secrets import KeyringSecrets
    from joip_desktop.storage.settings import Appearance, LogLevel
    from joip_desktop.storage.settings_file import SettingsFile
    from joip_desktop.ui.garbage import UiThreadCollector
    from joip_desktop.ui.theme import Theme
    from joip_desktop.windows import Stage, run

    folders = Folders.of(options.profile)
    settings_file = SettingsFile(folders.settings)
    loaded = settings_file.load()
    language.change(loaded.settings.language)
    accounts.upgrade(loaded.settings)
    target = first_target(options, loaded.settings)
    if target.is_undecided and on_window is not None:
        raise StorageError(
            say("There is nothing to show yet."), next_step=say("Add --demo, or --server with an address.")
        )
    level = LogLevel(options.log_level) if options.log_level else loaded.settings.log_level
    trouble = "" if logs is None else logs.open(folders.logs, level)
    appearance = Appearance(options.appearance) if options.appearance else loaded.settings.appearance
    theme = Theme(app, appearance)
    stage = Stage(
        theme=theme,
        folders=folders,
        settings=loaded.settings,
        settings_file=settings_file,
        secrets=KeyringSecrets(options.profile),
        sign_in=ServerSignIn(partial(JoipClient, proxy_for=proxies_of(loaded.settings))),
        notices=[loaded.notice, trouble],
        logs=logs,
        on_window=on_window,
    )
    collector = UiThreadCollector()
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        try:
            runner.run(run(stage, target))
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
    app.setDesktopFileName("io.github.joip_desktop.JoipDesktop")  # of resources/release
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    return app
