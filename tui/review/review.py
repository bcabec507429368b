"""Going through drafts one by one: each is accepted, ignored, skipped or left to an editor, and the catalog follows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from tui.catalog import load, schema
from tui.curate.drafts import Suggestion, apart
from tui.curate.edits import Addition, Edit, take_back, write
from tui.curate.insert import InsertError, article_of
from tui.curate.journal import Key, Step
from tui.curate.quoting import Quoter
from tui.dossier.dossier import Dossier
from tui.review.choices import Choices
from tui.review.draft_reading import DraftReading
from tui.review.extent import Side, carried_over, with_extent
from tui.review.form import RecordForm
from tui.review.journal import ReviewJournal
from tui.review.measure_choices import unit_to_list
from tui.review.source_quote import quote_of
from tui.review.trial import Trial, trial
from tui.text.document import Document
from tui.text.span import Span
from tui.view.wording import counted

_AROUND = 30
"""Characters of its line to either side of a number that tell its place from others, wherever the line moves."""

Status = Literal["open", "accepted", "ignored", "skipped", "left to the editor"]

DECIDED = ("accepted", "ignored", "left to the editor")
"""What can become of a draft that no one comes back to."""


@dataclass(eq=False)
class ReviewItem:
    """A draft of the queue: its form, and what became of it."""

    key: Key
    form: RecordForm
    status: Status = "open"
    before: Status = "open"
    """Its status before it was decided."""
    changed: bool = False
    """Whether a person filled in something."""
    seen: bool = False
    """Whether it was shown, with what its draft proposes filled in."""
    covered: bool = False
    """Whether the catalog has its words by now: it stays only while it is the current draft."""
    record: str = ""
    """The id of the record, once it is written."""


class Review:
    """A queue of drafts, and the place in it.

    It survives changes of the files: `refresh` takes over what they hold, and keeps the place and what was filled in.
    """

    def __init__(self, reading: DraftReading, journal: ReviewJournal | None = None) -> None:
        """What is written is added to the journal, by default one of its own."""
        self._reading = reading
        self._journal = ReviewJournal() if journal is None else journal
        self.items = [self._item(key, form) for key, form in _keyed(reading)]
        """All drafts, in order."""
        self.position = 0
        """The index of the current draft; the number of drafts once all are seen."""
        self._quoters: dict[str, Quoter] = {}
        self.reason: str = ""
        """The reason that was given last for ignoring a draft."""
        self.warning: str = ""
        """What lode's check warns of in what was written last."""
        self._undone: Key | None = None
        """The key of a draft that is not in the queue yet: what was undone is from an earlier one."""

    def _item(self, key: Key, form: RecordForm) -> ReviewItem:
        """The item of a draft, with what was filled in before the queue was left."""
        if (left := self._journal.unfinished.get(key)) is None:
            return ReviewItem(key, form)
        return ReviewItem(key, carried_over(left, form, self._document(form)), changed=True, seen=True)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it was read last."""
        return self._reading.dossier

    @property
    def current(self) -> ReviewItem | None:
        """The draft to decide on; None at the end.

        What it proposes is filled in when it is first asked for: by then, the catalog may have more of it.
        """
        item = self.items[self.position] if self.position < len(self.items) else None
        if item is not None and not item.seen:
            item.form, item.seen = self.choices.proposed(item.form), True
        return item

    @property
    def progress(self) -> str:
        """The place in the queue and how many were accepted: 17 of 120, 14 accepted. Empty for a single draft."""
        if self.complete and len(self.items) == 1:
            return ""
        more = "" if self.complete else "+"
        place = f"{min(self.position + 1, len(self.items)):,} of {len(self.items):,}{more}"
        accepted = sum(item.status == "accepted" for item in self.items)
        return f"{place}, {accepted:,} accepted"

    @property
    def complete(self) -> bool:
        """Whether all drafts are in the queue: those of the first article are before the others are read."""
        return self._reading.complete

    @property
    def summary(self) -> str:
        """What became of all drafts."""
        found = [f"{count:,} {status}" for status, count in Counter(item.status for item in self.items).items()]
        return f"{counted(len(self.items), 'draft')}: {', '.join(found)}." if self.items else "No drafts."

    @property
    def choices(self) -> Choices:
        """What may go into fields."""
        forms = (item.form for item in self.items if item.status != "ignored")
        names = (form for form in (*self._reading.names, *forms) if form.draft.kind == "entity")
        return Choices(self.dossier, self._reading.catalog, self._reading.taken, names, self._journal.last_figures)

    @property
    def names(self) -> dict[str, str]:
        """The names of the entities and measures in the catalog, by their ids."""
        catalog = self._reading.catalog
        entities = {entity.id: entity.name for entity in catalog.entities}
        return entities | {measure.id: measure.name for measure in catalog.measures}

    # Filling in

    def fill(self, form: RecordForm) -> None:
        """Replaces the form of the current draft."""
        if (item := self.current) is not None:
            item.form, item.changed = form, True
            self._journal.unfinished[item.key] = form

    def extend(self, side: Side, by: int) -> bool:
        """Adds a word before or after the words of the current draft, or takes one off. Returns False at the end."""
        form = self.current and with_extent(self.current.form, self._document(self.current.form), side, by)
        if form:
            self.fill(form)
        return form is not None

    def _document(self, form: RecordForm) -> Document:
        return self.dossier.documents[form.draft.article]

    def additions(self, form: RecordForm, *, draft: bool = False) -> list[Addition]:
        """The entries that a form adds to the catalog."""
        quoter = self._quoter(form.draft.article)
        end = apart(self.dossier, form.draft.article)
        form = form.without_written(self._reading.catalog)
        entries = form.entries(quoter, self._reading.taken, quote_of(form, quoter, self.dossier), end=end, draft=draft)
        return [*unit_to_list(self.dossier, self._reading.catalog, form), *entries]

    def try_out(self, form: RecordForm) -> Trial:
        """What lode's check says of a form as it is.

        A claimant is left out while the words that attribute the number are missing: the form asks for them.
        """
        if "said" in form.missing:
            form = form.with_values({"claimant": None})
        return trial(self._reading.catalog, self.additions(form), self.dossier.documents, form.draft.article)

    def _quoter(self, article: str) -> Quoter:
        if article not in self._quoters:
            self._quoters[article] = Quoter(self.dossier.documents[article])
        return self._quoters[article]

    # Deciding

    def accept(self) -> str:
        """Writes the current record into the catalog, goes on, and returns a message.

        Raises InsertError if something is missing, if lode's check would report an error of the record, or if it cannot
        be written; nothing is changed then.
        """
        item = self._open_item()
        if item.form.missing:
            raise InsertError(f"Fill in first: {', '.join(item.form.missing)}.")
        additions = self.additions(item.form)
        edit = self._write(additions, item.form.draft.article)
        repeated = item.form.text("figure")
        item.record = repeated or str(additions[-1][1]["id"])
        if item.form.draft.kind == "figure":
            self._journal.last_figures[item.form.draft.article] = item.form.values
        self._decide(edit, [item], "accepted", f"another source of {repeated}" if repeated else "")
        return f"{item.record} {'has another source' if repeated else 'is in the catalog'}."

    def write_draft(self) -> str:
        """Writes the current record as a draft, for an editor to complete, goes on, and returns its id."""
        item = self._open_item()
        additions = self.additions(item.form, draft=True)
        edit = self._write(additions, item.form.draft.article)
        item.record = item.form.text("figure") or str(additions[-1][1]["id"])
        self._decide(edit, [item], "left to the editor", item.record)
        return item.record

    def ignore(self, why: str, *, everywhere: bool = False) -> str:
        """Writes that the current words are not a record, goes on, and returns a message.

        With `everywhere`, all drafts of the same words are ignored, and a name wherever it occurs. Raises InsertError
        as `accept` does.
        """
        item = self._open_item()
        draft = item.form.draft
        alike = [each for each in self.items if each.status in ("open", "skipped") and _alike(each.form.draft, draft)]
        items = alike if everywhere else [item]
        if everywhere and draft.kind == "entity":
            edit = self._write([("ignored", {"name": draft.exact, "why": why})], draft.article)
        else:
            edit = self._write([self._ignored(each.form.draft, why) for each in items], draft.article)
        self.reason = why
        self._decide(edit, items, "ignored", f"“{draft.exact}” is no longer ignored")
        return f"“{draft.exact}” is ignored{f', {len(items)} times' if len(items) > 1 else ''}: {why}."

    def _ignored(self, draft: Suggestion, why: str) -> Addition:
        quoter = self._quoter(draft.article)
        document, quote = quoter.document, quoter.widened(draft.span)
        if quoter.quote(quote) != (document[quote], "", ""):
            # An ignored entry has no prefix and no suffix: the sentence has more words.
            quote = document.sentence_around(draft.span)
        what = "name" if draft.kind == "entity" else "number"
        return "ignored", {
            "article": draft.article,
            "quote": document[quote],
            what: document[draft.span],
            "why": why,
        }

    def _open_item(self) -> ReviewItem:
        item = self.current
        if item is None:
            raise InsertError("No drafts are left.")
        if item.status in DECIDED:
            raise InsertError(f"This draft is {item.status} already.")
        if item.covered and item.form.draft.kind == "figure":
            raise InsertError("The catalog has this number by now.")
        return item

    def _write(self, additions: Sequence[Addition], article: str) -> Edit:
        """Writes entries if they hold in the catalog as it is by now.

        Each goes into the file of the catalog that declares the article that it quotes; without one, and with what it
        refers to, into that of `article`, the current draft's.
        """

        def check(catalog: schema.Catalog, added: Sequence[Addition]) -> None:
            tried = trial(catalog, added, self.dossier.documents, article)
            if tried.errors:
                raise InsertError(f"It has an error: {tried.errors[0]}.")
            self.warning = next(iter(tried.warnings), "")

        by_file: dict[str, list[Addition]] = {}
        for listing, entry in additions:
            by_file.setdefault(self._file_for(listing, article_of(entry) or article), []).append((listing, entry))
        edit = write(self.dossier.catalog, by_file, check)
        for id in edit.ids:
            self._reading.taken.setdefault(id, 1)
        self._read_catalog()
        return edit

    def _read_catalog(self) -> None:
        """Reads the catalog: until the texts are read again as well, the next draft can refer to what was written."""
        self._reading = replace(self._reading, catalog=load.load(self.dossier.catalog))

    def _file_for(self, listing: str, article: object) -> str:
        """The file of the catalog for an entry: that of the article, or of the figure to whose sources it belongs."""
        _, _, figure = listing.partition("/")
        declared = next((each.mark().file for each in self._reading.catalog.figures if each.id == figure), "")
        return declared or self.dossier.file_of(str(article))

    def _decide(self, edit: Edit, items: list[ReviewItem], status: Status, undone: str = "") -> None:
        summary, drafts = undone or ", ".join(edit.ids), tuple(item.key for item in items)
        self._journal.add(Step(summary, partial(take_back, self.dossier.catalog, edit), drafts))
        for item in items:
            item.before, item.status = item.status, status
            self._journal.unfinished.pop(item.key, None)
        self._go_on()

    def undo(self) -> str:
        """Takes back what was written last, goes back to its draft, and returns a message.

        A draft of an earlier queue comes next, once it is read. Raises InsertError as `Journal.undo` does.
        """
        step = self._journal.undo()
        self._read_catalog()
        decided = [index for index, item in enumerate(self.items) if item.key in step.drafts]
        for item in (self.items[index] for index in decided):
            item.status, item.record = item.before, ""
        self.position = decided[0] if decided else self.position
        self._undone = None if decided else next(iter(step.drafts), None)
        return f"Undone: {step.undone}."

    # Moving

    def skip(self) -> None:
        """Leaves the current draft as it is, and goes to the next one."""
        if (item := self.current) is not None:
            if item.status == "open":
                item.status = "skipped"
            self.position += 1

    def back(self) -> bool:
        """Goes to the draft before. Returns False at the first."""
        if self.position == 0:
            return False
        self.position -= 1
        return True

    def next_group(self, by: int = 1) -> bool:
        """Goes to the first draft left of the next kind or article that has any; with -1, of the one before.

        Those that were skipped are left as well, but open ones come first. Returns False if there is none.
        """
        here = _group(self.current) if self.current else None
        left = [item for item in self.items if item.status in ("open", "skipped")]
        groups = [*dict.fromkeys(_group(item) for item in self.items if item in left or _group(item) == here)]
        at = groups.index(here) if here else min(-by, 0)
        others = [item for item in left if groups and _group(item) == groups[(at + by) % len(groups)] != here]
        if others:
            self.position = self.items.index(min(others, key=lambda item: item.status != "open"))
        return bool(others)

    def _go_on(self) -> None:
        """Goes to the next draft that is not decided."""
        self.position += 1
        while self.position < len(self.items) and self.items[self.position].status not in ("open", "skipped"):
            self.position += 1

    # Following the files

    def refresh(self, reading: DraftReading) -> None:
        """Takes over the drafts of more articles, or of other versions of the files.

        The current draft stays as long as its text does, and nothing completes its record. A form in which something
        was filled in stays as it is. Other drafts that the catalog covers are left out, and new ones come last.
        """
        if reading.dossier is self.dossier:
            # What was written meanwhile is in the catalog that is known here.
            reading = replace(reading, catalog=self._reading.catalog, taken=self._reading.taken)
        current = self.current
        # Keys are pressed for the draft that is on screen, also if what was written last covers its words.
        texts = [each.documents.get(current.form.draft.article) for each in (self.dossier, reading.dossier) if current]
        stays = None not in texts and len({document.text for document in texts if document}) == 1
        self._reading, self._quoters = reading, {}
        fresh = dict(_keyed(reading))
        kept: list[ReviewItem] = []
        position = 0
        for index, item in enumerate(self.items):
            form = fresh.pop(item.key, None)
            item.covered = form is None and item.status not in DECIDED
            if item.covered and not (item is current and stays):
                continue
            if form is not None and item.status not in DECIDED:
                document = reading.dossier.documents[form.draft.article]
                item.seen = item.changed
                if item is current and not item.changed:
                    proposed = self.choices.proposed(form)
                    # Enter accepts a complete record: it must be the one that is on screen.
                    item.seen = not proposed.missing and proposed.values != item.form.values
                item.form = carried_over(item.form, form, document) if item.seen else form
            if index < self.position:
                position += 1
            kept.append(item)
        again = fresh.pop(self._undone, None) if self._undone else None
        self.items = [*kept, *(self._item(key, form) for key, form in fresh.items())]
        self.position = self.items.index(current) if current in self.items else position
        if self._undone and again:
            # The current draft stays the one that Enter accepts.
            self.items[self.position + 1 : self.position + 1] = [self._item(self._undone, again)]
            self._undone = None


def _group(item: ReviewItem) -> tuple[str, str]:
    return item.form.draft.article, item.form.draft.kind


def _alike(draft: Suggestion, other: Suggestion) -> bool:
    return draft.kind == other.kind and draft.exact == other.exact


def _keyed(reading: DraftReading) -> Iterator[tuple[Key, RecordForm]]:
    """Forms with keys by which their drafts are found again when the files have changed."""
    seen: Counter[Key] = Counter()
    for form in reading.forms:
        draft, document = form.draft, reading.dossier.documents[form.draft.article]
        key: Key = (draft.kind, draft.exact)
        if draft.kind != "entity":
            lines = document.lines_around(draft.span)
            near = Span(max(draft.span.start - _AROUND, lines.start), min(draft.span.end + _AROUND, lines.end))
            key = (*key, draft.article, document[near])
        seen[key] += 1
        if draft.kind != "entity" or seen[key] == 1:
            yield (*key, str(seen[key])), form
