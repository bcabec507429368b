"""Questions as people type them: which record or sentence comes first."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.linking.link import open_dossier
from tui.search.open import search_in_memory
from tui.search.query import Word
from tui.search.question_words import in_english
from tui.search.results import Hit
from tui.search.search import Search
from tui.search.superlatives import superlatives


def answer(hit: Hit) -> str:
    """The id of a record, or the sentence of a passage."""
    return hit.text if hit.entry.kind == "passage" else hit.entry.id


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("who owns solikamsk", "solikamsk-previous-owners solikamsk-transferred solikamsk-seized"),
        ("who runs the russian direct investment fund", "kirill-dmitriev"),
        ("who oversees the nuclear industry", "rosatom"),
        ("who is piyush goel", "piyush-goel"),
        ("putin's spokesman", "dmitry-peskov no-formal-agreements-signed both-nations-share-mutual"),
        ("who can set the price if russia sells to china", "chinese-buyers-significant-leverage"),
        ("which metals occur together with rare earths", "nickel vanadium elements-are-often-found"),
        ("who criticised tomtor", "tomtor-criticized criticized-delays-development-tomt vladimir-putin"),
        ("who says russia can process rare earths", "two-refineries-in-russia russia-refineries"),
        ("who says russia has two refineries", "two-refineries-in-russia russia-refineries"),
        ("how much gallium could russia make", "pikalevsky-gallium pikalevsky-gallium-potential"),
        ("gallium output if there is demand", "pikalevsky-gallium-potential"),
        ("how much did russia produce in 2024", "russia-production-2024"),
        ("how many refineries does russia have", "russia-refineries"),
        ("what is due in december", "roadmap-due"),
        ("what is due in february", "us-russia-deals-due"),
        ("when was kommersant founded", "kommersant-founded"),
        ("where is tomtor", "tomtor"),
        ("where is the seligdarskoe deposit", "seligdarskoye"),
        ("what percentage of the market does russia want", "russia-market-share-target"),
        ("is gallium a rare earth", "not-rare-earth-element gallium"),
        ("usa reserves", "us-reserves"),
        ("reserves in the US", "us-reserves"),
        ("usgs united states reserves", "us-reserves"),
        ("highest figure for russian rare earth reserves", "russia-reserves-industry"),
        ("smallest reserves of rare earths", "us-reserves"),
        ("which country has the largest reserves of rare earths", "china-reserves"),
        ("lowest figure for russia's share of world production", "russia-share-2024"),
        ("latest figure for russian production", "russia-production-2024"),
        ("earliest figure for russian production", "russia-production-2023"),
        ("first event at solikamsk", "solikamsk-seized"),
        ("most recent event at solikamsk", "solikamsk-transferred"),
        ("solikamsk timeline", "solikamsk-seized solikamsk-transferred"),
        ("earliest event", "kommersant-founded"),
        ("where does russia rank", "russia-reserves-rank russia-reserves-rank-others"),
        ("world total reserves", "world-reserves"),
        ("claims by lobusev", "no-dedicated-deposits elements-are-often-found much-material-ending-up"),
        ("compare russian reserves according to usgs and ministry", "far-exceeding-estimates-u"),
    ],
)
def test_the_answer_comes_first(search: Search, query: str, expected: str) -> None:
    assert answer(search.find(query, 3).hits[0]) in expected.split()


@pytest.mark.parametrize(
    "query",
    ["how much lithium does chile have", "who owns the kiruna mine", "what did macron say", "football results",
     "who won the world cup", "lynas mount weld", "who did it", "where to buy shoes", "WHO estimate"],
)  # fmt: skip
def test_a_question_on_another_subject_finds_nothing(search: Search, query: str) -> None:
    assert search.find(query).hits == ()


def test_a_short_word_of_a_question_is_not_a_beginning(search: Search) -> None:
    assert "gal" not in search.find("gal").missing
    assert search.find("who says gal exports rare earths").missing == ("gal",)


def test_a_short_word_is_found_in_its_inflections(search: Search) -> None:
    found = search.find("who met to discuss the rare earth industry", 5)
    assert found.missing == () and "meeting" in found.hits[0].text


def test_adjacent_words_answer_beside_an_unknown_one(search: Search) -> None:
    assert [hit.entry.id for hit in search.find("who fired zelensky over tariffs", 1).hits]
    assert not search.find("who fired tariffs", 1).hits


def test_function_words_count_alone_and_in_quotes(search: Search) -> None:
    assert all("who" in hit.text.lower() for hit in search.find("who", 5).hits if hit.entry.kind == "passage")
    assert search.find("who").hits
    assert [hit.text for hit in search.find('"to be a little"').hits if hit.entry.kind == "passage"]


def test_a_name_inside_the_name_of_a_claimant_is_not_the_subject(search: Search) -> None:
    whole = [hit.entry.id for hit in search.find("usa reserves kind:figure").hits if hit.has_all]
    assert whole == ["us-reserves"]


def test_hits_say_whether_they_have_all_words(search: Search) -> None:
    found = search.find("rosatom rostec nickel")
    assert found.first_with_some is not None
    assert [hit.has_all for hit in found.hits] == sorted((hit.has_all for hit in found.hits), reverse=True)
    assert not any(hit.has_all for hit in search.find("rosatom flumwicket").hits)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("largest", ("value", True, None)),
        ("biggest", ("value", True, None)),
        ("hottest", ("value", True, "hot")),
        ("deadliest", ("value", True, "deadly")),
        ("cheapest", ("value", False, "cheap")),
        ("most expensive", ("value", True, "expensive")),
        ("most passengers", ("value", True, None)),
        ("fewest", ("value", False, None)),
        ("latest", ("date", True, None)),
        ("most recent", ("date", True, None)),
        ("first", ("date", False, None)),
        ("most of russia", None),
        ("at most 12 percent", None),
        ("at least one", None),
        ("last week", None),
        ("interest", None),
        ("forest harvest", None),
    ],
)
def test_a_superlative_asks_for_an_order(words: str, expected: tuple[object, ...] | None) -> None:
    found = [(each.order.by, each.order.falls, each.adjective) for each in superlatives(words.split())]
    assert found == ([expected] if expected else [])


def test_a_superlative_counts_most_beside_all_other_words(search: Search) -> None:
    text = search.find("largest deposit in russia", 1).hits[0].text
    assert "Tomtor, the country’s largest rare earth deposit" in text


def test_a_superlative_is_a_word_like_others_in_a_filter(search: Search) -> None:
    assert search.find("smallest reserves").missing == ()
    assert search.filter("smallest reserves", {"figure"}).missing == ("smallest",)


FREIGHTER = """\
units: [m, km/h]
measures:
  - {id: altitude, name: cruise, unit: m}
  - {id: landing, name: touch-down, unit: km/h}
  - {id: aboard, name: travellers, unit: count}
  - {id: sink, name: descent, unit: m, per: min}
articles:
  - {id: a, file: a.txt, title: "[A]"}
entities:
  - {id: freighter, name: freighter, kind: product, aliases: [jet]}
figures:
  - {id: flown, measure: altitude, subject: freighter, sources: [{article: a, quote: 9000 metres, number: 9000 metres}]}
  - {id: landed, measure: landing, subject: freighter, sources: [{article: a, quote: 311 km/h, number: 311 km/h}]}
  - {id: travelled, measure: aboard, subject: freighter, sources: [{article: a, quote: 12 travellers, number: "12"}]}
  - {id: sunk, measure: sink, subject: freighter, sources: [{article: a, quote: 40 m per min, number: 40 m per min}]}
"""


def test_a_question_asks_for_what_a_unit_measures(folder: Callable[..., Path]) -> None:
    text = "The jet was at 9000 metres. It landed with 311 km/h. It had 12 travellers. It sank 40 m per min."
    search = search_in_memory(open_dossier(folder(FREIGHTER, a=text)))
    for question, expected in (
        ("how high was the freighter", ["flown"]),
        ("how many people were on the jet", ["travelled"]),
        ("how many metres was the jet up", ["flown"]),
        ("how fast was the freighter", ["landed", "sunk"]),
    ):
        hits = search.find(question, len(expected)).hits
        assert sorted(hit.entry.id for hit in hits) == sorted(expected), question
    assert search.find("speed jet kind:figure", 1).hits[0].entry.id in ("landed", "sunk")
    # A word that no text prints is searched in other words.
    found = search.find("how high was the airplane", 1)
    assert (found.hits[0].entry.id, found.corrected) == ("flown", {"airplane": "jet"})
    # A name finds what prints another name of the same.
    assert [hit.text for hit in search.find("freighter kind:passage").hits] == ["The jet was at 9000 metres."]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("russia vs china production", "china-production-2023 russia-production"),
        ("production 2023 china versus russia", "china-production-2023 russia-production-2023"),
        ("united states vs brazil reserves", "brazil-reserves us-reserves"),
        ("reserves of the world vs those of china", "china-reserves world-reserves"),
    ],
)
def test_what_is_compared_comes_first(search: Search, query: str, expected: str) -> None:
    assert sorted(hit.entry.id for hit in search.find(query, 2).hits if hit.has_all) == expected.split()


def test_what_has_no_figure_on_one_side_is_not_compared(search: Search) -> None:
    assert "those of Ukraine" in search.find("russia vs ukraine reserves", 1).hits[0].text
    assert search.find("russia vs lynas reserves", 1).missing == ("lynas",)
    assert search.find("reserves vs", 1).hits == search.find("vs reserves", 1).hits


def test_a_sentence_tells_figures_apart_in_a_question(folder: Callable[..., Path]) -> None:
    text = "The jet was at 9000 metres over the lake. It landed with 311 km/h. It had 12 travellers on the trip."
    search = search_in_memory(open_dossier(folder(FREIGHTER.replace("  - {id: sunk", "#"), a=text)))
    for word, expected in (("lake", "flown"), ("trip", "travelled")):
        assert search.find(f"what did the jet do on the {word} kind:figure", 1).hits[0].entry.id == expected
        assert [hit.entry.kind for hit in search.find(word).hits] == ["passage"]
    assert [hit.entry.id for hit in search.find("jet 12 kind:figure").hits if hit.has_all] == ["travelled"]


def test_a_question_is_asked_in_other_words_too(folder: Callable[..., Path]) -> None:
    articles = 'articles: [{id: a, file: a.txt, title: "[A]"}]\n'
    text = "The White House was told. The quake destroyed 94 homes. A spokesman denied it."
    search = search_in_memory(open_dossier(folder(articles, a=text)))
    for query, has_all in (("how many houses were destroyed", True), ("houses destroyed", False)):
        (hit,) = search.find(f"{query} kind:passage", 1).hits
        assert (hit.text, hit.has_all) == ("The quake destroyed 94 homes.", has_all)
    assert not search.passages("were houses destroyed", 1)


BUDGETS = """\
units: [USD, EUR, "%"]
measures:
  - {id: spending, name: outlays, unit: USD}
  - {id: spending-eur, name: outlays in other money, unit: EUR}
  - {id: spending-change, name: change of outlays, unit: "%", changes: true}
articles:
  - {id: a, file: a.txt, title: "[Arden and the strike]"}
entities:
  - {id: arden, name: Arden, kind: place}
  - {id: velden, name: Velden, kind: place}
figures:
  - {id: rose, measure: spending-change, subject: arden,
     sources: [{article: a, quote: rose 6 percent, number: 6 percent}]}
  - {id: arden-spent, measure: spending, subject: arden,
     sources: [{article: a, quote: USD 31 million, number: USD 31 million}]}
  - {id: arden-euros, measure: spending-eur, subject: arden,
     sources: [{article: a, quote: 29 million euros, number: 29 million euros}]}
  - {id: velden-spent, measure: spending, subject: velden,
     sources: [{article: a, quote: USD 40 million, number: USD 40 million}]}
"""


def test_a_question_asks_for_an_amount_its_change_or_its_unit(folder: Callable[..., Path]) -> None:
    text = "Arden’s outlays rose 6 percent to USD 31 million (29 million euros). In Velden they were USD 40 million."
    search = search_in_memory(open_dossier(folder(BUDGETS, a=text)))
    for question, expected in (
        ("how much are arden's outlays", "arden-spent"),
        ("how much did arden's outlays rise", "rose"),
        ("arden outlays in euros", "arden-euros"),
        ("how much were the outlays of arden during the strike", "arden-spent"),
        ("which place has the largest outlays", "velden-spent"),
        ("spending-eur arden", "arden-euros"),
        ("how fast are arden's outlays growing", "rose"),
    ):
        assert search.find(question, 1).hits[0].entry.id == expected, question
    # The title of its article does not say whom a figure is about.
    assert not any(hit.has_all for hit in search.find("velden arden outlays kind:figure").hits)


@pytest.mark.parametrize("question", ["how many people were killed", "how high is mount everest"])
def test_what_is_measured_answers_nothing_alone(search: Search, question: str) -> None:
    assert search.find(question).hits == ()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wie viele Tonnen hat China", "china-reserves"),
        ("wann wurde Kommersant gegründet", "kommersant-founded"),
        ("wie is Piyush Goel", "piyush-goel"),
        ("quand fut Kommersant", "kommersant-founded"),
        ("кто это Piyush Goel", "piyush-goel"),
        ("was there a meeting", "rare-earths-meeting"),
    ],
)
def test_question_words_of_other_languages(search: Search, query: str, expected: str) -> None:
    assert answer(search.find(query, 3).hits[0]) in expected.split()


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("comment on the lake", "comment on the lake"),
        ("che guevara lake", "che guevara lake"),
        ("comment va le lac", "how va lac"),
        ("chi guida la banca", "who guida banca"),
        ("wat is salt", "what salt"),
    ],
)
def test_question_words_that_are_english_too(query: str, asked: str) -> None:
    words = in_english([Word(word, (word,)) for word in query.split()])
    assert " ".join(word.keys[0] for word in words) == asked


def test_how_long_asks_for_years_too(folder: Callable[..., Path]) -> None:
    catalog = """\
units: [count]
measures:
  - {id: construction, name: construction time, unit: yr}
  - {id: homes, name: homes to build, unit: count}
articles: [{id: a, file: a.txt, title: "[A]"}]
entities: [{id: runway, name: runway, kind: facility}]
figures:
  - {id: years, measure: construction, subject: runway,
     sources: [{article: a, quote: takes seven years, number: seven years}]}
  - {id: houses, measure: homes, subject: runway, sources: [{article: a, quote: 300 homes, number: 300}]}
"""
    text = "Construction of the runway takes seven years. Then 300 homes are built beside the runway."
    search = search_in_memory(open_dossier(folder(catalog, a=text)))
    assert search.find("how long would it take to build the runway", 1).hits[0].entry.id == "years"
