from __future__ import annotations

import re

import pytest

from joip_desktop.domain import errors
from joip_desktop.domain.errors import JoipError, RateLimitedError, SignInNeededError, StatusError, TransportError
from tests.helpers.wording import assert_sentence

CLASSES: dict[str, type[JoipError]] = {name: found for name, found in vars(errors).items() if isinstance(found, type)}


def drawn() -> dict[str, str]:
    """Class to parent, as the docstring draws them."""
    path: list[str] = []
    parents: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"(?P<lead>[│├└─ ]*)(?P<name>[A-Z][A-Za-z]+Error)\b", line)
        if found is not None:
            depth = len(found["lead"]) // 4
            path[depth:] = [found["name"]]
            parents[found["name"]] = path[depth - 1] if depth else "Exception"
    return parents


def test_the_drawn_tree_is_the_tree() -> None:
    assert drawn() == {name: found.__bases__[0].__name__ for name, found in CLASSES.items()}


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_says_what_it_is(name: str) -> None:
    assert CLASSES[name].__doc__


@pytest.mark.parametrize("name", CLASSES)
def test_next_steps_are_sentences(name: str) -> None:
    step = CLASSES[name].default_next_step
    if step:
        assert_sentence(step)


def test_an_error_shows_its_sentence_and_the_next_step() -> None:
    error = TransportError("The server can't be reached.")
    assert error.sentence == "The server can't be reached."
    assert str(error) == f"The server can't be reached. {TransportError.default_next_step}"


def test_a_next_step_can_be_named_or_left_out() -> None:
    assert str(TransportError("No answer.", next_step="Try again.")) == "No answer. Try again."
    assert str(TransportError("No answer.", next_step="")) == "No answer."
    assert str(JoipError("It failed.")) == "It failed."


def test_a_status_error_keeps_what_the_server_said() -> None:
    error = SignInNeededError("Your sign-in has expired.", status=401, server_message="Unauthorized")
    assert (error.status, error.server_message) == (401, "Unauthorized")
    assert str(error) == "Your sign-in has expired. Sign in again to go on."
    assert StatusError("No.", status=418).server_message == ""


@pytest.mark.parametrize("seconds", [None, 0, 9.5])
def test_a_rate_limit_tells_how_long_to_wait(seconds: float | None) -> None:
    error = RateLimitedError("Too many requests.", retry_after=seconds, server_message="Slow down")
    assert (error.status, error.retry_after, error.server_message) == (429, seconds, "Slow down")
    assert isinstance(error, StatusError)
