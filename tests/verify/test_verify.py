"""What is found about single sentences, against the built-in dossier."""

from dataclasses import replace

import pytest

from tui.dossier.dossier import Dossier
from tui.dossier.records import ReviewStatus
from tui.items.name_kinds import country_names
from tui.text.span import Span
from tui.verify.findings import Finding
from tui.verify.periods import Periods
from tui.verify.verify import read_draft, verify


def found(dossier: Dossier, text: str, language: str | None = None) -> list[tuple[str, str]]:
    """The words of each item of a text, and its status."""
    return [(text[each.span.start : each.span.end], each.status) for each in findings(dossier, text, language)]


def findings(dossier: Dossier, text: str, language: str | None = None) -> list[Finding]:
    return verify(dossier, read_draft(dossier, "draft.md", text, language))


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        ("The USGS puts Russia’s reserves at 3.8 million tons.", "disputed", "28.5 million tons"),
        ("The ministry puts Russia’s reserves at nearly 30 million tons.", "rounded", "28.5 million tons"),
        ("Russia’s reserves are 38 million tons, says the USGS.", "differs", "10 times as much"),
        ("The ministry puts Russia’s reserves at 3.8 million tons.", "differs", "the source to USGS"),
        ("Russia’s reserves are 3.8 million kilotons, says the USGS.", "differs", "1,000 times as much"),
        ("Brazil’s reserves are 44 million tons.", "differs", "that of China"),
        ("In 2024, China’s production was 240,000 tons.", "differs", "the source to 2023"),
        ("China controls 95% of the market.", "differs", "about"),
        ("China controls more than 95% of the market.", "differs", "more than"),
        ("The Pikalevsky plant makes 41 tons of gallium a year.", "differs", "states it as a fact"),
        ("The Pikalevsky plant could make 41 tons of gallium a year.", "backed", "production, gallium"),
        ("Home demand in Russia is 2,500–3,000 tons of gallium per year.", "differs", "gallium"),
        ("Reserves of 44 million tons are a lot.", "possible", "subject"),
        ("The ministry puts Russia’s reserves at 658 million tons.", "possible", "rare metals"),
        ("The port of Ningbo handled 1,234,567 tons of rice.", "not found", "no record"),
        ("The plant was built with 17 kilometres of pipe.", "not found", "no record"),
        # Its words are those of several languages, and the articles are in English.
        ("Russia produced 2,600 tons in 2023.", "backed", "production, rare earths, Russia"),
        ("Russia lost 2,600 tons in 2023.", "possible", "“lost”"),
        ("The ministry says that Russia has 15 of them.", "possible", "do not say what it counts"),
        ("The World Bank puts China’s reserves at 44 million tons.", "possible", "does not have under that name"),
        # The dossier has no kilograms, and neither currency.
        ("Brazil’s reserves are 21 billion kilograms.", "backed", "reserves, rare earths, Brazil"),
        ("The state spent N127bn on roads.", "not found", "no record"),
        ("The ports cost R45 billion.", "not found", "no record"),
    ],
)
def test_a_number_is_judged_by_its_sentence(dossier: Dossier, text: str, status: str, says: str) -> None:
    numbers = [each for each in findings(dossier, text) if each.kind == "number"]
    assert [each.status for each in numbers] == [status], numbers
    assert says in numbers[0].reason


@pytest.mark.parametrize(("count", "printed"), [("31", False), ("93", True)])
def test_a_number_is_not_printed_where_its_digits_belong_to_a_date_or_an_address(
    dossier: Dossier, count: str, printed: bool
) -> None:
    [number] = findings(dossier, f"They have {count} mines.")
    assert any(count in document.text for document in dossier.documents.values())
    assert (number.printed is not None) == printed


def test_a_unit_is_that_of_the_number_before_where_none_is_printed(dossier: Dossier) -> None:
    text = "The USGS puts Russia’s reserves of rare earths at 3.8 million tons, the Ministry of Natural Resources at {}"

    def second(words: str) -> Finding:
        return [each for each in findings(dossier, text.format(words)) if each.kind == "number"][1]

    assert (second("28.5 million.").status, second("28.5 million.").record) == ("backed", "russia-reserves-ministry")
    assert second("29.5 million.").status == "differs"
    # A noun of its own makes it something else, and without a scale word it may be.
    assert second("28.5 million people.").status == "not found"
    assert second("28.5.").status == "not found"


def test_a_number_that_a_record_has_is_not_printed_without_one(dossier: Dossier) -> None:
    (number,) = (each for each in findings(dossier, "It has 28.5 million people.") if each.kind == "number")
    assert number.reason == "no record and no article has it"


def test_the_hedge_of_the_source_is_said(dossier: Dossier) -> None:
    text = "By 2030, Russia wants 15% of the world market for rare earths."
    number = next(each for each in findings(dossier, text) if each.kind == "number")
    assert "the source prints up to 12%; the draft has 1.25 times" in number.reason


def test_a_factor_that_rounds_to_one_is_left_out(dossier: Dossier) -> None:
    (number,) = (
        each for each in findings(dossier, "Brazil’s reserves are 21.01 million tons.") if each.kind == "number"
    )
    assert number.status == "differs"
    assert number.reason.endswith("the source prints 21 million tons")


def test_a_conflict_that_the_draft_mentions_is_not_disputed(dossier: Dossier) -> None:
    text = (
        "The USGS puts Russia’s reserves at 3.8 million tons, the Ministry of Natural Resources at 28.5 million tons."
    )
    assert found(dossier, text) == [("3.8 million tons", "backed"), ("28.5 million tons", "backed")]


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        ("“It’s a little opaque,” said Thomas.", "backed", "Thomas"),
        ("“It’s a little opaque,” said Goel.", "differs", "the source to Thomas"),
        ("“It’s a bit opaque, but from what we know”, said Thomas.", "differs", "“little” for “bit”"),
        ("“Not one gram will be exported”, said Putin.", "not found", "no article"),
    ],
)
def test_a_quotation_is_judged_by_words_and_speaker(dossier: Dossier, text: str, status: str, says: str) -> None:
    (quotation,) = [each for each in findings(dossier, text) if each.kind == "quotation"]
    assert quotation.status == status
    assert says in quotation.reason


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kommersant was founded in 1989.", "backed"),
        ("Kommersant was founded in 1998.", "differs"),
        ("The roadmap is due by December 1.", "backed"),
        ("The roadmap is due by December 10.", "differs"),
        # Somebody who has no part in it, and what excludes it.
        ("Rusal received the Solikamsk plant in 2023.", "possible"),
        ("In 2022, the Solikamsk plant was handed to its owners.", "possible"),
        ("The weather was fine in 1871.", "not found"),
    ],
)
def test_a_date_is_judged_by_the_event_of_its_sentence(dossier: Dossier, text: str, status: str) -> None:
    assert [each.status for each in findings(dossier, text) if each.kind == "date"] == [status]


def test_a_misspelt_name_is_found(dossier: Dossier) -> None:
    (name,) = findings(dossier, "The talks, said Dmitrev, have begun.")
    assert (name.kind, name.status, name.record) == ("name", "differs", "kirill-dmitriev")
    assert findings(dossier, "The talks, said Dmitriev, have begun. Indian buyers said nothing.") == []


@pytest.mark.parametrize(
    "text",
    [
        "China holds 49 million tons. <!-- lode: the editor has a newer survey -->",
        "<!-- lode: the editor has a newer survey -->\nChina holds 49 million tons.",
    ],
)
def test_a_comment_waives_an_item(dossier: Dossier, text: str) -> None:
    (number,) = findings(dossier, text)
    assert number.status == "waived"
    assert number.reason.startswith("the editor has a newer survey (differs: ")


def test_articles_are_backed_by_their_own_records(dossier: Dossier) -> None:
    failed = [
        (document.file, document[each.span])
        for document in dossier.documents.values()
        for each in findings(dossier, document.text)
        if each.status in ("differs", "not found")
    ]
    # A user name, which the catalog ignores.
    assert failed == [("seeds/004_9dc0145e2ef6cc36.txt", "93")]


def test_lists_addresses_and_times_are_not_items(dossier: Dossier) -> None:
    assert found(dossier, "1. At 9:30 see https://x.example/44/page.\n2. See item one.\n") == []


def test_a_draft_in_another_language_is_read_by_its_rules(dossier: Dossier) -> None:
    text = "Die Reserven von Russia: 3,8 Millionen tons, laut USGS."
    assert found(dossier, text, "de")[0][0] == "3,8 Millionen tons"


@pytest.mark.parametrize(
    ("language", "text", "statuses"),
    [
        ("ru", "Запасы Китая составляют 44 млн тонн, запасы США 1,9 млн тонн.", ["backed", "backed"]),
        ("ru", "По данным USGS, Бразилия имеет 44 млн тонн.", ["differs"]),
        ("zh", "据USGS，中国的储量为4400万吨。巴西的储量为4400万吨。", ["backed", "differs"]),
        ("nl", "Volgens de USGS heeft China 44 miljoen ton, Brazilië 44 miljoen ton.", ["backed", "differs"]),
        (
            "it",
            "Secondo l’USGS, il Brasile ha 21 milioni di tonnellate, il Giappone 44 milioni.",
            ["backed", "possible"],
        ),
        ("fr", "D’après Reuters, le Brésil a 21 millions de tonnes.", ["differs"]),
        ("de", "„It’s a little opaque“, sagte Goel.", ["differs"]),
        ("de", "Laut Thomas ist es „a little opaque“.", ["backed"]),
    ],
)
def test_names_and_sources_are_read_in_other_languages(
    dossier: Dossier, language: str, text: str, statuses: list[str]
) -> None:
    assert [status for _, status in found(dossier, text, language)] == statuses


def test_a_country_is_named_in_any_case_of_a_language() -> None:
    assert {"Brasilien", "Brasiliens"} <= {*country_names(["Brazil"], "de")}
    assert {"Россия", "России", "Россией"} <= {*country_names(["Russland", "Moscow"], "ru")}
    assert country_names(["Atlantis"], "de") == country_names(["Brazil"], "xx") == []


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Japan holds 44 million tons of rare earths.", ["possible"]),
        ("China is large, and Japan holds 44 million tons.", ["possible"]),
        ("Russia produces little. It produced 240,000 tons in 2023.", ["possible"]),
        ("According to Reuters, Brazil holds 21 million tons.", ["differs"]),
        ("In June 2023, Russia has produced 2,600 tons of the metals.", ["possible"]),
        ("Last year, Russia produced 2,600 tons.", ["possible"]),
        ("China does not control about 95% of the market.", ["possible"]),
        ("The USGS denies that Brazil’s reserves are 21 million tons.", ["possible"]),
        ("The United States, not China, holds 44 million tons.", ["differs"]),
        ("India and Brazil each hold 21 million tons.", ["possible"]),
        ("Brazil’s reserves fell to 21 million tons.", ["possible"]),
        ("China’s imports are 44 million tons.", ["possible"]),
        ("In 2022, it was at war. A year later, Russia produced 2,600 tons.", ["backed"]),
        ("The world holds 110 million tons of gallium, of which China has 44 million tons.", ["differs", "differs"]),
    ],
)
def test_what_is_not_named_is_not_taken_for_granted(dossier: Dossier, text: str, statuses: list[str]) -> None:
    assert [each.status for each in findings(dossier, text) if each.kind == "number"] == statuses


@pytest.mark.parametrize(
    ("text", "words", "arithmetic"),
    [
        ("China’s output was 92 times that of Russia.", "92", "240,000 tons ÷ 2,600 tons = 92.3"),
        ("Brazil and China together hold 65 million tons.", "65 million tons", "44 million tons + 21 million tons"),
        ("China has 23 million tons more than Brazil.", "23 million tons", "44 million tons − 21 million tons"),
        ("Of the 110 million tons worldwide, China holds 40%.", "40%", "44 million tons of 110 million tons = 40.0 %"),
        ("China processes 26 percentage points less than it controls.", "26", "95% − 69% = 26.0 pp"),
        ("The metals fell by 4% in Russia.", "4%", "2,500 tons against 2,600 tons = −3.85 %"),
        ("China’s output was 29 times that of Russia.", "29", None),
        ("Brazil and China together hold 56 million tons.", "56 million tons", None),
        ("Brazil’s neighbours hold 65 million tons.", "65 million tons", None),
    ],
)
def test_a_number_that_is_worked_out_is_possible(
    dossier: Dossier, text: str, words: str, arithmetic: str | None
) -> None:
    before = (
        "According to the USGS, China produced 240,000 tons of the metals in 2023, and Russia 2,600 tons. "
        "In 2024, Russia produced 2,500 tons. "
    )
    if "percentage" in text:
        before = "China controls about 95% of the market, and it processes about 69% of the rare earths of the world. "
    number = next(each for each in findings(dossier, before + text) if (before + text)[slice(*each.span)] == words)
    assert (number.status == "possible") == (arithmetic is not None)
    assert arithmetic is None or arithmetic in number.reason


def test_an_empty_draft_has_no_findings(dossier: Dossier) -> None:
    assert found(dossier, "") == []


def test_a_figure_that_is_wrong_backs_nothing(dossier: Dossier) -> None:
    text = "The USGS puts Brazil’s reserves at 21 million tons."
    (number,) = findings(dossier, text)[:1]
    assert number.status == "backed"
    figure = dossier.figures["brazil-reserves"]
    wrong = replace(figure, review=ReviewStatus(status="wrong", by=None, date=None))
    (number,) = findings(replace(dossier, figures={**dossier.figures, figure.id: wrong}), text)[:1]
    assert number.status in ("differs", "not found") and number.record != figure.id


def test_a_figure_without_a_value_backs_nothing(dossier: Dossier) -> None:
    (number,) = findings(dossier, "Ukraine’s production of rare earths is 0 tons.")[:1]
    assert number.status != "backed"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It made 1500 tons in 1999.", ["1999"]),
        ("In 2019 it made 2000 tons, in 2020 2,001 tons.", ["2019", "2020"]),
        ("The 1998 output was twice that of 1997.", ["1998", "1997"]),
    ],
)
def test_a_number_with_a_unit_is_not_a_year(dossier: Dossier, text: str, dates: list[str]) -> None:
    assert Periods(read_draft(dossier, "draft.md", text)).within(Span(0, len(text))) == dates
