"""What a number of a draft is about, by the names around it."""

import re
from functools import cached_property
from itertools import islice, pairwise

from tui.dossier.records import Figure
from tui.text.lazy_pattern import in_any_case
from tui.text.span import Span
from tui.verify.attribution import Attribution
from tui.verify.context import VerificationContext
from tui.verify.draft import ItemPlace

_SENTENCES_BACK = 8
"""How many sentences before its own may name the subject of a number."""

_AND = in_any_case(r"\s*(?:and|und|et|y|e|en|и|та|as\s+well\s+as)\s+(?:(?:the|die|la|le|les|el|los)\s+)?")
_IN = in_any_case(r"(?:(?:\s++(?:of\s++)?[^\W\d_]++){0,4}\s++|\s++(?:(?:lie|lies|are|is)\s*+)?)in\s++(?:the\s++)?\Z")
_HAS = re.compile(r"['’]s?\s+(?:[^\W\d_]+\s+){0,2}\Z")
YES, WEAK, UNKNOWN, NO = "yes", "weak", "unknown", "no"


class Subjects:
    """Whom or what one number of a draft is about."""

    def __init__(self, context: VerificationContext, attribution: Attribution, place: ItemPlace, span: Span) -> None:
        self._draft, self._names, self._topics = context.draft, context.names, context.topics
        self._attribution, self._place, self._span = attribution, place, span

    def of(self, figure: Figure) -> str:
        """Whether the draft gives a number to the subject of a figure."""
        # The speaker is not another subject: the authority counted 31.
        here, before = (ids - {figure.claimant} | ids & {figure.subject} for ids in self._named)
        if not here and self.unknown:
            return UNKNOWN
        if named := here or before:
            if figure.subject in named or self._is_within(figure, named):
                return YES
            # “Its plant makes …, its market takes …”: what a part before names may be a part of the subject.
            within = any(figure.subject in self._names.with_ancestors(id) for id in named)
            return WEAK if within and not here else NO
        around = set().union(self._in_headings, *self._around)
        if self._is_named_near(figure) or self._names_claimant_of_subject(figure) or self._is_within(figure, around):
            return WEAK
        return UNKNOWN

    @cached_property
    def unknown(self) -> str | None:
        """A name that the dossier does not have, where the sentence names no other subject: it may be the subject."""
        here, before = self._named
        if here:
            return None
        return self._names.unknown(self._place.part) or (None if before else self._names.unknown(self._before))

    @cached_property
    def _named(self) -> tuple[set[str], set[str]]:
        """The subjects that the sentence gives for a number: those of its part, and of the parts before it.

        After a semicolon, or words like while, a sentence starts again.
        """
        text, span = self._draft.text, self._span
        here = self._names.subjects(self._place.part)
        for place, id in here:
            if place.start >= span.end and _IN.match(text, span.end, place.start):
                return {id}, set()
            if place.end <= span.start and _HAS.match(text, place.end, span.start):
                return {id}, set()
        if self._place.clause != self._place.part and (
            own := {id for place, id in self._names.subjects(self._place.clause) if place.end <= span.start}
        ):
            # “Russia produced 2,600 tons and China 240,000.”
            return own, set()
        return {id for _, id in here}, {id for _, id in self._names.subjects(self._before)}

    @property
    def _before(self) -> Span:
        """The parts before that of a number, from where the sentence starts again."""
        return Span(min(self._place.segment.start, self._place.part.start), self._place.part.start)

    def _is_named_near(self, figure: Figure) -> bool:
        """Whether the subject of a figure is named near, with nothing nearer that the measure is known of as well."""
        rivals = self._topics.subjects(figure.measure, figure.material) - {figure.subject}
        for above in self._around:
            if figure.subject in above:
                return True
            if above & rivals:
                break
        return any(figure.subject in self._names.with_ancestors(id) for id in self._in_headings)

    @cached_property
    def _around(self) -> list[set[str]]:
        """The subjects of the sentence and of those before it, the nearest first, with their places."""
        named = map(self._names.subjects, self.near)
        return [{above for _, id in each for above in self._names.with_ancestors(id)} for each in named]

    @cached_property
    def _in_headings(self) -> set[str]:
        return {id for each in self._draft.headings(self._span) for _, id in self._names.subjects(each)}

    @cached_property
    def around(self) -> set[str]:
        """Everything named near that may be the subject, with its places, and whom those who speak speak of."""
        speakers = self._attribution.claimants(self._place.sentence)
        named = set().union(speakers, self._in_headings, *self._named, *self._around)
        alone = {
            id for _, material in self._names.materials(self._place.sentence) for id in self._topics.alone[material]
        }
        spoken_of = (self._topics.subjects_by[id] for id in speakers)
        return {
            *(above for id in named for above in self._names.with_ancestors(id)),
            *(id for id in alone if not named.isdisjoint(self._names.with_ancestors(id))),
            *(id for ids in spoken_of if len(ids) == 1 for id in ids),
        }

    @cached_property
    def near(self) -> list[Span]:
        """The part of the sentence, what is before it, the sentences before, and last what is after it."""
        segment, sentence = self._place.segment, self._place.sentence
        before = islice(self._draft.before(self._span), _SENTENCES_BACK)
        return [segment, Span(sentence.start, segment.start), *before, Span(segment.end, sentence.end)]

    def _is_within(self, figure: Figure, named: set[str]) -> bool:
        """Whether the subject is the only one for its material within what is named: the one plant for gallium."""
        if not figure.material or not named & self._names.with_ancestors(figure.subject):
            return False
        only = self._topics.subjects(figure.measure, figure.material) == {figure.subject}
        return only and any(id == figure.material for _, id in self._names.materials(self._place.sentence))

    def shares(self, figure: Figure) -> str | None:
        """Who a number is given to together with the subject of a figure: India, in “India and Brazil each hold”."""
        if figure.subject not in self._named[0]:
            return None
        named = self._names.within(Span(self._place.part.start, self._span.start))
        for (first, one), (second, other) in pairwise(named):
            pair = {self._names.stands_for(one): one, self._names.stands_for(other): other}
            if figure.subject in pair and len(pair) == 2 and _AND.fullmatch(self._draft.text, first.end, second.start):
                return next(id for meant, id in pair.items() if meant != figure.subject)
        return None

    def _names_claimant_of_subject(self, figure: Figure) -> bool:
        """Whether the claimant is named and speaks of the subject only: a country’s ministry."""
        claimant = figure.claimant
        if claimant is None or claimant not in self._attribution.claimants(self._place.sentence):
            return False
        only = self._topics.subjects_by[claimant] == {figure.subject}
        return only or figure.subject in self._names.with_ancestors(claimant)

    def names_sole_claimant(self, figure: Figure) -> bool:
        """Whether the claimant of a figure is named, and speaks of its subject only."""
        claimant = figure.claimant or ""
        return self._attribution.is_to(figure) and self._topics.subjects_by[claimant] == {figure.subject}

    def is_only(self, figure: Figure) -> bool:
        """Whether the measure is known of one subject only, and the draft has named no other yet."""
        named = self._in_headings or any(self._around)
        return not named and not self.unknown and self._topics.has_one_subject(figure.measure)
