"""A backend as in the package keyrings.alt, which people set up where there is no keyring: it would write a file."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class PlaintextKeyring(KeyringBackend):
    """Fails the test that uses it."""

    priority = 9

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError(service, username, len(password))
