"""Who and what a draft names: mentions of the dossier’s entities, and names that it does not have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from tui.dossier.dossier import Dossier
from tui.dossier.records import Entity
from tui.items.denial import OTHERS
from tui.items.name_forms import ECONOMIC
from tui.items.name_kinds import country_names, is_country
from tui.items.names import joined_names, names_in, words_in_lower_case
from tui.items.speech import speech_in
from tui.languages.language import code_of
from tui.linking.names import Form, Names
from tui.text.cached_method import cached_method
from tui.text.grouping import grouped_sets
from tui.text.lazy_pattern import in_any_case
from tui.text.sorted_spans import Disjoint, starting_in, whether_inside
from tui.text.span import Span, without_overlaps
from tui.verify.draft import Draft

_BODIES = ("government", "organization", "company", "publication", "facility")
_NOUN = in_any_case(r"(?:\b(?:the|this|that|its|their|same|own)|['’]s)\s+([^\W\d_]{5,})(?![^\W_])")
_TITLED = re.compile(r"[Tt]he\s+([^\W\d_a-z]\w+\s+\w.*)")
_OF = re.compile(r"(?<!\s)\s+(?:of|for|on|de|des|du|di|da|del|für|van)(?=\s)")
_NOT_MEANT = in_any_case(
    r"\b(?:outside(?:\s+of)?|than|unlike|after|behind|except|besides|not|instead\s+of|rather\s+than|nicht|statt|non|pas)"
    r"\s+(?:(?:the|in)\s+)?\Z"
)
_ACTS = re.compile(
    r"(?<=['’]s)\s|(?<!s)\s(?:(?:also|alone|itself)\s)?(?:said|says|report(?:s|ed)|post(?:s|ed)|announce[sd]|employ(?:s|ed)"
    r"|produce[sd]|sells|sold|earn(?:s|ed)|own(?:s|ed)|mine[sd]|makes|made|holds|held(?!\s+by)|generate[sd]|export(?:s|ed)"
    r"|import(?:s|ed))(?![^\W_])"
)
"""What follows a name at the start of a sentence, and rarely another word: Orion reported, Orion’s sales."""

_FORMULAS = ("CO2", "CO₂", "CH4", "N2O", "NO2", "SO2", "H2", "H2O", "PM2.5", "PM10")
"""Substances, which are no subjects."""

_SAID_WITHIN = 40
"""Characters after a name in which a verb may say that it speaks."""

_UPWARD = ("located in", "part of", "state body of")


class DraftNames:
    """The mentions of entities in a draft, in order."""

    def __init__(self, dossier: Dossier, draft: Draft) -> None:
        self._dossier, self._draft, self.speech = dossier, draft, speech_in(code_of(draft.language))
        names = Names(self._forms())
        found = dict(names.find(draft.text))
        self.mentions = [(span, found[span]) for span in sorted(without_overlaps(found))]
        self.mentions = sorted([*self.mentions, *self._meant_by_nouns()])

    def _forms(self) -> Iterator[Form]:
        """The names to look for, also with a capital at the start of a sentence: those of the catalog come first."""
        owners: dict[str, str] = {}
        for names_of in (self._own, self._foreign):
            for entity in self._dossier.entities.values():
                for form in filter(None, names_of(entity)):
                    for written in dict.fromkeys((form, form[:1].upper() + form[1:])):
                        if owners.setdefault(written, entity.id) == entity.id:
                            yield Form(entity.id, written, entity.type == "material")

    def _own(self, entity: Entity) -> Iterable[str | None]:
        return entity.name, *entity.aliases, entity.short, *entity.also, *self._derived(entity)

    def _foreign(self, entity: Entity) -> Iterable[str]:
        """The names of a country in the language of the draft: Brasilien."""
        names = (entity.name, *entity.aliases, *entity.also) if entity.type == "country" else ()
        return country_names(names, code_of(self._draft.language)) if names else ()

    def _derived(self, entity: Entity) -> Iterator[str]:
        """Words that the curator marked as mentions and that name it everywhere: worldwide, the Kremlin leader."""
        for occurrence in self._marked.get(entity.id, ()):
            if occurrence.casefold().startswith(entity.name.casefold()):
                yield occurrence
            elif titled := _TITLED.fullmatch(occurrence):
                yield titled[1]

    @cached_property
    def _marked(self) -> dict[str, set[str]]:
        documents = self._dossier.documents
        mentions = (mention for each in self._dossier.mentions.values() for mention in each)
        return grouped_sets((each.record, documents[each.article][each.span]) for each in mentions)

    def _meant_by_nouns(self) -> Iterator[tuple[Span, str]]:
        """Bodies that a common noun of their name stands for: the ministry. Of several, the last one named."""
        having = [entity for entity in self._dossier.entities.values() if entity.type in _BODIES]
        heads = [(_head(form), body.id) for body in having for form in (body.name, body.short, *body.aliases) if form]
        bodies, nouns = grouped_sets(heads), grouped_sets((id, noun) for noun, id in heads)
        taken = Disjoint(span for span, _ in self.mentions)
        mentions = iter([*self.mentions, (Span(len(self._draft.text), len(self._draft.text)), "")])
        mentioned, named = next(mentions)
        last: dict[str, str] = {}
        for match in _NOUN.finditer(self._draft.text):
            span = Span(*match.span(1))
            while mentioned.start < span.start:
                last |= dict.fromkeys(nouns.get(named, ()), named)
                mentioned, named = next(mentions)
            meant = bodies.get(match[1], set())
            if meant and not taken.overlaps(span) and (match[1] in last or len(meant) == 1):
                yield span, last.get(match[1]) or min(meant)

    def within(self, stretch: Span) -> Sequence[tuple[Span, str]]:
        """The mentions in a stretch, in order."""
        return starting_in(self.mentions, stretch, itemgetter(0))

    @cached_method
    def speaks(self, span: Span) -> bool:
        """Whether the person named at a place speaks; not if only something of theirs is named, as in “the USGS’s”."""
        text = self._draft.text
        near = Span(span.end, min(span.end + _SAID_WITHIN, len(text)))
        following = next((other.start for other, _ in self.within(near)), near.end)
        owns = text.startswith(("’s", "'s"), span.end)
        return not owns and self.speech.of(text, span, Span(0, following)) is not None

    def subjects(self, stretch: Span) -> list[tuple[Span, str]]:
        """The mentions in a stretch of what a figure can be about; not those that are only compared with."""
        return [
            (span, self.stands_for(id))
            for span, id in self.within(stretch)
            if self._dossier.entities[self.stands_for(id)].type in self._subject_types
            and not _NOT_MEANT.search(self._draft.text, max(span.start - 20, 0), span.start)
            and not OTHERS.match(self._draft.text, span.end)
        ]

    def unknown(self, stretch: Span) -> str | None:
        """The first name in a stretch that the dossier does not have, and that is not only compared with."""
        text = self._draft.text
        for span in starting_in(self._unknown, stretch, lambda span: span):
            if not _NOT_MEANT.search(text, max(span.start - 20, 0), span.start):
                return text[slice(*span)].removesuffix("’s").removesuffix("'s")
        return None

    @cached_property
    def _unknown(self) -> list[Span]:
        """The names that are not mentions; outside English, which capitalises fewer words, only those of countries."""
        draft = self._draft
        code = code_of(draft.language)
        taken = Disjoint([*(span for span, _ in self.mentions), *(item.span for item in draft.numbers)])
        quoted = whether_inside(draft.quotations)
        starts = {sentence.start for sentence in draft.document.sentences}
        names = joined_names(draft.text, names_in(draft.document, words_in_lower_case([draft.text])))
        return [
            span
            for span in names
            if not (taken.overlaps(span) or draft.hidden.overlaps(span) or quoted(span))
            and draft.text[slice(*span)] not in (*ECONOMIC, *_FORMULAS)
            and (
                (code == "en" and (span.start not in starts or _ACTS.match(draft.text, span.end)))
                or is_country(draft.text[slice(*span)], code)
            )
        ]

    def materials(self, stretch: Span) -> list[tuple[Span, str]]:
        """The mentions of materials in a stretch."""
        return [(span, id) for span, id in self.within(stretch) if self._dossier.entities[id].type == "material"]

    @cached_property
    def _subject_types(self) -> frozenset[str]:
        used = {self._dossier.entities[figure.subject].type for figure in self._dossier.figures.values()}
        return frozenset(used)

    def stands_for(self, id: str) -> str:
        """The entity that an entity stands for: Russia for Moscow; else itself."""
        seen = {id}
        while (other := self._dossier.entities[id].stands_for) and other not in seen:
            id = other
            seen.add(id)
        return id

    def with_ancestors(self, id: str) -> set[str]:
        """An entity with all that it is a part of, is located in or is a state body of."""
        found, left = set(), [id]
        while left:
            each = left.pop()
            if each in found or each not in self._dossier.entities:
                continue
            found.add(each)
            entity = self._dossier.entities[each]
            left += [relation.of for relation in entity.relations if relation.name in _UPWARD]
            left += [entity.stands_for] if entity.stands_for else []
        return found


def _head(name: str) -> str:
    """The noun of a name that says what it is, in lower case: ministry, of Ministry of Natural Resources."""
    words = _OF.split(name, maxsplit=1)[0].split()
    return words[-1].lower() if words else ""
