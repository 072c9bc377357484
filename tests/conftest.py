"""Fixtures for all tests: coroutine tests on Qt's loop, and leaks of any kind as failures."""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from joip_desktop.api.client import JoipClient
from joip_desktop.domain.errors import JoipError
from joip_desktop.mock import auth as mock_auth
from joip_desktop.mock import server as mock_server
from tests.helpers.leaks import Watch, marked, marked_cookie, marked_names, watched
from tests.helpers.true_answers import Truth

settings.register_profile(
    "joip",
    max_examples=60,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("joip")


@pytest.fixture(autouse=True)
def _nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of windows can be compared: the preview does not play by itself, as for people who want less motion."""
    monkeypatch.setattr("joip_desktop.ui.motion.reduced_motion", lambda: True)


@pytest.fixture
def qt_loop(qapp: QApplication) -> Iterator[QEventLoop]:
    """A fresh loop on the one QApplication; what a test leaves running or unhandled on it fails the test."""
    qapp.setQuitOnLastWindowClosed(False)  # as in the app: Qt must not end the loop under the coroutines
    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    lost: list[str] = []
    loop.set_exception_handler(lambda _loop, context: lost.append(str(context.get("exception") or context["message"])))
    yield loop
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in left:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    asyncio.set_event_loop(None)
    assert not lost, f"errors that nobody handled: {lost}"
    assert not left, f"tasks left running: {[task.get_name() for task in left]}"


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests on the loop of the fixture `qt_loop`."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    loop = pyfuncitem.funcargs.get("qt_loop")
    assert isinstance(loop, QEventLoop), "a coroutine test needs the fixture qt_loop"
    wanted = inspect.signature(pyfuncitem.obj).parameters
    arguments: dict[str, Any] = {name: value for name, value in pyfuncitem.funcargs.items() if name in wanted}
    loop.run_until_complete(asyncio.wait_for(pyfuncitem.obj(**arguments), 60))
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every coroutine test its loop without having to name it."""
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            item.fixturenames.insert(0, "qt_loop")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Widgets in cycles are collected in this thread, as in the app (`ui/garbage.py`).

    Python collects in whichever thread happens to allocate; a widget that is destroyed in another one leaves Qt with
    pointers to nothing, and the process dies some tests later.
    """
    if not {"qapp", "qt_loop"} & set(getattr(item, "fixturenames", ())):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()  # what outlives a test stays, so that looking through it again and again costs nothing
        gc.enable()


@pytest.fixture(autouse=True)
def no_errors_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """An error in our log fails the test, unless it is marked with `logs_errors`."""
    collected = _Errors()
    logger = logging.getLogger("joip_desktop")
    logger.addHandler(collected)
    yield
    logger.removeHandler(collected)
    if request.node.get_closest_marker("logs_errors") is None:
        assert not collected.told, f"errors in the log: {collected.told}"


_watch = Watch()
"""Where the mark of the suite's cookies was seen; one for the whole run, as what it looks at is not a test's own."""


@pytest.fixture(scope="session", autouse=True)
def _cookies_are_marked() -> Iterator[None]:
    """Every cookie that a mock server makes holds a mark, and what might let one out is watched (invariant 7)."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(mock_auth, "new_cookie", marked_cookie)
        for name, method in watched(JoipClient, _watch).items():
            patched.setattr(JoipClient, name, method)
        make, read = JoipError.__init__, pytest.CaptureFixture.readouterr

        def made(error: JoipError, *arguments: Any, **named: Any) -> None:
            make(error, *arguments, **named)
            _watch.error(error, "a JoipError")

        def read_out(capture: pytest.CaptureFixture[Any]) -> Any:
            told = read(capture)
            _watch.output(told.out, "the output")
            _watch.output(told.err, "the error output")
            return told

        patched.setattr(JoipError, "__init__", made)
        patched.setattr(pytest.CaptureFixture, "readouterr", read_out)
        logging.getLogger().addHandler(_watch)
        logging.getLogger("joip_desktop").setLevel(logging.DEBUG)  # all that there is to say is looked at
        yield
        logging.getLogger().removeHandler(_watch)


@pytest.fixture(autouse=True)
def no_cookie_gets_out(request: pytest.FixtureRequest) -> Iterator[None]:
    """The mark is in no log record, exception, printed line, file under `tmp_path` or clipboard.

    A test marked `prints_a_cookie` may print it: it is of `joip-desktop mock`, which does so for whoever started it.
    """
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    _watch.found.clear()
    _watch.may_print = request.node.get_closest_marker("prints_a_cookie") is not None
    yield
    if {"qapp", "qt_loop"} & set(request.fixturenames):
        _watch.clipboard()
    if folder is not None:
        _watch.found += marked_names([folder])
    found = _watch.found.copy()
    _watch.found.clear()
    assert not found, f"the cookie got into {found}"


_truth = Truth()
"""What the suite's mock servers have answered."""


@pytest.fixture(scope="session", autouse=True)
def _answers_are_noted() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(mock_server, "Gate", _truth.gate)
        yield


@pytest.fixture(autouse=True)
def answers_are_true(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every answer of a mock server is as its OpenAPI document has it; see the marker `odd_rows`."""
    yield
    lies = _truth.lies(odd_rows=request.node.get_closest_marker("odd_rows") is not None)
    assert not lies, f"answers that are not as the OpenAPI document has them: {lies}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """At the end of a test, look through what it printed and did not read back."""
    report: pytest.TestReport = yield  # type: ignore[assignment]  # what a wrapper is sent is the result
    if call.when == "teardown" and report.passed and item.get_closest_marker("prints_a_cookie") is None:
        found = [name for name, text in report.sections if marked(text)]
        if found:
            report.outcome, report.longrepr = "failed", f"the cookie got into {found}"
    return report  # type: ignore[return-value]


class _Errors(logging.Handler):
    """Keeps the messages of errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@pytest.fixture(scope="module", autouse=True)
def no_thread_outlives_its_module() -> Iterator[None]:
    """Fixtures of a whole module may start threads late; at its end they are gone."""
    with _no_more_threads(ignore=""):
        yield


@pytest.fixture(autouse=True)
def nothing_leaks() -> Iterator[None]:
    """A thread or a window that outlives its test fails it."""
    with _no_more_threads(ignore="mock-worker"):
        yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was handed to deleteLater goes now
        windows = [type(window).__name__ for window in app.topLevelWidgets() if window.isVisible()]
        assert not windows, f"windows left open: {windows}"


@contextmanager
def _no_more_threads(*, ignore: str) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    new = [one for one in threading.enumerate() if one not in before and not (ignore and one.name.startswith(ignore))]
    for thread in new:
        thread.join(timeout=2)
    left = [thread.name for thread in new if thread.is_alive()]
    assert not left, f"threads left running: {left}"
