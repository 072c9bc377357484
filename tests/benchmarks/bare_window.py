"""A process of its own: a bare QMainWindow with a QTableView over an empty model. Prints what it measured as JSON."""

from time import perf_counter, process_time  # before all else: the clock starts with the first line

_STARTED = perf_counter()

import json  # noqa: E402
import sys  # noqa: E402

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView  # noqa: E402


class _EmptyModel(QAbstractTableModel):
    """No rows, no columns."""

    def rowCount(self, *_parent: object) -> int:
        return 0

    def columnCount(self, *_parent: object) -> int:
        return 0


class _FirstPaint(QObject):
    """Ends its part of the run when the window is shown: at once, or after a spell of idling."""

    def __init__(self, idle: float) -> None:
        super().__init__()
        self.found: dict[str, float] = {}
        self._idle = idle
        self._painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._on_shown)
        return super().eventFilter(watched, event)

    def _on_shown(self) -> None:
        self.found["shown"] = perf_counter() - _STARTED
        if self._idle:
            QTimer.singleShot(1000, self._rest)
        else:
            QApplication.quit()

    def _rest(self) -> None:
        cpu, start = process_time(), perf_counter()

        def over() -> None:
            self.found["idle"] = (process_time() - cpu) / (perf_counter() - start)
            QApplication.quit()

        QTimer.singleShot(round(self._idle * 1000), over)


def _main(idle: float) -> None:
    app = QApplication([])
    window = QMainWindow()
    view = QTableView()
    model = _EmptyModel()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1280, 800)
    watch = _FirstPaint(idle)
    view.viewport().installEventFilter(watch)
    window.show()
    app.exec()
    sys.stdout.write(json.dumps(watch.found))


if __name__ == "__main__":
    _main(float(sys.argv[1]))
