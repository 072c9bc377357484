"""The shape of the code as checks: import arrows, pure start-up paths, sizes, and files that name no hosts."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "joip_desktop"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def test_every_import_contract_holds() -> None:
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


def _loaded(statement: str) -> set[str]:
    """The top-level modules that are loaded after a statement in a fresh interpreter."""
    code = f"import sys; {statement}; print(' '.join(name.split('.')[0] for name in sys.modules))"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(ended.stdout.split())


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import joip_desktop.app", {"PySide6", "qasync", "httpx", "starlette", "uvicorn", "pydantic", "xml"}),
        ("import joip_desktop.cli", {"PySide6", "httpx", "starlette", "uvicorn", "pydantic", "tomllib"}),
        ("import joip_desktop.mock.server", {"PySide6", "qasync", "httpx", "pydantic"}),
        ("import joip_desktop.mock.testing", {"PySide6", "qasync", "httpx", "pydantic"}),
        ("import joip_desktop.engine.workspace", {"PySide6", "qasync", "httpx", "starlette"}),
        ("import joip_desktop.ui.main_window", {"httpx", "starlette", "uvicorn", "qasync"}),
    ],
)
def test_nothing_is_imported_before_it_is_needed(statement: str, absent: set[str]) -> None:
    assert _loaded(statement).isdisjoint(absent)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "every module says in a docstring what lives in it"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


def test_packages_hold_exports_only() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        if path.parent == PACKAGE:
            continue
        kinds = {type(node) for node in ast.parse(path.read_text(encoding="utf-8")).body}
        allowed = {ast.Expr, ast.Import, ast.ImportFrom, ast.Assign, ast.If, ast.FunctionDef}
        assert kinds <= allowed, path


def test_no_file_names_a_registry_or_this_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    hosts = [".".join(parts) for parts in (("pythonhosted", "org"), ("pypi", "org"), ("deb", "debian"))]
    forbidden = re.compile("|".join(map(re.escape, [*hosts, "/".join(("", "work", "main"))])))
    for name in listed:
        path = ROOT / name
        if path.suffix in {".png", ".ico", ".qm"} or not path.is_file():
            continue
        assert not forbidden.search(path.read_text(encoding="utf-8")), name


def test_the_pydantic_model_holds_every_range_and_choice_alone() -> None:
    """Invariant of the issue: ranges and choices stand once; no other file of ours repeats the enum values."""
    values = {"forced-bi", "cuckold"}
    homes = {
        path.relative_to(PACKAGE).as_posix()
        for path in SOURCES
        if any(f'"{value}"' in path.read_text(encoding="utf-8") for value in values)
    }
    ours = {home for home in homes if not home.startswith("mock/")}  # the mock shares nothing, by contract
    assert ours == {"domain/patch.py", "domain/fields.py"}  # in fields.py with the site's words for them
