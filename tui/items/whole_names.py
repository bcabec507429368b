"""Names as wholes: Ministry of Energy and Natural Resources, Indonesian Air Force, Malaysia Airlines Flight MH17."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui.items.name_kinds import TITLES, is_adjective, is_country, is_place, kind_of, may_be_person
from tui.items.names import is_opener, names_in
from tui.quantity.language import Language
from tui.text.document import Document
from tui.text.span import Disjoint, Span, whether_inside

_SPACE = r"[^\S\n]{1,2}"
_LINK = {
    "en": re.compile(
        rf"{_SPACE}(?P<of>of|for){_SPACE}(?:the{_SPACE})?|{_SPACE}(?P<and>and|&){_SPACE}|{_SPACE}(?P<person>bin"
        rf"|ibn|al|de|van|von|der|la){_SPACE}"
    ),
    "de": re.compile(
        rf"{_SPACE}(?P<of>für|der|des){_SPACE}|{_SPACE}(?P<and>und|&){_SPACE}|{_SPACE}(?P<person>von|van|zu){_SPACE}"
    ),
    "fr": re.compile(
        rf"{_SPACE}(?P<of>de|du|des|d['’]|de{_SPACE}la|de{_SPACE}l['’]){_SPACE}?|{_SPACE}(?P<and>et|&){_SPACE}"
    ),
    "es": re.compile(
        rf"{_SPACE}(?P<of>de|del|de{_SPACE}la|de{_SPACE}los|de{_SPACE}las|para){_SPACE}|{_SPACE}(?P<and>y|e"
        rf"|&){_SPACE}"
    ),
    "pt": re.compile(rf"{_SPACE}(?P<of>de|do|da|dos|das){_SPACE}|{_SPACE}(?P<and>e|&){_SPACE}"),
    "it": re.compile(rf"{_SPACE}(?P<of>di|del|della|dei|delle|dell['’]){_SPACE}?|{_SPACE}(?P<and>e|&){_SPACE}"),
}
_BODY = re.compile(
    r"(?:Ministry|Department|University|College|Institute|School|Academy|Bank|Court|House|Bureau|Office|Council"
    r"|Republic|Kingdom|Union|States|Board|Church|Gulf|Sea|Strait|Bay"
    r"|Cape|Isle|Port|Order|Battle|Treaty|Organi[sz]ation|Association|Federation|Commission|Committee|Chamber"
    r"|Society|Museum|Faculty|Fund|Agency|Cent(?:er|re)|Confederation"
    r"|League|Bundesamt|Bundesverband|Verband|Institut|Ministerium|Universität"
    r"|Universidad|Ministerio|Organización|Banco|Consejo|Instituto|Asociación|Comisión|Cámara|Tribunal|Corte|Aguas"
    r"|Universidade|Ministério"
    r"|Université|Ministère|Organisation|Conseil|Banque|Assemblée|Agence|Fédération|Comité|Cour|Société"
    r"|Office)(?:$|\s[^\W\d_]+(?:al|eo|ea|ana|ano|ica|ico)$)"
)
# Bodies whose name goes on in lower case: Organisation mondiale de la santé, Министерство природных ресурсов.
_LOWER = {
    "fr": re.compile(
        r"(?:Organisation|Conseil|Parlement|Banque|Société|Commission|Cour|Agence|Institut|Université|Assemblée"
        r"|Fédération|Union|Comité|Fonds|Office|Centre|Académie"
        r"|[Mm]inistère)(?:\s[a-zà-ÿ]+(?:ale?|aux|elle|ienne?|ique|aire|éenne?|éen|ière?|el))*(?:\s(?:de\sla"
        r"|de\sl['’]|des|du|d['’]|de)\s?[^\W\d_]+(?:\s[a-zà-ÿ]+(?:ale?|el|elle|ique|aire))?)*"
    ),
    "ru": re.compile(
        r"(?:Министерств\w{1,2}|Агентств\w{1,2}|Служб\w{1,2}|Комитет\w{0,2}|Институт\w{0,2}|Университет\w{0,2}"
        r"|Центр\w{0,2}|Фонд\w{0,2})(?:\s(?:[а-яё]+(?:ых|их|ого|его|ой|ей)\s)?[а-яё]+(?:ов|ев|ий|ии|ия|ства|ения"
        r"|ки|ы|и|а))?"
        r"|[А-ЯЁ][а-яё]+(?:ого|ому|ым|ый|ой|ая|ую)\s(?:банк|фонд|союз|суд|совет|центр)\w{0,2}"
    ),
    "es": re.compile(
        r"(?:Organización|Consejo|Parlamento|Banco|Comisión|Universidad|Instituto)\s[a-záéíóúñ]+(?:al|ales|eo|ea"
        r"|ano|ana|ico|ica)(?![^\W_])"
    ),
}
_GERMAN = re.compile(
    r"(?:[^\W\d_a-zäöüß][\w&.’-]*\s){1,3}(?:AG|GmbH|SE|KG|Gruppe|Bank|Partei)(?![^\W_])|(?:Statistische|Deutsche"
    r"|Europäische|Internationale|Vereinte)[nrsm]?\s[^\W\d_a-zäöüß]\w+"
    r"|Bundesagentur\sfür\s\w+|IG\s[^\W\d_a-zäöüß]\w+|(?<![^\W_])[A-ZÄÖÜ]\w*(?:ministerium|bundesamt|gewerkschaft"
    r"|universität|zentralbank"
    r"|behörde)(?:e?s)?(?![^\W_])|(?:Weltbank|Wetterdienst|Bundesbank)(?:e?s)?(?![^\W_])|[^\W\d_a-zäöüß]{2,}(?![\w-])",
    re.UNICODE,
)
_GERMAN_PERSON = re.compile(
    r"(?P<before>(?<![^\W_])(?:sagte?|erklärte?|so|Präsident\w*|Kanzler\w*|Minister\w*|Chef\w*|\w+chef\w*"
    r"|\w*minister\w*|Sprecher\w*|Professor\w*|Direktor\w*|Herr|Frau|Dr\.|Prof\.)\s)"
    r"(?P<name>[A-ZÄÖÜ][a-zäöüß]+(?:\s(?:von|van|zu))?(?:\s|-)[A-ZÄÖÜ][a-zäöüß]+)(?![^\W_])"
)
_SAYS = re.compile(
    r"(?:,|\s)?\s?(?:said|says|told|added|noted|explained|argued|wrote|announced|warned|sagte|erklärte|teilte"
    r"|a\s(?:dit|déclaré|affirmé|annoncé)|dijo|anunció|afirmó|сказал\w?|заявил\w?|сообщил\w?"
    r"|,\s(?:\d{2}[,.]|an?\s|head|director|directrice|directora?|chief))(?![^\W_])"
)


_COMMON_BODIES = frozenset(
    """
    Government Court Ministry Department Company Group University Bank Council Commission Committee Agency Fund
    Union Party Army Navy Police Board Act Law Bill
    Agreement Treaty Region State City County River Province Island Union Office Service Church Society Club League
    Airport Plant Dam Mine Hospital
    """.split()
)
_NUMBERED = frozenset("Route Highway Interstate Flight Autobahn Apollo Sojus Soyuz".split())
_ECONOMIC = frozenset("GDP GNP CPI VAT CEO CFO IPO PIB IVA TVA BIP KPI ВВП НДС ISIN".split())
# A word that begins a sentence is a name where an apposition follows, or a verb where nouns have an article.
_APPOSITION = re.compile(r",\s(?:the|an?|der|die|das|le|la|les|el|los|las)\s[^.,;]{3,60},")
_ROMANCE_VERB = re.compile(r"\s(?:a|ont|est|sont|était|avait|ha|han|ganó|es|fue|era|é|foi)\s[^\W\d_]")
_GERMAN_OPENER = re.compile(r"(?:(?:Der|Die|Das|Den|Dem|Des|Im|In|Am|Auch|Laut|Nach)\s)+")
_ELIDED = re.compile(r"(?<![^\W_])(?:[ldLD]|[Dd]ell|[Nn]ell|[Aa]ll)['’](?=([^\W\d_a-zà-ÿ]\w+))")
_NUMBER_BEHIND = re.compile(r"(?<=\d)[-‐‑]\d+[A-Z]?(?![^\W_])")
_PAIR = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+\s[A-ZÄÖÜ][a-zäöüß]+(?![^\W_])")
_DATELINE = re.compile(r"(?:,\s[^\W\d_][\w\s.]{1,30})?(?:\s\([\w\s/]{2,20}\))?,?\s?[-–—]|(?:,\s\w+)?\s\(")
_IN = {
    "en": re.compile(r"(?<![^\W_])(?:[Ii]n|[Nn]ear|[Ff]rom|[Oo]utside|[Aa]round)\s$"),
    "fr": re.compile(r"(?<![^\W_])(?:à|vers|près\sde)\s$"),
    "es": re.compile(r"(?<![^\W_])(?:[Ee]n|puerto\sde|ciudad\sde)\s$"),
    "it": re.compile(r"(?<![^\W_])(?:a|da)\s$"),
    "pt": re.compile(r"(?<![^\W_])(?:em)\s$"),
    "ru": re.compile(r"(?<![^\W_])(?:[Вв]|[Пп]од|[Ии]з)\s$"),
    "uk": re.compile(r"(?<![^\W_])(?:[УуВв]|[Пп]ід|[Іі]з)\s$"),
    "nl": re.compile(r"(?<![^\W_])(?:[Ii]n|[Uu]it)\s$"),
    "de": re.compile(r"(?<![^\W_])(?:[Ii]n|[Aa]us|[Nn]ach)\s$"),
}
"""Words before the name of a place."""


@dataclass
class WholeName:
    """A name with its kind, the places where it stands, and its other forms."""

    name: str
    kind: str | None
    spans: list[Span] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)


def whole_names(
    document: Document, language: Language | None, lower_case: frozenset[str], closed: Iterable[Span] = ()
) -> list[WholeName]:
    """The names of a text, in the order of their first places; those that may be common words are left out.

    `closed` are the codes of the text: what stands inside one is no name.
    """
    return _NameReader(document, language, lower_case, closed).names()


class _NameReader:
    def __init__(
        self, document: Document, language: Language | None, lower_case: frozenset[str], closed: Iterable[Span]
    ) -> None:
        self._document, self._text = document, document.text
        self._code = language.code if language else "en"
        self._lower_case = lower_case
        self._is_closed = whether_inside(closed)
        self._starts = {sentence.start for sentence in document.sentences}

    def names(self) -> list[WholeName]:
        """The names with their kinds and other forms."""
        found = self._german() if self._code == "de" else self._joined(self._capitalised())
        spans = [span for span in found if not self._is_closed(span)]
        by_name: dict[str, WholeName] = {}
        inside = {word for span in spans if not self._opens(span) for word in self._text[slice(*span)].split()}
        for span in spans:
            if number := _NUMBER_BEHIND.match(self._text, span.end) or self._numbered(span):
                span = Span(span.start, number.end())
            titled, trimmed = self._without_title(self._without_opener(span))
            name = self._text[slice(*trimmed)]
            quoted = self._is_quoted(trimmed)
            if (
                not name
                or self._is_unit(trimmed)
                or (
                    self._opens(span)
                    and " " not in name
                    and not quoted
                    and not self._is_sure(name, trimmed.end, inside)
                )
            ):
                continue
            if is_adjective(name, self._code) or (" " not in name and self._is_common(name, trimmed)):
                continue
            whole = by_name.setdefault(name, WholeName(name, None))
            whole.kind = whole.kind or self._kind(name, trimmed, titled, quoted)
            whole.spans.append(trimmed)
        return _with_aliases(by_name)

    def _numbered(self, span: Span) -> re.Match[str] | None:
        """The number that belongs to a name: U.S. Route 93."""
        last = self._text[slice(*span)].rpartition(" ")[2]
        return (
            re.compile(r"\s\d{1,4}(?![\w.,])|\s\d{1,4}(?=[.,]\s)").match(self._text, span.end)
            if last in _NUMBERED
            else None
        )

    def _is_unit(self, span: Span) -> bool:
        """Whether a word is an abbreviation behind a number, or one of the economy: 512 MB, 2% of GDP."""
        word = self._text[slice(*span)]
        behind_number = self._text[max(span.start - 2, 0) : span.start - 1].isdecimal() and len(word) <= 4
        return word.isupper() and (behind_number or word in _ECONOMIC)

    def _is_common(self, name: str, span: Span) -> bool:
        """Whether a word is a title, or stands for a body that is named elsewhere: the Court."""
        before = self._text[max(span.start - 5, 0) : span.start].lower()
        return name.casefold() in TITLES or (before.endswith(("the ", "this ", " its ")) and name in _COMMON_BODIES)

    def _kind(self, name: str, span: Span, titled: bool, quoted: bool) -> str | None:
        """What a name is the name of: by its form, else by the words around it."""
        text = self._text
        if kind := kind_of(name, self._code):
            return kind
        if quoted:
            return "company"
        if titled or self._speaks(span):
            return "person"
        if name.isupper() and _DATELINE.match(text, span.end):
            return "place"
        if _IN.get(self._code, _IN["en"]).search(text, max(span.start - 12, 0), span.start) and name.count(" ") < 2:
            return "place"
        if may_be_person(name):
            return "person"
        return "organization" if len(name) > 1 and name.isupper() and " " not in name else None

    def _is_quoted(self, span: Span) -> bool:
        """Whether a name stands alone in the quotation marks of Russian, as the names of companies do."""
        text = self._text
        return (
            self._code in ("ru", "uk")
            and text[span.start - 1 : span.start] == "«"
            and text[span.end : span.end + 1] == "»"
        )

    def _without_opener(self, span: Span) -> Span:
        """A name without the word before it that only opens a sentence: The United States."""
        first = re.match(r"([^\W_]+['’]?)\s+(?=\w)", self._text[slice(*span)])
        if first and self._opens(span) and is_opener(first[1], self._code):
            return Span(span.start + first.end(), span.end)
        return span

    def _joined(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Names with those that “and” joins to one: National Search and Rescue Agency."""
        before: Span | None = None
        for span in sorted(spans):
            if before is not None and self._code == "en" and self._is_one(before, span):
                before = Span(before.start, span.end)
                continue
            if before is not None:
                yield before
            before = span
        if before is not None:
            yield before

    def _is_one(self, first: Span, second: Span) -> bool:
        text = self._text
        if not re.fullmatch(rf"{_SPACE}and{_SPACE}", text[first.end : second.start]):
            return False
        whole = kind_of(text[first.start : second.end], self._code)
        alone = kind_of(text[slice(*first)], self._code)
        return (
            alone is None
            and whole in ("organization", "government")
            and text[max(first.start - 4, 0) : first.start].lower() == "the "
            and " " in text[slice(*second)]
        )

    def _opens(self, span: Span) -> bool:
        """Whether a sentence, or a quotation in it, begins with a name."""
        line = self._text.rfind("\n", 0, span.start) + 1
        if span.start - line < 12 and not any(map(str.isalpha, self._text[line : span.start])):
            return True
        before = self._text[max(span.start - 3, 0) : span.start].rstrip()
        if before[-1:] == "(" and self._text[span.end : span.end + 1] == ")":
            return False
        return span.start in self._starts or before[-1:] in (
            "",
            "\n",
            "“",
            "„",
            "«",
            '"',
            "(",
            ":",
            "-",
            "•",
            ".",
            "!",
            "?",
            ")",
            "–",
            "—",
        )

    def _is_sure(self, name: str, end: int, inside: set[str]) -> bool:
        """Whether a word that begins a sentence is a name all the same."""
        text, code = self._text, self._code
        if is_country(name, code) or is_place(name, code) or code == "de":
            return True
        if _APPOSITION.match(text, end) or (code in ("fr", "es", "it", "pt") and _ROMANCE_VERB.match(text, end)):
            return True
        return name in inside or (len(name) > 1 and sum(map(str.isupper, name)) > 1)

    def _speaks(self, span: Span) -> bool:
        return _SAYS.match(self._text, span.end) is not None

    def _without_title(self, span: Span) -> tuple[bool, Span]:
        """Whether titles stand in front of a name, and its span without them and a possessive."""
        text, (start, end) = self._text, span
        words = [Span(start + each.start(), start + each.end()) for each in re.finditer(r"\S+", text[start:end])]
        first = 0
        while first < len(words) - 1 and self._is_title(text[slice(*words[first])], words[first:], text):
            first += 1
        titled = any(text[slice(*word)].strip(".,").casefold() in TITLES for word in words[:first])
        start = words[first].start if words else start
        end = start + len(re.sub(r"['’]s?$", "", text[start:end]))
        return titled, Span(start, end)

    def _is_title(self, word: str, rest: list[Span], text: str) -> bool:
        folded = word.strip(".,").casefold()
        if folded in TITLES:
            return kind_of(text[rest[0].start : rest[-1].end], self._code) is None
        # Russian President Vladimir Putin; not Russian Direct Investment Fund.
        adjective = is_adjective(word, self._code) or word in ("U.S.", "US", "UK", "EU")
        return adjective and len(rest) > 2 and text[slice(*rest[1])].strip(".,").casefold() in TITLES

    def _capitalised(self) -> Iterator[Span]:
        """Runs of capitalised words with the small words inside."""
        lower = (
            [Span(*match.span()) for match in _LOWER[self._code].finditer(self._text)] if self._code in _LOWER else []
        )
        inside = Disjoint(lower)
        if self._code in ("fr", "it"):
            # L’Allemagne, dell’Italia.
            for match in re.finditer(
                r"(?<![^\W_])(?:[ldLD]|[Dd]ell|[Nn]ell|[Aa]ll)['’](?=([^\W\d_a-zà-ÿ]\w+))", self._text
            ):
                if not inside.overlaps(Span(*match.span(1))):
                    yield Span(*match.span(1))
        yield from lower
        reached, name = 0, None
        closed = iter(lower)
        shut = next(closed, None)
        for word in names_in(self._document, self._lower_case):
            while shut is not None and shut.end <= word.start:
                shut = next(closed, None)
            if shut is not None and shut.overlaps(word):
                continue
            if self._code in ("fr", "it") and re.match(r"(?:[LD]|Dell|Nell|All)['’]", self._text[slice(*word)]):
                continue
            if name is not None and self._goes_on(name, word):
                name = Span(name.start, word.end)
                continue
            if name is not None:
                yield name
            name = word
        if name is not None and name.end > reached:
            yield name

    def _goes_on(self, name: Span, word: Span) -> bool:
        """Whether a name goes on with a word."""
        text = self._text
        between = text[name.end : word.start]
        if re.fullmatch(_SPACE, between):
            # After a possessive, another name begins; after a sentence's end too.
            last = text[slice(*name)]
            return not last.endswith(("'s", "’s", "s’")) or kind_of(text[name.start : word.end], self._code) in (
                "organization",
                "company",
            )
        if between in ("’ ", "' ") and text[name.end - 1] == "s":
            return kind_of(text[name.start : word.end], self._code) in ("organization", "company")
        if between == "-" or (between in (". ", ".") and len(text[slice(*name)].split()[-1]) <= 2):
            return True
        link = _LINK.get(self._code, _LINK["en"]).fullmatch(between)
        if link is None:
            return False
        so_far = text[slice(*name)]
        head = re.split(r"\s(?:of|for|de|del|du|des|da|do|für)\s", so_far)[0]
        if link.groupdict().get("of"):
            # Luca de Meo; but Valparaíso de Chile would be two.
            person = between == " de " and self._code == "fr" and " " not in so_far and not self._opens(name)
            return _BODY.search(head) is not None or (person and not is_country(text[slice(*word)], self._code))
        if link.groupdict().get("and"):
            following = text[slice(*word)]
            of = so_far != head and _BODY.search(head) is not None and not is_country(following, self._code)
            return of or "&" in between
        return " " not in so_far or so_far.split()[0].casefold() in TITLES

    def _german(self) -> Iterator[Span]:
        """Names among the nouns of German, which are capitalised as well: only those of a clear form."""
        found: list[Span] = []
        for match in _GERMAN.finditer(self._text):
            opener = _GERMAN_OPENER.match(match[0])
            start = match.start() + (opener.end() if opener else 0)
            found.append(Span(start, match.end()))
        found += [Span(*match.span("name")) for match in _GERMAN_PERSON.finditer(self._text)]
        for match in re.finditer(r"[A-ZÄÖÜ][\wäöüß-]+", self._text):
            if is_country(match[0], "de") or is_place(match[0], "de"):
                found.append(Span(*match.span()))
            pair = _PAIR.match(self._text, match.start())
            if pair and re.compile(r"\s(?:sagte?|erklärte?)(?![^\W_])").match(self._text, pair.end()):
                found.append(Span(*pair.span()))
        reached = 0
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if span.start >= reached and span.end > span.start:
                reached = span.end
                yield span


def _with_aliases(by_name: dict[str, WholeName]) -> list[WholeName]:
    """The names, with shorter ones that belong to one longer name only among its other forms."""
    longer: dict[str, list[WholeName]] = defaultdict(list)
    for each in by_name.values():
        words = each.name.split()
        if len(words) > 1 and each.kind in ("person", "company"):
            longer[words[-1] if each.kind == "person" else words[0]].append(each)
    kept = []
    for each in by_name.values():
        owners = longer.get(each.name, [])
        if len(owners) == 1 and each.kind in (None, "person", "place"):
            owners[0].aliases.add(each.name)
            owners[0].spans = sorted([*owners[0].spans, *each.spans])
        else:
            kept.append(each)
    return kept
