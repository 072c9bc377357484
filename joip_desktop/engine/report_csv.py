"""A job's report as a table that spreadsheets read."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from joip_desktop.domain.job import Job, Result
from joip_desktop.domain.say import say
from joip_desktop.domain.session import WIRE_NAMES
from joip_desktop.engine.library import Library
from joip_desktop.engine.transfer.cells import cell

HEADER: Final = ("session id", "title", "result", "why", "changed fields")

ENCODING: Final = "utf-8-sig"
"""With a byte order mark: without it, spreadsheets on Windows take UTF-8 for something else."""

_LONGEST_NAME: Final = 80


def report_csv(job: Job, library: Library) -> str:
    """The results of a job, one line for each session (RFC 4180: commas, CRLF, quotes doubled).

    Titles are those of now, empty where none is known; changed fields have their names on the wire, with `;` between.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(HEADER)
    for session_id, result in job.results.items():
        texts = (_title(library, session_id), result.outcome.value, say(result.sentence), _fields(result))
        table.writerow([session_id, *map(cell, texts)])
    return written.getvalue()


def report_name(job: Job) -> str:
    """A file name for the report that every system accepts: "Favourite 30 sessions.csv"."""
    words = re.sub(r"[^\w\-]+", " ", job.title).strip(" -_")
    return f"{words[:_LONGEST_NAME].rstrip() or say('Report')}.csv"


def _title(library: Library, session_id: int) -> str:
    session = library.last_known(session_id)
    title = None if session is None else session.title
    return title if isinstance(title, str) else ""


def _fields(result: Result) -> str:
    return "" if result.change is None else ";".join(WIRE_NAMES[name] for name in result.change.patch)
