"""The table of what the server saw."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from joip_desktop.ui.server.demo_server import Seen
from joip_desktop.ui.server.requests_model import HEADERS, KEPT, RequestsModel


def seen(number: int, status: int = 200, path: str = "/api/sessions", *faults: str) -> Seen:
    return Seen(number, 1_780_000_000.0, "GET", path, status, 0.0126, faults)


def row_of(model: QAbstractItemModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(len(HEADERS))]


def test_the_latest_is_on_top_and_the_oldest_go(qtmodeltester: object) -> None:  # noqa: ARG001 - loads the plugin
    model = RequestsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add([])
    assert (model.rowCount(), model.latest) == (0, 0)
    model.add([seen(1), seen(2, 0, "/api/sessions/7", "drip", "delay")])
    assert row_of(model, 0)[1:] == ["GET", "/api/sessions/7", "No answer", "13 ms", "drip, delay"]
    assert row_of(model, 1)[2:4] == ["/api/sessions", "200"]
    model.add([seen(number, 200, f"/{number}") for number in range(3, 3 + KEPT)])
    assert model.rowCount() == KEPT
    assert row_of(model, 0)[2] == f"/{KEPT + 2}"
    assert row_of(model, KEPT - 1)[2] == "/3"
    model.add([seen(number, 200, f"/{number}") for number in range(5000, 5000 + 3 * KEPT)])
    assert (model.rowCount(), model.latest) == (KEPT, 5000 + 3 * KEPT - 1)


def test_clearing_forgets_the_rows_and_not_where_it_was() -> None:
    model = RequestsModel()
    model.add([seen(4)])
    model.clear()
    assert (model.rowCount(), model.latest) == (0, 4)


def test_what_a_client_wrote_is_text() -> None:
    model = RequestsModel()
    model.add([seen(1, 404, "/<b>x</b>\n\u202ey")])
    index = model.index(0, 2)
    assert "\n" not in index.data()
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)
