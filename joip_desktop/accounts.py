"""Which accounts there are, and which is whose: decisions over the settings, without files, windows or the network."""

from __future__ import annotations

from joip_desktop.domain.account import AccountName
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import SignedIn
from joip_desktop.storage.settings import SavedAccount, Settings

DEMO = "demo"
"""The demo's key; it is no account of the settings."""


def upgrade(settings: Settings) -> None:
    """Make an account of the one server that earlier versions remembered."""
    if settings.server and not settings.accounts:
        settings.accounts = [SavedAccount(key=settings.server, server=settings.server)]
        settings.account = settings.server


def known(settings: Settings, key: str) -> SavedAccount | None:
    """The account with this key."""
    return next((one for one in settings.accounts if one.key == key), None)


def last(settings: Settings) -> SavedAccount | None:
    """The account to open where nothing else is asked for: the last one, else any."""
    return known(settings, settings.account) or next(iter(settings.accounts), None)


def of_server(settings: Settings, origin: str) -> SavedAccount:
    """The account to open for a server: the last one if it is there, else its first; a new one where there is none."""
    there = [one for one in settings.accounts if one.server == origin]
    if (latest := known(settings, settings.account)) in there and latest is not None:
        return latest
    return there[0] if there else SavedAccount(key=origin, server=origin)


def label(settings: Settings, account: SavedAccount) -> str:
    """What people know an account by, on one line: its server, and where that is not enough whose it is."""
    if account.key == DEMO:
        return say("Demo")
    host = account.server.partition("://")[2] or account.server
    several = sum(one.server == account.server for one in settings.accounts) > 1
    name = account.name or account.user
    return f"{host} ({name})" if several and name else host


def unclaimed(settings: Settings, signed_in: SignedIn) -> str:
    """The key whose last list has to be asked whose it is before `account_of` is; empty where nothing is open.

    It may have files of an account whose user is not known: an earlier version's, or one whose settings got lost.
    """
    if not signed_in.name.user or _of_user(settings, signed_in) is not None:
        return ""
    first = known(settings, signed_in.server)
    return "" if first is not None and first.user else signed_in.server


def account_of(settings: Settings, signed_in: SignedIn, *, owner: str = "", present: str = "") -> SavedAccount:
    """The account that a sign-in is for, named as the server names it now; the settings stay as they are.

    `owner` is the user of the last list that is kept for `unclaimed`, empty where that is not known. `present` is the
    key of the account that is open: a sign-in that does not say whose it is counts for that one, and its list tells.
    """
    server, name = signed_in.server, signed_in.name
    if not name.user:
        found = known(settings, present)
        if found is None or found.server != server:
            found = next((one for one in settings.accounts if one.server == server), None)
        return _named(found or SavedAccount(key=server, server=server), name)
    if (mine := _of_user(settings, signed_in)) is not None:
        return _named(mine, name)
    first = known(settings, server)
    is_free = (first is None or not first.user) and owner in ("", name.user)
    if is_free:
        return _named(first or SavedAccount(key=server, server=server), name)
    return SavedAccount(key=f"{server} {name.user}", server=server, user=name.user, name=name.name)


def keep(settings: Settings, account: SavedAccount) -> None:
    """Remember an account, new or with another name, as the one that is open."""
    accounts = [account if one.key == account.key else one for one in settings.accounts]
    settings.accounts = accounts if account in accounts else [*accounts, account]
    settings.account = account.key
    settings.server = account.server


def remove(settings: Settings, key: str) -> None:
    """Forget an account, with the names that its categories have here."""
    gone = known(settings, key)
    settings.accounts = [one for one in settings.accounts if one.key != key]
    for number in settings.named_categories(key):
        settings.name_category(key, number, "")
    if settings.account == key:
        settings.account = ""
    if gone is not None and gone.server == settings.server:
        settings.server = ""


def _of_user(settings: Settings, signed_in: SignedIn) -> SavedAccount | None:
    server, user = signed_in.server, signed_in.name.user
    return next((one for one in settings.accounts if (one.server, one.user) == (server, user)), None)


def _named(account: SavedAccount, name: AccountName) -> SavedAccount:
    return account.model_copy(update={"user": name.user or account.user, "name": name.name or account.name})
