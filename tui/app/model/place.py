"""A place in the dossier, and the history of places."""

from dataclasses import KW_ONLY, dataclass, replace

from tui.app.model.target import (
    NO_TARGET,
    CompareTarget,
    FindTarget,
    RecordTarget,
    Target,
    TextTarget,
    TimelineTarget,
    parse_target,
)

ARTICLES, ENTITIES, FIGURES, TEXT, DETAILS = PANES = ("articles", "entities", "figures", "text", "details")
"""The panes, in the order of their numbers 1 to 5."""

CLAIMS, EVENTS = "claims", "events"
"""The lists that share the pane of the figures."""

KINDS = {ARTICLES: "article", ENTITIES: "entity", FIGURES: "figure", CLAIMS: "claim", EVENTS: "event"}
"""The lists, with the kind of record in each."""

TABS = {ARTICLES: (ARTICLES,), ENTITIES: (ENTITIES,), FIGURES: (FIGURES, CLAIMS, EVENTS)}
"""The panes that hold lists, with the lists of which each shows one."""

LISTS = tuple(TABS)

LABELS = {name: name.capitalize() for name in (*PANES, *KINDS)}
"""The names of panes and lists as they are shown."""

_SEARCH = "search:"

KEPT = 200
"""How many places the history holds."""


@dataclass(frozen=True)
class Place:
    """What the app shows, and how: in history, in the last session, and at the place that is asked for with --at."""

    target: Target
    _: KW_ONLY
    occurrence: int = 0
    """Which of the target's occurrences is current, counted from 0 in reading order."""
    pane: str = TEXT
    """The pane of the main screen that has the focus."""
    anchor: int | None = None
    """The code point at the top visible line of the text; None if the text scrolls to the occurrence."""
    article: str | None = None
    """The article on screen, if the target does not determine it."""
    row: str | None = None
    """In compare and the timeline: the record under the cursor, to which `occurrence` and `anchor` apply then."""
    origin: str = ""
    """Where Escape returns to: a pane, `compare`, `timeline`, or what `search_origin` returns; empty if not known."""

    @classmethod
    def at(cls, text: str, *, occurrence: int = 0, pane: str = TEXT, anchor: int | None = None) -> "Place":
        """The place that a text means: a record's id or FILE:LINE[:COLUMN]."""
        return cls(parse_target(text), occurrence=occurrence, pane=pane, anchor=anchor)

    @property
    def text_target(self) -> TextTarget:
        """What the text shows: of a comparison, what it compares."""
        match self.target:
            case CompareTarget(of):
                return of
            case TimelineTarget():
                return NO_TARGET
        return self.target

    @property
    def record(self) -> str:
        """The id of the record that the place is about, compared or not; empty if there is none."""
        target = self.text_target
        return target.id if isinstance(target, RecordTarget) else ""

    @property
    def occurrence_target(self) -> Target:
        """What `occurrence` counts the occurrences of: in compare and the timeline, those of the row."""
        return RecordTarget(self.row) if self.row else self.target

    @property
    def is_split_view(self) -> bool:
        """Whether it is in compare or the timeline, which open over the main screen."""
        return isinstance(self.target, CompareTarget | TimelineTarget)

    @property
    def query(self) -> str | None:
        """The query among whose results the place was chosen, if it was."""
        return self.origin.removeprefix(_SEARCH) if self.origin.startswith(_SEARCH) else None

    @property
    def has_occurrences(self) -> bool:
        """Whether it may be at an occurrence, so that the text can scroll there."""
        return not isinstance(self.target, RecordTarget) or self.article is None or self.target.id != self.article

    def shows_same_as(self, other: "Place") -> bool:
        """Whether both show the same, wherever the text is scrolled and the focus or the cursor is."""
        return self.target == other.target and (self.is_split_view or self.occurrence == other.occurrence)


def search_origin(query: str) -> str:
    """The origin of a place that was chosen among the results of a query."""
    return f"{_SEARCH}{query}"


class History:
    """The places where the user was, in order, and which of them is the present one."""

    def __init__(self, first: Place) -> None:
        self.places = [first]
        self.cursor = 0

    @property
    def current(self) -> Place:
        """The present place."""
        return self.places[self.cursor]

    def push(self, place: Place) -> None:
        """Adds a place after the present one and drops those after it; replaces it if both show the same."""
        if place.shows_same_as(self.current):
            self.replace(place)
            return
        self.places = [*self.places[: self.cursor + 1], place][-KEPT:]
        self.cursor = len(self.places) - 1

    def replace(self, place: Place) -> None:
        """Replaces the present place."""
        self.places[self.cursor] = place

    def drop_repeated(self) -> bool:
        """Drops the place before the present one if both show the same. Returns whether it did."""
        if self.cursor == 0 or not self.current.shows_same_as(self.places[self.cursor - 1]):
            return False
        self.cursor -= 1
        del self.places[self.cursor]
        return True

    def leave_at(self, anchor: int | None) -> None:
        """Notes how far the text is scrolled at the present place."""
        self.replace(replace(self.current, anchor=anchor))

    def forget_anchors(self) -> None:
        """Has the text scroll to the current occurrence at every place: in another window, an anchor may hide it."""
        self.places = [replace(place, anchor=None) if place.has_occurrences else place for place in self.places]

    def step_out(self) -> bool:
        """Goes back to where the present place was reached from, whatever steps were taken there; False if nowhere.

        From an article, that is not the words that were found in it: their highlights were cleared.
        """
        here = self.current
        before = self.cursor
        while before >= 0 and self._belongs_to(self.places[before], here):
            before -= 1
        return before >= 0 and self.step(before - self.cursor)

    @staticmethod
    def _belongs_to(place: Place, here: Place) -> bool:
        if isinstance(place.target, FindTarget):
            return RecordTarget(place.target.article) == here.target
        return (place.target, place.origin) == (here.target, here.origin)

    def step(self, by: int) -> bool:
        """Goes back (-1) or forward (1). Returns False if there is no such place."""
        if not 0 <= self.cursor + by < len(self.places):
            return False
        self.cursor += by
        return True
