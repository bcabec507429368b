"""The entry point: reads the command line, runs a command, and returns its exit status."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from tui.cli.context import CommandError, Context, Status, process_context
from tui.cli.parsers import COMMANDS, full_parser, options_of, parser_of, takes_query
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
        print(visible(f"lode: {error.strerror or error}"), file=sys.stderr)  # noqa: T201 - there may be no context
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


def main(arguments: Sequence[str], context: Context) -> Status:
    """Runs a command. Errors of the command line and of the catalog are printed, not raised."""
    try:
        name, sorted_arguments = _split_arguments(arguments, context.folder)
        options = (parser_of(name) if name else full_parser()).parse(sorted_arguments)
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


def _split_arguments(arguments: Sequence[str], folder: Path) -> tuple[str, list[str]]:
    """The command and its arguments, sorted for argparse: options first, then `--` and the other words.

    Options are recognised anywhere, but only in their exact form: any other word with one hyphen is a word of the
    query (`-china`). Without a command, the command is `open`; with --help or --version alone, it is "".
    """
    command, chosen, words = "", [], []
    left = list(arguments)
    known = options_of(left[0] if left and left[0] in COMMANDS else "")
    while left:
        word = left.pop(0)
        option = known.get(word.partition("=")[0])
        if option is not None:
            value = "=" in word or option.nargs == 0 or not left
            chosen.append(word if value else f"{word}={left.pop(0)}")
        elif not command:
            command = word if word in COMMANDS else "open"
            known = options_of(command)
            if command != word:
                _refuse_mistyped(word, folder)
                left.insert(0, word)
        elif word == "--":
            words += left
            break
        elif word.startswith("--"):
            _refuse_option(word, command, known)
        else:
            (words if takes_query(command) or not word.startswith("-") else chosen).append(word)
    if not command and {"-h", "--help", "--version"} & set(chosen):
        return "", chosen
    return command or "open", [*chosen, *(["--", *words] if words else [])]


def _refuse_option(word: str, command: str, known: Iterable[str]) -> NoReturn:
    """Raises CommandError for a word with two hyphens that is no option of the command."""
    from tui.catalog.problem import closest

    near = closest(word, [option for option in known if option.startswith("--")])
    nearest = f"; nearest: {near}" if near else ""
    behind = "; behind -- it is a word of the query" if takes_query(command) else ""
    raise CommandError(f"{word} is no option of lode {command}{nearest}{behind}")


def _refuse_mistyped(word: str, folder: Path) -> None:
    """Raises CommandError for a first word that is neither command nor path, if it is close to a command."""
    if not word.isalpha() or (folder / word).exists():
        return
    from tui.catalog.problem import closest

    near = closest(word.lower(), [name for name, command in COMMANDS.items() if command.help])
    if near:
        raise CommandError(f"{word} is no command, and no catalog or folder either; nearest: {near}")
