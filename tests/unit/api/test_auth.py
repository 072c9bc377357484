from __future__ import annotations

import copy
import logging
import pickle
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.api.auth import cookie_from_response, parse_cookie
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import CookieRefusedError
from tests.helpers import strategies

VALUE = "s%3AqwErTy-_12.sig%2Bna%2Fture"
DECODED = "s:qwErTy-_12.sig+na/ture"
PAST = "Thu, 01 Jan 1970 00:00:00 GMT"
FUTURE = "Fri, 31 Dec 9999 23:59:59 GMT"


# --- what people paste ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pasted",
    [
        VALUE,
        f"  {VALUE}\r\n",
        DECODED,
        f'"{VALUE}"',
        f"'{VALUE}'",
        f"connect.sid={VALUE}",
        f"connect.sid={DECODED}",
        f'connect.sid="{VALUE}"',
        f" connect.sid = {VALUE} ;",
        f"Cookie: connect.sid={VALUE}",
        f"'cookie:connect.sid={VALUE}'",
        f"Cookie: a=b; connect.sid={VALUE}; other=x=y; flag",
        f"connect.sid={VALUE}; connect.sid=another",
        f"Set-Cookie: connect.sid={VALUE}; Path=/; HttpOnly",
        f"Cookie: {VALUE}",
    ],
)
def test_the_cookie_is_found_in_what_was_pasted(pasted: str) -> None:
    assert parse_cookie(pasted).reveal() == VALUE


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [
        ("", "No cookie was pasted"),
        ("  '' ", "No cookie was pasted"),
        ("Cookie:", "No cookie was pasted"),
        ("hidden=hidden", "holds no “connect.sid”"),
        ("Connect.Sid=hidden", "holds no “connect.sid”"),
        ("connect.sid.sig=hidden; xconnect.sid=hidden", "holds no “connect.sid”"),
        ("connect.sid=", "is no cookie"),
        ("hidden hidden", "is no cookie"),
        ("hidden\nX-Header: hidden", "is no cookie"),
        ("connect.sid=hidden\r\nX: y", "is no cookie"),
        ("hidden\x00", "is no cookie"),
        ("hiddenä", "is no cookie"),
        ("s:hidden\ud800", "is no cookie"),
        ("s:hid den", "is no cookie"),
        ("hidden" * 1000, "is no cookie"),
        ("s:" + "/" * 2000 + "hidden", "is no cookie"),
        ("hidden" * 100_000, "too long"),
    ],
)
def test_anything_else_is_refused_without_being_repeated(pasted: str, sentence: str) -> None:
    with pytest.raises(CookieRefusedError, match=sentence) as caught:
        parse_cookie(pasted)
    assert "hidden" not in "".join(traceback.format_exception(caught.value, chain=True))


@given(strategies.any_text | st.builds("{}{}".format, st.sampled_from(["connect.sid=", "s:", "Cookie:"]), st.text()))
def test_any_text_gives_a_cookie_that_can_be_sent_or_a_refusal(pasted: str) -> None:
    try:
        value = parse_cookie(pasted).reveal()
    except CookieRefusedError:
        pass
    else:
        assert value.isascii()
        assert value.isprintable()
        assert not set(value) & set(' ",;\\')


# --- nobody sees it ---------------------------------------------------------------------------------------------------


def test_no_text_made_of_a_cookie_shows_it(caplog: pytest.LogCaptureFixture) -> None:
    cookie = SecretCookie(VALUE)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").debug("%s %r", cookie, [cookie])
    texts = [
        repr(cookie),
        str(cookie),
        f"{cookie}",
        f"{cookie!r:>40}",
        repr({"c": cookie}),
        caplog.text,
    ]
    assert all("SecretCookie(hidden)" in text and VALUE not in text for text in texts)


def test_a_traceback_does_not_show_it() -> None:
    cookie = SecretCookie(VALUE)
    with pytest.raises(ValueError, match="hidden") as caught:
        raise ValueError(cookie)
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    assert "hidden" in shown
    assert VALUE not in shown


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_can_not_be_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="not written"):
        pickle.dumps(SecretCookie(VALUE), protocol)


def test_it_can_not_be_copied_apart_and_has_no_dictionary() -> None:
    with pytest.raises(TypeError):
        copy.deepcopy(SecretCookie(VALUE))
    assert not hasattr(SecretCookie(VALUE), "__dict__")


def test_cookies_compare_by_value() -> None:
    assert SecretCookie("a") == SecretCookie("a")
    assert SecretCookie("a") != SecretCookie("b")
    assert SecretCookie("a") != "a"
    assert len({SecretCookie("a"), SecretCookie("a")}) == 1


# --- what servers send ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "value"),
    [
        ([], None),
        (["other=x; Path=/"], None),
        ([f"connect.sid={VALUE}; Path=/; HttpOnly; SameSite=Lax"], VALUE),
        ([f'connect.sid="{VALUE}"'], VALUE),
        (["connect.sid=old", "other=x", "connect.sid=new"], "new"),
        (["connect.sid=old", "connect.sid=; Max-Age=0"], "old"),
        (["connect.sid=; Path=/"], None),
        (["connect.sid"], None),
        (["connect.sid=a b"], None),
        (["connect.sid=" + "a" * 5000], None),
        (["connect.sid=a; Max-Age=0"], None),
        (["connect.sid=a; max-age=-1"], None),
        (["connect.sid=a; Max-Age=604800"], "a"),
        (["connect.sid=a; Max-Age=" + "9" * 5000], "a"),
        (["connect.sid=a; Max-Age=604800; Expires=" + PAST], "a"),
        (["connect.sid=a; Max-Age=0; Expires=" + FUTURE], None),
        ([f"connect.sid=a; Expires={PAST}"], None),
        ([f"connect.sid=a; Expires={FUTURE}"], "a"),
        (["connect.sid=a; Expires=Thu, 01 Jan 1970 00:00:00"], None),
        (["connect.sid=a; Expires=soon"], "a"),
        (["connect.sid=a; Max-Age=--5"], "a"),
        (["connect.sid=a; Max-Age=-"], "a"),
        (["connect.sid=a; Max-Age=\u00b2"], "a"),
        (["connect.sid=a; Expires=Thu, 01 Jan 99999999999999999999 00:00:00 GMT"], "a"),
        (["connect.sid=a; Expires=Thu, 01 Jan 2030 00:00:00 +99999999999999999999"], "a"),
    ],
)
def test_the_newest_living_cookie_is_taken_from_an_answer(headers: list[str], value: str | None) -> None:
    found = cookie_from_response(headers)
    assert (found.reveal() if found else None) == value


_NUMBERS = st.text("0123456789-+. \u0663\u00b2", max_size=30)
_DATES = st.builds(
    "{}, {} Jan {} {}:{}:{} {}".format, strategies.any_text, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS, _NUMBERS
)
_ATTRIBUTES = st.lists(
    strategies.any_text
    | st.builds("Max-Age={}".format, _NUMBERS | strategies.any_text)
    | st.builds("Expires={}".format, _DATES | _NUMBERS | strategies.any_text),
    max_size=3,
)


@given(
    st.lists(
        st.builds(lambda first, rest: ";".join([first, *rest]), st.sampled_from(["connect.sid=a", "x"]), _ATTRIBUTES)
    )
)
def test_odd_attributes_never_raise(headers: list[str]) -> None:
    found = cookie_from_response(headers)
    assert found is None or found.reveal() == "a"
