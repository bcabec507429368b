"""`lode cite`: a record's citation."""

import argparse

from tui.cli.context import CommandError, Context, Status
from tui.cli.show import known
from tui.view.citation import FORMATS, CitationError, cite


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints a citation."""
    if options.format not in FORMATS:
        raise CommandError(f"“{options.format}” is no citation format; there are {', '.join(FORMATS)}")
    dossier = context.open()
    try:
        print(cite(known(options.id, dossier), dossier, options.format), file=context.out)
    except CitationError as error:
        raise CommandError(str(error), Status.NOTHING) from None
    return Status.DONE
