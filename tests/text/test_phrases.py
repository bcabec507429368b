"""Many phrases are found in one pass, each where it would be found by itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_nearly_linear, steps
from tui.text.fold import fold
from tui.text.phrases import Phrases, each_place, verbatim_places

short = st.text(alphabet="ab", min_size=1, max_size=5)
texts = st.one_of(
    st.text(alphabet="ab", max_size=40), st.builds(lambda unit, times: unit * times, short, st.integers(0, 9))
)
words = st.lists(st.sampled_from("a b , . ab A’s “a” 大国 1 \n".split(" ")), max_size=15).map(" ".join)


def starts(text: str, phrase: str) -> list[int]:
    return [start for start in range(len(text)) if text.startswith(phrase, start)]


@given(texts, short.flatmap(lambda unit: st.sampled_from([unit, unit * 2, unit * 3])))
def test_each_place_is_found_where_places_overlap_too(text: str, phrase: str) -> None:
    assert list(each_place(text, phrase, 0, len(text))) == starts(text, phrase)


@given(texts, st.lists(short, max_size=6))
def test_verbatim_phrases_are_found_in_words_too(text: str, phrases: list[str]) -> None:
    found = Phrases(phrases, verbatim=True).places(text)
    assert found == {phrase: places for phrase in phrases if (places := starts(text, phrase))}
    assert verbatim_places(text, phrases) == {phrase: starts(text, phrase) for phrase in phrases}


def parts(text: str) -> list[tuple[int, str]]:
    return [(match.start(), match[0]) for match in re.finditer(r"[^\W_大国]+|\S", fold(text))]


@given(words, st.lists(words, max_size=6))
def test_phrases_are_found_by_their_words_in_any_white_space(text: str, phrases: list[str]) -> None:
    found = Phrases(phrases).places(text)
    there = parts(text)
    for phrase in phrases:
        wanted = [word for _, word in parts(phrase)]
        places = [
            there[i][0]
            for i in range(len(there))
            if wanted and [word for _, word in there[i : i + len(wanted)]] == wanted
        ]
        assert found.get(phrase, []) == places


@pytest.mark.parametrize(
    ("text", "phrase", "places"),
    [
        ("one  two\nthree", "two three", [5]),
        ("Russia’s plan", "Russia's", [0]),
        ("ロシアは大国である", "大国", [4]),
        ("no no no", "no no", [0, 3]),
        ("the mines", "mine", []),
        ("a-b", "a - b", [0]),
    ],
)
def test_places(text: str, phrase: str, places: list[int]) -> None:
    assert Phrases([phrase, "other"]).places(text).get(phrase, []) == places


def test_only_so_many_places_are_found_as_are_wanted() -> None:
    phrases = ["no", "no no", "no no no", "yes"]
    found = Phrases(phrases).places("no " * 9 + "yes", most=3)
    assert found == {"no": [0, 3, 6], "no no": [0, 3, 6], "no no no": [0, 3, 6], "yes": [27]}


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda size: ("a " * size, ["a " * i + "b" for i in range(1, 30)]), id="fail late"),
        pytest.param(lambda size: ("a " * size, ["a " * i for i in range(1, 30)]), id="inside each other"),
        pytest.param(lambda size: (" ".join(map(str, range(size))), [str(i) for i in range(size)]), id="each once"),
        pytest.param(lambda size: ("a " * size, ["a " * (size // 2) + "b"]), id="as long as the text"),
    ],
)
def test_steps_grow_with_text_and_phrases(make: object) -> None:
    def count(size: int) -> int:
        text, phrases = make(size)  # type: ignore[operator]
        return steps(lambda counter: Phrases(phrases, count=counter).places(text, most=10))

    assert_nearly_linear(count, 300)
