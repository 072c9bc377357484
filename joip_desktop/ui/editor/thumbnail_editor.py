"""The editor of a thumbnail: its address, and below it the picture, which also takes what is dropped on it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent, QHideEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from joip_desktop.domain.fields import FieldSpec
from joip_desktop.domain.say import say
from joip_desktop.domain.session import UNKNOWN, FieldValue, same
from joip_desktop.ui.discretion import HIDDEN, Discretion
from joip_desktop.ui.editor.picture_box import PictureBox
from joip_desktop.ui.editor.thumbnail_words import Sight, address_in, is_address, refusal_of, sentence_of, sight_of
from joip_desktop.ui.editor.widgets import AddressEditor
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures, PictureProvider
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import plain_tooltip

_PATIENCE: Final = 600
"""Milliseconds without a key after which a typed address is taken for a whole one."""

_READING: Final = 8_000
"""Milliseconds for which the box says why something that was dropped is no thumbnail."""

_SIGNS: Final = {Sight.FAILED: "picture-off", Sight.NO_ADDRESS: "picture-off"}
_FOLLOWED: Final = frozenset({QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.Resize})
_ACTIONS: Final = (Qt.DropAction.CopyAction, Qt.DropAction.LinkAction)
"""Nothing is to go from where it came."""

_MOST_LINKS: Final = 100
_Direction = QBoxLayout.Direction


class ThumbnailEditor(AddressEditor):
    """A web address with its picture. Links, and texts with an address in them, can be dropped on either.

    A value that is shown is loaded at once; what is typed, when no key has come for a while and it is a web address.
    Nothing is loaded while the editor is out of sight. In discreet mode the picture shows under the pointer only.
    """

    def __init__(
        self,
        spec: FieldSpec,
        parent: QWidget | None = None,
        *,
        pictures: PictureProvider | None = None,
        discretion: Discretion | None = None,
    ) -> None:
        self._value: FieldValue = UNKNOWN
        self._notice = ""
        self._wanted: tuple[str, ...] = ()
        self._in_sight = False
        self._locked = False
        self._loads = pictures is not None
        self._below = QBoxLayout(_Direction.LeftToRight)
        super().__init__(spec, parent)
        self._pictures: PictureProvider = pictures or NoPictures(self)
        self._discretion = discretion or Discretion(self)
        self.box = PictureBox()
        self.box.setAccessibleName(say("{label}: preview", label=spec.label))
        self.box.setAcceptDrops(True)
        self.pause = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.reading = QTimer(self, singleShot=True, interval=_READING)
        self._lay_out()
        self._line.installEventFilter(self)
        self.box.installEventFilter(self)
        self.edited.connect(self._on_own)
        self.pause.timeout.connect(self._show_whole)
        self.reading.timeout.connect(self._end_notice)
        self._pictures.changed.connect(self._on_pictures)
        self._discretion.changed.connect(self._show_sight)
        self._show_sight()

    def show_value(self, value: FieldValue) -> None:
        """Show the address and its picture; what is being typed is waited for."""
        super().show_value(value)
        if not same(value, self._value):
            self._take(value)

    def forget(self) -> None:
        """Start with an empty line and an empty box."""
        super().forget()
        self._take(UNKNOWN)

    def set_locked(self, locked: bool) -> None:
        """Nothing can be dropped either; the picture is still to be seen."""
        super().set_locked(locked)
        self._locked = locked

    def set_seed(self, seed: int) -> None:
        """Whose picture it is: what stands for it in discreet mode depends on that."""
        self.box.set_seed(seed)

    # --- the value --------------------------------------------------------------------------------------------------

    def _on_own(self, value: FieldValue) -> None:
        """The person has changed it; this is heard before anybody else hears of it."""
        self._take(value, typed=True)

    def _take(self, value: FieldValue, *, typed: bool = False) -> None:
        self._value = value
        self._end_notice()
        if typed:
            self.pause.start()
            self._show_sight()
        else:
            self._show_whole()

    def _show_whole(self) -> None:
        """What is there is not being typed, or not any more."""
        self.pause.stop()
        self._show_sight()

    def _on_pictures(self, urls: frozenset[str]) -> None:
        if self._value in urls:
            self._show_sight()

    # --- the box ----------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """In sight, it has a use for the picture."""
        super().showEvent(event)
        self._in_sight = True
        self._want()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, it has none."""
        super().hideEvent(event)
        self._in_sight = False
        self._want()

    def _show_sight(self) -> None:
        failure = self._pictures.failure(self._value) if isinstance(self._value, str) else None
        typed = self.pause.isActive() or not self._loads
        sight = sight_of(self._value, typed=typed, is_here=self._picture() is not None, failure=failure)
        sentence = self._notice or sentence_of(sight, failure)
        hides = self._discretion.hides(self.spec.name) and not self.box.underMouse() and not self._notice
        if hides:
            self.box.show_nothing()
        elif sight is Sight.PICTURE and not self._notice:
            self.box.show_picture(self._picture)
        else:
            self.box.show_sentence("warning" if self._notice else _SIGNS.get(sight, "picture"), sentence)
        told = say(HIDDEN) if hides else sentence
        self.box.setAccessibleDescription(told)
        self.box.setToolTip(plain_tooltip(told) if hides or sight is Sight.FAILED else "")
        self._want()

    def _picture(self) -> QPixmap | None:
        """The picture of the address, in the size and for the pixels of the box."""
        if not isinstance(self._value, str) or not self._value:
            return None
        return self._pictures.pixmap(self._value, self.box.size(), self.box.devicePixelRatioF())

    def _want(self) -> None:
        """Have the picture loaded of an address that is a whole one."""
        value = self._value
        is_due = self._in_sight and not self.pause.isActive() and isinstance(value, str) and is_address(value)
        wanted = (value,) if is_due and isinstance(value, str) else ()
        if wanted != self._wanted:
            self._wanted = wanted
            self._pictures.want(wanted)

    # --- what is dropped --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take drops on the line and the box, and follow the pointer and the size of the box."""
        if event.type() == QEvent.Type.DragLeave:
            self.box.light(False)
            self._show_sight()  # the pointer has left, too
        elif isinstance(event, QDropEvent) and event.source() is not self._line:  # a part of the text is its own affair
            self._on_drag(event)
            return True
        elif watched is self.box and event.type() in _FOLLOWED:
            self._show_sight()
        return super().eventFilter(watched, event)

    def _on_drag(self, event: QDropEvent) -> None:
        """What has no address in it is taken, too, so that the person can be told why it is of no use."""
        mime, is_drop = event.mimeData(), event.type() == QEvent.Type.Drop
        action = next((one for one in _ACTIONS if event.possibleActions() & one), None)
        takes = not self._locked and action is not None and (mime.hasUrls() or mime.hasText() or mime.hasImage())
        self.box.light(takes and not is_drop)
        if not takes or action is None or (is_drop and not self._drop(mime)):
            event.ignore()
            return
        event.setDropAction(action)
        event.accept()

    def _drop(self, mime: QMimeData) -> bool:
        links = [bytes(url.toEncoded().data()).decode() for url in mime.urls()[:_MOST_LINKS]]
        address = address_in(links, mime.text())
        if address is None:
            self._notice = refusal_of(links, has_image=mime.hasImage())
            self.reading.start()
            self._show_sight()
            return False
        self._line.selectAll()
        self._line.insert(address)  # as if it were typed, so undo brings back the former one
        self._show_whole()
        return True

    def _end_notice(self) -> None:
        self.reading.stop()
        if self._notice:
            self._notice = ""
            self._show_sight()

    # --- looks ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beside the box, or below it where both together are too wide."""
        super().resizeEvent(event)
        both = self.box.sizeHint().width() + self._below.spacing() + self._generate.sizeHint().width()
        is_wide = self.width() >= both
        self._below.setDirection(_Direction.LeftToRight if is_wide else _Direction.TopToBottom)

    def _lay_out(self) -> None:
        """The line has the whole width; an address is long."""
        self._layout.removeWidget(self._generate)
        self._layout.setDirection(_Direction.TopToBottom)
        self._below.setSpacing(SPACE)
        for widget in (self.box, self._generate):
            self._below.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._below.addStretch(1)
        self._layout.addLayout(self._below)
