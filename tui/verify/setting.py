"""What the words around a number say about it: its subject, claimant, period, material, and whether it is real yet."""

import re
from functools import cached_property
from itertools import islice

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.text.span import Span
from tui.verify.attribution import Attribution
from tui.verify.draft import Draft
from tui.verify.names import DraftNames
from tui.verify.periods import Periods, deviation, is_finer
from tui.verify.topics import Topics, text_within
from tui.verify.words import words_of

_SENTENCES_BACK = 8
"""How many sentences before its own may name the subject of a number."""

_UNTIL = r"(?:by|bis|d['’]ici(?:\s+à)?|para|hasta|entro|até|tegen|к|до)\s+20\d\d"
_NOT_YET = {
    "en": r"could|can|may|might|would|will|possible|aim(?:s|ed|ing)?|plan(?:s|ned)?|target(?:s|ed)?|want(?:s|ed)?"
    r"|hope(?:s|d)?|expect(?:s|ed)?|is\s+to|are\s+to|goal|potential(?:ly)?|demand(?:s|ed)?|offer(?:s|ed)?"
    r"|propos(?:es?|ed|al)|should",
    "de": r"soll(?:en|te|ten)?|könnten?|würden?|will|wollen|strebt|erwartet|rechnet|ziel|plant|prognose",
    "fr": r"vise|pourrai(?:t|ent)|devrai(?:t|ent)|veut|objectif|prévoit|projette|espère",
    "es": r"aspira|podrían?|deberían?|quiere|objetivo|prevé|pretende|espera",
    "it": r"potrebbe|punta|mira|obiettivo|prevede|vuole",
    "pt": r"poderia|pretende|visa|quer|objetivo|prevê",
    "nl": r"zou|wil|mikt|doel|verwacht",
    "ru": r"может|планирует|намерен[аы]?|цель|ожидает|должен",
    "uk": r"може|планує|намірен[аи]?|мета|очікує|має",
}
"""Words of each language for what is not so yet, or may be."""

_GOES_ON = re.compile(r"\b(?:and|but|or)\b")
_OF = re.compile(r"\s+(?:of|in)\s+(?:(?:the|its|all|finished|their|these)\s+)*\Z", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof\s+(?:which|these|those|them|this|that|it)\b", re.IGNORECASE)
_IN = re.compile(
    r"(?:(?:\s++(?:of\s++)?[^\W\d_]++){0,4}\s++|\s++(?:(?:lie|lies|are|is)\s*+)?)in\s++(?:the\s++)?\Z", re.IGNORECASE
)
_HAS = re.compile(r"['’]s?\s+(?:[^\W\d_]+\s+){0,2}\Z")
_FUTURE = ("target", "forecast", "potential")

YES, WEAK, UNKNOWN, NO = "yes", "weak", "unknown", "no"


class Setting:
    """The words around one number of a draft, set against what a figure says."""

    def __init__(
        self,
        dossier: Dossier,
        draft: Draft,
        names: DraftNames,
        topics: Topics,
        periods: Periods,
        span: Span,
        unit: Unit | None,
    ) -> None:
        """`unit` is that of the number, if one is printed behind it."""
        self._dossier, self._draft, self._names, self._topics, self._span = dossier, draft, names, topics, span
        self._periods, self._unit = periods, unit
        self._measures: dict[str, bool | None] = {}
        self._place = place = draft.place(span)
        self.attribution = Attribution(dossier, draft, names, topics, place)

    # The subject

    def subject(self, figure: Figure) -> str:
        """Whether the draft gives a number to the subject of a figure."""
        # Who says it is no other subject: the authority counted 31.
        here, before = (ids - {figure.claimant} | ids & {figure.subject} for ids in self._named)
        if not here and self.stranger:
            return UNKNOWN
        if named := here or before:
            if figure.subject in named or self._is_within(figure, named):
                return YES
            # “Its plant makes …, its market takes …”: what a part before names may be a part of the subject.
            within = any(figure.subject in self._names.upward(id) for id in named)
            return WEAK if within and not here else NO
        around = set().union(self._in_headings, *self._around)
        if self._is_named_near(figure) or self._speaks_for_subject(figure) or self._is_within(figure, around):
            return WEAK
        if self._is_only_subject(figure):
            return WEAK
        return UNKNOWN

    @cached_property
    def stranger(self) -> str | None:
        """A name that the dossier does not have, where the sentence names no other subject: it may be the subject."""
        here, before = self._named
        if here:
            return None
        return self._names.unknown(self._place.part) or (None if before else self._names.unknown(self._before))

    @cached_property
    def _named(self) -> tuple[set[str], set[str]]:
        """The subjects that the sentence gives for a number: those of its part, and of the parts before it.

        Behind a semicolon, or words like while, a sentence begins anew.
        """
        text, span = self._draft.text, self._span
        here = self._names.subjects(self._place.part)
        for place, id in here:
            if place.start >= span.end and _IN.match(text, span.end, place.start):
                return {id}, set()
            if place.end <= span.start and _HAS.match(text, place.end, span.start):
                return {id}, set()
        return {id for _, id in here}, {id for _, id in self._names.subjects(self._before)}

    @property
    def _before(self) -> Span:
        """The parts before that of a number, from where the sentence begins anew."""
        return Span(min(self._place.segment.start, self._place.part.start), self._place.part.start)

    def _is_named_near(self, figure: Figure) -> bool:
        """Whether the subject of a figure is named near, with nothing nearer that the measure is known of as well."""
        rivals = self._topics.subjects(figure.measure, figure.material) - {figure.subject}
        for above in self._around:
            if figure.subject in above:
                return True
            if above & rivals:
                break
        return any(figure.subject in self._names.upward(id) for id in self._in_headings)

    @cached_property
    def _around(self) -> list[set[str]]:
        """The subjects of the sentence and of those before it, the nearest first, with their places."""
        named = map(self._names.subjects, self._near)
        return [{above for _, id in each for above in self._names.upward(id)} for each in named]

    @cached_property
    def _in_headings(self) -> set[str]:
        return {id for each in self._draft.headings(self._span) for _, id in self._names.subjects(each)}

    @cached_property
    def _near(self) -> list[Span]:
        """The part of the sentence, what is before it, the sentences before, and last what is behind it."""
        segment, sentence = self._place.segment, self._place.sentence
        before = islice(self._draft.before(self._span), _SENTENCES_BACK)
        return [segment, Span(sentence.start, segment.start), *before, Span(segment.end, sentence.end)]

    def _is_within(self, figure: Figure, named: set[str]) -> bool:
        """Whether the subject is the only one for its material within what is named: the one plant for gallium."""
        if not figure.material or not named & self._names.upward(figure.subject):
            return False
        only = self._topics.subjects(figure.measure, figure.material) == {figure.subject}
        return only and any(id == figure.material for _, id in self._names.materials(self._place.sentence))

    def _speaks_for_subject(self, figure: Figure) -> bool:
        """Whether the claimant is named and speaks of the subject only: a country’s ministry."""
        claimant = figure.claimant
        if claimant is None or claimant not in self.attribution.claimants(self._place.sentence):
            return False
        only = self._topics.subjects_by(claimant) == {figure.subject}
        return only or figure.subject in self._names.upward(claimant)

    def names_its_voice(self, figure: Figure) -> bool:
        """Whether the claimant of a figure is named, and speaks of its subject only."""
        claimant = figure.claimant or ""
        return self.attribution.is_to(figure) and self._topics.subjects_by(claimant) == {figure.subject}

    def _is_only_subject(self, figure: Figure) -> bool:
        """Whether the measure is named, is known of one subject only, and the draft has named no other yet."""
        named = self._in_headings or any(self._around)
        return not named and self.measure(figure.measure) is True and self._topics.has_one_subject(figure.measure)

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
        spoken = self._topics.speaks_for(measure, self._words(self._place.part))
        # Further away, words may belong to another number: they can speak for a measure only.
        return True if spoken is None and self._topics.evidence(measure, self._words(self._place.sentence)) else spoken

    def is_about_another(self, measure: str) -> bool:
        """Whether the sentence has words for another measure of the same unit, and none for this one."""
        return self._topics.speaks_for(measure, self._words(self._place.sentence)) is False

    def _words(self, stretch: Span) -> set[str]:
        """The words of a stretch that are no names."""
        named = [span for span, _ in self._names.within(stretch)]
        return words_of(text_within(self._draft.text, stretch, named))

    @cached_property
    def _counted(self) -> set[str]:
        """The words that say what a number counts: those behind it or, if there are none, those before it."""
        text = self._draft.text
        behind = re.match(r"(?:[\s-]*[^\W\d_][\w’'-]*){0,7}", text[self._span.end : self._place.part.end])
        words = words_of(behind[0]) if behind else set()
        return words or words_of(text[self._place.part.start : self._span.start])

    # The period

    def period(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by its period; None if it may be."""
        if figure.sorting_date is not None:
            return deviation(figure.sorting_date, self._dates)
        close = self._periods.within(self._place.part)
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
        """The dates of a number (EDTF): those in its part of the sentence, else in a larger part."""
        stretches = (self._place.part, self._place.segment, Span(self._place.sentence.start, self._span.start))
        return next(filter(None, map(self._periods.within, stretches)), [])

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
            earlier = [
                (span, id)
                for span, id in earlier
                if not any(self._is_of(item.span, span) for item in self._draft.numbers)
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
        stretches = (*self._near, *self._draft.headings(self._span))
        return all(id != figure.material for stretch in stretches for _, id in self._names.materials(stretch))

    def _is_of(self, number: Span, material: Span) -> bool:
        """Whether “of” joins a material to a number."""
        start = max(number.end, material.start)
        return number.end <= material.start and _OF.fullmatch(self._draft.text, number.end, start) is not None

    def nature(self, figure: Figure) -> str | None:
        """Why a number that the source gives as possible or planned is not the draft’s: that one states a fact."""
        if figure.nature not in _FUTURE:
            return None
        text = self._draft.text
        end = _GOES_ON.search(text, self._span.end, self._place.segment.end)
        language = self._draft.language
        words = _NOT_YET.get(language.code if language else "en", "(?!)")
        said = text[self._place.segment.start : end.start() if end else self._place.segment.end]
        if re.search(rf"(?<![^\W_])(?:{words}|{_UNTIL})(?![^\W_])", said, re.IGNORECASE):
            return None
        return f"the draft states it as a fact, the source gives a {figure.nature}"
