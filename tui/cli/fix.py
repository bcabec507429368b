"""`lode check --fix`: shows quotes whose wording was corrected in their articles, and rewrites the chosen ones."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from tui.catalog.problem import CatalogError
from tui.cli.context import CommandError, Context, file_in
from tui.curate.fix import Fix, apply, fixes
from tui.curate.insert import InsertError, refuse_shipped
from tui.dossier.dossier import Dossier
from tui.text.document import read_text
from tui.text.listed import listed
from tui.text.opening import UnreadableError
from tui.text.safe import visible
from tui.view.styled_text import Line, StyledText
from tui.view.wording import counted

_ANSWERS = "y yes, n no, a all that follow, q none that follow"


def fix_quotes(dossier: Dossier, folder: str, all_of_them: bool, context: Context) -> bool:
    """Prints each quote with a new wording, and rewrites those that are chosen: all, or the ones a person accepts.

    File names are printed as paths in `folder`. Returns whether the catalog was changed. Raises CommandError if it
    cannot be written.
    """
    name = file_in(folder, dossier.catalog.name)
    try:
        refuse_shipped(dossier.catalog)
        found = fixes({file: read_text(dossier.catalog.parent / file) for file in dossier.files}, dossier)
        asks = not all_of_them and context.reads_from_terminal
        chosen = list(_accepted(found, folder, context)) if asks else _listed(found, folder, context)
        if all_of_them or asks:
            apply(dossier.catalog, chosen)
    except (InsertError, CatalogError, UnreadableError) as error:
        raise CommandError(str(error)) from None
    if not found:
        context.report(f"{name}: no quote has a corrected wording")
        return False
    if not (all_of_them or asks):
        context.report(f"{name}: {_counted(found)} can be rewritten; --yes does it")
        return False
    context.report(f"{name}: {_counted(chosen)} rewritten")
    return bool(chosen)


def _counted(found: list[Fix]) -> str:
    digests = sum(fix.is_digest for fix in found)
    parts = [counted(len(found) - digests, "quote")] if digests < len(found) or not found else []
    return listed([*parts, *([counted(digests, "sha256", "sha256s")] if digests else [])])


def _listed(found: list[Fix], folder: str, context: Context) -> list[Fix]:
    for fix in found:
        _print(fix, folder, context)
    return found


def _accepted(found: list[Fix], folder: str, context: Context) -> Iterator[Fix]:
    """Those that a person accepts, one after the other."""
    context.report(f"{_counted(found)} to rewrite: {_ANSWERS}") if found else None
    for index, fix in enumerate(found):
        _print(fix, folder, context)
        match _answer(context):
            case "y" | "yes":
                yield fix
            case "a" | "all":
                yield from found[index:]
                return
            case "q" | "quit" | "":
                return


def _answer(context: Context) -> str:
    """What a person answers, in lower case; "" where the input has ended."""
    assert context.stdin is not None
    while True:
        print("rewrite? [y n a q] ", end="", file=context.err, flush=True)
        line = context.stdin.readline()
        answer = line.strip().lower()
        if not line or answer in ("y", "yes", "n", "no", "a", "all", "q", "quit"):
            return answer


def _print(fix: Fix, folder: str, context: Context) -> None:
    where = f"{file_in(folder, fix.mark.file)}:{fix.mark.line}:{fix.mark.column}:"
    corrected = f"the wording in {fix.article} was corrected"
    what = f"{fix.article} was changed and has all its quotes: renew its sha256" if fix.is_digest else corrected
    context.print([StyledText(where, "dim"), StyledText(f" {what}")])
    old, new = _compared(fix.old.split(), fix.new.split())
    context.print([StyledText("  - ", "error"), *old])
    context.print([StyledText("  + ", "good"), *new])


def _compared(old: list[str], new: list[str]) -> tuple[Line, Line]:
    """Two wordings, with the words styled that only one has."""
    lines: tuple[Line, Line] = [], []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for line, words, style in ((lines[0], old[i1:i2], "error"), (lines[1], new[j1:j2], "good")):
            if words:
                space = " " if line else ""
                line.append(StyledText(space + visible(" ".join(words)), "" if what == "equal" else style))
    return lines
