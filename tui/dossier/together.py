"""Who is named with whom: entities that share a sentence."""

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.records import Mention
from tui.text.span import Span


class Company(NamedTuple):
    """An entity that is named beside another: in how many sentences, and where first."""

    entity: str
    sentences: int
    first: Mention


def named_with(entity: str, dossier: Dossier) -> list[Company]:
    """The entities that share sentences with one, the most first; background records, which are everywhere, are not."""
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    sentences = {
        (mention.article, dossier.documents[mention.article].sentence_around(mention.span)): None
        for mention in dossier.mentions_of(entity)
    }
    for article, sentence in sentences:
        named: dict[str, Mention] = {}
        for mention in _mentions_in(article, sentence, dossier):
            named.setdefault(mention.entity, mention)
        for id, mention in named.items():
            if id != entity and id not in dossier.background:
                counts[id] += 1
                first.setdefault(id, mention)
    return [Company(id, count, first[id]) for id, count in counts.most_common()]


def _mentions_in(article: str, stretch: Span, dossier: Dossier) -> tuple[Mention, ...]:
    mentions = dossier.mentions[article]
    start = bisect_left(mentions, stretch.start, key=lambda mention: mention.span.start)
    end = bisect_left(mentions, stretch.end, key=lambda mention: mention.span.start)
    return mentions[start:end]
