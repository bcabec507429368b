"""The terminal that the app is drawn on, and the signals that the system sends about it."""

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from tui.app.app import LodeApp

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""The signals that end the app. Ctrl+C in the app is a key, and sends none of them."""

LOOK_SECONDS = 1.0
"""How often it is checked that the terminal is still there."""


class Terminal(LinuxDriver):
    """Textual's driver, for an app that handles signals in its event loop."""

    def __init__(self, app: "LodeApp", **options: Any) -> None:
        super().__init__(app, **options)
        self._lode = app
        # Standard error may be a file. Standard output is known to be the terminal.
        self._file = _Output(1)  # type: ignore[assignment]
        for number in ENDING:
            self._loop.add_signal_handler(number, app.end, 128 + number)
        # Textual's own handlers run in the middle of other code, and would wait for a lock that this code holds.
        self._loop.add_signal_handler(signal.SIGTSTP, app.action_suspend)
        self._loop.add_signal_handler(signal.SIGCONT, app.restore_terminal)
        self._look()

    def _look(self) -> None:
        """Ends the app if the terminal is gone: not every closed terminal sends a signal."""
        if os.isatty(self.fileno):
            self._loop.call_later(LOOK_SECONDS, self._look)
        else:
            self._lode.end(128 + signal.SIGHUP)

    def run_input_thread(self) -> None:
        # Reading from a terminal that is gone fails; `_look` deals with that.
        with suppress(OSError):
            super().run_input_thread()

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")


class _Output:
    """A file descriptor to draw to. What is written after the terminal is gone is dropped."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def write(self, text: str) -> None:
        data = text.encode(errors="backslashreplace")
        with suppress(OSError):
            while data:
                data = data[os.write(self._descriptor, data) :]

    def flush(self) -> None:
        """Nothing is buffered."""

    def fileno(self) -> int:
        return self._descriptor
