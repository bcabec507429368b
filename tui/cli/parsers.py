"""The arguments of each command. Only the parser of the command that is run is made: each takes time."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, NoReturn

from tui import __version__
from tui.cli.context import CommandError
from tui.dossier.cache import cache_folder, refusal
from tui.text.safe import visible


class Command:
    """A command: what it does in a line, and its arguments. One for scripts alone has no such line."""

    def __init__(self, help: str, arguments: Callable[[argparse.ArgumentParser], None]) -> None:
        self.help, self.arguments = help, arguments


@cache
def parser_of(command: str) -> "Parser":
    """The parser of one command, with the options that stand before or after any."""
    return _filled(Parser(prog=f"lode {command}", **_settings(COMMANDS[command].help)), COMMANDS[command])


def whole() -> "Parser":
    """The parser of all commands: for help, and what is written from it."""
    parser = Parser(prog="lode", **_settings("Takes every number in a dossier of articles back to its sentence."))
    _add_everywhere(parser)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="lode")
    for name, command in COMMANDS.items():
        if command.help:
            _filled(subparsers.add_parser(name, help=command.help, **_settings(command.help)), command)
    return parser


def options_of(command: str) -> dict[str, argparse.Action]:
    """The options of a command, by how they are written; of none, those that stand before or after any."""
    if command:
        return parser_of(command)._option_string_actions
    parser = Parser(**_settings(""))
    _add_everywhere(parser)
    return parser._option_string_actions


def places_of(command: str) -> list[argparse.Action]:
    """The arguments of a command that are no options, in order."""
    return [action for action in parser_of(command)._actions if not action.option_strings]


def takes_query(command: str) -> bool:
    """Whether a command takes a query: there, a word with a hyphen before it is a word to leave out."""
    return any(place.dest == "query" for place in places_of(command))


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the arguments."""

    def parse(self, arguments: list[str]) -> argparse.Namespace:
        """The options and places among arguments. Raises CommandError where any is left over."""
        options, unknown = self.parse_known_args(arguments)
        # A first -- was put there by lode, and not typed.
        typed = unknown[1:] if unknown[:1] == ["--"] else unknown
        if typed:
            self.error(f"unrecognized arguments: {' '.join(typed)}")
        return options

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message}; {self.prog} --help says what there is")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        folder = cache_folder(os.environ)
        reason = refusal(folder) if folder else ""
        where = str(folder) + (f" (not used: {reason})" if reason else "") if folder else "not kept"
        print(f"lode {__version__}\ncompiled dossiers: {visible(where)}")  # noqa: T201 - argparse prints as well
        parser.exit()


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        # The formatter's own way to learn the width loads three libraries, for every argument that is added.
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (ValueError, OSError):
        return 80


def _settings(description: str) -> dict[str, Any]:
    return {"description": description, "formatter_class": _Formatter, "allow_abbrev": False}


def _filled(parser: Parser, command: Command) -> Parser:
    _add_everywhere(parser)
    command.arguments(parser)
    return parser


def _add_everywhere(parser: argparse.ArgumentParser) -> None:
    """Adds the options that stand before or after any command."""
    parser.add_argument("-c", "--catalog", metavar="PATH", help="a catalog file, or its folder")
    parser.add_argument(
        "--outside",
        action="store_true",
        help="let articles lie outside the catalog's folder; the catalog cannot",
    )
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="when to colour the output"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="the version, and where compiled dossiers are kept")
    parser.add_argument("-n", "--limit", type=_count, metavar="N", help="at most N results")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON Lines, one object a line")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is no count: 0, 1, 2 …")
    # More than a machine holds is as good as any; SQLite takes no larger number.
    return min(int(text), sys.maxsize)


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="a catalog file, or a folder that has a catalog.yaml")
    parser.add_argument("--at", metavar="PLACE", help="a record's id, or FILE:LINE[:COLUMN] of an article")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "phrases", -not, kind:figure, by:usgs, >3Mt')
    _json(parser)
    parser.add_argument("--vimgrep", action="store_true", help="print FILE:LINE:COLUMN:TEXT")


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="articles, entities, figures, events or measures")
    parser.add_argument(
        "query", nargs="*", default=[], metavar="FILTER", help="as in search: by:usgs, year:2024, words"
    )
    parser.add_argument("--sort", metavar="FIELD", help="title, date, count, or a key of --json; -FIELD: reversed")
    _json(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    _json(parser)


def _cite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument(
        "--format", default="plain", metavar="FORMAT", help="plain, markdown, bibtex, csl, quote or link"
    )


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", metavar="FILTER", help="as in search: measure:reserves subject:russia")
    parser.add_argument(
        "--pairs",
        type=_count,
        metavar="N",
        help="list N pairs of each group, the gravest first; without it all, or none of more than 100",
    )
    _json(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", default=[], metavar="PATH", help="a catalog, a folder, or files of a dossier; else as usual"
    )
    parser.add_argument("--coverage", action="store_true", help="count what the catalog leaves out of each article")
    parser.add_argument("--strict", action="store_true", help="warnings, and anything left out, are errors")
    _json(parser)


def _suggest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="?", metavar="ARTICLE", help="an article's id; else all of them")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER")


def _schema(parser: argparse.ArgumentParser) -> None:
    """Takes no arguments of its own."""


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", metavar="FORMAT", help="json or w3c")
    parser.add_argument("query", nargs="*", default=[], metavar="FILTER", help="as in search: article:ID, kind:figure")
    parser.add_argument("-o", "--output", metavar="PATH", help="a file to write; else standard output")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", help="bash, zsh or fish")


def _complete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", default=[], metavar="WORD")


COMMANDS = {
    "open": Command("opens the app; also without the word open", _open),
    "search": Command("fuzzy search over articles, entities, figures, events and passages", _search),
    "list": Command("all records of a kind", _list),
    "show": Command("one record whole, with each source in its sentence", _show),
    "cite": Command("a citation of a record", _cite),
    "compare": Command("figures set against each other, with verdict, reason and a plot", _compare),
    "check": Command("verifies the catalog against its texts", _check),
    "suggest": Command("what the catalog misses, as YAML to paste", _suggest),
    "new": Command("a first catalog for a folder of .txt and .md files", _new),
    "schema": Command("the catalog's JSON Schema, for editors that check while one types", _schema),
    "export": Command("the dossier, or a part of it, in another tool's format", _export),
    "completion": Command("prints a shell's script for completing lode's words, ids and filters", _completion),
    # What the scripts ask; people have no use for it.
    "complete": Command("", _complete),
}
