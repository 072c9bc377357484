"""The review of one session's edits before they are saved: field by field, as JSON, and as a cURL command."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QGuiApplication,
    QStandardItem,
    QStandardItemModel,
    QTextOption,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.curl import COOKIE_VARIABLE
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import UNKNOWN
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.outbox import OutboxEvent
from joip_desktop.engine.plan import GONE
from joip_desktop.engine.review import Review, ReviewRow, excerpts, review
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN, HIDDEN_FIELDS, HIDDEN_VALUE, Discretion
from joip_desktop.ui.jobs.views import ReadingTable, TallTabBar
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours, without_icons
from joip_desktop.ui.values import value_text, whole_text
from joip_desktop.ui.wording import plain_tooltip, shortened

_WIDTH: Final = 640
_HEIGHT: Final = 420
_NAME_LENGTH: Final = 80
_CELL_LENGTH: Final = 200
_TIP_LENGTH: Final = 2000
_SENTENCES: Final = 6
"""Notes that are told before the rest is only counted."""

_HEADERS: Final = (later("Field"), later("Now"), later("After"))
_NO_COPY: Final = later("Discreet mode is on, and what is copied would not be hidden.")
_NOTHING_TO_SAVE: Final = later("There is nothing to save.")
_NOTHING_SENT: Final = later("Nothing is sent while there is something to put right.")


class ReviewDialog(QDialog):
    """Shows what saving a session's edits sends, and follows the edits while it is open; `accepted` means: save."""

    def __init__(
        self,
        session_id: int,
        *,
        workspace: Workspace,
        origin: str,
        colours: Colours,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session_id = session_id
        self._workspace = workspace
        self._origin = origin
        self._discretion = discretion or Discretion(self)
        self.setWindowTitle(say("Review"))
        self._heading, self._problems, self._notes = text_label(), text_label(), text_label()
        self.tabs = QTabWidget()
        self.fields_page = _FieldsPage(colours)
        self.json_page = _JsonPage()
        hint = text_label(say("The cookie comes from the variable {name}; set it yourself.", name=COOKIE_VARIABLE))
        self.curl_page = _TextPage(name=say("cURL command"), copy=say("Copy the cURL command"), beside=hint)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button = self.buttons.addButton(say("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.set_colours(colours)
        self.resize(_WIDTH, _HEIGHT)
        stops = [
            workspace.drafts.changed.add(self._on_drafts),
            workspace.library.changed.add(self._on_library),
            workspace.outbox.changed.add(self._on_outbox),
        ]
        self._discretion.changed.connect(self._show)
        for over in (self.finished, self.destroyed):  # a window that is deleted takes its open dialogs along
            over.connect(lambda *_: [stop() for stop in stops])

    def set_colours(self, colours: Colours) -> None:
        """Show it in these colours from now on, where the palette does not reach."""
        self._problems.setStyleSheet(f"color: {colours.error}")
        self._notes.setStyleSheet(f"background: {colours.banner}; color: {colours.on_banner}")
        self.fields_page.set_colours(colours)
        self._show()

    def _on_drafts(self, session_ids: frozenset[int]) -> None:
        if self.session_id in session_ids:
            self._show()

    def _on_library(self, event: LibraryEvent) -> None:
        if self.session_id in event.changed:
            self._show()

    def _on_outbox(self, event: OutboxEvent) -> None:
        """A change that goes on its way is told by its line alone."""
        if any(line.session_id == self.session_id for line in event.lines):
            self._show()

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        draft = self._workspace.drafts.get(self.session_id)
        waiting, server = self._workspace.outbox.entries(self.session_id), self._workspace.library.server
        found = Review()
        if draft is not None:
            found = review(draft, origin=self._origin, waiting=waiting, server=server(self.session_id))
        nothing = say(GONE) if draft is None else "" if found.rows else say(_NOTHING_TO_SAVE)
        self._heading.setText(nothing or self._heading_text(len(found.rows)))
        self.tabs.setVisible(not nothing)
        self._show_sentences(found)
        self._show_pages(found)
        if found.problems:
            nothing = say(_NOTHING_SENT)
        self.save_button.setEnabled(not nothing)
        self.save_button.setToolTip(nothing)
        self.save_button.setAccessibleDescription("\n".join([nothing, *found.problems]).strip())

    def _heading_text(self, count: int) -> str:
        session = self._workspace.library.get(self.session_id)
        name = shortened(self._discretion.session_name(session, self.session_id), _NAME_LENGTH)
        return say_count("{name}: {n} field changes", "{name}: {n} fields change", count, name=name)

    def _show_sentences(self, found: Review) -> None:
        _tell(self._problems, [say("Before this can be saved:"), *_points(found.problems)] if found.problems else [])
        losses = [say("Undoing this later does not bring everything back:"), *_points(found.losses)]
        _tell(self._notes, [*found.notes, *(losses if found.losses else [])])
        layout = self.layout()
        if layout is not None and (needed := layout.totalMinimumHeightForWidth(self.width())) > self.height():
            self.resize(self.width(), needed)  # more is said than before

    def _show_pages(self, found: Review) -> None:
        discreet = self._discretion.on
        refusal = say(_NO_COPY) if discreet else ""
        self.fields_page.show_rows(found.rows, hidden=HIDDEN_FIELDS if discreet else (), refusal=refusal)
        if (request := found.request) is None:
            self.json_page.show_json("", "", refusal=say(_NOTHING_SENT))
            self.curl_page.show_text("", refusal=say(_NOTHING_SENT))
            return
        if discreet:
            request = request.hiding(HIDDEN_FIELDS, say(HIDDEN_VALUE))
        self.json_page.show_json(request.body, request.indented, refusal=refusal)
        self.curl_page.show_text(request.curl, refusal=refusal)

    # --- putting together -------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        font = self._heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._heading.setFont(font)
        self._notes.setMargin(SPACE)
        self.tabs.setTabBar(TallTabBar())
        self.tabs.setDocumentMode(True)  # a frame is filled with a lighter grey, on which texts are hard to read
        self.tabs.addTab(self.fields_page, say("&Fields"))
        self.tabs.addTab(self.json_page, say("&JSON"))
        self.tabs.addTab(self.curl_page, say("c&URL"))
        without_icons(self.buttons)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setText(
            say("Close")
        )  # some systems take Alt+C for it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        for widget in (self._heading, self._problems):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 100)  # the rest of the space is its own
        layout.addWidget(self._notes)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.save_button.setDefault(True)  # not before the button is in the dialog, or Enter would close
        self.fields_page.table.setFocus()


def _tell(label: QLabel, lines: Sequence[str]) -> None:
    label.setText("\n".join(lines))
    label.setVisible(bool(lines))


def _points(sentences: Sequence[str]) -> list[str]:
    lines = [f"•  {sentence}" for sentence in sentences[:_SENTENCES]]
    if len(sentences) > _SENTENCES:
        lines.append(f"•  {say('{count} more', count=len(sentences) - _SENTENCES)}")
    return lines


# --- pages ------------------------------------------------------------------------------------------------------------


class _CopyButton(QPushButton):
    """Copies a text that is not necessarily the one in sight, such as one that is cut off there."""

    def __init__(self, name: str) -> None:
        super().__init__(say("&Copy"))
        self._copied = ""
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.clicked.connect(self._copy)

    def offer(self, text: str, *, refusal: str) -> None:
        """Copy this text from now on, unless there is a reason not to."""
        if text != self._copied:
            self.setText(say("&Copy"))
        self._copied = text
        self.setEnabled(not refusal)
        self.setToolTip(refusal)
        self.setAccessibleDescription(refusal)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copied)
        self.setText(say("&Copied"))


class _Page(QWidget):
    """Something to read, and under it a button that copies it."""

    def __init__(self, *, copy: str) -> None:
        super().__init__()
        self.copy_button = _CopyButton(copy)

    def _lay_out(self, content: QWidget, beside: QWidget | None = None) -> None:
        below = QHBoxLayout()
        below.addWidget(beside or QWidget(), 1)
        below.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(content, 1)
        layout.addLayout(below)


class _FieldsPage(_Page):
    """Field by field, what is there now and what comes after."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(copy=say("Copy the fields"))
        self._colours = colours
        self._model = QStandardItemModel(self)
        self._model.setHorizontalHeaderLabels([say(text) for text in _HEADERS])
        self.table = ReadingTable(self._model, name=say("What changes, field by field"), empty="")
        header = self.table.horizontalHeader()
        modes = QHeaderView.ResizeMode
        for column, mode in enumerate((modes.ResizeToContents, modes.Stretch, modes.Stretch)):
            header.setSectionResizeMode(column, mode)
        self._lay_out(self.table)

    def set_colours(self, colours: Colours) -> None:
        """Show the next rows in these colours."""
        self._colours = colours

    def show_rows(self, rows: Sequence[ReviewRow], *, hidden: Collection[str], refusal: str) -> None:
        """Show these fields, with the values of some of them hidden."""
        current = self.table.currentIndex().row()
        self._model.setRowCount(0)
        for row in rows:
            self._model.appendRow(self._items(row, hidden=row.field in hidden))
        if rows:
            self.table.selectRow(min(max(current, 0), len(rows) - 1))
        self.copy_button.offer("\n".join(map(_line, rows)), refusal=refusal)

    def _items(self, row: ReviewRow, *, hidden: bool) -> list[QStandardItem]:
        field = QStandardItem(FIELDS[row.field].label)
        if row.problem:
            field.setForeground(QColor(self._colours.error))
            field.setToolTip(plain_tooltip(row.problem))
            field.setAccessibleDescription(row.problem)
        values = (QStandardItem(), QStandardItem())
        texts = excerpts(*_texts(row))
        for item, text, whole in zip(values, texts, _texts(row, whole=True), strict=True):
            item.setText(say(HIDDEN_VALUE) if hidden else shortened(text, _CELL_LENGTH))
            item.setToolTip(say(HIDDEN) if hidden else _tip(whole))
            item.setAccessibleDescription(say(HIDDEN) if hidden else whole)  # is written, too, by some readers
        return [field, *values]


class _TextPage(_Page):
    """A text of the machine's, read only."""

    def __init__(self, *, name: str, copy: str, beside: QWidget) -> None:
        super().__init__(copy=copy)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(say(_NOTHING_SENT))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)  # at words takes seconds where there are none
        self._lay_out(self.text, beside)

    def show_text(self, text: str, *, refusal: str) -> None:
        """Show a text; one that is there already stays where it is scrolled to."""
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        self.copy_button.offer(text, refusal=refusal)


class _JsonPage(_TextPage):
    """The JSON exactly as it is sent or, on demand, laid out to be read."""

    def __init__(self) -> None:
        self.indent_box = QCheckBox(say("&Indented, with letters as they are"))
        super().__init__(name=say("JSON"), copy=say("Copy the JSON"), beside=self.indent_box)
        self._forms = ("", "")
        self._refusal = ""
        self.indent_box.toggled.connect(self._show)

    def show_json(self, exact: str, indented: str, *, refusal: str) -> None:
        """Show the one form or the other."""
        self._forms, self._refusal = (exact, indented), refusal
        self._show()

    def _show(self) -> None:
        self.show_text(self._forms[self.indent_box.isChecked()], refusal=self._refusal)


def _texts(row: ReviewRow, *, whole: bool = False) -> tuple[str, str]:
    """A field's values in words: now and after."""
    said = whole_text if whole else value_text
    after = say("left empty") if row.after is UNKNOWN else said(row.field, row.after)
    return said(row.field, row.before), after


def _line(row: ReviewRow) -> str:
    before, after = _texts(row, whole=True)
    return say("{field}: {before} → {after}", field=FIELDS[row.field].label, before=before, after=after)


def _tip(text: str) -> str:
    return plain_tooltip(shortened(text, _TIP_LENGTH)).replace("\n", "<br>")
