"""The API's routes, over the store; what comes before them (limit, cookie, faults) is in `gate`."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from joip_desktop.mock.auth import EMAIL, PASSWORD, Cookies, LoginGuard, cookie_in, set_cookie_header
from joip_desktop.mock.cleaning import absolute, clean_subreddits, with_addresses
from joip_desktop.mock.errors import Refused
from joip_desktop.mock.media import media_of
from joip_desktop.mock.openapi import PATH as DOCUMENT_PATH
from joip_desktop.mock.openapi import document
from joip_desktop.mock.rows import Record, Row, to_row
from joip_desktop.mock.store import OWNER, Store
from joip_desktop.mock.thumbnails import PATH, Thumbnails
from joip_desktop.mock.validation import patch_fields, read_object

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

_ROWS_AT_ONCE: Final = 1000
_ID = re.compile(r"[0-9]{1,18}")

# A field that a response leaves out is part of the contract ("The shapes differ").
_NOT_LISTED: Final = ("shareToCommunity",)
_NOT_IN_DETAIL: Final = ("shareToCommunity", "importSource")
_NOT_IN_UPDATE: Final = ("aiPrompt", "importSource")

_PROFILE: Final = {
    "id": OWNER,
    "email": EMAIL,
    "firstName": "Demo",
    "lastName": None,
    "profileImageUrl": None,
    "role": "user",
}

_PAGE: Final = f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>JOIP demo server</title>
<h1>JOIP demo server</h1>
<p>This server runs on your own computer, with demo data only. Its API is at <code>/api/sessions</code>;
<a href="{DOCUMENT_PATH}">{DOCUMENT_PATH}</a> describes it.</p>
<p>Sign in with <code>POST /api/login</code>: {EMAIL}, password {PASSWORD}.</p>
</html>
"""


@dataclass(frozen=True, slots=True)
class Api:
    """The routes' handlers; work on the store is done by `workers`, so that requests do not wait for one another."""

    origin: str
    store: Store
    cookies: Cookies
    guard: LoginGuard
    thumbnails: Thumbnails
    workers: Executor

    async def list_sessions(self, request: Request) -> Response:
        """GET /api/sessions: an array of all the owner's sessions (contract, "Reading")."""
        pieces = await self._work(lambda: list(self._listed(request)))
        headers = {"content-length": str(sum(map(len, pieces)))}
        return StreamingResponse(_each(pieces), headers=headers, media_type="application/json")

    async def session(self, request: Request) -> Response:
        """/api/sessions/:id; one route, so that a 405 names all its methods."""
        return await (self.patch_session if request.method == "PATCH" else self.get_session)(request)

    async def get_session(self, request: Request) -> Response:
        """GET /api/sessions/:id: `{"session", "media"}` of an own or a public session (contract, "Reading")."""
        session_id = _session_id(request)
        row = await self._work(lambda: self.store.find(session_id))
        if row is None or (row["userId"] != OWNER and row["isPublic"] is not True):
            raise _not_found()
        media = list(with_addresses(media_of(row), self.origin))
        return JSONResponse({"session": self._shaped(row, _NOT_IN_DETAIL), "media": media})

    async def patch_session(self, request: Request) -> Response:
        """PATCH /api/sessions/:id (seed): all checks and the writing are one transaction."""
        session_id = _session_id(request)
        body = read_object(await request.body(), request.headers.get("content-type", ""))
        row = await self._work(lambda: self.store.change(session_id, lambda row: patch_fields(row, body, OWNER)))
        if row is None:
            raise _not_found()
        return JSONResponse(self._shaped(row, _NOT_IN_UPDATE))

    async def login(self, request: Request) -> Response:
        """POST /api/login: 302 with a new cookie, 401, or 429 after five failures (contract, "Authentication")."""
        client = request.client.host if request.client else ""
        given = read_object(await request.body(), request.headers.get("content-type", ""))
        if wait := self.guard.wait(client):
            error = {
                "error": HTTPStatus.TOO_MANY_REQUESTS.phrase,
                "message": "Too many failed sign-ins. Try again later.",
                "retryAfter": wait,
            }
            return JSONResponse(error, HTTPStatus.TOO_MANY_REQUESTS)
        if not self.guard.admits(client, given.get("email"), given.get("password")):
            return JSONResponse({"message": "Invalid credentials"}, HTTPStatus.UNAUTHORIZED)
        cookie = await self._work(self.cookies.issue)
        return Response(None, HTTPStatus.FOUND, {"location": "/", "set-cookie": set_cookie_header(cookie)})

    async def user(self, request: Request) -> Response:
        """GET /api/auth/user: the profile, or 401 (public pages, "Authentication"); the limit does not count it."""
        presented = cookie_in(request.headers.get("cookie", ""))
        if presented is None or not self.cookies.accepts(presented):
            return JSONResponse({"message": "Unauthorized"}, HTTPStatus.UNAUTHORIZED)
        fresh = self.cookies.rotated(presented)
        return JSONResponse(_PROFILE, headers={"set-cookie": set_cookie_header(fresh)} if fresh else None)

    async def thumbnail(self, request: Request) -> Response:
        """GET /media/thumbnails/NAME.png: drawn for the name, so it may be cached for ever."""
        found = PATH.fullmatch(request.url.path)
        if found is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        picture = await self._work(lambda: self.thumbnails.picture(found[1]))
        return Response(picture, headers={"cache-control": "public, max-age=31536000"}, media_type="image/png")

    async def openapi(self, _request: Request) -> Response:
        """GET /openapi.json: what this server takes and answers, for people and tools."""
        return JSONResponse(document(self.origin))

    async def page(self, _request: Request) -> Response:
        """GET /: says what this server is, for whoever opens it in a browser."""
        return HTMLResponse(_PAGE)

    def _listed(self, request: Request) -> Iterator[bytes]:
        """The JSON array in pieces."""
        query = request.query_params
        category = query.get("categoryId", "")
        records: Sequence[Record] = self.store.owned_records(
            category_id=int(category) if _ID.fullmatch(category) else None, recent=query.get("sort") == "recent"
        )
        fits = _tag_filter(query.get("tags", ""), every=query.get("tagMode") == "and")
        first = True
        for start in range(0, len(records), _ROWS_AT_ONCE):
            if self.store.closing.is_set():
                return
            rows = filter(fits, map(to_row, records[start : start + _ROWS_AT_ONCE]))
            shaped = [self._shaped(row, _NOT_LISTED) for row in rows]
            if shaped:
                text = json.dumps(shaped, ensure_ascii=False, separators=(",", ":"))
                yield (("[" if first else ",") + text[1:-1]).encode()
                first = False
        yield b"[]" if first else b"]"

    def _shaped(self, row: Row, left_out: Sequence[str]) -> Row:
        row["thumbnail"] = absolute(row["thumbnail"], self.origin)
        for name in left_out:
            row.pop(name, None)
        return row

    async def _work(self, task: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.workers, task)


def build_app(api: Api) -> Starlette:
    """The ASGI application of the routes, with every error as JSON (contract, "Errors")."""
    app = Starlette(
        routes=[
            Route("/", api.page),
            Route(DOCUMENT_PATH, api.openapi),
            Route("/api/login", api.login, methods=["POST"]),
            Route("/api/auth/user", api.user),
            Route("/api/sessions", api.list_sessions),
            Route("/api/sessions/{id}", api.session, methods=["GET", "PATCH"]),
            Route("/media/thumbnails/{file}", api.thumbnail),
        ],
        exception_handlers={Refused: refused, HTTPException: http_error, Exception: _failed},
    )
    app.router.redirect_slashes = False
    return app


def _session_id(request: Request) -> int:
    """The number in the path; more digits than any id has are a session that is not there."""
    text = request.path_params["id"]
    if not text.isascii() or not text.isdigit():
        raise Refused(HTTPStatus.BAD_REQUEST, "Invalid session ID")
    if not _ID.fullmatch(text):
        raise _not_found()
    return int(text)


def _not_found() -> Refused:
    return Refused(HTTPStatus.NOT_FOUND, "Session not found")


def _tag_filter(tags: str, *, every: bool) -> Callable[[Row], bool]:
    """Whether a row has every one, or any, of the subreddits in `tags`, whatever their case; without tags, all rows."""
    wanted = {name.lower() for name in clean_subreddits(tags)}
    if not wanted:
        return lambda _row: True

    def fits(row: Row) -> bool:
        names = row["subreddits"] if isinstance(row["subreddits"], list) else []
        has = {str(name).lower() for name in names}
        return wanted <= has if every else not wanted.isdisjoint(has)

    return fits


async def _each(pieces: Sequence[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def refused(_request: Request, error: Exception) -> Response:
    """Answer a `Refused` as its error object."""
    if not isinstance(error, Refused):
        raise error
    return JSONResponse(error.body(), error.status)


async def http_error(request: Request, error: Exception) -> Response:
    """Answer what starlette refuses (404, 405) as an error object."""
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    refused = Refused(status, f"Cannot {request.method} {request.url.path}")
    return JSONResponse(refused.body(), status, error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    """Log before answering, so that whoever has the answer finds the log."""
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    refused = Refused(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on the server.")
    return JSONResponse(refused.body(), refused.status)
