"""`lode add`: adds sources to the dossier, as texts and as articles of its catalog."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from tui.cli.context import CommandError, Context, Status, reason_of
from tui.convert.convert import MAX_BYTES, ConvertError
from tui.convert.download import download, is_address
from tui.curate.add import Added, NewSource, add
from tui.curate.insert import InsertError
from tui.view.styled_text import StyledText
from tui.view.wording import counted


def run(options: argparse.Namespace, context: Context) -> Status:
    """Adds the sources, prints the id and file of each article, and reports what was left out."""
    failed: list[tuple[str, str]] = []

    def sources() -> Iterator[NewSource]:
        for number, given in enumerate(options.sources, 1):
            try:
                yield _source(given, context)
            except ConvertError as error:
                failed.append((given, str(error)))
            except OSError as error:
                failed.append((given, f"cannot be read: {reason_of(error)}"))
            context.progress(number, len(options.sources))

    try:
        results = add(context.path, sources(), _into(options.into, context))
    except InsertError as error:
        raise CommandError(str(error)) from None
    for result in results:
        if result.reason:
            failed.append((_given(result.source), result.reason))
        else:
            _print(result, context)
    for given, reason in failed:
        context.report(f"{given} {reason}; left out")
    added = len(options.sources) - len(failed)
    if added:
        context.report(f"{counted(added, 'article')} added. Next: lode check, lode suggest")
    return Status.DONE if added else Status.NOTHING


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
    if path.stat().st_size > MAX_BYTES:
        raise ConvertError(f"is larger than {MAX_BYTES // 1_000_000} MB")
    return NewSource(name=path.name, data=path.read_bytes(), path=path)


def _given(source: NewSource) -> str:
    return source.url or (str(source.path) if source.path else source.name)


def _print(result: Added, context: Context) -> None:
    context.print([StyledText(f"{result.article}  "), StyledText(result.file, "dim")])
    for warning in result.warnings:
        context.report(f"{Path(result.file).name}: {warning}")
