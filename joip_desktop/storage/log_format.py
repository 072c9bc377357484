"""How a log record is written: in one line, tracebacks indented below it, and with nothing that looks like a secret.

Text from elsewhere can't forge a line: control characters are spelt out. Of exceptions that may quote what sessions
hold (answers of the server, values that a model refused) the kind is written and not the text.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from pydantic import ValidationError

from joip_desktop.domain.errors import JoipError, StatusError, StorageError, TransportError
from joip_desktop.domain.redaction import redacted

_LONGEST: Final = 8_000
"""Characters of a message, and of an exception's text."""

_FRAMES: Final = 60
_CHAIN: Final = 20
"""Exceptions that are told with the one that was raised: its causes, and the members of groups."""

_CAUSE: Final = "The above exception was the direct cause of the following exception:"
_CONTEXT: Final = "During handling of the above exception, another exception occurred:"
_INDENT: Final = "    "


class RecordFormatter(logging.Formatter):
    """Lines as "2026-03-01T12:30:00.123Z WARNING joip_desktop.app: message"; without `timed`, as on a terminal."""

    def __init__(self, *, timed: bool = True) -> None:
        super().__init__()
        self._timed = timed

    def format(self, record: logging.LogRecord) -> str:
        """The record's text, without a line end behind it. It never fails, whatever the record holds."""
        message = _one_line(redacted(_message_of(record)[:_LONGEST]))
        if self._timed:
            moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
            head = f"{moment.removesuffix('+00:00')}Z {record.levelname} {_one_line(record.name)}: {message}"
        else:
            head = f"{_one_line(record.name)}: {record.levelname}: {message}"
        return "\n".join([head, *(f"{_INDENT}{line}" for line in _more(record))])


def _message_of(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception:  # noqa: BLE001 - an argument that can't be said must not stop what wanted to tell of it
        return f"{record.msg} (what belongs into it can't be said)"


def _more(record: logging.LogRecord) -> Iterator[str]:
    """The lines below the first one: the exception, and the stack where one was asked for."""
    lines: list[str] = []
    if record.exc_info and (error := record.exc_info[1]) is not None:
        lines += _told(error, set())
    elif record.exc_text:
        lines += record.exc_text.splitlines()
    lines += (record.stack_info or "").splitlines()
    return map(_one_line, redacted("\n".join(lines)).splitlines())


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    """The exception with those that led to it, as Python prints them."""
    seen.add(id(error))
    cause, context = error.__cause__, None if error.__suppress_context__ else error.__context__
    for earlier, link in ((cause, _CAUSE), (None if cause else context, _CONTEXT)):
        if earlier is not None and id(earlier) not in seen and len(seen) < _CHAIN:
            yield from _told(earlier, seen)
            yield link
    if error.__traceback__ is not None:
        yield "Traceback (most recent call last):"
        for piece in traceback.format_tb(error.__traceback__, limit=-_FRAMES):
            yield from piece.rstrip().splitlines()
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    yield from f"{name}: {_text_of(error)[:_LONGEST]}".removesuffix(": ").splitlines()
    notes = getattr(error, "__notes__", ())
    for note in notes if isinstance(notes, list | tuple) else ():
        yield from _safely(note)[:_LONGEST].splitlines()
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            if id(member) not in seen and len(seen) < _CHAIN:
                yield "One of them:"
                yield from (f"{_INDENT}{line}" for line in _told(member, seen))


def _text_of(error: BaseException) -> str:
    """What the exception says, less what may quote a session or the server."""
    match error:
        case StatusError():
            return f"status {error.status}"
        case ValidationError():
            found = error.errors(include_url=False, include_context=False, include_input=False)
            return "; ".join(f"{'.'.join(map(str, one['loc'][:1]))}: {one['type']}" for one in found)
        case JoipError() if not isinstance(error, StorageError | TransportError):
            return ""
    return _safely(error)


def _safely(value: object) -> str:
    try:
        return str(value)
    except Exception:  # noqa: BLE001 - whatever goes wrong in it, there is something worse to tell
        return "(it can't be said)"


def _one_line(text: str) -> str:
    """The text with its control characters spelt out, and halves of surrogates, which no file takes."""
    return text if text.isprintable() else "".join(map(_spelt, text))


def _spelt(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
