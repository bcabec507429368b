"""What the articles say, read by people and written down in tables, and where a dossier says otherwise."""

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from tui.dossier.claim_pairs import CONTRADICTS, SUPPORTS, related_to
from tui.dossier.dossier import Dossier
from tui.dossier.records import Claim, Entity, Event, Figure, Relation, Source
from tui.text.document import Document
from tui.text.span import Span

HERE = Path(__file__).parent

Row = tuple[str, ...]

CANONICAL = {
    "Chuktukon deposit": "chuktukonskoye",
    "Federal government of the United States": "us-federal-government",
    "Government of Russia": "russian-government",
    "Russian presidential special envoy for international economic and investment cooperation": "kirill-dmitriev",
    "Seligdar deposit": "seligdarskoye",
    "Tomtor deposit": "tomtor",
    "United States Secretary of Commerce": "us-commerce-secretary",
    "Zaporizhzhia Oblast": "zaporozhye",
}
"""The reading's own names for what the catalog calls otherwise, and the entity that is meant."""

APART = "not set against each other"
"""The verdict of a reader on figures that a comparison keeps apart."""

WIDTHS = {"claims": 11, "verdicts": 3}
"""How many columns of a table a dossier can be held against; the others say where a row is from, and why."""

REASONS = frozenset(
    {
        "agreement that the reading passes over",
        "anaphora",
        "correlative word",
        "duration",
        "generic noun",
        "hand mention of a role",
        "hand mention of another name",
        "longer name covers it",
        "metonym is its own record",
        "name without the word around it",
        "part of an address",
        "place that the reading passes over",
        "product or industry",
        "rank in words",
        "unnamed party",
        "user name",
        "vague amount",
        "vague time",
        "war or policy that the reading passes over",
    }
)
"""Why the reading and the catalog may differ in a place."""


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The lines of a table, without its head."""
    with (HERE / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def differences(dossier: Dossier) -> Iterator[str]:
    """Everything in which a dossier differs from the tables; nothing where it says what they say."""
    for name, said in (
        ("figures", _figures(dossier)),
        ("claims", _claims(dossier)),
        ("verdicts", _verdicts(dossier)),
        ("events", _events(dossier)),
        ("relations", _relations(dossier)),
        ("entities", _entities(dossier)),
        ("articles", _articles(dossier)),
    ):
        written, found = Counter(row[: WIDTHS.get(name)] for row in rows(name)), Counter(said)
        yield from (f"{name}: missing: {' | '.join(row)}" for row in (written - found).elements())
        yield from (f"{name}: not in the table: {' | '.join(row)}" for row in (found - written).elements())
    yield from reading_differences(dossier)


# The tables, as a dossier would write them


def _figures(dossier: Dossier) -> Iterator[Row]:
    for figure in dossier.figures.values():
        for source in figure.sources:
            document = dossier.documents[source.article]
            yield (
                *_place(document, source.number.start),
                document[source.number],
                dossier.measures[figure.measure].name,
                *_given(figure.subject, figure.material, figure.scope, figure.claimant, ", ".join(source.via)),
                *_words(document, source.said),
                *_given(figure.nature, figure.condition, figure.period),
                *_words(document, source.when),
                *_value(figure),
                _unit(figure, dossier),
                figure.id,
            )


def _claims(dossier: Dossier) -> Iterator[Row]:
    """The claims of the catalog, and those of the table that the catalog holds as a figure, an event or a relation."""
    told_by: dict[Row, list[str]] = {}
    for row in rows("claims"):
        told_by.setdefault((*row[:2], row[10]), []).append(row[2])
    for name, record, modality, about in _statements(dossier):
        for source in record.sources:
            document = dossier.documents[source.article]
            place = _place(document, source.quote.start)
            told = [document[source.quote]]
            if not isinstance(record, Claim):
                told = [words for words in told_by.get((*place, name), ()) if _overlap(document, place, words, source)]
            for words in told:
                yield (
                    *place,
                    words,
                    *_given(record.claimant, ", ".join(source.via)),
                    modality,
                    *_given(", ".join(about)),
                    *_words(document, source.said),
                    *_given(*(", ".join(_related(record, verdict, dossier)) for verdict in (SUPPORTS, CONTRADICTS))),
                    name,
                )


def _statements(dossier: Dossier) -> Iterator[tuple[str, Claim | Figure | Event | Relation, str, list[str]]]:
    """Every record that somebody claims: its name in the tables, how it is said, and about whom."""
    yield from ((claim.id, claim, claim.modality, list(claim.about)) for claim in dossier.claims.values())
    for figure in dossier.figures.values():
        yield figure.id, figure, figure.nature, list(filter(None, [figure.subject, figure.material]))
    yield from ((event.id, event, event.modality, sorted(event.entities)) for event in dossier.events.values())
    for entity in dossier.entities.values():
        for relation in entity.relations:
            yield f"{entity.id} {relation.name} {relation.of}", relation, relation.modality, [entity.id, relation.of]


def _overlap(document: Document, place: Row, words: str, source: Source) -> bool:
    start = document.text.find(words, document.offset(int(place[1]), 1))
    return Span(start, start + len(words)).overlaps(source.quote)


def _related(record: Claim | Figure | Event | Relation, verdict: str, dossier: Dossier) -> list[str]:
    """What a claim or figure is compared with, whichever of the two says so."""
    pairs = related_to(record, dossier) if isinstance(record, Claim | Figure) else []
    other = (pair.second if pair.first is record else pair.first for pair in pairs if pair.verdict == verdict)
    return sorted(each.id for each in other)


def _verdicts(dossier: Dossier) -> Iterator[Row]:
    """The verdicts on pairs of figures, and of pairs in the table that are not compared."""
    found = {}
    for group in dossier.groups.of(dossier.figures.values()):
        found.update({tuple(sorted((pair.first.id, pair.second.id))): pair.verdict for pair in group.pairs()})
    for row in rows("verdicts"):
        if {row[0], row[1]} <= dossier.figures.keys():
            found.setdefault((row[0], row[1]), APART)
    yield from ((*pair, verdict) for pair, verdict in found.items())


def _events(dossier: Dossier) -> Iterator[Row]:
    for event in dossier.events.values():
        for source in event.sources:
            document = dossier.documents[source.article]
            yield (
                *_place(document, source.quote.start),
                *_words(document, source.when),
                *_given(event.date, event.resolved, ", ".join(sorted(event.entities))),
                *_attribution(document, event, source),
                event.id,
            )


def _relations(dossier: Dossier) -> Iterator[Row]:
    for entity in dossier.entities.values():
        for relation in entity.relations:
            for source in relation.sources:
                document = dossier.documents[source.article]
                place = _place(document, source.quote.start)
                when = _words(document, source.when)
                yield (*place, entity.id, relation.name, relation.of, *when, *_attribution(document, relation, source))


def _entities(dossier: Dossier) -> Iterator[Row]:
    for entity in dossier.entities.values():
        yield (entity.name, entity.type, *_given(entity.stands_for), entity.id)


def _articles(dossier: Dossier) -> Iterator[Row]:
    for article in dossier.articles.values():
        document = dossier.documents[article.id]
        dated_by = ", ".join(document[span] for span in article.dated_by)
        leftovers = (
            ":".join(map(str, document.position(artefact.span.start))) + " " + document[artefact.span]
            for artefact in article.artefacts
        )
        yield (
            Path(article.file).name,
            article.heading,
            *_given(article.publisher, article.published, dated_by, article.resolved, article.url),
            *_given(", ".join(leftovers)),
            article.id,
        )


def _attribution(document: Document, record: Relation | Event, source: Source) -> Row:
    return (*_given(record.claimant, ", ".join(source.via)), record.modality, *_words(document, source.said))


def _place(document: Document, offset: int) -> Row:
    return Path(document.file).name, str(document.position(offset)[0])


def _given(*values: str | None) -> Row:
    return tuple(value or "-" for value in values)


def _words(document: Document, span: Span | None) -> Row:
    return (document[span] if span else "-",)


def _value(figure: Figure) -> Row:
    value = figure.value
    if figure.known != "value":
        return (figure.known, "-", "-", "-")
    return (value.modifier, *map(_plain, (value.value, value.interval.low, value.interval.high)))


def _plain(value: Decimal | None) -> str:
    return "-" if value is None else f"{value.normalize():f}"


def _unit(figure: Figure, dossier: Dossier) -> str:
    measure = dossier.measures[figure.measure]
    return measure.unit + (f"/{measure.per}" if measure.per else "")


# The reading: every number, date and name of the articles


def reading_differences(dossier: Dossier) -> Iterator[str]:
    """Where the catalog and the reading differ beyond what is judged, and judgements that nothing needs."""
    documents = {Path(document.file).name: (id, document) for id, document in dossier.documents.items()}
    mentions = dict(_mentions(dossier))
    names: dict[Row, str] = {}
    counts: dict[str, list[Span]] = {id: [] for id in dossier.articles}
    accounted = {id: _accounted_for(dossier, id) for id in dossier.articles}
    differing: set[Row] = set()
    for file, line, column, kind, exact, what in rows("reading"):
        id, document = documents[file]
        start = document.offset(int(line), int(column))
        span, place = Span(start, start + len(exact)), (file, line, column, exact)
        if kind == "name":
            names[place] = what.partition(" [")[0]
            continue
        counts[id].append(span)
        if document[span] != exact or not any(span.overlaps(other) for other in accounted[id]):
            differing.add(place)
    for place in names.keys() | mentions.keys():
        if place not in names or place not in mentions or not _is(dossier.entities[mentions[place]], names[place]):
            differing.add(place)
    judged = {row[:4]: row[4] for row in rows("judged")}
    for place in sorted(differing):
        if judged.get(place) != mentions.get(place, "-"):
            says = f"the catalog says {mentions.get(place, 'nothing')}, the reading {names.get(place, 'nothing')}"
            yield f"reading: {':'.join(place)}: {says}"
    yield from (f"judged: no longer needed: {':'.join(place)}" for place in sorted(judged.keys() - differing))
    for file, (id, document) in documents.items():
        for span in accounted[id]:
            if not any(span.overlaps(other) for other in counts[id]):
                line, column = document.position(span.start)
                yield f"reading: {file}:{line}:{column}:{document[span]}: a number or date that the reading lacks"


def _mentions(dossier: Dossier) -> Iterator[tuple[Row, str]]:
    for id, mentions in dossier.mentions.items():
        document = dossier.documents[id]
        for mention in mentions:
            place = map(str, document.position(mention.span.start))
            yield (Path(document.file).name, *place, document[mention.span]), mention.record


def _is(entity: Entity, name: str) -> bool:
    return CANONICAL.get(name) == entity.id or name in {entity.name, entity.short, *entity.aliases, *entity.also}


def _accounted_for(dossier: Dossier, article: str) -> list[Span]:
    """Every number and date of an article that a record captures or the curator ignores."""
    spans = [*dossier.articles[article].dated_by]
    spans += [entry.span for entry in dossier.ignored if entry.article == article and not entry.is_name]
    for source in _sources(dossier):
        if source.article == article:
            spans += [source.when] if source.when else []
            spans += [source.number] if source.number else []
    return spans


def _sources(dossier: Dossier) -> Iterator[Source]:
    valued = (figure for figure in dossier.figures.values() if figure.known == "value")
    yield from (source for figure in valued for source in figure.sources)
    yield from (source for event in dossier.events.values() for source in event.sources)
    for entity in dossier.entities.values():
        yield from (source for relation in entity.relations for source in relation.sources)
