"""Counts which entities are named in the same sentences."""

from collections import Counter
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.text.sorted_spans import starting_in


class Cooccurrence(NamedTuple):
    """An entity that is named with another: in how many sentences, and its first mention there."""

    entity: str
    sentences: int
    first: Occurrence


def named_with(entity: str, dossier: Dossier) -> list[Cooccurrence]:
    """The entities that share sentences with one, the most frequent first; without background entities."""
    counts: Counter[str] = Counter()
    first: dict[str, Occurrence] = {}
    sentences = {
        (mention.article, dossier.documents[mention.article].sentence_around(mention.span)): None
        for mention in dossier.occurrences_of(entity)
    }
    for article, sentence in sentences:
        named: dict[str, Occurrence] = {}
        for mention in starting_in(dossier.mentions[article], sentence):
            named.setdefault(mention.record, mention)
        for id, mention in named.items():
            if id != entity and id not in dossier.background:
                counts[id] += 1
                first.setdefault(id, mention)
    return [Cooccurrence(id, count, first[id]) for id, count in counts.most_common()]
