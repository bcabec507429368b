"""The tables and their columns, which are the keys of records in JSON as well; `tables.txt` lists them."""

from dataclasses import dataclass
from pathlib import Path

from tui.dossier.records import KINDS


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its type is text, integer, number or boolean; `refers_to` is the table whose id it holds."""

    name: str
    type: str = "string"
    refers_to: str | None = None
    description: str = ""


def _column(line: str) -> Column:
    name, _, rest = line.partition(" ")
    kind, _, description = rest.partition(" ") if rest[:1] in "-:" else ("", "", rest)
    return Column(
        name=name,
        type=kind[1:] if kind.startswith(":") else "string",
        refers_to=kind[2:] if kind.startswith("->") else None,
        description=description,
    )


def _read(text: str) -> dict[str, tuple[str, list[Column]]]:
    """The description and the columns of each table, in the order of the file."""
    tables: dict[str, tuple[str, list[Column]]] = {}
    columns: list[Column] = []
    for line in filter(None, text.splitlines()):
        if line.startswith("["):
            name, _, description = line[1:].partition("]")
            columns = []
            tables[name] = description.strip(), columns
        elif not line.startswith("#"):
            columns += tables[line][1] if line.startswith("@") else [_column(line)]
    return tables


_LISTED = _read(Path(__file__).with_name("tables.txt").read_text("utf-8"))

FIELDS = {kind: _LISTED[plural][1] for plural, kind in KINDS.items()}
"""The fields of each kind of record, in the order of JSON."""

TABLES = {
    name: (description, tuple(column for column in columns if column.description))
    for name, (description, columns) in _LISTED.items()
    if not name.startswith("@")
}
"""The description and the columns of each table; a table comes after those that it refers to."""
