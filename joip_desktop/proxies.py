"""The person's choice of a proxy, as the API's clients ask for it."""

from __future__ import annotations

from joip_desktop.api.network import ProxyFor, system_proxy
from joip_desktop.storage.settings import ProxyMode, Settings


def proxies_of(settings: Settings) -> ProxyFor:
    """Which proxy is on the way to a host, by the settings at the moment when that is asked."""

    def proxy_for(host: str) -> str | None:
        match settings.proxy_mode:
            case ProxyMode.NONE:
                return None
            case ProxyMode.MANUAL:
                return settings.proxy or None
            case ProxyMode.SYSTEM:
                return system_proxy(host)

    return proxy_for
