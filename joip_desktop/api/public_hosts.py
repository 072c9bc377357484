"""Which addresses a stranger's link may lead to: those of the public internet, never this computer or its network."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeAlias

from joip_desktop.domain.errors import PictureError, UnreachableError
from joip_desktop.domain.say import say

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

Resolver: TypeAlias = Callable[[str, int], Awaitable[Sequence[str]]]
"""Finds the IP addresses of a host, in the order to try them in; raises OSError where there are none."""

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL: Final = ipaddress.IPv6Network("2000::/3")
"""All that is given out of IPv6 so far; what is outside has a special meaning, now or some day."""

_THREADS: Final = 4


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; what is no IP address is not."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(map(_is_public, _meant(found)))


def _is_public(address: Address) -> bool:
    if address.version == 6 and address not in _GLOBAL:  # noqa: PLR2004 - IPv6
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _meant(address: Address) -> Sequence[Address]:
    """The addresses that a packet to this one may end at: IPv6 has several ways to write an IPv4 address."""
    if address.version == 4:  # noqa: PLR2004 - IPv4
        return (address,)
    if address.ipv4_mapped is not None:
        return (address.ipv4_mapped,)
    if address in _NAT64:  # how everybody reaches IPv4 from a network that has only IPv6
        return (ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF),)
    return (address,) if address.sixtofour is None else (address, address.sixtofour)


async def public_addresses(host: str, port: int, resolver: Resolver) -> Sequence[str]:
    """Where the host is, in the order to try.

    Raises:
        PictureError: one of its addresses is not public.
        UnreachableError: it has none.
    """
    addresses = await addresses_of(host, port, resolver)
    if not all(map(is_public, addresses)):
        raise PictureError(private_sentence(host))
    return addresses


def private_sentence(host: str) -> str:
    """Why a host is refused."""
    return say("Pictures are not loaded from {host}, which is inside a private network.", host=host)


async def addresses_of(host: str, port: int, resolver: Resolver) -> Sequence[str]:
    """Where the host is, in the order to try.

    Raises:
        UnreachableError: it has no address.
    """
    try:
        addresses = await resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(say("{host} can't be found.", host=host)) from error
    if not addresses:
        raise UnreachableError(say("{host} can't be found.", host=host))
    return addresses


class SystemResolver:
    """Asks the system, in threads of its own: a name server that does not answer holds up nothing else."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="picture-hosts")

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """Find the addresses of a host.

        Raises:
            OSError, UnicodeError: there are none.
        """
        found = await asyncio.get_running_loop().run_in_executor(self._threads, _look_up, host, port)
        return list(dict.fromkeys(found))

    def close(self) -> None:
        """Look up nothing more."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str, port: int) -> list[str]:
    return [str(place[0]) for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
