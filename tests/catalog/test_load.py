"""From a catalog file to its records, or to every problem of it with its place and what to do."""

from decimal import Decimal
from pathlib import Path

import pytest

from tui.catalog.find import builtin
from tui.catalog.load import load, parse
from tui.catalog.problem import CatalogError
from tui.dates.edtf import HOW

HEAD = "lode: 1\ntitle: Test\n"


FACTOR = "a factor must be between 1E-30 and 1E+30 and have at most 50 digits"


def problems(text: str) -> list[str]:
    """What is wrong with a catalog, each as LINE:COLUMN: MESSAGE."""
    with pytest.raises(CatalogError) as refusal:
        parse(text)
    return [str(problem).removeprefix("catalog.yaml:").replace(" error:", "") for problem in refusal.value.problems]


def under(kind: str, entry: str) -> list[str]:
    """What is wrong with a catalog of one record, whose first line is line 4."""
    first, *rest = entry.splitlines()
    return problems(HEAD + f"{kind}:\n  - {first}\n" + "".join(f"    {line}\n" for line in rest))


# What holds


def test_the_built_in_catalog_holds_and_knows_its_places() -> None:
    catalog = load(builtin())
    lines = builtin().read_text(encoding="utf-8").splitlines()
    for record in [*catalog.articles, *catalog.entities, *catalog.figures, *catalog.events]:
        _, line, column = record.mark("id")
        assert lines[line - 1][column - 1 :] == record.id


def test_every_kind_of_record_is_read_as_written() -> None:
    catalog = parse(
        HEAD
        + """\
units:
  - id: kt
    name: kilotonne
    written: kilotonnes
    base: t
    factor: 1000
  - {id: t, name: tonne, written: [tons, ton]}
measures:
  - {id: output, name: production, unit: t, per: yr}
relations:
  - {is: located in, inverse: holds}
articles:
  - id: a
    file: a.txt
    title: "[A]"
    published: 2025-03-31
    dated_by: March 31, 2025
    artefacts: ["(#)", {text: "[said](#)", reads: said}]
entities:
  - id: no-1
    name: NO
    kind: country
    except: [NO way]
    draft: true
    relations:
      - {is: located in, of: b, sources: [{article: a, quote: q, when: w}]}
figures:
  - id: f
    measure: output
    subject: no-1
    period: 2024
    bound: ≤
    decimals: -1
    sources:
      - {article: a, quote: "q 2,500 tons", number: "2,500 tons", said: s, via: x}
events:
  - {id: e, date: XXXX-12-01, what: deadline, entities: no-1, sources: [{article: a, quote: q}]}
ignored:
  - {article: a, quote: q 12:30, number: 12:30, why: time of day}
  - {name: Leave, why: page furniture}
"""
    )
    assert catalog.lode == "1"
    kilotonne, tonne = catalog.units
    assert (kilotonne.written, kilotonne.base, kilotonne.factor) == (["kilotonnes"], "t", Decimal(1000))
    assert (tonne.written, tonne.base, tonne.factor, tonne.exact) == (["tons", "ton"], None, Decimal(1), False)
    assert (catalog.measures[0].unit, catalog.measures[0].per) == ("t", "yr")
    assert (catalog.relations[0].id, catalog.relations[0].inverse) == ("located in", "holds")
    article = catalog.articles[0]
    assert (article.published, article.dated_by, article.url) == ("2025-03-31", ["March 31, 2025"], None)
    assert [(artefact.text, artefact.reads) for artefact in article.artefacts] == [("(#)", ""), ("[said](#)", "said")]
    entity = catalog.entities[0]
    assert (entity.name, entity.except_, entity.draft) == ("NO", ["NO way"], True)
    assert (entity.relations[0].id, entity.relations[0].of) == ("located in", "b")
    figure = catalog.figures[0]
    assert (figure.bound, figure.decimals, figure.period, figure.nature) == ("≤", -1, "2024", "reported")
    assert (figure.sources[0].number, figure.sources[0].via) == ("2,500 tons", ["x"])
    assert catalog.events[0].entities == ["no-1"]
    assert [entry.why for entry in catalog.ignored] == ["time of day", "page furniture"]


def test_an_empty_value_is_as_good_as_none() -> None:
    catalog = parse(HEAD + "articles:\nentities:\n  - {id: a, name: A, kind: person, note: , aliases: }\n")
    assert catalog.articles == []
    assert (catalog.entities[0].note, catalog.entities[0].aliases) == (None, [])


def test_a_draft_may_leave_open_what_a_figure_is_about() -> None:
    figures = "figures:\n  - {id: f, draft: yes, sources: [{article: a, quote: q, number: n}]}\n"
    figure = parse(HEAD + figures).figures[0]
    assert (figure.draft, figure.measure, figure.subject) == (True, None, None)


def test_a_byte_order_mark_is_not_part_of_the_catalog() -> None:
    assert parse("\ufeff" + HEAD).title == "Test"


# What does not


def test_a_catalog_without_its_key_is_not_one_of_lode() -> None:
    assert problems("title: Test\n") == ["1:1: this is not a lode catalog: the key `lode: 1` is missing at the top"]


@pytest.mark.parametrize("text", ["", "# a comment\n", "- a\n- b\n", "just words\n"])
def test_what_has_no_keys_is_not_a_catalog(text: str) -> None:
    message = "this is not a catalog, which begins with `lode: 1` and lists articles, entities and figures"
    assert problems(text) == [f"1:1: {message}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lode: 2\ntitle: Test\n", ["1:7: “lode” cannot be “2”; it must be 1"]),
        ("lode: 1\n", ["1:1: the key “title” is missing; add it"]),
        ("lode: 1\ntitle:\n", ["2:7: the key “title” is missing; add it"]),
        ("lode: 1\ntitle: ''\n", ["2:8: “title” is empty; fill it in or take it out"]),
        ("lode: 1\ntitle: [a]\n", ["2:8: “title” is a text, not a list"]),
        ("lode: 1\ntitle: {a: b}\n", ["2:8: “title” is a text, not a mapping"]),
        (HEAD + "article: []\n", ["3:1: unknown key “article”; nearest: articles"]),
        (HEAD + "zzz: 1\n", ["3:1: unknown key “zzz”"]),
        (HEAD + "articles: none\n", ["3:11: “articles” is a list, not a text: begin each item with a hyphen"]),
        (HEAD + "articles: {a: b}\n", ["3:11: “articles” is a list, not a mapping: begin each item with a hyphen"]),
        (HEAD + "articles: [a]\n", ["3:12: an entry of “articles” has keys of its own and is not a text"]),
        (HEAD + "articles: [[]]\n", ["3:12: an entry of “articles” has keys of its own and is not a list"]),
        (HEAD + "articles:\n  -\n", ["4:4: an entry of “articles” is empty; fill it in or take it out"]),
    ],
)
def test_the_frame_of_a_catalog_is_checked(text: str, expected: list[str]) -> None:
    assert problems(text) == expected


ARTICLE = "id: a\nfile: a.txt\ntitle: A\n"
ENTITY = "id: a\nname: A\nkind: person\n"
FIGURE = "id: f\nmeasure: m\nsubject: s\n"
SOURCES = "sources: [{article: a, quote: q, number: n}]\n"


@pytest.mark.parametrize(
    ("kind", "entry", "expected"),
    [
        (
            "entities",
            "id: a\nnme: A\nkind: person",
            ["4:5: the key “name” is missing; add it", "5:5: unknown key “nme”; nearest: name"],
        ),
        ("entities", "id: a\nname: A", ["4:5: the key “kind” is missing; add it"]),
        ("entities", ENTITY + "excepts: [b]", ["7:5: unknown key “excepts”; nearest: except"]),
        ("entities", ENTITY + "except_: [b]", ["7:5: unknown key “except_”; nearest: except"]),
        ("entities", ENTITY + "nonsense:", ["7:5: unknown key “nonsense”"]),
        ("entities", ENTITY + "aliases: B", ["7:14: “aliases” is a list, not a text: begin each item with a hyphen"]),
        ("entities", ENTITY + "aliases: [B, [C]]", ["7:18: an entry of “aliases” is a text, not a list"]),
        (
            "entities",
            ENTITY + "aliases:\n  - B\n  -\n",
            ["9:8: an entry of “aliases” is empty; fill it in or take it out"],
        ),
        ("entities", ENTITY + "aliases: [(the) B]", ["7:15: “aliases”: a name must begin with a letter or a digit"]),
        ("entities", ENTITY + "draft: maybe", ["7:12: “draft” must be true or false"]),
        (
            "entities",
            ENTITY + "mentions: [{article: a, qote: q}]",
            ["7:16: the key “quote” is missing; add it", "7:29: unknown key “qote”; nearest: quote"],
        ),
        (
            "entities",
            ENTITY + "relations: [{is: in, of: b, sources: []}]",
            ["7:42: “sources” is empty; fill it in or take it out"],
        ),
        (
            "entities",
            ENTITY + "relations: [{id: in, of: b, sources: [{article: a, quote: q}]}]",
            ["7:17: the key “is” is missing; add it", "7:18: unknown key “id”"],
        ),
        (
            "articles",
            ARTICLE + "published: soon",
            ["7:16: “published”: “soon” is not a date; " + HOW],
        ),
        ("articles", ARTICLE + "published: Q2 2020", ["7:16: “published”: “Q2 2020” is not a date; write 2020-34"]),
        (
            "articles",
            ARTICLE + "published: 31.03.2025",
            ["7:16: “published”: “31.03.2025” is not a date; write 2025-03-31"],
        ),
        (
            "articles",
            ARTICLE + "published: 03/04/2025",
            ["7:16: “published”: “03/04/2025” is not a date; write 2025-04-03 or 2025-03-04"],
        ),
        ("articles", ARTICLE + "published: the 1980s", ["7:16: “published”: “the 1980s” is not a date; write 198X"]),
        ("articles", ARTICLE + "published: 1980s", ["7:16: “published”: “1980s” is not a date; write 198X"]),
        (
            "articles",
            ARTICLE + "published: 2025-02-30",
            ["7:16: “published”: “2025-02-30” is not a date: February 2025 has 28 days; write 2025-02-28 or 2025-02"],
        ),
        (
            "articles",
            ARTICLE + "artefacts: [{txt: x}]",
            ["7:17: the key “text” is missing; add it", "7:18: unknown key “txt”; nearest: text"],
        ),
        ("figures", FIGURE, ["4:5: the key “sources” is missing; add it"]),
        (
            "figures",
            "id: f\nsubject: s\n" + SOURCES,
            ["4:5: the key “measure” is missing; add it, or set draft: true"],
        ),
        (
            "figures",
            "id: f\nmeasure: m\ndraft: false\n" + SOURCES,
            ["4:5: the key “subject” is missing; add it, or set draft: true"],
        ),
        (
            "articles",
            ARTICLE + "language: german",
            ["7:15: “german” is not a language: give its BCP 47 tag, such as en, de-CH or pt-BR"],
        ),
        ("articles", ARTICLE + "language: [de]", ["7:15: “language” is a text, not a list"]),
        ("articles", ARTICLE + "sha256: abc", ["7:13: “abc” is not a SHA-256 digest: 64 digits from 0 to f"]),
        (
            "figures",
            FIGURE + SOURCES + "nature: estimte",
            [
                "8:13: “nature” cannot be “estimte”; it must be one of reported, estimate, target, forecast, "
                "potential; nearest: estimate"
            ],
        ),
        ("figures", FIGURE + SOURCES + "bound: ~", ["8:12: “bound” cannot be “~”; it must be one of =, ≈, <, ≤, >, ≥"]),
        ("figures", FIGURE + SOURCES + "bound: [<]", ["8:12: “bound” must be one of =, ≈, <, ≤, >, ≥"]),
        (
            "figures",
            FIGURE + SOURCES + "decimals: 1.5",
            ["8:15: “decimals” must be a whole number"],
        ),
        ("figures", FIGURE + SOURCES + "decimals: 31", ["8:15: “decimals” must be 30 or less"]),
        ("figures", FIGURE + SOURCES + "decimals: -31", ["8:15: “decimals” must be -30 or more"]),
        ("figures", FIGURE + SOURCES + "decimals: [1]", ["8:15: “decimals” must be a whole number"]),
        ("figures", FIGURE + SOURCES + f"decimals: {'9' * 5000}", ["8:15: “decimals” must be a whole number"]),
        (
            "figures",
            FIGURE + "sources:\n  - {article: a, quote: q, number: 2,500 tons}",
            [
                "8:42: unknown key “500 tons”; inside braces a comma ends the value: quote it, or write it on lines "
                "of its own"
            ],
        ),
        (
            "measures",
            "id: m\nname: m\nunit: t\nper: /",
            ["7:10: “/” is not a rate: write what it is per, such as yr, day, t, capita, 100000 or ha/yr"],
        ),
        (
            "units",
            "id: metric t\nname: x",
            ["4:9: “metric t” is not an id: the short form of a unit, without white space"],
        ),
        (
            "units",
            "id: t\nname: x\nbase: t\nfactor: 1,000",
            ["7:13: “factor” must be a number: digits, with a point before decimals"],
        ),
        ("units", "id: t\nname: x\nbase: t\nfactor: 0", ["7:13: “factor” must be more than 0"]),
        (
            "units",
            "id: t\nname: x\nbase: t\nfactor: NaN",
            ["7:13: “factor” must be a number: digits, with a point before decimals"],
        ),
        *(
            ("units", f"id: t\nname: x\nbase: t\nfactor: {factor}", [f"7:13: “factor”: {FACTOR}"])
            for factor in ("1E9999999", "1E-9999999", "1E999999", "1E31", "1E-31", "1" * 51, "0." + "1" * 51)
        ),
        (
            "units",
            f"id: t\nname: x\nwritten: [{'x' * 501}]",
            ["6:15: an entry of “written” is longer than 500 characters; shorten it"],
        ),
    ],
)
def test_a_record_is_checked(kind: str, entry: str, expected: list[str]) -> None:
    assert under(kind, entry) == expected


@pytest.mark.parametrize(
    ("kind", "entry", "start", "end"),
    [
        (
            "entities",
            "id: a\nname: A\nkind: organisation",
            "6:11: “kind” cannot be “organisation”; it must be one of person, organization, company,",
            "; nearest: organization",
        ),
        (
            "entities",
            "id: a\nname: A\nkind: zebra",
            "6:11: “kind” cannot be “zebra”; it must be one of person,",
            "unnamed",
        ),
        ("entities", "id: a\nname: A\nkind: city", "6:11: “kind” cannot be “city”", "unnamed"),
        (
            "ignored",
            "name: A\nwhy: page furnitures",
            "5:10: “why” cannot be “page furnitures”; it must be one of page furniture,",
            "; nearest: page furniture",
        ),
    ],
)
def test_the_error_for_a_word_not_in_a_list_names_the_list_and_the_nearest(
    kind: str, entry: str, start: str, end: str
) -> None:
    (problem,) = under(kind, entry)
    assert problem.startswith(start)
    assert problem.endswith(end)


@pytest.mark.parametrize("id", ["a", "russia-reserves-usgs", "2025", "a-1", "россия", "希土類", "A"])
def test_an_id_is_words_joined_by_hyphens(id: str) -> None:
    assert parse(HEAD + f"entities: [{{id: {id}, name: A, kind: person}}]\n").entities[0].id == id


@pytest.mark.parametrize("id", ["a b", "a_b", "-a", "a-", "a--b", "a.b", "a/b", "", "a\\n"])
def test_anything_else_is_none(id: str) -> None:
    (problem,) = under("entities", f'id: "{id}"\nname: A\nkind: person')
    assert problem.startswith("4:9: ")
    assert problem.endswith(" is not an id: letters and digits, in words joined by hyphens")


@pytest.mark.parametrize("factor", ["1E30", "9.9E30", "1E-30", "1" * 31, "0.45359237"])
def test_a_factor_within_bounds_is_taken(factor: str) -> None:
    catalog = parse(HEAD + f"units:\n  - {{id: t, name: t}}\n  - {{id: x, name: x, base: t, factor: {factor}}}\n")
    assert catalog.units[1].factor == Decimal(factor)


def test_a_message_has_an_end() -> None:
    (problem,) = under("articles", f"id: a\nfile: a.txt\ntitle: A\npublished: '{'9' * 5000}'")
    assert problem.startswith("7:16: “published”: “999")
    assert problem.endswith("999” is not a date; " + HOW)
    assert len(problem) < 1100


def test_an_id_has_an_end() -> None:
    assert under("entities", f"id: {'a' * 81}\nname: A\nkind: person") == [
        "4:9: “id” is longer than 80 characters; shorten it"
    ]


def test_what_is_tried_at_each_number_or_name_is_not_too_much() -> None:
    units = "".join(f"\n  - {{id: u{i}, name: u}}" for i in range(1001))
    assert problems(f"lode: 1\ntitle: Test\nunits:{units}") == [
        "4:3: “units” has more than 1,000 entries; take some out"
    ]
    phrases = ", ".join(f"Lake {i}" for i in range(1001))
    assert under("entities", f"id: a\nname: A\nkind: person\nexcept: [{phrases}]") == [
        "7:13: “except” has more than 1,000 entries; take some out"
    ]


def test_several_problems_are_all_reported_in_the_order_of_their_lines() -> None:
    text = """\
lode: 1
title: Test
figures:
  - id: bad id
    measure: m
    subject: s
    sources: []
entities:
  - id: a
    kind: persn
  - id: b
    name: B
    kind: person
    aliases: C
units:
  - {id: t, name: tonne, size: 5}
"""
    assert [problem[: problem.index(": ")] for problem in problems(text)] == [
        "4:9", "7:14", "9:5", "10:11", "14:14", "16:26",
    ]  # fmt: skip


def test_an_id_is_unique_across_all_kinds() -> None:
    text = (
        HEAD
        + """\
measures:
  - {id: a, name: a, unit: t}
units:
  - {id: t, name: tonne}
articles:
  - {id: a, file: a.txt, title: A}
entities:
  - {id: b, name: B, kind: person}
  - {id: a, name: A, kind: person}
figures:
  - {id: b, measure: a, subject: a, sources: [{article: a, quote: q, number: n}]}
events:
  - {id: t, what: x, sources: [{article: a, quote: q}]}
  - {id: a, what: x, sources: [{article: a, quote: q}]}
checks:
  - {id: b, says: x, holds: b = b}
"""
    )
    assert problems(text) == [
        "8:10: the id “a” is taken, on line 4; choose another",
        "11:10: the id “a” is taken, on line 4; choose another",
        "13:10: the id “b” is taken, on line 10; choose another",
        "16:10: the id “a” is taken, on line 4; choose another",
        "18:10: the id “b” is taken, on line 10; choose another",
    ]


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (["{id: t, name: tonne}", "{id: t, name: ton}"], ["5:10: the id “t” is taken, on line 4; choose another"]),
        (
            ["{id: t, name: tonne}", "{id: kt, name: kilotonne, base: tt, factor: 1000}"],
            ["5:37: “tt” is not a base unit: that is listed and has no base of its own; nearest: t"],
        ),
        (
            ["{id: t, name: t, base: kg}", "{id: kt, name: kt, base: t}", "{id: kg, name: kg}"],
            ["5:30: “t” is not a base unit: that is listed and has no base of its own; nearest: t"],
        ),
        (
            ["{id: t, name: tonne, base: t}"],
            ["4:32: “t” is not a base unit: that is listed and has no base of its own; nearest: t"],
        ),
        (
            ["{id: t, name: tonne, factor: 1000}"],
            ["4:34: 1000 of what? Give the unit’s `base`, or take the factor out"],
        ),
        (
            ["{id: t, name: tonne, written: [ton, tons]}", "{id: st, name: short ton, written: [ton]}"],
            ["5:40: “ton” is written for two units, t and st; keep one"],
        ),
        (
            ["{id: t, name: tonne, written: [ton]}", "{id: st, name: short ton, ambiguous: [ton]}"],
            ["5:5: “ton” is written for two units, t and st; keep one"],
        ),
        (
            ["{id: t, name: tonne, written: [st]}", "{id: st, name: short ton}"],
            ["5:5: “st” is written for two units, t and st; keep one"],
        ),
    ],
)
def test_units_must_fit_together(units: list[str], expected: list[str]) -> None:
    assert problems(HEAD + "units:\n" + "".join(f"  - {unit}\n" for unit in units)) == expected


def test_a_form_may_be_listed_beside_the_id_that_it_repeats() -> None:
    assert parse(HEAD + "units:\n  - {id: t, name: tonne, written: [t, tons]}\n").units[0].written == ["t", "tons"]


def test_a_measure_names_a_unit_of_the_catalog() -> None:
    text = HEAD + "units: [{id: tonne, name: tonne}]\nmeasures:\n  - {id: m, name: m, unit: tonnes}\n"
    assert problems(text) == ["5:28: no unit has the id “tonnes”; nearest: tonne"]


# The file


def test_a_file_is_named_in_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("lode: 1\n", encoding="utf-8")
    with pytest.raises(CatalogError) as refusal:
        load(path)
    assert str(refusal.value) == "mine.yaml:1:1: error: the key “title” is missing; add it"


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        (None, "does not exist; `lode new {folder}` writes one"),
        (b"lode: 1\ntitle: caf\xe9\n", "is not UTF-8: byte 18 is 0xe9; save it as UTF-8"),
        ("lode: 1\n".encode("utf-16"), "is UTF-16: byte 0 is 0xff; save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, stored: bytes | None, reason: str) -> None:
    path = tmp_path / "catalog.yaml"
    if stored is not None:
        path.write_bytes(stored)
    with pytest.raises(CatalogError) as refusal:
        load(path)
    assert str(refusal.value) == f"{path}:1:1: error: the catalog {reason.format(folder=tmp_path)}"
    assert [problem.code for problem in refusal.value.problems] == ["unreadable"]


def test_a_folder_is_not_a_catalog(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="the catalog is not a regular file"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ("[smoots]", ["3:9: no built-in unit has the id “smoots”; give the unit its `name`"]),
        ("[furlongs]", ["3:9: no built-in unit has the id “furlongs”; give the unit its `name`; nearest: furlong"]),
        ("[kmh]", ["3:9: no built-in unit has the id “kmh”; give the unit its `name`; nearest: km/h"]),
        ("[dollars]", ["3:9: no built-in unit has the id “dollars”; give the unit its `name`; nearest: USD"]),
        (
            "[{id: km, base: m, factor: 1000}]",
            ["3:24: “km” is a built-in unit; give it a `name` to define it again, or leave `base` and `exact` out"],
        ),
    ],
)
def test_an_entry_without_a_name_is_a_built_in_unit(units: str, expected: list[str]) -> None:
    assert problems(HEAD + f"units: {units}\n") == expected


def test_a_measure_may_be_in_a_built_in_unit() -> None:
    catalog = parse(HEAD + "units: [MWh]\nmeasures: [{id: power, name: power, unit: kWh}]\n")
    assert [(unit.id, unit.name) for unit in catalog.units] == [("MWh", None)]


@pytest.mark.parametrize(
    ("id", "says"),
    [
        ("kilomtre", "no unit has the id “kilomtre”; nearest: km"),
        ("barels", "no unit has the id “barels”; nearest: bbl"),
        ("kgs", "nearest: kg"),
        ("degC", "nearest: °C"),
        ("C", "nearest: °C"),
        ("deg F", "nearest: °F"),
        ("km2", "nearest: km²"),
        ("sq km", "nearest: km²"),
        ("metric tons", "nearest: t"),
        ("s", "nearest: sec"),
        ("in", "nearest: inch"),
        ("people", "nearest: count"),
        ("kilomter", "nearest: km"),
        ("kt CO2", "nearest: kt"),
        ("cents", "nearest: USD-cent"),
        ("mb/d", "a rate has two keys: `unit: bbl`, `per: day`"),
        ("t/yr", "a rate has two keys: `unit: t`, `per: yr`"),
        ("USD per barrel", "a rate has two keys: `unit: USD`, `per: bbl`"),
        ("µg/m3", "a rate has two keys: `unit: µg`, `per: m³`"),
        ("per capita", "what values are for one of goes to `per`"),
        ("flights", "what is counted one by one has `unit: count`"),
        ("smoot", "`lode list units` shows those that are built in, and any other is listed in `units` with its name"),
    ],
)
def test_the_nearest_built_in_unit_is_named(id: str, says: str) -> None:
    text = f"lode: 1\ntitle: A\nmeasures:\n  - id: m\n    name: m\n    unit: {id}\n"
    assert says in problems(text)[0]
