"""What a form holds at first: what the text leaves no doubt about. Nothing else is filled in."""

import re
from collections.abc import Iterator

from tui.curate.drafts import Suggestion
from tui.curate.quoting import near
from tui.dossier.dossier import Dossier
from tui.extract.attributions import NEAR
from tui.extract.phrases import found_words
from tui.extract.statements import segment
from tui.items.denial import not_yet
from tui.items.speech import SPEAKERS, speech_in
from tui.items.statement_words import spoken_codes
from tui.languages.language import code_of, known_language
from tui.review.form import THE_ARTICLE, RecordForm
from tui.text.document import Document
from tui.text.sorted_spans import Ordered
from tui.text.span import Span

_QUOTATION = re.compile(r"[\"“”„«»‘‚「」『』]|(?<!\w)'")


class Proposals:
    """Makes the forms of the drafts of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._names: dict[str, Ordered] = {}
        """The names in each article that no record has."""

    def form(self, draft: Suggestion, quote: Span | None = None) -> RecordForm:
        """The form of a draft, with what the text leaves no doubt about. `quote` are the words that were chosen."""
        return RecordForm(draft=draft, values=dict(self._filled(draft)), quote=quote)

    def _filled(self, draft: Suggestion) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        if draft.kind == "entity":
            yield "name", draft.text("name") or draft.exact
            if kind := draft.text("type"):
                yield "kind", kind
            if draft.aliases:
                yield "aliases", draft.aliases
        elif draft.kind == "event":
            if date := draft.text("date"):
                yield "date", date
            yield "when", draft.exact
            yield from ((key, words) for key in ("resolved", "what") if (words := draft.text(key)))
            if who := draft.record("entities"):
                yield "entities", (who,)
        else:
            yield from self._of_figure(draft)

    def _of_figure(self, draft: Suggestion) -> Iterator[tuple[str, str]]:
        for key in ("measure", "subject", "material"):
            if id := draft.record(key):
                yield key, id
        if not self._may_be_planned(draft):
            yield "nature", "reported"
        if (period := draft.text("period")) and (when := draft.text("when")):
            yield from (("period", period), ("when", when))
        claimant, said = draft.record("claimant"), said_in(draft, self._dossier.documents[draft.article])
        if claimant and said:
            yield from (("claimant", claimant), ("said", said))
        elif not self.may_be_attributed(draft):
            yield "claimant", THE_ARTICLE

    def may_be_attributed(self, draft: Suggestion) -> bool:
        """Whether the words around a number may give it to someone: then a person decides who states it.

        They do if they quote, if they have a word that attributes, or if they name anyone but the subject who can
        speak.
        """
        if draft.text("claimant") or draft.text("said"):
            return True
        dossier, article = self._dossier, draft.article
        around = _around(dossier.documents[article], draft.span)
        words = dossier.documents[article][around]
        language = known_language(dossier.articles[article].language)
        # Where the catalog does not give the language, it may be any.
        codes = [code_of(language)] if language else spoken_codes()
        if _QUOTATION.search(words) or any(speech_in(code).may_attribute(words) for code in codes):
            return True
        subject = draft.record("subject")
        named = {each.record for each in dossier.occurrences_in(article).within(around) if each.role == "mention"}
        if any(dossier.entities[id].type in SPEAKERS for id in named if id != subject):
            return True
        if article not in self._names:
            self._names[article] = Ordered(dossier.coverage(article).names)
        return any(not name.overlaps(draft.span) for name in self._names[article].within(around))

    def _may_be_planned(self, draft: Suggestion) -> bool:
        """Whether the clause of a number says that it is not so yet or may be: then a person tells which it is."""
        document, language = self._dossier.documents[draft.article], self._dossier.articles[draft.article].language
        sentence = near(document.sentence_around(draft.span), draft.span)
        code = code_of(known_language(language))
        return not_yet(code).search(document.text, *segment(document.text, sentence, draft.span)) is not None


def said_in(draft: Suggestion, document: Document) -> str | None:
    """The words of a draft that attribute its number, as they are found from its quote; None if it has none."""
    said = draft.fields.get("said")
    return said and ((said.span and found_words(document, said.span, draft.span)) or said.text)


def _around(document: Document, span: Span) -> Span:
    """The paragraph of a number and the one before it, as far as they are near.

    “..., he said.” may be in the sentence after the number, and a poll that it is from in the paragraph before.
    """
    start, end = document.lines_around(span)
    first = max(span.start - NEAR, 0)
    before = document.text[first:start].rstrip().rfind("\n") + 1
    return Span(first + before, min(end, span.end + NEAR))
