"""The records of a dossier: what the catalog says, linked to the texts."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from tui.catalog.problem import Mark
from tui.dossier.occurrence import Occurrence, Role
from tui.quantity.interval import Value
from tui.text.span import Span

if TYPE_CHECKING:
    from tui.catalog.entry import RecordEntry


NOT_YET = ("target", "forecast", "potential")
"""The natures of what is not so yet, or may be."""


class Source(NamedTuple):
    """A quote that supports a record, with the words in or near it that say more.

    `number` is the printed number of a figure, `when` are the words that date the record, `said` those that attribute
    it to the claimant, and `via` the entities that pass it on.
    """

    article: str
    quote: Span
    when: Span | None = None
    number: Span | None = None
    said: Span | None = None
    via: tuple[str, ...] = ()

    def occurrence(self, record: str) -> Occurrence:
        """Where the record with an id occurs by this source: its number, else its date, else the quote."""
        span = self.number or self.when or self.quote
        role: Role = "number" if self.number else "date" if self.when else "source"
        return Occurrence(record=record, article=self.article, span=span, quote=self.quote, role=role)


class Artefact(NamedTuple):
    """A scraping leftover in an article; `reads` is the text to show instead."""

    span: Span
    reads: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """What all records have: an id, a place in the catalog, and whether they are a draft."""

    kind: ClassVar[str] = "record"

    id: str
    mark: Mark
    draft: bool

    @classmethod
    def of(cls, entry: "RecordEntry", **linked: Any) -> Self:
        """The record of an entry: what is `linked` to texts and other records, and the rest as the entry gives it."""
        linked["mark"] = entry.mark()
        given = {field.name: getattr(entry, field.name) for field in fields(cls) if field.name not in linked}
        given |= {name: tuple(value) for name, value in given.items() if isinstance(value, list)}
        return cls(**given, **linked)

    @property
    def title(self) -> str:
        """The title in lists."""
        return self.id

    @property
    def sorting_date(self) -> str | None:
        """The EDTF date to sort and filter by: the inferred date if there is one, else the printed one."""
        return None

    @property
    def entity_ids(self) -> frozenset[str]:
        """The ids of the entities that it refers to."""
        return frozenset()

    @property
    def evidence(self) -> tuple[Source, ...]:
        """The words of articles that support it."""
        return ()

    @property
    def occurrences(self) -> list[Occurrence]:
        """Where it occurs by its evidence, in the catalog's order."""
        return [source.occurrence(self.id) for source in self.evidence]


@dataclass(frozen=True, kw_only=True)
class Article(Record):
    """A text of the dossier. `published` is what it says, `resolved` what the curator infers; both EDTF."""

    kind: ClassVar[str] = "article"

    file: str
    heading: str
    """The title; in square brackets if the curator supplies it."""
    title_span: Span | None
    publisher: str | None
    published: str | None
    dated_by: tuple[Span, ...]
    resolved: str | None
    resolved_by: str | None
    url: str | None
    artefacts: tuple[Artefact, ...]
    note: str | None
    language: str | None
    """The BCP 47 tag of the language that the catalog gives for its numbers."""
    currency: str | None = None
    """The code of the currency that its `$`, dollars or pounds are, where the catalog gives it."""
    about: str | None = None
    """The entity that its numbers are about where a sentence names none."""

    @property
    def title(self) -> str:
        return self.heading

    @property
    def date(self) -> str | None:
        """The inferred date if there is one, else the printed one."""
        return self.resolved or self.published

    @property
    def sorting_date(self) -> str | None:
        return self.date

    @property
    def entity_ids(self) -> frozenset[str]:
        return _ids(self.publisher)


class Relation(NamedTuple):
    """A relation of an entity to another, `of`, as the texts state it, and who says so."""

    name: str
    of: str
    claimant: str | None
    modality: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, kw_only=True)
class Entity(Record):
    """A person, organisation, place or thing; `type` is its `kind` in the catalog."""

    kind: ClassVar[str] = "entity"

    name: str
    type: str
    short: str | None
    aliases: tuple[str, ...]
    also: tuple[str, ...]
    stands_for: str | None
    note: str | None
    relations: tuple[Relation, ...]

    @property
    def title(self) -> str:
        return self.name

    @property
    def entity_ids(self) -> frozenset[str]:
        others = (id for relation in self.relations for id in (relation.of, relation.claimant))
        return _ids(self.stands_for, *others)


@dataclass(frozen=True, kw_only=True)
class Measure(Record):
    """A kind of value and its unit; `per` makes it a rate, and `changes` a change with a direction."""

    kind: ClassVar[str] = "measure"

    name: str
    unit: str
    per: str | None
    also: tuple[str, ...]
    changes: bool

    @property
    def title(self) -> str:
        return self.name


class ReviewStatus(NamedTuple):
    """What a review of a record found, who reviewed it and when; the date is EDTF."""

    status: str
    by: str | None
    date: str | None


Topic = tuple[str, str, str | None, str | None]
"""What a figure is about: its measure, subject, material and scope."""


@dataclass(frozen=True, kw_only=True)
class Statement(Record):
    """What somebody says in some articles; without a claimant, the articles themselves."""

    claimant: str | None
    sources: tuple[Source, ...]

    @property
    def evidence(self) -> tuple[Source, ...]:
        return self.sources


@dataclass(frozen=True, kw_only=True)
class Figure(Statement):
    """One claim: who says how much of what, and every place where it is printed."""

    kind: ClassVar[str] = "figure"

    label: str
    measure: str
    subject: str
    material: str | None
    scope: str | None
    nature: str
    condition: str | None
    period: str | None
    resolved: str | None
    """The period that the curator infers."""
    resolved_by: str | None
    dated_by: str | None
    """The words that date it, in one spelling: those of its first source that has some."""
    printed: str | None
    """The date that these words print; only of a figure without a period."""
    value: Value
    written: str
    """The number as its first source prints it."""
    decimals: int | None
    """The number of significant decimals, if the curator set it."""
    known: str
    """`value`; `none` or `unknown` where the text says that there is none, or that nobody knows it."""
    note: str | None
    review: ReviewStatus | None

    @property
    def title(self) -> str:
        return self.label

    @property
    def sorting_date(self) -> str | None:
        return self.resolved or self.period

    @property
    def entity_ids(self) -> frozenset[str]:
        return _ids(self.subject, self.material, self.claimant)

    @property
    def is_wrong(self) -> bool:
        """Whether a review found it wrong."""
        return self.review is not None and self.review.status == "wrong"

    @property
    def topic(self) -> Topic:
        """What it must have in common with another figure to be compared."""
        return self.measure, self.subject, self.material, self.scope


@dataclass(frozen=True, kw_only=True)
class Claim(Statement):
    """A statement without a number: who says what about whom, how, and every place where it is printed."""

    kind: ClassVar[str] = "claim"

    what: str
    also: tuple[str, ...]
    """Other words that it is found by."""
    about: tuple[str, ...]
    modality: str
    supports: tuple[str, ...]
    """The ids of claims and figures that it agrees with."""
    contradicts: tuple[str, ...]
    because: str | None
    """Why, in the curator's words."""
    note: str | None
    review: ReviewStatus | None

    @property
    def title(self) -> str:
        return self.what

    @property
    def entity_ids(self) -> frozenset[str]:
        return _ids(*self.about, self.claimant)


@dataclass(frozen=True, kw_only=True)
class Event(Statement):
    """A dated happening, deadline or target."""

    kind: ClassVar[str] = "event"

    date: str | None
    resolved: str | None
    resolved_by: str | None
    nature: str
    minor: bool
    """Whether timelines leave it out."""
    what: str
    entities: tuple[str, ...]
    modality: str

    @property
    def title(self) -> str:
        return self.what

    @property
    def sorting_date(self) -> str | None:
        return self.resolved or self.date

    @property
    def entity_ids(self) -> frozenset[str]:
        return _ids(*self.entities, self.claimant)


KINDS = {
    "articles": "article",
    "entities": "entity",
    "figures": "figure",
    "claims": "claim",
    "events": "event",
    "measures": "measure",
}
"""The kinds of the records that have a page, by their plurals."""


class Conflict(NamedTuple):
    """The curator's word on figures that disagree."""

    between: tuple[str, ...]
    because: str


@dataclass(frozen=True, kw_only=True)
class Check(Record):
    """A relation that should hold between figures: in words, as a formula, and what comes of it."""

    kind: ClassVar[str] = "check"

    says: str
    holds: str
    if_holds: str | None
    if_fails: str | None
    involved: tuple[str, ...]
    """The ids of the figures and claims that it is about."""
    verdict: str | None
    """`holds`, `fails` or `inconclusive`; None if it cannot be worked out."""
    left: str | None
    right: str | None
    """The values of the two sides, in words."""

    @property
    def title(self) -> str:
        return self.says

    @property
    def meaning(self) -> str | None:
        """What the outcome means, in the curator's words."""
        return {"holds": self.if_holds, "fails": self.if_fails}.get(self.verdict or "")


class Ignored(NamedTuple):
    """A number or name in an article that is not a record, with the reason."""

    article: str
    span: Span
    is_name: bool
    why: str
    everywhere: bool = False
    """Whether it is ignored wherever it occurs: then it is the whole of a number."""


def _ids(*ids: str | None) -> frozenset[str]:
    return frozenset(id for id in ids if id)
