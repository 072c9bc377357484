"""The review against what the outbox and the client really make of a draft, and its command against a real shell."""

from __future__ import annotations

import asyncio
import json
import shlex
import subprocess
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

import httpx
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from joip_desktop.api.auth import COOKIE_NAME
from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.curl import COOKIE_VARIABLE
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.entry import Entry, State
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, JsonValue, Session, same, to_wire
from joip_desktop.engine.outbox import OutboxEvent
from joip_desktop.engine.plan import Plan, plan_draft
from joip_desktop.engine.review import Request, Review, ReviewRow, excerpts, review
from joip_desktop.engine.workspace import Workspace
from tests.helpers import strategies
from tests.helpers.still_workspace import REFUSED, fail_next, now, send_next, submit, workspace_of

ORIGIN = "https://joip.example"
BASE = Session(
    id=7,
    title="A",
    subreddits=("earth",),
    interval_min=4,
    interval_max=12,
    transition="fade",
    thumbnail="",
    is_favorite=False,
    is_public=False,
    share_to_community=False,
    is_imported=False,
)
AWKWARD = 'It\'s "so" `id` $HOME $(id) \\n \\ !! %s\n\t\r\x00\x7f\u2028\u202e ü 🌧 @file'

Step: TypeAlias = tuple[str, FieldValue] | str | Session | None
"""An edit, a field to revert, a newer base, or None: revert all."""


def steps_with(values: Mapping[str, st.SearchStrategy[FieldValue]]) -> st.SearchStrategy[list[Step]]:
    return st.lists(
        st.one_of(
            *(st.tuples(st.just(name), one) for name, one in values.items()),
            *(st.tuples(st.just(name), one) for name, one in values.items()),
            st.sampled_from(list(FIELDS)),
            strategies.sessions(),
            st.none(),
        ),
        max_size=10,
    )


valid_steps = steps_with(strategies.VALID)
any_steps = steps_with({name: one | strategies.any_field_value for name, one in strategies.VALID.items()})


def drafted(base: Session, taken: list[Step]) -> Draft:
    draft = Draft(base)
    for step in taken:
        match step:
            case Session():
                draft.rebase(step)
            case (name, value):
                draft.set(name, value)
            case str() | None:
                draft.revert(step)
    return draft


def edited(base: Session = BASE, /, **values: FieldValue) -> Draft:
    return Draft(base, values)


def look(draft: Draft) -> Review:
    return review(draft, origin=ORIGIN)


def request_of(draft: Draft) -> Request:
    request = look(draft).request
    assert request is not None
    return request


def difference(draft: Draft) -> dict[str, JsonValue]:
    """What the form's row says otherwise than the server's, worked out on their JSON, as the wire has it."""
    had = to_wire(draft.base)
    form = to_wire(draft.base.with_values(draft.edits))
    different = {key: one for key, one in form.items() if key not in had or json.dumps(had[key]) != json.dumps(one)}
    return {key: ",".join(one) if isinstance(one, list) else one for key, one in different.items()}


# --- the body ---------------------------------------------------------------------------------------------------------


@given(strategies.sessions(), valid_steps | any_steps)
@settings(max_examples=300)
def test_the_body_is_the_least_difference_between_the_server_and_the_form(base: Session, taken: list[Step]) -> None:
    draft = drafted(base, taken)
    found, plan = look(draft), plan_draft(draft)
    assert {row.field for row in found.rows} == {
        name for name in FIELDS if not same(draft.value(name), draft.base.value(name))
    }
    if draft.problems() or not draft.is_dirty:
        assert found.request is None
        assert not plan.changes
        assert {row.field: row.problem for row in found.rows if row.problem} == {
            one.field: one.sentence for one in draft.problems()
        }
        return
    assert found.request is not None
    assert json.loads(found.request.body) == difference(draft) == dict(plan.changes[0].body())
    assert found.problems == []


@given(strategies.sessions(), any_steps)
def test_every_field_that_can_be_sent_is_sent_once_the_others_are_reverted(base: Session, taken: list[Step]) -> None:
    draft = drafted(base, taken)
    while problems := draft.problems():
        for problem in problems:
            draft.revert(problem.field)
    request = look(draft).request
    assert json.loads("{}" if request is None else request.body) == difference(draft)


@given(strategies.sessions(), valid_steps)
@example(BASE, [("title", AWKWARD), ("subreddits", ("earth", "space")), ("thumbnail", "https://i.redd.it/x.png")])
@settings(max_examples=40)
def test_the_client_sends_exactly_this(base: Session, taken: list[Step]) -> None:
    """By the way that a draft really takes: plan, outbox, client."""
    draft = drafted(base, taken)
    request = look(draft).request
    assume(request is not None)
    assert request is not None
    workspace = workspace_of(draft.base)
    now(workspace.submit(plan_draft(draft)))
    now(workspace.resolve({7: dict.fromkeys(FIELDS, Side.MINE)}))  # where the base is newer than the edit
    going = send_next(workspace).change
    seen: list[httpx.Request] = []

    def handler(sent: httpx.Request) -> httpx.Response:
        seen.append(sent)
        return httpx.Response(200, json={"id": 7})

    async def send() -> None:
        transport = httpx.MockTransport(handler)
        client = JoipClient(
            Origin.parse(ORIGIN), budget=TokenBudget(), cookie=SecretCookie("s%3Aa.b"), transport=transport
        )
        await client.update_session(going.session_id, going.patch)
        await client.aclose()

    asyncio.run(send())
    [sent] = seen
    assert sent.content == request.body.encode("ascii")
    assert (sent.method, str(sent.url)) == ("PATCH", f"{request.origin}{request.path}")
    assert sent.headers["content-type"] == "application/json"


@given(st.dictionaries(st.sampled_from(["title", "aiPrompt"]), strategies.clean_text, min_size=1))
@example({"title": AWKWARD, "aiPrompt": "\x00\x1f\x7f\x85\u200b\u2066\ufeff\U000e0041"})
def test_indented_it_is_the_same_and_all_of_it_can_be_seen(content: dict[str, JsonValue]) -> None:
    request = Request(ORIGIN, "/api/sessions/7", content)
    assert json.loads(request.indented) == content
    assert all(line.isprintable() for line in request.indented.split("\n"))


def test_indented_its_letters_are_letters() -> None:
    assert request_of(edited(title="Größe 🌧", is_public=True)).indented == (
        '{\n  "title": "Größe 🌧",\n  "isPublic": true\n}'
    )


# --- the command ------------------------------------------------------------------------------------------------------


def arguments(command: str, cookie: str) -> list[str]:
    """What a POSIX shell hands to curl; there is none, a function of that name writes its arguments down."""
    script = f"curl() {{ for one; do printf '%s\\0' \"$one\"; done; }}\n{command}\n"
    ended = subprocess.run(
        ["sh", "-c", script], env={COOKIE_VARIABLE: cookie, "HOME": "/"}, capture_output=True, check=True
    )
    assert ended.stderr == b""
    return ended.stdout.decode().split("\0")[:-1]


@given(strategies.clean_text)
@example(AWKWARD)
@example("'")
@example("'; exit 1; '")
@settings(max_examples=15)
def test_a_shell_sends_the_same_request(text: str) -> None:
    request = request_of(edited(ai_prompt=text))
    assert arguments(request.curl, "s%3Aid.a+b/c=") == [
        "-X",
        "PATCH",
        f"{ORIGIN}/api/sessions/7",
        "-H",
        "Content-Type: application/json",
        "-b",
        f"{COOKIE_NAME}=s%3Aid.a+b/c=",
        "--data-raw",
        request.body,
    ]


def test_the_command_is_one_line_and_holds_no_cookie() -> None:
    command = request_of(edited(title="It's\nB")).curl
    assert command == (
        "curl -X PATCH https://joip.example/api/sessions/7 -H 'Content-Type: application/json'"
        """ -b "connect.sid=$JOIP_COOKIE" --data-raw '{"title": "It'"'"'s\\nB"}'"""
    )


def test_an_address_with_brackets_is_quoted() -> None:
    request = review(edited(is_public=True), origin="http://[::1]:8123").request
    assert request is not None
    assert shlex.split(request.curl)[3] == "http://[::1]:8123/api/sessions/7"
    assert "'http://[::1]:8123/api/sessions/7'" in request.curl


# --- rows -------------------------------------------------------------------------------------------------------------


def test_rows_are_in_the_order_of_the_form() -> None:
    found = look(edited(is_favorite=True, title="B", interval_max=20))
    assert found.rows == [
        ReviewRow("title", "A", "B"),
        ReviewRow("interval_max", 12, 20),
        ReviewRow("is_favorite", False, True),
    ]
    assert (found.problems, found.losses, found.notes) == ([], [], [])


def test_without_edits_there_is_nothing_to_see() -> None:
    assert look(edited()) == Review([])


def test_with_a_problem_nothing_is_sent() -> None:
    draft = edited(
        replace(BASE, is_imported=True), title="", interval_max=UNKNOWN, subreddits=("moon",), is_public=True
    )
    found = look(draft)
    assert found.request is None
    assert found.notes == ()
    assert found.problems == [
        "Title: A title needs at least one character.",
        "Subreddits: Imported sessions keep their subreddits.",
        "Longest interval: 1 to 60 seconds.",
    ]
    assert [row.after for row in found.rows] == ["", ("moon",), UNKNOWN, True]


def test_half_a_surrogate_pair_is_a_problem() -> None:
    found = look(edited(title="A\ud800"))
    assert found.request is None
    assert found.problems == ["Title: A character in this text is broken; delete it and type it again."]


def test_what_undo_would_not_bring_back_is_told() -> None:
    base = replace(BASE, title="", share_to_community=True, category_id=UNKNOWN)
    found = look(edited(base, title="B", share_to_community=False, category_id=3, thumbnail="https://i.redd.it/x.png"))
    assert found.losses == [
        "Title: the server would not take what it was before, so it stays as it is.",
        "Category: what it was before is not known, so it stays as it is.",
        "Thumbnail: the server generates a new one; the former one does not come back.",
        "Shared: a new snapshot is made; the deleted one does not come back.",
    ]


def test_what_goes_beyond_the_account_is_told() -> None:
    assert look(edited(share_to_community=True)).notes == [
        "The server makes a public copy of this session, media included, for the community."
    ]


def test_hidden_values_leave_nothing_of_themselves() -> None:
    short, long = (
        request_of(edited(title=text, ai_prompt=text, is_public=True)).hiding({"title", "ai_prompt", "thumbnail"}, "…")
        for text in ("B", AWKWARD * 9)
    )
    assert short == long
    assert json.loads(short.body) == {"title": "…", "aiPrompt": "…", "isPublic": True}


# --- what waits already -----------------------------------------------------------------------------------------------


def notes(workspace: Workspace, /, **values: FieldValue) -> list[str]:
    for name, value in values.items():
        workspace.drafts.edit(7, name, value)
    draft = workspace.drafts.get(7)
    assert draft is not None
    waiting, server = workspace.outbox.entries(7), workspace.library.server(7)
    return [*review(draft, origin=ORIGIN, waiting=waiting, server=server).notes]


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of(BASE, Session(id=8, title="Other"))


def test_alone_there_is_nothing_to_note(workspace: Workspace) -> None:
    submit(workspace, 8, title="B")
    assert notes(workspace, title="B") == []


def test_fields_that_wait_go_along(workspace: Workspace) -> None:
    submit(workspace, 7, transition="zoom")
    assert notes(workspace, title="B") == ["1 more field waits already and goes along."]
    submit(workspace, 7, interval_min=5)
    assert notes(workspace) == ["2 more fields wait already and go along."]


def test_a_newer_value_takes_the_place_of_the_one_that_waits(workspace: Workspace) -> None:
    submit(workspace, 7, title="B", is_public=True)
    assert notes(workspace, title="C") == [
        "1 more field waits already and goes along.",
        "Takes the place of what waits already: Title.",
    ]


def test_what_the_server_has_already_is_left_out(workspace: Workspace) -> None:
    submit(workspace, 7, title="B", is_public=True)
    assert notes(workspace, title="A") == ["The server has this already, so it is left out: Title."]
    assert notes(workspace, is_public=False) == [
        "The server has this already, so it is left out: Title, Public.",
        "No request is needed.",
    ]


def test_what_is_on_its_way_goes_first(workspace: Workspace) -> None:
    submit(workspace, 7, title="B")
    send_next(workspace)
    assert notes(workspace, title="A") == ["Another change of this session is on its way; this one goes after it."]


def test_what_could_not_be_sent_is_replaced(workspace: Workspace) -> None:
    submit(workspace, 7, title="B", is_public=True)
    fail_next(workspace)
    assert notes(workspace, title="C") == ["Takes the place of what could not be sent: Title."]
    workspace.drafts.revert(7)
    assert notes(workspace, title="A") == [
        "Takes the place of what could not be sent: Title.",
        "The server has this already, so it is left out: Title.",
        "No request is needed.",
    ]


def test_what_was_changed_elsewhere_is_asked_about(workspace: Workspace) -> None:
    submit(workspace, 7, title="B", is_public=True)
    workspace.library.take_over(Session(id=7, title="Z"))
    now(workspace.compare([7]))
    assert notes(workspace, title="C") == [
        "Changed elsewhere, too, so you are asked before anything is sent: Title.",
        "1 more field waits already and goes along.",
        "Takes the place of what could not be sent: Title.",
    ]


def learn(workspace: Workspace, /, **values: FieldValue) -> None:
    """The server has these values by now, and nothing has been compared with them yet."""
    workspace.library.take_over(Session(id=7).with_values(values))


def test_what_has_come_about_meanwhile_waits_no_longer(workspace: Workspace) -> None:
    submit(workspace, 7, ai_prompt="y", is_public=True)
    learn(workspace, ai_prompt="y")
    assert notes(workspace, ai_prompt="x") == ["1 more field waits already and goes along."]
    now(workspace.submit(plan_draft(edited(replace(BASE, ai_prompt="y"), ai_prompt="x"))))
    assert dict(send_next(workspace).change.patch) == {"ai_prompt": "x", "is_public": True}


def test_what_has_come_about_after_all_takes_nobodys_place(workspace: Workspace) -> None:
    submit(workspace, 7, title="C", interval_min=3)
    fail_next(workspace)
    learn(workspace, title="C")
    assert notes(workspace, title="A") == []
    learn(workspace, title="A")
    assert notes(workspace, title="C") == []  # the same as waits in vain, so there is no edit


def test_what_will_be_held_does_not_go_along(workspace: Workspace) -> None:
    submit(workspace, 7, title="B", is_public=True)
    learn(workspace, title="Z")
    assert notes(workspace, interval_min=3) == []
    assert notes(workspace, title="C") == [
        "Changed elsewhere, too, so you are asked before anything is sent: Title.",
        "1 more field waits already and goes along.",
        "Takes the place of what could not be sent: Title.",
    ]


def test_what_is_on_its_way_is_not_there_already(workspace: Workspace) -> None:
    submit(workspace, 7, title="B")
    send_next(workspace)
    submit(workspace, 7, title="C")
    assert notes(workspace, title="B") == [NO_REQUEST]


def test_what_was_taken_back_is_sent_where_the_server_has_moved_on(workspace: Workspace) -> None:
    """What waits behind a change on its way is not compared, but what it started from counts for nothing either."""
    submit(workspace, 7, is_public=True)
    send_next(workspace)
    submit(workspace, 7, title="B")
    assert notes(workspace, title="A") == ["The server has this already, so it is left out: Title.", NO_REQUEST]
    learn(workspace, title="Z")
    assert notes(workspace, title="A") == [
        "Another change of this session is on its way; this one goes after it.",
        "Takes the place of what waits already: Title.",
    ]


NO_REQUEST = "No request is needed."
SOME_VALUES: Mapping[str, Sequence[FieldValue]] = {
    "title": ("A", "B", "C"),
    "ai_prompt": ("A", "B", "C"),
    "interval_min": (4, 5, 6),
}
Wish: TypeAlias = dict[str, FieldValue]
Edit: TypeAlias = tuple[str, FieldValue]
Event: TypeAlias = Wish | Edit | str | Session
"""Values to save, an edit in the form, what becomes of what waits, or what the server has by now."""

wishes: st.SearchStrategy[Wish] = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in SOME_VALUES.items()}
).filter(bool)
happenings = st.sampled_from(["send", "send", "fail", "unsure", "back", "retry", "done", "compare"])
news = wishes.map(lambda values: Session(id=7).with_values(values))
edits: st.SearchStrategy[Edit] = st.one_of(
    *(st.tuples(st.just(name), st.sampled_from(values)) for name, values in SOME_VALUES.items())
)
lives: st.SearchStrategy[list[Event]] = st.lists(wishes | edits | happenings | news, max_size=10)


@given(lives, wishes, st.lists(wishes | happenings | news, max_size=3))
@example([{"ai_prompt": "B"}, Session(id=7, ai_prompt="B")], {"ai_prompt": "C"}, [])
@example([{"title": "B"}, "send", "fail"], {"title": "C"}, [Session(id=7, title="B")])
@example([{"title": "B"}], {"interval_min": 5}, [Session(id=7, title="C")])
@example([{"title": "B"}, "send", "fail", Session(id=7, title="C")], {"title": "A"}, [])
@example([{"title": "B"}, {"title": "A", "ai_prompt": "B"}, "send", "unsure", "send", "fail"], {"title": "C"}, [])
@example([{"ai_prompt": "B"}, "send", {"title": "B"}, Session(id=7, title="C")], {"title": "A"}, [])
@example([{"title": "B"}, "send", {"title": "C"}, Session(id=7, title="C")], {"title": "B"}, [])
@example([{"title": "B", "interval_min": 5}, Session(id=7, title="C"), "compare"], {"title": "C"}, [])
@example(
    [
        {"interval_min": 5},
        {"interval_min": 4, "title": "B"},
        Session(id=7, title="C", interval_min=5, ai_prompt="B"),
        {"ai_prompt": "A"},
        "send",
    ],
    {"interval_min": 4},
    [],
)
@example([("title", "C"), Session(id=7, title="B")], {"ai_prompt": "B"}, [])
@example([("title", "C"), {"title": "B"}], {"ai_prompt": "B"}, ["send", "fail", Session(id=7, title="D")])
@settings(max_examples=500)
def test_what_is_noted_is_what_outbox_and_sender_do(lived: list[Event], wish: Wish, meanwhile: Sequence[Event]) -> None:
    """Whatever waits, is on its way or is held, and wherever the server is by now: what is said is what happens."""
    workspace = workspace_of(replace(BASE, title="A", ai_prompt="A"))
    for step in [*lived, *wish.items(), *meanwhile]:
        live(workspace, step)
    told = notes(workspace)
    draft = workspace.drafts.get(7)
    assume(draft is not None and draft.is_dirty)
    assert draft is not None
    wanted = set(draft.edits)
    found = saved(workspace, plan_draft(draft))
    after = found.after
    assert named(told, "place of what waits already") == labels_of(wanted & found.queued & after)
    assert named(told, "place of what could not be sent") == labels_of(wanted & found.held & found.added)
    assert named(told, "left out") == labels_of(wanted - found.waiting)
    assert named(told, "asked before") == labels_of(found.asked)
    along = len(after - wanted) if after & wanted else 0
    assert [int(one.split()[0]) for one in told if "along" in one] == ([along] if along else [])
    assert any("on its way" in one for one in told) is (found.is_flying and bool(after))
    assert (NO_REQUEST in told) is (not after and not found.is_queued)
    if not found.is_flying:
        assert sent_by(workspace) == (set() if NO_REQUEST in told else found.goes_out)


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving does.

    `queued` and `held` are the fields of what was there when the change came, `added` those of the change that were
    not; `waiting` are all that wait after it in whatever state, `after` those of one request with it.
    """

    queued: Set[str]
    held: Set[str]
    added: Set[str]
    waiting: Set[str]
    after: Set[str]
    asked: Set[str]
    goes_out: Set[str]
    is_flying: bool
    is_queued: bool


def saved(workspace: Workspace, plan: Plan) -> Saved:
    """Save, and look at what the outbox makes of it."""
    outbox = workspace.outbox
    opened: list[tuple[OutboxEvent, dict[State, set[str]]]] = []
    stop = outbox.changed.add(
        lambda event: None if event.opened is None else opened.append((event, by_state(workspace)))
    )
    job = now(workspace.submit(plan))
    stop()
    [(event, then)] = opened  # compared with the server already, and not yet joined
    entry = next((one for one in outbox.entries(7) if job.id in one.jobs), None)
    after = set() if entry is None else set(entry.change.patch)
    asked: set[str] = set()
    if entry is not None and entry.state is not State.QUEUED:
        server = workspace.library.server(7)
        assert server is not None
        asked = {one.field for one in outbox.compare(entry, server).conflicts}
    states = by_state(workspace)
    return Saved(
        queued=then.get(State.QUEUED, set()),
        held=then.get(State.FAILED, set()) | then.get(State.CONFLICT, set()),
        added={name for line in event.lines if line.result.change is not None for name in line.result.change.patch},
        waiting=set().union(*states.values()),
        after=after,
        asked=asked,
        goes_out=states.get(State.QUEUED, set()) if asked or not after else after,
        is_flying=State.SENDING in states,
        is_queued=State.QUEUED in states,
    )


def by_state(workspace: Workspace) -> dict[State, set[str]]:
    fields: dict[State, set[str]] = {}
    for entry in workspace.outbox.entries(7):
        fields.setdefault(entry.state, set()).update(entry.change.patch)
    return fields


def sent_by(workspace: Workspace) -> Set[str]:
    """The fields of the request that the sender sends next; it compares first."""
    while workspace.outbox.can_take():
        entry = now(workspace.sender._next())
        if entry is not None:
            return set(entry.change.patch)
    return set()


def named(told: Sequence[str], part: str) -> Set[str]:
    """The fields that a note names."""
    [fields] = [one.rpartition(": ")[2] for one in told if part in one] or [""]
    return set(filter(None, fields.rstrip(".").split(", ")))


def labels_of(fields: Set[str]) -> Set[str]:
    return {FIELDS[name].label for name in fields}


def live(workspace: Workspace, step: Event) -> None:
    outbox = workspace.outbox
    on_its_way = next((entry for entry in outbox.entries(7) if entry.state is State.SENDING), None)
    match step:
        case Session():
            workspace.library.take_over(step)  # not compared yet, as between a list's coming in and its settling
        case dict():
            shown = workspace.library.get(7)
            assert shown is not None
            if any(shown.value(name) != value for name, value in step.items()):
                submit(workspace, 7, **step)
        case (name, value):
            workspace.drafts.edit(7, name, value)
        case "send":
            now(workspace.sender._next())
        case "retry":
            now(workspace.retry([7]))
        case "compare":
            now(workspace.compare([7]))
        case _ if on_its_way is not None:
            come_back(workspace, on_its_way, step)


def come_back(workspace: Workspace, entry: Entry, how: str) -> None:
    """A change comes back from its way."""
    outbox = workspace.outbox
    match how:
        case "fail":
            now(outbox.fail(entry, REFUSED))
        case "done":
            answer = Session(id=7).with_values(entry.change.patch)
            workspace.library.take_over(answer)
            now(outbox.done(entry, answer))
        case _:
            now(outbox.release(entry, unsure=how == "unsure"))
    now(workspace.compare([7]))


# --- excerpts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("A", "B", ("A", "B")),
        ("", "x" * 90, ("", "x" * 90)),
        ("A walk in the rain", "A walk in the sun", ("A walk in the rain", "A walk in the sun")),
        (f"{'x' * 40}1{'y' * 40}", f"{'x' * 40}2", (f"…{'x' * 12}1{'y' * 40}", f"…{'x' * 12}2")),
        ("x" * 40, "x" * 50, (f"…{'x' * 12}", f"…{'x' * 22}")),
    ],
)
def test_excerpts_begin_a_little_before_the_difference(before: str, after: str, shown: tuple[str, str]) -> None:
    assert excerpts(before, after) == shown


@given(st.text("ab", max_size=80), st.text("ab", max_size=80), st.text("ab", max_size=80))
def test_excerpts_differ_where_the_texts_do(lead: str, one: str, other: str) -> None:
    before, after = excerpts(lead + one, lead + other)
    assert (before == after) is (one == other)
    assert (lead + one).endswith(before.removeprefix("…"))
    assert (lead + other).endswith(after.removeprefix("…"))
