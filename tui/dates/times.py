"""Times of day and time zones: as EDTF writes them, and as the words beside a date print them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.dates.edtf import Date
from tui.text.lazy_pattern import in_any_case, lazy_pattern

_DAY = 24 * 60

_TIME = in_any_case(
    r"(?:(?<![\d:.,/+−–-])|(?<=\d[–-]))(?P<hour>[01]?\d|2[0-4])(?!\d)"
    r"(?:\s?(?:[:.h時时点點]|uhr|год|ч)\s?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?(?![.,/:]?\d))?"
    r"(?:\s?(?:(?P<am>a\.?\s?m\b)|(?P<pm>p\.?\s?m\b))"
    r"|(?P<word>\s?(?:o['’]clock|uhr|heures?|horas|uur|ore|h|час\w{0,2}|годин\w?|[時时点點])(?![^\W\d]))?)"
)
_NOON = in_any_case(r"\b(?:(noon|midday|mittags)|midnight|mitternacht)\b")

_OFFSET = lazy_pattern(r"(?:\b(?:UTC|GMT)\s?|(?<=:[0-5]\d)\s?\(?)([+−–-])(0?\d|1[0-4])(?::?(00|30|45))?(?![\d:])")
_HOURS = {
    "Z": "0",
    "UTC GMT WET universal greenwich": "0",
    "BST WEST MEZ CET": "+1",
    "MESZ CEST EET SAST": "+2",
    "EEST MSK TRT мск московскому moscow moskauer": "+3",
    "GST": "+4",
    "PKT": "+5",
    "BJT HKT SGT AWST 北京时间 北京時間 beijing": "+8",
    "JST KST 日本時間 tokyo": "+9",
    "AEST": "+10",
    "AEDT": "+11",
    "NZST": "+12",
    "NZDT": "+13",
    "AKDT PST": "-8",
    "PDT MST": "-7",
    "MDT": "-6",
    "CDT EST": "-5",
    "EDT AST": "-4",
    "BRT ART ADT": "-3",
    "CST": "-6 +8",
    "ET eastern": "-5 -4",
    "CT": "-6 -5",
    "MT": "-7 -6",
    "PT": "-8 -7",
    "IST": "+5.5 +1 +2",
    "paris berlin madrid rome brussels": "+1 +2",
    "kyiv kiev київським": "+2 +3",
    "london": "0 +1",
}
"""The hours from UTC of each time zone that texts name, in summer or winter where the name does not say."""

_NAMED = {name.casefold(): hours.split() for names, hours in _HOURS.items() for name in names.split()}
_CITIES = {name for name in _NAMED if name.isascii() and name.isalpha() and len(name) > 4} - {"universal", "greenwich"}
_ZONE = lazy_pattern(
    r"(?<![^\W\d_])(?:"
    rf"(?P<code>{'|'.join(name for names in _HOURS for name in names.split() if name.isupper() and name.isascii())})"
    rf"|(?i:(?P<place>{'|'.join(sorted(_CITIES))})(?:er)?[\s-](?:(?:standard|daylight|summer)\s)?(?:time|zeit))"
    r"|(?i:(?:heure\sde|hora\sde|ora\sdi)\s(?P<of>paris|berlin|madrid|roma|bruxelles|moscou))"
    r"|(?i:(?P<other>universal|greenwich)\b|(?P<foreign>мск|московскому|київським))"
    r")(?![^\W\d_])|(?P<east>北京时间|北京時間|日本時間)"
)


class PrintedTime(NamedTuple):
    """A time of day that words print: minutes since midnight, and the seconds if they are printed."""

    minutes: int
    seconds: int | None
    halved: bool
    """Whether it is of either half of the day: 9:48 without a.m. or p.m."""


def times_in(words: str) -> Iterator[PrintedTime]:
    """The times of day in some words."""
    for match in _TIME.finditer(words):
        hour, minute = int(match["hour"]), match["minute"]
        if minute is None and not (match["am"] or match["pm"] or match["word"]):
            continue
        if match["am"] or match["pm"]:
            hour = hour % 12 + (12 if match["pm"] else 0)
        halved = hour < 13 and not (match["am"] or match["pm"] or match["hour"].startswith("0"))
        yield PrintedTime(hour * 60 + int(minute or 0), int(match["second"]) if match["second"] else None, halved)
    for match in _NOON.finditer(words):
        yield PrintedTime(12 * 60 if match[1] else 0, None, False)


def without_times(words: str) -> str:
    """Some words without the times of day and the time zones in them."""
    for pattern in (_OFFSET, _TIME, _NOON, _ZONE):
        words = pattern.sub(lambda match: match[0] if _is_bare(match) else " ", words)
    return words


def _is_bare(match: re.Match[str]) -> bool:
    """Whether what may be a time is a number alone."""
    return match[0].isdecimal()


def zones_in(words: str) -> set[int]:
    """The minutes from UTC that the time zones in some words can have."""
    zones = {
        (-1 if match[1] != "+" else 1) * (int(match[2]) * 60 + int(match[3] or 0)) for match in _OFFSET.finditer(words)
    }
    if zones:
        return zones
    for match in _ZONE.finditer(words):
        name = next(filter(None, match.groups())).casefold()
        name = {"roma": "rome", "bruxelles": "brussels", "moscou": "moscow"}.get(name, name)
        zones |= {int(float(hours) * 60) for hours in _NAMED[name]}
    return zones


def zone_of(date: Date) -> int | None:
    """The minutes from UTC of a date's time zone; None if it gives none."""
    if date.zone in ("", "Z"):
        return 0 if date.zone else None
    hours, minutes = date.zone[1:3], date.zone[3:].lstrip(":")
    return (-1 if date.zone[0] == "-" else 1) * (int(hours) * 60 + int(minutes or 0))


def prints_time(words: str, date: Date) -> bool:
    """Whether some words print the time of a date, as exactly."""
    clock = [int(part) for part in date.time.split(":")]
    seconds = clock[2] if len(clock) > 2 else None
    return any(
        each.minutes == clock[0] * 60 + clock[1] and (seconds is None or each.seconds == seconds)
        for each in times_in(words)
    )


def can_be(words: str, date: Date) -> bool:
    """Whether the time of an inferred date can be what some words print; True if they print none."""
    times, zones, zone = [*times_in(words)], zones_in(words), zone_of(date)
    if not (date.time and times) or (zone is not None and not zones):
        return True
    hour, minute, *_ = map(int, date.time.split(":"))
    shifts = {zone - printed for printed in zones} if zone is not None else {0}
    halves = {each.minutes + half for each in times for half in ((0, _DAY // 2) if each.halved else (0,))}
    return any((minutes + shift - (hour * 60 + minute)) % _DAY == 0 for minutes in halves for shift in shifts)
