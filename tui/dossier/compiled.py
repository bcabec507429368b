"""A linked dossier kept in the user's cache folder, so that opening it again takes neither YAML nor linking.

One JSON file a catalog: a first line that says what it was made from, a second with the records. It is used only
where catalog, articles and the code that writes it are what they were, byte for byte; else it is made anew. It is
written aside and renamed, so that a reader finds the old or the new; what cannot be read or written is done without.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tui.catalog.problem import Mark, Problem
from tui.dossier import records
from tui.dossier.dossier import Dossier
from tui.quantity.interval import Interval, Value
from tui.quantity.unit import Unit, Units
from tui.text.document import Document
from tui.text.span import Span

VARIABLE = "LODE_CACHE"
"""The environment variable that names another folder, or with an empty value none."""

_ROOMS = ("text", "quantity", "catalog", "dossier")
"""The code whose change makes what it wrote worthless."""

_PACKED: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        records.Article,
        records.Artefact,
        records.Entity,
        records.Relation,
        records.Figure,
        records.FigureSource,
        records.Source,
        records.Event,
        records.Measure,
        records.Mention,
        records.Ignored,
        records.Check,
        records.Remark,
        Problem,
        Value,
        Interval,
        Unit,
        Span,
        Mark,
        Decimal,
    )
}
"""All that a file may hold, by the name it is tagged with: nothing else is ever made from one."""


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Where compiled dossiers are kept; None where they are not wanted."""
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    from platformdirs import user_cache_path

    return user_cache_path("lode", appauthor=False)


def open_compiled(path: Path, folder: Path | None) -> Dossier:
    """The dossier of a catalog, from the cache where it is there and still true.

    Raises CatalogError where the catalog or an article cannot be used at all.
    """
    file = folder and folder / f"{_digest(os.fsencode(path.absolute()))}.json"
    if file:
        with suppress(OSError, ValueError, KeyError, TypeError, ArithmeticError):
            return _read(file, path)
    # Only now: schema and linking are what a compiled dossier saves.
    from tui.dossier.link import open_dossier

    before = _catalog_digest(path)
    dossier = open_dossier(path)
    # A catalog that was written while it was linked is not kept: nobody knows which of the two was read.
    if file and before is not None and before == _catalog_digest(path):
        with suppress(OSError):
            _write(file, dossier, before)
    return dossier


def _catalog_digest(path: Path) -> str | None:
    try:
        return _digest(_bytes(path))
    except OSError:
        return None


def _bytes(path: Path) -> bytes:
    """What a regular file holds; a pipe or a device in its place would keep one waiting."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_bytes()


class _StaleError(ValueError):
    """The file was made from something else."""


def _read(file: Path, path: Path) -> Dossier:
    head_line, _, body = file.read_bytes().partition(b"\n")
    head = json.loads(head_line)
    if head["code"] != _code() or head["catalog"] != _catalog_digest(path) or head["body"] != _digest(body):
        raise _StaleError
    documents = {}
    for id, (name, digest) in head["articles"].items():
        data = _bytes(path.parent / name)
        if _digest(data) != digest:
            raise _StaleError
        documents[id] = Document(name, data.decode())
    parts = json.loads(body, object_hook=_unpacked)
    return Dossier(
        title=parts["title"],
        catalog=path,
        measures=_by_id(parts["measures"]),
        articles=_by_id(parts["articles"]),
        entities=_by_id(parts["entities"]),
        figures=_by_id(parts["figures"]),
        events=_by_id(parts["events"]),
        units=Units(parts["units"]),
        inverses=dict(parts["inverses"]),
        documents=documents,
        mentions={id: tuple(mentions) for id, mentions in parts["mentions"].items()},
        ignored=tuple(parts["ignored"]),
        drafted=tuple((article, span) for article, span in parts["drafted"]),
        checks=tuple(parts["checks"]),
        remarks=tuple(parts["remarks"]),
        problems=tuple(parts["problems"]),
    )


def _write(file: Path, dossier: Dossier, catalog: str) -> None:
    parts = {
        "title": dossier.title,
        "measures": list(dossier.measures.values()),
        "articles": list(dossier.articles.values()),
        "entities": list(dossier.entities.values()),
        "figures": list(dossier.figures.values()),
        "events": list(dossier.events.values()),
        "units": list(dossier.units.by_id.values()),
        "inverses": list(dossier.inverses.items()),
        "mentions": dossier.mentions,
        "ignored": dossier.ignored,
        "drafted": dossier.drafted,
        "checks": dossier.checks,
        "remarks": dossier.remarks,
        "problems": dossier.problems,
    }
    body = json.dumps(_packed(parts), ensure_ascii=False, separators=(",", ":")).encode()
    head = {
        "code": _code(),
        "catalog": catalog,
        "articles": {
            id: [document.file, _digest(document.text.encode())] for id, document in dossier.documents.items()
        },
        "body": _digest(body),
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, aside = tempfile.mkstemp(dir=file.parent, prefix=file.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(json.dumps(head).encode() + b"\n" + body)
        Path(aside).replace(file)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _packed(value: Any) -> Any:
    """A value as JSON can hold it; records and tuples with names as `{"$": name, "v": their fields}`."""
    if isinstance(value, Decimal):
        return {"$": "Decimal", "v": [str(value)]}
    if is_dataclass(value) and not isinstance(value, type):
        return {"$": type(value).__name__, "v": [_packed(getattr(value, field.name)) for field in fields(value)]}
    if isinstance(value, Span | Mark):
        return {"$": type(value).__name__, "v": list(value)}
    if isinstance(value, dict):
        return {key: _packed(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_packed(each) for each in value]
    return value


def _unpacked(pairs: dict[str, Any]) -> Any:
    kind = pairs.get("$")
    if kind is None:
        return pairs
    return _PACKED[kind](*[tuple(each) if isinstance(each, list) else each for each in pairs["v"]])


def _by_id(values: list[Any]) -> dict[str, Any]:
    return {value.id: value for value in values}


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


@cache
def _code() -> str:
    """A fingerprint of the code that makes a dossier from a catalog."""
    rooms = Path(__file__).parent.parent
    digest = blake2b(digest_size=16)
    for room in _ROOMS:
        for source in sorted((rooms / room).glob("*.py")):
            digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()
