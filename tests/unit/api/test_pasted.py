"""What browsers copy, in the forms of tests/fixtures/pastes, and quoted by rules that are written here once more."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joip_desktop.api.pasted import LONGEST, read_pasted
from joip_desktop.domain.errors import CookieRefusedError, OriginRefusedError

PASTES = Path(__file__).parents[2] / "fixtures" / "pastes"
VALUE = "s%3Amade-up_0123456789.AbC%2FdEf%2Bghi"
URL = "https://app.joip.io/api/sessions"
SERVER = "https://app.joip.io"
MARK = "zz-hidden-zz"


def read(text: str) -> tuple[str, str]:
    found = read_pasted(text)
    return found.cookie.reveal(), "" if found.server is None else str(found.server)


# --- as browsers copy -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(path.name for path in PASTES.iterdir()))
def test_the_cookie_and_the_server_are_found_in_what_browsers_copy(name: str) -> None:
    assert read((PASTES / name).read_bytes().decode()) == (VALUE, SERVER)


def test_every_browser_and_every_shell_is_there() -> None:
    names = [path.name for path in PASTES.iterdir()]
    for browser, forms in {
        "chrome": ["bash", "cmd", "powershell", "fetch-node", "raw-headers"],
        "edge": ["cmd"],
        "firefox": ["posix", "windows", "powershell", "raw-headers"],
        "safari": ["bash"],
    }.items():
        for form in forms:
            assert [name for name in names if name.startswith(f"{browser}-{form}")], (browser, form)


@pytest.mark.parametrize(
    ("pasted", "server"),
    [
        (VALUE, ""),
        (f" {VALUE}\n", ""),
        (f"\ufeff{VALUE}", ""),
        (f"connect.sid={VALUE}", ""),
        (f"Cookie: theme=dark; connect.sid={VALUE}", ""),
        (f"cookie: connect.sid={VALUE}\nhost: joip.example:8443", "https://joip.example:8443"),
        (f"-b 'connect.sid={VALUE}' {URL}", SERVER),
        (f"curl --cookie=connect.sid={VALUE} --url={URL}", SERVER),
        (f"curl -sSLb connect.sid={VALUE} {URL}", SERVER),
        (f"$ curl -H'Cookie: connect.sid={VALUE}' {URL}", SERVER),
        (f"curl 'http://127.0.0.1:8123/api/sessions' -b connect.sid={VALUE}", "http://127.0.0.1:8123"),
        (f"curl 'http://[::1]:8123/' -b connect.sid={VALUE}", "http://[::1]:8123"),
        (f"curl {URL} -b connect.sid={VALUE} | jq . > connect.sid=no", SERVER),
        (f"connect.sid\t{VALUE}\tapp.joip.io\t/\tSession", SERVER),
    ],
)
def test_other_forms(pasted: str, server: str) -> None:
    assert read(pasted) == (VALUE, server)


def test_of_two_cookies_of_the_name_the_first_counts_as_for_the_server() -> None:
    assert read(f"curl {URL} -b 'connect.sid={VALUE}; connect.sid=s%3Aother.one'") == (VALUE, SERVER)


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pasted", "sentence"),
    [
        ("", "No cookie was pasted."),
        ("  \n ", "No cookie was pasted."),
        (MARK, "This is not the value of “connect.sid”, which begins with s%3A."),
        (f"theme={MARK}", "What was pasted holds no “connect.sid”."),
        (f"curl {URL} -b 'theme={MARK}'", "What was pasted holds no “connect.sid”."),
        (f"curl {URL} -H 'accept: {MARK}'", "There is no cookie in what was pasted."),
        (f"curl {URL} -b {MARK}.txt", "The command takes its cookies from a file, which is not opened here."),
        (f"curl {URL} -H @{MARK}", "The command takes its cookies from a file, which is not opened here."),
        (f"curl {URL} -K {MARK}", "The command takes its cookies from a file, which is not opened here."),
        (f"curl {URL} -b 'connect.sid={MARK}", "The end of the command is missing: a quotation mark is not closed."),
        (f'fetch("{URL}", {{"headers": {{"x": "{MARK}"}}}})', "A request that is copied as “fetch” comes without"),
        (f'{{"cookie": "{MARK}"}}', "What was pasted is JSON, which is not searched."),
        (f"{URL}?{MARK}", "This is an address, not a cookie."),
        (f"curl {URL} -b 'connect.sid={MARK}\x00'", "What was pasted is no cookie"),
        (f"curl {URL} -b $'connect.sid={MARK}\\r\\nX-Other: 1'", "What was pasted is no cookie"),
        (f"curl {URL} -b connect.sid=$({MARK})", "What was pasted is no cookie"),
        (f"curl {URL} -b connect.sid=`{MARK}`", "What was pasted is no cookie"),
        (f"curl {URL} -b connect.sid={'x' * 4097}", "What was pasted is no cookie"),
        (MARK * LONGEST, "What was pasted is too long."),
        (
            f"curl {URL} -b connect.sid={VALUE}; curl https://other.example/ -b connect.sid={MARK}",
            "What was pasted goes to several servers",
        ),
    ],
)
def test_each_wrong_paste_has_its_sentence_and_none_repeats_it(pasted: str, sentence: str) -> None:
    with pytest.raises(CookieRefusedError) as caught:
        read_pasted(pasted)
    told = str(caught.value)
    assert told.startswith(sentence)
    assert MARK not in told
    assert caught.value.next_step or "too long" in sentence


def test_a_request_over_plain_http_to_elsewhere_is_refused() -> None:
    with pytest.raises(OriginRefusedError) as caught:
        read_pasted(f"curl http://joip.example/ -b connect.sid={VALUE}")
    assert "made-up" not in str(caught.value)


@given(st.text(max_size=400))
@example("curl '")
@example("$x = ")
@example("fetch(" + "[" * 5000)
@example("connect.sid=\ud800")
def test_whatever_is_pasted_it_is_read_or_refused(text: str) -> None:
    for pasted in (text, f"curl {text}", f"$s = {text}", f"Cookie: {text}", f"fetch({text}"):
        with suppress(CookieRefusedError, OriginRefusedError):
            read_pasted(pasted)


@pytest.mark.parametrize(
    "piece", ["'", '"', "^", "\\", "`", "$(", "'\\''", "curl ", "-b ", "\n", "a:", "{", "%", '""', "=;"]
)
def test_nothing_takes_long_whatever_64_kb_are_made_of(piece: str) -> None:
    # Were anything quadratic, four thousand million steps would run into the suite's limit for a test.
    for start in ("curl ", "$s = ", "fetch(", "", "x: y\n"):
        with suppress(CookieRefusedError, OriginRefusedError):
            read_pasted((start + piece * LONGEST)[:LONGEST])


# --- quoting ----------------------------------------------------------------------------------------------------------


def posix_single(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def posix_double(text: str) -> str:
    return '"' + re.sub(r'([$`"\\])', r"\\\1", text) + '"'


def ansi(text: str) -> str:
    """As Chrome and Safari do where there is an apostrophe or an exclamation mark."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("!", "\\u0021")
    return f"$'{escaped}'"


def cmd_now(text: str) -> str:
    """As Chrome does since 2025: the quotes are escaped, and so is all that cmd.exe may take for itself."""
    inner = re.sub(r'(["\\])', r"\\\1", text)
    return '^"' + re.sub(r"([^a-zA-Z0-9\s_.,;:=/-])", r"^\1", inner) + '^"'


def cmd_before_2020(text: str) -> str:
    return '"' + text.replace('"', '""').replace("%", '"%"') + '"'


def powershell_double(text: str) -> str:
    return '"' + re.sub(r'([`"$])', r"`\1", text) + '"'


def powershell_single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


COOKIE_OCTETS = st.text(
    st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters='",;\\'), min_size=1, max_size=60
).map(lambda text: f"s%3A{text}")
OTHERS = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_characters=";\x7f"), max_size=30
).filter(lambda text: "connect.sid" not in text and not re.search(r"[\x7f-\x9f\\]", text))


@given(COOKIE_OCTETS, OTHERS)
@example("s%3A'", "it's")
@example("s%3A%PATH%^&|<>!$HOME`id`", 'say "hi" `$x` 100% ^ !')
@example("s%3A$(id)", "")
@pytest.mark.parametrize(
    "command",
    [
        lambda pair: f"curl {posix_single(URL)} -H {posix_single('Cookie: ' + pair)}",
        lambda pair: f"curl {posix_double(URL)} \\\n -H {posix_single('a: b')} -b {posix_double(pair)}",
        lambda pair: f"curl {posix_single(URL)} \\\n  -b {ansi(pair)}",
        lambda pair: f"curl {cmd_now(URL)} ^\r\n  -b {cmd_now(pair)}",
        lambda pair: (
            f'Invoke-WebRequest -Uri {powershell_double(URL)} -Headers @{{\n"Cookie" = {powershell_double(pair)}\n}}'
        ),
        lambda pair: f"iwr {powershell_single(URL)} -Headers @{{Cookie={powershell_single(pair)}}}",
        lambda pair: f"fetch({json.dumps(URL)}, {json.dumps({'headers': {'cookie': pair}})});",
        lambda pair: f"GET /api/sessions HTTP/1.1\r\nHost: app.joip.io\r\nCookie: {pair}\r\n",
    ],
    ids=["posix '", 'posix "', "ansi", "cmd", 'powershell "', "powershell '", "fetch", "headers"],
)
def test_what_is_quoted_comes_back_as_it_was(command: Callable[[str], str], value: str, other: str) -> None:
    assert read(command(f"other={other}; connect.sid={value}")) == (value, SERVER)


@given(COOKIE_OCTETS)
@example("s%3A%PATH%")
def test_what_was_quoted_for_cmd_before_2020_comes_back_as_it_was(value: str) -> None:
    header = cmd_before_2020(f"Cookie: a=b; connect.sid={value}")
    assert read(f"curl {cmd_before_2020(URL)} -H {header} --compressed") == (value, SERVER)


@given(COOKIE_OCTETS)
def test_a_cookie_of_a_powershell_session_comes_back_as_it_was(value: str) -> None:
    added = f'New-Object System.Net.Cookie("connect.sid", {powershell_double(value)}, "/", "app.joip.io")'
    command = f'$session.Cookies.Add(({added}))\nInvoke-WebRequest -Uri "{URL}" `\n-WebSession $session'
    assert read(command) == (value, SERVER)
