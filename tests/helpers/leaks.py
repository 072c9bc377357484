"""A marked cookie, and the places where its mark must not be: logs, output, files, the clipboard, exceptions."""

from __future__ import annotations

import base64
import functools
import inspect
import json
import logging
import secrets
import sys
import traceback
from collections.abc import Callable, Coroutine, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import quote

MARK: Final = "Qz7LeakMark3Xw"
"""Letters and digits alone, so that percent-encoding, JSON, HTML and a shell's quoting leave it as it is."""

_CHUNK: Final = 1 << 22


def marked_cookie() -> str:
    """A value as express-session makes them, with the mark in the id and in the signature.

    Twice, so that a file that cuts the value in two, as between pages of a database, still holds a whole mark.
    """
    signature = base64.b64encode(secrets.token_bytes(21)).decode()[:28] + MARK + "A"
    return quote(f"s:{secrets.token_urlsafe(12)}{MARK}{secrets.token_urlsafe(3)}.{signature}", safe="")


def _forms(mark: str) -> Iterator[bytes]:
    plain = mark.encode("ascii")
    yield plain
    yield mark.encode("utf-16-le")  # as Qt and Windows keep texts
    yield mark.encode("utf-16-be")  # as Qt writes them to a data stream
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    yield "".join(f"%{byte:02X}" for byte in plain).encode()
    yield "".join(f"%{byte:02x}" for byte in plain).encode()
    yield "".join(f"\\u{byte:04x}" for byte in plain).encode()
    yield "".join(f"\\x{byte:02x}" for byte in plain).encode()
    for before in range(3):  # what stands before it moves the mark within base64's groups of three bytes
        encoded = base64.b64encode(b"\0" * before + plain)
        yield encoded[(0, 2, 3)[before] : len(encoded) // 4 * 4 - 4]
    yield plain[::-1]


FORMS: Final = tuple(dict.fromkeys(_forms(MARK)))


def marked(content: bytes | str) -> bool:
    """Whether the mark is in it, in any form."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return any(form in raw for form in FORMS)


def marked_names(folders: Iterable[Path]) -> list[str]:
    """The files in these folders, and below, that have the mark in their name, their bytes or as where a link leads."""
    return sorted(str(path) for folder in folders for path in folder.rglob("*") if _is_marked(path))


def _is_marked(path: Path) -> bool:
    if marked(path.name):
        return True
    if path.is_symlink():
        return marked(str(path.readlink()))
    try:
        return path.is_file() and _file_is_marked(path)
    except OSError:  # gone meanwhile, or its test took away the right to read it
        return False


def _file_is_marked(path: Path) -> bool:
    overlap = max(map(len, FORMS))
    with path.open("rb") as file:
        tail = b""
        while chunk := file.read(_CHUNK):
            if marked(tail + chunk):
                return True
            tail = chunk[-overlap:]
    return False


def told_by(error: BaseException) -> str:
    """All that an exception tells: texts, arguments, notes and attributes, also of those it came from."""
    told, waiting, seen = [], [error], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        told += [str(one), repr(one), repr(one.args), repr(getattr(one, "__dict__", ""))]
        waiting += [further for further in (one.__cause__, one.__context__) if further is not None]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
    return "\n".join([*told, *traceback.format_exception(error)])


class Watch(logging.Handler):
    """What a test lets out while it runs; `found` names the places where the mark was."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.found: list[str] = []
        self.may_print = False

    def emit(self, record: logging.LogRecord) -> None:
        """Look through a record, as a formatter with any layout might write it."""
        texts = [record.getMessage(), repr(record.args), str(record.name), str(record.threadName)]
        if record.exc_info and record.exc_info[1]:
            texts.append(told_by(record.exc_info[1]))
        texts += [record.exc_text or "", record.stack_info or ""]
        if any(map(marked, texts)):
            self.found.append(f"the log, at {record.pathname}:{record.lineno}")

    def error(self, error: BaseException, where: str) -> None:
        """Look through an exception."""
        if marked(told_by(error)):
            self.found.append(f"an exception: {type(error).__name__} of {where}")

    def output(self, text: str | bytes, where: str) -> None:
        """Look through what was printed."""
        if not self.may_print and marked(text):
            self.found.append(where)

    def clipboard(self) -> None:
        """Look at the clipboard, if there is one; a marked one is emptied, so that one test alone is blamed."""
        gui = sys.modules.get("PySide6.QtGui")
        if gui is None or gui.QGuiApplication.instance() is None:
            return
        clipboard = gui.QGuiApplication.clipboard()
        content = clipboard.mimeData()
        if content is None:
            return
        if any(marked(bytes(content.data(kind).data())) for kind in content.formats()) or marked(clipboard.text()):
            self.found.append("the clipboard")
            clipboard.clear()


def watched(kind: type[object], watch: Watch) -> dict[str, Callable[..., Any]]:
    """The public coroutine methods of a class, each with a look at what it raises."""
    return {
        name: _watched(method, watch)
        for name, method in vars(kind).items()
        if inspect.iscoroutinefunction(method) and not name.startswith("_")
    }


def _watched(
    method: Callable[..., Coroutine[Any, Any, object]], watch: Watch
) -> Callable[..., Coroutine[Any, Any, object]]:
    @functools.wraps(method)
    async def call(*arguments: object, **named: object) -> object:
        try:
            return await method(*arguments, **named)
        except Exception as error:
            watch.error(error, method.__qualname__)
            raise

    return cast("Callable[..., Coroutine[Any, Any, object]]", call)


def planted() -> dict[str, bytes]:
    """The mark in every form that the scan knows of, for tests of the scan itself, made by other means than its own."""
    cookie = f"connect.sid=s%3Aid{MARK}.sig"
    return {
        "raw": cookie.encode(),
        "percent": quote(cookie, safe="").encode(),
        "percent, all": "".join(f"%{ord(one):02X}" for one in cookie).encode(),
        "JSON": json.dumps({"text": f'"{cookie}"\u2028'}).encode(),
        "JSON, all": "".join(f"\\u{ord(one):04x}" for one in cookie).encode(),
        "hex": cookie.encode().hex().encode(),
        "HEX": cookie.encode().hex().upper().encode(),
        "UTF-16": cookie.encode("utf-16"),
        "UTF-16BE": cookie.encode("utf-16-be"),
        "bytes": "".join(f"\\x{ord(one):02x}" for one in cookie).encode(),
        "backwards": cookie[::-1].encode(),
        **{f"base64 {before}": base64.b64encode(b"x" * before + cookie.encode()) for before in range(3)},
        **{f"base64url {before}": base64.urlsafe_b64encode(b"?" * before + cookie.encode()) for before in range(3)},
    }
