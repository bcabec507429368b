"""The units that a catalog can use: its own, and those that are built in."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.quantity.builtin import builtin_ids, builtin_units
from tui.quantity.unit import Unit


class ListedUnit(NamedTuple):
    """A unit, and whether the catalog or its measures have it."""

    unit: Unit
    used: bool

    @property
    def conversion(self) -> str:
        """How many of its base unit one of it is; empty for a base unit, and on a scale of temperature."""
        unit = self.unit
        if not unit.base or unit.scale:
            return ""
        return f"{unit.size.normalize():,f} {unit.base}" if unit.divisor == 1 else f"{unit.size:.6g} {unit.base}"

    @property
    def exact_factor(self) -> str:
        """How many of its base unit one of it is, without rounding: a decimal, or a fraction of two (5/9)."""
        factor, divisor = self.unit.factor, self.unit.divisor
        return f"{factor:f}" if divisor == 1 else f"{factor:f}/{divisor:f}"

    @property
    def forms(self) -> list[str]:
        """Every form that is read as it, except for its id."""
        unit = self.unit
        return list(dict.fromkeys(form for form in (*unit.written, *unit.ambiguous, *unit.shared) if form != unit.id))


def units_of(dossier: Dossier) -> Iterator[ListedUnit]:
    """The units of a dossier, and then all others that are built in, with their forms in its languages."""
    # A base unit that is only there to convert into is not read.
    used = {id: unit for id, unit in dossier.units.by_id.items() if unit.forms or unit.shared}
    yield from (ListedUnit(unit, True) for unit in used.values())
    languages = {article.language for article in dossier.articles.values() if article.language}
    for id in builtin_ids():
        if id not in used:
            yield from (ListedUnit(unit, False) for unit in builtin_units([id], languages))
