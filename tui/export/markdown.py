"""`markdown`: comparisons, claims and a timeline as a report, each statement with its sentence in a footnote."""

from collections.abc import Iterable, Iterator, Sequence

from tui.dossier.claim_pairs import pairs_of
from tui.dossier.compare import Group
from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Claim, Entity, Event, Figure, Measure, Record
from tui.text.safe import readable
from tui.view.citation import cited_sentences, escaped
from tui.view.comparison import claimant_in_sentence, reason, topic_text
from tui.view.kinds import view_of
from tui.view.timeline import timeline
from tui.view.value import value_text
from tui.view.wording import attribution_text, counted, period_text


def export(records: Iterable[Record], dossier: Dossier) -> str:
    """A report of the figures, claims and events among some records."""
    chosen = [record for record in records if not isinstance(record, Article | Entity | Measure)]
    return "\n".join(_Report(dossier, chosen).lines()).strip()


class _Report:
    """A report, with its footnotes numbered in order."""

    def __init__(self, dossier: Dossier, records: Sequence[Record]) -> None:
        self._dossier, self._records = dossier, records
        self._notes: dict[str, int] = {}

    def lines(self) -> Iterator[str]:
        """The report line by line. One of dated records only begins with their timeline.

        There is a timeline where events were chosen: dated figures alone are in the tables already.
        """
        yield from (f"# {_inline(self._dossier.title)}", "")
        sections = [self._groups, self._claims]
        if any(isinstance(each, Event) for each in self._records):
            dated_only = all(isinstance(each, Event | Figure) and each.sorting_date for each in self._records)
            sections.insert(0 if dated_only else len(sections), self._timeline)
        for section in sections:
            yield from section()
        yield from (f"[^{number}]: {note}" for note, number in self._notes.items())

    def _groups(self) -> Iterator[str]:
        for group in self._dossier.groups.of([each for each in self._records if isinstance(each, Figure)]):
            yield from self._group(group)

    def _claims(self) -> Iterator[str]:
        claims = [each for each in self._records if isinstance(each, Claim)]
        yield from self._section("Claims", [line for claim in claims for line in self._claim(claim)])

    def _timeline(self) -> Iterator[str]:
        yield from self._section("Timeline", [*self._dated()])

    def _section(self, title: str, lines: Sequence[str]) -> Iterator[str]:
        if lines:
            yield from (f"## {title}", "", *lines, "")

    def _group(self, group: Group) -> Iterator[str]:
        """A heading, the verdict, and a table of the figures, the least first."""
        topic = topic_text(group, self._dossier)
        yield from (f"## {_inline(topic[:1].upper() + topic[1:])}", "")
        if len(group.figures) > 1:
            yield from (f"**{group.verdict.capitalize()}.** {_inline(reason(group, self._dossier))}", "")
            yield from (f"{_inline(because)}\n" for because in group.because)
        yield from ("| claimant | value | period | as printed |", "|---|---|---|---|")
        for figure in group.ascending:
            claimant = claimant_in_sentence(figure, self._dossier)[0]
            cells = (claimant, value_text(figure, self._dossier), period_text(figure) or "—", figure.written)
            yield f"| {' | '.join(_inline(cell) for cell in cells)}{self._footnotes(figure)} |"
        yield ""

    def _claim(self, claim: Claim) -> Iterator[str]:
        said = attribution_text(claim, self._dossier)
        subject = _inline(self._dossier.name_of(claim.about[0]))
        yield f"- **{subject}:** {_inline(claim.what)}{f' ({_inline(said)})' if said else ''}{self._footnotes(claim)}"
        for pair in pairs_of(claim, self._dossier):
            other = _inline(view_of(pair.second, self._dossier).caption())
            because = f" ({_inline(pair.because)})" if pair.because else ""
            yield f"  - {pair.verdict}: {other}{because}{self._footnotes(pair.second)}"

    def _dated(self) -> Iterator[str]:
        """Events and dated figures by date; minor events are counted."""
        chosen = {each.id for each in self._records if isinstance(each, Event | Figure)}
        for entry in timeline(self._dossier):
            if entry.record.id in chosen:
                yield f"- **{_inline(entry.date)}** {_inline(entry.what)}{self._footnotes(entry.record)}"
        minor = sum(isinstance(each, Event) and each.minor for each in self._records)
        if minor:
            yield f"- {counted(minor, 'minor event')} not shown"

    def _footnotes(self, record: Record) -> str:
        """The marks of the footnotes with a record's sentences; equal sentences share one."""
        marks = (self._notes.setdefault(note, len(self._notes) + 1) for note in cited_sentences(record, self._dossier))
        return "".join(f"[^{number}]" for number in dict.fromkeys(marks))


def _inline(text: str) -> str:
    """A text for one line of Markdown."""
    return escaped(readable(" ".join(text.split())))
