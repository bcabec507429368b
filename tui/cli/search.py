"""`lode search`: prints hits as text, as JSON Lines, or as FILE:LINE:COLUMN:TEXT."""

import os
from typing import Any

from tui.cli.arguments import Options
from tui.cli.context import Context, Status
from tui.cli.queries import query_catalog, report_words
from tui.search.index import COUNT_LIMIT
from tui.search.results import WITH_SOME, Hit, SearchResult
from tui.text.safe import readable
from tui.text.span import Span
from tui.view.styled_text import Line, StyledText, as_read, marked

LIMIT = 20
"""Hits that are printed without --limit."""

_INDENT = 9


def run(options: Options, context: Context) -> Status:
    """Prints the hits of a query."""
    limit = LIMIT if options.limit is None else options.limit
    result = query_catalog(lambda search: search.find(" ".join(options.query), limit), context)
    report_words(result, result.total > 0, context)
    if options.json:
        for hit in result.hits:
            context.print_json(as_mapping(hit))
    elif options.vimgrep:
        _print_vimgrep(result, context)
    else:
        _print(result, context)
    return Status.DONE if result.total else Status.NOTHING


def as_mapping(hit: Hit) -> dict[str, Any]:
    """A hit as JSON, with all keys."""
    entry = hit.entry
    start, end = entry.span or (None, None)
    return {
        "kind": entry.kind,
        "id": entry.id,
        "title": entry.title,
        "score": hit.score,
        "matched": "all" if hit.has_all else "some",
        "file": entry.file,
        "line": entry.line,
        "column": entry.column,
        "start": start,
        "end": end,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
        "title_marks": [list(mark) for mark in hit.title_marks],
    }


def _print_vimgrep(result: SearchResult, context: Context) -> None:
    folder, here = context.path.parent.resolve(), context.folder.resolve()
    for hit in result.hits:
        entry = hit.entry
        if entry.file is not None:
            file = os.path.relpath(folder / entry.file, here)
            text = " ".join(readable(hit.text).split())
            context.print([StyledText(f"{file}:{entry.line}:{hit.byte_column}:{text}")])


def _print(result: SearchResult, context: Context) -> None:
    """Prints hits as text, and reports how many more there are."""
    for number, hit in enumerate(result.hits):
        if number == result.first_with_some:
            context.print([])
            context.print([StyledText(WITH_SOME, "heading")])
        for line in _lines(hit, context.width):
            context.print_row(line)
    shown, total = len(result.hits), result.total
    if total > shown and total > COUNT_LIMIT:
        context.report(f"{shown} of over {COUNT_LIMIT:,} results; -n N shows N of them")
    elif total > shown:
        many = "1 result" if total == 1 else f"{total:,} results"
        context.report(f"{shown} of {many}; -n {total} shows all")


def _lines(hit: Hit, width: int | None) -> list[Line]:
    head: Line = [StyledText(f"{hit.entry.kind:<{_INDENT}}", "dim"), *_title(hit)]
    lines = [head]
    if hit.text and hit.entry.kind != "article":
        shown = _around_first_mark(hit.text, hit.marks, width and width - _INDENT)
        lines.append([StyledText(" " * _INDENT), *as_read(shown)])
    return lines


def _title(hit: Hit) -> Line:
    entry = hit.entry
    if entry.kind == "passage":
        return [StyledText(entry.about, "article"), StyledText(f"  {entry.id}", "dim")]
    title = [StyledText(piece.text, piece.style or entry.style) for piece in marked(entry.title, hit.title_marks)]
    lead = [StyledText(entry.lead, "number"), StyledText("  ")] if entry.lead else []
    return [*lead, *title, StyledText(f"  {entry.about}", "dim")]


def _around_first_mark(text: str, marks: tuple[Span, ...], width: int | None) -> Line:
    """The text with its marks, cut to a width around the first mark."""
    if width is None or len(text) <= width:
        return marked(text, marks)
    first = marks[0].start if marks else 0
    start = 0 if first < width * 2 // 3 else first - width // 3
    shown = text[start : start + width - 2]
    moved = [Span(mark.start - start, min(mark.end - start, len(shown))) for mark in marks if mark.start >= start]
    line = marked(shown, [mark for mark in moved if mark.start < len(shown)])
    return [StyledText("…" if start else ""), *line, StyledText("…" if start + len(shown) < len(text) else "")]
