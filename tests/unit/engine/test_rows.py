from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.rows import RowIndex

texts = st.sampled_from(["Alpha", "alpha beta", "Beta", "", "gamma ALPHA"])
queries = st.sampled_from(["", "alpha", "ALPHA beta", "nothing", "a m"])
keys = st.sampled_from([None, "title", "is_favorite"])


def session(session_id: int, title: str = "", *, favourite: bool = False) -> Session:
    return Session(id=session_id, title=title, is_favorite=favourite, subreddits=("joi",))


@st.composite
def many(draw: st.DrawFn, ids: st.SearchStrategy[list[int]] | None = None) -> list[Session]:
    found = draw(ids or st.lists(st.integers(1, 30), unique=True))
    return [session(one, draw(texts), favourite=draw(st.booleans())) for one in found]


def is_favourite(one: Session) -> bool:
    return one.is_favorite is True


def naive(sessions: list[Session], query: str, key: str | None, *, descending: bool, favourites: bool) -> list[int]:
    """Filter and sort step by step; ties in the order given, whatever the direction."""
    found = [
        one
        for one in sessions
        if all(word in f"{one.title}\njoi".lower() for word in query.lower().split())
        and (one.is_favorite is True or not favourites)
    ]
    if key is not None:
        values = sorted({str(one.value(key)) for one in found}, reverse=descending)
        found = [one for value in values for one in found if str(one.value(key)) == value]
    return [one.id for one in found]


def ids(index: RowIndex) -> list[int]:
    return [one.id for one in index.sessions()]


@given(many(), queries, keys, st.booleans(), st.booleans())
def test_it_is_a_plain_filter_and_sort(
    sessions: list[Session], query: str, key: str | None, descending: bool, favourites: bool
) -> None:
    index = RowIndex()
    index.sort_by(None if key is None else lambda one: str(one.value(key)), descending=descending)
    index.show(query=parse(query), condition=is_favourite if favourites else None)
    index.load(sessions)
    expected = naive(sessions, query, key, descending=descending, favourites=favourites)
    assert ids(index) == expected
    assert len(index) == len(expected)
    assert [index.session(row).id for row in range(len(index))] == expected
    for one in sessions:
        assert index.row_of(one.id) == (expected.index(one.id) if one.id in expected else None)
    assert index.row_of(99) is None


@given(many(), queries, keys, st.booleans(), st.data())
def test_replacing_leaves_rows_in_place_until_they_are_arranged(
    sessions: list[Session], query: str, key: str | None, descending: bool, data: st.DataObject
) -> None:
    index = RowIndex()
    index.load(sessions)
    index.sort_by(None if key is None else lambda one: str(one.value(key)), descending=descending)
    index.show(query=parse(query))
    before = ids(index)
    chosen = data.draw(st.lists(st.sampled_from([one.id for one in sessions]), unique=True)) if sessions else []
    newer = [session(one, data.draw(texts), favourite=data.draw(st.booleans())) for one in [*chosen, 99]]
    rows = index.replace(newer)
    assert ids(index) == before
    assert rows == sorted(before.index(one) for one in chosen if one in before)
    by_id = {one.id: one for one in newer}
    now = [by_id.get(one.id, one) for one in sessions]
    assert all(index.session(row) is by_id[index.session(row).id] for row in rows)
    index.arrange()
    assert ids(index) == naive(now, query, key, descending=descending, favourites=False)


def test_ties_stay_in_the_servers_order_in_both_directions() -> None:
    index = RowIndex()
    index.load([session(3, "B"), session(1, "A"), session(2, "B"), session(4, "A")])
    index.sort_by(lambda one: one.title)
    assert ids(index) == [1, 4, 3, 2]
    index.sort_by(lambda one: one.title, descending=True)
    assert ids(index) == [3, 2, 1, 4]
    index.sort_by(None)
    assert ids(index) == [3, 1, 2, 4]


def test_an_empty_index_has_nothing() -> None:
    index = RowIndex()
    assert (len(index), index.sessions(), index.row_of(1), index.replace([session(1)])) == (0, [], None, [])
