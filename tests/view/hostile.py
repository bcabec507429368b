"""A catalog and an article that hold terminal controls and bidirectional overrides wherever a text can be."""

import json
import unicodedata
from pathlib import Path

EVIL = "\x1b[31m\x1b]52;c;aGk=\x07\x9b5m\x7f\u202e\u2066\u200b\u2028\r"
SHORT_EVIL = "\x1b[31m\u202e"

# @ stands for EVIL, % for SHORT_EVIL where no white space may stand.
_FILE = "evil%.txt"
_ARTICLE = "Mine@ said@ that@[x](#) it holds about 5 tons@ in 2020@. Mine@ agrees.\n"
_CATALOG = """
lode: 1
title: "Evil@"
units:
  - id: "t%"
    name: "tonne@"
    written: [tons]
    ambiguous: [tons]
measures:
  - id: reserves
    name: "reserves@"
    unit: "t%"
relations:
  - is: "owns@"
    inverse: "owned by@"
articles:
  - id: a
    file: "evil%.txt"
    title: "[Title@]"
    publisher: mine
    publisher_by: "Mine@ said@"
    published: 2020
    dated_by: "in 2020@"
    resolved: 2020-05
    resolved_by: "guess@"
    url: "https://example.org/@"
    artefacts:
      - text: "[x](#)"
        reads: "x@"
    note: "note@"
entities:
  - id: mine
    name: "Mine@"
    kind: company
    short: "M@"
    aliases: ["said@"]
    also: ["Pit@"]
    stands_for: other
    note: "note@"
    relations:
      - is: "owns@"
        of: other
        sources:
          - article: a
            quote: "in 2020@"
  - id: other
    name: "Other@"
    kind: unnamed
figures:
  - id: mine-reserves
    measure: reserves
    subject: mine
    scope: "scope@"
    claimant: mine
    condition: "condition@"
    period: 2020
    note: "note@"
    sources:
      - article: a
        quote: it holds about 5 tons
        number: 5 tons
        said: "Mine@"
        when: "in 2020@"
        via: mine
events:
  - id: dug
    date: 2020
    resolved: 2020-05
    resolved_by: "guess@"
    what: "Dug@"
    entities: [mine]
    sources:
      - article: a
        quote: "in 2020@"
        when: "in 2020@"
"""


def write(folder: Path) -> Path:
    """Writes both into a folder, and returns the catalog's path."""
    (folder / _FILE.replace("%", SHORT_EVIL)).write_bytes(_ARTICLE.replace("@", EVIL).encode())
    path = folder / "catalog.yaml"
    # JSON's escapes are YAML's too.
    path.write_text(_CATALOG.replace("@", json.dumps(EVIL)[1:-1]).replace("%", json.dumps(SHORT_EVIL)[1:-1]))
    return path


def raw(text: str) -> set[str]:
    """The characters of a text that a terminal could obey, or that hide."""
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\n"}
