"""The rows of the Details pane: a record's brief page, set to a width."""

from collections.abc import Iterator
from functools import partial

from rich.cells import cell_len

from tui.app.model.occurrences import Occurrences
from tui.app.model.place import Place
from tui.app.model.target import RecordTarget
from tui.app.rendering.rows import LazyRow, LazyRows, Row, as_one, lazy_rows
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Record
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.excerpt import excerpt, quoted, sentence_of
from tui.view.kinds import view_of
from tui.view.page import Fact, Item, LazyItem, Link, RecordPage, Section, Text
from tui.view.styled_text import Line, StyledText, plain
from tui.view.wording import article_date, article_name
from tui.view.wrap import cells, cut_at_break, wrap, wrap_line

NARROWEST = 20
"""Cells that a row is set to at least."""

WRAPPED = 40
"""Items of a section that are wrapped at most; of a longer one, each is one row, made when it is shown."""

BARS_FROM = 50
"""Cells from which counts have bars."""

WIDE_FROM = 70
"""Cells beyond which the bars of counts are longer."""


class DetailsLayout:
    """Lays out the Details of a dossier's records in rows of a width in cells."""

    def __init__(self, dossier: Dossier, occurrences: Occurrences, width: int) -> None:
        self.dossier, self.occurrences, self.width = dossier, occurrences, max(width, NARROWEST)

    def title(self, record: str) -> str:
        """The kind of what Details shows."""
        known = self.dossier.get(record)
        return known.kind if known else "article"

    def rows(self, place: Place) -> LazyRows:
        """The rows of a place's record, seen from the current occurrence; of its article where it has no record."""
        shown: Record | None = self.dossier.get(place.record)
        if shown is None:
            found = self.occurrences.of(place.target)
            shown = self.dossier.get(found[0].article if found else place.article or "")
        if shown is None:
            return lazy_rows([])
        page = view_of(shown, self.dossier, brief=True, occurrence=place.occurrence).page()
        rows = (row for part in page.parts for row in self._part(part, place.occurrence))
        return lazy_rows([*self._title(page), *rows])

    def _title(self, page: RecordPage) -> Iterator[Row]:
        if len(page.title) > 1:
            yield from self._beside_or_below(None, page.title, page.aside)
        else:
            yield from self._wrapped(page.title[0].text, page.title[0].style)

    def _part(self, part: Text | Fact | Section, occurrence: int) -> Iterator[Row | LazyRow]:
        match part:
            case Text():
                yield from self._wrapped(part.text, part.style)
            case Fact():
                label = StyledText(f"{part.label.lower()} ", "label")
                yield self._row(part.link, [label, *part.value])
            case Section():
                yield from self._section(part, occurrence)

    def _section(self, section: Section, occurrence: int) -> Iterator[Row | LazyRow]:
        nothing = not section.items and not section.quotations
        if nothing and section.empty is None:
            return
        remark = section.count or (nothing and section.empty)
        heading = [StyledText(section.heading, section.style), StyledText(f"  {remark}" if remark else "", "dim")]
        yield Row(None, heading, [], heading=True)
        for item in section.items:
            if isinstance(item, LazyItem) and len(section.items) > WRAPPED:
                yield LazyRow(item.record, partial(self._item_row, item))
                continue
            if isinstance(item, LazyItem):
                yield from as_one(self._item_rows(item.make()))
            elif item.wraps:
                target = item.link.record if item.link else None
                indent = min(0 if item.lead is None else item.lead_width + 1, self.width // 4)
                words = self._beside_or_below(target, self._left(item), plain(item.right), indent)
                yield from as_one((*words, *self._sentences(item, indent)))
            else:
                yield from as_one(self._item_rows(item))
        for number, quotation in enumerate(section.quotations):
            current = number == min(occurrence, len(section.quotations) - 1)
            yield from as_one(self._quotation_rows(quotation.occurrence, number, current))

    def _quotation_rows(self, occurrence: Occurrence, number: int, current: bool) -> Iterator[Row]:
        """An occurrence of the record: the article and the line, with the words of a number or a date.

        Where these do not fit beside the article, they have a row of their own.
        """
        article, document = self.dossier.articles[occurrence.article], self.dossier.documents[occurrence.article]
        left = [StyledText("● " if current else "  ", "accent"), StyledText(article_name(article.id, self.dossier))]
        date = ""
        line = document.line(occurrence.span.start)
        words = quoted(self.dossier, article.id, occurrence.span)
        if occurrence.role == "number":
            date = article_date(article, short=True)
            where = f"l.{line:<3} {words}"
        else:
            where = f"{words} l.{line}" if occurrence.role == "date" else f"l.{line}"
        both = f"{date}  {where}" if date else where
        beside = cells(left) + cell_len(both) + 1 <= self.width or not date
        yield Row(occurrence.record, left, [StyledText(both if beside else date, "dim")], number, whole=True)
        if not beside:
            yield Row(None, [StyledText(f"  {where}", "dim")], [])

    def _item_row(self, item: Item | LazyItem) -> Row:
        item = item.make() if isinstance(item, LazyItem) else item
        shortened = (self._quote(each.occurrence, max(self.width // 2 - 10, 8)) for each in item.quotations[:1])
        right = [*item.right, *(StyledText(quote, "dim") for quote in shortened)]
        if item.count is not None and item.most is not None and self.width >= BARS_FROM:
            longest = 8 if self.width > WIDE_FROM else 4
            bar = "█" * max(item.count * longest // item.most, 1)
            right.append(StyledText(f"{bar:<{longest}} {item.count:>3}"))
        elif item.count is not None:
            right.append(StyledText(f" {item.count:>4}"))
        # A count is not cut for a title, unless little would be left of that.
        whole = item.count is not None and cells(right) <= self.width * 3 // 5
        return self._row(item.link, self._left(item), right)._replace(whole=whole)

    def _item_rows(self, item: Item) -> Iterator[Row]:
        """An item on one row or, where that would cut it, on several: its words, then what tells it apart."""
        row = self._item_row(item)
        room = self.width
        if item.count is not None or cells(row.left) + cells(row.right) + 1 <= room:
            yield row
            return
        indent = 0 if item.lead is None else item.lead_width + 1
        lead, words = self._left(item)[:1], self._left(item)[1:]
        remark = visible(plain(item.right) + "".join(self._quote(each.occurrence) for each in item.quotations[:1]))
        lines = list(wrap_line(words, max(room - max(indent, 1), NARROWEST)))
        for number, line in enumerate(lines):
            before = lead if number == 0 else [StyledText(" " * max(indent, 1))]
            left = [*before, *line]
            right: Line = []
            if number == len(lines) - 1 and cells(left) + cell_len(remark) + 2 <= room:
                right, remark = [StyledText(remark, "dim")], ""
            yield Row(row.target if number == 0 else None, left, right, row.occurrence)
        for line in wrap_line([StyledText(remark, "dim")], max(room - indent - 2, NARROWEST)) if remark else ():
            yield Row(None, [StyledText(" " * (indent + 2)), *line], [])

    def _left(self, item: Item) -> Line:
        lead = StyledText(" ") if item.lead is None else StyledText(f"{item.lead:>{item.lead_width}} ", "number")
        return [lead, *item.left]

    def _quote(self, occurrence: Occurrence, width: int | None = None) -> str:
        """The words of an occurrence, cut to a width in cells if one is given, and their line."""
        words = plain(excerpt(self.dossier, occurrence.article, occurrence.quote))
        return f"“{cut_at_break(words, width) if width else words}” l.{self._line(occurrence)}"

    def _line(self, occurrence: Occurrence) -> int:
        return self.dossier.documents[occurrence.article].line(occurrence.cited.start)

    def _sentences(self, item: Item, indent: int) -> Iterator[Row]:
        """The first sentence that prints the other side of a contradiction or of support."""
        for quotation in item.quotations[:1]:
            occurrence = quotation.occurrence
            where = f"{article_name(occurrence.article, self.dossier)}, l.{self._line(occurrence)}"
            yield from self._wrapped(f"“{sentence_of(occurrence, self.dossier)}” ({where})", indent=indent)

    def _row(self, link: Link | None, left: Line, right: Line | None = None) -> Row:
        if link is None:
            return Row(None, left, right or [])
        return Row(link.record, left, right or [], self._occurrence(link))

    def _occurrence(self, link: Link) -> int:
        """The number of the occurrence that a link means."""
        if link.article is None:
            return link.occurrence
        document = self.dossier.documents[link.article]
        whole = Span(0, len(document.text))
        stretches = [whole] if link.span is None else [link.span, document.sentence_around(link.span)]
        found = (self.occurrences.inside(RecordTarget(link.record), link.article, stretch) for stretch in stretches)
        return next((number for number in found if number is not None), 0)

    def _wrapped(self, text: str, style: str = "", indent: int = 0) -> Iterator[Row]:
        """A paragraph in rows, without control characters and with single spaces."""
        words = " ".join(visible(text).split())
        for start, end in wrap(words, max(self.width - indent, 10)) if words else ():
            yield Row(None, [StyledText(" " * indent), StyledText(words[start:end].rstrip(), style)], [])

    def _beside_or_below(self, target: str | None, left: Line, remark: str, indent: int = 0) -> Iterator[Row]:
        """A row with a remark at its right or, where both do not fit, below it."""
        if cells(left) + cell_len(remark) + 1 <= self.width:
            yield Row(target, left, [StyledText(remark, "dim")])
            return
        for number, line in enumerate(wrap_line(left, self.width)):
            yield Row(None if number else target, line, [])
        yield from self._wrapped(remark, "dim", indent)
