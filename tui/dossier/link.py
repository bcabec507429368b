"""Linking a catalog to its texts: parse the catalog, read the articles, link each record, and make the dossier."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from tui.catalog import schema
from tui.catalog.load import read_file
from tui.catalog.problem import CatalogError
from tui.dossier.articles import link_article, read_articles
from tui.dossier.checks import link_check
from tui.dossier.claims import link_claim
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.dossier import Dossier
from tui.dossier.entries import link_conflict, link_entity, link_event, link_ignored, link_measure
from tui.dossier.keys import NOTHING, Earlier
from tui.dossier.link_context import LinkContext
from tui.dossier.mentions import Mentions, find_mentions
from tui.dossier.records import Article, Entity, Figure, Record
from tui.dossier.references import References
from tui.dossier.reuse import Reuse
from tui.dossier.texts import Texts
from tui.dossier.units import link_units
from tui.text.digest import digest
from tui.text.document import Document
from tui.text.span import Span
from tui.text.work import Count, Progress, no_progress, uncounted

_E = TypeVar("_E", bound=schema.RecordEntry)
_T = TypeVar("_T")

_NAMED = 5
"""How many records a problem names at most."""

_MOST_UNUSED = 20
"""How many articles without a record get a problem each."""


def open_dossier(
    path: Path, outside: bool = False, earlier: Earlier = NOTHING, progress: Progress = no_progress
) -> Dossier:
    """The dossier of a catalog file; with `outside`, its articles may lie anywhere.

    What is the same as in an earlier version of the dossier is taken from there.

    A record that does not hold is left out, also for a date that is not valid. So is an article that cannot be read,
    with the records that rest on it. The dossier's problems say so. Raises CatalogError with everything that is wrong
    if the catalog itself cannot be used.
    """
    parsed = read_file(path, earlier=earlier.parsed)
    dossier = None
    if parsed.catalog:
        documents, unread = read_articles(parsed.catalog, path.parent, outside, earlier.documents)
        dossier = link(parsed.catalog, path, documents, outside, unread, parsed.left_out, earlier, progress)
    if dossier and parsed.usable:
        problems = sorted([*parsed.problems, *dossier.problems], key=lambda problem: problem.mark)
        files = {part.file: digest(part.text.encode()) for part in parsed.parts}
        return replace(dossier, problems=tuple(problems), files=files, parsed=parsed)
    errors = [problem for problem in dossier.problems if problem.severity == "error"] if dossier else []
    problems = sorted([*parsed.problems, *errors], key=lambda problem: problem.mark)
    raise CatalogError(problems, [*(part.file for part in parsed.parts), *parsed.missing])


def link(
    catalog: schema.Catalog,
    path: Path,
    documents: Mapping[str, Document],
    outside: bool = False,
    unread: Mapping[str, str] | None = None,
    left_out: Collection[str] = (),
    earlier: Earlier = NOTHING,
    progress: Progress = no_progress,
    count: Count = uncounted,
) -> Dossier:
    """The dossier of a catalog and the texts of its articles.

    `unread` gives of each article without a text the reason, and `left_out` the ids of records that the catalog
    has but that cannot be used: what refers to them is left out without a problem of its own. `progress` is called with
    how many articles and records are linked; `count` with the number of steps that linking takes.
    """
    unread = unread or {}
    # Each article is linked, and searched for names.
    total = len(catalog.articles) + sum(1 for _ in catalog.records)
    done = itertools.count(1)

    def step() -> None:
        progress(min(next(done), total), total)

    diagnostics = Diagnostics()
    texts = Texts(documents, count)
    texts.prepare(_quoted(catalog))
    references = References(catalog, texts, {*unread, *left_out})
    reuse = Reuse(catalog, documents, earlier)
    records = _RecordLinker(references, reuse, diagnostics, step)

    with_text = (entry for entry in catalog.articles if entry.id in documents)
    articles = records.link(with_text, link_article, catalog.language, references)
    mentions = find_mentions(catalog, articles, references, reuse, diagnostics, step)
    reuse.found(mentions.by_article)
    inverses = {predicate.id: predicate.inverse for predicate in catalog.relations}
    context = LinkContext(
        references=references,
        mentions=mentions,
        units=link_units(catalog),
        inverses=inverses,
        comparable=frozenset(entry.id for entry in (*catalog.claims, *catalog.figures)),
    )
    entities = records.link(catalog.entities, link_entity, context)
    decided = (entry for entry in catalog.figures if not _is_undecided(entry))
    figures = records.link(decided, _link_figure, context)
    drafted = records.link(filter(_is_undecided, catalog.figures), _link_undecided, context)
    claims = records.link(catalog.claims, link_claim, context)
    events = records.link(catalog.events, link_event, context)
    measures = records.link(catalog.measures, link_measure)
    checks = records.link(catalog.checks, link_check, figures, context)
    conflicts = diagnostics.attempt_all(catalog.conflicts, link_conflict, figures, context)
    progress(total, total)
    # Of a part of the texts, it cannot be said that something is nowhere.
    is_whole = not left_out and all(entry.id in articles for entry in catalog.articles)
    ignored = link_ignored(catalog.ignored, articles, is_whole, references, diagnostics)
    linked: list[Record] = [*articles.values(), *entities.values(), *figures.values()]
    linked += [*claims.values(), *events.values()]
    if is_whole:
        _warn_of_unused(linked, mentions, diagnostics)
    for entry in catalog.articles:
        if entry.id in unread:
            _report_unread(entry, unread[entry.id], records.left_out_with[entry.id], diagnostics)
    return Dossier(
        title=catalog.title,
        catalog=path,
        measures=measures,
        articles=articles,
        entities=entities,
        figures=figures,
        claims=claims,
        events=events,
        units=context.units,
        inverses=inverses,
        synonyms=tuple(tuple(group) for group in catalog.synonyms),
        documents={id: documents[id] for id in articles},
        mentions=mentions.by_article,
        keys=reuse.keys,
        ignored=ignored,
        drafted=tuple(number for numbers in drafted.values() for number in numbers),
        checks=tuple(checks.values()),
        conflicts=tuple(conflicts),
        problems=tuple(sorted(diagnostics.problems, key=lambda problem: problem.mark)),
        unread=tuple(entry.file for entry in catalog.articles if entry.id in unread),
        outside=outside,
    )


def _is_undecided(entry: schema.FigureEntry) -> bool:
    """Whether an entry is a draft that cannot be a figure yet: it has no measure or no subject."""
    return entry.measure is None or entry.subject is None


# Reading numbers takes longer to import than all else: it is imported for the first figure that is linked.


def _link_figure(*arguments: Any) -> Figure | None:
    from tui.dossier.figures import link_figure

    return link_figure(*arguments)


def _link_undecided(*arguments: Any) -> list[tuple[str, Span]] | None:
    from tui.dossier.figures import link_undecided

    return link_undecided(*arguments)


class _RecordLinker:
    """Links the records of one kind after the other, and collects which of them are left out."""

    def __init__(
        self, references: References, reuse: Reuse, diagnostics: Diagnostics, step: Callable[[], None]
    ) -> None:
        self._references, self._reuse, self._diagnostics, self._step = references, reuse, diagnostics, step
        self.left_out_with: dict[str, list[str]] = defaultdict(list)
        """The records that are left out because of each record that they refer to."""

    def link(self, entries: Iterable[_E], link: Callable[..., _T | None], *arguments: object) -> dict[str, _T]:
        """The records that entries are linked to, by id; those that do not hold are left out.

        `link` is called with an entry, the arguments, and the diagnostics of the entry.
        """
        linked: dict[str, _T] = {}
        for entry in entries:
            self._step()
            key = self._reuse.key(entry, self._references.left_out)
            known = self._reuse.record(entry, key)
            if known is not None:
                linked[entry.id] = cast(_T, known)
                continue
            diagnostics, before = self._diagnostics.of(entry), len(self._diagnostics.problems)
            record = diagnostics.attempt(entry, link, *arguments)
            if record is not None:
                linked[entry.id] = record
                if not diagnostics.left_out and before == len(self._diagnostics.problems):
                    self._reuse.keep_record(entry.id, key)
                continue
            # Of a draft, the gaps are mere warnings: a check of what it would be still fails.
            if not entry.draft:
                self._references.left_out.add(entry.id)
            for id in diagnostics.left_out:
                self.left_out_with[id].append(entry.id)
        return linked


def _quoted(catalog: schema.Catalog) -> Iterator[tuple[str, str]]:
    """All words that will be looked for, each with its article."""
    for entry in catalog.records:
        yield from ((quote.article, words) for quote in entry.quotes for words in quote.words)
    yield from ((entry.article, entry.quote) for entry in catalog.ignored if entry.article and entry.quote)


def _report_unread(entry: schema.ArticleEntry, reason: str, left_out: list[str], diagnostics: Diagnostics) -> None:
    """Reports why an article cannot be read, and which records are left out with it."""
    message = f"the article {entry.file} {reason}"
    if left_out:
        more = f" and {len(left_out) - _NAMED} more" if len(left_out) > _NAMED else ""
        message += f"; left out with it: {', '.join(left_out[:_NAMED])}{more}"
    diagnostics.report(entry.mark("file"), "unreadable", message)


def _warn_of_unused(records: list[Record], mentions: Mentions, diagnostics: Diagnostics) -> None:
    """Reports entities that neither a text nor another record names, and articles that no record rests on."""
    named = {*mentions.by_article.counts, *(id for record in records for id in record.entity_ids)}
    rested_on = {source.article for record in records for source in record.evidence}
    for record in records:
        if isinstance(record, Entity) and record.id not in named:
            message = f"{record.name} is named in no article, and by no record"
            diagnostics.report(record.mark, "unused", message, severity="warning")
    unused = [
        record
        for record in records
        if isinstance(record, Article) and record.id not in rested_on and not mentions.by_article.entities(record.id)
    ]
    if len(unused) > _MOST_UNUSED:
        # A new catalog has records in none of its articles.
        first = ", ".join(record.id for record in unused[:_NAMED])
        message = f"no record is in {len(unused):,} articles: {first} and {len(unused) - _NAMED:,} more"
        diagnostics.report(unused[0].mark, "unused", message, severity="warning")
        return
    for record in unused:
        diagnostics.report(record.mark, "unused", "no record is in this article", severity="warning")
