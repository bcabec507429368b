"""Runs of capitalised words with the small words inside: Ministry of Energy, Ursula von der Leyen."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from tui.items import name_forms as forms
from tui.items.name_kinds import is_adjective, is_country, is_given_name, is_known, is_place, kind_of, stem
from tui.items.names import is_opener, names_in, words_in_lower_case
from tui.items.offices import is_title
from tui.items.russian_names import russian_names
from tui.text.document import Document
from tui.text.sorted_spans import Disjoint, whether_inside
from tui.text.span import Span, joined, without_overlaps

_OPENING = ("", "\n", "“", "„", "«", '"', "(", ":", "-", "•", ".", "!", "?", ")", "–", "—")
"""What is before the first word of a sentence."""
_CAPITAL_WORD = rf"(?<![\w’'-]){forms.CAPITAL}\w{{1,30}}(?![\w’'-])"
_LONGEST = 200
"""The most characters that a name has before its last small words."""
_BODIES = ("organization", "government", "company", "facility")


class CapitalRuns:
    """The runs of capitalised words of a text: each is one name, or a word that begins a sentence."""

    def __init__(
        self,
        document: Document,
        code: str,
        lower_case: frozenset[str],
        measured: Iterable[Span],
        spelled: Iterable[Span],
    ) -> None:
        """`lower_case` are words that the texts print without a capital; no word of `measured` belongs to a name.

        `spelled` are the words before short forms that stand for them.
        """
        self._document, self._text = document, document.text
        self._code, self._lower_case = code, lower_case
        self._is_measured = whether_inside(measured)
        self._spelled = sorted(spelled)
        self._is_spelled = whether_inside(self._spelled)
        self._starts = {sentence.start for sentence in document.sentences}

    def opens(self, span: Span) -> bool:
        """Whether a sentence, or a quotation in it, begins with a name."""
        line = self._text.rfind("\n", 0, span.start) + 1
        if span.start - line < 12 and not any(map(str.isalpha, self._text[line : span.start])):
            return True
        before = self._text[max(span.start - 3, 0) : span.start].rstrip()
        if before[-1:] == "(" and self._text[span.end : span.end + 1] == ")":
            return False
        return span.start in self._starts or before[-1:] in _OPENING

    def in_dateline(self, span: Span) -> bool:
        """Whether words are the city of a dateline in capitals: LONDON, Oct 5 (Reuters) –."""
        return self._text[slice(*span)].isupper() and forms.DATELINE.match(self._text, span.end) is not None

    def spans(self) -> Iterator[Span]:
        """The runs, those of bodies that go on in lower case first."""
        lower = [*without_overlaps([*self._quoted(), *self._in_lower_case()])]
        yield from lower
        taken = Disjoint([*lower, *self._elided()])
        words = [word for word in names_in(self._document, self._lower_case) if not taken.overlaps(word)]
        words += self._openers(words)
        inside = Disjoint(lower)
        words += [word for word in self._elided() if not inside.overlaps(word)]
        yield from joined(sorted(word for word in words if not self._is_measured(word)), self._goes_on)

    def _quoted(self) -> Iterator[Span]:
        """What is quoted and has only words with a capital and small words: “Lord of the Skarn”, "El Diario de Hoy"."""
        for match in forms.QUOTED.finditer(self._text):
            small = [word for word in match[1].split() if word[0].islower()]
            if all(is_opener(word, self._code) or is_opener(word, "en") for word in small):
                yield Span(*match.span(1))

    def _in_lower_case(self) -> Iterator[Span]:
        """The names of bodies that go on in lower case; not the last word of an English name: Security Commission."""
        for span in self._spelled if self._code != "en" else ():
            words = self._text[slice(*span)]
            if not self.opens(span) or not words[1:].islower() or kind_of(words, self._code):
                yield span
        if self._code == "ru":
            yield from russian_names(self._text, self.opens)
        if self._code in forms.LOWER:
            for match in forms.LOWER[self._code].finditer(self._text):
                before = forms.LAST_WORD.search(self._text, max(match.start() - 30, 0), match.start())
                if " " in match[0] and (before is None or is_opener(before[1], self._code)):
                    yield Span(*match.span())

    def _openers(self, words: list[Span]) -> list[Span]:
        """First words of sentences that are part of a name, since it is elsewhere in the text: Space Shuttle."""
        text = self._text
        pairs = {text[first.start : second.end] for first, second in pairwise(words) if second.start - first.end == 1}
        before = [(forms.LAST_WORD.search(text, max(word.start - 30, 0), word.start), word) for word in words]
        if self._code == "en":
            # Theresa May is no date.
            after = (forms.MONTH.match(text, word.end) for word in words if is_given_name(text[slice(*word)]))
            words += [Span(*match.span(1)) for match in after if match]
        found = (Span(*match.span(1)) for match, word in before if match and text[match.start(1) : word.end] in pairs)
        return [*{*found} - {*words}]

    def _elided(self) -> Iterator[Span]:
        """The words after an article that is joined to them: L’Allemagne, dell’Italia."""
        if self._code in ("fr", "it"):
            yield from (Span(*match.span(1)) for match in forms.ELIDED.finditer(self._text))

    def _goes_on(self, name: Span, word: Span) -> bool:
        """Whether a name goes on with a word."""
        text = self._text
        code, between = self._code, text[name.end : word.start]
        so_far, following = text[slice(*name)], text[slice(*word)]
        if self._is_spelled(Span(name.start + so_far.rfind(" ") + 1, word.end)):
            return True
        if re.fullmatch(forms.SPACE, between):
            if (
                self._ends_byline(name, word)
                or (self.in_dateline(word) and not so_far.isupper())
                or self._begins_person(name, word)
                or (code in ("ru", "uk") and self._begins_another(name, word))
            ):
                return False
            # After a possessive, another name begins; after a sentence's end too. Not in Attorney’s Office.
            return (
                not so_far.endswith(("'s", "’s", "s’"))
                or is_place(f"{so_far} {following}", code)
                or forms.BELONGING.search(so_far) is not None
                or (is_title(so_far.split()[-1][:-2]) and following in forms.COMMON_BODIES)
            )
        if between in (", ", "., ", ". ") and following in forms.LEGAL_AFTER and text[word.end : word.end + 1] != "-":
            return True
        if between == "/" and so_far.endswith(" A") and following == "S":
            return True
        if between in ("’ ", "' ") and so_far.endswith("s"):
            return kind_of(text[name.start : word.end], self._code) in ("organization", "company")
        if (
            between == "-"
            or forms.LINKED_IN_LOWER.fullmatch(between)
            or (between in (". ", ".") and forms.INITIAL.search(so_far) and not is_opener(following, code))
            or (forms.WEEKDAY.fullmatch(between) and kind_of(following, self._code) == "publication")
        ):
            return True
        return self._goes_on_after(between, name, word)

    def _ends_byline(self, name: Span, word: Span) -> bool:
        """Whether a city is after the name of a reporter: Ana Moss Madrid, 23 may (EFE)."""
        first, *others = self._text[slice(*name)].split()
        return (
            len(others) > 0
            and is_given_name(first)
            and not is_given_name(others[-1])
            and is_place(self._text[slice(*word)], self._code)
            and re.compile(r",\s\d|\s[-–—]").match(self._text, word.end) is not None
        )

    def _begins_another(self, name: Span, word: Span) -> bool:
        """Whether a name in Russian is not that of the word before it: США Барак Обама, Германии Ангела Меркель."""
        so_far, following = self._text[slice(*name)], self._text[slice(*word)]
        if (
            forms.INFLECTED_SHORT.fullmatch(so_far.split()[-1])
            or so_far in forms.ECONOMIC
            or following in forms.LEGAL
            or so_far[-1].isascii() != following[0].isascii()
        ):
            return True
        if is_given_name(so_far) or is_place(f"{so_far} {following}", self._code):
            return False
        if self.opens(name) and (
            is_given_name(following)
            or following.isupper()
            or kind_of(following, self._code)
            or stem(so_far.casefold(), "ru") in self._common_stems
        ):
            # Лидеры Германии begins a sentence.
            return True
        return not following.isupper() and (
            (so_far.isupper() and not so_far.isascii())
            or is_country(so_far, self._code)
            or is_place(so_far, self._code)
        )

    @cached_property
    def _common_stems(self) -> set[str]:
        return {stem(word, "ru") for word in words_in_lower_case([self._text])}

    def _begins_person(self, name: Span, word: Span) -> bool:
        """Whether somebody’s name begins after another name, an office or an adjective.

        Not where the run is the name of a body: Fundación Ada Moss, Ada Moss Museum.
        """
        text, code = self._text, self._code
        so_far = text[slice(*name)]
        run = forms.RUN_AFTER_HYPHENS.match(text, word.end)
        if run is None or not is_given_name(text[slice(*word)]) or is_place(text[name.start : word.end], code):
            return False
        first, last = so_far.split()[0], so_far.split()[-1]
        if is_given_name(first) and not is_title(first):
            return False
        if kind_of(run[0].split()[-1], code) not in (None, "person"):
            return False
        if " " in so_far or is_title(last) or is_country(so_far, code) or is_place(so_far, code):
            return True
        # Model Ada Moss begins a sentence.
        opening = code == "nl" or (code == "en" and name.start in self._starts)
        plain = (
            # A person's name in Russian begins with the first name: Минфина Антон Силуанов.
            code in ("ru", "uk")
            or (self.opens(name) and last.casefold() in self._lower_case)
            or (opening and not kind_of(last, code))
        )
        after_small = forms.AFTER_SMALL.search(text, max(name.start - 12, 0), name.start) is not None
        return plain or after_small or is_adjective(last, code) or (so_far.isupper() and len(so_far) > 2)

    def _goes_on_after(self, between: str, name: Span, word: Span) -> bool:
        """Whether a name goes on after small words or a comma."""
        if name.end - name.start > _LONGEST:
            return False
        text, code = self._text, self._code
        so_far, whole, following = text[slice(*name)], text[name.start : word.end], text[slice(*word)]
        if is_country(whole, code) or is_place(whole, code) or is_known(whole):
            return True
        particle = forms.PARTICLE.fullmatch(between) is not None
        if particle and (code == "en" or self._may_have_surname(so_far) or forms.PREFIX.fullmatch(so_far)):
            return not (is_country(following, code) or following.isupper())
        if forms.ARABIC.fullmatch(between):
            return True
        head = forms.SMALL.split(so_far)[0]
        if forms.LISTED.get(code, forms.LISTED["en"]).match(text, name.end):
            return so_far != head and forms.MINISTRY.match(head) is not None
        link = forms.LINK.get(code, forms.LINK["en"]).fullmatch(between)
        if link is None:
            return False
        if link["and"]:
            department = so_far != head and self._is_body(head, name) and not self._begins_other(name, word)
            if link["again"]:
                return department and self._repeats(link["again"], name)
            return department or "&" in between or (code == "en" and self._is_one(name, word))
        if code == "en" and between == " for " and text[max(name.start - 4, 0) : name.start].lower() == "the ":
            # The Campaign for Skarn.
            return (self._is_body(head, name) or not kind_of(so_far, code)) and not is_title(so_far.split()[-1])
        if is_given_name(following) and kind_of(head, code) == "government" and forms.RUN.match(text, word.end):
            # El Gobierno de Ada Skarn.
            return False
        placed = is_country(following, code) or is_place(following, code)
        if code == "en" and placed and so_far != head:
            # The University of Skarn of the UK.
            return False
        is_title_of = code == "en" and between == " of " and not placed and self._is_only_of(so_far)
        if is_title_of and not (so_far.isupper() or self.opens(name) or is_title(so_far) or is_known(following)):
            return True
        return self._is_body(head, name, code in ("fr", "es", "it", "pt") or (" the " in between and not placed))

    def _is_only_of(self, word: str) -> bool:
        """Whether a word with a capital is in an English text only before “of” and another: Medal of Honor."""
        return word in self._before_of and self._before_of[word] == self._counted[word]

    @cached_property
    def _before_of(self) -> Counter[str]:
        return Counter(re.findall(rf"({_CAPITAL_WORD}) of (?={forms.CAPITAL})", self._text))

    @cached_property
    def _counted(self) -> Counter[str]:
        return Counter(re.findall(_CAPITAL_WORD, self._text))

    def _may_have_surname(self, so_far: str) -> bool:
        """Whether a surname with a small word may follow: Minister Jan; but in Dutch, not after another surname."""
        words = [word for word in so_far.split() if not is_title(word)] or [so_far]
        return any(map(is_given_name, words)) and (self._code != "nl" or is_given_name(words[-1]))

    def _repeats(self, small: str, name: Span) -> bool:
        """Whether small words after “and” are as before the last subject: Ministero dell’Economia e delle Finanze."""
        so_far = self._text[slice(*name)]
        last = [*forms.SMALL.finditer(so_far)][-1]
        again = any(word[:2] == small[:2] for word in so_far[last.start() :].split())
        return again and forms.MINISTRY.match(so_far) is not None

    def _begins_other(self, name: Span, word: Span) -> bool:
        """Whether another name is after “and”, and not what a body is for: University of Skarn and Moss College."""
        text, code = self._text, self._code
        subject = text[name.start + [*forms.SMALL.finditer(text[slice(*name)])][-1].end() : name.end]
        following, both = text[slice(*word)], subject + text[name.end : word.end]
        if is_country(following, code) or is_place(text[slice(*name)], code) or is_known(text[slice(*name)]):
            return True
        if is_country(both, code) or is_place(both, code):
            return False
        if (is_country(subject, code) or is_place(subject, code)) and not is_place(following, code):
            return True
        run = forms.RUN.match(text, word.end)
        words = re.split(r"[.,]\s|['’]s\s", text[word.start : run.end() if run else word.end])[0].rstrip(".").split()
        if is_known(" ".join(words)) or (is_given_name(words[0]) and kind_of(" ".join(words), code) == "person"):
            return True
        # In English, only a place is after the word that tells a body: King’s College London.
        while code == "en" and len(words) > 1 and (is_place(words[-1], code) or is_country(words[-1], code)):
            words.pop()
        telling = words[-1 if code == "en" else 0]
        return telling not in forms.SUBJECTS and kind_of(telling, code) in _BODIES

    def _is_one(self, name: Span, word: Span) -> bool:
        """Whether “and” is inside the name of a body: the National Search and Rescue Agency."""
        text, code = self._text, self._code
        run = forms.RUN.match(text, word.end)
        last = re.sub(r"\s\w+day$|\.$", "", run[0]) if run else ""
        words = text[slice(*name)]
        # The Securities and Exchange Commission.
        is_open = kind_of(words, code) is None or (kind_of(words, code) == "company" and not is_known(words))
        return (
            run is not None
            and (is_given_name(words) or (is_open if " " not in words else kind_of(words, code) is None))
            and kind_of(text[name.start : word.end] + last, code) in ("organization", "government", "facility")
            and text[max(name.start - 4, 0) : name.start].lower().endswith(("the ", "’s ", "'s "))
        )

    def _is_body(self, head: str, name: Span, by_form: bool = False) -> bool:
        """Whether the name of a body, a place or a text may go on with “of” after its first part.

        `by_form` says that a word with a capital inside a sentence is enough: Caja de Asturias, Daughters of the Skarn.
        """
        if any(map(forms.BODY.fullmatch, head.split())):
            return True
        kind, first = kind_of(head, self._code), head.split()[0]
        if kind == "company" and first == head:
            # Aguas del Norte.
            return True
        if kind in ("organization", "government", "agreement", "law", "facility", "place"):
            return not is_place(head, self._code)
        if not by_form or kind or is_title(head.split()[-1]) or is_title(first) or self.opens(name):
            return False
        # A capital inside a sentence: Caja de Asturias; but not Ada de Skarn, or BBVA de Skarn.
        return not (head.isupper() or is_given_name(first))
