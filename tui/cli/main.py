"""The command line's front door: options, commands, and how a run ends."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from tui.cli.context import CommandError, Context, Status, real
from tui.cli.parsers import COMMANDS, options_of, parser_of, takes_query, whole
from tui.text.folders import keep_absolute_path
from tui.text.safe import visible

Run = Callable[[argparse.Namespace, Context], Status]


def run() -> None:
    """The program `lode`."""
    _restart_in_utf8()
    # A command is over before there is garbage worth looking for; the app, which stays, turns it on again.
    gc.disable()
    keep_absolute_path(os.environ)
    try:
        status = main(sys.argv[1:], real())
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
    """Starts lode again in Python's UTF-8 mode if the locale has another encoding.

    Arguments, paths and the environment are then read as UTF-8, in which texts and output are in any locale.
    """
    if sys.getfilesystemencoding() != "utf-8" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _drop_output() -> None:
    """Lets go of what is not written yet. Python flushes once more at exit: that must neither fail nor wait."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: Sequence[str], context: Context) -> Status:
    """Runs one command and says how it ended."""
    try:
        name, arranged = _arranged(arguments, context.folder)
        options = (parser_of(name) if name else whole()).parse(arranged)
        context.color, context.catalog, context.outside = options.color, options.catalog, options.outside
        command: Run = _command(name)
        return command(options, context)
    except SystemExit:
        # argparse has printed what --help or --version asks for.
        return Status.DONE
    except CommandError as error:
        context.say(str(error))
        return error.status
    except Exception as error:
        from tui.catalog.problem import CatalogError

        if not isinstance(error, CatalogError):
            raise
        for problem in error.problems:
            context.complain(str(problem))
        return Status.UNUSABLE


def _command(name: str) -> Run:
    """The function of a command; only its own module is imported."""
    from importlib import import_module

    function: Run = import_module(f"tui.cli.{name}").run
    return function


def _arranged(arguments: Sequence[str], folder: Path) -> tuple[str, list[str]]:
    """The command, and its arguments in the one order that argparse takes: options, and behind `--` the words.

    Options may stand anywhere, in their exact form: any other word with one hyphen is a word of a query (`-china`).
    A first word that is no command, or none at all, opens the app. There is no command where help is asked for first.
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
    """Refuses an option that a command does not have: one hyphen leaves a word out of a query, two begin an option."""
    from tui.catalog.problem import closest

    near = closest(word, [option for option in known if option.startswith("--")])
    nearest = f"; nearest: {near}" if near else ""
    behind = "; behind -- it is a word of the query" if takes_query(command) else ""
    raise CommandError(f"{word} is no option of lode {command}{nearest}{behind}")


def _refuse_mistyped(word: str, folder: Path) -> None:
    """Refuses a first word that is neither command nor path, where it is likely to be meant for a command."""
    if not word.isalpha() or (folder / word).exists():
        return
    from tui.catalog.problem import closest

    near = closest(word.lower(), [name for name, command in COMMANDS.items() if command.help])
    if near:
        raise CommandError(f"{word} is no command, and no catalog or folder either; nearest: {near}")
