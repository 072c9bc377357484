"""Runs the app as a person uses it, from signing in to a crash, with a marked cookie, against servers of its own.

Usage: python -m tests.helpers.leak_journey PROFILE RESULT [PLANT]; `RESULT` gets as JSON what only this process can
see. `PLANT` names a leak that is made on purpose, so that it can be shown that each one would be found.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
import threading
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions
from joip_desktop.engine.report_csv import ENCODING, report_csv
from joip_desktop.mock import MockServer
from joip_desktop.mock import auth as mock_auth
from joip_desktop.storage.logs import Logs
from joip_desktop.storage.settings_file import SettingsFile
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.main_window import MainWindow
from tests.helpers.leaks import marked, marked_cookie
from tests.helpers.window import Person, settle, until
from tests.helpers.wire_server import http, wire_server


class Journey:
    """One run; `seen` are the places where the mark was, `steps` what was done."""

    def __init__(self, profile: Path, plant: str) -> None:
        self.profile = profile
        self.plant = plant
        self.seen: list[str] = []
        self.steps: list[str] = []

    def look(self, step: str, window: MainWindow) -> None:
        """Everything that is shown and said, and the clipboard."""
        self.steps.append(step)
        texts = [QGuiApplication.clipboard().text(), window.windowTitle()]
        for widget in window.findChildren(QWidget):
            texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip()]
            if isinstance(widget, QLabel | QLineEdit):
                texts.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                texts.append(widget.toPlainText())
        if any(map(marked, texts)):
            self.seen.append(f"the screen or the clipboard: {step}")

    async def run(self, window: MainWindow, server: MockServer) -> None:
        await until(lambda: window.workspace.trouble is not None)
        self.look("signed out", window)
        await self._sign_in(window, server)
        await self._change(window, server)
        await self._meet_odd_answers(window, server)
        self._copy_and_export(window)
        await self._save_traffic(window)
        await self._break_down(window, server)
        SettingsFile(self.profile / "settings.json").save(window._settings)  # a window that drives itself keeps none

    async def _sign_in(self, window: MainWindow, server: MockServer) -> None:
        window.actions_by_id[ActionId.SIGN_IN].trigger()
        dialog = window.findChildren(SignInDialog)[-1]
        dialog.seconds_seen = 0
        for pasted in ("connect.sid=s%3Awrong.cookie", f"curl {server.origin}/ -b 'connect.sid={server.cookie}'"):
            dialog.paste.field.take(pasted)
            self.look("pasted", window)
            dialog.accept_button.click()
            await until(lambda: not dialog._busy)
        await until(lambda: window.workspace.refreshed_at is not None)
        self.look("signed in", window)
        if self.plant == "screen":
            window.setWindowTitle(server.cookie)
            self.look("planted", window)

    async def _change(self, window: MainWindow, server: MockServer) -> None:
        await until(lambda: window.panel.model.rowCount() > 20)
        server.faults.rotate_cookie()
        unused = JoipClient(Origin.parse(server.origin), budget=TokenBudget())
        person = Person(window, server, unused)
        chosen = [one.id for one in window.workspace.library if not one.is_favorite][:15]
        await person.favourite(chosen, favourite=True)
        await person.sent()
        window.undo_stack.undo()
        await person.sent()
        await unused.aclose()
        self.look("changed", window)

    async def _meet_odd_answers(self, window: MainWindow, server: MockServer) -> None:
        """Each with the cookie in it, as of a server or a proxy that repeats what it got."""
        async with wire_server(http(b"[]")) as other:
            echo = {"message": f"Your cookie is {server.cookie}", "error": server.cookie}
            away = f"http://127.0.0.1:{other.port}/{server.cookie}"
            for status, headers in ((500, {}), (403, {}), (400, {}), (302, {"Location": away}), (502, {}), (404, {})):
                server.faults.answer_next(status, body=echo, headers=headers, method="GET")
                await window.workspace.refresh()
                self.look(f"answered {status}", window)
            server.faults.answer_next(200, body=f"<html>{server.cookie}".encode(), method="GET")
            await window.workspace.refresh()
            server.faults.answer_next(400, body=echo, method="PATCH")
            window.desk.favourite([window.panel.model.session(20).id])
            await until(lambda: bool(window.workspace.outbox.failed))
            window.desk.report(window.strip.job)
            await settle()
            self.look("failed", window)
            server.faults.drop_next(method="GET")
            await window.workspace.refresh()
            self.look("dropped", window)
            if marked(other.everything):
                self.seen.append("another server")

    def _copy_and_export(self, window: MainWindow) -> None:
        window.panel.select_all()
        for action_id in (ActionId.COPY_CSV, ActionId.COPY_JSON, ActionId.COPY_DIAGNOSTICS):
            window.actions_by_id[action_id].trigger()
            self.look(action_id.name, window)
        job = window.strip.job
        assert job is not None
        (self.profile / "report.csv").write_bytes(report_csv(job, window.workspace.library).encode(ENCODING))

    async def _save_traffic(self, window: MainWindow) -> None:
        window.actions_by_id[ActionId.TRAFFIC].trigger()
        panel = window.traffic_desk.panel
        assert panel is not None
        for row in range(panel.model.rowCount()):
            panel.table.selectRow(row)
            self.look(f"traffic, row {row}", window)
            if panel.copy_button.isEnabled():
                panel.copy_button.click()
                self.look(f"command {row}", window)
        await window.traffic_desk.save(panel.model.shown(), self.profile / "traffic.har")
        self.look("saved", window)

    async def _break_down(self, window: MainWindow, server: MockServer) -> None:
        """Errors of our own, with the cookie in their texts, in every place that nobody catches."""
        secret = f"connect.sid={server.cookie}"

        def fail() -> None:
            raise RuntimeError(secret)

        async def fail_in_task() -> None:
            raise RuntimeError({"Cookie": secret})

        QTimer.singleShot(0, fail)
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        window._tasks.spawn(fail_in_task(), name="broken")
        logging.getLogger("httpx").warning("headers %s", {"cookie": secret})
        logging.getLogger("joip_desktop").debug("Cookie: %s", secret)
        for _ in range(5):
            await settle()
        self.look("broken", window)
        if self.plant == "file":
            (self.profile / "planted").write_text(server.cookie)
        elif self.plant == "log":
            logging.getLogger("joip_desktop").warning("zz%s", server.cookie.partition("%3A")[2])
        elif self.plant == "output":
            sys.stderr.write(server.cookie)


def main() -> None:
    """Run it."""
    profile, result = Path(sys.argv[1]), Path(sys.argv[2])
    mock_auth.new_cookie = marked_cookie
    journey = Journey(profile, *sys.argv[3:] or [""])
    with MockServer(sessions=40) as server:
        logs = Logs()
        logs.begin()
        with closing(logs):

            async def drive(window: MainWindow) -> None:
                await asyncio.wait_for(journey.run(window, server), 60)

            options = WindowOptions(server=server.origin, profile=profile, log_level="debug")
            run_window(options, on_window=drive, logs=logs)
        cmdline = Path("/proc/self/cmdline").read_bytes() + Path("/proc/self/environ").read_bytes()
        if marked(cmdline) or any(map(marked, [*sys.argv, *os.environ.values()])):
            journey.seen.append("the command line or the environment")
    result.write_text(json.dumps({"seen": journey.seen, "steps": journey.steps}))


if __name__ == "__main__":
    main()
