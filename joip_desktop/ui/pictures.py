"""Pictures as Qt has them: bytes of strangers decoded within limits, and pixmaps that fill the boxes of views."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import Final

from PySide6.QtCore import QBuffer, QLoggingCategory, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from joip_desktop.domain.errors import PictureError
from joip_desktop.domain.pictures import (
    LONGEST_SIDE,
    MOST_PIXELS,
    PictureFormat,
    disarmed,
    format_of,
    moving_webp_size,
)
from joip_desktop.domain.say import later, say
from joip_desktop.engine.thumbnails import Thumbnails

SIDE: Final = 640
"""Pixels of a decoded picture's longer side at most."""

PIXMAPS: Final = 48 * 2**20
"""Bytes of pixmaps that are kept."""

_MEGABYTES: Final = 200
_LARGE: Final = 4_000_000
"""Pixels from which on pictures are decoded one after another."""

_BROKEN: Final = later("The picture is broken.")

_MOVING: Final = 4
"""An animated WebP may have a fourth of the pixels, because it is composed of several pictures."""

_ROUGHLY: Final = 3
"""A large PNG is thinned out to this many times its final size first: scaling it well would take a second copy."""


class Decoder:
    """Turns the bytes of a file into a picture of at most 640 x 640 pixels; safe to call from several threads.

    Whatever the file is, a call takes about a second and 310 MB at most, and large ones wait for each other.
    """

    def __init__(self) -> None:
        # Both for the whole process. What is wrong with a picture is said where it is missing, not in the log.
        QImageReader.setAllocationLimit(_MEGABYTES)
        QLoggingCategory.setFilterRules("qt.gui.imageio*.warning=false")
        self._large = threading.Lock()

    def __call__(self, data: bytes) -> QImage:
        """Decode a file, of an animation the first picture, to 32 bits a pixel.

        Raises:
            PictureError: it is no picture, a broken one, or one that is too large.
        """
        kind = format_of(data)
        if kind is None:
            raise PictureError(say("This is no picture that can be shown."))
        found = self._read(disarmed(data), kind)
        if isinstance(found, str):
            raise PictureError(found)
        return _plain(found)

    def _read(self, data: bytes, kind: PictureFormat) -> QImage | str:
        """The picture in its final size, or why there is none.

        It does not raise, since an error would carry what reads to another thread.
        """
        with _reading(data, kind) as reader:
            moving = moving_webp_size(data)  # its decoder makes room for all of it before it tells the size
            size = reader.size() if moving is None else QSize(*moving)
            if (no := _refusal(size, deep=_is_deep(data, kind), moving=moving is not None)) is not None:
                return no
            final = size
            if max(size.width(), size.height()) > SIDE:
                final = size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
            if kind is not PictureFormat.PNG:
                reader.setScaledSize(final)
            with self._large if size.width() * size.height() > _LARGE else nullcontext():
                image = reader.read()
        if image.isNull():
            return say(_BROKEN)
        return _shrunk(image, final) if kind is PictureFormat.PNG else image


@contextmanager
def _reading(data: bytes, kind: PictureFormat) -> Iterator[QImageReader]:
    buffer = QBuffer()
    buffer.setData(data)  # QBuffer(QByteArray(data)) would not keep the array alive
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.encode())
    reader.setAutoDetectImageFormat(False)  # else other decoders have a try at what this one refuses
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    # This chooses the decoder, under a lock of Qt's, in which it looks at the buffer, which takes Python's lock. `read`
    # would do it, too, but has let go of Python's lock: two threads then waited for each other for ever (measured).
    reader.canRead()
    try:
        yield reader
    finally:  # it does not keep its buffer alive, so it must not outlive it
        reader.setDevice(None)  # type: ignore[arg-type]  # the stub forgets that there may be none


def _refusal(size: QSize, *, deep: bool, moving: bool) -> str | None:
    """Why a picture of this size is not decoded; None if it is."""
    if size.isEmpty():
        return say(_BROKEN)
    pixels = size.width() * size.height()
    if pixels > (MOST_PIXELS // _MOVING if moving else MOST_PIXELS) or (deep and pixels * 8 > _MEGABYTES * 2**20):
        return say("The picture has {count} megapixels, too many to be shown.", count=pixels / 1e6)
    if max(size.width(), size.height()) > LONGEST_SIDE:
        return say(
            "The picture is {width} x {height} pixels, too long to be shown.", width=size.width(), height=size.height()
        )
    return None


def _is_deep(data: bytes, kind: PictureFormat) -> bool:
    """Whether a pixel takes 64 bits once it is read.

    Qt's own functions for this crash the process when a JPEG is broken (6.11: `toPixelFormat` of an unknown format).
    """
    return kind is PictureFormat.PNG and data[24:25] == b"\x10"


def _shrunk(image: QImage, final: QSize) -> QImage:
    if image.size() == final:
        return image
    if image.width() > _ROUGHLY * final.width():
        image = image.scaled(final * _ROUGHLY)
    return image.scaled(final, mode=Qt.TransformationMode.SmoothTransformation)


def _plain(image: QImage) -> QImage:
    """The same with 32 bits a pixel, and without the texts and profiles that came in the file."""
    alpha = image.hasAlphaChannel()
    plain = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.transparent if alpha else Qt.GlobalColor.black)
    painter = QPainter(plain)
    painter.drawImage(plain.rect(), image)
    painter.end()
    return plain


def image_bytes(image: QImage) -> int:
    """The memory that a decoded picture takes."""
    return image.sizeInBytes()


class Pictures(QObject):
    """What views ask for pictures: pixmaps in the size of their boxes, made when they are painted first."""

    changed = Signal(object)
    """The addresses (a frozenset) whose picture has come or failed."""

    def __init__(self, thumbnails: Thumbnails[QImage], *, room: int = PIXMAPS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._room = room
        self._pixmaps: OrderedDict[tuple[str, int, int, float], QPixmap] = OrderedDict()
        self._size = 0
        self._stop_listening = thumbnails.changed.add(self.changed.emit)

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        """The middle of the picture, as much as fills a box of `size` (device-independent); None if it is not there.

        `ratio` is the device's pixels for one of these.
        """
        key = (url, size.width(), size.height(), ratio)
        if (found := self._pixmaps.get(key)) is not None:
            self._pixmaps.move_to_end(key)
            return found
        image = self._thumbnails.get(url)
        if image is None or size.isEmpty():
            return None
        box = QSize(round(size.width() * ratio), round(size.height() * ratio)).expandedTo(QSize(1, 1))
        pixmap = QPixmap.fromImage(_covering(image, box))
        pixmap.setDevicePixelRatio(ratio)
        self._keep(key, pixmap)
        return pixmap

    def failure(self, url: str) -> str | None:
        """Why there is no picture, in a sentence; None where there is one, or may be one soon."""
        return self._thumbnails.failure(url)

    def want(self, urls: Sequence[str]) -> None:
        """These are visible now, in this order; what was wanted before and is not among them is not loaded any more."""
        self._thumbnails.want(urls)

    def retry(self) -> None:
        """Try again now what failed for a reason that may have passed."""
        self._thumbnails.retry()

    def close_listening(self) -> None:
        """Hear of nothing more."""
        self._stop_listening()

    def _keep(self, key: tuple[str, int, int, float], pixmap: QPixmap) -> None:
        self._pixmaps[key] = pixmap
        self._size += _pixmap_bytes(pixmap)
        while self._size > self._room:
            self._size -= _pixmap_bytes(self._pixmaps.popitem(last=False)[1])


def _covering(image: QImage, box: QSize) -> QImage:
    """The middle of an image, scaled to a box in pixels."""
    part = QRect(QPoint(), box.scaled(image.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    part.moveCenter(image.rect().center())
    return image.copy(part).scaled(box, mode=Qt.TransformationMode.SmoothTransformation)


def _pixmap_bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
