"""What the search screen lists in place of results: recent queries, examples, completions, and advice."""

from collections.abc import Iterator

from rich.cells import cell_len

from tui.app.model.workspace import Workspace
from tui.app.rendering.rows import Row, heading_row
from tui.dossier.dossier import Dossier
from tui.text.safe import readable, visible
from tui.view.styled_text import StyledText

_QUERY = "query:"

RECENT = 5
"""Recent queries that are listed."""


def query_row(query: str, words: str, remark: str, column: int = 0) -> Row:
    """A row that fills a query in, with a remark at the right edge or, if that is given, from a column on."""
    beside = [StyledText(remark, "dim")]
    if column:
        return Row(f"{_QUERY}{query}", [StyledText(words + " " * (column - cell_len(words))), *beside], [])
    return Row(f"{_QUERY}{query}", [StyledText(words)], beside)


def query_of(target: str) -> str:
    """The query that the target of a row fills in."""
    return target.removeprefix(_QUERY)


def query_rows(workspace: Workspace) -> list[Row]:
    """Recent queries and examples, for an empty field."""
    recent = list(dict.fromkeys(query for query in reversed(workspace.queries) if query.strip()))[:RECENT]
    rows = [heading_row("Recent")] + [query_row(query, visible(query), "") for query in recent] if recent else []
    rows.append(heading_row("Examples"))
    explained = [(query, visible(query), remark) for query, remark in _examples(workspace.dossier)]
    column = max((cell_len(words) for _, words, _ in explained), default=0) + 2
    return rows + [query_row(*each, column) for each in explained]


def _examples(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Queries that find something in a dossier, each with what it finds."""
    named = sorted(dossier.entities, key=lambda id: -len(dossier.occurrences_of(id)))
    if named:
        yield dossier.name_of(named[0]), "a name or its beginning; typos are forgiven"
    if len(named) > 1:
        yield f"{dossier.name_of(named[0])} -{dossier.name_of(named[1]).split()[0]}", "without a word"
    figure = next(iter(dossier.figures.values()), None)
    if figure is not None:
        yield readable(figure.written), "a number in any form: 44m, 44,000,000"
        yield "kind:figure", "only figures; also claim, event, entity, text"
    if figure is not None and figure.claimant:
        yield f"by:{figure.claimant}", f"what {dossier.name_of(figure.claimant)} says; names are completed"
    if dossier.article_order:
        yield f"article:{dossier.article_order[0]}", "in one article; names are completed"
    dates = (article.date for article in dossier.articles.values())
    if year := next((date[:4] for date in dates if date and date[:4].isdigit()), None):
        yield f"year:{year}", "dated in that year"


def advice(query: str) -> list[Row]:
    """What to try where a query finds nothing."""
    words = [word for word in query.split() if ":" not in word]
    fewer = "fewer words" if len(words) > 1 else "another spelling"
    lines = [f"Try {fewer}, or only the beginning of a name."] if words else []
    if '"' in query:
        lines.append("Remove the quotation marks: then the words need not be adjacent.")
    if ":" in query:
        lines.append("Remove a filter.")
    if any(word.startswith("-") for word in query.split()):
        lines.append("Remove a word with a minus before it.")
    if any(map(str.isdigit, "".join(words))):
        lines.append("Give a number its unit, or put ~ before it for similar values: ~3.8Mt.")
    return [heading_row("What to try"), *(Row(None, [StyledText(line)], []) for line in lines)]
