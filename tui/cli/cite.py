"""`lode cite`: prints the citation of a record."""

from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status, refuse_choice
from tui.cli.show import find_record
from tui.view.citation import FORMATS, CitationError, cite, unlinked


def run(options: Options, context: Context) -> Status:
    """Prints the citation in a format."""
    if options.format not in FORMATS:
        refuse_choice(options.format, "a citation format", FORMATS)
    dossier = context.open()
    record = find_record(options.id, dossier)
    try:
        context.print_text(cite(record, dossier, options.format))
    except CitationError as error:
        raise CommandError(str(error), Status.NOTHING) from None
    if options.format == "link" and (left_out := unlinked(record, dossier)):
        context.report(f"no link: {left_out}")
    return Status.DONE
