"""What the index contains of a record: the texts that are searched, and the values of filters."""

from collections.abc import Sequence

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record
from tui.search.index import FIELD_WEIGHTS


def searched_texts(record: Record, dossier: Dossier) -> dict[str, list[str]]:
    """The texts of a record that are searched, by field."""
    texts: dict[str, list[str]] = {field: [] for field in FIELD_WEIGHTS}
    match record:
        case Entity():
            texts["name"] = [record.name]
            texts["alias"] = [name for name in (*record.aliases, *record.also, record.short, record.id) if name]
            texts["detail"] = [record.type]
        case Article():
            texts["title"] = [record.title]
            texts["detail"] = [name for name in (dossier.name_of(record.publisher),) if name]
        case Figure():
            who = [dossier.entities[id] for id in (record.subject, record.material, record.claimant) if id]
            texts["label"] = [record.label, record.written]
            texts["detail"] = [name for entity in who for name in (entity.name, *entity.aliases)]
        case Claim():
            who = [dossier.entities[id] for id in (*record.about, record.claimant) if id]
            names = (name for entity in who for name in (entity.name, *entity.aliases))
            # Less than the sentence that prints it: what it is about has an entry of its own.
            texts["claim"] = [record.what, record.modality, *names]
        case Event():
            texts["label"] = [record.what]
            texts["detail"] = [dossier.entities[id].name for id in record.entities]
        case Measure():
            texts["name"], texts["alias"] = [record.name], [record.id]
    if date := record.sorting_date:
        # The date is a main part of an event, and a detail of other records.
        texts["label" if isinstance(record, Event) else "detail"].append(str(edtf.parse(date)))
    return texts


def facets(record: Record, sources: Sequence[Occurrence], dossier: Dossier) -> set[str]:
    """The filters that a record passes, each as KEY:ID."""
    found = {f"article:{source.article}" for source in sources}
    match record:
        case Entity():
            found |= {f"entity:{record.id}", f"kind:{record.type}"}
            found |= {f"by:{relation.claimant}" for relation in record.relations if relation.claimant}
        case Article():
            found |= {f"article:{record.id}", f"entity:{record.publisher}"}
            found |= {f"entity:{mention.record}" for mention in dossier.mentions[record.id]}
        case Claim():
            found |= {f"subject:{id}" for id in record.about}
            found |= {f"by:{record.claimant}"} if record.claimant else set()
            found |= {f"entity:{id}" for id in record.entity_ids}
        case Event():
            found |= {f"entity:{id}" for id in record.entity_ids}
            found |= {f"by:{record.claimant}"} if record.claimant else set()
        case Figure():
            found |= figure_facets(record)
            found |= {f"entity:{id}" for id in (record.subject, record.material, record.claimant)}
        case Measure():
            found.add(f"measure:{record.id}")
    return found


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
    """Kind of unit, modifier, value, low and high of a figure; the numbers are exact and in the base unit."""
    value, unit = figure.value, dossier.unit_of(figure)
    ends = (value.value, value.interval.low, value.interval.high)
    return unit.kind, value.modifier, *(None if end is None else str(end * unit.factor) for end in ends)
