"""Numbers that a draft has worked out: ratios, sums, differences, shares and changes of two figures that it names."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import permutations

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.languages.language import code_of
from tui.languages.word_patterns import whole_words
from tui.numbers.number import Number
from tui.quantity.builtin import builtin_units
from tui.quantity.unit import Unit, Units
from tui.verify.draft import Draft, NumberItem

_MOST_FIGURES = 8
"""How many figures are compared with each other at most for one number."""

_AWAY = Decimal("0.05")
"""How far a number may be from what it rounds, as a part of that."""


@dataclass(frozen=True)
class _Operation:
    """How two figures give a number; its sentence must have one of the words: a number may fit by chance."""

    sign: str
    result: Callable[[Decimal, Decimal], Decimal]
    words: re.Pattern[str]
    unit: str | None = None
    """The unit of the result, where it is not that of the figures."""


_MORE = (
    r"differ\w*|gap|more|less|fewer|above|below|exceeds?|between|rose|fell|grew|rise|fall|growth|increase\w*|drop\w*"
    r"|decline\w*|higher|lower|mehr|weniger|unterschied|höher|niedriger|plus|moins|écart|différence|más|menos|diferencia"
)
_TOGETHER = (
    r"together|total\w*|sum|combined|altogether|come\s+to|add\w*|both|zusammen|insgesamt|ensemble|au\s+total|somme"
    r"|juntos|suman?"
)
_OPERATIONS = (
    _Operation("−", lambda a, b: a - b, whole_words(_MORE)),
    _Operation("+", lambda a, b: a + b, whole_words(_TOGETHER)),
    _Operation("÷", lambda a, b: a / b, whole_words(r"\w+"), "times"),
    _Operation("of", lambda a, b: a / b * 100, whole_words(r"of|share|part|anteil|von|der|part|de|du|des|parte"), "%"),
    _Operation("against", lambda a, b: (a - b) / b * 100, whole_words(_MORE), "%"),
    _Operation("−", lambda a, b: a - b, whole_words(r"\w+"), "pp"),
)


class Arithmetic:
    """Works out the numbers of one draft from figures."""

    def __init__(self, dossier: Dossier, draft: Draft) -> None:
        self._dossier, self._draft = dossier, draft

    def of(self, item: NumberItem, figures: Sequence[Figure]) -> tuple[str, Figure, Figure] | None:
        """How two of some figures give a number, in words, and the two; None if no two of the first few do."""
        number, unit = item.quantity.number, self._unit(item)
        if not isinstance(number, Number) or number.ordinal or not number.value or unit is None:
            return None
        parts = 100 if number.share else 1
        sentence = self._draft.document[self._draft.sentence(item.span)]
        for first, second in permutations(figures[:_MOST_FIGURES], 2):
            for operation, result in self._results(first, second, unit):
                away = abs(abs(result) - number.value * parts)
                most = min(number.step * parts / 2, _AWAY * number.value * parts)
                is_downward = result < 0 and operation.sign == "−"
                if away <= most and not is_downward and operation.words.search(sentence):
                    shown = f"{first.written} {operation.sign} {second.written} = {_plain(result)} {unit.id}"
                    return shown.removesuffix(" times"), first, second
        return None

    def _unit(self, item: NumberItem) -> Unit | None:
        """The unit of a number, also one that the dossier does not use: times, percentage points."""
        number = item.quantity.number
        if item.unit is not None:
            return item.unit
        if isinstance(number, Number) and number.share:
            return self._units.by_id["%"]
        read = self._units.read(self._draft.text, item.quantity.end)
        return read[0] if read else None

    @cached_property
    def _units(self) -> Units:
        code = code_of(self._draft.language)
        return Units(builtin_units(["%", "pp", "times"], {"en", code}))

    def _results(self, first: Figure, second: Figure, unit: Unit) -> Iterator[tuple[_Operation, Decimal]]:
        """What two figures of one dimension give in a unit, by each operation."""
        ours, theirs = (self._dossier.unit_of(figure) for figure in (first, second))
        one, other = first.value.middle, second.value.middle
        if (ours.dimension, ours.per) != (theirs.dimension, theirs.per) or ours.exact or one is None or not other:
            return
        common = unit if unit.kind == ours.kind else ours
        one, other = ours.convert(one, common), theirs.convert(other, common)
        for operation in _OPERATIONS:
            if _name(unit) == (operation.unit or _name(common)) and (operation.unit != "pp" or _name(ours) == "%"):
                yield operation, operation.result(one, other)


def _name(unit: Unit) -> str:
    return "%" if unit.in_one == 100 else unit.kind


def _plain(value: Decimal) -> str:
    """A result with three digits, or all those before the point."""
    digits = max(2 - value.adjusted(), 0)
    return f"{value:,.{digits}f}".replace("-", "−")
