"""Units of measurement, as a catalog lists them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from tui.languages.spellings import spellings
from tui.languages.word_patterns import WORD_END, any_of, by_script, first_word
from tui.numbers.words import SCALE_LETTERS
from tui.text.cached_method import cached_method
from tui.text.grouping import grouped
from tui.text.lazy_pattern import in_any_case, lazy_pattern

if TYPE_CHECKING:
    from tui.quantity.rate import Rate


@dataclass(frozen=True)
class Unit:
    """A unit: one of it is `factor` of `base`. Exact units count whole things.

    Forms that could mean another unit too (ton) are in `ambiguous`: they are read as this one, which is reported.
    """

    id: str
    name: str
    written: tuple[str, ...] = ()
    base: str = ""
    factor: Decimal = Decimal(1)
    exact: bool = False
    ambiguous: tuple[str, ...] = ()
    id_is_form: bool = True
    """Whether its id is read as it: ha is a word of Spanish."""
    divisor: Decimal = Decimal(1)
    """What the factor is divided by, so that five ninths and a pound per square inch are exact."""
    offset: Decimal = Decimal(0)
    """What is added to a value before it is multiplied: -32 of °F."""
    scale: bool = False
    """Whether its zero is set by agreement, as on a scale of temperature: differences on it convert without offset."""
    difference: bool = False
    """Whether it is a unit of differences on such a scale."""
    per: "Rate | None" = None
    """What a value is for one of, where it is the unit of a rate."""
    shared: tuple[str, ...] = ()
    """Forms that other units have as well, among which the unit that a value is needed in decides: cents, øre."""
    doubtful: tuple[str, ...] = ()
    """Those of its forms that are another currency in another country ($, pounds), where the catalog does not say which
    it is."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that is read as it."""
        return *((self.id,) if self.id_is_form else ()), *self.written, *self.ambiguous

    @property
    def in_one(self) -> Decimal | None:
        """How many of it make one whole: 100 of percent; None if it is not a share."""
        return next((_SHARES[form] for form in self.forms if form in _SHARES), None)

    @property
    def is_multiple(self) -> bool:
        """Whether it says how many times as much something is."""
        return "times" in self.forms

    @property
    def kind(self) -> str:
        """The id of the base unit: units of one kind convert into each other."""
        return self.base or self.id

    @property
    def dimension(self) -> str:
        """What values are compared in: the kind, but differences on a scale are not values on it."""
        return f"{self.kind} difference" if self.difference else self.kind

    @property
    def size(self) -> Decimal:
        """How many base units one of it is."""
        return self.factor / self.divisor

    def in_base(self, value: Decimal) -> Decimal:
        """A value in the base unit."""
        return (value + self.offset) * self.factor / self.divisor

    def from_base(self, value: Decimal) -> Decimal:
        """A value that is given in the base unit."""
        return value * self.divisor / self.factor - self.offset

    def convert(self, value: Decimal, unit: "Unit") -> Decimal:
        """A value of this unit in another one of its kind."""
        if (self.factor, self.divisor, self.offset) == (unit.factor, unit.divisor, unit.offset):
            return value
        by, over = self.factor * unit.divisor, self.divisor * unit.factor
        return (value + self.offset) * by / over - unit.offset

    def rated(self, per: "Rate | None") -> "Unit":
        """The unit of a rate."""
        return replace(self, per=per) if per else self

    @property
    def of_differences(self) -> "Unit":
        """The unit for differences: 1.5 °C more are 2.7 °F more. Only on a scale is it another one."""
        return replace(self, offset=Decimal(0), scale=False, difference=True) if self.scale else self


_SHARES = dict.fromkeys(("%", "percent", "per cent"), Decimal(100)) | dict.fromkeys(
    ("‰", "per mille", "permille"), Decimal(1000)
)


_IN_ANY_CASE = frozenset(("USD", "EUR", "GBP", "CHF", "JPY", "CNY", "RUB", "UAH"))
_CODE = lazy_pattern("[A-Z]{3}")
"""A code that may be a word in small letters, unless it is one of `_IN_ANY_CASE`: ALL, TRY, TOP."""

_LETTERS = {"N": "NGN", "R": "ZAR"}
# N127bn, R45,000; not the road N45, nor the refrigerant R142b.
_LETTER_SIGN = lazy_pattern(
    r"(?<![^\W_])[NR](?=\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?![^\W_])"
    r"|\d+(?:\.\d+)?(?:\s?(?:bn|mn|million|billion|trillion)|m)(?![^\W_]))"
)
_FEET = frozenset("'’′")
"""Signs of a unit that inches may follow directly: 5'6"."""

_NOT_ELIDED = r"(?!(?<![^\W\d_]{2})['’][^\W\d_])"
"""No letter of an article or pronoun: the l of “46 milliards l’an dernier” is no litre."""

_System = tuple[str, tuple[int, ...]]


def _system(unit: Unit) -> _System:
    """What units of one kind share if each is a power of ten of the others."""
    return unit.kind, unit.size.normalize().as_tuple().digits


class Units:
    """The units of one catalog, and reading them after a number.

    `currency` is that of the article that is read, where the catalog gives it.
    """

    def __init__(self, units: Iterable[Unit], currency: str | None = None) -> None:
        self.currency = currency
        self.by_id = {unit.id: unit for unit in units}
        forms = {form: unit for unit in self.by_id.values() for form in unit.forms}
        self._by_form = {each: unit for form, unit in forms.items() for each in spellings(form)} | forms
        shared = ((form, unit) for unit in self.by_id.values() for form in unit.shared if form not in self._by_form)
        self._sharing = grouped((form.lower(), unit) for form, unit in shared)
        # One or two letters are a unit in their own case only: t, but not T; and mt is not Mt.
        self._in_any_case = {
            form.lower(): unit
            for form, unit in self._by_form.items()
            if len(form) > 2 and (form in _IN_ANY_CASE or not _CODE.fullmatch(form))
        }

    @cached_method
    def in_currency(self, currency: str | None) -> "Units":
        """The units for an article whose `$`, dollars or pounds are those of a currency; these if none is given."""
        if currency is None:
            return self
        from tui.quantity.builtin import in_currency

        return Units(in_currency(self.by_id.values(), currency), currency)

    @cached_property
    def percent(self) -> Unit | None:
        """The unit for percent; None if the catalog has none."""
        return next((unit for unit in self.by_id.values() if unit.in_one == 100), None)

    def largest_within(self, unit: Unit, size: Decimal) -> Unit | None:
        """The largest unit that is no larger than a size, given in the base unit; the first of equals.

        Only units are looked at that are a power of ten of the given one: barrels are not shown in cubic metres.
        """
        units = self._by_factor.get(_system(unit), [])
        within = bisect_right(units, size, key=lambda unit: unit.size)
        return units[within - 1] if within else None

    @cached_property
    def _by_factor(self) -> dict[_System, list[Unit]]:
        by_factor: dict[_System, dict[Decimal, Unit]] = {}
        for unit in self.by_id.values():
            by_factor.setdefault(_system(unit), {}).setdefault(unit.size, unit)
        return {system: [units[factor] for factor in sorted(units)] for system, units in by_factor.items()}

    @cached_property
    def _form(self) -> re.Pattern[str]:
        # A letter alone is a form where it touches the digits: 12p, 75c.
        letters = [form for form in self._sharing if len(form) == 1 and form.isalpha()]
        forms = [*self._by_form, *(form for form in self._sharing if form not in letters)]
        # 1,200-square-foot.
        spaced, touching = by_script(form for form in forms if form not in _FEET)
        words = spaced.replace(r"\s+", r"[\s-]+")
        signs = f"{touching}|{any_of(form for form in forms if form in _FEET)}"
        return in_any_case(
            rf"(?:\s*|-|\s-(?=\S))((?:{words}|(?<=\d)(?:{any_of(letters)})){WORD_END}{_NOT_ELIDED}|{signs})"
        )

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words, casefolded, of what may come before a number."""
        letters = (letter for letter, currency in _LETTERS.items() if currency in self.by_id)
        return frozenset(map(first_word, [*self._before, *letters]))

    @cached_property
    def _before(self) -> list[str]:
        """What may come before a number: a sign (€, US$), or a currency's code or abbreviation (EUR, Rs)."""
        from tui.languages.lexicon import CURRENCY_ABBREVIATIONS, CURRENCY_CODES

        words = {*CURRENCY_CODES, *CURRENCY_ABBREVIATIONS}
        return [form for form in self._by_form if form in words or _is_sign(form)]

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        return lazy_pattern(rf"({any_of(self._before)})\s?(?=[-−–]?[\d½¼¾])")

    @cached_property
    def _sign_before(self) -> tuple[frozenset[str], re.Pattern[str], int]:
        """The last characters of what may come before a number, its pattern, and its longest length with a space."""
        longest = max(map(len, self._before), default=0) + 1
        pattern = lazy_pattern(rf"(?<![^\W_])(?:{any_of(self._before)})\s?$")
        return frozenset(form[-1] for form in self._before), pattern, longest

    def sign_start(self, text: str, number: int) -> int:
        """Where the sign of a unit before a number begins; the start of the number if there is none."""
        lasts, pattern, longest = self._sign_before
        if self._letter_sign(text, number - 1):
            return number - 1
        last = text[number - 1 : number]
        if last.isspace():
            last = text[number - 2 : number - 1]
        if not last or last not in lasts:
            return number
        match = pattern.search(text, max(number - longest, 0), number)
        return match.start() if match else number

    def scale_letters(self, wanted: Unit | None, money: bool = False) -> str:
        """The letters that are scale words after digits: all but those written for a unit of the wanted kind.

        After a currency's sign (`money`), `t` is a trillion.
        """
        letters = SCALE_LETTERS + "tT" * money
        if wanted is None:
            return letters
        kinds = {letter: self._by_form.get(letter.lower()) or self._by_form.get(letter.upper()) for letter in letters}
        return "".join(letter for letter, unit in kinds.items() if unit is None or unit.kind != wanted.kind)

    def read_sign(self, text: str, start: int) -> tuple[Unit, int] | None:
        """The unit whose sign is at `start`, before a number ($), and where the number begins."""
        if unit := self._letter_sign(text, start):
            return unit, start + 1
        match = self._sign.match(text, start)
        return (self._by_form[" ".join(match[1].split())], match.end()) if match else None

    def _letter_sign(self, text: str, start: int) -> Unit | None:
        """The currency that a letter at `start` stands for, directly before a large amount: N45 billion."""
        match = _LETTER_SIGN.match(text, start) if text[start : start + 1] in _LETTERS else None
        return self.by_id.get(_LETTERS[match[0]]) if match else None

    def written(self, form: str) -> Unit | None:
        """The unit that is written so."""
        return self._by_form.get(form) or self._in_any_case.get(form.lower())

    def read(self, text: str, start: int, wanted: Unit | None = None) -> tuple[Unit, int] | None:
        """The unit written at `start`, after optional space, and where it ends.

        `wanted` is the unit that a value is needed in: it decides among units that share a form.
        """
        if not self.by_id:
            return None
        match = self._form.match(text, start)
        if not match:
            return None
        written = " ".join(match[1].split())
        unit = self.written(written) or self.written(written.replace("-", " ")) or self._shared(written, wanted)
        return (unit, match.end()) if unit else None

    def sharing(self, text: str, start: int) -> tuple[list[Unit], int]:
        """The units that share the form at `start`, among which only a wanted one decides, and where it ends."""
        match = self._form.match(text, start) if self._sharing else None
        units = self._sharing.get(" ".join(match[1].lower().split()), []) if match else []
        return units, match.end() if match and units else start

    def _shared(self, form: str, wanted: Unit | None) -> Unit | None:
        """The unit of the wanted kind that shares a form, or the only one that has it; None where nothing decides."""
        units = self._sharing.get(form.lower(), [])
        of_kind = [unit for unit in units if wanted and unit.kind == wanted.kind]
        return of_kind[0] if of_kind else units[0] if len(units) == 1 and len(form) > 1 else None


def _is_sign(form: str) -> bool:
    """Whether a form ends in a sign, and not in a letter, a digit or a mark on one."""
    return not form[-1].isalnum() and not unicodedata.category(form[-1]).startswith("M")
