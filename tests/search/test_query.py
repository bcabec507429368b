"""The query language, as a person types it."""

from collections.abc import Callable

import pytest

from tui.dossier.dossier import Dossier
from tui.search.open import search_in_memory
from tui.search.query import QueryError, parse
from tui.search.search import Search


def found(search: Search, query: str, kind: str | None = None) -> set[str]:
    """The ids of all that a query finds, or of one kind."""
    return {hit.entry.id for hit in search.find(query).hits if kind in (None, hit.entry.kind)}


def texts(search: Search, query: str) -> set[str]:
    """The passages that a query finds."""
    return {hit.text for hit in search.find(query).hits if hit.entry.kind == "passage"}


def test_words_match_in_any_order(search: Search) -> None:
    there, back = search.find("reserves of Ukraine"), search.find("ukraine of reserves")
    assert there.hits == back.hits
    assert any("surpass those of Ukraine" in hit.text for hit in there.hits)


@pytest.mark.parametrize(
    ("phrase", "stands_in"),
    [
        ('"far more"', "“far more” reserves than Ukraine"),
        ("“far more”", "“far more” reserves than Ukraine"),
        ('"Far More', "“far more” reserves than Ukraine"),
        ('"US Geological Survey"', "US Geological Survey (USGS)"),
        ('"u.s. geological survey"', "U.S. Geological Survey"),
        ('"million tons of rare earth metal"', "28 million tons of rare earth metal"),
        ('"28 mn tons of rare earth"', "28 million tons of rare earth"),
        ('"totaling 28.5 million"', "totaling 28.5 million tons"),
        ('"tensions > 3"', ""),
        ('"over: 12%"', ""),
    ],
)
def test_a_phrase_matches_consecutive_words(search: Search, phrase: str, stands_in: str) -> None:
    passages = texts(search, phrase)
    assert bool(passages) == bool(stands_in)
    assert not stands_in or any(stands_in in passage for passage in passages)


@pytest.mark.parametrize(
    "phrase", ['"more far"', '"tons million"', '"5 million"', '"rosatm"', '"rare eart"', '"earths rare"']
)
def test_a_phrase_is_exact(search: Search, phrase: str) -> None:
    assert search.find(phrase).total == 0


@pytest.mark.parametrize("query", ["28.5 mt", "28.5mt", "28.5 MT", "28.5 megaTONNES"])
def test_a_unit_in_another_case_comes_before_a_name(search: Search, query: str) -> None:
    first, *_ = search.find(query).hits
    assert first.entry.id == "russia-reserves-ministry" and first.score > 80


def test_letters_after_a_number_are_a_word_of_their_own_if_they_are_printed_apart(
    linked: Callable[..., Dossier],
) -> None:
    search = search_in_memory(linked("", a="It has 12 V today. A 12V motor turns. Both take 100 MHz and 802.11n."))
    assert texts(search, "12V") == {"A 12V motor turns."}
    assert texts(search, "100MHz") == texts(search, "802.11n") == {"Both take 100 MHz and 802.11n."}


def test_a_name_beside_a_number_in_words_stays_a_word(search: Search) -> None:
    assert [word.written for word in parse("28.5 tomtor", search.index).words] == ["28.5", "tomtor"]


def test_a_threshold_in_quotes_is_a_phrase(search: Search) -> None:
    assert parse('">100mt"', search.index).thresholds == ()
    assert [phrase.written for phrase in parse('">100mt"', search.index).phrases] == [">100mt"]
    assert found(search, '">28.5mt"', "figure") == {"russia-reserves-ministry"}


@pytest.mark.parametrize(("query", "expected"), [(".64%", {"russia-share-2024"}), (".95%", set())])
def test_a_number_may_begin_with_its_point(search: Search, query: str, expected: set[str]) -> None:
    assert found(search, query, "figure") == expected


@pytest.mark.parametrize("leaving_out", ["-china", "not:china", "-China", '-"china"', 'not:"China"'])
def test_a_word_is_excluded(search: Search, leaving_out: str) -> None:
    shown = texts(search, f"production {leaving_out}")
    assert any("gallium" in text for text in shown)
    assert not any("China" in text for text in shown)
    assert any("China" in text for text in texts(search, "production"))


def test_a_phrase_is_excluded(search: Search) -> None:
    assert "russia-rare-metals-reserves" in found(search, "reserves russia", "figure")
    assert "russia-rare-metals-reserves" not in found(search, 'reserves russia -"rare metals"', "figure")


def test_excluding_a_number_keeps_other_numbers(search: Search) -> None:
    assert found(search, "reserves -44m", "figure") == found(search, "reserves", "figure") - {"china-reserves"}


def test_only_an_excluded_word_finds_everything_else(search: Search, dossier: Dossier) -> None:
    with_it, without = found(search, "russia", "figure"), found(search, "-russia", "figure")
    assert not with_it & without
    assert with_it | without == set(dossier.figures)


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ("kind:facility", {"solikamsk-plant", "pikalevsky-plant"}),
        ("kind:Facility kind:entity solikamsk", {"solikamsk-plant"}),
        ("kind:facility kind:figure", set()),
        ("kind:entity tomtor -kind:unnamed", {"tomtor"}),
        ("kind:event rosatom", {"solikamsk-seized", "solikamsk-transferred"}),
        ("KIND:Event rosatom", {"solikamsk-seized", "solikamsk-transferred"}),
        ("kind:figure measure:demand", {"russia-demand"}),
        ("kind:figure subject:china by:usgs", {"china-reserves", "china-production-2023"}),
        ("kind:figure material:gallium", {"pikalevsky-gallium", "pikalevsky-gallium-potential"}),
        ("kind:figure by:kremlin", {"russia-market-share-target"}),
        ("kind:figure by:USGS year:2023", {"russia-production-2023", "china-production-2023"}),
        ("kind:figure year:2024", {"russia-production-2024", "russia-share-2024"}),
        ("kind:event year:2022", {"solikamsk-seized"}),
        ("kind:event entity:tomtor", {"tomtor-criticized"}),
        ("kind:figure entity:rusal", {"pikalevsky-gallium-potential"}),
        ("kind:article entity:greenland", {"a-russia-aims"}),
        ("kind:article entity:moscow-times", {"a-moscow-times"}),
        ("kind:figure article:a-moscow-times subject:russia material:rare-metals -1%", {"russia-rare-metals-reserves"}),
        ("kind:entity article:a-russia-aims greenland", {"greenland"}),
        ("kind:entity article:a-moscow-times greenland", set()),
        ('kind:figure measure:"demand"', {"russia-demand"}),
        ("-kind:passage -kind:event -kind:figure -kind:claim rosatom", {"rosatom"}),
        ("not:kind:passage not:kind:entity not:kind:claim rosatom", {"solikamsk-seized", "solikamsk-transferred"}),
        ("-by:usgs kind:figure year:2023", set()),
    ],
)
def test_all_filters_hold(search: Search, filters: str, ids: set[str]) -> None:
    assert found(search, filters) == ids


@pytest.mark.parametrize(
    ("filters", "passage"),
    [
        ("kind:text subject:china measure:production", "China’s 240,000 tons"),
        ("kind:passage subject:china measure:production", "China’s 240,000 tons"),
        ("kind:passage entity:greenland", "interest in Greenland"),
        ("kind:passage by:rusal", "expanded to 41 tons"),
        ("kind:passage >600Mt", "658 million metric tons"),
    ],
)
def test_a_passage_passes_the_filters_of_its_figures(search: Search, filters: str, passage: str) -> None:
    (hit,) = search.find(filters).hits
    assert passage in hit.text


@pytest.mark.parametrize(
    ("quantity", "ids"),
    [
        (">100Mt", {"russia-rare-metals-reserves", "world-reserves"}),
        ("over:100Mt", {"russia-rare-metals-reserves", "world-reserves"}),
        ("> 100 million tonnes", {"russia-rare-metals-reserves", "world-reserves"}),
        (">110Mt", {"russia-rare-metals-reserves"}),
        (">100,000kt", {"russia-rare-metals-reserves", "world-reserves"}),
        ("<2500t", {"pikalevsky-gallium", "pikalevsky-gallium-potential"}),
        ("under:2500t", {"pikalevsky-gallium", "pikalevsky-gallium-potential"}),
        ("UNDER:2.5kt", {"pikalevsky-gallium", "pikalevsky-gallium-potential"}),
        ("~3.8Mt", {"russia-reserves-usgs"}),
        ("~4Mt", {"russia-reserves-usgs"}),
        ("~3.9Mt", set()),
        ("~28Mt", {"russia-reserves-ministry-28"}),
        ("~28.5 million t", {"russia-reserves-ministry"}),
        ("~40t", {"pikalevsky-gallium-potential"}),
        ("~30t", set()),
        ("<1%", {"russia-share-2024", "russia-share-below-1"}),
        ("<0.7%", {"russia-share-2024"}),
        (">28.5Mt <100Mt", {"russia-reserves-industry", "china-reserves"}),
        (">2600t <3100t", {"russia-demand"}),
        ("by:rusal >40", {"pikalevsky-gallium-potential"}),
        ("by:rusal >41", set()),
        ("subject:brazil <21000001", {"brazil-reserves"}),
        ("measure:refineries ~2", {"russia-refineries"}),
    ],
)
def test_a_quantity_compares_values(search: Search, quantity: str, ids: set[str]) -> None:
    assert found(search, f"kind:figure {quantity}") == ids


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("kind:figures", "kind:figure"),
        ("kind:companies", "kind:company"),
        ("kind:", "kind:figure"),
        ("article:cnbc", "article:a-russia-aims"),
        ("entity:rosatm", "entity:rosatom"),
        ("entity:zzzzzz", "there is: entity:"),
        ("measure:reserve", "measure:reserves"),
        ("subject:chnia", "subject:china"),
        ("material:galium", "material:gallium"),
        ("by:ussgs", "by:usgs"),
        ("by:rosatom", "by:experts"),
        ("subject:moscow-times", "subject:"),
        ("-by:ussgs", "by:usgs"),
        ("by:", "by:experts"),
        ("year:20x4", "year:2024"),
        ("year:24", "year:2024"),
        ("year:1990", "year:1989"),
        ("year:2099", "nearest: year:2030"),
        (">3km", "“3km” is not a quantity"),
        ("measures:reserves", "“measures:” is not a filter; nearest: measure:"),
        ("-knid:figure", "“knid:” is not a filter; nearest: kind:"),
        ('Artcle:"a-russia-aims"', "“artcle:” is not a filter; nearest: article:"),
        ("over:many", "“many” is not a quantity"),
        ("under:1,2,34t", "“1,2,34t” is not a quantity"),
        ("~3.8.9Mt", "“3.8.9mt” is not a quantity"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_the_nearest(search: Search, query: str, says: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(f"putin {query}", search.index)
    assert says.lower() in str(error.value).lower()


def test_the_nearest_come_first_and_are_several(search: Search) -> None:
    with pytest.raises(QueryError, match=r"nearest: measure:reserves, measure:.*reserve"):
        parse("measure:reserve", search.index)


@pytest.mark.parametrize(
    "text",
    [
        "https://a.org",
        "title:putin",
        "said:",
        "-",
        "--",
        '"',
        '""',
        "not:",
        "~",
        "<",
        ">",
        "''",
        ":",
        "::",
        "a:",
        "—",
        "()",
        "\N{ZERO WIDTH SPACE}",
        "9" * 60,
    ],
)
def test_any_text_is_a_query(search: Search, text: str) -> None:
    assert search.find(text).total >= 0
    assert search.find(f"rosatom {text}").total >= 0


def test_an_empty_query_finds_nothing(search: Search) -> None:
    assert search.find("").total == search.find("   ").total == 0


def test_an_unknown_key_is_two_words(search: Search) -> None:
    assert found(search, "rosatom:nuclear") == found(search, "rosatom nuclear") != set()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("$12.5", "It cost $12.50."),
        ("12.50 dollars", "It cost $12.50."),
        ("USD 12.50", "It cost $12.50."),
        ("3.2m euros", "They paid EUR 3.2 million."),
        ("€3.2 million", "They paid EUR 3.2 million."),
        ('"€3.2m"', "They paid EUR 3.2 million."),
        ("€12.50", ""),
        ("$3.2m", ""),
        ("12.5", "It cost $12.50."),
    ],
)
def test_money_is_found_however_it_is_written(linked: Callable[..., Dossier], query: str, expected: str) -> None:
    search = search_in_memory(linked("units: [USD, EUR]", a="It cost $12.50. They paid EUR 3.2 million. It was US."))
    assert [hit.text for hit in search.find(f"{query} kind:passage").hits] == [*filter(None, [expected])]


@pytest.mark.parametrize("query", [">100mt", "over:100mt", "> 100 MT", ">100,000KT"])
def test_the_unit_of_a_threshold_may_be_in_another_case(search: Search, query: str) -> None:
    assert found(search, query, "figure") == found(search, ">100Mt", "figure") != set()


@pytest.mark.parametrize(
    ("query", "expected"),
    [(">1.5 °C", {"hot", "rise"}), ("<5 °C", {"rise"}), ("~2 °C", {"rise"}), (">30 °C", {"hot"}), (">80 °F", {"hot"})],
)
def test_degrees_find_temperatures_and_differences(
    linked: Callable[..., Dossier], query: str, expected: set[str]
) -> None:
    catalog = """\
measures:
  - {id: temperature, name: temperature, unit: °C}
  - {id: warming, name: warming, unit: °C, changes: true}
entities:
  - {id: arkania, name: Arkania, kind: country}
figures:
  - {id: hot, measure: temperature, subject: arkania, sources: [{article: a, quote: was 31 °C, number: 31 °C}]}
  - {id: rise, measure: warming, subject: arkania, sources: [{article: a, quote: warmed by 2 °C, number: 2 °C}]}
"""
    search = search_in_memory(linked(catalog, a="It was 31 °C in Arkania. Arkania warmed by 2 °C."))
    assert found(search, query, "figure") == expected
