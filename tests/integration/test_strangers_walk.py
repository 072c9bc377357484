"""A stranger reads README and docs, follows every link, and types every command: what is written there is true."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from joip_desktop.cli import MockOptions, parse
from joip_desktop.domain import query
from joip_desktop.ui.actions import ACTIONS
from joip_desktop.ui.dialogs.shortcuts import VIEW_KEYS
from tests.helpers.catalogue import messages
from tests.helpers.documents import ROOT, Document, broken_links, commands, documents, read
from tests.helpers.examples import SESSIONS
from tests.helpers.keys_page import PAGE, keys_page
from tests.helpers.stage import stage

DOCUMENTS: Final = documents()
KNOWN: Final = {document.path: document for document in DOCUMENTS}
GUIDES: Final = [one for one in DOCUMENTS if one.path.parent.name == "docs" or one.path.name == "README.md"]
HOSTS: Final = frozenset({"keepachangelog.com", "semver.org", "schemathesis.readthedocs.io"})
"""Where links may lead outside; nothing is asked for there."""


def named(document: Document) -> str:
    return document.path.relative_to(ROOT).as_posix()


every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=named)
every_guide = pytest.mark.parametrize("document", GUIDES, ids=named)


# --- links and pictures -----------------------------------------------------------------------------------------------


@every_document
def test_every_link_leads_somewhere(document: Document) -> None:
    assert list(broken_links(document, KNOWN)) == []
    outside = [urlsplit(target) for target in (*document.links, *document.images) if urlsplit(target).netloc]
    assert [one.geturl() for one in outside if one.scheme != "https" or one.netloc not in HOSTS] == []


def test_every_picture_that_the_app_rendered_is_shown_somewhere_and_the_help_needs_no_other() -> None:
    used = {(one.path.parent / image).resolve() for one in DOCUMENTS for image in one.images}
    light = set((ROOT / "docs" / "images" / "light").glob("*.png"))
    assert sorted(path.name for path in light - used) == []
    shown = {
        (one.path.parent / image).resolve() for one in GUIDES if one.path.parent.name == "docs" for image in one.images
    }
    assert sorted(path.name for path in shown - light) == []  # wheel and bundle have the light ones alone


def test_from_the_readme_every_page_can_be_reached() -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in KNOWN:
            continue
        reached.add(path)
        ahead += [(path.parent / urlsplit(link).path).resolve() for link in KNOWN[path].links]
    pages = {one.path for one in GUIDES} - {ROOT / "docs" / "README.md"}
    assert sorted(path.name for path in pages - reached) == []


# --- commands ---------------------------------------------------------------------------------------------------------


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def plan_of_make(command: str) -> None:
    """The target exists, and make knows how to come to it."""
    done = run("make", "--dry-run", *shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr


_VARIABLES: Final = frozenset({"JOIP_COOKIE"})
"""What the app reads from the environment."""


def start(command: str) -> None:
    """The options are understood; the mock server is started, and asked."""
    words = shlex.split(command)
    while assigned := re.match(r"([A-Z_]+)=", words[0]):
        assert assigned[1] in _VARIABLES
        del words[0]
    options = parse(words[1:])
    if isinstance(options, MockOptions):
        with mock(*words[2:]) as told:
            assert answer(told, "/openapi.json")["openapi"]


@contextmanager
def mock(*options: str) -> Iterator[Mapping[str, str]]:
    """The mock server as a reader starts it, but on a free port."""
    command = [sys.executable, "-m", "joip_desktop", "mock", *options, "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found: dict[str, str] = json.loads(process.stdout.readline())
            yield found
        finally:
            process.terminate()


def answer(told: Mapping[str, str], path: str) -> Mapping[str, object]:
    with urlopen(told["address"] + path, timeout=10) as found:
        body: dict[str, object] = json.load(found)
    return body


def ask(command: str) -> None:
    """What curl would send is sent to a mock server, which likes it."""
    with mock() as told:
        words = shlex.split(command.replace("$TOKEN", told["token"]))
        headers = dict(words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H")
        data = next((words[at + 1].encode() for at, word in enumerate(words) if word == "-d"), None)
        method = next((words[at + 1] for at, word in enumerate(words) if word == "-X"), "GET")
        address = told["address"] + urlsplit(words[-1]).path
        with urlopen(Request(address, data=data, headers=headers, method=method), timeout=10) as found:
            assert found.status < 300


def is_done_by(test: str) -> Callable[[str], None]:
    """Another test does just this."""
    path, _, name = test.partition("::")

    def check(_command: str) -> None:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")

    return check


def names_what_is_there(command: str) -> None:
    """For other systems, or with other people's keys: the files and extras that it names are there."""
    for word in shlex.split(command.replace("\\", "/")):
        if word.endswith(".app"):
            assert f'name="{Path(word).name}"' in (ROOT / "resources/release/joip-desktop.spec").read_text(
                encoding="utf-8"
            )
        if word.endswith((".py", ".txt", ".spec")):
            assert (ROOT / word).is_file(), word
        if extra := re.fullmatch(r"\.\[(\w+)\]", word):
            assert f"\n{extra[1]} = [" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


_RELEASE: Final = "tests/integration/test_release.py"
WAYS: Final[Mapping[str, Callable[[str], None]]] = {
    r"make [a-z-]+": plan_of_make,
    r"(?:[A-Z_]+='[^']*' )?joip-desktop\b.*": start,
    r"curl .*": ask,
    r"pip install \.": is_done_by(f"{_RELEASE}::test_the_wheel_works_where_only_it_is_installed"),
    r"python -m build": is_done_by(f"{_RELEASE}::built"),
    r"bash \.ci/run": lambda _: plan_of_make("make check test demo"),
    r"py -3\.\d+ -m venv \.venv|python3 -m venv \.venv": names_what_is_there,
    r"\.venv[\\/](?:Scripts|bin)[\\/]python (?:-m pip install|resources).*": names_what_is_there,
    r"codesign .*": names_what_is_there,
}
"""How a command of the documents is made sure of; what fits none of these is not to be written there."""


def ways_of(command: str) -> Sequence[Callable[[str], None]]:
    return [way for pattern, way in WAYS.items() if re.fullmatch(pattern, command)]


@pytest.mark.parametrize("command", sorted({command for one in DOCUMENTS for command in commands(one)}))
def test_every_command_can_be_typed(command: str) -> None:
    (way,) = ways_of(command)
    way(command)


@every_document
def test_every_piece_of_code_says_its_language_and_is_of_it(document: Document) -> None:
    for block in document.blocks:
        match block.language:
            case "json":
                assert [json.loads(line) for line in block.text.splitlines()]
            case "python":
                compile(block.text, named(document), "exec")
            case "sh" | "powershell" | "toml" | "":
                assert block.language or document.path.name == "ARCHITECTURE.md"  # a drawing
            case other:
                pytest.fail(f"nobody checks {other}")


def test_help_is_what_the_readme_says() -> None:
    for options in (("--help",), ("mock", "--help")):
        assert run(sys.executable, "-m", "joip_desktop", *options).returncode == 0


# --- what stands in the text ------------------------------------------------------------------------------------------


def menu_paths(actions: Sequence[QAction], before: str = "") -> Iterator[str]:
    """Every entry as it is written in a document: "View ▸ Language"."""
    for action in actions:
        text = before + action.text().replace("&", "")
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield text
            yield from menu_paths(menu.actions(), f"{text} ▸ ")
        elif text:
            yield text


_OF_BROWSERS: Final = frozenset({"Copy ▸ Copy as cURL", "Copy Value ▸ Copy as cURL"})


async def test_every_menu_that_is_named_is_there() -> None:
    async with stage(*SESSIONS, is_demo=True) as on:
        there = set(menu_paths(on.window.menuBar().actions())) | _OF_BROWSERS
    wanted = {(named(one), path) for one in GUIDES for path in one.emphasised if " ▸ " in path}
    assert len(wanted) > 15
    assert sorted(pair for pair in wanted if pair[1] not in there) == []


_KEY: Final = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Z]|[0-9]|,|F\d{1,2}|Space)|F\d{1,2}|F")
_OF_OTHERS: Final = frozenset({"F12"})
"""Keys of browsers."""


@every_guide
def test_every_key_that_is_named_does_something(document: Document) -> None:
    keys = {one for spec in ACTIONS.values() for one in spec.shortcuts}
    keys |= {one for place in VIEW_KEYS.values() for view_key in place for one in view_key.keys} | _OF_OTHERS
    assert sorted(code for code in document.codes if _KEY.fullmatch(code) and code not in keys) == []


def test_the_page_of_keys_is_that_of_the_app() -> None:
    assert PAGE.read_text(encoding="utf-8") == keys_page()  # else: python -m tests.helpers.keys_page


_SEARCH: Final = re.compile(r"-?(?:is|in|has|title|prompt|theme|transition|category|interval|updated|created|id):\S.*")


@every_guide
def test_every_search_that_is_named_is_understood(document: Document) -> None:
    searches = [code for code in document.codes if _SEARCH.fullmatch(code)]
    assert [search for search in searches if query.parse(search).faults] == []
    assert searches or document.path.name != "search.md"


_OPTION: Final = re.compile(r"--[a-z-]+")


@every_guide
def test_every_option_that_is_named_is_there(document: Document) -> None:
    told = "".join(run(sys.executable, "-m", "joip_desktop", *more, "--help").stdout for more in ((), ("mock",)))
    options = [found[0] for code in document.codes if (found := _OPTION.match(code))]
    assert [option for option in options if option not in told] == []


def plain(text: str) -> str:
    """A menu entry or a button without its letter to press, dots and colons."""
    return text.replace("&", "").rstrip(".:… ")


_NO_BUTTONS: Final = frozenset(
    {"sessions", "outbox", "Unreleased", "Copy as PowerShell", "Copy Request Headers", "Copy as fetch"}
)
"""Names of other things: of the service, of this documentation, and in browsers."""


def told_by_the_app(text: str, said: Sequence[str]) -> bool:
    """Whether a text is a sentence of the app, or a part of one; dots and numbers stand for anything."""
    pattern = re.sub(r"(?:\\ )*…(?:\\ )*|\d[\d,]*", ".*", re.escape(text))
    return any(re.search(pattern, sentence) for sentence in said)


SAID: Final = [re.sub(r"\{\w+\}", "…", plain(sentence)) for sentence in messages()]


@every_guide
def test_every_button_that_is_named_is_there(document: Document) -> None:
    names = {text for text in document.emphasised if " ▸ " not in text} - _NO_BUTTONS
    assert sorted(text for text in names if not told_by_the_app(plain(text), SAID)) == []


def test_every_sentence_of_the_page_about_trouble_is_one_of_the_app() -> None:
    text = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    quoted = re.findall(r"“([^”]+)”", text)
    assert len(quoted) > 25
    assert sorted(sentence for sentence in quoted if not told_by_the_app(plain(sentence), SAID)) == []


def test_everything_that_a_server_or_a_connection_is_blamed_for_is_on_the_page_about_trouble() -> None:
    text = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    quoted = [plain(sentence).strip("… ") for sentence in re.findall(r"“([^”]+)”", text)]
    known = [re.split(r"\s*…\s*", sentence) for sentence in quoted]
    missing = [  # but for advice
        sentence
        for sentence, message in messages().items()
        if message.where.endswith(("api/decode.py", "api/failures.py"))
        and not sentence.startswith(("Check", "If you"))
        and not any(all(part in re.sub(r"\{\w+\}", "", sentence) for part in parts if part) for parts in known)
    ]
    assert missing == []


# --- that this can fail -----------------------------------------------------------------------------------------------


def test_a_document_that_is_wrong_is_found_out(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n\n[a](gone.md) [b](#nowhere) [c](#here) [d](page.md#here) ![p](p.png)\n\n"
        "```sh\njoip-desktop --nonsense   # a comment\nrm -rf \\\n  everything\n```\n",
        encoding="utf-8",
    )
    document = read(page)
    assert list(broken_links(document, {page: document})) == [
        "gone.md: there is no such file",
        "#nowhere: there is no such heading",
        "p.png: there is no such file",
    ]
    first, second = commands(document)
    assert second == "rm -rf everything"
    assert ways_of(second) == []
    with pytest.raises(SystemExit):
        start(first)
    with pytest.raises(AssertionError):
        plan_of_make("make nothing")


def test_names_of_files_that_are_not_there_are_found_out() -> None:
    with pytest.raises(AssertionError):
        names_what_is_there("python resources/release/nothing.py")
    with pytest.raises(AssertionError):
        names_what_is_there("pip install '.[nothing]'")
