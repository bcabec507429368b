"""The parts of a sentence around a number, and what they say of its material and its period.

Simple rules on the words around it. Where they do not settle a field, it stays empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tui.curate.drafts import Proposed
from tui.items.items import TextItem
from tui.items.statement_words import listed
from tui.text.span import Span


@dataclass(frozen=True)
class NamedPlace:
    """A name in an article, with the catalog's entity that it is, if there is one."""

    span: Span
    text: str
    record: str | None
    kind: str | None

    @property
    def identity(self) -> str:
        """What all names of one entity have in common."""
        return self.record or self.text


_CUT = re.compile(r";|\s(?:while|whereas|although|though|während|tandis\sque|alors\sque|mientras|тогда\sкак)\s")
_CLAUSE = re.compile(
    r"[;:—]|,(?!\d)|(?<!\d),|\s–\s|\((?=\D)|\s(?:while|whereas|although|though|and|but|während|und|et|y|и|а)\s"
)
_BETWEEN = re.compile(r"(?<![^\W_])(?:between|both|entre|zwischen|sowohl|tra|fra|между)(?:\s[\w’'-]+){1,3}$")
"""What comes before an “and” that joins no clauses: between exports and imports, across both shops and mail."""
_NOUN_AFTER = re.compile(
    r"\s(?:and|und|et|y|и)\s(?!(?:the|its|their|an?|this|he|she|it|they|der|die|das|ihr|ein|sie|es|le|la|les|el|los|las)\s)"
)
"""“And” before something that has no article, so that it may go on with the noun before it."""
_DIGIT = re.compile(r"\d")
_OF = re.compile(r"\s(?:of|von|de|di)\s")
_MASS = re.compile(r"(?:t|kt|Mt|kg|g|mg|lb|oz|L|m³|bbl|gal|carat|ct)$")


def segment(text: str, sentence: Span, span: Span) -> Span:
    """The part of a sentence around a span, between semicolons and the like of “while”."""
    return _part(text, sentence, span, _CUT)


def clause_of(text: str, within: Span, span: Span, code: str) -> Span:
    """The part of a stretch around a span, between commas and words that join clauses."""
    return _part(text, within, span, _CLAUSE, verbs(code))


@cache
def verbs(code: str) -> re.Pattern[str]:
    """The verbs of a language, as they follow a subject."""
    return re.compile(rf"(?<=\s)(?:{listed(code, 'verbs')})(?=[\s,.])")


def _part(text: str, within: Span, span: Span, cut: re.Pattern[str], verb: re.Pattern[str] | None = None) -> Span:
    """The part of a stretch around a span between the nearest places to cut it."""
    start, end = within
    listed: list[int] = []
    """Where the things before a comma begin that no verb follows: handling of coal, steel and wood."""
    for match in cut.finditer(text, *within):
        if match[0] == ";" and in_brackets(text, start, match.start()):
            # One amount in several currencies: $7.4bn (5.6bn euros; £3.9bn).
            continue
        if match.end() <= span.start:
            aside = match[0][-1] == "(" and text.find(")", match.end(), span.start) >= 0
            # Without a verb or a number before it, “and” joins nouns: production of milk and meat rose.
            joins = (
                verb
                and _NOUN_AFTER.match(text, match.start())
                and not (verb.search(text, start, match.start()) or _DIGIT.search(text, start, match.start()))
            )
            if joins:
                # What comes before the first comma may only say when, unless it is of what is listed.
                is_of = listed and _OF.search(text, listed[0], start)
                start = min([start, *listed[0 if is_of else 1 :]])
            elif not aside and not _BETWEEN.search(text, start, match.start()):
                is_listed = verb and match[0][0] == "," and not verb.search(text, start, match.start())
                listed = [*listed, start] if is_listed else []
                start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Span(start, end)


def in_brackets(text: str, start: int, place: int) -> bool:
    """Whether a place is inside of brackets that open after `start`."""
    return text.rfind("(", start, place) > text.rfind(")", start, place)


_MATERIAL = {
    "en": re.compile(
        r"\sof\s((?:[a-z]+\s(?=(?:ore|oil|gas|metals?|earths?|steel|water|concentrate"
        r"|fuel)(?![^\W_])))*[a-z]{3,})(?![^\W_])"
    ),
    "de": re.compile(r"\s([A-ZÄÖÜ][a-zäöüß]{2,})(?![^\W_])"),
    "fr": re.compile(r"\s(?:de\s|d['’])([a-zà-ÿ]{3,})(?![^\W_])"),
    "es": re.compile(r"\sde\s([a-záéíóúñ]{3,})(?![^\W_])"),
    "ru": re.compile(r"\s([а-яё]{4,})(?=\s(?:в|на|за)\s|[.,;])"),
}


def material_of(text: str, span: Span, unit: str | None, names: Sequence[NamedPlace], code: str) -> Proposed | None:
    """What a number of a mass or a volume is of: tons of steel."""
    pattern = _MATERIAL.get(code)
    if unit is None or pattern is None or not _MASS.match(unit):
        return None
    match = pattern.match(text, span.end)
    if match is None or match[1] in ("the", "its", "which", "all", "their", "la", "los", "les"):
        return None
    words = Span(*match.span(1))
    known = next((name for name in names if name.span.overlaps(words)), None)
    return Proposed(known.text, known.record, known.span) if known else Proposed(match[1], span=words)


_IN_PERIOD = re.compile(r"(?<![^\W_])(?:in|during|im\sJahre?|en|durante|в|nel|em|in\sthe\syear)\s$", re.IGNORECASE)
# A number is not of the year that it is compared with, or counted from or until.
_OTHER_YEAR = re.compile(
    r"[,;:()\d]|(?<![^\W_])(?:than|compared|from|since|until|versus|against|par\srapport|face|contre|depuis|que|desde|frente"
    r"|respecto|gegenüber|als|seit|bis|rispetto|dal|relação|чем|с|до|против)(?![^\W_])",
    re.IGNORECASE,
)
_NEAR = 5
"""The most words between a number and its year."""


def period_of(text: str, number: Span, within: Span, items: Sequence[TextItem]) -> tuple[Proposed, Proposed] | None:
    """The year that a number is of, and the words that date it, where its clause has no other date."""
    dates = [item for item in items if item.is_date and within.covers(item.span)]
    if len(dates) != 1 or not dates[0].date or not re.fullmatch(r"\d{4}", dates[0].date):
        return None
    date = dates[0]
    lead = _IN_PERIOD.search(text, max(date.span.start - 12, within.start), date.span.start)
    if lead is None:
        return None
    gap = Span(date.span.end, number.start) if date.span.end <= number.start else Span(number.end, lead.start())
    opens = not text[within.start : lead.start()].strip() and date.span.end <= number.start
    if _OTHER_YEAR.search(text, *gap) or (not opens and len(text[slice(*gap)].split()) > _NEAR):
        return None
    return Proposed(date.date or "", span=date.span), Proposed(
        text[lead.start() : date.span.end], span=Span(lead.start(), date.span.end)
    )
