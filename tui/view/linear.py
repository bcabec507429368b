"""A record's page as lines from top to bottom, for the command line. Suitable for a screen reader."""

from collections.abc import Iterator, Sequence

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.text.safe import visible
from tui.view.excerpt import sentence_line
from tui.view.kinds import view_of
from tui.view.page import Comparing, Fact, Item, LazyItem, Note, Quotation, Section, Text
from tui.view.styled_text import Line, StyledText
from tui.view.wording import place_in_words

LABEL_WIDTH = 14


def record_lines(record: Record, dossier: Dossier) -> Iterator[Line]:
    """The lines of a record's full page."""
    page = view_of(record, dossier).page()
    parts = [*page.parts]
    yield page.title
    yield from ([StyledText(visible(part.text), part.style)] for part in parts if isinstance(part, Note))
    yield []
    for part in parts:
        match part:
            case Fact():
                label = "  " * part.indent + part.label
                yield [StyledText(f"{label:<{LABEL_WIDTH - 1}} ", "label"), *part.value]
            case Section():
                yield from _section(part, dossier)
            case Comparing():
                yield from ([], [StyledText(visible(part.text), part.style)])
            case Text() if not isinstance(part, Note):
                yield [StyledText(visible(part.text), part.style)]


def _section(section: Section, dossier: Dossier) -> Iterator[Line]:
    heading = StyledText(section.heading, section.style)
    if not section.items and not section.quotations and section.empty:
        heading = StyledText(f"{section.heading}: {section.empty[:1].lower()}{section.empty[1:]}", "dim")
    elif section.count:
        heading = StyledText(f"{section.heading} ({section.count})", section.style)
    if section.heading:
        yield from ([], [heading])
    for item in section.items:
        yield from _item(item.make() if isinstance(item, LazyItem) else item, dossier)
    yield from _quotations(section.quotations, dossier)


def _item(item: Item, dossier: Dossier) -> Iterator[Line]:
    line = [*item.left, *item.right]
    if item.lead is not None:
        yield [StyledText(f"  {item.lead:>{item.lead_width}}  ", "number"), *line]
    elif item.count is not None:
        yield [StyledText(f"  {item.count:>4}  "), *line]
    else:
        yield [line[0]._replace(text=f"  {line[0].text}"), *line[1:]]
    yield from _quotations(item.quotations, dossier)


def _quotations(quotations: Sequence[Quotation], dossier: Dossier) -> Iterator[Line]:
    for number, quotation in enumerate(quotations, 1):
        article, quote, cited = quotation.occurrence.article, quotation.occurrence.quote, quotation.occurrence.cited
        yield [StyledText(f"  {number:>2}. "), *place_in_words(quotation.occurrence, dossier)]
        yield [StyledText("      "), *sentence_line(dossier, article, quote, cited, quotation.marks)]
        for fact in quotation.facts:
            yield [StyledText(f"      {fact.label} ", "label"), *fact.value]
