from __future__ import annotations

from joip_desktop import accounts
from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.engine.ports import SignedIn
from joip_desktop.storage.settings import SavedAccount, Settings

A = "https://a.example"
B = "https://b.example"


def signed_in(server: str, user: str = "", name: str = "") -> SignedIn:
    return SignedIn(server, AccountName(user, name), SecretCookie("s%3Amade-up.one"))


def settings_with(*accounts_: SavedAccount, latest: str = "") -> Settings:
    return Settings(accounts=list(accounts_), account=latest)


ANNA = SavedAccount(key=A, server=A, user="1", name="anna")
BEN = SavedAccount(key=f"{A} 2", server=A, user="2", name="ben")
OTHER = SavedAccount(key=B, server=B)


def test_the_server_of_an_earlier_version_becomes_an_account_with_its_files() -> None:
    settings = Settings(server=A)
    accounts.upgrade(settings)
    assert settings.accounts == [SavedAccount(key=A, server=A)]
    assert settings.account == A
    accounts.upgrade(settings)
    assert len(settings.accounts) == 1


def test_the_last_account_is_opened_else_any() -> None:
    assert accounts.last(Settings()) is None
    assert accounts.last(settings_with(ANNA, BEN, latest=BEN.key)) == BEN
    assert accounts.last(settings_with(ANNA, BEN, latest="gone")) == ANNA


def test_of_a_server_the_last_account_is_opened_else_its_first_else_a_new_one() -> None:
    assert accounts.of_server(settings_with(ANNA, BEN, OTHER, latest=BEN.key), A) == BEN
    assert accounts.of_server(settings_with(OTHER, ANNA, BEN, latest=B), A) == ANNA
    assert accounts.of_server(settings_with(latest=""), A) == SavedAccount(key=A, server=A)


def test_a_sign_in_is_for_the_account_of_its_user() -> None:
    settings = settings_with(ANNA, BEN, latest=A)
    assert accounts.account_of(settings, signed_in(A, "2", "Ben B.")).key == BEN.key
    assert accounts.account_of(settings, signed_in(A, "2", "Ben B.")).name == "Ben B."
    assert accounts.account_of(settings, signed_in(A, "3")).key == f"{A} 3"
    assert accounts.account_of(settings, signed_in(B, "1")).key == B, "users of servers are not each other's"


def test_files_of_an_unknown_user_are_taken_over_only_where_their_list_does_not_say_otherwise() -> None:
    settings = settings_with(SavedAccount(key=A, server=A))
    found = signed_in(A, "2")
    assert accounts.unclaimed(settings, found) == A
    assert accounts.account_of(settings, found, owner="").key == A
    assert accounts.account_of(settings, found, owner="2").key == A
    assert accounts.account_of(settings, found, owner="1").key == f"{A} 2", "they are somebody else's"
    assert accounts.unclaimed(settings_with(ANNA), found) == "", "whose they are is known"
    assert accounts.unclaimed(settings_with(BEN), found) == "", "and so is that there are others for this user"


def test_a_sign_in_that_does_not_say_whose_it_is_counts_for_the_account_that_is_open() -> None:
    settings = settings_with(ANNA, BEN, OTHER)
    assert accounts.account_of(settings, signed_in(A), present=BEN.key) == BEN
    assert accounts.account_of(settings, signed_in(A), present=B) == ANNA
    assert accounts.account_of(Settings(), signed_in(A)) == SavedAccount(key=A, server=A)


def test_an_account_is_kept_under_its_newest_name_and_becomes_the_last_one() -> None:
    settings = settings_with(ANNA, BEN)
    renamed = BEN.model_copy(update={"name": "Ben B."})
    accounts.keep(settings, renamed)
    assert settings.accounts == [ANNA, renamed]
    assert (settings.account, settings.server) == (BEN.key, A)
    accounts.keep(settings, OTHER)
    assert settings.accounts == [ANNA, renamed, OTHER]


def test_a_removed_account_leaves_nothing_in_the_settings() -> None:
    settings = settings_with(ANNA, BEN, latest=BEN.key)
    settings.server = A
    settings.name_category(BEN.key, 3, "Evenings")
    settings.name_category(ANNA.key, 3, "Mornings")
    accounts.remove(settings, BEN.key)
    assert settings.accounts == [ANNA]
    assert (settings.account, settings.server) == ("", "")
    assert settings.named_categories(BEN.key) == []
    assert settings.category_name(ANNA.key, 3) == "Mornings"
    accounts.remove(settings, "nobody")
    assert settings.accounts == [ANNA]


def test_accounts_are_known_by_their_server_and_where_there_are_several_by_whose_they_are() -> None:
    assert accounts.label(settings_with(ANNA, OTHER), ANNA) == "a.example"
    assert accounts.label(settings_with(ANNA, BEN), ANNA) == "a.example (anna)"
    assert accounts.label(settings_with(ANNA, OTHER), OTHER) == "b.example"
    assert accounts.label(Settings(), SavedAccount(key=accounts.DEMO, server="http://127.0.0.1:1")) == "Demo"
