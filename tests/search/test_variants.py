"""Which words have the same stem or skeleton, and which do not."""

import pytest

from tui.search.variants import skeleton, stem


@pytest.mark.parametrize(
    "forms",
    [
        "delay delays delayed delaying",
        "mine mines mined mining",
        "supply supplies supplied supplying",
        "plan plans planned planning",
        "country countries",
        "process processes processed processing",
        "say says said saying",
        "hold holds held holding",
        "sell sells sold selling",
        "agree agrees agreed agreeing",
        "reserve reserves reserved",
        "refinery refineries",
        "vulnerability vulnerabilities",
    ],
)
def test_inflections_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    ["news new", "king kin", "string str", "us use", "series serie", "evening even", "need ned", "university universal",
     "production product", "minister ministry", "Росатом росатом", "thing th", "gas ga"],
)  # fmt: skip
def test_different_words_have_different_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    "spellings",
    [
        "tomtorskoe tomtorskoye tomtorskoje",
        "dmitriev dmitriyev dmitryev dmitriew",
        "yakutia jakutia iakutiya yakutiya",
        "zelensky zelenskyy zelenskiy zelenskii zelenskij",
        "zaporozhye zaporojie zaporozhie",
        "khrushchev hrushchev khruschev",
        "sergei sergey sergej",
        "yeltsin eltsin jelcin",
        "rossiya rosiya rossia",
        "kommersant komersant",
        "chuktukonskoye chuktukonskoe tchuktukonskoje",
        "gorbachev gorbachyov",
        "smirnov smirnoff",
        "aleksei alexei alexey",
    ],
)
def test_spellings_of_a_name_have_one_skeleton(spellings: str) -> None:
    assert len({skeleton(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["tomtor tumtor", "rosatom rostec", "putin pushkin", "kolsky polsky", "irkutsk yakutsk"]
)
def test_different_names_have_different_skeletons(pair: str) -> None:
    one, other = pair.split()
    assert skeleton(one) != skeleton(other)
