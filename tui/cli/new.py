"""`lode new`: writes a first catalog for a folder of texts. An existing one is never overwritten."""

import argparse
import shlex

from tui.catalog.find import NAME
from tui.cli.context import CommandError, Context, Status, reason_of
from tui.curate.new import catalog_text, texts_in
from tui.text.files import create
from tui.view.styled_text import StyledText
from tui.view.wording import counted


def run(options: argparse.Namespace, context: Context) -> Status:
    """Writes catalog.yaml, and reports what to do next."""
    folder = context.resolve(options.folder)
    if not folder.is_dir():
        raise CommandError(f"{options.folder} is no folder")
    target = folder / NAME
    if target.exists():
        raise CommandError(f"{target} is there already; nothing was changed")
    texts = texts_in(folder)
    if not texts:
        raise CommandError(f"no .txt or .md file is in {options.folder}", Status.NOTHING)

    left_out: list[str] = []
    text = catalog_text(folder, texts, lambda done: context.progress(done, len(texts)), left_out.append)
    for reason in left_out:
        context.report(reason)
    try:
        create(target, text)
    except FileExistsError:
        raise CommandError(f"{target} is there already; nothing was changed") from None
    except OSError as error:
        raise CommandError(f"{target} cannot be written: {reason_of(error)}") from None
    context.print([StyledText(str(target))])
    where = shlex.quote(options.folder)
    articles = counted(len(texts) - len(left_out), "article")
    context.report(f"{articles}. Next: lode check -c {where}, lode suggest -c {where}, lode {where}")
    return Status.DONE
