"""Keys that come faster than they are taken, as over a slow line: each finds what the one before it opened."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import App
from textual.events import Key, Paste
from textual.widget import Widget

from tui.app.commands.actions import action_keys
from tui.app.screens.base import LodeScreen

MOVING = ("cursor", "scroll_rows", "page", "half_page", "reader_rows", "choose", "preview_rows")
"""The actions that move without changing the focus."""

PATIENCE = 0.5
"""Seconds after which a key goes out though the app has not come to rest: better early than never."""


class TypeAhead:
    """Sends each key on its way when nobody has anything left to do for the one before.

    A widget gets a key before the app looks at its bindings, so that keys sent off together would all go to who had
    the focus at the first of them. Only a moving key that is held goes on at once: what shows the last of many moves
    may then pass over the others.
    """

    def __init__(self, app: App[Any], send: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app, self._send = app, send
        self._moving = action_keys(app).keys_of(*MOVING)
        self._waiting: deque[tuple[Key | Paste, float]] = deque()
        self._last = ""

    @property
    def waits(self) -> bool:
        """Whether keys are yet to be sent."""
        return bool(self._waiting)

    async def handle_event(self, event: Key | Paste) -> None:
        """Sends a key, or keeps it until it is its turn."""
        self._waiting.append((event, time.monotonic()))
        if len(self._waiting) == 1:
            await self._go_on()

    async def _go_on(self) -> None:
        """Sends the keys whose turn it is, and comes back for the others."""
        while self._waiting and self._due(*self._waiting[0]):
            event, _ = self._waiting.popleft()
            self._last = event.key if isinstance(event, Key) else ""
            await self._send(event)
        if self._waiting:
            self._app.call_later(self._after_others)

    async def _after_others(self) -> None:
        await asyncio.sleep(0)
        await self._go_on()

    def _due(self, event: Key | Paste, since: float) -> bool:
        held = isinstance(event, Key) and event.key == self._last and event.key in self._moving
        return held or self._at_rest or time.monotonic() - since > PATIENCE

    @property
    def _at_rest(self) -> bool:
        """Whether all that is on screen is there and stays, and nobody has a message to deal with."""
        screen = self._app.screen
        if (isinstance(screen, LodeScreen) and screen.answer_pending) or self._app.message_queue_size:
            return False
        everybody = screen.walk_children(Widget, with_self=True)
        return all(one.is_mounted and not one.message_queue_size for one in everybody)
