"""The cookie's mark is nowhere but on the wire to its server, after a journey through everything (invariant 7)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.leaks import marked, marked_names

ROOT = Path(__file__).parents[2]


class Ended:
    """A journey that has been made, and all places where the mark was found."""

    def __init__(self, folder: Path, plant: str = "") -> None:
        self.home, self.profile, result = folder / "home", folder / "profile", folder / "result.json"
        self.home.mkdir()
        environ = {
            "PATH": os.environ["PATH"],
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home),
            "TMPDIR": str(self.home),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "C.UTF-8",
        }
        command = [sys.executable, "-m", "tests.helpers.leak_journey", str(self.profile), str(result), plant]
        self.run = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, timeout=120, check=False)
        assert result.exists(), self.run.stderr.decode(errors="replace")[-3000:]
        told = json.loads(result.read_text())
        self.steps: list[str] = told["steps"]
        self.places: list[str] = told["seen"] + marked_names([folder])
        self.places += [name for name in ("stdout", "stderr") if marked(getattr(self.run, name))]


def test_no_file_log_export_screen_or_other_server_has_the_mark(tmp_path: Path) -> None:
    ended = Ended(tmp_path)
    assert ended.places == []
    assert ended.run.returncode == 0
    # What was looked through was there, and the journey went all the way.
    log = (ended.profile / "logs" / "joip-desktop.log").read_text(encoding="utf-8")
    assert log.count("RuntimeError: connect.sid= (hidden)") >= 2, log[-3000:]
    assert "GET /api/sessions: 200" in log
    assert "DEBUG" in log
    har = json.loads((ended.profile / "traffic.har").read_text())
    assert len(har["log"]["entries"]) > 20
    for name in ("settings.json", "report.csv", "accounts", "cache"):
        assert (ended.profile / name).exists(), name
    for step in ("signed out", "signed in", "changed", "answered 500", "answered 302", "failed", "saved", "broken"):
        assert step in ended.steps


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        ("screen", "the screen or the clipboard: planted"),
        ("file", "planted"),
        ("log", "joip-desktop.log"),
        ("output", "stderr"),
    ],
)
def test_a_leak_would_be_found(tmp_path: Path, plant: str, place: str) -> None:
    ended = Ended(tmp_path, plant)
    assert [found for found in ended.places if found.endswith(place)], ended.places
    for path in marked_names([tmp_path]):  # planted, and not to be found by the suite's own watch
        Path(path).unlink()


def test_a_profile_folder_keeps_everything(tmp_path: Path) -> None:
    """Portable use: with --profile-dir nothing is written anywhere else."""
    ended = Ended(tmp_path)
    assert [path.name for path in ended.home.rglob("*")] == []
