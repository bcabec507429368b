"""Whatever becomes of a catalog, a text or a query: no traceback, and no control character on standard output.

A few cases a run; as many as one likes by `LODE_FUZZ=10000 python -m pytest tests/hostile`.
"""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import FUZZ
from tests.hostile.pieces import ARTICLE, CATALOG, ESCAPES, HIDDEN, MARKUP, raw, run, write
from tui.catalog.find import builtin
from tui.catalog.load import parse
from tui.catalog.problem import CatalogError

few = settings(max_examples=FUZZ or 25, suppress_health_check=list(HealthCheck))

BUILTIN = builtin().read_text(encoding="utf-8").splitlines(keepends=True)

PIECES = st.sampled_from(
    [ESCAPES, HIDDEN, MARKUP, "\0", "\t", "\u2028", "\r", "\n", "- ", ": ", "{", "}", "[", "]", "&a ", "*a",
     "!!python/name:os ", "|", ">", "'", '"', "#", "---\n", "\ufeff", "\ud800", "999999999", "-1", "null",
     "draft: true\n", "٣", "½"]
) | st.text(max_size=8)  # fmt: skip

WHERE = st.floats(0, 1, exclude_max=True)

CHANGES = st.lists(
    st.tuples(st.sampled_from(["delete", "double", "swap", "insert", "cut"]), WHERE, WHERE, PIECES),
    min_size=1,
    max_size=4,
)


def changed(parts: list[str], changes: list[tuple[str, float, float, str]]) -> str:
    """Lines or characters, some deleted, doubled, swapped, cut away to the end, or with a hostile piece put in."""
    parts = list(parts)
    for how, first, second, piece in changes:
        if not parts:
            break
        i, j = int(first * len(parts)), int(second * len(parts))
        if how == "delete":
            del parts[i : i + 1 + j % 3]
        elif how == "double":
            parts.insert(j, parts[i])
        elif how == "swap":
            parts[i], parts[j] = parts[j], parts[i]
        elif how == "insert":
            parts.insert(i, piece)
        else:
            del parts[i:]
    return "".join(parts)


def run_all(catalog: str, article: str, *commands: tuple[str, ...]) -> None:
    """Runs commands on a catalog and its article; each ends as a command does, and prints what a terminal bears."""
    folder = Path(tempfile.mkdtemp())
    try:
        write(folder, catalog.encode("utf-8", "surrogatepass"), article.encode("utf-8", "surrogatepass"))
        for command in commands:
            status, out, err = run(folder, *command)
            assert status in (0, 1, 2)
            assert not raw(out + err)
    finally:
        shutil.rmtree(folder)


NAMED = ("-c", ".")


@few
@given(CHANGES, st.booleans())
def test_any_catalog_is_read_or_its_problems_are_said(changes: list[tuple[str, float, float, str]], big: bool) -> None:
    whole = "".join(BUILTIN)
    text = changed(BUILTIN if big else list(whole[:6000]), changes)
    try:
        parse(text)
    except CatalogError as error:
        lines = len(text.split("\n"))
        assert error.problems
        assert all(1 <= problem.mark.line <= lines + 1 and not raw(str(problem)) for problem in error.problems)


@few
@given(CHANGES, st.booleans())
def test_any_small_catalog_is_linked_or_refused(changes: list[tuple[str, float, float, str]], by_line: bool) -> None:
    parts = CATALOG.splitlines(keepends=True) if by_line else list(CATALOG)
    run_all(changed(parts, changes), ARTICLE, ("check", *NAMED), ("show", "mine", *NAMED), ("export", "json", *NAMED))


@few
@given(CHANGES)
def test_any_article_is_read_searched_and_drafted(changes: list[tuple[str, float, float, str]]) -> None:
    run_all(CATALOG, changed(list(ARTICLE), changes), ("check",), ("search", "mine"), ("suggest",), ("export", "w3c"))


@few
@given(st.lists(PIECES | st.sampled_from(["mine", "by:", "kind:figure", ">3", "~", "-", "year:", "tons"]), max_size=5))
def test_any_query_is_answered(words: list[str]) -> None:
    query = " ".join(words)
    run_all(CATALOG, ARTICLE, ("search", "--", query), ("list", "figures", "--json", "--", query))
