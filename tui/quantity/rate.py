"""What a value is for one of: a time, a unit, so many of something, a person, or a thing (per household)."""

from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from tui.quantity.unit import Unit

CAPITA = "capita"

TIMES = {
    id: Unit(id, words[0], words, base if base != id else "", Decimal(factor))
    for id, base, factor, words in (
        ("sec", "sec", 1, ("second", "seconds")),
        ("min", "sec", 60, ("minute", "minutes")),
        ("h", "sec", 3600, ("hour", "hours", "hr")),
        ("day", "sec", 86400, ("day", "days")),
        ("wk", "sec", 604800, ("week", "weeks")),
        ("month", "month", 1, ("month", "months")),
        ("quarter", "month", 3, ("quarter", "quarters")),
        ("yr", "month", 12, ("year", "years", "annum")),
    )
}
"""The times of most rates; they are here too, so that the table of built-in units need not be read for them."""

TIME_WORDS = {word: unit for id, unit in TIMES.items() for word in (id, *unit.written)}
ADJECTIVES = {
    "yearly": "yr",
    "quarterly": "quarter",
    "monthly": "month",
    "weekly": "wk",
    "daily": "day",
    "hourly": "h",
}


class RatePart(NamedTuple):
    """One thing that a value is for: so many (`amount`) of a unit or of a thing; of nothing but a number, per 1,000."""

    name: str
    """The unit's id, `capita`, the thing; empty for a number alone."""
    unit: Unit | None = None
    amount: Decimal = Decimal(1)

    @property
    def kind(self) -> str:
        """What it converts within."""
        return self.unit.kind if self.unit else self.name

    @property
    def size(self) -> tuple[Decimal, Decimal]:
        """How many of its kind it is, as a fraction: numerator and denominator."""
        unit = self.unit
        return (self.amount * unit.factor, unit.divisor) if unit else (self.amount, Decimal(1))

    def __str__(self) -> str:
        amount = "" if self.amount == 1 and self.name else f"{self.amount.normalize():f}"
        return " ".join(filter(None, (amount, self.name)))


@dataclass(frozen=True)
class Rate:
    """What a value is for one of; a rate in several steps has several parts: kg per hectare and year."""

    parts: tuple[RatePart, ...]

    @property
    def name(self) -> str:
        """As a measure's `per` gives it: yr, 100000, ha/yr."""
        return "/".join(map(str, self.parts))

    @property
    def in_words(self) -> str:
        """As a reason names it: per year, per 100,000, per ha and yr."""
        return "per " + " and ".join(_in_words(part) for part in self.parts)

    def is_said_in(self, name: str) -> bool:
        """Whether the name of a measure says the rate: daily output, murders per 100,000, income per head."""
        words = name.casefold().replace(",", "").split()
        said = {*words, *(ADJECTIVES.get(word, "") for word in words), "yr" if "annual" in words else ""}
        return all(said & _words_for(part) for part in self.parts)

    def factor_to(self, other: "Rate") -> tuple[Decimal, Decimal] | None:
        """What a value of this rate is multiplied and divided by for another; None if they do not convert.

        Only what is exact converts: a day into an hour, a year into a month, a tonne into a pound, 1,000 into 100,000.
        """
        if sorted(part.kind for part in self.parts) != sorted(part.kind for part in other.parts):
            return None
        by, over, kind = Decimal(1), Decimal(1), attrgetter("kind")
        for part, into in zip(sorted(self.parts, key=kind), sorted(other.parts, key=kind), strict=True):
            (a, b), (c, d) = part.size, into.size
            by, over = by * c * b, over * d * a
        return by, over


def _words_for(part: RatePart) -> set[str]:
    """The words of a name that say a part of a rate."""
    if not part.name:
        return {f"{part.amount.normalize():f}"}
    if part.name == CAPITA:
        return {CAPITA, "head", "person", "inhabitant", "resident"}
    unit = part.unit
    return {part.name, *(word.casefold() for word in ((unit.name, *unit.written) if unit else ()))}


def _in_words(part: RatePart) -> str:
    name = part.unit.name.partition(" (")[0] if part.unit else part.name
    amount = "" if part.amount == 1 and name else f"{part.amount.normalize():,f}"
    return " ".join(filter(None, (amount, name)))
