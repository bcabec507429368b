"""`lode suggest`: prints drafts of records that the catalog lacks."""

import argparse

from tui.catalog.problem import closest
from tui.cli.context import CommandError, Context, Status
from tui.curate.suggest import as_yaml, suggest
from tui.view.wording import counted


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints YAML to paste into the catalog, article by article."""
    dossier = context.open()
    if options.article is not None and options.article not in dossier.articles:
        near = closest(options.article, dossier.articles)
        raise CommandError(f"no article has the id “{options.article}”" + (f"; nearest: {near}" if near else ""))
    drafts = suggest(dossier, [options.article] if options.article else dossier.article_order)
    for line in as_yaml(drafts):
        context.print_text(line)
    drafted = sum(map(len, drafts.values()))
    if not drafted:
        context.report("nothing to suggest: every number and every name is in the catalog")
        return Status.NOTHING
    context.report(f"{counted(drafted, 'draft')}; paste what is worth keeping, decide, and take `draft: true` out")
    return Status.DONE
