"""Packed answers, unpacked a little at a time: a few bytes of them may stand for gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final, Protocol

ACCEPTED: Final = "gzip, deflate"
"""For the header `Accept-Encoding`; nothing else is unpacked."""

_MOST_AT_ONCE: Final = 64 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS
_METHOD: Final = 0x0F
_DEFLATED: Final = 8


class CantUnpackError(Exception):
    """It is packed in another way, or broken, or its end is missing."""


class Unpacker(Protocol):
    """Makes of packed pieces those that were packed."""

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """What one more piece gives, at most 64 KB at a time; it is packed out as far as somebody asks."""

    def end(self) -> None:
        """Nothing more comes.

        Raises:
            CantUnpackError: something was missing.
        """


def unpacker(encoding: str) -> Unpacker:
    """For the header `Content-Encoding`, "" where there is none.

    Raises:
        CantUnpackError: it can't be unpacked here.
    """
    match encoding.strip().lower():
        case "" | "identity":
            return _AsItIs()
        case "gzip" | "x-gzip":
            return _Inflating(_GZIP)
        case "deflate":
            return _Inflating(0)
        case _:
            raise CantUnpackError


class _AsItIs:
    def feed(self, piece: bytes) -> Iterator[bytes]:
        yield piece

    def end(self) -> None:
        """Whether anything is missing is told by the length, which others look at."""


class _Inflating:
    """`wbits` as for zlib; with 0 the first byte tells whether there is a zlib header, which servers leave out."""

    def __init__(self, wbits: int) -> None:
        self._wbits = wbits
        self._inflate: zlib._Decompress | None = None

    def feed(self, piece: bytes) -> Iterator[bytes]:
        if not piece:
            return
        if self._inflate is None:
            has_header = piece[0] & _METHOD == _DEFLATED
            self._inflate = zlib.decompressobj(self._wbits or (zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS))
        while piece and not self._inflate.eof:
            try:
                unpacked = self._inflate.decompress(piece, _MOST_AT_ONCE)
            except zlib.error:
                raise CantUnpackError from None
            if unpacked:
                yield unpacked
            piece = self._inflate.unconsumed_tail

    def end(self) -> None:
        if self._inflate is not None and not self._inflate.eof:
            raise CantUnpackError
