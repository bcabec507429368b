"""What to write in a catalog for text that is not a date in EDTF: 2020-34 for Q2 2020, 2013/.. for since 2013."""

import datetime
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress

from tui.dates import edtf
from tui.dates.forms import BEFORE_OUR_ERA
from tui.dates.printed import PrintedDate, printed_dates
from tui.languages.language import LANGUAGES, language_of
from tui.text.lazy_pattern import in_any_case

_LONGEST = 60
"""Text of more characters is not a date, however it is printed."""

_CODE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_SWAPPED = re.compile(r"\d{4}-(?:1[3-9]|[23]\d)-(?:0[1-9]|1[0-2])")
_TIMED = re.compile(r"(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)\s?\S+")
_NO_DATE = in_any_case(r"(?:n\.?\s?d\.?|unknown|undated|none|null|n/?a|tb[acd]|\?+|-+)")
_WEEKDAY = in_any_case(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
_ABOUT = in_any_case(
    r"(?:circa|ca?\.?|about|around|approx(?:\.|imately)?|etwa|um|vers|env\.?|hacia|около)\s|\s\(?(?:approx\.?|ca\.?)\)?\Z"
)
_BESIDE_YEAR = in_any_case(r"(before|after)\s(\d{4})")

_ITSELF = "write when it was, in `resolved` if the text does not print it"

_REPAIRS = (
    (r"(?i)(?<=\d)o(?=\d)", "0"),
    (r"(?i)x|(?<![^\W\du])u(?![^\W\du])", "X"),
    (r"(.*\d)[-.,;:]", r"\1"),
    (r"(\d{4})-(1[3-9]|[23]\d)-(0[1-9]|1[0-2])", r"\1-\3-\2"),
    (r"(\d{4})-?Q([1-4])|(\d{4})-?q([1-4])", r"Q\2\4 \1\3"),
    (r"(\d{4})(0[1-9]|1[0-2])([0-2]\d|3[01])", r"\1-\2-\3"),
    (r"(?:XX|-)?-?(\d\d-\d\d)", r"XXXX-\1"),
    (r"(\d{4})-(\d)(?=-|\Z)(.*)", r"\1-0\2\3"),
    (r"(\d{4}-\d\d)-(\d)", r"\1-0\2"),
    (r"(\d{4}-\d\d-\d\d)[ Tt](\d:.*)", r"\1T0\2"),
    (r"(\d{4}-\d\d-\d\d)[ t](\d.*)", r"\1T\2"),
    (r"(.*T\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(?:z|GMT|UTC)", r"\1Z"),
    (r"(.*T\d\d:\d\d:\d\d)[.,]\d+(.*)", r"\1\2"),
    (r"([~?%])(\d.*)", r"\2\1"),
    (r"(.*\d)(?:\?~|~\?)", r"\1%"),
    (r"(.*\d)\s?\.\.\s?(\d.*)", r"\1/\2"),
    (r"(\d{4})\s([^\W\d_]{3,}\.?)", r"\2 \1"),
)
"""How a date is written that is almost one, and what it is then."""


def meant(text: str) -> str:
    """What an error says to do about text that is not a date; empty if it cannot tell."""
    if len(text) > _LONGEST:
        return ""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if _NO_DATE.fullmatch(plain):
        return "leave it out"
    if _CODE.fullmatch(plain) and not _two_years(plain) and not _SWAPPED.fullmatch(plain):
        return ""
    repaired = [*_repaired(re.sub(r"\d", lambda digit: str(int(digit[0])), plain))]
    whole = next(filter(_is_date, repaired), None)
    return f"write {whole}" if whole else next(filter(None, map(_advice, repaired)), "")


def _is_date(text: str) -> bool:
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return False
    return True


def _two_years(code: str) -> bool:
    """Whether the month of a code is the last year of two: 2013-14."""
    return len(code) == len("2013-14") and int(code[-2:]) == (int(code[:4]) + 1) % 100 > 12


def _repaired(text: str) -> Iterator[str]:
    yield text
    for pattern, repaired in _REPAIRS:
        if pattern.startswith("(?i)") or re.fullmatch(pattern, text):
            text = re.sub(pattern, repaired, text)
            yield text


def _advice(text: str) -> str:
    # The last week of the year 9999 ends after the last day that there is.
    with suppress(ValueError, OverflowError):
        if week := re.fullmatch(r"(\d{4})-?W(\d\d)", text):
            first = datetime.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return f"write {first}/{first + datetime.timedelta(6)}"
        if day := re.fullmatch(r"(\d{4})-(\d{3})", text):
            date = datetime.date(int(day[1]), 1, 1) + datetime.timedelta(int(day[2]) - 1)
            return f"write {date}" if date.year == int(day[1]) else ""
    start, slash, end = text.partition("/")
    if slash and start and end and _is_date(f"{end}/{start}"):
        return f"write {end}/{start}"
    if beside := _BESIDE_YEAR.fullmatch(text):
        year = int(beside[2])
        open_time = f"../{year - 1:04}" if beside[1].lower() == "before" else f"{year + 1:04}/.."
        return f"write {open_time}" if _is_date(open_time) else ""
    if timed := _TIMED.fullmatch(text):
        return f"write {timed[1]} and how it differs from UTC: {timed[1]}+03:00, or {timed[1]}Z"
    if re.fullmatch(r"\d\d?:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?", text, re.IGNORECASE):
        return "write the day before a time: 2025-03-31T09:48"
    if _WEEKDAY.fullmatch(text):
        return _ITSELF
    if re.fullmatch(r"[’']?\d\d|\d\d?([/.-])\d\d?\1\d\d", text):
        return "write the year in four digits"
    return _printed_advice(text)


def _printed_advice(text: str) -> str:
    """What to write for a date that is written as some language prints it."""
    about = _ABOUT.search(text)
    words = _ABOUT.sub("", text) if about else text
    for tag in LANGUAGES:
        if "-" in tag:
            continue
        # The word before a date may be longer than the article of a decade.
        for date in printed_dates(words, 0, len(words), language_of(tag)):
            lead = words[: date.span.start]
            if date.span.end == len(words) and (not lead.strip() or lead.strip().casefold() == "the" or _told(date)):
                return _of_printed(date, bool(about))
    return ""


def _told(date: PrintedDate) -> bool:
    return bool(date.side or date.part)


def _of_printed(date: PrintedDate, about: bool) -> str:
    choices = [date.date] if date.date else [*date.choices]
    if date.offset:
        return _ITSELF
    if not choices:
        inferred = "" if date.reason == BEFORE_OUR_ERA else ", and write in `resolved` what you infer"
        return f"it {date.reason}; leave it out{inferred}" if date.reason else ""
    if date.side and not any("/" in choice for choice in choices):
        choices = [f"{choice}/.." if date.side == "since" else f"../{choice}" for choice in choices]
    elif about and not any("/" in choice for choice in choices):
        choices = [f"{choice}~" for choice in choices]
    exact = ", and in `resolved` the months that you infer" if date.part else ""
    return f"write {' or '.join(choices)}{exact}"
