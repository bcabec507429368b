"""Where the reader stands, and the way there: one value for history, links from outside and the last session."""

from dataclasses import dataclass, replace

ARTICLES, ENTITIES, FIGURES, TEXT, DETAILS = PANES = ("articles", "entities", "figures", "text", "details")
"""The panes, in the order of their numbers 1 to 5."""

KINDS = {ARTICLES: "article", ENTITIES: "entity", FIGURES: "figure"}
"""The panes that are lists, with the kind of record in each."""

LISTS = tuple(KINDS)

COMPARE, TIMELINE = SPLIT_VIEWS = ("compare", "timeline")
"""What opens over the panes and is a place too."""

KEPT = 200
"""How many places history holds."""


@dataclass(frozen=True)
class Place:
    """A record or a spot in the text, seen from a pane; or what is set side by side about it.

    `record` is a record's id, `FILE:LINE:COLUMN` of an article, `hits:QUERY`, the passages that a query finds, or
    `left-out:ARTICLE`, what the catalog leaves out of one; empty for the timeline. `anchor` is the code point at the
    top visible line; None leaves it to the reader.
    """

    record: str
    occurrence: int = 0
    pane: str = TEXT
    anchor: int | None = None
    article: str | None = None
    """The article on screen, where the record itself stands in none."""

    row: str | None = None
    """In compare and the timeline: the record under the cursor, of which `occurrence` and `anchor` are then."""

    def same(self, other: "Place") -> bool:
        """Whether both show the same thing, wherever the text is scrolled and the focus or cursor is."""
        if self.pane in SPLIT_VIEWS or other.pane in SPLIT_VIEWS:
            return (self.record, self.pane) == (other.record, other.pane)
        return (self.record, self.occurrence) == (other.record, other.occurrence)


class History:
    """The places that were kept, in order, and which of them is the present one."""

    def __init__(self, first: Place) -> None:
        self.places = [first]
        self.cursor = 0

    @property
    def current(self) -> Place:
        """The present place."""
        return self.places[self.cursor]

    def push(self, place: Place) -> None:
        """Goes on to a place; what was ahead is dropped. A place that shows the same as the present one replaces it."""
        if place.same(self.current):
            self.replace(place)
            return
        self.places = [*self.places[: self.cursor + 1], place][-KEPT:]
        self.cursor = len(self.places) - 1

    def replace(self, place: Place) -> None:
        """Puts a place where the present one is."""
        self.places[self.cursor] = place

    def leave_at(self, anchor: int | None) -> None:
        """Notes where the text was scrolled to before the present place is left."""
        self.replace(replace(self.current, anchor=anchor))

    def step(self, by: int) -> bool:
        """Goes back (-1) or forward (1); False at either end, where nothing changes."""
        if not 0 <= self.cursor + by < len(self.places):
            return False
        self.cursor += by
        return True
