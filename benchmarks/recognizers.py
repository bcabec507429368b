"""How many numbers of the Recognizers-Text test suites lode reads as they say: right, refused, wrong, out of scope.

    python -m benchmarks.recognizers FOLDER [--refused] [--language TAG]

FOLDER holds `recognizers-NAME.tsv` with a language, a sentence, and `words = value` for each number in it. A number is
in scope if a curator could give it as a figure: the suites also have what only a dialogue needs.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.languages.language import language_of
from tui.printed.whole import read_printed
from tui.quantity.interval import Interval, Value
from tui.quantity.quantity import QuantityError, read_at, value_of
from tui.quantity.unit import Unit, Units
from tui.text.span import Span

NUMBER = Unit("number", "number")
PERCENT = Unit("%", "percent", ("percent", "per cent", "percents", "percentage", "％"))
MONEY = Unit("usd", "US dollar", ("$", "US$", "dollars"))
LENGTH = Unit("m", "metre", ("metres",))


@cache
def units_of(tag: str) -> Units:
    """The units of a catalog in a language."""
    percent = replace(PERCENT, written=(*PERCENT.written, *language_of(tag).percents))
    return Units([NUMBER, percent, MONEY, LENGTH])


OUT_OF_SCOPE = {
    "counted from the end or from here": r"(?:end|current)[+-]|null",
    "a power": r"\^",
    "a division in words": r"\bover\b",
    "a fraction of more than one, or of many parts, in words": (
        r"(?:hundred|thousand|twenty|thirty)\b.*(?:ths?|firsts)\b.* = |twenty[- ]fi(?:rst|fth)"
    ),
    "a number that may be two": r"(?:thousand|trillion|crore|hundred)\s+and\s+\w+\s+(?:hundred|dozens)",
    "a slip of the pen": r"dzs|dozs|hundreds|Nineth",
    "a percent sign before its number": r"\Aper ?cents? of",
    "another language's style, or none": r"\A\d+,\d{1,2} = |\A1\.111,11 = |\A0000 = ",
    "a letter apart from its digits": r"\d\s+[kKMG]\b",
}
"""Why a number is out of scope, by a pattern for its words and value."""

OUT_OF_SCOPE_ABROAD = {
    "an article as well, or a scale word alone": (
        r"\A(?:un['’]?|une|una|uno|um|uma|ein|eine[rnms]?|een|一|零|millon|billon|半数|demi|[万萬千]) = "
    ),
    "a fraction of more than one, or of many parts, in words": (
        r"avos?\b|[eé]sim|i[eè]mes?\b|quint[oai]s?\b|medios|mezzi|vijfde|achtste|premières|halbe = "
        r"|(?:twintig|dertig)ste"
    ),
    "a number that leaves digits open": r"[几幾余餘多数數]|あまり|余り",
    "percentage points, or a discount": r"百\s*分\s*[点點]|ポイント|punti|puntos|折|引|割半",
    "digits and characters mixed, or spaces between characters": (
        r"[\u3040-\u9fff]\s+\S|\S\s+[\u3040-\u9fff]|[点點]\d|\d[点點]|\d又|又\d|[\u4e00-\u9fff]\d|零\d"
    ),
    "a percentage before its number, or another word for it": (
        r"pourcentages?|\Apourcent|percentuale|\A\D*(?:soustraire|van)\b"
    ),
    "hiragana": r"\A[\u3041-\u309fー]+ = |るく",
    "a letter that the language has no scale word for": r"\d\s*[kKMGTb]\b|\A\S*[kMGT] = ",
    "pairs and dozens": r"ダース|[打双雙対对對足]|gros\b|dezena|\bd(?:oc|z|ozs)\b",
    "a scale word that means two things": r"兆|bilion|trillion",
    "another word for the decimal mark": r"\b(?:con|com)\b|・\d|、",
    "hundreds after digits, which are cents": r"\d cents?\b|mille \d",
    "another language's style, or none": (
        r"\A-?\s?,\d|\A-?\s?[\d,]*\d\.\d+(?:e\S*)? = |\d,\d\d,\d|\A-\s\d|\A\d+ 0000 = |/"
    ),
    "an improper fraction in characters": r"又|また|と\S*分の",
}
"""The same for other languages than English."""

OUTSIDE_ABROAD = (
    r"\s?(?:[$€£¥]|USD|pesos|reais|soles|yuan|ans\b|años|anos|Bit\b|[元円斤吨噸年月日時人級级号號章]|ドル|トン|キロ|美|丁目|階"
    r"|歳|億|[.,/-]\d|\d)"
)
"""What follows a number whose unit, or more of whose digits, are not in the words."""

OUTSIDE = {
    "its currency is not in the words": r"[$€£¥]\s?\Z",
    "part of a name": r"[A-Z]-\Z|-nought-\Z",
    "digits of a date, a list, an address or a telephone number": r"[\d/.-][/.,-]\Z|\+1?-?\Z",
}
"""Why a number is out of scope, by a pattern for what comes before it."""


class Case(NamedTuple):
    """A number that a suite expects: where it is printed, and its value as the suite writes it."""

    language: str
    text: str
    words: Span
    value: str


def main(arguments: list[str]) -> int:
    """Prints a table; 1 if a value is wrong."""
    shown = "--refused" in arguments
    only = arguments[arguments.index("--language") + 1] if "--language" in arguments else None
    wrong = 0
    for path in sorted(Path(arguments[0]).glob("recognizers-*.tsv")):
        suite = path.stem.removeprefix("recognizers-")
        outcomes: dict[str, Counter[str]] = {}
        reasons: Counter[str] = Counter()
        for case in cases(path):
            if only and case.language != only:
                continue
            outcome, detail = judge(suite, case)
            outcomes.setdefault(case.language, Counter())[outcome] += 1
            if outcome == "out of scope":
                reasons[detail] += 1
            elif outcome == "wrong" or (shown and outcome == "refused"):
                print(f"  {outcome} {case.language} {case.text!r}: {case.text[slice(*case.words)]!r} {detail}")
        for tag, counts in sorted(outcomes.items()):
            scope = counts.total() - counts["out of scope"]
            share = f"{100 * counts['right'] / scope:5.1f}%" if scope else "     -"
            print(
                f"{suite:16} {tag} {counts['right']:4} right of {scope:4} ({share}), {counts['refused']:4} refused,"
                f" {counts['wrong']:3} wrong, {counts['out of scope']:3} out of scope"
            )
            wrong += counts["wrong"]
        for reason, count in reasons.most_common():
            print(f"    out of scope, {count}: {reason}")
    return int(wrong > 0)


def cases(path: Path) -> Iterator[Case]:
    """The numbers that a suite expects, in order; those that its sentence does not have are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        tag, text, *expected = line.split("\t")
        end = 0
        for each in expected:
            words, _, value = each.rpartition(" = ")
            found = re.compile(re.escape(words.strip()), re.IGNORECASE).search(text, end)
            if found:
                end = found.end()
                yield Case(tag, text, Span(*found.span()), value)


def judge(suite: str, case: Case) -> tuple[str, str]:
    """The outcome of one number, and what says more about it."""
    try:
        intervals = list(_read(suite, case))
        wanted = _wanted(case)
    except (QuantityError, InvalidOperation) as error:
        reason = out_of_scope(case)
        return ("out of scope", reason) if reason else ("refused", f"= {case.value}: {error}")
    low = max((each.low for each in intervals if each.low is not None), default=None)
    high = min((each.high for each in intervals if each.high is not None), default=None)
    right = _same(low, wanted.low) and _same(high, wanted.high)
    return ("right", "") if right else ("wrong", f"= {case.value}, read as {low} to {high}")


def out_of_scope(case: Case) -> str | None:
    """Why a number cannot belong to a figure, and so is out of scope; None if it can."""
    words, before = case.text[slice(*case.words)], case.text[: case.words.start]
    reasons = OUT_OF_SCOPE if case.language == "en" else OUT_OF_SCOPE | OUT_OF_SCOPE_ABROAD
    inside = (reason for reason, pattern in reasons.items() if re.search(pattern, f"{words} = {case.value}"))
    outside = (reason for reason, pattern in OUTSIDE.items() if re.search(pattern, before))
    behind = r"\s+(?:dollars|yuan|years|millionths?)\b|[,.]\d|/\d" if case.language == "en" else OUTSIDE_ABROAD
    if re.match(behind, case.text[case.words.end :]):
        return "its unit or more of its digits are not in the words"
    return next(inside, None) or next(outside, None)


def _read(suite: str, case: Case) -> Iterator[Interval]:
    """The interval of each number in the words: a suite's range may be told with two bounds."""
    language, units = language_of(case.language), units_of(case.language)
    unit = units.by_id["%" if suite.startswith("Percent") else "number"]
    if "Range" not in suite:
        printed = read_printed(case.text, case.words, units, unit, language)
        value = value_of(printed.quantity, "=", unit)
        yield Interval(value.value, value.value) if value.value is not None else value.interval
        return
    position, found = case.words.start, False
    while position < case.words.end:
        quantity = _begins(case, position)
        if quantity is None:
            position += 1
            continue
        end = min(quantity, case.words.end)
        printed = read_printed(case.text, Span(position, end), units, unit, language)
        if printed.unclear:
            raise QuantityError(printed.unclear)
        value: Value = value_of(printed.quantity, printed.hedge[0] if printed.hedge else "=", unit)
        exact = value.modifier == "=" and value.value is not None
        if exact and found:
            raise QuantityError("these are two numbers")
        yield Interval(value.value, value.value) if exact else value.interval
        position, found = end, True
    if not found:
        raise QuantityError("no number is read")


def _begins(case: Case, position: int) -> int | None:
    """Where the number ends that begins at a position, if one does."""
    if case.text[position - 1 : position].isalnum() and case.language not in ("zh", "ja"):
        return None
    quantity = read_at(case.text, position, units_of(case.language), None, language_of(case.language))
    return quantity.end if quantity else None


def _wanted(case: Case) -> Interval:
    """The interval of a suite's value: 20, 0,5, 100%, [10,15)."""
    if case.value[0] in "([":
        low, _, high = case.value[1:-1].partition(",")
        return Interval(Decimal(low) if low else None, Decimal(high) if high else None)
    written = case.value.rstrip("%")
    value = Decimal(written.replace(",", ".") if written.count(",") == 1 and "." not in written else written)
    return Interval(value, value)


def _same(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= abs(other) * Decimal("1e-9") + Decimal("1e-12")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
