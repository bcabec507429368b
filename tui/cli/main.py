"""The command line's front door: options, commands, and how a run ends."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui import __version__
from tui.cli.context import CommandError, Context, Status, real

if TYPE_CHECKING:
    from tui.catalog.problem import CatalogError

Run = Callable[[argparse.Namespace, Context], Status]

QUERYING = ("search", "list", "export")
"""The commands that take a query: there, a word with a hyphen before it is a word to leave out."""


def run() -> None:
    """The program `lode`."""
    context = real()
    try:
        status = main(sys.argv[1:], context)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone. Python flushes once more at exit: that must find an open file.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = Status.DONE
    except KeyboardInterrupt:
        status = Status.INTERRUPTED
    sys.exit(status)


def main(arguments: Sequence[str], context: Context) -> Status:
    """Runs one command and says how it ended."""
    parser, commands = _parsers()
    try:
        options = parser.parse_args(_protect(arguments, commands))
    except SystemExit as error:
        return Status.UNUSABLE if error.code else Status.DONE
    context.color, context.catalog = options.color, options.catalog
    if options.command is None:
        parser.print_help(context.out)
        return Status.DONE
    try:
        command: Run = _command(options.command)
        return command(options, context)
    except CommandError as error:
        context.say(str(error))
        return error.status
    except Exception as error:
        problems = _catalog_problems(error)
        if problems is None:
            raise
        for problem in problems.problems:
            print(problem, file=context.err)
        return Status.UNUSABLE


def _catalog_problems(error: Exception) -> "CatalogError | None":
    from tui.catalog.problem import CatalogError

    return error if isinstance(error, CatalogError) else None


def _command(name: str) -> Run:
    """The function of a command; only its own module is imported."""
    from importlib import import_module

    function: Run = import_module(f"tui.cli.{name}").run
    return function


def _protect(arguments: Sequence[str], commands: dict[str, argparse.ArgumentParser]) -> list[str]:
    """The arguments, with words to leave out (`-china`) told apart from options, which are exact.

    argparse takes every word with a hyphen for an option: a space before it makes it a word, and the query
    language does not mind the space.
    """
    command = next((word for word in arguments if word in commands), None)
    if command not in QUERYING:
        return list(arguments)
    known = commands[command]._option_string_actions
    return [
        f" {word}" if word.startswith("-") and word != "--" and word.partition("=")[0] not in known else word
        for word in arguments
    ]


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    everywhere = _everywhere(argparse.SUPPRESS)
    parser = argparse.ArgumentParser(
        prog="lode",
        description="Takes every number in a dossier of articles back to its sentence.",
        parents=[_everywhere(None)],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"lode {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return subparsers.add_parser(name, help=help, description=help, parents=[everywhere], allow_abbrev=False)

    search = command("search", "fuzzy search over articles, entities, figures, events and passages")
    search.add_argument("query", nargs="+", metavar="QUERY", help='words, "phrases", -not, kind:figure, by:usgs, >3Mt')
    _json(search)
    search.add_argument("--vimgrep", action="store_true", help="print FILE:LINE:COLUMN:TEXT")

    listing = command("list", "all records of a kind")
    listing.add_argument("kind", metavar="KIND", help="articles, entities, figures, events or measures")
    listing.add_argument("query", nargs="*", metavar="FILTER", help="as in search: by:usgs, year:2024, words")
    listing.add_argument("--sort", metavar="FIELD", help="id, title, date, value or count; -FIELD for the reverse")
    _json(listing)

    show = command("show", "one record whole, with each source in its sentence")
    show.add_argument("id", metavar="ID")
    _json(show)

    cite = command("cite", "a citation of a record")
    cite.add_argument("id", metavar="ID")
    cite.add_argument("--format", default="plain", metavar="FORMAT", help="plain, markdown, bibtex or csl")

    check = command("check", "verifies the catalog against its texts")
    check.add_argument("--coverage", action="store_true", help="count what the catalog leaves out of each article")
    check.add_argument("--strict", action="store_true", help="warnings, and anything left out, are errors")
    _json(check)

    export = command("export", "the dossier, or a part of it, in another tool's format")
    export.add_argument("format", metavar="FORMAT", help="json or w3c")
    export.add_argument("query", nargs="*", metavar="FILTER", help="as in search: article:ID, kind:figure")
    export.add_argument("-o", "--output", metavar="PATH", help="a file to write; else standard output")
    return parser, dict(subparsers.choices)


def _everywhere(default: object) -> argparse.ArgumentParser:
    """The options that stand before or after any command."""
    options = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    options.add_argument("-c", "--catalog", metavar="PATH", default=default, help="a catalog file, or its folder")
    options.add_argument(
        "--color", choices=("auto", "always", "never"), default=default or "auto", help="when to colour the output"
    )
    options.add_argument("-n", "--limit", type=_count, metavar="N", default=default, help="at most N results")
    return options


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON Lines, one object a line")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no count: 0, 1, 2 …")
    return int(text)
