"""`csv`: a folder of tables with a Data Package that describes them. See datapackage.org, version 2."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.export.fields import TABLES, Column
from tui.export.tables import Row, Table, tables
from tui.text.json import to_json
from tui.text.safe import visible_lines

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""

_ESCAPED = "Text cells that begin with = + - @, a tab or a carriage return have an apostrophe in front of them."


NAMES = (*(f"{name}.csv" for name in TABLES), "datapackage.json")
"""The files of the folder."""


def files(records: Iterable[Record], dossier: Dossier) -> dict[str, str]:
    """The content of each file of the folder, by its name."""
    found = tables(records, dossier)
    written = {f"{table.name}.csv": _csv(table) for table in found}
    return written | {"datapackage.json": to_json(_package(found, dossier), indent=2) + "\n"}


def _csv(table: Table) -> str:
    with io.StringIO(newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows([_cell(row, column) for column in table.columns] for row in table.rows)
        return file.getvalue()


def _cell(row: Row, column: Column) -> Any:
    """A value as a spreadsheet can open it: text that would be a formula gets an apostrophe."""
    value = row.get(column.name)
    if column.type == "string" and isinstance(value, str):
        text = visible_lines(value)
        return f"'{text}" if text.startswith(_FORMULA) else text
    return value


def _package(found: list[Table], dossier: Dossier) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "title": dossier.title,
        "description": _ESCAPED,
        "resources": [_resource(table) for table in found],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": column.name, "type": column.type}
                | ({"description": column.description} if column.description else {})
                for column in table.columns
            ],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [column.name],
                    # An empty resource is the table itself.
                    "reference": {
                        "resource": "" if column.refers_to == table.name else column.refers_to,
                        "fields": ["id"],
                    },
                }
                for column in table.columns
                if column.refers_to
            ],
        },
    }
