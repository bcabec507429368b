"""The entry point: reads the command line, runs a command, and returns its exit status."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from tui.cli.arguments import Arguments
from tui.cli.context import CommandError, Context, Status, process_context, reason_of
from tui.cli.parsers import COMMANDS, full_parser, parser_of, takes_query
from tui.text.folders import keep_absolute_path
from tui.text.safe import visible

Run = Callable[[argparse.Namespace, Context], Status]


def run() -> None:
    """Runs `lode` as a program, and exits."""
    _restart_in_utf8()
    # A command ends before garbage collection pays. `lode open` enables it again.
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
        print(visible(f"lode: {reason_of(error)}"), file=sys.stderr)  # noqa: T201 - there may be no context
        status = Status.UNUSABLE
    sys.exit(status)


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
        split = Arguments(words)
        name = split.command or "open"
        parser = full_parser() if split.asks_for_help else parser_of(name)
        options = parser.parse(_for_argparse(split, context.folder))
        context.color, context.catalog, context.outside = options.color, options.catalog, options.outside
        command: Run = _command(name)
        return command(options, context)
    except SystemExit:
        # argparse has printed the help or the version.
        return Status.DONE
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


def _for_argparse(arguments: Arguments, folder: Path) -> list[str]:
    """The options, then `--` and the other words: the only order in which argparse allows words with a hyphen.

    Raises CommandError for a word that is probably a mistyped command or option.
    """
    command = arguments.command or "open"
    _refuse_mistyped(arguments.implied_by, folder)
    for word in arguments.words:
        if word.startswith("--"):
            _refuse_option(word, command, arguments.known)
    options = [name if value is None else f"{name}={value}" for name, value in arguments.options]
    if arguments.pending:
        options.append(arguments.pending)
    words = arguments.words
    if not takes_query(command):
        # No word of these commands begins with a hyphen: argparse refuses it as an unknown option.
        options += [word for word in words if word.startswith("-")]
        words = [word for word in words if not word.startswith("-")]
    words = [*words, *(arguments.rest or [])]
    return [*options, *(["--", *words] if words else [])]


def _refuse_option(word: str, command: str, known: Iterable[str]) -> NoReturn:
    """Raises CommandError for a word with two hyphens that is not an option of the command."""
    from tui.catalog.problem import closest

    near = closest(word, [option for option in known if option.startswith("--")])
    nearest = f"; nearest: {near}" if near else ""
    behind = "; put it after -- to search for it" if takes_query(command) else ""
    raise CommandError(f"lode {command} has no option {word}{nearest}{behind}")


def _refuse_mistyped(word: str, folder: Path) -> None:
    """Raises CommandError for a first word that is neither command nor path, if it is close to a command."""
    if not word.isalpha() or (folder / word).exists():
        return
    from tui.catalog.problem import closest

    near = closest(word.lower(), [name for name, command in COMMANDS.items() if command.help])
    if near:
        raise CommandError(f"{word} is not a command, a catalog or a folder; nearest: {near}")
