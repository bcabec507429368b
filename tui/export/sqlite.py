"""`sqlite`: the tables in a database with keys, full-text search, and views for the first questions that one asks."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.export.fields import Column
from tui.export.tables import Table, tables
from tui.text.safe import visible

MARK = "Written by lode."
"""What shows that a file of metadata is one of these."""

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}

_TABLES, _VIEWS = (Path(__file__).with_name(f"sqlite_{name}.sql") for name in ("tables", "views"))


def write(path: Path, records: Iterable[Record], dossier: Dossier) -> None:
    """Writes the database into an empty file. Raises sqlite3.Error where that fails."""
    found = tables(records, dossier)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        with connection:
            for table in found:
                connection.execute(_definition(table))
                columns = [column.name for column in table.columns]
                marks = ", ".join("?" * len(columns))
                connection.executemany(
                    f"INSERT INTO {table.name} VALUES ({marks})",
                    ([row.get(name) for name in columns] for row in table.rows),
                )
            connection.executescript(_TABLES.read_text("utf-8"))
            _insert_conflicts(connection, found, dossier)
            _insert_passages(connection, found, dossier)
            connection.executescript(_VIEWS.read_text("utf-8"))
        connection.execute("VACUUM")
    finally:
        connection.close()


def metadata(dossier: Dossier) -> str:
    """The metadata for Datasette. JSON is YAML, too, whatever the titles hold."""
    described = {
        "title": visible(dossier.title),
        "description": f"Articles, entities, figures and events, each with the words that it rests on. {MARK}",
    }
    return json.dumps(described, ensure_ascii=True, indent=2) + "\n"


def _definition(table: Table) -> str:
    lines = [_column(column, table) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    return f"CREATE TABLE {table.name} ({', '.join(lines)})"


def _column(column: Column, table: Table) -> str:
    required = " NOT NULL" if column.name in table.key else ""
    reference = f" REFERENCES {column.refers_to} (id)" if column.refers_to else ""
    return f"{_quoted(column.name)} {_TYPES[column.type]}{required}{reference}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _rows_of(found: list[Table], name: str) -> set[str]:
    return {row["id"] for table in found if table.name == name for row in table.rows}


def _insert_conflicts(connection: sqlite3.Connection, found: list[Table], dossier: Dossier) -> None:
    kept = _rows_of(found, "figures")
    figures = [figure for id, figure in dossier.figures.items() if id in kept]
    pairs = ((pair.first.id, pair.second.id) for group in dossier.groups.of(figures) for pair in group.conflicts())
    connection.executemany("INSERT INTO conflict_pairs VALUES (?, ?)", pairs)


def _insert_passages(connection: sqlite3.Connection, found: list[Table], dossier: Dossier) -> None:
    kept = _rows_of(found, "articles")
    passages = (
        (id, document.line(span.start), span.start, span.end, document[span])
        for id in dossier.article_order
        if id in kept
        for document in [dossier.documents[id]]
        for span in document.passages
    )
    connection.executemany(
        'INSERT INTO passages (article, line, "start", "end", text) VALUES (?, ?, ?, ?, ?)', passages
    )
