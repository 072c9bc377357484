"""What goes wrong in the mock server.

Exception
├── MockServerError      the server cannot start; its text is one sentence for the user
└── Refused              a request is answered with an error status
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus


class MockServerError(Exception):
    """The server cannot start; the text is a sentence for the user, with a way out."""


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
