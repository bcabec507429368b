"""Measures how often the expected answer of a query comes first, or among the first three.

    python -m benchmarks.quality [--misses]

Runs every query of queries.tsv on the built-in dossier, with lode and with plain matchers on the same lines. Prints the
share of queries whose answer comes first and among the first three, and how many of the queries that should find
nothing find nothing. Queries that need lode's query language (filters, quantities, -not) are run with lode only.

Then runs the questions of questions.tsv, as people type them, on the built-in dossier and on small ones about other
subjects. Search was tuned with some of them. The others are held out, and --misses does not show them. Once you have
seen which of them fail, move them to those that search is tuned with.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process

from tui.catalog.find import builtin
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.search.open import search_in_memory
from tui.search.query import QueryError

HERE = Path(__file__).parent
QUERIES, QUESTIONS = HERE / "queries.tsv", HERE / "questions.tsv"
OTHERS = {
    "outbreak": HERE / "outbreak" / "catalog.yaml",
    **{
        name: HERE.parent / "tests" / "dossiers" / name / "catalog.yaml"
        for name in ("aviation", "basin", "budgets", "climate", "finance", "runway")
    },
}
"""The catalogs of the dossiers about other subjects."""

TUNED, HELD_OUT = "tuned", "held out"

FIRST = 3

Answer = tuple[str, str]
"""The id of a record and ""; or the article and the text of a passage."""


class Question(NamedTuple):
    """A row of the table. If no answer is expected, the query should find nothing."""

    category: str
    query: str
    expected: tuple[str, ...]

    @property
    def plain(self) -> bool:
        """Whether it is only words, so that any matcher can run it."""
        return not re.search(r'(?:^|\s)-\w|\w:\w|[<>~"]', self.query)


def rows(table: Path) -> Iterator[list[str]]:
    """The rows of a table, without its header."""
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")


def question(category: str, query: str, expected: str) -> Question:
    """A question of a table."""
    return Question(category, query, () if expected == "-" else tuple(expected.split(" | ")))


def queries() -> list[Question]:
    """The queries on the built-in dossier."""
    return [question(*row) for row in rows(QUERIES)]


def questions(of: str) -> dict[str, list[Question]]:
    """The questions of one set, by dossier."""
    found = defaultdict(list)
    for dossier, set, *row in rows(QUESTIONS):
        if set == of:
            found[dossier].append(question(*row))
    return found


def rank(question: Question, answers: list[Answer]) -> int | None:
    """The rank of the first expected answer, from 1; None if there is none."""
    for number, (id, text) in enumerate(answers, 1):
        for expected in question.expected:
            article, _, words = expected.partition("~")
            if id == expected or (words and id == article and words in text):
                return number
    return None


def lode(dossier: Dossier) -> Callable[[str], list[Answer]]:
    """lode's search."""
    search = search_in_memory(dossier)

    def answer(query: str) -> list[Answer]:
        try:
            hits = search.find(query, FIRST).hits
        except QueryError:
            return []
        return [(hit.entry.article or "" if hit.entry.kind == "passage" else hit.entry.id, hit.text) for hit in hits]

    return answer


def lines(dossier: Dossier) -> dict[str, Answer]:
    """Everything that can be found, one line each."""
    found: dict[str, Answer] = {}
    for entity in dossier.entities.values():
        found[" ".join([entity.name, *entity.aliases, *entity.also])] = entity.id, ""
    for article in dossier.articles.values():
        found[article.title] = article.id, ""
    for figure in dossier.figures.values():
        found[f"{figure.label} {figure.written} {dossier.name_of(figure.claimant)}"] = figure.id, ""
    for event in dossier.events.values():
        found[event.what] = event.id, ""
    for id, document in dossier.documents.items():
        for span in document.sentences:
            found[document[span]] = id, document[span]
    return found


def rapidfuzz(scorer: Callable[..., float], found: dict[str, Answer]) -> Callable[[str], list[Answer]]:
    """RapidFuzz on all lines, with a minimum score of 60."""

    def answer(query: str) -> list[Answer]:
        hits = process.extract(
            query.lower(), [line.lower() for line in found], scorer=scorer, limit=FIRST, score_cutoff=60
        )
        answers = list(found.values())
        return [answers[index] for _, _, index in hits]

    return answer


def fts5(found: dict[str, Answer]) -> Callable[[str], list[Answer]]:
    """SQLite's full-text search with the Porter stemmer; any of the words, ranked by bm25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE line USING fts5(text, tokenize = 'porter unicode61')")
    connection.executemany("INSERT INTO line VALUES (?)", [(line,) for line in found])
    answers = list(found.values())

    def answer(query: str) -> list[Answer]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        hits = connection.execute(f"SELECT rowid FROM line WHERE line MATCH ? ORDER BY rank LIMIT {FIRST}", (words,))
        return [answers[row - 1] for (row,) in hits]

    return answer


def fzf(found: dict[str, Answer]) -> Callable[[str], list[Answer]]:
    """The filter of fzf."""
    whole = "\n".join(line.replace("\n", " ") for line in found)
    by_line = {line.replace("\n", " "): answer for line, answer in found.items()}

    def answer(query: str) -> list[Answer]:
        out = subprocess.run(["fzf", "--filter", query], input=whole, capture_output=True, text=True).stdout
        return [by_line[line] for line in out.splitlines()[:FIRST]]

    return answer


def main(misses: bool) -> None:
    """Runs and prints all measurements."""
    dossier = open_dossier(builtin())
    found = lines(dossier)
    matchers: dict[str, Callable[[str], list[Answer]]] = {"lode": lode(dossier)}
    asked = queries()
    print(f"{len(asked)} queries, {sum(not each.expected for each in asked)} of which should find nothing")
    of_lode = measure(matchers["lode"], asked, misses)
    show("lode", of_lode)
    print("the queries in plain words alone:")
    matchers["RapidFuzz WRatio"] = rapidfuzz(fuzz.WRatio, found)
    matchers["RapidFuzz token_set_ratio"] = rapidfuzz(fuzz.token_set_ratio, found)
    matchers["SQLite FTS5"] = fts5(found)
    if shutil.which("fzf"):
        matchers["fzf --filter"] = fzf(found)
    for name, ask in matchers.items():
        show(name, measure(ask, [each for each in asked if each.plain]))
    answers = {"rare-earths": matchers["lode"]}
    answers |= {name: lode(open_dossier(catalog)) for name, catalog in OTHERS.items()}
    for set in (TUNED, HELD_OUT):
        print(f"questions, {set}:")
        whole: dict[str, list[int | bool | None]] = defaultdict(list)
        for name, some in questions(set).items():
            places = measure(answers[name], some, misses and set == TUNED)
            show(name, places)
            for category, found_at in places.items():
                whole[category] += found_at
        show("all", whole)


def measure(
    ask: Callable[[str], list[Answer]], asked: list[Question], misses: bool = False
) -> dict[str, list[int | bool | None]]:
    """The rank of the answer to each question, by category; under "nothing", whether nothing was found."""
    places: dict[str, list[int | bool | None]] = defaultdict(list)
    for question in asked:
        answers = ask(question.query)
        if not question.expected:
            places["nothing"].append(not answers)
            at = 1 if not answers else None
        else:
            at = rank(question, answers)
            places[question.category].append(at)
        if misses and at != 1:
            print(f"  {at or 'no'}: {question.category}: {question.query}  ->  {' | '.join(question.expected)}")
            print(*(f"       {id} {text[:60]}" for id, text in answers), sep="\n")
    return places


def show(name: str, places: dict[str, list[int | bool | None]]) -> None:
    """Prints the rates of one matcher."""
    found = [at for category, all in places.items() if category != "nothing" for at in all]
    first, three = (sum(at is not None and at <= limit for at in found) / len(found) for limit in (1, FIRST))
    empty = places["nothing"]
    print(
        f"  {name:<26} first {first:.3f}  first three {three:.3f}  rightly nothing {sum(map(bool, empty))}/{len(empty)}"
    )


if __name__ == "__main__":
    main("--misses" in sys.argv[1:])
