"""The main job in a real X window: Xvfb, a window manager, and xdotool's mouse and keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from joip_desktop.mock import MockServer
from tests.helpers.x_display import display, needs_x, running

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


class Hands:
    """xdotool on one display, and the file in which the app tells where things are."""

    def __init__(self, display: str, told: Path) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._told = told

    def see(self) -> dict[str, Any]:
        try:
            picture: dict[str, Any] = json.loads(self._told.read_text())
        except FileNotFoundError:
            return {}
        return picture

    def wait(self, condition: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        end = time.monotonic() + PATIENCE
        while True:
            picture = self.see()
            if picture and condition(picture):
                return picture
            assert time.monotonic() < end, f"it did not come about; last seen: {picture}"
            time.sleep(0.05)

    def do(self, *arguments: str | int) -> None:
        subprocess.run(["xdotool", *map(str, arguments)], env=self._environment, check=True, timeout=PATIENCE)

    def click(self, point: list[int], *, key: str = "") -> None:
        if key:
            self.do("mousemove", *point, "keydown", key, "click", 1, "keyup", key)
        else:
            self.do("mousemove", *point, "click", 1)

    def replace(self, point: list[int], text: str) -> None:
        self.click(point)
        self.do("key", "ctrl+a")
        self.do("type", "--delay", 5, text)


@needs_x
def test_the_main_job_by_mouse_and_keyboard(tmp_path: Path) -> None:
    told = tmp_path / "screen.json"
    with MockServer(sessions=60) as server, display() as screen:
        environment = {**os.environ, "DISPLAY": screen, "JOIP_COOKIE": server.cookie, "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        command = [
            sys.executable,
            "-m",
            "tests.helpers.real_window",
            str(told),
            server.origin,
            str(tmp_path / "profile"),
        ]
        with running(command, env=environment, cwd=ROOT) as app:
            hands = Hands(screen, told)
            picture = hands.wait(lambda seen: seen["loaded"] and seen["active"] and len(seen["rows"]) > 12)
            rows = {int(row): session_id for row, session_id in picture["rows"].items()}

            # A star, by a click.
            row = next(row for row, one in rows.items() if server.store.row(one)["isFavorite"] is False)
            hands.click(picture["stars"][str(row)])
            hands.wait(lambda seen: seen["job"] == "1 done")
            assert server.store.row(rows[row])["isFavorite"] is True

            # Ten sessions, by Shift and F.
            already = sum(1 for row in range(10) if server.store.row(rows[row])["isFavorite"] is True)
            before = _patches(server)
            hands.click(picture["titles"]["0"])
            hands.click(picture["titles"]["9"], key="shift")
            hands.wait(lambda seen: seen["selected"] == 10)
            hands.do("key", "f")
            hands.wait(lambda seen: seen["dialog"])
            assert _patches(server) == before, "nothing is sent before the person agrees"
            hands.do("key", "Return")
            hands.wait(lambda seen: seen["job"] == f"{10 - already} done, {already} unchanged")
            assert all(server.store.row(rows[row])["isFavorite"] is True for row in range(10))
            assert _patches(server) - before == 10 - already

            # Title and interval, in the form, saved by the button.
            edited = next(one for one in rows.values() if server.store.row(one)["isImported"] is False)
            place = next(row for row, one in rows.items() if one == edited)
            hands.click(picture["titles"][str(place)])
            picture = hands.wait(lambda seen: seen["shown"] == edited)
            hands.replace(picture["fields"]["title"], "Typed in a real window")
            hands.replace(picture["fields"]["interval_max"], "60")
            picture = hands.wait(lambda seen: seen["save_text"] == "Save 2 fields")
            hands.click(picture["save"])
            hands.wait(lambda seen: seen["save_text"] == "Save" and not seen["waiting"])
            row_now = server.store.row(edited)
            assert (row_now["title"], row_now["intervalMax"]) == ("Typed in a real window", 60)

            # And out.
            hands.do("key", "ctrl+q")
            assert app.wait(timeout=10) == 0


def _patches(server: MockServer) -> int:
    return sum(1 for request in server.requests if request.method == "PATCH")
