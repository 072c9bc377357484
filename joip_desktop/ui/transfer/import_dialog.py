"""The dry run of an import: row by row what a file would change, before anything is planned or sent."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.say import later, say
from joip_desktop.engine.threads import in_thread
from joip_desktop.engine.transfer.dry_run import DryRun, Verdict, Wish
from joip_desktop.engine.transfer.importing import FirstLook, examining, looking
from joip_desktop.engine.transfer.mapping import problem_of
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.files import open_regular
from joip_desktop.ui.jobs.views import ReadingTable, TallTabBar
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours, without_icons
from joip_desktop.ui.transfer.columns_page import ColumnsPage
from joip_desktop.ui.transfer.findings_model import COLUMN, DETAILS, LINE, RESULT, SESSION, FindingsModel
from joip_desktop.ui.transfer.words import FORMS, agree_text, counts_text, progress_text, rows_text, unreadable_text
from joip_desktop.ui.wording import shown_text

_WIDTH: Final = 820
_HEIGHT: Final = 560
_SETTLE_MS: Final = 150
"""From a choice among the columns to the next try, in case another one follows."""

_STEPS: Final = 1000
"""Of the progress bar, which can't count the bytes of a large file."""

_CONTENTS: Final = QHeaderView.ResizeMode.ResizeToContents
_INTERACTIVE: Final = QHeaderView.ResizeMode.Interactive

NOTHING_YET: Final = later("Nothing is sent before you have seen the plan and agreed to it.")


class ImportDialog(QDialog):
    """Reads a file in a thread; the window goes on meanwhile. What is agreed to is for the window to plan."""

    agreed = Signal(object)
    """The changes (`Sequence[Change]`) that a plan is to be made of."""

    def __init__(
        self,
        path: Path,
        *,
        workspace: Workspace,
        tasks: Tasks,
        colours: Colours,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._workspace = workspace
        self._tasks = tasks
        self._colours = colours
        self._discretion = discretion or Discretion(self)
        self._look: FirstLook | None = None
        self._attempt = 0
        """Counts what was tried; whatever belongs to a former number is given up."""
        self._found = DryRun()
        self.columns: ColumnsPage | None = None
        self.setWindowTitle(say("Import changes from a file"))
        self.heading = text_label(shown_text(path.name))
        self.problem = text_label()
        self.problem.setStyleSheet(f"color: {colours.error}")
        self.counts = text_label(say("Reading…"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, _STEPS)
        self._size = max(1, _size_of(path))
        self.shown = QComboBox()
        self.model = FindingsModel(workspace.library, self._discretion, self)
        self.table = ReadingTable(self.model, name=say("Rows of the file"), empty=say("There is no such row."))
        self.tabs = QTabWidget()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.agree = self.buttons.addButton(agree_text(0), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._lay_out()
        self._connect()
        self._show_busy(busy=True)
        self._tasks.spawn(self._begin(self._attempt), name="look at a file")

    # --- reading ------------------------------------------------------------------------------------------------------

    async def _begin(self, attempt: int) -> None:
        try:
            look = await in_thread(looking(self._open_file), name="import")
        except OSError as error:
            if self._attempt == attempt:  # else the dialog is gone by now
                self._say_unreadable(error)
            return
        if self._attempt != attempt:
            return
        self._look = look
        self.heading.setText(
            say("{file} – {form}", file=shown_text(self._path.name), form=say(FORMS[self._look.form][0]))
        )
        page = self.columns = ColumnsPage(self._look, self._discretion)
        self.tabs.addTab(page, say("&Columns"))
        page.changed.connect(self._look_again)
        self._try()
        if self.problem.text() and page.boxes:
            self.tabs.setCurrentWidget(page)

    def _look_again(self) -> None:
        """Something else is wanted of the columns."""
        self._attempt += 1
        self._show_busy(busy=True)
        self._settle.start()

    def _try(self) -> None:
        """Read the file anew, by what is chosen now."""
        if self.columns is None or self._look is None:
            return
        self._attempt += 1
        wish = Wish(form=self._look.form, mapped=self.columns.mapped, empties=self.columns.empties.isChecked())
        told = problem_of(wish.mapped) if wish.mapped else ""
        self.problem.setText(told)
        self.problem.setVisible(bool(told))
        if told:
            self._show_busy(busy=False)
            self._show(DryRun())
            self.counts.setText("")
            return
        self._show_busy(busy=True)
        self._tasks.spawn(self._examine(wish, self._attempt), name="try an import")

    async def _examine(self, wish: Wish, attempt: int) -> None:
        sessions = dict(self._workspace.library.shown)
        work = examining(self._open_file, sessions, wish, is_wanted=lambda: self._attempt == attempt)
        try:
            found = await in_thread(work, progress=lambda far: self._show_progress(far, attempt), name="import")
        except OSError as error:
            if self._attempt == attempt:
                self._say_unreadable(error)
            return
        if found is not None and self._attempt == attempt:
            self._show_busy(busy=False)
            self._show(found)

    def _open_file(self) -> BinaryIO:
        return open_regular(self._path)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _show(self, found: DryRun) -> None:
        self._found = found
        self.counts.setText(counts_text(found))
        changes = found.counts.get(Verdict.CHANGE, 0)
        self.agree.setText(agree_text(changes))
        self.agree.setEnabled(changes > 0)
        if changes:
            self.agree.setDefault(True)
        with QSignalBlocker(self.shown):
            self.shown.clear()
            self.shown.addItem(say("Everything but unchanged rows"), None)
            for verdict, count in found.counts.items():
                self.shown.addItem(rows_text(verdict, count), verdict)
        self._show_rows()

    def _show_rows(self) -> None:
        verdict = self.shown.currentData()
        self.model.show(self._found, self._found.noteworthy if verdict is None else self._found.places[verdict])

    def _show_progress(self, far: int, attempt: int) -> None:
        if self._attempt == attempt:
            self.progress.setValue(min(_STEPS, _STEPS * far // self._size))
            self.counts.setText(progress_text(far, self._size))

    def _show_busy(self, *, busy: bool) -> None:
        """While a file is read there is nothing to agree to, and the bar keeps its place."""
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.setVisible(busy)
        self.shown.setEnabled(not busy)
        if busy:
            self.progress.setValue(0)
            self.agree.setEnabled(False)
            self.counts.setText(say("Reading…"))

    def _say_unreadable(self, error: OSError) -> None:
        self._attempt += 1
        self._show_busy(busy=False)
        self.counts.setText("")
        self.problem.setText(unreadable_text(shown_text(self._path.name), error))
        self.problem.show()

    def _on_agree(self) -> None:
        changes = list(self._found.changes())
        self.accept()
        self.agreed.emit(changes)

    # --- putting together ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._settle.timeout.connect(self._try)
        self.shown.currentIndexChanged.connect(lambda _: self._show_rows())
        self.buttons.accepted.connect(self._on_agree)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self._give_up())

    def _give_up(self) -> None:
        self._attempt += 1
        self._settle.stop()

    def _lay_out(self) -> None:
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.problem.hide()
        header = self.table.horizontalHeader()
        for column, mode in ((LINE, _CONTENTS), (SESSION, _INTERACTIVE), (RESULT, _CONTENTS), (COLUMN, _CONTENTS)):
            header.setSectionResizeMode(column, mode)
        header.setSectionResizeMode(DETAILS, QHeaderView.ResizeMode.Stretch)
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.resizeSection(SESSION, _WIDTH // 4)
        rows = QWidget()
        inside = QVBoxLayout(rows)
        line = QHBoxLayout()
        label = QLabel(say("S&how:"))
        label.setBuddy(self.shown)
        line.addWidget(label)
        line.addWidget(self.shown, 1)
        inside.addLayout(line)
        inside.addWidget(self.table, 1)
        self.tabs.setTabBar(TallTabBar())
        self.tabs.addTab(rows, say("&Rows"))
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        for widget in (self.heading, self.problem, self.counts, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(text_label(say(NOTHING_YET)))
        layout.addWidget(self.buttons)
        self.resize(_WIDTH, _HEIGHT)


_LOOKED_AT: Final = 200
"""Rows by which columns get their width; looking at all would take seconds."""


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
