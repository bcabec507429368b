"""`lode show`: one record whole."""

import argparse

from tui.catalog.problem import closest
from tui.cli.context import CommandError, Context, Status
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.export.records import as_mapping
from tui.view.linear import record_lines


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints a record's page."""
    dossier = context.open()
    record = known(options.id, dossier)
    if options.json:
        context.print_json(as_mapping(record, dossier))
        return Status.DONE
    for line in record_lines(record, dossier):
        context.print(line)
    return Status.DONE


def known(id: str, dossier: Dossier) -> Record:
    """The record with an id. Raises CommandError, with the nearest id, where there is none."""
    record = dossier.get(id)
    if record is None:
        near = closest(id, [other.id for other in dossier.records])
        hint = f"; nearest: {near}" if near else "; lode list names them"
        raise CommandError(f"no record has the id “{id}”{hint}", Status.NOTHING)
    return record
