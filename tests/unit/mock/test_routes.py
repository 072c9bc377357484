"""The routes, over a live server without a rate limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from joip_desktop.mock import MockServer
from joip_desktop.mock.demo_data import OWNER

SESSIONS = 40
PAGE_FIELDS = [
    "id",
    "title",
    "userId",
    "subreddits",
    "categoryId",
    "intervalMin",
    "intervalMax",
    "transition",
    "thumbnail",
    "captionTheme",
    "isPublic",
    "shareToCommunity",
    "isFavorite",
    "isManualMode",
    "isImported",
    "createdAt",
    "updatedAt",
]
"""The seed's answer."""


@pytest.fixture(scope="module")
def running() -> Iterator[MockServer]:
    with MockServer(sessions=SESSIONS, rate_limit=None) as server:
        yield server


@pytest.fixture
def server(running: MockServer) -> MockServer:
    running.store.reset()
    return running


@pytest.fixture
def client(server: MockServer) -> Iterator[httpx.Client]:
    headers = {"Cookie": f"connect.sid={server.cookie}"}
    with httpx.Client(base_url=server.origin, headers=headers, trust_env=False, timeout=20) as opened:
        yield opened


def listed(client: httpx.Client, **query: str) -> list[dict[str, Any]]:
    answer = client.get("/api/sessions", params=query)
    assert answer.status_code == 200
    rows: list[dict[str, Any]] = answer.json()
    return rows


def test_the_list(client: httpx.Client, server: MockServer) -> None:
    rows = listed(client)
    assert [row["id"] for row in rows] == list(range(1, SESSIONS + 1))
    assert {row["userId"] for row in rows} == {OWNER}
    for row in rows:
        expected = {*PAGE_FIELDS, "aiPrompt", "importSource"} - {"shareToCommunity"}
        assert set(row) - {"playCount"} == expected
        assert row["thumbnail"] is None or row["thumbnail"].startswith(server.origin + "/media/thumbnails/")
    assert rows[15]["playCount"] == 12
    assert rows[17]["intervalMin"] is None


def test_the_lists_query(client: httpx.Client, server: MockServer) -> None:
    def ids(**query: str) -> list[int]:
        return [row["id"] for row in listed(client, **query)]

    everything = ids()
    server.store.set_row(9, title="newest")
    assert ids(categoryId="9999") == [5]
    assert ids(sort="recent")[0] == 9
    assert sorted(ids(sort="recent")) == everything
    both = set(ids(tags="cats,r/TEA", tagMode="and"))
    either = set(ids(tags="cats,r/TEA", tagMode="or"))
    assert 10 in both < either == set(ids(tags="cats,r/TEA"))
    assert ids(tags="nothing_has_this") == []
    for ignored in ({"categoryId": "x"}, {"categorySlug": "tea"}, {"page": "2"}, {"sort": "relevance"}, {"tags": ","}):
        assert ids(**ignored) == everything


def test_an_empty_list() -> None:
    with MockServer(sessions=0, rate_limit=None) as server:
        answer = httpx.get(
            server.origin + "/api/sessions", headers={"Cookie": f"connect.sid={server.cookie}"}, trust_env=False
        )
    assert answer.json() == []


def test_a_long_list_comes_in_one_piece() -> None:
    with MockServer(sessions=2500, rate_limit=None) as server:
        answer = httpx.get(
            server.origin + "/api/sessions", headers={"Cookie": f"connect.sid={server.cookie}"}, trust_env=False
        )
    assert [row["id"] for row in answer.json()] == list(range(1, 2501))


def test_one_session(client: httpx.Client, server: MockServer) -> None:
    answer = client.get("/api/sessions/1").json()
    assert set(answer) == {"session", "media"}
    assert set(answer["session"]) == {*PAGE_FIELDS, "aiPrompt"} - {"shareToCommunity"}
    assert [item["order"] for item in answer["media"]] == list(range(len(answer["media"])))
    for item in answer["media"]:
        assert item["sessionId"] == 1
        assert item["type"] == "image"
        assert item["mediaUrl"].startswith(server.origin)
    assert client.get(answer["media"][0]["mediaUrl"]).headers["content-type"] == "image/png"


def test_other_peoples_sessions(client: httpx.Client) -> None:
    public, private = SESSIONS + 1, SESSIONS + 2
    assert client.get(f"/api/sessions/{public}").status_code == 200
    assert client.get(f"/api/sessions/{private}").status_code == 404
    for session_id in (public, private):
        answer = client.patch(f"/api/sessions/{session_id}", json={"title": ""})
        assert answer.status_code == 403
        assert answer.json() == {"error": "Forbidden", "message": "You can only update sessions that you own."}


@pytest.mark.parametrize("session_id", ["9999", "0", "9" * 30])
def test_no_such_session(client: httpx.Client, session_id: str) -> None:
    for answer in (client.get(f"/api/sessions/{session_id}"), client.patch(f"/api/sessions/{session_id}", json={})):
        assert answer.status_code == 404
        assert answer.json() == {"error": "Not Found", "message": "Session not found"}


def test_the_pages_example(client: httpx.Client, server: MockServer) -> None:
    before = server.store.row(1)
    answer = client.patch(
        "/api/sessions/1", json={"title": "Updated Session Title", "intervalMin": 4, "intervalMax": 12, "new": 1}
    )
    assert answer.status_code == 200
    row = answer.json()
    assert list(row) == [name for name in row if name in PAGE_FIELDS]
    assert set(row) == set(PAGE_FIELDS)
    assert row["updatedAt"] > before["updatedAt"]
    expected = {**before, "title": "Updated Session Title", "intervalMin": 4, "intervalMax": 12}
    assert server.store.row(1) == {**expected, "updatedAt": row["updatedAt"]}


def test_updated_at_grows_with_every_applied_patch(client: httpx.Client) -> None:
    moments = [client.patch("/api/sessions/1", json={"isFavorite": True}).json()["updatedAt"] for _ in range(6)]
    assert sorted(set(moments)) == moments
    assert client.patch("/api/sessions/1", json={}).json()["updatedAt"] == moments[-1]
    assert client.patch("/api/sessions/1", json={"playCount": 3}).json()["updatedAt"] == moments[-1]


def test_subreddits_category_and_thumbnail(client: httpx.Client, server: MockServer) -> None:
    own = server.origin + "/media/thumbnails/"
    answer = client.patch(
        "/api/sessions/1", json={"subreddits": "r/cats, bad name,CATS,tea", "categoryId": None, "thumbnail": ""}
    ).json()
    assert answer["subreddits"] == ["cats", "tea"]
    assert answer["categoryId"] is None
    assert answer["thumbnail"].startswith(own + "cats-")
    client.patch("/api/sessions/1", json={"thumbnail": "http://localhost:1/media/thumbnails/moon-3.png"})
    assert server.store.row(1)["thumbnail"] == "/media/thumbnails/moon-3.png"
    answer = client.patch("/api/sessions/1", json={"thumbnail": "https://i.redd.it/a.jpg"}).json()
    assert answer["thumbnail"] == "https://i.redd.it/a.jpg"
    assert client.patch("/api/sessions/1", json={"subreddits": "", "thumbnail": ""}).json()["thumbnail"] is None


@pytest.mark.odd_rows(reason="a transition that is an object is beyond what the contract lets rows hold")
def test_odd_rows_survive_a_change(client: httpx.Client, server: MockServer) -> None:
    server.store.set_row(1, transition={"name": "dissolve"}, intervalMin=None, playCount=[1])
    row = client.patch("/api/sessions/1", json={"title": "new"}).json()
    assert (row["transition"], row["intervalMin"], row["playCount"]) == ({"name": "dissolve"}, None, [1])
    assert client.patch("/api/sessions/1", json={"transition": "zoom"}).json()["transition"] == "zoom"
    assert client.patch("/api/sessions/17", json={"title": "crossed intervals stay"}).status_code == 200


def test_a_refused_patch_changes_nothing(client: httpx.Client, server: MockServer) -> None:
    before = server.store.rows()
    for session_id, body in ((1, {"title": "x", "intervalMin": 99}), (2, {"title": "x", "captionTheme": "beta"})):
        answer = client.patch(f"/api/sessions/{session_id}", json=body)
        assert answer.status_code == 400
        assert set(answer.json()) == {"error", "message", "details"}
    assert "captionTheme" in client.patch("/api/sessions/2", json={"captionTheme": "beta"}).json()["message"]
    json = {"Content-Type": "application/json"}
    for malformed in (b"", b"[1]", b"{", b'{"title": NaN}'):
        assert client.patch("/api/sessions/1", content=malformed, headers=json).status_code == 400
    assert client.patch("/api/sessions/1", content=b"{}").status_code == 400
    assert client.get("/api/sessions/abc").json() == {"error": "Bad Request", "message": "Invalid session ID"}
    assert server.store.rows() == before


def test_sharing(client: httpx.Client, server: MockServer) -> None:
    assert client.patch("/api/sessions/1", json={"shareToCommunity": True}).json()["shareToCommunity"] is True
    assert server.store.shared_media(1) is not None
    assert client.patch("/api/sessions/1", json={"shareToCommunity": False}).json()["shareToCommunity"] is False
    assert server.store.shared_media(1) is None


def test_login(server: MockServer) -> None:
    with httpx.Client(base_url=server.origin, trust_env=False) as client:
        assert client.post("/api/login", content=b"{").status_code == 400
        wrong = client.post("/api/login", json={"email": "demo@example.org", "password": "x"})
        assert (wrong.status_code, wrong.json()) == (401, {"message": "Invalid credentials"})
        right = client.post("/api/login", json={"email": "demo@example.org", "password": "demo"})
        assert (right.status_code, right.headers["location"], right.content) == (302, "/", b"")
        header = right.headers["set-cookie"]
        assert header.startswith(f"connect.sid={server.cookie};")
        assert "HttpOnly" in header
        assert client.get("/api/sessions", headers={"Cookie": header.split(";")[0]}).status_code == 200


def test_login_stops_after_five_failures() -> None:
    with MockServer(sessions=1) as server, httpx.Client(base_url=server.origin, trust_env=False) as client:
        statuses = [client.post("/api/login", json={}).status_code for _ in range(6)]
        good = client.post("/api/login", json={"email": "demo@example.org", "password": "demo"})
    assert statuses == [401] * 5 + [429]
    assert good.status_code == 429
    assert good.json()["retryAfter"] > 800


def test_thumbnails_need_no_cookie(server: MockServer) -> None:
    with httpx.Client(base_url=server.origin, trust_env=False) as client:
        picture = client.get("/media/thumbnails/cats-1.png")
        assert picture.content.startswith(b"\x89PNG")
        assert "max-age" in picture.headers["cache-control"]
        for wrong in ("Cats.png", "cats.jpg", "..%2Fcats.png", "-.png", "x" * 90 + ".png"):
            assert client.get(f"/media/thumbnails/{wrong}").status_code == 404


def test_other_paths_and_methods(client: httpx.Client) -> None:
    assert "demo server" in client.get("/").text
    for path in ("/nothing", "/api", "/api/sessions/1/media", "/api/sessions/"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["error"]) == (404, "Not Found")
    for method, path in (("DELETE", "/api/sessions/1"), ("POST", "/api/sessions"), ("GET", "/api/login")):
        answer = client.request(method, path)
        assert (answer.status_code, answer.json()["error"]) == (405, "Method Not Allowed")
    assert "PATCH" in client.delete("/api/sessions/1").headers["allow"]
