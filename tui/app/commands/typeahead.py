"""Handles keys that arrive faster than the app can react, so that each takes effect after the one before it."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Protocol, cast

from textual.app import App
from textual.events import Key, Paste
from textual.widget import Widget

from tui.app.commands.action_keys import action_keys
from tui.app.screens.base import LodeScreen

MOVING = ("cursor", "scroll_rows", "page", "half_page", "reader_rows", "choose")
"""The actions that move without changing the focus."""

MAX_DELAY = 0.5
"""Seconds after the key before it after which a key is sent even if the app is busy, unless the screen holds keys."""

HELD_PAUSE = 0.01
"""Seconds between two checks of whether the screen still holds keys: what it waits for needs the processor."""


class TypeAhead:
    """Sends each key when the app has finished handling the one before.

    Textual forwards a key to the focused widget at once, so that keys sent together would all go to the widget that
    had the focus at the first of them. Only a repeated key of an action that moves is sent immediately: widgets then
    skip to the last of many moves.
    """

    def __init__(self, app: App[Any], send: Callable[[Key | Paste], Awaitable[None]]) -> None:
        self._app, self._send = app, send
        self._moving = action_keys(app).keys_of(*MOVING)
        self._waiting: deque[tuple[Key | Paste, float]] = deque()
        self._last = ""

    @property
    def waits(self) -> bool:
        """Whether there are keys to be sent."""
        return bool(self._waiting)

    async def handle_event(self, event: Key | Paste) -> None:
        """Sends a key, or queues it. A key that is not held is sent at once, and those before it are dropped."""
        if self._is_unheld(event):
            self.drop()
            await self._send(event)
            return
        self._waiting.append((event, time.monotonic()))
        if len(self._waiting) == 1:
            await self._send_due()

    def drop(self) -> None:
        """Drops the keys to be sent: what they were typed for will not be there."""
        self._waiting.clear()

    @property
    def _held_except(self) -> tuple[str, ...] | None:
        screen = self._app.screen
        return screen.held_except if isinstance(screen, LodeScreen) else None

    def _is_unheld(self, event: Key | Paste) -> bool:
        if self._held_except is None or not isinstance(event, Key):
            return False
        if self._waiting and event.key != "escape":
            # It may be part of what is typed into a field that a key before it opens.
            return False
        return event.key in action_keys(self._app).keys_of(*self._held_except)

    async def _send_due(self) -> None:
        """Sends the queued keys that are due, and checks the others again later."""
        while self._waiting and self._is_due(*self._waiting[0]):
            event, _ = self._waiting.popleft()
            self._last = event.key if isinstance(event, Key) else ""
            await self._send(event)
            if self._waiting:
                # It waits for the key before it, however long that one has waited.
                self._waiting[0] = self._waiting[0][0], time.monotonic()
        if self._waiting:
            self._app.call_later(self._send_later)

    async def _send_later(self) -> None:
        await asyncio.sleep(0 if self._held_except is None else HELD_PAUSE)
        await self._send_due()

    def _is_due(self, event: Key | Paste, since: float) -> bool:
        if self._held_except is not None:
            return False
        repeated = isinstance(event, Key) and event.key == self._last and event.key in self._moving
        return repeated or self._is_idle or time.monotonic() - since > MAX_DELAY

    @property
    def _is_idle(self) -> bool:
        """Whether all widgets are mounted, and have no messages left to handle."""
        screen = self._app.screen
        if (isinstance(screen, LodeScreen) and screen.answer_pending) or self._app.message_queue_size:
            return False
        widgets = screen.walk_children(Widget, with_self=True)
        return all(widget.is_mounted and not widget.message_queue_size for widget in widgets)


class _HasTypeAhead(Protocol):
    type_ahead: TypeAhead


def type_ahead(app: App[Any]) -> TypeAhead:
    """The queue of keys of the running app."""
    return cast(_HasTypeAhead, app).type_ahead
