"""Generates the manual page docs/lode.1 from the parsers of the command line.

    python -m scripts.man_page

A test checks that the page is up to date.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from tui import __version__
from tui.cli.parsers import COMMANDS, full_parser, parser_of

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
    parser = full_parser()
    commands = {name: parser_of(name) for name, command in COMMANDS.items() if command.help}
    description = parser.description or ""
    yield f'.TH LODE 1 "" "lode {__version__}" "User Commands"'
    yield from (".SH NAME", _text(f"lode - {description[:1].lower()}{description[1:].rstrip('.')}"))
    yield from (".SH SYNOPSIS", ".B lode", "[\\fIPATH\\fR]", ".br", ".B lode", "\\fICOMMAND\\fR [\\fIOPTION\\fR]...")
    yield from (".SH DESCRIPTION", _text(description), "Without a command, the app is opened.")
    yield ".SH OPTIONS"
    common = [action for action in parser._actions if action.option_strings]
    for action in common:
        yield from _argument(action)
    yield ".SH COMMANDS"
    shared = {option for action in common for option in action.option_strings}
    for name, command in commands.items():
        # A command without a description is for scripts only.
        if command.description:
            yield from _command(name, command, shared)
    yield from (".SH QUERIES", _text(" ".join(QUERY.split())))
    for title, entries in (("EXIT STATUS", STATUS), ("ENVIRONMENT", ENVIRONMENT)):
        yield f".SH {title}"
        for term, meaning in entries.items():
            yield from (".TP", f".B {_text(term)}", _text(meaning))


def _command(name: str, command: argparse.ArgumentParser, shared: set[str]) -> Iterator[str]:
    own = [action for action in command._actions if not shared & set(action.option_strings)]
    positionals = " ".join(_positional(action) for action in own if not action.option_strings)
    description = command.description or ""
    yield from (f".SS lode {name} {positionals}".rstrip(), _text(f"{description[:1].upper()}{description[1:]}."))
    for action in own:
        if action.help:
            yield from _argument(action)


def _positional(action: argparse.Action) -> str:
    name = f"\\fI{action.metavar}\\fR"
    several = name + "..." if action.nargs in ("*", "+") else name
    return f"[{several}]" if action.nargs in ("*", "?") else several


def _argument(action: argparse.Action) -> Iterator[str]:
    """An option or a positional argument, and its help."""
    value = action.metavar or ("|".join(map(str, action.choices)) if action.choices else "")
    names = [f"\\fB{_text(option)}\\fR" for option in action.option_strings]
    term = ", ".join(names) + (f" \\fI{_text(str(value))}\\fR" if names and value and action.nargs != 0 else "")
    yield from (".TP", term or _positional(action), _text(action.help or ""))


def _text(text: str) -> str:
    """Text in which roff finds no markup."""
    text = re.sub(r"(?<![\w])-|(?<=-)-", r"\\-", text.replace("\\", r"\e"))
    return r"\&" + text if text[:1] in (".", "'") else text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
