"""A seat before the running app: fingers for its keys and mouse, and eyes for what stands on the screen."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from rich.cells import cell_len
from rich.style import Style
from textual.command import CommandList
from textual.events import Key, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste
from textual.geometry import Offset, Region, Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

from tui.app.app import LodeApp
from tui.app.model.place import Place
from tui.app.rendering.theme_styles import theme_styles_for
from tui.app.screens.main import MainScreen
from tui.app.settings.config import Config
from tui.app.settings.session import Session
from tui.dossier.dossier import Dossier

SIZE = (120, 36)

QUIET = 3
"""How many rounds nobody may have had anything to do, before the screen counts as settled."""

UNSEEN = 500
"""How many more rounds a change below the top screen may take to be drawn."""

BOXES = {"articles": "articles-pane", "entities": "entities-pane", "figures": "figures-pane"}
"""The widget that draws a list's border."""

PANES = ("articles", "entities", "figures", "text", "details")


class AppDriver:
    """Sits before an app that runs. What it reads is what a person would see, styles included."""

    def __init__(self, app: LodeApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.opened: list[str] = []
        """The addresses that went to the browser."""
        app.open_url = self._open_url  # type: ignore[method-assign]

    def _open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Takes an address as a browser does that can be started."""
        self.opened.append(url)
        main = self.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        main.say(f"Opening {url}")

    # Fingers

    async def settle(self) -> None:
        """Until every widget has dealt with what was sent to it, and with what came of that."""
        quiet = unseen = 0
        for _ in range(10_000):
            await self.pilot.pause(0)
            everybody = [
                self.app,
                *(one for screen in self.app.screen_stack for one in screen.walk_children(with_self=True)),
            ]
            # What shows through from below is drawn with the top screen. That may have nothing to draw any more.
            behind = any(screen._dirty_widgets for screen in self.app._background_screens)
            asked = any(not worker.is_finished for worker in self.app.workers)
            if asked:
                await asyncio.sleep(0.001)
            busy = asked or self.app.type_ahead.waits or any(one.message_queue_size for one in everybody)
            unseen = 0 if busy else unseen + behind
            quiet = 0 if busy or (behind and unseen < UNSEEN) else quiet + 1
            if quiet == QUIET:
                return
        raise AssertionError("the app does not come to rest")

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other, each by Textual's name or as its character."""
        for key in keys:
            self.send(key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Types a text without a pause."""
        await self.rush(*text)

    async def rush(self, *keys: str | Paste) -> None:
        """Presses keys, and pastes, without a pause."""
        for key in keys:
            self.send(key)
        await self.settle()

    async def search(self, query: str) -> None:
        """Types a query into a new search of everything."""
        await self.press("/")
        await self.write(query)

    def send(self, key: str | Paste) -> None:
        """Presses a key, or pastes, and waits for nothing."""
        if isinstance(key, Paste):
            self.app.post_message(key)
            return
        character = key if len(key) == 1 else None
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        self.app.post_message(Key(name, character))

    async def resize(self, width: int, height: int) -> None:
        """Changes the terminal's size."""
        await self.pilot.resize_terminal(width, height)
        await self.until(lambda: self.app.screen.size == Size(width, height))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for what comes by itself shortly, such as the preview of a search."""
        for _ in range(3000):
            if holds():
                break
            await self.pilot.pause(0.01)
        assert holds(), self.text
        await self.settle()

    async def pick(self) -> None:
        """Takes the palette's first hit. Hits come by and by, and Enter is heard only once there are some."""
        palette = self.app.screen
        for _ in range(100):
            await self.press("enter")
            if self.app.screen is not palette:
                return
        raise AssertionError(f"the palette stays open:\n{self.text}")

    async def click(self, text: str, pane: str | None = None, *, times: int = 1, nth: int = 0) -> None:
        """Clicks on the middle of a text."""
        found = self.find(text, pane)[nth]
        await self.click_at(found.x + cell_len(text) // 2, found.y, times=times)

    async def click_at(self, x: int, y: int, *, times: int = 1) -> None:
        """Clicks on a cell."""
        # What is clicked next is a click of its own, however soon it follows.
        self.app._click_chain_last_time = None
        for _ in range(times):
            await self._mouse(MouseDown, x, y)
            await self._mouse(MouseUp, x, y)

    async def wheel(self, pane: str, by: int) -> None:
        """Turns the wheel over a pane: one notch down, or up where negative."""
        x, y = self.region(pane).center
        await self._mouse(MouseScrollDown if by > 0 else MouseScrollUp, int(x), int(y))

    async def drag(self, start: Offset, end: Offset) -> None:
        """Selects with the mouse, from a cell to another."""
        self.app._click_chain_last_time = None
        await self._mouse(MouseDown, *start)
        await self._mouse(MouseMove, *end)
        await self._mouse(MouseUp, *end)

    async def _mouse(self, event: type[MouseEvent], x: int, y: int) -> None:
        """Sends what a terminal sends: the app makes clicks, chains and selections of it."""
        button = 1 if event in (MouseDown, MouseUp, MouseMove) else 0
        self.app.post_message(event(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.settle()

    # Eyes

    @property
    def strips(self) -> list[Strip]:
        """What is drawn, row by row."""
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return [strip.text.replace("\xa0", " ") for strip in self.strips]

    @property
    def text(self) -> str:
        """The whole screen, white space at the ends of its rows left out."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def breadcrumb(self) -> str:
        """The first row."""
        return self.lines[0].strip()

    @property
    def footer(self) -> str:
        """The last row: keys, or a message."""
        return self.lines[-1].strip()

    @property
    def focus(self) -> str:
        """The pane that has the focus by its id."""
        focused = self.app.focused
        return (focused.id or type(focused).__name__) if focused else ""

    def region(self, pane: str) -> Region:
        """The cells of a pane or another widget, its border included."""
        selector = pane if pane == "Reader" else f"#{BOXES.get(pane, pane)}"
        # What lies under an opened screen can still be seen.
        drawn = [screen for screen in self.app.screen_stack if screen.query(selector)]
        return drawn[-1].query_one(selector).region

    @property
    def visible(self) -> list[str]:
        """The panes that have a place on the screen."""
        return [pane for pane in PANES if self.region(pane).area > 0]

    def pane(self, pane: str) -> list[str]:
        """The rows of a pane or another widget, its border included."""
        region = self.region(pane)
        strips = self.strips[region.y : region.bottom]
        return [strip.crop(region.x, region.right).text.replace("\xa0", " ") for strip in strips]

    def content(self, pane: str) -> str:
        """A pane's rows between its borders as one text, each without the white space at its ends."""
        return "\n".join(line.strip("│┃╭╮╰╯┏┓┗┛ ") for line in self.pane(pane)[1:-1])

    def title(self, pane: str) -> str:
        """A pane's title: at the top, between the corners."""
        return "".join(self.pane(pane)[:1]).strip("╭─╮┏━┓ ")

    def position(self, pane: str) -> str:
        """A pane's words in the lower border."""
        return "".join(self.pane(pane)[-1:]).strip("╰─╯┗━┛ ")

    def read(self, pane: str = "text") -> list[str]:
        """The rows of the text without gutter and ruler."""
        return [line[3:-2].rstrip() for line in self.pane(pane)[1:-1]]

    @property
    def heavy(self) -> list[str]:
        """The panes with a heavy border: those that a person takes to have the focus."""
        return [pane for pane in PANES if self.pane(pane)[0].startswith("┏")]

    @property
    def current(self) -> list[str]:
        """The words of the one current place, row by row, as they stand out in the text."""
        theme_styles = theme_styles_for(self.app.current_theme, self.app.theme_variables, not self.app.no_color)
        colours = theme_styles.current.color, theme_styles.current.bgcolor
        if theme_styles.current.reverse:
            return self._stretches("Reader", lambda style: bool(style.reverse))
        return self._stretches("Reader", lambda style: (style.color, style.bgcolor) == colours)

    @property
    def letters(self) -> list[str]:
        """The letters to type that stand on the text, as far as they hang together."""
        theme_styles = theme_styles_for(self.app.current_theme, self.app.theme_variables, not self.app.no_color)
        colours = theme_styles.letter.color, theme_styles.letter.bgcolor
        return self._stretches("Reader", lambda style: (style.color, style.bgcolor) == colours)

    def row(self, pane: str) -> str:
        """The row of a list under its cursor, without the cursor; empty where there is none."""
        rows = [line for line in self.pane(pane)[1:-1] if line.lstrip("│┃").startswith("›")]
        assert len(rows) <= 1, rows
        return re.sub(r"\s+", " ", rows[0].strip("│┃› ")) if rows else ""

    @property
    def offered(self) -> list[str]:
        """What the command palette offers: a name, and below it what it is."""
        region = self.app.screen.query_one(CommandList).content_region
        return [strip.crop(region.x, region.right).text.strip() for strip in self.strips[region.y : region.bottom]]

    @property
    def cursor(self) -> str:
        """What stands from the terminal's cursor to the end of its row."""
        x, y = self.app.cursor_position
        return self.strips[y].crop(x, self.app.screen.size.width).text.replace("\xa0", " ")

    def find(self, text: str, pane: str | None = None) -> list[Offset]:
        """Where a text begins, each time that it stands in one row of the screen or of a pane."""
        left, top, right, bottom = 0, 0, self.app.screen.size.width, self.app.screen.size.height
        if pane:
            region = self.region(pane)
            inside = region.shrink((1, 1, 1, 1)) if region.height > 2 else region
            left, top, right, bottom = inside.corners
        found = []
        for y, strip in enumerate(self.strips[top:bottom], top):
            line = strip.crop(left, right).text.replace("\xa0", " ")
            found += [Offset(left + cell_len(line[: match.start()]), y) for match in re.finditer(re.escape(text), line)]
        assert found, f"{text!r} is not on the screen:\n{self.text}"
        return found

    def styles(self, text: str, pane: str | None = None, *, nth: int = 0) -> list[Style]:
        """The styles of a text's cells, one for each stretch that looks alike."""
        at = self.find(text, pane)[nth]
        piece = self.strips[at.y].crop(at.x, at.x + cell_len(text))
        return [segment.style or Style.null() for segment in piece]

    def _stretches(self, pane: str, looks: Callable[[Style], bool]) -> list[str]:
        region = self.region(pane)
        found: list[str] = []
        for strip in self.strips[region.y + 1 : region.bottom - 1]:
            before = False
            for segment in strip.crop(region.x + 1, region.right - 1):
                alike = segment.style is not None and looks(segment.style)
                if alike and before:
                    found[-1] += segment.text
                elif alike:
                    found.append(segment.text)
                before = alike
        return found


@asynccontextmanager
async def run_app(
    dossier: Dossier,
    place: Place | None = None,
    size: tuple[int, int] = SIZE,
    config: Config | None = None,
    session: Session | None = None,
    keep: Callable[[Session], None] = lambda session: None,
) -> AsyncIterator[AppDriver]:
    """The app on a dossier, ready for keys."""
    app = LodeApp(dossier, place, config, session, keep)
    # Two clicks of one gesture are a double click, however slow the machine is.
    app.CLICK_CHAIN_TIME_THRESHOLD = 60.0
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        driver = AppDriver(app, pilot)
        await driver.settle()
        yield driver
