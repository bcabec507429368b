"""What may go into a field of a form: existing values found by what is typed, words of the text, or new records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import get_args

from tui.catalog import schema
from tui.catalog.types import EntityKind, Nature
from tui.curate.drafts import Ids
from tui.dossier.dossier import Dossier
from tui.extract.phrases import places_of
from tui.items.speech import SPEAKERS
from tui.review.candidate_entities import CandidateEntities
from tui.review.choice import UNNAMED, Choice, exact_first
from tui.review.claimant_choices import ClaimantChoices
from tui.review.date_choices import DateChoices
from tui.review.form import Filling, RecordForm
from tui.review.measure_choices import measures_for
from tui.review.named import ELSEWHERE, MOST, Named
from tui.review.named import found as found_in
from tui.review.repeats import filling_of, labelled, repeated, surely_repeated
from tui.text.fold import lower_case

_LAST = 4
"""What puts a record after those that the article names as near, and still before those that it does not name."""

NOTHING: Mapping[str, Filling] = {}

_DATES = ("period", "date")
_FIXED = ("kind", "nature")
"""Fields whose values are always the same: each keeps its place, and its digit."""


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
        self._dossier, self._catalog = dossier, catalog
        self._known = CandidateEntities(dossier, catalog, taken, drafted, before)
        self._claimants = ClaimantChoices(dossier, self._known)

    def of(self, form: RecordForm, key: str, typed: str) -> list[Choice]:
        """The choices for a field, best first; for nothing typed, what the text suggests."""
        typed = " ".join(typed.split())
        choices = list(self._find(form, key, typed))[:MOST]
        if typed or key in _FIXED or _lacks_year(form, key):
            return choices
        # What is there already comes first, else what the form says may be there.
        return sorted(choices, key=lambda each: not (_holds(form, key, each) or _proposes(form, key, each)))

    def like_before(self, form: RecordForm) -> RecordForm | None:
        """A form that holds what the figure before does, where it is wanted; None if nothing of it fits.

        It is given to someone only in words of its own sentence, and to no one only by a person. Its period is that of
        the figure before only if its sentence has no date.
        """
        before = self._known.before_in(form)
        if form.draft.kind != "figure" or not before:
            return None
        document, span = self._dossier.documents[form.draft.article], form.draft.span
        sentence, filled = document[document.sentence_around(span)], form
        for key in {"measure", "subject", "claimant"} & set(form.missing) & before.keys():
            choice = self._same(form, key, str(before[key]))
            if choice and choice.fits and _can_say(choice) and str(choice.values.get("said", "")) in sentence:
                filled = filled.with_values(choice.values, choice.created)
        if not form.values.keys() & {"period", "resolved"} and (dated := self._dates(form).repeated()):
            filled = filled.with_values(dated.values)
        return None if filled is form else filled

    def _same(self, form: RecordForm, key: str, id: str) -> Choice | None:
        """The choice of a measure or an entity by its id."""
        if key == "measure":
            return next((each for each in self.of(form, key, "") if each.values[key] == id), None)
        named = next(iter(self._known.known(form, id) if id else ()), None)
        if named is None:
            return None
        return self._claimants.claimant(form, named) if key == "claimant" else self._entity(form, key, named)

    def typed_at_first(self, form: RecordForm, key: str) -> str:
        """The text that a field is opened with: that of a field that is typed freely."""
        return form.text(key) if key in ("name", "what", "aliases", "scope") else ""

    def cursor(self, form: RecordForm, key: str, typed: str) -> int | None:
        """The index of the choice that Enter takes before any other key: what is there stays, or was typed.

        A date that no digit can take needs no other key either. A new entity is not certain if the article does not
        print its name, and nothing is where something resembles what is typed: “people hired” is not what “people
        killed” means.
        """
        if not typed.strip() and key not in (*form.values, *_DATES):
            return None
        choices = self.of(form, key, typed)
        if not typed.strip():
            if choices and key in _DATES:
                return 0
            return next((index for index, choice in enumerate(choices) if _holds(form, key, choice)), None)
        if not choices or any(choice.alike for choice in choices):
            return None
        document = self._dossier.documents[form.draft.article]
        names = [str(entry["name"]) for listing, entry in choices[0].created if listing == "entities"]
        return 0 if all(places_of(document, [name]) for name in names) else None

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

    def doubt(self, form: RecordForm) -> str:
        """What a person should look at in a form that lode's check does not; empty if there is nothing."""
        return self._claimants.doubt(form)

    def kinds(self, typed: str) -> list[Choice]:
        """The choices for the kind of an entity; what is no other comes first."""
        kinds = found_in([UNNAMED, *(kind for kind in get_args(EntityKind) if kind != UNNAMED)], typed)
        return [Choice(label=kind, values={"kind": kind}) for kind in kinds]

    def _find(self, form: RecordForm, key: str, typed: str) -> Iterable[Choice]:
        match key:
            case "measure":
                before, id_of = str(self._known.before_in(form).get("measure")), partial(self._known.new_id, form)
                return measures_for(self._dossier, self._catalog, form, typed, before, id_of)
            case "subject" | "material" | "entities":
                return self._entities(form, key, typed)
            case "claimant":
                return self._claimants.claimants(form, typed)
            case "figure":
                return self._repeated(form, typed)
            case "said":
                return self._claimants.said(form, typed)
            case "period" | "date":
                return self._dates(form).of(key, typed)
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
        known = [each for each in self._known.known(form) if key != "material" or typed or "material" in each.about]
        if key == "subject":
            # Who says it is rarely what it is about.
            said_by = {*filter(None, (form.text("claimant"), *form.draft.fields.get("claimant", ())[:2]))}
            known = [
                replace(each, near=min(each.near + _LAST, ELSEWHERE)) if {each.id, each.name} & said_by else each
                for each in known
            ]
        found = self._known.ranked(form, key, known, typed)
        offered = [self._entity(form, key, each) for each in found]
        new = [
            self._entity(form, key, Named(id="", name=name, about="", names=(name,)))
            for name in self._known.new_names(form, key, typed, found)
        ]
        none = [Choice(label="none", values={key: None})] if not typed and key == "material" else []
        return exact_first(offered, new) if typed else [*none, *new, *offered]

    def _entity(self, form: RecordForm, key: str, named: Named) -> Choice:
        """The choice of an entity, which is created if it is new."""
        if named.id:
            return Choice(
                label=named.name, about=named.about, values={key: _value(form, key, named.id)}, alike=named.alike
            )
        new = self._known.new(form, named.name)
        about = f"new {new.kind}" if new.kind else "new"
        values: Filling = {key: _value(form, key, new.id)}
        return Choice(label=named.name, about=about, values=values, created=(new.addition,), asks=new.asks)

    # Figures and dates

    def _dates(self, form: RecordForm) -> DateChoices:
        return DateChoices(self._dossier, form, self._known.before_in(form))

    def _repeated(self, form: RecordForm, typed: str) -> Iterator[Choice]:
        """The figures that the number may repeat, with the words that attribute it here."""
        if form.text("figure"):
            yield Choice(label="none", values={"figure": None})
        words, document = lower_case(typed).split(), self._dossier.documents[form.draft.article]
        sentence = document[document.sentence_around(form.draft.span)]
        for label, about, figure in labelled(repeated(self._dossier, form), self._dossier):
            if all(word in lower_case(f"{label} {about}") for word in words):
                claimant = figure.claimant or ""
                said = next(iter(self._claimants.attributions(form, claimant, ())), None) if claimant else None
                # What was said before need not be about this number.
                here = said.words if said and not said.doubt and said.words in sentence else None
                yield Choice(label=label, about=about, values={**filling_of(figure), "said": here})


def _holds(form: RecordForm, key: str, choice: Choice) -> bool:
    """Whether a form holds what a choice fills in; of a date, also what is inferred."""
    held = {**form.values, "resolved": form.text("resolved") or None}
    return key in form.values and all(held.get(each) == choice.values.get(each, "") for each in _compared(key))


def _proposes(form: RecordForm, key: str, choice: Choice) -> bool:
    """Whether a draft proposes a choice for a field that is still empty, which the form says as “perhaps”."""
    proposed = {form.draft.text(key), form.draft.record(key)} - {None}
    return key not in form.values and bool({choice.label, choice.values.get(key)} & proposed)


def _compared(key: str) -> tuple[str, ...]:
    return (key, "resolved") if key in _DATES else (key,)


def _lacks_year(form: RecordForm, key: str) -> bool:
    """Whether a date has no year yet: then what it means is wanted."""
    return key in _DATES and form.text(key).startswith("XXXX") and not form.text("resolved")


def _can_say(choice: Choice) -> bool:
    """Whether a choice is not a claimant, or one with words that attribute, who is not a thing or place."""
    if "said" not in choice.values:
        return True
    kinds = [entry["kind"] for _, entry in choice.created]
    return choice.values["said"] is not None and all(kind in SPEAKERS for kind in kinds)


def _value(form: RecordForm, key: str, id: str) -> str | tuple[str, ...] | None:
    """A field's value after a choice: one that holds several gets it, or loses it."""
    if key != "entities":
        return id
    listed = form.listed(key)
    return tuple(each for each in listed if each != id) or None if id in listed else (*listed, id)
