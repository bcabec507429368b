"""The units of a catalog: those that it defines, and the built-in ones that it uses."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tui.quantity.rate_names import rate_named
from tui.quantity.unit import Unit, Units

if TYPE_CHECKING:
    from tui.catalog import schema
    from tui.dossier.diagnostics import Diagnostics


class Measured(Protocol):
    """What a measure says of its unit."""

    @property
    def unit(self) -> str:
        """The unit's id."""

    @property
    def per(self) -> str | None:
        """What its values are for one of."""

    @property
    def changes(self) -> bool:
        """Whether its values are changes."""


def link_units(catalog: "schema.Catalog") -> Units:
    """The units of a catalog. The table of built-in units is read only where one of them is used."""
    own = {entry.id: _unit(entry) for entry in catalog.units if entry.name}
    used = [entry.id for entry in catalog.units if not entry.name]
    used += [measure.unit for measure in catalog.measures if measure.unit not in own]
    used += [article.currency for article in catalog.articles if article.currency and article.currency not in own]
    foreign = [unit for unit in own.values() if unit.base and unit.base not in own]
    if not used and not foreign:
        return Units(own.values())

    from tui.quantity.builtin import base_of, builtin_ids, builtin_units, read_with

    known = builtin_ids()
    for unit in foreign:
        # A base may also be a unit that the catalog lists and that is left out because of an error.
        if unit.base in known:
            base = base_of(unit.base)
            own[unit.id] = replace(
                unit,
                base=base.kind,
                factor=unit.factor * base.factor,
                divisor=base.divisor,
                offset=base.offset / unit.factor,
                scale=base.scale,
            )
    # A scale of temperature that the catalog defines is also one.
    own |= {id: replace(unit, scale=True) for id, unit in own.items() if id in known and base_of(id).scale}
    languages = {article.language or catalog.language or "en" for article in catalog.articles}
    used += [other for id in used if (other := read_with(id))]
    builtin = builtin_units([id for id in used if id in known and id not in own], languages, own.values())
    added = {entry.id: entry for entry in catalog.units if not entry.name}
    units = {**own, **{unit.id: _with_forms(unit, added.get(unit.id)) for unit in builtin}}
    bases = {unit.base for unit in units.values() if unit.base in known} - units.keys()
    # The base of a unit is there to convert into; it is not read.
    return Units([*units.values(), *(base_of(id) for id in sorted(bases))])


def warn_of_scale_words(catalog: "schema.Catalog", diagnostics: "Diagnostics") -> None:
    """Warns of forms of units that begin with a scale word, so that they are never read: bn, million euros."""
    if not any(entry.written or entry.ambiguous for entry in catalog.units):
        return
    from tui.languages.language import ENGLISH, known_language

    tags = {article.language or catalog.language or ENGLISH for article in catalog.articles}
    scales = {word: by for tag in sorted(tags) if (known := known_language(tag)) for word, by in known.scales.items()}
    for entry in catalog.units:
        for key in ("written", "ambiguous"):
            for i, form in enumerate(getattr(entry, key)):
                first = form.partition(" ")[0]
                if (by := scales.get(first.casefold())) and not _is_builtin(form, tags):
                    message = f"“{first}” is read with the number, as {by:,f}, before any unit; leave “{form}” out"
                    diagnostics.warn(entry.mark(key, i), "scale-word", message)


def _is_builtin(form: str, tags: Iterable[str]) -> bool:
    """Whether a form is that of a built-in unit in one of some languages: mi is a million, and a mile."""
    from tui.quantity.builtin import form_index

    return any(form in form_index(tag) for tag in tags)


def _unit(entry: "schema.UnitEntry") -> Unit:
    written, ambiguous = tuple(entry.written), tuple(entry.ambiguous)
    return Unit(entry.id, entry.name or entry.id, written, entry.base or "", entry.factor, entry.exact, ambiguous)


def _with_forms(unit: Unit, entry: "schema.UnitEntry | None") -> Unit:
    """A built-in unit with the forms that the catalog adds to it."""
    if entry is None:
        return unit
    said = {*entry.written, *entry.ambiguous}
    written, ambiguous = (*unit.written, *entry.written), (*unit.ambiguous, *entry.ambiguous)
    return replace(
        unit, written=written, ambiguous=ambiguous, doubtful=tuple(form for form in unit.doubtful if form not in said)
    )


def unit_of(measure: Measured, units: Units) -> Unit:
    """The unit of a measure's values: of a rate, or of differences, where it is a measure of such."""
    unit = units.by_id[measure.unit]
    if measure.changes:
        unit = unit.of_differences
    return unit.rated(rate_named(measure.per, units)) if measure.per else unit
