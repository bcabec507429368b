"""What a command runs in: streams, environment, folder, and how to paint."""

import os
import sys
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tui.catalog.find import find_catalog
from tui.cli.paint import paint
from tui.dossier.cache import cache_folder
from tui.dossier.compiled import open_compiled
from tui.text.safe import visible, visible_lines
from tui.view.styled_text import Line, StyledText

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier


PROGRESS_FROM = 200
"""Files or passages from which on a terminal is shown how far work on them is."""


class Status(IntEnum):
    """Exit statuses."""

    DONE = 0
    NOTHING = 1
    """Nothing found, or `check` has errors."""
    UNUSABLE = 2
    """The command line, the catalog or a file cannot be used at all."""
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143
    """Ended by a signal: 128 and its number."""


class CommandError(Exception):
    """A command that cannot go on; the message is one line for standard error."""

    def __init__(self, message: str, status: Status = Status.UNUSABLE) -> None:
        super().__init__(message)
        self.status = status


class Context:
    """Everything outside the program that a command reads or writes."""

    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        environment: Mapping[str, str],
        folder: Path,
        color: str = "auto",
        catalog: str | None = None,
        outside: bool = False,
        stdin: TextIO | None = None,
    ) -> None:
        self.out, self.err, self.stdin = out, err, stdin
        self.environment, self.folder = environment, folder
        self.color, self.catalog, self.outside = color, catalog, outside

    @property
    def terminal(self) -> bool:
        """Whether standard output is a terminal."""
        return self.out.isatty()

    @property
    def typed(self) -> bool:
        """Whether standard input is a terminal."""
        return self.stdin is not None and self.stdin.isatty()

    @property
    def colored(self) -> bool:
        """Whether to colour. The first that applies decides: the option, NO_COLOR, FORCE_COLOR, the terminal."""
        if self.color != "auto":
            return self.color == "always"
        if self.environment.get("NO_COLOR"):
            return False
        # CLICOLOR_FORCE is another name for it. Some tools set either to 0 where they do not want it.
        if any(self.environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
            return True
        return self.terminal and self.environment.get("TERM") != "dumb"

    @property
    def width(self) -> int | None:
        """Columns of the terminal; None where lines are not to be cut."""
        if not self.terminal:
            return None
        import shutil

        return max(shutil.get_terminal_size().columns, 20)

    # Everything that lode prints passes through these: nothing else makes text fit for a terminal, whatever its origin.

    def print(self, line: Iterable[StyledText]) -> None:
        """A line of styled pieces on standard output."""
        print(paint(_safe(line), self.colored), file=self.out)

    def print_row(self, line: Line) -> None:
        """The same, cut to the width of a terminal."""
        if (width := self.width) is not None:
            from tui.view.wrap import cut_line

            line = cut_line(_safe(line), width)
        self.print(line)

    def print_text(self, text: str) -> None:
        """Text of one or more lines on standard output."""
        print(visible_lines(text), file=self.out)

    def print_json(self, value: object, indent: int | None = None) -> None:
        """A value as JSON on standard output, on one line without an indent."""
        from tui.export.records import to_json

        print(to_json(value, indent), file=self.out)

    def say(self, message: str) -> None:
        """A line of narration on standard error."""
        self.complain(f"lode: {message}")

    def complain(self, line: str) -> None:
        """A line on standard error."""
        print(visible(line), file=self.err)

    def progress(self, done: int, whole: int) -> None:
        """Shows on a terminal's standard error how far long work is."""
        if whole >= PROGRESS_FROM and self.err.isatty():
            filled = done * 30 // whole
            end = "\n" if done == whole else ""
            print(f"\r{'█' * filled}{'░' * (30 - filled)} {done:,} of {whole:,}", end=end, file=self.err, flush=True)

    @cached_property
    def path(self) -> Path:
        """The catalog that the command is about."""
        return find_catalog(self.catalog, self.environment, self.folder)

    @property
    def cache(self) -> Path | None:
        """Where compiled dossiers are kept; None where they are not wanted."""
        return cache_folder(self.environment)

    def open(self) -> "Dossier":
        """The dossier that the command is about. What does not hold in it is said on standard error."""
        dossier = open_compiled(self.path, self.cache, self.outside)
        self.say_left_out(*dossier.left_out)
        return dossier

    def say_left_out(self, errors: int, unread: int) -> None:
        """Says that records are left out because of errors, of which some are articles that cannot be read."""
        if errors:
            what = ("an article and its records are" if unread else "a record is") if errors == 1 else "records are"
            many = "s" * (errors != 1)
            self.say(f"{self.path.name} has {errors} problem{many}, {what} left out; lode check says which")


def _safe(line: Iterable[StyledText]) -> Line:
    return [StyledText(visible(piece.text), piece.style) for piece in line]


def real() -> Context:
    """The context of the running process."""
    return Context(_utf8(sys.stdout), _utf8(sys.stderr), os.environ, Path.cwd(), stdin=sys.stdin)


def _utf8(stream: TextIO | None) -> TextIO:
    """A standard stream in UTF-8, whatever the locale; where it is closed, one that takes and forgets."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
