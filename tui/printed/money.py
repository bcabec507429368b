"""Whose money an amount is, where its sign or word is that of several currencies: $, dollars, pounds, kr.

It is that of the catalog, unless the article prints another currency with the same sign or word; then only the
article’s `currency` can say which one is meant.
"""

import re
from functools import cache, lru_cache

from tui.languages.lexicon import CURRENCY_CODES, CURRENCY_SIGNS, DOLLAR_COUNTRIES
from tui.languages.word_patterns import any_of
from tui.printed.hedge import paragraph_around
from tui.printed.in_text import QuantityInText
from tui.quantity.unit import Unit
from tui.text.fold import is_unspaced
from tui.text.lazy_pattern import in_any_case, lazy_pattern
from tui.text.sentences import sentences
from tui.text.work import TEXTS_KEPT

_REACH = 400
_AMOUNT = r"(?<![\d.,])\d[\d.,]{0,20}(?:\s?(?:[kmbt]n?|[^\W\d_]{1,3}illi[^\W\d_]{1,6}|thousand|crore|lakh))?"
_OR = r"\s?(?:[(\[]|=\s?|,?\sor\s)(?:(?:or|about|around|roughly|some|nearly|approximately|worth|equivalent\sto)\s){0,3}"
_OF_RATE = in_any_case(
    r"(?<![^\W_])(?:the|le|du|au|der|dem|el|al|del|il|o|do|ao"
    r"|(?:weak|strong|firm|soft|cheap|low|high)(?:er|ening)?|rising|falling)\s\Z"
)
"""What comes before a currency where its rate is meant: the Canadian dollar, a weaker Canadian dollar."""

_PLURAL = in_any_case(r"(?:dollar|peso|pound|franc|rupee|dinar|shilling|riyal|dirham)s\b")
_COUNTRIES = any_of(DOLLAR_COUNTRIES)
_DECLARED = lazy_pattern(
    r"\b(?:dollars?|amounts?|figures?|prices?|values?|sums?|currency|funds|money)\W+"
    rf"(?:(?!(?:of|from|to|for|by)\b)[a-z]+\W+){{0,3}}({_COUNTRIES})\b"
    r"(?=[^\S\n]*(?:[^\w\s]|\n|\Z)|\s(?:unless|except|and|or|currency|funds)\b)"
    rf"|\bin\s({_COUNTRIES})\s(?:currency|funds|money)\b"
)
"""An article that says in other words whose dollars it means: all figures are Canadian; in Australian currency."""

_NAMES = {
    "EUR": r"euros?|евро|євро|ユーロ|欧元|यूरो|يورو",
    "GBP": r"(?:pounds?\s)?sterling|quid(?!\spro\b)",
    "JPY": r"yen|иен\w?|日元",
    "CNY": r"yuan|renminbi|юан\w{1,2}|人民币",
    "CHF": r"Swiss\sfrancs?|Franken|francs\ssuisses",
    "INR": r"rupees?|Rs",
    "RUB": r"rou?bles?|Rubel|рубл\w{1,2}",
    "UAH": r"hryvnias?|гривень|гривні|гривен",
    "CAD": r"loonies?|toonies?",
}
_NO_CODES = frozenset("ALL TOP TRY CUP MAD SOS PEN BAM COP GEL LAK MOP BOB ANG BND LRD AMD SDG SSP".split())
"""Codes that are words or other abbreviations as well."""

_OTHER = lazy_pattern(
    rf"(?P<dollars>(?<![^\W\d_])[A-Z]{{1,3}}\$|(?<![^\W_])(?:{_COUNTRIES})\s(?:dollars?|pesos?))"
    rf"|(?P<sign>[{CURRENCY_SIGNS.removeprefix('$')}])"
    rf"|(?<![^\W_])(?:(?P<code>{any_of(CURRENCY_CODES - _NO_CODES)})"
    + "".join(rf"|(?P<{code}>(?i:{names}))" for code, names in _NAMES.items())
    + r")(?![^\W_])"
)
"""A currency wherever it occurs."""

_IN = in_any_case(r"(?<![^\W_])(?:in|en|em|в|у)\s(?:(?:[^\W\d_]{2,12}\.?\s)(?:(?:of|de|di)\s|d['’])?)?\Z")


def other_currency(found: QuantityInText) -> str | None:
    """Why an amount in an article may be in another currency than its sign or the measure says; None if it is not."""
    quantity = found.quantity
    unit = quantity.unit or found.wanted
    if unit is None or unit.kind not in CURRENCY_CODES or quantity.is_share or quantity.is_ordinal:
        return None
    if quantity.unit is None:
        return _bare(found, unit.kind)
    if not unit.doubtful or _is_named(" ".join(found.written.split()), unit):
        return None
    rival = _rival(found.text, unit.kind, found.language.code)
    if rival is None:
        return None
    return (
        f"“{found.written}” may be in another currency, since its article prints “{rival}”; "
        f"say with the article’s `currency` which one it means: {unit.kind}, or another code"
    )


def _bare(found: QuantityInText, wanted: str) -> str | None:
    """Why an amount without a currency is not in the wanted one: its sentence or article names another."""
    written, currency = found.written, found.units.currency
    if currency:
        return None if currency == wanted else f"“{written}” is in {currency}, as the `currency` of its article says"
    near = sentences(found.text, *paragraph_around(found.text, *found.span, _REACH))
    sentence = next((each for each in near if each.start <= found.start < each.end), found.span)
    other = _named_in(found.text[slice(*sentence)], wanted) or _declared(found.text, wanted)
    if other is None:
        return None
    return f"“{written}” has no currency, and “{other}” may be it; say with the article’s `currency` which one it means"


def _named_in(words: str, wanted: str) -> str | None:
    """Another currency than the wanted one that some words name; None if they name none."""
    return next((found[0] for found in _OTHER.finditer(words) if _currency(found) != wanted), None)


def _currency(found: re.Match[str]) -> str:
    if found["sign"]:
        from tui.quantity.builtin import written_as

        return written_as(found["sign"]) or ""
    if found["dollars"]:
        return "USD" if found[0] == "US$" else ""
    return found["code"] or found.lastgroup or ""


@lru_cache(maxsize=TEXTS_KEPT)
def _declared(text: str, wanted: str) -> str | None:
    """The currency that an article says its amounts are in, if it is another than the wanted one: (in € million).

    It says so in words without a number: in a heading, a bracket or a sentence.
    """
    for found in _OTHER.finditer(text):
        start = max(found.start() - 40, 0)
        if not _IN.search(text, start, found.start()) or _currency(found) == wanted:
            continue
        before, after = re.split(r"[\n.(]", text[start : found.start()])[-1], text[found.end() : found.end() + 40]
        if not any(map(str.isdecimal, before + re.split(r"[\n.)]", after)[0])):
            return found[0]
    return None


def _is_named(written: str, unit: Unit) -> bool:
    """Whether an amount is printed with a form that is no other currency’s: US$5, 5 pounds sterling."""
    folded = written.casefold()
    forms = [form for form in (*unit.written, unit.kind) if form not in unit.doubtful]
    return any(form in written if len(form) <= len("USD") else form.casefold() in folded for form in forms)


@lru_cache(maxsize=TEXTS_KEPT)
def _rival(text: str, currency: str, tag: str) -> str | None:
    """What an article prints of another currency with the sign or word of one; None if nothing.

    One with the amount in the wanted currency in brackets beside it is known to be another: C$10m ($7.2m).
    """
    from tui.quantity.builtin import rival_forms

    words = " ".join(text.replace("-", " ").split())
    folded = words.casefold()
    rivals = rival_forms(currency, tag)
    near = [form for form in rivals if (form in words if len(form) <= len("USD") else form.casefold() in folded)]
    for form in near:
        found = next(filter(_is_amount, _form(form).finditer(words)), None)
        if found and not _set_apart(words, rivals[form], tag, currency):
            return found[0]
    if currency == "USD":
        if declared := _DECLARED.search(text):
            return declared[0]
        if apart := re.search(rf"(?<![^\W\d_])(?<!\.)\$\s?{_AMOUNT}{_OR}U\.?S\.?\s?\$", words):
            return apart[0]
    return None


@cache
def _form(form: str) -> re.Pattern[str]:
    if form in CURRENCY_CODES:
        return lazy_pattern(
            rf"(?<![^\W_]){form}\s?(?=[\d$])|\d\s?(?:[^\W\d_]+\s)?{form}(?![^\W_])|\bin\s(?:\w+\s(?:of\s)?)?{form}\b"
        )
    begin = r"(?<![^\W\d_])(?<![^\W\d_]\.)" if form[0].isalpha() and not is_unspaced(form[0]) else ""
    end = r"(?![^\W_])" if form[-1].isalpha() and not is_unspaced(form[-1]) else ""
    return lazy_pattern(begin + re.escape(form) + end, 0 if "$" in form or len(form) <= 3 else re.IGNORECASE)


def _is_amount(found: re.Match[str]) -> bool:
    """Whether a currency is more than the subject of its rate: the Canadian dollar fell."""
    alone = found[0][-1].isalpha() and found[0] not in CURRENCY_CODES and not _PLURAL.search(found[0])
    return not (alone and _OF_RATE.search(found.string, max(found.start() - 15, 0), found.start()))


def _set_apart(words: str, rival: str, tag: str, currency: str) -> bool:
    """Whether an article prints an amount in a rival currency, and what it is in the other: in brackets, after =."""
    from tui.quantity.builtin import doubtful_forms, rival_forms

    theirs = any_of(form for form, id in rival_forms(currency, tag).items() if id == rival)
    ours = any_of(doubtful_forms(currency))
    there = rf"(?:(?:{theirs})\s?{_AMOUNT}|{_AMOUNT}\s(?:{theirs}))"
    here = rf"(?<![^\W\d_])(?:(?:{ours})\s?{_AMOUNT}|{_AMOUNT}\s(?:{ours}))"
    return re.search(rf"{there}{_OR}{here}|{here}{_OR}{there}", words) is not None
