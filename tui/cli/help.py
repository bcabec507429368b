"""The texts of `lode --help`, `lode COMMAND --help` and `lode --version`."""

import argparse
import os
from collections.abc import Iterable, Mapping
from typing import Any

from tui import __version__
from tui.cli.commands import COMMANDS, COMMON, Argument
from tui.store.cache import cache_folder, refusal

DESCRIPTION = "Takes every number in a dossier of articles back to its sentence."


def help_of(command: str) -> str:
    """The help of a command; for "", of lode itself."""
    if command:
        about = COMMANDS[command]
        return _parser(f"lode {command}", about.help, (*COMMON, *about.arguments)).format_help().rstrip()
    parser = _parser("lode", DESCRIPTION, COMMON)
    listed = parser.add_subparsers(metavar="COMMAND", title="commands")
    for name, about in COMMANDS.items():
        if about.help:
            listed.add_parser(name, help=about.help)
    return parser.format_help().rstrip()


def version(environment: Mapping[str, str]) -> str:
    """The version, and where compiled dossiers are kept."""
    folder = cache_folder(environment)
    reason = refusal(folder) if folder else ""
    where = str(folder) + (f" (not used: {reason})" if reason else "") if folder else "not kept"
    return f"lode {__version__}\ncompiled dossiers: {where}"


def _parser(name: str, description: str, arguments: Iterable[Argument]) -> argparse.ArgumentParser:
    """A parser that only words the help: to create one takes too long for other commands."""
    parser = argparse.ArgumentParser(name, description=description, formatter_class=_Formatter, add_help=False)
    for each in arguments:
        value: dict[str, Any] = {"metavar": each.placeholder}
        if each.takes:
            value["nargs"] = each.takes
        if each.names and not each.placeholder:
            value = {"action": "store_true"}
        parser.add_argument(*(each.names or (each.key,)), help=each.help or None, **value)
    return parser


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        # By default, the formatter imports three libraries to find out the width.
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (ValueError, OSError):
        return 80
