"""The command palette: every action of the focused pane, and every record, by name."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher

from tui.app.actions import actions_in
from tui.app.place import Place
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.text.safe import visible
from tui.view.brief import brief

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen


class Actions(Provider):
    """What can be done in the pane that has the focus."""

    def _offers(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen = cast("MainScreen", self.screen)
        focused = screen.focused or screen
        for action in actions_in(screen.where):
            method = f"action_{action.name.partition('(')[0]}"
            owner = focused if hasattr(focused, method) else screen
            yield action.help, action.written, partial(owner.run_action, action.name)

    async def discover(self) -> Hits:
        for help, keys, run in self._offers():
            yield DiscoveryHit(help, run, help=keys)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for help, keys, run in self._offers():
            score = matcher.match(help)
            if score > 0:
                yield Hit(score, matcher.highlight(help), run, help=keys)


class Records(Provider):
    """Every record, to go to it."""

    async def search(self, query: str) -> Hits:
        screen = cast("MainScreen", self.screen)
        matcher, dossier = self.matcher(query), screen.desk.dossier
        for record in dossier.records:
            title = visible(record.title)
            score = matcher.match(title) if record.kind != "measure" else 0
            if score > 0:
                begins = title.casefold().startswith(query.casefold())
                places = len(dossier.sources_of(record))
                score = score * (2 if begins else 1) + places / (places + 1)
                go = partial(screen.go, Place(record.id))
                # The palette would read a text as markup, and takes what is content already as it is.
                yield Hit(score, _marked(title, matcher), go, help=Content(_about(record, dossier)))  # type: ignore[arg-type]


def _about(record: Record, dossier: Dossier) -> str:
    """What tells a record from others of its name."""
    lead, about, *_ = brief(record, dossier)
    return " · ".join(filter(None, [record.kind, lead, about]))


def _marked(title: str, matcher: Matcher) -> Content:
    """A name with what matched marked; `matcher.highlight` would read it as markup."""
    content = Content(title)
    for offset in matcher.fuzzy_search.match(matcher.query, title)[1]:
        content = content.stylize(matcher.match_style, offset, offset + 1)
    return content
