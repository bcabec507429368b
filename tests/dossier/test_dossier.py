"""What the rest of lode asks a dossier: records, their places, their order, and that none of it changes."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Linked
from tui.dossier.dossier import Dossier, order
from tui.dossier.records import Figure
from tui.linking.link import open_dossier

CATALOG = """\
units:
  - id: t
    name: tonne
    written: tons
  - id: Mt
    name: megatonne
    base: t
    factor: 1000000
measures:
  - id: reserves
    name: reserves
    unit: t
relations:
  - is: owns
    inverse: owned by
  - is: leaves
    inverse: left by
articles:
  - id: undated
    file: c.txt
    title: "[Undated]"
  - id: later
    file: a.txt
    title: "[Later]"
    published: 2025
    dated_by: in 2025
    resolved: 2025-06
    resolved_by: a guess
  - id: earlier
    file: b.txt
    title: "[Earlier]"
    published: 2025-03
    dated_by: closed in March 2025
entities:
  - id: rusal
    name: United Company Rusal
    kind: company
    short: Rusal
    aliases: [Rusal]
    relations:
      - is: owns
        of: plant
        sources:
          - article: later
            quote: Rusal owns the Plant
      - is: leaves
        of: plant
        sources:
          - article: later
            quote: Rusal leaves it
  - id: plant
    name: Plant
    kind: facility
figures:
  - id: plant-reserves
    measure: reserves
    subject: plant
    period: 2025
    sources:
      - article: later
        quote: The Plant has 5 tons in 2025
        number: 5 tons
        when: in 2025
      - article: earlier
        quote: The Plant has 5 tons in March 2025
        number: 5 tons
        when: March 2025
events:
  - id: closing
    date: 2025-03
    what: The plant closes
    sources:
      - article: earlier
        quote: closed in March 2025
        when: March 2025
  - id: opening
    date: 2025-03
    resolved: 2025-03-20
    resolved_by: a guess
    what: The plant opens
    sources:
      - article: earlier
        quote: closed in March 2025
        when: March 2025
"""

TEXTS = {
    "a": "The Plant has 5 tons in 2025. Rusal owns the Plant. Rusal leaves it.",
    "b": "Rusal closed in March 2025. The Plant has 5 tons in March 2025 AD.",
    "c": "The Plant.",
}


@pytest.fixture
def small(folder: Callable[..., Path]) -> Dossier:
    dossier = open_dossier(folder(CATALOG, **TEXTS))
    assert [str(problem) for problem in dossier.problems] == []
    return dossier


def test_records_are_kept_by_id_in_the_catalogs_order(small: Dossier) -> None:
    assert [record.id for record in small.records] == [
        "undated", "later", "earlier", "rusal", "plant", "plant-reserves", "closing", "opening", "reserves"
    ]  # fmt: skip
    assert all(small.get(record.id) is record for record in small.records)
    assert small.get("nobody") is None
    assert [record.kind for record in small.records] == ["article"] * 3 + ["entity"] * 2 + [
        "figure", "event", "event", "measure"
    ]  # fmt: skip


def test_a_record_has_the_place_of_its_entry_in_the_catalog(small: Dossier) -> None:
    lines = small.catalog.read_text().splitlines()
    for record in small.records:
        mark = record.mark
        assert lines[mark.line - 1][mark.column - 1 :] == f"id: {record.id}"


def test_articles_are_in_the_order_of_their_best_date_undated_ones_last(small: Dossier) -> None:
    assert small.article_order == ["earlier", "later", "undated"]


def test_an_entitys_mentions_are_by_article_then_in_the_order_of_the_text(small: Dossier) -> None:
    places = [(mention.article, mention.span.start) for mention in small.occurrences_of("plant")]
    assert places == [("earlier", 32), ("later", 4), ("later", 45), ("undated", 4)]


def test_figures_in_an_article(small: Dossier) -> None:
    assert [figure.id for figure in small.index.in_article("later", Figure)] == ["plant-reserves"]
    assert small.index.in_article("undated", Figure) == []


def test_relations_read_from_both_sides(small: Dossier) -> None:
    found = [(other.id, small.inverse(relation.name)) for other, relation in small.index.relations_to("plant")]
    assert found == [("rusal", "owned by"), ("rusal", "left by")]
    assert small.inverse("found beside") == "(found beside)"
    assert list(small.index.relations_to("rusal")) == []


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("rusal", "Rusal"),
        ("plant", "Plant"),
        ("later", "[Later]"),
        ("reserves", "reserves"),
        ("closing", "The plant closes"),
        ("plant-reserves", "reserves, Plant"),
        ("nobody", ""),
        (None, ""),
    ],
)
def test_what_a_record_is_called(small: Dossier, id: str | None, name: str) -> None:
    assert small.name_of(id) == name


@pytest.mark.parametrize(
    ("id", "date"),
    [
        ("later", "2025-06"),
        ("earlier", "2025-03"),
        ("undated", None),
        ("closing", "2025-03"),
        ("opening", "2025-03-20"),
        ("plant-reserves", "2025"),
        ("rusal", None),
        ("reserves", None),
    ],
)
def test_the_date_of_a_record_is_inferred_where_something_is(small: Dossier, id: str, date: str | None) -> None:
    record = small.get(id)
    assert record is not None
    assert record.sorting_date == date


@pytest.mark.parametrize(
    ("id", "first", "count"),
    [
        ("rusal", "Rusal", 3),
        ("plant-reserves", "The Plant has 5 tons in 2025", 2),
        ("closing", "closed in March 2025", 1),
        ("later", "The Plant has 5 tons in 2025.", 1),
    ],
)
def test_where_a_record_stands(small: Dossier, id: str, first: str, count: int) -> None:
    record = small.get(id)
    assert record is not None
    sources = small.sources_of(record)
    assert len(sources) == count
    assert small.documents[sources[0].article][sources[0].quote] == first


def test_a_measure_and_an_empty_article_have_no_sources(linked: Linked) -> None:
    dossier = linked("units:\n  - id: t\n    name: t\nmeasures:\n  - id: m\n    name: m\n    unit: t\n", a="")
    assert dossier.sources_of(dossier.measures["m"]) == []
    assert dossier.sources_of(dossier.articles["a"]) == []


def test_what_a_reader_is_shown_first_of_a_figure_is_its_number(small: Dossier) -> None:
    source = small.figures["plant-reserves"].sources[0]
    number = source.occurrence("plant-reserves")
    assert (number.role, small.documents["later"][number.span]) == ("number", "5 tons")
    assert number.cited == number.span
    assert small.documents["later"][source.when or source.quote] == "in 2025"
    event = small.occurrences_of("closing")[0]
    assert event.cited == event.quote


def test_the_unit_of_a_figure_is_its_measures(small: Dossier) -> None:
    assert small.unit_of(small.figures["plant-reserves"]).id == "t"


def test_dates_are_ordered_in_time_and_none_comes_last() -> None:
    dates = [None, "2025-03", "2024", "2025", "XXXX-12-01", "../2024-06", "2025-02/.."]
    ordered = sorted(dates, key=order)
    assert ordered[:5] == ["2024", "../2024-06", "2025", "2025-02/..", "2025-03"]
    assert set(ordered[5:]) == {None, "XXXX-12-01"}


def _names(record: Any) -> list[str]:
    """The names of a record's fields: it is a data class or a named tuple."""
    if dataclasses.is_dataclass(record):
        return [field.name for field in dataclasses.fields(record)]
    return [*getattr(record, "_fields", ())]


def _parts(record: Any) -> Iterator[Any]:
    """A record and every record inside it."""
    names = _names(record)
    if names:
        yield record
    for part in [getattr(record, name) for name in names] if names else record if isinstance(record, tuple) else ():
        yield from _parts(part)


def test_a_dossier_cannot_be_changed(dossier: Dossier) -> None:
    mentions = next(iter(dossier.mentions.values()))
    whole = [dossier, *dossier.records, *mentions, *dossier.ignored, dossier.coverage("a-russia-aims")]
    parts = [part for record in whole for part in (_parts(record) if record is not dossier else [record])]
    types = {type(part).__name__ for part in parts}
    assert types >= {"Dossier", "Article", "Entity", "Figure", "Event", "Measure", "Relation", "Source"}
    assert types >= {"Occurrence", "Artefact", "Ignored", "Coverage", "Value", "Interval"}
    for part in parts:
        for name in _names(part):
            with pytest.raises(AttributeError):
                setattr(part, name, None)


def test_what_a_record_holds_cannot_grow(dossier: Dossier) -> None:
    """Lists inside a record would let any reader of it change it for all."""
    for record in dossier.records:
        for part in _parts(record):
            values = [getattr(part, name) for name in _names(part)]
            assert not any(isinstance(value, (list, dict, set)) for value in values), part
