"""The arguments of each command. Only the parser of the command that runs is created, to start quickly."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, NoReturn

from tui import __version__
from tui.cli.context import CommandError
from tui.dossier.cache import cache_folder, refusal
from tui.text.safe import visible


class Command(NamedTuple):
    """A command: its description in one line, and a function that adds its arguments to a parser."""

    help: str
    """Empty for a command that only scripts use, which is not listed."""
    add_arguments: Callable[[argparse.ArgumentParser], None]


@cache
def parser_of(command: str) -> "Parser":
    """The parser of one command, with the common options."""
    parser = Parser(prog=f"lode {command}", **_settings(COMMANDS[command].help))
    _add_arguments(parser, COMMANDS[command])
    return parser


def full_parser() -> "Parser":
    """The parser of all commands, for `lode --help` and the manual page."""
    parser = Parser(prog="lode", **_settings("Takes every number in a dossier of articles back to its sentence."))
    _add_common_options(parser)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="lode")
    for name, command in COMMANDS.items():
        if command.help:
            _add_arguments(subparsers.add_parser(name, help=command.help, **_settings(command.help)), command)
    return parser


def options_of(command: str) -> dict[str, argparse.Action]:
    """The options of a command by name (`--limit`); for "", the common options."""
    if command:
        return parser_of(command)._option_string_actions
    parser = Parser(**_settings(""))
    _add_common_options(parser)
    return parser._option_string_actions


def positionals_of(command: str) -> list[argparse.Action]:
    """The positional arguments of a command, in order."""
    return [action for action in parser_of(command)._actions if not action.option_strings]


def takes_query(command: str) -> bool:
    """Whether a command takes a query, in which `-word` is a word to exclude."""
    return any(action.dest == "query" for action in positionals_of(command))


class Parser(argparse.ArgumentParser):
    """A parser that raises CommandError instead of printing its usage."""

    def parse(self, arguments: list[str]) -> argparse.Namespace:
        """Parses arguments. Raises CommandError if they are not valid."""
        options, unknown = self.parse_known_args(arguments)
        # The first -- was added by lode.
        typed = unknown[1:] if unknown[:1] == ["--"] else unknown
        if typed:
            self.error(f"unrecognized arguments: {' '.join(typed)}")
        return options

    def error(self, message: str) -> NoReturn:
        raise CommandError(f"{message}; see {self.prog} --help")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        folder = cache_folder(os.environ)
        reason = refusal(folder) if folder else ""
        where = str(folder) + (f" (not used: {reason})" if reason else "") if folder else "not kept"
        print(f"lode {__version__}\ncompiled dossiers: {visible(where)}")  # noqa: T201 - argparse prints as well
        parser.exit()


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        # By default, the formatter imports three libraries to find out the width.
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (ValueError, OSError):
        return 80


def _settings(description: str) -> dict[str, Any]:
    return {"description": description, "formatter_class": _Formatter, "allow_abbrev": False}


def _add_arguments(parser: Parser, command: Command) -> None:
    _add_common_options(parser)
    command.add_arguments(parser)


def _add_common_options(parser: argparse.ArgumentParser) -> None:
    """Adds the options that may come before or after any command."""
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


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="JSON Lines, one object a line")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a count: 0, 1, 2 …")
    # SQLite accepts no larger number.
    return min(int(text), sys.maxsize)


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", metavar="PATH", help="a catalog file, or a folder that has a catalog.yaml")
    parser.add_argument("--at", metavar="PLACE", help="a record's id, or FILE:LINE[:COLUMN] of an article")
    parser.add_argument(
        "--verify", metavar="DRAFT", help="a text to check beside the articles, again whenever it is saved"
    )


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help='words, "phrases", -not, kind:figure, by:usgs, >3Mt')
    _add_json(parser)
    parser.add_argument("--vimgrep", action="store_true", help="print FILE:LINE:COLUMN:TEXT, COLUMN in bytes")


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="articles, entities, figures, claims, events, measures or units")
    parser.add_argument(
        "query", nargs="*", default=[], metavar="FILTER", help="as in search: by:usgs, year:2024, words"
    )
    parser.add_argument("--sort", metavar="FIELD", help="title, date, count, or a key of --json; -FIELD: reversed")
    _add_json(parser)


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    _add_json(parser)


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
    _add_json(parser)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", default=[], metavar="PATH", help="a catalog, a folder, or files of a dossier; else as usual"
    )
    parser.add_argument("--coverage", action="store_true", help="count what the catalog leaves out of each article")
    parser.add_argument("--strict", action="store_true", help="warnings, and anything left out, are errors")
    parser.add_argument(
        "--fix", action="store_true", help="shows quotes whose wording was corrected, and asks whether to rewrite each"
    )
    parser.add_argument("--yes", action="store_true", help="with --fix: rewrites them all")
    parser.add_argument(
        "--against",
        metavar="FILE",
        help="an earlier `lode export json`: also names figures whose values or conflicts changed since",
    )
    _add_json(parser)


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "drafts", nargs="+", metavar="DRAFT", help="a text file, or FILE:FIRST-LAST for some lines; - is standard input"
    )
    parser.add_argument("--strict", action="store_true", help="also fail for what is possible or disputed")
    parser.add_argument("--language", metavar="TAG", help="the draft's language (de, pt-BR); else its words tell it")
    parser.add_argument("--lines", action="store_true", help="print errors and warnings only, one a line, for editors")
    _add_json(parser)


def _suggest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", nargs="?", metavar="ARTICLE", help="an article's id; else all of them")
    parser.add_argument(
        "--write", action="store_true", help="write the best drafts of ARTICLE into the catalog: 20, or --limit N"
    )
    _add_json(parser)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="FILE_OR_URL", help="text, HTML, PDF, .docx or .epub")
    parser.add_argument("--into", metavar="CATALOG", help="the included catalog file that gets the articles")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER")


def _schema(parser: argparse.ArgumentParser) -> None:
    """Adds nothing: the command has no arguments."""


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("format", metavar="FORMAT", help="html, markdown, json, w3c, csv, sqlite, bibtex or csl")
    parser.add_argument("query", nargs="*", default=[], metavar="FILTER", help="as in search: article:ID, kind:figure")
    parser.add_argument("-o", "--output", metavar="PATH", help="a file (csv: a folder); else standard output")


def _mcp(parser: argparse.ArgumentParser) -> None:
    """Takes no arguments of its own."""


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", help="bash, zsh or fish")


def _complete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", default=[], metavar="WORD")


COMMANDS = {
    "open": Command("opens the app; also without the word open", _open),
    "search": Command("fuzzy search over articles, entities, figures, claims, events and passages", _search),
    "list": Command("all records of a kind", _list),
    "show": Command("one record in full, with each source in its sentence", _show),
    "cite": Command("a citation of a record", _cite),
    "compare": Command("figures compared, with verdict, reason and a plot", _compare),
    "check": Command("verifies the catalog against its texts", _check),
    "verify": Command("checks each number, date and quotation of a text against the dossier", _verify),
    "suggest": Command("what the catalog misses, as YAML to paste", _suggest),
    "new": Command("a first catalog for a folder of texts, web pages, PDF files and the like", _new),
    "add": Command("adds sources to the dossier: files of text, HTML, PDF, Word or EPUB, or an address", _add),
    "schema": Command("the catalog's JSON Schema, for editors that check as you type", _schema),
    "export": Command("the dossier, or a part of it, in another tool's format", _export),
    "mcp": Command(
        "serves search, show, compare, cite and verify to an assistant, over standard input and output", _mcp
    ),
    "completion": Command("prints a shell's script for completing lode's words, ids and filters", _completion),
    # For the completion scripts only.
    "complete": Command("", _complete),
}
