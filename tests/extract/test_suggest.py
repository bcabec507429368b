"""A draft for selected words: an exact quote, the shortest context that makes it unique, and the number in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.extract.suggesting import suggest
from tests.growth import assert_nearly_linear, steps
from tui.curate.drafts import new_id
from tui.curate.quoting import Quoted, Quoter
from tui.curate.yaml import Noted
from tui.extract.suggest import draft_of
from tui.linking.link import open_dossier
from tui.quantity.quantity import QuantityError
from tui.text.document import Document
from tui.text.span import Span

CATALOG = "units:\n  - id: t\n    name: tonne\n    written: [tons]\nmeasures:\n  - id: r\n    name: r\n    unit: t\n"
ARTICLE = "articles:\n  - id: a\n    file: a.txt\n    title: '[A]'\n"


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("one salt mine", "salt", 0, Quoted("salt")),
        ("red salt, blue salt", "salt", 1, Quoted("salt", prefix="blue")),
        ("salt here, salt there", "salt", 0, Quoted("salt", suffix="here,")),
        ("the old salt is the new salt is", "salt", 1, Quoted("salt", prefix="new")),
        ("a b salt c\na b salt d", "salt", 1, Quoted("salt", suffix="d")),
        ("salt\nsalt", "salt", 1, None),
        ("salty salt", "salt", 1, Quoted("salt")),
        ("28 tons and 8 tons", "8 tons", 1, Quoted("8 tons")),
    ],
)
def test_the_shortest_quote(text: str, words: str, nth: int, expected: Quoted | None) -> None:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    assert Quoter(Document("a", text)).quote(Span(start, start + len(words))) == expected


def test_words_around_a_number_stop_before_it_comes_again() -> None:
    document = Document("a", "It is 5 tons, then 5 more of the same in all.")
    assert document[Quoter(document).widened(Span(6, 7))].count("5") == 1


@pytest.mark.parametrize(
    ("text", "selected", "number"),
    [
        ("It holds between two and three million tons.", "three", "between two and three million tons"),
        ("It holds 4 to 5 million tons.", "5 million", "4 to 5 million tons"),
        ("It holds two and a half million tons.", "half", "two and a half million tons"),
        ("It sold 880,000 bpd of it.", "880,000", "880,000 bpd"),
    ],
)
def test_a_drafted_number_is_whole(folder: Callable[..., Path], text: str, selected: str, number: str) -> None:
    dossier = open_dossier(folder(CATALOG + ARTICLE, a=text))
    start = text.index(selected)
    _, draft = draft_of(dossier, "a", Span(start, start + len(selected)))
    assert draft["sources"][0]["number"] == number
    (suggested,) = suggest(dossier, ["a"])["figures"]
    assert suggested["sources"][0]["number"] == number


@pytest.mark.parametrize(
    ("text", "selected"),
    [
        ("It holds 44 Millionen of them.", "44"),
        ("It holds 12 x 3 of them.", "12"),
        ("It grew 10-fold in May.", "10"),
        ("It holds 29\\.6 million of them.", "29"),
    ],
)
def test_what_a_check_would_refuse_is_not_drafted(folder: Callable[..., Path], text: str, selected: str) -> None:
    dossier = open_dossier(folder(CATALOG + ARTICLE, a=text))
    assert not suggest(dossier, ["a"])["figures"]
    start = text.index(selected)
    with pytest.raises(QuantityError):
        draft_of(dossier, "a", Span(start, start + len(selected)))


@pytest.mark.parametrize(
    ("selected", "listing", "quoted"),
    [
        ("2023, 28.5 tons", "figures", {"quote": "2023, 28.5 tons", "number": "28.5 tons"}),
        ("May 2023", "events", {"quote": "May 2023", "when": "May 2023"}),
        ("y 2023,", "events", {"quote": "May 2023,", "when": "May 2023"}),
    ],
)
def test_a_date_is_an_event_unless_a_number_is_beside_it(
    folder: Callable[..., Path], selected: str, listing: str, quoted: dict[str, str]
) -> None:
    text = "It held, in May 2023, 28.5 tons."
    dossier = open_dossier(folder(CATALOG + ARTICLE, a=text))
    start = text.index(selected)
    found, draft = draft_of(dossier, "a", Span(start, start + len(selected)))
    assert (found, draft["sources"]) == (listing, [{"article": "a", **quoted}])


@pytest.mark.parametrize(
    ("selected", "listing", "quote", "number"),
    [
        ("holds 28.5 tons", "figures", "holds 28.5 tons", "28.5 tons"),
        ("lds 28.5 to", "figures", "holds 28.5 tons", "28.5 tons"),
        (".5 tons", "figures", "28.5 tons", "28.5 tons"),
        (" holds 28.5 tons \n", "figures", "holds 28.5 tons", "28.5 tons"),
        ("“Mine”", "entities", "Mine”", None),
        ("Min", "entities", "Mine", None),
        ("—", "entities", "unnamed", None),
    ],
)
def test_selected_words_become_a_draft(
    folder: Callable[..., Path], selected: str, listing: str, quote: str, number: str | None
) -> None:
    text = "The “Mine” — it holds 28.5 tons \nand more."
    dossier = open_dossier(folder(CATALOG + ARTICLE, a=text))
    start = text.index(selected)
    found, draft = draft_of(dossier, "a", Span(start, start + len(selected)))
    entry: Any = draft
    assert found == listing
    assert entry["draft"] is True
    if number is None:
        assert entry["name"] == quote
    else:
        assert entry["sources"] == [{"article": "a", "quote": quote, "number": number}]
        assert entry["measure"] == "r"


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "part",
    [
        # The first is quick.
        "ada Moss said 12 in May ",
        "5 ",
        "5 5 w{} ",
        "word{} {} tons ",
        "It is 12 percent of all. ",
        "Ada Moss{} ",
        "塩5",
        "In 19{}. ",
        "a{}a",
    ],
)
def test_the_steps_grow_with_the_text_and_no_faster(folder: Callable[..., Path], part: str) -> None:
    def count(size: int) -> int:
        text = "T\n" + "".join(part.format(i, i) for i in range(size))
        dossier = open_dossier(folder(ARTICLE, a=text))
        return len(text) + steps(lambda counter: suggest(dossier, ["a"], counter))

    # Of text that repeats itself, a quote is widened up to a bound: the least size is one at which that is reached.
    # Numbers of five digits are drafted, years and shorter ones without a noun are not.
    assert_nearly_linear(count, 240)


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Ada Moss’s", "ada-moss-s"),
        ("CO² ½", "co"),
        ("—", "draft"),
        ("ÉTÉ_99", "été-99"),
        ("塩の山", "塩の山"),
        ("taken", "taken-2"),
        ("x" * 200, "x" * 60),
    ],
)
def test_an_id_is_made_of_words(words: str, id: str) -> None:
    assert new_id(words, {"taken": 1}) == id


def numbers_drafted(folder: Callable[..., Path], tag: str, text: str) -> list[str]:
    """The numbers of the figures that are drafted from an article in a language."""
    dossier = open_dossier(folder(f"language: {tag}\n{CATALOG}{ARTICLE}", a=text))
    return [draft["sources"][0]["number"] for draft in suggest(dossier, ["a"])["figures"]]


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("de", "Es sind rund 3,5 Mio. Tonnen und zwölftausend Menschen am 3. Mai.", ["3,5 Mio.", "zwölftausend"]),
        ("fr", "Deux tiers des quatre-vingt-dix-sept mines, soit 1 241 800 postes.", [
            "Deux tiers", "quatre-vingt-dix-sept", "1 241 800"]),
        ("zh", "公司生产了约1600万吨矿石，三千五百万人受益。", ["1600万", "三千五百万"]),
    ],
)  # fmt: skip
def test_numbers_are_drafted_in_the_language_of_their_article(
    folder: Callable[..., Path], tag: str, text: str, numbers: list[str]
) -> None:
    assert numbers_drafted(folder, tag, text) == numbers


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("en", "Five 787 jets serve 12 routes. The 787 fleet grew to 40 jets.", ["12", "40"]),
        ("en", "It flies the 737-10. It has 737 jets and 300 pilots.", ["300"]),
        ("en", "They sent 14 Leopard 2 tanks to 30 bases.", ["30"]),
        ("en", "The first 500 customers came. Later 500 customers left.", ["500", "500"]),
        ("en", "12 of 45 patients died in 3 towns.", ["3"]),
        ("de", "12 der 45 Patienten starben in 30 Orten.", ["30"]),
        ("fr", "12 des 45 patients sont morts dans 30 villes.", ["30"]),
        ("en", "A woman aged 62 died, and 30 people fled.", ["30"]),
    ],
)
def test_types_parts_and_ages_are_not_drafted_as_counts(
    folder: Callable[..., Path], tag: str, text: str, numbers: list[str]
) -> None:
    assert sorted(numbers_drafted(folder, tag, text)) == sorted(numbers)


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("en", "Five airplanes were delivered. Two ministers met. Two ministers were sacked.", ["Five", "Two"]),
        ("de", "Fünf Menschen starben. Zwei Minister trafen sich.", ["Fünf"]),
        ("fr", "Cinq personnes ont été tuées. Deux ministres se sont vus.", ["Cinq"]),
        ("es", "Cinco personas murieron. Dos ministros se reunieron.", ["Cinco"]),
        ("ru", "Погибли три человека. Два министра встретились.", ["три"]),
        ("en", "At least one person has died. He met one person.", ["one"]),
        ("en", "It ordered three new ambulances for two towns.", ["three"]),
        ("fr", "Il a acheté trois nouveaux bus pour deux villes.", ["trois"]),
    ],
)
def test_a_small_number_in_words_is_drafted_with_what_is_news_of_what_it_counts(
    folder: Callable[..., Path], tag: str, text: str, numbers: list[str]
) -> None:
    assert sorted(numbers_drafted(folder, tag, text)) == sorted(numbers)


@pytest.mark.parametrize(
    ("tag", "text", "numbers"),
    [
        ("de", "Der Wert stieg von 58,0 auf 61,3. Siehe 4,2.", ["58,0", "61,3"]),
        ("de", "Sie kamen um 10.30 und gingen von 11.15 an.", []),
        ("de", "Er lief mit 7,68, 3,84 und 1,92 Kilometern, von 1,40 auf 0,60 Euro.", ["0,60 Euro", "1,92 Kilometern"]),
        ("it", "L’indice è salito a 112,3 punti.", ["112,3"]),
        ("en", "The index rose to 112.3 from 107.5, in version 2.3 at 9.30.", ["107.5", "112.3"]),
        ("fr", "Il y a eu 12 cas pour 100 000 habitants, et un prêt pour 23 projets.", ["12", "23"]),
        ("es", "Las importaciones fueron por 37 millones.", ["37 millones"]),
        ("en", "They sent 76 Lady Health Workers, of Room 7 Old Buildings.", ["76"]),
    ],
)
def test_levels_and_counts_after_prepositions_are_drafted(
    folder: Callable[..., Path], tag: str, text: str, numbers: list[str]
) -> None:
    assert sorted(numbers_drafted(folder, tag, text)) == numbers


def test_cents_are_drafted_in_the_currency_of_their_article(folder: Callable[..., Path]) -> None:
    head = "articles: [{id: a, file: a.txt, title: A, currency: USD}]\n"
    drafts = suggest(open_dossier(folder(head, a="The dividend rose to 8.5 cents, and not by 45 cents.\n")), ["a"])
    assert sorted(draft["sources"][0]["number"] for draft in drafts["figures"]) == ["45 cents", "8.5 cents"]


def test_several_measures_of_a_dimension_are_offered_and_none_is_chosen(folder: Callable[..., Path]) -> None:
    head = "articles: [{id: a, file: a.txt, title: A}]\n"
    measures = (
        "measures:\n  - {id: drift, name: drift, unit: km}\n  - {id: altitude, name: altitude, unit: ft}\n"
        "entities: [{id: jet, name: Jet, kind: product}]\n"
    )
    dossier = open_dossier(folder(head + measures, a="The Jet fell 11 kilometres. It has a drift of 40 km.\n"))
    drafts = {each["sources"][0]["number"]: each["measure"] for each in suggest(dossier, ["a"])["figures"]}
    assert drafts == {"11 kilometres": Noted(None, "perhaps drift, altitude"), "40 km": "drift"}


def test_a_measure_that_only_the_sentence_names_is_not_that_of_what_is_counted(folder: Callable[..., Path]) -> None:
    head = (
        "articles: [{id: a, file: a.txt, title: A}]\nunits: [{id: count, name: count, exact: true}]\n"
        "measures: [{id: employees, name: employees, unit: count}]\n"
    )
    text = "It has 3,400 employees, and 1,450 shareholders are among the employees.\n"
    drafts = suggest(open_dossier(folder(head, a=text)), ["a"])["figures"]
    assert {each["sources"][0]["number"]: each["measure"] for each in drafts} == {
        "3,400": "employees",
        "1,450": Noted(None, "perhaps shareholders"),
    }


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Harvests were 6.2 percent more.", Noted(None, "perhaps growth")),
        ("The plant met 6.2 percent of it.", Noted(None, "perhaps share")),
        ("The part of wind rose by 6.2 percent.", Noted(None, "perhaps growth")),
    ],
)
def test_a_change_is_no_share(folder: Callable[..., Path], text: str, measure: Noted) -> None:
    measures = "[{id: share, name: part, unit: '%'}, {id: growth, name: growth, unit: '%', changes: true}]"
    head = f"measures: {measures}\narticles: [{{id: a, file: a.txt, title: A}}]\n"
    (draft,) = suggest(open_dossier(folder(head, a=f"{text}\n")), ["a"])["figures"]
    assert draft["measure"] == measure
