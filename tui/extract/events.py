"""Whether a sentence is about an event: something that happened, or will happen, on the date in it."""

import re
from collections.abc import Sequence
from functools import cache

from tui.extract.statements import NamedPlace
from tui.items.items import TextItem
from tui.items.name_kinds import is_adjective
from tui.items.offices import is_title
from tui.items.speech import PREPOSITION
from tui.items.statement_words import listed
from tui.languages.language import ENGLISH, Language, language_of
from tui.numbers.number import Number
from tui.printed.direction import rises_and_falls
from tui.quantity.quantity import Quantity
from tui.text.span import Span


def is_event(
    text: str, item: TextItem, sentence: Span, clause: Span, counts: bool, measures: bool, language: Language | None
) -> bool:
    """Whether something happens on a date: its sentence has a verb.

    Not in a decade, a century or a span of years, and not on a date that another one is only compared with, that
    something is only before or after, or on which it only may happen. `counts` tells whether the clause has a figure,
    whose period a year or a quarter is; `measures` whether it has one of more than a count, as a month may have.
    """
    if item.date is None or _NO_DATE.fullmatch(item.date) or (counts and _SPELL.fullmatch(item.date)):
        return False
    if measures and _PERIOD.fullmatch(item.date):
        return False
    before, words = text[max(item.span.start - 40, sentence.start) : item.span.start], text[slice(*sentence)]
    # A year says when something happened only after some words: in 1939; and not: the report for 2013.
    if (
        item.date.isdecimal()
        and before[-20:].strip('# “„«"')
        and not (_WHEN.search(before[-20:]) or (before.endswith(", ") and _ENDS.match(text, item.span.end)))
    ):
        return False
    if (
        _CONDITION.match(words)
        or _COMPARED.search(before)
        or _BOUND.search(before)
        or _ISSUED.search(before)
        or (_DETERMINED.search(before) and _NOUN.match(text, item.span.end))
        or _MAY.search(text, *clause)
    ):
        return False
    if _PERIOD.fullmatch(item.date) and _OF.search(before):
        # Unemployment is at the level of the first quarter of 2013.
        return False
    language = language or language_of(ENGLISH)
    changes = (*rises_and_falls(language), _STATE)
    if _SPELL.fullmatch(item.date) and any(words.search(text, *clause) for words in changes):
        # Prices fell in 2009.
        return False
    if language.is_english and item.date.isdecimal() and not before.strip('# “„«"') and _IS.match(text, item.span.end):
        # 2004 was a good year.
        return False
    if _SINCE.search(before) and (
        (counts and len(item.date) < len("2025-01-01"))
        or _RECORD.search(text, sentence.start, item.span.start)
        or not set(words.casefold().split()).isdisjoint(language.negations)
    ):
        return False
    if counts and len({*_YEAR.findall(words)}) > 1 and len(item.date) < len("2025-01-01"):
        # From April 1999 to April 2000, a number changes.
        return False
    if _AGENCY.match(text, item.span.end) or (
        _DATELINE.match(text, item.span.end) and item.span.start - sentence.start < 40
    ):
        return False
    if len(words.split()) < 5 or not words.rstrip('”"»“ ').endswith((".", "!", "?", ":", "…")):
        return False
    return not language.is_english or _ENGLISH_VERB.search(words) is not None


def is_measured(quantity: Quantity | None) -> bool:
    """Whether a quantity has a unit, or is in thousands or more: no count of those whom something befell."""
    if quantity is None:
        return False
    return quantity.unit is not None or (isinstance(quantity.number, Number) and quantity.number.scaled)


def who_acts(
    text: str, sentence: Span, clause: Span, date: Span, names: Sequence[NamedPlace], code: str
) -> NamedPlace | None:
    """The name that is the subject of the clause of a date; None where that is no name, or where it is not clear.

    It begins the clause, or follows the date that does. Of a clause without a subject and a verb of its own, the
    subject begins the sentence.
    """
    opens = _BEFORE_DATE.fullmatch(text, sentence.start, date.start)
    start = date.end if opens else clause.start
    is_part = not opens and (_acts(code).match(text, start) or not _verb(code).search(text, start, date.start))
    for name in names:
        begin = sentence.start if is_part else start
        if begin <= name.span.start < sentence.end:
            words = text[begin : name.span.start].strip(',:“„«"—–•- ').split()
            inverted = bool(opens and words) and code in ("de", "nl") and _verb(code).fullmatch(words[0]) is not None
            acts = inverted or _acts(code).match(text, name.span.end, sentence.end)
            turns = _TURNS.search(text, name.span.end, max(date.start, name.span.end))
            return name if acts and not turns and _leads(words[inverted:], code) else None
    return None


def _leads(words: Sequence[str], code: str) -> bool:
    """Whether words before a name say only what it is: Oil giant, the Indonesian Prime Minister."""
    # In Russian, a noun before a name is what somebody else has: the authorities of a country.
    plain = code not in ("ru", "uk")
    return len(words) < _MOST_LEADING and all(
        is_title(word)
        or (
            plain
            and not _PREPOSITION.match(f"{word} ")
            and (_LEADING.fullmatch(f"{word} ") or is_adjective(word, code) or not place)
            and not _verb(code).fullmatch(word)
        )
        for place, word in enumerate(words)
    )


@cache
def _verb(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{listed(code, 'verbs')}|{listed(code, 'verb', 'speech')})(?![^\W_])")


@cache
def _acts(code: str) -> re.Pattern[str]:
    """The verb after a name, with what may be between them: in brackets, between commas, an adverb."""
    return re.compile(
        rf"(?:\s\([^()]{{1,40}}\))?(?:,(?:[^.;:]|:\s\d){{2,100}},)?(?:\s(?:[a-z]{{2,20}}ly|also|already|now))?"
        rf"\s{_verb(code).pattern}"
    )


_BEFORE_DATE = re.compile(r"[\W\d_]*(?:[^\W\d_]{1,10}\s){0,2}")
"""What is before a date that begins a sentence: On, Im Jahr."""
_TURNS = re.compile(
    r"(?<![^\W_])(?:since|after|before|when|which|who|that|because|as|while|allegations|dass|nachdem|seit|der|die|das|que|qui"
    r"|quand|après|depuis|cuando|desde|tras|что|который|после|когда|dat|che)(?![^\W_])"
)
"""What begins another clause, or something that is only told of."""
_PREPOSITION = re.compile(rf"{PREPOSITION}|(?:des?|du|di|d[ao]s?|how)\s", re.IGNORECASE)
_LEADING = re.compile(r"(?:[a-zß-öø-ÿ][\w’'-]*|[A-Z]?[a-zà-ÿ]{0,2}['’]?)\s")
"""A word before the name that a clause begins with: an article, or what somebody or something is."""
_MOST_LEADING = 6
_ENGLISH_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|did|does|do|said|says|[a-z]{2,}ed"
    r"|began|begun|came|went|took|left|fell|rose|met|made|gave"
    r"|won|lost|sent|set|held|cut|shot|put|became|saw|led|told|found|built|bought|sold|struck|hit|kept|paid|ran|spoke"
    r"|broke|wrote|withdrew|grew|[a-z]{3,}s)\b"
)
_AGENCY = re.compile(r"\s?\([A-Z]{2,12}\)|\)")
"""What is after the date of a dateline, or after a year in brackets."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATELINE = re.compile(r"[^.\n]{0,3}(?:\s?(?:\([^)\n]{2,40}\)|/[^/\n]{2,30}/))?\s?(?:--|[-–—])\s")
_WHEN = re.compile(
    r"(?<![^\W_])(?:in|during|since|en|em|nel|durante|desde|depuis|seit|dal|sinds|[вс]|im\sJahre?|in\sthe\syear)\s$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:,(?!\s(?:pp?|S|p[áa]gs?)\.)|[.;])")
"""What is after a year that is between commas: in Paris, 1989, when."""
_OF = re.compile(r"(?<![^\W_])(?:of|for|du|pour|del|para|vom|des|für|van|voor)\s(?:(?:the|la|le|el|das|die)\s)?$")
"""What makes a date a part of what is before it."""
_DETERMINED = re.compile(r"(?<![^\W_])(?:the|an?|its|their|his|her)\s$", re.IGNORECASE)
_NOUN = re.compile(r"\s(?!(?:when|that|which|after|before|with|from|during)\s)[a-z]{4,}")
"""What follows a date that only says which: the May 20 accord."""
_STATE = re.compile(
    r"(?<![^\W_])(?:higher|lower|better|worse|weaker|stronger|wider|flat|unchanged|widen(?:s|ed)?|narrow(?:s|ed)?"
    r"|improve[sd]?|worsen(?:s|ed)?|shr[aiu]nks?)(?![^\W_])"
)
"""What something only is or becomes in a year, in English."""
_IS = re.compile(r"\s(?:was|is|will\sbe|has\sbeen|saw|offers)(?![^\W_])")
_RECORD = re.compile(
    r"(?<![^\W_])(?:lowest|highest|longest|shortest|largest|biggest|smallest|fastest|slowest|steepest|sharpest|weakest"
    r"|strongest|worst|best|first)(?![^\W_])"
)
"""What is compared with all since a date: the longest losing streak since 2020."""
_CONDITION = re.compile(r"[“„«\"]?\s?(?:If|Si|Wenn|Falls|Sollte|Se|Если|Якщо)(?![^\W_])")
_NO_DATE = re.compile(r"\d{1,3}X{1,3}|XXXX-[2-4]\d|XXXX-\d\d/XXXX-\d\d|(\d{4})[\d-]{0,6}/(?!\1)\d{4}[\d-]{0,6}")
"""A decade or a century, half a year of no year, and years or months from and to, in EDTF."""
_SPELL = re.compile(r"\d{4}(?:-[2-4]\d)?")
"""A year, a season, a quarter or half a year, in EDTF."""
_PERIOD = re.compile(r"\d{4}(?:-\d\d)?(?:/\d{4}-\d\d)?")
"""The same, a month, or months from and to: what a figure is of."""
_BOUND = re.compile(
    r"(?<![^\W_])(?:after|before|until|till|by|from|avant|après|jusqu['’](?:en|au)|date\sbutoir\sdu|hasta"
    r"|antes|después|tras|vor|nach|bis|ab|dopo|prima|entro|fino\sa[l]?|após|depois|até|vanaf|tot"
    r"|до|после|від|після|a(?=\s$)|(?:day|week|month|quarter|year|period)s?,?\s(?:ending|ended|(?:which\s)?(?:beg[ai]ns?|end(?:s|ed)|start(?:s|ed))(?:\son)?))\s(?:[^\W\d_]{1,4}\s)?$",
    re.IGNORECASE,
)
"""What is before a date that is not that of what a sentence tells, but its bound."""
_ISSUED = re.compile(
    r"(?<![^\W_])(?:décret|loi|arrêté|ordonnance|directive|règlement|decreto|ley|orden|resolución|lei|legge|Gesetz"
    r"|Verordnung|Beschluss|decree|act|order|law|letter|lettre|[A-Z]{3,5})\s(?:du|del|de|di|vom|of)\s$|(?<![^\W_])от\s$|\bal\.,?\s$"
    r"|(?:[Aa]bgerufen\sam|[Rr]etrieved(?:\son)?|[Cc]onsulté\sle|[Cc]onsultado\sel|[Aa]cesso\sem)\s$"
)
"""What is before the date of a document."""
_MAY = re.compile(
    r"(?<![^\W_])(?:could|might|podrían?|poderiam?|possam?|devam?|könnten?|pourrai(?:en)?t|potrebbero|potrebbe|zou(?:den)?"
    r"|potential|potencial|potenzielle?)(?![^\W_])",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?<![^\W_])(?:than|compared\s(?:with|to)(?:\s\S{1,20}){0,6}|records\sbegan\sin|versus|vs\.?|unlike|a\sdiferencia\sde(?:\sla|\slo)?|contrairement\sà|par\srapport\sà|que|récolte\sde|gegenüber|als|respecto\sa"
    r"|frente\sa|rispetto\sal|em\srelação\sa|up\sto|bis"
    r"|(?:lowest|highest|first|worst|best|largest|niedrigste|höchste|erstmals)\s(?:[^\W\d_]+\s){0,2}(?:since|seit))\s(?:[^\W\d_]{1,12}\s){0,3}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?<![^\W_])(?:since|depuis|desde|seit|dal|sinds|с|з)\s(?:[^\W\d_]{1,4}\s)?$", re.IGNORECASE)
