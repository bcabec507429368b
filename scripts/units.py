"""Writes `tui/quantity/units.json`, the built-in units, from CLDR and from `scripts/newsroom/units.yaml`.

    python -m scripts.units          writes it
    python -m scripts.units --check  the exit status is 1 where it differs from what would be written

The factors and the forms that newsrooms print are kept by hand; CLDR's names of the units in thirteen languages come
from Babel, which the `languages` extra installs.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts.generated import write_or_check
from tui.languages.language import LANGUAGES

_WORDS = frozenset(
    "in an a am al as at to are po pi nd mn sm dec dec. déc. sec. pte pie pies once ch cd kt mon. m. 世紀"
    " cuarto cuartos quarto quarti quartos".split()
)
"""Names that are words, months, ranks (20世紀), or names of other things."""

_EMITTED = ("g", "kg", "t", "kt", "Mt", "Gt")
_GASES = ("CO2", "CO₂", "CO2e", "CO₂e", "CO2eq", "CO₂eq")
"""What is written after a unit of emissions without a space."""

_FURTHER = {"pt": "pt_PT", "zh": "zh_Hant"}
"""Where a language has another spelling: quilómetro in Portugal, quilômetro in Brazil; 小时 and 小時."""

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "scripts" / "newsroom" / "units.yaml"
TABLE = ROOT / "tui" / "quantity" / "units.json"


def table() -> dict[str, Any]:
    """The built-in units: by id, the name, base, factor, and the forms in each language."""
    # Everything as text: a float would not hold all digits of a factor, and “no” would be false.
    entries = yaml.load(SOURCE.read_text(encoding="utf-8"), yaml.BaseLoader)
    entries |= {code: {"name": _singular(code)} for code in _circulating() if code not in entries}
    return {id: _unit(id, entry) for id, entry in entries.items()}


def _circulating() -> list[str]:
    """The codes of all currencies that are legal tender somewhere today, by CLDR."""
    from babel.core import get_global

    listed = get_global("territory_currencies").values()
    return sorted({code for each in listed for code, _, until, tender in each if tender and until is None})


def _singular(code: str) -> str:
    from babel import Locale

    return str(Locale.parse("en")._data["currency_names_plural"][code]["one"])


def _unit(id: str, entry: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: entry[key] for key in ("name", "of", "factor", "divisor", "offset") if key in entry}
    kept |= {key: True for key in ("exact", "scale") if key in entry}
    if _is_currency(id):
        kept["currency"] = True
    if "ambiguous" in entry:
        kept["ambiguous"] = _listed(entry["ambiguous"])
    if "shared" in entry:
        kept["shared"] = {tag: _listed(forms) for tag, forms in entry["shared"].items()}
    # Forms that CLDR gives to this unit, and that mean another one or a word as well.
    ambiguous = {*_listed(entry.get("no", ())), *kept.get("ambiguous", ())}
    forms = {}
    for tag in LANGUAGES:
        listed = _cldr(tag, entry["cldr"]) if "cldr" in entry else []
        if "cldr" in entry and tag in _FURTHER:
            listed += [form for form in _cldr(_FURTHER[tag], entry["cldr"]) if " " not in form or tag != "zh"]
        listed += _listed(entry.get(tag, ()))
        listed += [more for form in listed for more in _declined(form, listed, tag)]
        if tag == "en" and id in _EMITTED:
            listed += [f"{id}{gas}" for gas in _GASES]
        if _is_currency(id):
            listed += _currency_names(tag, id)
            known = {form.casefold() for form in listed}
            further = _currency_names(_FURTHER[tag], id) if tag in _FURTHER else []
            listed += [name for name in further if name.casefold() not in known]
        if unique := [form for form in dict.fromkeys(listed) if form not in ambiguous]:
            forms[tag] = unique
    return kept | {"forms": forms}


_DATIVE = re.compile(
    r"([^\W\d_]{2,}er|[^\W\d_]*(?:[Jj]ahre|[Tt]age|[Mm]onate|zehnte|hunderte|punkte))(?= (?:pro|je) |\Z)"
)
"""German units that add an n in the dative: 3 Metern, 3 Metern pro Sekunde, 3 Tagen."""

_DECLINED = {
    "ru": {"а ов": "ам ами ах", "ы -": "а ам ами ах"},
    "uk": {"а ів": "и ам ами ах", "и -": "а ам ами ах"},
}
"""By the endings of a noun that are listed, others after a number: тонны has тоннами. A dash stands for none.

Singular ones are left out: “на 90 минуте” is the ninetieth minute.
"""


def _declined(form: str, listed: Iterable[str], tag: str) -> Iterator[str]:
    """Other cases of a form, where it is declined like most nouns."""
    if tag == "de" and (match := _DATIVE.match(form)):
        yield f"{match[1]}n{form[match.end() :]}"
    for known, others in _DECLINED.get(tag, {}).items():
        first, second = known.replace("-", "").split(" ")
        stem = form.removesuffix(first)
        masculine = not second and any(f"{stem}{plural}" in listed for plural in ("ов", "ів"))
        if len(stem) > 2 and form.endswith(first) and f"{stem}{second}" in listed and form.isalpha() and not masculine:
            yield from (f"{stem}{ending}" for ending in others.split())


def _is_currency(id: str) -> bool:
    from babel import Locale

    return id in Locale.parse("en").currencies


def _listed(forms: str | Iterable[str]) -> list[str]:
    return forms.split() if isinstance(forms, str) else list(forms)


def _cldr(tag: str, unit: str) -> list[str]:
    """CLDR's long and short names of a unit, in every plural; a sign of one character that is a word is left out."""
    from babel import Locale

    patterns = Locale.parse(tag)._data["unit_patterns"].get(unit, {})
    forms = []
    for width in ("long", "short"):
        for plural, pattern in sorted(patterns.get(width, {}).items()):
            if plural != "per" and isinstance(pattern, str) and "{0}" in pattern:
                form = " ".join(pattern.replace("{0}", "").strip("\u200e\u200f\u061c \u00a0\u202f").split())
                # One letter is mostly a word or something else; with a point, it may end a sentence.
                alone = len(form.rstrip(".")) > 1 or form in ("m", "g", "t", "L", "l")
                if alone and form.casefold() not in _WORDS:
                    forms.append(form)
    return forms


def _currency_names(tag: str, code: str) -> list[str]:
    """CLDR's names of a currency, in every plural; only those of several words or parts, which name the country.

    Chinese and Japanese print them without spaces.
    """
    from babel import Locale

    locale = Locale.parse(tag)
    plural = locale._data["currency_names_plural"].get(code) or {}
    names = [name for _, name in sorted(plural.items())]
    # The English one has capitals.
    names += [name for name in [locale.currencies.get(code)] if name and tag != "en"]
    if tag in ("zh", "ja", "zh_Hant"):
        return [name.replace(" ", "") for name in names if len(name) > 1]
    return [name for name in names if " " in name or "-" in name]


def text() -> str:
    """The table as its file holds it: a line for each unit."""
    lines = (
        f"{json.dumps(id, ensure_ascii=False)}: {json.dumps(unit, ensure_ascii=False)}" for id, unit in table().items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(*arguments: str) -> int:
    """Writes the table, or compares it; 1 where it differs."""
    return write_or_check(TABLE, text(), "units", "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
