"""`lode export`: the dossier in another tool's format."""

import argparse
from importlib import import_module

from tui.cli.context import CommandError, Context, Status, refuse_choice
from tui.cli.queries import filter_records
from tui.text.files import write
from tui.view.wording import counted

FORMATS = {"json": "document", "w3c": "w3c", "html": "html"}
"""The formats, each with the module of tui.export that writes it."""


def run(options: argparse.Namespace, context: Context) -> Status:
    """Writes the records that pass the filters to a file or to standard output."""
    if options.format not in FORMATS:
        refuse_choice(options.format, "export format", FORMATS)
    dossier = context.open()
    records = filter_records(list(dossier.records), options.query, dossier, context)[: options.limit]
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
        context.report(f"wrote {counted(len(records), 'record')} to {options.output}")
    return Status.DONE if records else Status.NOTHING
