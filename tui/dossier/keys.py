"""The keys of a dossier's parts: digests of everything that linking a part depends on (see `reuse`)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.dossier.article_mentions import ArticleMentions

if TYPE_CHECKING:
    from tui.catalog.load import ParsedCatalog
    from tui.dossier.records import Record
    from tui.text.document import Document


class NameTable(NamedTuple):
    """The names that are looked for in all texts: folded forms with their entities, and each entity's exceptions."""

    exact: dict[str, str]
    in_any_case: dict[str, str]
    exceptions: dict[str, list[str]]


@dataclass(frozen=True)
class PartKeys:
    """What the parts of a dossier were linked from."""

    names: NameTable = field(default_factory=lambda: NameTable({}, {}, {}))
    mentions: dict[str, str] = field(default_factory=dict)
    """The key of the mentions in each article, apart from the names."""
    records: dict[str, str] = field(default_factory=dict)
    """The key of each record that has no problem."""

    def packed(self) -> str:
        """These keys as a text, for storing."""
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":"))


def unpack_keys(packed: str) -> PartKeys:
    """The keys of a stored text."""
    stored = json.loads(packed)
    return PartKeys(NameTable(*stored["names"]), stored["mentions"], stored["records"])


class Earlier(NamedTuple):
    """An earlier version of a dossier."""

    keys: PartKeys
    mentions: ArticleMentions
    record: "Callable[[str], Record | None]"
    """Returns the record with an id."""
    documents: "Mapping[str, Document]"
    """The text of each article, if it is in memory."""
    parsed: "ParsedCatalog | None" = None
    """The catalog, if it is in memory."""


NOTHING = Earlier(PartKeys(), ArticleMentions({}), lambda id: None, {})
"""The earlier version of a dossier that is linked for the first time."""
