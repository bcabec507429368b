"""Which words are of one family, and which are not."""

import pytest

from tui.search.families import family
from tui.search.question import FUNCTION_WORDS
from tui.search.search import Search
from tui.search.thesaurus import groups


@pytest.mark.parametrize(
    "words",
    [
        "smelter smelters smelting smelt",
        "annexation annexed annexing annex",
        "opacity opaque",
        "own owner owners owned owning ownership",
        "supply supplier suppliers supplies",
        "produce production producer producing",
        "process processing processor processes",
        "dominance dominates domination dominant",
        "criticise criticize criticised criticism",
        "explore exploration exploring",
        "agree agreement agreed",
        "depend dependence dependent dependency",
        "constrain constraint constrained",
        "refine refinery refineries refiner",
        "negotiate negotiation negotiating negotiator",
        "expand expansion",
        "decide decision",
        "removal remove removed",
        "consume consumption consumer",
        "competition competitor compete",
        "vulnerability vulnerable",
        "vaccine vaccination vaccinated",
        "seizure seize seized",
        "failure fail failing",
        "detention detain detained",
        "sue sued sues suing",
        "die died dying",
        "use used using user",
        "mine mining miner miners",
        "store storage storing",
        "trade trader trading",
        "deliver delivered delivering delivery",
        "spokesman spokeswoman spokespeople spokesperson",
    ],
)
def test_words_of_one_family(words: str) -> None:
    assert len({family(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    ["capacity capability", "important import", "critical criticized", "party part", "station state", "number numb",
     "minister ministry", "million mill", "pressure press", "country county", "news new", "metal met",
     "policy police", "путина путин", "planner plane", "care career", "according accord", "public publication",
     "warrant war", "comment commence", "import importance", "current cure"],
)  # fmt: skip
def test_words_of_two_families(pair: str) -> None:
    one, other = pair.split()
    assert family(one) != family(other)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("smelters", "smelting"),
        ("annexation", "annexed"),
        ("opacity", "opaque"),
        ("vulnerable", "vulnerability"),
        ("capacities", "capabilities"),
        ("outputs", "produces"),
    ],
)
def test_a_word_finds_its_family_and_synonyms(search: Search, typed: str, printed: str) -> None:
    found = search.find(f"{typed} kind:passage")
    assert not found.missing and not found.corrected
    assert any(printed in hit.text and hit.marks for hit in found.hits)


def test_synonyms_hold_no_function_words() -> None:
    found = [group for group in groups() if len(group) < 2 or not FUNCTION_WORDS.isdisjoint(group)]
    assert found == []


def test_a_word_does_not_exclude_its_family(search: Search) -> None:
    assert "tomtor-criticized" in {hit.entry.id for hit in search.find("tomtor -criticism").hits}
