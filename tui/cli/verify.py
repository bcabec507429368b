"""`lode verify`: checks the numbers, dates, quotations and names of drafts against the dossier."""

import re
from collections.abc import Callable

from tui.cli.arguments import Options
from tui.cli.context import CommandError, Context, Status
from tui.convert.convert import format_of
from tui.verify.findings import DOUBTFUL, FAILED, Finding
from tui.verify.report import SEVERITY, as_mapping, details, heading, summary
from tui.verify.verify import read_draft, verify
from tui.view.wording import counted

STANDARD_INPUT = "-"

_RANGE = re.compile(r"(?P<file>.+):(?P<first>\d+)(?:-(?P<last>\d+))?")


def run(options: Options, context: Context) -> Status:
    """Prints what is found about each draft, and reports how many items have which status."""
    if options.language is not None:
        _check_language(options.language)
    drafts = [(given, *_read(given, context)) for given in options.drafts]
    dossier = context.open()
    failing = (*FAILED, *DOUBTFUL) if options.strict else FAILED
    failed = False
    for given, name, text, lines in drafts:
        draft = read_draft(dossier, name, text, options.language)
        found = [finding for finding in verify(dossier, draft) if _is_in(finding, draft.document.position, lines)]
        failed |= any(finding.status in failing for finding in found)
        for finding in found[: options.limit]:
            if options.json:
                context.print_json(as_mapping(finding, draft, dossier))
                continue
            if options.lines and finding.status not in SEVERITY:
                continue
            context.print(heading(finding, draft))
            for line in [] if options.lines else details(finding, draft, dossier):
                context.print(line)
        context.report(f"{given}: {summary(found)}")
    return Status.NOTHING if failed else Status.DONE


def _is_in(finding: Finding, position: Callable[[int], tuple[int, int]], lines: tuple[int, int] | None) -> bool:
    return lines is None or lines[0] <= position(finding.span.start)[0] <= lines[1]


def _read(given: str, context: Context) -> tuple[str, str, tuple[int, int] | None]:
    """The name and the text of a draft, and the first and last line to verify if they are given: FILE:FIRST-LAST.

    Raises CommandError for what is no plain text: markup would be read as words.
    """
    if given == STANDARD_INPUT:
        return "<stdin>", context.stdin.read() if context.stdin else "", None
    match = _RANGE.fullmatch(given)
    file = given
    lines = None
    if match and not context.resolve(given).exists():
        file, lines = match["file"], (int(match["first"]), int(match["last"] or match["first"]))
    if format_of(file) not in (None, "text") and context.resolve(file).exists():
        raise CommandError(f"{file} is not plain text; save it as .txt or .md, or pipe its text into lode verify -")
    text = context.read_text(file)
    if lines and not 1 <= lines[0] <= min(lines[1], len(text.splitlines())):
        raise CommandError(
            f"{given}: {file} has {counted(len(text.splitlines()), 'line')}; give the first, then the last"
        )
    return file, text, lines


def _check_language(tag: str) -> None:
    from tui.languages.language import known_language

    if known_language(tag) is None:
        raise CommandError(f"numbers of the language “{tag}” are not read; docs/numbers.md lists those that are")
