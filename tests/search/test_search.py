"""What a search finds, in which order, and what it marks."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Linked
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.search.open import search_in_memory
from tui.search.results import Hit
from tui.search.search import Search


def ids(search: Search, query: str) -> list[str]:
    """The ids that a query finds, best first."""
    return [hit.entry.id for hit in search.find(query).hits]


def marked(hit: Hit) -> set[str]:
    """The words of a hit's text that matched."""
    return {hit.text[mark.start : mark.end] for mark in hit.marks}


def title_marked(hit: Hit) -> set[str]:
    """The words of a hit's title that matched."""
    return {hit.entry.title[mark.start : mark.end] for mark in hit.title_marks}


# Finding


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Rosatom", "rosatom"),
        ("rosatom’s", "rosatom"),
        ("ROSATOM", "rosatom"),
        ("Росатом", "rosatom"),
        ("US", "united-states"),
        ("u.s.", "united-states"),
        ("USA", "united-states"),
        ("Türkiye usgs", "usgs"),
        ("Zelenskyy", "volodymyr-zelensky"),
        ("Zaporizhzhia", "zaporozhye"),
        ("レアアース", "rare-earths"),
        ("rare-earths", "rare-earths"),
        ("geological survey", "usgs"),
        ("survey geological", "usgs"),
        ("44m", "china-reserves"),
        ("44 mn tonnes", "china-reserves"),
        ("44,000,000 t", "china-reserves"),
        ("44 Mt", "china-reserves"),
        ("seven tons", "pikalevsky-gallium"),
        ("7 tonnes", "pikalevsky-gallium"),
        ("12 percent", "russia-market-share-target"),
        ("12 %", "russia-market-share-target"),
        ("240 thousand", "china-production-2023"),
        ("2500 to 3000 tons", "russia-demand"),
    ],
)
def test_the_expected_hit_comes_first(search: Search, query: str, first: str) -> None:
    assert ids(search, query)[0] == first


@pytest.mark.parametrize("query", ["2600", "2,600", "2.6k", "2600 tons", "2.6 kt", "2 600"])
def test_a_number_is_found_however_it_is_typed(search: Search, query: str) -> None:
    figures = [hit.entry.id for hit in search.find(query).hits if hit.entry.kind == "figure"]
    assert figures == ["russia-production", "russia-production-2023"]


@pytest.mark.parametrize("query", ["fifth", "5th"])
def test_a_rank_is_found_in_words_and_digits(search: Search, query: str) -> None:
    assert set(ids(search, query)[:2]) == {"russia-reserves-rank", "russia-reserves-rank-others"}


@pytest.mark.parametrize(
    ("beginning", "whole"),
    [("ros", "rosatom"), ("tomtorsk", "tomtor"), ("kurch", "kurchatov-institute"), ("nuc", None)],
)
def test_the_beginning_of_a_word_finds_it(search: Search, beginning: str, whole: str | None) -> None:
    found = search.find(beginning)
    assert found.total and not found.corrected
    assert whole is None or whole in [hit.entry.id for hit in found.hits]


@pytest.mark.parametrize("part", ["osat", "satom", "omtor", "osato", "ussia", "ublic", "8538"])
def test_the_inner_part_of_a_word_finds_nothing(search: Search, part: str) -> None:
    found = search.find(part)
    assert found.hits == () and found.corrected == {}
    assert found.missing == (part,)


@pytest.mark.parametrize("part", ["26", "60", "240", "3.80001", "8 million", "4", "0.6", "20"])
def test_a_part_of_a_number_is_another_number(search: Search, part: str) -> None:
    assert search.find(part).hits == ()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("rosatm", "Rosatom"),
        ("rosattom", "Rosatom"),
        ("rosatmo", "Rosatom"),
        ("rozatom", "Rosatom"),
        ("tomtpr", "Tomtor"),
        ("lovoozerskoje", "Lovoozerskoye"),
        ("dmitirev", "Dmitriev"),
        ("chuktokonskaye", "Chuktukonskoye"),
        # A letter too many at the end, which leaves the same stem, and is not an inflection.
        ("tomtorr", "Tomtor"),
        ("tomtore", "Tomtor"),
        # Also known as Dmitrijew, which no text has.
        ("Dmitrijev", "Dmitriev"),
        ("Zashikhinskoyje", "Zashikhinskoye"),
    ],
)
def test_a_typo_is_corrected_and_reported(search: Search, typed: str, shown: str) -> None:
    found = search.find(typed)
    assert found.corrected == {typed: shown}
    assert found.missing == ()
    assert any(shown in title_marked(hit) | marked(hit) for hit in found.hits)


@pytest.mark.parametrize(
    "typed", ["rso", "tns", "xyz", "rxsxtxm", "qwertyuiop", "2601", "3.9 million", "44.1m", "13%", "a88539"]
)
def test_an_unknown_word_finds_nothing(search: Search, typed: str) -> None:
    found = search.find(typed)
    assert found.hits == () and found.total == 0
    assert found.corrected == {}
    assert " ".join(found.missing) == typed


def test_a_correction_beside_a_known_word_is_reported(search: Search) -> None:
    found = search.find("tomtorr deposit")
    assert found.corrected == {"tomtorr": "Tomtor"}
    assert found.hits[0].entry.id == "tomtor"


@pytest.mark.parametrize(("typed", "meant"), [("tomztqr", "Tomtor"), ("glalim", "gallium"), ("xyzzyq", None)])
def test_two_errors_in_a_short_word_are_only_suggested(search: Search, typed: str, meant: str | None) -> None:
    found = search.find(typed)
    assert found.hits == () and found.missing == (typed,)
    assert meant is None or meant in found.suggested[typed]
    assert meant is not None or not found.suggested


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Sport and sport. Sport again. They support it.", "spport", "support"),
        ("The existing one exists. It exists.", "existting", "existing"),
        ("Grab it, grab the garbage.", "grabage", "garbage"),
        ("The hidden one. We hide it.", "hiden", "hidden"),
        ("It is stated. The implementations differ.", "implmenetaions", "implementations"),
    ],
)
def test_the_likelier_spelling_comes_first(linked: Linked, text: str, typed: str, shown: str) -> None:
    search = search_in_memory(linked("", a=text.replace(". ", ".\n")))
    assert shown in search.find(typed).hits[0].text.lower()


def test_a_short_word_is_not_corrected_among_unknown_ones(search: Search) -> None:
    assert search.find("rusol").corrected == {"rusol": "Rusal"}
    found = search.find("flumwicket rusol")
    assert found.missing == ("flumwicket", "rusol") and found.hits == ()


@pytest.mark.parametrize("inflected", ["delayed", "delaying", "mined", "refinery", "planned", "processed"])
def test_an_inflection_is_not_a_correction(search: Search, inflected: str) -> None:
    found = search.find(inflected)
    assert found.hits and found.corrected == {}


def test_a_known_word_is_not_corrected(search: Search) -> None:
    # “Tram” is one letter from “Trump”, and “trum” begins it.
    assert search.find("trum").corrected == {}
    assert search.find("trunp").corrected == {"trunp": "Trump"}


def test_other_words_are_searched_if_one_is_unknown(search: Search) -> None:
    found = search.find("tungsten december deadline")
    assert found.missing == ("tungsten",)
    assert found.hits[0] == search.find("december deadline").hits[0]


def test_the_rest_is_searched_if_it_is_a_name(search: Search) -> None:
    assert search.find("tungsten rosatom").hits == search.find("rosatom").hits != ()


@pytest.mark.parametrize("typed", ["tungsten demand zinc", "price of tungsten", "how much zinc is exported"])
def test_little_beside_unknown_words_finds_nothing(search: Search, typed: str) -> None:
    assert search.find(typed).hits == ()


def test_only_unknown_words_find_nothing(search: Search) -> None:
    found = search.find("tungsten zinc kind:figure")
    assert found.missing == ("tungsten", "zinc")
    assert found.hits == ()


def test_hits_with_all_words_come_before_hits_with_some(search: Search) -> None:
    held = [len({"Rosatom", "Rostec", "Nickel"} & marked(hit)) for hit in search.find("rosatom rostec nickel").hits]
    assert held[0] == 3 > held[-1]
    scores = [hit.score for hit in search.find("rosatom rostec nickel").hits]
    complete = [score >= 40 for score in scores]
    assert complete[0] and not complete[-1] and complete == sorted(complete, reverse=True)


def test_hits_with_some_words_are_left_out_if_many_have_all(search: Search) -> None:
    hits = search.find("rare earth russia").hits
    assert len(hits) > 10
    assert sum(hit.has_all for hit in hits) > len(hits) / 2
    whole = {hit.entry.id for hit in search.find("rare earth russia", None).hits}
    assert whole <= {hit.entry.id for hit in search.find("rare earth").hits}


def test_the_limit_does_not_change_the_total(search: Search) -> None:
    every = search.find("russia")
    some = search.find("russia", 3)
    assert some.hits == every.hits[:3]
    assert some.total == every.total == len(every.hits) > 3


def test_a_word_in_a_script_without_spaces_is_found_inside_its_line(search: Search) -> None:
    (hit,) = [hit for hit in search.find("鉱床").hits if hit.entry.kind == "passage"]
    assert "鉱床" in hit.text


def test_measures_are_found_only_by_a_filter(search: Search) -> None:
    assert "reserves" not in ids(search, "reserves")
    assert search.filter("reserves", ["measure"]).ids == {"reserves", "reserves-rank", "metals-in-reserve"}
    assert search.filter("measure:demand", ["measure"]).ids == {"demand"}


def test_a_list_is_narrowed_by_all_of_the_words(search: Search) -> None:
    assert search.filter("putin tomtor", ["event"]).ids == {"tomtor-criticized"}
    # A passage holds all three of the words, and no event does.
    assert search.filter("putin tomtor zashikhinskoye", ["event"]).ids == set()
    nowhere = search.filter("putin tomtor tungsten", ["event"])
    assert (nowhere.ids, nowhere.missing) == ({"tomtor-criticized"}, ("tungsten",))


# Ranking


@pytest.mark.parametrize(
    ("query", "before", "after"),
    [
        pytest.param("china", "china", "china-reserves", id="name before label"),
        pytest.param("china", "china-reserves", "seeds/000_fda5c9e7226478e6.txt:3:1", id="label before passage"),
        pytest.param("putin", "vladimir-putin", "a-moscow-times", id="name before title"),
        pytest.param("kremlin", "a-kremlin-talks", "kremlin-confirms-talks", id="title before label"),
        pytest.param("production", "a-russia-aims", "russia-production-2024", id="title before figure label"),
        pytest.param("nickel", "nickel", "norilsk-nickel", id="whole name before part of a name"),
        pytest.param("rare earths", "rare-earths", "heavy-rare-earths", id="whole name before a longer one"),
        pytest.param("tomtor", "tomtor", "tomtor-operator", id="name before another name that holds it"),
        pytest.param("united states", "united-states", "usgs", id="whole name before its beginning"),
        pytest.param("getty images", "getty-images", "getty-images-news", id="whole name of two"),
        pytest.param("export", "trump-xi-agreement", "china-export-limits", id="word before its beginning"),
        pytest.param('"rare earth metals"', "rare-earths", "a-moscow-times", id="phrase: name before title"),
        pytest.param('"rare earth metals"', "a-moscow-times", "talks-started", id="phrase: title before label"),
        pytest.param('"rare earth metals"', "talks-started", "russia-reserves-usgs", id="phrase: label before detail"),
    ],
)
def test_one_comes_before_another(search: Search, query: str, before: str, after: str) -> None:
    order = ids(search, query)
    assert order.index(before) < order.index(after)


def test_kinds_are_ordered_by_the_weight_of_their_fields(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(
        folder(
            """
units: [{id: t, name: tonne, written: [tons]}]
measures: [{id: output, name: zircon output, unit: t}]
articles: [{id: a, file: a.txt, title: "[Zircon today]"}]
entities:
  - {id: zircon, name: Zircon, kind: material}
  - {id: zircon-works, name: Zircon Works of the Far North, kind: company}
figures:
  - id: output-now
    measure: output
    subject: zircon-works
    sources: [{article: a, quote: makes 5 tons, number: 5 tons}]
""",
            a="Nothing else.\nZircon Works of the Far North makes 5 tons.\n",
        )
    )
    found = [(hit.entry.kind, hit.entry.id) for hit in search_in_memory(dossier).find("zircon").hits]
    assert found == [
        ("entity", "zircon"),
        ("entity", "zircon-works"),
        ("article", "a"),
        ("figure", "output-now"),
        ("passage", "a.txt:2:1"),
    ]


def test_numbers_are_searched_in_each_language_of_the_dossier(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(
        folder(
            """
units: [{id: t, name: tonne, written: [tons, Tonnen]}]
measures: [{id: output, name: output, unit: t}]
articles:
  - {id: a, file: a.txt, title: "[a]", language: en}
  - {id: b, file: b.txt, title: "[b]", language: de}
entities: [{id: zork, name: Zork, kind: company}]
figures:
  - {id: small, measure: output, subject: zork, sources: [{article: a, quote: Zork makes 3.5 tons, number: 3.5 tons}]}
  - id: large
    measure: output
    subject: zork
    sources: [{article: b, quote: Zork hat 3.500 Tonnen, number: 3.500 Tonnen}]
""",
            a="Zork makes 3.5 tons.\n",
            b="Zork hat 3.500 Tonnen.\nEs sind 3,5 Mio. Tonnen.\n",
        )
    )
    search = search_in_memory(dossier)

    def found(query: str) -> list[str]:
        return sorted(hit.entry.id for hit in search.find(query).hits)

    assert found("3500t") == ["b.txt:1:1", "large"]
    assert found("3,5 Millionen Tonnen") == ["b.txt:2:1"]
    # As German it is 3,500, as English 3.5: both are searched, as words and as quantities.
    assert found("3.500 t") == ["a.txt:1:1", "b.txt:1:1", "large", "small"]
    assert found("kind:figure >3.000t") == ["large", "small"]
    assert found("kind:figure >4.000t") == ["large"]
    assert found("kind:figure ~3.500t") == ["large", "small"]


def test_an_exact_word_scores_higher_than_a_misspelling(search: Search) -> None:
    right, wrong = search.find("rosatom").hits[0], search.find("rosatm").hits[0]
    assert (right.entry.id, wrong.entry.id) == ("rosatom", "rosatom")
    assert 100 == right.score > wrong.score


def test_words_close_together_score_higher_than_words_far_apart(search: Search) -> None:
    hits = [hit for hit in search.find("rare earth deposits").hits if hit.entry.kind == "passage"]
    assert "rare earth deposits" in hits[0].text
    assert any("rare earth deposits" not in hit.text for hit in hits)


@pytest.mark.parametrize(
    "query", ["russia", "rare earth", "putin trump", "44m", "rosatm", "kind:figure", "-russia", '"rare earth"']
)
def test_scores_descend_from_at_most_100(search: Search, query: str) -> None:
    scores = [hit.score for hit in search.find(query).hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_the_same_query_has_the_same_result(dossier: Dossier, search: Search) -> None:
    assert ids(search_in_memory(dossier), "russia reserves") == ids(search, "russia reserves")


# Where it is


@pytest.mark.parametrize(
    "query", ["russia", "rare earth metals", "44m", "rosatm", "トランプ", "said", '"in the"', "u.s."]
)
def test_a_passage_is_exactly_its_span_of_the_file(search: Search, dossier: Dossier, query: str) -> None:
    passages = [hit for hit in search.find(query).hits if hit.entry.kind == "passage"]
    assert passages
    for hit in passages:
        assert hit.entry.article and hit.entry.span
        text = (dossier.catalog.parent / dossier.articles[hit.entry.article].file).read_bytes().decode()
        assert hit.text == text[hit.entry.span.start : hit.entry.span.end]
        line = text.count("\n", 0, hit.entry.span.start) + 1
        column = hit.entry.span.start - (text.rfind("\n", 0, hit.entry.span.start) + 1) + 1
        assert hit.entry.id == f"{dossier.articles[hit.entry.article].file}:{line}:{column}"


def test_a_record_shows_the_sentence_of_its_first_source(search: Search, dossier: Dossier) -> None:
    for hit in search.find("kind:figure russia").hits:
        first = dossier.figures[hit.entry.id].sources[0]
        assert hit.entry.article == first.article and hit.entry.span == first.number
        document = dossier.documents[first.article]
        assert hit.text == document[document.sentence_around(first.number)]
        assert document[first.number] in hit.text


@pytest.mark.parametrize(
    ("article", "line", "first"),
    [
        ("a-russia-aims", 1, "October 15, 2025, Russian President Vladimir Putin."),
        ("a-kremlin-talks", 1, "Highlights"),
        ("a-moscow-times", 3, "# Russia and U.S. Begin Talks on Rare Earth Metals, Putin Envoy Says"),
        ("a-putin-proposal", 1, "Russian President Vladimir Putin has"),
    ],
)
def test_an_article_shows_its_first_line(search: Search, dossier: Dossier, article: str, line: int, first: str) -> None:
    (hit,) = search.find(f"kind:article article:{article}").hits
    assert hit.entry.span
    lines = dossier.documents[article].text.split("\n")
    assert hit.text == dossier.documents[article][hit.entry.span] == lines[line - 1].rstrip()
    assert hit.text.startswith(first)


def test_an_entity_without_mentions_has_no_place(search: Search) -> None:
    hit, *_ = search.find("kind:entity moscow times").hits
    assert (hit.entry.id, hit.entry.article, hit.entry.span) == ("moscow-times", None, None)
    assert hit.text == "" and hit.marks == ()
    assert title_marked(hit) == {"Moscow", "Times"}


@pytest.mark.parametrize(
    ("query", "id", "marks", "title_marks"),
    [
        ("norilsk", "norilsk-nickel", {"Norilsk"}, {"Norilsk"}),
        ("rosatm", "rosatom", {"Rosatom"}, {"Rosatom"}),
        ("nick", "norilsk-nickel", {"Nickel"}, {"Nickel"}),
        ("44m", "china-reserves", {"44 million tons"}, set()),
        ("reserves china", "china-reserves", {"China"}, {"reserves", "China"}),
        ("kind:figure subject:brazil", "brazil-reserves", set(), set()),
        ("reserves -russia subject:brazil kind:figure", "brazil-reserves", set(), {"reserves"}),
        ('"rare earth" talks', "a-moscow-times", {"Rare Earth", "Talks"}, {"Rare Earth", "Talks"}),
        ('rare "rare earth" talks', "a-moscow-times", {"Rare Earth", "Talks"}, {"Rare Earth", "Talks"}),
        ("12 percent", "market-share-due", {"12%"}, {"12%"}),
    ],
)
def test_marks_are_the_words_that_matched(
    search: Search, query: str, id: str, marks: set[str], title_marks: set[str]
) -> None:
    (hit,) = [hit for hit in search.find(query).hits if hit.entry.id == id]
    assert marked(hit) == marks
    assert title_marked(hit) == title_marks


@pytest.mark.parametrize("query", ["russia", "rare earth metals", '"rare earth" rare', "putin", "44m 21m"])
def test_marks_are_in_order_and_do_not_overlap(search: Search, query: str) -> None:
    for hit in search.find(query).hits:
        for marks, text in ((hit.marks, hit.text), (hit.title_marks, hit.entry.title)):
            assert all(left.end <= right.start for left, right in pairwise(marks))
            assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


def test_a_passage_has_the_title_of_its_article_unmarked(search: Search, dossier: Dossier) -> None:
    hit = next(hit for hit in search.find("putin envoy").hits if hit.entry.kind == "passage")
    assert hit.entry.title == dossier.articles[hit.entry.article or ""].title
    assert hit.title_marks == ()
