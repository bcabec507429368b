"""Generates the manual page docs/lode.1 from the commands and their arguments.

    python -m scripts.man_page

A test checks that the page is up to date.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tui import __version__
from tui.cli.commands import COMMANDS, COMMON, Argument, Command
from tui.cli.help import DESCRIPTION

PAGE = Path(__file__).parent.parent / "docs" / "lode.1"

QUERY = """Words stand in any order; typing errors are corrected, and the beginning of a word is enough. "Quoted words"
are a phrase, -word or not:word leaves out. Filters: kind:figure, article:ID, entity:ID, measure:ID, subject:ID,
material:ID, by:CLAIMANT, year:2024. Quantities: >3Mt or over:3Mt, <2500t or under:2500t, ~3.8Mt."""

STATUS = {
    "0": "done, found, or clean",
    "1": "nothing found, or a check with errors",
    "2": "the command line, the catalog or a file cannot be used",
    "129, 130, 143": "ended by SIGHUP, SIGINT or SIGTERM",
}

ENVIRONMENT = {
    "LODE_CATALOG": "the catalog, where --catalog names none",
    "LODE_CACHE": "the folder for linked dossiers, an absolute path; empty, none",
    "LODE_CONFIG": "the configuration file; empty, none",
    "LODE_STATE": "the folder for what the app remembers, an absolute path; empty, none",
    "LODE_THEME": "the app's theme",
    "NO_COLOR": "if not empty, nothing is coloured, whatever FORCE_COLOR says",
    "FORCE_COLOR, CLICOLOR_FORCE": "if neither empty nor 0, output is coloured also where it is not a terminal",
    "TERM": "dumb: nothing is coloured unless that is forced",
    "VISUAL, EDITOR": "the editor that the app opens",
    "BROWSER": "the browser that the app opens, with %s for the address; else the desktop's",
}


def page() -> str:
    """The manual page, in roff's man macros."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH LODE 1 "" "lode {__version__}" "User Commands"'
    yield from (".SH NAME", _text(f"lode - {DESCRIPTION[:1].lower()}{DESCRIPTION[1:].rstrip('.')}"))
    yield from (".SH SYNOPSIS", ".B lode", "[\\fIPATH\\fR]", ".br", ".B lode", "\\fICOMMAND\\fR [\\fIOPTION\\fR]...")
    yield from (".SH DESCRIPTION", _text(DESCRIPTION), "Without a command, the app is opened.")
    yield ".SH OPTIONS"
    for argument in COMMON:
        yield from _argument(argument)
    yield ".SH COMMANDS"
    for name, command in COMMANDS.items():
        if command.help:
            yield from _command(name, command)
    yield from (".SH QUERIES", _text(" ".join(QUERY.split())))
    for title, entries in (("EXIT STATUS", STATUS), ("ENVIRONMENT", ENVIRONMENT)):
        yield f".SH {title}"
        for term, meaning in entries.items():
            yield from (".TP", f".B {_text(term)}", _text(meaning))


def _command(name: str, command: Command) -> Iterator[str]:
    positionals = " ".join(map(_positional, command.positionals))
    yield from (f".SS lode {name} {positionals}".rstrip(), _text(f"{command.help[:1].upper()}{command.help[1:]}."))
    for argument in command.arguments:
        if argument.help:
            yield from _argument(argument)


def _positional(argument: Argument) -> str:
    name = f"\\fI{argument.placeholder}\\fR"
    several = name + "..." if argument.takes_many else name
    return f"[{several}]" if argument.takes in ("*", "?") else several


def _argument(argument: Argument) -> Iterator[str]:
    """An option or a positional argument, and its help."""
    names = ", ".join(f"\\fB{_text(name)}\\fR" for name in argument.names)
    value = f" \\fI{argument.placeholder}\\fR" if argument.placeholder else ""
    yield from (".TP", names + value if names else _positional(argument), _text(argument.help))


def _text(text: str) -> str:
    """Text in which roff finds no markup."""
    text = re.sub(r"(?<![\w])-|(?<=-)-", r"\\-", text.replace("\\", r"\e"))
    return r"\&" + text if text[:1] in (".", "'") else text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
