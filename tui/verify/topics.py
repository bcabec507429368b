"""Which measure a sentence of a draft is about, by words that the dossier uses for one measure only."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain, pairwise

from tui.dossier.dossier import Dossier
from tui.languages.language import known_language
from tui.numbers.words import NUMBER_WORDS
from tui.text.cached_method import cached_method
from tui.text.grouping import grouped, grouped_sets
from tui.text.span import Span
from tui.verify.opposites import Senses, senses
from tui.verify.words import WordIndex, distinguishing_words, general_words, shared, words_of


class Topics:
    """The words that tell the measures of one unit apart: those of their names, and of the quotes of their figures."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def _distinguishing(self) -> dict[str, set[str]]:
        by_kind = grouped((self.kind(id), id) for id in self._dossier.measures)
        return {id: words for ids in by_kind.values() for id, words in self._apart(ids)}

    @cached_property
    def _by_word(self) -> WordIndex:
        return WordIndex(self._distinguishing)

    def kind(self, measure: str) -> str:
        """The base unit of a measure."""
        return self._dossier.measured_unit(measure).dimension

    def _apart(self, measures: list[str]) -> Iterator[tuple[str, set[str]]]:
        """The words of each of some measures that are not words of another; the words of names come first."""
        quotes = {id: self._quoted(id) for id in measures}
        in_quotes = WordIndex(quotes)
        names = {}
        for id in measures:
            name = self._dossier.measures[id].name
            # “People” is in the names of several measures: people killed, people homeless.
            shared_words = {word for word in general_words(name) if in_quotes.is_of_another(word, id)}
            names[id] = words_of(" ".join((name, *self._dossier.measures[id].also))) - shared_words
        in_names = WordIndex(names)
        for id in measures:
            own = {word for word in names[id] | quotes[id] if not in_names.is_of_another(word, id)}
            yield id, {word for word in own if word in names[id] or not in_quotes.is_of_another(word, id)}

    def is_named(self, measure: str, words: set[str], whole: bool = False) -> bool:
        """Whether words have what distinguishes a name of a measure: one word of it or, with `whole`, all."""
        known = self._dossier.measures[measure]
        for name in map(distinguishing_words, (known.name, *known.also)):
            # “World” does not tell a share of world production from other shares.
            own = name if whole else {word for word in name if not self._has_rival(measure, word)} or name
            common = shared(own, words)
            if common == own if whole else common:
                return True
        return False

    def _has_rival(self, measure: str, word: str) -> bool:
        """Whether a word is in the name of another measure of the same unit as well."""
        ids = set().union(*self._distinguishing_names.alike(word)) - {measure}
        return any(self.kind(id) == self.kind(measure) for id in ids)

    def other_share(self, measure: str, words: set[str], near: set[str]) -> str | None:
        """The general word of a measure’s name among some words, if no word near tells what it is of."""
        general = shared(words, general_words(self._dossier.measures[measure].name))
        return min(general) if general and not shared(near, self._all_distinguishing(measure)) else None

    def _all_distinguishing(self, measure: str) -> set[str]:
        known = self._dossier.measures[measure]
        return {word for name in (known.name, *known.also) for word in distinguishing_words(name)}

    def other_kind(self, measure: str, text: str) -> str | None:
        """A word of another measure’s name directly before one of this measure’s: wind capacity, for solar capacity."""
        own, others = self._all_distinguishing(measure), self._distinguishing_names
        pairs = pairwise(map(str, re.findall(r"[^\W\d_]+", text.lower())))
        apart = ((first, second) for first, second in pairs if shared([second], own) and others.alike(first))
        return next((first for first, _ in apart if not shared([first], self.words(measure))), None)

    @cached_property
    def _distinguishing_names(self) -> WordIndex:
        return WordIndex({id: distinguishing_words(measure.name) for id, measure in self._dossier.measures.items()})

    @cached_method
    def words(self, measure: str) -> set[str]:
        """The words of a measure’s names, and those in which its figures are printed."""
        known, documents = self._dossier.measures[measure], self._dossier.documents
        sources = [source for figure in self._dossier.index.figures_of(measure) for source in figure.sources]
        quoted = (documents[source.article][source.quote] for source in sources)
        return words_of(" ".join((known.name, *known.also, *quoted)))

    @cached_method
    def senses(self, figure: str) -> Senses:
        """The words that exclude others in the names of a figure’s measure, else in the English sentences with it."""
        dossier, known = self._dossier, self._dossier.figures[figure]
        measure = dossier.measures[known.measure]
        printed = []
        for source in known.sources:
            language = known_language(dossier.articles[source.article].language)
            if language is None or language.is_english:
                document = dossier.documents[source.article]
                printed.append(document[document.sentence_around(source.quote)])
        return senses("\n".join(printed)) | senses("\n".join((measure.name, *measure.also)))

    def _quoted(self, measure: str) -> set[str]:
        """The words in which figures of a measure are printed, without names and numbers."""
        dossier = self._dossier
        words: set[str] = set()
        for figure in dossier.index.figures_of(measure):
            for source in figure.sources:
                named = dossier.mentions_within(source.article, source.quote)
                if self.counts(measure):
                    # What is counted may be a material.
                    named = [each for each in named if dossier.entities[each.record].type != "material"]
                text = dossier.documents[source.article].text
                words |= words_of(text_within(text, source.quote, [each.span for each in named]))
        return {word for word in words if word not in NUMBER_WORDS and word not in self._words_of_units}

    @cached_property
    def _words_of_units(self) -> set[str]:
        forms = {form.lower() for unit in self._dossier.units.by_id.values() for form in unit.forms}
        return {word for form in forms for word in form.split()}

    def subjects(self, measure: str, material: str | None) -> set[str]:
        """The subjects of the figures of a measure and material."""
        return self._subjects[measure, material]

    @cached_property
    def _subjects(self) -> dict[tuple[str, str | None], set[str]]:
        return grouped_sets(((each.measure, each.material), each.subject) for each in self._dossier.figures.values())

    def materials(self, measure: str, subject: str) -> set[str | None]:
        """The materials of the figures of a measure and subject."""
        return {
            material for (id, material), subjects in self._subjects.items() if id == measure and subject in subjects
        }

    @cached_property
    def scopes(self) -> dict[tuple[str, str], set[str | None]]:
        """The scopes of the figures of each measure and subject; None for those that have none."""
        return grouped_sets(((each.measure, each.subject), each.scope) for each in self._dossier.figures.values())

    @cached_property
    def alone(self) -> dict[str | None, set[str]]:
        """The subjects that are the only ones of a measure for each material."""
        single = ((material, subjects) for (_, material), subjects in self._subjects.items() if len(subjects) == 1)
        return grouped_sets((material, subject) for material, subjects in single for subject in subjects)

    def has_one_subject(self, measure: str) -> bool:
        """Whether all figures of a measure are about the same."""
        return len({figure.subject for figure in self._dossier.index.figures_of(measure)}) == 1

    @cached_property
    def subjects_by(self) -> dict[str, set[str]]:
        """The subjects of the figures that each claimant says."""
        claimed = (figure for figure in self._dossier.figures.values() if figure.claimant)
        return grouped_sets((figure.claimant or "", figure.subject) for figure in claimed)

    @cached_property
    def main_material(self) -> str | None:
        """The material of most figures, which a draft need not name."""
        counts = Counter(figure.material for figure in self._dossier.figures.values())
        return counts.most_common(1)[0][0] if counts else None

    @property
    def claimants(self) -> Collection[str]:
        """Everyone who says a figure."""
        return self.subjects_by.keys()

    @cached_property
    def subjects_named(self) -> frozenset[str]:
        """Everything that a figure is about."""
        return frozenset(figure.subject for figure in self._dossier.figures.values())

    def counts(self, measure: str) -> bool:
        """Whether a measure counts whole things: what is counted must be named, as numbers alone are many things."""
        return self._dossier.units.by_id[self._dossier.measures[measure].unit].exact

    def spoken_of(self, words: Iterable[str]) -> set[str]:
        """The measures that some words speak for."""
        return {id for word in words for ids in self._by_word.alike(word) for id in ids}

    def is_among(self, measure: str, spoken: set[str], words: Iterable[str] = ()) -> bool | None:
        """Whether a measure is one of those that are spoken of: None if none of its unit is.

        Of some `words`, those count as well that several others of its unit have in their names.
        """
        if measure in spoken:
            return True
        kind = self.kind(measure)
        named = (ids for word in words for ids in self._distinguishing_names.alike(word) if measure not in ids)
        rivals = chain(spoken, (id for ids in named for id in ids))
        return False if any(self.kind(rival) == kind for rival in rivals) else None


def text_within(text: str, stretch: Span, without: list[Span]) -> str:
    """A stretch of a text with some spans left out."""
    parts, position = [], stretch.start
    for span in sorted(without):
        if span.start >= position and span.end <= stretch.end:
            parts.append(text[position : span.start])
            position = span.end
    return " ".join([*parts, text[position : stretch.end]])
