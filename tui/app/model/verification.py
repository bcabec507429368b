"""A draft that is checked in the app: its text and what is found about it, as its file is now."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from tui.app.commands.actions import DRAFT
from tui.app.model.place import Place
from tui.app.model.target import RecordTarget, WordsTarget
from tui.app.model.watch import signature
from tui.app.model.workspace import Workspace
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure, Source
from tui.text.document import Document, read_text
from tui.text.opening import UnreadableError
from tui.verify.findings import Finding
from tui.verify.verify import read_draft, verify

LONGEST = 200_000
"""The most characters of a draft that is checked in the app."""


@dataclass(frozen=True)
class Checked:
    """A draft as it was read, and what was found; `problem` says why it cannot be read, or holds nothing."""

    document: Document = field(default_factory=lambda: Document("", ""))
    findings: tuple[Finding, ...] = ()
    problem: str = ""

    @cached_property
    def keys(self) -> list[tuple[str, str, int]]:
        """What tells each item apart when the draft has changed: its kind, its words, and which of these it is."""
        seen: dict[tuple[str, str], int] = {}
        keys = []
        for finding in self.findings:
            item = finding.kind, self.document[finding.span]
            seen[item] = seen.get(item, -1) + 1
            keys.append((*item, seen[item]))
        return keys


class Verification:
    """One draft, checked again when its file or the dossier changes; the current item stays."""

    def __init__(self, path: Path, language: str | None = None) -> None:
        self.path, self.language = path, language
        self.checked: Checked | None = None
        self.current = 0
        """The number of the current item."""
        self._seen = signature(path)

    @property
    def finding(self) -> Finding | None:
        """The current item."""
        found = self.checked.findings if self.checked else ()
        return found[self.current] if self.current < len(found) else None

    def changed(self) -> bool:
        """Whether the file has changed since the last call."""
        before, self._seen = self._seen, signature(self.path)
        return self._seen != before

    def check(self, dossier: Dossier) -> Checked:
        """Reads and verifies the draft as it is now. This may take seconds: call it in a thread."""
        name = self.path.name
        try:
            text = read_text(self.path)
        except UnreadableError as error:
            return Checked(problem=f"{name} {error}")
        if len(text) > LONGEST:
            part = f"lode verify {name}:1-500 checks some of its lines"
            return Checked(problem=f"{name} is longer than {LONGEST:,} characters; {part}")
        if not text.strip():
            return Checked(problem=f"{name} is empty: write something, and it is checked when it is saved")
        draft = read_draft(dossier, name, text, self.language)
        try:
            found = tuple(verify(dossier, draft))
        except Exception as error:
            return Checked(problem=f"lode fails on this draft ({type(error).__name__}: {error}); please report it")
        return Checked(draft.document, found, "" if found else f"{name} has no number, date or quotation to check")

    def update(self, checked: Checked) -> None:
        """Shows a newer version. The current item stays, or the one nearest to where it was is current."""
        before, finding = self.checked, self.finding
        if before and before.findings and not checked.findings:
            # An editor may be about to write the file: the item is found again in the next version.
            checked = replace(checked, document=Document(before.document.file, ""))
        self.checked = checked
        if before is None or finding is None:
            self.current = min(self.current, max(len(checked.findings) - 1, 0))
            return
        key = before.keys[self.current]
        places = range(len(checked.findings))
        near = min(places, key=lambda i: abs(checked.findings[i].span.start - finding.span.start), default=0)
        self.current = checked.keys.index(key) if key in checked.keys else near

    def step(self, by: int) -> bool:
        """Goes to another item, in a circle. Returns False if there is no other."""
        count = len(self.checked.findings) if self.checked else 0
        self.current = (self.current + by) % count if count else 0
        return count > 1


def source_of(finding: Finding, dossier: Dossier) -> tuple[str | None, Source | None]:
    """The record and the place that decide about an item; else where it is printed, or those of the nearest record."""
    if source := finding.source or finding.printed:
        return finding.record, source
    for id in finding.candidates:
        record = dossier.get(id)
        if isinstance(record, Figure) and record.sources:
            return id, record.sources[0]
    return None, None


def place_of(finding: Finding, workspace: Workspace) -> Place | None:
    """Where the source of an item is read, or the article whose date it is; None if it has none."""
    if finding.record in workspace.dossier.articles:
        return Place(RecordTarget(finding.record), origin=DRAFT)
    record, source = source_of(finding, workspace.dossier)
    if source is None or source.article not in workspace.dossier.articles:
        return None
    span = source.number or source.quote
    number = workspace.occurrences.inside(RecordTarget(record), source.article, span) if record else None
    if record is None or number is None:
        return Place(WordsTarget(source.article, (span,)), origin=DRAFT)
    return Place(RecordTarget(record), occurrence=number, origin=DRAFT)
