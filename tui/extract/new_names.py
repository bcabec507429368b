"""Where a name of a text is new to the catalog."""

from tui.dossier.dossier import Dossier
from tui.text.sorted_spans import Disjoint, Ordered
from tui.text.span import Span

_PLACES = ("country", "place")
"""The types of entities whose name may begin that of somebody else."""


class NewNames:
    """Tells the new names of one article from mentions, and from what the curator ignores."""

    def __init__(self, dossier: Dossier, article: str) -> None:
        places: list[Span] = []
        self._taken, self._ignored = Disjoint(), Disjoint()
        for mention in dossier.mentions[article]:
            if dossier.entities[mention.record].type in _PLACES:
                places.append(mention.span)
            else:
                self._taken.add(mention.span)
        self._places = Ordered(places)
        for each in dossier.ignored:
            if each.article == article and each.is_name:
                self._ignored.add(each.span)

    def has(self, span: Span, kind: str | None) -> bool:
        """Whether a name of some kind is new at its place.

        The US is not meant in US Geological Survey. A firm is, where more of its name is printed, and so is a place.
        """
        if self._taken.overlaps(span) or self._ignored.overlaps(span):
            return False
        inside = self._places.within(span)
        return not inside or (kind not in _PLACES and all(span.covers(each) and span != each for each in inside))
