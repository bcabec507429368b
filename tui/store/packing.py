"""Converts a dossier to JSON and back, for the compiled file: records as lists of their fields, tagged by class."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tui.catalog.problem import Mark, Problem
from tui.dossier import records
from tui.dossier.article_mentions import ArticleMentions
from tui.dossier.dossier import Dossier, Snapshot
from tui.dossier.keys import PartKeys
from tui.quantity.interval import Interval, Value
from tui.quantity.unit import Unit, Units
from tui.text.document import Document
from tui.text.span import Span

_RECORDS = [each for each in vars(records).values() if is_dataclass(each) or hasattr(each, "_fields")]

_PACKED: dict[str, Any] = {
    each.__name__: each for each in (*_RECORDS, Problem, Value, Interval, Unit, Span, Mark, Decimal)
}
"""The classes that can be packed, by tag: no other class is ever instantiated from a file."""

_TUPLES = frozenset(kind for kind in _PACKED.values() if issubclass(kind, tuple))

_FIELDS = {kind: [field.name for field in fields(kind)] for kind in _PACKED.values() if is_dataclass(kind)}

_LISTED = ("synonyms", "ignored", "drafted", "checks", "conflicts", "problems", "unread")
"""The fields of a dossier that are tuples."""

_PLAIN = frozenset({str, int, float, bool, type(None)})


def pack(dossier: Dossier) -> str:
    """A dossier as JSON, without its texts, mentions and keys."""
    parts = {
        "title": dossier.title,
        "records": {kinds: [*getattr(dossier, kinds).values()] for kinds in records.KINDS},
        "units": list(dossier.units.by_id.values()),
        "inverses": list(dossier.inverses.items()),
        **{name: getattr(dossier, name) for name in _LISTED},
        "files": [[file, digest.hex()] for file, digest in dossier.files.items()],
    }
    return json.dumps(_packed(parts), ensure_ascii=False, separators=(",", ":"))


def unpack(
    packed: str,
    catalog: Path,
    mentions: ArticleMentions,
    keys: PartKeys,
    text_of: Callable[[str], str],
    snapshot: Snapshot,
) -> Dossier:
    """The dossier of packed JSON; `text_of` reads an article's file."""
    parts = _parts(packed)
    by_kind: dict[str, Any] = {
        kinds: {record.id: record for record in parts["records"][kinds]} for kinds in records.KINDS
    }
    listed: dict[str, Any] = {name: tuple(map(_as_tuple, parts[name])) for name in _LISTED}
    return Dossier(
        title=parts["title"],
        catalog=catalog,
        **by_kind,
        **listed,
        units=Units(parts["units"]),
        inverses=dict(parts["inverses"]),
        documents={id: Document(article.file, text_of(article.file)) for id, article in by_kind["articles"].items()},
        mentions=mentions.ordered(by_kind["articles"]),
        keys=keys,
        files={file: bytes.fromhex(digest) for file, digest in parts["files"]},
        snapshot=snapshot,
    )


def unpack_records(packed: str) -> dict[str, records.Record]:
    """The records of packed JSON by id."""
    return {record.id: record for kind in _parts(packed)["records"].values() for record in kind}


def _parts(packed: str) -> dict[str, Any]:
    return json.loads(packed, object_hook=_unpacked)  # type: ignore[no-any-return]


def _packed(value: Any) -> Any:
    """A value that JSON can represent; records and named tuples as `{"$": class, "v": fields}`."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [_packed(each) for each in value]
    if kind in _FIELDS:
        return {"$": kind.__name__, "v": [_packed(getattr(value, name)) for name in _FIELDS[kind]]}
    if kind in _TUPLES:
        return {"$": kind.__name__, "v": [each if type(each) in _PLAIN else _packed(each) for each in value]}
    if kind is dict:
        return {key: _packed(each) for key, each in value.items()}
    if kind is Decimal:
        return {"$": "Decimal", "v": [str(value)]}
    raise TypeError(f"{kind.__name__} cannot be packed")


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _unpacked(pairs: dict[str, Any]) -> Any:
    kind = pairs.get("$")
    if kind is None:
        return pairs
    made = _PACKED[kind]
    values = map(_as_tuple, pairs["v"])
    return made(**dict(zip(_FIELDS[made], values, strict=True))) if made in _FIELDS else made(*values)
