"""Of the OpenAPI document what all operations share: the answers with errors, and the headers."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any, Final, TypeAlias

from joip_desktop.mock.auth import COOKIE_NAME
from joip_desktop.mock.exchange import LARGEST_BODY

Json: TypeAlias = dict[str, Any]

LIMIT_HEADERS: Final[Json] = {
    "X-RateLimit-Limit": {
        "description": "The size of the token bucket of this address: 100 on the site [pub].",
        "schema": {"type": "integer", "minimum": 1},
    },
    "X-RateLimit-Remaining": {
        "description": "The tokens that are left [pub].",
        "schema": {"type": "integer", "minimum": 0},
    },
    "X-RateLimit-Reset": {
        "description": "When the bucket will be full again [pub].",
        "schema": {"type": "string", "format": "date-time"},
    },
}
"""Not marked as required, since they are missing where the limit is off, or was not reached."""

RENEWED_COOKIE: Final[Json] = {
    "description": "A new cookie, which counts from now on [pub].",
    "schema": {"type": "string", "pattern": f"^{COOKIE_NAME.replace('.', '[.]')}=[^;]+;"},
}


def answer(description: str, schema: Json | None = None) -> Json:
    """A response object; without a schema it has no body."""
    if schema is None:
        return {"description": description}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


_DETAIL: Final[Json] = {
    "type": "object",
    "required": ["path", "message"],
    "properties": {"path": {"type": "string"}, "message": {"type": "string"}},
}

ERROR_SCHEMAS: Final[Json] = {
    "Error": {
        "type": "object",
        "description": "Always with a `message`, sometimes with nothing else [pub].",
        "required": ["message"],
        "properties": {
            "error": {"type": "string"},
            "message": {"type": "string", "minLength": 1},
            "code": {"type": "string"},
            "details": {"type": "array", "minItems": 1, "items": _DETAIL, "description": "By field [own]."},
        },
        "examples": [{"message": "Unauthorized"}, {"error": "Not Found", "message": "Session not found"}],
    },
    "FullError": {
        "description": "As this server writes it, with the status in words.",
        "allOf": [{"$ref": "#/components/schemas/Error"}],
        "required": ["error"],
    },
    "TooManyRequests": {
        "allOf": [{"$ref": "#/components/schemas/FullError"}],
        "required": ["retryAfter"],
        "properties": {"retryAfter": {"type": "integer", "minimum": 1, "description": "In seconds [pub]."}},
    },
}


def _error(status: HTTPStatus, description: str, schema: str = "FullError") -> Json:
    made = answer(f"{status.phrase}. {description}", {"$ref": f"#/components/schemas/{schema}"})
    return {**made, "headers": LIMIT_HEADERS}


def _only_as_a_fault(status: HTTPStatus, description: str) -> Json:
    """The site gives it, or a proxy before it in HTML; this server only where it was asked to."""
    made = _error(status, f"{description} This server gives it as a fault only [own].", "Error")
    made["content"]["text/html"] = {"schema": {"type": "string"}}
    return made


def _all(answers: Sequence[tuple[HTTPStatus, Json]]) -> Json:
    return {str(status.value): made for status, made in answers}


_NOT_ALLOWED: Final = _error(HTTPStatus.METHOD_NOT_ALLOWED, "The path does not have the method [own].")
_ALLOW: Final[Json] = {"Allow": {"required": True, "schema": {"type": "string"}, "description": "What it has."}}

ANSWERS: Final[Json] = _all(
    [
        (HTTPStatus.BAD_REQUEST, _error(HTTPStatus.BAD_REQUEST, "`details` names what is wrong with which field.")),
        (
            HTTPStatus.UNAUTHORIZED,
            _error(HTTPStatus.UNAUTHORIZED, "No valid cookie, or not these credentials [pub].", "Error"),
        ),
        (HTTPStatus.PAYMENT_REQUIRED, _only_as_a_fault(HTTPStatus.PAYMENT_REQUIRED, "Credits are missing [pub].")),
        (HTTPStatus.FORBIDDEN, _error(HTTPStatus.FORBIDDEN, "Somebody else's session [pub], or page [own].")),
        (HTTPStatus.NOT_FOUND, _error(HTTPStatus.NOT_FOUND, "There is no such session that the user may see [pub].")),
        (
            HTTPStatus.METHOD_NOT_ALLOWED,
            {**_NOT_ALLOWED, "headers": {**LIMIT_HEADERS, **_ALLOW}},
        ),
        (
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            _error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A body of more than {LARGEST_BODY:,} bytes [own]."),
        ),
        (
            HTTPStatus.TOO_MANY_REQUESTS,
            _error(HTTPStatus.TOO_MANY_REQUESTS, "No token is left [pub].", "TooManyRequests"),
        ),
        (
            HTTPStatus.INTERNAL_SERVER_ERROR,
            _error(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on the server [pub]."),
        ),
        (HTTPStatus.SERVICE_UNAVAILABLE, _only_as_a_fault(HTTPStatus.SERVICE_UNAVAILABLE, "Come back later [pub].")),
    ]
)
"""By status. 405 is no operation's own: it is what a path answers to the methods that it lacks."""
