"""The choices for the claimant of a figure, and for the words that attribute the number to it."""

from collections.abc import Iterator, Sequence

from tui.dossier.dossier import Dossier
from tui.extract import attributions
from tui.extract.attributions import Attributions, SaidWords
from tui.extract.phrases import printed_with
from tui.items.speech import SPEAKERS
from tui.review.candidate_entities import CandidateEntities
from tui.review.choice import Choice, exact_first
from tui.review.form import THE_ARTICLE, RecordForm
from tui.review.named import Named
from tui.review.named import found as found_in
from tui.review.proposals import said_in
from tui.text.safe import visible

_ARTICLE = Choice(
    label="the article itself", about="said by no one else", values={"claimant": THE_ARTICLE, "said": None}
)


class ClaimantChoices:
    """Finds who may be the claimant in the forms of a dossier's drafts."""

    def __init__(self, dossier: Dossier, entities: CandidateEntities) -> None:
        self._dossier, self._entities = dossier, entities

    def claimants(self, form: RecordForm, typed: str) -> list[Choice]:
        """The possible claimants; for nothing typed, only those that can speak and are named in the article."""
        known = [each for each in self._entities.known(form) if typed or _may_speak(each)]
        found = self._entities.ranked(form, "claimant", known, typed)
        offered = [self.claimant(form, each) for each in sorted(found, key=lambda each: not _may_speak(each))]
        new = [
            self.claimant(form, Named(id="", name=name, about="", names=(name,)))
            for name in self._entities.new_names(form, "claimant", typed, found)
        ]
        if typed:
            return exact_first([*([_ARTICLE] if found_in([_ARTICLE.label], typed) else []), *offered], new)
        proposed = {form.draft.record("claimant"), form.draft.text("claimant")}
        likely = [each for each in offered if {each.values["claimant"], each.label} & proposed]
        others = [each for each in offered if each not in likely]
        return [*likely, *new, _ARTICLE, *sorted(others, key=lambda each: each.values["said"] is None)]

    def claimant(self, form: RecordForm, named: Named) -> Choice:
        """The choice of a claimant, with the words that attribute the number, if there are any."""
        new = None if named.id else self._entities.new(form, named.name)
        id = named.id or (new.id if new else "")
        attribution = next(iter(self.attributions(form, id, named.names)), None)
        attributes = attribution is not None and not attribution.doubt
        words = f"“{visible(attribution.words)}”" if attribution else "not named before this"
        remarks = [
            *(["new"] if new else []),
            *([] if _may_speak(named) else [f"{named.about}: cannot speak"]),
            *([attribution.doubt] if attribution and attribution.doubt else []),
            words,
        ]
        return Choice(
            label=named.name,
            about=" · ".join(remarks),
            values={"claimant": id, "said": attribution.words if attribution and attributes else None},
            created=(new.addition,) if new else (),
            asks=new.asks if new else "",
            alike=named.alike,
        )

    def said(self, form: RecordForm, typed: str) -> Iterator[Choice]:
        """The words that may attribute the number to the claimant of a form."""
        claimant, document = form.text("claimant"), self._dossier.documents[form.draft.article]
        if not claimant:
            return
        names = self._entities.names_of(form, claimant)
        offered: dict[str, str] = {}
        for words, doubt in (
            [SaidWords(each) for each in printed_with(document, form.draft.span, typed)]
            if typed
            else self.attributions(form, claimant, names)
        ):
            offered.setdefault(words, doubt)
        for words, doubt in offered.items():
            yield Choice(label=f"“{words}”", about=doubt, values={"said": words})

    def doubt(self, form: RecordForm) -> str:
        """Why the claimant of a form may not be the source of its number, in a sentence; empty if the words say so."""
        claimant, said = form.text("claimant"), form.text("said")
        if not claimant or not said:
            return ""
        names = self._entities.names_of(form, claimant)
        known = {each.words: each.doubt for each in self.attributions(form, claimant, names)}
        mentions = self._entities.mentions(form, claimant, names)
        words, name = visible(said), visible(next(iter(names), claimant))
        match known.get(said, self._attributions_of(form).doubt(said, mentions)):
            case attributions.NO_WORD:
                return f"nothing in “{words}” says that {name} gave this number"
            case attributions.AFTER:
                return f"“{words}” comes only after this number; does {name} speak of it there?"
            case attributions.FAR:
                return f"“{words}” is not near this number; does {name} still speak here?"
        return ""

    def attributions(self, form: RecordForm, entity: str, names: Sequence[str]) -> list[SaidWords]:
        """Words that may attribute the number to an entity; first those that its draft proposes."""
        draft, found = form.draft, self._attributions_of(form).words(self._entities.mentions(form, entity, names))
        said, record = said_in(draft, self._dossier.documents[draft.article]), draft.record("claimant")
        is_proposed = record == entity or (record is None and draft.text("claimant") in names)
        if not said or not is_proposed:
            return found
        return [SaidWords(said), *(each for each in found if each.words != said)]

    def _attributions_of(self, form: RecordForm) -> Attributions:
        return Attributions(self._dossier, form.draft.article, form.draft.span)


def _may_speak(named: Named) -> bool:
    """Whether an entity can state something, as far as its type is known."""
    return not named.about or named.about in SPEAKERS
