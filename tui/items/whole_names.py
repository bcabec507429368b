"""Names as wholes: Ministry of Energy and Natural Resources, Indonesian Air Force, Malaysia Airlines Flight MH17."""

import re
from collections.abc import Iterable, Iterator

from tui.items import name_forms as forms
from tui.items.german_names import german_names
from tui.items.name_aliases import WholeName, abbreviates, short_forms_of_words, with_aliases
from tui.items.name_kinds import (
    TITLES,
    is_adjective,
    is_country,
    is_given_name,
    is_place,
    kind_of,
    may_be_person,
)
from tui.items.names import is_heading, is_opener, names_in
from tui.quantity.builtin import builtin_ids
from tui.quantity.language import Language, code_of
from tui.text.document import Document
from tui.text.sorted_spans import Disjoint, whether_inside
from tui.text.span import Span, joined

_OFFICE = 40
"""The most characters of an office before the name of the one who holds it."""


def whole_names(
    document: Document,
    language: Language | None,
    lower_case: frozenset[str],
    closed: Iterable[Span] = (),
    measured: Iterable[Span] = (),
) -> list[WholeName]:
    """The names of a text, in the order of their first places; those that may be common words are left out.

    `closed` are the codes of the text: what is inside one is not a name. No word of `measured`, the quantities with
    their units, belongs to a name. A heading whose words have capitals tells no names: only those are taken from it
    that the rest of the text has too.
    """
    return _NameReader(document, language, lower_case, closed, measured).names()


class _NameReader:
    def __init__(
        self,
        document: Document,
        language: Language | None,
        lower_case: frozenset[str],
        closed: Iterable[Span],
        measured: Iterable[Span],
    ) -> None:
        self._document, self._text = document, document.text
        self._code = code_of(language)
        self._lower_case = lower_case
        self._is_closed, self._is_measured = whether_inside(closed), whether_inside(measured)
        self._short_forms = short_forms_of_words(document.text)
        self._starts = {sentence.start for sentence in document.sentences}
        self._headings = whether_inside(each for each in document.sentences if is_heading(document[each]))

    def names(self) -> list[WholeName]:
        """The names with their kinds and other forms."""
        found = german_names(self._text) if self._code == "de" else self._joined(self._capitalised())
        spans = [span for span in found if not self._is_closed(span)]
        by_name: dict[str, WholeName] = {}
        inside = {word for span in spans if not self._opens(span) for word in self._text[slice(*span)].split()}
        for span in spans:
            if more := forms.NUMBER_AFTER.match(self._text, span.end) or self._numbered(span) or self._hyphened(span):
                span = Span(span.start, more.end())
            titled, trimmed = self._without_title(self._without_opener(span))
            name = self._text[slice(*trimmed)]
            quoted = self._is_quoted(trimmed)
            if (
                not name
                or name in self._short_forms
                or self._is_unit(trimmed)
                or self._is_office(trimmed)
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
            if told := self._kind(name, trimmed, titled, quoted):
                whole.kind, whole.guessed = (told, False) if whole.guessed else (whole.kind or told, False)
            elif whole.kind is None and self._may_be_person(name):
                whole.kind, whole.guessed = "person", True
            whole.spans.append(trimmed)
            if (short := forms.ACRONYM.match(self._text, trimmed.end)) and abbreviates(short[1], name):
                whole.aliases.add(short[1])
        found_twice = [each for each in by_name.values() if not self._is_from_heading(each)]
        return with_aliases({each.name: each for each in found_twice}, self._code)

    def _numbered(self, span: Span) -> re.Match[str] | None:
        """The number that belongs to a name: U.S. Route 93."""
        last = self._text[slice(*span)].rpartition(" ")[2]
        return (
            re.compile(r"\s\d{1,4}(?![\w.,])|\s\d{1,4}(?=[.,]\s)").match(self._text, span.end)
            if last in forms.NUMBERED
            else None
        )

    def _hyphened(self, span: Span) -> re.Match[str] | None:
        """The rest of a name after a hyphen; in English, what follows is not part of it: US-based."""
        return forms.HYPHEN_AFTER.match(self._text, span.end) if self._code in ("fr", "es", "it", "pt") else None

    def _is_unit(self, span: Span) -> bool:
        """Whether words count or measure: EUR, 512 MB, 2% of GDP, Title IV; or letters are after a name: QC."""
        word = self._text[slice(*span)]
        if word in builtin_ids() or forms.AMOUNT.fullmatch(word) or forms.SECTION.fullmatch(word):
            return True
        if forms.LETTERS_AFTER.match(self._text, span.start) and not is_country(word, self._code):
            return True
        if sum(len(each) > 1 and each.isupper() for each in word.split()) > 3:
            # The heading before a dateline.
            return True
        follows_number = self._text[max(span.start - 2, 0) : span.start - 1].isdecimal() and len(word) <= 4
        return word.isupper() and (follows_number or word in forms.ECONOMIC)

    def _is_common(self, name: str, span: Span) -> bool:
        """Whether a word is a title or a common noun, or stands for a body that is named elsewhere: the Court."""
        before = self._text[max(span.start - 6, 0) : span.start].lower()
        named_elsewhere = self._opens(span) or forms.DEFINITE.search(before) is not None
        return _is_title(name) or name in forms.NO_NAMES or (named_elsewhere and name in forms.COMMON_BODIES)

    def _is_office(self, span: Span) -> bool:
        """Whether words are what somebody is: Minister of Works, Housing Minister."""
        text = self._text
        words = text[slice(*span)].split()
        if len(words) > 1 and _is_title(words[-1]):
            return True
        name = text[slice(*span)]
        of = forms.OFFICE.search(text, max(span.start - 60, 0), span.start)
        if of is None or is_country(name, self._code) or is_place(name, self._code):
            return False
        return kind_of(name, self._code) in (None, "place")

    def _is_from_heading(self, name: WholeName) -> bool:
        """Whether a name is in headings only; a country is a name even so."""
        return all(map(self._headings, name.spans)) and not is_country(name.name, self._code)

    def _kind(self, name: str, span: Span, titled: bool, quoted: bool) -> str | None:
        """What a name is the name of: by its form, else by the words around it."""
        text = self._text
        if kind := kind_of(name, self._code):
            return kind
        if quoted:
            return "company"
        said = self._speaks(span) or forms.SAID_BEFORE.search(text, max(span.start - 20, 0), span.start)
        if titled or (may_be_person(name) and (said or self._has_office(name, span))):
            return "person"
        if name.isupper() and self._opens(span) and forms.DATELINE.match(text, span.end):
            return "place"
        if name.isupper() and " " not in name:
            return "organization" if said else None
        lead = forms.IN.get(self._code, forms.IN["en"]).search(text, max(span.start - 20, 0), span.start)
        if lead and name.count(" ") < 2:
            return "place"
        for kind, words in forms.AFTER:
            if words.match(text, span.end):
                return kind
        for kind, before in forms.BEFORE.items():
            if before.search(text, max(span.start - 40, 0), span.start):
                return kind
        return None

    def _has_office(self, name: str, span: Span) -> bool:
        """Whether an office comes before a name: the Minister of Works, Ada Moss; EU-Kommissionspräsident Juncker."""
        before = self._text[max(span.start - _OFFICE, 0) : span.start]
        words = re.split(r"[.;:!?()\n]", before)[-1].casefold().replace(",", "").split()
        german = bool(words) and words[-1].endswith(("präsident", "präsidentin", "minister", "ministerin", "chef"))
        return may_be_person(name) and (german or (before.endswith(", ") and not TITLES.isdisjoint(words)))

    def _may_be_person(self, name: str) -> bool:
        words = name.split()
        # Dundee Stars, Air Niugini.
        if any(is_country(word, self._code) or is_place(word, self._code) for word in words):
            return False
        return may_be_person(name) and not self._lower_case.intersection(map(str.casefold, words))

    def _is_quoted(self, span: Span) -> bool:
        """Whether a name is alone in the quotation marks of Russian, as the names of companies do."""
        text = self._text
        return (
            self._code in ("ru", "uk")
            and text[span.start - 1 : span.start] == "«"
            and text[span.end : span.end + 1] == "»"
        )

    def _without_opener(self, span: Span) -> Span:
        """A name without the word before it that only opens a sentence: The United States."""
        first = re.match(r"([^\W_]+['’]?)\s+(?=\w)", self._text[slice(*span)])
        words = self._text[slice(*span)].split()
        if is_place(" ".join(words[:2]), self._code):
            # New York City.
            return span
        if first and self._opens(span) and is_opener(first[1], self._code):
            return Span(span.start + first.end(), span.end)
        return span

    def _joined(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Names with those that “and” joins to one: National Search and Rescue Agency."""
        return joined(sorted(spans), lambda first, second: self._code == "en" and self._is_one(first, second))

    def _is_one(self, first: Span, second: Span) -> bool:
        text = self._text
        if not re.fullmatch(rf"{forms.SPACE}and{forms.SPACE}", text[first.end : second.start]):
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
        """Whether a word that begins a sentence is a name even so."""
        text, code = self._text, self._code
        if is_opener(name, code):
            return False
        if is_country(name, code) or is_place(name, code) or code == "de":
            return True
        if forms.APPOSITION.match(text, end) or (
            code in forms.ROMANCE_VERB and forms.ROMANCE_VERB[code].match(text, end)
        ):
            return True
        return name in inside or (len(name) > 1 and sum(map(str.isupper, name)) > 1)

    def _speaks(self, span: Span) -> bool:
        return forms.SAYS.match(self._text, span.end) is not None

    def _without_title(self, span: Span) -> tuple[bool, Span]:
        """Whether titles come before a name, and its span without them and a possessive."""
        text, (start, end) = self._text, span
        words = [Span(start + each.start(), start + each.end()) for each in re.finditer(r"\S+", text[start:end])]
        first = 0
        while first < len(words) - 1 and self._is_title(text[slice(*words[first])], words[first:], text):
            first += 1
        titled = any(_is_title(text[slice(*word)]) for word in words[:first])
        start = words[first].start if words else start
        end = start + len(re.sub(r"['’]s?$", "", text[start:end]))
        return titled, Span(start, end)

    def _is_title(self, word: str, rest: list[Span], text: str) -> bool:
        if _is_title(word):
            return kind_of(text[rest[0].start : rest[-1].end], self._code) is None
        # Russian President Vladimir Putin, American Ada Moss; not Russian Direct Investment Fund.
        if len(rest) < 3 or not (is_adjective(word, self._code) or word in ("U.S.", "US", "UK", "EU")):
            return False
        following = text[slice(*rest[1])]
        return _is_title(following) or is_given_name(following)

    def _capitalised(self) -> Iterator[Span]:
        """Runs of capitalised words with the small words inside."""
        lower = (
            [Span(*match.span()) for match in forms.LOWER[self._code].finditer(self._text)]
            if self._code in forms.LOWER
            else []
        )
        yield from lower
        inside = Disjoint(lower)
        elided = [*self._elided()]
        is_elided = Disjoint(elided).overlaps
        words = sorted([*elided, *(word for word in names_in(self._document, self._lower_case) if not is_elided(word))])
        yield from joined(
            (word for word in words if not (inside.overlaps(word) or self._is_measured(word))), self._goes_on
        )

    def _elided(self) -> Iterator[Span]:
        """The words after an article that is joined to them: L’Allemagne, dell’Italia."""
        if self._code in ("fr", "it"):
            yield from (Span(*match.span(1)) for match in forms.ELIDED.finditer(self._text))

    def _goes_on(self, name: Span, word: Span) -> bool:
        """Whether a name goes on with a word."""
        text = self._text
        between = text[name.end : word.start]
        if re.fullmatch(forms.SPACE, between):
            # After a possessive, another name begins; after a sentence's end too.
            last = text[slice(*name)]
            if self._begins_person(name, word):
                return False
            return not last.endswith(("'s", "’s", "s’")) or forms.BELONGING.search(last) is not None
        if between == "/" and text[slice(*name)].endswith(" A") and text[slice(*word)] == "S":
            return True
        if between in ("’ ", "' ") and text[name.end - 1] == "s":
            return kind_of(text[name.start : word.end], self._code) in ("organization", "company")
        if (
            between == "-"
            or forms.LINKED_IN_LOWER.fullmatch(between)
            or (between in (". ", ".") and len(text[slice(*name)].split()[-1]) <= 2)
        ):
            return True
        return self._goes_on_after(between, name, word)

    def _begins_person(self, name: Span, word: Span) -> bool:
        """Whether somebody’s name begins after one that small words precede: the Secretary of State John Kerry."""
        text = self._text
        first = text[slice(*name)]
        return (
            " " not in first
            and is_given_name(text[slice(*word)])
            and not (is_given_name(first) or _is_title(first) or is_place(text[name.start : word.end], self._code))
            and forms.AFTER_SMALL.search(text, max(name.start - 12, 0), name.start) is not None
            and re.compile(rf"\s{forms.CAPITAL}").match(text, word.end) is not None
        )

    def _goes_on_after(self, between: str, name: Span, word: Span) -> bool:
        """Whether a name goes on after small words or a comma: Ministry of Energy, Ursula von der Leyen."""
        text, code = self._text, self._code
        so_far, whole, following = text[slice(*name)], text[name.start : word.end], text[slice(*word)]
        if is_country(whole, code) or is_place(whole, code):
            return True
        first = so_far.split()[0]
        if forms.PARTICLE.fullmatch(between) and (is_given_name(first) or (code == "en" and _is_title(first))):
            return not is_country(following, code)
        head = forms.SMALL.split(so_far)[0]
        if forms.LISTED.get(code, forms.LISTED["en"]).match(text, name.end):
            return so_far != head and forms.MINISTRY.match(head) is not None
        link = forms.LINK.get(code, forms.LINK["en"]).fullmatch(between)
        if link is None:
            return False
        if link["and"]:
            department = so_far != head and self._is_body(head, name) and not is_country(following, code)
            return department or "&" in between
        return self._is_body(head, name)

    def _is_body(self, head: str, name: Span) -> bool:
        """Whether the name of a body, a place or a text may go on with “of” after its first part."""
        if any(map(forms.BODY.fullmatch, head.split())):
            return True
        kind, first = kind_of(head, self._code), head.split()[0]
        if kind == "company" and first == head:
            # Aguas del Norte.
            return True
        if kind in ("organization", "government", "agreement", "law", "facility", "place"):
            return not is_place(head, self._code)
        romance = self._code in ("fr", "es", "it", "pt") and kind is None and not self._opens(name)
        return romance and (forms.BODY_ENDING.fullmatch(first) is not None or first.casefold() in self._lower_case)


def _is_title(word: str) -> bool:
    """Whether a word is what somebody is called by office: President, Vice-President."""
    return all(part in TITLES for part in word.strip(".,").casefold().split("-"))
