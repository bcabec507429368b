"""What of an earlier version of a dossier still holds, so that only what depends on a change is linked again.

Each part has a key: a digest of everything that linking it depends on. A part with the same key is the same. There are
two kinds of parts: the mentions in one article, and a record without any problem.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.catalog import schema
from tui.dossier.article_mentions import ArticleMentions
from tui.dossier.keys import Earlier, PartKeys
from tui.linking.names import NameChanges, Names
from tui.text.digest import digest
from tui.text.document import Document

if TYPE_CHECKING:
    from tui.dossier.records import Record


def _key(*parts: object) -> str:
    return _digest(repr(parts))


def _digest(text: str) -> str:
    return digest(text.encode(errors="surrogatepass")).hex()


class Reuse:
    """Decides for each part whether it is the same as in an earlier version, and collects the keys of the new one."""

    def __init__(self, catalog: schema.Catalog, documents: Mapping[str, Document], earlier: Earlier) -> None:
        self.keys = PartKeys()
        self._earlier, self._documents = earlier, documents
        self._articles = {entry.id: _digest(entry.content or "") for entry in catalog.articles}
        self._named = {entry.id: _digest(entry.content or "") for entry in (*catalog.entities, *catalog.measures)}
        self._comparable = {entry.id for entry in (*catalog.claims, *catalog.figures)}
        self._ids = {*self._articles, *self._named, *self._comparable}
        self._settings = _key(catalog.lode, catalog.language, catalog.units, catalog.synonyms, catalog.relations)
        """The key of what every record depends on."""
        self._changes = NameChanges(earlier.keys.names, earlier.keys.names)
        self._mentions = ArticleMentions({})
        self._in_article: dict[str, str] = {}

    def look_for(self, names: Names) -> None:
        """Says which names are looked for in all texts."""
        self.keys = replace(self.keys, names=names.table)
        self._changes = NameChanges(self._earlier.keys.names, names.table)

    def mentions(self, article: str, settings: str) -> str | None:
        """The mentions in an article, packed, if they are the same as before, else None.

        `settings` are what they depend on besides the text and the names.
        """
        key = _key(self._documents[article].digest, settings)
        is_same = self._earlier.keys.mentions.get(article) == key and article in self._earlier.mentions
        if not is_same or self._changes.concern(self._documents[article].text):
            return None
        self.keys.mentions[article] = key
        return self._earlier.mentions.packed(article)

    def keep_mentions(self, article: str, settings: str) -> None:
        """Says that the mentions in an article were found without a problem."""
        self.keys.mentions[article] = _key(self._documents[article].digest, settings)

    def found(self, mentions: ArticleMentions) -> None:
        """Says what is mentioned in each article: the records that are linked from now on depend on it."""
        mentions.take_over(self._earlier.mentions)
        self._mentions, self._in_article = mentions, {}

    def key(self, entry: schema.RecordEntry, left_out: Collection[str]) -> str | None:
        """The key of an entry; None if nothing is known of what it depends on."""
        # A check depends on the values of figures.
        if entry.content is None or type(entry) is schema.CheckEntry:
            return None
        referred = [
            (text, text in left_out, text in self._comparable, self._named.get(text), self._article(text))
            for text in entry.all_texts
            if text in self._ids or text in left_out
        ]
        return _key(self._settings, type(entry).__name__, referred) + _digest(entry.content)

    def record(self, entry: schema.RecordEntry, key: str | None) -> "Record | None":
        """The record of an entry, with its new place, if its key is the same as before, else None."""
        if key is None or self._earlier.keys.records.get(entry.id) != key:
            return None
        record = self._earlier.record(entry.id)
        if record is None:
            return None
        self.keys.records[entry.id] = key
        mark = entry.mark()
        return record if record.mark == mark else replace(record, mark=mark)

    def keep_record(self, id: str, key: str | None) -> None:
        """Says that a record was linked without a problem."""
        if key is not None:
            self.keys.records[id] = key

    def _article(self, id: str) -> str | None:
        """The key of all that a record can depend on in an article: its entry, its text, and who is mentioned in it."""
        if id not in self._articles:
            return None
        if id not in self._in_article:
            text, packed, named = None, "", []
            if id in self._documents:
                text = self._documents[id].digest
            if id in self._mentions:
                packed = self._mentions.packed(id)
                named = [self._named.get(entity) for entity in sorted(set(self._mentions.entities(id)))]
            self._in_article[id] = _key(self._articles[id], text, packed, named)
        return self._in_article[id]
