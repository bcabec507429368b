"""Records for the page: their presentation in `view`, with each place as an address on the page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from tui.dossier.records import Article, Entity, Figure, Record
from tui.export.html.selection import Selection
from tui.text.grouping import grouped
from tui.text.safe import visible
from tui.view.citation import web_url
from tui.view.kinds import view_of
from tui.view.page import Comparing, Fact, Item, LazyItem, Link, Note, Quotation, Section, Text
from tui.view.styled_text import Line, StyledText, plain
from tui.view.wording import article_date, article_name, claimant_name
from tui.view.wrap import cut

NAME_WIDTH = 22
"""The width of an article's name beside the numbers of its lines, which lead there."""

WORDS_WIDTH = 40
"""The width of the words that attribute or date a place."""


@dataclass(frozen=True, kw_only=True)
class Presented:
    """A record as the template writes it."""

    id: str
    title: Line
    parts: list[dict[str, Any]] = field(default_factory=list)
    url: str | None = None


def merged(line: Line) -> Line:
    """A line with neighbouring pieces of one style made one."""
    return [
        StyledText("".join(piece.text for piece in alike), style)
        for style, alike in groupby(line, key=lambda piece: piece.style)
    ]


class Records:
    """Presents the records of a page."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._dossier = selection.dossier

    def record(self, record: Record) -> Presented:
        """A record with all its parts."""
        page = view_of(record, self._dossier).page()
        is_article = isinstance(record, Article)
        parts: list[dict[str, Any]] = []
        for part in page.parts:
            # These sections list what the text of an article, or the comparisons of the page, already link to.
            if isinstance(part, Comparing) or (isinstance(part, Section) and (is_article or part.compares)):
                continue
            made = self._part(part)
            if parts and made["is"] == "field" == parts[-1]["is"] and made["label"] == parts[-1]["label"]:
                parts[-1]["links"] += made["links"]
            else:
                parts.append(made)
        # The heading of the section names the kind.
        title = [piece for piece in page.title if piece.text.strip(" ·") != record.kind]
        url = web_url(record) if isinstance(record, Article) else None
        return Presented(id=record.id, title=title, parts=parts, url=url)

    def lists(self) -> list[tuple[str, list[tuple[str, Line, str]]]]:
        """The lists of records: the id, the words, and other names that a search finds."""
        chosen = self._selection
        entities = sorted(chosen.of(Entity), key=lambda entity: -len(self._dossier.occurrences_of(entity.id)))
        return [
            ("Articles", [*map(self._entry, chosen.articles)]),
            ("Entities", [*map(self._entry, entities)]),
            ("Figures", [*map(self._entry, chosen.of(Figure))]),
        ]

    def _entry(self, record: Record) -> tuple[str, Line, str]:
        page = view_of(record, self._dossier)
        words = [page.name()]
        if isinstance(record, Figure):
            words = [*page.page().title, StyledText(f" · {claimant_name(record, self._dossier)}", "dim")]
        named = record.claimant if isinstance(record, Figure) else record.id
        entity = self._dossier.entities.get(named or "")
        names = (entity.name, *entity.aliases, *entity.also) if entity else ()
        return record.id, words, visible(" ".join(names))

    def _part(self, part: Text | Fact | Section) -> dict[str, Any]:
        if isinstance(part, Fact):
            return {"is": "field", "label": part.label, "links": [(merged(part.value), self._href(part.link))]}
        if isinstance(part, Section):
            items = [self._item(item.make() if isinstance(item, LazyItem) else item) for item in part.items]
            return {
                "is": "section",
                "heading": part.heading,
                "count": part.count,
                "items": items,
                "places": self._places(part.quotations),
                "empty": part.empty or "",
            }
        return {"is": "note" if isinstance(part, Note) else "text", "text": visible(part.text)}

    def _item(self, item: Item) -> dict[str, Any]:
        return {
            "lead": item.lead,
            "count": item.count,
            "left": merged(item.left),
            # An item that is only counted is described in its own record.
            "right": merged(item.right) if item.count is None else [],
            "href": self._href(item.link),
            "places": self._places(item.quotations),
        }

    def _href(self, link: Link | None) -> str | None:
        return f"#{link.record}" if link and link.record in self._selection else None

    def _places(self, places: Iterable[Quotation]) -> list[dict[str, Any]]:
        """Places by article: the sentences are printed once, in the text."""
        by_article = grouped((place.occurrence.article, self._place(place)) for place in places)
        return [
            {
                "name": cut(article_name(article, self._dossier), NAME_WIDTH),
                "date": article_date(self._dossier.articles[article], short=True),
                "places": found,
            }
            for article, found in by_article.items()
        ]

    def _place(self, place: Quotation) -> dict[str, Any]:
        occurrence = place.occurrence
        line = self._dossier.documents[occurrence.article].line(occurrence.cited.start)
        address = self._selection.address(occurrence)
        # The words themselves are in the text, at the place.
        fields = [(fact.label, cut(plain(fact.value), WORDS_WIDTH)) for fact in place.facts]
        return {"line": line, "href": f"#{address}" if address else None, "fields": fields}
