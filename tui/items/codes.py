"""Digits that measure nothing: addresses, identifiers, telephone numbers, citations, list numbers, times of day."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tui.text.fold import UNSPACED
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span
from tui.text.structure import ADDRESS

CodeKind = Literal["address", "identifier", "telephone", "citation", "list number", "time"]


class Code(NamedTuple):
    """Digits that are neither a quantity nor a date, with what they are."""

    span: Span
    kind: CodeKind


_LETTER = rf"(?![{UNSPACED}])[^\W\d_]"
"""A letter of a script that sets words apart."""

_DOTTED_DATE = r"(?:\d\d?\.\d\d?\.(?:1[5-9]|20)\d\d|\d\d\.\d\d\.\d\d)(?!\d|\.\d)"
_IP = r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_MONTHS_NEAR = r"(?:19|20)\d\d"
_STREET = (
    r"Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Lane|Drive|Square|Terrace|Parkway|Highway|Way|Court"
    r"|Place"
)
_STREET_BEFORE = (
    r"[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo|[Vv]ia|[Rr]ua"
    r"|ул\.|улиц[аеыу]|просп\.|пр\.|проспект[еа]?|шоссе"
)
_MAIL = re.compile(r"(?<![^\s<>()\[\]:,;])[^\s<>()\[\]:,;@]{1,64}@[^\s<>()\[\]@]{1,250}[^\W_]")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s")
_START = re.compile(
    rf"(?P<digit>\d+)|(?P<joined>[^\W\d_{UNSPACED}]+(?=[\d‐‑–/-])|[{UNSPACED}])|(?P<word>[^\W\d_{UNSPACED}]+)"
    r"|(?P<sign>[@\[(+#§№]|[¹²³⁴-⁹]+|(?<=\sal\.)\s)"
)
"""Where a code can begin: digits, letters that touch what may belong to it, other words, signs."""
_RULES: tuple[tuple[CodeKind, str, re.Pattern[str]], ...] = (
    # What a code is, the groups of `_START` that it can begin with, and its pattern.
    ("address", "sign", re.compile(r"(?<![^\s(])@\w{2,30}")),
    # A street with its number, in the order of English and French, and in that of German and Spanish.
    (
        "address",
        "digit",
        re.compile(rf"(?<![\d.,$€£])\d{{1,5}}[A-Za-z]?,?\s(?:[A-Z][\w.’'-]*\s){{1,3}}(?:{_STREET})(?![^\W_])"),
    ),
    (
        "address",
        "digit",
        re.compile(
            rf"(?<![\d.,])\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:{_STREET_BEFORE})(?:\s(?:de|du|des|la"
            rf"|l['’])){{0,2}}\s?[^\W\d_][\w’'-]*"
        ),
    ),
    (
        "address",
        "joined word",
        re.compile(
            rf"(?<![^\W_])(?:{_STREET_BEFORE})(?:\s(?:de|del|la|los|las|di|da|do|dos"
            rf"|das))*(?:\s[^\W\d_][\w.’'-]*){{1,3}}"
            r",?\s(?:n[º°.]\s?|д\.\s?)?\d{1,4}(?![\d.,]*\d|[^\W_])"
        ),
    ),
    (
        "address",
        "joined word",
        re.compile(
            r"(?<![^\W_])[^\W\d_]{1,30}(?:straße|strasse|str\.|platz|allee|weg|gasse|ufer"
            r"|damm)\s\d{1,4}(?:\s?[a-z])?(?![^\W_])"
        ),
    ),
    # Postal codes: 10115 Berlin, D-10115 Berlin, 75008 Paris; and WA 98101.
    (
        "address",
        "digit joined word",
        re.compile(
            r"(?:(?<![^\W_])[A-Z]{1,2}-|(?<=,\s)|(?<=\n))\d{5}\s[^\W\d_a-z]\w+|(?<![^\W_])(?:P\.?\s?O\.?\s?Box"
            r"|Postfach)\s\d+"
            r"|(?<=,\s)[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\d)"
        ),
    ),
    (
        "citation",
        "digit joined word",
        re.compile(
            r"(?i:(?<![^\W_])(?:doi:?\s?|arxiv:?\s?|pmid:?\s?|pmc|isbn(?:-1[03])?:?\s?"
            r"|issn:?\s?))[\dX][\w./:()-]*[\w]"
            r"|(?<![\w./])10\.\d{4,9}/[^\s<>\"]*[^\s<>\".,;:)\]]"
        ),
    ),
    (
        "citation",
        "digit joined word sign",
        re.compile(
            r"\[(?![^\]\n]{0,20}(?<!\d)0,\d)\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]|\[\^\d{1,3}\]:?"
            r"|\(\s?(?:(?:see|e\.g\.|cf\.|vgl\.|siehe|voir|véase)\s)?(?:[A-Z][\w’'-]+(?:,?\s(?:and|&|und|et|y)\s"
            r"|,?\s)){1,4}(?:et\sal\.,?\s|al\.,?\s)?\(?"
            + _MONTHS_NEAR
            + r"[a-z]?(?:[:,]\s?(?:p{1,2}\.\s?|S\.\s?)?\d+(?:[–-]\d+)?)?\)"
            r"|(?<=et\sal\.)\s\(?" + _MONTHS_NEAR + r"[a-z]?\)?"
            r"|(?<![^\W_])(?i:pp?\.|pages?|vol(?:ume|\.)|no\.|nr\.|n[º°]|№|fig(?:ure|\.)|tab(?:le|\.)|ch(?:apter"
            r"|ap\.)|sec(?:tion|t\.)|eq\.|ref\.|appendix"
            r"|seite|kapitel|abschnitt|abb(?:ildung|\.)|tabelle|absatz|abs\.|satz|art\.|ziff(?:er|\.)|anlage|rn\.|randnummern?|chapitre|tableau|página|pág\."
            r"|capítulo|tabla|figura|стр\.|табл\.|рис\.|глав[аеы]|пункт[ае]?|ст\."
            r")\s?\d+(?:\.\d+)*[a-z]?(?:\s?[–-]\s?\d+)?(?![^\W_]|[.,]\d|\s(?i:million|billion|percent))"
            r"|(?<!\d)\d{1,4}\s?\(\d{1,4}\):\s?\d{1,6}(?:[–-]\d{1,6})?|(?<=[^\W\d_][.,;:!?”\"])[¹²³⁴-⁹]+"
        ),
    ),
    (
        "identifier",
        "digit joined sign",
        re.compile(
            # QZ8501, CO2, A320, Covid-19, F-16, H1N1, 5G, 4K, v2.1, 1.2.3 – not 5kg, 10th, 5m, 3D is one.
            rf"(?:(?<![\w.,-])|(?<=[{UNSPACED}]))(?!Q[1-4](?!\d)"
            rf"|[HK][12](?!\w)|[NR]\d+(?:\.\d+)?\s(?:m|b|tr)illion(?![^\W_])"
            rf"|[NR]\d{{1,3}}(?:[, \u00a0\u202f]\d{{3}})+(?![^\W_])"
            rf"|(?:[A-Za-zµ]{{1,4}}/)?(?:[cdkm]?m|ft|in)[23](?![^\W_]))(?:{_LETTER})++(?:[-‐‑–/](?:{_LETTER})++)*+"
            r"\d+(?:[-‐‑./]?[A-Za-z]?\d+)*(?:[-‐‑]?[A-Z]{1,3})?(?![^\W_]|[.,]\d)"
            r"|(?<![\w.,-])[^\W\d_a-z]{1,5}[-‐‑]\d{1,4}(?:[A-Z]{0,2})(?![\w]|[-‐‑–]\d|[.,]\d)"
            rf"|(?:(?<![\w.,-])|(?<=[{UNSPACED}]))(?:{_LETTER}){{2,12}}[-‐‑]19(?!\d)"
            # 1.068.473 is a number in many languages.
            r"|(?<![\w.,])[2-6][GgDdKk](?![\w])|(?<![\w.,])[vV]\d+(?:\.\d+)*(?![\w])"
            rf"|(?<![\w.,])(?:{_IP}|(?!{_DOTTED_DATE}|\d{{1,3}}(?:\.\d{{3}})+(?!\.?\d))\d{{1,3}}(?:\.\d{{1,4}}){{2,3}})(?![\w]|\.\d)"
            r"|#\d{1,9}(?!\w)|§{1,2}\s?\d+[a-z]?"
        ),
    ),
    (
        "identifier",
        "joined word",
        re.compile(
            r"(?<![^\W_])(?:(?i:flight|flug|vol|vuelo|рейс\w*|resolution|resolución|résolution|résolutions?"
            r"|резолюци\w+|article|artikel|artículo|paragraph|clause"
            r"|version|windows|python|apollo|sojus|soyuz|channel|kanal|room|highway|route|interstate|gate|terminal"
            r"|reactor|block|unit|pier|building|platform"
            r"|rfc|pep|port|error|iso|iec|python|http|decree|directive|regulation|verordnung|richtlinie|decreto"
            r"|décret|указ\w*|закон\w*\s№|formula|formel"
            r"|psalm|type|model|area|radio)"
            r"|Boeing|Airbus|Bundesstraße|Autobahn|Ley|Loi|Case|Law|Stage|Level|Phase|Category|Tier|Lot|Station"
            r"|Line|Linie|Ligne|Línea|Group|Class|Top)"
            r"\s(?:(?i:no\.|nr\.|n[º°]\.?|№)\s?)?\d{1,5}(?:[-/.]\d+)*[A-Za-z]?(?![^\W_]|[.,]\d|\s?%|\s?(?:percent"
            r"|million|billion|thousand|hundred|tons?|people))"
        ),
    ),
    (
        "telephone",
        "digit joined word sign",
        re.compile(
            r"(?<![^\W_])(?i:tel(?:ephone|efon|éfono|éphone|\.)?|phone|fax|mobile?|call|hotline"
            r"|тел\.?)[.:]?\s{0,2}[+(]?\d[\d\s()/.-]{4,20}\d"
            r"|(?<![\w+])\+\d{1,3}[\s.(-]{1,2}\(?\d[\d\s()/.-]{5,18}\d"
            r"|(?<![\w(])\(\d{2,5}\)\s?\d{3,4}[\s-]?\d{2,5}(?!\d)"
            r"|(?<![\w.,-])(?:1-)?\d{3}[-.]\d{3}[-.]\d{4}(?![\w-])"
        ),
    ),
    (
        "time",
        "digit",
        re.compile(
            r"(?<![\w.,:/$€£-])(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?::[0-5]\d)?)?\s?(?:[ap]\.m\.|[ap]m(?![^\W_])"
            r"|Uhr(?![^\W_])|o['’]clock|час(?:ов|а)?\s(?:утра|вечера|дня|ночи))"
            r"(?:\s(?:E[SD]?T|P[SD]?T|GMT|UTC|CES?T|BST|MSK))?"
            r"|(?<![\w.,:/-])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\w:]|[.,]\d)(?:\s(?:E[SD]?T|P[SD]?T|GMT"
            r"|UTC|CES?T|BST|MSK|Uhr)(?![^\W_]))?"
            r"|(?<![\w.,:/-])(?:[01]?\d|2[0-4])\s?h(?:\s?[0-5]\d)?(?![\w])|(?<![\w.,:/-])(?:[01]\d"
            r"|2[0-4])[0-5]\d\s(?:GMT|UTC|hours)(?![^\W_])"
            r"|(?<=\bà\s)(?:[01]?\d|2[0-4])\sheures(?:\s[0-5]\d)?|(?<=\blas\s)(?:[01]?\d"
            r"|2[0-4])[:.][0-5]\d(?:\shoras)?"
            r"|(?<=\bв\s)(?:[01]?\d|2[0-4])[:.][0-5]\d(?![\w.])"
        ),
    ),
)
_BY_START = {
    start: [(number, rule) for number, (_, starts, rule) in enumerate(_RULES) if start in starts]
    for start in _START.groupindex
}
# “3.8 million tons were mined” begins a paragraph with a quantity, “3.8 Mining” with a number of it.
_QUANTITY = r"\d{1,2}\.\d{1,2}[^\S\n]+(?:[^\sA-ZÀ-ÞА-ЯЁІЇЄ]|[A-Z][A-Z\W]|[MBT]r?illi|Thousand|Percent|Mio|Mrd)"
_LIST_NUMBER = re.compile(
    r"^[^\S\n]*(?:\(?\d{1,3}[.)]|#{1,6}\s+\d+(?:\.\d+)*\.?"
    rf"|(?!{_QUANTITY})\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?)(?=[^\S\n]+\S)",
    re.MULTILINE,
)

_REACH = 80
"""Characters around a digit that its code may take up."""


def codes_in(text: str) -> list[Code]:
    """The codes of a text in order; where two overlap, the one of the earlier rule."""
    taken = Disjoint()
    return sorted(code for code in _found(text) if taken.add(code.span))


def _found(text: str) -> Iterator[Code]:
    # Addresses have names in them, even where they have no digits.
    for rule, marks in ((ADDRESS, ("://", "www.")), (_MAIL, ("@",))):
        if any(mark in text.lower() for mark in marks):
            yield from (Code(Span(*match.span()), "address") for match in rule.finditer(text))
    stretches = list(_stretches(text))
    by_rule: list[list[Span]] = [[] for _ in _RULES]
    for start, end, last in stretches:
        reached = [start] * len(_RULES)
        for token in _START.finditer(text, start, end):
            at = token.start()
            if at >= last and token.lastgroup != "sign":
                continue
            for number, rule in _BY_START[token.lastgroup or ""]:
                if at >= reached[number] and (match := rule.match(text, at, end)):
                    by_rule[number].append(Span(*match.span()))
                    reached[number] = match.end()
    for (kind, *_), spans in zip(_RULES, by_rule, strict=True):
        yield from (Code(span, kind) for span in spans)
    for start, end, _ in stretches:
        yield from (Code(Span(*match.span()), "list number") for match in _LIST_NUMBER.finditer(text, start, end))


class _Stretch(NamedTuple):
    """A part of a text that is near digits; its last ones end at `digits`."""

    start: int
    end: int
    digits: int


def _stretches(text: str) -> Iterator[_Stretch]:
    """The parts of a text that are near digits, between white space where there is some."""
    start = last = 0
    for digits in _DIGITS.finditer(text):
        if digits.start() - _REACH > last + _REACH * (last > 0):
            if last:
                yield _Stretch(start, _at_space(text, last + _REACH), last)
            start = _at_space(text, digits.start() - _REACH)
        last = digits.end()
    if last:
        yield _Stretch(start, _at_space(text, last + _REACH), last)


def _at_space(text: str, offset: int) -> int:
    """The first white space from an offset on; the offset itself if there is none near, or the end of the text."""
    space = _SPACE.search(text, offset, offset + _REACH)
    return space.start() if space else min(offset, len(text))
