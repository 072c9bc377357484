"""The contract as an OpenAPI 3.1 document: what this server takes and answers, and where each rule comes from.

[seed] is the site's page about PATCH, [pub] the public pages beside it, [own] a rule of this project where both are
silent. The limits and values are those that `validation` checks by, so the document can't say anything else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from joip_desktop.mock.auth import ALLOWED_FAILURES, COOKIE_NAME, EMAIL, PASSWORD
from joip_desktop.mock.cleaning import ADDRESS_OR_NOTHING
from joip_desktop.mock.demo_words import SOURCES, THEMES, TRANSITIONS
from joip_desktop.mock.openapi_answers import ANSWERS, ERROR_SCHEMAS, LIMIT_HEADERS, RENEWED_COOKIE, answer
from joip_desktop.mock.validation import LARGEST_INTEGER, LOCKED, LONGEST, SHORTEST

Json: TypeAlias = dict[str, Any]

PATH: Final = "/openapi.json"
"""Where the server gives the document: to everybody, and not counted by the limit."""

VERSION: Final = "1.0.0"
"""Of the document, not of the app; to be raised when the contract changes."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TOLD: Final = {
    "listed": "A row of the list has `aiPrompt` and `importSource`, but no `shareToCommunity` [pub].",
    "detail": "The row of one session has `aiPrompt`, but neither `shareToCommunity` nor `importSource` [pub].",
    "updated": "The answer to a PATCH has `shareToCommunity` [seed], but neither `aiPrompt` nor `importSource` [pub].",
}
_ABOUT: Final = """\
Sessions of a JOIP account, as JOIP Desktop relies on the API. This server holds demo data only.

- [seed] is the site's page "PATCH /api/sessions/:id", [pub] what its other public pages say, [own] this project's rule
  where both are silent.
- The three shapes of a session differ [pub]: a field that an answer leaves out is unknown, neither null nor false.
- Rows may hold what a newer server or an older client wrote [own]: other strings than the known values, null where a
  value is promised, `intervalMin` above `intervalMax`, and further fields. So answers promise types, not ranges.
- Every answer to `/api/sessions` and below that got past the limit carries the three `X-RateLimit` headers [pub]; with
  the limit turned off there are none [own].
- A method that a path does not have is answered with 405 and `Allow`, a path that is not there with 404 [own].
- A request that names another host is refused with 400, a change that another site's page sends with 403 [own].
- Faults that were asked for, and proxies, may answer anything at all; the document is about the server's own answers.
"""


def document(origin: str) -> Json:
    """The document for a server at `origin`, as in `http://127.0.0.1:8123`; a fresh one, as plain JSON values."""
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": _DIALECT,
        "info": {"title": "JOIP sessions", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": origin, "description": "This demo server; the site is https://app.joip.io [pub]."}],
        "security": [{"cookie": []}],
        "paths": {
            "/api/sessions": {"get": _list_sessions()},
            "/api/sessions/{id}": {
                "parameters": [_ID],
                "get": _get_session(),
                "patch": _update_session(),
            },
            "/api/login": {"post": _login()},
            "/api/auth/user": {"get": _current_user()},
        },
        "components": {
            "securitySchemes": {
                "cookie": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": COOKIE_NAME,
                    "description": "An express-session id; any answer may bring a newer one, which then counts [pub].",
                }
            },
            "schemas": {
                "ListedSession": _session(_TOLD["listed"], left_out=("shareToCommunity",)),
                "DetailSession": _session(_TOLD["detail"], left_out=("shareToCommunity", "importSource")),
                "UpdatedSession": _session(_TOLD["updated"], left_out=("aiPrompt", "importSource")),
                "SessionUpdate": _session_update(),
                "Media": _MEDIA,
                "Profile": _PROFILE,
                **ERROR_SCHEMAS,
            },
            "responses": ANSWERS,
        },
    }


# --- operations -------------------------------------------------------------------------------------------------------


def _list_sessions() -> Json:
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/ListedSession"}}
    return {
        "operationId": "listSessions",
        "summary": "All sessions of the user, without pages [pub]",
        "parameters": [
            _query("categoryId", "Sessions of this category only [pub]; what is no number is ignored [own].", ["1"]),
            _query("categorySlug", "Taken, and ignored: this server has no names of categories [own].", ["landscapes"]),
            _query("tags", "Subreddits, separated by commas [pub]; invalid names are ignored [own].", ["tea,trains"]),
            _query("tagMode", "`and`: all of the tags; `or`, and anything else: one of them [pub].", ["and", "or"]),
            _query("sort", "`recent`: last updated first [pub]; else by id [own].", ["recent", "relevance"]),
        ],
        "responses": {
            "200": _session_answer("The sessions.", rows, links=_links("$response.body#/0/id", "get", "update")),
            **_errors("400", "401", "402", "413", "429", "500", "503"),
        },
    }


def _get_session() -> Json:
    found = {
        "type": "object",
        "required": ["session", "media"],
        "properties": {
            "session": {"$ref": "#/components/schemas/DetailSession"},
            "media": {"type": "array", "items": {"$ref": "#/components/schemas/Media"}},
        },
    }
    return {
        "operationId": "getSession",
        "summary": "One session with its media: an own one, or anybody's public one [pub]",
        "responses": {
            "200": _session_answer("The session.", found, links=_links("$response.body#/session/id", "update")),
            **_errors("400", "401", "402", "404", "413", "429", "500", "503"),
        },
    }


def _update_session() -> Json:
    updated = {"$ref": "#/components/schemas/UpdatedSession"}
    return {
        "operationId": "updateSession",
        "summary": "Change fields of an own session [seed]",
        "description": (
            "Only the fields that are sent change [seed]; fields that the API does not know are ignored, and without a "
            "field to change the answer is the session as it is [own]. All of a request is applied, or nothing [own]. "
            "Two rules are beyond what a schema can say. Both are answered with 400, and `details` names the fields: "
            f"{', '.join(LOCKED)} cannot be modified for imported sessions [seed]; `intervalMin` may not be above "
            "`intervalMax`, each as sent or else as stored, looked at when one of them is sent [own]."
        ),
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/SessionUpdate"}}},
        },
        "responses": {
            "200": _session_answer("The updated session.", updated, links=_links("$response.body#/id", "get")),
            **_errors("400", "401", "402", "403", "404", "413", "429", "500", "503"),
        },
    }


def _login() -> Json:
    credentials = {
        "type": "object",
        "required": ["email", "password"],
        "properties": {"email": {"type": "string"}, "password": {"type": "string"}},
        "examples": [{"email": EMAIL, "password": PASSWORD}],
    }
    signed_in = answer("Signed in [pub].")
    signed_in["headers"] = {
        "Location": {"required": True, "schema": {"const": "/"}, "description": "The start page [pub]."},
        "Set-Cookie": {**RENEWED_COOKIE, "required": True},
    }
    return {
        "operationId": "login",
        "summary": "Sign in with e-mail and password: on development and self-hosted servers only [pub]",
        "description": f"After {ALLOWED_FAILURES} failures in 15 minutes nothing is looked at any more [pub].",
        "security": [],
        "requestBody": {"required": True, "content": {"application/json": {"schema": credentials}}},
        "responses": {"302": signed_in, **_errors("400", "401", "403", "413", "429", "500", "503")},
    }


def _current_user() -> Json:
    profile = answer("The profile.", {"$ref": "#/components/schemas/Profile"})
    return {
        "operationId": "currentUser",
        "summary": "Who is signed in [pub]; the limit does not count it [own]",
        "responses": {
            "200": {**profile, "headers": {"Set-Cookie": RENEWED_COOKIE}},
            **_errors("400", "401", "413", "500", "503"),
        },
    }


_ID: Final[Json] = {
    "name": "id",
    "in": "path",
    "required": True,
    "description": "The session's id [seed]. What is no number is refused with 400 [own].",
    "schema": {"type": "integer", "minimum": 0, "examples": [1, 2, 17]},
}


def _query(name: str, description: str, examples: Sequence[str]) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "schema": {"type": "string", "examples": list(examples)},
    }


def _session_answer(description: str, schema: Json, links: Json) -> Json:
    headers = {**LIMIT_HEADERS, "Set-Cookie": RENEWED_COOKIE}
    return {**answer(description, schema), "headers": headers, "links": links}


def _links(session_id: str, *operations: str) -> Json:
    """To the session itself, whose id is at `session_id` in the answer."""
    return {
        f"{name}Session": {"operationId": f"{name}Session", "parameters": {"id": session_id}} for name in operations
    }


def _errors(*statuses: str) -> Json:
    return {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}


# --- sessions ---------------------------------------------------------------------------------------------------------


def _known(values: Sequence[str], further: str = "") -> Json:
    """A string with known values; any other string is to be read, too (contract, "Reading", last rule)."""
    text = f"Known: {', '.join(values)}{further}. Other strings, and null, are to be read, too [own]."
    return {"type": ["string", "null"], "examples": list(values), "description": text}


_TIME: Final[Json] = {"type": ["string", "null"], "format": "date-time", "examples": ["2025-03-02T10:00:00Z"]}
_SECONDS: Final[Json] = {"type": ["integer", "null"], "description": "In seconds [seed]."}
_FLAG: Final[Json] = {"type": ["boolean", "null"]}
_TEXT: Final[Json] = {"type": ["string", "null"]}

_FIELDS: Final[Mapping[str, Json]] = {
    "id": {"type": "integer", "examples": [123]},
    "title": {**_TEXT, "examples": ["Lakes of Norway"]},
    "userId": {"type": "string", "examples": ["user_demo"]},
    "subreddits": {"type": ["array", "null"], "items": {"type": "string"}, "examples": [["LandscapePhotos", "hiking"]]},
    "categoryId": {"type": ["integer", "null"], "description": "null is the default category [seed]."},
    "intervalMin": _SECONDS,
    "intervalMax": _SECONDS,
    "transition": _known(TRANSITIONS, " [seed]"),
    "thumbnail": {**_TEXT, "description": "An address of a picture [seed]."},
    "aiPrompt": {**_TEXT, "examples": ["Describe the light in each picture in one calm sentence."]},
    "captionTheme": _known(THEMES, " [seed]"),
    "isPublic": _FLAG,
    "shareToCommunity": _FLAG,
    "isFavorite": _FLAG,
    "isManualMode": _FLAG,
    "isImported": _FLAG,
    "importSource": _known(SOURCES, " here; the pages name none [own]"),
    "createdAt": _TIME,
    "updatedAt": {**_TIME, "description": "The only version that a session has; every change moves it [seed, own]."},
}


def _session(description: str, left_out: Sequence[str]) -> Json:
    """A shape of a session: all fields but those `left_out`, which may not be there, and any further ones."""
    fields = {name: False if name in left_out else schema for name, schema in _FIELDS.items()}
    required = [name for name in _FIELDS if name not in left_out]
    return {"type": "object", "description": description, "required": required, "properties": fields}


def _session_update() -> Json:
    interval = {"type": "integer", "minimum": SHORTEST, "maximum": LONGEST, "description": "In seconds [seed]."}
    whole = {"minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER}
    locked = "Cannot be modified for imported sessions [seed]."
    return {
        "type": "object",
        "properties": {
            "title": {"type": "string", "minLength": 1, "description": "At least 1 character [seed]."},
            "subreddits": {"type": "string", "description": f"Separated by commas; cleaned [seed, pub]. {locked}"},
            "categoryId": {"type": ["integer", "null"], **whole, "description": "null: default category [seed]."},
            "intervalMin": interval,
            "intervalMax": interval,
            "transition": {"enum": list(TRANSITIONS), "description": "[seed]"},
            "aiPrompt": {"type": "string", "description": locked},
            "captionTheme": {"enum": list(THEMES), "description": locked},
            "thumbnail": {
                "type": "string",
                "pattern": ADDRESS_OR_NOTHING,
                "description": 'An http or https URL; "" makes one, if there are subreddits [seed], else null [own].',
            },
            "isPublic": {"type": "boolean"},
            "shareToCommunity": {"type": "boolean", "description": "true keeps a snapshot, false removes it [seed]."},
            "isFavorite": {"type": "boolean"},
            "isManualMode": {"type": "boolean"},
        },
        "examples": [
            {"title": "Lakes of Norway", "intervalMin": 4, "intervalMax": 12},
            {"isFavorite": True},
            {"subreddits": "LandscapePhotos, r/hiking", "thumbnail": ""},
            {"categoryId": None, "transition": "fade"},
        ],
    }


_MEDIA: Final[Json] = {
    "type": "object",
    "description": "A picture or film of a session [pub].",
    "properties": {
        "id": {"type": "integer"},
        "sessionId": {"type": "integer"},
        "mediaUrl": {"type": "string"},
        "thumbnail": _TEXT,
        "caption": _TEXT,
        "type": {"enum": ["image", "video"]},
        "redditPostId": _TEXT,
        "redditPostUrl": _TEXT,
        "subreddit": _TEXT,
        "order": {"type": "integer"},
    },
}
_MEDIA["required"] = list(_MEDIA["properties"])

_PROFILE: Final[Json] = {
    "type": "object",
    "description": "Of the user who is signed in [pub].",
    "properties": {
        "id": {"type": "string", "examples": ["user_demo"]},
        "email": {**_TEXT, "examples": [EMAIL]},
        "firstName": _TEXT,
        "lastName": _TEXT,
        "profileImageUrl": _TEXT,
        "role": {"type": "string", "examples": ["user"]},
    },
}
_PROFILE["required"] = list(_PROFILE["properties"])
