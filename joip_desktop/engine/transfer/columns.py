"""The columns of exported files, always by the same names and in the same order; and the fingerprint among them."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Mapping
from typing import Final
from zlib import crc32

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import WIRE_NAMES, Session
from joip_desktop.engine.transfer.forms import Codec

ID: Final = "id"
FINGERPRINT: Final = "fingerprint"

READ_ONLY: Final = ("is_imported", "import_source", "created_at", "updated_at")
"""Fields that are written for reading alone: nobody can change them."""

WRITTEN: Final = (*FIELDS, *READ_ONLY)
COLUMNS: Final = (ID, *(WIRE_NAMES[name] for name in WRITTEN), FINGERPRINT)

_VERSION: Final = "v1."
_BYTES: Final = 4


def fingerprint(session: Session, codec: Codec) -> str:
    """What the editable fields of the session are, in a few characters: a CRC-32 for each, in the order of `FIELDS`.

    So an import can tell which cells were edited since, whatever has become of the session meanwhile.
    """
    marks = b"".join(_mark(codec.canonical(codec.said(session, name))) for name in FIELDS)
    return _VERSION + urlsafe_b64encode(marks).decode("ascii").rstrip("=")


def marks_in(text: object) -> Mapping[str, bytes]:
    """The marks of a fingerprint, by field; none where it is no fingerprint, or one of another version."""
    if not isinstance(text, str) or not text.startswith(_VERSION):
        return {}
    body = text.removeprefix(_VERSION)
    try:
        marks = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except (Base64Error, ValueError):
        return {}
    if len(marks) != _BYTES * len(FIELDS):
        return {}
    return {name: marks[_BYTES * place : _BYTES * (place + 1)] for place, name in enumerate(FIELDS)}


def has_mark(mark: bytes, said: str) -> bool:
    """Whether this is the mark of what is said canonically so."""
    return _mark(said) == mark


def _mark(said: str) -> bytes:
    return crc32(said.encode("utf-8", "surrogatepass")).to_bytes(_BYTES)
