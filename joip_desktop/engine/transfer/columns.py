"""The columns of exported files, always by the same names and in the same order; and the fingerprint among them."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import WIRE_NAMES, Session
from joip_desktop.engine.transfer.forms import AS_JSON, TABLE, Codec

ID: Final = "id"
FINGERPRINT: Final = "fingerprint"

READ_ONLY: Final = ("is_imported", "import_source", "created_at", "updated_at")
"""Fields that are written for reading alone: nobody can change them."""

WRITTEN: Final = (*FIELDS, *READ_ONLY)
COLUMNS: Final = (ID, *(WIRE_NAMES[name] for name in WRITTEN), FINGERPRINT)

_FORMS: Final[Mapping[str, Codec]] = {"t1.": TABLE, "j1.": AS_JSON}
"""How a fingerprint begins: by which form it is, and its version."""

_BEGINNING: Final = 3
_BYTES: Final = 4


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a row was written with: how its form says values, the mark of its session, and those of the fields."""

    codec: Codec
    session: bytes
    marks: Mapping[str, bytes]

    def is_of(self, session_id: int) -> bool:
        """Whether the row was written for this session."""
        return self.session == _mark(str(session_id))


def fingerprint(session: Session, codec: Codec) -> str:
    """What the session is, and its editable fields, in a few characters: a CRC-32 of its id and each of `FIELDS`.

    So an import can tell which cells were edited since, whatever has become of the session meanwhile.
    """
    said = (codec.canonical(codec.said(session, name)) for name in FIELDS)
    marks = b"".join(map(_mark, (str(session.id), *said)))
    beginning = next(beginning for beginning, one in _FORMS.items() if one is codec)
    return beginning + urlsafe_b64encode(marks).decode("ascii").rstrip("=")


def fingerprint_in(text: object) -> Fingerprint | None:
    """The fingerprint that a cell holds; None where it is none, or one of another version."""
    if not isinstance(text, str):
        return None
    bare = text.strip()
    codec, body = _FORMS.get(bare[:_BEGINNING]), bare[_BEGINNING:]
    try:
        marks = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except (Base64Error, ValueError):
        return None
    if codec is None or len(marks) != _BYTES * (1 + len(FIELDS)):
        return None
    session, *others = (marks[at : at + _BYTES] for at in range(0, len(marks), _BYTES))
    return Fingerprint(codec, session, dict(zip(FIELDS, others, strict=True)))


def has_mark(mark: bytes, said: str) -> bool:
    """Whether this is the mark of what is said canonically so."""
    return _mark(said) == mark


def _mark(said: str) -> bytes:
    return crc32(said.encode("utf-8", "surrogatepass")).to_bytes(_BYTES)
