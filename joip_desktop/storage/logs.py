"""Where log records go: to stderr from the start, and to a file as soon as its folder is known.

Only loggers of ours speak below WARNING, at whatever level the file is: libraries write headers at DEBUG and whole
addresses at INFO. What nobody catches goes the same way, so that nothing is printed that has not passed the formatter.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, TextIO

from joip_desktop import __version__
from joip_desktop.domain.say import say
from joip_desktop.storage.log_file import CrashFile, LogFile, LogPlace
from joip_desktop.storage.log_format import RecordFormatter
from joip_desktop.storage.settings import LogLevel

OURS: Final = ("joip_desktop", "qt")
"""The loggers that may say more than warnings."""

log = logging.getLogger(__name__)


class Logs:
    """The log of a process. Until `begin` nothing is different; `close` puts everything back."""

    def __init__(self, *, crashes: bool = True) -> None:
        self._crashes = crashes
        self._stderr = _Stderr()
        self._undo: list[Callable[[], object]] = []
        self._file: LogFile | None = None
        self.on_fault: Callable[[BaseException], object] = nobody
        """Told of errors in the main thread that nobody caught, after they are in the log."""

    def begin(self) -> None:
        """Warnings and what nobody catches go to stderr."""
        root = logging.getLogger()
        self._put_in(root, self._stderr)
        for name, level in (("", logging.WARNING), *((ours, logging.WARNING) for ours in OURS)):
            self._set_level(logging.getLogger(name), level)
        logging.captureWarnings(capture=True)
        self._undo.append(lambda: logging.captureWarnings(capture=False))
        self._catch_whatnobody_does()

    def open(self, folder: Path, level: LogLevel) -> str:
        """Keep a log file in `folder`, too, with records from `level` on.

        Returns what to tell the person where that can't be done, "" otherwise: there is only stderr then.
        """
        try:
            place = LogPlace.take(folder)
            self._undo.append(place.leave)
            file = LogFile(place.log, complain=self._complain)
            self._undo.append(file.close)
            if self._crashes:
                self._undo.append(CrashFile(place.crashes).close)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return say(
                "No log is kept in this run: {folder} can't be written ({reason}).", folder=folder, reason=reason
            )
        self._put_in(logging.getLogger(), file)
        self._file = file
        self.set_level(level)
        system = f"{platform.system()} {platform.release()}"
        log.info("JOIP Desktop %s begins, on Python %s, %s", __version__, platform.python_version(), system)
        return ""

    def set_level(self, level: LogLevel) -> None:
        """Keep records from this level on, from now on."""
        if self._file is not None:
            number = logging.getLevelNamesMapping()[level.upper()]
            self._file.setLevel(number)
            for name in OURS:
                logging.getLogger(name).setLevel(min(number, logging.WARNING))

    def close(self) -> None:
        """Write to no file any longer, and leave logging and Python's hooks as they were. Idempotent."""
        while self._undo:
            self._undo.pop()()

    def _put_in(self, logger: logging.Logger, handler: logging.Handler) -> None:
        logger.addHandler(handler)
        self._undo.append(lambda: logger.removeHandler(handler))

    def _set_level(self, logger: logging.Logger, level: int) -> None:
        before = logger.level
        logger.setLevel(level)
        self._undo.append(lambda: logger.setLevel(before))

    def _complain(self, reason: str) -> None:
        """Said on stderr alone, as the file would not take it."""
        sentence = say("The log file can't be written ({reason}).", reason=reason)
        self._stderr.handle(logging.LogRecord(__name__, logging.WARNING, __file__, 0, sentence, None, None))

    # --- what nobody catches ------------------------------------------------------------------------------------------

    def _catch_whatnobody_does(self) -> None:
        before, in_threads, in_vain = sys.excepthook, threading.excepthook, sys.unraisablehook

        def raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                before(kind, error, trace)
            else:
                log.critical("an error that nobody caught", exc_info=(kind, error, trace))
                self.on_fault(error)

        def raised_in_thread(told: threading.ExceptHookArgs) -> None:
            if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
                name = "" if told.thread is None else told.thread.name
                log.critical("the thread %s ended in an error", name, exc_info=told.exc_value)

        def raised_in_vain(told: sys.UnraisableHookArgs) -> None:
            name = getattr(told.object, "__qualname__", type(told.object).__name__)
            log.error("an error that could not be raised, in %s", name, exc_info=told.exc_value or True)

        sys.excepthook, threading.excepthook, sys.unraisablehook = raised, raised_in_thread, raised_in_vain

        def put_back() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before, in_threads, in_vain

        self._undo.append(put_back)


def nobody(_error: BaseException) -> None:
    """Stands for `Logs.on_fault` while nobody is there to be told."""


class _Stderr(logging.StreamHandler[TextIO]):
    """Writes to whatever stderr is at the moment; nothing where there is none, as without a console on Windows."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)
        self.setLevel(logging.WARNING)
        self.setFormatter(RecordFormatter(timed=False))

    def emit(self, record: logging.LogRecord) -> None:
        if sys.stderr is not None:
            self.stream = sys.stderr
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name of logging
        """There is no other place to tell it, and logging's own way would print the record as it is."""
