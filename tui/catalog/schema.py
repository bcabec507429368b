"""The schema of a catalog, as a curator writes it.

The type and meaning of each key are defined here only: parsing, messages and documentation are derived from it. Types
check the shape of values; the articles' texts are checked by `dossier`.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from tui.catalog.entry import Entry as Entry
from tui.catalog.entry import RecordEntry as RecordEntry
from tui.catalog.entry import public_name as public_name
from tui.catalog.types import (
    MAX_LISTED,
    Bound,
    Edtf,
    EntityKind,
    Factor,
    Form,
    Forms,
    Id,
    Ids,
    IgnoredWhy,
    Known,
    LanguageTag,
    Modality,
    Name,
    Nature,
    Per,
    Sha256,
    Status,
    Text,
    Texts,
    UnitId,
    broken,
)


class UnitEntry(Entry):
    """How a unit is written, and its size in the base unit.

    Of a built-in unit, the bare id is enough. An entry without `name` adds forms to it; one with `name` replaces it.
    """

    id: UnitId = Field(description="The unit's short form: t, %.")
    name: Form | None = Field(None, description="The unit's name in the singular; empty for a built-in unit.")
    written: Forms = Field([], description="All forms that the texts use; of a built-in unit, more forms.")
    base: UnitId | None = Field(None, description="The unit that it converts into, of the catalog or built in.")
    factor: Factor = Field(
        Decimal(1),
        gt=0,
        description="How many base units one of it is: from 1E-30 to 1E+30. Where that is no power of ten, a "
        "converted value is shown to one digit more than was printed.",
    )
    exact: bool = Field(False, description="Whole things are counted or ranked: values have no width.")
    ambiguous: Forms = Field(
        [], description="Written forms that could mean another unit too: read as this one, and said."
    )


def _unit(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


Unit = Annotated[UnitEntry, BeforeValidator(_unit, json_schema_input_type=UnitId | UnitEntry)]


class MeasureEntry(RecordEntry):
    """What is measured."""

    name: Form = Field(description="What figures of it are called: reserves.")
    unit: Id = Field(description="The unit of its values: one of the catalog's, or a built-in one.")
    per: Per | None = Field(None, description="Makes it a rate of a unit (yr, t), capita, 100000, 100 km, or ha/yr.")
    also: list[Form] = Field([], description="Other words for it that people type: output, for production.")
    changes: bool = Field(
        False,
        description="Makes it a change, with the direction that a sign or the words beside the number say: fell by 5.6 "
        "percent is -5.6.",
    )


class Predicate(Entry):
    """A name that relations use."""

    id: Form = Field(alias="is", description="How the relation reads from its subject: located in.")
    inverse: Form = Field(description="How it reads from the other side: holds.")


class ArtefactEntry(Entry):
    """A scraping leftover."""

    text: Text = Field(description="The leftover as it stands in the text.")
    reads: str = Field("", description="The words that it stands for, empty where for none.")


def _artefact(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Artefact = Annotated[ArtefactEntry, BeforeValidator(_artefact, json_schema_input_type=Text | ArtefactEntry)]


class ArticleEntry(RecordEntry):
    """One text of the dossier."""

    file: Text = Field(description="The text file, relative to the catalog, in its folder unless `--outside` is given.")
    title: Text = Field(description="Verbatim; in square brackets where the curator supplies it.")
    language: LanguageTag | None = Field(
        None, description="The language that its numbers are printed in, as a BCP 47 tag: de, de-CH, pt-BR."
    )
    currency: Text | None = Field(
        None, description="The code of the currency that its `$`, dollars, pounds or pesos are: CAD."
    )
    about: Id | None = Field(None, description="The entity that its numbers are about where a sentence names none.")
    publisher: Id | None = Field(None, description="An entity; empty where the text does not say.")
    publisher_by: Text | None = Field(None, description="The words of the text that say so.")
    published: Edtf | None = Field(None, description="As far as the text itself says; EDTF.")
    dated_by: Texts = Field([], description="The words of the text that say so.")
    resolved: Edtf | None = Field(None, description="What the curator infers beyond the text; EDTF.")
    resolved_by: Text | None = Field(None, description="What it is inferred from.")
    url: Text | None = Field(None, description="As printed.")
    sha256: Sha256 | None = Field(None, description="Of the file as it was curated: a later change of it is an error.")
    original: Text | None = Field(None, description="The file that the text was converted from, beside it.")
    artefacts: list[Artefact] = Field(
        [], description="Scraping leftovers: dimmed in the reader, left out of citations, never of offsets."
    )
    note: Text | None = Field(None, description="One sentence for the reader.")


class Quote(Entry):
    """Words of an article, found verbatim."""

    article: Id = Field(description="The article's id.")
    quote: Text = Field(description="The words, as printed.")
    prefix: Text | None = Field(None, description="What stands directly before, where the quote alone is ambiguous.")
    suffix: Text | None = Field(None, description="What stands directly after, where the quote alone is ambiguous.")

    @property
    def words(self) -> list[str]:
        """All words that are looked for in the article."""
        return [self.quote]


class DatedQuote(Quote):
    """A quote with the words that date it."""

    when: Text | None = Field(
        None, description="The words that date it, in its sentence, earlier, or later in its paragraph."
    )

    @property
    def words(self) -> list[str]:
        """All words that are looked for in the article."""
        return [*super().words, *([self.when] if self.when else [])]


class AttributedQuote(DatedQuote):
    """A quote with the words that attribute it, and who passes it on."""

    said: Text | None = Field(
        None,
        description="The words that attribute it, in its sentence, earlier, or later in its paragraph; they name the "
        "claimant.",
    )
    via: Texts = Field([], description="Who passes the claim on, if the text says so: entities.")

    @property
    def words(self) -> list[str]:
        """All words that are looked for in the article."""
        return [*super().words, *([self.said] if self.said else [])]


class FigureQuote(AttributedQuote):
    """A place where a figure is printed."""

    number: Form = Field(
        description="The number as printed, with scale word and unit, without the hedge before it; of a range the "
        "whole: 2,500–3,000 t, 4 to 5 million tons, between 4 and 5 million tons. "
        "Half a million and two and a half million are numbers too; docs/numbers.md has all forms."
    )


class RelationEntry(Entry):
    """What a text states of two entities."""

    id: Text = Field(alias="is", description="The relation's name, from this entity to the other.")
    of: Id = Field(description="The other entity.")
    claimant: Id | None = Field(None, description="Who says so, not who prints it; empty: the article itself.")
    modality: Modality = Field("states", description="How it is said.")
    sources: list[AttributedQuote] = Field(min_length=1, description="Where it is stated.")


class EntityEntry(RecordEntry):
    """A person, organisation, place or thing that the texts name."""

    name: Name = Field(description="Its name; looked for in the text as it stands here.")
    type: EntityKind = Field(alias="kind", description="What it is.")
    short: Form | None = Field(None, description="A shorter name for narrow columns.")
    aliases: list[Name] = Field([], description="Its other forms; looked for in the text.")
    also: list[Form] = Field([], description="Names that people type; found by search, not looked for in the text.")
    except_: list[Form] = Field(
        [], alias="except", max_length=MAX_LISTED, description="Phrases that hold a form but are something else."
    )
    mentions: list[Quote] = Field([], description="Places by hand, where no name stands: the Kremlin leader.")
    stands_for: Id | None = Field(None, description="For a metonym: the entity that it stands for.")
    note: Text | None = Field(None, description="One sentence, from the texts.")
    relations: list[RelationEntry] = Field([], description="What the texts state of it and others.")

    @property
    def quotes(self) -> Sequence[Quote]:
        """Everything that the record quotes from articles."""
        return [*self.mentions, *(source for relation in self.relations for source in relation.sources)]


class ReviewedEntry(RecordEntry):
    """An entry that people review."""

    status: Status | None = Field(
        None, description="What a review found: checked, wrong, or open where somebody has to decide."
    )
    reviewed_by: Text | None = Field(None, description="Who reviewed it.")
    reviewed: Edtf | None = Field(None, description="When; EDTF.")
    note: Text | None = Field(None, description="One sentence for the reader, such as what a review found.")


class FigureEntry(ReviewedEntry):
    """One claim: one claimant, measure, subject, material, period and printed value, in one or more places."""

    measure: Id | None = Field(None, description="What is measured. Required, but for drafts.")
    subject: Id | None = Field(None, description="Whom or what it is about: an entity. Required, but for drafts.")
    material: Id | None = Field(None, description="Of what: an entity.")
    scope: Form | None = Field(
        None, description="What narrows it beyond that: figures of other scope are not compared."
    )
    claimant: Id | None = Field(None, description="Who says so, not who prints it; empty: the article itself.")
    nature: Nature = Field("reported", description="What kind of statement it is.")
    condition: Text | None = Field(None, description="What it depends on, in the text's words.")
    period: Edtf | None = Field(
        None, description="The time it is about, only where the text gives it: each source needs `when`; EDTF."
    )
    resolved: Edtf | None = Field(None, description="The time that the curator infers; EDTF.")
    resolved_by: Text | None = Field(None, description="What it is inferred from.")
    known: Known = Field(
        "value",
        description="`none` where there is nothing, `unknown` where nobody knows: the `number` of a source then holds "
        "the words that say so.",
    )
    bound: Bound | None = Field(None, description="Overrides the hedge before the number; = where that is no bound.")
    decimals: int | None = Field(
        None,
        ge=-30,
        le=30,
        description="Digits after the point that count, where zeros mislead: of 100,000 all by 0, thousands by -3.",
    )
    sources: list[FigureQuote] = Field(min_length=1, description="Every place where the claim is printed.")

    @model_validator(mode="after")
    def _decided(self) -> Self:
        for key in ("measure", "subject"):
            if getattr(self, key) is None and not self.draft:
                raise PydanticCustomError("undecided", "{missing} is missing", {"missing": key})
        return self


class ClaimEntry(ReviewedEntry):
    """A statement without a number: one claimant, in one or more places."""

    what: Text = Field(description="What is claimed, in the text's words.")
    also: list[Form] = Field([], description="Other words that people search for it by; not looked for in the text.")
    about: Ids = Field(min_length=1, description="Whom or what it is about: entities, the most important first.")
    claimant: Id | None = Field(None, description="Who says so, not who prints it; empty: the article itself.")
    modality: Modality = Field("states", description="How the claimant says it.")
    supports: Ids = Field([], description="Claims and figures that it agrees with.")
    contradicts: Ids = Field([], description="Claims and figures that it disagrees with.")
    because: Text | None = Field(None, description="Why it supports or contradicts them, in the curator's words.")
    sources: list[AttributedQuote] = Field(min_length=1, description="Every place where it is printed.")

    @model_validator(mode="after")
    def _explained(self) -> Self:
        if (self.supports or self.contradicts) and not (self.because or "").strip():
            raise broken("say in `because` why the claim supports or contradicts what it names")
        return self


class EventEntry(RecordEntry):
    """A dated happening, deadline or target."""

    date: Edtf | None = Field(
        None, description="As printed: a source needs `when`; EDTF, XXXX where the text gives no year."
    )
    resolved: Edtf | None = Field(None, description="What the curator infers; EDTF.")
    resolved_by: Text | None = Field(None, description="What it is inferred from.")
    nature: Literal["happened", "deadline", "target"] = Field("happened", description="Whether it has happened.")
    minor: bool = Field(False, description="A side issue: timelines leave it out, that of the app unless asked.")
    what: Text = Field(description="What happens, in a few words.")
    entities: Ids = Field([], description="Who and what takes part.")
    claimant: Id | None = Field(None, description="Who says so, not who prints it; empty: the article itself.")
    modality: Modality = Field("states", description="How it is said.")
    sources: list[AttributedQuote] = Field(min_length=1, description="Where it is reported.")


class CheckEntry(RecordEntry):
    """Arithmetic that should hold between figures."""

    says: Text = Field(description="What is expected, in a sentence.")
    holds: Text = Field(description="Figures' ids and numbers with spaced operators + - * / and one of = <= <.")
    if_holds: Text | None = Field(None, description="What it means for the reader that it holds.")
    if_fails: Text | None = Field(None, description="What it means for the reader that it fails.")
    about: Ids = Field([], description="Claims and figures that it says something about, besides those in `holds`.")


class ConflictEntry(Entry):
    """The curator's word on a disagreement that lode finds."""

    between: list[Id] = Field(min_length=2, description="The figures that disagree.")
    because: Text = Field(description="Why they do.")


class IgnoredEntry(Entry):
    """A number or a name in the text that is not a record.

    With `article` and `quote`, in that place; without them, everywhere, a number as the whole of one.
    """

    article: Id | None = Field(None, description="The article's id.")
    quote: Text | None = Field(None, description="Words around it, as printed.")
    number: Text | None = Field(None, description="The words that hold the number.")
    name: Text | None = Field(None, description="The words that hold the name.")
    why: IgnoredWhy = Field(description="Why it is left out.")


class Catalog(Entry):
    """A dossier's catalog."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")

    lode: Literal["1"] = Field(description="The schema's version; also how a file is known to be lode's.")
    title: Text = Field(description="The dossier's name.")
    language: LanguageTag | None = Field(None, description="The language of the articles that do not give theirs.")
    include: Texts = Field(
        [],
        description="More files of the catalog: paths relative to the file that names them, in the catalog's folder.",
    )
    units: list[Unit] = Field(
        [],
        max_length=MAX_LISTED,
        description="How units are written. The built-in units that measures use need not be listed.",
    )
    measures: list[MeasureEntry] = Field([], description="What is measured.")
    synonyms: list[Forms] = Field([], max_length=MAX_LISTED, description="Words that search takes for each other.")
    relations: list[Predicate] = Field([], description="The names that relations use, with their inverse.")
    articles: list[ArticleEntry] = Field([], description="The texts.")
    entities: list[EntityEntry] = Field([], description="Whom and what they name.")
    figures: list[FigureEntry] = Field([], description="What they count and measure.")
    claims: list[ClaimEntry] = Field([], description="What they state without a number.")
    events: list[EventEntry] = Field([], description="What they date.")
    ignored: list[IgnoredEntry] = Field([], description="Numbers and names that are no record, with the reason.")
    checks: list[CheckEntry] = Field([], description="Arithmetic that should hold between figures.")
    conflicts: list[ConflictEntry] = Field([], description="Why figures disagree, in the curator's words.")

    @property
    def records(self) -> Iterator[RecordEntry]:
        """All entries that have an id of their own."""
        yield from (
            *self.measures,
            *self.articles,
            *self.entities,
            *self.figures,
            *self.claims,
            *self.events,
            *self.checks,
        )
