"""A desktop that tells whether screens are shared as a test wants it to: a program in place of `pw-dump`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from joip_desktop.ui.screen_sharing import SharingWatcher

_PROGRAM = """
import os, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
say = lambda line: os.write(log, line.encode())
log = os.open(folder / "log", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
say(f"begin {os.getpid()}\\n")
answer = (folder / "answer").read_text()
if answer == "hang":
    time.sleep(600)
while answer == "flood":
    sys.stdout.write("x" * 100_000)
sys.stdout.write(answer)
sys.stdout.flush()
say("end\\n")
sys.exit(3 if answer.endswith("\\n") else 0)
"""

_CORE = {"id": 0, "type": "PipeWire:Interface:Core", "info": {"name": "pipewire-0"}}
_CAST = {"media.class": "Stream/Output/Video", "media.name": "meta-screen-cast-src", "node.name": "gnome-shell"}
QUIET = json.dumps([_CORE])
SHARED = json.dumps(
    [_CORE, {"id": 70, "type": "PipeWire:Interface:Node", "info": {"state": "running", "props": _CAST}}]
)
BROKEN = "can't connect: Host is down\n"
HALF_HEARTED = SHARED + "\n"
"""Looks whole, but the program ends with an error, as after `BROKEN`."""
HANG = "hang"
FLOOD = "flood"


class Desktop:
    """What a desktop answers, and who asked."""

    def __init__(self, folder: Path, answer: str = QUIET) -> None:
        self._folder = folder
        self.program = folder / "pw-dump.py"
        self.program.write_text(_PROGRAM, encoding="utf-8")
        self.answers(answer)

    def answers(self, answer: str) -> None:
        """Answer this from now on; never half of it."""
        fresh = self._folder / "fresh"
        fresh.write_text(answer, encoding="utf-8")
        fresh.replace(self._folder / "answer")

    def watcher(self, *, every_ms: int = 1, patience_ms: int = 60_000, available: bool = True) -> SharingWatcher:
        """One that asks this desktop; by default without a pause, and waiting for as long as it takes."""
        return SharingWatcher(
            program=sys.executable,
            arguments=["-I", "-S", str(self.program), str(self._folder)],
            available=available,
            every_ms=every_ms,
            patience_ms=patience_ms,
        )

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make this process believe that it runs on this desktop."""
        program = self._folder / "pw-dump"
        program.write_text(
            f"#!/bin/sh\nexec '{sys.executable}' -I -S '{self.program}' '{self._folder}'\n", encoding="utf-8"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(self._folder), prepend=os.pathsep)
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-of-a-test")

    @property
    def log(self) -> list[str]:
        """Who has begun and ended, in order."""
        log = self._folder / "log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    @property
    def asked(self) -> int:
        """How often it has been asked."""
        return sum(line.startswith("begin") for line in self.log)

    def left(self) -> list[int]:
        """Processes that are still there, zombies included."""
        return [pid for line in self.log if line.startswith("begin") and _is_there(pid := int(line.split()[1]))]


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
