from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from joip_desktop.ui import qt_messages


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (QtMsgType.QtDebugMsg, logging.DEBUG),
        (QtMsgType.QtInfoMsg, logging.INFO),
        (QtMsgType.QtWarningMsg, logging.WARNING),
        (QtMsgType.QtCriticalMsg, logging.ERROR),
        (QtMsgType.QtFatalMsg, logging.CRITICAL),
    ],
)
def test_qts_messages_are_log_records(caplog: pytest.LogCaptureFixture, kind: QtMsgType, level: int) -> None:
    with caplog.at_level(logging.DEBUG, logger="qt"):
        qt_messages._handle(kind, QMessageLogContext(), "100 % of something")
    assert [(one.name, one.levelno, one.getMessage()) for one in caplog.records] == [
        ("qt", level, "100 % of something")
    ]


def test_what_is_no_news_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="qt"):
        message = "This plugin does not support propagateSizeHints()"
        qt_messages._handle(QtMsgType.QtWarningMsg, QMessageLogContext(), message)
    assert caplog.records == []
