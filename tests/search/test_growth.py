"""The time of a query is bounded, whatever the query and the texts are, and a query can be cancelled."""

from collections.abc import Callable
from sqlite3 import connect

import pytest

from tests.conftest import Linked
from tests.growth import CountedInt, assert_nearly_linear, comparisons
from tui.dossier.dossier import Dossier
from tui.search.builder import build
from tui.search.cancellation import CancelledError, cancelled_when
from tui.search.index import Index
from tui.search.matching import EXACT, Match
from tui.search.open import search_in_memory
from tui.search.query import MAX_CHARACTERS, MAX_WORDS, QueryError, Word
from tui.search.question import Asked
from tui.search.ranking import FieldMatches, score
from tui.search.search import Search
from tui.search.vocabulary import MAX_CORRECTED, MAX_FORMS, Vocabulary
from tui.text.document import LONGEST_PASSAGE
from tui.text.span import Span

SHORT = "the of to in is a it that on us".split()
"""Words that may each be an abbreviation: a phrase of n of them can be spelt in 2 to the power of n ways."""


def phrase(count: int) -> str:
    """A phrase with this number of short words."""
    return " ".join(SHORT[number % len(SHORT)] for number in range(count))


@pytest.fixture
def search_text(linked: Linked) -> Callable[..., Search]:
    """Returns a search in a dossier whose one article has this text."""
    return lambda text: search_in_memory(linked("", a=text))


# Phrases


@pytest.mark.parametrize("count", [5, 18, 30, MAX_WORDS])
def test_a_phrase_of_any_length_is_found_and_excluded(search_text: Callable[..., Search], count: int) -> None:
    spelt = phrase(count).replace("us", "U.S.", 1)
    search = search_text(f"{spelt} and silt.\n{phrase(count)[:-2]}\nSalt and silt.")
    (hit,) = search.find(f'"{phrase(count)}"').hits
    assert hit.text == f"{spelt} and silt."
    assert [hit.text[mark.start : mark.end] for mark in hit.marks] == [spelt]
    assert len(search.passages(f'"{phrase(count)}"', 9)) == 1
    left = {hit.text for hit in search.find(f'silt -"{phrase(count - 1)}"').hits}
    assert "Salt and silt." in left and f"{spelt} and silt." not in left


def test_a_long_phrase_is_exact(search_text: Callable[..., Search]) -> None:
    words = phrase(20).split()
    search = search_text(" ".join([*words[10:], *words[:9], "silt", words[9]]))
    assert search.find(" ".join(words)).total == 1
    assert search.find(f'"{" ".join(words)}"').total == 0


@pytest.mark.parametrize("quoted", [True, False])
def test_a_sentence_without_spaces_is_found(search_text: Callable[..., Search], quoted: bool) -> None:
    sentence = "ロシアは希土類の埋蔵量で世界第五位である" * 9
    search = search_text(f"塩と泥。{sentence}。塩。")
    (hit,) = search.find(f'"{sentence}"' if quoted else sentence).hits
    assert hit.text == f"{sentence}。"


# Long lines


@pytest.mark.parametrize("word", ["salt ", "塩"])
def test_a_very_long_line_is_found_in_passages(linked: Linked, word: str) -> None:
    text = f"{word * 3_000}The silt comes to 12 tons {word * 3_000}Mud"
    entities = "entities: [{id: silt, name: silt, kind: material}, {id: mud, name: Mud, kind: material}]\n"
    search = search_in_memory(linked(entities, a=text))
    for query, words in (
        ("silt kind:passage", "silt"),
        ("12 tons", "12 tons"),
        ("silt kind:entity", "silt"),
        ("mud", "Mud"),
    ):
        for hit in search.find(query).hits:
            entry = hit.entry
            assert entry.span and entry.around and words in hit.text
            assert len(hit.text) <= LONGEST_PASSAGE
            assert hit.text == text[entry.around.start : entry.around.end]
    (article,) = search.find("kind:article").hits
    assert article.text == text[: len(article.text)] and len(article.text) <= LONGEST_PASSAGE
    for _, marks in search.passages("silt", 9):
        assert [text[mark.start : mark.end] for mark in marks] == ["silt"]


# Bounds


@pytest.mark.parametrize(
    "query",
    [
        " ".join(f"w{number}" for number in range(MAX_WORDS + 1)),
        f'"{phrase(MAX_WORDS + 1)}"',
        f'-"{phrase(MAX_WORDS + 1)}"',
        " ".join(f'"a{number} b" -c{number}' for number in range(MAX_WORDS // 3 + 1)),
        " ".join(f">{number}t" for number in range(MAX_WORDS + 1)),
        "年" * (MAX_WORDS + 1) + "月",
    ],
)
def test_a_query_of_too_many_words_is_refused(search: Search, query: str) -> None:
    if query.startswith("年"):
        query = f'"{query}"'
    with pytest.raises(QueryError, match=r"^a query has at most 200 words and filters, and this one has 20\d; leave"):
        search.find(query)


@pytest.mark.parametrize("part", ["a", "russia ", "9", '"', "-", "kind:figure ", "オ", "\u0301", " ", ">", "year:"])
def test_a_query_of_too_many_characters_is_refused(search: Search, part: str) -> None:
    query = part * (MAX_CHARACTERS // len(part) + 1)
    with pytest.raises(QueryError, match=r"^a query has at most 2,000 characters, and this one has 2,00\d; leave"):
        search.find(query)


@pytest.mark.parametrize(
    "part", ["rare ", '"rare earth" ', "-china ", "kind:figure ", "-by:usgs ", "year:2024 ", ">3Mt ", "44m "]
)
def test_repeated_words_do_not_change_the_result(search: Search, part: str) -> None:
    often, once = search.find(part * (MAX_CHARACTERS // len(part))), search.find(part)
    assert often.hits == once.hits and often.total == once.total


def test_the_largest_query_is_answered(dossier: Dossier, search: Search) -> None:
    words = sorted({word for document in dossier.documents.values() for word in document.text.split()}, key=len)
    short = list(dict.fromkeys(word for word in words if word.isalpha()))
    for query in (
        " ".join(short[:MAX_WORDS]),
        " ".join(f"-{word}" for word in short[:MAX_WORDS]),
        " ".join(f'"{word}"' for word in short[: MAX_WORDS - 20]),
        f'"{" ".join(short[:MAX_WORDS])}"',
        " ".join(f">{number}t" for number in range(MAX_WORDS)),
        "x" * MAX_CHARACTERS,
        "9" * MAX_CHARACTERS,
    ):
        assert search.find(query, 100).total >= 0


# The vocabulary


def test_only_the_most_common_words_with_one_stem_match(search_text: Callable[..., Search]) -> None:
    alike = ["siltt" + "t" * number for number in range(3 * MAX_FORMS)]
    search = search_text("\n".join([*alike, alike[7], alike[7]]))
    (term,) = search._vocabulary.resolve(Asked((Word("silt", ("silt",)),))).terms
    assert alike[7] in term.forms
    assert len(term.forms) <= 4 * MAX_FORMS


def test_only_the_first_unknown_words_are_corrected(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_for: list[str] = []
    monkeypatch.setattr(Vocabulary, "_corrections", lambda self, word: looked_for.append(word) or [])
    words = [f"wqx{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(MAX_WORDS)]
    assert search.find(" ".join(words)).missing == tuple(words)
    assert looked_for == words[:MAX_CORRECTED]


def test_a_very_long_word_is_not_corrected(search_text: Callable[..., Search]) -> None:
    search = search_text(f"silt {'silt' * 20}")
    assert search.find("siltt").corrected == {"siltt": "silt"}
    assert search.find("silt" * 20 + "x").missing == ("silt" * 20 + "x",)


# Steps


def steps(search: Search, work: Callable[[], object]) -> int:
    """The number of steps that SQLite takes for some work."""
    total = 0

    def count() -> None:
        nonlocal total
        total += 1

    search.index._connection.set_progress_handler(count, 1)
    try:
        work()
    finally:
        search.index._connection.set_progress_handler(None, 1)
    return total


QUERIES = [
    "silt",
    "slit",
    "si",
    "salt silt lake",
    "silt -lake",
    '"silt of the lake"',
    f'"{phrase(18)}"',
    f'silt -"{phrase(18)}"',
    "12 tons",
    '"12 tons of silt"',
    "article:a silt",
    " ".join(f"wqx{chr(97 + number)}" for number in range(26)),
]


@pytest.mark.sample(4)
@pytest.mark.parametrize("query", QUERIES)
def test_a_query_takes_time_in_proportion_to_the_passages(linked: Linked, query: str) -> None:
    def count(passages: int) -> int:
        lines = (f"Line {number}: {phrase(18)}, 12 tons of silt of the lake and salt." for number in range(passages))
        dossier = linked("", a="\n".join(lines))
        connection = connect(":memory:")
        build(connection, dossier)
        search = Search(Index(connection), dossier.text_of)
        return steps(search, lambda: (search.find(query), search.filter(query, {"passage"}), search.passages(query, 9)))

    assert_nearly_linear(count, 60)


def test_the_closest_occurrences_of_many_words_are_found_in_one_pass() -> None:
    def count(words: int) -> int:
        # Each word in turn, three times over.
        spans = [Span(CountedInt(5 * place), CountedInt(5 * place + 3)) for place in range(3 * words)]
        matches = [Match(span, place % words, EXACT) for place, span in enumerate(spans)]
        return comparisons(lambda: score([FieldMatches(0.6, 15 * words, matches)], dict.fromkeys(range(words), 1.0)))

    assert_nearly_linear(count, 50)


def test_the_closest_occurrences_decide_the_score() -> None:
    def places(*at: tuple[int, int]) -> list[Match]:
        return [Match(Span(start, start + 3), number, EXACT) for start, number in at]

    def scored(*at: tuple[int, int]) -> float:
        return score([FieldMatches(0.6, 500, places(*at))], dict.fromkeys(range(3), 1.0))

    near = scored((100, 0), (104, 1), (108, 2))
    assert scored((0, 0), (50, 1), (100, 0), (104, 1), (108, 2), (300, 0)) == near
    assert scored((0, 1), (100, 0), (104, 2), (108, 1)) == near
    assert scored((0, 0), (50, 1), (100, 2)) < scored((0, 0), (20, 1), (40, 2)) < near


# Giving up


class Checks:
    """Counts the checks for cancellation, and cancels at the last one."""

    def __init__(self, last: int = -1) -> None:
        self.count, self._last = 0, last

    def __call__(self) -> bool:
        self.count += 1
        return self.count == self._last


QUERY_METHODS: dict[str, Callable[[Search, str], object]] = {
    "find": lambda search, query: search.find(query, 100),
    "filter": lambda search, query: search.filter(query, {"passage"}),
    "passages": lambda search, query: search.passages(query, 9),
}


@pytest.mark.parametrize("query", ["silt lake -salt", "slit", f'"{phrase(18)}"'])
@pytest.mark.parametrize("method", QUERY_METHODS)
def test_a_query_can_be_cancelled_at_any_point(search_text: Callable[..., Search], method: str, query: str) -> None:
    ask, search = QUERY_METHODS[method], search_text(f"Salt and {phrase(18)}.\nSilt of the lake.\n" * 5)
    checks = Checks()
    with cancelled_when(checks):
        ask(search, query)
    assert checks.count
    for last in range(1, checks.count + 1):
        search._candidates._phrase_rows.clear()
        with cancelled_when(Checks(last)), pytest.raises(CancelledError):
            ask(search, query)


@pytest.mark.parametrize("query", ["silt", f'-"{phrase(18)}"'])
def test_cancellation_is_checked_at_each_passage(search_text: Callable[..., Search], query: str) -> None:
    search, checks = search_text(f"Silt and {phrase(18)}.\n" * 50), Checks()
    with cancelled_when(checks):
        search.find(query)
    assert checks.count > 50


def test_sqlite_is_interrupted(search: Search) -> None:
    search.index.enable_cancellation()
    try:
        with cancelled_when(lambda: True), pytest.raises(Exception, match="interrupted"):
            search.index._connection.execute("SELECT count(*) FROM found a, found b WHERE a.rowid < b.rowid").fetchone()
    finally:
        search.index._connection.set_progress_handler(None, 1)
