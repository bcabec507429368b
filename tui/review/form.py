"""The form of a record that is drafted: its fields, what they hold, and the entries for the catalog."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.catalog import schema
from tui.curate.drafts import LISTS, Ids, Suggestion, new_id, quoted_source, words_of_event
from tui.curate.edits import Addition
from tui.curate.quoting import Quoter
from tui.curate.yaml import Value
from tui.text.span import Span

Filling = Mapping[str, "str | tuple[str, ...] | None"]
"""What goes into the fields of a form; None empties a field."""

THE_ARTICLE = ""
"""The claimant of a figure that no one but the article states."""


class Field(NamedTuple):
    """A field of a form; its key is that of the catalog."""

    key: str
    label: str
    required: bool = False
    has_digits: bool = False
    """Whether what is typed into it may begin with a digit; in other fields, a digit takes a value from the list."""


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "figure": (
        Field("measure", "measure", required=True),
        Field("subject", "subject", required=True),
        Field("material", "material"),
        Field("scope", "scope", has_digits=True),
        Field("claimant", "claimant", required=True),
        Field("said", "said in"),
        Field("period", "period", has_digits=True),
        Field("nature", "nature", required=True),
        Field("figure", "same as"),
    ),
    "entity": (
        Field("name", "name", required=True, has_digits=True),
        Field("kind", "type", required=True),
        Field("aliases", "aliases", has_digits=True),
    ),
    "event": (
        Field("date", "date", required=True, has_digits=True),
        Field("what", "what", required=True, has_digits=True),
        Field("entities", "who, what"),
    ),
}
"""The fields of each kind of record, in the order of the form."""


@dataclass(frozen=True, kw_only=True)
class RecordForm:
    """A record to be: the draft that it comes from, and what its fields hold."""

    draft: Suggestion
    values: Mapping[str, str | tuple[str, ...]]
    """What is filled in. Besides the keys of the fields, `when` has the words that date it, and `resolved` an inferred
    date."""
    created: tuple[Addition, ...] = ()
    """New records that fields refer to."""
    quote: Span | None = None
    """The words to quote, where they are chosen."""
    moved: tuple[int, int] = (0, 0)
    """How many characters a person added to the words of the draft before and after them."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in order."""
        return FIELDS[self.draft.kind]

    def text(self, key: str) -> str:
        """The value of a field that holds one text; empty if nothing is filled in."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ", ".join(value)

    def listed(self, key: str) -> tuple[str, ...]:
        """The values of a field that holds several."""
        value = self.values.get(key, ())
        return (value,) if isinstance(value, str) else value

    @property
    def missing(self) -> list[str]:
        """The keys of the fields that must still be filled in."""
        keys = [field.key for field in self.fields if field.required and field.key not in self.values]
        # A claim is given to someone only with the words that say so.
        return [*keys, *(["said"] if self.text("claimant") and not self.text("said") else [])]

    def with_values(self, values: Filling, created: tuple[Addition, ...] = ()) -> "RecordForm":
        """The form with other values in some fields, and with the new records that they refer to.

        With another measure, subject or claimant, it no longer repeats a figure.
        """
        if "figure" not in values and not values.keys() <= {"said", "figure"}:
            values = {**values, "figure": None}
        filled = {key: value for key, value in {**self.values, **values}.items() if value is not None}
        ids = {id for value in filled.values() for id in ((value,) if isinstance(value, str) else value)}
        kept = {str(entry["id"]): (listing, entry) for listing, entry in (*self.created, *created)}
        return replace(self, values=filled, created=tuple(_needed(kept, ids)))

    def without_written(self, catalog: schema.Catalog) -> "RecordForm":
        """The form without the new records that a catalog has by now: another draft or program has written them."""
        known: dict[str, object] = {each.id: each for each in catalog.units}
        known |= {each.id: each for each in catalog.records}

        def is_written(entry: Mapping[str, Value]) -> bool:
            there = known.get(str(entry["id"]))
            return there is not None and all(getattr(there, key, None) == entry.get(key) for key in ("name", "unit"))

        return replace(self, created=tuple(each for each in self.created if not is_written(each[1])))

    def with_kind(self, id: str, kind: str) -> "RecordForm":
        """The form with a new entity of another kind."""
        changed = (
            (listing, {**entry, "kind": kind} if entry["id"] == id else entry) for listing, entry in self.created
        )
        return replace(self, created=tuple(changed))

    def entries(self, quoter: Quoter, taken: Ids, quote: Span, *, end: str = "", draft: bool = False) -> list[Addition]:
        """The entries to add to the catalog, the new records before the one that refers to them.

        `quoter` is that of the article, `taken` are the ids in use, and `quote` are the words to quote. The id of a
        figure or an event has `end` at its end. With `draft`, the record is one that a person completes in the catalog.
        """
        if figure := self.text("figure"):
            return [(sources_of(figure), self._source(quoter, quote) | {"number": self.draft.exact})]
        used = taken | {str(entry["id"]): 1 for _, entry in self.created}
        id = new_id(self._name, used, "" if self.draft.kind == "entity" else end)
        entry: dict[str, Value] = {"id": id} | ({"draft": True} if draft else {})
        if self.draft.kind == "entity":
            entry |= {"name": self.text("name"), "kind": self.text("kind") or "unnamed"}
            entry |= {"aliases": list(self.listed("aliases"))} if self.listed("aliases") else {}
        elif self.draft.kind == "event":
            entry |= {key: self.text(key) for key in ("date", "resolved") if self.text(key)}
            entry |= {"what": self.text("what")}
            entry |= {"entities": list(self.listed("entities"))} if self.listed("entities") else {}
            entry |= {"sources": [self._source(quoter, quote)]}
        else:
            gaps = ("measure", "subject") if draft else ()
            for key in ("measure", "subject", "material", "scope", "claimant", "nature", "period", "resolved"):
                if self.text(key) or key in gaps:
                    entry[key] = self.text(key) or None
            entry |= {"sources": [self._source(quoter, quote) | {"number": self.draft.exact}]}
        return [*self.created, (LISTS[self.draft.kind], entry)]

    @property
    def _name(self) -> str:
        """The words that the id is made of."""
        if self.draft.kind == "entity":
            return self.text("name")
        if self.draft.kind == "event":
            return words_of_event(self.text("what"), self.text("when"))
        words = " ".join(self.text(key) for key in ("subject", "measure", "claimant"))
        return words if words.strip() else f"draft {self.draft.exact}"

    def _source(self, quoter: Quoter, quote: Span) -> dict[str, Value]:
        said = {"said": self.text("said")} if self.text("claimant") and self.text("said") else {}
        when = {"when": self.text("when")} if self.text("when") else {}
        return quoted_source(quoter, self.draft.article, quote) | said | when


def sources_of(figure: str) -> str:
    """The name of the list of a figure's sources, as edits name it."""
    return f"figures/{figure}"


def _needed(created: Mapping[str, Addition], ids: set[str]) -> list[Addition]:
    """The new records that fields refer to, each after those that it refers to itself: a measure after its unit."""
    needed: list[Addition] = []
    for id, (listing, entry) in created.items():
        if listing != "units" and id in ids:
            unit = created.get(str(entry.get("unit", "")))
            needed += [*([unit] if unit and unit not in needed else []), (listing, entry)]
    return needed
