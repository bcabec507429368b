"""What the words around a number say about it: its subject, claimant, period, material, and whether it is real yet."""

import re
from functools import cached_property
from itertools import islice

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.text.span import Span
from tui.verify.draft import Draft
from tui.verify.names import DraftNames
from tui.verify.topics import Topics, text_within
from tui.verify.words import words_of

_SENTENCES_BACK = 8
"""How many sentences before its own may name the subject of a number."""

_SPEECH = (
    r"(?:sa(?:y|ys|id)|claim(?:s|ed)?|told|tells?|argu(?:es?|ed)|announc(?:es?|ed)|report(?:s|ed)?|declar(?:es?|ed)"
    r"|estimat(?:es?|ed)|puts?|count(?:s|ed)?|speaks?|spoke|insist(?:s|ed)?|stat(?:es?|ed)|warn(?:s|ed)?|promis(?:es?|ed))"
)
_SPEAKS = re.compile(rf"[^.;:]{{0,25}}?\b{_SPEECH}\b", re.IGNORECASE)
_SPOKEN_BY = re.compile(rf"(?:\baccording\s+to|\b{_SPEECH}|\bby)\s+(?:[^\W\d_.]+\s+){{0,3}}\Z", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\baccording\s+to\b", re.IGNORECASE)
_SOURCE_WITHIN = 60
"""Characters behind “according to” in which a source is named."""

_NOT_YET = re.compile(
    r"\b(?:could|can|may|might|would|will|possible|aim(?:s|ed|ing)?|plan(?:s|ned)?|target(?:s|ed)?|want(?:s|ed)?"
    r"|hope(?:s|d)?|expect(?:s|ed)?|is\s+to|are\s+to|goal|by\s+20\d\d|potential(?:ly)?|demand(?:s|ed)?|offer(?:s|ed)?|propos(?:es?|ed|al)|should)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:and|but|or)\b")
_OF = re.compile(r"\s+(?:of|in)\s+(?:(?:the|its|all|finished|their|these)\s+)*\Z", re.IGNORECASE)
_IN = re.compile(
    r"(?:(?:\s++(?:of\s++)?[^\W\d_]++){0,4}\s++|\s++(?:(?:lie|lies|are|is)\s*+)?)in\s++(?:the\s++)?\Z", re.IGNORECASE
)
_HAS = re.compile(r"['’]s?\s+(?:[^\W\d_]+\s+){0,2}\Z")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_FUTURE = ("target", "forecast", "potential")

YES, WEAK, UNKNOWN, NO = "yes", "weak", "unknown", "no"


class Setting:
    """The words around one number of a draft, set against what a figure says."""

    def __init__(
        self, dossier: Dossier, draft: Draft, names: DraftNames, topics: Topics, span: Span, unit: Unit | None
    ) -> None:
        """`unit` is that of the number, if one is printed behind it."""
        self._dossier, self._draft, self._names, self._topics, self._span = dossier, draft, names, topics, span
        self._unit = unit
        self._measures: dict[str, bool | None] = {}
        self.sentence, self.segment, self.part = draft.sentence(span), draft.segment(span), draft.part(span)

    # The subject

    def subject(self, figure: Figure) -> str:
        """Whether the draft gives a number to the subject of a figure."""
        # Who says it is no other subject: the authority counted 31.
        here, before = (ids - {figure.claimant} | ids & {figure.subject} for ids in self._named)
        named = here or before
        if named:
            if figure.subject in named or self._is_within(figure, named):
                return YES
            # “Its plant makes …, its market takes …”: what a part before names may be a part of the subject.
            within = any(figure.subject in self._names.upward(id) for id in named)
            return WEAK if within and not here else NO
        around = self._around
        if figure.subject in around or self._speaks_for_subject(figure) or self._is_within(figure, around):
            return WEAK
        return UNKNOWN

    @cached_property
    def _named(self) -> tuple[set[str], set[str]]:
        """The subjects that the sentence gives for a number: those of its part, and of the parts before it.

        Behind a semicolon, or words like while, a sentence begins anew.
        """
        text, span = self._draft.text, self._span
        here = self._names.subjects(self.part)
        for place, id in here:
            if place.start >= span.end and _IN.match(text, span.end, place.start):
                return {id}, set()
            if place.end <= span.start and _HAS.match(text, place.end, span.start):
                return {id}, set()
        before = Span(min(self.segment.start, self.part.start), self.part.start)
        return {id for _, id in here}, {id for _, id in self._names.subjects(before)}

    @cached_property
    def _around(self) -> set[str]:
        """The subjects of the sentences before, of the rest of the sentence, and of the headings, with their places."""
        named = {id for stretch in self._near for _, id in self._names.subjects(stretch)}
        return {above for id in named for above in self._names.upward(id)}

    @cached_property
    def _near(self) -> list[Span]:
        """The sentence, those before it, and the headings."""
        before = islice(self._draft.before(self._span), _SENTENCES_BACK)
        return [self.sentence, *before, *self._draft.headings(self._span)]

    def _is_within(self, figure: Figure, named: set[str]) -> bool:
        """Whether the subject is the only one for its material within what is named: the one plant for gallium."""
        if not figure.material or not named & self._names.upward(figure.subject):
            return False
        only = self._topics.subjects(figure.measure, figure.material) == {figure.subject}
        return only and any(id == figure.material for _, id in self._names.materials(self.sentence))

    def _speaks_for_subject(self, figure: Figure) -> bool:
        """Whether the claimant is named and belongs to the subject: a country’s ministry."""
        claimant = figure.claimant
        if claimant is None or claimant not in self.claimants(self.sentence):
            return False
        return figure.subject in self._names.upward(claimant)

    # The measure

    def measure(self, measure: str) -> bool | None:
        """Whether the words around a number are about a measure: None if they do not say what it is."""
        if measure not in self._measures:
            self._measures[measure] = self._about(measure)
        return self._measures[measure]

    def must_name(self, measure: str) -> bool:
        """Whether what a measure counts must be named: its unit is not printed behind the number."""
        return self._topics.counts(measure) and not (self._unit and self._unit.written)

    def _about(self, measure: str) -> bool | None:
        if self.must_name(measure):
            return self._topics.speaks_for(measure, self._counted)
        spoken = self._topics.speaks_for(measure, self._words(self.part))
        # Further away, words may belong to another number: they can speak for a measure only.
        return True if spoken is None and self._topics.evidence(measure, self._words(self.sentence)) else spoken

    def is_about_another(self, measure: str) -> bool:
        """Whether the sentence has words for another measure of the same unit, and none for this one."""
        return self._topics.speaks_for(measure, self._words(self.sentence)) is False

    def _words(self, stretch: Span) -> set[str]:
        """The words of a stretch that are no names."""
        named = [span for span, _ in self._names.within(stretch)]
        return words_of(text_within(self._draft.text, stretch, named))

    @cached_property
    def _counted(self) -> set[str]:
        """The words that say what a number counts: those behind it or, if there are none, those before it."""
        text = self._draft.text
        behind = re.match(r"(?:[\s-]*[^\W\d_][\w’'-]*){0,7}", text[self._span.end : self.part.end])
        words = words_of(behind[0]) if behind else set()
        return words or words_of(text[self.part.start : self._span.start])

    # The claimant

    def claimants(self, stretch: Span) -> set[str]:
        """Who a stretch of the draft names as the source of a number."""
        found = set()
        for span, id in self._names.within(stretch):
            meant = {id, self._names.stands_for(id)}
            if meant & self._topics.subjects_named and not self._speaks(span):
                # Figures are about it as well: it is the source only where it is said to speak.
                continue
            if meant & self._topics.claimants:
                found |= meant & self._topics.claimants
            elif self._dossier.entities[id].type == "person" and self._speaks(span):
                found.add(id)
        return found

    def names_claimant(self, figure: Figure) -> bool:
        """Whether the draft gives a number to the claimant of a figure."""
        return figure.claimant is not None and figure.claimant in (
            self.claimants(self.part) or self.claimants(self.segment)
        )

    def names_unknown_source(self) -> bool:
        """Whether the draft attributes a number to somebody whom the dossier does not have."""
        text = self._draft.text
        for match in _ATTRIBUTES.finditer(text, *self.segment):
            named = Span(match.end(), min(match.end() + _SOURCE_WITHIN, self.segment.end))
            if not any(span.start < named.end for span, _ in self._names.within(Span(match.end(), self.segment.end))):
                return True
        return False

    def _speaks(self, span: Span) -> bool:
        text = self._draft.text
        before = text[max(span.start - 40, 0) : span.start]
        return _SPEAKS.match(text, span.end) is not None or _SPOKEN_BY.search(before) is not None

    def claimant(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by who says it; None if it may be."""
        here = self.claimants(self.part)
        own = figure.claimant == figure.subject and any(
            id == figure.subject for _, id in self._names.subjects(self.part)
        )
        named = here or (set() if own else self.claimants(self.segment))
        if figure.claimant in named or (own and not here):
            # What is said of itself needs no other source: Sund counted 6 million, Kalmar 18 million.
            return None
        if not named:
            before = self.claimants(Span(self.sentence.start, self.part.start))
            if figure.claimant is None or not before or figure.claimant in before:
                return None
            named = before
        draft = " and ".join(sorted(self._dossier.name_of(id) for id in named))
        source = self._dossier.name_of(figure.claimant) or "nobody"
        return f"the draft attributes it to {draft}, the source to {source}"

    # The period

    def period(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by its period; None if it may be."""
        years, close = self.years, self._years(self.part)
        period = figure.sorting_date
        if period is None:
            return f"the draft dates it to {', '.join(sorted(close))}, the source does not date it" if close else None
        when = edtf.parse(period)
        if not years or any(when.touches_year(int(year)) for year in years):
            return None
        return f"the draft dates it to {', '.join(sorted(years))}, the source to {period}"

    @cached_property
    def years(self) -> set[str]:
        """The years of a number: those in its part of the sentence, else in a larger part."""
        for stretch in (self.part, self.segment, Span(self.sentence.start, self._span.start)):
            if years := self._years(stretch):
                return years
        return set()

    def is_dated(self) -> bool:
        """Whether the sentence has a year that may date a number."""
        return bool(self.years)

    def _years(self, stretch: Span) -> set[str]:
        return {match[0] for match in _YEAR.finditer(self._draft.text, *stretch)}

    # The material, and whether it is real yet

    def material(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by its material; None if it may be."""
        here = self._names.materials(self.part)
        earlier = self._names.materials(Span(self.sentence.start, self.part.start))
        # That of another number is not this one’s: 8,000 tons of concentrate.
        earlier = [
            (span, id) for span, id in earlier if not any(self._is_of(item.span, span) for item in self._draft.numbers)
        ]
        named = {id for span, id in here if self._is_of(self._span, span)} or {id for _, id in here or earlier[-1:]}
        if not named or figure.material is None or figure.material in named:
            return None
        draft = " and ".join(sorted(self._dossier.name_of(id) for id in named))
        return f"the draft gives it for {draft}, the source for {self._dossier.name_of(figure.material)}"

    def leaves_material_open(self, figure: Figure) -> bool:
        """Whether a figure is for another material than most of the dossier, which is named nowhere near."""
        if figure.material in (None, self._topics.main_material):
            return False
        return all(id != figure.material for stretch in self._near for _, id in self._names.materials(stretch))

    def _is_of(self, number: Span, material: Span) -> bool:
        """Whether “of” joins a material to a number."""
        start = max(number.end, material.start)
        return number.end <= material.start and _OF.fullmatch(self._draft.text, number.end, start) is not None

    def nature(self, figure: Figure) -> str | None:
        """Why a number that the source gives as possible or planned is not the draft’s: that one states a fact."""
        if figure.nature not in _FUTURE:
            return None
        text = self._draft.text
        end = _GOES_ON.search(text, self._span.end, self.segment.end)
        if _NOT_YET.search(text, self.segment.start, end.start() if end else self.segment.end):
            return None
        return f"the draft states it as a fact, the source gives a {figure.nature}"
