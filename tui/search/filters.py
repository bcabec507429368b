"""Which records and passages pass a query's filters. All must hold."""

from tui.catalog import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Entity, Event, Figure
from tui.quantity.interval import Interval
from tui.search.index import Entry
from tui.search.query import Query, Threshold
from tui.text.span import Span


def admits(entry: Entry, query: Query, dossier: Dossier) -> bool:
    """Whether an entry passes every filter and threshold."""
    return (
        all(_passes(entry, key, value, dossier) for key, value in query.filters)
        and not any(_passes(entry, key, value, dossier) for key, value in query.barred)
        and all(_lies(entry, threshold, dossier) for threshold in query.thresholds)
    )


def _passes(entry: Entry, key: str, value: str, dossier: Dossier) -> bool:
    match key:
        case "kind":
            return entry.kind == value
        case "article":
            return value in _articles(entry, dossier)
        case "entity":
            return value in _entities(entry, dossier)
        case "year":
            date = dossier.date_of(entry.record) if entry.record else None
            return date is not None and edtf.parse(date).touches_year(int(value))
    figures = _figures(entry, dossier)
    attribute = "claimant" if key == "by" else key
    if key == "measure" and entry.kind == "measure":
        return entry.id == value
    return any(getattr(figure, attribute) == value for figure in figures)


def _articles(entry: Entry, dossier: Dossier) -> set[str]:
    if entry.record is None:
        return {entry.article} if entry.article else set()
    if isinstance(entry.record, Article):
        return {entry.record.id}
    return {source.article for source in dossier.sources_of(entry.record)}


def _entities(entry: Entry, dossier: Dossier) -> set[str | None]:
    match entry.record:
        case Entity() as entity:
            return {entity.id}
        case Article() as article:
            return {article.publisher, *(mention.entity for mention in dossier.mentions[article.id])}
        case Event() as event:
            return set(event.entities)
        case Figure() as figure:
            return {figure.subject, figure.material, figure.claimant}
    if entry.article and entry.span:
        return {m.entity for m in dossier.mentions[entry.article] if entry.span.covers(m.span)}
    return set()


def _figures(entry: Entry, dossier: Dossier) -> list[Figure]:
    """The figure that an entry is, or those whose number a passage prints."""
    if isinstance(entry.record, Figure):
        return [entry.record]
    if entry.record is not None or entry.article is None or entry.span is None:
        return []
    return [f for f in dossier.figures_in(entry.article) if _prints(entry.span, entry.article, f)]


def _prints(span: Span, article: str, figure: Figure) -> bool:
    return any(source.article == article and span.covers(source.number) for source in figure.sources)


def _lies(entry: Entry, threshold: Threshold, dossier: Dossier) -> bool:
    for figure in _figures(entry, dossier):
        unit = dossier.unit_of(figure)
        value = figure.value
        ends = [value.value] if value.value is not None else _ends(value.interval)
        if any(end is not None and threshold.admits(end * unit.factor, value.modifier, unit.kind) for end in ends):
            return True
    return False


def _ends(interval: Interval) -> list:  # type: ignore[type-arg]
    return [interval.low, interval.high]
