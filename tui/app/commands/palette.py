"""The command palette, with the actions of the focused pane and all records."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from heapq import nlargest
from operator import itemgetter

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import Command, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import FuzzySearch, Matcher
from textual.widgets import Input, OptionList

from tui.app.commands.actions import action_keys
from tui.app.model.place import Place
from tui.app.model.target import RecordTarget
from tui.app.screens.base import LodeScreen
from tui.app.screens.closing import ClosingScreen
from tui.app.screens.main import MainScreen
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.text.safe import visible
from tui.view.summary import summary

MAX_HITS = 100
"""Records that the palette shows at most."""

BATCH = 500
"""Records that are matched before other tasks may run: a few milliseconds."""


class Palette(CommandPalette, ClosingScreen[None]):
    """Textual's palette, made to work in terminals of a few rows as well."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Without room for a single line, Textual fails to page.
        pages = parameters in (("page_down",), ("page_up",))
        return not pages or bool(self.query_one(CommandList).scrollable_content_region)


class ThemeProvider(Provider):
    """Finds the themes."""

    def _offers(self) -> Iterator[tuple[str, Callable[[], object]]]:
        for name in sorted(self.app.available_themes):
            yield name, partial(self._choose, name)

    def _choose(self, name: str) -> None:
        # The app imports this module.
        from tui.app.app import LodeApp

        if isinstance(self.app, LodeApp):
            self.app.choose_theme(name)

    async def discover(self) -> Hits:
        for name, choose in self._offers():
            yield DiscoveryHit(name, choose)

    async def search(self, query: str) -> Hits:
        matcher = _matcher(self, query)
        for name, choose in self._offers():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), choose, text=name)


class ThemePalette(Palette):
    """The palette of the themes. It shows each theme that the cursor is on, until one is chosen."""

    def __init__(self) -> None:
        super().__init__(providers=[ThemeProvider], placeholder="Themes: move to see one, Enter keeps it")
        self._moved = False

    def on_mount(self) -> None:
        self._before = self.app.theme

    @on(OptionList.OptionHighlighted)
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the theme under the cursor, once the user has moved there or typed."""
        self._moved = self._moved or event.option_index > 0 or bool(self.query_one(Input).value)
        if self._moved and isinstance(event.option, Command):
            self.app.theme = str(event.option.hit.text)

    def dismiss(self, result: None = None) -> AwaitComplete:
        # The command of a chosen theme runs after this.
        if self.is_active:
            self.app.theme = self._before
        return super().dismiss(result)


class ActionProvider(Provider):
    """Finds the actions that are available in the focused pane."""

    def _offers(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        screen = self.screen
        if not isinstance(screen, LodeScreen):
            return
        for action in action_keys(screen.app).available(screen.where):
            yield (
                action.help,
                action.keys_shown,
                partial(screen.app.run_action, action.action, screen.focused or screen, {"screen": screen}),
            )

    async def discover(self) -> Hits:
        for help, keys, run in self._offers():
            yield DiscoveryHit(help, run, help=keys)

    async def search(self, query: str) -> Hits:
        matcher = _matcher(self, query)
        for help, keys, run in self._offers():
            score = matcher.match(help)
            if score > 0:
                yield Hit(score, matcher.highlight(help), run, help=keys)


class RecordProvider(Provider):
    """Finds records, to go to them."""

    async def search(self, query: str) -> Hits:
        screen = self.screen
        if not isinstance(screen, MainScreen):
            return
        matcher, dossier = _matcher(self, query), screen.workspace.dossier
        found: list[tuple[float, str, Record]] = []
        for number, record in enumerate(dossier.records):
            if number % BATCH == 0:
                # The next key cancels this search.
                await asyncio.sleep(0)
            title = visible(record.title)
            score = matcher.match(title) if record.kind != "measure" else 0
            if score > 0:
                begins = title.casefold().startswith(query.casefold())
                places = len(dossier.sources_of(record))
                found.append((score * (2 if begins else 1) + places / (places + 1), title, record))
        for score, title, record in nlargest(MAX_HITS, found, key=itemgetter(0)):
            go = partial(screen.go, Place(RecordTarget(record.id)))
            # The palette would parse a text as markup, but not a `Content`.
            yield Hit(score, _marked(title, matcher), go, help=Content(_about(record, dossier)))  # type: ignore[arg-type]


class InOnePass(FuzzySearch):
    """Finds the letters of a query in a text, in one of the ways in which they occur there in order.

    Textual tries all ways, of which there may be far too many.
    """

    def match(self, query: str, candidate: str) -> tuple[float, Sequence[int]]:
        """The score of a text, 0 if it does not match, and the offset of each letter."""
        letters, text = _lower(query), _lower(candidate)
        start = text.find(letters)
        if start >= 0:
            places = [*range(start, start + len(letters))]
            return self.score(text, places) * (2 if len(text) == len(letters) else 1.5), places
        end = -1
        for letter in letters:
            end = text.find(letter, end + 1)
            if end < 0:
                return 0, ()
        # Searched backwards from the end of the match, the letters are closer together.
        places, end = [], end + 1
        for letter in reversed(letters):
            end = text.rfind(letter, 0, end)
            places.append(end)
        places.reverse()
        return self.score(text, places), places


def _matcher(provider: Provider, query: str) -> Matcher:
    matcher = provider.matcher(query)
    matcher.fuzzy_search = InOnePass()
    return matcher


def _lower(text: str) -> str:
    """A text in lower case, with the same number of characters."""
    if len(lower := text.lower()) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _about(record: Record, dossier: Dossier) -> str:
    """What distinguishes a record from others with the same name."""
    lead, about, *_ = summary(record, dossier)
    return " · ".join(filter(None, [record.kind, lead, about]))


def _marked(title: str, matcher: Matcher) -> Content:
    """A name with the matched letters marked. `matcher.highlight` would parse it as markup."""
    content = Content(title)
    for offset in matcher.fuzzy_search.match(matcher.query, title)[1]:
        content = content.stylize(matcher.match_style, offset, offset + 1)
    return content
