"""Screens that are shared: asks the desktop every few seconds, and keeps discreet mode on meanwhile."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QAction

from joip_desktop.domain.say import later, say
from joip_desktop.domain.screen_sharing import is_shared
from joip_desktop.storage.settings import Settings
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.notices import Notices
from joip_desktop.ui.wording import plain_tooltip

_PROGRAM: Final = "pw-dump"
_EVERY_MS: Final = 2000
_PATIENCE_MS: Final = 5000
_ROOM: Final = 16 * 2**20
"""Bytes of an answer; real ones have less than one million."""
_TWICE: Final = 2
"""Answers in a row that it takes to believe that nothing is shared any more, or that it can't be told."""
_GONE_MS: Final = 1000


def tells_sharing(program: str, *, platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the desktop can be asked whether screens are shared: it uses Wayland, and `program` is there to ask.

    With X11, as on other systems, programs take pictures of the screen without anybody knowing.
    """
    is_wayland = "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland"
    return platform.startswith("linux") and is_wayland and shutil.which(program) is not None


class SharingWatcher(QObject):
    """Asks every few seconds, while it is wanted, whether a screen is shared; one question at a time."""

    changed = Signal(bool)
    """A screen is shared now, or none any more. The first answer is told, too."""

    sight_changed = Signal(bool)
    """It can be told again, or no longer; `shared` stays as it was then."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        program: str = _PROGRAM,
        arguments: Sequence[str] = (),
        available: bool | None = None,
        every_ms: int = _EVERY_MS,
        patience_ms: int = _PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self.available = tells_sharing(program) if available is None else available
        """Whether this computer can tell."""
        self.shared: bool | None = None
        """The latest answer that can be relied on; None before the first one."""
        self._failures = self._calm = 0
        self._wanted = False
        self._said = bytearray()
        self._process = QProcess(self)
        self._process.setProgram(program)
        self._process.setArguments(list(arguments))
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._pause = QTimer(self, singleShot=True, interval=every_ms)
        self._pause.timeout.connect(self._ask)
        self._patience = QTimer(self, singleShot=True, interval=patience_ms)
        self._patience.timeout.connect(self._process.kill)

    def start(self) -> None:
        """Begin to ask, at once, where the computer can tell."""
        if self.available and not self._wanted:
            self._wanted = True
            self._ask()

    def stop(self) -> None:
        """Ask no longer, and forget the answers; a question that is under way is ended. Nothing is told."""
        self._wanted = False
        self._pause.stop()
        self._patience.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_GONE_MS)  # a moment: until the system has taken it away
        self.shared = None
        self._failures = self._calm = 0

    def _ask(self) -> None:
        self._said.clear()
        self._patience.start()
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start()
        else:
            self._take(None)

    def _read(self) -> None:
        self._said += self._process.readAllStandardOutput().data()
        if len(self._said) > _ROOM:
            self._process.kill()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # all others are told by `finished`, too
            self._take(None)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        is_whole = status is QProcess.ExitStatus.NormalExit and code == 0
        self._take(is_shared(self._said.decode("utf-8", "replace")) if is_whole else None)

    def _take(self, shared: bool | None) -> None:
        """Make of one answer, or of none, what can be relied on."""
        self._patience.stop()
        if not self._wanted:
            return
        self._pause.start()
        if shared is None:
            self._calm = 0
            self._failures += 1
            if self._failures == _TWICE:
                self.sight_changed.emit(False)
            return
        was_blind, self._failures = self._failures >= _TWICE, 0
        self._calm = 0 if shared else self._calm + 1
        if was_blind:
            self.sight_changed.emit(True)
        # Between two windows that are shared one after the other, there is a moment with none.
        if shared != self.shared and (shared or self.shared is None or self._calm >= _TWICE):
            self.shared = shared
            self.changed.emit(shared)


UNAVAILABLE: Final = later("This computer does not tell whether screens are shared.")
_ON: Final = later("Discreet mode is on while a screen is shared.")
_BLIND: Final = later("Whether a screen is shared can’t be told now, so discreet mode does not go on by itself.")
_BLIND_ON: Final = later("Whether a screen is still shared can’t be told now, so discreet mode stays as it is.")


class SharingGuard(QObject):
    """Keeps discreet mode on while a screen is shared, if the person wants that, and says so."""

    settings_changed = Signal()
    """The person has switched it on or off."""

    def __init__(
        self,
        discretion: Discretion,
        settings: Settings,
        *,
        watcher: SharingWatcher | None = None,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion
        self._settings = settings
        self._notices = notices
        self._watcher = watcher or SharingWatcher(self)
        self._says_why = False
        self._action: QAction | None = None
        self._watcher.changed.connect(self._on_changed)
        self._watcher.sight_changed.connect(self._on_sight)
        discretion.changed.connect(self._say_why)

    @property
    def on(self) -> bool:
        """Whether it is switched on, where the computer can tell."""
        return self._settings.discreet_while_sharing and self._watcher.available

    def begin(self, action: QAction) -> None:
        """Show the setting in its action, and watch where it is on."""
        self._action = action
        action.setEnabled(self._watcher.available)
        if not self._watcher.available:
            action.setToolTip(plain_tooltip(say(UNAVAILABLE)))
            action.setStatusTip(say(UNAVAILABLE))
        self.follow_setting()

    def follow_setting(self) -> None:
        """Do as the settings say now."""
        if self._action is not None:
            self._action.setChecked(self.on)
        self._watch()

    def toggle(self) -> None:
        """Switch it on or off, as the person chose."""
        self._settings.discreet_while_sharing = not self._settings.discreet_while_sharing
        self.settings_changed.emit()
        self.follow_setting()

    def close_listening(self) -> None:
        """Watch no longer; what is hidden stays hidden."""
        self._watcher.stop()

    def _watch(self) -> None:
        if self.on:
            self._discretion.set_sharing(True)  # until the first answer: nothing is to flash up
            self._watcher.start()
        else:
            self._watcher.stop()
            self._discretion.set_sharing(False)
            self._take_back_doubts()

    def _on_changed(self, shared: bool) -> None:
        self._discretion.set_sharing(shared)
        self._say_why()

    def _on_sight(self, can_tell: bool) -> None:
        self._take_back_doubts()
        if can_tell:
            return
        if self._watcher.shared is None:  # never seen: without an end, what is hidden would seem to be broken
            self._discretion.set_sharing(False)
        self._notices.add(say(_BLIND_ON if self._watcher.shared else _BLIND))

    def _take_back_doubts(self) -> None:
        for sentence in (_BLIND, _BLIND_ON):
            self._notices.take_back(say(sentence))

    def _say_why(self) -> None:
        """Say once for each time that it is on because of a screen; say it no longer when it is not."""
        why = bool(self._watcher.shared) and self._discretion.is_on_for_sharing
        if why is not self._says_why:
            self._says_why = why
            (self._notices.add if why else self._notices.take_back)(say(_ON))
