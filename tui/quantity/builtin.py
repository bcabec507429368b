"""The built-in units and currencies, from units.json; the file is read when a catalog first uses one of them."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tui.quantity.unit import Unit

_WORDS = {"es": {"ha"}, "it": {"ha"}, "en": {"ore"}, "de": {"TL"}, "nl": {"TL"}, "fr": {"G$"}}
"""Forms that are words of a language: in a dossier that has texts in it, they are not read."""


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    table: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("units.json").read_bytes())
    return table


def builtin_ids() -> Collection[str]:
    """The ids of all built-in units."""
    return _table().keys()


@cache
def _id_of_form() -> Mapping[str, str]:
    """The built-in unit of each form in any language, as written and casefolded; the first of several."""
    index: dict[str, str] = {}
    for id, entry in _table().items():
        forms = [id, *entry.get("ambiguous", ()), *(each for forms in entry["forms"].values() for each in forms)]
        for form in forms:
            index.setdefault(form, id)
    for id, entry in _table().items():
        for form in (each for forms in entry.get("shared", {}).values() for each in forms):
            index.setdefault(form, id)
    for form in [*index]:
        index.setdefault(form.casefold(), index[form])
    return index


def written_as(form: str) -> str | None:
    """The id of a built-in unit that has a form in some language; the first of several."""
    return _id_of_form().get(form) or _id_of_form().get(form.casefold())


def read_with(unit: str) -> str | None:
    """The id of the built-in unit that is read where another is used: the cent with the dollar, °F with °C; or None."""
    return next((id for id, entry in _table().items() if "shared" in entry and entry.get("of") == unit), None)


@cache
def currency_ids() -> Collection[str]:
    """The ids of the built-in currencies."""
    return {id: None for id, entry in _table().items() if entry.get("currency")}.keys()


@cache
def doubtful_forms(currency: str) -> frozenset[str]:
    """The forms that a currency shares with others: $ and dollars, pounds, kr."""
    own = {*_table()[currency].get("ambiguous", ()), _noun(currency)}
    listed = [set(_table()[id].get("ambiguous", ())) for id in currency_ids()]
    return frozenset().union(*(forms for forms in listed if forms & own), {"$"} if _noun(currency) == "peso" else ())


@cache
def rival_forms(currency: str, tag: str) -> Mapping[str, str]:
    """The forms in English and a language that name only another currency with the same sign or noun, and its id.

    The dollar’s are those of other dollars, and the signs of pesos (Mex$): a peso is seldom written with $ alone.
    Spaces stand for hyphens.
    """
    shared = doubtful_forms(currency)
    found: dict[str, str] = {}
    for id in currency_ids():
        entry = _table()[id]
        alike = bool(shared & {*entry.get("ambiguous", ()), _noun(id)})
        forms = [*entry["forms"].get("en", ()), *entry["forms"].get(tag, ())] if id != currency else []
        forms = [form for form in forms if form not in _WORDS.get(tag, ())]
        found |= {form: id for form in forms if alike or (form.endswith("$") and _noun(id) == "peso")}
        found |= {id: id} if alike and id != currency else {}
    return {form.replace("-", " "): id for form, id in found.items() if form not in shared}


def _noun(currency: str) -> str:
    """The last word of a currency’s name: dollar, peso."""
    return _table()[currency]["name"].rpartition(" ")[2]  # type: ignore[no-any-return]


@cache
def form_index(tag: str) -> Mapping[str, str]:
    """The built-in unit of each form in English and in a language, as written and casefolded; the first of several."""
    index: dict[str, str] = {}
    for id, entry in _table().items():
        forms = [id, *entry["forms"].get("en", ()), *entry["forms"].get(tag, ()), *entry.get("ambiguous", ())]
        for form in forms:
            index.setdefault(form, id)
    for form in [*index]:
        # Of short forms, the case tells units apart: Mt is not mt.
        if len(form) > 2:
            index.setdefault(form.casefold(), index[form])
    return index


@cache
def base_of(id: str) -> Unit:
    """A built-in unit with its base and how it converts into that, without any form."""
    entry = _table()[id]
    base = entry.get("of", id)
    return Unit(
        id=id,
        name=entry["name"],
        base="" if base == id else base,
        factor=Decimal(entry.get("factor", 1)),
        divisor=Decimal(entry.get("divisor", 1)),
        offset=Decimal(entry.get("offset", 0)),
        exact=entry.get("exact", False),
        scale=entry.get("scale", False),
        id_is_form=False,
    )


def builtin_units(ids: Iterable[str], languages: Collection[str], own: Collection[Unit] = ()) -> list[Unit]:
    """The built-in units with the given ids, written as in some languages and in English.

    `own` are the catalog's units. A form that one of them has is not read as a built-in unit; neither is one that two
    of the built-in units share. If one of them is a base unit and stands for a built-in unit, the others convert into
    it.
    """
    tags = frozenset({"en"} | {tag.partition("-")[0].lower() for tag in languages})
    found = [_converted(_unit(id, tags), own) for id in dict.fromkeys(ids)]
    taken = {form for unit in own for form in unit.forms} | {unit.id for unit in found}
    count = Counter(form for unit in found for form in {*unit.written, *unit.ambiguous})
    lost = taken.union(form for form, units in count.items() if units > 1)

    def kept(forms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(form for form in forms if form not in lost)

    return [
        unit
        if lost.isdisjoint(unit.written) and lost.isdisjoint(unit.ambiguous)
        else replace(unit, written=kept(unit.written), ambiguous=kept(unit.ambiguous))
        for unit in found
    ]


def in_currency(units: Collection[Unit], currency: str) -> list[Unit]:
    """Units of which a currency alone has the signs and words that it shares with others; as they are for no code."""
    if currency not in currency_ids():
        return [*units]
    shared = doubtful_forms(currency)
    cents = {form for unit in units if unit.base == currency for form in unit.shared}

    def read(unit: Unit) -> Unit:
        if unit.kind == currency:
            more = () if unit.base else tuple(sorted(shared.difference(unit.forms)))
            return replace(unit, ambiguous=(*unit.ambiguous, *more), doubtful=())
        if unit.kind not in currency_ids():
            return unit
        kept = [
            tuple(form for form in forms if form not in shared and form not in cents)
            for forms in (unit.written, unit.ambiguous, unit.shared)
        ]
        return replace(unit, written=kept[0], ambiguous=kept[1], shared=kept[2])

    return [read(unit) for unit in units]


@cache
def _unit(id: str, tags: frozenset[str]) -> Unit:
    """A built-in unit as it is written in some languages."""
    entry = _table()[id]
    ambiguous = tuple(entry.get("ambiguous", ()))
    words = {word for tag in tags for word in _WORDS.get(tag, ())}
    forms = dict.fromkeys(form for tag in sorted(tags) for form in entry["forms"].get(tag, ()))
    written = tuple(form for form in forms if form != id and form not in words and form not in ambiguous)
    listed = entry.get("shared", {})
    shared = tuple(dict.fromkeys(form for tag in sorted(tags) for form in listed.get(tag, ()) if form not in words))
    return replace(
        base_of(id),
        written=written,
        ambiguous=ambiguous,
        shared=shared,
        id_is_form=id not in words and entry.get("of") not in currency_ids(),
        doubtful=(*ambiguous, *shared) if base_of(id).kind in currency_ids() else (),
    )


def _converted(unit: Unit, own: Iterable[Unit]) -> Unit:
    """A built-in unit, with the base of its kind that the catalog has instead, if there is one."""
    for other in own:
        if not other.base and other.id in _table() and other.id != unit.kind and base_of(other.id).kind == unit.kind:
            base = base_of(other.id)
            if unit.scale:
                # The catalog's scale of temperature has no other unit.
                break
            by, over = unit.factor * base.divisor, unit.divisor * base.factor
            return replace(unit, base="" if other.id == unit.id else other.id, factor=by, divisor=over)
    return unit
