"""`lode cite`: a record's citation."""

import argparse

from tui.cli.context import CommandError, Context, Status
from tui.cli.show import known
from tui.view.citation import FORMATS, CitationError, cite, unlinked


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints a citation."""
    if options.format not in FORMATS:
        raise CommandError(f"“{options.format}” is no citation format; there are {', '.join(FORMATS)}")
    dossier = context.open()
    record = known(options.id, dossier)
    try:
        context.print_text(cite(record, dossier, options.format))
    except CitationError as error:
        raise CommandError(str(error), Status.NOTHING) from None
    if options.format == "link" and (left_out := unlinked(record, dossier)):
        context.say(f"{left_out}: not linked to")
    return Status.DONE
