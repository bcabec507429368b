"""Finds the names of a draft that are misspelt."""

import re
from collections.abc import Iterator
from functools import partial

from tui.catalog.problem import Hints
from tui.items.names import names_in, words_in_lower_case
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span
from tui.verify.context import VerificationContext
from tui.verify.findings import DIFFERS, Finding
from tui.verify.printed import words_in

_CLOSE = 85
"""The similarity, 0 to 100, from which a name may be a misspelling of another."""

_COMPARED = 20_000_000
"""How many times a word is compared with a name before misspellings are no longer looked for."""

_LONG_NAME = 5


def misspelt(context: VerificationContext) -> Iterator[Finding]:
    """The capitalised words of a draft that come close to a word of one entity's name, and that no article prints."""
    from rapidfuzz import fuzz, process

    dossier, draft = context.dossier, context.draft
    owners: dict[str, str] = {}
    for entity in dossier.entities.values():
        for form in filter(None, [entity.name, entity.short, *entity.aliases]):
            for word in re.findall(r"[^\W\d_]+", form):
                if len(word) >= _LONG_NAME and word[0].isupper():
                    owners.setdefault(word, entity.id)
    known, hints = list(owners), Hints(_COMPARED)
    nearest: dict[str, str | None] = {}

    def find(word: str) -> str | None:
        found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_CLOSE)
        return found[0] if found else None

    accepted = {word for entity in dossier.entities.values() for form in entity.also for word in form.split()}
    taken = Disjoint(span for span, _ in context.names.mentions)
    for span in names_in(draft.document, words_in_lower_case([draft.text])):
        word = re.split(r"['’]", draft.text[span.start : span.end])[0]
        if len(word) < _LONG_NAME or word in accepted or taken.overlaps(span) or draft.hidden.overlaps(span):
            continue
        if context.printed.with_all(words_in(word)):
            continue
        if word not in nearest:
            nearest[word] = hints.of(len(known), partial(find, word))
        near = nearest[word]
        # Indian is not a misspelling of India.
        if near is None or word.startswith(near):
            continue
        entity_id = owners[near]
        reason = f"“{word}” is printed in no article; {dossier.entities[entity_id].name} is"
        yield Finding(
            kind="name",
            span=Span(span.start, span.start + len(word)),
            status=DIFFERS,
            reason=reason,
            record=entity_id,
            candidates=(entity_id,),
        )
