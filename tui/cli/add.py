"""`lode add`: adds sources to the dossier, as texts and as articles of its catalog."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status, reason_of
from tui.convert.convert import MAX_BYTES, ConvertError
from tui.convert.download import download, is_address
from tui.curate.add import Added, NewSource, add
from tui.curate.insert import InsertError
from tui.text.opening import UnreadableError, read_file
from tui.view.styled_text import StyledText
from tui.view.wording import counted


def run(options: Options, context: Context) -> Status:
    """Adds the sources, prints the id and file of each article, and reports what was left out."""
    context.refuse_builtin()
    added = add_all(options.sources, context.path, _into(options.into, context), context)
    for result in added:
        context.print([StyledText(f"{result.article}  "), StyledText(result.file, "dim")])
    if added:
        context.report(f"{counted(len(added), 'article')} added. Next: lode check, lode suggest")
    return Status.DONE if added else Status.NOTHING


def add_all(given: Sequence[str], catalog: Path, into: str, context: Context, done: int = 0) -> list[Added]:
    """Adds the sources that are given to a catalog, reports what was left out or may be lost, and returns the others.

    `into` is the file of the catalog that gets the articles. `done` is how many files the progress bar counts before.
    """
    failed: list[tuple[str, str]] = []
    read: list[str] = []

    def sources() -> Iterator[NewSource]:
        for number, each in enumerate(given, 1):
            try:
                source = _source(each, context)
                read.append(each)
                yield source
            except (ConvertError, UnreadableError) as error:
                failed.append((each, str(error)))
            except OSError as error:
                failed.append((each, f"cannot be read: {reason_of(error)}"))
            context.progress(done + number, done + len(given))

    try:
        results = add(catalog, sources(), into)
    except InsertError as error:
        raise CommandError(str(error)) from None
    failed += [(each, result.reason) for each, result in zip(read, results, strict=True) if result.reason]
    added = [result for result in results if not result.reason]
    for result in added:
        for warning in result.warnings:
            context.report(f"{Path(result.file).name}: {warning}")
    for each, reason in failed:
        context.report(f"{each} {reason}; left out")
    return added


def _into(given: str | None, context: Context) -> str:
    """The path of the catalog file that gets the articles, relative to the catalog's folder."""
    if given is None:
        return context.path.name
    return Path(os.path.relpath(context.resolve(given), context.path.parent)).as_posix()


def _source(given: str, context: Context) -> NewSource:
    if is_address(given):
        name, data, url = download(given)
        return NewSource(name=name, data=data, url=url)
    path = context.resolve(given)
    if path.is_dir():
        raise ConvertError("is a folder; give its files")
    return NewSource(name=path.name, data=read_file(path, most=MAX_BYTES)[0], path=path)
