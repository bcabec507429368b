"""`lode new`: writes a first catalog for a folder of sources. An existing one is never overwritten."""

import os
import shlex

from tui.catalog.find import NAME
from tui.cli.add import add_all
from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status, reason_of
from tui.convert.convert import format_of
from tui.curate.new import catalog_text, sources_in
from tui.text.files import create
from tui.view.styled_text import StyledText
from tui.view.wording import counted


def run(options: Options, context: Context) -> Status:
    """Writes catalog.yaml, and reports what to do next."""
    folder = context.resolve(options.folder)
    if not folder.is_dir():
        raise CommandError(f"{options.folder} is not a folder")
    target = folder / NAME
    if target.exists():
        raise CommandError(f"{target} already exists; nothing was changed")
    sources = sources_in(folder)
    texts, others = ([path for path in sources if (format_of(path.name) == "text") is text] for text in (True, False))

    left_out: list[str] = []

    def progress(done: int) -> None:
        context.progress(done, len(sources))

    text = catalog_text(folder, texts, progress, left_out.append, context.report)
    for reason in left_out:
        context.report(reason)
    try:
        create(target, text)
    except FileExistsError:
        raise CommandError(f"{target} already exists; nothing was changed") from None
    except OSError as error:
        raise CommandError(f"{target} cannot be written: {reason_of(error)}") from None
    context.print([StyledText(str(target))])
    where = shlex.quote(options.folder)
    given = [os.path.relpath(path, context.folder) for path in others]
    added = add_all(given, target, "", context, done=len(texts)) if given else []
    count = len(texts) - len(left_out) + len(added)
    following = [f"lode check -c {where}", f"lode suggest -c {where}", f"lode {where}"]
    following = following if count else [f"lode add -c {where} FILE..."]
    context.report(f"{counted(count, 'article')}. Next: {', '.join(following)}")
    return Status.DONE
