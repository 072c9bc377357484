"""What the bytes of a picture tell before anything decodes them: its format, and what would make decoding costly."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from joip_desktop.domain.errors import PictureError
from joip_desktop.domain.say import say

MOST_BYTES: Final = 5 * 2**20
MOST_PIXELS: Final = 40_000_000
LONGEST_SIDE: Final = 20_000
"""Limits for a picture; within them a decoder needs 300 MB at most, for a second."""

_MOST_SCANS: Final = 64
"""Passes of a progressive JPEG; encoders write about ten."""

_MOST_CHUNKS: Final = 20_000
_MOVING: Final = 0x02
"""The flag of an animated WebP."""

_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
_PNG_PICTURE: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


class PictureFormat(StrEnum):
    """The formats that are shown; the values are Qt's names for them."""

    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    WEBP = "webp"


def format_of(data: bytes | bytearray) -> PictureFormat | None:
    """The format that the first twelve bytes tell, whatever name or type came with them; None for any other."""
    if data.startswith(_PNG_HEAD):
        return PictureFormat.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return PictureFormat.JPEG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return PictureFormat.GIF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PictureFormat.WEBP
    return None


def moving_webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of an animated WebP, which a decoder needs room for three times; None for anything else."""
    if data[:4] != b"RIFF" or data[8:16] != b"WEBPVP8X" or not data[20:21] or not data[20] & _MOVING:
        return None
    return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1


def disarmed(data: bytes) -> bytes:
    """The same picture, less what costs a decoder much and shows nothing.

    Measured with Qt 6.11: 500 compressed comments in a PNG of 4 MB, 5 s before the size is known; 400 passes over a
    JPEG of 0.2 MB and 40 megapixels, 9 s, so 5 MB of them half an hour.

    Raises:
        PictureError: it is made to cost much.
    """
    match format_of(data):
        case PictureFormat.PNG:
            return _png_picture(data)
        case PictureFormat.JPEG if data.count(b"\xff\xda") > _MOST_SCANS:  # within a scan 0xff is followed by a zero
            raise PictureError(say("The picture is drawn in too many passes."))
        case _:
            return data


def _png_picture(data: bytes) -> bytes:
    """The chunks of a PNG that make the picture; a broken end stays as it is."""
    view = memoryview(data)
    parts = [view[:8]]
    start = len(_PNG_HEAD)
    for _ in range(_MOST_CHUNKS):
        head = data[start : start + 8]
        end = start + 12 + int.from_bytes(head[:4])
        if head[4:] in _PNG_PICTURE:
            parts.append(view[start:end])
        if head[4:] == b"IEND" or end >= len(data):
            return b"".join(parts)
        start = end
    raise PictureError(say("The picture is in too many pieces."))
