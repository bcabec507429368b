"""Finds every number and capitalised name of a text, and whether the catalog accounts for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from tui.dossier.records import Ignored
from tui.quantity.language import known_language
from tui.quantity.number_words import is_number_word
from tui.quantity.words import MONTHS, NUMBER_WORDS
from tui.text.document import Document
from tui.text.span import Disjoint, Span, whether_inside

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier
    from tui.quantity.language import Language

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_COUNTS = "halves dozens hundreds thousands twice double triple".split()

_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*%?"
    # Dates begin with a capital, so that "may" and "march" are words.
    r"|(?<![^\W_])(?:" + "|".join([*_DAYS, *MONTHS]) + r")(?![^\W_])"
    r"|(?<![^\W_])(?i:" + "|".join(sorted({*NUMBER_WORDS, *_COUNTS}, key=len, reverse=True)) + r")(?![^\W_])"
)
_DIGITS_OR_WORD = re.compile(r"(?P<digits>\d+(?:[.,]\d+)*%?)|[〇一二三四五六七八九十百千万萬亿億两兩]{2,}|[^\W\d_]+")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_][^\W_]*(?:[.'’][^\W\d_]+)*\.?")

# Common first words of a sentence, which are not names; nor are words that the dossier also prints in lower case.
_OPENERS = frozenset(
    """
    a about above according after all already also although among an and another any around as at back because
    before behind below besides between both but by can could currently despite due during each either even
    every few finally first for former from further furthermore given had has have he her here his how however i
    if in indeed instead into is it its just last later least less like many may meanwhile more moreover most
    much must my near neither never nevertheless no nobody none nonetheless nor not nothing now of off often on
    once one only or other others otherwise our out over own perhaps rather recently said same says several she
    should similarly since so some still such than that the their them then there therefore these they this
    those though through throughout thus to today together too toward towards under unless unlike until up upon
    was we well were what whatever when where whereas whether which while who whoever whole whom whose why will
    with within without would yesterday yet you your
""".split()
)


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """What the catalog accounts for in one article. `numbers` to `ignored` are counts; spans are sorted."""

    article: str
    numbers: int
    captured: int
    ignored: int
    uncaptured: tuple[Span, ...]
    names: tuple[Span, ...]
    """Capitalised names that are no mention of an entity."""

    @property
    def complete(self) -> bool:
        """Whether all numbers and names are accounted for."""
        return not self.uncaptured and not self.names


class CoverageReader:
    """Reads the coverage of the articles of one dossier."""

    def __init__(self, dossier: "Dossier") -> None:
        self._dossier = dossier
        self._lower_case = words_in_lower_case(document.text for document in dossier.documents.values())
        self._ignored: dict[str, list[Ignored]] = defaultdict(list)
        for entry in dossier.ignored:
            self._ignored[entry.article].append(entry)
        self._captured = _captured(dossier)

    def of(self, article: str) -> Coverage:
        """The coverage of an article."""
        document = self._dossier.documents[article]
        words, ignored_here = self._captured[article], self._ignored[article]
        furniture = [artefact.span for artefact in self._dossier.articles[article].artefacts]
        captured = whether_inside(words)
        ignored = whether_inside([*furniture, *(entry.span for entry in ignored_here if not entry.is_name)])
        named = Disjoint(mention.span for mention in self._dossier.mentions[article])
        unnamed = whether_inside([*furniture, *words, *(entry.span for entry in ignored_here if entry.is_name)])
        language = known_language(self._dossier.articles[article].language)
        numbers = list(numbers_in(document.text, language))
        left = [span for span in numbers if not captured(span)]
        uncaptured = tuple(span for span in left if not ignored(span))
        names = names_in(document, self._lower_case)
        return Coverage(
            article=article,
            numbers=len(numbers),
            captured=len(numbers) - len(left),
            ignored=len(left) - len(uncaptured),
            uncaptured=uncaptured,
            names=tuple(span for span in names if not named.overlaps(span) and not unnamed(span)),
        )


def _captured(dossier: "Dossier") -> dict[str, list[Span]]:
    """The numbers and dates in each article that support records."""
    by_article = {id: list(article.dated_by) for id, article in dossier.articles.items()}
    for article, span in dossier.drafted:
        by_article[article].append(span)
    stated = (source for entity in dossier.entities.values() for each in entity.relations for source in each.sources)
    for source in chain(stated, *(record.evidence for record in dossier.records)):
        by_article[source.article] += filter(None, (source.when, source.number))
    return by_article


def numbers_in(text: str, language: "Language | None" = None) -> Iterator[Span]:
    """Every number in digits or words, ordinal, month and weekday; in English if no language is given."""
    if language is None or language.is_english:
        for match in _NUMBER.finditer(text):
            yield Span(*match.span())
        return
    for match in _DIGITS_OR_WORD.finditer(text):
        if match["digits"] or is_number_word(match[0], language):
            yield Span(*match.span())


def names_in(document: Document, lower_case: frozenset[str]) -> Iterator[Span]:
    """Every capitalised word that can be a name.

    At the start of a sentence, and in a heading set in capitals, a word is not a name if it is a common first word or
    in `lower_case`, the words that the dossier also prints without a capital.
    """
    headings: dict[Span, bool] = {}
    starts = {_first_letter(document.text, span) for span in document.sentences}
    for match in _WORD.finditer(document.text):
        if not match[0][0].isupper():
            continue
        span = Span(*match.span())
        word = match[0].rstrip(".")
        if word in MONTHS or word in _DAYS:
            continue
        opens = span.start in starts or _follows_opening(document.text, span.start)
        sentence = document.sentence_at(span.start)
        if sentence not in headings:
            headings[sentence] = _is_heading(document[sentence])
        lenient = opens or headings[sentence]
        plain = re.split(r"['’]", word)[0].casefold()
        if lenient and (plain in _OPENERS or plain in lower_case):
            continue
        if plain == "i":
            continue
        yield Span(span.start, span.start + len(word)) if word.count(".") == 0 else span


def words_in_lower_case(texts: Iterable[str]) -> frozenset[str]:
    """Every word that the texts print without a capital."""
    return frozenset(word for text in texts for word in re.findall(r"(?<![^\W_])[a-z]+(?![^\W_])", text))


def _first_letter(text: str, span: Span) -> int:
    index = span.start
    while index < span.end and not text[index].isalnum():
        index += 1
    return index


def _follows_opening(text: str, start: int) -> bool:
    """Whether a quotation mark, a colon or a list mark is directly before an offset."""
    return text[max(start - 2, 0) : start].strip()[-1:] in tuple('“"‘(:|•*')


def _is_heading(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > len(words) / 2
