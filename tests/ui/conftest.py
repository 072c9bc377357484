"""A mock server for tests of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from joip_desktop.mock import MockServer


@pytest.fixture
def server() -> Iterator[MockServer]:
    """A running mock server with the demo's 300 sessions and the real rate limit."""
    with MockServer() as running:
        yield running
