"""What counts of a query: the words that tell what is looked for, and the kinds of records that it asks for."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tui.search import dimensions
from tui.search.query import Query, Word

FUNCTION_WORDS = frozenset(
    """
    a about above according actually after again against all also am among an and any anybody anyone anything are as
    at be because been before being below between but by can could did do does doing done during ever every for from
    had has have having he her here him his how i if in into is it its itself just many may me might most much must
    my no nobody not of off on one or our ours out over per please quite she should since so some somebody someone
    something still such than that the their them themselves then there these they this those though through to too
    toward under until upon versus very via vs was we were what whatever when where whether which while who whom
    whose why will with within without would yet you your
    """.split()
)
"""Words that carry no weight beside others."""

_ABOUT_THE_ANSWER = """
    account anywhere apart ask bad best better believe big call claim come exactly get give go good happen high highest
    keep kept kind know large like long low lowest mean mention name old only people put regard report say size sort
    state take taken tell think thought took try use used want way word
"""
"""Words that carry no weight in a question, nor do their inflections: they are about the answer."""

_OPENERS = frozenset(
    """
    am are can could did do does had has have how is may might must shall should was were what when where which who
    whom whose why will would
    """.split()
)
"""Words that a question begins with."""


class Wanted(NamedTuple):
    """What kinds of records a query asks for, with the points, of 100, that they gain or lose."""

    kinds: Mapping[str, int] = MappingProxyType({})
    details: Mapping[str, int] = MappingProxyType({})
    """By the kind of an entity, and the nature of a figure."""


_WANTED = {
    "when": Wanted({"event": 8}),
    "where": Wanted({"figure": -40, "event": -20}, {"place": 12, "deposit": 12, "facility": 12, "country": 2}),
    "which": Wanted({"entity": 6, "article": -8}),
    "who": Wanted({"entity": 4, "article": -8}),
    "why": Wanted({"figure": -20}),
}
"""What a question asks for, by its first word."""

_SAYING = frozenset("says said claims denies thinks believes contradicts disputes".split())
_NATURES = {
    "estimate": "estimate estimates estimated expect expected expects will",
    "forecast": "expect expected expects forecast predict predicted predicts will",
    "potential": "could might potential",
    "target": "aim aims goal plan planned plans target want wants will",
}
"""Words that ask for figures of a nature."""
_AMOUNTS = frozenset(
    """
    amount big estimate far fast figure high highest large long lowest many much number percent percentage rank rate
    share total
    """.split()
)
"""Words after the first one of a question that asks for a figure: how much, what share."""
_NATURE_GAIN = 4


def content_words(words: Sequence[Word]) -> list[Word]:
    """The words that count: all numbers, and those that are not function words or are written in capitals.

    Of a question, those about its answer do not count. If no other words are left, all of them do.
    """
    content = [word for word in words if word.is_number or not is_function_word(word) or is_acronym(word, words)]
    if is_question(words):
        from tui.search.variants import stem

        skipped = {stem(word) for word in _ABOUT_THE_ANSWER.split()}
        measured = [word for word, _ in asked_measures(words)]
        content = [
            word
            for word in content
            if word not in measured and (stem(word.keys[0]) not in skipped or is_acronym(word, words))
        ] or content
    return content or list(words)


def asked_measures(words: Sequence[Word]) -> Iterator[tuple[Word, Word | None]]:
    """The words of a question that say what its answer measures, each with the next: how high, how many people."""
    if is_question(words) and words[0].keys[0] == "how":
        first, second, *_ = [*words[1:], None]
        if first and (first.keys[0] in dimensions.COUNTING or dimensions.asked(first.keys[0])):
            yield first, second
        if second and second.keys[0] in dimensions.COUNTED:
            yield second, None


def is_function_word(word: Word) -> bool:
    """Whether a word has no meaning of its own."""
    return word.keys[0] in FUNCTION_WORDS


def is_acronym(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word is written in capitals, in a query that is not: WHO, IT."""
    return len(word.written) > 1 and word.written.isupper() and not all(each.written.isupper() for each in words)


def wanted(query: Query) -> Wanted:
    """What kinds of records a query asks for."""
    words = query.words
    if any(key == "by" for key, _ in query.filters):
        # Whom a claimant makes a statement of comes after the statements.
        return Wanted({"entity": -25})
    keys = {word.keys[0] for word in words}
    natures = {nature: _NATURE_GAIN for nature, asked in _NATURES.items() if not keys.isdisjoint(asked.split())}
    if not is_question(words):
        return Wanted({}, natures)
    first, second = (word.keys[0] for word in words[:2])
    if first in ("how", "what", "which") and not _AMOUNTS.isdisjoint(word.keys[0] for word in words[1:5]):
        return Wanted({"figure": 12, "entity": -12}, natures)
    if first == "who" and second in _SAYING:
        return Wanted({"claim": 8, "figure": 8}, natures)
    kinds, details = _WANTED.get(first, Wanted())
    return Wanted(kinds, {**details, **natures})


def is_question(words: Sequence[Word]) -> bool:
    """Whether a query is a question."""
    return len(words) > 2 and words[0].keys[0] in _OPENERS and not is_acronym(words[0], words)
