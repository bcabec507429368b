"""The dossier as tables with keys, as the CSV folder and the SQLite file hold it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record
from tui.export.records import as_mapping
from tui.text.json import json_number

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its type is text, integer, number or boolean; `refers_to` is the table whose id it holds."""

    name: str
    type: str = "string"
    refers_to: str | None = None
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its columns and rows. The first columns in `key` tell rows apart."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    rows: tuple[Row, ...] = ()


def _columns(written: str) -> tuple[Column, ...]:
    """Columns from lines of a name, then `->table`, a type, or nothing, then a description."""
    columns = []
    for line in written.strip().splitlines():
        name, _, rest = line.strip().partition(" ")
        kind, _, description = rest.partition(" ") if rest[:1] in "-:" else ("", "", rest)
        columns.append(
            Column(
                name=name,
                type=kind[1:] if kind.startswith(":") else "string",
                refers_to=kind[2:] if kind.startswith("->") else None,
                description=description,
            )
        )
    return tuple(columns)


_PLACE = """
    article ->articles the article
    file the text file, relative to the catalog
    start :integer the first code point in the file
    end :integer the code point after the last
    line :integer from 1
    column :integer from 1
    exact the words as printed
"""

_SAID = """
    said the words that attribute it
    when the words that date it
    via the entities that pass it on, with a vertical bar between them
"""

_ARTICLES = _columns("""
    id
    title as printed; in square brackets where the text has none
    publisher ->entities
    published the date as printed, in EDTF
    resolved the date that the curator infers, in EDTF
    url as printed
    file the text file, relative to the catalog
    language a BCP 47 tag
    words :integer
    mentions :integer
    figures :integer
    note
""")
_ENTITIES = _columns("""
    id
    name
    type
    aliases other forms in the texts, with a vertical bar between them
    also other forms that a search finds
    stands_for ->entities
    note
""")
_MENTIONS = _columns(f"entity ->entities the entity\n{_PLACE.strip()}")
_MEASURES = _columns("""
    id
    name
    unit ->units
    per what makes it a rate: yr is a year
""")
_UNITS = _columns("""
    id
    name
    base ->units the unit that it converts into
    factor :number how many of the base one of it is
""")
_FIGURES = _columns("""
    id
    label
    measure ->measures
    subject ->entities what it is about
    material ->entities
    scope
    claimant ->entities who says it; empty for the article itself
    nature
    condition
    period in EDTF
    resolved the period that the curator infers, in EDTF
    resolved_by
    modifier one of = ≈ < ≤ > ≥ range
    value :number as printed, in the measure's unit; empty for a range
    low :number the least value that it covers; empty on an open side
    high :number the largest value that it covers; empty on an open side
    unit ->units
    written the number as printed
    known value, none or unknown
    status of the review: checked, wrong or open
    reviewed_by
    reviewed when, in EDTF
    note
""")
_FIGURE_SOURCES = _columns(f"""
    id
    figure ->figures
    {_PLACE.strip()}
    number_start :integer the first code point of the number
    number_end :integer the code point after the number
    {_SAID.strip()}
""")
_CLAIMS = _columns("""
    id
    what in the text's words
    also other words that a search finds
    about the entities that it is about, with a vertical bar between them
    claimant ->entities who says it; empty for the article itself
    modality how the claimant says it
    supports the claims and figures that it agrees with, with a vertical bar between them
    contradicts the claims and figures that it disagrees with, with a vertical bar between them
    because why, in the curator's words
    status of the review: checked, wrong or open
    reviewed_by
    reviewed when, in EDTF
    note
""")
_CLAIM_SOURCES = _columns(f"id\nclaim ->claims\n{_PLACE.strip()}\n{_SAID.strip()}")
_EVENTS = _columns("""
    id
    what
    date as printed, in EDTF
    resolved the date that the curator infers, in EDTF
    resolved_by
    nature
    minor :boolean whether the timeline leaves it out
    entities who takes part, with a vertical bar between them
    claimant ->entities who says it; empty for the article itself
    modality how it is said
""")
_EVENT_SOURCES = _columns(f"id\nevent ->events\n{_PLACE.strip()}\n{_SAID.strip()}")
_RELATIONS = _columns("""
    id
    entity ->entities
    is how it reads from the entity to the other
    of ->entities
    claimant ->entities who says it; empty for the article itself
    modality how it is said
""")
_RELATION_SOURCES = _columns(f"id\nrelation ->relations\n{_PLACE.strip()}\n{_SAID.strip()}")


def tables(records: Iterable[Record], dossier: Dossier) -> list[Table]:
    """The tables of some records and of what they refer to; a table comes after those that it refers to."""
    rows = _Rows(records, dossier)
    units = sorted(dossier.units.by_id.values(), key=lambda unit: bool(unit.base))
    return [
        Table(
            name="units",
            description="Units of measurement.",
            columns=_UNITS,
            rows=tuple(
                {
                    "id": unit.id,
                    "name": unit.name,
                    "base": unit.base or None,
                    "factor": json_number(Decimal(unit.factor)),
                }
                for unit in units
            ),
        ),
        Table(name="entities", description="Who and what the texts name.", columns=_ENTITIES, rows=rows.of(Entity)),
        Table(name="articles", description="The texts.", columns=_ARTICLES, rows=rows.of(Article)),
        Table(name="measures", description="What is measured.", columns=_MEASURES, rows=rows.of(Measure)),
        Table(
            name="mentions",
            description="Where entities are named.",
            columns=_MENTIONS,
            key=("entity", "article", "start"),
            rows=rows.parts(Entity, "mentions", "entity"),
        ),
        Table(name="figures", description="Numbers that someone claims.", columns=_FIGURES, rows=rows.of(Figure)),
        Table(
            name="figure_sources",
            description="Where figures are printed.",
            columns=_FIGURE_SOURCES,
            rows=rows.parts(Figure, "sources", "figure"),
        ),
        Table(name="claims", description="Statements without a number.", columns=_CLAIMS, rows=rows.of(Claim)),
        Table(
            name="claim_sources",
            description="Where claims are printed.",
            columns=_CLAIM_SOURCES,
            rows=rows.parts(Claim, "sources", "claim"),
        ),
        Table(name="events", description="What happened or is due.", columns=_EVENTS, rows=rows.of(Event)),
        Table(
            name="event_sources",
            description="Where events are reported.",
            columns=_EVENT_SOURCES,
            rows=rows.parts(Event, "sources", "event"),
        ),
        Table(
            name="relations",
            description="What the texts state of two entities.",
            columns=_RELATIONS,
            rows=rows.parts(Entity, "relations", "entity"),
        ),
        Table(
            name="relation_sources",
            description="Where relations are stated.",
            columns=_RELATION_SOURCES,
            rows=rows.relation_sources(),
        ),
    ]


class _Rows:
    """The rows of records, made from what `list` prints of them."""

    def __init__(self, records: Iterable[Record], dossier: Dossier) -> None:
        kept = {record.id: record for record in records}
        waiting = [*kept.values()]
        while waiting:
            record = waiting.pop()
            for id in _references(record):
                other = dossier.get(id)
                if other is not None and id not in kept:
                    kept[id] = other
                    waiting.append(other)
        self._ids = kept.keys()
        # In the dossier's order, whatever the order of the filter's results.
        self._mappings = [(record, as_mapping(record, dossier)) for record in dossier.records if record.id in kept]

    def of(self, kind: type[Record]) -> tuple[Row, ...]:
        """A row for each record of a kind."""
        return tuple(map(_flat, self._of(kind)))

    def parts(self, kind: type[Record], key: str, refers_by: str) -> tuple[Row, ...]:
        """A row for each entry of a list in records of a kind, with the record's id and an id of its own."""
        rows = []
        for mapping in self._of(kind):
            for at, part in enumerate(mapping[key], 1):
                if part.get("article", "") and part["article"] not in self._ids:
                    continue
                if part.get("of", "") and part["of"] not in self._ids:
                    continue
                rows.append(_flat({"id": f"{mapping['id']}.{at}", refers_by: mapping["id"], **part}))
        return tuple(rows)

    def relation_sources(self) -> tuple[Row, ...]:
        """A row for each place where a relation is stated."""
        rows = []
        for mapping in self._of(Entity):
            for nth, relation in enumerate(mapping["relations"], 1):
                for at, source in enumerate(relation["sources"], 1):
                    if relation["of"] in self._ids and source["article"] in self._ids:
                        id = f"{mapping['id']}.{nth}"
                        rows.append(_flat({"id": f"{id}.{at}", "relation": id, **source}))
        return tuple(rows)

    def _of(self, kind: type[Record]) -> Iterator[dict[str, Any]]:
        return (mapping for record, mapping in self._mappings if type(record) is kind)


def _references(record: Record) -> Iterator[str]:
    """The records that a record's row refers to."""
    yield from record.entity_ids
    yield from (source.article for source in record.evidence)
    if isinstance(record, Figure):
        yield record.measure
    if isinstance(record, Entity) and record.stands_for:
        yield record.stands_for


def _flat(mapping: dict[str, Any]) -> Row:
    """A mapping with single values: of words their text, of a list its entries with a bar between them."""
    return {key: _FLATTENED.get(type(value), lambda same: same)(value) for key, value in mapping.items()}


_FLATTENED: dict[type, Callable[[Any], Any]] = {
    dict: lambda value: value["exact"],
    list: lambda value: " | ".join(map(str, value)) if all(isinstance(each, str) for each in value) else None,
    Decimal: json_number,
}
