"""What goes wrong in the mock server.

Exception
├── MockServerError      the server cannot start; its text is for the user
├── FaultError           a rule for faults is not understood; its text is for the user
└── Refused              a request is answered with an error status

What the user reads is a `Sentence`, which others can say in another language. What clients read (`Refused`) is English,
as the real server's answers are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Self


class Sentence(str):
    """A sentence for the user, in English, with the `text` and the `values` that it is made of.

    So whoever shows it can look up a translation of the text; this package knows of no languages.
    """

    __slots__ = ("text", "values")

    text: str
    values: Mapping[str, str]

    def __new__(cls, text: str, **values: str) -> Self:
        """The `text` with its places filled in."""
        made = super().__new__(cls, text.format(**values))
        made.text = text
        made.values = values
        return made


class MockServerError(Exception):
    """The server cannot start; the `sentence` says why, with a way out."""

    def __init__(self, text: str, **values: str) -> None:
        self.sentence = Sentence(text, **values)
        super().__init__(self.sentence)


class FaultError(ValueError):
    """A rule for faults is not understood; the `sentence` says what, and what would be."""

    def __init__(self, text: str, **values: str) -> None:
        self.sentence = Sentence(text, **values)
        super().__init__(self.sentence)


class Refused(Exception):  # noqa: N818 - an answer, not a failure of the server
    """A request is to be answered with `status` and an error object; see `body`."""

    def __init__(self, status: HTTPStatus, message: str, details: Sequence[Mapping[str, str]] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.details = tuple(dict(detail) for detail in details)

    def body(self) -> dict[str, object]:
        """The error object (contract, "Errors"): `error`, `message` and, where there are any, `details`."""
        body: dict[str, object] = {"error": self.status.phrase, "message": self.message}
        if self.details:
            body["details"] = list(self.details)
        return body
