"""Which words have the same stem or skeleton, and which do not."""

import pytest

from tui.search.variants import attached, skeleton, stem


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
        "price prices priced pricing",
        "quote quotes quoted quoting",
        "stop stops stopped stopping",
        "bus buses",
        "tax taxes taxed taxing",
    ],
)
def test_inflections_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    ["news new", "king kin", "string str", "us use", "series serie", "evening even", "need ned", "university universal",
     "production product", "minister ministry", "plan plane", "planned planing", "fare far", "war ware", "mill mile",
     "cut cute", "Росатом росатом", "thing th", "gas ga"],
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
        "путин putin",
        "щербаков shcherbakov",
        "зеленськии zelenskyy",
        "ελλαδα ellada",
        "μητσοτακησ mitsotakis",
        "παπανδρεου papandreou",
        "ευρωπη evropi",
        "ευτυχια eftychia",
        "երևան yerevan",
    ],
)
def test_spellings_of_a_name_have_one_skeleton(spellings: str) -> None:
    assert len({skeleton(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "путин pushkin",
        "ελλαδα elena",
        "tomtor tumtor",
        "rosatom rostec",
        "putin pushkin",
        "kolsky polsky",
        "irkutsk yakutsk",
    ],
)
def test_different_names_have_different_skeletons(pair: str) -> None:
    one, other = pair.split()
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("word", "printed"),
    [("חברה", "והחברה"), ("חברה", "שבחברה"), ("شركه", "والشركه"), ("شركه", "للشركه"), ("شركه", "بشركه")],
)
def test_prefixes_are_written_onto_words(word: str, printed: str) -> None:
    assert printed in attached(word) and word not in attached(word)


@pytest.mark.parametrize("word", ["rosatom", "росатом", "포스코"])
def test_other_scripts_write_no_prefixes_onto_words(word: str) -> None:
    assert attached(word) == []
