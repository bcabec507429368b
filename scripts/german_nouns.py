"""Writes `tui/items/german_nouns.txt`: the common nouns of German, from the German Wiktionary (CC BY-SA 4.0).

    python -m scripts.german_nouns          writes it
    python -m scripts.german_nouns --check  says whether it would differ; then the exit status is 1

The package german-nouns comes with the `languages` extra. A noun is left out that is a compound of others, or another
form of one, as `tui.items.german_nouns.is_noun` reads them.
"""

import csv
import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from scripts.generated import write_or_check
from tui.items import german_nouns

FILE = Path(german_nouns.__file__).with_suffix(".txt")
NAMES = ("Toponym", "Vorname", "Nachname", "Straßenname", "Abkürzung", "Buchstabe", "Symbol")
"""What a noun is called that is a name or no word."""


def _entries() -> Iterator[dict[str, str]]:
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def nouns() -> list[str]:
    """The nouns, sorted, in lower case."""
    forms = {
        form.casefold()
        for entry in _entries()
        if not any(name in entry["pos"] for name in NAMES)
        for key, form in entry.items()
        if key and (key == "lemma" or key.partition(" ")[0] in ("nominativ", "genitiv", "dativ", "akkusativ"))
        if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,}", form or "")
    }
    kept: set[str] = set()
    for form in sorted(forms, key=lambda form: (len(form), form)):
        if not german_nouns.is_noun(form, kept):
            kept.add(form)
    return sorted(kept)


def places() -> frozenset[str]:
    """The names of places that are one word and no form of another noun: not “Wahlen”."""
    names = {entry["lemma"] for entry in _entries() if "Toponym" in entry["pos"]}
    others = {entry["lemma"] for entry in _entries() if "Toponym" not in entry["pos"]}
    listed = {*nouns()}
    return frozenset(
        name
        for name in names - others
        if re.fullmatch(r"[A-ZÄÖÜ][\w-]{4,}", name) and not german_nouns.is_form(name.casefold(), listed)
    )


def main(*arguments: str) -> int:
    """Writes the table, or compares it; 1 where it differs."""
    return write_or_check(FILE, "".join(f"{noun}\n" for noun in nouns()), "german_nouns", "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
