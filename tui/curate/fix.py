"""Quotes whose wording was corrected in their article: proposes the new wording, and writes it into the catalog.

A quote is changed only where exactly one passage of the article keeps all of it that carries meaning: its numbers,
signs, units, names, negations, hedges, and words that say that something rose or fell. Everything else stays an error.
Where all quotes of a changed text are there, its `sha256` can be renewed.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tui.catalog import nodes
from tui.catalog.problem import Hints, Mark
from tui.curate.insert import InsertError, change
from tui.curate.yaml import scalar
from tui.dossier.dossier import Dossier
from tui.items.names import words_in_lower_case
from tui.languages.language import ENGLISH, Language, known_language, language_of
from tui.languages.word_patterns import any_of
from tui.numbers.number_words import is_number_word
from tui.printed.direction import is_direction_word
from tui.text.document import Document
from tui.text.fold import fold
from tui.text.nearest import TextToken, corresponding, tokens
from tui.text.quote import Quotes
from tui.text.span import Span

LONGEST = 1_000
"""The longest quote that is looked for, in characters."""

_SIMILAR = 70
"""The least similarity of a passage that is compared word by word, of 100."""

_TRIED = 4
"""How many passages are compared."""

_CHARACTERS = 2_000_000_000
"""How many characters are compared for all quotes together: those after them are left for another run."""

_SENTENCE_ENDS = re.compile(r"[.!?:。]\W{0,8}\Z")
_NEGATION = re.compile(r"\w+n['’]t|neither|nor|none|nobody|nowhere|hardly|barely|un\w+", re.IGNORECASE)


class Fix(NamedTuple):
    """A quote that its article no longer prints, and the wording that it prints instead; or the digest of its text."""

    mark: Mark
    """The place of the quote or the digest in the catalog."""
    article: str
    old: str
    new: str
    is_digest: bool = False
    """Whether it is the `sha256` of a text all of whose quotes are there, as they were or with a new wording."""


def fixes(files: Mapping[str, str], dossier: Dossier) -> list[Fix]:
    """The quotes of a catalog that can be given the wording of their articles, in order.

    `files` are the texts of its files, by their paths relative to its folder. Where very many quotes are missing in
    long articles, only the first are looked for.
    """
    roots = [nodes.read(text.removeprefix("\ufeff"), file) for file, text in files.items()]
    finders: dict[str, _Finder] = {}
    budget = Hints(_CHARACTERS)
    found, lost = [], set()
    for entry in _quoting(roots):
        article, quote = entry["article"], entry["quote"]
        if article not in dossier.documents:
            continue
        if article not in finders:
            finders[article] = _Finder(dossier, article)
        if finders[article].has(quote):
            continue
        if len(quote) <= LONGEST and (new := finders[article].corrected(quote, budget)):
            found.append(Fix(entry.values_at["quote"], article, quote, new))
        else:
            lost.add(article)
    found += [fix for fix in _digests(roots, dossier) if fix.article not in lost]
    return sorted(found, key=lambda fix: fix.mark)


def _digests(roots: Iterable[Any], dossier: Dossier) -> Iterator[Fix]:
    """The digests of texts that have changed, with those that they have now."""
    for entry in (each for root in roots if isinstance(root, nodes.Mapping) for each in root.get("articles") or ()):
        id, old = (entry.get("id"), entry.get("sha256")) if isinstance(entry, nodes.Mapping) else (None, None)
        if isinstance(id, str) and isinstance(old, str) and id in dossier.documents:
            new = sha256(dossier.documents[id].text.encode()).hexdigest()
            if old.lower() != new:
                yield Fix(entry.values_at["sha256"], id, old, new, is_digest=True)


def apply(catalog: Path, chosen: Collection[Fix]) -> None:
    """Writes new wordings into the files of a catalog; every other byte stays.

    Raises InsertError if one of the quotes has changed meanwhile or a file cannot be written; it is then unchanged.
    """
    for file in sorted({fix.mark.file for fix in chosen}):
        own = [fix for fix in chosen if fix.mark.file == file]
        change(catalog.parent / file, partial(rewritten, chosen=own))


def rewritten(text: str, chosen: Collection[Fix]) -> str:
    """A file's text with other wordings for some of its quotes. Raises InsertError if a quote is not where it was."""
    bom = "\ufeff" * text.startswith("\ufeff")
    bare = text.removeprefix(bom)
    scalars = nodes.scalars(bare, next((fix.mark.file for fix in chosen), ""))
    pieces, done = [], 0
    for fix in sorted(chosen, key=lambda fix: fix.mark):
        written = scalars.get(fix.mark)
        if written is None or written.value.rstrip("\n") != fix.old.rstrip("\n"):
            raise InsertError(f"What is on line {fix.mark.line} has been changed in the catalog since; check again.")
        pieces += [bare[done : written.start], scalar(fix.new)]
        done = written.end
    return bom + "".join(pieces) + bare[done:]


def _quoting(node: Any) -> Iterator[nodes.Mapping]:
    """The mappings in a catalog that have a quote and its article."""
    if isinstance(node, nodes.Mapping):
        if isinstance(node.get("quote"), str) and isinstance(node.get("article"), str):
            yield node
        for each in node.values():
            yield from _quoting(each)
    elif isinstance(node, list):
        for each in node:
            yield from _quoting(each)


class _Finder:
    """Finds the passages of one article that quotes may have become."""

    def __init__(self, dossier: Dossier, article: str) -> None:
        self._document: Document = dossier.documents[article]
        self._quotes = Quotes(self._document.text)
        self._lower = words_in_lower_case([self._document.text])
        self._language: Language = known_language(dossier.articles[article].language) or language_of(ENGLISH)
        self._units = {form.casefold() for unit in dossier.units.by_id.values() for form in (unit.id, *unit.written)}

    def has(self, quote: str) -> bool:
        """Whether the article prints a quote."""
        return bool(self._quotes.find(quote).spans)

    def corrected(self, quote: str, budget: Hints) -> str | None:
        """The new wording of a quote that is not there; None if no passage or more than one may be it."""
        return budget.of(_TRIED * len(self._document.text), lambda: self._new_wording(quote))

    def _new_wording(self, quote: str) -> str | None:
        wordings = {self._document[span] for span in self._passages(quote) if self._keeps(quote, self._document[span])}
        if len(wordings) != 1:
            return None
        [wording] = wordings
        found = self._quotes.find(wording)
        return " ".join(wording.split()) if len(found.spans) == 1 and not found.more else None

    def _passages(self, quote: str) -> Iterator[Span]:
        """The most similar passages, whole words each, that keep most words of the quote."""
        from rapidfuzz import fuzz

        text = self._document.text
        for _ in range(_TRIED):
            place = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_SIMILAR)
            if place is None or place.dest_start == place.dest_end:
                return
            span = corresponding(self._document.text, quote, Span(place.dest_start, place.dest_end))
            if span is not None:
                yield span
            # The next best is looked for elsewhere.
            blank = "\n" * (place.dest_end - place.dest_start)
            text = text[: place.dest_start] + blank + text[place.dest_end :]

    def _keeps(self, quote: str, passage: str) -> bool:
        """Whether a passage has all of a quote that carries meaning, in the same order, and nothing added to it."""
        return self._meaning(quote) == self._meaning(passage)

    def _meaning(self, words: str) -> tuple[list[str], list[str]]:
        """The words that carry meaning, and the hedges."""
        hedges = [" ".join(hedge.split()) for hedge in self._hedge.findall(fold(words).casefold())]
        return [token.word for token in tokens(words) if self._matters(token, words)], hedges

    def _matters(self, token: TextToken, words: str) -> bool:
        """Whether a word is, or belongs to, a number, a unit, a name, a negation, a rise or a fall."""
        printed, language = words[slice(*token.span)], self._language
        if not printed.isalpha() and not printed[0].isalpha():
            return True
        plain = token.word
        if plain in self._units or is_number_word(plain, language) or is_direction_word(plain):
            return True
        if plain in language.negations or _NEGATION.fullmatch(plain):
            return True
        opens = token.span.start == 0 or _SENTENCE_ENDS.search(words, 0, token.span.start) is not None
        return printed[0].isupper() and not (opens and plain in self._lower)

    @cached_property
    def _hedge(self) -> re.Pattern[str]:
        hedges = [*self._language.before, *self._language.after, *self._language.unclear]
        words = [fold(hedge) for hedge in hedges if hedge[0].isalpha()]
        return re.compile(rf"(?<![^\W_])(?:{any_of(words)})(?![^\W_])")
