"""The driver of the app's terminal, and the signals that the system sends to the app."""

import asyncio
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from tui.app.app import LodeApp

ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""The signals that end the app. Ctrl+C in the app is a key, and sends none of them."""

CHECK_SECONDS = 1.0
"""Seconds between two checks that the terminal is still there."""

PRIVATE_ATTRIBUTES = ("_disable_mouse_support", "_file", "_mouse_pixels")
"""The private attributes of Textual's driver that are used here. No other module of the app uses any of Textual's."""


class Terminal(LinuxDriver):
    """Textual's driver, with signals handled in the event loop."""

    def __init__(self, app: "LodeApp", **options: Any) -> None:
        super().__init__(app, **options)
        self._lode = app
        # Textual draws to standard error, which may be a file; standard output is known to be the terminal.
        self._file = _Output(1)  # type: ignore[assignment]
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, app.end, 128 + number)
        # Textual's own handlers interrupt other code, and could wait forever for a lock that this code holds.
        loop.add_signal_handler(signal.SIGTSTP, app.action_suspend)
        loop.add_signal_handler(signal.SIGCONT, app.restore_terminal)
        self._check_terminal()

    def _check_terminal(self) -> None:
        """Ends the app if the terminal is gone: not every closed terminal sends a signal."""
        if os.isatty(self.fileno):
            asyncio.get_running_loop().call_later(CHECK_SECONDS, self._check_terminal)
        else:
            self._lode.end(128 + signal.SIGHUP)

    def run_input_thread(self) -> None:
        # Reading from a terminal that is gone fails; `_check_terminal` ends the app then.
        with suppress(OSError):
            super().run_input_thread()

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")


class _Output:
    """A file descriptor to draw to. Output is dropped once the terminal is gone."""

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
