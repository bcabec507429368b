"""Builds the index of a dossier, or brings an earlier one up to date.

FTS5 splits the folded texts into words. What it cannot find out is added to an entry as keys: the values of numbers,
words that it splits at a mark, and the filters that the entry passes.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, NamedTuple, get_args

from tui.catalog.types import Status
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Record, Relation
from tui.languages.language import ENGLISH, known_language, language_of
from tui.search import thesaurus
from tui.search.fields import SearchedTexts, facets, figure_facets, figure_value, mention_facets, mentioned
from tui.search.index import FIELD_WEIGHTS
from tui.search.numbers import Numbers
from tui.search.query import KINDS
from tui.search.results import Summary
from tui.search.rows import Run, in_order, placed
from tui.search.terms import Notation, key_token, normalize, terms, words
from tui.search.writer import IndexWriter, StoredPart, part_name
from tui.text.digest import digest
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.fold import SINGLE_QUOTES, fold_words
from tui.text.grouping import grouped
from tui.text.processes import map_in_processes
from tui.text.span import Span
from tui.text.work import Progress, no_progress

PROGRESS_STEP = 1000
"""Passages between two calls of `progress`."""

Describe = Callable[[Record, Dossier], Summary]
"""Returns what hits show of a record besides its title."""


def no_summary(record: Record, dossier: Dossier) -> Summary:
    """An empty summary."""
    return Summary("", "", "")


def build(
    connection: Connection, dossier: Dossier, describe: Describe = no_summary, progress: Progress = no_progress
) -> None:
    """Fills an empty database with the index of a dossier, or brings the index in it up to date.

    What has not changed is kept. Raises QueryError if SQLite has no full-text search.
    """
    _IndexBuilder(IndexWriter(connection), dossier, describe, progress).build()


def _notation(dossier: Dossier) -> Notation:
    """How the texts of a dossier write numbers; one that gives no language, or one that is not read, as in English."""
    tags = {article.language for article in dossier.articles.values()}
    languages = {known.tag: known for known in map(known_language, tags) if known}
    if not languages or not all(map(known_language, tags)):
        languages[ENGLISH] = language_of(ENGLISH)
    return Notation(dossier.units, tuple(languages[tag] for tag in sorted(languages)))


_Printed = tuple[Span, list[str], tuple[str | None, ...]]
"""The number of a figure in an article, with the filters and the value of the figure."""

_PassageValue = tuple[int, tuple[str | None, ...]]
"""The number of a passage in its article, and the value of a figure that it prints."""

_PassagesContent = tuple[list[str], list[_PassageValue], set[str]]
"""The keys of the passages of an article, their values, and the names that they print."""

_RecordContent = tuple[tuple[object, ...], list[str], str, set[str]]
"""The place of a record, its normalized names, its keys, and the words of its names as printed."""


class IndexPart(NamedTuple):
    """A part of the index as it should be."""

    name: str
    digest: str
    """The digest of all that it is made from."""
    size: Callable[[], int]
    """Counts its rows."""
    read: Callable[[], Any]
    """Reads what is to be added, which takes most of the time."""
    add: Callable[[StoredPart, Any], None]
    """Adds what was read to the index."""


class _IndexBuilder:
    def __init__(self, writer: IndexWriter, dossier: Dossier, describe: Describe, progress: Progress) -> None:
        self.writer, self.dossier = writer, dossier
        self.describe, self.progress = describe, progress
        self.texts = SearchedTexts(dossier)
        self.done = self.total = 0
        """How many passages were added, and of how many."""
        self.notation = _notation(dossier)
        self.numbers = Numbers(self.notation)
        sources = ((figure.id, source) for figure in dossier.figures.values() for source in figure.sources)
        self.printed = grouped(((id, source.article), source.number) for id, source in sources if source.number)
        """The numbers of each figure in each article."""

    def build(self) -> None:
        self.writer.begin(self.notation)
        parts: dict[str, list[IndexPart]] = {kind: [] for kind in KINDS}
        for record in self.dossier.records:
            parts[record.kind].append(self._record_part(record))
        parts["passage"] += map(self._passages_part, self.dossier.article_order)
        there = self.writer.parts()
        kept: dict[str, Run] = {}
        new: dict[str, Run] = {}
        for kind, wanted in parts.items():
            same = _same(wanted, there)
            sizes = ((part.name, same[part.name].size if part.name in same else part.size()) for part in wanted)
            new |= placed(kind, sizes, same)
            kept |= same
        self.total = sum(new[part.name].size for part in parts["passage"] if part.name in new)
        for name in there:
            if name not in kept or name in new:
                self.writer.remove(name)
        added = [part for wanted in parts.values() for part in wanted if part.name in new]
        for part, content in zip(added, map_in_processes(lambda part: part.read(), added), strict=True):
            part.add(StoredPart(new[part.name], part.digest), content)
        self.progress(self.total, self.total)
        self.writer.set_filters(self._filters())
        self.writer.set_synonyms(self._synonyms(), thesaurus.groups())
        self.writer.finish()

    def _record_part(self, record: Record) -> IndexPart:
        """A record as a part of the index."""
        source = self._first_source(record)
        texts = self.texts.of(record)
        filters, mentions = sorted(facets(record)), [*mentioned(record, self.dossier.mentions)]
        value = figure_value(record, self.dossier) if isinstance(record, Figure) else None
        summary = self.describe(record, self.dossier)[:3]
        date, of_article = self._date(record)
        shown = (record.kind, record.id, record.title, *summary)

        fields = [texts[field] for field in FIELD_WEIGHTS]
        sentences = self.texts.sentences(record)

        def read() -> _RecordContent:
            names = [*texts["name"], *texts["alias"], *texts["title"]]
            joined = "\n".join(map("\n".join, fields))
            passed = {*filters, *mention_facets(record, self.dossier.mentions)}
            keys = [*self.numbers.keys(joined), *_joined(fold_words(joined)), *map(key_token, sorted(passed))]
            printed = {name[start:end] for name in names for _, start, end in words(name)}
            return self._place(record, source), [*map(self._normalized, names)], " ".join(keys), printed

        def add(stored: StoredPart, content: _RecordContent) -> None:
            place, names, keys, printed = content
            self.writer.add_record(stored, (*shown, *place), fields, sentences, names, keys, printed)
            if value:
                self.writer.add_values([(stored.run.first, *value)])
            if date:
                self.writer.add_date(stored.run.first, date, of_article)

        return IndexPart(
            part_name(record.kind, record.id),
            _digest(shown, self._origin(record, source), fields, sentences, filters, mentions, value, date, of_article),
            lambda: 1,
            read,
            add,
        )

    def _date(self, record: Record) -> tuple[str | None, bool]:
        """The date of a record, and whether it is only that of the first article that prints it."""
        if record.sorting_date or not isinstance(record, Figure):
            return record.sorting_date, False
        return self.dossier.articles[record.sources[0].article].date, True

    def _first_source(self, record: Record) -> Occurrence | None:
        """Where a record occurs first: of an entity its first mention. Of an article, it is not looked up."""
        if not isinstance(record, Entity):
            return next(iter(record.occurrences), None)
        counts = self.dossier.mentions.counts.get(record.id)
        if not counts:
            return None
        return self.dossier.mentions.first(record.id, min(counts, key=self.dossier.article_rank.__getitem__))

    def _origin(self, record: Record, source: Occurrence | None) -> object:
        """What the place of a record depends on."""
        article = record.id if isinstance(record, Article) else source and source.article
        document = article and self.dossier.documents[article]
        return document and (document.file, document.digest, source and source.cited)

    def _place(self, record: Record, source: Occurrence | None) -> tuple[object, ...]:
        """Article, file, line, column, start and end of a record's first source, and of the sentence around it."""
        if isinstance(record, Article):
            source = next(iter(self.dossier.sources_of(record)), None)
        if source is None:
            return (None,) * 8
        article, span = source.article, source.cited
        document = self.dossier.documents[article]
        around = document.part(document.sentence_around(span), span, LONGEST_PASSAGE)
        if isinstance(record, Article):
            span = around = _first_line(document, span)
        return (article, document.file, *document.position(span.start), *span, *around)

    def _normalized(self, name: str) -> str:
        return " ".join(key for term in terms(name, lambda: self.notation) for key in term.keys[:1])

    def _passages_part(self, id: str) -> IndexPart:
        """The passages of an article as a part of the index."""
        document, article = self.dossier.documents[id], self.dossier.articles[id]
        name = self.describe(article, self.dossier).name
        figures = [
            (printed, sorted(figure_facets(figure)), figure_value(figure, self.dossier))
            for figure in self.dossier.index.in_article(id, Figure)
            for printed in self.printed[figure.id, id]
        ]
        made_from = (id, document.file, document.digest, article.title, name, self.dossier.mentions.packed(id), figures)

        def read() -> _PassagesContent:
            return *self._keys(id, document, figures), set(_NAME_IN_TEXT.findall(document.text))

        def add(stored: StoredPart, content: _PassagesContent) -> None:
            keys, values, printed = content
            self.writer.add_passages(stored, document, (id, article.title, name), keys, printed)
            self.writer.add_values((stored.run.first + number, *value) for number, value in values)
            self._add_done(len(keys))

        return IndexPart(part_name("passage", id), _digest(made_from), lambda: len(document.passages), read, add)

    def _add_done(self, passages: int) -> None:
        """Reports the progress after some more passages."""
        before = self.done // PROGRESS_STEP
        self.done += passages
        for step in range(before + 1, self.done // PROGRESS_STEP + 1):
            self.progress(step * PROGRESS_STEP, self.total)

    def _keys(self, id: str, document: Document, figures: Sequence[_Printed]) -> tuple[list[str], list[_PassageValue]]:
        """The keys of each passage of an article, and the values of the figures in them."""
        text, passages = document.text, document.passages
        starts = [span.start for span in passages]
        keys: dict[int, list[str]] = defaultdict(list)

        def containing(span: Span) -> list[int]:
            """The index of the passage that contains the whole span, if any."""
            number = bisect_right(starts, span.start) - 1
            return [number] if number >= 0 and span.end <= passages[number].end else []

        for start, found in self.numbers.places(text):
            keys[bisect_right(starts, start) - 1] += found
        for number in {bisect_right(starts, match.start()) - 1 for match in _JOINED_IN_TEXT.finditer(text)}:
            keys[number] += _joined(fold_words(document[passages[number]]))
        for mention in self.dossier.mentions[id]:
            for number in containing(mention.span):
                keys[number].append(key_token(f"entity:{mention.record}"))
        values: dict[_PassageValue, None] = {}
        for printed, filters, value in figures:
            for number in containing(printed):
                keys[number] += map(key_token, filters)
                values[number, value] = None
        article_key = key_token(f"article:{id}")
        return [" ".join([article_key, *keys.get(number, ())]) for number in range(len(passages))], [*values]

    def _synonyms(self) -> Iterator[list[str]]:
        """The groups of words that are taken for each other: the catalog’s, and the names of a measure or an entity."""
        dossier = self.dossier
        measures = ((measure.name, *measure.also) for measure in dossier.measures.values())
        # Two letters are too often another word: US, us.
        entities = (
            [name for name in (entity.name, *entity.aliases, *entity.also) if len(normalize(name)) > 2]
            for entity in dossier.entities.values()
        )
        for group in (*dossier.synonyms, *measures, *entities):
            single = [word for form in group for word in [normalize(form)] if word.isalpha()]
            if len(single) > 1:
                yield single

    def _filters(self) -> Iterator[tuple[str, str]]:
        """The values that filters can have, each with its filter."""
        dossier = self.dossier
        figures, claims = dossier.figures.values(), dossier.claims.values()
        relations = (relation for entity in dossier.entities.values() for relation in entity.relations)
        claimed: list[Figure | Claim | Event | Relation] = [*figures, *claims, *dossier.events.values(), *relations]
        values: dict[str, Iterable[str | None]] = {
            "kind": [*KINDS, *(entity.type for entity in dossier.entities.values())],
            "article": dossier.articles,
            "entity": dossier.entities,
            "measure": dossier.measures,
            "subject": [*(figure.subject for figure in figures), *(id for claim in claims for id in claim.about)],
            "material": [figure.material for figure in figures],
            "by": [each.claimant for each in claimed],
            "status": get_args(Status),
        }
        return ((key, id) for key, ids in values.items() for id in ids if id)


def _same(wanted: Sequence[IndexPart], there: Mapping[str, StoredPart]) -> dict[str, Run]:
    """The rows of the parts that are there already and are in order."""
    same = {
        part.name: there[part.name].run
        for part in wanted
        if part.name in there and there[part.name].digest == part.digest
    }
    return {name: same[name] for name in in_order([part.name for part in wanted], same)}


def _digest(*made_from: object) -> str:
    return digest(repr(made_from).encode(errors="surrogatepass")).hex()


def _first_line(document: Document, opening: Span) -> Span:
    """The line of an article's first words, cut to the length of a passage."""
    words = document.text[opening.start : opening.start + LONGEST_PASSAGE].partition("\n")[0]
    return Span(opening.start, opening.start + len(words.rstrip()))


_CAPITALS = "".join(filter(str.isupper, map(chr, range(0x590))))
"""Of Latin, Greek, Cyrillic and Armenian."""
_NOT_LATIN = _CAPITALS[_CAPITALS.index("Ͱ") :]
# In Latin script, a word is a name if it begins no sentence; in others, it may be typed in Latin letters.
_NAME_IN_TEXT = re.compile(rf"[{_CAPITALS}](?:(?<=[^\W\d_] .|[,;] .)|(?<=[{_NOT_LATIN}])(?<![^\W_].))[^\W\d_]{{2,}}")
# What may become one of _JOINED when the text is folded.
_JOINED_IN_TEXT = re.compile(rf"\.[^\W\d_]\.|[{SINGLE_QUOTES}](?!s(?![^\W_])).?[^\W\d_]", re.DOTALL)
_JOINED = re.compile(r"(?:[^\W\d_]\.){2,}|(?<![^\W_])[^\W_]\w*(?:'(?!s(?![^\W_]))[^\W\d_]\w*)+")


def _joined(folded: str) -> Iterator[str]:
    """Words that FTS5 splits at a mark, in one piece: U.S., O’Brien."""
    return (normalize(match[0]) for match in _JOINED.finditer(folded))
