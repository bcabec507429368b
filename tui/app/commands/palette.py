"""The command palette, with the actions of the focused pane and all records."""

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from operator import itemgetter

from textual import on
from textual.await_complete import AwaitComplete
from textual.command import Command, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.style import Style
from textual.widgets import OptionList

from tui.app.commands.action_keys import action_keys
from tui.app.model.place import Place
from tui.app.model.target import RecordTarget
from tui.app.screens.base import LodeScreen, PlaceScreen
from tui.app.screens.closing import ClosingScreen
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.summary import summary

MAX_HITS = 100
"""Records that the palette shows at most."""

CLOSED_AFTER = 0.1
"""Seconds after which the palette is no longer on screen."""

KEYS_WIDTH = 14
"""Cells of the column of keys."""

BATCH = 500
"""Records that are matched before other tasks may run: a few milliseconds."""


@dataclass(frozen=True)
class Offer:
    """Something that the palette offers."""

    name: str
    run: Callable[[], object]
    synonyms: str = ""
    """Other words by which it is found."""
    keys: str = ""
    """Its keys; a blank where others have some."""

    def shown(self, name: Content) -> Content:
        """Its row: the keys, if any, and the name with what is marked in it."""
        return Content.assemble((f"{self.keys:<{KEYS_WIDTH}} " if self.keys else "", "$text-accent"), name)


class Palette(CommandPalette, ClosingScreen[None]):
    """Textual's palette, made to work in terminals of a few rows as well."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Without room for a single line, Textual fails to page.
        pages = parameters in (("page_down",), ("page_up",))
        return not pages or bool(self.query_one(CommandList).scrollable_content_region)


class WordProvider(Provider):
    """Finds some of what it offers by words of its name."""

    def offers(self) -> Iterator[Offer]:
        """All that it offers."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        for each in self.offers():
            yield DiscoveryHit(each.shown(Content(each.name)), each.run, text=each.name)

    async def search(self, query: str) -> Hits:
        for each in self.offers():
            if spans := words_in(query, f"{each.name} {each.synonyms}"):
                name = _marked(each.name, spans, self.match_style)
                yield Hit(2 + (spans[0].start == 0), each.shown(name), each.run, text=each.name)


class ThemeProvider(WordProvider):
    """Finds the themes. The one that was chosen comes first, so that Enter keeps it."""

    async def startup(self) -> None:
        self._chosen = self.app.theme

    def offers(self) -> Iterator[Offer]:
        # The app imports this module.
        from tui.app.app import LodeApp

        if isinstance(self.app, LodeApp):
            for name in sorted(self.app.available_themes, key=lambda name: (name != self._chosen, name)):
                yield Offer(name, partial(self.app.choose_theme, name))


class ThemePalette(Palette):
    """The palette of the themes. It shows each theme that the cursor is on, until one is chosen."""

    def __init__(self) -> None:
        super().__init__(providers=[ThemeProvider], placeholder="Themes: move to preview, Enter to choose")

    def on_mount(self) -> None:
        self._before = self.app.theme

    @on(OptionList.OptionHighlighted)
    def preview(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the theme under the cursor."""
        if isinstance(event.option, Command):
            self.app.theme = str(event.option.hit.text)

    def dismiss(self, result: None = None) -> AwaitComplete:
        # The command of a chosen theme runs after this.
        if self.is_active:
            self.app.theme = self._before
        return super().dismiss(result)


class ActionProvider(WordProvider):
    """Finds what can be done in the focused pane or screen: first what the last line offers too."""

    def offers(self) -> Iterator[Offer]:
        from tui.app.app import LodeApp

        app, screen = self.app, self.screen
        if not isinstance(app, LodeApp):
            return
        where = screen.where if isinstance(screen, LodeScreen) else ""
        keys = action_keys(app)
        often = keys.often(where)
        others = [action for action in keys.available(where) if not action.hint and action.verb != "command_palette"]
        offers = [
            Offer(
                action.help,
                partial(app.run_action, action.action, screen.focused or screen, {"screen": screen}),
                f"{action.hint} {action.id}",
                action.keys_shown,
            )
            for action in (*often, *others)
        ]
        yield from offers[: len(often)]
        yield Offer("Theme: preview and choose", app.search_themes, "colours", " ")
        save = partial(app.set_timer, CLOSED_AFTER, app.save_picture)
        yield Offer("Save a picture of the screen, as SVG", save, "screenshot", " ")
        yield from offers[len(often) :]


class RecordProvider(Provider):
    """Finds records by words of their names, to go to them."""

    async def search(self, query: str) -> Hits:
        screen = self.screen
        if not isinstance(screen, PlaceScreen):
            return
        dossier = screen.workspace.dossier
        found: list[tuple[float, str, list[Span], Record]] = []
        for number, record in enumerate(dossier.records):
            if number % BATCH == 0:
                # The next key cancels this search.
                await asyncio.sleep(0)
            title = visible(record.title)
            if record.kind == "measure" or not (spans := words_in(query, title)):
                continue
            places = len(dossier.sources_of(record))
            share = sum(span.end - span.start for span in spans) / len(title)
            found.append((1 + share + (spans[0].start == 0) + places / (places + 1), title, spans, record))
        for score, title, spans, record in nlargest(MAX_HITS, found, key=itemgetter(0)):
            go = partial(screen.go, Place(RecordTarget(record.id)))
            about = Content(_about(record, dossier))
            yield Hit(score, _marked(title, spans, self.match_style), go, help=about)  # type: ignore[arg-type]


def words_in(query: str, title: str) -> list[Span]:
    """Where each word of a query begins a word of a title, in any case; empty where one of them does not."""
    spans = []
    for word in query.split():
        found = re.search(rf"(?<!\w){re.escape(word)}", title, re.IGNORECASE)
        if found is None:
            return []
        spans.append(Span(*found.span()))
    return spans


def _marked(name: str, spans: Iterable[Span], style: Style | None) -> Content:
    """A name with some spans marked. The palette would parse a text as markup, but not a `Content`."""
    content = Content(name)
    for start, end in spans:
        content = content.stylize(style or "", start, end)
    return content


def _about(record: Record, dossier: Dossier) -> str:
    """What distinguishes a record from others with the same name."""
    lead, about, *_ = summary(record, dossier)
    return " · ".join(filter(None, [record.kind, lead, about]))
