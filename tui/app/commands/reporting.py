"""Writing what is on screen to a new file."""

from itertools import chain, count
from pathlib import Path

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record
from tui.text.safe import visible


def reported_of(record: Record, dossier: Dossier) -> list[Record]:
    """What a report on a record says: what is claimed of it, in it, or against it."""
    index = dossier.index
    match record:
        case Article() | Entity():
            find = index.in_article if isinstance(record, Article) else index.referring_to
            return [*chain.from_iterable(find(record.id, kind) for kind in (Figure, Claim, Event))]
        case Measure():
            return [*index.figures_of(record.id)]
        case Figure():
            return [figure for group in dossier.groups.of([record]) for figure in group.figures]
        case Claim():
            return [record, *index.claims_against(record.id)]
    return [record]


SUFFIXES = {"markdown": ".md", "html": ".html"}
"""The formats that a report can have, with the endings of their files."""


def save(text: str, name: str, ending: str) -> str:
    """Writes a text to a new file of the working folder, named after `name`. Returns a message that says where."""
    try:
        path = write_new(text, Path.cwd(), name, ending)
    except OSError as error:
        return f"The file cannot be written: {error.strerror or error}."
    return f"Written to {visible(str(path))}"


def write_new(text: str, folder: Path, name: str, ending: str) -> Path:
    """Writes a text to a new file of a folder, named after `name`; no file is replaced. Raises OSError."""
    for each in chain([name], (f"{name}-{number}" for number in count(2))):
        path = folder / f"{each}{ending}"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError("the names do not end")
