"""What helps to find what goes wrong, as text for whoever looks into it: versions, settings, counts.

No secrets, no titles or other values of sessions, no names of accounts, no paths. In English, for developers.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from joip_desktop import __version__
from joip_desktop.domain.job import Outcome
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import SETTINGS, SettingKind, Settings
from joip_desktop.ui.connection import Connection

_PACKAGES: Final = ("PySide6_Essentials", "qasync", "httpx", "pydantic", "keyring", "truststore")


def diagnostics(workspace: Workspace, settings: Settings, connection: Connection) -> str:
    """The whole text, a fact on each line."""
    parts = (
        ("Versions", _versions()),
        ("Settings", _settings(settings)),
        ("Account", _account(workspace, connection)),
        ("Requests", _requests(connection)),
    )
    return "\n".join(
        line for title, facts in parts for line in (f"{title}:", *(f"  {name}: {fact}" for name, fact in facts))
    )


def _versions() -> Iterator[tuple[str, object]]:
    yield "JOIP Desktop", __version__
    yield "Python", platform.python_version()
    yield "System", platform.platform()
    yield "Qt", f"{qVersion()} ({QGuiApplication.platformName()})"
    for name in _PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _settings(settings: Settings) -> Iterator[tuple[str, object]]:
    """Those that people choose; of texts only whether there is one."""
    for name, spec in SETTINGS.items():
        value = getattr(settings, name)
        is_text = spec.kind is SettingKind.TEXT
        yield name, ("set" if value else "not set") if is_text else value
    yield "accounts", len(settings.accounts)
    yield "saved searches", len(settings.saved_searches)


def _account(workspace: Workspace, connection: Connection) -> Iterator[tuple[str, object]]:
    outbox, quota, trouble = workspace.outbox, workspace.quota, workspace.trouble
    yield "server", "demo" if connection.is_demo else connection.server
    yield "sessions", len(workspace.library.server_rows())
    yield "rows that could not be read", workspace.unreadable
    yield "list read", workspace.listed_at.isoformat(timespec="seconds") if workspace.listed_at else "never"
    yield "changes waiting", outbox.waiting
    yield "changes failed", len(outbox.failed)
    yield "conflicts", len(outbox.conflicts)
    yield "changes that are not on disk", workspace.unkept
    yield "sessions with unsaved edits", workspace.drafts.count
    yield "sending", "paused" if workspace.sender.paused else workspace.sender.state.mood.name.lower()
    jobs = workspace.jobs.jobs.values()
    yield "jobs", len(jobs)
    yield "sessions that failed in jobs", sum(job.counts[Outcome.FAILED] for job in jobs)
    yield "tokens", f"{quota.remaining} of {quota.limit}"
    yield "trouble", "none" if trouble is None else type(trouble).__name__


def _requests(connection: Connection) -> Iterator[tuple[str, object]]:
    """How the latest requests ended, by status."""
    exchanges = connection.traffic.exchanges
    yield "in all", len(exchanges)
    for status in sorted({one.status for one in exchanges}):
        of_it = [one for one in exchanges if one.status == status]
        slowest = max(one.seconds for one in of_it)
        yield str(status or "no answer"), f"{len(of_it)}, the slowest took {slowest:.1f} s"
