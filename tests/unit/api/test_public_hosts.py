from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.api.public_hosts import SystemResolver, addresses_of, is_public, public_addresses
from joip_desktop.domain.errors import JoipError, PictureError, UnreachableError
from tests.helpers.wording import assert_sentence

PUBLIC = ["93.184.216.34", "8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:82a::200e"]
NOT_PUBLIC = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.251",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::2",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::fb",
    "2001:db8::1",
    "64:ff9b:1::1",
    "2001::1",
]
NO_ADDRESS = ["", "localhost", "example.org", "127.1", "2130706433", "0x7f000001", "127.0.0.01", "[::1]", "1.1.1.1 "]


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC + NO_ADDRESS)
def test_everything_else_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0", "224.0.0.1"])
def test_an_ipv4_address_hides_in_no_ipv6_address(address: str) -> None:
    number = int(IPv4Address(address))
    mapped, compatible = IPv6Address(0xFFFF << 32 | number), IPv6Address(number)
    nat64, six_to_four = IPv6Address(0x64FF9B << 96 | number), IPv6Address(0x2002 << 112 | number << 80)
    for hidden in (mapped, compatible, nat64, six_to_four):
        assert not is_public(str(hidden)), hidden


def test_a_public_ipv4_address_may_be_written_as_ipv6() -> None:
    """That is how everybody reaches it from a network that has only IPv6."""
    assert is_public("64:ff9b::5db8:d822")
    assert is_public("::ffff:93.184.216.34")


@given(st.ip_addresses())
def test_no_address_that_python_calls_special_is_public(address: IPv4Address | IPv6Address) -> None:
    special = address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified
    assert not (is_public(str(address)) and (special or not address.is_global or address.is_private))


def resolve(addresses: Sequence[str] | Exception, *, public: bool = True) -> Sequence[str]:
    async def resolver(_host: str, _port: int) -> Sequence[str]:
        if isinstance(addresses, Exception):
            raise addresses
        return addresses

    find = public_addresses if public else addresses_of
    return asyncio.run(find("pictures.example", 443, resolver))


def test_a_host_with_public_addresses_alone_passes() -> None:
    assert resolve(PUBLIC) == PUBLIC


@pytest.mark.parametrize("address", ["127.0.0.1", "192.168.0.10", "::1", "::ffff:127.0.0.1"])
def test_one_private_address_is_one_too_many(address: str) -> None:
    for addresses in ([address], ["8.8.8.8", address], [address, "8.8.8.8"]):
        with pytest.raises(PictureError) as caught:
            resolve(addresses)
        assert_sentence(caught.value.sentence, quoting="pictures.example")
    assert resolve([address], public=False) == [address]


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("trouble", [[], socket.gaierror(-2, "Name or service not known"), UnicodeError("label")])
def test_a_host_without_an_address_can_not_be_found(trouble: list[str] | Exception, *, public: bool) -> None:
    with pytest.raises(UnreachableError) as caught:
        resolve(trouble, public=public)
    assert caught.value.sentence == "pictures.example can't be found."


def test_the_system_is_asked_in_a_thread() -> None:
    async def main() -> tuple[Sequence[str], Sequence[str]]:
        resolver = SystemResolver()
        try:
            return await resolver("localhost", 80), await resolver("127.0.0.1", 80)
        finally:
            resolver.close()

    names, numbers = asyncio.run(main())
    assert set(names) & {"127.0.0.1", "::1"}
    assert numbers == ["127.0.0.1"]


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost."])
def test_odd_ways_to_write_this_computer_lead_nowhere(host: str) -> None:
    async def main() -> None:
        resolver = SystemResolver()
        try:
            await public_addresses(host, 443, resolver)
        finally:
            resolver.close()

    with pytest.raises(JoipError):  # refused, or on some systems not found
        asyncio.run(main())
