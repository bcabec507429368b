"""`lode export`: the dossier in another tool's format."""

import argparse
from importlib import import_module

from tui.cli.context import CommandError, Context, Status
from tui.cli.list import matching
from tui.text.files import write
from tui.view.wording import counted

FORMATS = {"json": "document", "w3c": "w3c"}
"""Each format, and the module of `export` that writes it."""


def run(options: argparse.Namespace, context: Context) -> Status:
    """Writes the records that pass the filters."""
    if options.format not in FORMATS:
        raise CommandError(f"“{options.format}” is no export format; there are {', '.join(FORMATS)}")
    dossier = context.open()
    records = matching(list(dossier.records), options.query, dossier, context)[: options.limit]
    written: str = import_module(f"tui.export.{FORMATS[options.format]}").export(records, dossier)
    if options.output is None:
        context.print_text(written)
    else:
        try:
            write(context.folder / options.output, written + "\n")
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CommandError(f"{options.output} cannot be written: {error.strerror or error}") from None
        context.say(f"wrote {counted(len(records), 'record')} to {options.output}")
    return Status.DONE if records else Status.NOTHING
