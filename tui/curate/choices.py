"""What may go into a field of a form: existing values found by what is typed, words of the text, or new records."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, get_args

from tui.catalog import schema
from tui.catalog.types import EntityKind, Nature
from tui.curate.choice import Choice
from tui.curate.drafts import Ids, new_id
from tui.curate.edits import Addition
from tui.curate.form import THE_ARTICLE, Filling, RecordForm
from tui.curate.measure_choices import measures_for
from tui.curate.named import MOST, Named, ranked
from tui.curate.named import found as found_in
from tui.curate.phrases import attributions, begun, dates_near, places_of, printed_with
from tui.curate.repeats import filling_of, labelled, repeated, surely_repeated
from tui.dates.edtf import EdtfError, parse
from tui.dossier.dossier import Dossier
from tui.items.speech import SPEAKERS
from tui.text.fold import lower_case
from tui.text.safe import visible
from tui.text.span import Span

NOTHING: Mapping[str, Filling] = {}

_MOST_PRINTED = 3
"""How many words of the article are offered as the name of a new entity at most."""


class Choices:
    """Finds what may go into the fields of the forms of a dossier's drafts."""

    def __init__(
        self,
        dossier: Dossier,
        catalog: schema.Catalog,
        taken: Ids,
        drafted: Iterable[RecordForm],
        before: Mapping[str, Filling] = NOTHING,
    ) -> None:
        """`taken` are the ids in use, `drafted` the forms of names that are drafts themselves.

        What the figure `before` in the same article holds comes first among what its sentence does not name.
        """
        self._dossier, self._catalog, self._taken, self._before = dossier, catalog, taken, before
        self._drafted = {form.draft.exact: form for form in drafted}

    def of(self, form: RecordForm, key: str, typed: str) -> list[Choice]:
        """The choices for a field, best first; for nothing typed, what the text suggests."""
        typed = " ".join(typed.split())
        choices = list(self._find(form, key, typed))[:MOST]
        # What is there already comes first.
        return choices if typed else sorted(choices, key=lambda each: form.values.get(key) != each.values.get(key, ""))

    def _ranked(self, form: RecordForm, key: str, known: Sequence[Named], typed: str) -> list[Named]:
        """The records that are found; for nothing typed, those in the sentence, then that of the figure before."""
        found, before = ranked(known, typed), self._before_in(form).get(key)
        return found if typed else sorted(found, key=lambda each: (each.near > 0, not each.id or each.id != before))

    def _before_in(self, form: RecordForm) -> Filling:
        return self._before.get(form.draft.article, {})

    def like_before(self, form: RecordForm) -> RecordForm | None:
        """A form that holds what the figure before does, where it is wanted; None if nothing of it fits.

        It is given to someone only in words of its own sentence, and to no one only by a person.
        """
        document, span = self._dossier.documents[form.draft.article], form.draft.span
        sentence, before, filled = document[document.sentence_around(span)], self._before_in(form), form
        for key in {"measure", "subject", "claimant"} & set(form.missing) & before.keys():
            same = (each for each in self.of(form, key, "") if each.values[key] == before[key])
            choice = next(same, None)
            if choice and choice.fits and _can_say(choice) and str(choice.values.get("said", "")) in sentence:
                filled = filled.with_values(choice.values, choice.created)
        return None if filled is form else filled

    def typed_at_first(self, form: RecordForm, key: str) -> str:
        """The text that a field is opened with: that of a field that is typed freely."""
        return form.text(key) if key in ("name", "what", "aliases", "scope") else ""

    def is_certain(self, form: RecordForm, key: str, typed: str) -> bool:
        """Whether Enter may take the first choice before any other key: what is there stays, or was typed.

        A new entity is not certain if the article does not print its name, and nothing is where something resembles
        what is typed: “people hired” is not what “people killed” means.
        """
        if not typed.strip():
            return key in form.values
        choices = self.of(form, key, typed)
        if any(choice.alike for choice in choices):
            return False
        first = next(iter(choices), None)
        document = self._dossier.documents[form.draft.article]
        names = [str(entry["name"]) for listing, entry in first.created if listing == "entities"] if first else []
        return first is not None and all(places_of(document, [name]) for name in names)

    def proposed(self, form: RecordForm) -> RecordForm:
        """A form with the measure, subject and claimant that its draft proposes, also where they are new records.

        A field stays empty if the text does not say what a new entity is, or which words attribute the number.
        """
        for key in ("measure", "subject", "claimant") if form.draft.kind == "figure" else ():
            words = form.draft.text(key)
            if key in form.values or not words:
                continue
            alike = (each for each in self._find(form, key, words) if lower_case(each.label) == lower_case(words))
            named = [each for each in alike if each.fits]
            if len(named) == 1 and not named[0].asks and _can_say(named[0]):
                form = form.with_values(named[0].values, named[0].created)
        if form.draft.kind == "figure" and not form.missing and (same := surely_repeated(self._dossier, form)):
            form = form.with_values(filling_of(same))
        return form

    def kinds(self, typed: str) -> list[Choice]:
        """The choices for the kind of an entity."""
        return [Choice(label=kind, values={"kind": kind}) for kind in found_in(get_args(EntityKind), typed)]

    def _find(self, form: RecordForm, key: str, typed: str) -> Iterable[Choice]:
        match key:
            case "measure":
                before, id_of = str(self._before_in(form).get("measure")), partial(self._new_id, form)
                return measures_for(self._dossier, self._catalog, form, typed, before, id_of)
            case "subject" | "material" | "entities":
                return self._entities(form, key, typed)
            case "claimant":
                return self._claimants(form, typed)
            case "figure":
                return self._repeated(form, typed)
            case "said":
                return self._said(form, typed)
            case "period" | "date":
                return self._dates(form, key, typed)
            case "nature":
                return [Choice(label=each, values={key: each}) for each in found_in(get_args(Nature), typed)]
            case "kind":
                return self.kinds(typed)
            case "aliases":
                forms = tuple(filter(None, (" ".join(each.split()) for each in typed.split(","))))
                return [Choice(label=", ".join(forms) or "none", values={key: forms or None})]
        required = any(each.key == key and each.required for each in form.fields)
        if not typed:
            return [] if required else [Choice(label="none", values={key: None})]
        return [Choice(label=typed, values={key: typed})]

    # Entities

    def _entities(self, form: RecordForm, key: str, typed: str) -> list[Choice]:
        known = [each for each in self._known(form) if key != "material" or typed or "material" in each.about]
        if key == "subject":
            # Who says it is rarely what it is about.
            said_by = {*filter(None, (form.text("claimant"), *form.draft.fields.get("claimant", ())[:2]))}
            known = [replace(each, near=each.near + 10) if {each.id, each.name} & said_by else each for each in known]
        found = self._ranked(form, key, known, typed)
        offered = [self._entity(form, key, each) for each in found]
        new = [
            self._entity(form, key, Named(id="", name=name, about="", names=(name,)))
            for name in self._new_names(form, key, typed, found)
        ]
        none = [Choice(label="none", values={key: None})] if not typed and key == "material" else []
        return [*offered, *new] if typed else [*none, *new, *offered]

    def _entity(self, form: RecordForm, key: str, named: Named) -> Choice:
        """The choice of an entity, which is created if it is new."""
        if named.id:
            return Choice(
                label=named.name, about=named.about, values={key: _value(form, key, named.id)}, alike=named.alike
            )
        new = self._new_entity(form, named.name)
        about = f"new {new.kind}" if new.kind else "new"
        values: Filling = {key: _value(form, key, new.id)}
        return Choice(label=named.name, about=about, values=values, created=(new.addition,), asks=new.asks)

    def _new_names(self, form: RecordForm, key: str, typed: str, found: Sequence[Named]) -> list[str]:
        """The names of entities that could be created: what is typed, else what the draft proposes.

        Of words that the article prints, the beginning is enough.
        """
        document = self._dossier.documents[form.draft.article]
        printed = [*dict.fromkeys(begun(document, typed, form.draft.span))][:_MOST_PRINTED] if typed else []
        known = {lower_case(name) for each in found for name in each.names}
        names = printed or [typed or _proposed(form, key) or ""]
        return [name for name in names if name[:1].isalnum() and lower_case(name) not in known]

    def _new_entity(self, form: RecordForm, name: str) -> "_NewEntity":
        drafted = self._drafted.get(name)
        return _NewEntity(self._new_id(form, name), name, drafted.text("kind") if drafted else "")

    def _new_id(self, form: RecordForm, name: str) -> str:
        return new_id(name, self._taken | {str(entry["id"]): 1 for _, entry in form.created})

    def _known(self, form: RecordForm) -> list[Named]:
        """All entities and the names that are drafts, with how near the draft each is named; new ones have no id."""
        draft, dossier = form.draft, self._dossier
        document = dossier.documents[draft.article]
        sentence, paragraph = document.sentence_around(draft.span), document.lines_around(draft.span)

        def nearness(spans: Iterable[Span]) -> int:
            places = (0 if sentence.covers(each) else 1 if paragraph.covers(each) else 2 for each in spans)
            return min(places, default=9)

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
        ]
        names = {each.name for each in known}
        for name, drafted in self._drafted.items():
            if name not in names:
                near = nearness(span for article, span in drafted.draft.places if article == draft.article)
                forms = (name, *drafted.listed("aliases"))
                known.append(Named(id="", name=name, about=drafted.text("kind"), names=forms, near=near))
        return known

    # Who says it

    def _claimants(self, form: RecordForm, typed: str) -> Iterator[Choice]:
        itself = "the article itself"
        article = Choice(label=itself, about="said by no one else", values={"claimant": THE_ARTICLE, "said": None})
        speakers_first = [
            each if each.about in SPEAKERS else replace(each, near=each.near + 10) for each in self._known(form)
        ]
        found = self._ranked(form, "claimant", speakers_first, typed)
        offered = [self._claimant(form, each) for each in found]
        new = [
            self._claimant(form, Named(id="", name=name, about="", names=(name,)))
            for name in self._new_names(form, "claimant", typed, found)
        ]
        if typed:
            yield from [*([article] if found_in([itself], typed) else []), *offered, *new]
        else:
            proposed = {form.draft.record("claimant"), form.draft.text("claimant")}
            told = [each for each in offered if {each.values["claimant"], each.label} & proposed]
            yield from [*told, *new, article, *(each for each in offered if each not in told)]

    def _claimant(self, form: RecordForm, named: Named) -> Choice:
        """The choice of a claimant, with the words that name it."""
        new = None if named.id else self._new_entity(form, named.name)
        id, name, names = named.id or (new.id if new else ""), named.name, named.names
        proposed = form.draft.text("said") if form.draft.record("claimant") in (id, None) else None
        proposed = proposed if form.draft.record("claimant") == id or form.draft.text("claimant") == name else None
        words = proposed or next(self._attributions(form, id, names), None)
        about = f"“{visible(words)}”" if words else "not named before this"
        return Choice(
            label=name,
            about=f"new · {about}" if new else about,
            values={"claimant": id, "said": words},
            created=(new.addition,) if new else (),
            asks=new.asks if new else "",
            alike=named.alike,
        )

    def _said(self, form: RecordForm, typed: str) -> Iterator[Choice]:
        claimant, draft = form.text("claimant"), form.draft
        if not claimant:
            return
        if typed:
            for each in printed_with(self._dossier.documents[draft.article], draft.span, typed):
                yield Choice(label=f"“{each}”", values={"said": each})
            return
        names = next((each.names for each in self._known(form) if each.id == claimant), ())
        offered = [*self._attributions(form, claimant, names)]
        if draft.record("claimant") == claimant and (proposed := draft.text("said")):
            offered.insert(0, proposed)
        yield from (Choice(label=f"“{words}”", values={"said": words}) for words in dict.fromkeys(offered))

    def _attributions(self, form: RecordForm, entity: str, names: Iterable[str]) -> Iterator[str]:
        """Words that may give the number to an entity."""
        article = form.draft.article
        document = self._dossier.documents[article]
        known = [each.span for each in self._dossier.mentions[article] if each.record == entity]
        return attributions(document, known or places_of(document, names), form.draft.span)

    def _repeated(self, form: RecordForm, typed: str) -> Iterator[Choice]:
        """The figures that the number may repeat, with the words that attribute it here."""
        if form.text("figure"):
            yield Choice(label="none", values={"figure": None})
        words, document = lower_case(typed).split(), self._dossier.documents[form.draft.article]
        sentence = document[document.sentence_around(form.draft.span)]
        for label, about, figure in labelled(repeated(self._dossier, form), self._dossier):
            if all(word in lower_case(f"{label} {about}") for word in words):
                said = next(self._attributions(form, figure.claimant, ()), None) if figure.claimant else None
                # What was said before need not be about this number.
                here = said if said and said in sentence else None
                yield Choice(label=label, about=about, values={**filling_of(figure), "said": here})

    # Dates

    def _dates(self, form: RecordForm, key: str, typed: str) -> Iterator[Choice]:
        document, draft = self._dossier.documents[form.draft.article], form.draft
        found = {
            date: span
            for date, span in dates_near(document, draft.span).items()
            if key == "date" or not span.overlaps(draft.span)
        }
        for date, span in found.items():
            if lower_case(typed) in date or lower_case(typed) in lower_case(document[span]):
                yield Choice(label=date, about=f"“{document[span]}”", values={key: date, "when": document[span]})
        if typed and typed not in found and _is_date(typed):
            when = draft.exact if key == "date" else None
            yield Choice(
                label=typed, about="in the words of the draft" if when else "", values={key: typed, "when": when}
            )
        if not typed:
            # Of an event, that it has no date is a decision.
            none: Filling = {"date": "", "when": draft.exact} if key == "date" else {key: None, "when": None}
            yield Choice(label="none", values=none)


class _NewEntity(NamedTuple):
    """An entity that could be created; its kind, if a draft says it."""

    id: str
    name: str
    kind: str

    @property
    def addition(self) -> Addition:
        return "entities", {"id": self.id, "name": self.name, "kind": self.kind or "unnamed"}

    @property
    def asks(self) -> str:
        """Its id, if its kind is to be asked for."""
        return "" if self.kind else self.id


def _can_say(choice: Choice) -> bool:
    """Whether a choice is not a claimant, or one with words that attribute, who is not a thing or place."""
    if "said" not in choice.values:
        return True
    kinds = [entry["kind"] for _, entry in choice.created]
    return choice.values["said"] is not None and all(kind in SPEAKERS for kind in kinds)


def _proposed(form: RecordForm, key: str) -> str | None:
    """What a draft proposes for a field, if the catalog has no record for it."""
    return None if form.draft.record(key) else form.draft.text(key)


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def _value(form: RecordForm, key: str, id: str) -> str | tuple[str, ...] | None:
    """A field's value after a choice: one that holds several gets it, or loses it."""
    if key != "entities":
        return id
    listed = form.listed(key)
    return tuple(each for each in listed if each != id) or None if id in listed else (*listed, id)
