"""`lode check`: every problem of a catalog, and what it leaves out of its articles."""

import argparse
from collections.abc import Iterable
from typing import Any

from tui.catalog.problem import CatalogError, Problem
from tui.cli.context import Context, Status
from tui.dossier.coverage import Coverage
from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier
from tui.export.records import to_json
from tui.text.safe import visible
from tui.text.span import Span
from tui.view.page import counted
from tui.view.pieces import Piece

_BAR = 20


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints the problems; says on standard error how many there are."""
    path = context.path
    try:
        dossier = open_dossier(path, context.outside)
    except CatalogError as error:
        _print_problems(error.problems, options.json, context)
        context.say(f"{counted(len(error.problems), 'error')}; {path.name} cannot be used")
        return Status.UNUSABLE
    _print_problems(dossier.problems, options.json, context)
    coverages = [dossier.coverage(id) for id in dossier.article_order] if options.coverage or options.strict else []
    left = sum(len(coverage.uncaptured) + len(coverage.names) for coverage in coverages)
    if options.coverage:
        _print_coverage(coverages, dossier, options.json, context)
    errors = sum(problem.severity == "error" for problem in dossier.problems)
    warnings = sum(problem.severity == "warning" for problem in dossier.problems)
    records = sum(1 for _ in dossier.records)
    summary = [counted(records, "record"), counted(errors, "error"), counted(warnings, "warning")]
    if coverages:
        summary.append(f"{left:,} left out" + "; --coverage lists them" * (left > 0 and not options.coverage))
    context.say(f"{path.name}: {', '.join(summary)}")
    failed = errors or (options.strict and (warnings or left))
    return Status.NOTHING if failed else Status.DONE


def _print_problems(problems: Iterable[Problem], as_json: bool, context: Context) -> None:
    for problem in problems:
        if as_json:
            print(to_json(_problem(problem)), file=context.out)
            continue
        before, severity, message = str(problem).partition(f" {problem.severity}:")
        context.print([Piece(before, "dim"), Piece(severity, problem.severity), Piece(message)])


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "kind": "problem",
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "file": problem.file,
        "line": problem.mark.line,
        "column": problem.mark.column,
        "hint": problem.hint,
    }


def _print_coverage(coverages: list[Coverage], dossier: Dossier, as_json: bool, context: Context) -> None:
    """Prints what is left over in each article."""
    for coverage in coverages:
        if as_json:
            print(to_json(_coverage(coverage, dossier)), file=context.out)
        else:
            _print_row(coverage, dossier, context)


def _print_row(coverage: Coverage, dossier: Dossier, context: Context) -> None:
    covered = coverage.captured + coverage.ignored
    filled = _BAR if not coverage.numbers else covered * _BAR // coverage.numbers
    width = max(map(len, dossier.articles))
    context.print(
        [
            Piece(f"{coverage.article:<{width}}  ", "article"),
            Piece("█" * filled, "good"),
            Piece("░" * (_BAR - filled), "warning"),
            Piece(f"  {coverage.captured:>4} of {coverage.numbers} numbers captured"),
            Piece(f", {coverage.ignored} ignored, {len(coverage.uncaptured)} uncaptured"),
            Piece(f", {counted(len(coverage.names), 'name')} unclaimed"),
        ]
    )
    document = dossier.documents[coverage.article]
    for what, spans in (("number", coverage.uncaptured), ("name", coverage.names)):
        for span in spans:
            line, column = document.position(span.start)
            where = f"{document.file}:{line}:{column}"
            context.print([Piece(f"  {visible(where)}: ", "dim"), Piece(f"{what} “{visible(document[span])}”")])


def _coverage(coverage: Coverage, dossier: Dossier) -> dict[str, Any]:
    document = dossier.documents[coverage.article]

    def place(span: Span) -> dict[str, Any]:
        line, column = document.position(span.start)
        return {"exact": document[span], "start": span.start, "end": span.end, "line": line, "column": column}

    return {
        "kind": "coverage",
        "article": coverage.article,
        "numbers": coverage.numbers,
        "captured": coverage.captured,
        "ignored": coverage.ignored,
        "uncaptured": [place(span) for span in coverage.uncaptured],
        "names": [place(span) for span in coverage.names],
    }
