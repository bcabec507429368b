"""The fields of records in JSON, one line each. Those with a description are columns of CSV and SQLite, too."""

from dataclasses import dataclass

from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its type is text, integer, number or boolean; `refers_to` is the table whose id it holds."""

    name: str
    type: str = "string"
    refers_to: str | None = None
    description: str = ""


def columns(written: str) -> tuple[Column, ...]:
    """Columns from lines of a name, then `->table`, a type, or nothing, then a description."""
    found = []
    for line in written.strip().splitlines():
        name, _, rest = line.strip().partition(" ")
        kind, _, description = rest.partition(" ") if rest[:1] in "-:" else ("", "", rest)
        found.append(
            Column(
                name=name,
                type=kind[1:] if kind.startswith(":") else "string",
                refers_to=kind[2:] if kind.startswith("->") else None,
                description=description,
            )
        )
    return tuple(found)


FIELDS: dict[type[Record], tuple[Column, ...]] = {
    Article: columns("""
        id the id in the catalog
        title as printed; in square brackets where the text has none
        publisher ->entities who published it
        published the date as printed, in EDTF
        url as printed
        file the text file, relative to the catalog
        words :integer how many it has
        mentions :integer how many of entities
        figures :integer how many it prints
        resolved the date that the curator infers, in EDTF
        note the curator's
        draft
        language a BCP 47 tag
        currency the code of the currency that its $, dollars, pounds or pesos are
    """),
    Entity: columns("""
        id the id in the catalog
        name the form that lode shows
        type such as person, organization or place
        aliases other forms in the texts, with a vertical bar between them
        note the curator's
        relations
        mentions
        also other forms that a search finds
        stands_for ->entities of a metonym, the entity that it stands for
        draft
    """),
    Figure: columns("""
        id the id in the catalog
        label measure, material, subject and scope in words
        measure ->measures what is measured
        subject ->entities what it is about
        material ->entities what it is an amount of
        scope what it covers, where that is a part
        claimant ->entities who says it; empty for the article itself
        nature what kind of statement it is, such as reported or estimate
        period in EDTF
        modifier one of = ≈ < ≤ > ≥ range
        value :number as printed, in the measure's unit; empty for a range
        low :number the least value that it covers; empty on an open side
        high :number the largest value that it covers; empty on an open side
        unit ->units of value, low and high
        written the number as printed
        sources
        condition what it depends on, in the text's words
        note the curator's
        draft
        known value, none or unknown
        status of the review: checked, wrong or open
        reviewed_by who reviewed it
        reviewed when, in EDTF
        per
        resolved the period that the curator infers, in EDTF
        resolved_by what it is inferred from
    """),
    Claim: columns("""
        id the id in the catalog
        what in the text's words
        about the entities that it is about, with a vertical bar between them
        claimant ->entities who says it; empty for the article itself
        via
        modality how the claimant says it
        supports the claims and figures that it agrees with, with a vertical bar between them
        contradicts the claims and figures that it disagrees with, with a vertical bar between them
        because why, in the curator's words
        sources
        note the curator's
        draft
        also other words that a search finds
        status of the review: checked, wrong or open
        reviewed_by who reviewed it
        reviewed when, in EDTF
    """),
    Event: columns("""
        id the id in the catalog
        date as printed, in EDTF
        resolved the date that the curator infers, in EDTF
        what what happened or is due
        entities who takes part, with a vertical bar between them
        sources
        resolved_by what it is inferred from
        nature happened, deadline or target
        minor :boolean whether the timeline leaves it out
        draft
        claimant ->entities who says it; empty for the article itself
        via
        modality how it is said
    """),
    Measure: columns("""
        id the id in the catalog
        name such as reserves
        unit ->units that its figures are converted into
        per what makes it a rate: yr is a year
        figures
        changes
        also
        draft
    """),
}
"""The fields of each kind of record, in the order of JSON."""


def columns_of(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of the table of a kind."""
    return tuple(column for column in FIELDS[kind] if column.description)
