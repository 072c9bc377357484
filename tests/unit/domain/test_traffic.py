from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joip_desktop.domain.traffic import (
    EMPTY,
    KEPT_BYTES,
    WITHHELD,
    Body,
    Exchange,
    as_curl,
    as_har,
    body_of,
    hidden,
    masked,
    matches,
    no_curl,
    readable,
    without_secrets,
)
from tests.helpers import strategies

ORIGIN = "https://joip.example"
SECRET = "s%3AqwErTyUiOp12.sigNature34%2Bx"


def body(text: str) -> Body:
    return Body(text, len(text.encode("utf-8", "surrogatepass")))


CHANGE = Exchange(
    method="PATCH",
    path="/api/sessions/7",
    started=datetime(2026, 3, 1, 14, 32, 5, 250_000, tzinfo=UTC),
    seconds=0.25,
    waited=0.2,
    status=200,
    headers={"content-type": "application/json", "x-ratelimit-remaining": "41"},
    request=body('{"title": "Hidden title", "isFavorite": true}'),
    request_type="application/json",
    answer=body('{"id": 7, "title": "Hidden title", "aiPrompt": "Hidden prompt", "isFavorite": true}'),
)
LOST = Exchange(
    method="GET",
    path="/api/sessions",
    query="a=1",
    started=CHANGE.started,
    seconds=30.0,
    error="joip.example does not answer in time.",
    headers={},
)


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_of_a_body_64_kb_are_kept_and_it_says_so() -> None:
    whole = body_of(b"x" * KEPT_BYTES, KEPT_BYTES)
    assert (whole.is_whole, len(whole.text), whole.remark) == (True, KEPT_BYTES, "")
    cut = body_of(b"x" * (KEPT_BYTES + 100), 1_000_000)
    assert (cut.is_whole, cut.size) == (False, 1_000_000)
    assert len(cut.text) <= KEPT_BYTES
    assert cut.remark == "Only the first 64 KB of 1,000.0 KB are kept."
    assert body_of(b"\x89PNG\x00", 5).remark == "This is no text (0.0 KB)."
    assert WITHHELD.text == ""


@pytest.mark.parametrize(
    "shown",
    [
        SECRET,
        "s:qwErTyUiOp12.sigNature34+x",
        json.dumps("s:qwErTyUiOp12.sigNature34+x"),
        "s%253AqwErTyUiOp12.sigNature34%252Bx",
        "qwErTyUiOp12",
    ],
)
def test_a_cookie_that_a_server_echoes_is_not_kept_however_it_is_escaped(shown: str) -> None:
    told = body_of(f'{{"echo": "{shown}"}}'.encode(), 100, secrets=[SECRET]).text
    assert "qwErTyUiOp12" not in told
    assert "sigNature34" not in told
    assert "•••" in told


@given(st.integers(0, 300))
def test_a_cookie_across_the_end_of_what_is_kept_is_not_kept_in_part(before: int) -> None:
    text = b"x" * (KEPT_BYTES - before) + SECRET.encode() + b"y" * 10_000
    kept = body_of(text[: KEPT_BYTES + 8192], len(text), secrets=[SECRET]).text
    assert "qwErTy" not in kept


def test_without_secrets_nothing_is_changed() -> None:
    assert without_secrets("as it is", []) == "as it is"
    assert without_secrets("as it is", [""]) == "as it is"


# --- finding ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", "CHANGE LOST"),
        ("patch", "CHANGE"),
        ("sessions/7", "CHANGE"),
        ("200", "CHANGE"),
        ("2xx ok", "CHANGE"),
        ("get a=1", "LOST"),
        ("in time", "LOST"),
        ("4xx", ""),
        ("get patch", ""),
    ],
)
def test_a_filter_finds_words_in_method_path_status_and_error(words: str, found: str) -> None:
    passed = [name for name, one in (("CHANGE", CHANGE), ("LOST", LOST)) if matches(one, words.split())]
    assert " ".join(passed) == found


def test_what_is_read_off_an_exchange() -> None:
    assert (CHANGE.remaining, CHANGE.is_failure, CHANGE.status_text) == (41, False, "200 OK")
    assert (LOST.remaining, LOST.is_failure, LOST.status_text, LOST.target) == (None, True, "", "/api/sessions?a=1")
    assert replace(CHANGE, status=429).is_failure
    assert replace(CHANGE, headers={"x-ratelimit-remaining": "9" * 50}).remaining is None


# --- discreet mode ----------------------------------------------------------------------------------------------------


def test_discreet_mode_hides_titles_prompts_and_the_servers_own_words() -> None:
    shown = hidden(CHANGE, "hidden")
    assert shown.request is not None
    assert json.loads(shown.request.text) == {"title": "hidden", "isFavorite": True}
    assert json.loads(shown.answer.text)["aiPrompt"] == "hidden"
    assert "Hidden" not in repr(shown)
    assert hidden(replace(CHANGE, answer=body("Hidden words, no JSON")), "x").answer.text == ""
    assert hidden(replace(CHANGE, answer=EMPTY), "x").answer == EMPTY


def test_not_even_the_length_of_what_is_hidden_is_told() -> None:
    def seen(title: str) -> Exchange:
        text = json.dumps({"id": 7, "title": title})
        headers = {"content-length": str(len(text))}
        return hidden(replace(CHANGE, headers=headers, answer=body(text), request=body(text)), "hidden")

    assert seen("A") == seen("A much longer title")


@given(strategies.json_values)
def test_masking_leaves_no_text_that_has_no_harmless_name(value: object) -> None:
    text = json.dumps({"title": value, "list": [["secret-text"]], "aiPrompt": {"deep": "secret-text"}})
    told = masked(text, "hidden")
    assert told is not None
    assert json.loads(told)["title"] == "hidden"
    assert json.loads(told)["aiPrompt"] == "hidden"


@pytest.mark.parametrize("text", ["", "{", "7", '"text"', "[" * 100_000])
def test_what_is_no_json_is_not_masked_but_left_out(text: str) -> None:
    assert masked(text, "hidden") is None


# --- as text ----------------------------------------------------------------------------------------------------------


def test_json_is_indented_and_control_characters_are_made_visible() -> None:
    assert readable(body('{"a":[1]}')) == '{\n  "a": [\n    1\n  ]\n}'
    assert readable(body("<b>\x1b[31m\u202e\n</b>")) == "<b>\ufffd[31m\ufffd\n</b>"
    assert readable(body('{"a": "\\u202e"}')) == '{\n  "a": "\\u202e"\n}'


AWKWARD = """it's "$HOME" `id` $(id) \\ \n !! 100% \u202e 🌧"""


@given(strategies.clean_text)
@example(AWKWARD)
def test_the_command_gives_bash_the_same_body_and_asks_for_the_cookie(text: str) -> None:
    exchange = replace(CHANGE, request=body(json.dumps({"title": text}, ensure_ascii=False)))
    command = as_curl(exchange, ORIGIN)
    assert "$JOIP_COOKIE" in command
    bash = shutil.which("bash")
    assert bash is not None
    script = f"curl() {{ printf '%s\\0' \"$@\"; }}; JOIP_COOKIE=zz; {command}"
    told = subprocess.run([bash, "-c", script], capture_output=True, check=True, env={}).stdout.decode().split("\0")
    assert exchange.request is not None
    assert exchange.request.text in told
    assert f"{ORIGIN}/api/sessions/7" in told
    assert "connect.sid=zz" in told
    assert told[told.index("-X") + 1] == "PATCH"


def test_a_request_that_is_not_known_as_a_whole_is_no_command() -> None:
    exchange = replace(CHANGE, request=WITHHELD)
    assert no_curl(exchange) == "There is no whole request to copy. The bodies of a sign-in are never kept."
    with pytest.raises(ValueError, match="whole"):
        as_curl(exchange, ORIGIN)
    assert as_curl(LOST, ORIGIN) == "curl 'https://joip.example/api/sessions?a=1' -b \"connect.sid=$JOIP_COOKIE\""


def test_a_har_file_is_what_the_format_wants() -> None:
    log = json.loads(as_har([CHANGE, LOST], ORIGIN, "1.2.3"))["log"]
    assert (log["version"], log["creator"]) == ("1.2", {"name": "JOIP Desktop", "version": "1.2.3"})
    change, lost = log["entries"]
    assert change["startedDateTime"] == "2026-03-01T14:32:05.250+00:00"
    assert change["time"] == sum(change["timings"].values()) == 250.0
    assert change["timings"] == {"send": 0, "wait": 200.0, "receive": 50.0}
    assert change["request"]["url"] == f"{ORIGIN}/api/sessions/7"
    assert change["request"]["postData"]["text"] == '{"title": "Hidden title", "isFavorite": true}'
    assert change["response"]["content"]["mimeType"] == "application/json"
    assert lost["request"]["queryString"] == [{"name": "a", "value": "1"}]
    assert (lost["response"]["status"], lost["comment"]) == (0, LOST.error)
    for entry in log["entries"]:
        assert entry["request"]["cookies"] == entry["response"]["cookies"] == []
        assert set(entry) >= {"startedDateTime", "time", "request", "response", "cache", "timings"}
    assert json.loads(as_har([], ORIGIN, "1")) == {
        "log": {"version": "1.2", "creator": {"name": "JOIP Desktop", "version": "1"}, "entries": []}
    }
