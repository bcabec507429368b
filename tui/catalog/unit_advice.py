"""What to write for a unit that neither the catalog nor lode has: km for kilometres, unit t and per yr for t/yr."""

import re
from collections.abc import Collection
from typing import NamedTuple

from tui.catalog.problem import Hints

HOW_TO_DEFINE = "; `lode list units` shows those that are built in, and any other is listed in `units` with its name"

_SPOKEN = {
    "c": "°C",
    "f": "°F",
    "degc": "°C",
    "degf": "°F",
    "celsius": "°C",
    "fahrenheit": "°F",
    "degree": "°C",
    "degrees": "°C",
    "d": "day",
    "a": "yr",
    "calorie": "kcal",
    "calories": "kcal",
    "person": "capita",
    "s": "sec",
    "y": "yr",
    "in": "inch",
    "cc": "mL",
    "x": "times",
    "people": "count",
    "persons": "count",
    "number": "count",
}
"""Names of units that are words or other units in a text, in small letters."""

_SUPERSCRIPT = str.maketrans("23", "²³")
_RATE = re.compile(r"(?P<unit>[^/]+?)(?:\s?/\s?|[\s-]per[\s-])(?P<per>[^/].*)", re.IGNORECASE)
_COUNTED = re.compile(r"[a-z]{3,}s")
_LETTERS = 5
"""The length of a word from which on a similar one is taken for what was meant: mb is not MB."""


class Advice(NamedTuple):
    """What to say of a unit: the id that is nearest, and what to do."""

    nearest: str | None
    what: str


def advice(id: str, units: Collection[str], hints: Hints) -> Advice:
    """What to write instead of an id that none of the catalog's units has, and no built-in one."""
    if nearest := hints.closest(id, units) or _written(id):
        return Advice(nearest, "")
    if rate := _rate(id):
        return Advice(None, f"; a rate has two keys: `unit: {rate[0]}`, `per: {rate[1]}`")
    if id.lower().startswith("per "):
        return Advice(None, "; what values are for one of goes to `per`")
    # The gas of emissions may follow a unit: kt CO2.
    if nearest := _written(id.partition(" ")[0]) or _spelled_almost(id, hints):
        return Advice(nearest, "")
    counted = "; what is counted one by one has `unit: count`" if _COUNTED.fullmatch(id) else ""
    return Advice(None, counted + HOW_TO_DEFINE)


def _written(id: str) -> str | None:
    """The built-in unit that is written so somewhere."""
    from tui.quantity.builtin import builtin_ids, written_as

    plain = " ".join(id.replace("_", " ").split())
    alike = [plain, plain.replace(" ", "-"), plain.replace("-", " "), re.sub(r"(?<=[^\W\d])[23]\Z", _raised, plain)]
    alike += [each[:-1] for each in alike if each.endswith(("s", ".")) and each[:-1].upper() not in builtin_ids()]
    if found := _SPOKEN.get(re.sub(r"[\s.°]", "", plain.casefold())):
        return found
    return next((found for each in alike if (found := each if each in builtin_ids() else written_as(each))), None)


def _raised(digit: re.Match[str]) -> str:
    return digit[0].translate(_SUPERSCRIPT)


def _rate(id: str) -> tuple[str, str] | None:
    """The unit of a rate, and what it is for one of: bpd, t/yr, USD per barrel."""
    from tui.quantity.rate_abbreviations import abbreviated

    if found := abbreviated(id):
        return found
    parts = _RATE.fullmatch(id)
    unit = _written(parts["unit"]) if parts else None
    return (unit, _written(parts["per"]) or parts["per"]) if parts and unit else None


def _spelled_almost(id: str, hints: Hints) -> str | None:
    """The built-in unit with a form that differs in a letter: kilometer for kilomter."""
    from tui.quantity.builtin import form_index

    word = id.casefold()
    if len(word) < _LETTERS or not word.isalpha():
        return None
    forms = {form: unit for form, unit in form_index("en").items() if len(form) >= _LETTERS and form[0] == word[0]}
    return hints.of(sum(map(len, forms)), lambda: _nearest(word, forms))


def _nearest(word: str, forms: dict[str, str]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, forms.keys(), scorer=OSA.distance, score_cutoff=1)
    return forms[found[0]] if found else None
