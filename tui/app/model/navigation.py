"""The present place and the ways to other places: previews, jumps, history, and steps through occurrences.

`anchor` is always the code point at the top visible line of the text.
"""

from collections.abc import Sequence
from dataclasses import replace

from tui.app.model.place import DETAILS, LISTS, TEXT, History, Place
from tui.app.model.target import NO_TARGET, HitsTarget, RecordTarget, Target, UncapturedTarget, format_target
from tui.app.model.workspace import Workspace
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Topic
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.wording import article_name


def carried_over(place: Place, before: Workspace, now: Workspace) -> Place:
    """The same place in another version of the dossier: at the same occurrence or the one nearest to it.

    If its record is gone, it is in the same article. It keeps the record's id, which may come back.
    """
    current, row = before.occurrence_at(place), place.row
    exists = now.occurrences.has(place.target)
    article = place.article if current is None or exists else current.article
    if article not in now.dossier.articles:
        article = None
    if row is not None and not now.occurrences.has(RecordTarget(row)):
        row = None
    anchor = place.anchor if article or exists else None
    carried = replace(place, article=article, row=row, anchor=anchor)
    occurrence = _nearest_occurrence(place, current, now.occurrences.of(carried.occurrence_target))
    return replace(carried, occurrence=occurrence)


def _nearest_occurrence(place: Place, current: Occurrence | None, found: Sequence[Occurrence]) -> int:
    """The number of the occurrence that a place was at, or of the nearest one to it."""
    if not found:
        return place.occurrence
    here = [(i, each.span.start) for i, each in enumerate(found) if current and each.article == current.article]
    if current and here:
        return min(here, key=lambda each: abs(each[1] - current.span.start))[0]
    return min(place.occurrence, len(found) - 1)


class Navigation:
    """Where the user is in the dossier.

    The previews of one pane are one entry of the history, which is added when something else is shown. Steps through
    the occurrences of a record change one entry, rather than add one each.
    """

    def __init__(self, workspace: Workspace, history: History) -> None:
        self.workspace = workspace
        self.history = history
        self.preview: Place | None = None
        self.timeline_filter = ""
        """The filter of the timeline when it was left."""
        self.axes: dict[Topic, bool] = {}
        """Whether the axis of a comparison is logarithmic, by its topic, where the user has chosen one."""
        self._stepping = False
        """Whether the last move was a step to another occurrence."""
        self._ended = 0
        """The direction of the last step, if it was stopped at the last occurrence."""

    @property
    def shown(self) -> Place:
        """The place on screen: the preview, else the present place."""
        return self.preview or self.history.current

    @property
    def queries(self) -> set[HitsTarget]:
        """The queries whose hits were walked through."""
        targets = (place.occurrence_target for place in (*self.history.places, self.shown))
        return {target for target in targets if isinstance(target, HitsTarget)}

    def set_workspace(self, workspace: Workspace, anchor: int | None) -> str | None:
        """Goes on in another version of the dossier. Returns a message if what was shown is no longer in it."""
        before, self.workspace, shown = self.workspace, workspace, self.shown
        self.note_anchor(anchor)
        self.history.places = [carried_over(place, before, workspace) for place in self.history.places]
        if self.preview is not None:
            self.preview = carried_over(self.preview, before, workspace)
        current = before.occurrence_at(shown)
        if isinstance(shown.target, UncapturedTarget) and current and current != workspace.occurrence_at(self.shown):
            # It was captured: the text stays where it is, rather than move to the next item that is left out.
            self._replace_shown(Place(RecordTarget(current.article), anchor=anchor, article=current.article))
        if workspace.occurrences.has(shown.target) or not before.occurrences.has(shown.target):
            return None
        if self.preview is not None and self.preview.article:
            self.preview = replace(self.preview, anchor=anchor)
        return self.missing_message()

    def _replace_shown(self, place: Place) -> None:
        if self.preview is not None:
            self.preview = place
        else:
            self.history.replace(place)

    def missing_message(self) -> str:
        """The message that the record on screen is no longer in the dossier."""
        name = visible(format_target(self.shown.target))
        if any(problem.severity == "error" for problem in self.workspace.dossier.problems):
            return f"{name} is no longer in the dossier; the problems of the catalog say why."
        kept = "; its place in the text is kept" if self.shown.article else ""
        return f"{name} is no longer in the catalog{kept}."

    def note_anchor(self, anchor: int | None) -> None:
        """Notes in the present place how far the text is scrolled, unless a preview scrolled it."""
        if self.preview is None:
            self.history.leave_at(anchor)

    def save(self, pane: str, anchor: int | None) -> None:
        """Makes what is on screen the present place, to return to in the next session."""
        if not self.shown.is_split_view:
            self._push(replace(self.shown, pane=pane, anchor=anchor))

    def show(self, place: Place, anchor: int | None) -> None:
        """Previews a place."""
        self.note_anchor(anchor)
        if self.preview is not None and self.preview.origin != place.origin:
            self._push(replace(self.preview, anchor=anchor))
        self._stepping = False
        self.preview = None if place.shows_same_as(self.history.current) and place.pane not in LISTS else place

    def drop_preview(self, anchor: int | None) -> None:
        """Goes back to the present place. Going forward from there leads to the preview."""
        preview, self.preview = self.preview, None
        if preview is not None and not preview.shows_same_as(self.history.current):
            self._push(replace(preview, anchor=anchor))
            self.history.step(-1)

    def keep(self, anchor: int | None) -> None:
        """Adds the preview to the history."""
        if self.preview is not None:
            if self.preview.origin == DETAILS:
                self.history.replace(replace(self.history.current, pane=DETAILS))
            self._push(replace(self.preview, anchor=anchor, pane=TEXT))

    def go(self, place: Place, anchor: int | None, pane: str | None = None) -> None:
        """Adds what is on screen to the history, previewed or not, then goes to a place. `pane` has the focus now."""
        self.note_anchor(anchor)
        if self.preview is not None:
            self._push(replace(self.preview, anchor=anchor))
        if pane is not None:
            self.note_pane(pane)
        self._push(place)

    def step_out(self, anchor: int | None) -> bool:
        """Goes back to where the present place was reached from. Returns False if there is no such place."""
        self.note_anchor(anchor)
        self.preview, self._stepping = None, False
        return self.history.step_out()

    def note_pane(self, pane: str) -> None:
        """Notes in the place that is shown which pane has the focus."""
        self._replace_shown(replace(self.shown, pane=pane))

    def _push(self, place: Place) -> None:
        self.preview = None
        self._stepping = False
        self.history.push(place)

    def step_history(self, by: int, anchor: int | None) -> str | None:
        """Goes back (-1) or forward (1). Returns a message if there is no such place."""
        self.note_anchor(anchor)
        self.preview = None
        self._stepping = False
        if self.history.step(by):
            return None
        return "Nothing earlier in the history." if by < 0 else "Nothing later in the history."

    def step_occurrence(self, by: int, anchor: int | None) -> str | None:
        """Goes to the next occurrence (1) or the previous one (-1), in reading order, across articles.

        Returns a message where there is none, at the last one, and where another article begins.
        """
        shown, found = self.shown, self.workspace.occurrences.of(self.shown.target)
        if shown.target != NO_TARGET and not self.workspace.occurrences.has(shown.target):
            return self.missing_message()
        if not found:
            if shown.record in self.workspace.dossier.articles:
                return "No places to step through: choose an entity or a figure."
            return f"{self.workspace.occurrences.label(shown.target)}: not in the text."
        following = shown.occurrence + by
        if not 0 <= following < len(found):
            if len(found) == 1:
                return "This is the only place."
            if self._ended != by:
                self._ended = by
                end, other = ("last", "first") if by > 0 else ("first", "last")
                return f"This is the {end} of {len(found)} places. The same key goes on at the {other}."
            following %= len(found)
        self._ended = 0
        before, after = self.workspace.occurrence_at(shown), found[following]
        self._step_to(replace(shown, occurrence=following, anchor=None), anchor)
        if before is None or before.article == after.article:
            return None
        which = "Next" if by > 0 else "Previous"
        return f"{which} article: {article_name(after.article, self.workspace.dossier)}"

    def _step_to(self, place: Place, anchor: int | None) -> None:
        if self.preview is not None:
            self.preview = place
        elif self._stepping:
            self.history.replace(place)
            # Back where the steps began, there is nothing to go back to.
            self._stepping = not self.history.drop_repeated()
        else:
            self.note_anchor(anchor)
            self.history.push(place)
            self._stepping = True

    def forget_end(self) -> None:
        """Has the next step at the last occurrence stop there again, rather than go on at the first one."""
        self._ended = 0

    def nearest(self, target: Target, article: str | None, visible: Span) -> int:
        """The number of the occurrence to preview: on screen, else below, else in the article, else the first."""
        here = [(i, each.span) for i, each in self.workspace.occurrences.in_article(target, article)] if article else []
        seen = [i for i, span in here if visible.overlaps(span)]
        below = [i for i, span in here if span.start >= visible.end]
        return next(iter([*seen, *below, *(i for i, _ in here)]), 0)
