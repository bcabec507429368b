"""Drafts of records: what a text says that a catalog lacks, and the catalog's entry for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.curate.quoting import Quoter
from tui.curate.yaml import Noted, Value
from tui.dossier.dossier import Dossier
from tui.text.span import Span

Ids = dict[str, int]
"""The ids that are in use, each with the last number that was appended to it."""

LISTS = {"figure": "figures", "entity": "entities", "event": "events"}
"""The catalog's list for each kind of draft."""

_LONGEST_ID, _LONGEST_END = 60, 30
"""The most characters of a new id, and of what it ends with; a number may follow."""

_WORDS_OF_EVENT = 6
"""The most words of the id of an event."""
_BEFORE_DATE = re.compile(r"(?<=\s)[^\W\d_]{1,3}\s+$")
"""The small word before a date."""
_LONGEST_LEAD = 3
"""Fewer spaces than this are before a date that a sentence begins with."""

_REFERRING = ("measure", "subject", "material", "claimant")


class Proposed(NamedTuple):
    """What a field of a draft is proposed to be, in words, or as a date in EDTF or a modifier.

    `record` is the id of the catalog's record that it is, if there is one. `span` is where the article prints it.
    `among` are the ids of records one of which it may be; `text` is empty where the words do not name any.
    """

    text: str
    record: str | None = None
    span: Span | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A draft of a record: the number, name or date that it is about, and what the text says of it.

    `score` is 0 to 100: how likely it is worth a record. The keys of `fields` are, for a figure, `value`, `unit`,
    `modifier`, `measure`, `subject`, `material`, `claimant`, `said`, `period` and `when`; for an entity, `name` and
    `type`; for an event, `date`, `resolved`, `when`, `what` and `entities`. What the text leaves open has no key.
    """

    kind: Literal["figure", "entity", "event"]
    article: str
    span: Span
    exact: str
    score: int
    fields: Mapping[str, Proposed] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    """Other forms of an entity's name."""
    places: tuple[tuple[str, Span], ...] = ()
    """Every place of it, with its article; the first is `article` and `span`."""

    @property
    def listing(self) -> str:
        """The catalog's list that it belongs to."""
        return LISTS[self.kind]

    @property
    def words_of_id(self) -> str:
        """The words that its id is built from."""
        if self.kind == "event":
            return words_of_event(self.text("what") or "", self.exact) or f"draft {self.exact}"
        return (self.text("name") or self.exact) if self.kind == "entity" else f"draft {self.exact}"

    def text(self, key: str) -> str | None:
        """The words of a field; None if it is left open."""
        return self.fields[key].text or None if key in self.fields else None

    def among(self, key: str) -> tuple[str, ...]:
        """The ids of records one of which a field may refer to."""
        return self.fields[key].among if key in self.fields else ()

    def record(self, key: str) -> str | None:
        """The id of the record that a field refers to; None if the catalog has none."""
        return self.fields[key].record if key in self.fields else None


def words_of_event(what: str, when: str) -> str:
    """The words that the id of an event is built from: the first that tell what happens, without its date."""
    before, dated, after = what.partition(when)
    # On 3 May, the dam broke.
    if dated and before.count(" ") < _LONGEST_LEAD:
        before = ""
    words = f"{_BEFORE_DATE.sub('', before) if dated else before}{after}"
    return " ".join(words.strip(" ,.;:").split()[:_WORDS_OF_EVENT])


def entry_of(
    draft: Suggestion,
    quoters: Mapping[str, Quoter],
    taken: Ids,
    end: str = "",
    quote: Span | None = None,
    drafted: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Value]:
    """The catalog's entry of a draft, with the fields whose records the catalog has and whose words `check` finds.

    `quoters` are those of its articles. `taken` are the ids in use; its id is added, which has `end` at its end unless
    it is an entity. `quote` are the words to quote, by default as many around each place as make it unique. `drafted`
    are the ids of entities that are drafts themselves, by their names.
    """
    if draft.kind == "entity":
        name = draft.text("name") or draft.exact
        count = len(draft.places)
        noted = Noted(name, f"named {'once' if count == 1 else f'{count} times'}") if count else name
        entry: dict[str, Value] = {"id": new_id(draft.words_of_id, taken), "draft": True, "name": noted}
        entry["kind"] = draft.text("type") or "unnamed"
        return entry | ({"aliases": list(draft.aliases)} if draft.aliases else {})
    entry = {"id": new_id(draft.words_of_id, taken, end), "draft": True}
    if draft.kind == "event":
        entry |= {key: draft.text(key) for key in ("date", "resolved") if key == "date" or draft.text(key)}
        entry |= {"what": draft.text("what") or draft.exact}
        who = draft.record("entities") or drafted.get(draft.text("entities") or "")
        return entry | ({"entities": [who]} if who else {}) | {"sources": [*_sources(draft, quoters, quote)]}
    said, when = draft.text("said"), draft.text("when")
    attributed = draft.record("claimant") is not None and said is not None and _stands_once("said", draft, quoters)
    dated = draft.text("period") is not None and when is not None and _stands_once("when", draft, quoters)
    for key in _REFERRING:
        id, words = draft.record(key), ", ".join(draft.among(key)) or draft.text(key)
        if key == "claimant" and not attributed:
            id = None
        if key in ("measure", "subject") or id or words:
            entry[key] = id or (Noted(None, f"perhaps {words}") if words else None)
    if dated:
        entry["period"] = draft.text("period")
    sources = _sources(draft, quoters, quote)
    # The number is the last key of a source, as its quote is the first.
    more = ({"when": when} if dated else {}) | ({"said": said} if attributed else {})
    return entry | {"sources": [{**source, **more, "number": source["number"]} for source in sources]}


def can_be_quoted(draft: Suggestion, quoters: Mapping[str, Quoter]) -> bool:
    """Whether each place of a draft can be quoted so that it is found; an entity does not need a quote."""
    return draft.kind == "entity" or all(
        quoters[article].quote(quoters[article].widened(span)) is not None for article, span in draft.places
    )


def _stands_once(key: str, draft: Suggestion, quoters: Mapping[str, Quoter]) -> bool:
    """Whether the words of a field occur once in the sentence of each place of a draft, or else once in its article."""
    words, span = draft.text(key) or "", draft.fields[key].span
    for article, place in draft.places:
        document = quoters[article].document
        if document[document.sentence_around(place)].count(words) != 1:
            quoted = quoters[article].quote(span) if span and article == draft.article else None
            if quoted is None or quoted.prefix or quoted.suffix:
                return False
    return True


def _sources(draft: Suggestion, quoters: Mapping[str, Quoter], quote: Span | None) -> list[dict[str, Value]]:
    return [
        quoted_source(quoters[article], article, quote or quoters[article].widened(span))
        | {"when" if draft.kind == "event" else "number": quoters[article].document[span]}
        for article, span in draft.places
    ]


def quoted_source(quoter: Quoter, article: str, span: Span) -> dict[str, Value]:
    """A source that quotes a place of an article, with the prefix or suffix that makes it unique."""
    quoted = quoter.quote(span)
    source: dict[str, Value] = {"article": article, "quote": quoter.document[span]}
    if quoted and quoted.prefix:
        source["prefix"] = quoted.prefix
    if quoted and quoted.suffix:
        source["suffix"] = quoted.suffix
    return source


def apart(dossier: Dossier, article: str) -> str:
    """What the ids of records of an article end with, so that curators with a file each do not choose the same.

    Empty where the article is in the file that is opened: ids are unique there by a number.
    """
    return "" if dossier.file_of(article) == dossier.catalog.name else article


def new_id(words: str, taken: Ids, end: str = "") -> str:
    """A new id built from words, with other words at its end; it is added to the ids that are in use."""
    ending = f"-{_joined(end)[:_LONGEST_END].strip('-')}" if end else ""
    base = (_joined(words)[: _LONGEST_ID - len(ending)].strip("-") or "draft") + ending
    id, number = base, taken.get(base, 1)
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    taken[base], taken[id] = number, 1
    return id


def _joined(words: str) -> str:
    letters = "".join(each if each.isalpha() or each.isdecimal() else " " for each in words.lower())
    return "-".join(letters.split())


def ids_of(dossier: Dossier) -> Ids:
    """The ids in use, also those of records that are left out if the catalog can be parsed."""
    ids = {record.id for record in dossier.records}
    try:
        catalog = load(dossier.catalog)
    except CatalogError:
        return dict.fromkeys(ids, 1)
    ids.update(entry.id for entry in catalog.records)
    return dict.fromkeys(ids, 1)
