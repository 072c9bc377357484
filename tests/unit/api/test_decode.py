from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joip_desktop.api.decode import (
    DecodedList,
    decode_detail,
    decode_json,
    decode_list,
    decode_session,
    error_for,
    retry_after,
)
from joip_desktop.domain import errors
from joip_desktop.domain.errors import (
    AnswerError,
    MalformedAnswerError,
    NotJoipError,
    RateLimitedError,
    RedirectRefusedError,
    StatusError,
    UnexpectedShapeError,
)
from joip_desktop.domain.session import UNKNOWN, Session, from_wire
from tests.helpers import strategies

JSON = "application/json; charset=utf-8"
ROW = {"id": 7, "title": "Listed", "subreddits": ["joi"], "aiPrompt": "Slow", "importSource": "reddit"}


def wire(value: object) -> bytes:
    return json.dumps(value).encode()


def is_json(value: object) -> bool:
    """Infinity is none, though Python writes and reads it."""
    return "Infinity" not in json.dumps(value)


# --- JSON or something else -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "content_type", "error"),
    [
        (b"", JSON, NotJoipError),
        (b" \r\n", JSON, NotJoipError),
        (b"\xef\xbb\xbf", JSON, NotJoipError),
        (b"<!doctype html><title>Hi", JSON, NotJoipError),
        (b"\n <html>", "", NotJoipError),
        (b"[]", "text/html", NotJoipError),
        (b"Bad gateway", "text/plain", NotJoipError),
        (b'[{"id": 7}, {"id"', JSON, MalformedAnswerError),
        (b"Bad gateway", JSON, MalformedAnswerError),
        (b"[NaN]", JSON, MalformedAnswerError),
        (b"[-Infinity]", JSON, MalformedAnswerError),
        (b"[] []", JSON, MalformedAnswerError),
        (b'"\xff"', JSON, MalformedAnswerError),
        ('["ä"]'.encode("utf-16"), JSON, MalformedAnswerError),
        (b"[" * 100_000, JSON, MalformedAnswerError),
        (b'{"a":' * 100_000, JSON, MalformedAnswerError),
        (b"[" * 100_000 + b"]" * 100_000, JSON, MalformedAnswerError),
        (b"9" * 10_000, JSON, MalformedAnswerError),
        (b"\x00\x01\x02", "application/octet-stream", MalformedAnswerError),
    ],
)
def test_what_is_no_json_is_told_apart(body: bytes, content_type: str, error: type[AnswerError]) -> None:
    with pytest.raises(AnswerError) as caught:
        decode_json(body, content_type=content_type)
    assert type(caught.value) is error
    assert caught.value.sentence.endswith(".")
    assert caught.value.next_step


@pytest.mark.parametrize("content_type", [JSON, "", "text/plain", "APPLICATION/JSON", "nonsense"])
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_json_is_read_whatever_its_type_and_with_a_byte_order_mark(content_type: str, before: bytes) -> None:
    assert decode_json(before + wire([ROW]), content_type=content_type) == [ROW]


@given(strategies.json_values.filter(is_json))
def test_every_json_value_survives(value: object) -> None:
    assert decode_json(wire(value), content_type=JSON) == value


# --- shapes -----------------------------------------------------------------------------------------------------------


def test_a_list_keeps_readable_rows_and_counts_the_others() -> None:
    rows = [ROW, 5, None, {}, {"id": "8"}, {"id": True}, {"id": 9, "title": 5}, [], {"id": 7, "title": "Later"}]
    decoded = decode_list(wire(rows), content_type=JSON)
    assert [session.id for session in decoded.sessions] == [7, 9]
    assert decoded.sessions[0].title == "Later"
    assert decoded.sessions[0].share_to_community is UNKNOWN
    assert dict(decoded.sessions[1].extra) == {"title": 5}
    assert decoded.unreadable == 6


def test_an_account_may_be_empty() -> None:
    decoded = decode_list(b"[]", content_type=JSON)
    assert (decoded.sessions, decoded.unreadable) == ([], 0)


@given(st.lists(strategies.odd_rows().filter(is_json), max_size=5))
def test_rows_of_every_kind_are_read(rows: list[dict[str, object]]) -> None:
    numbered = [{**row, "id": number} for number, row in enumerate(rows)]
    decoded = decode_list(wire(numbered), content_type=JSON)
    assert decoded.sessions == [from_wire(row) for row in numbered]
    assert decoded.unreadable == 0


@pytest.mark.parametrize("value", [None, {}, ROW, 5, "[]", True, {"sessions": [ROW]}])
def test_a_list_that_is_none_has_another_shape(value: object) -> None:
    with pytest.raises(UnexpectedShapeError):
        decode_list(wire(value), content_type=JSON)


# --- row by row -------------------------------------------------------------------------------------------------------


def read_in_one_go(body: bytes, content_type: str) -> DecodedList:
    """The list as it would be read with all of its rows in memory at once."""
    rows = decode_json(body, content_type=content_type)
    if not isinstance(rows, list):
        raise UnexpectedShapeError("The server sent something else where the list of sessions was expected.")
    sessions: dict[int, Session] = {}
    unreadable = 0
    for row in rows:
        try:
            session = from_wire(row)
        except UnexpectedShapeError:
            unreadable += 1
        else:
            sessions[session.id] = session
    return DecodedList(list(sessions.values()), unreadable)


def outcome(read: Callable[[], DecodedList]) -> object:
    try:
        found = read()
    except AnswerError as error:
        return type(error), str(error)
    return repr(found.sessions), found.unreadable  # not the sessions: True is not 1


def check_like_in_one_go(body: bytes, content_type: str, places: Iterable[int] = ()) -> None:
    bounds = [0, *sorted(place for place in places if place < len(body)), len(body)]
    cut = [body[start:end] for start, end in pairwise(bounds)]
    expected = outcome(lambda: read_in_one_go(body, content_type))
    assert outcome(lambda: decode_list(body, content_type=content_type)) == expected
    assert outcome(lambda: decode_list(iter(cut), content_type=content_type)) == expected


_rows = st.builds(lambda row, number: {**row, "id": number}, strategies.odd_rows(), st.integers(1, 3))
_lists = st.builds(
    lambda rows, indent, ascii_only: json.dumps(rows, indent=indent, ensure_ascii=ascii_only).encode(
        "utf-8", "surrogatepass"
    ),
    st.lists(_rows | strategies.odd_rows() | strategies.json_values, max_size=5) | strategies.json_values,
    st.sampled_from([None, 1]),
    st.booleans(),
)
_spoilt = st.builds(
    lambda before, body, part, after: before + body[: int(len(body) * part)] + after,
    st.sampled_from([b"", b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf", b" \xef\xbb\xbf", b"\x0b\n", b"\xff\xfe"]),
    _lists,
    st.sampled_from([1.0, 1.0]) | st.floats(0, 1),
    st.sampled_from([b"", b"", b" \r\n\t", b"\x0b", b"]", b",", b"[]", b"\xc3", b"null", b"<", b"NaN]"]),
)


@given(_spoilt, st.sampled_from([JSON, JSON, "", "text/plain", "text/html"]), st.lists(st.integers(0, 300), max_size=5))
@example(b"[NaN]", JSON, [2])
@example(b'[{"id": 1, "views": 1.5}]', JSON, range(25))
@example(b'[{"id": 1}, {"id": 1e5}, {"id": ' + b"9" * 5000 + b"}]", JSON, [40])
@example(b"[" * 50_000, JSON, [])
@example(b'[{"id": 1, "a": ' + b"[" * 50_000 + b"]" * 50_000 + b"}]", JSON, [30_000])
@example(b'[{"id": 1, "a": ' + b'{"b":' * 300 + b"[]" + b"}" * 300 + b"}]", JSON, [900])
@example(b"\xef", JSON, [])
@example(b"\xef\xbb\xbf[]", JSON, [1, 2])
def test_row_by_row_a_list_is_what_it_is_in_one_go(body: bytes, content_type: str, places: list[int]) -> None:
    check_like_in_one_go(body, content_type, places)


def test_wherever_a_list_is_truncated_it_is_refused_as_in_one_go() -> None:
    rows = [{**ROW, "title": "ä\u2028\U0001f600", "views": -1.5e-3, "nested": [{"deep": None}]}, 12, True, [], ROW]
    whole = json.dumps(rows, ensure_ascii=False, indent=1).encode()
    for end in range(len(whole) + 1):
        check_like_in_one_go(whole[:end], JSON, [end // 2, end - 1])


def test_how_many_rows_have_been_read_is_told_and_reading_can_be_ended() -> None:
    told: list[int] = []
    body = wire([ROW, 5, {**ROW, "id": 8}])
    assert decode_list(body, content_type=JSON, progress=told.append).unreadable == 1
    assert told == [1, 2, 3]

    def enough(rows: int) -> None:
        if rows == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        decode_list(body, content_type=JSON, progress=enough)


def test_keys_that_are_kept_are_in_memory_once() -> None:
    rows = [{"id": number, "views": {"today": number}, "tags": [{"word": "x"}]} for number in range(2)]
    one, other = decode_list(wire(rows), content_type=JSON).sessions
    assert [dict(one.extra), dict(other.extra)] == [{key: row[key] for key in ("views", "tags")} for row in rows]
    for here, there in zip(keys_in(one.extra), keys_in(other.extra), strict=True):
        assert here is there


def keys_in(value: object) -> list[str]:
    """All keys, at any depth."""
    if isinstance(value, list):
        return [key for one in value for key in keys_in(one)]
    if not isinstance(value, Mapping):
        return []
    return [key for name, one in value.items() for key in (name, *keys_in(one))]


def test_a_list_is_not_spelt_out_in_a_log() -> None:
    assert "Listed" not in repr(decode_list(wire([ROW]), content_type=JSON))


# --- one session ------------------------------------------------------------------------------------------------------


def test_a_changed_session_is_read() -> None:
    assert decode_session(wire(ROW), content_type=JSON, expected_id=7) == from_wire(ROW)


@pytest.mark.parametrize("value", [None, [], [ROW], "x", {}, {**ROW, "id": "7"}, {**ROW, "id": 8}, {"session": ROW}])
def test_another_shape_or_session_than_the_changed_one_is_refused(value: object) -> None:
    with pytest.raises(UnexpectedShapeError):
        decode_session(wire(value), content_type=JSON, expected_id=7)


def test_one_session_comes_with_its_media() -> None:
    media = [{"id": 1, "mediaUrl": "https://i.redd.it/1.jpg"}, 5, None, {"id": 2}]
    detail = decode_detail(wire({"session": ROW, "media": media}), content_type=JSON, expected_id=7)
    assert detail.session == from_wire(ROW)
    assert detail.media == (media[0], media[3])


@pytest.mark.parametrize("media", [{}, {"media": None}, {"media": {"a": 1}}, {"media": "x"}, {"media": []}])
def test_media_may_be_missing(media: dict[str, object]) -> None:
    assert decode_detail(wire({"session": ROW, **media}), content_type=JSON, expected_id=7).media == ()


@pytest.mark.parametrize("value", [None, [], ROW, {}, {"session": None}, {"session": {**ROW, "id": 8}}, {"media": []}])
def test_another_shape_or_session_than_the_one_asked_for_is_refused(value: object) -> None:
    with pytest.raises(UnexpectedShapeError):
        decode_detail(wire(value), content_type=JSON, expected_id=7)


# --- errors -----------------------------------------------------------------------------------------------------------


def error(status: int, body: object = b"", content_type: str = JSON) -> StatusError | AnswerError:
    raw = body if isinstance(body, bytes) else wire(body)
    return error_for(status, raw, content_type=content_type, what="change the session")


_TYPES = {
    400: errors.InvalidRequestError,
    401: errors.SignInNeededError,
    402: errors.PaymentNeededError,
    403: errors.ForbiddenError,
    404: errors.NotFoundError,
    429: errors.RateLimitedError,
    500: errors.ServerFaultError,
    502: errors.ServerFaultError,
    503: errors.ServerFaultError,
    599: errors.ServerFaultError,
    418: errors.UnexpectedStatusError,
    101: errors.UnexpectedStatusError,
    600: errors.UnexpectedStatusError,
    999: errors.UnexpectedStatusError,
}


@pytest.mark.parametrize(("status", "kind"), _TYPES.items())
def test_every_status_has_its_error_with_the_servers_own_sentence(status: int, kind: type[StatusError]) -> None:
    found = error(status, {"error": "Name", "message": "The server's own words", "code": "X", "details": [1]})
    assert type(found) is kind
    assert isinstance(found, StatusError)
    assert found.status == status
    assert found.server_message == "The server's own words."
    assert found.sentence.endswith(".")
    if status not in (401, 429):
        assert "The server's own words." in found.sentence


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308, 399])
def test_a_redirect_is_refused(status: int) -> None:
    assert type(error(status)) is RedirectRefusedError


@pytest.mark.parametrize("body", [b"", b"<html>Not found</html>", b"Cannot GET /api/sessions", b"[]", b"null"])
def test_a_404_that_is_no_error_object_is_another_server(body: bytes) -> None:
    assert type(error(404, body)) is NotJoipError


@pytest.mark.parametrize("status", [s for s in _TYPES if s != 404])
def test_a_page_of_a_proxy_is_not_quoted(status: int) -> None:
    found = error(status, b"<html><h1>Bad Gateway</h1></html>", "text/html")
    assert type(found) is _TYPES[status]
    assert "<" not in str(found)
    assert ":" not in found.sentence.replace("sign-in:", "")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"message": "No"}, "No."),
        ({"error": "No"}, "No."),
        ({"message": "", "error": "No"}, "No."),
        ({"message": {"a": 1}, "error": "No"}, "No."),
        ({"message": ["No"]}, ""),
        ({"message": 5}, ""),
        ({"message": " \n\t "}, ""),
        ({"message": "Really?"}, "Really?"),
        ({"message": "One\r\nTwo\x00\x1b[31m\x7f\x85\u2028Three"}, "One Two [31m Three."),
        ({"message": "a\u202eb\u200bc\u2066d"}, "abcd."),
        ({"message": "half \ud800 a pair"}, "half a pair."),
        ({"message": "<b>bold</b> & \u00e4"}, "<b>bold</b> & \u00e4."),
        ({}, ""),
        ([], ""),
    ],
)
def test_the_servers_sentence_is_quoted_as_plain_text(body: object, message: str) -> None:
    found = error(400, body)
    assert isinstance(found, StatusError)
    assert found.server_message == message


def test_a_long_message_is_cut() -> None:
    found = error(400, {"message": "a" * 1_000_000})
    assert isinstance(found, StatusError)
    assert found.server_message == "a" * 299 + "…"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (7, 7.0),
        (0, 0.0),
        (2.5, 2.5),
        ("30", 30.0),
        (-1, None),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        (True, None),
        (None, None),
        ([7], None),
        (10**400, None),
        ("9" * 5000, None),
    ],
)
def test_the_seconds_of_a_429_are_sane(value: object, seconds: float | None) -> None:
    assert retry_after({"retryAfter": value}) == seconds
    found = error(429, {"message": "Too many", "retryAfter": value})
    assert isinstance(found, RateLimitedError)
    assert found.retry_after == seconds


def test_a_429_may_tell_nothing() -> None:
    assert retry_after(None) is None
    found = error(429, b"<html>")
    assert isinstance(found, RateLimitedError)
    assert found.retry_after is None


# --- anything ---------------------------------------------------------------------------------------------------------

_error_objects = st.dictionaries(
    st.sampled_from(["error", "message", "code", "details", "retryAfter", "session", "media", "id"]),
    strategies.json_values,
    max_size=4,
)
_values = (
    strategies.json_values
    | _error_objects
    | strategies.odd_rows()
    | st.lists(strategies.odd_rows() | strategies.json_values, max_size=3)
    | st.fixed_dictionaries({"session": strategies.odd_rows(), "media": strategies.json_values})
)
_json_bodies = st.builds(
    lambda value, ascii_only: json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass"),
    _values,
    st.booleans(),
)
_truncated = st.builds(lambda body, part: body[: int(len(body) * part)], _json_bodies, st.floats(0, 1))
_odd_bodies = st.sampled_from(
    [b"", b"NaN", b"[Infinity]", b"[" * 5000, b'{"message":' * 3000, b"1" * 5000, b"<html>", b"1e999", b'{"id":1e400}']
)
_bodies = st.builds(
    lambda bom, body: bom + body,
    st.sampled_from([b"", b"", b"\xef\xbb\xbf", b"\xff\xfe", b" "]),
    _json_bodies | _truncated | _odd_bodies | st.binary(max_size=40),
)
_content_types = st.sampled_from(["", JSON, "text/html", "text/plain", "TEXT/HTML;x"]) | strategies.any_text


@given(_bodies, _content_types)
@example(b'[{"id": 7, "extra": ' + b"[" * 900 + b"]" * 900 + b"}]", JSON)
def test_every_answer_is_read_or_refused_with_an_answer_error(body: bytes, content_type: str) -> None:
    readers: list[Callable[[], list[Session]]] = [
        lambda: decode_list(body, content_type=content_type).sessions,
        lambda: [decode_session(body, content_type=content_type, expected_id=7)],
        lambda: [decode_detail(body, content_type=content_type, expected_id=7).session],
    ]
    for decode in readers:
        try:
            sessions = decode()
        except AnswerError as refusal:
            check_text(str(refusal))
        else:
            assert all(type(session.id) is int for session in sessions)


@given(st.integers(300, 999) | st.integers(100, 199), _bodies, _content_types)
def test_every_refusal_is_a_typed_error_fit_to_be_shown(status: int, body: bytes, content_type: str) -> None:
    found = error(status, body, content_type)
    assert isinstance(found, StatusError | AnswerError)
    check_text(str(found))
    check_text(found.sentence)
    if isinstance(found, StatusError):
        assert found.status == status
        assert len(found.server_message) <= 301
    if isinstance(found, RateLimitedError) and found.retry_after is not None:
        assert 0 <= found.retry_after < float("inf")


def test_the_cookie_is_hidden_in_the_servers_message_before_it_is_cut() -> None:
    secret = "s%3A" + "a" * 60 + ".b%2Fc"
    message = "x" * 270 + f" {secret} s:" + "a" * 60 + ".b/c"
    found = error_for(400, wire({"message": message}), content_type=JSON, what="go on", secret=secret)
    assert isinstance(found, StatusError)
    assert "aaa" not in str(found)
    assert "(hidden)" in found.server_message


def check_text(text: str) -> None:
    assert text
    assert len(text) < 600
    assert not [one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
