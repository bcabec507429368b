"""The built-in catalog holds: nothing in it is wrong, nothing of its articles is left over."""

import hashlib
from collections.abc import Iterator
from typing import Any

import pytest

from tui.catalog import schema
from tui.catalog.find import builtin
from tui.catalog.load import load
from tui.dossier.dossier import Dossier
from tui.search.open import search_in_memory

CHECKSUMS = {
    "000_fda5c9e7226478e6.txt": "f9e6a0ddb48f90f3aa09d9f58584690e67cc78685d07e0cab7c94b689d0df5f8",
    "001_c2dd56a7d658dfda.txt": "cd647c354a99c439400893c35e92acf2a5a3678cd9938e941087eb2ba7003165",
    "002_4b32af207b1a969b.txt": "4332abef497ae2f241c37e0bb7a04da3b18d3f75452b8e70f7b380fc1f871148",
    "003_4a031b2927d16e20.txt": "e35833334e7cf04f16cf69b8df6e48d9114afdd1edc481837891fd76852ffbc7",
    "004_9dc0145e2ef6cc36.txt": "c0c9d10dcf08a0fb1bf123e8c0f7bf500ed6354db3500a3d34e02ca7ccc67e13",
}


def test_articles_are_byte_for_byte_what_was_read() -> None:
    folder = builtin().parent / "seeds"
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()} == CHECKSUMS


def test_every_article_file_has_a_record(dossier: Dossier) -> None:
    assert sorted(article.file for article in dossier.articles.values()) == [f"seeds/{name}" for name in CHECKSUMS]


def test_no_problem_not_even_a_warning(dossier: Dossier) -> None:
    assert [str(problem) for problem in dossier.problems if problem.severity != "note"] == []


def test_every_record_of_the_catalog_is_in_the_dossier(dossier: Dossier) -> None:
    catalog = load(builtin())
    assert list(dossier.figures) == [figure.id for figure in catalog.figures]
    assert list(dossier.events) == [event.id for event in catalog.events]
    assert list(dossier.entities) == [entity.id for entity in catalog.entities]
    for entity in catalog.entities:
        assert len(dossier.entities[entity.id].relations) == len(entity.relations), entity.id


def test_no_draft(dossier: Dossier) -> None:
    assert [record.id for record in dossier.records if record.draft] == []


ARTICLES = ["a-putin-proposal", "a-kremlin-talks", "a-russia-aims", "a-moscow-times", "a-cooperation-offer"]


@pytest.mark.parametrize("article", ARTICLES)
def test_no_number_and_no_name_is_left_over(dossier: Dossier, article: str) -> None:
    coverage, document = dossier.coverage(article), dossier.documents[article]
    assert [document[span] for span in coverage.uncaptured] == []
    assert [document[span] for span in coverage.names] == []
    assert coverage.numbers == coverage.captured + coverage.ignored


def _quotes(entry: Any) -> Iterator[schema.Quote]:
    """Every quote in a catalog, however deep."""
    if isinstance(entry, schema.Quote):
        yield entry
    elif isinstance(entry, schema.Entry):
        for name in type(entry).model_fields:
            yield from _quotes(getattr(entry, name))
    elif isinstance(entry, list):
        for item in entry:
            yield from _quotes(item)


def test_every_quote_is_printed_character_for_character() -> None:
    catalog = load(builtin())
    texts = {article.id: (builtin().parent / article.file).read_bytes().decode() for article in catalog.articles}
    quotes = list(_quotes(catalog))
    assert len(quotes) > 150
    for quote in quotes:
        words = [quote.quote]
        if isinstance(quote, schema.DatedQuote) and quote.when:
            words.append(quote.when)
        if isinstance(quote, schema.FigureQuote):
            words += [quote.number, *filter(None, [quote.said])]
            assert quote.number in quote.quote
        for text in words:
            assert text in texts[quote.article], quote.mark()


def test_every_figure_shows_the_number_that_is_printed(dossier: Dossier) -> None:
    for entry in load(builtin()).figures:
        figure = dossier.figures[entry.id]
        printed = [dossier.documents[source.article][source.number] for source in figure.sources]
        assert printed == [source.number for source in entry.sources], entry.id
        assert figure.written == printed[0]


def test_a_metonym_says_whom_it_stands_for(dossier: Dossier) -> None:
    stands_for = {entity.name: entity.stands_for for entity in dossier.entities.values() if entity.stands_for}
    assert stands_for == {
        "Kremlin": "russian-government",
        "Moscow": "russian-government",
        "Washington": "us-federal-government",
        "Beijing": "chinese-government",
        "Kyiv": "ukrainian-government",
        "White House": "trump-administration",
    }


def test_no_figure_is_printed_twice_in_two_figures(dossier: Dossier) -> None:
    places = [(source.article, source.number) for figure in dossier.figures.values() for source in figure.sources]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "who says Russia can process rare earths",
            {"two-refineries-in-russia", "no-processing-in-russia"},
        ),
        ("who denies that Russia can process rare earths", {"no-processing-in-russia", "russia-lacks-processing"}),
        (
            "who says Russia can process rare earths, and who denies it",
            {"no-processing-in-russia", "russia-lacks-processing", "two-refineries-in-russia"},
        ),
    ],
)
def test_who_says_and_who_denies_is_answered_with_both_sides(dossier: Dossier, question: str, first: set[str]) -> None:
    hits = search_in_memory(dossier).find(question, 5).hits
    assert first <= {hit.entry.id for hit in hits}
