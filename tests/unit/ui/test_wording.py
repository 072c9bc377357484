from __future__ import annotations

import html
import math
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from joip_desktop.domain.errors import (
    JoipError,
    NotFoundError,
    RateLimitedError,
    SignInNeededError,
    UnreachableError,
)
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui import wording


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "1 s"),
        (0.2, "1 s"),
        (8, "8 s"),
        (8.1, "9 s"),
        (59, "59 s"),
        (59.5, "1 min"),
        (60, "1 min"),
        (61, "2 min"),
        (3540, "59 min"),
        (3541, "1 h"),
        (3600, "1 h"),
        (4800, "1 h 20 min"),
        (7200, "2 h"),
        (math.inf, "a while"),
    ],
)
def test_durations_round_up_to_words(seconds: float, words: str) -> None:
    assert wording.duration(seconds) == words


@given(st.floats(min_value=0, max_value=10**7), st.floats(min_value=0, max_value=10**5))
def test_a_longer_duration_never_says_a_unit_that_is_full(seconds: float, more: float) -> None:
    for text in (wording.duration(seconds), wording.duration(seconds + more)):
        assert text not in ("60 s", "60 min")
        assert not text.endswith(" 60 min")
        assert "0 min" not in text.split("h")[-1].split()[:1]


@pytest.mark.parametrize(("seconds", "words"), [(170, "about 3 min"), (math.inf, "a while")])
def test_estimates_are_about(seconds: float, words: str) -> None:
    assert wording.about(seconds) == words


@pytest.mark.parametrize(
    ("quota", "words"),
    [
        (Quota(limit=None, remaining=None, next_in=None), ""),
        (Quota(limit=100, remaining=None, next_in=None), ""),
        (Quota(limit=100, remaining=100, next_in=0), "100 of 100 requests left"),
        (Quota(limit=100, remaining=1, next_in=0), "1 of 100 requests left"),
        (Quota(limit=100, remaining=0, next_in=8.2), "No requests left · next in 9 s"),
        (Quota(limit=100, remaining=0, next_in=None), "No requests left"),
    ],
)
def test_the_quota_in_words(quota: Quota, words: str) -> None:
    assert wording.quota_text(quota) == words


@pytest.mark.parametrize("zone", ["UTC"], indirect=True)
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (UNKNOWN, ""),
        (None, ""),
        ("2025-03-02T12:30:00.000Z", "2025-03-02 12:30"),
        ("2025-03-02T12:30:00+02:00", "2025-03-02 10:30"),
        ("2025-03-02", "2025-03-02 00:00"),
        ("yesterday", "yesterday"),
        ("a\nb\x00", "a b\ufffd"),
        ("", ""),
    ],
)
def test_times_of_the_server(text: FieldValue, words: str) -> None:
    assert wording.local_time(text) == words


@pytest.mark.parametrize(
    ("zone", "text"),
    [("XXX+5", "0001-01-01T00:00:00Z"), ("XXX-5", "9999-12-31T23:59:59Z"), ("XXX-5", "9999-12-31T23:59:59-23:59")],
    indirect=["zone"],
)
@pytest.mark.usefixtures("zone")
def test_times_that_the_persons_zone_has_no_date_for_are_shown_as_told(text: str) -> None:
    assert wording.local_time(text) == text


@pytest.mark.parametrize("zone", ["XXX-5:30"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_times_are_the_persons_own() -> None:
    assert wording.local_time("2025-03-02T22:30:00Z") == "2025-03-03 04:00"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("plain", "plain"),
        ("a\r\nb\tc", "a  b c"),
        ("\x00\x1b[31m", "\ufffd\ufffd[31m"),
        ("half \ud800", "half \ufffd"),
        ("\u202eright to left", "\u202eright to left"),
        ("😀 naïve — “quotes”", "😀 naïve — “quotes”"),
    ],
)
def test_shown_text(text: str, shown: str) -> None:
    assert wording.shown_text(text) == shown


@given(st.text(st.characters()))
def test_shown_text_can_be_drawn_on_one_line_and_is_stable(text: str) -> None:
    shown = wording.shown_text(text)
    shown.encode()
    assert not set(shown) & set("\r\n\t\x00\x1b")
    assert wording.shown_text(shown) == shown


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("ab cd", 4, "ab…"), ("", 5, "")],
)
def test_shortened(text: str, length: int, short: str) -> None:
    assert wording.shortened(text, length) == short


@given(st.text(st.characters()))
def test_a_tooltip_shows_its_text_as_text(text: str) -> None:
    tooltip = wording.plain_tooltip(text)
    if not text:
        assert tooltip == ""
        return
    assert tooltip.startswith("<qt>")
    inside = tooltip.removeprefix("<qt>").removesuffix("</qt>")
    assert not set(inside) & set("<>\"'")
    assert html.unescape(inside) == html.unescape(html.escape(text))


@pytest.mark.parametrize("text", ["a < b & c > d", "<img src='file:///etc/passwd'>", "&amp;", "<b>bold</b>", "</qt>x"])
@pytest.mark.usefixtures("qapp")
def test_qt_shows_a_tooltips_text_as_it_is(text: str) -> None:
    document = QTextDocument()
    document.setHtml(wording.plain_tooltip(text))
    assert document.toPlainText() == text


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (None, ""),
        (ReadingProgress("receiving", 0, None), ""),
        (ReadingProgress("receiving", 0, 44_100_000), ""),
        (ReadingProgress("receiving", 1, None), "receiving 0.0 MB…"),
        (ReadingProgress("receiving", 1_949_999, None), "receiving 1.9 MB…"),
        (ReadingProgress("receiving", 1_000_000, 44_100_000), "receiving 1.0 of 44.1 MB…"),
        (ReadingProgress("receiving", 44_100_000, 44_100_000), "receiving 44.1 of 44.1 MB…"),
        (ReadingProgress("reading", 0, None), "reading 0…"),
        (ReadingProgress("reading", 1234, None), "reading 1,234…"),
        (ReadingProgress("reading", 0, 100_000), "reading 0 of 100,000…"),
        (ReadingProgress("reading", 45_000, 100_000), "reading 45,000 of 100,000…"),
    ],
)
def test_how_far_the_list_has_come(progress: ReadingProgress | None, words: str) -> None:
    assert wording.reading_text(progress) == words


@pytest.mark.parametrize("zone", ["XXX-5:30"], indirect=True)
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2026, 3, 1, 18, 29, tzinfo=UTC), "from 20:02"),
        (datetime(2026, 3, 1, 18, 31, tzinfo=UTC), "from 2026-03-01 20:02"),
        (datetime(2027, 3, 1, 15, 0, tzinfo=UTC), "from 2026-03-01 20:02"),
    ],
)
def test_how_old_a_list_is_goes_by_the_persons_own_days(now: datetime, words: str) -> None:
    assert wording.list_age_text(datetime(2026, 3, 1, 14, 32, tzinfo=UTC), now) == words


@pytest.mark.parametrize(
    ("error", "waiting", "words"),
    [
        (SignInNeededError("Signed out.", status=401), 0, "Signed out. Sign in again to go on."),
        (
            SignInNeededError("Signed out.", status=401),
            12,
            "Signed out. 12 changes are waiting. Sign in again to go on.",
        ),
        (
            UnreachableError("It can't be reached."),
            1,
            "It can't be reached. 1 change is waiting. It will be sent by itself.",
        ),
        (
            RateLimitedError("Too many requests."),
            1234,
            "Too many requests. 1,234 changes are waiting. They will be sent by themselves.",
        ),
        (UnreachableError("It can't be reached."), 0, "It can't be reached."),
        (NotFoundError("It is gone.", status=404), 1, "It is gone. 1 change is waiting. Refresh the list."),
        (JoipError("Something."), 0, "Something."),
    ],
)
def test_troubles_say_what_happened_what_became_of_the_data_and_what_to_do(
    error: JoipError, waiting: int, words: str
) -> None:
    assert wording.trouble_text(error, waiting) == words
