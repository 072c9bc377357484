"""Export, then import: nothing changes; and what is edited in between is all that does, in each form alike."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check
from joip_desktop.domain.session import WIRE_NAMES, FieldValue, Session, same
from joip_desktop.engine.transfer.cells import cell
from joip_desktop.engine.transfer.columns import COLUMNS
from joip_desktop.engine.transfer.dry_run import Verdict
from joip_desktop.engine.transfer.forms import TABLE, Form
from tests.helpers import strategies
from tests.helpers.transfer import as_read, exported, tried

FORMS: Final = tuple(Form)


def lists(*, odd: bool = True) -> SearchStrategy[list[Session]]:
    """One to three sessions, with anything in them, or as documented."""
    return st.lists(st.integers(1, 10**9), min_size=1, max_size=3, unique=True).flatmap(
        lambda ids: st.tuples(
            *(
                (strategies.rows(one) | strategies.odd_rows(one) if odd else strategies.rows(one)).map(as_read)
                for one in ids
            )
        ).map(list)
    )


@pytest.mark.parametrize("form", FORMS)
@given(sessions=lists(), mark=st.booleans())
def test_exported_and_imported_nothing_changes(form: Form, sessions: list[Session], mark: bool) -> None:
    found = tried(exported(sessions, form, byte_order_mark=mark), sessions)
    assert found.counts == {Verdict.UNCHANGED: len(sessions)}
    assert [one.session_id for one in found.findings] == [session.id for session in sessions]


@pytest.mark.parametrize("form", FORMS)
@given(sessions=lists())
def test_nothing_changes_without_fingerprints_either(form: Form, sessions: list[Session]) -> None:
    name = b"fingerprint" if form is Form.CSV else b'"fingerprint": "j1.'
    file = exported(sessions, form)
    file = file.replace(name, name.replace(b"fingerprint", b"something"), 1 if form is Form.CSV else -1)
    assert tried(file, sessions, empties=True).counts == {Verdict.UNCHANGED: len(sessions)}


def after_a_spreadsheet(file: bytes, separator: str) -> bytes:
    """The same table as a spreadsheet may save it: other separators and line ends, quotes everywhere, TRUE for true."""
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for row in csv.reader(io.StringIO(file.decode("utf-8"), newline="")):
        texts = [text.replace("\r\n", "\n").replace("\r", "\n") for text in row]
        table.writerow([text.upper() if text in ("true", "false") else text for text in texts])
    return written.getvalue().encode("utf-8-sig")


@given(sessions=lists(odd=False), separator=st.sampled_from(",;\t"))
def test_a_spreadsheet_that_writes_it_again_changes_nothing(sessions: list[Session], separator: str) -> None:
    found = tried(after_a_spreadsheet(exported(sessions, Form.CSV), separator), sessions)
    assert found.counts == {Verdict.UNCHANGED: len(sessions)}


# --- edited in between ------------------------------------------------------------------------------------------------


def edited(file: bytes, form: Form, session_id: int, values: Mapping[str, FieldValue]) -> bytes:
    """The file with some values of one session replaced, by a program that knows nothing of ours."""
    if form is Form.CSV:
        rows = list(csv.reader(io.StringIO(file.decode("utf-8"), newline="")))
        for row in rows:
            for name, value in values.items():
                if row[0] == str(session_id):
                    row[COLUMNS.index(WIRE_NAMES[name])] = cell(TABLE.written(value))
        written = io.StringIO(newline="")
        csv.writer(written).writerows(rows)
        return written.getvalue().encode("utf-8")
    text = file.decode("utf-8")
    found = json.loads(text) if form is Form.JSON else list(map(json.loads, text.strip("\n").split("\n")))
    for row in found:
        if row["id"] == session_id:
            row.update({WIRE_NAMES[name]: value for name, value in values.items()})
    return (json.dumps(found) if form is Form.JSON else "\n".join(map(json.dumps, found))).encode("utf-8")


# What no table can tell apart, or hold, is not edited here.
_plain: Final = {
    **strategies.VALID,
    "title": st.text("abc =-'\",;é漢", min_size=1).filter(str.strip),
    "ai_prompt": st.text("ab\n,;'\"=", max_size=8),
    "subreddits": st.lists(strategies.names, min_size=1, max_size=3, unique_by=str.lower).map(tuple),
}


@given(data=st.data())
def test_what_is_edited_is_all_that_changes_and_the_three_forms_agree(data: st.DataObject) -> None:
    row = data.draw(strategies.rows().map(lambda row: {**row, "isImported": False}))
    session = as_read(row)
    values = data.draw(st.fixed_dictionaries({}, optional=_plain))
    wanted = {name: value for name, value in values.items() if not _alike(session.value(name), value)}
    plans = []
    for form in FORMS:
        found = tried(edited(exported([session], form), form, session.id, values), [session])
        changes = list(found.changes())
        if check(session, wanted):
            assert found.counts == {Verdict.INVALID: 1}
        else:
            assert [change.patch for change in changes] == ([wanted] if wanted else [])
        plans.append((found.counts, changes))
    assert plans[0] == plans[1] == plans[2]


def _alike(one: FieldValue, other: FieldValue) -> bool:
    """Whether a file shows two values alike."""
    return same(one, other) or TABLE.written(one) == TABLE.written(other)


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
def test_cells_that_were_not_edited_leave_alone_what_has_changed_since(form: Form, data: st.DataObject) -> None:
    before = as_read(data.draw(strategies.rows()) | {"isImported": False, "title": "Before"})
    now = before.with_values(data.draw(strategies.patches()) | {"title": "Somebody else's"})
    file = exported([before], form)
    assert tried(file, [now]).counts == {Verdict.UNCHANGED: 1}
    found = tried(edited(file, form, before.id, {"title": "Mine"}), [now])
    assert [(one.change and one.change.patch, one.moved) for one in found.findings] == [({"title": "Mine"}, ("title",))]


def test_every_field_can_be_exported_edited_and_imported() -> None:
    session = Session(id=7)
    values: dict[str, FieldValue] = {
        "title": "=New",
        "subreddits": ("earth", "space"),
        "category_id": 3,
        "interval_min": 2,
        "interval_max": 9,
        "transition": "zoom",
        "ai_prompt": "Slow\ndown",
        "caption_theme": "custom",
        "thumbnail": "https://example.org/x.png",
        "is_favorite": True,
        "is_public": False,
        "share_to_community": False,
        "is_manual_mode": True,
    }
    assert values.keys() == FIELDS.keys()
    for form in FORMS:
        (change,) = tried(edited(exported([session], form), form, 7, values), [session]).changes()
        assert change.patch == values
