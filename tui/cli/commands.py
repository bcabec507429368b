"""The commands and their arguments. Reading the command line, help, completion and the manual page follow from this."""

import sys
from collections.abc import Callable
from typing import Any, NamedTuple

from tui.cli.context import CommandError


class Argument(NamedTuple):
    """An option, or a positional argument, which has no names."""

    key: str
    """The attribute that has its value."""
    placeholder: str
    """What stands for the value in the help; empty for an option that has none."""
    help: str
    names: tuple[str, ...] = ()
    takes: str = ""
    """How many words a positional argument takes: `?` one or none, `*` any number, `+` at least one, "" exactly one."""
    choices: tuple[str, ...] = ()
    default: Any = None
    read: Callable[[str], Any] = str
    """Converts the typed value. Raises CommandError if it is not valid."""

    @property
    def takes_many(self) -> bool:
        """Whether its value is a list of words."""
        return self.takes in ("*", "+")

    @property
    def label(self) -> str:
        """What it is called in messages."""
        return "/".join(self.names) or self.placeholder


class Command(NamedTuple):
    """A command."""

    help: str
    """Its description in one line; empty for a command that only scripts use, which is not listed."""
    arguments: tuple[Argument, ...] = ()

    @property
    def options(self) -> dict[str, Argument]:
        """Its options by name (`--limit`), first those of all commands."""
        return {name: argument for argument in (*COMMON, *self.arguments) for name in argument.names}

    @property
    def positionals(self) -> list[Argument]:
        """Its positional arguments, in order."""
        return [argument for argument in self.arguments if not argument.names]

    @property
    def takes_query(self) -> bool:
        """Whether it takes a query, in which `-word` is a word to exclude."""
        return any(argument.key == "query" for argument in self.positionals)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise CommandError(f"“{text}” is not a count: 0, 1, 2 …")
    # SQLite accepts no larger number.
    return min(int(text), sys.maxsize)


def _flag(names: str, help: str) -> Argument:
    """An option without a value."""
    return Argument(names.split()[-1].strip("-"), "", help, tuple(names.split()), default=False)


def _option(names: str, placeholder: str, help: str, **others: Any) -> Argument:
    """An option with a value."""
    return Argument(names.split()[-1].strip("-"), placeholder, help, tuple(names.split()), **others)


def _query(placeholder: str, help: str, takes: str = "*") -> Argument:
    return Argument("query", placeholder, help, takes=takes)


COMMON = (
    _flag("-h --help", "show this help message and exit"),
    _option("-c --catalog", "PATH", "a catalog file, or its folder"),
    _flag("--outside", "let articles lie outside the catalog's folder; the catalog cannot"),
    _option(
        "--color",
        "WHEN",
        "when to colour the output: auto, always or never",
        choices=("auto", "always", "never"),
        default="auto",
    ),
    _flag("--version", "the version, and where compiled dossiers are kept"),
    _option("-n --limit", "N", "at most N results", read=_count),
)
"""The options that may come before or after any command."""

_JSON = _flag("--json", "JSON Lines, one object a line")
_ID = Argument("id", "ID", "the id of a record, as list and search --json print it")

COMMANDS = {
    "open": Command(
        "opens the app; also without the word open",
        (
            Argument("path", "PATH", "a catalog file, or a folder that has a catalog.yaml", takes="?"),
            _option("--at", "PLACE", "a record's id, or FILE:LINE[:COLUMN] of an article"),
            _option("--verify", "DRAFT", "a text to check beside the articles, again whenever it is saved"),
        ),
    ),
    "search": Command(
        "fuzzy search over articles, entities, figures, claims, events and passages",
        (
            _query("QUERY", 'words, "phrases", -not, kind:figure, by:usgs, >3Mt', "+"),
            _JSON,
            _flag("--vimgrep", "print FILE:LINE:COLUMN:TEXT, COLUMN in bytes"),
        ),
    ),
    "list": Command(
        "all records of a kind",
        (
            Argument("kind", "KIND", "articles, entities, figures, claims, events, measures or units"),
            _query("FILTER", "as in search: by:usgs, year:2024, words"),
            _option("--sort", "FIELD", "title, date, count, or a key of --json; -FIELD: reversed"),
            _JSON,
        ),
    ),
    "show": Command("one record in full, with each source in its sentence", (_ID, _JSON)),
    "cite": Command(
        "a citation of a record",
        (_ID, _option("--format", "FORMAT", "plain, markdown, bibtex, csl, quote or link", default="plain")),
    ),
    "compare": Command(
        "figures compared, with verdict, reason and a plot",
        (
            _query("FILTER", "as in search: measure:reserves subject:russia"),
            _option(
                "--pairs",
                "N",
                "list N pairs of each group, the most serious first; by default all, or none of over 100",
                read=_count,
            ),
            _JSON,
        ),
    ),
    "check": Command(
        "verifies the catalog against its texts",
        (
            Argument(
                "paths", "PATH", "a catalog, a folder, or files of a dossier; by default, this dossier", takes="*"
            ),
            _flag("--coverage", "count what the catalog leaves out of each article"),
            _flag("--strict", "warnings, and anything left out, are errors"),
            _flag("--fix", "shows quotes whose wording was corrected, and asks whether to rewrite each"),
            _flag("--yes", "with --fix: rewrites them all"),
            _option(
                "--against",
                "FILE",
                "an earlier `lode export json`: also names figures whose values or conflicts changed since",
            ),
            _JSON,
        ),
    ),
    "verify": Command(
        "checks each number, date and quotation of a text against the dossier",
        (
            Argument(
                "drafts", "DRAFT", "a text file, or FILE:LINE or FILE:FIRST-LAST of one; - is standard input", takes="+"
            ),
            _flag("--strict", "also fail for what is possible or disputed"),
            _option("--language", "TAG", "the draft's language (de, pt-BR); by default that of its words"),
            _flag("--lines", "print errors and warnings only, one a line, for editors"),
            _JSON,
        ),
    ),
    "suggest": Command(
        "what the catalog misses, as YAML to paste",
        (
            Argument("article", "ARTICLE", "an article's id; else all of them", takes="?"),
            _flag("--write", "write the best drafts of ARTICLE into the catalog: 20, or --limit N"),
            _JSON,
        ),
    ),
    "new": Command(
        "a first catalog for a folder of texts, web pages, PDF files and the like",
        (Argument("folder", "FOLDER", "a folder that has no catalog.yaml yet"),),
    ),
    "add": Command(
        "adds sources to the dossier: files of text, HTML, PDF, Word or EPUB, or an address",
        (
            Argument(
                "sources", "FILE_OR_URL", "a file (.txt, .md, .html, .pdf, .docx, .epub) or a web address", takes="+"
            ),
            _option("--into", "CATALOG", "the included catalog file that gets the articles"),
        ),
    ),
    "schema": Command("the catalog's JSON Schema, for editors that check as you type"),
    "export": Command(
        "the dossier, or a part of it, in another tool's format",
        (
            Argument("format", "FORMAT", "html, markdown, json, w3c, csv, sqlite, bibtex or csl"),
            _query("FILTER", "as in search: article:ID, kind:figure"),
            _option("-o --output", "PATH", "a file (csv: a folder); else standard output"),
        ),
    ),
    "mcp": Command("serves search, show, compare, cite and verify to an assistant, over standard input and output"),
    "completion": Command(
        "prints a shell's script for completing lode's words, ids and filters",
        (Argument("shell", "SHELL", "bash, zsh or fish"),),
    ),
    # For the completion scripts only.
    "complete": Command("", (Argument("words", "WORD", "", takes="*"),)),
}
