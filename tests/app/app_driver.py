"""Drives the running app as a user does, by keys and mouse, and reads what is on the screen."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count

from rich.cells import cell_len
from rich.style import Style
from textual.command import CommandList
from textual.events import Key, MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste
from textual.geometry import Offset, Region, Size
from textual.pilot import Pilot
from textual.strip import Strip

from tests.app.textual_private import (
    background_needs_drawing,
    key_name,
    parsed_input,
    rendered_strips,
    start_new_click_chain,
)
from tests.lode_process import PATIENCE
from tui.app.app import LodeApp
from tui.app.model.place import Place
from tui.app.rendering.theme_styles import theme_styles_for
from tui.app.rendering.themes import FULL_COLOR
from tui.app.screens.main import MainScreen
from tui.app.settings.config import Config
from tui.app.settings.session import Session
from tui.dossier.dossier import Dossier

SIZE = (120, 36)

IDLE_ROUNDS = 3
"""Rounds of the event loop without any work, after which the app counts as idle."""

BACKGROUND_ROUNDS = 500
"""Further rounds that a change below the top screen may take to be drawn."""

BORDERED = {"articles": "articles-pane", "entities": "entities-pane", "figures": "figures-pane"}
"""The widgets that draw the borders of the lists."""

PANES = ("articles", "entities", "figures", "text", "details")


class AppDriver:
    """Presses keys, moves the mouse, and reads the screen as a user sees it, styles included."""

    def __init__(self, app: LodeApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.opened_urls: list[str] = []
        """The URLs that were sent to the browser."""
        app.open_url = self._open_url  # type: ignore[method-assign]

    def _open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Stands in for a browser that could be started."""
        self.opened_urls.append(url)
        main = self.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        main.show_message(f"Opening {url}")

    # Keys and mouse

    async def settle(self) -> None:
        """Waits until the app is idle: all messages are processed, all workers are done, and all is drawn."""
        idle = background = 0
        busy = True
        deadline = time.monotonic() + PATIENCE
        for number in count():
            assert time.monotonic() < deadline, "the app does not become idle"
            # A pause waits until each widget has had its turn, and costs more than most of what is waited for.
            await (asyncio.sleep(0) if busy and number % 10 else self.pilot.pause(0))
            if self.app.return_code is not None:
                # The app has ended. Keys that were typed after that have no effect.
                return
            nodes = [
                self.app,
                *(node for screen in self.app.screen_stack for node in screen.walk_children(with_self=True)),
            ]
            # A background screen is drawn together with the top screen, which may have nothing left to draw.
            undrawn = background_needs_drawing(self.app)
            working = any(not worker.is_finished for worker in self.app.workers)
            if working:
                await asyncio.sleep(0.001)
            busy = working or self.app.type_ahead.waits or any(node.message_queue_size for node in nodes)
            background = 0 if busy else background + undrawn
            idle = 0 if busy or (undrawn and background < BACKGROUND_ROUNDS) else idle + 1
            if idle == IDLE_ROUNDS:
                return

    async def press(self, *keys: str) -> None:
        """Presses keys, each by its name in Textual or as its character, and settles after each."""
        for key in keys:
            self.post_key(key)
            await self.settle()

    async def type_text(self, text: str) -> None:
        """Types a text without a pause, then settles."""
        await self.press_without_pause(*text)

    async def press_without_pause(self, *keys: str | Paste) -> None:
        """Presses keys, or pastes, without a pause, then settles."""
        for key in keys:
            self.post_key(key)
        await self.settle()

    async def search_for(self, query: str) -> None:
        """Opens the search screen and types a query."""
        await self.press("/")
        await self.type_text(query)

    async def send_terminal_input(self, data: str) -> None:
        """Sends characters and control sequences as a terminal does, without a pause, then settles."""
        for message in parsed_input(data):
            self.app.post_message(message)
        await self.settle()

    def post_key(self, key: str | Paste) -> None:
        """Presses a key, or pastes, without waiting."""
        if isinstance(key, Paste):
            self.app.post_message(key)
            return
        character = key if len(key) == 1 else None
        name = key_name(key) if len(key) == 1 and not key.isalnum() else key
        self.app.post_message(Key(name, character))

    async def resize(self, width: int, height: int) -> None:
        """Changes the terminal's size."""
        await self.pilot.resize_terminal(width, height)
        await self.wait_until(lambda: self.app.screen.size == Size(width, height))

    async def wait_until(self, condition: Callable[[], bool]) -> None:
        """Waits until a condition is true, then settles."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, self.screen_text
            await self.pilot.pause(0.01)
        await self.settle()

    async def choose_first_command(self) -> None:
        """Runs the first hit of the command palette. Enter does nothing until there are hits, so it is repeated."""
        palette = self.app.screen
        for _ in range(100):
            await self.press("enter")
            if self.app.screen is not palette:
                return
        raise AssertionError(f"the palette stays open:\n{self.screen_text}")

    async def click(self, text: str, pane: str | None = None, *, times: int = 1, nth: int = 0) -> None:
        """Clicks on the middle of a text."""
        found = self.find(text, pane)[nth]
        await self.click_at(found.x + cell_len(text) // 2, found.y, times=times)

    async def click_at(self, x: int, y: int, *, times: int = 1) -> None:
        """Clicks on a cell."""
        start_new_click_chain(self.app)
        for _ in range(times):
            await self._mouse(MouseDown, x, y)
            await self._mouse(MouseUp, x, y)

    async def scroll_wheel(self, pane: str, by: int) -> None:
        """Turns the mouse wheel over a pane by one notch: down, or up where `by` is negative."""
        x, y = self.region(pane).center
        await self._mouse(MouseScrollDown if by > 0 else MouseScrollUp, int(x), int(y))

    async def drag(self, start: Offset, end: Offset) -> None:
        """Drags the mouse from one cell to another."""
        start_new_click_chain(self.app)
        await self._mouse(MouseDown, *start)
        await self._mouse(MouseMove, *end)
        await self._mouse(MouseUp, *end)

    async def _mouse(self, event: type[MouseEvent], x: int, y: int) -> None:
        """Posts a mouse event as the terminal driver does; the app derives clicks and selections from it."""
        button = 1 if event in (MouseDown, MouseUp, MouseMove) else 0
        self.app.post_message(event(None, x, y, 0, 0, button, False, False, False, x, y))
        await self.settle()

    # Reading the screen

    @property
    def strips(self) -> list[Strip]:
        """The rows of the screen, with styles."""
        return rendered_strips(self.app.screen)

    def _strips_in(self, region: Region) -> list[Strip]:
        return rendered_strips(self.app.screen, region)

    def _lines_in(self, region: Region) -> list[str]:
        return [strip.text.replace("\xa0", " ") for strip in self._strips_in(region)]

    @property
    def screen_lines(self) -> list[str]:
        """The rows of the screen as text."""
        return self._lines_in(self.app.screen.size.region)

    @property
    def screen_text(self) -> str:
        """The whole screen, without trailing white space."""
        return "\n".join(line.rstrip() for line in self.screen_lines)

    @property
    def breadcrumb(self) -> str:
        """The first row."""
        return self._lines_in(self.app.screen.size.region.split_horizontal(1)[0])[0].strip()

    @property
    def footer(self) -> str:
        """The last row: keys, or a message."""
        return self._lines_in(self.app.screen.size.region.split_horizontal(-1)[1])[0].strip()

    @property
    def focused(self) -> str:
        """The id of the widget that has the focus, else its class name."""
        focused = self.app.focused
        return (focused.id or type(focused).__name__) if focused else ""

    def region(self, pane: str) -> Region:
        """The cells of a pane or another widget, its border included."""
        selector = pane if pane == "Reader" else f"#{BORDERED.get(pane, pane)}"
        # A screen below the top one can still be seen.
        screens = [screen for screen in self.app.screen_stack if screen.query(selector)]
        return screens[-1].query_one(selector).region

    @property
    def visible_panes(self) -> list[str]:
        """The panes that are on the screen."""
        return [pane for pane in PANES if self.region(pane).area > 0]

    def pane_lines(self, pane: str) -> list[str]:
        """The rows of a pane or another widget, its border included."""
        return self._lines_in(self.region(pane))

    def content(self, pane: str) -> str:
        """The text of a pane inside its border, each row stripped."""
        return "\n".join(line.strip("│┃╭╮╰╯┏┓┗┛ ") for line in self.pane_lines(pane)[1:-1])

    def title(self, pane: str) -> str:
        """A pane's title in the upper border."""
        return "".join(self.pane_lines(pane)[:1]).strip("╭─╮┏━┓ ")

    def subtitle(self, pane: str) -> str:
        """A pane's subtitle in the lower border."""
        return "".join(self.pane_lines(pane)[-1:]).strip("╰─╯┗━┛ ")

    def text_lines(self, pane: str = "text") -> list[str]:
        """The rows of a reader without gutter and ruler."""
        return [line[3:-2].rstrip() for line in self.pane_lines(pane)[1:-1]]

    @property
    def focused_panes(self) -> list[str]:
        """The panes whose heavy border shows that they have the focus."""
        return [pane for pane in PANES if self.pane_lines(pane)[0].startswith("┏")]

    @property
    def current_words(self) -> list[str]:
        """The words that are styled as the current occurrence, one string per row."""
        theme_styles = theme_styles_for(self.app.current_theme, self.app.theme_variables, not self.app.no_color)
        colours = theme_styles.current.color, theme_styles.current.bgcolor
        if theme_styles.current.reverse:
            return self._runs_styled("Reader", lambda style: bool(style.reverse))
        return self._runs_styled("Reader", lambda style: (style.color, style.bgcolor) == colours)

    @property
    def jump_labels(self) -> list[str]:
        """The letters shown over the text to jump by; adjacent ones are one string."""
        theme_styles = theme_styles_for(self.app.current_theme, self.app.theme_variables, not self.app.no_color)
        colours = theme_styles.letter.color, theme_styles.letter.bgcolor
        return self._runs_styled("Reader", lambda style: (style.color, style.bgcolor) == colours)

    def cursor_row(self, pane: str) -> str:
        """The row of a list under its cursor, without the cursor mark; empty if there is none."""
        rows = [line for line in self.pane_lines(pane)[1:-1] if line.lstrip("│┃").startswith("›")]
        assert len(rows) <= 1, rows
        return re.sub(r"\s+", " ", rows[0].strip("│┃› ")) if rows else ""

    @property
    def palette_lines(self) -> list[str]:
        """The rows of the command palette: each command, and its help below it."""
        return [line.strip() for line in self._lines_in(self.app.screen.query_one(CommandList).content_region)]

    @property
    def text_at_cursor(self) -> str:
        """The text from the terminal's cursor to the end of its row."""
        x, y = self.app.cursor_position
        return self._lines_in(Region(x, y, self.app.screen.size.width - x, 1))[0]

    def find(self, text: str, pane: str | None = None) -> list[Offset]:
        """The first cell of each occurrence of a text within a row of the screen or of a pane; at least one."""
        region = self.region(pane) if pane else self.app.screen.size.region
        if pane and region.height > 2:
            region = region.shrink((1, 1, 1, 1))
        found = []
        for y, line in enumerate(self._lines_in(region), region.y):
            cells = [cell_len(line[: match.start()]) for match in re.finditer(re.escape(text), line)]
            found += [Offset(region.x + before, y) for before in cells]
        assert found, f"{text!r} is not on the screen:\n{self.screen_text}"
        return found

    def styles_of(self, text: str, pane: str | None = None, *, nth: int = 0) -> list[Style]:
        """The styles of a text on the screen, one for each run of cells with the same style."""
        at = self.find(text, pane)[nth]
        (piece,) = self._strips_in(Region(at.x, at.y, cell_len(text), 1))
        return [segment.style or Style.null() for segment in piece]

    def _runs_styled(self, pane: str, matches: Callable[[Style], bool]) -> list[str]:
        """The runs of text in a pane whose style matches."""
        found: list[str] = []
        for strip in self._strips_in(self.region(pane).shrink((1, 1, 1, 1))):
            continues = False
            for segment in strip:
                matched = segment.style is not None and matches(segment.style)
                if matched and continues:
                    found[-1] += segment.text
                elif matched:
                    found.append(segment.text)
                continues = matched
        return found


@asynccontextmanager
async def run_app(
    dossier: Dossier,
    place: Place | None = None,
    size: tuple[int, int] = SIZE,
    config: Config | None = None,
    session: Session | None = None,
    keep: Callable[[Session], None] = lambda session: None,
    colors: int = FULL_COLOR,
) -> AsyncIterator[AppDriver]:
    """Runs the app on a dossier, and yields a driver once it is idle."""
    app = LodeApp(dossier, place, config, session, keep, colors)
    # On a slow machine, too, two clicks are a double click.
    app.CLICK_CHAIN_TIME_THRESHOLD = 60.0
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        driver = AppDriver(app, pilot)
        await driver.settle()
        yield driver
        if app.return_code is None:
            # Whatever was on screen last can be drawn.
            assert driver.strips
