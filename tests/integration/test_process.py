"""The command as people start it: exit codes, sentences, what is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from joip_desktop.mock import MockServer

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def _environment(**more: str) -> dict[str, str]:
    """Without a display, a cookie or a language, and with Python's warnings in sight."""
    left_out = ("PYTHONDEVMODE", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "JOIP_COOKIE", "LANGUAGE", "LC_ALL")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, "LC_MESSAGES": "C", "PYTHONWARNINGS": "always", **more}


def _run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "joip_desktop", *map(str, arguments)]
    return subprocess.run(
        command,
        env=_environment(**environment),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def _one_sentence(text: str) -> bool:
    return "Traceback" not in text and text.strip().endswith((".", ".png."))


# --- the command line -------------------------------------------------------------------------------------------------


def test_without_a_display_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    ended = _run("--demo", "--profile-dir", tmp_path)
    assert ended.returncode == 2
    assert ended.stderr.startswith("There is no display to open a window on")
    assert _one_sentence(ended.stderr)


def test_with_a_display_that_does_not_answer_a_sentence_and_exit_code_2(tmp_path: Path) -> None:
    ended = _run("--demo", "--profile-dir", tmp_path, DISPLAY=":4711")
    assert ended.returncode == 2
    assert "The display :4711 (from DISPLAY) does not answer" in ended.stderr
    assert _one_sentence(ended.stderr)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--nonsense"], "Not known here: --nonsense."),
        (["--demo", "--server", "https://x.example"], "--server and --demo do not go together."),
        (["mock", "--port", "70000"], "A whole number from 0 to 65535 is needed, not “70000”"),
        (["mock", "--rate-limit", "fast"], "fast"),
        (["mock", "--sessions", "many"], "A whole number from 0 to 10000000 is needed, not “many”"),
        (["mock", "--latency", "-1"], "--latency: A number of seconds is needed"),
        (["--appearance", "pink"], "--appearance can't be “pink”"),
        (["--server", "https://joip.example", "--tour", "x"], "--tour goes with --demo only"),
    ],
)
def test_wrong_options_are_named(arguments: list[str], told: str) -> None:
    ended = _run(*arguments)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_before_there_is_a_window_the_language_is_the_terminals(tmp_path: Path) -> None:
    ended = _run("--demo", "--profile-dir", tmp_path, LC_MESSAGES="de_DE.UTF-8")
    assert ended.returncode == 2
    assert ended.stderr.startswith("Es gibt keine Anzeige für ein Fenster")
    assert _one_sentence(ended.stderr)


def test_the_version_is_told_without_qt() -> None:
    ended = _run("--version")
    assert (ended.returncode, ended.stdout) == (0, "JOIP Desktop 0.1.0\n")


@pytest.mark.parametrize(
    ("server", "told"),
    [
        ("http://joip.example", "plain http"),
        ("ftp://joip.example", "no address of a server"),
        ("https://user:word@joip.example", "must not hold a user name or a password"),
        ("https://", "address"),
    ],
)
def test_an_address_that_the_cookie_must_not_go_to_is_refused(tmp_path: Path, server: str, told: str) -> None:
    ended = _run("--server", server, "--screenshot", tmp_path / "x.png", "--profile-dir", tmp_path)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert _one_sentence(ended.stderr)


def test_a_cookie_variable_that_holds_no_cookie_is_refused_without_repeating_it(tmp_path: Path) -> None:
    secret = "not a cookie; at all"
    target = ("--server", "https://joip.example", "--screenshot", tmp_path / "x.png", "--profile-dir", tmp_path)
    ended = _run(*target, JOIP_COOKIE=secret)
    assert ended.returncode == 2
    assert "not a cookie" not in ended.stderr + ended.stdout
    assert _one_sentence(ended.stderr)


# --- without a display ------------------------------------------------------------------------------------------------


def test_the_screenshot_of_the_demo_is_a_picture_of_the_window(tmp_path: Path) -> None:
    picture = tmp_path / "pictures" / "window.png"
    ended = _run("--demo", "--profile-dir", tmp_path / "profile", "--screenshot", picture)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_tour_does_the_main_job_and_says_so(tmp_path: Path) -> None:
    ended = _run("--demo", "--profile-dir", tmp_path / "profile", "--tour", tmp_path / "tour")
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    assert "Listed 300 sessions" in ended.stdout
    assert "Favourited 40 sessions with F" in ended.stdout
    assert "saved them with Ctrl+S" in ended.stdout
    assert len(list((tmp_path / "tour").glob("*.png"))) == 34


def test_a_screenshot_of_nothing_is_refused(tmp_path: Path) -> None:
    ended = _run("--screenshot", tmp_path / "x.png", "--profile-dir", tmp_path / "profile")
    assert ended.returncode == 2
    assert "nothing to show yet" in ended.stderr
    assert not (tmp_path / "x.png").exists()


def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ended = _run("--demo", "--profile-dir", tmp_path / "profile", "--screenshot", tmp_path / "file" / "x.png")
    assert ended.returncode == 2
    assert "can't be made" in ended.stderr
    assert _one_sentence(ended.stderr)


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_profile_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    ended = _run("--demo", "--profile-dir", blocker / "profile", "--screenshot", tmp_path / "x.png")
    assert ended.returncode == 2
    assert str(blocker) in ended.stderr
    assert _one_sentence(ended.stderr)
    assert blocker.read_text() == "in the way"


def test_a_corrupt_demo_database_and_settings_are_set_aside_and_kept(tmp_path: Path) -> None:
    for name in ("demo.sqlite3", "settings.json"):
        (tmp_path / name).write_bytes(b"\x00 this is neither \xff")
    ended = _run("--demo", "--profile-dir", tmp_path, "--screenshot", tmp_path / "x.png")
    assert ended.returncode == 0, ended.stderr
    aside = {path.name.split(".corrupt-")[0]: path.read_bytes() for path in tmp_path.glob("*.corrupt-*")}
    assert set(aside) == {"demo.sqlite3", "settings.json"}
    assert set(aside.values()) == {b"\x00 this is neither \xff"}
    assert "The settings in" in ended.stderr
    assert "The demo data could not be read" in ended.stderr
    assert all(name in ended.stderr for name in (path.name for path in tmp_path.glob("*.corrupt-*")))
    assert "Traceback" not in ended.stderr


# --- the server alone -------------------------------------------------------------------------------------------------


@pytest.fixture
def mock() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "joip_desktop", "mock", "--sessions", "30", "--rate-limit", "5/15m"]
    process = subprocess.Popen(
        command, env=_environment(), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.communicate()


def test_the_mock_alone_tells_its_address_and_cookie_and_ends_on_a_signal(mock: subprocess.Popen[str]) -> None:
    assert mock.stdout is not None
    told = json.loads(mock.stdout.readline())
    answer = httpx.get(f"{told['address']}/api/sessions", headers={"Cookie": f"connect.sid={told['cookie']}"})
    assert len(answer.json()) == 30
    assert answer.headers["x-ratelimit-limit"] == "5"
    mock.send_signal(signal.SIGTERM)
    rest, complaints = mock.communicate(timeout=PATIENCE)
    assert (mock.returncode, rest, complaints) == (0, "", "")


def test_the_mock_alone_does_without_qt() -> None:
    code = "import sys, joip_desktop.mock.command, joip_desktop.app; print([m for m in sys.modules if 'PySide' in m])"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_a_port_that_is_taken_is_said(mock: subprocess.Popen[str]) -> None:
    assert mock.stdout is not None
    port = json.loads(mock.stdout.readline())["address"].rsplit(":", 1)[1]
    ended = _run("mock", "--port", port)
    assert ended.returncode == 2
    assert port in ended.stderr
    assert _one_sentence(ended.stderr)


def test_the_mock_speaks_the_terminals_language_without_qt(mock: subprocess.Popen[str]) -> None:
    assert mock.stdout is not None
    port = json.loads(mock.stdout.readline())["address"].rsplit(":", 1)[1]
    code = (
        "import sys; from joip_desktop.app import main; "
        f"main(['mock', '--port', '{port}']); print([m for m in sys.modules if 'PySide' in m])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env=_environment(LC_MESSAGES="de_DE.UTF-8", PYTHONUTF8="1"),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ended.stdout.strip() == "[]"
    assert ended.stderr.startswith(f"Port {port} wird von einem anderen Programm verwendet.")


# --- ending -----------------------------------------------------------------------------------------------------------


def test_ending_with_requests_in_flight_is_clean(tmp_path: Path) -> None:
    """Exit code 0, no warning, no thread that keeps the process alive; `make bench` tells how long it takes."""
    with MockServer(sessions=50) as server:
        code = (
            "import asyncio, sys\n"
            "from PySide6.QtWidgets import QApplication\n"
            "from pathlib import Path\n"
            "from joip_desktop.app import run_window\n"
            "from joip_desktop.cli import WindowOptions\n"
            "async def star_everything(window):\n"
            "    while window.workspace.refreshed_at is None:\n"
            "        await asyncio.sleep(0.01)\n"
            "    window.panel.table.selectAll()\n"
            "    window.toggle_favourite()\n"
            "    while QApplication.activeModalWidget() is None:\n"
            "        await asyncio.sleep(0.01)\n"
            "    QApplication.activeModalWidget().accept()\n"
            "    while not window.workspace.outbox.sending:\n"
            "        await asyncio.sleep(0.01)\n"
            "    print('in flight', flush=True)\n"
            "    await asyncio.Event().wait()\n"
            f"options = WindowOptions(server={server.origin!r}, profile=Path({str(tmp_path)!r}))\n"
            "sys.exit(run_window(options, on_window=star_everything))\n"
        )
        environment = _environment(QT_QPA_PLATFORM="offscreen", JOIP_COOKIE=server.cookie)
        with subprocess.Popen(
            [sys.executable, "-W", "always", "-c", code],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            server.latency = 0.0
            line = process.stdout.readline()
            server.latency = 30.0
            assert line == "in flight\n", process.communicate()
            time.sleep(0.1)
            process.send_signal(signal.SIGTERM)
            _, complaints = process.communicate(timeout=PATIENCE)
            assert process.returncode == 0, complaints
            assert complaints == "", "nothing is lost, so nothing is to be said"


# --- two at once ------------------------------------------------------------------------------------------------------


def test_a_second_window_on_the_same_account_is_told_so_and_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "joip_desktop", "--demo", "--profile-dir", str(tmp_path)]
    environment = _environment(QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as first:
        ledger = tmp_path / "accounts"
        while not list(ledger.glob("*/ledger.sqlite3-wal")):
            assert first.poll() is None, first.communicate()
            time.sleep(0.02)
        second = _run("--demo", "--profile-dir", tmp_path, "--screenshot", tmp_path / "x.png")
        assert second.returncode == 2
        assert "open in another window" in second.stderr
        assert _one_sentence(second.stderr)
        assert not (tmp_path / "x.png").exists()
        first.send_signal(signal.SIGTERM)
        _, complaints = first.communicate(timeout=PATIENCE)
        assert (first.returncode, complaints) == (0, "")
    third = _run("--demo", "--profile-dir", tmp_path, "--screenshot", tmp_path / "x.png")
    assert third.returncode == 0, third.stderr


def test_a_damaged_ledger_is_set_aside_and_said(tmp_path: Path) -> None:
    assert _run("--demo", "--profile-dir", tmp_path, "--screenshot", tmp_path / "x.png").returncode == 0
    (ledger,) = tmp_path.glob("accounts/*/ledger.sqlite3")
    ledger.write_bytes(b"no database " * 1000)
    ended = _run("--demo", "--profile-dir", tmp_path, "--screenshot", tmp_path / "x.png")
    assert ended.returncode == 0
    (aside,) = ledger.parent.glob("ledger.sqlite3.corrupt-*")
    assert aside.name in ended.stderr
    assert aside.read_bytes().startswith(b"no database")
