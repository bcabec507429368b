"""What the index contains of a record: the texts that are searched, and the values of filters."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache

from tui.dates import edtf
from tui.dossier.article_mentions import ArticleMentions
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record, ReviewStatus, Source
from tui.search.dimensions import marks
from tui.search.index import FIELD_WEIGHTS, NESTED
from tui.search.terms import words
from tui.text.document import LONGEST_PASSAGE

_NATURES = {"deadline": ["deadline", "due"], "target": ["target", "aim", "goal"]}
"""Words for an event that has not happened."""

_PLACES = ("country", "place")

_MOST_WORDS = 12
"""Words of the longest name in which others are looked for."""


class SearchedTexts:
    """The texts of the records of one dossier that are searched."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        # Many records refer to the same entities.
        self._of = cache(self._names_of)
        self._owners: dict[str, str] = {}
        """The entity that each name belongs to, by its words."""
        self._relations: dict[str, list[str]] = defaultdict(list)
        """What the texts state of an entity and others, from both sides, without its own name."""
        self._places: dict[str, list[str]] = defaultdict(list)
        """The places that a plant, a deposit and the like is related to: what is made there is made in its country."""
        for entity in dossier.entities.values():
            for name in (*_names(entity), *entity.also):
                self._owners.setdefault(_folded(name), entity.id)
            for relation in entity.relations:
                other = dossier.entities[relation.of]
                if other.type in _PLACES and entity.type not in _PLACES:
                    self._places[entity.id].append(_forms(other))
                # Each of the two is found by both names of the relation: Putin’s spokesman speaks for Putin.
                both = f"{relation.name} {dossier.inverse(relation.name)}"
                self._relations[entity.id].append(f"{both} {_forms(other)}")
                self._relations[other.id].append(f"{both} {_forms(entity)}")

    def of(self, record: Record) -> dict[str, list[str]]:
        """The texts of a record, by field."""
        dossier = self._dossier
        texts: dict[str, list[str]] = {field: [] for field in FIELD_WEIGHTS}
        match record:
            case Entity():
                texts["name"] = [record.name]
                texts["alias"] = [*_names(record)[1:], *record.also, record.id]
                texts["detail"] = [record.type]
                texts["relation"] = self._relations[record.id]
                texts["note"] = [record.note] if record.note else []
            case Article():
                texts["title"] = [record.title]
                texts["detail"] = [name for name in (dossier.name_of(record.publisher),) if name]
            case Figure():
                measure = dossier.measures[record.measure]
                label = " ".join([record.label, *measure.also])
                texts["label"] = [label, record.written]
                who = (
                    name
                    for id in (record.subject, record.material, record.claimant)
                    for name in self._of(id, with_also=True)
                )
                condition = [record.condition] if record.condition else []
                texts["detail"] = [*who, *self._places[record.subject], record.nature, *condition]
                texts["detail"] += [measure.id, *marks(dossier.unit_of(record), measure.changes)]
                texts["note"] = [*self._context(record)]
            case Claim():
                names = (name for id in (*record.about, record.claimant) for name in self._of(id))
                # Not the whole sentence: the entities and figures in it have entries of their own.
                texts["claim"] = [record.what, record.modality, *names]
                texts["also"] = [*record.also]
            case Event():
                texts["label"] = [record.what, *_NATURES.get(record.nature, [])]
                texts["detail"] = [name for id in record.entities for name in self._of(id)[:1]]
            case Measure():
                texts["name"], texts["alias"] = [record.name], [*record.also, record.id]
        if date := record.sorting_date:
            # The date is a main part of an event, and a detail of other records.
            texts["label" if isinstance(record, Event) else "detail"].append(str(edtf.parse(date)))
        return texts

    def sentences(self, record: Record) -> list[str]:
        """The sentences that print a figure; none of another record."""
        return [*dict.fromkeys(map(self._sentence, record.sources))] if isinstance(record, Figure) else []

    def _sentence(self, source: Source) -> str:
        """The sentence that prints a figure."""
        document = self._dossier.documents[source.article]
        around = document.part(document.sentence_around(source.quote), source.quote, LONGEST_PASSAGE)
        return document[around]

    def _context(self, figure: Figure) -> Iterator[str]:
        """What a figure is asked for with, though it does not print it: which country, in dollars, and its topic.

        The topic is the title of its articles without names: it need not be about what they name.
        """
        unit = self._dossier.unit_of(figure)
        yield self._dossier.entities[figure.subject].type
        if not unit.exact:
            yield unit.name
        for id in dict.fromkeys(source.article for source in figure.sources):
            yield self._without_names(self._dossier.articles[id].title)

    def _without_names(self, title: str) -> str:
        """The words of a title that are no names of entities."""
        left, rest = [], [word for word, _, _ in words(title)]
        while rest:
            lengths = range(min(_MOST_WORDS, len(rest)), 0, -1)
            named = next((length for length in lengths if " ".join(rest[:length]) in self._owners), 0)
            left += rest[:1] if not named else []
            rest = rest[named or 1 :]
        return " ".join(left)

    def _names_of(self, id: str | None, with_also: bool = False) -> list[str]:
        """The names of an entity that a record refers to."""
        if id is None:
            return []
        entity = self._dossier.entities[id]
        names = [*_names(entity), *entity.also] if with_also else _names(entity)
        return [self._nested(name, id) for name in names]

    def _nested(self, name: str, id: str) -> str:
        """A name with marks around the names of other entities in it: it does not refer to them."""
        found = [(start, end) for _, start, end in words(name)]
        if not 1 < len(found) <= _MOST_WORDS:
            return name
        for length in range(len(found) - 1, 0, -1):
            for i in range(len(found) - length + 1):
                start, end = found[i][0], found[i + length - 1][1]
                if self._owners.get(_folded(name[start:end]), id) != id:
                    return f"{name[:start]}{NESTED}{name[start:end]}{NESTED}{name[end:]}"
        return name


def _names(entity: Entity) -> list[str]:
    single = None if "-" in entity.id else entity.id
    return [name for name in (entity.name, *entity.aliases, entity.short, single) if name]


def _forms(entity: Entity) -> str:
    return " ".join(dict.fromkeys([entity.name, *([entity.short] if entity.short else [])]))


def _folded(name: str) -> str:
    return " ".join(word for word, _, _ in words(name))


def facets(record: Record) -> set[str]:
    """The filters that a record passes, each as KEY:ID; those of mentions are apart."""
    found = {f"article:{source.article}" for source in record.evidence}
    match record:
        case Entity():
            found |= {f"entity:{record.id}", f"kind:{record.type}"}
            found |= {f"by:{relation.claimant}" for relation in record.relations if relation.claimant}
        case Article():
            found |= {f"article:{record.id}", f"entity:{record.publisher}"}
        case Claim():
            found |= _status(record.review)
            found |= {f"subject:{id}" for id in record.about}
            found |= {f"by:{record.claimant}"} if record.claimant else set()
            found |= {f"entity:{id}" for id in record.entity_ids}
        case Event():
            found |= {f"entity:{id}" for id in record.entity_ids}
            found |= {f"by:{record.claimant}"} if record.claimant else set()
        case Figure():
            found |= figure_facets(record) | _status(record.review)
            found |= {f"entity:{id}" for id in (record.subject, record.material, record.claimant)}
        case Measure():
            found.add(f"measure:{record.id}")
    return found


def mentioned(record: Record, mentions: ArticleMentions) -> Collection[str]:
    """The articles that mention an entity, or the entities that an article mentions, once for each mention."""
    if isinstance(record, Entity):
        return mentions.counts.get(record.id, ())
    return mentions.entities(record.id) if isinstance(record, Article) else ()


def mention_facets(record: Record, mentions: ArticleMentions) -> set[str]:
    """The filters that an entity or an article passes because of mentions."""
    key = "article" if isinstance(record, Entity) else "entity"
    return {f"{key}:{id}" for id in mentioned(record, mentions)}


def _status(review: ReviewStatus | None) -> set[str]:
    return {f"status:{review.status}"} if review else set()


def figure_facets(figure: Figure) -> set[str]:
    """The filters that a figure passes, and so does a passage that prints it."""
    ids = {
        "measure": figure.measure,
        "subject": figure.subject,
        "material": figure.material,
        "by": figure.claimant,
    }
    return {f"{key}:{id}" for key, id in ids.items() if id}


def figure_value(figure: Figure, dossier: Dossier) -> tuple[str | None, ...]:
    """Kind of unit, modifier, value, low and high of a figure, and the series that it belongs to.

    The numbers are exact and in the base unit.
    """
    value, unit = figure.value, dossier.unit_of(figure)
    if figure.known != "value":
        # No number is printed that a quantity could be compared with.
        return unit.kind, value.modifier, None, None, None, None
    ends = (value.value, value.interval.low, value.interval.high)
    bounds = (None if end is None else str(unit.in_base(end)) for end in ends)
    return unit.dimension, value.modifier, *bounds, f"{figure.measure} {figure.material or ''}"
