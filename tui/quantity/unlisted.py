"""What to write in a catalog for words after a number that are none of its units."""

from tui.quantity.rate import Rate
from tui.quantity.unit import Unit
from tui.text.lazy_pattern import lazy_pattern

_DEGREES = frozenset("degree degrees deg deg. ° º".split())
_FEET = lazy_pattern(r"\s?(['’′])(?:\s?\d+\s?([\"”″]))?")
_SIGN = lazy_pattern(r"([^\W\d_]{0,4}\.?\s?[^\w\s]|[^\W\d_]{2,4}\.?)\s?(?=\d)")
_CLOCK = lazy_pattern(r":\d\d\b|h\d\d?\b")
_MORE = lazy_pattern(r"\s*(?:and\s+)?\d[\d.,]*\s?([^\W\d_]+)")
_LEAVE_OUT = "leave the words before it out"
_SHORT = {"m": "min", "min": "min", "mins": "min", "s": "sec", "sec": "sec", "in": "inch", "ins": "inch"}


def advice(words: str, wanted: Unit | None) -> str:
    """What an error adds about the words after a number, where a value in a unit is wanted."""
    from tui.quantity.builtin import base_of, builtin_ids

    plain = " ".join(words.split()).lstrip("-‐‑ ")
    if plain.casefold() in _DEGREES:
        return "; it may be Celsius or Fahrenheit: list it in the `written` of the one that the catalog’s texts mean"
    if wanted and wanted.kind == "m" and (feet := _FEET.fullmatch(words)):
        inches = f" and `{{id: inch, written: ['{feet[2]}']}}`" if feet[2] else ""
        return f'; to read feet and inches, list `{{id: ft, written: ["{feet[1]}"]}}`{inches} in `units`'
    if _CLOCK.match(words):
        return "; hours and minutes are not read in this form: leave the figure out"
    if wanted and any(plain.casefold() == form.casefold() for form in wanted.forms):
        return f"; if it is the {wanted.name}, list it: `{{id: {wanted.id}, written: [{plain}]}}` in `units`"
    known, id = _first_known(plain)
    if id is None:
        return "; list it in the `written` of its unit, or define a unit for it in `units`"
    if wanted and wanted.kind in builtin_ids() and base_of(id).kind != base_of(wanted.kind).kind:
        return f"; “{known}” is no {wanted.name}, but {base_of(id).name}: use a measure in {id}"
    return f"; {'it' if known == plain else f'“{known}”'} is built in as “{id}”: list that in `units`"


def _first_known(words: str) -> tuple[str, str | None]:
    """The longest beginning of some words that is a built-in unit, and its id."""
    from tui.quantity.builtin import written_as

    parts = words.split(" ")
    for count in range(min(len(parts), 4), 0, -1):
        known = " ".join(parts[:count])
        if id := written_as(known) or written_as(known.rstrip(".,")):
            return known, id
    return "", None


def before(words: str, wanted: Unit | None) -> str:
    """What to do about words before a number: to leave them out, unless they are a currency."""
    sign = _SIGN.match(words)
    if sign is None:
        return _LEAVE_OUT
    from tui.quantity.builtin import currency_ids, written_as

    id = written_as(sign[1])
    if id is None or id not in currency_ids():
        return _LEAVE_OUT
    if wanted and wanted.kind in currency_ids() and wanted.kind != id:
        return f"“{sign[1]}” is another currency than {wanted.name}: use a measure in it, such as {id}"
    return f"“{sign[1]}” is built in as “{id}”: list that in `units`"


def with_rate(unit: Unit, per: Rate) -> Unit | None:
    """The built-in unit that a unit and a rate are together: km/h, L/m²; None if there is none."""
    from tui.quantity.builtin import base_of, builtin_ids

    id = f"{unit.id}/{per.name}".removesuffix("sec") + "s" * per.name.endswith("sec")
    return base_of(id) if id in builtin_ids() else None


def smaller(words: str) -> str:
    """Why words after a unit do not belong to the number, or how they would."""
    more = _MORE.fullmatch(words)
    if more is None:
        return "is not part of the number; leave it out"
    id = _SHORT.get(more[1])
    entry = f"`{{id: {id}, written: [{more[1]}]}}`" if id else "its unit"
    return f"may be more of the number in a smaller unit: list {entry} in `units`, or leave it out"
