"""Nothing is left over: every number and name of an article is captured, ignored with a reason, or reported."""

from dataclasses import replace

import pytest

from tests.conftest import Linked
from tui.dossier.coverage import Count, Coverage
from tui.dossier.dossier import Dossier
from tui.items.tokens import numbers_in
from tui.languages.language import known_language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3.8 million, 2,500 tons and 0.64%.", ["3.8", "million", "2,500", "0.64%"]),
        ("2,500–3,000 or 12:30", ["2,500", "3,000", "12", "30"]),
        ("It rose 5. Then fell 6, and 7.", ["5", "6", "7"]),
        ("a88538 and CO2", ["88538", "2"]),
        ("seven, the fifth, Two, twenty-five", ["seven", "fifth", "Two", "twenty", "five"]),
        ("a hundred, two dozen, half, twice, Triple, hundreds of thousands", [
            "hundred", "two", "dozen", "half", "twice", "Triple", "hundreds", "thousands"]),
        ("billions and a trillion", ["billions", "trillion"]),
        ("On Monday, May 5, in March", ["Monday", "May", "5", "March"]),
        ("it may march on a sunday", []),
        ("someone often tends to be alone; bone, phone, ones", []),
        ("one-fifth", ["one", "fifth"]),
        ("the 21st, 5th", ["21", "5"]),
        ("", []),
    ],
)  # fmt: skip
def test_numbers(text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in numbers_in(text)] == found


def _left(dossier: Dossier, article: str = "a") -> list[str]:
    """The numbers and names that nothing accounts for."""
    coverage, document = dossier.coverage(article), dossier.documents[article]
    return [document[span] for span in (*coverage.uncaptured, *coverage.names)]


def _counts(coverage: Coverage) -> tuple[int, int, int]:
    return coverage.numbers, coverage.captured, coverage.ignored


CATALOG = """\
    published: 2025-03
    dated_by: March 2025
    artefacts: ["[4 Comments](#)"]
units:
  - id: t
    name: tonne
    written: tons
measures:
  - id: reserves
    name: reserves
    unit: t
entities:
  - id: it
    name: Arkania
    kind: country
    relations:
      - is: joined
        of: it
        sources:
          - article: a
            quote: Arkania joined in 1999
            when: in 1999
figures:
  - id: figure
    measure: reserves
    subject: it
    period: 2024
    sources:
      - article: a
        quote: Arkania has 5 tons in 2024, not 6 or seven
        number: 5 tons
        when: in 2024
events:
  - id: event
    date: XXXX-05-01
    what: It ends
    sources:
      - article: a
        quote: Arkania ends its 8 mines on May 1
        when: on May 1
ignored:
  - article: a
    quote: no one else
    number: one
    why: pronoun
"""

TEXT = """\
March 2025 [4 Comments](#)
Arkania has 5 tons in 2024, not 6 or seven. Arkania joined in 1999. Arkania ends its 8 mines on May 1, no one else. \
The first 5 of them.
"""


def test_a_number_is_captured_by_number_when_and_dated_by_and_not_by_standing_in_a_quote(linked: Linked) -> None:
    dossier = linked(CATALOG, a=TEXT)
    assert [str(problem) for problem in dossier.problems] == []
    assert _left(dossier) == ["6", "seven", "8", "first", "5"]
    coverage = dossier.coverage("a")
    # March 2025, 2024, 1999 and May 1 are dates. The leftover's 4 and the pronoun are ignored.
    assert (coverage.quantities, coverage.dates) == (Count(1, 2, 5), Count(4, 0, 0))
    assert coverage.named == Count(3, 1, 0)
    assert not coverage.complete


def test_what_an_article_accounts_for_says_nothing_of_another(linked: Linked) -> None:
    dossier = linked(CATALOG, b="no one else had 5 tons in 2024", a=TEXT)
    assert _left(dossier, "b") == ["one", "5 tons", "2024"]
    assert _counts(dossier.coverage("b")) == (3, 0, 0)


def test_an_article_without_numbers_and_names_is_complete(linked: Linked) -> None:
    coverage = linked("", a="nothing to see here.").coverage("a")
    assert _counts(coverage) == (0, 0, 0)
    assert coverage.complete


def test_a_figure_that_does_not_hold_captures_nothing(linked: Linked) -> None:
    dossier = linked(CATALOG.replace("number: 5 tons", "number: 5 tonnes"), a=TEXT)
    assert _left(dossier)[:2] == ["5 tons", "2024"]


OF_NAMES = "entities:\n  - id: arkania\n    name: Arkania\n    kind: country\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # Where a sentence begins, common openers and words printed elsewhere in lower case are not names.
        ("The mine is old. However, it runs. Mines close; all mines do.", []),
        ("Zorgal rose. Meanwhile Zorgal fell.", ["Zorgal", "Zorgal"]),
        ("they saw the The there, and However then", ["The", "However"]),
        ("He said: “Mines are old,” and (Mines too) - mines.", []),
        ("“Zorgal is old,” he said.", ["Zorgal"]),
        ("Mine’s roof fell.\nthe mine", []),
        # A line break begins a sentence, and so does a list mark.
        ("mines\nMines\n- Mines\n* Mines\n| Mines", []),
        ("# Mines close here now\nmines", []),
        # In a heading set in capitals, a word printed elsewhere in lower case is not a name.
        ("Mines of Zorgal Close Early\nthey close early, the mines", ["Zorgal"]),
        ("the mines of Zorgal Close early now\nclose early", ["Zorgal Close"]),
        # Whole names, with their points, possessives and hyphens.
        ("in Arkania's and Arkania’s mines, pro-Arkania", []),
        ("in Zorgal's and Zorgal’s mines", ["Zorgal's", "Zorgal’s"]),
        ("by U.S. and J. Zorgal", ["U.S.", "J. Zorgal"]),
        ("the Vice-Rector", ["Vice", "Rector"]),
        ("with O’Zorgal", ["O’Zorgal"]),
        ("the CO2 and H2O", ["CO2", "H2O"]),
        ("in É and Élan", ["É", "Élan"]),
        # No names: the pronoun, months and weekdays, which count as numbers, and scripts without capitals.
        ("so I say, I’m sure, and I'd go", []),
        ("ロシア and 中国", []),
    ],
)
def test_names(linked: Linked, text: str, left: list[str]) -> None:
    dossier = linked(OF_NAMES, a=text, b="Arkania")
    coverage, document = dossier.coverage("a"), dossier.documents["a"]
    assert [document[span] for span in coverage.names] == left


@pytest.mark.parametrize(
    ("text", "dates", "quantities", "codes"),
    [
        ("It had 3.8 million tons on March 31, 2025.", 1, 1, 0),
        ("They met last week, and a year before; weeks ago it fell.", 3, 0, 0),
        ("Flight QZ8501 left at 05:35 with Covid-19 aboard.", 0, 0, 3),
        ("See https://x.example/2024/5, [12] and doi:10.1000/182.", 0, 0, 3),
        ("The sole mine is its only one.", 0, 3, 0),
        ("Only 5 came, if only for 3 days.", 0, 2, 0),
        ("1. First of 2000 people in 2000", 1, 2, 1),
        ("Call +49 30 1234-567 or (202) 555-0123.", 0, 0, 2),
        ("between 4 and 5 million tons, two and a half million, half a million", 0, 3, 0),
        ("in the 1990s, 2023–24 and 2020/21", 3, 0, 0),
        ("The 1992 election and the 2000 census came before 1992 cars and 1500 staff.", 2, 2, 0),
    ],
)
def test_each_item_is_one_and_of_its_sort(linked: Linked, text: str, dates: int, quantities: int, codes: int) -> None:
    coverage = linked("", a=text).coverage("a")
    assert (coverage.dates.all, coverage.quantities.all, coverage.codes) == (dates, quantities, codes)


@pytest.mark.parametrize("kinds", ["events", "claims"])
def test_without_every_second_event_or_claim_the_coverage_is_another(dossier: Dossier, kinds: str) -> None:
    records = getattr(dossier, kinds)
    for first in (0, 1):
        fewer = replace(dossier, **{kinds: dict([*records.items()][first::2])})
        assert [fewer.coverage(id) for id in dossier.articles] != [dossier.coverage(id) for id in dossier.articles]


@pytest.mark.slow
def test_without_an_event_its_article_has_another_coverage(dossier: Dossier) -> None:
    for event in dossier.events.values():
        fewer = replace(dossier, events={id: each for id, each in dossier.events.items() if id != event.id})
        assert any(fewer.coverage(source.article) != dossier.coverage(source.article) for source in event.sources)


def test_drafts_capture_nothing(linked: Linked) -> None:
    catalog = CATALOG.replace("  - id: figure\n", "  - id: figure\n    draft: true\n")
    assert _left(linked(catalog, a=TEXT))[:2] == ["5 tons", "2024"]


def test_a_number_is_ignored_everywhere_only_as_a_whole(linked: Linked) -> None:
    dossier = linked('ignored:\n  - number: "5"\n    why: other\n', a="5 here, 5 tons there, 25 and 5.5, then 5")
    assert _left(dossier) == ["5 tons", "25", "5.5"]


def test_months_and_weekdays_are_numbers_and_no_names(linked: Linked) -> None:
    coverage = linked("", a="they met on Monday in May").coverage("a")
    assert (len(coverage.uncaptured), coverage.names) == (2, ())


def test_a_word_printed_in_lower_case_in_another_article_is_not_a_name_where_a_sentence_begins(linked: Linked) -> None:
    dossier = linked("", a="Quarries close.", b="the quarries", c="they went down into Quarries")
    assert _left(dossier, "a") == []
    assert _left(dossier, "c") == ["Quarries"]


def test_common_nouns_of_german_are_no_names(linked: Linked) -> None:
    text = "Diese Betriebe hatten 3 Milliarden Euro. Diese Zahl nannte das Bundesamt in Skarn. Herr J. Moss schwieg."
    dossier = linked("language: de\n", a=text)
    assert _left(dossier)[1:] == ["Bundesamt", "Skarn", "J. Moss"]


def test_a_full_stop_after_a_word_ends_a_name(linked: Linked) -> None:
    assert _left(linked("", a="it was near Skarn. Moss and St. Orla saw Ada K. Lee")) == [
        "Skarn",
        "Moss",
        "St. Orla",
        "Ada K. Lee",
    ]


def test_a_name_is_ignored_in_its_place_or_everywhere(linked: Linked) -> None:
    catalog = """\
ignored:
  - name: President
    why: title of office
  - article: a
    quote: page Politics
    name: Politics
    why: page furniture
"""
    dossier = linked(catalog, a="the President, page Politics, on Politics", b="a President in Politics")
    assert _left(dossier, "a") == ["Politics"]
    assert _left(dossier, "b") == ["Politics"]
    assert dossier.coverage("a").names[0].start == 33


def test_a_name_in_a_leftover_or_in_date_words_is_accounted_for(linked: Linked) -> None:
    catalog = '    dated_by: Spring Term 2024\n    published: 2024\n    artefacts: ["by Zorgal"]\n'
    assert _left(linked(catalog, a="in the Spring Term 2024 by Zorgal of Zorgal")) == ["Zorgal"]


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("de", "Am 3. Mai kamen zwölftausend Menschen und ein Hund.", ["3", "Mai", "zwölftausend"]),
        ("fr", "Un tiers des trois millions, soit 12,5 %.", ["trois", "millions", "12,5"]),
        ("ru", "В марте добыли 5 млн тонн.", ["марте", "5", "млн"]),
        ("zh", "二〇一九年生产了1600万吨，三千人。", ["二〇一九", "1600", "三千"]),
        ("en", "One of 12 came in May, an eighth.", ["One", "12", "May", "eighth"]),
        (None, "Am 3. Mai kamen zwölf.", ["3"]),
    ],
)
def test_number_words_are_those_of_the_language(tag: str | None, text: str, numbers: list[str]) -> None:
    language = known_language(tag)
    assert [text[start:end] for start, end in numbers_in(text, language)] == numbers
