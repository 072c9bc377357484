"""The OpenAPI document against a running server: schemathesis sends what it allows and what it forbids, and checks all.

There is one exception, in `_is_beyond_a_schema`: two rules of a PATCH depend on the stored session, which no schema can
say. Whoever breaks one of them must be told exactly so, which is a stricter check than the one that it stands for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response
from schemathesis.engine import Status, events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.generation.case import Case
from schemathesis.hooks import HookContext
from schemathesis.openapi.checks import RejectedPositiveData
from schemathesis.schemas import BaseSchema

from joip_desktop.mock import MockServer, auth
from joip_desktop.mock.openapi import document

SEED = 1
EXAMPLES = 100
CHAINS = 60
LOCKED = ("subreddits", "captionTheme", "aiPrompt")
"""The seed's Notes, in its words' order."""

OPERATIONS = [
    operation["operationId"]
    for item in document("http://127.0.0.1")["paths"].values()
    for method, operation in item.items()
    if method != "parameters"
]


@dataclass
class Seen:
    """What a run has found, and has looked at."""

    failures: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    checks: set[str] = field(default_factory=set)
    links: Counter[str] = field(default_factory=Counter)
    excused: int = 0

    def add(self, recorder: ScenarioRecorder) -> None:
        for case_id, checks in recorder.checks.items():
            self.checks.update(check.name for check in checks)
            for check in checks:
                if check.failure_info is not None:
                    failure = check.failure_info
                    self.failures.append(f"{check.name}: {failure.failure.message}\n{failure.code_sample}")
                elif check.status is Status.FAILURE:
                    self.failures.append(f"{check.name} of {case_id}")
        for interaction in recorder.interactions.values():
            if interaction.response is not None:
                self.statuses[interaction.response.status_code] += 1
        for node in recorder.cases.values():
            if node.transition is not None and node.is_transition_applied and not node.transition.is_inferred:
                self.links[node.transition.id] += 1


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MockServer]:
    """Without the limits of requests and of failed sign-ins, which would end a run after a hundred, and after five.

    With 16 sessions, of the document's three ids the first is an ordinary one, the second imported, and the third
    somebody else's.
    """
    monkeypatch.setattr(auth, "ALLOWED_FAILURES", 10**9)
    with MockServer(sessions=16, rate_limit=None) as started:
        yield started


def _schema(server: MockServer, *, stateful: bool) -> BaseSchema:
    phases = {name: {"enabled": not stateful} for name in ("examples", "coverage", "fuzzing")}
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "continue-on-failure": True,
            "auth": {"openapi": {"cookie": {"api_key": server.cookie}}},
            "generation": {"max-examples": CHAINS if stateful else EXAMPLES, "deterministic": True},
            "phases": {**phases, "stateful": {"enabled": stateful}},
        }
    )
    return schemathesis.openapi.from_url(f"{server.origin}/openapi.json", config=config)


def _run(server: MockServer, schema: BaseSchema) -> Seen:
    seen = Seen()

    def keep(_context: HookContext, failure: Failure, case: Case[Any], response: Response) -> bool:
        excused = isinstance(failure, RejectedPositiveData) and _is_beyond_a_schema(server, case, response)
        seen.excused += excused
        return not excused

    schema.hooks.hook("filter_failure")(keep)
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            seen.add(event.recorder)
        elif isinstance(event, events.NonFatalError | events.FatalError | events.Interrupted):
            seen.failures.append(repr(event))
    return seen


def _is_beyond_a_schema(server: MockServer, case: Case[Any], response: Response) -> bool:
    """Whether a PATCH that the schema allows breaks a rule about the stored session, and the answer names just that.

    The row is as it was before the request, since a refused one changes nothing.
    """
    if case.operation.definition.raw.get("operationId") != "updateSession" or response.status_code != 400:
        return False
    body, row = case.body, server.store.row(int(case.path_parameters["id"]))
    due = _due_details(row, body) if isinstance(body, dict) else []
    return bool(due) and response.json().get("details") == due


def _due_details(row: Mapping[str, Any], body: Mapping[str, Any]) -> list[dict[str, str]]:
    """The details of the 400 that the seed's locked fields, or the contract's crossed intervals, ask for."""
    locked = [name for name in LOCKED if name in body]
    if row["isImported"] and locked:
        return [{"path": name, "message": f"{name} cannot be modified for imported sessions"} for name in locked]
    sent = [name for name in ("intervalMin", "intervalMax") if name in body]
    shortest, longest = ({**row, **body}[name] for name in ("intervalMin", "intervalMax"))
    if sent and None not in (shortest, longest) and shortest > longest:
        text = f"expected intervalMin ({int(shortest)}) to be at most intervalMax ({int(longest)})"
        return [{"path": sent[0], "message": f"Invalid input: {text}"}]
    return []


STATUSES = {
    "listSessions": {200, 401},
    "getSession": {200, 400, 401, 404},
    "updateSession": {200, 400, 401, 403, 404},
    "login": {302, 400, 401},
    "currentUser": {200, 401},
}
"""What each run must have met, or it would have shown little."""


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_keeps_to_the_document(server: MockServer, operation: str) -> None:
    seen = _run(server, _schema(server, stateful=False).include(operation_id=operation))
    assert not seen.failures, "\n\n".join(seen.failures[:5])
    assert set(seen.statuses) >= STATUSES[operation]
    assert set(seen.statuses) <= STATUSES[operation] | {405}
    assert seen.checks >= {
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
        "positive_data_acceptance",
        "negative_data_rejection",
        "unsupported_method",
        "allow_header_conformance",
        "ignored_auth",
    }
    assert (seen.excused > 0) == (operation == "updateSession")


def test_links_lead_from_answers_to_requests(server: MockServer) -> None:
    seen = _run(server, _schema(server, stateful=True))
    assert not seen.failures, "\n\n".join(seen.failures[:5])
    assert {name for name, count in seen.links.items() if count >= 3} == {
        "GET /api/sessions -> [200] getSession -> GET /api/sessions/{id}",
        "GET /api/sessions -> [200] updateSession -> PATCH /api/sessions/{id}",
        "GET /api/sessions/{id} -> [200] updateSession -> PATCH /api/sessions/{id}",
        "PATCH /api/sessions/{id} -> [200] getSession -> GET /api/sessions/{id}",
    }


def test_no_request_of_a_run_was_applied_against_a_rule(server: MockServer) -> None:
    """The other side of the exception: what the two rules forbid is never answered with 200."""
    _run(server, _schema(server, stateful=False).include(operation_id="updateSession"))
    applied = [entry for entry in server.requests if entry.method == "PATCH" and entry.status == 200]
    assert len(applied) > 20
    imported = {row["id"] for row in server.store.rows() if row["isImported"]}
    for entry in applied:
        body = json.loads(entry.body)
        assert int(entry.path.rpartition("/")[2]) not in imported or not set(LOCKED).intersection(body)
        if {"intervalMin", "intervalMax"} <= set(body):
            assert body["intervalMin"] <= body["intervalMax"]
