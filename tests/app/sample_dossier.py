"""A small dossier for the tests of the app: three articles about a lake."""

from pathlib import Path

from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

TOWNS = "Alder Birch Cedar Dunlin Elder Fern Gorse Heath Ivy Juniper Kelp Larch Maple Nettle Oak Poplar".split()

_ROADS = [
    f"The road to {town} was closed for days by snow, and the people there burned what they had and waited "
    "until the wind turned."
    for town in TOWNS
]

HERALD = "\n\n".join(
    [
        "Salt under the ice",
        "The Herald, 1 March 2024",
        "Orla Lake holds 40 million tons of salt, the Brine Company said.",
        "Ada Moss, who leads the Brine Company, wants to dig from spring on.",
        *_ROADS[:10],
        "The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.",
        *_ROADS[10:],
        "https://example.org/salt",
    ]
)

LEDGER = """A look at the books

The Geological Survey puts Orla Lake at 31.5 million tons in 2023, less than the 40 million tons that the Brine \
Company claims.

A depth of 45 meters is written on the map, and one of 30 meters in the logbook.

Northland sells the salt of other lakes. See javascript:alert(1).
"""

JAPANESE = (
    "北国のオルラ湖には塩が四千万トンあると会社は言うが、"
    "地質調査所はそれより少ないと見ており、誰も湖の底を測ったことがない。"
)

NOTES = f"""{JAPANESE}

Northland has no plan for the salt [said](#) yet.
"""

_TOWNS = "".join(f"  - id: {town.lower()}\n    name: {town}\n    kind: place\n" for town in TOWNS)

CATALOG = f"""lode: 1
title: Salt of the north
units:
  - id: t
    name: tonne
    written: [tons]
  - id: Mt
    name: megatonne
    written: [megatons]
    base: t
    factor: 1000000
  - id: m
    name: meter
    written: [meters]
measures:
  - id: reserves
    name: reserves
    unit: t
  - id: depth
    name: depth
    unit: m
relations:
  - is: leads
    inverse: led by
articles:
  - id: a-herald
    file: herald.txt
    title: Salt under the ice
    publisher: the-herald
    publisher_by: The Herald
    published: 2024-03-01
    dated_by: 1 March 2024
    url: https://example.org/salt
  - id: a-ledger
    file: ledger.txt
    title: A look at the books
    resolved: 2024-05-10
    resolved_by: the day on which it was handed over
    url: javascript:alert(1)
  - id: a-notes
    file: notes.txt
    title: "[Notes from the north]"
    resolved: 2024-07-20
    resolved_by: the order of the notes
    artefacts:
      - "[said](#)"
entities:
  - id: orla
    name: Orla Lake
    kind: place
    aliases: [オルラ湖]
    also: [Lac Orla]
    note: A lake of salt in the north.
  - id: brine
    name: Brine Company
    kind: company
    short: Brine Co
  - id: survey
    name: Geological Survey
    kind: government
    also: [geologists]
  - id: ada-moss
    name: Ada Moss
    kind: person
    relations:
      - is: leads
        of: brine
        sources:
          - article: a-herald
            quote: Ada Moss, who leads the Brine Company
  - id: northland
    name: Northland
    kind: country
    aliases: [北国]
  - id: salt
    name: salt
    kind: material
  - id: the-herald
    name: The Herald
    kind: publication
  - id: cape
    name: Silent Cape
    kind: place
{_TOWNS}
figures:
  - id: orla-company
    measure: reserves
    subject: orla
    claimant: brine
    nature: reported
    sources:
      - article: a-herald
        quote: Orla Lake holds 40 million tons of salt, the Brine Company said
        number: 40 million tons
        said: the Brine Company said
      - article: a-ledger
        quote: the 40 million tons that the Brine Company claims
        number: 40 million tons
        said: the Brine Company claims
  - id: orla-survey
    measure: reserves
    subject: orla
    claimant: survey
    nature: estimate
    period: 2023
    sources:
      - article: a-ledger
        quote: The Geological Survey puts Orla Lake at 31.5 million tons in 2023
        number: 31.5 million tons
        said: The Geological Survey puts
        when: in 2023
  - id: orla-depth-map
    measure: depth
    subject: orla
    nature: reported
    sources:
      - article: a-ledger
        quote: A depth of 45 meters is written on the map
        number: 45 meters
  - id: orla-depth-logbook
    measure: depth
    subject: orla
    nature: reported
    sources:
      - article: a-ledger
        quote: one of 30 meters in the logbook
        number: 30 meters
events:
  - id: flood
    date: 1990
    what: The lake floods its shore
    entities: [orla]
    sources:
      - article: a-herald
        quote: The shore has been empty since the Orla Lake flood of 1990
        when: the Orla Lake flood of 1990
"""


def write_sample_dossier(folder: Path) -> Path:
    """Writes the catalog and its articles into a folder; the catalog's path."""
    for name, text in {"herald": HERALD, "ledger": LEDGER, "notes": NOTES}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "catalog.yaml"
    path.write_text(CATALOG, encoding="utf-8")
    return path


def open_sample_dossier(folder: Path) -> Dossier:
    """The dossier, from files in a folder."""
    return open_dossier(write_sample_dossier(folder))
