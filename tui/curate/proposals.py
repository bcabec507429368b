"""What a form holds at first: what the text leaves no doubt about. Nothing else is filled in."""

import re
from collections.abc import Iterator

from tui.curate.attributions import NEAR
from tui.curate.drafts import Suggestion
from tui.curate.form import THE_ARTICLE, RecordForm
from tui.dossier.dossier import Dossier
from tui.items.speech import SPEAKERS
from tui.text.document import Document
from tui.text.sorted_spans import Ordered
from tui.text.span import Span

_QUOTATION = re.compile(r"[\"“”„«»‘‚「」『』]|(?<!\w)'")
_ATTRIBUTES = re.compile(
    r"(?i)\b(?:sa(?:y|ys|id|ying)|told|tells?|accord\w*|claim\w*|report\w*|estimat\w*|announc\w*|stat(?:e[sd]?|ing)"
    r"|expect\w*|forecast\w*|predict\w*|believ\w*|declar\w*|insist\w*|argu\w*|warn\w*|puts?|cit(?:ed|es|ing)|project\w*"
    r"|calculat\w*|sources?|polls?|surveys?|study|studies|statistics|figures|data|he|she|they"
    # German
    r"|sag(?:te?n?|t)|zufolge|laut|nach\s+angaben|erkl\w+|teilte\w*|mit(?:ge)?teil\w*|schätz\w+|berichte\w*"
    r"|bezifferte?n?|umfragen?|studien?|statistik\w*"
    r"|geh(?:t|en)\s+von|rechne\w*|hieß|er|sie"
    # French
    r"|selon|sondages?|études?|chiffres|d[’']après|a\s+(?:dit|déclaré|indiqué|annoncé|affirmé|estimé|précisé)|dit"
    r"|déclare|indiqu\w*|annonce|affirme"
    r"|estime\w*|précise|prévoi\w*|ils?|elles?"
    # Spanish
    r"|según|encuestas?|sondeos?|estudios?|dij(?:o|eron)|dice|declaró|afirm\w+|anunci\w+|estim\w+|indic\w+|señal\w+"
    r"|inform\w+|asegur\w+|prev\w+"
    # Portuguese, Italian
    r"|segundo|pesquisas?|estudos?|sondagg\w*|studi[oa]?|dati|disse\w*|declarou|secondo|ha\s+detto|dichiara\w*)\b"
)


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
            if what := draft.text("what"):
                yield "what", what
        else:
            yield from self._of_figure(draft)

    def _of_figure(self, draft: Suggestion) -> Iterator[tuple[str, str]]:
        for key in ("measure", "subject", "material"):
            if id := draft.record(key):
                yield key, id
        yield "nature", "reported"
        if (period := draft.text("period")) and (when := draft.text("when")):
            yield from (("period", period), ("when", when))
        claimant, said = draft.record("claimant"), draft.text("said")
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
        if _QUOTATION.search(words) or _ATTRIBUTES.search(words):
            return True
        subject = draft.record("subject")
        named = {each.record for each in dossier.occurrences_in(article).within(around) if each.role == "mention"}
        if any(dossier.entities[id].type in SPEAKERS for id in named if id != subject):
            return True
        if article not in self._names:
            self._names[article] = Ordered(dossier.coverage(article).names)
        return any(not name.overlaps(draft.span) for name in self._names[article].within(around))


def _around(document: Document, span: Span) -> Span:
    """The paragraph of a number and the one before it, as far as they are near.

    “..., he said.” may be in the sentence after the number, and a poll that it is from in the paragraph before.
    """
    start, end = document.lines_around(span)
    first = max(span.start - NEAR, 0)
    before = document.text[first:start].rstrip().rfind("\n") + 1
    return Span(first + before, min(end, span.end + NEAR))
