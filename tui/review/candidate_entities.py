"""The entities that a field of a form may refer to: those of the catalog, those that are drafts, and new ones."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.catalog import schema
from tui.curate.drafts import Ids, new_id
from tui.curate.edits import Addition
from tui.dossier.dossier import Dossier
from tui.extract.phrases import MOST_PRINTED, begun, places_of
from tui.items.name_kinds import is_country
from tui.languages.language import code_of, known_language
from tui.review.form import Filling, RecordForm
from tui.review.named import ELSEWHERE, Named, ranked
from tui.text.fold import lower_case
from tui.text.span import Span


class NewEntity(NamedTuple):
    """An entity that could be created; its kind, if a draft says it."""

    id: str
    name: str
    kind: str

    @property
    def addition(self) -> Addition:
        """Its entry in the catalog."""
        return "entities", {"id": self.id, "name": self.name, "kind": self.kind or "unnamed"}

    @property
    def asks(self) -> str:
        """Its id, if its kind is to be asked for."""
        return "" if self.kind else self.id


class CandidateEntities:
    """Finds entities for the forms of a dossier's drafts."""

    def __init__(
        self,
        dossier: Dossier,
        catalog: schema.Catalog,
        taken: Ids,
        drafted: Iterable[RecordForm],
        before: Mapping[str, Filling],
    ) -> None:
        self._dossier, self._catalog, self._taken, self._before = dossier, catalog, taken, before
        self._drafted = {form.draft.exact: form for form in drafted}

    def before_in(self, form: RecordForm) -> Filling:
        """What the figure before in the same article holds."""
        return self._before.get(form.draft.article, {})

    def ranked(self, form: RecordForm, key: str, known: Sequence[Named], typed: str) -> list[Named]:
        """The records that are found; for nothing typed, those that the article names, and that of the figure before.

        Those in the sentence of the draft come first.
        """
        before = self.before_in(form).get(key)
        if typed:
            return ranked(known, typed)
        named = [each for each in known if each.near < ELSEWHERE or (each.id and each.id == before)]
        return sorted(ranked(named, ""), key=lambda each: (each.near > 0, not each.id or each.id != before))

    def mentions(self, form: RecordForm, entity: str, names: Iterable[str]) -> list[Span]:
        """Where the article of a form mentions an entity, or prints its names if it is new."""
        article = form.draft.article
        known = [each.span for each in self._dossier.mentions[article] if each.record == entity]
        return known or places_of(self._dossier.documents[article], names)

    def names_of(self, form: RecordForm, entity: str) -> tuple[str, ...]:
        """The names of an entity that the catalog or a form has."""
        return next((each.names for each in self.known(form, entity)), ()) if entity else ()

    def new_names(self, form: RecordForm, key: str, typed: str, found: Sequence[Named]) -> list[str]:
        """The names of entities that could be created: what is typed, else what the draft proposes.

        Of words that the article prints, the beginning is enough.
        """
        document = self._dossier.documents[form.draft.article]
        # Of “Scientists” in a title and “scientists” in the sentence, it is the last.
        begun_by = {lower_case(each): each for each in begun(document, typed, form.draft.span)} if typed else {}
        printed = [*begun_by.values()][:MOST_PRINTED]
        known = {lower_case(name) for each in found for name in each.names}
        names = printed or [typed or _proposed(form, key) or ""]
        return [name for name in names if name[:1].isalnum() and lower_case(name) not in known]

    def new(self, form: RecordForm, name: str) -> NewEntity:
        """A new entity of a name, of the kind that a draft of it says; a country is known by its name."""
        drafted = self._drafted.get(name)
        code = code_of(known_language(self._dossier.articles[form.draft.article].language))
        kind = drafted.text("kind") if drafted else "country" if is_country(name, code) else ""
        return NewEntity(self.new_id(form, name), name, kind)

    def new_id(self, form: RecordForm, name: str) -> str:
        """An id made of a name that neither the catalog nor a form uses."""
        return new_id(name, self._taken | {str(entry["id"]): 1 for _, entry in form.created})

    def known(self, form: RecordForm, only: str = "") -> list[Named]:
        """All entities and the names that are drafts, with how near the draft each is named; new ones have no id.

        With the id of an entity, it alone.
        """
        draft, dossier = form.draft, self._dossier
        document = dossier.documents[draft.article]
        sentence, title, paragraph = (
            document.sentence_around(draft.span),
            document.lines_around(Span(0, 0)),
            document.lines_around(draft.span),
        )
        around = sentence, title, paragraph

        def nearness(spans: Iterable[Span]) -> int:
            near = (at for span in spans for at, part in enumerate((*around, span)) if part.covers(span))
            return min(near, default=ELSEWHERE)

        mentions: dict[str, list[Span]] = {}
        for mention in dossier.mentions[draft.article]:
            mentions.setdefault(mention.record, []).append(mention.span)
        created = [entry for listing, entry in form.created if listing == "entities"]
        known = [
            Named(
                id=entity.id,
                name=entity.name,
                about=entity.type,
                names=(entity.name, entity.short or "", *entity.aliases, *entity.also, entity.id),
                near=nearness(mentions.get(entity.id, [])),
                count=len(dossier.occurrences_of(entity.id)) if entity.id in dossier.entities else 0,
            )
            for entity in (*self._catalog.entities, *map(schema.EntityEntry.model_validate, created))
            if only in ("", entity.id)
        ]
        if only:
            return known
        names = {each.name for each in known}
        for name, drafted in self._drafted.items():
            if name not in names:
                near = nearness(span for article, span in drafted.draft.places if article == draft.article)
                forms = (name, *drafted.listed("aliases"))
                known.append(Named(id="", name=name, about=drafted.text("kind"), names=forms, near=near))
        return known


def _proposed(form: RecordForm, key: str) -> str | None:
    """What a draft proposes for a field, if the catalog has no record for it."""
    return None if form.draft.record(key) else form.draft.text(key)
