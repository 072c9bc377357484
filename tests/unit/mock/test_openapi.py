"""The OpenAPI document: valid, of the same routes, limits and values as the server."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from time import monotonic
from typing import Any

import httpx
import jsonschema_rs
import pytest
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR
from starlette.routing import Route

from joip_desktop.mock import MockServer
from joip_desktop.mock.auth import COOKIE_NAME, Cookies, LoginGuard
from joip_desktop.mock.cleaning import is_web_address
from joip_desktop.mock.demo_data import OWNER
from joip_desktop.mock.demo_words import THEMES, TRANSITIONS
from joip_desktop.mock.errors import Refused
from joip_desktop.mock.openapi import document
from joip_desktop.mock.routes import Api, build_app
from joip_desktop.mock.store import Store
from joip_desktop.mock.thumbnails import Thumbnails
from joip_desktop.mock.validation import patch_fields
from tests.helpers.true_answers import METHODS

ORIGIN = "http://127.0.0.1:8123"
DOCUMENT = document(ORIGIN)
UPDATE = DOCUMENT["components"]["schemas"]["SessionUpdate"]
ROW = {"userId": OWNER, "isImported": False, "subreddits": ["tea"], "intervalMin": None, "intervalMax": None}


def allows(body: dict[str, Any]) -> bool:
    """Whether the server takes it."""
    try:
        patch_fields(ROW, body, OWNER)
    except Refused:
        return False
    return True


def test_it_is_an_openapi_document() -> None:
    OPENAPI_31_VALIDATOR.validate(DOCUMENT)
    assert DOCUMENT["servers"][0]["url"] == ORIGIN
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": DOCUMENT["jsonSchemaDialect"], **schema})


def test_every_reference_leads_somewhere() -> None:
    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [reference for inner in value.values() for reference in references(inner)]
        return [reference for inner in value for reference in references(inner)] if isinstance(value, list) else []

    found = set(references(DOCUMENT))
    assert len(found) > 10
    for reference in found:
        target: Any = DOCUMENT
        for part in reference.removeprefix("#/").split("/"):
            target = target[part]
        assert target


def test_it_has_the_servers_routes_and_no_others() -> None:
    store = Store(None, sessions=0, seed=1)
    with ThreadPoolExecutor(1) as workers:
        app = build_app(Api(ORIGIN, store, Cookies(store), LoginGuard(monotonic), Thumbnails(), workers))
    store.close()
    routed = {
        (route.path, method.lower())
        for route in app.routes
        if isinstance(route, Route) and route.path.startswith("/api/")
        for method in (route.methods or set()) - {"HEAD"}
    }
    documented = {(path, method) for path, item in DOCUMENT["paths"].items() for method in METHODS.intersection(item)}
    assert routed == documented
    names = [DOCUMENT["paths"][path][method]["operationId"] for path, method in sorted(documented)]
    assert names == ["currentUser", "login", "listSessions", "getSession", "updateSession"]


def test_its_limits_and_values_are_those_of_the_server() -> None:
    fields = UPDATE["properties"]
    assert set(fields) == {name for name in (*fields, "id", "userId", "isImported", "updatedAt") if name in _taken()}
    assert fields["transition"]["enum"] == list(TRANSITIONS)
    assert fields["captionTheme"]["enum"] == list(THEMES)
    for name in ("intervalMin", "intervalMax", "categoryId"):
        lowest, highest = fields[name]["minimum"], fields[name]["maximum"]
        assert [allows({name: value}) for value in (lowest - 1, lowest, highest, highest + 1)] == [
            False,
            True,
            True,
            False,
        ]
    assert DOCUMENT["components"]["securitySchemes"]["cookie"]["name"] == COOKIE_NAME
    assert {str(HTTPStatus(int(status)).value) for status in DOCUMENT["components"]["responses"]} >= {"400", "429"}


def _taken() -> set[str]:
    """The fields that a PATCH looks at: no list is a value of any of them."""
    names = [*DOCUMENT["components"]["schemas"]["UpdatedSession"]["properties"], *UPDATE["properties"]]
    return {name for name in names if not allows({name: [[]]})}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://i.redd.it/a.jpg",
        "HTTP://user@[::1]:80/x?y#z",
        "https://münchen.example/ä",
        "https:///a",
        "http://a b",
        "http://a\n",
        "\n",
        "http://a\u3000",
        "http://[::1",
        "http://a:b",
        "ftp://a/b",
        "https://[:::]/",
    ],
)
def test_its_pattern_means_the_same_to_both(address: str) -> None:
    told = jsonschema_rs.validator_for(UPDATE["properties"]["thumbnail"]).is_valid(address)
    assert told == (address == "" or is_web_address(address))
    assert told == allows({"thumbnail": address})


def test_every_example_of_a_change_is_one() -> None:
    validator = jsonschema_rs.validator_for(UPDATE)
    for example in UPDATE["examples"]:
        assert validator.is_valid(example)
        assert allows(example)


def test_rules_name_their_source() -> None:
    for item in DOCUMENT["paths"].values():
        for method in METHODS.intersection(item):
            operation = item[method]
            told = operation["summary"] + operation.get("description", "")
            assert re.search(r"\[(seed|pub|own)\]", told), operation["operationId"]


def test_everybody_can_read_it() -> None:
    with MockServer(sessions=0) as server:
        found = httpx.get(server.origin + "/openapi.json", trust_env=False)
        assert found.json() == document(server.origin)
        assert not [name for name in found.headers if name.startswith("x-ratelimit")]
        assert server.limiter.remaining() == 100
