"""`lode export`: writes the dossier, or a part of it, in another tool's format."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status, reason_of, refuse_choice
from tui.cli.queries import filter_records
from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.export.formats import TEXTS, as_text
from tui.text.files import ORDINARY, replacing, write
from tui.view.wording import counted

FILES = {"csv": "FOLDER", "sqlite": "FILE"}
"""The formats that are written to a place, and what that is."""

FORMATS = (*TEXTS, *FILES)


def run(options: Options, context: Context) -> Status:
    """Writes the records that pass the filters to a file, a folder or standard output."""
    if options.format not in FORMATS:
        refuse_choice(options.format, "an export format", FORMATS)
    if options.format in FILES and options.output is None:
        raise CommandError(f"{options.format} is written to a {FILES[options.format].lower()}: add -o PATH")
    dossier = context.open()
    found = filter_records(list(dossier.records), options.query, dossier, context)
    records = found.records[: options.limit]
    if options.output is None:
        context.print_text(as_text(options.format, records, dossier, found.articles))
        return Status.DONE if records else Status.NOTHING
    path = context.folder / options.output
    _refuse_own_files(path, options.format, dossier)
    try:
        if options.format == "csv":
            _write_folder(path, records, dossier)
        elif options.format == "sqlite":
            _write_database(path, records, dossier, context)
        else:
            write(path, as_text(options.format, records, dossier, found.articles) + "\n")
    except BrokenPipeError:
        raise
    except (OSError, sqlite3.Error) as error:
        raise CommandError(f"{options.output} cannot be written: {reason_of(error)}") from None
    context.report(f"wrote {counted(len(records), 'record')} to {options.output}")
    return Status.DONE if records else Status.NOTHING


def _refuse_own_files(path: Path, form: str, dossier: Dossier) -> None:
    """Refuses to write over a file of the dossier, or where something else than an earlier export is.

    A link in the dossier's folder may have come with it: nothing outside that folder is written through one.
    """
    named = Path(os.path.abspath(dossier.catalog.parent))  # noqa: PTH100
    folder = named.resolve()
    files = (*dossier.files, *(article.file for article in dossier.articles.values()))
    own = {(folder / file).resolve() for file in files}
    for each in (path, *_beside(path, form)):
        real = each.resolve()
        if real in own:
            raise CommandError(f"{each.name} belongs to the dossier itself; give another path")
        inside = Path(os.path.abspath(each))  # noqa: PTH100
        if (inside.is_relative_to(named) or inside.is_relative_to(folder)) and not real.is_relative_to(folder):
            raise CommandError(f"{each.name} is behind a link out of the dossier's folder; give another path")
        if each != path and each.is_symlink():
            raise CommandError(f"{each.name} is a link; give another path")
    if form == "csv" and path.is_dir() and any(path.iterdir()) and not (path / "datapackage.json").exists():
        raise CommandError(f"{path.name} is a folder with other files; give an empty one, or one of an earlier export")
    if form == "sqlite" and path.is_file() and path.stat().st_size and not _is_database(path):
        raise CommandError(f"{path.name} exists and is not a database; give another path")


def _beside(path: Path, form: str) -> Iterator[Path]:
    """The files that are written besides the one that is named."""
    if form == "csv":
        from tui.export.csv import NAMES

        yield from (path / name for name in NAMES)
    elif form == "sqlite":
        yield path.with_name("metadata.yaml")


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def _write_folder(folder: Path, records: list[Record], dossier: Dossier) -> None:
    """Writes the tables into a folder, which is made if need be; other files in it stay."""
    from tui.export.csv import files

    folder.mkdir(exist_ok=True)
    for name, content in files(records, dossier).items():
        write(folder / name, content)


def _write_database(path: Path, records: list[Record], dossier: Dossier, context: Context) -> None:
    """Writes the database, and beside it the metadata for Datasette; another tool's metadata stays."""
    from tui.export import sqlite

    with replacing(path, ORDINARY) as aside:
        sqlite.write(aside, records, dossier)
    metadata = path.with_name("metadata.yaml")
    if metadata.exists() and not (metadata.is_file() and sqlite.MARK in metadata.read_text("utf-8", "replace")):
        context.report(f"{metadata.name} already exists and was kept")
    else:
        write(metadata, sqlite.metadata(dossier))
