from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.redaction import redacted, without_sessions

ID = "QwErTy-_12345678.SigNature90"
COOKIE = f"s%3A{ID}"

FORMS = (
    f"Cookie: connect.sid={COOKIE}; a=b",
    f"Set-Cookie: connect.sid={COOKIE}; Path=/",
    f"cookie: {COOKIE}",
    f"{{'Cookie': 'connect.sid={COOKIE}'}}",
    json.dumps({"headers": {"cookie": f"connect.sid={COOKIE}"}}),
    f"[(b'Cookie', b'connect.sid={COOKIE}')]",
    f"connect.sid={COOKIE}",
    f"connect.sid\\u003d{COOKIE}",
    f"?next=connect.sid%3D{quote(COOKIE, safe='')}",
    f"the value s:{ID} is odd",
    f"the value {quote(COOKIE, safe='')} is odd",
    f"Authorization: Bearer {ID}",
    f"Authorization: Basic {base64.b64encode(ID.encode()).decode()}",
    f"password={ID}",
    f"illegal header value b'connect.sid={COOKIE}\\x00'",
    f"proxy http://me:{ID}@proxy.example:3128",
    f"Cookie:\n    {COOKIE}",
)


@pytest.mark.parametrize("text", FORMS)
def test_what_looks_like_a_secret_is_gone(text: str) -> None:
    told = redacted(f"before\n{text}\nafter")
    assert "QwErTy" not in told
    assert "SigNature" not in told
    assert base64.b64encode(ID.encode()).decode() not in told
    assert told.startswith("before\n")
    assert told.endswith("\nafter")


@pytest.mark.parametrize(
    "text",
    [
        "GET /api/sessions: 200 in 0.123 s",
        "The sign-in has expired.",
        "2026-03-01T12:30:00Z INFO joip_desktop: JOIP Desktop 0.5 begins, on Python 3.11",
        'File "/home/me/joip_desktop/api/auth.py", line 12, in parse_cookie',
        "https://app.joip.io/api/sessions?a=b",
    ],
)
def test_what_helps_to_find_a_fault_stays(text: str) -> None:
    assert redacted(text) == text


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_that_stands_around_it_saves_it(before: str, after: str) -> None:
    assert ID not in redacted(f"{before} connect.sid={COOKIE} {after}")


@pytest.mark.parametrize("value", [f"s%3A{ID}", f"s:{ID}+/=", f"s%253A{ID}"])
def test_of_text_that_is_shown_only_cookies_are_taken_out(value: str) -> None:
    long = value.replace("QwErTy-_12345678", "QwErTy-_1234567890abcdef").replace("SigNature90", "SigNature90" * 3)
    assert without_sessions(f"Cookie: {long}; password: x") == "Cookie: (hidden); password: x"
    assert without_sessions("it's s:o nice. A title with password=x") == "it's s:o nice. A title with password=x"


def test_it_does_not_take_long() -> None:
    for piece in ("s:", "cookie ", "connect.sid", "http://", "bearer "):
        redacted(piece * 20_000)
