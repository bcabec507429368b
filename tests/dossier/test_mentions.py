"""Names are found whole, longest first, and nowhere that they only seem to be."""

import unicodedata

import pytest

from tests.conftest import Linked
from tests.dossier.conftest import Entities
from tui.dossier.dossier import Dossier


def named(dossier: Dossier, article: str = "a") -> list[tuple[str, str]]:
    """The words of each mention and whom they name."""
    document = dossier.documents[article]
    return [(document[mention.span], mention.record) for mention in dossier.mentions[article]]


def words(dossier: Dossier, article: str = "a") -> list[str]:
    return [exact for exact, _ in named(dossier, article)]


def test_the_longest_name_wins_and_the_one_inside_is_not_a_mention(linked: Linked, entities: Entities) -> None:
    catalog = entities(us=["US"], usgs=["US Geological Survey", "USGS"], survey=["Geological Survey"])
    dossier = linked(catalog, a="The US Geological Survey (USGS) is in the US; a Geological Survey is elsewhere.")
    assert named(dossier) == [
        ("US Geological Survey", "usgs"),
        ("USGS", "usgs"),
        ("US", "us"),
        ("Geological Survey", "survey"),
    ]


def test_of_two_names_that_overlap_the_longer_wins_even_where_it_begins_later(
    linked: Linked, entities: Entities
) -> None:
    dossier = linked(
        entities(bank=["Bank of Russia"], today=["Russia Today Group"]), a="The Bank of Russia Today Group"
    )
    assert named(dossier) == [("Russia Today Group", "today")]


def test_of_two_equally_long_names_the_first_wins(linked: Linked, entities: Entities) -> None:
    dossier = linked(entities(bc=["bbb ccc"], ab=["aaa bbb"]), a="aaa bbb ccc")
    assert named(dossier) == [("aaa bbb", "ab")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rusal", ["Rusal"]),
        ("(Rusal), “Rusal”; Rusal.", ["Rusal"] * 3),
        ("Rusal's plant and Rusal’s owner", ["Rusal"] * 2),
        ("the Rusal-owned plant, pro-Rusal, Rusal–Rostec", ["Rusal"] * 3),
        ("line\nRusal\nline", ["Rusal"]),
        ("Rusals, UCRusal, Rusal2, 2Rusal, Rusalka", []),
        ("Rusal\N{COMBINING ACUTE ACCENT} and éRusal and Rusalé and e\N{COMBINING ACUTE ACCENT}Rusal", []),
        ("RUSAL rusal rUsal", []),
        ("", []),
    ],
)
def test_word_bounds_and_case(linked: Linked, entities: Entities, text: str, found: list[str]) -> None:
    assert words(linked(entities(rusal=["Rusal"]), a=text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the U.S. and the U.S.", ["U.S."] * 2),
        ("U.S.-led, U.S.’s, (U.S.)", ["U.S."] * 3),
        ("the U.S.S.R. and the U.S.A.", []),
        ("the U.S", []),
    ],
)
def test_a_point_at_the_end_of_a_name_is_part_of_it(
    linked: Linked, entities: Entities, text: str, found: list[str]
) -> None:
    assert words(linked(entities(us=["U.S."]), a=text)) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("the project's operator", "He urged the project’s operator."),
        ("the project’s operator", "He urged the project's operator."),
        ("Vice-Rector", "a Vice‑Rector said"),
        ("Vice–Rector", "a Vice-Rector said"),
        ("Getty Images", "from Getty\N{NO-BREAK SPACE}Images"),
        ("The “Angry” Group", 'The "Angry" Group'),
    ],
)
def test_quotes_dashes_and_spaces_that_look_the_same_are_one(
    linked: Linked, entities: Entities, name: str, text: str
) -> None:
    assert len(words(linked(entities(it=[name]), a=text))) == 1


@pytest.mark.parametrize("text", ["US$315 million", "US$ 5", "$US 5", "US£5"])
def test_the_letters_of_a_currency_name_no_country(linked: Linked, entities: Entities, text: str) -> None:
    assert words(linked(entities(us=["US"]), a=f"The US paid {text} to the US.")) == ["US"] * 2


def test_a_name_near_an_amount_is_a_mention(linked: Linked, entities: Entities) -> None:
    assert words(linked(entities(us=["US"]), a="The US $5 bill, $5 for the US, US-$5")) == ["US"] * 3


def test_only_materials_are_found_in_any_case(linked: Linked, entities: Entities) -> None:
    catalog = entities(
        tin={"name": "tin", "kind": "material", "aliases": ["Rare Earths"]}, oil=["oil"], defence=["Shield"]
    )
    dossier = linked(catalog, a="Tin, TIN and tin; rare earths, RARE EARTHS. Oil, OIL, oil. shield, SHIELD.")
    assert words(dossier) == ["Tin", "TIN", "tin", "rare earths", "RARE EARTHS", "oil"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("トランプ大統領は", [("トランプ", "trump")]),
        ("ロシア軍が中国と", [("ロシア", "russia"), ("中国", "china")]),
        ("北京大学は北京にある", [("北京大学", "university"), ("北京", "beijing")]),
        ("中国A股 and A中国B", [("中国", "china"), ("中国", "china")]),
        ("Rusal中国", [("Rusal", "rusal"), ("中国", "china")]),
    ],
)
def test_scripts_without_spaces_have_no_word_bounds(
    linked: Linked, entities: Entities, text: str, found: list[tuple[str, str]]
) -> None:
    catalog = entities(
        trump=["トランプ"],
        russia=["ロシア"],
        china=["中国"],
        beijing=["北京"],
        university=["北京大学"],
        rusal=["Rusal"],
    )
    assert named(linked(catalog, a=text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.com/Rusal/Rusal-news and Rusal", 1),
        ("<https://Rusal.example>Rusal", 1),
        ("www.Rusal.example", 0),
        ("HTTP://example.com?Rusal", 0),
        ("Rusal https://example.com", 1),
        ("Rusal.example", 1),
    ],
)
def test_no_mention_in_an_address(linked: Linked, entities: Entities, text: str, found: int) -> None:
    assert words(linked(entities(rusal=["Rusal"]), a=text)) == ["Rusal"] * found


def test_no_mention_in_a_scraping_leftover(linked: Linked, entities: Entities) -> None:
    dossier = linked(
        '    artefacts: ["Follow Rusal here"]\n' + entities(rusal=["Rusal"]), a="Rusal grew. Follow Rusal here. Rusal"
    )
    assert [mention.span.start for mention in dossier.mentions["a"]] == [0, 31]


def test_no_mention_in_an_address_that_a_leftover_begins_in(linked: Linked, entities: Entities) -> None:
    catalog = '    artefacts: ["](https:", "(https"]\n' + entities(rusal=["Rusal"])
    assert words(linked(catalog, a="[Rusal](https://example.com/Rusal) (https://example.com/Rusal)")) == ["Rusal"]


def test_a_phrase_that_holds_a_name_but_means_something_else(linked: Linked, entities: Entities) -> None:
    catalog = entities(
        defense={"name": "defense", "kind": "industry", "except": ["defense contractor", "self-defense"]},
        contractor=["contractor"],
    )
    dossier = linked(catalog, a="A defense contractor in defense; self-defense, and the defense.")
    assert named(dossier) == [("contractor", "contractor"), ("defense", "defense"), ("defense", "defense")]
    assert [mention.span.start for mention in dossier.mentions["a"] if mention.record == "defense"] == [24, 55]


def test_a_phrase_is_excepted_for_its_own_entity_only(linked: Linked, entities: Entities) -> None:
    catalog = entities(
        georgia={"name": "Georgia", "kind": "country", "except": ["Georgia Tech"]},
        tech={"name": "Tech", "kind": "company"},
    )
    assert named(linked(catalog, a="Georgia Tech, Georgia")) == [("Tech", "tech"), ("Georgia", "georgia")]


BY_HAND = {"name": "Vladimir Putin", "kind": "person", "mentions": [{"article": "a", "quote": "the Kremlin leader"}]}


def test_a_mention_by_hand_is_found_without_a_name_and_covers_a_shorter_name(
    linked: Linked, entities: Entities
) -> None:
    dossier = linked(entities(kremlin=["Kremlin"], putin=BY_HAND), a="The Kremlin: the Kremlin leader spoke.")
    assert named(dossier) == [("Kremlin", "kremlin"), ("the Kremlin leader", "putin")]


@pytest.mark.parametrize("order", [("state", "country"), ("country", "state")])
def test_a_mention_by_hand_wins_over_a_name_in_the_same_words(
    linked: Linked, entities: Entities, order: tuple[str, str]
) -> None:
    records: dict[str, object] = {
        "country": ["Georgia"],
        "state": {
            "name": "State of Georgia",
            "kind": "place",
            "mentions": [{"article": "a", "quote": "Georgia", "prefix": "Atlanta, "}],
        },
    }
    dossier = linked(entities(**{id: records[id] for id in order}), a="In Georgia, and in Atlanta, Georgia.")
    assert named(dossier) == [("Georgia", "country"), ("Georgia", "state")]


def test_a_mention_by_hand_that_is_not_there_takes_no_other_with_it(linked: Linked, entities: Entities) -> None:
    dossier = linked(entities(kremlin=["Kremlin"], putin=BY_HAND), a="The Kremlin and Vladimir Putin.")
    assert named(dossier) == [("Kremlin", "kremlin"), ("Vladimir Putin", "putin")]
    assert [problem.code for problem in dossier.problems] == ["not-found"]


def test_a_text_may_end_in_the_first_word_of_a_longer_name(linked: Linked, entities: Entities) -> None:
    dossier = linked(entities(mp=["MP"], materials=["MP Materials"]), a="MP Materials, or MP")
    assert named(dossier) == [("MP Materials", "materials"), ("MP", "mp")]


def test_a_material_is_found_after_a_letter_that_is_longer_in_lower_case(linked: Linked, entities: Entities) -> None:
    dossier = linked(entities(tin={"name": "tin", "kind": "material"}), a="İzmir and DİYARBAKIR: Tin and TIN.")
    assert words(dossier) == ["Tin", "TIN"]


def test_names_in_also_are_for_search_alone(linked: Linked, entities: Entities) -> None:
    catalog = entities(rosatom={"name": "Rosatom", "kind": "company", "short": "Ros", "also": ["Rosatomflot"]})
    assert words(linked(catalog, a="Rosatomflot, Ros and Rosatom")) == ["Rosatom"]


def test_mentions_are_in_the_order_of_the_text_in_each_article(linked: Linked, entities: Entities) -> None:
    catalog = entities(b=["Bbb"], a=["Aaa"])
    dossier = linked(catalog, one="Bbb Aaa Bbb", two="Aaa")
    assert named(dossier, "one") == [("Bbb", "b"), ("Aaa", "a"), ("Bbb", "b")]
    assert named(dossier, "two") == [("Aaa", "a")]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Élan", "E\N{COMBINING ACUTE ACCENT}lan"),
        ("E\N{COMBINING ACUTE ACCENT}lan", "Élan"),
        ("Rosatom", "Ros\u00adatom"),
        ("Rosatom", "Ros\u200batom"),
        ("Griffin", "Griﬃn"),
        ("포스코", unicodedata.normalize("NFD", "포스코")),
    ],
)
def test_a_name_is_found_in_another_spelling(name: str, printed: str, linked: Linked) -> None:
    text = f"A \u00adﬁne day: {printed} and {printed}, not {printed}x."
    dossier = linked(f"entities: [{{id: x, name: {name}, kind: company}}]", a=text)
    assert [text[mention.span.start : mention.span.end] for mention in dossier.mentions["a"]] == [printed, printed]
