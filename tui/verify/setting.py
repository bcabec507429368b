"""What the words around a number say about it: its subject, claimant, period, material, and whether it is real yet."""

import re
from collections.abc import Iterator
from functools import cached_property

from tui.dates import edtf
from tui.dossier.records import NOT_YET, Figure
from tui.items.denial import not_yet
from tui.items.statement_words import words_in
from tui.languages.language import code_of, known_language
from tui.quantity.unit import Unit
from tui.text.cached_method import cached_method
from tui.text.lazy_pattern import in_any_case
from tui.text.listed import listed
from tui.text.span import Span, gaps_beside
from tui.verify.attribution import Attribution
from tui.verify.context import VerificationContext
from tui.verify.opposites import Senses, is_meant, opposite, senses
from tui.verify.periods import deviation, is_finer
from tui.verify.polarity import Polarity, polarity_of
from tui.verify.subjects import UNKNOWN, WEAK, Subjects
from tui.verify.topics import text_within
from tui.verify.words import GENERAL, shared, words_of

_BY = in_any_case(
    r"(?<![^\W_])(?:by|um|на|met)\s+(?:(?:about|around|nearly|almost|roughly|some|over|more\s+than|up\s+to)\s+)?[$€£¥]?\Z"
)
_COMPARED = re.compile(
    r"\s+(?:(?P<up>faster|higher|more|above|over|warmer|hotter|heavier|larger|bigger|longer|later|taller)"
    r"|(?P<down>slower|lower|less|fewer|below|under|cooler|colder|lighter|smaller|shorter|earlier))(?![^\W_])"
)
_BY_WITHIN = 30
_SINCE = in_any_case(r"(?<![^\W_])(?:since|seit|depuis|desde|dal|sinds|с|з)\s+((?:1[5-9]|20)\d\d)(?!\d)")

_GOES_ON = re.compile(r"\b(?:and|but|or)\b")
_OF = in_any_case(r"\s+(?:of|in)\s+(?:(?:the|its|all|finished|their|these)\s+)*\Z")
_OF_WHICH = in_any_case(r"\bof\s+(?:which|these|those|them|this|that|it)\b")
_COUNTED = in_any_case(
    r"(?:[\s-]*+(?!(?:around|in|at|by|near|from|across|during|before|after|since|until)(?![^\W_]))[^\W\d_][\w’'-]*+){0,7}"
)


# Words that say only how a value changes, or that it is a share, do not name what is measured.
_MEASURED = in_any_case(
    r"(?<![^\W_])(?!(?:rose|fell|grow\w*|increas\w*|decreas\w*|cut|holds?|worth|valu\w+|rates?|area|share\w*)(?![^\W_]))"
    rf"(?:{words_in('en')['measures']}"
    r"|injur\w+|wounded|(?:ex|im)ported|sold|bought|shipped|missing|homeless|evacuat\w+|arrest\w*|infect\w+|hospitali[sz]\w+)(?![^\W_])"
)


class Setting:
    """The words around one number of a draft, compared with what a figure says."""

    def __init__(self, context: VerificationContext, span: Span, unit: Unit | None) -> None:
        """`unit` is that of the number, if one is printed after it."""
        self._dossier, self._draft, self._names = context.dossier, context.draft, context.names
        self._topics, self._periods, self._span, self._unit = context.topics, context.periods, span, unit
        self._place = place = self._draft.place(span)
        self.attribution = Attribution(context, place, span)
        self.subjects = Subjects(context, self.attribution, place, span)

    def subject(self, figure: Figure) -> str:
        """Whether the draft gives a number to the subject of a figure."""
        found = self.subjects.of(figure)
        only = found == UNKNOWN and self.measure(figure.measure) is True and self.subjects.is_only(figure)
        return WEAK if only else found

    # The measure

    @cached_method
    def measure(self, measure: str) -> bool | None:
        """Whether the words around a number are about a measure: None if they do not say what it is."""
        if self.must_name(measure):
            return self._topics.is_among(measure, self._spoken_as_counted)
        words = self._words(self._place.clause)
        spoken = self._topics.is_among(measure, self._topics.spoken_of(words), words)
        if spoken is None and self._place.clause != self._place.part:
            words = self._words(self._place.part)
            spoken = self._topics.is_among(measure, self._topics.spoken_of(words), words)
        # Further away, words may belong to another number: they can speak for a measure only.
        return True if spoken is None and measure in self._spoken_of else spoken

    @property
    def measures(self) -> set[str]:
        """The measures that the words of the sentence speak for."""
        return self._spoken_of | self._spoken_as_counted

    @cached_property
    def _spoken_as_counted(self) -> set[str]:
        return self._topics.spoken_of(self._counted)

    @cached_property
    def _spoken_of(self) -> set[str]:
        return self._topics.spoken_of(self._words(self._place.sentence))

    def must_name(self, measure: str) -> bool:
        """Whether what a measure counts must be named: its unit is not printed after the number."""
        return self._topics.counts(measure) and not (self._unit and self._unit.written)

    def is_about_another(self, measure: str) -> bool:
        """Whether the sentence has words for another measure of the same unit, and none for this one."""
        return self._topics.is_among(measure, self._spoken_of) is False

    def foreign_measure(self, figure: Figure) -> str | None:
        """A word for what is measured near a number, if neither a figure’s measure nor its sources have such a word."""
        theirs = self._topics.senses(figure.id)
        if word := opposite(self._senses, theirs):
            return word
        word = self._foreign(figure.measure)
        if word is None or is_meant(word, theirs):
            return None
        return None if shared([word.lower()], set().union(*map(words_of, self._sentences(figure)))) else word

    @cached_property
    def _senses(self) -> Senses:
        named = [span for span, _ in self._names.within(self._place.part)]
        return senses(text_within(self._draft.text, self._place.part, named)) if self._is_english else {}

    @property
    def _is_english(self) -> bool:
        return self._draft.language is None or self._draft.language.is_english

    def _foreign(self, measure: str) -> str | None:
        part, words, topics = self._place.part, self._words(self._place.part), self._topics
        if topics.is_named(measure, words, whole=True):
            return None
        if other := topics.other_kind(measure, self._draft.text[slice(*part)]):
            return other
        if not self._is_english:
            return None
        if not topics.is_named(measure, words):
            for match in _MEASURED.finditer(self._draft.text, *part):
                inside = any(span.overlaps(Span(*match.span())) for span, _ in self._names.within(part))
                if not inside and not shared([match[0].lower()], topics.words(measure)):
                    return match[0]
        return topics.other_share(measure, words, set().union(*map(self._words, self.subjects.near)))

    def _words(self, stretch: Span) -> set[str]:
        """The words of a stretch that are not names."""
        named = [span for span, _ in self._names.within(stretch)]
        return words_of(text_within(self._draft.text, stretch, named))

    @cached_property
    def _counted(self) -> set[str]:
        """The words that say what a number counts: those after it; if these do not say so, also those before it."""
        text, (start, end) = self._draft.text, self._span
        # Homes around the airport are no jobs around it.
        following = _COUNTED.match(text, end, self._place.clause.end)
        words = words_of(following[0]) if following else set()
        following_words = self._words(Span(end, end + len(following[0]))) if following else set()
        # In “killed 5 people in Sund”, people does not say what is counted.
        return words if following_words - GENERAL else words | words_of(text[self._place.part.start : start])

    # The period

    def period(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by its period; None if it may be."""
        if figure.sorting_date is not None:
            since = _SINCE.search(self._draft.text, *self._place.part)
            first = figure.sorting_date.partition("/")[0] if "/" in figure.sorting_date else ""
            if since and first[:4].isdecimal() and first[:4] != since[1]:
                return f"the draft counts from {since[1]}, the source from {first}"
            return deviation(figure.sorting_date, self._dates)
        printed = "\n".join(self._sentences(figure))
        close = [date for date in self._periods.within(self._place.part) if date[:4] not in printed]
        return f"the draft dates it to {', '.join(sorted(set(close)))}, the source does not date it" if close else None

    def open_period(self, figure: Figure) -> str:
        """Why it is open whether the period of a number is that of a figure; empty if it is not."""
        if figure.sorting_date is None:
            return ""
        if is_finer(figure.sorting_date, self._dates):
            return f"the draft gives a part of the source’s period, {edtf.parse(figure.sorting_date)}"
        vague = None if self._dates else self._periods.vague(self._place.segment)
        return (
            f"“{vague}” may be another period than {edtf.parse(figure.sorting_date)}, that of the source"
            if vague
            else ""
        )

    @cached_property
    def _dates(self) -> list[str]:
        """The dates of a number (EDTF): its own, those in its part of the sentence, else in a larger part."""
        stretches = (self._place.part, self._place.segment, Span(self._place.sentence.start, self._span.start))
        return next(filter(None, map(self._periods.within, (*self._between_numbers, *stretches))), [])

    @property
    def _between_numbers(self) -> list[Span]:
        """What is between a number and those before and after it, where each of several has a date of its own.

        Dates come after their numbers (5 in 2022 and 6 in 2023), unless one comes before the first.
        """
        part = self._place.part
        numbers = self._draft.numbers_in(part)
        if len(numbers) < 2 or len(set(self._periods.within(part))) < 2:
            return []
        before, after = gaps_beside(self._span, numbers, part)
        dates_first = bool(self._periods.within(Span(part.start, numbers[0].start)))
        return [before, after] if dates_first else [after, before]

    def is_dated(self) -> bool:
        """Whether the sentence has a year that may date a number."""
        return bool(self._dates)

    # The material, and whether it is real yet

    def material(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by its material; None if it may be."""
        here = self._names.materials(self._place.part)
        earlier = self._names.materials(Span(self._place.sentence.start, self._place.part.start))
        if not _OF_WHICH.search(self._draft.text, *self._place.part):
            # That of another number is not this one’s: 8,000 tons of concentrate.
            numbers = self._draft.numbers_in(self._place.sentence)
            earlier = [(span, id) for span, id in earlier if not any(self._is_of(number, span) for number in numbers)]
        named = {id for span, id in here if self._is_of(self._span, span)} or {id for _, id in here or earlier[-1:]}
        if figure.material is None:
            named &= self._topics.materials(figure.measure, figure.subject)
        if not named or figure.material in named:
            return None
        draft = listed(sorted(self._dossier.name_of(id) for id in named))
        return f"the draft gives it for {draft}, the source for {self._dossier.name_of(figure.material) or 'all'}"

    def leaves_material_open(self, figure: Figure) -> bool:
        """Whether a figure is for another material than most of the dossier, which is named nowhere near."""
        if figure.material in (None, self._topics.main_material):
            return False
        stretches = (*self.subjects.near, *self._draft.headings(self._span))
        return all(id != figure.material for stretch in stretches for _, id in self._names.materials(stretch))

    def scope(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by what it is limited to; None if it may be."""
        words = self._words(self._place.part)
        for scope in sorted(filter(None, self._topics.scopes[figure.measure, figure.subject] - {figure.scope})):
            other = words_of(scope) - words_of(figure.scope or "")
            if other and shared(other, words) == other:
                return (
                    f"the draft limits it to {scope}, the source {f'to {figure.scope}' if figure.scope else 'does not'}"
                )
        return None

    def leaves_scope_open(self, figure: Figure) -> bool:
        """Whether a figure is limited in a way that another of its measure and subject is not, and the draft is not."""
        if not figure.scope or len(self._topics.scopes[figure.measure, figure.subject]) == 1:
            return False
        near = set().union(*map(self._words, self.subjects.near))
        return not shared(words_of(figure.scope), near)

    def _is_of(self, number: Span, material: Span) -> bool:
        """Whether “of” joins a material to a number."""
        start = max(number.end, material.start)
        return number.end <= material.start and _OF.fullmatch(self._draft.text, number.end, start) is not None

    def nature(self, figure: Figure) -> str | None:
        """Why a number that the source gives as possible or planned is not the draft’s: that one states a fact."""
        if figure.nature not in NOT_YET:
            return None
        text = self._draft.text
        end = _GOES_ON.search(text, self._span.end, self._place.segment.end)
        pattern = not_yet(code_of(self._draft.language))
        said = text[self._place.segment.start : end.start() if end else self._place.segment.end]
        if pattern.search(said):
            return None
        return f"the draft states it as a fact, the source gives a {figure.nature}"

    # Whether it is denied, or moves

    def direction(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by where it moves: up to it, or down; None if it may be."""
        ours, theirs = self._polarity, self._polarity_of(figure)
        if ours.up and theirs.down and not (ours.down or theirs.up):
            return f"the draft says “{ours.up}”, the source “{theirs.down}”"
        if ours.down and theirs.up and not (ours.up or theirs.down):
            return f"the draft says “{ours.down}”, the source “{theirs.up}”"
        if (own := _COMPARED.match(self._draft.text, self._span.end)) is None:
            return None
        printed = [_COMPARED.match(text, end) for text, _, end in self._printed(figure)]
        opposed = next((each for each in printed if each and each.lastgroup != own.lastgroup), None)
        same = any(each and each.lastgroup == own.lastgroup for each in printed)
        return f"the draft says “{own[0].strip()}”, the source “{opposed[0].strip()}”" if opposed and not same else None

    def open_polarity(self, figure: Figure) -> str:
        """Why it is open whether the draft says of a number what the source says; empty if it is not."""
        ours, theirs = self._polarity, self._polarity_of(figure)
        if ours.denial and not theirs.denial:
            return f"the draft says “{ours.denial}”, the source does not"
        moves = ours.up or ours.down
        is_level = not self._dossier.measures[figure.measure].changes
        if (
            moves
            and is_level
            and _is_by(self._draft.text, self._span.start)
            and not any(_is_by(text, start) for text, start, _ in self._printed(figure))
        ):
            return f"the draft says by how much it changed (“{moves}”), the source how much it is"
        return f"the draft says “{moves}”, the source does not" if moves and is_level and not any(theirs[1:]) else ""

    @cached_property
    def _polarity(self) -> Polarity:
        return polarity_of(self._draft.text[self._place.part.start : self._span.start], self._draft.language)

    def _polarity_of(self, figure: Figure) -> Polarity:
        """The polarity of the sentences that print a figure."""
        language = known_language(self._dossier.articles[figure.sources[0].article].language)
        return polarity_of("\n".join(self._sentences(figure)), language)

    def _printed(self, figure: Figure) -> Iterator[tuple[str, int, int]]:
        """The texts that print a figure, and where its number starts and ends in each."""
        texts = ((self._dossier.documents[each.article].text, each.number) for each in figure.sources)
        return ((text, *number) for text, number in texts if number)

    def _sentences(self, figure: Figure) -> Iterator[str]:
        """The sentences that print a figure."""
        texts = (self._dossier.documents[each.article] for each in figure.sources)
        return (text[text.sentence_around(each.quote)] for text, each in zip(texts, figure.sources, strict=True))


def _is_by(text: str, start: int) -> bool:
    """Whether a word like “by” comes before a number, so that it says how much something changed."""
    return _BY.search(text, max(start - _BY_WITHIN, 0), start) is not None
