"""The dossier's own words: what a word of a query can mean among them."""

from collections.abc import Sequence
from sqlite3 import Connection

from tui.search.expression import SqlFilter, any_of, quoted
from tui.search.matches import CORRECTED, EXACT, INFLECTED, PREFIX, RESPELT, QueryTerm
from tui.search.query import Word
from tui.search.stopping import check
from tui.search.terms import key_token

ANSWERS = 60
"""Words that a beginning stands for at most, or that share an inflection or a spelling: the most common ones."""

MOST_CORRECTED = 20
"""Words of a query that are looked for among misspellings, each of them in all words of a similar length."""

LONGEST_CORRECTED = 64
"""Letters of a word that is taken for a misspelling at most."""

SHORTEST_CORRECTED = 4
"""Letters that a word has at least to be taken for a misspelling, or to be what was meant."""

SHORTEST_VARIED = 4
"""Letters that a word has at least to be found in other inflections and spellings."""

FUNCTION_WORDS = frozenset(
    """
    a about an and are as at be been by did do does for from had has have how i in into is it its many me much of on
    or so than that the their them then there these they this those to was we were what when where which who whom
    whose why will with would you
    """.split()
)
"""Words that hold a sentence together: beside others, nothing has to hold them."""


class Vocabulary:
    """The words and numbers of an index of so many entries, asked for the words of a query."""

    def __init__(self, connection: Connection, entries: int) -> None:
        self._connection, self._entries = connection, entries

    def wanted(self, words: Sequence[Word]) -> tuple[list[QueryTerm], tuple[str, ...], dict[str, str]]:
        """The words of a query that are somewhere, with what answers them; those that are nowhere or were corrected."""
        telling = [word for word in words if word.is_number or word.keys[0] not in FUNCTION_WORDS] or words
        wanted = []
        missing: dict[str, None] = {}
        corrected: dict[str, str] = {}
        for word in telling:
            check()
            # In a text of many unknown words, most are no misspellings.
            may_be_misspelt = len(missing) + len(corrected) < MOST_CORRECTED
            answers, held = self._numbers(word) if word.is_number else self._words(word, corrected, may_be_misspelt)
            if answers:
                wanted.append(QueryTerm(word, answers, 1 + (self._entries // (1 + held)).bit_length()))
            else:
                missing[word.written] = None
        return wanted, tuple(missing), corrected

    def _numbers(self, word: Word) -> tuple[dict[str, float], int]:
        """The keys of a number that some entry has, and how many entries that are."""
        held = {key: SqlFilter().count(quoted(key_token(key)), self._connection) for key in word.keys}
        return {key: EXACT for key, count in held.items() if count}, sum(held.values())

    def _words(self, word: Word, corrected: dict[str, str], may_be_misspelt: bool) -> tuple[dict[str, float], int]:
        """The dossier's words that a word of the query can mean, and how many entries hold them.

        That is itself, its inflections, other spellings of a name, what it begins, or what it misspells.
        """
        (key,) = word.keys
        answers: dict[str, float] = {}
        held = 0
        base, bone = self._known_forms(key)
        ways = [
            (EXACT, "word = ?", (key,)),
            (INFLECTED, "stem = ?", (base,)),
            (RESPELT, "skeleton = ?", (bone,)),
            (PREFIX, "word > ? AND word < ?", (key, key + "\U0010ffff")),
        ]
        for quality, condition, values in ways:
            most_common = f"SELECT word, entries FROM word WHERE {condition} ORDER BY entries DESC LIMIT {ANSWERS}"
            for other, entries in self._connection.execute(most_common, values):
                if other not in answers:
                    answers[other] = quality
                    held += entries
        if not answers and key.isalpha() and may_be_misspelt:
            answers = dict.fromkeys(self._misspelt(key), CORRECTED)
        elif key not in answers and key[:-1] in answers and key[-1] in ("e", key[-2]):
            # No inflection, though the stem is the same: a letter too many.
            answers = dict.fromkeys(answers, CORRECTED)
        best = max(answers.values(), default=EXACT)
        if best in (RESPELT, CORRECTED):
            shown = [other for other, quality in answers.items() if quality == best]
            corrected[word.written], held = self._most_common(shown)
        return answers, held

    def _most_common(self, words: Sequence[str]) -> tuple[str, int]:
        """Of some words, the one that most entries hold, as it is printed, and how many those are."""
        condition = f"word IN ({', '.join('?' * len(words))})"
        printed = f"SELECT printed, entries FROM word WHERE {condition} ORDER BY entries DESC, word LIMIT 1"
        return self._connection.execute(printed, words).fetchone()  # type: ignore[no-any-return]

    def _known_forms(self, key: str) -> tuple[str | None, str | None]:
        """What a word shares with its inflections, and a name with its other spellings; None where it has none."""
        if not key.isalpha() or len(key) < SHORTEST_VARIED:
            return None, None
        kept = self._connection.execute("SELECT stem, skeleton FROM word WHERE word = ?", (key,)).fetchone()
        if kept is None:
            from tui.search.variants import skeleton, stem

            return stem(key), skeleton(key)
        return kept  # type: ignore[no-any-return]

    def forms(self, word: Word) -> list[str]:
        """The expression for a word in all its forms but its misspellings; none for a number, which has one."""
        answers = {} if word.is_number else self._words(word, {}, may_be_misspelt=False)[0]
        known = {answer: quality for answer, quality in answers.items() if quality > CORRECTED}
        return [any_of(QueryTerm(word, known))] if known else []

    def _misspelt(self, word: str) -> list[str]:
        """The nearest words within one typo of four letters, two of eight; never one that it is an inner part of."""
        if not SHORTEST_CORRECTED <= len(word) <= LONGEST_CORRECTED:
            return []
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        allowed = 2 if len(word) >= 2 * SHORTEST_CORRECTED else 1
        of_length = self._connection.execute(
            "SELECT words FROM spelling WHERE length BETWEEN ? AND ?", (len(word) - allowed, len(word) + allowed)
        )
        others = [other for (words,) in of_length for other in words.split()]
        found = process.extract(word, others, scorer=OSA.distance, score_cutoff=allowed, limit=10, processor=None)
        near = [(distance, other) for other, distance, _ in found if word not in other]
        nearest = [other for distance, other in near if distance == min(near)[0]]
        holding = f"SELECT word FROM word WHERE word IN ({', '.join('?' * len(nearest))}) ORDER BY entries DESC, word"
        return [other for (other,) in self._connection.execute(holding, nearest)]
