"""Finds the figures that a number of a draft can be compared with, without reading all of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.verify.values import distance

_MOST = 40
"""How many figures of one unit, and of one subject or measure in it, a number is compared with: the nearest values."""

_NO_MIDDLE = Decimal("Infinity")


class Interpretation(NamedTuple):
    """How a number must be read to be compared with a figure: in its unit, and whether it is a change."""

    unit: Unit
    changes: bool


class FiguresByValue:
    """Figures by how they are read, then by their subjects and measures, each sorted by value."""

    def __init__(self, dossier: Dossier, figures: Iterable[Figure]) -> None:
        self._figures = list(figures)
        self._interpretations: dict[str, Interpretation] = {}
        self._of_subject: dict[str, list[int]] = defaultdict(list)
        rows: dict[tuple[Interpretation, str], list[tuple[Decimal, int]]] = defaultdict(list)
        for position, figure in enumerate(self._figures):
            measure = figure.measure
            self._of_subject[figure.subject].append(position)
            if measure not in self._interpretations:
                self._interpretations[measure] = Interpretation(
                    dossier.unit_of(figure), dossier.measures[measure].changes
                )
            value = figure.value.middle
            for key in ("", f"subject {figure.subject}", f"measure {measure}"):
                rows[self._interpretations[measure], key].append((_NO_MIDDLE if value is None else value, position))
        self._rows = {key: sorted(row) for key, row in rows.items()}

    @property
    def interpretations(self) -> Iterable[Interpretation]:
        """How a number must be read for each of the figures, in their order."""
        return dict.fromkeys(self._interpretations.values())

    def about(self, subjects: Iterable[str]) -> list[Figure]:
        """The first figures of some subjects, in their order."""
        found = sorted(position for id in subjects for position in self._of_subject.get(id, ())[:_MOST])
        return [self._figures[position] for position in found]

    def near(
        self, interpretation: Interpretation, value: Decimal | None, subjects: Iterable[str], measures: Iterable[str]
    ) -> dict[int, Figure]:
        """The figures nearest to a value, in all and of some subjects and measures, by their positions."""
        keys = ("", *(f"subject {id}" for id in subjects), *(f"measure {id}" for id in measures))
        rows = (self._rows.get((interpretation, key), []) for key in keys)
        near = {position for row in rows for position in _nearest(row, _NO_MIDDLE if value is None else value)}
        return {position: self._figures[position] for position in near}


def _nearest(row: list[tuple[Decimal, int]], value: Decimal) -> Iterator[int]:
    """The positions of the figures in a sorted row whose values are nearest to one."""
    right = bisect_left(row, (value, 0))
    left = right - 1
    for _ in range(min(_MOST, len(row))):
        if left < 0 or (right < len(row) and distance(value, row[right][0]) <= distance(value, row[left][0])):
            yield row[right][1]
            right += 1
        else:
            yield row[left][1]
            left -= 1
