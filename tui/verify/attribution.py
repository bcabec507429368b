"""Whom a draft gives a number to."""

import re
from functools import cached_property

from tui.dossier.records import Figure
from tui.items.speech import SPEAKERS, Said
from tui.text.listed import listed
from tui.text.span import Span, gaps_beside
from tui.verify.context import VerificationContext
from tui.verify.draft import ItemPlace
from tui.verify.words import shared, words_of

_OPENING = 5
"""Characters at the start of a sentence within which its first name begins: the Department."""

_BODY = re.compile(r"\s*(?:(?:The|An?|the|an?)\s)?[A-Z][^\W_]*+(?:(?<=[A-Z]{2})|(?<=[^\W_]{2})\s(?:for\s|of\s)?[A-Z])")
"""A name of several words, or of capitals."""

_SOURCE_WITHIN = 60
"""Characters after “according to” in which a source is named."""


class Attribution:
    """Whom the words around one number of a draft name as its source."""

    def __init__(self, context: VerificationContext, place: ItemPlace, span: Span) -> None:
        self._dossier, self._draft, self._names = context.dossier, context.draft, context.names
        self._topics, self._place, self._span = context.topics, place, span

    def claimants(self, stretch: Span) -> set[str]:
        """Who a stretch of the draft names as the source of a number."""
        found = set()
        for span, id in self._names.within(stretch):
            meant = {id, self._names.stands_for(id)}
            if meant & self._topics.subjects_named and not self._names.speaks(span):
                # Figures are about it as well: it is the source only where it is said to speak.
                continue
            if said := {id for id in meant if id in self._topics.claimants}:
                found |= said
            elif self._dossier.entities[id].type in SPEAKERS and self._names.speaks(span):
                found |= {id} - self._topics.subjects_named
        return found

    def is_to(self, figure: Figure) -> bool:
        """Whether the draft gives a number to the claimant of a figure."""
        return figure.claimant is not None and figure.claimant in (self._here or self.claimants(self._place.segment))

    @cached_property
    def _here(self) -> set[str]:
        """Whom the number’s part of the sentence names; where several numbers have one each, the one beside it.

        Sources follow their numbers (5, Alpha said, or 6, according to Beta), unless one comes before the first.
        """
        segment, span = self._place.segment, self._span
        if here := self.claimants(self._place.part):
            return here
        numbers = self._draft.numbers_in(segment)
        if len(numbers) < 2 or len(self.claimants(segment)) < 2:
            return set()
        before, after = gaps_beside(span, numbers, segment)
        return self.claimants(before if self.claimants(Span(segment.start, numbers[0].start)) else after)

    def is_to_unknown(self, figure: Figure) -> bool:
        """Whether the draft attributes a number to somebody whom the dossier does not have, and not to its claimant."""
        text, stretch = self._draft.text, self._place.segment
        opening = Span(stretch.start, stretch.start + _OPENING)
        if self._names.unknown(opening) and not self.is_to(figure) and _BODY.match(text, stretch.start):
            # “The Department for Transport puts it at …”; but a German paper is any.
            return True
        if any(self._is_unknown_body(said, figure) for said in self._names.speech.each(text, stretch, (), owned=True)):
            return True
        for end in self._names.speech.sources(text, self._place.segment):
            named = Span(end, min(end + _SOURCE_WITHIN, self._place.segment.end))
            if not any(span.start < named.end for span, _ in self._names.within(Span(end, self._place.segment.end))):
                return True
        return False

    def _is_unknown_body(self, said: Said, figure: Figure) -> bool:
        """Whether a body without a name speaks that is no body like the claimant of a figure: the ministry."""
        if not said.certain or any(span.overlaps(said.who) for span, _ in self._names.within(said.span)):
            return False
        claimant = self._dossier.entities.get(figure.claimant or "")
        names = (claimant.name, *claimant.aliases, *claimant.also) if claimant else ()
        return not shared(words_of(self._draft.text[slice(*said.who)]), words_of(" ".join(names)))

    def _handing_on(self, figure: Figure) -> set[str]:
        """Those who pass a figure on: the `via` of its sources, and the publishers of the articles."""
        articles = self._dossier.articles
        published = {articles[source.article].publisher for source in figure.sources}
        return {id for id in (*published, *(via for source in figure.sources for via in source.via)) if id}

    def deviation(self, figure: Figure) -> str | None:
        """Why a number is not a figure’s by who says it; None if it may be."""
        here = self._here
        own = figure.claimant == figure.subject and any(
            id == figure.subject for _, id in self._names.subjects(self._place.part)
        )
        named = here or (set() if own else self.claimants(self._place.segment))
        # Those who quote or print the claimant are not other sources.
        named -= self._handing_on(figure) - {figure.claimant}
        if figure.claimant in named or (own and not here):
            # A subject that is its own claimant needs no other source: Sund counted 6 million, Kalmar 18 million.
            return None
        if not named:
            before = self.claimants(Span(self._place.sentence.start, self._place.part.start))
            if figure.claimant is None or not before or figure.claimant in before:
                return None
            named = before
        draft = listed(sorted(self._dossier.name_of(id) for id in named))
        source = self._dossier.name_of(figure.claimant) or "nobody"
        return f"the draft attributes it to {draft}, the source to {source}"
