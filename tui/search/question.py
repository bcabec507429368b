"""What counts of a query: the words that tell what is looked for, and the kinds of records that it asks for."""

from collections.abc import Mapping, Sequence

from tui.search.query import Query, Word

FUNCTION_WORDS = frozenset(
    """
    a about actually again all also am an and any anybody anyone anything are as at be been being but by can could did
    do does doing done ever every for from had has have having he her here him his how i if in into is it its itself
    just many may me might most much must my no nobody not of on one or our ours per please quite she should so some
    somebody someone something still such than that the their them themselves then there these they this those though
    to too toward upon very was we were what whatever when where whether which while who whom whose why will with
    would yet you your
    """.split()
)
"""Words that carry no weight beside others."""

ASKED = frozenset(
    """
    about according account anywhere apart ask asked asks believe believed believes big call called calls claim
    claimed claims come comes exactly get gets give given gives go goes going happen happened happening happens
    kind know known knows large like long mean means mention mentioned mentions name old only people percent
    percentage put puts regarding report reported reports said say saying says size sort state stated states tell
    tells think thinking thinks thought told total try trying use used want wanted wants way word words
    """.split()
)
"""Words that carry no weight in a question: they are about the answer, not about what is asked."""

_OPENERS = frozenset(
    """
    am are can could did do does had has have how is may might must shall should was were what when where which who
    whom whose why will would
    """.split()
)
"""Words that a question begins with."""

_GAINS = {
    "when": {"event": 8},
    "where": {"entity": 8, "figure": -20},
    "which": {"entity": 6, "article": -8},
    "who": {"entity": 4, "article": -8},
    "why": {"figure": -20},
}
"""Points, of 100, for the kinds of records that answer a question, by its first word."""

_SAYING = frozenset("says said claims denies thinks believes contradicts disputes".split())
_NATURES = {
    "aim": ["target"],
    "could": ["potential"],
    "might": ["potential"],
    "plan": ["target"],
    "want": ["target"],
    "wants": ["target"],
    "will": ["forecast", "target"],
}
_HOW_MUCH = frozenset("many much big large high".split())


def content_words(words: Sequence[Word]) -> list[Word]:
    """The words that count: all numbers, and those that are no function words or are written in capitals.

    If there are none, all of them count.
    """
    skipped = FUNCTION_WORDS | ASKED if is_question(words) else FUNCTION_WORDS
    content = [word for word in words if word.is_number or word.keys[0] not in skipped or is_acronym(word, words)]
    if not content and skipped is not FUNCTION_WORDS:
        content = [word for word in words if word.keys[0] not in FUNCTION_WORDS]
    return content or list(words)


def is_function_word(word: Word) -> bool:
    """Whether a word has no meaning of its own."""
    return word.keys[0] in FUNCTION_WORDS


def is_acronym(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word is written in capitals, in a query that is not: WHO, IT."""
    return len(word.written) > 1 and word.written.isupper() and not all(each.written.isupper() for each in words)


def gains(query: Query) -> Mapping[str, int]:
    """The points that records of a kind gain or lose as the answer to a question."""
    words = query.words
    if any(key == "by" for key, _ in query.filters):
        # Whom a claimant makes a statement of comes after the statements.
        return {"entity": -25}
    if not is_question(words):
        return {}
    first, second = (word.keys[0] for word in words[:2])
    if first == "how":
        return {"figure": 12} if second in _HOW_MUCH else {}
    if first == "who" and second in _SAYING:
        return {"claim": 8, "figure": 8}
    return _GAINS.get(first, {})


def natures(words: Sequence[Word]) -> frozenset[str]:
    """The natures of the figures that a question asks for: what could be is a potential."""
    return frozenset(nature for word in words for nature in _NATURES.get(word.keys[0], ()))


def is_question(words: Sequence[Word]) -> bool:
    """Whether a query is a question."""
    return len(words) > 2 and words[0].keys[0] in _OPENERS and not is_acronym(words[0], words)
