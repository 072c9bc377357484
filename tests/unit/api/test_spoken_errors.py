"""What an answer means, in the person's language, with the server's own words behind the first colon."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from joip_desktop.api.decode import error_for
from joip_desktop.api.origin import Origin
from joip_desktop.domain.errors import OriginRefusedError, StatusError
from joip_desktop.domain.say import speak

GERMAN = {
    "The server does not allow you to {what}: {message}": "Der Server erlaubt nicht, {what}: {message}",
    "The server does not allow you to {what}.": "Der Server erlaubt nicht, {what}.",
    "The server failed (status {status}).": "Der Server hat versagt (Status {status}).",
    "{port} is no port; ports are 1 to {highest}.": "{port} ist kein Port; es gibt 1 bis {highest}.",
    "change the session": "die Sitzung zu ändern",
}


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    speak(lambda text, _: GERMAN.get(text, ""), separator=".", lowers=False)
    yield
    speak()


@pytest.mark.parametrize(
    ("status", "message", "sentence"),
    [
        (403, "Not {yours}.", "Der Server erlaubt nicht, die Sitzung zu ändern: Not {yours}."),
        (403, "", "Der Server erlaubt nicht, die Sitzung zu ändern."),
        (503, "", "Der Server hat versagt (Status 503)."),
        (503, "Busy", "The server failed (status 503): Busy."),
        (418, "", "The server answered with status 418."),
    ],
)
def test_a_status_is_told(status: int, message: str, sentence: str) -> None:
    body = json.dumps({"message": message}).encode()
    error = error_for(status, body, content_type="application/json", what="change the session")
    assert isinstance(error, StatusError)
    assert error.sentence == sentence


def test_a_port_is_no_amount() -> None:
    with pytest.raises(OriginRefusedError) as caught:
        Origin.parse("https://a.example:99999")
    assert caught.value.sentence == "99999 ist kein Port; es gibt 1 bis 65535."
