"""A workspace that says of its rate what a test tells it to say."""

from __future__ import annotations

from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from tests.helpers.fakes import FakeApi, FakeBudget


class RatedWorkspace(Workspace):
    """Nothing has been confirmed of late, unless `told_rate` says otherwise (changes per minute)."""

    told_rate: float | None = None

    def rate(self) -> float | None:
        return self.told_rate


def rated_workspace_of(*sessions: Session, budget: FakeBudget) -> RatedWorkspace:
    """One that has read these sessions."""
    workspace = RatedWorkspace(api=FakeApi.holding(sessions), budget=budget)
    workspace.library.load(sessions)
    return workspace
