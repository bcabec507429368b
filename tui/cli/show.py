"""`lode show`: prints one record in full."""

from tui.catalog.problem import nearest_of
from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.export.records import as_mapping
from tui.view.linear import record_lines


def run(options: Options, context: Context) -> Status:
    """Prints a record's page."""
    dossier = context.open()
    record = find_record(options.id, dossier)
    if options.json:
        context.print_json(as_mapping(record, dossier))
        return Status.DONE
    for line in record_lines(record, dossier):
        context.print(line)
    return Status.DONE


def find_record(id: str, dossier: Dossier) -> Record:
    """The record with an id. Raises CommandError, which names the nearest id, if there is none."""
    record = dossier.get(id)
    if record is None:
        hint = nearest_of(id, [other.id for other in dossier.records], "; lode list names them")
        raise CommandError(f"no record has the id “{id}”{hint}", Status.NOTHING)
    return record
