"""Linking a catalog to its texts: parse the catalog, read the articles, link each record, and make the dossier."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

from tui.catalog import schema
from tui.catalog.load import read_file
from tui.catalog.problem import CatalogError
from tui.dossier.dossier import Dossier
from tui.dossier.keys import NOTHING, Earlier
from tui.dossier.records import Article, Entity, Figure, Record
from tui.dossier.units import warn_of_scale_words
from tui.linking.articles import link_article, read_articles
from tui.linking.checks import link_check
from tui.linking.claims import link_claim
from tui.linking.entries import link_conflict, link_entity, link_event, link_ignored, link_measure
from tui.linking.link_context import LinkContext
from tui.linking.mentions import find_mentions
from tui.linking.reuse import Reuse
from tui.text.digest import digest
from tui.text.document import Document
from tui.text.listed import first_of
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

    context = LinkContext(catalog, documents, {*unread, *left_out}, count)
    for article, words in _quoted(catalog).items():
        if article in context.quotes:
            context.quotes[article].prepare(words)
    reuse = Reuse(catalog, documents, earlier)
    records = _RecordLinker(context, reuse, step)

    articles = records.link((entry for entry in catalog.articles if entry.id in documents), link_article)
    context.mentions = mentions = find_mentions(catalog, articles, context, reuse, step)
    reuse.found(mentions)
    entities = records.link(catalog.entities, link_entity)
    figures = records.link((entry for entry in catalog.figures if not _is_undecided(entry)), _link_figure)
    drafted = records.link(filter(_is_undecided, catalog.figures), _link_undecided)
    claims = records.link(catalog.claims, link_claim)
    events = records.link(catalog.events, link_event)
    measures = records.link(catalog.measures, link_measure)
    warn_of_scale_words(catalog, context)
    checks = records.link(catalog.checks, link_check, figures)
    conflicts = context.attempt_all(catalog.conflicts, link_conflict, figures)
    progress(total, total)
    # Words that an unread article may print cannot be reported as printed nowhere.
    is_whole = not left_out and all(entry.id in articles for entry in catalog.articles)
    ignored = link_ignored(catalog.ignored, articles, is_whole, context)
    linked: list[Record] = [*articles.values(), *entities.values(), *figures.values()]
    linked += [*claims.values(), *events.values()]
    if is_whole:
        _warn_of_unused(linked, context)
    for entry in catalog.articles:
        if entry.id in unread:
            _report_unread(entry, unread[entry.id], records.left_out_with[entry.id], context)
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
        inverses=context.inverses,
        synonyms=tuple(tuple(group) for group in catalog.synonyms),
        documents={id: documents[id] for id in articles},
        mentions=mentions,
        keys=reuse.keys,
        ignored=ignored,
        drafted=tuple(number for numbers in drafted.values() for number in numbers),
        checks=tuple(checks.values()),
        conflicts=tuple(conflicts),
        problems=tuple(sorted(context.problems, key=lambda problem: problem.mark)),
        unread=tuple(entry.file for entry in catalog.articles if entry.id in unread),
        outside=outside,
    )


def _is_undecided(entry: schema.FigureEntry) -> bool:
    """Whether an entry is a draft that cannot be a figure yet: it has no measure or no subject."""
    return entry.measure is None or entry.subject is None


# Reading numbers takes longer to import than all else: it is imported for the first figure that is linked.


def _link_figure(*arguments: Any) -> Figure | None:
    from tui.linking.figures import link_figure

    return link_figure(*arguments)


def _link_undecided(*arguments: Any) -> list[tuple[str, Span]] | None:
    from tui.linking.figures import link_undecided

    return link_undecided(*arguments)


class _RecordLinker:
    """Links the records of one kind after the other, and collects which of them are left out."""

    def __init__(self, context: LinkContext, reuse: Reuse, step: Callable[[], None]) -> None:
        self._context, self._reuse, self._step = context, reuse, step
        self.left_out_with: dict[str, list[str]] = defaultdict(list)
        """The records that are left out because of each record that they refer to."""

    def link(self, entries: Iterable[_E], link: Callable[..., _T | None], *arguments: object) -> dict[str, _T]:
        """The records that entries are linked to, by id; those that do not hold are left out.

        `link` is called with an entry, the arguments, and the context of the entry.
        """
        whole = self._context
        linked: dict[str, _T] = {}
        for entry in entries:
            self._step()
            key = self._reuse.key(entry, whole.left_out)
            known = self._reuse.record(entry, key)
            if known is not None:
                linked[entry.id] = cast(_T, known)
                continue
            context, before = whole.of(entry), len(whole.problems)
            record = context.attempt(entry, link, *arguments)
            if record is not None:
                linked[entry.id] = record
                if not context.missing and before == len(whole.problems):
                    self._reuse.keep_record(entry.id, key)
                continue
            # A draft has only warnings, so that a check that refers to it still has to report an error.
            if not entry.draft:
                whole.left_out.add(entry.id)
            for id in context.missing:
                self.left_out_with[id].append(entry.id)
        return linked


def _quoted(catalog: schema.Catalog) -> dict[str, dict[str, None]]:
    """All words that will be looked for in each article, each once."""
    quoted: dict[str, dict[str, None]] = defaultdict(dict)
    for quote in (quote for entry in catalog.records for quote in entry.quotes):
        quoted[quote.article].update(dict.fromkeys(quote.words))
    for entry in catalog.ignored:
        if entry.article and entry.quote:
            quoted[entry.article][entry.quote] = None
    return quoted


def _report_unread(entry: schema.ArticleEntry, reason: str, left_out: list[str], context: LinkContext) -> None:
    """Reports why an article cannot be read, and which records are left out with it."""
    message = f"the article {entry.file} {reason}"
    if left_out:
        message += f"; left out with it: {first_of(left_out, _NAMED)}"
    context.report(entry.mark("file"), "unreadable", message)


def _warn_of_unused(records: list[Record], context: LinkContext) -> None:
    """Reports entities that neither a text nor another record names, and articles that no record rests on."""
    mentions = context.mentions
    named = {*mentions.counts, *(id for record in records for id in record.entity_ids)}
    rested_on = {source.article for record in records for source in record.evidence}
    for record in records:
        if isinstance(record, Entity) and record.id not in named:
            context.warn(record.mark, "unused", f"{record.name} is named in no article, and by no record")
    unused = [
        record
        for record in records
        if isinstance(record, Article) and record.id not in rested_on and not mentions.entities(record.id)
    ]
    if len(unused) > _MOST_UNUSED:
        # A new catalog has records in none of its articles.
        first = first_of([record.id for record in unused], _NAMED)
        message = f"no record is in {len(unused):,} articles: {first}"
        context.warn(unused[0].mark, "unused", message)
        return
    for record in unused:
        context.warn(record.mark, "unused", "no record is in this article")
