"""Names of bodies and places in Russian, of which only the first word has a capital: Белый дом, Комитет защиты прав."""

import re
from collections.abc import Callable, Iterator

from tui.text.span import Span

_CONSONANT = r"[бвгджзйкмнпрстфхцчшщь]"
_VERB = r"[а-яё]+(?:л[аои]?|[еёиую]т|лся|лась|лось|лись|[еиаяую]тся)(?![^\W_])"
_SMALL = (
    r"(?:для|или|что|как|при|под|над|без|еще|ещё|уже|его|них|она|они|оно|так|там|это|был\w?|вчера|сегодня|завтра)"
    r"(?![^\W_])"
)
_AGREEING = (
    (r"[ыи]й|ой", rf"{_CONSONANT}|(?:[кг]ан|вокз|жур[кн]|[пн]ор?т|фили|кварт)ал"),
    ("ая|яя", "[аяь]"),
    ("ое|ее", "[оеё]"),
    ("ые|ие", "[ыиая]"),
    ("ого|его", "[ая]"),
    ("ому|ему", "[ую]"),
    ("ом|ем", "[еиу]"),
    ("ым|им", "[оеё]м"),
    ("ой|ей", "[иые]|[оеё]й|ью"),
    ("ую|юю", "[уюь]"),
    ("ых|их", rf"[ое]в|ей|[ая]х|{_CONSONANT}"),
)
"""The endings of an adjective, and of a noun in the same case: Белом доме, Тихого океана."""
_HEAD = (
    r"(?:организаци|ассоциаци|школ|институт|университет|центр|комитет|фонд|совет|комисси|агентств|академи|служб|федераци"
    r"|палат|союз|управлени|банк|лиг|суд)[а-яё]{0,3}(?![^\W_])"
)
_OF = (
    rf"(?:\s(?!{_VERB}|{_SMALL})(?:[а-яё]{{2,30}}(?:ых|их|ого|его|ой|ей)\s)?[а-яё]{{2,40}}"
    r"(?:[ое]в|ей|и[йия]|ств|ств?а|[ыи]|[ая])(?![^\W_])){1,2}"
)
"""What it is for, in the genitive: защиты журналистов."""
_MORE = (
    rf"(?:\s(?:и|по|с)\s(?!{_VERB}|{_SMALL})(?:[а-яё]{{2,30}}(?:ых|их|ой|ей|ому|ым|им)\s)?[а-яё]{{4,40}}(?![^\W_]))?"
)
_COUNTRY = r"(?:\s(?:[А-Я]{2,5}|России|Украины|Белоруссии|Казахстана)(?![^\W_]))?"
_BODY = re.compile(
    r"(?<![^\W_])(?:Министерств|Агентств|Служб|Комитет|Институт|Университет|Центр|Фонд|Ассоциаци|Организаци|Совет|Палат"
    rf"|Департамент|Управлени|Комисси|Общество|Союз|Академи)[а-яё]{{0,3}}(?:{_OF}{_MORE}|\sпо\s(?:[а-яё]{{2,30}}\s)?[а-яё]{{4,40}}){_COUNTRY}"
)
_MORE_ADJECTIVES = r"[а-яё]{3,30}(?:[ыи]й|ой)\s[а-яё]{3,}"
"""A word that may be a noun with a soft ending, but is an adjective since a noun follows: Второй мировой войны."""
_NAMED = re.compile(
    "|".join(
        rf"(?<![\w«-])(?:[А-ЯЁ][а-яё]{{2,30}}(?:{adjective})\s){{1,2}}(?:[а-яё]{{2,30}}(?:{adjective})\s){{0,2}}"
        rf"(?!{_VERB}|{_SMALL}|{_MORE_ADJECTIVES})(?=(?P<head{place}>{_HEAD})?)[а-яё]{{2,40}}(?:{noun})(?![^\W_])(?(head{place})(?:{_OF}{_MORE})?{_COUNTRY})"
        for place, (adjective, noun) in enumerate(_AGREEING)
    )
)


def russian_names(text: str, opens: Callable[[Span], bool]) -> Iterator[Span]:
    """The names of bodies that go on in lower case; and an adjective with a capital and its noun inside a sentence."""
    for match in _BODY.finditer(text):
        yield Span(*match.span())
    for match in _NAMED.finditer(text):
        if not opens(Span(*match.span())):
            yield Span(*match.span())
