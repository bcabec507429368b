"""The rates that a catalog names by a measure's `per`, and the units in them."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.quantity.rate import CAPITA, TIME_WORDS, TIMES, Rate, RatePart
from tui.quantity.unit import Unit, Units

if TYPE_CHECKING:
    from tui.languages.language import Language

MOST_PARTS = 3
"""Parts of a rate: kg per hectare and year has two."""


def rate_named(name: str, units: Units) -> Rate | None:
    """The rate that a measure's `per` names: yr, day, capita, 100000, t, 100 km, household, ha/yr; None if none."""
    parts = []
    for written in name.split("/"):
        match = re.fullmatch(r"(?P<amount>\d+(?:[,_ ]\d{3})*)?\s*(?P<name>°?[^\W\d].*|)", written)
        if match is None or not (match["amount"] or match["name"]):
            return None
        amount = Decimal(re.sub(r"\D", "", match["amount"] or "1"))
        if not 0 < amount < 10**15:
            return None
        parts.append(_part(amount, match["name"], units))
    return Rate(tuple(parts)) if len(parts) <= MOST_PARTS else None


def _part(amount: Decimal, written: str, units: Units) -> RatePart:
    if not written:
        return RatePart("", amount=amount)
    # A time is found without loading English.
    if written.casefold() not in TIME_WORDS and written.casefold() in people():
        return RatePart(CAPITA, amount=amount)
    unit = units.by_id.get(written) or unit_written(written, units)
    return RatePart(unit.id if unit else written.casefold(), unit, amount)


def unit_written(written: str, units: Units, code: str = "en") -> Unit | None:
    """The unit of the catalog, or else the built-in one, that is written so in English or in a language with a code."""
    if time := TIME_WORDS.get(written.casefold()):
        return time
    if unit := units.written(written):
        return unit
    from tui.quantity.builtin import form_index

    id = form_index(code).get(written) or form_index(code).get(written.casefold())
    return (units.by_id.get(id) or builtin_unit(id)) if id else None


def builtin_unit(id: str) -> Unit:
    """A built-in unit, which may be a time."""
    if id in TIMES:
        return TIMES[id]
    from tui.quantity.builtin import base_of

    return base_of(id)


def people(language: "Language | None" = None) -> frozenset[str]:
    """The words for people in English and in a language, for which a rate per capita is."""
    from tui.languages.language import ENGLISH, language_of

    words = language.rates.get(CAPITA, ()) if language else ()
    return frozenset((*language_of(ENGLISH).rates.get(CAPITA, ()), *words))
