"""The server's timestamps, which sessions keep as text."""

from __future__ import annotations

from datetime import UTC, datetime

from joip_desktop.domain.session import FieldValue


def parse_time(text: FieldValue) -> datetime | None:
    """The moment that an ISO 8601 text names, in UTC where it names no zone; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
