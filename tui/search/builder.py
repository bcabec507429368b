"""Builds the index of a dossier.

FTS5 splits the folded texts into words. What it cannot find out is added to an entry as keys: the values of numbers,
words that it splits at a mark, and the filters that the entry passes.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from sqlite3 import Connection

from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Figure, Record
from tui.quantity.language import known_language, language_of
from tui.quantity.quantity import ENGLISH
from tui.search.fields import SearchedTexts, facets, figure_facets, figure_value
from tui.search.index import FIELD_WEIGHTS
from tui.search.numbers import Numbers
from tui.search.query import KINDS
from tui.search.results import Summary
from tui.search.terms import SEPARATOR, Notation, key_token, normalize, terms, words
from tui.search.writer import IndexWriter
from tui.text.document import LONGEST_PASSAGE, Document
from tui.text.fold import SINGLE_QUOTES, fold_words
from tui.text.span import Span

PROGRESS_STEP = 1000
"""Passages between two calls of `progress`."""

Describe = Callable[[Record, Dossier], Summary]
"""Returns what hits show of a record besides its title."""

Progress = Callable[[int, int], None]
"""Is called with the number of passages that are done, and of all. What it raises ends the work."""


def no_summary(record: Record, dossier: Dossier) -> Summary:
    """An empty summary."""
    return Summary("", "", "")


def no_progress(done: int, total: int) -> None:
    """Ignores the progress."""


def build(
    connection: Connection, dossier: Dossier, describe: Describe = no_summary, progress: Progress = no_progress
) -> None:
    """Fills an empty database with the index of a dossier. Raises QueryError if SQLite has no full-text search."""
    _IndexBuilder(IndexWriter(connection), dossier, describe, progress).build()


def _notation(dossier: Dossier) -> Notation:
    """How the texts of a dossier write numbers; one that gives no language, or one that is not read, as in English."""
    tags = {article.language for article in dossier.articles.values()}
    languages = {known.tag: known for known in map(known_language, tags) if known}
    if not languages or not all(map(known_language, tags)):
        languages[ENGLISH] = language_of(ENGLISH)
    return Notation(dossier.units, tuple(languages[tag] for tag in sorted(languages)))


class _IndexBuilder:
    def __init__(self, writer: IndexWriter, dossier: Dossier, describe: Describe, progress: Progress) -> None:
        self.writer, self.dossier = writer, dossier
        self.describe, self.progress = describe, progress
        self.texts = SearchedTexts(dossier)
        self.names: set[str] = set()
        """Words as printed in names."""
        self.notation = _notation(dossier)
        self.numbers = Numbers(self.notation)
        self.printed: dict[tuple[str, str], list[Span]] = defaultdict(list)
        """The numbers of each figure in each article."""
        for figure in dossier.figures.values():
            for source in figure.sources:
                if source.number:
                    self.printed[figure.id, source.article].append(source.number)

    def build(self) -> None:
        firsts = []
        for kind in KINDS:
            firsts.append(self.writer.row + 1)
            if kind == "passage":
                self._add_passages()
            else:
                for record in self.dossier.records:
                    if record.kind == kind:
                        self._add_record(record)
        self._add_filters()
        self.writer.add_synonyms(self._synonyms())
        self.writer.finish(self.names, self.notation, [*firsts, self.writer.row + 1])

    def _add_record(self, record: Record) -> None:
        sources = self.dossier.sources_of(record)
        texts = self.texts.of(record)
        names = [*texts["name"], *texts["alias"], *texts["title"]]
        for name in names:
            self.names |= {name[start:end] for _, start, end in words(name)}
        fields = [f" {SEPARATOR} ".join(texts[field]) for field in FIELD_WEIGHTS]
        folded = [f" {SEPARATOR} ".join(map(fold_words, texts[field])) for field in FIELD_WEIGHTS]
        keys = [*self.numbers.keys("\n".join(fields)), *_joined("\n".join(folded))]
        keys += map(key_token, facets(record, sources, self.dossier))
        shown = (record.kind, record.id, record.title, *self.describe(record, self.dossier)[:3])
        row = self.writer.add_record(
            (*shown, *self._place(record, sources)), fields, folded, map(self._normalized, names), keys
        )
        if isinstance(record, Figure):
            self.writer.add_values([(row, *figure_value(record, self.dossier))])
        if date := record.sorting_date:
            self.writer.add_date(row, date)

    def _place(self, record: Record, sources: Sequence[Occurrence]) -> tuple[object, ...]:
        """Article, file, line, column, start and end of a record's first source, and of the sentence around it."""
        if not sources:
            return (None,) * 8
        article, span = sources[0].article, sources[0].cited
        document = self.dossier.documents[article]
        around = document.part(document.sentence_around(span), span, LONGEST_PASSAGE)
        if isinstance(record, Article):
            span = around = _first_line(document, span)
        return (article, document.file, *document.position(span.start), *span, *around)

    def _normalized(self, name: str) -> str:
        return " ".join(key for term in terms(name, lambda: self.notation) for key in term.keys[:1])

    def _add_passages(self) -> None:
        articles = [(id, self.dossier.documents[id]) for id in self.dossier.article_order]
        total = sum(len(document.passages) for _, document in articles)
        done = 0

        def counted(passages: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
            nonlocal done
            for passage in passages:
                yield passage
                done += 1
                if not done % PROGRESS_STEP:
                    self.progress(done, total)

        for id, document in articles:
            if document.passages:
                article = self.dossier.articles[id]
                self.writer.add_article(id, document, article.title, self.describe(article, self.dossier).name)
                self.writer.add_passages(counted(self._passages(id, document)))
        self.progress(total, total)

    def _passages(self, id: str, document: Document) -> Iterator[tuple[str, str, str]]:
        """The passages of an article, each as printed, folded, and with its keys."""
        text, passages = document.text, document.passages
        starts = [span.start for span in passages]
        keys: dict[int, list[str]] = defaultdict(list)

        def containing(span: Span) -> list[int]:
            """The index of the passage that contains the whole span, if any."""
            number = bisect_right(starts, span.start) - 1
            return [number] if number >= 0 and span.end <= passages[number].end else []

        self.names |= set(_NAME_IN_TEXT.findall(text))
        for start, found in self.numbers.places(text):
            keys[bisect_right(starts, start) - 1] += found
        for number in {bisect_right(starts, match.start()) - 1 for match in _JOINED_IN_TEXT.finditer(text)}:
            keys[number] += _joined(fold_words(document[passages[number]]))
        for mention in self.dossier.mentions[id]:
            for number in containing(mention.span):
                keys[number].append(key_token(f"entity:{mention.record}"))
        values: list[tuple[object, ...]] = []
        for figure in self.dossier.figures_in(id):
            for number in {number for printed in self.printed[figure.id, id] for number in containing(printed)}:
                keys[number] += map(key_token, figure_facets(figure))
                values.append((self.writer.row + 1 + number, *figure_value(figure, self.dossier)))
        self.writer.add_values(values)
        article_key = key_token(f"article:{id}")
        for number, span in enumerate(passages):
            passage = text[span.start : span.end]
            found_by = f"{article_key} {' '.join(keys[number])}" if number in keys else article_key
            yield passage, fold_words(passage), found_by

    def _synonyms(self) -> Iterator[list[str]]:
        """The groups of words that are taken for each other: the catalog's, and the names of each measure."""
        named = ((measure.name, *measure.also) for measure in self.dossier.measures.values())
        for group in (*self.dossier.synonyms, *named):
            single = [word for form in group for word in [normalize(form)] if word.isalpha()]
            if len(single) > 1:
                yield single

    def _add_filters(self) -> None:
        dossier = self.dossier
        figures = dossier.figures.values()
        self.writer.add_filter("kind", [*KINDS, *(entity.type for entity in dossier.entities.values())])
        self.writer.add_filter("article", dossier.articles)
        self.writer.add_filter("entity", dossier.entities)
        self.writer.add_filter("measure", dossier.measures)
        claims = dossier.claims.values()
        about = (id for claim in claims for id in claim.about)
        self.writer.add_filter("subject", (*(figure.subject for figure in figures), *about))
        self.writer.add_filter("material", (figure.material for figure in figures))
        self.writer.add_filter("by", (*(figure.claimant for figure in figures), *(claim.claimant for claim in claims)))


def _first_line(document: Document, opening: Span) -> Span:
    """The line of an article's first words, cut to the length of a passage."""
    words = document.text[opening.start : opening.start + LONGEST_PASSAGE].partition("\n")[0]
    return Span(opening.start, opening.start + len(words.rstrip()))


_NAME_IN_TEXT = re.compile(r"(?<=[a-zα-ωа-яё,;] )[A-ZΑ-ΩА-ЯЁ][^\W\d_]{2,}")
# What may become one of _JOINED when the text is folded.
_JOINED_IN_TEXT = re.compile(rf"\.[^\W\d_]\.|[{SINGLE_QUOTES}](?!s(?![^\W_])).?[^\W\d_]", re.DOTALL)
_JOINED = re.compile(r"(?:[^\W\d_]\.){2,}|(?<![^\W_])[^\W_]\w*(?:'(?!s(?![^\W_]))[^\W\d_]\w*)+")


def _joined(folded: str) -> Iterator[str]:
    """Words that FTS5 splits at a mark, in one piece: U.S., O’Brien."""
    return (normalize(match[0]) for match in _JOINED.finditer(folded))
