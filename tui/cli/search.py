"""`lode search`: hits as people read them, as JSON Lines, or as FILE:LINE:COLUMN:TEXT."""

import argparse
import os
from typing import Any

from tui.cli.context import CommandError, Context, Status
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Entity, Event, Figure
from tui.export.records import to_json
from tui.search.query import QueryError
from tui.search.search import Hit, Result, Search
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.page import article_name, counted, date_text, event_date
from tui.view.pieces import FAMILIES, Line, Piece, marked, plain
from tui.view.value import value_text

LIMIT = 20
_INDENT = 9


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints what a query finds."""
    dossier = context.open()
    limit = LIMIT if options.limit is None else options.limit
    try:
        result = Search(dossier).ask(" ".join(options.query), limit)
    except QueryError as error:
        raise CommandError(str(error)) from None
    narrate(result, context)
    for hit in result.hits:
        if options.json:
            print(to_json(as_mapping(hit, dossier)), file=context.out)
        elif options.vimgrep:
            _print_vimgrep(hit, dossier, context)
        else:
            for line in _lines(hit, dossier, context.width):
                context.print(line)
    if result.total > len(result.hits) and not options.json and not options.vimgrep:
        context.say(f"{len(result.hits)} of {counted(result.total, 'result')}; -n {result.total} shows all")
    return Status.DONE if result.total else Status.NOTHING


def narrate(result: Result, context: Context) -> None:
    """Says which words of a query were read as others, and which are nowhere."""
    for written, shown in result.corrected.items():
        context.say(f"{written}: showing {shown}")
    for word in result.missing:
        context.say(f"“{word}” is in no article and no record")
    if not result.total and not result.missing:
        context.say("nothing found")


def as_mapping(hit: Hit, dossier: Dossier) -> dict[str, Any]:
    """A hit as JSON, with all keys."""
    entry = hit.entry
    found: dict[str, Any] = dict.fromkeys(("file", "line", "column", "start", "end"))
    if entry.article and entry.span:
        document = dossier.documents[entry.article]
        line, column = document.position(entry.span.start)
        start, end = entry.span
        found = {"file": document.file, "line": line, "column": column, "start": start, "end": end}
    return {
        "kind": entry.kind,
        "id": entry.id,
        "title": entry.title,
        "score": hit.score,
        **found,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
        "title_marks": [list(mark) for mark in hit.title_marks],
    }


def _print_vimgrep(hit: Hit, dossier: Dossier, context: Context) -> None:
    entry = hit.entry
    if entry.article is None or entry.span is None:
        return
    document = dossier.documents[entry.article]
    line, column = document.position(entry.span.start)
    file = os.path.relpath(dossier.catalog.parent.resolve() / document.file, context.folder.resolve())
    text = " ".join(visible(hit.text).split())
    print(f"{visible(file)}:{line}:{column}:{text}", file=context.out)


def _lines(hit: Hit, dossier: Dossier, width: int | None) -> list[Line]:
    head: Line = [Piece(f"{hit.entry.kind:<{_INDENT}}", "dim"), *_title(hit, dossier)]
    lines = [fitted(head, width)]
    if hit.text and not isinstance(hit.entry.record, Article):
        text = visible(hit.text)
        shown = _around_first_mark(text, hit.marks, width and width - _INDENT)
        lines.append(fitted([Piece(" " * _INDENT), *shown], width))
    return lines


def _title(hit: Hit, dossier: Dossier) -> Line:
    entry = hit.entry
    title = marked(visible(entry.title), hit.title_marks)
    match entry.record:
        case Entity() as entity:
            style = FAMILIES[entity.type]
            count = len(dossier.mentions_of(entity.id))
            named = [Piece(piece.text, piece.style or style) for piece in title]
            return [*named, Piece(f"  {entity.type} · {counted(count, 'mention')}", "dim")]
        case Figure() as figure:
            claimant = visible(dossier.name_of(figure.claimant)) or "the article itself"
            return [Piece(value_text(figure, dossier), "number"), Piece("  "), *title, Piece(f"  {claimant}", "dim")]
        case Event() as event:
            return [*title, Piece(f"  {event_date(event)}", "dim")]
        case Article() as article:
            return [*title, Piece(f"  {date_text(article.date)} · {article.id}", "dim")]
    assert entry.article is not None
    return [Piece(article_name(entry.article, dossier), "article"), Piece(f"  {visible(entry.id)}", "dim")]


def _around_first_mark(text: str, marks: tuple[Span, ...], width: int | None) -> Line:
    """The text with its marks, cut to the width around the first of them."""
    if width is None or len(text) <= width:
        return marked(text, marks)
    first = marks[0].start if marks else 0
    start = 0 if first < width * 2 // 3 else first - width // 3
    shown = text[start : start + width - 2]
    moved = [Span(mark.start - start, min(mark.end - start, len(shown))) for mark in marks if mark.start >= start]
    line = marked(shown, [mark for mark in moved if mark.start < len(shown)])
    return [Piece("…" if start else ""), *line, Piece("…" if start + len(shown) < len(text) else "")]


def fitted(line: Line, width: int | None) -> Line:
    """A line cut to a width in cells, with … where it was cut."""
    if width is None:
        return line
    from rich.cells import cell_len, set_cell_size

    if cell_len(plain(line)) <= width:
        return line
    fitting: Line = []
    left = width - 1
    for piece in line:
        size = cell_len(piece.text)
        if size > left:
            return [*fitting, Piece(set_cell_size(piece.text, left) + "…", piece.style)]
        fitting.append(piece)
        left -= size
    return fitting
