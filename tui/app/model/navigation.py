"""Where one stands and how one moves on: the present place, the peek before it, and walks through occurrences.

Knows places and spots, and no widget. `anchor` is always the code point at the top visible line of the text.
"""

from collections.abc import Sequence
from dataclasses import replace

from tui.app.model.occurrences import LEFT_OUT
from tui.app.model.place import LISTS, SPLIT_VIEWS, TEXT, History, Place
from tui.app.model.workspace import Workspace
from tui.dossier.occurrence import Occurrence
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.wording import article_name, short_date
from tui.view.wrap import cut

_NAME_WIDTH = 44
"""Cells of an article's name in a message."""


def carried(place: Place, before: Workspace, now: Workspace) -> Place:
    """A place in a dossier read anew: at its spot or the one nearest to it; where its record is gone, in its article.

    It keeps the record's id: what is left out for a moment, or renamed and named back, is found again.
    """
    spot, row = before.spot(place), place.row
    stands = now.occurrences.stands(place)
    stood = place.article if spot is None or stands else spot.article
    article = stood if stood in now.dossier.articles else None
    if row is not None and not now.occurrences.has(row):
        row = None
    occurrence = _again(place, spot, now.occurrences.of(row or place.record))
    anchor = place.anchor if article or stands else None
    return replace(place, article=article, row=row, occurrence=occurrence, anchor=anchor)


def _again(place: Place, spot: Occurrence | None, spots: Sequence[Occurrence]) -> int:
    """Which of the spots is the one that a place was at, or is next to where that was."""
    if not spots:
        return place.occurrence
    here = [(i, each.span.start) for i, each in enumerate(spots) if spot and each.article == spot.article]
    if spot and here:
        return min(here, key=lambda at: abs(at[1] - spot.span.start))[0]
    return min(place.occurrence, len(spots) - 1)


class Navigation:
    """A peek shows and is dropped without trace; a kept place goes to history; the places of a walk are one."""

    def __init__(self, workspace: Workspace, history: History) -> None:
        self.workspace = workspace
        self.history = history
        self.peek: Place | None = None
        self.timeline_filter = ""
        """What the timeline was narrowed to: who comes back to it finds it so."""
        self._walking = False
        self._ended = 0

    @property
    def shown(self) -> Place:
        """What is on screen: the peek, else the present place."""
        return self.peek or self.history.current

    def take(self, workspace: Workspace, anchor: int | None) -> str | None:
        """Goes on in a dossier read anew. Returns what to say where what was shown is in it no more."""
        before, self.workspace, shown = self.workspace, workspace, self.shown
        self.leave(anchor)
        self.history.places = [carried(place, before, workspace) for place in self.history.places]
        if self.peek is not None:
            self.peek = carried(self.peek, before, workspace)
        spot = before.spot(shown)
        if shown.record.startswith(LEFT_OUT) and spot and spot != workspace.spot(self.shown):
            # It was taken in: the text stays where it is, rather than go to what is still left out.
            self._show_instead(Place(spot.article, anchor=anchor, article=spot.article))
        if workspace.occurrences.stands(shown) or not before.occurrences.stands(shown):
            return None
        if self.peek is not None and self.peek.article:
            self.peek = replace(self.peek, anchor=anchor)
        return self.gone()

    def _show_instead(self, place: Place) -> None:
        if self.peek is not None:
            self.peek = place
        else:
            self.history.replace(place)

    def gone(self) -> str:
        """What to say of a record that is gone from what is shown."""
        name = visible(self.shown.record)
        if any(problem.severity == "error" for problem in self.workspace.dossier.problems):
            return f"{name} is no longer in the dossier; ! lists what is left out."
        kept = "; its place in the text is kept" if self.shown.article else ""
        return f"{name} is no longer in the catalog{kept}."

    def leave(self, anchor: int | None) -> None:
        """Notes in the present place where the text stands, unless a peek has moved it."""
        if self.peek is None:
            self.history.leave_at(anchor)

    def rest(self, pane: str, anchor: int | None) -> None:
        """Makes what is on screen the present place, as the one to come back to another day."""
        if self.shown.pane not in SPLIT_VIEWS:
            self._push(replace(self.shown, pane=pane, anchor=anchor))

    def show(self, place: Place, anchor: int | None) -> None:
        """Peeks at a place."""
        self.leave(anchor)
        self._walking = False
        self.peek = None if place.same(self.history.current) and place.pane not in LISTS else place

    def drop(self) -> None:
        """Goes back from a peek."""
        self.peek = None

    def keep(self, anchor: int | None) -> None:
        """Makes the peek a place of its own."""
        if self.peek is not None:
            self._push(replace(self.peek, pane=TEXT, anchor=anchor))

    def go(self, place: Place, anchor: int | None) -> None:
        """Jumps: keeps what is on screen, peek or not, then goes on."""
        self.leave(anchor)
        if self.peek is not None:
            self.history.push(replace(self.peek, anchor=anchor))
        self._push(place)

    def _push(self, place: Place) -> None:
        self.peek = None
        self._walking = False
        self.history.push(place)

    def step(self, by: int, anchor: int | None) -> str | None:
        """Back (-1) or forward (1) in history; a peek is left first. Returns what to say at either end."""
        if self.peek is not None and by < 0:
            self.peek = None
            return None
        self.leave(anchor)
        self.peek = None
        self._walking = False
        if self.history.step(by):
            return None
        return "No earlier place." if by < 0 else "No later place."

    def walk(self, by: int, anchor: int | None) -> str | None:
        """To the next occurrence (1) or the one before (-1), in reading order, across articles.

        Returns what to say: that there is none, that this is the last, or that another article begins.
        """
        shown, spots = self.shown, self.workspace.occurrences.of(self.shown.record)
        if shown.record and not self.workspace.occurrences.stands(shown):
            return self.gone()
        if not spots:
            if shown.record in self.workspace.dossier.articles:
                return "Nothing to walk: choose an entity or a figure."
            return f"{self.workspace.occurrences.label(shown.record)}: not in the text."
        following = shown.occurrence + by
        if not 0 <= following < len(spots):
            if len(spots) == 1:
                return "The only place."
            if self._ended != by:
                self._ended = by
                end, again, other = ("Last", "n", "first") if by > 0 else ("First", "N", "last")
                return f"{end} of {len(spots)}. {again} again: the {other}."
            following %= len(spots)
        self._ended = 0
        before, after = self.workspace.spot(shown), spots[following]
        self._walk_to(replace(shown, occurrence=following, anchor=None), anchor)
        if before is None or before.article == after.article:
            return None
        which, back = ("Next", "N") if by > 0 else ("Previous", "n")
        name = cut(article_name(after.article, self.workspace.dossier), _NAME_WIDTH)
        date = short_date(self.workspace.dossier.articles[after.article].date)
        return f"{which} article: {name}, {date}. {back} returns."

    def _walk_to(self, place: Place, anchor: int | None) -> None:
        if self.peek is not None:
            self.peek = place
        elif self._walking:
            self.history.replace(place)
        else:
            self.leave(anchor)
            self.history.push(place)
            self._walking = True

    def forget_end(self) -> None:
        """Another key than n or N: the end of the walk is to be said again."""
        self._ended = 0

    def nearest(self, record: str, article: str | None, visible: Span) -> int:
        """The occurrence that a move shows: one visible now, the next below, the first here, or the first of all."""
        here = [(i, spot.span) for i, spot in self.workspace.occurrences.in_article(record, article)] if article else []
        seen = [i for i, span in here if visible.overlaps(span)]
        below = [i for i, span in here if span.start >= visible.end]
        return next(iter([*seen, *below, *(i for i, _ in here)]), 0)
