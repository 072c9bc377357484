"""Faults, as a queue; what they do to a connection is tested in test_gate."""

from __future__ import annotations

import re

import pytest

from joip_desktop.mock.auth import Cookies
from joip_desktop.mock.faults import Answer, Drop, Faults


class Nowhere:
    def read_meta(self, key: str) -> str | None:  # noqa: ARG002
        return None

    def write_meta(self, key: str, value: str) -> None: ...

    def erase_meta(self, key: str) -> None: ...


@pytest.fixture
def faults() -> Faults:
    return Faults(Cookies(Nowhere()))


def test_faults_come_in_their_order_and_number(faults: Faults) -> None:
    faults.answer_next(503, times=2)
    faults.drop_next(when="after")
    faults.drop_next()
    assert faults.pending == 4
    met = [faults.next_for("GET", "/api/sessions") for _ in range(5)]
    assert isinstance(met[0], Answer)
    assert met[0] == met[1]
    assert met[2:] == [Drop(applied=True), Drop(applied=False), None]


def test_faults_wait_for_what_they_fit(faults: Faults) -> None:
    faults.answer_next(500, method="patch", path=r"/12$")
    assert faults.next_for("GET", "/api/sessions/12") is None
    assert faults.next_for("PATCH", "/api/sessions/123") is None
    assert faults.next_for("PATCH", "/api/sessions/12") is not None
    assert faults.pending == 0


def test_no_times_no_fault(faults: Faults) -> None:
    faults.answer_next(500, times=0)
    assert faults.next_for("GET", "/api/sessions") is None


@pytest.mark.parametrize(
    ("status", "body", "content", "media_type"),
    [
        (503, None, b'{"error": "Service Unavailable", "message": "Service Unavailable"}', "application/json"),
        (599, None, b'{"error": "Error", "message": "Error"}', "application/json"),
        (204, None, b"", None),
        (502, b"<h1>Bad Gateway</h1>", b"<h1>Bad Gateway</h1>", "text/html; charset=utf-8"),
        (402, {"message": "Not enough credits", "code": "CREDITS"}, None, "application/json"),
    ],
)
def test_bodies(
    faults: Faults, status: int, body: bytes | dict[str, object] | None, content: bytes | None, media_type: str | None
) -> None:
    faults.answer_next(status, body=body, headers={"Retry-After": "3"})
    fault = faults.next_for("GET", "/")
    assert isinstance(fault, Answer)
    assert content is None or fault.body == content
    assert fault.headers.get("content-type") == media_type
    assert fault.headers["retry-after"] == "3"


def test_a_bad_pattern_is_told_at_once(faults: Faults) -> None:
    with pytest.raises(re.error):
        faults.drop_next(path="(")


def test_clear(faults: Faults) -> None:
    faults.answer_next(500, times=9)
    faults.rotate_cookie()
    faults.clear()
    assert faults.pending == 0
    assert faults.next_for("GET", "/") is None
