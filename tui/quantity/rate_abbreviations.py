"""Units with their rate in one word: bpd, kb/d, mtpa."""

from dataclasses import replace

from tui.languages.word_patterns import any_of
from tui.quantity.rate import TIMES, Rate, RatePart
from tui.quantity.unit import Unit, Units
from tui.text.lazy_pattern import lazy_pattern

_ABBREVIATED = {
    "bpd": ("bbl", "day", 0),
    "b/d": ("bbl", "day", 0),
    "kb/d": ("bbl", "day", 3),
    "kbpd": ("bbl", "day", 3),
    "mb/d": ("bbl", "day", 6),
    "mmb/d": ("bbl", "day", 6),
    "mmbpd": ("bbl", "day", 6),
    "MMb/d": ("bbl", "day", 6),
    "MMbpd": ("bbl", "day", 6),
    "boepd": ("boe", "day", 0),
    "boe/d": ("boe", "day", 0),
    "tpd": ("t", "day", 0),
    "tpa": ("t", "yr", 0),
    "ktpa": ("t", "yr", 3),
    "mtpa": ("t", "yr", 6),
    "Mtpa": ("t", "yr", 6),
    "MTPA": ("t", "yr", 6),
}
"""Units with their rate: the unit, the time, and the power of ten. Not Mb/d: a thousand barrels, or a million."""

_ABBREVIATION = lazy_pattern(rf"[\s-]{{0,2}}({any_of(_ABBREVIATED)})(?![^\W_]|/)")


def read_abbreviated(text: str, start: int, units: Units) -> tuple[Unit, int] | None:
    """The unit with its rate that is abbreviated at `start` (bpd, mtpa), and where it ends; None if none is.

    It is read where the catalog has the unit.
    """
    match = _ABBREVIATION.match(text, start)
    id, time, power = _ABBREVIATED[match[1]] if match else ("", "", 0)
    unit = units.by_id.get(id)
    if match is None or unit is None:
        return None
    per = Rate((RatePart(time, TIMES[time]),))
    return replace(unit, id=match[1], base=unit.kind, factor=unit.factor * 10**power, per=per), match.end()


def abbreviated(written: str) -> tuple[str, str] | None:
    """The unit and the time of a rate that is abbreviated in one word: bpd is barrels a day; None for other words."""
    id, time, _ = _ABBREVIATED.get(written, ("", "", 0))
    return (id, time) if id else None
