"""The entry point: reads the command line, runs a command, and returns its exit status."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.cli.arguments import Arguments, Options
from tui.cli.commands import COMMANDS
from tui.cli.context import CommandError, Context, Status, process_context, reason_of
from tui.text.folders import keep_absolute_path
from tui.text.safe import visible

Run = Callable[[Options, Context], Status]


def run() -> None:
    """Runs `lode` as a program, and ends the process."""
    _restart_in_utf8()
    # Garbage collection costs a short command more than it saves. `lode open` enables it again.
    gc.disable()
    keep_absolute_path(os.environ)
    try:
        status = main(sys.argv[1:], process_context())
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        _drop_output()
        status = Status.INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        status = Status.DONE
    except OSError as error:
        _drop_output()
        where = f"{error.filename}: " if error.filename else ""
        print(visible(f"lode: {where}{reason_of(error)}"), file=sys.stderr)  # noqa: T201 - there may be no context
        status = Status.UNUSABLE
    # All output is written. Freeing every module and object would take a tenth of the time of a search.
    os._exit(status)


def _restart_in_utf8() -> None:
    """Restarts lode in Python's UTF-8 mode if the locale has another encoding.

    Texts and output are UTF-8 in any locale; arguments, paths and the environment then are, too.
    """
    if sys.getfilesystemencoding() != "utf-8" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _drop_output() -> None:
    """Discards what is not written yet, so that the flush at exit can neither fail nor block."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(words: Sequence[str], context: Context) -> Status:
    """Runs a command. Errors of the command line and of the catalog are printed, not raised."""
    try:
        line = Arguments(words)
        _refuse_mistyped(line.implied_by, context.folder)
        for key in ("help", "version"):
            if line.asks_for(key):
                from tui.cli.help import help_of, version

                context.print_text(help_of(line.command) if key == "help" else version(context.environment))
                return Status.DONE
        options = line.read()
        context.color, context.catalog, context.outside = options.color, options.catalog, options.outside
        return _command(line.command or "open")(options, context)
    except CommandError as error:
        context.report(str(error))
        return error.status
    except Exception as error:
        from tui.catalog.problem import CatalogError

        if not isinstance(error, CatalogError):
            raise
        for problem in error.problems:
            context.print_error(str(problem))
        return Status.UNUSABLE


def _command(name: str) -> Run:
    """The `run` function of a command. Only its own module is imported, to start quickly."""
    from importlib import import_module

    function: Run = import_module(f"tui.cli.{name}").run
    return function


def _refuse_mistyped(word: str, folder: Path) -> None:
    """Raises CommandError for a first word that is neither command nor path."""
    if not word.isalpha() or (folder / word).exists():
        return
    from tui.catalog.problem import closest

    near = closest(word.lower(), [name for name, command in COMMANDS.items() if command.help])
    what = f"nearest: {near}" if near else f"lode search {word} looks for it, lode --help lists the commands"
    raise CommandError(f"{word} is not a command, a catalog or a folder; {what}")
