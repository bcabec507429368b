"""Writes the tables of `tui/items/places`: the names of countries, regions and cities in each language, from CLDR.

    python -m scripts.places          writes them
    python -m scripts.places --check  says which differ from what would be written; then the exit status is 1

The names come from Babel, which the `languages` extra installs. `ADDED` holds what newsrooms print and CLDR lacks.
"""

import json
import sys
from pathlib import Path

from tui.quantity.language import LANGUAGES

TABLES = Path(__file__).parent.parent / "tui" / "items" / "places"

ADDED = {
    "en": {
        "US": ["US", "U.S.", "USA", "United States of America"],
        "GB": ["UK", "U.K.", "Britain"],
        "TR": ["Turkey"],
        "MM": ["Burma"],
        "CD": ["Congo"],
        "AE": ["UAE"],
    },
    "de": {"US": ["USA"], "GB": ["Großbritannien"], "BY": ["Weißrussland"], "GB-ENG": ["England"]},
    "fr": {"US": ["USA"], "GB": ["Grande-Bretagne"], "MM": ["Birmanie"], "GB-ENG": ["Angleterre"]},
    "es": {"US": ["EE. UU.", "EEUU"], "GB": ["Gran Bretaña"], "MM": ["Birmania"], "GB-ENG": ["Inglaterra"]},
    "it": {"US": ["USA"], "GB": ["Gran Bretagna"], "GB-ENG": ["Inghilterra"]},
    "pt": {"US": ["EUA"], "GB": ["Grã-Bretanha"], "GB-ENG": ["Inglaterra"]},
    "nl": {"US": ["VS"], "GB": ["Groot-Brittannië"], "GB-ENG": ["Engeland"]},
    "ru": {"US": ["США"], "GB": ["Великобритания", "Великобритании"], "GB-ENG": ["Англия"]},
    "uk": {"US": ["США"], "GB": ["Велика Британія"], "GB-ENG": ["Англія"]},
}
"""Other names of countries, by their codes (ISO 3166)."""


def table(tag: str) -> dict[str, object]:
    """The names of a language: `countries` by code, `places` (continents, regions, cities), and `adjectives`."""
    from babel import Locale
    from babel.core import get_global

    locale = Locale.parse(tag)
    codes = {code: name for code, name in locale.territories.items() if code not in ("ZZ", "QO", "EU", "EZ", "UN")}
    countries: dict[str, set[str]] = {code: {*names} for code, names in ADDED.get(tag, {}).items()}
    for code, name in codes.items():
        if code.isalpha():
            countries.setdefault(code, set()).add(name.partition(" (")[0])
    called = set().union(*countries.values())
    places = {name for code, name in codes.items() if code.isdecimal()}
    places |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    if tag in ("en", "de", "fr", "es", "it", "pt", "nl"):
        # CLDR gives the cities that a language writes in its own way; the others are as in English.
        zones = [zone for zone in get_global("zone_territories") if zone not in locale.time_zones]
        places |= {zone.rpartition("/")[2].replace("_", " ") for zone in zones if "/" in zone and zone[:3] != "Etc"}
    adjectives = {name for name in locale.languages.values() if name.isalpha()} if tag == "en" else set()
    return {
        "countries": {code: sorted(names) for code, names in sorted(countries.items())},
        "places": sorted(places - called),
        "adjectives": sorted(adjectives - called - places),
    }


def main(*arguments: str) -> int:
    """Writes the tables, or compares them; 1 where one differs."""
    differing = []
    for tag in LANGUAGES:
        path = TABLES / f"{tag}.json"
        entries = (f"{json.dumps(key)}: {json.dumps(names, ensure_ascii=False)}" for key, names in table(tag).items())
        new = "{\n" + ",\n".join(entries) + "\n}\n"
        if not path.exists() or path.read_text(encoding="utf-8") != new:
            differing.append(path.name)
            if "--check" not in arguments:
                path.parent.mkdir(exist_ok=True)
                path.write_text(new, encoding="utf-8")
    if "--check" in arguments and differing:
        print(f"run python -m scripts.places: {', '.join(differing)} would differ")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
