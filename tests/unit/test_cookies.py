"""The cookies of a run: what is kept, for how long, and what a keyring that fails makes of it."""

from __future__ import annotations

import asyncio

from joip_desktop.cookies import Cookies
from joip_desktop.domain.account import SecretCookie
from tests.helpers.fakes import until
from tests.helpers.sign_in import FakeSecrets

KEY = "https://a.example"
ONE, TWO, THREE = (SecretCookie(f"s%3Amade-up.{name}") for name in ("one", "two", "three"))


class Counting(FakeSecrets):
    """A keyring that counts how often it is written, and answers when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.writes = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def get(self, key: str) -> SecretCookie | None:
        found = await super().get(key)
        await self.gate.wait()
        return found

    async def put(self, key: str, cookie: SecretCookie) -> bool:
        self.writes += 1
        return await super().put(key, cookie)


async def test_what_is_kept_is_found_by_the_next_run() -> None:
    secrets = Counting()
    cookies = Cookies(secrets, gather=0)
    await cookies.use(KEY, ONE, keep=True)
    await cookies.close()
    assert await Cookies(secrets).find(KEY) == (ONE, "")


async def test_what_is_not_kept_lasts_for_the_run_and_takes_the_former_one_with_it() -> None:
    secrets = Counting()
    secrets.kept[KEY] = ONE
    cookies = Cookies(secrets, gather=0)
    await cookies.use(KEY, TWO, keep=False)
    assert await cookies.find(KEY) == (TWO, "")
    await cookies.close()
    assert secrets.kept == {}


async def test_a_scripts_cookie_leaves_the_keyring_as_it_is() -> None:
    secrets = Counting()
    secrets.kept[KEY] = ONE
    cookies = Cookies(secrets, gather=0)
    cookies.lend(KEY, TWO)
    cookies.renew(KEY, THREE)
    assert cookies.known(KEY) == THREE
    await cookies.close()
    assert secrets.kept == {KEY: ONE}
    assert secrets.writes == 0


async def test_of_many_newer_cookies_the_last_is_written() -> None:
    secrets = Counting()
    cookies = Cookies(secrets, gather=0.01)
    await cookies.use(KEY, ONE, keep=True)
    for _ in range(100):
        cookies.renew(KEY, TWO)
        cookies.renew(KEY, THREE)
    await until(lambda: secrets.kept.get(KEY) == THREE)
    assert secrets.writes == 1
    await cookies.close()


async def test_after_a_sign_out_nothing_comes_back() -> None:
    secrets = Counting()
    cookies = Cookies(secrets, gather=0.01)
    await cookies.use(KEY, ONE, keep=True)
    assert await cookies.forget(KEY)
    cookies.renew(KEY, TWO)
    await cookies.close()
    assert secrets.kept == {}
    assert cookies.known(KEY) is None


async def test_a_keyring_that_answers_after_the_sign_out_is_not_believed() -> None:
    secrets = Counting()
    secrets.kept[KEY] = ONE
    secrets.gate.clear()
    cookies = Cookies(secrets, gather=0)
    asked = asyncio.ensure_future(cookies.find(KEY))
    await asyncio.sleep(0)
    await cookies.forget(KEY)
    secrets.gate.set()
    assert await asked == (None, "")


async def test_who_signs_in_while_the_keyring_is_asked_is_not_signed_out_by_its_answer() -> None:
    secrets = Counting()
    secrets.kept[KEY] = ONE
    secrets.gate.clear()
    cookies = Cookies(secrets, gather=0)
    asked = asyncio.ensure_future(cookies.find(KEY))
    await asyncio.sleep(0)
    await cookies.use(KEY, TWO, keep=False)
    secrets.gate.set()
    assert await asked == (TWO, "")


async def test_a_keyring_that_refuses_is_said_once_and_the_cookie_counts_for_this_run() -> None:
    secrets = Counting()
    secrets.trouble = "The keyring of this computer is locked."
    cookies = Cookies(secrets, gather=0)
    told: list[str] = []
    cookies.not_kept.add(told.append)
    await cookies.use(KEY, ONE, keep=True)
    await until(lambda: bool(told))
    cookies.renew(KEY, TWO)
    await cookies.close()
    assert told == ["The keyring of this computer is locked."]
    assert cookies.known(KEY) == TWO
    assert await Cookies(secrets).find(KEY) == (None, "The keyring of this computer is locked.")
