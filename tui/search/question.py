"""What a query asks for: which of its words count, and what its answer is like."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.search import dimensions
from tui.search.query import Query, Word

if TYPE_CHECKING:
    from tui.search.superlatives import SortOrder

FUNCTION_WORDS = frozenset(
    """
    a about above according across actually after again against all along also am among an and any anybody anyone
    anything are around as at be because been before being below beside besides between beyond but by can could did
    do does doing done down during ever every for from had has have having he her here him his how i if in into is
    it its itself just many may me might most much must my near no nobody not of off on one onto or our ours out
    over per please quite she should since so some somebody someone something still such than that the their them
    themselves then there these they this those though through to too toward towards under until up upon versus very
    via vs was we were what whatever when where whether which whichever while who whom whose why will with within
    without would yet you your
    """.split()
)
"""Words that carry no weight beside others."""

_ABOUT_THE_ANSWER = """
    account anywhere apart ask bad become believe best better big bigger bring call claim come exactly fewer get
    give go good greater happen high higher keep kept kind know large larger less like long low lower mean mention
    name old only people put regard report say size smaller sort speak state suppose take taken tell think thought
    today took try use used want way word
"""
"""Words that carry no weight in a question, nor do their inflections: they are about the answer."""

_OPENERS = frozenset(
    """
    am are can could did do does had has have how is may might must shall should was were what when where which who
    whom whose why will would
    """.split()
)
"""Words that a question begins with."""

_NEGATIONS = frozenset("no nobody none nor not nothing never without cannot cant didnt doesnt dont hasnt isnt".split())
"""Words that ask for what is denied."""

DENYING = (*sorted(_NEGATIONS), "denied", "denies", "deny", "lack", "lacks", "neither")
"""Words of entries that deny something."""

_CHANGE = {dimensions.CHANGE: 9}
"""By how much it rose: more than changes lose where an amount is asked for."""

_AMOUNT = {"figure": 12, "entity": -12, "article": -12, dimensions.CHANGE: -8}
"""How much was spent: not by how much it rose."""

_POINTS: Mapping[str, Mapping[str, int]] = {
    "when": {"event": 8, "article": -12},
    "where": {"figure": -40, "event": -20, "article": -12, "place": 12, "deposit": 12, "facility": 12, "country": 2},
    "which": {"entity": 6, "article": -12},
    "who": {"person": 6, "company": 5, "government": 5, "organization": 5, "country": 4, "article": -12},
    "why": {"figure": -20, "article": -12},
}
"""What a question asks for, by its first word: the points, of 100, that entries with a trait gain or lose.

A trait is the kind of a record, the type of an entity, or the nature of a figure.
"""

_ABOUT_KINDS: Mapping[str, Mapping[str, int]] = {
    word: points
    for words, points in (
        ("chronology date dates event events timeline", {"event": 20, "entity": -40}),
        ("claims quote quotes statement statements", {"claim": 20, "entity": -40}),
        (
            "data estimate estimates figure figures number numbers statistic statistics total",
            {"figure": 8, "entity": -25},
        ),
        ("compare compared comparison difference versus vs", {"figure": 8, "entity": -25}),
    )
    for word in words.split()
}
"""Words for a kind of records, or for comparing some, and the points that entries gain or lose then."""

_BETWEEN = ("versus", "vs")
"""Words that separate the sides of a comparison."""

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
    amount big estimate far fast figure high large long many much number percent percentage rank rate share total
    """.split()
)
"""Words after the first one of a question that ask for a figure: how much, what share."""
_RANKS = frozenset(["rank", "ranked", "ranks"])
"""Words anywhere in a question that ask for a figure: where does Russia rank."""
_NATURE_GAIN = 4


class Asked(NamedTuple):
    """What a query asks for."""

    content: tuple[Word, ...] = ()
    """The words to find."""
    acronyms: frozenset[Word] = frozenset()
    """Those of them that are only found in capitals: WHO is not who."""
    measures: tuple[tuple[Word, Word | None], ...] = ()
    """The words that say what the answer measures, each with the next: how high, how many people."""
    hints: tuple[tuple[Word, tuple[str, ...]], ...] = ()
    """Words about the answer, each with the words that an entry may have for it: largest, not."""
    points: Mapping[str, int] = MappingProxyType({})
    """The points that entries with a trait gain or lose."""
    order: "SortOrder | None" = None
    """The order of which the first is asked for."""
    compared: tuple[tuple[Word, ...], ...] = ()
    """The words of each side of a comparison: x vs y."""
    is_question: bool = False
    is_about: bool = False
    """Whether what the query names is what it is about, and not its answer."""


def asked_by(query: Query) -> Asked:
    """What a query asks for."""
    query = query._replace(words=_in_english(query.words))
    words = query.words
    keys = [word.keys[0] for word in words]
    if len(words) < 2:
        return asked_as_filter(query)._replace(points=_points(query, keys, None))
    from tui.search.superlatives import superlatives

    found = [each for each in superlatives(keys) if not is_acronym(words[each.places[0]], words)]
    adjectives = [Word(words[each.places[0]].written, (each.adjective,)) for each in found if each.adjective]
    measuring = [word for word in adjectives if dimensions.asked(word.keys[0])]
    about = {words[place] for each in found for place in each.places}
    about |= {word for word in words if word.keys[0] in _ABOUT_KINDS}
    is_about = is_question(words) or bool(about) or any(is_possessive(word) for word in words[:-1])
    content = [word for word in _without_fillers(words, is_about) if word not in about]
    content += [word for word in adjectives if word not in measuring]
    if found and not content and any(key in _ABOUT_KINDS for key in keys):
        return Asked(points=_points(query, keys, None), order=found[0].order, is_about=True)
    if not content or all(is_function_word(word) for word in content):
        return asked_as_filter(query)._replace(points=_points(query, keys, None))
    hints = [(word, (*word.keys, *dimensions.asked(word.keys[0]))) for word in words if word in about]
    hints += [(word, DENYING) for word in words if word.keys[0] in _NEGATIONS][:1]
    order = found[0].order._replace(mixes=bool(measuring)) if found else None
    return Asked(
        content=tuple(content),
        acronyms=_acronyms(words),
        measures=(*asked_measures(words), *((word, None) for word in measuring)),
        hints=tuple(hints),
        points=_points(query, keys, order),
        order=order,
        compared=_compared(words, content),
        is_question=is_question(words),
        is_about=is_about,
    )


def _in_english(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a query, with English question words if it is a question in another language."""
    if len(words) < 3 or words[0].is_number or words[0].keys[0] in _OPENERS:
        return words
    from tui.search.question_words import in_english

    return in_english(words)


def _compared(words: Sequence[Word], content: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The words of each side of a comparison, which “vs” separates; nothing if there are not two sides."""
    i = next((i for i, word in enumerate(words) if word.keys[0] in _BETWEEN), 0)
    sides = tuple(tuple(word for word in side if word in content) for side in (words[:i], words[i + 1 :]))
    return sides if all(sides) else ()


def asked_as_filter(query: Query) -> Asked:
    """What a query asks for if it is a filter: all its words, except those that are about the answer of a question."""
    words, question = query.words, is_question(query.words)
    content = _without_fillers(words, question) or _without_fillers(words, False) or words
    measures = tuple(asked_measures(words))
    return Asked(tuple(content), _acronyms(words), measures, is_question=question)


def _acronyms(words: Sequence[Word]) -> frozenset[Word]:
    return frozenset(word for word in words if is_function_word(word) and is_acronym(word, words))


def _without_fillers(words: Sequence[Word], is_about: bool) -> list[Word]:
    """The words that are not function words, and if the query is about its answer, say more than that."""
    content = [word for word in words if word.is_number or not is_function_word(word) or is_acronym(word, words)]
    if not is_about:
        return content
    from tui.search.variants import stem

    skipped = {stem(word) for word in _ABOUT_THE_ANSWER.split()}
    measured = [word for word, _ in asked_measures(words)]
    return [
        word
        for word in content
        if word not in measured and (stem(word.keys[0]) not in skipped or is_acronym(word, words))
    ]


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


def is_possessive(word: Word) -> bool:
    """Whether a word asks for something of what it names: Putin’s spokesman."""
    return word.written.lower().endswith(("'s", "’s", "s'", "s’"))


def is_question(words: Sequence[Word]) -> bool:
    """Whether a query is a question."""
    return len(words) > 2 and words[0].keys[0] in _OPENERS and not is_acronym(words[0], words)


def _points(query: Query, keys: Sequence[str], order: "SortOrder | None") -> Mapping[str, int]:
    """The points that entries with a trait gain or lose."""
    if any(key == "by" for key, _ in query.filters):
        # The statements of a claimant come before the entities that they are about.
        return {"entity": -25}
    asked = [_asked_by(query.words, keys, order), *(_ABOUT_KINDS[key] for key in keys if key in _ABOUT_KINDS)]
    asked += ({nature: _NATURE_GAIN} for nature, words in _NATURES.items() if not {*words.split()}.isdisjoint(keys))
    asked += (_CHANGE for key in keys if dimensions.CHANGE in dimensions.asked(key))
    traits = {trait for each in asked for trait in each}
    return {trait: max((each.get(trait, 0) for each in asked), key=abs) for trait in traits}


def _asked_by(words: Sequence[Word], keys: Sequence[str], order: "SortOrder | None") -> Mapping[str, int]:
    """What the first words of a question ask for, and a superlative of values."""
    if order and order.by == "value":
        return _AMOUNT
    if not is_question(words):
        return {}
    asks_how_much = keys[0] in ("how", "what", "which") and not _AMOUNTS.isdisjoint(keys[1:5])
    if asks_how_much or not _RANKS.isdisjoint(keys) or any(asked_measures(words)):
        return _AMOUNT
    if keys[0] == "who" and keys[1] in _SAYING:
        return {"claim": 8, "figure": 8}
    return _POINTS.get(keys[0], {})
