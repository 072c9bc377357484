from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.engine.picture_memory import PictureMemory


def wish(urls: Sequence[str]) -> dict[str, int]:
    return {url: place for place, url in enumerate(urls)}


def filled(names: str, limit: int = 100, size: int = 25) -> PictureMemory[str]:
    memory: PictureMemory[str] = PictureMemory(limit)
    for name in names:
        assert memory.put(name, name.upper(), size, {}) == frozenset()
    return memory


def held(memory: PictureMemory[str], names: str) -> str:
    return "".join(name for name in names if name in memory)


def test_pictures_come_back() -> None:
    memory = filled("abcd")
    assert [memory.get(name) for name in "abcde"] == ["A", "B", "C", "D", None]
    assert memory.size == 100


def test_what_was_not_used_for_longest_goes() -> None:
    memory = filled("abcd")
    memory.get("a")
    memory.put("e", "E", 30, {})
    assert held(memory, "abcde") == "ade"
    assert memory.size == 80


def test_what_is_wanted_stays() -> None:
    memory = filled("abcd")
    assert memory.put("e", "E", 25, wish("abe")) == frozenset()
    assert held(memory, "abcde") == "abde"


def test_among_wanted_ones_the_first_stay() -> None:
    memory = filled("abcd")
    assert memory.put("e", "E", 25, wish("edcba")) == {"a"}
    assert held(memory, "abcde") == "bcde"
    assert memory.put("a", "A", 25, wish("edcba")) == {"a"}, "two must not push each other out for ever"
    assert held(memory, "abcde") == "bcde"


def test_a_newcomer_that_nobody_wants_any_more_pushes_nothing_wanted_out() -> None:
    memory = filled("abcd")
    assert memory.put("e", "E", 25, wish("abcd")) == frozenset()
    assert held(memory, "abcde") == "abcd"


def test_what_is_larger_than_all_the_room_is_not_held() -> None:
    memory = filled("ab")
    assert memory.put("c", "C", 101, wish("c")) == {"c"}
    assert "c" not in memory
    assert memory.size <= 100


def test_the_same_again_replaces_the_former() -> None:
    memory = filled("a")
    memory.put("a", "New", 50, {})
    assert (memory.get("a"), memory.size) == ("New", 50)


def test_it_tells_whether_room_could_be_made() -> None:
    memory = filled("ab")
    assert memory.has_any_but("a")
    assert not memory.has_any_but("abc")
    memory.clear()
    assert not memory.has_any_but("")
    assert memory.size == 0


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 120), st.permutations(range(5)), st.booleans()), max_size=40)
)
def test_the_limit_holds_and_the_sum_is_right(steps: list[tuple[int, int, list[int], bool]]) -> None:
    memory: PictureMemory[int] = PictureMemory(100)
    sizes: dict[str, int] = {}
    for number, size, order, look in steps:
        if look:
            memory.get(str(number))
            continue
        before = {name for name in sizes if name in memory}
        wanted = wish([str(one) for one in order])
        gone = memory.put(str(number), number, size, wanted)
        sizes[str(number)] = size
        now = {name for name in sizes if name in memory}
        assert memory.size == sum(sizes[name] for name in now) <= 100
        assert gone == ((before | {str(number)}) - now) & wanted.keys()
        if gone:
            assert now <= wanted.keys(), "the wanted ones go last"
