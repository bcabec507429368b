"""What a command runs in: streams, environment, folder. Everything that lode prints goes through `Context`."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from tui.catalog.find import NAME, builtin, chosen_catalog
from tui.store.cache import cache_folder
from tui.store.compiled import open_compiled
from tui.text.folders import from_home
from tui.text.safe import visible, visible_lines
from tui.view.styled_text import Line, StyledText, plain

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier


PROGRESS_FROM = 200
"""The number of files or passages from which on a progress bar is shown."""


class Status(IntEnum):
    """The exit status of lode."""

    DONE = 0
    """The command did what it was asked to: something was found, or the dossier is clean."""
    NOTHING = 1
    """Nothing was found, or `check` found errors."""
    UNUSABLE = 2
    """The command line, the catalog or a file cannot be used at all."""
    HUNG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143
    """A signal ended lode: 128 and the number of the signal."""


class CommandError(Exception):
    """A command cannot go on. The message is one line for standard error."""

    def __init__(self, message: str, status: Status = Status.UNUSABLE) -> None:
        super().__init__(message)
        self.status = status


def reason_of(error: Exception) -> str:
    """What an error says, of an error of the system without its number and path."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def file_in(folder: str, file: str) -> str:
    """The path of a file as it is printed: in a folder, unless that is empty."""
    return os.path.join(folder, file)  # noqa: PTH118 - a Path would spell the file another way


def refuse_choice(value: str, noun: str, choices: Iterable[str]) -> NoReturn:
    """Raises CommandError for a value that is not one of the choices; the message names them."""
    raise CommandError(f"“{value}” is not {noun}; choose from {', '.join(choices)}")


class Context:
    """Everything outside the program that a command reads or writes.

    `folder` is the current folder.
    """

    # Not a dataclass: importing `dataclasses` takes as long as a whole search.
    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        environment: Mapping[str, str],
        folder: Path,
        stdin: TextIO | None = None,
    ) -> None:
        self.out, self.err, self.stdin = out, err, stdin
        self.environment, self.folder = environment, folder
        self.color, self.outside = "auto", False
        self.catalog: str | None = None
        """These three are the values of the common options."""
        self._percent = 0
        """How far the progress bar is."""

    @cached_property
    def prints_to_terminal(self) -> bool:
        """Whether standard output is a terminal."""
        return self.out.isatty()

    @property
    def reads_from_terminal(self) -> bool:
        """Whether standard input is a terminal."""
        return self.stdin is not None and self.stdin.isatty()

    @cached_property
    def uses_color(self) -> bool:
        """Whether output is coloured. The first of these decides: --color, NO_COLOR, FORCE_COLOR, the terminal."""
        if self.color != "auto":
            return self.color == "always"
        if self.environment.get("NO_COLOR"):
            return False
        # CLICOLOR_FORCE is another name for FORCE_COLOR. Some tools set them to 0 to turn colours off.
        if any(self.environment.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
            return True
        return self.prints_to_terminal and self.environment.get("TERM") != "dumb"

    @property
    def width(self) -> int | None:
        """The columns of the terminal; None if standard output is not one, and lines are not cut."""
        if not self.prints_to_terminal:
            return None
        import shutil

        return max(shutil.get_terminal_size().columns, 20)

    # The following methods replace control characters. Nothing else may print text of catalogs and articles.

    def print(self, line: Iterable[StyledText]) -> None:
        """Prints a styled line on standard output."""
        if self.uses_color:
            from tui.cli.ansi import to_ansi

            print(to_ansi(_safe(line)), file=self.out)
        else:
            print(visible(plain(line)), file=self.out)

    def print_row(self, line: Line) -> None:
        """Prints a styled line on standard output, cut to the width of the terminal."""
        if (width := self.width) is not None:
            from tui.view.wrap import cut_line

            line = cut_line(_safe(line), width)
        self.print(line)

    def print_beside(self, line: Line) -> None:
        """Prints a label and its words, on a terminal wrapped beside the label."""
        if (width := self.width) is None:
            self.print(line)
            return
        from tui.view.wrap import beside

        for row in beside(line, width):
            self.print(row)

    def print_all_beside(self, lines: Sequence[tuple[str, str]]) -> None:
        """Prints many labels, dim, with their words, each on a line of its own."""
        text = "\n".join(map("".join, lines))
        if self.width is None and not self.uses_color and text.count("\n") < len(lines) and "\t" not in text:
            # To style each line, and to look for control characters in it, takes as long as all else.
            self.print_text(text)
            return
        for label, words in lines:
            self.print_beside([StyledText(label, "dim"), StyledText(words)])

    def print_text(self, text: str) -> None:
        """Prints one or more lines of plain text on standard output."""
        print(visible_lines(text), file=self.out)

    def print_json(self, value: object, indent: int | None = None) -> None:
        """Prints a value as JSON on standard output, on a single line if there is no indent."""
        from tui.text.json import to_json

        print(to_json(value, indent), file=self.out)

    def report(self, message: str) -> None:
        """Prints a message on standard error, after the name of the program."""
        self.print_error(f"lode: {message}")

    def print_error(self, line: str) -> None:
        """Prints a line on standard error."""
        print(visible(line), file=self.err)

    def progress(self, done: int, total: int) -> None:
        """Shows a progress bar on standard error if that is a terminal, and the work is long."""
        percent = done * 100 // total if total >= PROGRESS_FROM else self._percent
        if percent != self._percent and self.err.isatty():
            self._percent = percent
            filled = done * 30 // total
            end = "\n" if done == total else ""
            print(f"\r{'█' * filled}{'░' * (30 - filled)} {done:,} of {total:,}", end=end, file=self.err, flush=True)

    def resolve(self, given: str) -> Path:
        """The path that a word of the command line means, in the current folder."""
        return self.folder / from_home(given)

    def read_text(self, given: str) -> str:
        """The text of a file that the command line names. Raises CommandError if it cannot be read."""
        from tui.text.document import read_text
        from tui.text.opening import UnreadableError

        try:
            return read_text(self.resolve(given))
        except UnreadableError as error:
            raise CommandError(f"{given} {error}") from None

    @cached_property
    def path(self) -> Path:
        """The path of the catalog. Reports a catalog in the current folder that is not lode's."""
        if self._chosen is None and (self.folder / NAME).exists():
            self.report(f"{NAME} here has no line `lode: 1` and is not used; this is the built-in dossier")
        return self._chosen or builtin()

    @cached_property
    def _chosen(self) -> Path | None:
        return chosen_catalog(self.catalog, self.environment, self.folder)

    def refuse_builtin(self) -> None:
        """Raises CommandError before a catalog is written to that nobody has chosen."""
        if self._chosen is None:
            raise CommandError("no catalog is named or near, and the built-in one stays as it is; lode new makes one")

    @property
    def cache(self) -> Path | None:
        """The folder of compiled dossiers; None if they are not kept."""
        return cache_folder(self.environment)

    def open(self, keep: bool = True) -> "Dossier":
        """Opens the dossier, and reports how many of its records are not valid. Raises CatalogError.

        It is stored in the cache if it is to be kept.
        """
        dossier = open_compiled(self.path, self.cache, self.outside, keep=keep, progress=self.progress)
        self.report_left_out(*dossier.left_out)
        return dossier

    def report_left_out(self, errors: int, unread: int) -> None:
        """Reports that there are errors, and what is left out; `unread` is the number of unreadable articles."""
        if errors:
            # Some errors leave no record out, such as a text that was changed.
            what = "an article and its records are" if errors == unread == 1 else "what does not hold is"
            many = "s" * (errors != 1)
            self.report(f"{self.path.name} has {errors} problem{many}, {what} left out; lode check lists them")


def _safe(line: Iterable[StyledText]) -> Line:
    return [StyledText(visible(piece.text), piece.style) for piece in line]


def process_context() -> Context:
    """The context of the running process."""
    return Context(_utf8(sys.stdout), _utf8(sys.stderr), os.environ, Path.cwd(), stdin=sys.stdin)


def _utf8(stream: TextIO | None) -> TextIO:
    """A standard stream in UTF-8 in any locale; if it is closed, one that discards what is written."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
