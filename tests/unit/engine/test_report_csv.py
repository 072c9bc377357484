from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.report_csv import ENCODING, HEADER, report_csv, report_name
from joip_desktop.engine.transfer.cells import cell
from tests.helpers.queueing import head
from tests.helpers.strategies import any_text


def library_of(*sessions: Session) -> Library:
    library = Library(Outbox())
    library.load(sessions)
    return library


def job_of(results: dict[int, Result], *, title: str = "Favourite 2 sessions") -> Job:
    job = Job(head(1, title=title))
    for session_id, result in results.items():
        job.record(session_id, result)
    return job


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_each_session_has_a_line_with_everything_that_is_known_of_it() -> None:
    change = Change(session_id=1, patch={"is_favorite": True, "interval_min": 4}, before={"is_favorite": UNKNOWN})
    job = job_of(
        {
            1: Result(Outcome.DONE, "", change),
            2: Result(Outcome.FAILED, 'It said "no", twice.'),
            3: Result(Outcome.REFUSED),
        }
    )
    library = library_of(Session(id=1, title="One"), Session(id=2, title=None))
    assert report_csv(job, library) == (
        "session id,title,result,why,changed fields\r\n"
        "1,One,done,,isFavorite;intervalMin\r\n"
        '2,,failed,"It said ""no"", twice.",\r\n'
        "3,,skipped,,\r\n"
    )


def test_a_job_without_sessions_is_a_header() -> None:
    assert read(report_csv(job_of({}), library_of())) == [list(HEADER)]


@given(st.lists(any_text | st.text(), max_size=4), any_text)
def test_any_title_and_sentence_comes_back_as_its_cell(titles: list[str], why: str) -> None:
    library = library_of(*(Session(id=number, title=title) for number, title in enumerate(titles)))
    job = job_of({number: Result(Outcome.FAILED, why) for number in range(len(titles))})
    written = report_csv(job, library).encode(ENCODING)
    assert written.startswith("\ufeff".encode())
    lines = read(written.decode(ENCODING))
    assert lines[1:] == [[str(number), cell(title), "failed", cell(why), ""] for number, title in enumerate(titles)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Favourite 30 sessions", "Favourite 30 sessions.csv"),
        ("Undo: Favourite 30 sessions", "Undo Favourite 30 sessions.csv"),
        ("../../etc/passwd", "etc passwd.csv"),
        ("Ändere Schließen", "Ändere Schließen.csv"),
        (':*?"<>|', "Report.csv"),
        ("a" * 300, "a" * 80 + ".csv"),
    ],
)
def test_a_file_is_named_after_the_action(title: str, name: str) -> None:
    assert report_name(job_of({}, title=title)) == name
