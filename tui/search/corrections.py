"""Which words a misspelt one may mean, the likeliest first."""

from collections.abc import Iterable, Sequence
from math import log10

LONGEST = 64
"""Letters of the longest word that is taken for a misspelling."""

SHORTEST = 4
"""Letters of the shortest word that is taken for a misspelling, or that a misspelling is corrected to."""

COMPARED = 15
"""Words that are compared letter by letter, of those within the number of errors."""

FREQUENCY = 0.07
"""What a word gains that occurs ten times as often: less than any error costs."""

ONE_ERROR = 1.1
"""What a single error costs at most, except for the first letter of a word."""

CLOSE = 0.2
"""What a word may cost more than the likeliest to be found after it."""

_VOWELS = frozenset("aeiouy")
_ALIKE = {frozenset(pair) for pair in "ck cs sz kq gj vw vf pb td mn xs ie ay ei gc dt".split()}
"""Letters that sound alike."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {frozenset(row[i : i + 2]) for row in _ROWS for i in range(len(row) - 1)}
"""Letters beside each other on a keyboard."""

_MOST = {4: 0.85, 5: 1.05, 6: 1.25, 7: 1.25}
"""What the errors in a short word may cost, by its length: with more, it is likely to be another word."""

_MOST_OF_LONG, _MOST_OF_LONGEST = 2.3, 3.0


def max_errors(length: int) -> int:
    """The number of typing errors that are corrected in a word: one from four letters on, two from eight on."""
    if length >= 3 * SHORTEST:
        return 3
    return 2 if length >= 2 * SHORTEST else 1


def is_correctable(word: str) -> bool:
    """Whether a word may be a misspelling."""
    return word.isalpha() and SHORTEST <= len(word) <= LONGEST


def near(word: str, others: Sequence[str], errors: int) -> list[str]:
    """The words within a number of typing errors, the nearest first.

    Never one that `word` is a part of: a part from inside a word finds nothing.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=errors, limit=COMPARED, processor=None)
    return [other for other, _, _ in found if word not in other]


def likeliest(word: str, others: Iterable[tuple[str, int]], strict: bool = True) -> list[tuple[str, float]]:
    """The words that one may mean, each with what its errors cost, the likeliest first.

    `others` are words with the number of entries that contain them; `strict` leaves out what is rather another word.
    """
    costs = {other: cost(word, other) for other, _ in others}
    most = _MOST.get(len(word), _MOST_OF_LONGEST if len(word) >= 3 * SHORTEST else _MOST_OF_LONG)
    ranked = sorted(
        (costs[other] - FREQUENCY * min(log10(1 + entries), 3), other)
        for other, entries in others
        if not strict or costs[other] <= most
    )
    return [(other, price) for price, other in ranked]


def cost(typed: str, meant: str) -> float:
    """What the errors cost that make one word of another: the likelier an error, the less, and about 1 each."""
    before: list[float] = []
    row = [0.0]
    for j in range(1, len(meant) + 1):
        row.append(row[-1] + _lacking(meant, j - 1))
    for i in range(1, len(typed) + 1):
        two_before, before = before, row
        row = [before[0] + _extra(typed, i - 1)]
        for j in range(1, len(meant) + 1):
            one, other = typed[i - 1], meant[j - 1]
            price = before[j - 1] + (0 if one == other else _other(one, other) + 0.3 * (i == 1))
            price = min(price, before[j] + _extra(typed, i - 1), row[j - 1] + _lacking(meant, j - 1))
            if i > 1 and j > 1 and one == meant[j - 2] and typed[i - 2] == other and one != other:
                price = min(price, two_before[j - 2] + 0.7)
            row.append(price)
    return row[-1]


def _lacking(meant: str, i: int) -> float:
    """What it costs that a letter is left out."""
    letter = meant[i]
    if letter in (meant[i - 1 : i], meant[i + 1 : i + 2]):
        return 0.5
    return (0.7 if letter in _VOWELS else 0.8) + 0.3 * (i == 0)


def _extra(typed: str, i: int) -> float:
    """What it costs that there is a letter too many: little if it is doubled after a vowel."""
    letter = typed[i]
    if i and letter == typed[i - 1]:
        return 0.6 if i == 1 or typed[i - 2] in _VOWELS else 0.95
    return 0.85 + 0.3 * (i == 0)


def _other(one: str, other: str) -> float:
    """What it costs that a letter is another one."""
    pair = frozenset((one, other))
    if pair in _ALIKE or pair <= _VOWELS:
        return 0.75
    return 0.9 if pair in _BESIDE else 1.05
