"""Picture files made by hand: sound ones, and ones that a decoder must not be let loose on."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage, QImageWriter


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 4, height: int = 3, *, depth: int = 8, extra: bytes = b"", rows: int | None = None) -> bytes:
    """A black RGB picture; `rows` of its pixels are there, all by default, and `extra` chunks stand before them."""
    row = bytes(1 + width * 3 * depth // 8 if rows != 0 else 0)
    pixels = _packed(row, height if rows is None else rows)
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + extra + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


def grey_png(width: int, height: int) -> bytes:
    """A black picture of one bit a pixel: a bomb of few bytes."""
    pixels = _packed(bytes(1 + (width + 7) // 8), height)
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", pixels) + png_chunk(b"IEND", b"")


def gif(width: int = 4, height: int = 3) -> bytes:
    """A picture of one frame with a single pixel of data; the rest is left out, as far as decoders let it."""
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes((10, 120, 200, 0, 0, 0))
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + screen + frame + b"\x3b"


def moving_webp(still: bytes, width: int, height: int) -> bytes:
    """An animation of two frames, each the picture of the still WebP given."""
    size = _u24(width - 1) + _u24(height - 1)
    frame = _riff(b"ANMF", _u24(0) + _u24(0) + size + _u24(100) + b"\0" + still[12:])
    body = b"WEBP" + _riff(b"VP8X", b"\x02\0\0\0" + size) + _riff(b"ANIM", bytes(6)) + frame * 2
    return b"RIFF" + struct.pack("<I", len(body)) + body


def drawn(width: int, height: int, kind: str, *, progressive: bool = False, colour: str = "#3060c0") -> bytes:
    """A picture of one colour, written by Qt."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return written(image, kind, progressive=progressive)


def written(image: QImage, kind: str, *, progressive: bool = False, quality: int = -1) -> bytes:
    """The file of an image; a WebP of quality 100 is lossless."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setProgressiveScanWrite(progressive)
    writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


def _packed(row: bytes, times: int) -> bytes:
    packer = zlib.compressobj(6)
    return b"".join([packer.compress(row) for _ in range(times)]) + packer.flush()


def _u24(number: int) -> bytes:
    return number.to_bytes(3, "little")


def _riff(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
