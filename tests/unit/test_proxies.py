from __future__ import annotations

import pytest

from joip_desktop.proxies import proxies_of
from joip_desktop.storage.settings import ProxyMode, Settings


def test_the_settings_count_at_the_moment_of_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://env.example:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    settings = Settings(proxy="http://mine.example:2")
    proxy_for = proxies_of(settings)
    assert proxy_for("joip.example") == "http://env.example:1"
    settings.proxy_mode = ProxyMode.MANUAL
    assert proxy_for("joip.example") == "http://mine.example:2"
    settings.proxy = ""
    assert proxy_for("joip.example") is None
    settings.proxy_mode = ProxyMode.NONE
    assert proxy_for("joip.example") is None
