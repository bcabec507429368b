"""`lode check`: prints the problems of a dossier, and the numbers and names that its catalog leaves out."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.catalog.find import catalog_of
from tui.catalog.problem import CatalogError, Problem
from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status, file_in
from tui.curate.unlisted import notes
from tui.dossier.dossier import Dossier
from tui.store.compiled import open_compiled
from tui.text.span import Span
from tui.view.styled_text import StyledText
from tui.view.wording import counted

if TYPE_CHECKING:
    from tui.dossier.coverage import Coverage

_BAR = 20
"""The width of the bar that shows the coverage of an article."""


def run(options: Options, context: Context) -> Status:
    """Prints the problems of each dossier, and reports how many there are."""
    if options.yes and not options.fix:
        raise CommandError("--yes needs --fix: it rewrites all quotes whose wording was corrected")
    if options.fix and options.json:
        raise CommandError("--fix and --json do not go together; leave one out")
    if options.fix and not options.paths:
        context.refuse_builtin()
    catalogs = _catalogs(options.paths, context)
    if options.against and len(catalogs) > 1:
        raise CommandError("--against compares one dossier; name one")
    # File names are relative to the catalog; to the current folder if there are several catalogs.
    folders = [os.path.relpath(path.parent, context.folder) if len(catalogs) > 1 else "" for path in catalogs]
    return max(_check(path, folder, options, context) for path, folder in zip(catalogs, folders, strict=True))


def _catalogs(paths: Iterable[str], context: Context) -> list[Path]:
    """The catalogs of the dossiers that paths belong to, each once; without paths, the catalog of the context."""
    catalogs: dict[Path, None] = {}
    for given in paths:
        path = context.resolve(given)
        if not os.path.lexists(path):
            raise CommandError(f"{given} does not exist")
        catalog = catalog_of(path, context.catalog, context.environment, context.folder)
        if catalog is None:
            where = f"not in the folder of {context.catalog}" if context.catalog else "no catalog is beside or above it"
            raise CommandError(f"{given} belongs to no dossier: it is not a catalog, and {where}")
        catalogs[catalog] = None
    return [*catalogs] or [context.path]


def _check(path: Path, folder: str, options: Options, context: Context) -> Status:
    """Prints the problems of one dossier. File names are printed as paths in `folder`."""
    name = file_in(folder, path.name)
    try:
        dossier = open_compiled(path, context.cache, context.outside, progress=context.progress)
        if options.fix:
            # Imported on use: it imports the modules that make drafts.
            from tui.cli.fix import fix_quotes

            if fix_quotes(dossier, folder, options.yes, context):
                dossier = open_compiled(path, context.cache, context.outside, progress=context.progress)
    except CatalogError as error:
        _print_problems(error.problems, folder, options.json, context)
        context.report(f"{counted(len(error.problems), 'error')}; {name} cannot be used")
        return Status.UNUSABLE
    changed = _changes(options.against, dossier, context) if options.against else []
    _print_problems([*dossier.problems, *changed, *notes(dossier)], folder, options.json, context)
    coverages = []
    if options.coverage or options.strict:
        from tui.store.coverage_store import read_coverage

        coverages = read_coverage(dossier, None if context.outside else context.cache, context.progress)
    left = sum(len(coverage.uncaptured) + len(coverage.names) for coverage in coverages)
    if options.coverage:
        _print_coverage(coverages, dossier, folder, options.json, context)
    errors = sum(problem.severity == "error" for problem in dossier.problems)
    warnings = sum(problem.severity == "warning" for problem in [*dossier.problems, *changed])
    records = sum(1 for _ in dossier.records)
    summary = [counted(records, "record"), counted(errors, "error"), counted(warnings, "warning")]
    if coverages:
        summary.append(f"{left:,} left out" + "; --coverage lists them" * (left > 0 and not options.coverage))
    context.report(f"{name}: {', '.join(summary)}")
    failed = errors or (options.strict and (warnings or left))
    return Status.NOTHING if failed else Status.DONE


def _changes(given: str, dossier: Dossier, context: Context) -> list[Problem]:
    """What is no longer as an earlier export has it. Raises CommandError where the file is not one."""
    from tui.export.against import ExportError, changes, read_export

    try:
        return list(changes(read_export(context.read_text(given)), dossier))
    except ExportError as error:
        raise CommandError(f"{given} is not what lode export json writes: {error}") from None


def _print_problems(problems: Iterable[Problem], folder: str, as_json: bool, context: Context) -> None:
    for problem in problems:
        problem = replace(problem, mark=problem.mark._replace(file=file_in(folder, problem.file)))
        if as_json:
            context.print_json(_problem(problem))
            continue
        before, severity, message = str(problem).partition(f" {problem.severity}:")
        context.print([StyledText(before, "dim"), StyledText(severity, problem.severity), StyledText(message)])


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


def _print_coverage(
    coverages: "list[Coverage]", dossier: Dossier, folder: str, as_json: bool, context: Context
) -> None:
    """Prints what the catalog leaves out of each article."""
    width = max(map(len, dossier.articles), default=0)
    for coverage in coverages:
        if as_json:
            context.print_json(_coverage(coverage, dossier))
        else:
            _print_row(coverage, width, dossier, folder, context)


def _print_row(coverage: "Coverage", width: int, dossier: Dossier, folder: str, context: Context) -> None:
    covered = coverage.captured + coverage.ignored
    filled = _BAR if not coverage.numbers else covered * _BAR // coverage.numbers
    bar = [StyledText("█" * filled, "good"), StyledText("░" * (_BAR - filled), "warning")]
    context.print([StyledText(f"{coverage.article:<{width}}  ", "article"), *bar])
    lines = []
    for what, count in (("quantities", coverage.quantities), ("dates", coverage.dates), ("names", coverage.named)):
        counts = f"{count.captured} of {count.all} captured, {count.ignored} ignored, {count.left} left over"
        counts += f"; {counted(coverage.events, 'event')}" * (what == "dates")
        lines.append((f"  {what:<12}", counts))
    lines.append((f"  {'claims':<12}", f"{coverage.claims:,}"))
    document = dossier.documents[coverage.article]
    file = file_in(folder, document.file)
    for what, spans in (("number", coverage.uncaptured), ("name", coverage.names)):
        for span in spans:
            line, column = document.position(span.start)
            lines.append((f"  {file}:{line}:{column}: ", f"{what} “{' '.join(document[span].split())}”"))
    context.print_all_beside(lines)


def _coverage(coverage: "Coverage", dossier: Dossier) -> dict[str, Any]:
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
        "quantities": coverage.quantities._asdict(),
        "dates": coverage.dates._asdict(),
        "named": coverage.named._asdict(),
        "events": coverage.events,
        "claims": coverage.claims,
        "codes": coverage.codes,
        "uncaptured": [place(span) for span in coverage.uncaptured],
        "names": [place(span) for span in coverage.names],
    }
