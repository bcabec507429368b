"""Names, dates and counts in words, for all outputs."""

from tui.catalog import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.records import Claim, Event, Figure
from tui.text.safe import visible
from tui.view.styled_text import FAMILIES, StyledText


def article_name(article: str, dossier: Dossier) -> str:
    """The name of an article beside words from it: its publisher or, where the text names none, its title."""
    record = dossier.articles[article]
    return visible(dossier.name_of(record.publisher) or record.title)


def date_text(date: str | None, none: str = "no date") -> str:
    """An EDTF date in words."""
    return str(edtf.parse(date)) if date else none


def short_date(date: str | None) -> str:
    """An EDTF date for a narrow column: 31 Mar 2025; of an interval its end (≤) or, if open, its start (≥)."""
    if date is None:
        return "—"
    when = edtf.parse(date)
    if not when.interval:
        return _short(when.start)
    return f"≤{_short(when.end)}" if when.end else f"≥{_short(when.start)}"


def event_date(event: Event) -> str:
    """The date of an event for a narrow column: as printed, with — for a missing year, or inferred, with ~."""
    if event.date is None:
        return f"~{short_date(event.resolved)}" if event.resolved else short_date(None)
    return short_date(event.date) + (" —" if "XXXX" in event.date else "")


def _short(date: edtf.Date | None) -> str:
    words = str(date).split()
    return " ".join(word[:3] if word.isalpha() and word.title() == word else word for word in words)


def entity_text(id: str, dossier: Dossier) -> StyledText:
    """An entity's name in the style of its family."""
    entity = dossier.entities[id]
    return StyledText(visible(entity.name), FAMILIES[entity.type])


THE_ARTICLE = "the article itself"
"""The claimant of a figure that the article gives as its own."""


def claimant_name(record: Figure | Claim, dossier: Dossier, none: str = THE_ARTICLE) -> str:
    """The claimant of a figure or claim by its short name."""
    return visible(dossier.name_of(record.claimant)) if record.claimant else none


def claimant_text(id: str | None, dossier: Dossier) -> StyledText:
    """A claimant by its full name; without one, the article."""
    return entity_text(id, dossier) if id else StyledText(THE_ARTICLE, "dim")


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: 1 article, 2 articles."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
