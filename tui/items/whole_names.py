"""Names as wholes: Ministry of Energy and Natural Resources, Indonesian Air Force, Malaysia Airlines Flight MH17."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from tui.items import name_forms as forms
from tui.items.acronyms import abbreviates, short_forms_of_words, spelled_out
from tui.items.capital_runs import CapitalRuns
from tui.items.german_names import german_names, has_title, nominative_of
from tui.items.name_aliases import WholeName, with_aliases
from tui.items.name_contexts import kinds_around, set_kinds_in_lists
from tui.items.name_kinds import (
    is_adjective,
    is_country,
    is_given_name,
    is_known,
    is_place,
    kind_of,
    may_be_person,
    nominative,
    stem,
)
from tui.items.names import is_heading, is_opener, is_table
from tui.items.offices import is_office, is_title
from tui.languages.language import Language, code_of
from tui.quantity.builtin import builtin_ids
from tui.text.document import Document
from tui.text.sorted_spans import whether_inside
from tui.text.span import Span

_BODIES = frozenset(("organization", "government", "company", "agreement"))
_CLUB = re.compile(r"(?<![^\W_])(?:[Ee]l|del|al)\s$")
"""An article that no city has in Spanish."""


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
        self._is_closed = whether_inside(closed)
        self._spelled = dict(spelled_out(document.text, self._code))
        self._runs = CapitalRuns(document, self._code, lower_case, measured, self._spelled)
        self._short_forms = short_forms_of_words(document.text)
        self._headings = whether_inside(
            each for each in document.sentences if is_heading(document[each]) or is_table(document[each])
        )

    def names(self) -> list[WholeName]:
        """The names with their kinds and other forms."""
        found = (
            german_names(self._text, self._lower_case, self._runs.opens, self._spelled)
            if self._code == "de"
            else sorted(self._runs.spans())
        )
        spans = [span for span in found if not self._is_closed(span)]
        by_name: dict[str, WholeName] = {}
        owning: dict[str, set[str]] = defaultdict(set)
        inside = {word for span in spans if not self._runs.opens(span) for word in self._text[slice(*span)].split()}
        shortest: dict[str, str] = {}
        for word in sorted(inside, key=len, reverse=True):
            shortest[stem(word, self._code)] = word
        for span in spans:
            span = self._without_first_noun(span, shortest)
            if more := forms.NUMBER_AFTER.match(self._text, span.end) or self._numbered(span) or self._hyphened(span):
                span = Span(span.start, more.end())
            titled, trimmed = (
                (False, span) if span in self._spelled else self._without_title(self._without_opener(span))
            )
            form = self._text[slice(*trimmed)]
            name = nominative_of(self._text, trimmed) if self._code == "de" else form
            if (
                not name
                or name in self._short_forms
                or self._is_unit(trimmed)
                or self._is_office(trimmed)
                or self._is_from_title(trimmed)
                or self._is_only_beside(name, trimmed)
                or self._is_label(name, span)
                or (self._code != "en" and not name.isupper() and is_opener(name, self._code))
                or (self._runs.opens(span) and " " not in name and not self._is_sure(name, trimmed, inside))
            ):
                continue
            if is_adjective(name, self._code) or (" " not in name and self._is_common(name, trimmed)):
                continue
            whole = by_name.setdefault(name, WholeName(name, None))
            whole.possible_kinds |= self._kinds(name, trimmed, titled, self._runs.opens(span))
            whole.spans.append(trimmed)
            owning[name].add(self._possessive(trimmed, span))
            whole.aliases |= {form} - {name}
            if (short := forms.ACRONYM.match(self._text, trimmed.end)) and abbreviates(short[1], name):
                whole.aliases.add(short[1])
            whole.aliases |= {self._spelled[trimmed]} if trimmed in self._spelled else set()
        self._join_bracketed(by_name)
        self._add_possessives(by_name, owning)
        for each in by_name.values():
            # Words that point to two kinds settle neither.
            each.kind = next(iter(each.possible_kinds)) if len(each.possible_kinds) == 1 else None
        set_kinds_in_lists(self._text, by_name.values(), self._code)
        for each in by_name.values():
            plain = self._lower_case.isdisjoint(map(str.casefold, each.name.split()))
            if each.kind is None and not each.possible_kinds and plain and may_be_person(each.name, self._code):
                each.kind, each.guessed = "person", True
        # Fisheries is nobody where there is a Ministry of Agriculture, Forests and Fisheries.
        bodies = {
            word.strip(",") for each in by_name.values() if each.kind == "government" for word in each.name.split()
        }
        for each in by_name.values():
            if each.kind == "person" and each.name in bodies:
                each.kind, each.guessed = None, False
        title = self._text.find("\n") if "\n" in self._text.rstrip() else 0
        for each in by_name.values():
            each.first = next((span.start for span in each.spans if span.start > title), each.spans[0].start)
        kept = {each.name: each for each in by_name.values() if not (self._is_from_heading(each) or _is_passing(each))}
        return [each for each in with_aliases(kept, self._code) if not self._is_word(each)]

    def _possessive(self, name: Span, span: Span) -> str:
        """How a possessive after a name is printed; "of" before it where nothing follows that it has, else empty."""
        ending = self._text[name.end : span.end]
        if self._code != "en" or not re.fullmatch(r"['’]s", ending):
            return ""
        return f"of {ending}" if forms.OF_POSSESSIVE.match(self._text, span.end) else ending

    def _add_possessives(self, by_name: dict[str, WholeName], owning: Mapping[str, set[str]]) -> None:
        """Makes a possessive a part of the names that are never without one, and have nothing once: Moody’s."""
        for name, ends in owning.items():
            end = next((each.removeprefix("of ") for each in ends if each.startswith("of ")), "")
            each = by_name[name]
            if (
                end
                and "" not in ends
                and not each.possible_kinds & {"person", "place", "country"}
                and name.count(" ") in (0, name.count("&") * 2)
            ):
                each.name += end
                each.spans = [Span(span.start, span.end + len(end)) for span in each.spans]
                each.possible_kinds |= {kind} if (kind := kind_of(each.name, "en")) else set()

    def _join_bracketed(self, by_name: Mapping[str, WholeName]) -> None:
        """Makes a name in brackets another form of the one before it: Statistisches Bundesamt (Destatis).

        That is so after a body, of a single word that is neither a place nor of another kind, and where the bracket has
        the name in other letters.
        """
        placed = sorted(((span, each) for each in by_name.values() for span in each.spans), key=lambda pair: pair[0])
        for (span, name), (inside, other) in pairwise(placed):
            if self._text[span.end : inside.start] != " (" or self._text[inside.end : inside.end + 1] != ")":
                continue
            kinds = name.possible_kinds | other.possible_kinds
            is_body = not name.possible_kinds.isdisjoint(_BODIES) and kinds.issubset(_BODIES)
            transcribed = self._code in ("ru", "uk") and name.name.isascii() != other.name.isascii() and len(kinds) < 2
            if (is_body and " " not in other.name) or transcribed or abbreviates(name.name, other.name):
                name.aliases.add(other.name)

    def _numbered(self, span: Span) -> re.Match[str] | None:
        """The number that belongs to a name: U.S. Route 93, Charles VI."""
        last = self._text[slice(*span)].rpartition(" ")[2]
        if numeral := forms.NUMERAL_AFTER.match(self._text, span.end):
            counted = len(numeral[0]) > len(" I") or is_given_name(last) or kind_of(last, self._code) == "war"
            return numeral if counted else None
        return (
            re.compile(r"\s\d{1,4}(?![\w.,])|\s\d{1,4}(?=[.,]\s)").match(self._text, span.end)
            if last in forms.NUMBERED
            else None
        )

    def _hyphened(self, span: Span) -> re.Match[str] | None:
        """The rest of a name after a hyphen; in English, only of a Korean: Kim Jong-un, and not US-based."""
        if self._code in ("fr", "es", "it", "pt"):
            return forms.HYPHEN_AFTER.match(self._text, span.end)
        return forms.KOREAN.match(self._text, span.end) if len(self._text[slice(*span)].split()[0]) < 5 else None

    def _is_unit(self, span: Span) -> bool:
        """Whether words count or measure: EUR, 512 MB, 2% of GDP, Title IV; or letters are after a name: QC."""
        word = self._text[slice(*span)]
        if word in builtin_ids() or forms.AMOUNT.fullmatch(word) or forms.SECTION.fullmatch(word):
            return True
        if forms.SEVERAL.fullmatch(word) and kind_of(word, self._code) is None:
            return True
        if forms.SECTION_BEFORE.fullmatch(word) and self._text[span.end + 1 : span.end + 2].isdecimal():
            return True
        if forms.LETTERS_AFTER.match(self._text, span.start) and not is_country(word, self._code):
            return True
        if word.isupper() and forms.SYMBOL.search(self._text, max(span.start - 12, 0), span.start):
            return True
        if sum(len(each) > 1 and each.isupper() for each in word.split()) > 3:
            # The heading before a dateline.
            return True
        follows_number = self._text[max(span.start - 2, 0) : span.start - 1].isdecimal() and len(word) <= 4
        return word.removesuffix("s").isupper() and (follows_number or word.removesuffix("s") in forms.ECONOMIC)

    def _is_only_beside(self, name: str, span: Span) -> bool:
        """Whether capitals alone in brackets say something of what is before: Ada Moss (NOR)."""
        text = self._text
        if text[span.start - 1 : span.start] != "(" or text[span.end : span.end + 1] != ")" or not name.isupper():
            return False
        before = text[max(span.start - 80, 0) : span.start].split()
        return kind_of(name, self._code) is None and not any(word[0].upper() == name[0] for word in before)

    def _is_label(self, name: str, span: Span) -> bool:
        """Whether words say what a line is, and name nothing: FILE PHOTO: The logo of Skarn."""
        labels = self._runs.opens(span) and forms.LABEL.match(self._text, span.end) is not None
        return labels and name.isupper() and kind_of(name, self._code) is None

    def _is_common(self, name: str, span: Span) -> bool:
        """Whether a word is a title or a common noun, or stands for a body that is named elsewhere: the Court."""
        before = self._text[max(span.start - 6, 0) : span.start].lower()
        plural = self._code == "fr" and name.endswith("s") and not (is_country(name, "fr") or name.isupper())
        if plural and forms.PEOPLE.search(self._text, max(span.start - 20, 0), span.start):
            return True
        named_elsewhere = self._runs.opens(span) or forms.DEFINITE.search(before) is not None
        return (
            is_title(name)
            or name in forms.NO_NAMES
            or name in forms.LEGAL | forms.LEGAL_AFTER
            or (named_elsewhere and name in forms.COMMON_BODIES)
            or (
                self._code in forms.ABSTRACT
                and forms.ABSTRACT[self._code].fullmatch(name) is not None
                and kind_of(name, self._code) is None
                and not is_given_name(name)
            )
        )

    def _is_office(self, span: Span) -> bool:
        """Whether words are what somebody is: Minister of Works, Housing Minister."""
        text = self._text
        words = text[slice(*span)].split()
        if len(words) > 1 and is_title(words[-1]) and not is_given_name(words[0]):
            return True
        if len(words) > 2 and words[1] in ("of", "di", "de", "del", "della", "du") and is_office(words[0]):
            # Clerk of the Court.
            return True
        name = text[slice(*span)]
        if forms.OFFICE_AFTER.match(text, span.end) and kind_of(name, self._code) is None:
            return True
        of = forms.OFFICE.search(text, max(span.start - 60, 0), span.start)
        if of is None or is_country(name, self._code) or is_place(name, self._code):
            return False
        return kind_of(name, self._code) in (None, "place")

    def _is_from_heading(self, name: WholeName) -> bool:
        """Whether a name is in headings only; a country is a name even so."""
        return all(map(self._headings, name.spans)) and not is_country(name.name, self._code)

    def _is_word(self, name: WholeName) -> bool:
        """Whether a rare name of no kind is one word that the texts print without a capital as well: Carnes, carnes."""
        # In Romance languages, what is in a list may follow a word for where: en Carnes y derivados.
        doubtful = ("company", "facility", *(["place"] if self._code in forms.ROMANCE_VERB else []))
        by_form = name.kind in doubtful and not (is_known(name.name) or is_place(name.name, self._code))
        return (name.kind is None or by_form) and len(name.spans) < 3 and name.name.casefold() in self._lower_case

    def _kinds(self, name: str, span: Span, titled: bool, begins: bool) -> set[str]:
        """What a name is the name of: by its form, else by the words around it, which may tell several kinds."""
        if kind := kind_of(name, self._code):
            # El Madrid is a club.
            is_club = kind == "place" and _CLUB.search(self._text, max(span.start - 4, 0), span.start)
            return set() if is_club and " " not in name else {kind}
        if forms.INFLECTED_SHORT.fullmatch(name):
            return set()
        if titled or (self._code == "de" and has_title(self._text, span.start)):
            return {"person"}
        return {"place"} if self._runs.in_dateline(span) else {*kinds_around(self._text, span, self._code, begins)}

    def _is_quoted(self, span: Span) -> bool:
        """Whether a name is alone in the quotation marks of Russian, as names of companies and ships do."""
        around = self._text[span.start - 1 : span.start] + self._text[span.end : span.end + 1]
        return self._code in ("ru", "uk") and around == "«»"

    def _without_opener(self, span: Span) -> Span:
        """A name without the word before it that only opens a sentence: The United States."""
        if more := forms.TRAILING.search(self._text, *span):
            span = Span(span.start, more.start())
        first = re.match(r"([^\W_]+['’]?)\s+(?=\w)", self._text[slice(*span)])
        words = self._text[slice(*span)].split()
        if is_place(" ".join(words[:2]), self._code) or forms.QUOTED.fullmatch(
            self._text, max(span.start - 1, 0), span.end + 1
        ):
            # New York City; “The Skarn Times”.
            return span
        if (
            first
            and self._runs.opens(span)
            and (is_opener(first[1], self._code) or self._is_gerund(first[1]) or self._is_agents(first[1], words[1:]))
        ):
            return Span(span.start + first.end(), span.end)
        return span

    def _without_first_noun(self, span: Span, shortest: Mapping[str, str]) -> Span:
        """A name in Russian without the noun that begins a sentence, before what it is of: Слова Сагдеева.

        The rest is a name in the genitive that is elsewhere in the nominative, or a place.
        """
        words = self._text[slice(*span)].split()
        if self._code not in ("ru", "uk") or len(words) != 2 or not self._runs.opens(span) or self._is_quoted(span):
            return span
        first, last = words
        if is_given_name(first) or forms.RUSSIAN_ADJECTIVE.search(first) or is_place(" ".join(words), self._code):
            return span
        plain = nominative(last, self._code) or shortest.get(stem(last, self._code), last)
        return span if plain == last or not last[1:].islower() else Span(span.end - len(last), span.end)

    def _is_from_title(self, span: Span) -> bool:
        """Whether words are a part of the title of a work, which is not quoted: Get Me Out Of Here."""
        words = self._text[slice(*span)]
        return self._code == "en" and not words.isupper() and forms.IN_TITLE.search(words) is not None

    def _is_agents(self, word: str, others: list[str]) -> bool:
        """Whether a word says who acts for a body or person that is named after it: Advisors Goldman Sachs."""
        name = " ".join(others)
        return (
            self._code == "en"
            and forms.AGENTS.fullmatch(word) is not None
            and not is_known(f"{word} {name}")
            and (is_known(name) or kind_of(name, "en") == "person")
        )

    def _is_gerund(self, word: str) -> bool:
        """Whether a word is a verb that begins a sentence in English: Entering Skarn."""
        known = kind_of(word, self._code) or is_given_name(word)
        return self._code == "en" and forms.GERUND.fullmatch(word) is not None and not known

    def _is_sure(self, name: str, span: Span, inside: set[str]) -> bool:
        """Whether a word that begins a sentence is a name even so."""
        text, code = self._text, self._code
        if is_opener(name, code):
            return False
        if is_country(name, code) or is_place(name, code) or code == "de" or self._is_quoted(span):
            return True
        if forms.APPOSITION.match(text, span.end) or (
            code in forms.ROMANCE_VERB and forms.ROMANCE_VERB[code].match(text, span.end)
        ):
            return True
        return name in inside or (len(name) > 1 and sum(map(str.isupper, name)) > 1)

    def _without_title(self, span: Span) -> tuple[bool, Span]:
        """Whether titles come before a name, and its span without them and a possessive."""
        text, (start, end) = self._text, span
        words = [Span(start + each.start(), start + each.end()) for each in re.finditer(r"\S+", text[start:end])]
        offices = [place for place, word in enumerate(words[:-1]) if is_title(text[slice(*word)])]
        is_person = kind_of(text[start:end], self._code) in (None, "person")
        # North Korean Foreign Minister Ada Moss.
        first = offices[-1] + 1 if offices and is_person and len(words) > 2 else 0
        while first < len(words) - 1 and self._leads(text[slice(*words[first])], words[first:], text):
            first += 1
        titled = any(is_title(text[slice(*word)]) for word in words[:first])
        start = words[first].start if words else start
        if not is_known(text[start:end].replace("’", "'")):
            end = start + len(forms.POSTNOMINAL.sub("", re.sub(r"['’]s?$", "", text[start:end])))
        return titled, Span(start, end)

    def _leads(self, word: str, rest: list[Span], text: str) -> bool:
        if is_title(word):
            if word == "General" and len(rest) == 2 and not is_given_name(text[slice(*rest[1])]):
                # General Motors.
                return False
            return kind_of(text[rest[0].start : rest[-1].end], self._code) in (None, "person")
        # Russian President Vladimir Putin, American Ada Moss; not Russian Direct Investment Fund.
        if not (is_adjective(word, self._code) or word in ("U.S.", "US", "UK", "EU")):
            return False
        if is_place(text[rest[1].start : rest[-1].end], self._code):
            # Jewish West Bank; not British Columbia.
            return not is_place(text[rest[0].start : rest[-1].end], self._code)
        if len(rest) < 3:
            return False
        following = text[slice(*rest[1])]
        return is_title(following) or is_given_name(following)


def _is_passing(name: WholeName) -> bool:
    """Whether a name is two capitals that a text has once, of which nothing tells what they are."""
    return len(name.name) == 2 and name.name.isupper() and name.kind is None and len(name.spans) == 1
