"""The command line's front door: options, commands, and how a run ends."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tui import __version__
from tui.cli.context import CommandError, Context, Status, real

if TYPE_CHECKING:
    from tui.catalog.problem import CatalogError

Run = Callable[[argparse.Namespace, Context], Status]

QUERYING = ("search", "list", "compare", "export")
"""The commands that take a query: there, a word with a hyphen before it is a word to leave out."""


def run() -> None:
    """The program `lode`."""
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
        print(f"lode: {error.strerror or error}", file=sys.stderr)
        status = Status.UNUSABLE
    sys.exit(status)


def _drop_output() -> None:
    """Lets go of what is not written yet. Python flushes once more at exit: that must neither fail nor wait."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: Sequence[str], context: Context) -> Status:
    """Runs one command and says how it ended."""
    parser, commands = _parsers()
    try:
        options = parser.parse_args(_arranged(arguments, parser, commands, context.folder))
        context.color, context.catalog, context.outside = options.color, options.catalog, options.outside
        command: Run = _command(options.command)
        return command(options, context)
    except SystemExit:
        # argparse has printed what --help or --version asks for.
        return Status.DONE
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


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message}; {self.prog} --help says what there is")


def _arranged(
    arguments: Sequence[str],
    parser: argparse.ArgumentParser,
    commands: dict[str, argparse.ArgumentParser],
    folder: Path,
) -> list[str]:
    """The arguments in the one order that argparse takes: the command, its options, and behind `--` its words.

    Options may stand anywhere, in their exact form: any other word with a hyphen is a word of a query (`-china`).
    A first word that is no command, or none at all, opens the app.
    """
    command, options, words = "", [], []
    known = parser._option_string_actions
    left = list(arguments)
    while left:
        word = left.pop(0)
        option = known.get(word.partition("=")[0])
        if option is not None:
            value = "=" in word or option.nargs == 0 or not left
            options.append(word if value else f"{word}={left.pop(0)}")
        elif not command:
            command = word if word in commands else "open"
            known = commands[command]._option_string_actions
            if command != word:
                _refuse_mistyped(word, commands, folder)
                left.insert(0, word)
        elif word == "--":
            words += left
            break
        else:
            (words if command in QUERYING or not word.startswith("-") else options).append(word)
    if not command and {"-h", "--help", "--version"} & set(options):
        return options
    return [command or "open", *options, *(["--", *words] if words else [])]


def _refuse_mistyped(word: str, commands: Iterable[str], folder: Path) -> None:
    """Refuses a first word that is neither command nor path, where it is likely to be meant for a command."""
    if not word.isalpha() or (folder / word).exists():
        return
    from tui.catalog.problem import closest

    near = closest(word.lower(), commands)
    if near:
        raise CommandError(f"{word} is no command, and no catalog or folder either; nearest: {near}")


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    everywhere = _everywhere(argparse.SUPPRESS)
    parser: argparse.ArgumentParser = _Parser(
        prog="lode",
        description="Takes every number in a dossier of articles back to its sentence.",
        parents=[_everywhere(None)],
        allow_abbrev=False,
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, help: str) -> argparse.ArgumentParser:
        return subparsers.add_parser(name, help=help, description=help, parents=[everywhere], allow_abbrev=False)

    opening = command("open", "opens the app; also without the word open")
    opening.add_argument("path", nargs="?", metavar="PATH", help="a catalog file, or a folder that has a catalog.yaml")
    opening.add_argument("--at", metavar="PLACE", help="a record's id, or FILE:LINE[:COLUMN] of an article")

    search = command("search", "fuzzy search over articles, entities, figures, events and passages")
    search.add_argument("query", nargs="+", metavar="QUERY", help='words, "phrases", -not, kind:figure, by:usgs, >3Mt')
    _json(search)
    search.add_argument("--vimgrep", action="store_true", help="print FILE:LINE:COLUMN:TEXT")

    listing = command("list", "all records of a kind")
    listing.add_argument("kind", metavar="KIND", help="articles, entities, figures, events or measures")
    listing.add_argument(
        "query", nargs="*", default=[], metavar="FILTER", help="as in search: by:usgs, year:2024, words"
    )
    listing.add_argument("--sort", metavar="FIELD", help="title, date, count, or a key of --json; -FIELD: reversed")
    _json(listing)

    show = command("show", "one record whole, with each source in its sentence")
    show.add_argument("id", metavar="ID")
    _json(show)

    cite = command("cite", "a citation of a record")
    cite.add_argument("id", metavar="ID")
    cite.add_argument("--format", default="plain", metavar="FORMAT", help="plain, markdown, bibtex or csl")

    compare = command("compare", "figures set against each other, with verdict, reason and a plot")
    compare.add_argument("query", nargs="*", metavar="FILTER", help="as in search: measure:reserves subject:russia")
    _json(compare)

    check = command("check", "verifies the catalog against its texts")
    check.add_argument("--coverage", action="store_true", help="count what the catalog leaves out of each article")
    check.add_argument("--strict", action="store_true", help="warnings, and anything left out, are errors")
    _json(check)

    suggest = command("suggest", "what the catalog misses, as YAML to paste")
    suggest.add_argument("article", nargs="?", metavar="ARTICLE", help="an article's id; else all of them")

    new = command("new", "a first catalog for a folder of .txt and .md files")
    new.add_argument("folder", metavar="FOLDER")

    command("schema", "the catalog's JSON Schema, for editors that check while one types")

    export = command("export", "the dossier, or a part of it, in another tool's format")
    export.add_argument("format", metavar="FORMAT", help="json or w3c")
    export.add_argument("query", nargs="*", default=[], metavar="FILTER", help="as in search: article:ID, kind:figure")
    export.add_argument("-o", "--output", metavar="PATH", help="a file to write; else standard output")
    return parser, dict(subparsers.choices)


def _everywhere(default: object) -> argparse.ArgumentParser:
    """The options that stand before or after any command."""
    options = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    options.add_argument("-c", "--catalog", metavar="PATH", default=default, help="a catalog file, or its folder")
    options.add_argument(
        "--outside",
        action="store_true",
        default=default or False,
        help="let articles lie outside the catalog's folder; the catalog cannot",
    )
    options.add_argument(
        "--color", choices=("auto", "always", "never"), default=default or "auto", help="when to colour the output"
    )
    options.add_argument("--version", action="version", version=f"lode {__version__}", help="the version alone")
    options.add_argument("-n", "--limit", type=_count, metavar="N", default=default, help="at most N results")
    return options


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON Lines, one object a line")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no count: 0, 1, 2 …")
    return int(text)
