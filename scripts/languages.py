"""Writes the tables of `tui/languages/data` from CLDR and from the words in `scripts/newsroom`.

    python -m scripts.languages          writes them
    python -m scripts.languages --check  says which differ from what would be written; then the exit status is 1

CLDR's marks, months, weekdays, compact forms and currencies come from Babel, which the `languages` extra installs.
The files in `newsroom` hold what CLDR lacks: number words, hedges, and the forms that newsrooms print.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from tui.languages.language import ENGLISH, LANGUAGES
from tui.languages.spellings import all_spellings

ROOT = Path(__file__).parent.parent
NEWSROOM = ROOT / "scripts" / "newsroom"
TABLES = ROOT / "tui" / "languages" / "data"

_SPACES = " \u00a0\u2009\u202f"

CURRENCIES = """
    USD EUR GBP JPY CNY INR RUB UAH CHF CAD AUD NZD HKD SGD TWD KRW BRL MXN ARS CLP COP PEN ZAR NGN KES EGP SAR AED ILS
    TRY PLN CZK HUF RON BGN SEK NOK DKK ISK IDR MYR THB PHP VND PKR BDT LKR KZT
""".split()
"""The currencies whose names are kept: those of the news in thirteen languages."""

UNITS = """
    area-acre area-hectare area-square-kilometer area-square-meter duration-century duration-day duration-decade
    duration-hour duration-minute duration-month duration-second duration-week duration-year energy-calorie energy-joule
    energy-kilocalorie energy-kilowatt-hour length-centimeter length-foot length-inch length-kilometer length-meter
    length-mile length-millimeter length-yard mass-carat mass-gram mass-kilogram mass-milligram mass-ounce mass-pound
    mass-ton mass-tonne power-gigawatt power-horsepower power-kilowatt power-megawatt power-watt temperature-generic
    volume-barrel volume-cubic-kilometer volume-cubic-meter volume-gallon volume-hectoliter volume-liter
    volume-milliliter
""".split()
"""The units whose names are kept."""

PATTERNS = {
    "hour_after": "what follows the hour of a time of day",
    "hour_before": "what comes before an hour that a word for hours follows",
    "hour_alone": "what follows an hour that is printed without a word for hours",
    "part": "a word for a part that is made of number words: billionième",
    "vague": "a word that leaves open how many thousands there are: ein paar tausend",
    "times": "what follows a number that is a multiple, a power, or goes on with decimals",
    "degrees": "a word for degrees, before one of below_zero",
    "below_zero": "what follows a temperature below zero",
    "below_zero_before": "what comes before one",
    "and": "what joins two numbers that both hold",
    "or": "what joins two numbers of which one holds",
    "from": "what comes before a range, or before what something was earlier",
    "ratio": "what comes between the two numbers of a score or ratio",
    "unclear_verb": "a verb that may bound the number after it",
    "unclear_after": "what follows a number and may bound it",
    "particle": "a verb or noun with a word like over that belongs to it, and not to the number after it",
    "particle_after": "a verb after a number that such a word before the number belongs to",
    "rises": "a verb that says wherever it occurs that something rose",
    "falls": "one that says so of what fell",
    "up": "a word that says only beside a change that something rose",
    "down": "one that says so of what fell",
    "far_hedge": "a bound that other words follow, so that it may concern another number",
    "no_hedge": "what ends like a hedge and is none",
    "only": "a word for the only one of its kind",
    "denial": "a verb of denial",
    "not_yet": "a word for what is not so yet, or may be",
    "relative_date": "a date told from another day: last week, two years ago",
    "of": "what comes between a scale word and its unit: millions de tonnes",
}
"""The parts of patterns that a language may have, for what no list of words can hold."""

TRAITS = {
    "joined_words": "the parts of a number are written as one word: zwölftausend",
    "ones_first": "the ones come before the tens: drei-und-zwanzig",
    "and_anywhere": "“and” may join any two parts of a number, not only ones to tens: mil e cem",
    "own_hundreds": "each number of hundreds has a word: doscientos, двести",
    "compound_units": "a unit is the end of a longer word: Kilotonnen",
    "nouns_first": "an adjective follows its noun: yenes japoneses",
    "dotted_ranges": "dots join the two numbers of a range: +13...+15",
    "times_within": "a time after the words of a rate says how long something took: на 5% за год",
    "result_after_to": "after a verb of change, “up to” leads to what something became: вырос до 500",
}
"""What a language may have in common with others."""

SIGNS = {
    "≈": ["~", "∼", "≈"],
    "≤": ["≤", "≦", "⩽", "≲", "<=", "< =", "</=", "<or=", "< or ="],
    "≥": ["≥", "≧", "⩾", "≳", ">=", "> =", ">/=", ">or=", "> or ="],
    "<": ["<"],
    ">": [">"],
}
"""The signs and abbreviations that hedge in every language, by what they make of the number after them."""

GRAMMARS = ("english", "european", "slavic", "han")
"""How number words are put together, as `tui.numbers.spelled` reads them; a language without one has digits only."""

_MAPPINGS = """
    letters scales cardinals ordinals fractions ranges before after contractions months weekdays currencies regions
    rates changes patterns halves
""".split()
_LISTS = """
    ordinal_endings articles determiners joins points minus percents shares unclear exceeding prepositions negations
    units function_words traits
""".split()


def newsroom(tag: str) -> dict[str, Any]:
    """The words that are kept by hand, in the shape of a table; what the file leaves out is empty."""
    written = yaml.safe_load((NEWSROOM / f"{tag}.yaml").read_text(encoding="utf-8"))
    patterns = written.pop("patterns", {})
    unknown = [*(patterns.keys() - PATTERNS.keys()), *({*written.get("traits", "").split()} - TRAITS.keys())]
    if unknown:
        raise ValueError(f"{tag}.yaml: no pattern or trait is called {', '.join(sorted(unknown))}")
    grammar = written.pop("grammar", "")
    if grammar and grammar not in GRAMMARS:
        raise ValueError(f"{tag}.yaml: no grammar is called {grammar}")
    joined = {name: part if isinstance(part, str) else "|".join(part) for name, part in patterns.items()}
    kept = {"patterns": joined, "grammar": grammar}
    return {key: {} for key in _MAPPINGS} | {key: [] for key in _LISTS} | _listed(written) | kept


def _listed(value: Any) -> Any:
    """The entries of a file with each text split at its white space, and each key as text."""
    if isinstance(value, dict):
        return {str(key): entry if key in ("decimal", "grouping") else _listed(entry) for key, entry in value.items()}
    return list(dict.fromkeys(form.casefold() for form in (value.split() if isinstance(value, str) else value)))


def cldr(tag: str) -> dict[str, Any]:
    """What CLDR has of a language, in the shape of a table."""
    from babel import Locale

    locale = Locale.parse(tag)
    return {
        "decimal": _marks(locale, "decimal"),
        "grouping": _marks(locale, "group"),
        "scales": _scales(locale),
        "months": _dated(locale.months),
        "weekdays": {str(int(day) + 1): forms for day, forms in _dated(locale.days).items()},
        "currencies": _currencies(locale),
        "units": _units(locale),
        "regions": _regions(locale),
    }


def _marks(locale: Any, which: str) -> str:
    """The marks of a locale's numbering systems that are not Latin variants of each other, without white space."""
    systems = ["latn", *(["arab"] if locale.language == "ar" else [])]
    marks = "".join(locale.number_symbols[system][which] for system in systems).strip("\u061c\u200e")
    return "".join(mark for mark in marks.replace("'", "'’") if mark not in _SPACES)


def _scales(locale: Any) -> dict[str, list[str]]:
    """The words of the compact forms, by what they multiply by; letters and empty ones left out."""
    scales: dict[str, list[str]] = {}
    for plurals in locale.compact_decimal_formats["long"].values():
        for size, pattern in plurals.items():
            word = _plain(pattern.pattern)
            digits = pattern.pattern.count("0")
            # A form without digits stands for one of it: mille.
            if digits == 0:
                continue
            if len(word) > 1 or (word and not word.isascii()):
                forms = scales.setdefault(f"1e{len(size) - digits}", [])
                forms.extend({word} - set(forms))
    return {power: sorted(forms) for power, forms in sorted(scales.items())}


def _plain(pattern: str) -> str:
    return " ".join(pattern.replace("'", "").replace("0", "").split()).strip(_SPACES).casefold()


def _dated(names: Any) -> dict[str, list[str]]:
    """The names of months or weekdays, each full and abbreviated, in a date and alone."""
    dated: dict[str, set[str]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in names[context][width].items():
                dated.setdefault(str(number), set()).add(name.casefold())
    # A name that more than one has says nothing.
    return {number: sorted(forms) for number, forms in sorted(dated.items(), key=lambda entry: int(entry[0]))}


def _currencies(locale: Any) -> dict[str, list[str]]:
    """The names and signs of currencies; one that two of them share belongs to neither."""
    forms = {code: {locale.currency_symbols.get(code, code), locale.currencies[code]} for code in CURRENCIES}
    for code, plurals in forms.items():
        plurals.update(locale._data["currency_names_plural"].get(code, {}).values())
    folded = {
        code: {form.casefold().strip("\u200e\u200f\u061c") for form in plurals} for code, plurals in forms.items()
    }
    return {
        code: sorted(form for form in plurals if not any(form in other for key, other in folded.items() if key != code))
        for code, plurals in folded.items()
    }


def _units(locale: Any) -> list[str]:
    """The names of units, in every case and number and without what comes before them; single words only."""
    words: set[str] = set()
    for unit in UNITS:
        for width in ("long", "short"):
            for patterns in locale._data["unit_patterns"].get(unit, {}).get(width, {}).values():
                for pattern in patterns.values() if isinstance(patterns, dict) else [patterns]:
                    words.add(_plain(str(pattern).replace("{0}", "")).strip("."))
    return sorted(word for word in words if len(word) > 2 and not set(word) & set(" /{-") and not word[0].isdigit())


def _regions(locale: Any) -> dict[str, Any]:
    """The regions whose marks differ from the language's own.

    English stays as it is wherever it is printed: CLDR gives English in Germany the marks of German.
    """
    from babel import Locale, localedata

    regions: dict[str, Any] = {}
    for identifier in localedata.locale_identifiers():
        other = Locale.parse(identifier)
        if other.language != locale.language or not other.territory or locale.language == "en":
            continue
        own, common = (
            {"decimal": _marks(each, "decimal"), "grouping": _marks(each, "group")} for each in (other, locale)
        )
        if different := {key: value for key, value in own.items() if value != common[key]}:
            regions[other.territory] = different
    return dict(sorted(regions.items()))


def table(tag: str) -> dict[str, Any]:
    """The table of a language: CLDR's entries with those by hand added; a mark by hand replaces CLDR's."""
    entries = combined(combined(cldr(tag), newsroom(tag)), {"before": SIGNS})
    del entries["function_words"]
    return entries | {"neighbours": neighbours(tag, entries["grammar"])}


def neighbours(tag: str, grammar: str) -> list[dict[str, str]]:
    """The rules for what is beside a number in a language; none in English, which has its own in the code."""
    if tag == ENGLISH:
        return []
    written = yaml.safe_load((NEWSROOM / "neighbours.yaml").read_text(encoding="utf-8"))
    return [rule for group in ("all", grammar, tag) for rule in written.get(group, ())]


def function_words() -> dict[str, list[str]]:
    """The frequent words by which each language is known, with those of languages that are not read."""
    others = yaml.safe_load((NEWSROOM / "others.yaml").read_text(encoding="utf-8"))
    read = {tag: newsroom(tag)["function_words"] for tag in LANGUAGES}
    return {tag: words for tag, words in (read | _listed(others)).items() if words}


def statements() -> dict[str, Any]:
    """The words around numbers by which drafts are made, by language; each list is one pattern."""
    written: dict[str, Any] = yaml.safe_load((NEWSROOM / "statements.yaml").read_text(encoding="utf-8"))
    return {tag: _patterns(entries) for tag, entries in written.items()}


def _patterns(value: Any) -> Any:
    return {key: _patterns(each) for key, each in value.items()} if isinstance(value, dict) else "|".join(value.split())


def lexicon() -> dict[str, list[str]]:
    """The words that belong to a number beside them, in all languages and spellings."""
    written: dict[str, Any] = yaml.safe_load((NEWSROOM / "lexicon.yaml").read_text(encoding="utf-8"))
    return {key: all_spellings(forms.split() if isinstance(forms, str) else forms) for key, forms in written.items()}


def combined(table: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """A table with the entries of another: lists are joined, and a mark of the other replaces its own."""
    added = dict(table)
    for key, value in more.items():
        old = added.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            added[key] = combined(old, value)
        elif isinstance(value, list) and isinstance(old, list):
            added[key] = [*old, *(form for form in value if form not in old)]
        else:
            added[key] = value
    return added


def dates(tag: str) -> dict[str, Any]:
    """The table of the words around dates: CLDR's with those by hand added."""
    from babel import Locale, localedata

    locale = Locale.parse(tag)
    fields = {unit: locale._data["date_fields"][unit] for unit in ("year", "quarter", "month", "week", "day")}
    by_hand = _listed(yaml.safe_load((NEWSROOM / "dates.yaml").read_text(encoding="utf-8"))[tag])
    order = by_hand.pop("order")[0]
    # The locale of a region's main script comes last, and decides.
    identifiers = sorted(localedata.locale_identifiers(), key=lambda identifier: -len(identifier))
    others = [other for other in map(Locale.parse, identifiers) if not other.variant]
    regions = {other.territory: _order(other) for other in others if other.language == tag and other.territory}
    # “Two years ago” is one word for the time in Arabic.
    twice = {f"{unit} -2": two for unit, field in fields.items() if (two := _past(field, "two"))}
    by_hand["relative"] = combined(twice, by_hand.get("relative", {}))
    return combined(
        {
            "order": order,
            "regions": {region: each for region, each in sorted(regions.items()) if each != order},
            "quarters": _dated(locale.quarters),
            # The year before the last and the like have names in some languages.
            "relative": {
                f"{unit} {number}": sorted({words.casefold()})
                for unit, field in fields.items()
                for number, words in sorted(field["relative"].items(), key=lambda entry: int(entry[0]))
            },
            "ago": {unit: _past(field, "any") for unit, field in fields.items()},
        },
        by_hand,
    )


def _past(field: dict[str, Any], wanted: str) -> list[str]:
    """How a time is told that is some units ago, and with `two` where no number says that it is two."""
    past = {key: words.casefold() for key, words in field["past"].items()}
    dual = [words for key, words in past.items() if key == "two" and "{0}" not in words]
    return dual if wanted == "two" else [words for words in dict.fromkeys(past.values()) if words not in dual]


def _order(locale: Any) -> str:
    """The order of day, month and year in a date in digits: dmy."""
    return "".join(dict.fromkeys(letter for letter in locale.date_formats["short"].pattern.lower() if letter in "dmy"))


def texts() -> dict[str, str]:
    """The tables as their files hold them, by the files' names."""
    tables: dict[str, dict[str, Any]] = {tag: table(tag) for tag in LANGUAGES}
    tables |= {"function_words": function_words(), "lexicon": lexicon(), "statements": statements()}
    tables |= {f"dates-{tag}": dates(tag) for tag in LANGUAGES}
    return {f"{name}.json": _text(entries) for name, entries in tables.items()}


def _text(table: dict[str, Any]) -> str:
    entries = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in sorted(table.items()))
    return "{\n" + ",\n".join(entries) + "\n}\n"


def main(*arguments: str) -> int:
    """Writes the tables, or compares them; 1 where one differs."""
    differing = []
    for name, new in texts().items():
        path = TABLES / name
        if not path.exists() or path.read_text(encoding="utf-8") != new:
            differing.append(path.name)
            if "--check" not in arguments:
                path.write_text(new, encoding="utf-8")
    if "--check" in arguments and differing:
        print(f"run python -m scripts.languages: {', '.join(differing)} would differ")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
